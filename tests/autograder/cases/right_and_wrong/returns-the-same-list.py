# %% [markdown]
# returns the same list

# %% right
def f(x):
    x.append(1)
    return x


# %% wrong
def f(x):
    return x + [1]


# %% test
a = []
assert f(a) is a and a == [1]
