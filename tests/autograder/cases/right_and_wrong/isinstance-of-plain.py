# %% [markdown]
# isinstance of plain

# %% right
d = {"a": 1}

# %% wrong
d = [("a", 1)]

# %% test
assert isinstance(d, dict) and "a" in d
