# %% [markdown]
# a named tuple with a method

# %% right
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


# %% wrong
from typing import NamedTuple


class Point(NamedTuple):
    y: int
    x: int = 0

    def norm(self):
        return 4


# %% test
p = Point(3, 4)
assert p == (3, 4) and p < (4, 0) and 3 in p and p.norm() == 5
assert p + (5,) == (3, 4, 5) and [(1, 0), Point(0)][1] == (0, 0)
