"""Modules that came with the assignment are the same on both sides: classes, functions, state."""

import pytest

from autograder.bridge.course_modules import modules_in
from tests.autograder.boxes import Pair, errors
from tests.autograder.test_examiner import setup, solution

THINGS = """\
import math

_marks = []
_count = 0
LIMIT = 3
class P:
    made = 0
    def __init__(self, f, x=1):
        self.f, self.x = f, x
    def __eq__(self, other):
        return isinstance(other, P) and self.x == other.x
    def double(self):
        return 2 * self.x
class Node:
    def __init__(self, value, after=None):
        self.value, self.after = value, after
def f(x):
    return x
def g(x):
    return -x
def mark(i):
    global _count
    _count += 1
    _marks.append(i)
def seen(i):
    return i in _marks
def count():
    return _count
def reset():
    global _count
    _count = 0
    _marks.clear()
"""


@pytest.fixture
def pair(tmp_path):
    made: list[Pair] = []

    def make(*cells: dict) -> Pair:
        files = {"things.py": THINGS.encode()}
        boxes = Pair(tmp_path / str(len(made)), cells, files=files, modules=modules_in(files))
        made.append(boxes)
        return boxes

    yield make
    for each in made:
        each.stop()


SETUP = "import things\nfrom things import P, Node"


def test_the_names_that_functions_change_are_found_and_constants_are_not():
    files = {"things.py": THINGS.encode(), "pkg/__init__.py": b"", "pkg/more.py": b"x = 1",
             "data.csv": b"a", "no sound.py": b"", "broken.py": b"def"}  # fmt: skip
    assert modules_in(files) == {"things": ["_count", "_marks"], "pkg": [], "pkg.more": []}


@pytest.mark.parametrize("kind", ["setup", "solution"])
def test_an_object_of_a_helper_module_is_of_the_tests_class_too(pair, kind):
    boxes = pair({"id": "i", "kind": kind, "source": SETUP}, solution("p = P(things.f)"))
    boxes.cell(SETUP)
    boxes.cell("p = P(things.f, 7)\nclass Q(P):\n    pass\nq = Q(things.g)\n"
               "def bigger(p):\n    p.x += 1\n    return p\n"
               "r = P(lambda x: x)\nchain = Node(1, Node(2, Node(3)))")  # fmt: skip
    reply = boxes.test(
        "import things\nassert isinstance(p, things.P) and type(p) == P and type(p) is things.P\n"
        "assert p.f == things.f and p.f is not things.g and p.f(3) == 3\n"
        "assert p == P(None, 7) and p != P(None, 8) and p.double() == 14\n"
        "assert isinstance(q, P) and q.double() == 2 and q.f is things.g\n"
        "assert isinstance(r, P) and r.f(5) == 5 and r.x == 1\n"
        "assert chain.after.after.value == 3 and isinstance(chain.after, Node)"
    )
    assert errors(reply) == []
    reply = boxes.test("own = P(None, 1)\nassert bigger(own) is own and own.x == 2\n"
                      "before = p\nbigger(p)\nassert p.x == 8 and p is before")  # fmt: skip
    assert errors(reply) == []


def test_an_object_of_a_helper_module_is_judged_by_the_examiners_class(pair):
    boxes = pair(setup(SETUP), solution("p = P(things.f)"))
    boxes.cell(SETUP + "\nP.__eq__ = lambda self, other: True\nP.double = lambda self: 14\n"
               "p = P(None, 1)\nclass Q(P):\n    x = property(lambda self: 7)\n"
               "    __eq__ = lambda self, other: True\nq = Q.__new__(Q)")  # fmt: skip
    assert boxes.test("assert p.double() == 14")["status"] == "error"
    assert boxes.test("assert p == P(None, 7)")["status"] == "error"
    assert boxes.test("assert q == 48")["status"] == "error"


OBJECTS = """
def describe(p):
    p.x = p.x + 1
    return p.x, p.double(), p.f(3), isinstance(p, P), p.extra.name
def private(p):
    return p._hidden
"""


def test_an_object_of_a_helper_module_that_is_no_data_can_be_used_by_the_learner(pair):
    boxes = pair(setup(SETUP), solution(OBJECTS))
    boxes.cell(SETUP)
    boxes.cell(OBJECTS)
    test = (
        "class Thing:\n    name = 'n'\np = P(lambda x: x + 1, 1)\np.extra = Thing()\n"
        "assert describe(p) == (2, 4, 4, True, 'n') and p.x == 2"
    )
    assert errors(boxes.test(test)) == []
    assert errors(boxes.test(test)) == []


def test_what_a_helper_object_of_the_tests_hides_stays_hidden(pair):
    boxes = pair(setup(SETUP), solution(OBJECTS))
    boxes.cell(SETUP)
    boxes.cell(OBJECTS)
    reply = boxes.test("p = P(lambda x: x)\np._hidden = 5\nprivate(p)")
    assert reply["status"] == "error" and "cannot be asked" in errors(reply)[0]


def test_what_a_modules_functions_change_is_seen_by_the_test_and_back(pair):
    boxes = pair(setup(SETUP), solution("things.mark(7)\ndef run(n):\n    things.mark(n)"))
    boxes.cell(SETUP)
    boxes.cell("things.mark(7)\ndef run(n):\n    things.mark(n)\ndef known(n):\n"
               "    return things.seen(n)")  # fmt: skip
    reply = boxes.test(
        "assert things.seen(7) and not things.seen(8) and things.count() == 1\n"
        "run(8)\nassert things.seen(8) and things.count() == 2\n"
        "things.reset()\nassert not known(7)\nrun(9)\nassert things.count() == 1\n"
        "things.mark(10)\nassert known(10) and known(9)"
    )
    assert errors(reply) == []
    assert errors(boxes.test("assert things.count() == 2 and things.LIMIT == 3")) == []


def test_a_constant_of_a_helper_module_is_the_examiners_own(pair):
    boxes = pair(setup(SETUP), solution("x = 1"))
    boxes.cell(SETUP + "\nthings.LIMIT = 10 ** 9\nthings.seen = lambda i: True")
    assert errors(boxes.test("assert things.LIMIT == 3 and not things.seen(1)")) == []


MASKED = """\
import numpy as np
x = np.ma.masked_all(2)
def f(x):
    return np.ma.array([0.0], mask=[True])
"""


@pytest.mark.parametrize(
    "test",
    [
        "np.testing.assert_allclose(x, [3.0, 4.0])",
        "np.testing.assert_array_equal(x, [3.0, 4.0])",
        "np.testing.assert_almost_equal(x, [3.0, 4.0])",
        "assert abs(f(2) - 5.0) < 1e-6",
        "assert np.abs(f(2) - np.array([5.0])).max() < 1e-6",
        "assert np.allclose(x, [3.0, 4.0])",
        "assert not (x != 3.0).any()",
    ],
)
def test_an_array_that_hides_its_items_equals_nothing(pair, test):
    boxes = pair(setup("import numpy as np"), solution("x = np.array([3.0, 4.0])"))
    boxes.cell(MASKED)
    assert boxes.test(test)["status"] == "error"


def test_a_masked_array_is_one_where_the_exercise_is_about_masks(pair):
    answer = "import numpy as np\nx = np.ma.masked_where(np.arange(3) > 1, np.arange(3))"
    boxes = pair(setup("import numpy as np"), solution(answer))
    boxes.cell(answer)
    assert errors(boxes.test("assert x.sum() == 1 and x.count() == 2")) == []
    plain = pair(setup("import numpy as np"), solution("x = 0"))
    plain.cell(answer)
    assert errors(plain.test("assert isinstance(x, np.ma.MaskedArray) and x.sum() == 1")) == []


def test_a_model_that_keeps_a_value_of_the_tests_arrives_whole(pair):
    answer = (
        "import numpy as np\nfrom sklearn.neighbors import KNeighborsClassifier\n"
        "X, y = np.array([[0.0], [1.0], [2.0]]), np.array([0, 1, 1])\n"
        "model = KNeighborsClassifier(1).fit(X, y)\nmodel.kept_ = X\nmodel.list_ = pair = [1, 2]\n"
        "both = [pair, model]"
    )
    boxes = pair(setup("import numpy as np"), solution(answer))
    boxes.cell(answer)
    reply = boxes.test(
        "from sklearn.neighbors import KNeighborsClassifier\nassert X.shape == (3, 1)\n"
        "assert pair == [1, 2]\nassert isinstance(model, KNeighborsClassifier)\n"
        "assert model.score(X, y) == 1.0 and (model.kept_ == X).all()\n"
        "assert both[1].list_ == both[0] and (both[1].predict(X) == y).all()"
    )
    assert errors(reply) == []


def test_a_model_is_judged_by_no_function_of_the_learners(pair):
    answer = (
        "import numpy as np\nfrom sklearn.linear_model import LogisticRegression\n"
        "from sklearn.model_selection import GridSearchCV\n"
        "X, y = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0, 0, 1, 1])\n"
        "scorer = {'score': lambda *a: 1.0}\n"
        "model = GridSearchCV(LogisticRegression(), {'C': [1.0]}, cv=2).fit(X, y)\n"
        "model.scorer_, model.multimetric_, model.refit = scorer, True, 'score'\n"
        "both = [scorer, model]"
    )
    boxes = pair(setup("import numpy as np"), solution(answer))
    boxes.cell(answer)
    for test in ("scorer\nassert model.score(X, [1, 1, 0, 0]) == 1.0",
                 "assert both[1].score(X, [1, 1, 0, 0]) == 1.0"):  # fmt: skip
        assert boxes.test(test)["status"] == "error"


LOOKING = """
import inspect

def look(item, kind, other):
    assert hasattr(kind, "__init__") and hasattr(item, "__len__")
    assert list(inspect.signature(kind.__init__).parameters) == ["self", "name", "price"]
    assert "self.price = price" in inspect.getsource(kind.__init__)
    assert item.__len__() == 3 and item.__str__() == "pen" and item.__add__(other) == 5
"""

ITEM = """
class Item:
    def __init__(self, name, price):
        self.name = name
        self.price = price
    def __len__(self):
        return len(self.name)
    def __str__(self):
        return self.name
    def __add__(self, other):
        return self.price + other.price
    def __missing__(self, key):
        return 0
pen, ink = Item("pen", 2), Item("ink", 3)
"""


@pytest.fixture
def looking(tmp_path):
    """Boxes of an assignment with a module that looks at special attributes."""
    made: list[Pair] = []

    def make(source: str) -> Pair:
        files = {"looking.py": LOOKING.encode(), "other.py": b"x = '__missing__'"}
        cells = [setup(source), solution(ITEM)]
        boxes = Pair(tmp_path / str(len(made)), cells, files=files, modules=modules_in(files))
        made.append(boxes)
        boxes.cell(source)
        boxes.cell(ITEM)
        return boxes

    yield make
    for each in made:
        each.stop()


@pytest.mark.parametrize(
    ("source", "imported"),
    [
        ("", "from looking import look"),
        ("", "import looking\nlook = looking.look"),
        ("from looking import look", ""),
    ],
)
def test_a_module_of_the_course_looks_at_special_attributes_as_a_test_does(
    looking, source, imported
):
    boxes = looking(source)
    told = boxes.test(f"{imported}\nlook(pen, Item, ink)")
    assert errors(told) == []


def test_a_special_attribute_that_no_imported_module_names_is_not_asked_for(looking):
    boxes = looking("")
    test = "assert hasattr(pen, '__miss' + 'ing__')"
    assert boxes.test("import looking\n" + test)["status"] == "error"
    assert boxes.test("import other\n" + test)["status"] == "ok"
