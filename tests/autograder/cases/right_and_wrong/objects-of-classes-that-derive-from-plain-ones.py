# %% [markdown]
# objects of classes that derive from plain ones

# %% right
from enum import IntEnum
from typing import NamedTuple


class Level(IntEnum):
    LOW = 1


class Point(NamedTuple):
    x: int

    def norm(self):
        return self.x


class Stack(list):
    pass


class Bag(dict):
    pass


class Name(str):
    pass


stack, bag = Stack([1, 2]), Bag(a=1)


# %% wrong
class Level:
    LOW = 1


class Stack:
    pass


stack = bag = Stack()

# %% test
assert isinstance(Level.LOW, int) and issubclass(Level, int)
assert isinstance(Point(3), tuple) and issubclass(Point, tuple)
assert type(Point(3)) is type(Point(4)) and type(Point(3)) == Point
assert isinstance(Name("a"), str) and isinstance(stack, Stack)
assert isinstance(stack, list) and isinstance(bag, dict) and not isinstance(bag, list)
assert stack[0] == 1 and bag["a"] == 1 and len(stack) == 2
