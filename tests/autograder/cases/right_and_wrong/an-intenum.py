# %% [markdown]
# an IntEnum

# %% right
from enum import IntEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 2


# %% wrong
from enum import IntEnum


class Level(IntEnum):
    LOW = 2
    HIGH = 3


# %% test
assert Level.HIGH == 2 and Level.LOW < 2 and 2 in [Level.LOW, Level.HIGH]
assert sorted([2, Level.LOW])[0] == 1 and Level.HIGH + 1 == 3
assert {2: "b"}[Level.HIGH] == "b" and Level(2).name == "HIGH"
