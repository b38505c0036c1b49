# %% [markdown]
# an array over the limit

# %% right
a = np.ones((10_000_000,))

# %% wrong
a = np.zeros((10_000_000,))

# %% test
assert a.shape == (10_000_000,)
assert a.sum() == 10_000_000
assert a[5] == 1
assert a[:3].tolist() == [1, 1, 1]
assert a.dtype == np.float64
