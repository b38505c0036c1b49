# %% [markdown]
# connects to a port of this machine, and listens itself

# %% start parts="connect"
say(socket.SOCK_STREAM, socket.AF_INET, ("127.0.0.1", int("@PORT@")))

socket.create_server(("0.0.0.0", 0))
