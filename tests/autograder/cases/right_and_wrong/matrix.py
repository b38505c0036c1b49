# %% [markdown]
# matrix

# %% right
m = np.matrix([[1, 2], [3, 4]])

# %% wrong
m = np.array([[1, 2], [3, 4]])

# %% test
assert (m * m)[0, 0] == 7 and np.allclose(m, [[1, 2], [3, 4]])
