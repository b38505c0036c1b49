# %% [markdown]
# gives a test values of hundreds of megabytes

# %% total
def total(values, weight):
    return np.zeros(40_000_000)


# %% share
share = list(range(6_000_000))

# %% model
model = X = "x" * 300_000_000
