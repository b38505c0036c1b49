# %% [markdown]
# array changed in place

# %% right
def f(x):
    x[x < 0] = 0


# %% wrong
def f(x):
    x = abs(x)


# %% test
a = np.array([-1, 2, -3])
f(a)
assert a.tolist() == [0, 2, 0]
