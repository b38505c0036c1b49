# %% [markdown]
# acts at the end, by atexit, finalisers and signal handlers

# %% start parts="leave"
import atexit, signal, time, sys


class Last:
    def __del__(self):
        leave()
        time.sleep(60)


last = Last()
last.self = last
atexit.register(lambda: (leave(), time.sleep(60)))
for number in range(1, 65):
    try:
        signal.signal(number, lambda *_: leave())
    except (OSError, ValueError):
        pass
