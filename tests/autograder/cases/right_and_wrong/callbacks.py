# %% [markdown]
# callbacks

# %% right
def apply(f, xs):
    return [f(x) for x in xs]


# %% wrong
def apply(f, xs):
    return [x for x in xs]


# %% test
assert apply(lambda x: x + 1, [1, 2]) == [2, 3]
assert apply(abs, [-1]) == [1]
assert apply("-".join, [["a", "b"]]) == ["a-b"]
assert apply(np.sqrt, [4.0]) == [2.0]
