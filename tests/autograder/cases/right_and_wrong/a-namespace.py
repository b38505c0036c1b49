# %% [markdown]
# a namespace

# %% right
from types import SimpleNamespace

here = SimpleNamespace(x=1, y=[2])


def moved(p):
    p.x += 1
    return p


# %% wrong
from types import SimpleNamespace

here = SimpleNamespace(x=1, y=[3])


def moved(p):
    return p


# %% test
from types import SimpleNamespace

assert here == SimpleNamespace(x=1, y=[2])
p = SimpleNamespace(x=3)
assert moved(p) is p and p.x == 4 and vars(here)["y"] == [2]
here.x = 7
assert moved(here).x == 8 and isinstance(here, SimpleNamespace)
