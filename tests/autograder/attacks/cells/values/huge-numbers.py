# %% [markdown]
# gives a test numbers of millions of digits

# %% share
share = 10**3_000_000


# %% total
def total(values, weight):
    return 1 << 50_000_000
