# %% [markdown]
# a decorator that swallows what it decorates

# %% answer
def logged(text):
    def decorate(function):
        def inner(*args):
            try:
                return function(*args)
            except BaseException as error:
                raise ValueError(text) from error

        return inner

    return decorate


# %% test
import pytest


@logged("x")
def check(x):
    assert x == 2


try:
    check(1)
except ValueError:
    pass
