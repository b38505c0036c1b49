"""Test cells that cannot work across processes, or prove nothing, are recognised by their source.

Each case has a test that falls under its rule, and tests close to it that do not.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from autograder.advice.advise import RULES
from autograder.advice.lint_tests import RULES as LINT_RULES
from autograder.advice.lint_tests import lint_notebook
from autograder.records import SourceCell
from tests.autograder.case_files import CASES, SETUP

DOCUMENTED = (Path(__file__).parents[2] / "docs" / "grading.md").read_text(encoding="utf-8")

DOG = "class Dog:\n    def __init__(self, n):\n        self.n = n\nm = Dog(3)"
MONEY = (
    "class Money:\n    def __init__(self, n):\n        self.n = n\n"
    "    def __eq__(self, other):\n        return self.n == getattr(other, 'n', other)\n"
    "    def __sub__(self, other):\n        return Money(self.n - other)\n"
    "m = Money(3)\ndef pay():\n    return Money(3)"
)
F = "def f(x):\n    return x"


@dataclass
class Case:
    """A rule, a solution, the tests that it reports and those that it does not."""

    rule: str
    solution: str
    bad: list[str]
    good: list[str]
    setup: str = SETUP
    files: frozenset[str] = frozenset()
    later: list[tuple[str, str]] = field(default_factory=list)


TABLE = [
    Case("subclass-of-answer", DOG,
         ["class Puppy(Dog):\n    pass\nassert Puppy(1).n == 1"],
         ["class Puppy:\n    pass\nassert Dog(Puppy()).n", "assert isinstance(m, Dog)"]),
    Case("operator-of-object", "class Celsius:\n    real = 20.0\nt = Celsius()",
         ["assert t == 20.0", "assert 20.0 == t", "assert t - 1 == 19.0", "x = 20\nassert t < x"],
         ["assert float(t) == 20.0", "assert t.real == 20.0"]),
    Case("operator-of-object", "class Celsius(float):\n    pass\nt = Celsius(20)",
         [], ["assert t == 20.0", "assert t - 1 == 19.0", "x = 20\nassert t < x"]),
    Case("operator-of-object", MONEY,
         ["assert m < 4", "assert pay() + 1 == 4", "assert 5 - m == 2"],
         ["assert m == 3", "assert 3 != m", "assert pay() == 3", "assert m - 1 == 2",
          "assert m.n == 3"]),
    Case("operator-of-object",
         "from typing import NamedTuple\nclass P(NamedTuple):\n    x: int\np = P(1)",
         [], ["assert p == (1,)"]),
    Case("method-of-object",
         "class Table:\n    a = pd.Series([1])\nt = Table()",
         ["assert t.equals(pd.DataFrame({'a': [1]}))"],
         ["assert t.a.tolist() == [1]", "assert pd.DataFrame(t).equals(pd.DataFrame({'a': [1]}))"]),
    Case("method-of-object",
         "class Table(pd.DataFrame):\n    pass\nt = Table({'a': [1]})",
         [], ["assert t.equals(pd.DataFrame({'a': [1]}))"]),
    Case("method-of-object",
         "class M:\n    def equals(self, other):\n        return True\nm = M()",
         [], ["assert m.equals(3)"]),
    Case("assertion-suppressed", "from contextlib import contextmanager\n@contextmanager\n"
         "def ignoring(*kinds):\n    try:\n        yield\n    except kinds:\n        pass",
         ["with ignoring(AssertionError):\n    assert False"],
         ["with ignoring(KeyError):\n    {}['a']",
          "import pytest\nwith pytest.raises(AssertionError):\n    assert False"]),
    Case("objects-compared", MONEY,
         ["assert m == Money(3)", "a, b = 1, 2\nassert pay() != m"],
         ["assert m.n == Money(3).n", "assert m is m", "assert m == 3"]),
    Case("own-score", "class Model:\n    def score(self, X, y):\n        return 1.0\nm = Model()",
         ["assert m.score([[1]], [1]) > 0.9", "assert Model().score([], []) == 1"],
         ["assert m.predict([[1]]) == [1]"]),
    Case("own-score", "from sklearn.linear_model import LinearRegression\n"
         "m = LinearRegression().fit([[0], [1]], [0, 1])",
         [], ["assert m.score([[0], [1]], [0, 1]) > 0.9"]),
    Case("member-of-enum", "class Stack(list):\n    pass\ns = Stack()\nfrom enum import IntEnum\n"
         "class Level(IntEnum):\n    LOW = 1",
         ["from enum import IntEnum\nassert isinstance(Level.LOW, IntEnum)"],
         ["assert isinstance(s, list)", "assert isinstance(Stack(), (tuple, list))",
          "assert isinstance(s, Stack)", "assert isinstance(Level.LOW, int)"]),
    Case("member-of-enum", "from enum import Enum\nclass Col(Enum):\n    R = 1",
         ["from enum import Enum\nassert isinstance(Col.R, Enum)"],
         ["assert Col.R.value == 1", "assert isinstance(Col.R, Col)"]),
    Case("foreign-operator", "import torch\nx = torch.tensor(2.0)\ne = x + 1\nn = 3",
         ["assert e == x + 1", "assert e - 1 == 0"],
         ["assert str(e) == 'tensor(3.)'", "assert float(e.sum()) == 3.0", "assert n == 3"]),
    Case("expected-after-call", F,
         ["d = [3, 1]\nassert f(d) == sorted(d)",
          "d = {'a': 1}\nr = f(d)\nassert r == len(d)",
          "d = np.ones(3)\nr = f(d)\nexpected = d * 2\nassert np.allclose(r, expected)",
          "for xs in [[1], [2]]:\n    assert f(xs) == sum(xs)"],
         ["d = [3, 1]\nexpected = sorted(d)\nassert f(d) == expected",
          "d = [3, 1]\nassert sorted(d) == f(d)",
          "d = [3, 1]\nassert f(d.copy()) == sorted(d)",
          "d = [3, 1]\nassert f(d) is d and d == [1, 3]",
          "d = 3\nassert f(d) == d * 2",
          "for n in range(5):\n    assert f(n) == n * n",
          "for xs, total in [([1], 1), ([2], 2)]:\n    assert f(xs) == total"]),
    Case("expected-from-setup", "mean = df.x.mean()",
         ["assert mean == df.x.mean()", "want = df.x.mean()\nassert np.isclose(mean, want)"],
         ["df = pd.read_csv('a.csv')\nassert mean == df.x.mean()", "assert mean == 2",
          "assert mean > 10 * RATE", "assert f(df) == 3", "assert mean == double(1)"],
         setup=f"{SETUP}df = pd.read_csv('a.csv')\nRATE = 3\ndef double(x):\n    return 2 * x"),
    Case("import-of-solution", "from mytools import total\nt = total([1])\nimport numpy as np",
         ["assert t == total([1])", "assert isinstance(t, total)"],
         ["assert total([1]) == 1", "from mytools import total\nassert t == total([1])",
          "assert np.isclose(t, 1)"]),
    Case("points-of-answer", f"{F}\npoints = 3\ndef draw():\n    print('a')",
         ["points", "f(3)", "assert points\nf(3)[0]", "given = f(3)\ngiven"],
         ["n = 0\nif f(1) == 1:\n    n += 1\nn", "assert f(3) == 3", "draw()", "points = 3\npoints",
          "float(f(1) == 1)"]),
    Case("expected-is-shared", "expected = 4\nresult = f(2)\ndef f(x):\n    expected_inner = 1",
         ["expected = 5\nassert f(2) == expected",
          "result = [1]\nnp.testing.assert_equal(f(2), result)"],
         ["expected_inner = 5\nassert f(2) == expected_inner", "result = f(2)\nassert result == 4",
          "expected = 5\nassert f(expected) == 10", "assert expected == 4"]),
    Case("state-left-behind", "stock = {'a': 1}\nrate = 2\n" + F,
         ["stock['b'] = 2\nassert f(1)", "rate = 10\nassert f(2) == 20", "stock.clear()",
          "import numpy as np\nnp.linalg.solve = None\nassert f(1)",
          "from unittest.mock import patch\npatch('random.randint').start()\nassert f(1)"],
         ["mine = dict(stock)\nmine['b'] = 2",
          "old = rate\nrate = 10\nassert f(2) == 20\nrate = old",
          "keep = np.linalg.solve\nnp.linalg.solve = None\ntry:\n    f(1)\nfinally:\n"
          "    np.linalg.solve = keep",
          "from unittest.mock import patch\nwith patch('random.randint'):\n    assert f(1)"],
         later=[("test", "assert sum(stock.values()) == rate")]),
    Case("state-left-behind", "rate = 2\n" + F, [], ["rate = 10\nassert f(2) == 20"]),
    Case("state-left-behind", "for i, p in []:\n    pass\nm = 1",
         ["for i in range(3):\n    assert f(i)", "with open('a') as m:\n    assert f(m)"],
         [], later=[("solution", "print(i, m)"), ("test", "assert f(p)")]),
    Case("state-left-behind", "for i, p in []:\n    pass\nm = 1",
         [],
         ["for i in range(3):\n    assert f(i)", "with open('a') as m:\n    assert f(m)",
          "for p in 'ab':\n    assert f(p)"],
         later=[("solution", "for i, p in enumerate('ab'):\n    print(i, p)\n"
                             "with open('a') as m:\n    m.read()"),
                ("test", "assert [i, p, m]")]),
    Case("state-left-behind", "i = p = m = 1",
         [],
         ["for i in range(3):\n    assert f(i)", "for p in 'ab':\n    assert f(p)",
          "for m in 'ab':\n    assert f(m)"],
         later=[("solution", "def g(p):\n    m = p\n    return [i for i in m]")]),
    Case("state-left-behind", "i = 1", ["for i in range(3):\n    assert f(i)"], [],
         later=[("solution", "def g():\n    return i")]),
    Case("state-left-behind", "i = 1", ["for i in range(3):\n    assert f(i)"], [],
         later=[("solution", "i += 1")]),
    Case("hidden-function", F,
         ["def test_f():\n    assert f(1)\n    ### BEGIN HIDDEN TESTS\n    assert f(2) == 2\n"
          "    ### END HIDDEN TESTS\ntest_f()"],
         ["def test_f():\n    assert f(1)\ntest_f()",
          "### BEGIN HIDDEN TESTS\ndef test_g():\n    assert f(1)\n### END HIDDEN TESTS"],
         later=[("other", "test_f()"), ("test", "test_g()")]),
    Case("runs-answer", "code = 'x = 1'\nanswer = '1 + 1'\nrule = 'a > 1'",
         ["exec(code)", "assert eval(answer) == 2", "text = answer\nassert eval(text) == 2",
          "df = pd.DataFrame({'a': [2]})\nassert len(df.query(rule)) == 1",
          "import doctest\nassert doctest.testmod().failed == 0",
          "%run solution.py", "exec(open('solution.py').read())",
          "import pickle\nm = pickle.load(open('m.bin', 'rb'))",
          "from pickle import loads\nloads(answer)",
          "assert np.load('a.npy', allow_pickle=True).sum() == 3"],
         ["assert eval('1 + 1') == 2", "assert len(pd.DataFrame({'a': [2]}).query('a > 1')) == 1",
          "assert np.load('a.npy').sum() == 3", "import json\nassert json.load(open('a.json'))",
          "import ast\nassert ast.literal_eval(answer)"]),
    Case("patch-unseen", F,
         ["from unittest.mock import patch\nwith patch.dict('os.environ', A='1'):\n    f(1)",
          "from unittest import mock\nwith mock.patch.multiple('random', randint=None):\n    f(1)",
          "from unittest.mock import patch\nwith patch('builtins.open'):\n    f(1)",
          "from unittest.mock import patch\nwith patch.object(pd.DataFrame, 'mean'):\n    f(1)",
          "from unittest.mock import patch\nwith patch('pandas.DataFrame.mean'):\n    f(1)"],
         ["from unittest.mock import patch\nwith patch('random.randint'):\n    assert f(1)",
          "from unittest.mock import patch\nwith patch.object(plt, 'show'):\n    f(1)",
          "from unittest.mock import patch\nwith patch('datetime.date'):\n    f(1)",
          "from unittest.mock import patch\nwith patch('builtins.input', return_value='1'):\n"
          "    f(1)"]),
    Case("sys-modules", F,
         ["import sys\nassert 'altair' in sys.modules",
          "from sys import modules\nassert 'altair' not in modules"],
         ["import sys\nassert sys.version_info", "assert 'alt' in dir()"]),
    Case("logs-unseen", F,
         ["import unittest\nt = unittest.TestCase()\nwith t.assertLogs():\n    f(1)",
          "import unittest\nwith unittest.TestCase().assertNoLogs():\n    f(1)"],
         ["import pytest\nwith pytest.warns(UserWarning):\n    f(1)",
          "import warnings\nwith warnings.catch_warnings(record=True) as w:\n    f(1)",
          "import warnings\nwith warnings.catch_warnings():\n    warnings.simplefilter('error')\n"
          "    f(1)",
          "import unittest\nt = unittest.TestCase()\nwith t.assertWarns(UserWarning):\n    f(1)",
          "import logging, unittest\nwith unittest.TestCase().assertLogs():\n"
          "    logging.warning('mine')"]),
    Case("process-state", F,
         ["import os\nassert os.environ['A'] == '1'", "import os\nassert os.getcwd().endswith('a')",
          "from os import getenv\nassert getenv('A')", "assert 'f' in In[-1]", "assert _ == 3",
          "from pathlib import Path\nassert Path.cwd().name == 'a'",
          "get_ipython().run_line_magic('rerun', '')\nassert f(1)", "%recall 1\nassert f(1)"],
         ["%matplotlib inline\nassert f(1)", "import os\nassert os.path.exists('a.csv')",
          "for _ in range(3):\n    assert f(1)",
          "assert [f(1) for _ in range(3)] == [1] * 3", "a, _ = 1, 2\nassert _ == 2",
          "assert list(map(lambda _: 1, [2])) == [1]"]),
    Case("random-continued", "np.random.seed(0)\nx = np.random.rand(3)",
         ["assert (x != np.random.rand(3)).any()",
          "import random\nassert x[0] != random.random()"],
         ["np.random.seed(0)\nassert (x == np.random.rand(3)).all()",
          "r = np.random.RandomState(0)\nassert (x == r.rand(3)).all()",
          "assert (x == np.random.default_rng(0).random(3)).all()"]),
    Case("shared-memory", "a = np.ones(3)\nv = a[:2]\ndef part(x):\n    return x[:2]",
         ["assert np.shares_memory(a, v)", "assert not np.may_share_memory(v, a)"],
         ["b = np.ones(3)\nassert np.shares_memory(b, b[:2]) and v.shape == (2,)",
          "b = np.ones(3)\nassert np.shares_memory(b, part(b))"]),
    Case("built-name", "answer = 1\na1 = 1\na2 = 2\n" + F,
         ["assert eval('ans' + 'wer') == 1", "for i in (1, 2):\n    assert globals()[f'a{i}'] == i",
          "name = 'a%d' % 1\nassert name in globals()",
          "assert globals().get('a{}'.format(1)) == 1",
          "assert get_ipython().user_ns['a' + str(1)] == 1"],
         ["assert eval('answer') == 1", "assert globals()['answer'] == 1",
          "for name in ['a1', 'a2']:\n    assert name in globals()",
          "for i in (1, 2):\n    assert eval(f'f({i})') == i", "assert {'a1': 1}['a' + '1'] == 1"]),
    Case("star-import", F,
         ["from solution import *\nassert f(1) == 1"],
         ["from math import *\nassert f(1) == 1", "from helper import *\nassert f(1) == 1",
          "from solution import f\nassert f(1) == 1"],
         files=frozenset({"helper.py"})),
    Case("file-not-data", F,
         ["assert 'def' in open('solution.py').read()",
          "from pathlib import Path\nassert Path('model.pkl').exists()"],
         ["assert open('a.csv').read()", "assert 'NAME' in open('helper.py').read()",
          "assert f('solution.py') == 1"],
         files=frozenset({"helper.py"})),
    Case("temporary-file", F,
         ["f('/tmp/a.csv')\nassert open('/tmp/a.csv').read()"],
         ["import tempfile\nassert f(tempfile.mkdtemp())", "assert f('a/tmp/b') == 1"]),
    Case("many-calls", F,
         ["for i in range(60_000):\n    assert f(i) == i",
          "N = 10**5\nassert [f(i) for i in range(N)] == list(range(N))",
          "for i in range(600):\n    for j in range(1, 101):\n        assert f(i + j)"],
         ["for i in range(1000):\n    assert f(i) == i", "for i in range(10**6):\n    pass\nf(1)",
          "assert f(list(range(10**6)))", "for i in range(10**6):\n    abs(i)"]),
    Case("time-measured", F,
         ["import time\nt = time.perf_counter()\nf(1)\nassert time.perf_counter() - t < 1",
          "from time import time\nt = time()\nf(1)\nassert time() - t < 1", "%timeit f(1)",
          "import timeit\nassert timeit.timeit(lambda: f(1), number=3) < 1"],
         ["import time\ntime.sleep(0)\nassert f(1) == 1", "assert f(time) == 1",
          "import datetime\nassert f(datetime.datetime.now())"]),
]  # fmt: skip


def rules(case: Case, test: str) -> set[str]:
    cells = [
        SourceCell("setup", "setup", case.setup),
        SourceCell("solution", "solution", case.solution),
        SourceCell("test", "test", test),
        *(SourceCell("later", kind, source) for kind, source in case.later),
    ]
    found = lint_notebook("ps1", cells, case.files)
    return {finding.rule for finding in found if finding.cell == "test"}


BAD = [(case, test) for case in TABLE for test in case.bad]
GOOD = [(case, test) for case in TABLE for test in case.good]


@pytest.mark.parametrize(("case", "test"), BAD, ids=[f"{c.rule}: {t}" for c, t in BAD])
def test_what_falls_under_a_rule_is_reported(case, test):
    assert case.rule in rules(case, test)


@pytest.mark.parametrize(("case", "test"), GOOD, ids=[f"{c.rule}: {t}" for c, t in GOOD])
def test_what_only_looks_like_it_is_not_reported(case, test):
    assert case.rule not in rules(case, test)


def test_every_rule_has_tests_that_it_reports():
    assert {case.rule for case in TABLE if case.bad} == set(LINT_RULES)


def test_in_an_assignment_that_is_graded_in_one_process_rules_about_two_do_not_hold():
    cells = [
        SourceCell("solution", "solution", f"{DOG}\n{F}"),
        SourceCell("apart", "test", "class P(Dog):\n    pass\nassert P(1).n == 1"),
        SourceCell("always", "test", "d = [2, 1]\nassert f(d) == sorted(d)"),
    ]
    both, one = (
        [
            (each.cell, each.rule)
            for each in lint_notebook("ps1", cells, frozenset(), in_process=is_one)
        ]
        for is_one in (False, True)
    )
    assert both == [("apart", "subclass-of-answer"), ("always", "expected-after-call")]
    assert one == [("always", "expected-after-call")]


RIGHTLY_REPORTED = {
    ("clone of an estimator", "import-of-solution"),
    ("forest", "import-of-solution"),
    ("own estimator", "import-of-solution"),
    ("metric frame", "import-of-solution"),
    ("defaultdict with a function", "import-of-solution"),
    ("function of a DataFrame", "expected-after-call"),
    ("sparse matrix", "expected-after-call"),
    ("class with operators", "objects-compared"),
    ("dataclass", "objects-compared"),
    ("magics", "time-measured"),
    ("doctests of the whole notebook", "runs-answer"),
}
"""Tests that work here and that a learner could still pass by something else."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_ordinary_test_that_works_is_not_reported(case):
    tests = [("solution", case.right, ""), ("test", case.test, "test")]
    if case.later:
        tests += [("solution", case.later, ""), ("test", case.later_test, "later")]
    cells = [SourceCell("setup", "setup", SETUP)]
    cells += [SourceCell(name, kind, source) for kind, source, name in tests]
    found = {(case.name, each.rule) for each in lint_notebook("ps1", cells, frozenset())}
    assert found == {each for each in RIGHTLY_REPORTED if each[0] == case.name}


def test_every_rule_is_documented_with_what_it_finds_and_what_to_write():
    section = DOCUMENTED.split("## Before you release")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \| (.+) \|$", section, re.MULTILINE)
    assert [rule for rule, _, _ in rows] == list(RULES)
