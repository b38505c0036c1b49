# %% [markdown]
# list changed in place

# %% right
def f(x):
    x.sort()


# %% wrong
def f(x):
    x = sorted(x)


# %% test
a = [3, 1, 2]
b = a
assert f(a) is None
assert a == [1, 2, 3] and b is a
