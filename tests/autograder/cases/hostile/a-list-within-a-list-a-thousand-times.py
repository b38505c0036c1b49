# %% [markdown]
# a list within a list, a thousand times

# %% answer
x = []
for _ in range(100_000):
    x = [x]

# %% test
assert x == [3]
