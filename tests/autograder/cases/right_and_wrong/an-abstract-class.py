# %% [markdown]
# an abstract class

# %% right
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...


class Square(Shape):
    def area(self):
        return 1


# %% wrong
class Shape:
    def area(self): ...


class Square(Shape):
    pass


# %% test
import inspect
from abc import ABC

assert inspect.isabstract(Shape) and not inspect.isabstract(Square)
assert issubclass(Shape, ABC) and isinstance(Square(), ABC)
