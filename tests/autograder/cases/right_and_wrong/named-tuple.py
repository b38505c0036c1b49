# %% [markdown]
# named tuple

# %% right
from collections import namedtuple

Pt = namedtuple("Pt", "x y")
p = Pt(1, 2)

# %% wrong
p = (1, 2)
Pt = tuple

# %% test
assert p == (1, 2) and p.y == 2
assert isinstance(p, Pt)
assert isinstance(p, tuple) and Pt(3, 4).x == 3 and p._fields == ("x", "y")
