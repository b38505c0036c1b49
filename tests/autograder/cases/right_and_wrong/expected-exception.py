# %% [markdown]
# expected exception

# %% right
def f(x):
    if x < 0:
        raise ValueError("negative")
    return x


# %% wrong
def f(x):
    return x


# %% test
import pytest

with pytest.raises(ValueError, match="neg"):
    f(-1)
assert f(1) == 1
