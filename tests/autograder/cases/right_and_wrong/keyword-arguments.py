# %% [markdown]
# keyword arguments

# %% right
def f(a, *b, **k):
    return (a, b, k)


# %% wrong
def f(a, *b, **k):
    return a


# %% test
assert f(1, 2, 3, z=4) == (1, (2, 3), {"z": 4})
