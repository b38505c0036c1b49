# %% [markdown]
# seeded random

# %% right
def draw():
    return random.random()


# %% wrong
def draw():
    return 0.5


# %% test
random.seed(3)
a = draw()
random.seed(3)
assert a == random.random()
