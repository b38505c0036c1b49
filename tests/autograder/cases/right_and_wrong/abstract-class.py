# %% [markdown]
# abstract class

# %% right
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...


class Square(Shape):
    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a**2


# %% wrong
class Shape:
    def area(self): ...


class Square(Shape):
    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a**2


# %% test
assert issubclass(Square, Shape) and isinstance(Square(2), Shape)
assert Square(3).area() == 9
try:
    Shape()
except TypeError:
    pass
else:
    raise AssertionError("Shape is not abstract")
