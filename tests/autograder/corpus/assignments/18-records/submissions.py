# %% by="plain-class" answer="book"
class Book:
    def __init__(self, title, pages=0, authors=[]):
        self.title, self.pages, self.authors = title, pages, authors

    def is_long(self):
        return self.pages > 300


# %% by="orders-by-title" answer="book"
@dataclass(order=True)
class Book:
    title: str
    pages: int = 0
    authors: list = field(default_factory=list)

    @property
    def is_long(self):
        return self.pages >= 300


# %% by="not-frozen" answer="point"
@dataclass
class Point:
    x: float
    y: float = 0.0


# %% by="tuple-point" answer="point"
from collections import namedtuple

Point = namedtuple("Point", "x y")

# %% by="noisy" after="book"
print(Book("Mine", 12), sorted([Book("b", 2), Book("a", 1)]))
