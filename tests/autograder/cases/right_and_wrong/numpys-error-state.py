# %% [markdown]
# numpy's error state

# %% right
def f(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


# %% wrong
def f(x):
    return 1 / (1 + np.exp(-x))


# %% test
with np.errstate(over="raise"):
    assert f(np.array([-1000.0, 0.0]))[1] == 0.5
