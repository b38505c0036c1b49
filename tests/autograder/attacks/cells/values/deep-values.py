# %% [markdown]
# gives a test values nested without end

# %% share
share = []
for _ in range(100_000):
    share = [share]


# %% total
def total(values, weight):
    loop = []
    loop.append(loop)
    return loop
