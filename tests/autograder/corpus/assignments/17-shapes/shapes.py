# %% setup="base"
from abc import ABC, abstractmethod
from math import isclose, pi


class Shape(ABC):
    """What every shape can do."""

    @abstractmethod
    def area(self):
        """The area."""

    def describe(self):
        return f"{type(self).__name__} of area {self.area():.2f}"


# %% answer="circle"
# Derive `Circle(radius)` from Shape.
### BEGIN SOLUTION
class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return pi * self.radius**2


### END SOLUTION

# %% test="circle-class" points=1
assert issubclass(Circle, Shape)
assert isinstance(Circle(1), Shape)

# %% test="circle-area" points=1
assert isclose(Circle(2).area(), 12.566370614359172)
assert Circle(1).describe() == "Circle of area 3.14"


# %% answer="square"
# Derive `Rectangle(width, height)` from Shape and `Square(side)` from Rectangle. A side that is
# not positive is a ValueError. A square's side can be set, and changes both.
### BEGIN SOLUTION
class Rectangle(Shape):
    def __init__(self, width, height):
        if width <= 0 or height <= 0:
            raise ValueError("sides are positive")
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)

    @property
    def side(self):
        return self.width

    @side.setter
    def side(self, value):
        self.width = self.height = value


### END SOLUTION

# %% test="square-chain" points=1
assert issubclass(Square, Rectangle) and not issubclass(Circle, Rectangle)
assert [base.__name__ for base in Square.__mro__[:3]] == ["Square", "Rectangle", "Shape"]

# %% test="square-side" points=2
s = Square(3)
assert s.area() == 9 and s.side == 3
s.side = 5
assert (s.width, s.height) == (5, 5) and s.area() == 25

# %% test="square-refuses" points=1
for sides in [(0, 1), (2, -1)]:
    try:
        Rectangle(*sides)
        raise AssertionError("sides have to be positive")
    except ValueError:
        pass

# %% test="abstract" points=1
try:
    Shape()
except TypeError:
    ok = True
else:
    ok = False
assert ok
assert sum(shape.area() for shape in [Square(2), Rectangle(1, 3)]) == 7
