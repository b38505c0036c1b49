# %% [markdown]
# frame changed in place

# %% right
def f(x):
    x["c"] = x["a"] + x["b"]


# %% wrong
def f(x):
    x = x.assign(c=3)


# %% test
d = pd.DataFrame({"a": [1], "b": [2]})
f(d)
assert list(d.columns) == ["a", "b", "c"]
assert d["c"].iloc[0] == 3
