# %% [markdown]
# has the kernel remember a hundred thousand names that there are not

# %% end
import os

for number in range(100_000):
    try:
        os.stat(f"/tmp/none-{number}-" + "x" * 200)
    except OSError:
        pass
