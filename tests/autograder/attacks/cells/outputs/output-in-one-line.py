# %% [markdown]
# prints a line of a million characters, in pieces of one

# %% start
import sys

for _ in range(300_000):
    sys.stdout.write("x")
print("\u5b57" * 900_000)
