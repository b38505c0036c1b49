# %% [markdown]
# plain assert

# %% right
x = 3

# %% wrong
x = 4

# %% test
assert x == 3
