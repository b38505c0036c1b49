# %% [markdown]
# gives one after the other of VALUES, which hide something

# %% part
from decimal import Decimal

told = [VALUES]
turn = list(told)
