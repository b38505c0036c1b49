# %% [markdown]
# half a message on every socket

# %% answer
import os


def f():
    for n in range(3, 60):
        try:
            os.write(n, b"\x00\x00\x10")
        except OSError:
            pass
    import time

    time.sleep(60)


# %% test
try:
    f()
except Exception:
    pass
