# %% [markdown]
# generators passed

# %% right
def draw(r):
    return r.normal(size=2)


# %% wrong
def draw(r):
    return np.zeros(2)


# %% test
a = np.random.default_rng(1)
b = np.random.default_rng(1)
assert (draw(a) == b.normal(size=2)).all()
assert (draw(a) == b.normal(size=2)).all()
r = np.random.RandomState(4)
s = np.random.RandomState(4)
assert (draw(r) == s.normal(size=2)).all() and r.rand() == s.rand()
