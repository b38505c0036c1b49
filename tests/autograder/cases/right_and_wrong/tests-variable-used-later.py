# %% [markdown]
# test's variable used later

# %% right
x = 1

# %% wrong
x = 2

# %% test
given = [1, 2, 3]
assert x == 1

# %% later
total = sum(given)

# %% later-test
assert total == 6
