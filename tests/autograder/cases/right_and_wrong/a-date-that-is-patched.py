# %% [markdown]
# a date that is patched

# %% right
import datetime


def age(year):
    return datetime.date.today().year - year


# %% wrong
def age(x):
    return 2 * x


# %% test
import datetime
from unittest.mock import patch

with patch("datetime.date") as d:
    d.today.return_value.year = 2000
    assert age(1990) == 10
