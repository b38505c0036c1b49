# %% [markdown]
# dice that are patched

# %% right
def dice():
    return random.randint(1, 6) * 2


# %% wrong
def dice():
    return 7


# %% test
from unittest.mock import patch

with patch("random.randint", side_effect=[2, 5]) as r:
    assert dice() + dice() == 14
r.assert_called_with(1, 6)
