# %% [markdown]
# leaves as many dead children as there can be processes

# %% start
import os

made = 0
try:
    for made in range(40_000):
        if os.fork() == 0:
            os._exit(0)
except OSError as error:
    print(error)
print("KERNEL BEYOND THE BOUND" if made > 20_000 else "bounded", made)
