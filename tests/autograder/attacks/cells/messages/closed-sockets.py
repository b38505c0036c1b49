# %% [markdown]
# closes its sockets while the notebook runs

# %% end parts="sockets"
for each in sockets():
    each.shutdown(socket.SHUT_RDWR)
