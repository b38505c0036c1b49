# %% setup="imports"
import datetime
from collections import OrderedDict, namedtuple
from enum import Enum


# %% answer="enum"
class Light(Enum):
    """The lights of a crossing, in the order in which they come."""

    ### BEGIN SOLUTION
    RED = 1
    GREEN = 2
    AMBER = 3

    def following(self):
        lights = list(Light)
        return lights[(lights.index(self) + 1) % len(lights)]

    ### END SOLUTION


# %% test="enum-members" points=1
assert [light.name for light in Light] == ["RED", "GREEN", "AMBER"]
assert Light(2) is Light.GREEN and Light["AMBER"].value == 3

# %% test="enum-following" points=1
assert Light.RED.following() == Light.GREEN
assert Light.AMBER.following() is Light.RED

# %% answer="tuple"
# A named tuple `City` with name, people and area; `density` gives people for each unit of area.
### BEGIN SOLUTION
City = namedtuple("City", ["name", "people", "area"])


def density(city):
    return city.people / city.area


### END SOLUTION

# %% test="tuple-test" points=1
oslo = City("Oslo", 700, 450)
assert oslo.name == "Oslo" and oslo[1] == 700 and len(oslo) == 3
assert isinstance(oslo, tuple) and City._fields == ("name", "people", "area")
assert oslo._replace(area=700).area == 700

# %% test="tuple-density" points=1
assert density(City("X", 10, 4)) == 2.5
assert density(oslo) == 700 / 450

# %% answer="values"
### BEGIN SOLUTION
frozen = frozenset("hello")
raw = bytes([72, 105])
span = range(10, 0, -3)
ordered = OrderedDict(b=1, a=2)
nothing = None
truth = 3 > 2
big = 2**100
part = slice(1, None, 2)
### END SOLUTION

# %% test="values-types" points=2
kinds = [frozenset, bytes, range, OrderedDict, type(None), bool, int, slice]
found = [type(each) for each in (frozen, raw, span, ordered, nothing, truth, big, part)]
assert found == kinds

# %% test="values-values" points=1
assert frozen == set("helo") and raw == b"Hi" and list(span) == [10, 7, 4, 1]
assert ordered == OrderedDict([("b", 1), ("a", 2)]) and list(ordered) == ["b", "a"]
assert nothing is None and truth is True and big == 1267650600228229401496703205376
assert "abcdef"[part] == "bdf"


# %% answer="dates"
def weeks_until(day, start):
    """The whole weeks from start to day, both dates."""
    ### BEGIN SOLUTION
    return (day - start).days // 7
    ### END SOLUTION


# %% test="dates-test" points=1
date = datetime.date
assert weeks_until(date(2024, 3, 1), date(2024, 2, 1)) == 4
assert weeks_until(date(2024, 1, 1), date(2024, 1, 1)) == 0
assert weeks_until(datetime.date.max, datetime.date.min) == 521722
