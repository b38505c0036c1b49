# %% [markdown]
# a helper that is patched

# %% right
def helper(x):
    return x + 1


def f(x):
    return helper(x) * 2


# %% wrong
def helper(x):
    return x + 1


def f(x):
    return (x + 1) * 2


# %% test
from unittest.mock import patch

with patch("__main__.helper", return_value=10) as h:
    assert f(1) == 20
h.assert_called_once_with(1)
