# %% [markdown]
# masked array

# %% right
a = np.ma.array([1.0, 2, 3], mask=[0, 1, 0])


def f(x):
    x[0] = 9


# %% wrong
a = np.array([1.0, 2, 3])


def f(x):
    x = x + 9


# %% test
assert isinstance(a, np.ma.MaskedArray) and a.mask.tolist() == [False, True, False]
assert a.mean() == 2
b = np.ma.array([1.0, 2])
f(b)
assert b.tolist() == [9, 2]
