# %% [markdown]
# a view of the test's array

# %% right
def edge(a):
    return a[0], a[:, -1], a.T


# %% wrong
def edge(a):
    return a[0].copy(), a[:, -1].copy(), a.T.copy()


# %% test
a = np.arange(6.0).reshape(2, 3)
top, last, turned = edge(a)
assert np.shares_memory(top, a) and np.shares_memory(turned, a)
assert turned.shape == (3, 2)
a[0, 0], last[1] = 9, 8
assert top[0] == 9 and a[1, 2] == 8 and turned[2, 1] == 8
f = np.asfortranarray(np.arange(6).reshape(2, 3))
turned = edge(f)[2]
turned[2, 1] = 7
assert f[1, 2] == 7
d = np.array(["2020-01-01", "2021-01-01"], "M8[D]").reshape(2, 1)
edge(d)[1][0] = np.datetime64("2022-01-01")
assert str(d[0, 0]) == "2022-01-01"
