# %% [markdown]
# a warning that is raised

# %% right
import warnings


def f(x):
    warnings.warn("old", DeprecationWarning)
    return x


# %% wrong
def f(x):
    return x


# %% test
import unittest, warnings

t = unittest.TestCase()
with t.assertWarns(DeprecationWarning):
    f(1)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    with t.assertRaises(DeprecationWarning):
        f(1)
