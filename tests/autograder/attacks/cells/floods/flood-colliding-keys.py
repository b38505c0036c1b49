# %% [markdown]
# gives a test a set whose items all collide

# %% share
share = dict.fromkeys(each * (2**61 - 1) for each in range(1, 12_000))
