# %% [markdown]
# gives a test texts with surrogates, nulls and marks of direction

# %% share
share = "\ud800\x00\u202e" * 1000


# %% total
def total(values, weight):
    raise ValueError("\ud800" * 100)


# %% model
print("\ud800")
model = X = "\udfff"
