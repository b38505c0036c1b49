# %% setup="imports"
import dataclasses
from dataclasses import dataclass, field


# %% answer="book"
# A data class `Book` with title, pages (an int) and authors (a list, empty by default); books are
# ordered by their pages, and `is_long` tells whether there are more than 300.
### BEGIN SOLUTION
@dataclass(order=True)
class Book:
    title: str = field(compare=False)
    pages: int = 0
    authors: list = field(default_factory=list, compare=False)

    @property
    def is_long(self):
        return self.pages > 300


### END SOLUTION

# %% test="book-is-dataclass" points=1
assert dataclasses.is_dataclass(Book)
assert [each.name for each in dataclasses.fields(Book)] == ["title", "pages", "authors"]

# %% test="book-defaults" points=2
first, second = Book("A", 10), Book("B", 20)
first.authors.append("Me")
assert second.authors == []
assert first.authors == ["Me"]

# %% test="book-order" points=1
assert Book("Z", 5) < Book("A", 6)
assert sorted([Book("x", 9), Book("y", 3)])[0].title == "y"

# %% test="book-dict" points=1
assert dataclasses.asdict(Book("T", 301, ["N"])) == {"title": "T", "pages": 301, "authors": ["N"]}
assert Book("T", 301).is_long and not Book("T", 300).is_long
assert repr(Book("T", 1)) == "Book(title='T', pages=1, authors=[])"


# %% answer="point"
# A frozen data class `Point` with x and y.
### BEGIN SOLUTION
@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0


### END SOLUTION

# %% test="point-frozen" points=1
p = Point(1, 2)
try:
    p.x = 5
except dataclasses.FrozenInstanceError:
    pass
else:
    raise AssertionError("a point must not change")
assert p.x == 1

# %% test="point-hash" points=1
assert Point(1, 2) == Point(1, 2)
assert len({Point(0, 0), Point(0, 0), Point(1, 0)}) == 2
assert dataclasses.replace(p, y=7) == Point(1, 7)
