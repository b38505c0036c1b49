"""The talk between the processes: what it forgets, what it keeps as one, and what a call costs."""

import pytest

# What the fork server has imported before it forks.
pytest.importorskip("fairlearn.metrics")
pytest.importorskip("matplotlib.pyplot")
pytest.importorskip("matplotlib_inline.backend_inline")
pytest.importorskip("sklearn.ensemble")

from tests.autograder import boxes
from tests.autograder.boxes import Pair, errors, text
from tests.autograder.test_examiner import FakeLearner


def setup(source: str) -> dict:
    return {"id": "setup", "kind": "setup", "source": source}


def solution(source: str) -> dict:
    return {"id": "solution", "kind": "solution", "source": source}


def passes(both: Pair, test: str, timeout: float = 60) -> dict:
    told = both.test(test, timeout=timeout)
    assert errors(told) == []
    assert told["status"] == "ok"
    return told


# Objects that one side has let go.

RAISES = "def f(x):\n    if x < 0:\n        raise ValueError('negative')\n    return x\ng = f"


def test_a_function_that_raised_can_be_called_by_the_next_tests(pair):
    both = pair(solution(RAISES))
    both.cell(RAISES)
    passes(both, "try:\n    f(-1)\nexcept ValueError:\n    pass\nelse:\n    raise AssertionError")
    work = "tables = [[{} for j in range(300)] for i in range(300)]\n"
    passes(both, work + "import gc\ngc.collect()\nassert f(1) == 1")
    passes(both, "assert g(2) == 2")


def test_an_exception_leaves_nothing_of_the_learners_behind(pair):
    both = pair(solution(RAISES))
    both.cell(RAISES)
    told = passes(
        both,
        "import gc\ngc.collect()\ngc.disable()\n"
        "try:\n    f(-1)\nexcept ValueError:\n    pass\n"
        "found = [each for each in gc.get_objects() if type(each) is ValueError]\n"
        "print(sum(each.args == ('negative',) for each in found))\ngc.enable()",
    )
    assert text(told) == "0\n"


def test_an_object_in_a_cycle_of_the_tests_is_not_forgotten_by_half(pair):
    both = pair(solution(RAISES))
    both.cell(RAISES)
    passes(both, "import gc\ngc.disable()\nring = [f]\nring.append(ring)\ndel ring")
    passes(both, "gc.collect()\nassert f(1) == 1\ngc.enable()")


KEEPS = """
kept = []
def keep(x):
    kept.append(x)
def give():
    return kept[0]
def ask():
    return kept[0](1)
def raises():
    try:
        kept[0]()
    except Exception as error:
        kept.append(error)
def again():
    raise kept[1]
"""


def test_an_object_of_the_test_that_the_learner_keeps_is_there_in_the_next_test(pair):
    both = pair(solution(KEEPS))
    both.cell(KEEPS)
    passes(both, "def mine(x):\n    return x + 1\nkeep(mine)")
    both.cell("import gc\ngc.collect()")
    passes(both, "assert ask() == 2 and give() is mine")
    passes(both, "assert ask() == 2 and give() is mine")


def test_an_exception_of_an_earlier_test_is_an_error_of_this_test_only(pair):
    both = pair(solution(KEEPS))
    both.cell(KEEPS)
    passes(both, "def mine():\n    raise ValueError('mine')\nkeep(mine)\nraises()")
    passes(both, "try:\n    again()\nexcept RuntimeError:\n    pass")
    passes(both, "keep(3)")


def test_an_object_that_is_no_longer_known_is_an_error_of_that_test_only(pair):
    both = pair(solution(RAISES))
    both.cell(RAISES)
    told = both.test(
        "from autograder.bridge.proxy import facts_of\nlink = facts_of(f)[0]\n"
        "link.theirs.objects.clear()\nlink.names.fetched.clear()\nf(1)\ng(2)"
    )
    assert errors(told) == [
        "RuntimeError: the learner's code gave an object that is no longer known here"
    ]
    assert not told["gone"]
    passes(both, "assert f(1) == 1")


def test_what_the_learner_no_longer_holds_is_let_go_by_the_test(pair):
    both = pair(solution("def f(x):\n    return x(1)"))
    both.cell("def f(x):\n    return x(1)")
    passes(
        both,
        "class Thing:\n    def __call__(self, x):\n        return x\n"
        "assert all(f(Thing()) == 1 for _ in range(50))",
    )
    passes(both, "assert f(abs) == 1")
    passes(
        both,
        "import gc\ngc.collect()\n"
        "assert sum(type(each) is Thing for each in gc.get_objects()) < 2\nassert f(abs) == 1",
    )


# What is one object stays one.

STATE = """
import numpy as np
xarray = np.arange(3)
row = [100, 200]
example_list = [0, 1, xarray, 'hello world', row]
table = [row, row]
everything = {'list': example_list, 'table': table}
def is_row(x):
    return x is row
def change():
    row[0] = -1
    xarray[0] = -1
def seen():
    return row, xarray.tolist()
def parts():
    return example_list[2], table[1], row
"""


@pytest.fixture
def state(pair):
    both = pair(setup("import numpy as np"), solution(STATE))
    both.cell(STATE)
    return both


@pytest.mark.parametrize(
    "test",
    [
        "assert example_list == [0, 1, xarray, 'hello world', [100, 200]]",
        "assert xarray is example_list[2] and example_list[2] is xarray",
        "assert example_list[4] is row and table[0] is row and table[1] is row",
        "row\nassert table[0] is row and example_list[4] is row",
        "everything\nassert everything['list'] is example_list and everything['table'][1] is row",
        "table\neverything\nassert everything['table'] is table and table[0] is row",
    ],
)
def test_an_object_under_two_names_is_one_in_a_test(state, test):
    passes(state, test)


def test_what_is_part_of_a_fetched_value_is_the_same_for_the_learners_code(state):
    passes(state, "assert is_row(table[1]) and is_row(example_list[4]) and not is_row([100, 200])")
    passes(state, "table\nfound = parts()\nassert found[1] is found[2] is table[0]")


def test_a_part_that_the_learners_code_changes_is_changed_under_every_name(state):
    passes(
        state,
        "kept = example_list[2], table[1]\nchange()\n"
        "assert row == [-1, 200] and table == [[-1, 200]] * 2 and xarray[0] == -1\n"
        "assert table[0] is row and example_list[2] is xarray\n"
        "assert example_list[4] == [-1, 200] and kept[0][0] == -1 and kept[1][0] == -1",
    )


def test_a_part_that_the_test_changes_is_changed_for_the_learners_code(state):
    passes(
        state,
        "table[0][1] = 7\nexample_list[2][2] = 9\n"
        "assert seen() == ([100, 7], [0, 1, 9]) and table[1] == [100, 7]",
    )


def test_equal_objects_under_two_names_are_two_in_a_test(pair):
    both = pair(solution("a = b = 0"))
    both.cell("a = [1]\nb = [1]\nc = [a, b]\nd = [a[:], b]")
    passes(both, "assert a is not b and c[0] is a and c[1] is b and d[0] is not a and d[1] is b")


def test_a_name_that_is_bound_to_another_object_is_no_longer_the_first(pair):
    both = pair(solution("a = b = 0\ndef turn():\n    pass"))
    both.cell("a = [1]\nb = a\ndef turn():\n    global b\n    b = [1]")
    passes(both, "assert a is b\nturn()\nassert a is not b and a == b")


def test_a_list_that_is_given_twice_is_one_for_the_learners_code(pair):
    source = (
        "def same(x, y, z=None):\n    return x is y, z is not None and z[0] is x\n"
        "def fill(x, y):\n    x.append(1)\n    y.append(2)\n    return y"
    )
    both = pair(solution(source))
    both.cell(source)
    passes(both, "a = [1]\nassert same(a, a, z=[a]) == (True, True)\nassert not same(a, [1])[0]")
    passes(both, "a = []\nassert fill(a, a) is a and a == [1, 2]")
    passes(both, "row = [0]\nassert same(*[row] * 2)[0] and same(row, 1, [row])[1]")


def test_rows_that_are_one_list_show_the_mistake_of_making_them_so(pair):
    both = pair(solution("grid = 0\ndef mark(g):\n    g[0][0] = 1\n    return g"))
    both.cell("grid = [[0] * 2] * 2\ndef mark(g):\n    g[0][0] = 1\n    return g")
    passes(both, "grid[0][0] = 5\nassert grid == [[5, 0], [5, 0]]")
    passes(both, "assert mark([[0] * 2] * 2) == [[1, 0], [1, 0]]")
    passes(both, "mine = [[0] * 2] * 2\nmark(mine)\nassert mine == [[1, 0], [1, 0]]")


# Values fetched from, and given to, the learner's objects.

MODEL = """
import numpy as np, pandas as pd
class Model:
    def __init__(self):
        self.items = []
        self.w = np.zeros(3)
        self.df = pd.DataFrame({'a': [1, 2], 'b': [3., 4.]})
        self.rows = [[0], [0]]
    def get(self):
        return self.items
    def add(self, x):
        self.items.append(x)
    def total(self):
        return float(self.w.sum())
    def __getitem__(self, place):
        return self.rows[place]
m = Model()
def fresh():
    return [1]
"""


@pytest.fixture
def model(pair):
    both = pair(setup("import numpy as np\nimport pandas as pd"), solution(MODEL))
    both.cell(MODEL)
    return both


@pytest.mark.parametrize(
    "test",
    [
        "m.items.append(1)\nassert m.items == [1] and m.get() == [1]",
        "m.w[0] = 5\nassert m.w.tolist() == [5, 0, 0] and m.total() == 5",
        "m.w += 1\nassert m.w.tolist() == [1, 1, 1] and m.total() == 3",
        "m.get().append(2)\nassert m.items == [2]",
        "m.df.loc[0, 'a'] = 10\nassert m.df['a'].tolist() == [10, 2]",
        "m[1].append(7)\nassert m[1] == [0, 7] and m.rows == [[0], [0, 7]]",
        "m.rows[0].append(1)\nassert m.rows == [[0, 1], [0]] and m[0] == [0, 1]",
        "assert m.items is m.items and m.get() is m.items and m[0] is m.rows[0]",
        "kept = m.items\nm.add(3)\nassert kept == [3] and kept is m.items",
        "kept = m.w\nm.w[1] = 2\nassert kept[1] == 2\nm.total()\nkept[2] = 1\n"
        "assert m.total() == 3",
        "row = m.w[1:]\nfor _ in range(50):\n    fresh()\nrow[0] = 4\nassert m.total() == 4",
        "inner = m.rows[0]\nfor _ in range(50):\n    fresh()\ninner.append(9)\n"
        "assert m[0] == [0, 9]",
        "one = fresh()\none.append(2)\nassert fresh() == [1] and one == [1, 2]",
        "mine = [4]\nm.items = mine\nm.add(5)\nassert mine == [4, 5] and m.items is mine",
    ],
)  # fmt: skip
def test_what_an_attribute_item_or_call_gives_is_the_learners_object_itself(model, test):
    passes(model, test)


def test_a_change_of_an_attribute_at_the_end_of_a_test_is_there_in_the_next(model):
    passes(model, "m.items.append(1)")
    passes(model, "assert m.items == [1]")
    model.cell("m.items.append(2)")
    passes(model, "assert m.items == [1, 2]")


LATER = """
from contextlib import contextmanager
def keep(d):
    def later():
        d['b'] = 6
    return later
@contextmanager
def setting(d, **values):
    before = dict(d)
    d.update(values)
    yield
    d.clear()
    d.update(before)
kept = []
def hold(x):
    kept.append(x)
def is_held(x):
    return kept[-1] is x
def held():
    return kept[-1]
def seen(*more):
    return repr(kept) + repr(packed) + repr(more)
packed = []
def pack(x):
    packed.append([x])
    return packed[-1]
class Holder:
    x = None
m = Holder()
"""


@pytest.fixture
def later(pair):
    both = pair(solution(LATER))
    both.cell(LATER)
    return both


@pytest.mark.parametrize(
    "test",
    [
        "d = {}\nl = keep(d)\nl()\nassert d == {'b': 6}",
        "d = {'a': 1}\nwith setting(d, a=2, c=3):\n    assert d == {'a': 2, 'c': 3}\n"
        "assert d == {'a': 1}",
        "x = [1]\nhold(x)\nassert is_held(x) and held() is x\nx.append(2)\nassert is_held(x)\n"
        "assert held() == [1, 2] and held() is x",
        "d = {}\nl = keep(d)\nfor _ in range(200):\n    hold([1])\nl()\nassert d == {'b': 6}",
        "x, y = [1], {}\nhold((x, y))\nheld()[1]['k'] = 1\nassert y == {'k': 1}",
        "d = {}\nl = keep(d)\nd['a'] = 1\nl()\nassert d['a'] == 1",
    ],
)
def test_what_was_given_to_a_call_is_still_one_value_after_it(later, test):
    passes(later, test)


def test_what_a_test_does_to_its_own_values_after_a_call_is_not_told(later):
    passes(
        later,
        "given = [1]\nhold(given)\ngiven.append(48152)\nassert '48152' not in seen()\n"
        "assert '48152' not in seen()",
    )
    passes(later, "assert '48152' not in seen()")
    passes(
        later,
        "given = [[1], [2]]\nhold(given)\ngiven[1].append(48152)\nis_held(given[0])\n"
        "assert '48152' not in seen()",
    )
    passes(later, "assert '48152' not in seen()")
    for use in (
        "kept = [5]\nhold(given)",
        "r = held()",
        "r = pack(given)",
        "r = pack(pack(given))",
        "r = kept",
        "m.x = given",
    ):
        passes(
            later,
            f"given = [1]\nhold(given)\n{use}\ngiven.append(48152)\nis_held(1)\n"
            "assert '48152' not in seen() and '48152' not in seen(m.x)\n"
            "assert '48152' not in seen(lambda: given)",
        )
        passes(later, "assert '48152' not in seen() and '48152' not in seen(m.x)")


def test_a_value_that_was_given_and_then_gets_a_shared_name_is_shared(later):
    passes(later, "x = [1]\nhold(x)\nkept = x\nkept.append(2)\nassert seen().startswith('[1, 2]')")
    passes(later, "kept = [[1]]\nx = kept[0]\nhold(x)\nx.append(2)\nassert kept[-1] is x")


SEVERAL = """
import numpy as np
def walk(see):
    x = np.zeros(2)
    for step in range(3):
        x[0] = step
        see(x)
def pairs(see):
    path = []
    for step in range(3):
        path.append(step)
        see(path)
    path.clear()
def fill(x, see):
    x.append(1)
    see()
    x.append(2)
def asks(see):
    x = [1]
    see(x)
    return x
def many(see):
    return sum(see([step]) for step in range(2000))
def gets(give):
    give().append(5)
"""


@pytest.mark.parametrize(
    "test",
    [
        "p = []\nwalk(p.append)\nassert [each.tolist() for each in p] == [[2, 0]] * 3\n"
        "assert p[0] is p[1] is p[2]",
        "p = []\npairs(p.append)\nassert p == [[], [], []] and p[0] is p[2]",
        "p = []\npairs(lambda x: p.append(list(x)))\nassert p == [[0], [0, 1], [0, 1, 2]]",
        "x, p = [], []\nfill(x, lambda: p.append(list(x)))\nassert p == [[1]] and x == [1, 2]",
        "assert asks(lambda x: x.append(2)) == [1, 2]",
        "mine = []\ngets(lambda: mine)\nassert mine == [5]",
        "assert many(len) == 2000",
        "from autograder.bridge.proxy import facts_of\nlink = facts_of(many)[0]\n"
        "assert many(lambda x: x[0]) == 1999000 and len(link.replicas.by_number) < 50",
    ],
)
def test_what_a_callback_is_given_is_the_learners_object_itself(pair, test):
    both = pair(setup("import numpy as np"), solution(SEVERAL))
    both.cell(SEVERAL)
    passes(both, test)


def test_results_that_a_test_no_longer_uses_are_let_go(pair):
    source = (
        "import gc, numpy as np\ndef give(n):\n    return [n, np.zeros((3, 4567))]\n"
        "def living():\n    gc.collect()\n"
        "    return sum(type(o) is np.ndarray and o.shape == (3, 4567) for o in gc.get_objects())\n"
        "def lists():\n    gc.collect()\n"
        "    return sum(type(o) is list and len(o) == 2 and type(o[1]) is np.ndarray\n"
        "               for o in gc.get_objects())"
    )
    both = pair(setup("import numpy as np"), solution(source))
    both.cell(source)
    passes(
        both,
        "for i in range(300):\n    assert give(i)[0] == i\n"
        "from autograder.bridge.proxy import facts_of\nlink = facts_of(give)[0]\n"
        "assert len(link.replicas.by_number) < 50\nassert lists() < 50",
    )


def test_results_that_a_test_keeps_are_followed_up_to_a_bound(pair):
    source = "def give(n):\n    return [n]"
    both = pair(solution(source))
    both.cell(source)
    passes(
        both,
        "kept = [give(i) for i in range(1000)]\n"
        "from autograder.bridge.proxy import facts_of\nlink = facts_of(give)[0]\n"
        "assert len(link.replicas.by_number) < 200\nassert kept == [[i] for i in range(1000)]",
    )


NESTED = """
def nest(n):
    x = []
    for _ in range(n):
        x = [x]
    return x
def chain(n):
    x = None
    for _ in range(n):
        x = {'value': 1, 'next': x}
    return x
def deep(see, n=900):
    return see(nest(150)) if n == 0 else deep(see, n - 1)
def depth(x):
    n = 0
    while x:
        x = x[0]
        n += 1
    return n
"""


@pytest.mark.parametrize("levels", [41, 60, 150, 199])
def test_a_list_of_many_levels_is_a_list(pair, levels):
    both = pair(solution(NESTED))
    both.cell(NESTED)
    passes(
        both,
        f"found = nest({levels})\nassert type(found) is list\nn = 0\nwhile found:\n"
        f"    found, n = found[0], n + 1\nassert n == {levels}\n"
        f"x = []\nfor _ in range({levels}):\n    x = [x]\nassert depth(x) == {levels}\n"
        f"assert chain({levels})['next']['next']['value'] == 1",
    )
    passes(both, "assert depth([[]]) == 1")


def test_a_list_of_many_levels_crosses_out_of_a_recursion_too(pair):
    both = pair(solution(NESTED))
    both.cell(NESTED)
    passes(
        both,
        "def mine(n):\n    return depth(nest(150)) if n == 0 else mine(n - 1)\n"
        "assert mine(900) == 150 and deep(lambda x: len(x)) == 1",
    )
    passes(both, "assert depth([[]]) == 1")


@pytest.mark.weekly
@pytest.mark.parametrize("levels", [300, 900, 5000])
def test_a_list_of_too_many_levels_ends_no_other_test(pair, levels):
    both = pair(solution(NESTED))
    both.cell(NESTED)
    told = both.test(f"found = nest({levels})\nassert depth([[]]) == 1\nchain({levels})")
    assert not told.get("gone") and errors(told) == []
    both.test(f"x = []\nfor _ in range({levels}):\n    x = [x]\ndepth(x)")
    passes(both, "assert depth([[]]) == 1")


READS = """
def f(it):
    return list(it)
def read(file):
    return file.read()
def rows(cursor):
    return cursor.fetchall()
def kinds(x):
    return type(x).__name__
def grow(a):
    a.append(3)
    return a
def made():
    from array import array
    return array('d', [1, 2])
"""


@pytest.mark.parametrize(
    "test",
    [
        "assert f(iter([1, 2])) == [1, 2]",
        "import io\nassert read(io.StringIO('text')) == 'text'",
        "import sqlite3\nc = sqlite3.connect(':memory:').execute('select 1')\n"
        "assert rows(c) == [(1,)]",
        "assert f(x for x in (1, 2)) == [1, 2] and f(map(str, (1, 2))) == ['1', '2']",
        "from array import array\na = array('i', [1, 2])\nassert grow(a) is a\n"
        "assert a == array('i', [1, 2, 3]) and kinds(a) == 'array'",
        "from array import array\nassert made() == array('d', [1, 2])\n"
        "assert isinstance(made(), array) and made().typecode == 'd'",
    ],
)
def test_readers_and_arrays_of_a_test_can_be_read_in_one_test_after_the_other(pair, test):
    both = pair(solution(READS))
    both.cell(READS)
    passes(both, test)
    passes(both, "import gc\ngc.collect()\n" + test)
    both.cell("import gc\ngc.collect()")
    passes(both, test)


# NaN.


def test_a_nan_of_the_learners_is_the_one_that_it_was(pair):
    both = pair(setup("import numpy as np"), solution("answer = 0"))
    both.cell(
        "import numpy as np, math\nanswer = np.nan\nvals = [1.0, np.nan]\nd = {'a': math.nan}\n"
        "other = float('nan')\ndef f():\n    return np.nan\ndef g(x):\n    return x is np.nan"
    )
    passes(
        both,
        "import math\nassert answer is np.nan and f() is np.nan and np.nan in vals\n"
        "assert vals == [1.0, np.nan] and d == {'a': math.nan}\n"
        "assert g(np.nan) and not g(float('nan'))\n"
        "assert other is not np.nan and other != np.nan and [other] != [np.nan]",
    )


# What a call costs.

STEP = """
import numpy as np, gc
v = np.zeros((100, 100))
numbers = list(range(20_000))
def step(v):
    return v + 1
def one(x):
    return x + 1
def total():
    return float(v.sum())
def living():
    gc.collect()
    return sum(type(o) is np.ndarray and o.shape == (100, 100) for o in gc.get_objects())
"""
COUNTS = """
from autograder.bridge.proxy import facts_of
from autograder.bridge.codec import Packer
link = facts_of(step)[0]
packs = []
inner = Packer.pack
def counted(self, value):
    packs.append(type(value).__name__)
    return inner(self, value)
Packer.pack = counted
"""


@pytest.fixture
def stepping(pair):
    both = pair(setup("import numpy as np"), solution(STEP))
    both.cell(STEP)
    yield both


def test_binding_a_name_again_and_again_keeps_the_last_value_only(stepping):
    passes(
        stepping,
        "for _ in range(100):\n    v = step(v)\nassert v[0, 0] == 100 and total() == 1e6\n"
        "from autograder.bridge.proxy import facts_of\nlink = facts_of(step)[0]\n"
        "assert len(link.replicas.by_number) <= 3",
    )


def test_the_learners_process_keeps_the_last_value_of_a_name_only(stepping):
    stepping.cell(
        "import sys\nfrom autograder.learner.process import LearnerEnd\n"
        "def kept():\n    gc.collect()\n"
        "    return [len(o.replicas.by_number) for o in gc.get_objects() if type(o) is LearnerEnd]"
    )
    passes(stepping, "for _ in range(100):\n    v = step(v)\nassert kept()[0] <= 3, kept()")


def test_a_value_that_has_not_changed_is_not_packed_for_a_call(stepping):
    passes(
        stepping,
        f"numbers, v, one{COUNTS}one(1)\npacks.clear()\nfor i in range(20):\n    one(i)\n"
        "assert set(packs) == {'int'} and len(packs) == 20, packs",
    )


def test_a_function_is_asked_for_once_for_all_its_calls(stepping):
    told = passes(stepping, "for i in range(100):\n    assert one(i) == i + 1")
    assert told["trips"] < 110


@pytest.mark.parametrize(
    "change",
    ["global one\n    one = other", "globals()['one'] = other", "global one\n    del one"],
)
def test_a_name_that_the_learners_code_binds_anew_is_asked_for_again(pair, change):
    source = f"def one(x):\n    return 1\ndef other(x):\n    return 2\ndef turn():\n    {change}"
    both = pair(solution(source))
    both.cell(source)
    told = both.test("assert one(0) == one(0) == 1\nturn()\nassert one(0) == 2")
    assert errors(told) == (["NameError: name 'one' is not defined"] if "del" in change else [])


def test_an_import_that_the_learners_code_replaces_is_asked_for_again(pair):
    source = "from statistics import mean\ndef turn():\n    global mean\n    mean = max"
    both = pair(solution(source))
    both.cell(source)
    passes(both, "assert mean([1, 2, 6]) == 3\nturn()\nassert mean([1, 2, 6]) == 6")


def test_a_value_under_a_name_of_the_learners_own_stays_as_the_test_has_changed_it(pair):
    """What the learner's code has under a name that the instructor does not know stays there."""
    both = pair(solution("def f():\n    return 0"))
    both.cell("mine = [1]\ndef f():\n    return mine")
    passes(both, "mine.append(2)\nassert f() == [1] and mine == [1, 2] and f() == [1]")


def test_plain_names_that_the_learners_code_binds_anew_are_asked_for_again(pair):
    source = "n, t = 0, ''\ndef turn():\n    global n, t\n    n, t = n + 1, t + 'x'"
    both = pair(solution(source))
    both.cell(source)
    passes(both, "for i in range(5):\n    assert (n, t) == (i, 'x' * i)\n    turn()")


def test_a_change_before_a_name_is_bound_anew_reaches_the_learners_code(pair):
    source = "first = [1]\nsecond = first\ndef seen():\n    return second, first"
    both = pair(solution(source))
    both.cell(source)
    passes(both, "first.append(2)\nfirst = [9]\nassert seen() == ([1, 2], [9])")


def test_a_second_name_for_a_value_of_the_test_is_the_same_for_the_learners_code(pair):
    source = "a = b = 0\ndef same():\n    return a is b\ndef add():\n    a.append(1)"
    both = pair(solution(source))
    both.cell(source)
    passes(both, "a = [0]\nb = a\nassert same()\nadd()\nassert b == [0, 1] and a is b")
    passes(both, "b = [0]\na = [0]\nassert not same()")


def test_what_the_learners_code_does_to_a_list_of_the_test_by_its_name_is_seen(pair):
    source = "log = []\ndef record(x):\n    log.append(x)"
    both = pair(solution(source))
    both.cell(source)
    passes(both, "log = []\nmine = log\nrecord(5)\nassert log == [5] and mine is log")


@pytest.mark.parametrize("count", [7, 8, 15])
def test_values_that_the_test_changes_and_lets_go_of_at_once_are_changed(pair, count):
    """With the list for `end`, unused values are looked for at the 8th and the 16th."""
    source = (
        "def f(give, end, n):\n    kept = [[i] for i in range(n)]\n    for each in kept:\n"
        "        give(each)\n    end([0])\n    return [len(each) for each in kept]"
    )
    both = pair(solution(source))
    both.cell(source)
    passes(
        both,
        "held = []\ndef end(_):\n    for each in held:\n        each.append(1)\n    held.clear()\n"
        f"assert f(held.append, end, {count}) == [2] * {count}",
    )


def test_a_call_that_was_too_large_to_be_made_leaves_both_sides_of_one_mind(pair):
    source = "import numpy as np\nv = np.zeros(3)\ndef f(*x):\n    return v"
    both = pair(setup("import numpy as np"), solution(source))
    both.cell(source)
    passes(
        both,
        "f()\nv\nv = np.ones(3)\nlarge = [np.zeros(6_000_000), np.zeros(6_000_000)]\n"
        "try:\n    f(*large)\nexcept ValueError:\n    pass\nelse:\n    raise AssertionError\n"
        "assert f() is v and f().tolist() == [1, 1, 1]",
    )


def test_a_function_of_the_learners_can_be_called_ten_thousand_times(stepping, monkeypatch):
    monkeypatch.setattr(boxes, "SECONDS", 500)
    told = passes(stepping, "for i in range(10_000):\n    assert one(i) == i + 1", timeout=400)
    assert told["trips"] > 10_000


# What a hostile process may say of copies and places.

NEW = {"n": 1, "values": [["value", 0], [7, 0], [["list", [1]], 0]], "changed": []}


def answered(**more):
    """An answer to every request, with these things in it."""

    def answer(header):
        return ({**NEW, "n": header["n"], **more}, ())

    return answer


def results(tree):
    return {"values": [["value", 0], [7, 0], [tree, 0]]}


def change(target, tree):
    return {"values": [*NEW["values"], [tree, 0]], "changed": [target]}


FALSE = {
    "a part of nothing": results(["part", 1, 0]),
    "a part by a text": results(["part", "1", "0"]),
    "a part that is a list": results(["part", [1], [0]]),
    "a place that is not there": results(["again", 5]),
    "a change in place of a result": results(["was", [0], "list", [[1]]]),
    "a change in place of nothing": change(9, ["was", [9, 0], "list", [[1]]]),
    "a change in place of no argument": change(-1, ["was", [-1, 4], "list", []]),
    "a change in place without a place": change(9, ["was", [], "list", [[1]]]),
    "a change under a number that is a list": change([9], ["list", [[1]]]),
    "changes that are no list": {"changed": 5},
    "a number of the test's own for a result": {"given": [0, 0, -1]},
    "a number that is a text": {"given": [0, 0, "1"]},
    "more numbers than results": {"given": [0, 0, 0, 1]},
    "numbers that are none": {"given": 5},
    "numbers to let go that are none": {"drop": 5},
    "an import of what is not listed": results(["import", "builtins", "eval"]),
    "an import of a module": results(["import", "numpy", ""]),
    "an import without a name": results(["import"]),
    "stale names that are none": {"stale": [["x"]]},
    "stale names that are a number": {"stale": 5},
}  # fmt: skip


@pytest.mark.parametrize("name", FALSE)
def test_a_false_place_is_nonsense_and_no_verdict(tmp_path, name):
    fake = FakeLearner(tmp_path, answered(**FALSE[name]))
    try:
        told = fake.test("try:\n    x\nexcept Exception as error:\n    print(repr(error))\n")
        assert told["status"] == "error" and told["gone"]
        assert fake.test("2.5")["status"] == "ok"
    finally:
        fake.examiner.stop()


def test_a_false_change_of_an_argument_reaches_no_other_value_of_the_test(tmp_path):
    """Only what was given to the call can be changed in place, and only by its own type."""
    calls = [["object", "S", 5], ["list", "q", 0]]

    def answer(header):
        if header["ask"] != "call":
            kind = {"module": "m", "name": "function", "bases": [], "specials": ["__call__"]}
            new = [["class", 1, kind], ["object", 5, 1, None]]
            return ({**NEW, "n": header["n"], **results(calls[0]), "new": new}, ())
        (number,) = told = header["given"]
        told = [number, number]
        was = ["was", [number, 0]]
        trees = [[*was, "list", "p", ["changed"]], [*was, "dict", ["p", []], ["p", []]]]
        values = [[None, 0], *([tree, 0] for tree in trees)]
        return ({"n": header["n"], "values": values, "changed": told}, ())

    fake = FakeLearner(tmp_path, answer)
    try:
        told = fake.test("given, other = [1], [1]\nf(given)\nprint(given, other)")
        assert text(told) == "['changed'] [1]\n"
    finally:
        fake.examiner.stop()
