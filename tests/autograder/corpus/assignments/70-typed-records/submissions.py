# %% by="plain-class" answer="item"
class Item:
    def __init__(self, name, price, tags=[]):
        self.name, self.price, self.tags = name, price, tags

    def __lt__(self, other):
        return self.price < other.price

    def __gt__(self, other):
        return self.price > other.price

    @property
    def taxed(self):
        return round(self.price * 1.19, 2)


# %% by="dataclass-point" answer="point"
@dataclass
class Point:
    x: float
    y: float = 0

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


# %% by="constants" answer="enums"
class Light:
    RED = "r"
    GREEN = "g"
    YELLOW = "y"


class Level:
    LOW = 1
    HIGH = 2


class Right(Flag):
    READ = 1
    WRITE = 2
    EXECUTE = 4


# %% by="not-abstract" answer="shapes"
class Shape:
    def area(self):
        raise NotImplementedError

    def double(self):
        return self.area() * 2


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return self.radius**2 * 3.14159265


def describe(x):
    if isinstance(x, int):
        return f"number {x}"
    return f"list of {len(x)}" if isinstance(x, list) else "something"


# %% by="noisy" after="enums"
p = x = Light.RED
items = [Item("noise", 1.0)]
print(p, items, Point(1))
