# %% [markdown]
# a list that holds itself

# %% answer
x = []
x.append(x)

# %% test
assert x == [3]
