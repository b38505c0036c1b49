# %% [markdown]
# connects to a socket in the course folder

# %% start parts="connect"
say(socket.SOCK_STREAM, socket.AF_UNIX, "@SOCKET@")
