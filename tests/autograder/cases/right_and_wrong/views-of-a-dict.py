# %% [markdown]
# views of a dict

# %% right
d = {"a": 1}
k, v = d.keys(), d.values()

# %% wrong
k, v = ["a"], [1]
d = {}

# %% test
assert k == {"a"} and "a" in k and list(v) == [1] and set(d.items()) == {("a", 1)}
