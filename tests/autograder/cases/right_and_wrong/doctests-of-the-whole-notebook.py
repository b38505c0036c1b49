# %% [markdown]
# doctests of the whole notebook

# %% right
def square(x):
    """
    >>> square(3)
    9
    """
    return x * x


# %% wrong
def square(x):
    """
    >>> square(3)
    9
    """
    return x + x


# %% test
import doctest

assert doctest.testmod().failed == 0
