# %% [markdown]
# a view of a part of the test's array

# %% right
def first(a):
    return a[:1]


# %% wrong
def first(a):
    return a[1:]


# %% test
a = np.arange(6.0)
part = first(a[1::2])
assert part.tolist() == [1]
assert first([a])[0] is a
