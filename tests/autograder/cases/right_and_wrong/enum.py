# %% [markdown]
# enum

# %% right
from enum import Enum


class Col(Enum):
    R = 1
    G = 2


# %% wrong
from enum import Enum


class Col(Enum):
    R = 1
    G = 3


# %% test
assert Col["G"] is Col.G and Col(1) is Col.R
assert Col.G.value == 2
assert len(Col) == 2 and [c.name for c in Col] == ["R", "G"]
assert Col.R in Col
