# %% [markdown]
# a decorator on a test's function

# %% right
import functools


def twice(f):
    @functools.wraps(f)
    def inner(*a, **k):
        return f(*a, **k) * 2

    return inner


# %% wrong
def twice(f):
    return f


# %% test
@twice
def three(x=0):
    return 3 + x


assert three() == 6 and three(x=1) == 8
