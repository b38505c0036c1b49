# %% [markdown]
# a buffer of two dimensions

# %% right
m = memoryview(np.arange(6).reshape(2, 3))

# %% wrong
m = memoryview(np.arange(6))

# %% test
m = np.asarray(m)
assert m.shape == (2, 3) and m[1].tolist() == [3, 4, 5]
