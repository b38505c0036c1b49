# %% [markdown]
# a number that is huge

# %% answer
x = 10 ** (10**7)

# %% test
assert x == 3
