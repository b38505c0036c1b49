# %% [markdown]
# a function of a library that is forbidden

# %% right
def solve(a, b):
    return np.linalg.lstsq(a, b, rcond=None)[0]


# %% wrong
def solve(a, b):
    return np.linalg.solve(a, b)


# %% test
keep = np.linalg.solve
np.linalg.solve = None
try:
    assert np.allclose(solve(np.eye(2), np.ones(2)), 1)
finally:
    np.linalg.solve = keep
