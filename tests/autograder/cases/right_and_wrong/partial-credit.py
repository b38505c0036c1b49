# %% [markdown]
# partial credit

# %% right
a, b = 1, 2

# %% test
points = 0.0
if a == 1:
    points += 1
if b == 2:
    points += 1
points
