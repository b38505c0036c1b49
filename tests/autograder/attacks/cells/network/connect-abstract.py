# %% [markdown]
# connects to a socket without a path

# %% start parts="connect"
say(socket.SOCK_STREAM, socket.AF_UNIX, chr(0) + "@ABSTRACT@")
