# %% [markdown]
# the same tuple twice

# %% right
from functools import lru_cache


@lru_cache
def made(n):
    return tuple(range(n))


# %% wrong
def made(n):
    return tuple(range(n))


# %% test
a = made(3)
assert a == (0, 1, 2) and made(3) is a and made(2) is not a
assert [made(3)][0] is a
