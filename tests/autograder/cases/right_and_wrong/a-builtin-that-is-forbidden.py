# %% [markdown]
# a builtin that is forbidden

# %% right
def total(xs):
    found = 0
    for x in xs:
        found += x
    return found


# %% wrong
def total(x):
    return sum(x)


# %% test
from unittest.mock import patch

with patch("builtins.sum", side_effect=AssertionError) as s:
    assert total([1, 2]) == 3
assert not s.called
