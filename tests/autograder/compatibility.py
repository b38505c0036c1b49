"""Ways in which instructors write tests: for each a right and a wrong solution, and the test.

The instructor's own solution is the right one.
"""

from dataclasses import dataclass

SETUP = """\
import random
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
"""


@dataclass
class Case:
    """One test cell. Without `wrong`, there is no wrong solution to tell apart."""

    name: str
    right: str
    test: str
    wrong: str | None = None
    later: str | None = None
    """A cell of the learner's after the test, and the test of that."""
    later_test: str = ""


def function(body: str, name: str = "f", arguments: str = "x") -> str:
    return f"def {name}({arguments}):\n    {body}\n"


CASES = [
    Case("plain assert", "x = 3", "assert x == 3", "x = 4"),
    Case("function", function("return x * x"), "assert f(3) == 9\nassert f(-1) == 1",
         function("return x + x")),
    Case("numpy testing", "a = np.arange(3) * 2.0",
         "np.testing.assert_allclose(a, [0, 2, 4])\nassert a.shape == (3,)",
         "a = np.arange(3)"),
    Case("pandas testing", "df = pd.DataFrame({'a': [1, 2], 'b': ['x', 'y']})",
         "pd.testing.assert_frame_equal(df, pd.DataFrame({'a': [1, 2], 'b': ['x', 'y']}))",
         "df = pd.DataFrame({'a': [1, 3], 'b': ['x', 'y']})"),
    Case("isinstance of plain", "d = {'a': 1}", "assert isinstance(d, dict) and 'a' in d",
         "d = [('a', 1)]"),
    Case("own class", "class Dog:\n    def __init__(self, n):\n        self.name = n\n"
         "    def bark(self):\n        return self.name + '!'\nm = Dog('Rex')",
         "assert isinstance(m, Dog) and type(m) is Dog and m.__class__ is Dog\n"
         "assert Dog('A').bark() == 'A!'\nassert m.name == 'Rex'",
         "class Dog:\n    def __init__(self, n):\n        self.name = n\n"
         "    def bark(self):\n        return self.name\nm = Dog('Rex')"),
    Case("clone of an estimator",
         "from sklearn.linear_model import LogisticRegression\n"
         "m = LogisticRegression(C=0.5).fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])",
         "from sklearn.base import clone\nfrom sklearn.model_selection import cross_val_score\n"
         "assert clone(m).C == 0.5\nassert isinstance(m, LogisticRegression)\n"
         "X = np.arange(20.0).reshape(-1, 1); y = (X[:, 0] > 9).astype(int)\n"
         "assert cross_val_score(m, X, y, cv=2).shape == (2,)\n"
         "assert list(m.predict([[0.0], [3.0]])) == [0, 1]",
         "from sklearn.linear_model import LogisticRegression\n"
         "m = LogisticRegression(C=1.5).fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])"),
    Case("forest", "from sklearn.ensemble import RandomForestClassifier\n"
         "m = RandomForestClassifier(10, random_state=0)"
         ".fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])",
         "from sklearn.base import clone\n"
         "assert isinstance(m, RandomForestClassifier)\n"
         "assert m.score([[0.0], [3.0]], [0, 1]) == 1\nassert clone(m).n_estimators == 10\n"
         "assert m.feature_importances_.shape == (1,)",
         "from sklearn.ensemble import RandomForestClassifier\n"
         "m = RandomForestClassifier(10, random_state=0)"
         ".fit([[0.0], [1], [2], [3]], [1, 1, 0, 0])"),
    Case("own estimator",
         "from sklearn.base import BaseEstimator, ClassifierMixin\n"
         "class Majority(ClassifierMixin, BaseEstimator):\n"
         "    def __init__(self, k=1):\n        self.k = k\n"
         "    def fit(self, X, y):\n        self.classes_ = np.unique(y)\n"
         "        self.m_ = np.bincount(y).argmax()\n        return self\n"
         "    def predict(self, X):\n        return np.full(len(X), self.m_)",
         "from sklearn.base import clone\nfrom sklearn.model_selection import cross_val_score\n"
         "m = Majority(k=3)\nassert clone(m).k == 3\nassert isinstance(m, BaseEstimator)\n"
         "X = np.arange(12.0).reshape(-1, 1); y = np.array([1, 1, 1, 0] * 3)\n"
         "assert cross_val_score(m, X, y, cv=3).mean() == 0.75",
         "from sklearn.base import BaseEstimator, ClassifierMixin\n"
         "class Majority(ClassifierMixin, BaseEstimator):\n"
         "    def __init__(self, k=1):\n        self.k = k\n"
         "    def fit(self, X, y):\n        self.classes_ = np.unique(y)\n        return self\n"
         "    def predict(self, X):\n        return np.zeros(len(X), int)"),
    Case("function of a DataFrame", function("return d.groupby('k')['v'].mean()", "means", "d"),
         "d = pd.DataFrame({'k': list('aab'), 'v': [1.0, 3, 5]})\n"
         "pd.testing.assert_series_equal(means(d), d.groupby('k')['v'].mean())",
         function("return d.groupby('k')['v'].sum()", "means", "d")),
    Case("list changed in place", function("x.sort()"),
         "a = [3, 1, 2]\nb = a\nassert f(a) is None\nassert a == [1, 2, 3] and b is a",
         function("x = sorted(x)")),
    Case("nested list changed in place", function("x[1][0] = 9"),
         "a = [[1], [2]]\ninner = a[1]\nf(a)\nassert a == [[1], [9]] and inner == [9]",
         function("pass")),
    Case("dict changed in place", function("x['k'] = x.get('k', 0) + 1"),
         "d = {'k': 1}\nf(d)\nassert d == {'k': 2}\nf(d)\nassert d['k'] == 3", function("pass")),
    Case("array changed in place", function("x[x < 0] = 0"),
         "a = np.array([-1, 2, -3])\nf(a)\nassert a.tolist() == [0, 2, 0]",
         function("x = abs(x)")),
    Case("frame changed in place", function("x['c'] = x['a'] + x['b']"),
         "d = pd.DataFrame({'a': [1], 'b': [2]})\nf(d)\nassert list(d.columns) == ['a', 'b', 'c']"
         "\nassert d['c'].iloc[0] == 3", function("x = x.assign(c=3)")),
    Case("must not change its argument", function("return sorted(x)"),
         "a = [2, 1]\nassert f(a) == [1, 2]\nassert a == [2, 1]",
         function("x.sort(); return x")),
    Case("generator", function("yield from range(x)"),
         "import types\ng = f(3)\nassert isinstance(g, types.GeneratorType)\n"
         "assert next(g) == 0 and list(g) == [1, 2]", function("return list(range(x))")),
    Case("infinite generator", "def g():\n    n = 0\n    while True:\n        yield n\n"
         "        n += 2\n",
         "from itertools import islice\nassert list(islice(g(), 4)) == [0, 2, 4, 6]",
         "def g():\n    n = 0\n    while True:\n        yield n\n        n += 1\n"),
    Case("figure", "def draw():\n    fig, ax = plt.subplots()\n    ax.plot([1, 2], [3, 4], "
         "label='l')\n    ax.set_title('T')\n    ax.legend()\n    return ax",
         "ax = draw()\nassert ax.get_title() == 'T'\n"
         "assert ax.lines[0].get_ydata().tolist() == [3, 4]\n"
         "assert ax.get_legend().get_texts()[0].get_text() == 'l'\n"
         "assert isinstance(ax, plt.Axes)\nassert plt.gcf().axes[0] is ax",
         "def draw():\n    fig, ax = plt.subplots()\n    return ax"),
    Case("pyplot's current axes", function("plt.plot([1], [2]); plt.title('Q')", "draw", ""),
         "draw()\nassert plt.gca().get_title() == 'Q'\nplt.close('all')",
         function("plt.plot([1], [2])", "draw", "")),
    Case("closure", "def adder(n):\n    def add(x):\n        return x + n\n    return add",
         "add = adder(5)\nassert add(1) == 6\nassert add.__closure__[0].cell_contents == 5",
         "def adder(n):\n    return lambda x: x + 5 + n"),
    Case("class with operators",
         "class V:\n    def __init__(self, x, y):\n        self.x, self.y = x, y\n"
         "    def __add__(self, o):\n        return V(self.x + o.x, self.y + o.y)\n"
         "    def __mul__(self, k):\n        return V(self.x * k, self.y * k)\n"
         "    def __eq__(self, o):\n        return (self.x, self.y) == (o.x, o.y)\n"
         "    def __repr__(self):\n        return f'V({self.x}, {self.y})'\n"
         "    def __len__(self):\n        return 2\n"
         "    @property\n    def norm(self):\n        return (self.x**2 + self.y**2) ** 0.5",
         "v = V(1, 2) + V(3, 4)\nassert (v.x, v.y) == (4, 6)\nassert repr(v) == 'V(4, 6)'\n"
         "assert len(v) == 2 and V(3, 4).norm == 5\nassert V(1, 1) * 3 == V(3, 3)\n"
         "assert vars(v) == {'x': 4, 'y': 6}\nv.x = 0\nassert v.x == 0\n"
         "assert hasattr(v, 'y') and not hasattr(v, 'z')",
         "class V:\n    def __init__(self, x, y):\n        self.x, self.y = x, y\n"
         "    def __add__(self, o):\n        return V(self.x, self.y)\n"),
    Case("abstract class",
         "from abc import ABC, abstractmethod\nclass Shape(ABC):\n    @abstractmethod\n"
         "    def area(self): ...\nclass Square(Shape):\n    def __init__(self, a):\n"
         "        self.a = a\n    def area(self):\n        return self.a ** 2",
         "assert issubclass(Square, Shape) and isinstance(Square(2), Shape)\n"
         "assert Square(3).area() == 9\ntry:\n    Shape()\nexcept TypeError:\n    pass\n"
         "else:\n    raise AssertionError('Shape is not abstract')",
         "class Shape:\n    def area(self): ...\nclass Square(Shape):\n"
         "    def __init__(self, a):\n        self.a = a\n    def area(self):\n"
         "        return self.a ** 2"),
    Case("dataclass", "from dataclasses import dataclass\n@dataclass(order=True)\nclass P:\n"
         "    x: int\n    y: int = 0",
         "assert P(1) == P(1, 0)\nassert P(1) < P(2)\nassert P(1, 2).y == 2\n"
         "assert repr(P(1)) == 'P(x=1, y=0)'\nassert [f for f in P.__dataclass_fields__]",
         "class P:\n    def __init__(self, x, y=0):\n        self.x, self.y = x, y"),
    Case("fields of a dataclass", "from dataclasses import dataclass, field\n@dataclass\n"
         "class P:\n    x: int\n    tags: list = field(default_factory=list)\np = P(1, ['a'])",
         "import dataclasses\nassert dataclasses.asdict(p) == {'x': 1, 'tags': ['a']}\n"
         "assert [each.name for each in dataclasses.fields(P)] == ['x', 'tags']\n"
         "assert dataclasses.replace(p, x=2).x == 2",
         "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\np = P(1)"),
    Case("enum", "from enum import Enum\nclass Col(Enum):\n    R = 1\n    G = 2",
         "assert Col['G'] is Col.G and Col(1) is Col.R\nassert Col.G.value == 2\n"
         "assert len(Col) == 2 and [c.name for c in Col] == ['R', 'G']\nassert Col.R in Col",
         "from enum import Enum\nclass Col(Enum):\n    R = 1\n    G = 3"),
    Case("named tuple", "from collections import namedtuple\nPt = namedtuple('Pt', 'x y')\n"
         "p = Pt(1, 2)", "assert p == (1, 2) and p.y == 2\nassert isinstance(p, Pt)\n"
         "assert isinstance(p, tuple) and Pt(3, 4).x == 3 and p._fields == ('x', 'y')",
         "p = (1, 2)\nPt = tuple"),
    Case("counter and defaultdict", "from collections import Counter, defaultdict\n"
         "c = Counter('abca')\nd = defaultdict(list)\nd['a'].append(1)",
         "assert c['a'] == 2 and c.most_common(1) == [('a', 2)] and c['zz'] == 0\n"
         "assert d['a'] == [1] and d['new'] == []", "c = {'a': 2}\nd = {'a': [1]}"),
    Case("expected exception", "def f(x):\n    if x < 0:\n        raise ValueError('negative')\n"
         "    return x",
         "import pytest\nwith pytest.raises(ValueError, match='neg'):\n    f(-1)\n"
         "assert f(1) == 1", function("return x")),
    Case("assertRaises", "def f(x):\n    raise KeyError(x)",
         "import unittest\nt = unittest.TestCase()\nwith t.assertRaises(KeyError) as c:\n"
         "    f('k')\nassert c.exception.args == ('k',)", function("raise TypeError(x)")),
    Case("own exception", "class Mine(ValueError):\n    def __init__(self, m, code):\n"
         "        super().__init__(m)\n        self.code = code\n"
         "def f():\n    raise Mine('no', 7)",
         "try:\n    f()\nexcept Mine as e:\n    assert e.code == 7 and str(e) == 'no'\n"
         "else:\n    raise AssertionError\ntry:\n    f()\nexcept ValueError:\n    pass",
         "class Mine(Exception):\n    code = 7\ndef f():\n    raise Mine('no')"),
    Case("digest", "answer = 'forty-two'", "import hashlib\n"
         "assert hashlib.sha256(answer.encode()).hexdigest()[:8] == "
         "hashlib.sha256(b'forty-two').hexdigest()[:8]", "answer = '42'"),
    Case("names by text", "answer = 1", "assert 'answer' in globals()\nassert 'answer' in dir()\n"
         "assert globals()['answer'] == 1\nassert get_ipython().user_ns['answer'] == 1\n"
         "assert 'answer' in locals()", "answr = 1"),
    Case("source and signature", "def f(x, y=2, *, z: int = 3) -> int:\n"
         "    'Adds.'\n    return x + y + z",
         "import inspect\nsource = inspect.getsource(f)\nassert 'return x + y' in source\n"
         "assert list(inspect.signature(f).parameters) == ['x', 'y', 'z']\n"
         "assert inspect.isfunction(f) and f.__code__.co_argcount == 2\n"
         "assert f.__defaults__ == (2,) and f.__annotations__['z'] is int\n"
         "assert f.__doc__ == 'Adds.' and f.__name__ == 'f' and callable(f)",
         "f = lambda x, y=2, z=3: x + y + z"),
    Case("patched input", "def ask():\n    return int(input('n? ')) * 2",
         "from unittest import mock\nwith mock.patch('builtins.input', return_value='21'):\n"
         "    assert ask() == 42\nwith mock.patch('builtins.input', side_effect=['1', '2']) as m:"
         "\n    assert ask() + ask() == 6\n    assert m.call_count == 2",
         "def ask():\n    return int(input('n? '))"),
    Case("input by hand", "def ask():\n    return input()",
         "import builtins\nold = builtins.input\nbuiltins.input = lambda *a: 'x'\ntry:\n"
         "    assert ask() == 'x'\nfinally:\n    builtins.input = old",
         "def ask():\n    return 'y'"),
    Case("patched print", "def say():\n    print('hello', 3)",
         "from unittest import mock\nwith mock.patch('builtins.print') as p:\n    say()\n"
         "p.assert_called_once_with('hello', 3)", "def say():\n    print('hello')"),
    Case("captured stdout", "def say():\n    print('hello')",
         "import io, sys\nfrom contextlib import redirect_stdout\nout = io.StringIO()\n"
         "with redirect_stdout(out):\n    say()\nassert out.getvalue() == 'hello\\n'\n"
         "old, sys.stdout = sys.stdout, io.StringIO()\ntry:\n    say()\n"
         "    got = sys.stdout.getvalue()\nfinally:\n    sys.stdout = old\n"
         "assert got == 'hello\\n'\nfrom IPython.utils.capture import capture_output\n"
         "with capture_output() as c:\n    say()\nassert c.stdout == 'hello\\n'",
         "def say():\n    print('bye')"),
    Case("seeded numpy", "def draw():\n    return np.random.rand(3)",
         "np.random.seed(7)\na = draw()\nnp.random.seed(7)\n"
         "assert (a == np.random.rand(3)).all()", "def draw():\n    return np.ones(3)"),
    Case("seeded random", "def draw():\n    return random.random()",
         "random.seed(3)\na = draw()\nrandom.seed(3)\nassert a == random.random()",
         "def draw():\n    return 0.5"),
    Case("generators passed", function("return r.normal(size=2)", "draw", "r"),
         "a = np.random.default_rng(1)\nb = np.random.default_rng(1)\n"
         "assert (draw(a) == b.normal(size=2)).all()\nassert (draw(a) == b.normal(size=2)).all()"
         "\nr = np.random.RandomState(4)\ns = np.random.RandomState(4)\n"
         "assert (draw(r) == s.normal(size=2)).all() and r.rand() == s.rand()",
         function("return np.zeros(2)", "draw", "r")),
    Case("test's variable used later", "x = 1", "given = [1, 2, 3]\nassert x == 1", "x = 2",
         later="total = sum(given)", later_test="assert total == 6"),
    Case("names that the learner imports", "from math import sqrt, pi as PI\nimport math as m",
         "assert abs(sqrt(16) - 4) < 1e-9 and round(PI, 2) == 3.14 and m.floor(2.5) == 2",
         "sqrt = lambda x: x\nPI = 3\nimport math as m"),
    Case("magics", function("return x + 1"), "%matplotlib inline\nt = %timeit -o -n2 -r1 f(1)\n"
         "assert t.best >= 0\nassert f(1) == 2", function("return x")),
    Case("captured cell", "def say():\n    print('hello')",
         "%%capture got\nsay()", None),
    Case("two million numbers", "a = np.arange(2_000_000.0)",
         "assert a.shape == (2_000_000,) and a[-1] == 1_999_999", "a = np.arange(2_000.0)"),
    Case("an array over the limit", "a = np.ones((10_000_000,))",
         "assert a.shape == (10_000_000,)\nassert a.sum() == 10_000_000\nassert a[5] == 1\n"
         "assert a[:3].tolist() == [1, 1, 1]\nassert a.dtype == np.float64",
         "a = np.zeros((10_000_000,))"),
    Case("callbacks", "def apply(f, xs):\n    return [f(x) for x in xs]",
         "assert apply(lambda x: x + 1, [1, 2]) == [2, 3]\nassert apply(abs, [-1]) == [1]\n"
         "assert apply('-'.join, [['a', 'b']]) == ['a-b']\nassert apply(np.sqrt, [4.0]) == [2.0]",
         "def apply(f, xs):\n    return [x for x in xs]"),
    Case("functions for pandas", function("return x * 2"),
         "assert pd.Series([1, 2]).apply(f).tolist() == [2, 4]\n"
         "assert sorted([1, -2, 3], key=f) == [-2, 1, 3]\n"
         "assert np.vectorize(f)(np.array([1, 2])).tolist() == [2, 4]\n"
         "assert list(map(f, [1, 2])) == [2, 4]", function("return x")),
    Case("globals that a call changes", "count = 0\ndef hit():\n    global count\n    count += 1",
         "before = count\nhit()\nhit()\nassert count == before + 2", "count = 0\ndef hit():\n"
         "    count = 1"),
    Case("a test that changes a global in place",
         "stock = {'a': 1}\ndef total():\n    return sum(stock.values())",
         "stock['b'] = 5\nassert total() == 6\nstock.clear()\nassert total() == 0",
         "stock = {'a': 1}\ndef total():\n    return 1"),
    Case("a test that rebinds a global", "rate = 2\ndef f(x):\n    return x * rate",
         "rate = 10\nassert f(2) == 20", "rate = 2\ndef f(x):\n    return x * 2"),
    Case("a test that replaces a helper", "def helper(x):\n    return x\n"
         "def f(x):\n    return helper(x) + 1",
         "seen = []\ndef helper(x):\n    seen.append(x)\n    return 100\n"
         "assert f(3) == 101 and seen == [3]", "def helper(x):\n    return x\n"
         "def f(x):\n    return x + 1"),
    Case("a deleted helper", "def squares(n):\n    return [i * i for i in range(1, n + 1)]\n"
         "def sum_of_squares(n):\n    return sum(squares(n))",
         "orig = squares\ndel squares\ntry:\n    sum_of_squares(1)\nexcept NameError:\n    pass\n"
         "else:\n    raise AssertionError('does not use squares')\nfinally:\n    squares = orig\n"
         "assert sum_of_squares(3) == 14",
         "def squares(n):\n    return 1\ndef sum_of_squares(n):\n    return 14"),
    Case("top-level await", "import asyncio\nasync def f(x):\n    await asyncio.sleep(0)\n"
         "    return x * 2", "assert await f(2) == 4\nimport asyncio\n"
         "assert await asyncio.gather(f(1), f(2)) == [2, 4]",
         "async def f(x):\n    return x"),
    Case("context manager", "from contextlib import contextmanager\nlog = []\n@contextmanager\n"
         "def noted(name):\n    log.append('in ' + name)\n    yield name\n"
         "    log.append('out ' + name)",
         "with noted('a') as n:\n    assert n == 'a' and log == ['in a']\n"
         "assert log == ['in a', 'out a']",
         "log = []\nclass noted:\n    def __init__(self, n):\n        self.n = n\n"
         "    def __enter__(self):\n        return self.n\n    def __exit__(self, *a):\n"
         "        pass"),
    Case("context manager that ends an exception", "class ignoring:\n"
         "    def __init__(self, *kinds):\n        self.kinds = kinds\n"
         "    def __enter__(self):\n        return self\n"
         "    def __exit__(self, kind, *a):\n"
         "        return kind is not None and issubclass(kind, self.kinds)",
         "with ignoring(ValueError, KeyError):\n    {}['a']\n"
         "try:\n    with ignoring(ValueError):\n        1 / 0\nexcept ZeroDivisionError:\n"
         "    pass\nelse:\n    raise AssertionError('too much is ignored')",
         "class ignoring:\n    def __init__(self, *kinds):\n        pass\n"
         "    def __enter__(self):\n        pass\n    def __exit__(self, *a):\n"
         "        return True"),
    Case("class with a method that compares", "class Money:\n"
         "    def __init__(self, n):\n        self.n = n\n"
         "    def equals(self, other):\n        return self.n == getattr(other, 'n', other)",
         "assert Money(3).equals(Money(3)) and Money(3).equals(3)\nassert not Money(3).equals(4)",
         "class Money:\n    def __init__(self, n):\n        self.n = n\n"
         "    def equals(self, other):\n        return True"),
    Case("mock given to a function", "def names(session):\n"
         "    answer = session.get('users', page=1)\n"
         "    return [each['name'] for each in answer.json()]",
         "from unittest import mock\nsession = mock.Mock()\n"
         "session.get.return_value.json.return_value = [{'name': 'Ada'}]\n"
         "assert names(session) == ['Ada']\n"
         "session.get.assert_called_once_with('users', page=1)",
         "def names(session):\n    return ['Ada']"),
    Case("iterator class", "class Down:\n    def __init__(self, n):\n        self.n = n\n"
         "    def __iter__(self):\n        return self\n    def __next__(self):\n"
         "        if self.n == 0:\n            raise StopIteration\n        self.n -= 1\n"
         "        return self.n + 1",
         "assert list(Down(3)) == [3, 2, 1]\nassert 2 in Down(3)\nassert max(Down(4)) == 4",
         "class Down:\n    def __init__(self, n):\n        self.n = n\n    def __iter__(self):\n"
         "        return iter(range(self.n))"),
    Case("a decorator on a test's function", "import functools\ndef twice(f):\n"
         "    @functools.wraps(f)\n    def inner(*a, **k):\n        return f(*a, **k) * 2\n"
         "    return inner",
         "@twice\ndef three(x=0):\n    return 3 + x\nassert three() == 6 and three(x=1) == 8",
         "def twice(f):\n    return f"),
    Case("duck-typed instance", function("return x.name.upper() + x.greet('you')"),
         "class Duck:\n    name = 'donald'\n    def greet(self, who):\n"
         "        return ' greets ' + who\n    def __len__(self):\n        return 4\n"
         "assert f(Duck()) == 'DONALD greets you'", function("return x.name")),
    Case("a test's estimator fitted by the learner", function("return m.fit(X, y)", "train",
         "m, X, y"),
         "from sklearn.linear_model import LinearRegression\nm = LinearRegression()\n"
         "r = train(m, [[0.0], [1.0]], [1.0, 3.0])\nassert r is m\n"
         "assert abs(m.coef_[0] - 2) < 1e-9 and abs(m.intercept_ - 1) < 1e-9",
         function("return m.fit(X, [0.0 for _ in y])", "train", "m, X, y")),
    Case("partial credit", "a, b = 1, 2", "points = 0.0\nif a == 1:\n    points += 1\n"
         "if b == 2:\n    points += 1\npoints", None),
    Case("text methods", "s = 'Hello World'", "assert s.split()[1].lower() == 'world'",
         "s = 'Hello'"),
    Case("dates and decimals", "import datetime as dt\nfrom decimal import Decimal\n"
         "day = dt.date(2026, 11, 24)\nprice = Decimal('1.10') * 3",
         "import datetime\nassert (datetime.date(2026, 12, 25) - day).days == 31\n"
         "assert str(price) == '3.30'", "day = '2026-11-24'\nprice = 3.3"),
    Case("recursion", function("return 1 if x < 2 else x * f(x - 1)"),
         "assert [f(n) for n in range(6)] == [1, 1, 2, 6, 24, 120]", function("return x")),
    Case("returns the same list", function("x.append(1); return x"),
         "a = []\nassert f(a) is a and a == [1]", function("return x + [1]")),
    Case("keyword arguments", function("return (a, b, k)", "f", "a, *b, **k"),
         "assert f(1, 2, 3, z=4) == (1, (2, 3), {'z': 4})",
         function("return a", "f", "a, *b, **k")),
    Case("time series", "s = pd.Series([1.0, 2, 3], index=pd.date_range('2026-01-01', periods=3))",
         "assert s.index.freqstr == 'D'\nassert s.resample('2D').sum().iloc[0] == 3\n"
         "assert s['2026-01-02'] == 2", "s = pd.Series([1.0, 2, 3])"),
    Case("pipeline of a column transformer",
         "from sklearn.pipeline import make_pipeline\n"
         "from sklearn.preprocessing import StandardScaler\n"
         "from sklearn.linear_model import LogisticRegression\n"
         "m = make_pipeline(StandardScaler(), LogisticRegression())"
         ".fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])",
         "assert m.score([[0.0], [3.0]], [0, 1]) == 1\nassert m[-1].coef_.shape == (1, 1)\n"
         "assert m.named_steps['standardscaler'].mean_[0] == 1.5",
         "from sklearn.linear_model import LogisticRegression\n"
         "m = LogisticRegression().fit([[0.0], [1], [2], [3]], [0, 0, 1, 1])"),
    Case("doctests of the whole notebook",
         "def square(x):\n    \"\"\"\n    >>> square(3)\n    9\n    \"\"\"\n    return x * x",
         "import doctest\nassert doctest.testmod().failed == 0",
         "def square(x):\n    \"\"\"\n    >>> square(3)\n    9\n    \"\"\"\n    return x + x"),
    Case("points of a scatter plot", function("plt.scatter([1, 2], [3, 4])", "draw", ""),
         "draw()\nplaces = plt.gca().collections[0].get_offsets()\nassert places.shape == (2, 2)\n"
         "assert np.allclose(places[:, 1], [3, 4])",
         function("plt.scatter([1, 2], [3, 5])", "draw", "")),
    Case("masked array", "a = np.ma.array([1.0, 2, 3], mask=[0, 1, 0])\n"
         "def f(x):\n    x[0] = 9",
         "assert isinstance(a, np.ma.MaskedArray) and a.mask.tolist() == [False, True, False]\n"
         "assert a.mean() == 2\nb = np.ma.array([1.0, 2])\nf(b)\nassert b.tolist() == [9, 2]",
         "a = np.array([1.0, 2, 3])\ndef f(x):\n    x = x + 9"),
    Case("matrix", "m = np.matrix([[1, 2], [3, 4]])",
         "assert (m * m)[0, 0] == 7 and np.allclose(m, [[1, 2], [3, 4]])",
         "m = np.array([[1, 2], [3, 4]])"),
    Case("array of records", "a = np.array([(1, 'x')], dtype=[('n', 'i4'), ('s', 'U2')])",
         "assert a.dtype.names == ('n', 's') and a['n'].tolist() == [1]",
         "a = np.array([1])"),
    Case("picture", "from PIL import Image\n"
         "image = Image.fromarray(np.full((2, 3), 7, 'uint8'))",
         "assert image.size == (3, 2)\nassert np.asarray(image).shape == (2, 3)\n"
         "assert np.array(image, dtype=float).mean() == 7",
         "from PIL import Image\nimage = Image.fromarray(np.zeros((2, 3), 'uint8'))"),
    Case("metric frame", "from fairlearn.metrics import MetricFrame, selection_rate\n"
         "frame = MetricFrame(metrics={'s': selection_rate}, y_true=[0, 1, 1, 0],\n"
         "                    y_pred=[1, 1, 0, 0], sensitive_features=list('aabb'))",
         "assert isinstance(frame, MetricFrame)\nassert frame.by_group['s']['a'] == 1\n"
         "assert frame.overall['s'] == 0.5 and frame.difference()['s'] == 1",
         "from fairlearn.metrics import MetricFrame, selection_rate\n"
         "frame = MetricFrame(metrics={'s': selection_rate}, y_true=[0, 1, 1, 0],\n"
         "                    y_pred=[1, 0, 0, 0], sensitive_features=list('aabb'))"),
    Case("a function of a library that is forbidden",
         "def solve(a, b):\n    return np.linalg.lstsq(a, b, rcond=None)[0]",
         "keep = np.linalg.solve\nnp.linalg.solve = None\ntry:\n"
         "    assert np.allclose(solve(np.eye(2), np.ones(2)), 1)\n"
         "finally:\n    np.linalg.solve = keep",
         "def solve(a, b):\n    return np.linalg.solve(a, b)"),
    Case("a builtin that is forbidden",
         "def total(xs):\n    found = 0\n    for x in xs:\n        found += x\n    return found",
         "from unittest.mock import patch\n"
         "with patch('builtins.sum', side_effect=AssertionError) as s:\n"
         "    assert total([1, 2]) == 3\nassert not s.called",
         function("return sum(x)", "total")),
    Case("dice that are patched", function("return random.randint(1, 6) * 2", "dice", ""),
         "from unittest.mock import patch\nwith patch('random.randint', side_effect=[2, 5]) as r:\n"
         "    assert dice() + dice() == 14\nr.assert_called_with(1, 6)",
         function("return 7", "dice", "")),
    Case("pyplot's show that is patched",
         function("plt.plot([1, 2], [3, 4]); plt.show()", "draw", ""),
         "from unittest import mock\nwith mock.patch.object(plt, 'show') as show:\n    draw()\n"
         "assert show.called and len(plt.gca().lines) == 1\nplt.close('all')",
         function("plt.plot([1, 2], [3, 4])", "draw", "")),
    Case("a date that is patched", "import datetime\ndef age(year):\n"
         "    return datetime.date.today().year - year",
         "import datetime\nfrom unittest.mock import patch\nwith patch('datetime.date') as d:\n"
         "    d.today.return_value.year = 2000\n    assert age(1990) == 10",
         function("return 2 * x", "age")),
    Case("a helper that is patched", "def helper(x):\n    return x + 1\n"
         "def f(x):\n    return helper(x) * 2",
         "from unittest.mock import patch\nwith patch('__main__.helper', return_value=10) as h:\n"
         "    assert f(1) == 20\nh.assert_called_once_with(1)",
         "def helper(x):\n    return x + 1\ndef f(x):\n    return (x + 1) * 2"),
    Case("a library that only the test imports",
         "from sklearn.feature_extraction.text import CountVectorizer\n"
         "v = CountVectorizer(max_features=1)\nX = v.fit_transform(['a cat', 'the cat'])",
         "from sklearn.feature_extraction.text import CountVectorizer\n"
         "import sklearn.feature_extraction.text as text\n"
         "assert isinstance(v, CountVectorizer) and isinstance(v, text.CountVectorizer)\n"
         "assert v.vocabulary_ == {'cat': 0} and X.sum() == 2",
         "v = 'CountVectorizer'\nX = np.ones(2)"),
    Case("own transformer", "from sklearn.base import BaseEstimator, TransformerMixin\n"
         "class Clip(BaseEstimator, TransformerMixin):\n    def __init__(self, top=1):\n"
         "        self.top = top\n    def fit(self, X, y=None):\n        return self\n"
         "    def transform(self, X):\n        return np.minimum(X, self.top)",
         "from sklearn.linear_model import LinearRegression\n"
         "from sklearn.pipeline import make_pipeline\n"
         "assert Clip(2).fit_transform(np.array([[1.0, 5]])).tolist() == [[1, 2]]\n"
         "X = np.arange(6.0).reshape(-1, 1)\nm = make_pipeline(Clip(3), LinearRegression())\n"
         "assert np.allclose(m.fit(X, np.minimum(X, 3)).predict(X), np.minimum(X, 3))",
         "class Clip:\n    def __init__(self, top=1):\n        self.top = top"),
    Case("graph", "import networkx as nx\nG = nx.Graph([(2, 3), (1, 2)])\n"
         "G.add_node(4, color='red')\nG[1][2]['weight'] = 2",
         "import networkx as nx\nassert type(G) is nx.Graph and isinstance(G, nx.Graph)\n"
         "assert (3, 2) in G.edges and 4 in G and G.nodes[4] == {'color': 'red'}\n"
         "assert list(G.neighbors(2)) == [3, 1] and G[2][1]['weight'] == 2\n"
         "assert nx.number_connected_components(G) == 2",
         "import networkx as nx\nG = nx.DiGraph([(2, 3), (1, 2)])"),
    Case("graphs of the test", "import networkx as nx\ndef ends(D):\n"
         "    return [n for n in D if not D.out_degree(n)]\n"
         "def grow(M):\n    M.add_edge(0, 9, w=1)",
         "import networkx as nx\nassert ends(nx.DiGraph([(1, 3), (2, 3)])) == [3]\n"
         "M = nx.MultiGraph([(0, 9)])\ngrow(M)\nassert M.number_of_edges(0, 9) == 2\n"
         "assert M[9][0][1] == {'w': 1}",
         "def ends(D):\n    return [1]\ndef grow(M):\n    pass"),
    Case("sparse matrix", "from scipy import sparse\nM = sparse.csr_matrix(np.eye(3))\n"
         "def double(A):\n    return A * 2",
         "from scipy import sparse\nA = sparse.csc_matrix(np.eye(2))\n"
         "assert (double(A) != 2 * A).nnz == 0 and double(A).format == 'csc'\n"
         "assert (M @ np.ones(3) == 1).all() and M[0, 0] == 1\n"
         "assert sparse.issparse(M) and isinstance(M, sparse.csr_matrix)",
         "M = np.eye(3)\ndef double(A):\n    return A"),
    Case("defaultdict with a function", "from collections import defaultdict\n"
         "d = defaultdict(lambda: 7)\nd['a'] += 1",
         "assert isinstance(d, dict) and isinstance(d, defaultdict)\n"
         "assert d == {'a': 8} and d['new'] == 7", "d = {'a': 8}"),
    Case("the same and an equal list", "a = [1, 2]\nb = a\nc = a[:]",
         "assert b is a and id(b) == id(a)\nassert c == a and c is not a",
         "a = [1, 2]\nb = a[:]\nc = a"),
    Case("views of a dict", "d = {'a': 1}\nk, v = d.keys(), d.values()",
         "assert k == {'a'} and 'a' in k and list(v) == [1] and set(d.items()) == {('a', 1)}",
         "k, v = ['a'], [1]\nd = {}"),
    Case("what a test hands over",
         "def names(con):\n    return [n for n, in con.execute('SELECT n FROM t ORDER BY n')]\n"
         "def roll(r):\n    return r.randint(1, 6)\ndef below(d):\n    return d.cdf(0)\n"
         "def area(s):\n    return s.w * s.h",
         "import sqlite3\nfrom types import SimpleNamespace\nfrom scipy import stats\n"
         "con = sqlite3.connect(':memory:')\ncon.executescript(\"CREATE TABLE t (n TEXT); "
         "INSERT INTO t VALUES ('b'), ('a')\")\nassert names(con) == ['a', 'b']\n"
         "assert roll(random.Random(3)) == random.Random(3).randint(1, 6)\n"
         "assert below(stats.norm(0, 2)) == 0.5 and area(SimpleNamespace(w=2, h=3)) == 6",
         "def names(con):\n    return con.execute('SELECT n FROM t').fetchone()\n"
         "def roll(r):\n    return 7"),
    Case("numbers drawn from a seed", "np.random.seed(0)\nx = np.random.normal(size=3)",
         "np.random.seed(0)\nassert np.allclose(x, np.random.normal(size=3))",
         "x = np.random.normal(size=3)"),
    Case("an exception that the test raises", "class Low(ValueError):\n"
         "    def __init__(self, need):\n        super().__init__(f'need {need}')\n"
         "        self.need = need",
         "try:\n    raise Low(5)\nexcept ValueError as e:\n"
         "    assert e.args == ('need 5',) and e.need == 5 and str(e) == 'need 5'",
         "class Low(ValueError):\n    need = 5"),
    Case("pytest.warns", "import warnings\n"
         + function("if x < 0:\n        warnings.warn('negative', UserWarning)\n    return abs(x)"),
         "import pytest\nwith pytest.warns(UserWarning, match='neg'):\n    assert f(-1) == 1\n"
         "assert f(2) == 2",
         "import warnings\n"
         + function("warnings.warn('odd', RuntimeWarning)\n    return abs(x)")),
    Case("recorded warnings", "import warnings\nclass Low(UserWarning):\n    pass\n"
         + function("warnings.warn('low', Low)\n    return x"),
         "import warnings\nwith warnings.catch_warnings(record=True) as seen:\n"
         "    warnings.simplefilter('always')\n    f(1)\n    f(2)\nassert len(seen) == 2\n"
         "assert issubclass(seen[-1].category, Low) and str(seen[0].message) == 'low'",
         "import warnings\nclass Low(UserWarning):\n    pass\n" + function("return x")),
    Case("warnings as errors", function("return np.where(x > 0, np.log(np.maximum(x, 1e-9)), 0)"),
         "import warnings\nwith warnings.catch_warnings():\n    warnings.simplefilter('error')\n"
         "    assert f(np.array([0.0, 1.0])).tolist() == [0, 0]",
         function("return np.nan_to_num(np.log(x), neginf=0)")),
    Case("a warning that is raised", "import warnings\n"
         + function("warnings.warn('old', DeprecationWarning)\n    return x"),
         "import unittest, warnings\nt = unittest.TestCase()\n"
         "with t.assertWarns(DeprecationWarning):\n    f(1)\n"
         "with warnings.catch_warnings():\n    warnings.simplefilter('error')\n"
         "    with t.assertRaises(DeprecationWarning):\n        f(1)", function("return x")),
    Case("numpy's error state", function("return 1 / (1 + np.exp(-np.clip(x, -500, 500)))"),
         "with np.errstate(over='raise'):\n    assert f(np.array([-1000.0, 0.0]))[1] == 0.5",
         function("return 1 / (1 + np.exp(-x))")),
    Case("no warning of a method", "import warnings\nclass Model:\n    def fit(self, x):\n"
         "        self.mean = np.mean(x) if len(x) else 0.0\n        return self",
         "import warnings\nwith warnings.catch_warnings(record=True) as seen:\n"
         "    warnings.simplefilter('always')\n    m = Model().fit([])\n"
         "assert m.mean is not None and not seen",
         "class Model:\n    def fit(self, x):\n        self.mean = np.mean(x)\n"
         "        return self"),
    Case("a decorator of the learner's in a class of the test",
         "def twice(f):\n    return lambda *args: 2 * f(*args)\nlimit = 7",
         "class Shop:\n    most = limit\n    @twice\n    def price(self):\n"
         "        return len('ab')\n"
         "    class Inner:\n        many = [limit for _ in range(2)]\n"
         "assert Shop().price() == 4 and Shop.most == 7 and Shop.Inner.many == [7, 7]",
         "def twice(f):\n    return f\nlimit = 7"),
    Case("what functools.wraps takes over",
         "import functools\ndef same(f):\n    @functools.wraps(f)\n    def inner(*args):\n"
         "        return f(*args)\n    return inner",
         "@same\ndef area(w):\n    'Of a square.'\n    return w * w\n"
         "assert area.__doc__ == 'Of a square.' and area.__name__ == 'area' and area(3) == 9",
         "def same(f):\n    return lambda *args: f(*args)"),
    Case("a generator that ends when something is sent",
         "def count():\n    n = 0\n    while (yield n) is not None:\n        n += 1\n    return n",
         "g = count()\nassert next(g) == 0 and g.send('a') == 1\n"
         "try:\n    g.send(None)\nexcept StopIteration as stop:\n    assert stop.value == 1\n"
         "else:\n    assert False",
         "def count():\n    n = 0\n    while True:\n        yield n\n        n += 1"),
    Case("an abstract class",
         "from abc import ABC, abstractmethod\nclass Shape(ABC):\n    @abstractmethod\n"
         "    def area(self): ...\nclass Square(Shape):\n    def area(self):\n        return 1",
         "import inspect\nfrom abc import ABC\n"
         "assert inspect.isabstract(Shape) and not inspect.isabstract(Square)\n"
         "assert issubclass(Shape, ABC) and isinstance(Square(), ABC)",
         "class Shape:\n    def area(self): ...\nclass Square(Shape):\n    pass"),
    Case("structured arrays",
         "a = np.array([('x', 1, [0.5, 2]), ('y', 2, [1, 0])],\n"
         "             dtype=[('name', 'U5'), ('n', 'i4'), ('w', 'f8', (2,))])\n"
         "def older(people):\n    people['n'] += 1\n    return people[people['n'] > 2]",
         "assert isinstance(a, np.ndarray) and a.dtype.names == ('name', 'n', 'w')\n"
         "assert a['w'].tolist() == [[0.5, 2], [1, 0]] and a['n'].dtype == np.int32\n"
         "b = a.copy()\nassert older(b)['name'].tolist() == ['y'] and b['n'].tolist() == [2, 3]\n"
         "assert a[0]['name'] == 'x' and np.sort(a, order='n')[-1]['n'] == 2",
         "a = [('x', 1, [0.5, 2])]\ndef older(people):\n    return people"),
    Case("a buffer of two dimensions", "m = memoryview(np.arange(6).reshape(2, 3))",
         "m = np.asarray(m)\nassert m.shape == (2, 3) and m[1].tolist() == [3, 4, 5]",
         "m = memoryview(np.arange(6))"),
    Case("an IntEnum", "from enum import IntEnum\nclass Level(IntEnum):\n    LOW = 1\n    HIGH = 2",
         "assert Level.HIGH == 2 and Level.LOW < 2 and 2 in [Level.LOW, Level.HIGH]\n"
         "assert sorted([2, Level.LOW])[0] == 1 and Level.HIGH + 1 == 3\n"
         "assert {2: 'b'}[Level.HIGH] == 'b' and Level(2).name == 'HIGH'",
         "from enum import IntEnum\nclass Level(IntEnum):\n    LOW = 2\n    HIGH = 3"),
    Case("a named tuple with a method", "from typing import NamedTuple\n"
         "class Point(NamedTuple):\n    x: int\n    y: int = 0\n    def norm(self):\n"
         "        return (self.x**2 + self.y**2) ** 0.5",
         "p = Point(3, 4)\nassert p == (3, 4) and p < (4, 0) and 3 in p and p.norm() == 5\n"
         "assert p + (5,) == (3, 4, 5) and [(1, 0), Point(0)][1] == (0, 0)",
         "from typing import NamedTuple\nclass Point(NamedTuple):\n    y: int\n    x: int = 0\n"
         "    def norm(self):\n        return 5\n    def __lt__(self, o):\n        return False"),
    Case("objects of classes that derive from plain ones", "from enum import IntEnum\n"
         "from typing import NamedTuple\nclass Level(IntEnum):\n    LOW = 1\n"
         "class Point(NamedTuple):\n    x: int\n    def norm(self):\n        return self.x\n"
         "class Stack(list):\n    pass\nclass Bag(dict):\n    pass\n"
         "class Name(str):\n    pass\nstack, bag = Stack([1, 2]), Bag(a=1)",
         "assert isinstance(Level.LOW, int) and issubclass(Level, int)\n"
         "assert isinstance(Point(3), tuple) and issubclass(Point, tuple)\n"
         "assert type(Point(3)) is type(Point(4)) and type(Point(3)) == Point\n"
         "assert isinstance(Name('a'), str) and isinstance(stack, Stack)\n"
         "assert isinstance(stack, list) and isinstance(bag, dict) and not isinstance(bag, list)\n"
         "assert stack[0] == 1 and bag['a'] == 1 and len(stack) == 2",
         "class Level:\n    LOW = 1\nclass Stack:\n    pass\nstack = bag = Stack()"),
    Case("a view of the test's array", "def edge(a):\n    return a[0], a[:, -1], a.T",
         "a = np.arange(6.0).reshape(2, 3)\ntop, last, turned = edge(a)\n"
         "assert np.shares_memory(top, a) and np.shares_memory(turned, a)\n"
         "assert turned.shape == (3, 2)\n"
         "a[0, 0], last[1] = 9, 8\n"
         "assert top[0] == 9 and a[1, 2] == 8 and turned[2, 1] == 8\n"
         "f = np.asfortranarray(np.arange(6).reshape(2, 3))\nturned = edge(f)[2]\n"
         "turned[2, 1] = 7\nassert f[1, 2] == 7\n"
         "d = np.array(['2020-01-01', '2021-01-01'], 'M8[D]').reshape(2, 1)\n"
         "edge(d)[1][0] = np.datetime64('2022-01-01')\nassert str(d[0, 0]) == '2022-01-01'",
         "def edge(a):\n    return a[0].copy(), a[:, -1].copy(), a.T.copy()"),
    Case("a view of a part of the test's array", "def first(a):\n    return a[:1]",
         "a = np.arange(6.0)\npart = first(a[1::2])\nassert part.tolist() == [1]\n"
         "assert first([a])[0] is a",
         "def first(a):\n    return a[1:]"),
    Case("the same tuple twice", "from functools import lru_cache\n"
         "@lru_cache\ndef made(n):\n    return tuple(range(n))",
         "a = made(3)\nassert a == (0, 1, 2) and made(3) is a and made(2) is not a\n"
         "assert [made(3)][0] is a",
         "def made(n):\n    return tuple(range(n))"),
    Case("a namespace", "from types import SimpleNamespace\n"
         "here = SimpleNamespace(x=1, y=[2])\ndef moved(p):\n    p.x += 1\n    return p",
         "from types import SimpleNamespace\nassert here == SimpleNamespace(x=1, y=[2])\n"
         "p = SimpleNamespace(x=3)\nassert moved(p) is p and p.x == 4 and vars(here)['y'] == [2]\n"
         "here.x = 7\nassert moved(here).x == 8 and isinstance(here, SimpleNamespace)",
         "from types import SimpleNamespace\nhere = SimpleNamespace(x=1, y=[3])\n"
         "def moved(p):\n    return p"),
    Case("a number and a text of the learner's own classes",
         "class Kelvin(float):\n    def celsius(self):\n        return self - 273.15\n"
         "class Name(str):\n    pass\nk, n = Kelvin(300.5), Name('Ann')",
         "import pytest\nassert k == 300.5 and abs(k - 300.5) < 0.1 and k == pytest.approx(300.5)\n"
         "assert np.isclose(k, 300.5) and n == 'Ann' and 'nn' in n and n + 'a' == 'Anna'",
         "class Kelvin(float):\n    pass\nclass Name(str):\n    pass\n"
         "k, n = Kelvin(300.5), Name('Bob')"),
    Case("a global number that a test sets and the learner's function changes",
         "sold = 0\ndef sell():\n    global sold\n    sold += 1\n    return sold",
         "sold = 10\nassert sell() == 11 and sold == 11\nsold += 5\nassert sell() == sold == 17",
         "sold = 0\ndef sell():\n    return sold + 1"),
]  # fmt: skip
