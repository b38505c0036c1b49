# %% setup="imports"
import dataclasses
import inspect
import typing
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum, auto
from functools import singledispatch
from typing import NamedTuple

import pytest


# %% answer="item"
# A dataclass Item with name (text), price (float), tags (list, empty by default); a property
# `taxed`: the price and 19 per cent. Items are ordered by price and frozen.
### BEGIN SOLUTION
@dataclass(frozen=True, order=True)
class Item:
    name: str = field(compare=False)
    price: float
    tags: list = field(default_factory=list, compare=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError("a price is not negative")

    @property
    def taxed(self):
        return round(self.price * 1.19, 2)


### END SOLUTION

# %% test="item-fields" points=2
assert dataclasses.is_dataclass(Item)
assert [f.name for f in dataclasses.fields(Item)] == ["name", "price", "tags"]
tea = Item("tea", 2.0)
assert (tea.name, tea.price, tea.tags, tea.taxed) == ("tea", 2.0, [], 2.38)
assert dataclasses.asdict(tea) == {"name": "tea", "price": 2.0, "tags": []}
assert dataclasses.astuple(tea) == ("tea", 2.0, [])
tea.tags.append("hot")
assert tea.tags == ["hot"] and Item("milk", 1.0).tags == []

# %% test="item-frozen" points=1
with pytest.raises(dataclasses.FrozenInstanceError):
    tea.price = 1.0
with pytest.raises(AttributeError):
    tea.price = 1.0
with pytest.raises(ValueError, match="negative"):
    Item("x", -1)
cheaper = dataclasses.replace(tea, price=1.5)
assert cheaper.price == 1.5 and cheaper.name == "tea" and tea.price == 2.0

# %% test="item-order" points=1
items = [Item("b", 3.0), Item("a", 1.0), Item("c", 2.0)]
assert [i.name for i in sorted(items)] == ["a", "c", "b"]
assert Item("x", 1.0) < Item("a", 2.0) and max(items).name == "b"
assert [i.name for i in sorted(items, key=lambda i: i.name)] == ["a", "b", "c"]


# %% answer="point"
# A NamedTuple Point with x and y (floats, y is 0 by default) and a method norm().
### BEGIN SOLUTION
class Point(NamedTuple):
    x: float
    y: float = 0.0

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


### END SOLUTION

# %% test="point-test" points=2
p = Point(3, 4)
assert Point._fields == ("x", "y") and p._asdict() == {"x": 3, "y": 4}
assert p.norm() == 5 and p._replace(y=0).norm() == 3
x, y = p
assert (x, y) == (3, 4) and tuple(p) == (3, 4) and p[0] == 3 and len(p) == 2
assert issubclass(Point, tuple) and Point(1).y == 0
assert p == Point(3, 4) and Point(1, 5) < Point(2)
assert repr(p) == "Point(x=3, y=4)"


# %% answer="enums"
# An Enum Light with RED, GREEN, YELLOW and a method next(); an IntEnum Level, LOW 1, HIGH 2;
# a Flag Right, READ, WRITE, EXECUTE.
### BEGIN SOLUTION
class Light(Enum):
    RED = "r"
    GREEN = "g"
    YELLOW = "y"

    def next(self):
        members = list(Light)
        return members[(members.index(self) + 1) % len(members)]


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Right(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()


### END SOLUTION

# %% test="enum-members" points=2
assert [light.name for light in Light] == ["RED", "GREEN", "YELLOW"]
assert Light.RED.next() is Light.GREEN and Light.YELLOW.next() == Light.RED
assert Light["GREEN"] is Light.GREEN and Light("y") is Light.YELLOW
assert (
    len(Light) == 3
    and Light.RED in Light
    and list(Light.__members__)
    == [
        "RED",
        "GREEN",
        "YELLOW",
    ]
)
with pytest.raises(ValueError):
    Light("blue")
assert {Light.RED: "stop"}[Light("r")] == "stop"

# %% test="enum-numbers" points=1
assert Level.LOW < Level.HIGH and Level.HIGH == 2 and sorted([2, Level.LOW])[0] == 1
assert Level(2).name == "HIGH"
both = Right.READ | Right.WRITE
assert Right.READ in both and Right.EXECUTE not in both and both & Right.READ == Right.READ


# %% answer="shapes"
# An abstract class Shape with area(); Square(side) and Circle(radius). A function describe, by
# singledispatch: "number 3" for an int, "list of 2" for a list, "something" for the rest.
### BEGIN SOLUTION
class Shape(ABC):
    @abstractmethod
    def area(self): ...

    def double(self):
        return 2 * self.area()


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return 3.14159265 * self.radius**2


@singledispatch
def describe(x):
    return "something"


@describe.register
def _(x: int):
    return f"number {x}"


@describe.register
def _(x: list):
    return f"list of {len(x)}"


### END SOLUTION

# %% test="shapes-abstract" points=1
assert inspect.isabstract(Shape) and not inspect.isabstract(Square)
assert "area" in Shape.__abstractmethods__
with pytest.raises(TypeError, match="abstract"):
    Shape()
assert issubclass(Square, Shape) and issubclass(Shape, ABC) and isinstance(Circle(1), Shape)
assert Square.__mro__[1] is Shape and Square.__bases__ == (Shape,)

# %% test="shapes-area" points=1
total = sum(shape.area() for shape in [Square(2), Circle(1), Square(1)])
assert total == pytest.approx(8.14159265)
assert Square(3).double() == 18
assert {type(s).__name__ for s in (Square(1), Circle(1))} == {"Square", "Circle"}

# %% test="describe-test" points=1
assert (
    describe(3) == "number 3" and describe([1, 2]) == "list of 2" and describe("x") == "something"
)
assert hasattr(describe, "register") and list in describe.registry
describe.register(str, lambda x: f"text {x}")
assert describe("x") == "text x"
