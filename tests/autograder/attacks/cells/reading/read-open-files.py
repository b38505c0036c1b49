# %% [markdown]
# reads from every open file it has inherited, and above folders

# %% start parts="sockets look"
for number in range(0, 256):
    try:
        target = os.readlink(f"/proc/self/fd/{number}")
    except OSError:
        continue
    print(number, target)
    if not target.startswith(("socket", "pipe", "anon")):
        attempt(lambda: os.read(number, 1000))
        attempt(lambda: os.listdir(os.open("../..", os.O_RDONLY, dir_fd=number)))
for each in sockets():
    attempt(lambda: each.recv(100_000, socket.MSG_PEEK | socket.MSG_DONTWAIT))
