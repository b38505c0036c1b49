# %% setup="imports"
import copy
import io
from dataclasses import dataclass

import numpy as np


# %% answer="basket"
class Basket:
    """A basket with a list of items, an array of weights and a count of all baskets."""

    made = 0
    ### BEGIN SOLUTION

    def __init__(self):
        self.items = []
        self.weights = np.zeros(3)
        Basket.made += 1

    def add(self, item):
        self.items.append(item)

    def contents(self):
        return self.items

    def __len__(self):
        return len(self.items)

    def __iadd__(self, item):
        self.items.append(item)
        return self

    ### END SOLUTION


# %% test="basket-count" points=1
Basket.made = 0
one, two = Basket(), Basket()
assert Basket.made == 2
assert one.items is not two.items

# %% test="basket-appended" points=1
one.items.append("pear")
assert one.items == ["pear"] and len(one) == 1
one.contents().append("fig")
assert one.contents() == ["pear", "fig"]

# %% test="basket-weights" points=1
two.weights[1] = 2.5
two.weights += 1
assert two.weights.tolist() == [1, 3.5, 1]

# %% test="basket-added" points=1
same = two
two += "plum"
assert two is same and two.items == ["plum"]

# %% test="basket-copied" points=1
deep, shallow = copy.deepcopy(two), copy.copy(two)
two.add("nut")
assert deep.items == ["plum"]
assert shallow.items == ["plum", "nut"]


# %% answer="place"
# A frozen data class `Place` with row and column.
### BEGIN SOLUTION
@dataclass(frozen=True)
class Place:
    row: int
    column: int


### END SOLUTION

# %% test="place-key" points=1
chart = {Place(1, 2): "tree"}
assert chart[Place(1, 2)] == "tree"
assert hash(Place(0, 0)) == hash(Place(0, 0))


# %% answer="lines"
def numbered(file):
    """The lines of an open file, each with its number."""
    ### BEGIN SOLUTION
    return [f"{n} {line.strip()}" for n, line in enumerate(file, start=1)]
    ### END SOLUTION


# %% test="lines-first" points=1
assert numbered(io.StringIO("a\nb")) == ["1 a", "2 b"]

# %% test="lines-again" points=1
assert numbered(io.StringIO("c")) == ["1 c"]
assert numbered(iter(["d", "e"])) == ["1 d", "2 e"]


# %% answer="load"
class LoadError(Exception):
    """A file that cannot be loaded."""


def load(path):
    """The text of a file; LoadError, caused by what open() raised, when there is none."""
    ### BEGIN SOLUTION
    try:
        with open(path) as file:
            return file.read()
    except OSError as error:
        raise LoadError(path) from error
    ### END SOLUTION


# %% test="load-cause" points=1
try:
    load("not-there.txt")
except LoadError as error:
    assert isinstance(error.__cause__, FileNotFoundError)
    assert error.__cause__.filename == "not-there.txt"
else:
    raise AssertionError("there is no such file")
