# %% [markdown]
# text methods

# %% right
s = "Hello World"

# %% wrong
s = "Hello"

# %% test
assert s.split()[1].lower() == "world"
