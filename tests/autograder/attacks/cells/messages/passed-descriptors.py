# %% [markdown]
# passes open files through the sockets by the thousand

# %% start parts="sockets"
for each in sockets():
    for _ in range(50):
        try:
            socket.send_fds(each, [b""], [0] * 200, socket.MSG_DONTWAIT)
        except OSError as error:
            print(error)
            break
