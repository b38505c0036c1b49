# %% [markdown]
# what functools.wraps takes over

# %% right
import functools


def same(f):
    @functools.wraps(f)
    def inner(*args):
        return f(*args)

    return inner


# %% wrong
def same(f):
    return lambda *args: f(*args)


# %% test
@same
def area(w):
    "Of a square."
    return w * w


assert area.__doc__ == "Of a square." and area.__name__ == "area" and area(3) == 9
