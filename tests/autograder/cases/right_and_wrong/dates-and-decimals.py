# %% [markdown]
# dates and decimals

# %% right
import datetime as dt
from decimal import Decimal

day = dt.date(2026, 11, 24)
price = Decimal("1.10") * 3

# %% wrong
day = "2026-11-24"
price = 3.3

# %% test
import datetime

assert (datetime.date(2026, 12, 25) - day).days == 31
assert str(price) == "3.30"
