# %% [markdown]
# numbers drawn from a seed

# %% right
np.random.seed(0)
x = np.random.normal(size=3)

# %% wrong
x = np.random.normal(size=3)

# %% test
np.random.seed(0)
assert np.allclose(x, np.random.normal(size=3))
