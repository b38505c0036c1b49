# %% [markdown]
# function

# %% right
def f(x):
    return x * x


# %% wrong
def f(x):
    return x + x


# %% test
assert f(3) == 9
assert f(-1) == 1
