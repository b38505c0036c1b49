# %% [markdown]
# sends one byte of a message each tenth of a second

# %% end parts="sockets"
def trickle():
    for byte in struct.pack("!II", 200, 0) + b"{" * 200:
        for each in sockets():
            try:
                each.send(bytes([byte]), socket.MSG_DONTWAIT)
            except OSError:
                return
        time.sleep(0.1)


threading.Thread(target=trickle, daemon=True).start()
time.sleep(1)
