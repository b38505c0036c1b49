# %% [markdown]
# a test that rebinds a global

# %% right
rate = 2


def f(x):
    return x * rate


# %% wrong
rate = 2


def f(x):
    return x * 2


# %% test
rate = 10
assert f(2) == 20
