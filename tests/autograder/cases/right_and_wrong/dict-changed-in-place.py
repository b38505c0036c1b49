# %% [markdown]
# dict changed in place

# %% right
def f(x):
    x["k"] = x.get("k", 0) + 1


# %% wrong
def f(x):
    pass


# %% test
d = {"k": 1}
f(d)
assert d == {"k": 2}
f(d)
assert d["k"] == 3
