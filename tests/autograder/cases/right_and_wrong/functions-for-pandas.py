# %% [markdown]
# functions for pandas

# %% right
def f(x):
    return x * 2


# %% wrong
def f(x):
    return x


# %% test
assert pd.Series([1, 2]).apply(f).tolist() == [2, 4]
assert sorted([1, -2, 3], key=f) == [-2, 1, 3]
assert np.vectorize(f)(np.array([1, 2])).tolist() == [2, 4]
assert list(map(f, [1, 2])) == [2, 4]
