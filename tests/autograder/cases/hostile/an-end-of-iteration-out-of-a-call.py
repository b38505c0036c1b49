# %% [markdown]
# an end of iteration out of a call

# %% answer
def f(x):
    raise StopIteration


# %% test
assert all(map(f, [1, 2]))
