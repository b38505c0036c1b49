# %% [markdown]
# recursion

# %% right
def f(x):
    return 1 if x < 2 else x * f(x - 1)


# %% wrong
def f(x):
    return x


# %% test
assert [f(n) for n in range(6)] == [1, 1, 2, 6, 24, 120]
