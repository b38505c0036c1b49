# %% [markdown]
# assertRaises

# %% right
def f(x):
    raise KeyError(x)


# %% wrong
def f(x):
    raise TypeError(x)


# %% test
import unittest

t = unittest.TestCase()
with t.assertRaises(KeyError) as c:
    f("k")
assert c.exception.args == ("k",)
