# %% [markdown]
# must not change its argument

# %% right
def f(x):
    return sorted(x)


# %% wrong
def f(x):
    x.sort()
    return x


# %% test
a = [2, 1]
assert f(a) == [1, 2]
assert a == [2, 1]
