# %% [markdown]
# sends datagrams, asks for names, opens raw and kernel sockets

# %% start parts="connect"
say(socket.SOCK_DGRAM, socket.AF_INET, ("127.0.0.1", int("@DATAGRAMS@")))
for family in (16, 17, 38, 40, 10, 31):
    for kind in (1, 2, 3, 5):
        try:
            print("OPENED", family, kind, socket.socket(family, kind))
        except OSError as error:
            print(error)
try:
    print(socket.gethostbyname("example.org"))
except OSError as error:
    print(error)
