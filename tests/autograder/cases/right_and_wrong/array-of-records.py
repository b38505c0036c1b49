# %% [markdown]
# array of records

# %% right
a = np.array([(1, "x")], dtype=[("n", "i4"), ("s", "U2")])

# %% wrong
a = np.array([1])

# %% test
assert a.dtype.names == ("n", "s") and a["n"].tolist() == [1]
