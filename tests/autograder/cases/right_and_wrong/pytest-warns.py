# %% [markdown]
# pytest.warns

# %% right
import warnings


def f(x):
    if x < 0:
        warnings.warn("negative", UserWarning)
    return abs(x)


# %% wrong
import warnings


def f(x):
    warnings.warn("odd", RuntimeWarning)
    return abs(x)


# %% test
import pytest

with pytest.warns(UserWarning, match="neg"):
    assert f(-1) == 1
assert f(2) == 2
