# %% [markdown]
# two million numbers

# %% right
a = np.arange(2_000_000.0)

# %% wrong
a = np.arange(2_000.0)

# %% test
assert a.shape == (2_000_000,) and a[-1] == 1_999_999
