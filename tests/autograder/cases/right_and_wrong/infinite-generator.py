# %% [markdown]
# infinite generator

# %% right
def g():
    n = 0
    while True:
        yield n
        n += 2


# %% wrong
def g():
    n = 0
    while True:
        yield n
        n += 1


# %% test
from itertools import islice

assert list(islice(g(), 4)) == [0, 2, 4, 6]
