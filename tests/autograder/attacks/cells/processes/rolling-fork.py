# %% [markdown]
# forks and ends without end, so that it is never the same process

# %% end parts="leave connect"
say(socket.SOCK_STREAM, socket.AF_INET, ("127.0.0.1", int("@PORT@")))

import os, time


def roll():
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        if os.fork():
            os._exit(0)
    leave()
    os._exit(0)


for _ in range(4):
    if os.fork() == 0:
        roll()
