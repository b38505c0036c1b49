# %% [markdown]
# dataclass

# %% right
from dataclasses import dataclass


@dataclass(order=True)
class P:
    x: int
    y: int = 0


# %% wrong
class P:
    def __init__(self, x, y=0):
        self.x, self.y = x, y


# %% test
assert P(1) == P(1, 0)
assert P(1) < P(2)
assert P(1, 2).y == 2
assert repr(P(1)) == "P(x=1, y=0)"
assert [f for f in P.__dataclass_fields__]
