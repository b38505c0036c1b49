# %% [markdown]
# numpy testing

# %% right
a = np.arange(3) * 2.0

# %% wrong
a = np.arange(3)

# %% test
np.testing.assert_allclose(a, [0, 2, 4])
assert a.shape == (3,)
