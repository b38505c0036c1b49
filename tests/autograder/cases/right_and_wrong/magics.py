# %% [markdown]
# magics

# %% right
def f(x):
    return x + 1


# %% wrong
def f(x):
    return x


# %% test [raw]
# %matplotlib inline
# t = %timeit -o -n2 -r1 f(1)
# assert t.best >= 0
# assert f(1) == 2
