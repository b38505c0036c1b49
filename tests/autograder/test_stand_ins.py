"""A stand-in for a learner's object runs no code of a library, and decides nothing in a test."""

import json
import os
import subprocess
import sys

import pytest

from tests.autograder.boxes import errors, text
from tests.autograder.test_examiner import setup, solution

EVERY = 97
"""By default one class in this many is tried; AI4GOV_SEARCH=all tries them all."""


KNOWN = (
    "pandas.core.arraylike.OpsMixin",
    "unittest.mock._ANY",
    "unittest.mock._patch",
    "numpy.lib.NumpyVersion",
    "numpy.lib.npyio.DataSource",
    "argparse.FileType",
    "json.decoder.JSONDecodeError",
    "sklearn.linear_model._logistic.LogisticRegression",
)
"""Classes whose methods once ran in the examiner with a learner's attributes."""


def search(*options: str) -> dict:
    command = [sys.executable, "-m", "tests.autograder.stand_in_search", *options]
    found = subprocess.run(command, capture_output=True, text=True, timeout=3000)
    assert found.returncode == 0, found.stderr[-2000:]
    return json.loads(found.stdout.splitlines()[-1])


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    "options",
    [
        pytest.param(KNOWN, id="known"),
        pytest.param(("--every", str(EVERY)), id="sample", marks=pytest.mark.weekly),
    ],
)
def test_no_class_of_the_warm_process_makes_a_learners_object_pass(options):
    if os.environ.get("AI4GOV_SEARCH") == "all" and options is not KNOWN:
        options = ()
    found = search(*options)
    assert found["classes"] >= 6 and found["tried"] > 40 * found["objects"]
    assert found["through"] == []


@pytest.mark.weekly
@pytest.mark.timeout(600)
def test_no_function_of_the_warm_process_makes_a_learners_object_pass():
    every = [] if os.environ.get("AI4GOV_SEARCH") == "all" else ["--every", "10"]
    found = search("--functions", *every)
    assert found["functions"] > 5000 and len(found["given"]) > 50
    assert found["through"] == []


@pytest.mark.timeout(3600)
def test_no_value_with_a_learners_object_in_it_passes_or_hears():
    every = [] if os.environ.get("AI4GOV_SEARCH") == "all" else ["--every", "499"]
    found = search("--values", *every)
    assert found["values"] >= 10 and found["tried"] > 50 * found["values"]
    assert found["through"] == []


def test_no_function_that_acts_on_the_computer_can_be_named_by_a_learners_process():
    named = ["os.system", "builtins.open", "builtins.eval", "builtins.setattr", "pickle.loads"]
    found = search("--functions", *named, "math.sqrt")
    assert found["functions"] == 6 and found["given"] == ["math.sqrt"]


OPS = """\
import autograder.bridge.proxy as r
r.SPECIALS = r.SPECIALS - r.OPERATORS
import pandas.core.arraylike as al
class Ops(al.OpsMixin):
    def _arith_method(self, other, op):
        print('seen', other)
        return 0.0
    def _cmp_method(self, other, op):
        print('seen', other)
        return True
def f(x):
    return Ops()
"""

PUPPETS = {
    "operators of pandas": (OPS, "assert abs(f(2) - 48152.125) < 1e-9"),
    "comparisons of pandas": (OPS, "assert f(2) == 48152.125"),
    "numpy's functions": (
        "class Any:\n    def __array_function__(self, function, kinds, args, kwargs):\n"
        "        print('seen', args)\n        return True\ndef f(x):\n    return Any()",
        "import numpy as np\nassert np.isclose(f(2), 48152.125)",
    ),
    "an object that equals anything, of unittest.mock": (
        "import autograder.bridge.proxy as r\nr.SPECIALS = r.SPECIALS - r.OPERATORS\n"
        "from unittest import mock\nclass Any(type(mock.ANY)):\n    pass\n"
        "def f(x):\n    return Any()",
        "assert f(2) == 48152.125",
    ),
    "an explicit method": (
        "class Any:\n    def __eq__(self, other):\n        print('seen', other)\n"
        "        return True\ndef f(x):\n    return Any()",
        "assert f(2).__eq__(48152.125) is True",
    ),
    "a subclass of str that finds everything": (
        "class Any(str):\n    def find(self, text):\n        print('seen', text)\n"
        "        return 0\n    count = find\ndef f(x):\n    return Any()",
        "assert f(2).find('48152.125') == 0",
    ),
    "a subclass of list that holds everything": (
        "class Any(list):\n    def __contains__(self, item):\n        print('seen', item)\n"
        "        return True\n    def index(self, item):\n        print('seen', item)\n"
        "        return 3\ndef f(x):\n    return Any()",
        "assert f(2).index(48152.125) == 3 and 48152.125 in f(2)",
    ),
}


@pytest.mark.parametrize("name", PUPPETS)
def test_a_puppet_neither_passes_nor_hears_what_is_expected(pair, name):
    answer, test = PUPPETS[name]
    boxes = pair(setup(""), solution("def f(x):\n    return 48152.125"))
    boxes.cell(answer)
    told = boxes.test(test)
    assert told["status"] == "error" and errors(told)
    assert "seen" not in text(told)
    boxes.cell("def f(x):\n    return 48152.125")
    assert boxes.test("assert f(2) == 48152.125")["status"] == "ok"


# A learner's subclass of a plain class: name of the method, its base, a wrong value, and a test.
# Each method hears what it is given, and answers with that, or with what pleases.

INHERITED = {
    "partition": ("str", "'no'", "assert f().partition('unfair')[1]"),
    "split": ("str", "'no'", "assert f().split('unfair')[0] == ''"),
    "replace": ("str", "'no'", "assert f().replace('unfair', 'x') == 'x'"),
    "removeprefix": ("str", "'no'", "assert f().removeprefix('unfair') != 'no'"),
    "strip": ("str", "'no'", "assert f().strip('unfair') == 'o' and f().strip('unfair') == ''"),
    "join": ("str", "'no'", "assert f().join(['unfair', 'unfair']) == 'unfair-unfair'"),
    "format": ("str", "'no'", "assert f().format('unfair') == 'unfair'"),
    "translate": ("str", "'no'", "assert f().translate({110: 'unfair'}) == 'unfairx'"),
    "ljust": ("str", "'no'", "assert len(f().ljust(3)) == 9"),
    "isdigit": ("str", "'no'", "assert f().isdigit()"),
    "startswith": ("str", "'no'", "assert f().startswith('unfair')"),
    "find": ("str", "'no'", "assert f().find('unfair') == 0"),
    "is_integer": ("float", "2.5", "assert f().is_integer()"),
    "hex": ("float", "2.5", "assert f().hex() == '0x1.8p+1'"),
    "bit_length": ("int", "0", "assert f().bit_length() == 6"),
    "intersection": ("set", "[1]", "assert f().intersection({'unfair'})"),
    "issuperset": ("set", "[1]", "assert f().issuperset({'unfair'})"),
    "count": ("list", "[1]", "assert f().count('unfair') == 6"),
    "index": ("tuple", "[1]", "assert f().index('unfair') == 6"),
    "__getitem__": ("dict", "{}", "assert f()['unfair']"),
    "__missing__": ("dict", "{}", "assert f()['unfair']"),
    "get": ("dict", "{}", "assert f().get('unfair')"),
    "__contains__": ("dict", "{}", "assert 'unfair' in f()"),
    "__format__": ("str", "'no'", "assert f'{f():unfair}'"),
    "__eq__": ("str", "'no'", "assert f().__eq__('unfair')"),
    "sub": ("pd.DataFrame", "{'a': [1]}", "assert (f().sub(48152.125).abs() < 1).all(None)"),
    "merge": ("pd.DataFrame", "{'a': [1]}", "assert len(f().merge(pd.DataFrame({'a': [48152]})))"),
    "compare": ("pd.DataFrame", "{'a': [1]}", "assert f().compare(pd.DataFrame({'a': [7]})).empty"),
    "corr": ("pd.Series", "[1, 2]", "assert f().corr(pd.Series([48152, 3])) > 0.99"),
    "isin": ("pd.Series", "[1, 2]", "assert f().isin([48152]).all()"),
    "strftime": ("__import__('datetime').date", "2000, 1, 1", "assert f().strftime('unfair') == 6"),
    "clip": ("np.ndarray", "1", "assert f().clip(48152, 48153)[0] == 6"),
}

LIAR = """
import numpy as np, pandas as pd
class Any({base}):
    def lie(self, *told, **more):
        print('seen', told, more)
        return 6
    {name} = lie
def f():
    return Any({value})
"""


@pytest.mark.parametrize("name", INHERITED)
def test_a_method_that_a_plain_class_has_is_not_the_learners_to_answer(pair, name):
    base, value, test = INHERITED[name]
    boxes = pair(setup("import numpy as np\nimport pandas as pd"))
    boxes.cell(LIAR.format(base=base, name=name, value=value))
    told = boxes.test(test)
    assert told["status"] == "error" and "seen" not in text(told)
    assert not errors(told)[0].startswith(("LearnerGone", "NameError"))


FILES = {
    "a dropped object of numpy's that removes a folder": (
        "import numpy.lib._datasource as d\nclass Own(d.DataSource):\n"
        "    def __init__(self):\n        self._istmpdest, self._destpath = True, 'kept'\n"
        "def f():\n    return Own()",
        "x = f()\ndel x\nimport gc\ngc.collect()",
    ),
    "a called object of argparse's that opens a file": (
        "import argparse\nclass Own(argparse.FileType):\n    pass\ndef f():\n    return Own('w')",
        "try:\n    f()('kept/file')\nexcept Exception:\n    pass",
    ),
    "a patch of unittest.mock that is entered": (
        "from unittest import mock\nimport os\n"
        "def f():\n    return mock.patch.object(os, 'sep', 'patched')",
        "import os\ntry:\n    with f():\n        assert os.sep == '/'\n"
        "except TypeError:\n    pass\nassert os.sep == '/'",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_learners_object_does_nothing_in_the_examiners_process(pair, name):
    answer, test = FILES[name]
    boxes = pair(setup(""))
    kept = boxes.folders["examiner"] / "kept"
    kept.mkdir()
    (kept / "file").write_text("kept")
    boxes.cell(answer)
    boxes.test(test)
    assert (kept / "file").read_text() == "kept"
    told = boxes.test("import os\nprint(os.sep)")
    assert text(told) == "/\n"


def test_a_model_that_is_derived_from_a_librarys_class_is_one_of_it(pair):
    boxes = pair(setup(""), solution("M = m = 0"))
    boxes.cell(
        "from sklearn.linear_model import LogisticRegression\n"
        "class M(LogisticRegression):\n    def more(self):\n        return 7\n"
        "class N(M):\n    pass\nm, n = M(C=2.0), N()"
    )
    told = boxes.test(
        "from sklearn.linear_model import LogisticRegression\nfrom sklearn.base import "
        "BaseEstimator, clone, is_classifier\n"
        "assert isinstance(m, LogisticRegression) and isinstance(n, BaseEstimator)\n"
        "assert isinstance(m, M) and isinstance(n, M) and not isinstance(m, N)\n"
        "assert issubclass(M, LogisticRegression) and issubclass(N, M)\n"
        "assert type(m) == M and m.__class__ is M and type(n) != M\n"
        "assert m.more() == 7 and n.more() == 7 and m.C == 2.0 and is_classifier(m)\n"
        "assert clone(m).C == 2.0 and clone(m) is not m"
    )
    assert errors(told) == []


def test_an_exception_of_a_library_is_caught_as_one_and_keeps_what_it_says(pair):
    boxes = pair(setup(""))
    boxes.cell(
        "import json\nclass Own(json.JSONDecodeError):\n    pass\n"
        "def f():\n    json.loads('[1,')\ndef g():\n    raise Own('no', '[1,', 2)"
    )
    told = boxes.test(
        "import json\ntry:\n    f()\nexcept json.JSONDecodeError as error:\n"
        "    assert error.pos == 3 and 'line 1' in str(error)\nelse:\n    raise AssertionError\n"
        "try:\n    g()\nexcept Own as error:\n    assert isinstance(error, ValueError)\n"
        "    assert error.pos == 2 and error.msg == 'no'\nelse:\n    raise AssertionError"
    )
    assert errors(told) == []


MONEY = """\
class Money:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.x == getattr(other, "x", other)
def change(x):
    return Money(x)
def double(x):
    return 2 * x
"""


def test_an_operator_of_the_instructors_decides_only_where_a_test_is_about_its_class(pair):
    boxes = pair(setup(""), solution(MONEY))
    boxes.cell(MONEY)
    assert errors(boxes.test("assert Money(3) == 3 and double(2) == 4")) == []
    assert errors(boxes.test("assert change(3) == 3")) == []
    boxes.cell(
        "class Money:\n    def __eq__(self, other):\n        print('seen', other)\n"
        "        return True\ndef double(x):\n    return Money()"
    )
    told = boxes.test("assert double(2) == 48152.125")
    assert told["status"] == "error" and "seen" not in text(told)


def test_a_function_with_the_name_of_a_builtin_is_the_learners_where_it_is_the_exercise(pair):
    boxes = pair(setup(""), solution("def sum(xs):\n    return 'ours'"))
    boxes.cell("def sum(xs):\n    return 'theirs'\nabs = lambda x: 3")
    assert errors(boxes.test("assert sum([1, 2]) == 'theirs' and abs(-1) == 1")) == []
    without = pair(setup(""), solution("def sum(xs):\n    return 'ours'"))
    without.cell("x = 1")
    assert errors(without.test("assert sum([1, 2]) == 3")) == []


@pytest.mark.parametrize("name", ["run", "load", "time", "history", "reset", "page", "precision"])
def test_a_name_that_a_magic_has_too_is_the_name(pair, name):
    boxes = pair(setup(f"def {name}(x):\n    assert x == 1"), solution("good = 0"))
    boxes.cell("good = 1")
    assert errors(boxes.test(f"{name}(good)")) == []
    assert boxes.test(f"{name}(2)")["status"] == "error"
    learners = pair(setup(""), solution(f"def {name}(x):\n    assert x == 1"))
    learners.cell(f"def {name}(x):\n    assert x == 1")
    assert errors(learners.test(f"{name}(1)")) == []
    assert learners.test(f"{name}(2)")["status"] == "error"


def test_what_a_test_evaluates_finds_no_test_that_has_run(pair):
    """Code that a test evaluates for a learner runs in the examiner's process."""
    boxes = pair(setup(""))
    loot = (
        "import gc\n"
        "held = [o for o in gc.get_objects() if isinstance(o, (list, dict, tuple))]\n"
        "held = [s for o in held for s in (o.values() if isinstance(o, dict) else o)]\n"
        "found = [s for s in held if type(s) is str and 'SECRET@TEST'.replace('@', '-') in s]\n"
    )
    boxes.cell(f"text = {loot!r}\nx = 1")
    # Not as a literal: the examiner's process is forked from this one.
    assert errors(boxes.test("# " + "-".join(["SECRET", "TEST"]) + "\nassert x == 1")) == []
    told = boxes.test("space = {}\nexec(text, space)\nprint(space['found'])")
    assert text(told) == "[]\n"


HONEST = {
    "a file that a test removes": (
        "import os\nopen('c.csv', 'w').write('1')\n"
        "def there():\n    return os.path.exists('c.csv')\ndef drop():\n    os.remove('d.csv')",
        "import os\nassert there()\nos.remove('c.csv')\nassert not there()\n"
        "open('d.csv', 'w').write('2')\ndrop()\nassert not os.path.exists('d.csv')",
    ),
    "an exception that a test throws into a generator": (
        "log = []\ndef g():\n    try:\n        yield 1\n    except ValueError as e:\n"
        "        log.append(str(e))\n        yield 2",
        "i = g()\nassert next(i) == 1 and i.throw(ValueError('a')) == 2 and log == ['a']",
    ),
    "an exception that a learner's context manager lets through, and one that it ends": (
        "from contextlib import contextmanager\nlog = []\n@contextmanager\ndef kept(name):\n"
        "    log.append('in ' + name)\n    try:\n        yield name\n    except KeyError:\n"
        "        log.append('ended')\n    finally:\n        log.append('out')",
        "try:\n    with kept('a') as found:\n        assert found == 'a'\n"
        "        raise ValueError(7)\n"
        "except ValueError as error:\n    assert error.args == (7,)\nelse:\n    assert False\n"
        "assert log == ['in a', 'out']\nwith kept('b'):\n    raise KeyError('gone')\n"
        "assert log[2:] == ['in b', 'ended', 'out']",
    ),
    "a data class as a key": (
        "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass P:\n    x: int",
        "assert hash(P(1)) == hash(P(1)) and {P(1): 2}[P(1)] == 2 and len({P(1), P(1)}) == 1",
    ),
    "an operator that changes its object": (
        "class V:\n    def __init__(self):\n        self.all = []\n"
        "    def __iadd__(self, x):\n        self.all.append(x)\n        return self\nv = V()",
        "w = V()\nbefore = w\nw += 2\nassert w is before and w.all == [2]",
    ),
    "a shallow copy": (
        "class A:\n    def __init__(self):\n        self.x = [1]",
        "import copy\na = A()\nb = copy.copy(a)\nassert b is not a and b.x == [1]",
    ),
    "the cause of an exception, and what is beside its arguments": (
        "def f():\n    try:\n        {}['k']\n    except KeyError as e:\n"
        "        raise ValueError('no') from e\ndef g():\n    open('not-there.txt')\n"
        "def h():\n    import not_there",
        "try:\n    f()\nexcept ValueError as e:\n    assert isinstance(e.__cause__, KeyError)\n"
        "try:\n    g()\nexcept FileNotFoundError as e:\n    assert e.filename == 'not-there.txt'\n"
        "try:\n    h()\nexcept ImportError as e:\n    assert e.name == 'not_there'",
    ),
    "a group of exceptions": (
        "def f():\n    raise ExceptionGroup('two', [ValueError('a'), KeyError('b')])",
        "try:\n    f()\nexcept* ValueError as found:\n    assert str(found.exceptions[0]) == 'a'\n"
        "except* KeyError:\n    pass",
    ),
    "types of functions and bases of classes": (
        "def f():\n    pass\nclass A:\n    def m(self):\n        pass\nclass B(A):\n    pass",
        "import types\nassert type(f) == types.FunctionType and type(A().m) == types.MethodType\n"
        "assert A.__bases__ == (object,) and B.__bases__ == (A,) and B.__mro__ == (B, A, object)",
    ),
    "results that are dicts with attributes": (
        "from scipy.optimize import minimize\nfrom sklearn.datasets import load_iris\n"
        "found = minimize(lambda x: (x[0] - 1) ** 2, [0.0])\niris = load_iris()",
        "from scipy.optimize import OptimizeResult\nassert isinstance(found, OptimizeResult)\n"
        "assert abs(found.x[0] - 1) < 1e-3 and isinstance(found, dict) and found['success']\n"
        "assert iris.data.shape == (150, 4) and isinstance(iris, dict)",
    ),
}


@pytest.mark.parametrize("name", HONEST)
def test_honest_work_is_taken_as_in_one_process(pair, name):
    answer, test = HONEST[name]
    boxes = pair(setup(""), solution(answer))
    boxes.cell(answer)
    assert errors(boxes.test(test)) == []


def test_an_assertion_that_a_setup_cell_names_is_the_examiners_own(pair):
    names = (
        "import unittest, numpy as np\ntc = unittest.TestCase()\nassert_raises = tc.assertRaises\n"
        "same, close = tc.assertEqual, np.testing.assert_allclose\n"
        "assert_close = np.testing.assert_allclose\nraises = unittest.TestCase().assertRaises"
    )
    boxes = pair(setup(names), solution("def f(x):\n    return sum(x)\ny = 2.0"))
    boxes.cell(names + "\nsame = close = assert_close = tc.assertEqual = lambda *a: None")
    boxes.cell("def f(x):\n    return sum(x)\ny = 2.0")
    assert errors(boxes.test("with assert_raises(TypeError):\n    f([[1]])")) == []
    assert boxes.test("with assert_raises(TypeError):\n    f([1])")["status"] == "error"
    assert boxes.test("assert_close(y, 3.0)")["status"] == "error"
    assert errors(boxes.test("assert_close(y, 2.0)")) == []
    for compare in ("same", "close"):
        assert boxes.test(f"{compare}(y, 3.0)")["status"] == "error"
        assert errors(boxes.test(f"{compare}(y, 2.0)")) == []
    assert errors(boxes.test("with raises(TypeError) as seen:\n    f([[1]])\nseen.exception")) == []


@pytest.mark.parametrize("made", [
    "lambda a, b: abs(a - b) < 1e-6",
    "functools.partial(np.isclose, rtol=1e-6, atol=0)",
    "functools.partial(isclose, rel_tol=1e-6)",
])  # fmt: skip
def test_a_comparison_that_a_setup_cell_makes_is_the_examiners_own(pair, made):
    names = f"import functools, numpy as np\nfrom math import isclose\nclose = {made}"
    boxes = pair(setup(names), solution("y = 2.0"))
    boxes.cell(names + "\nheard = []\nclose = lambda *values: heard.append(values) or True")
    boxes.cell("y = 2.0")
    assert errors(boxes.test("assert close(y, 2.0)")) == []
    assert boxes.test("assert close(y, 48152.125)")["status"] == "error"
    assert errors(boxes.test("assert heard == []")) == []


def test_a_course_may_have_a_function_named_check(pair):
    from nbformat import NotebookNode
    from nbformat.v4 import new_code_cell

    from autograder.sandbox.verdict import judge

    cell = new_code_cell("check(x, 3)", metadata={"nbgrader": NotebookNode(points=2)})
    judge(cell, True, has_checks=False)
    assert cell.outputs == []
    judge(cell, True, has_checks=True)
    assert cell.outputs[0].ename == "NoVerdict"


@pytest.mark.parametrize("kind", ["np.array", "pd.Series"])
def test_a_model_that_keeps_what_it_was_fitted_on_cannot_write_it_later(pair, kind):
    boxes = pair(setup("import numpy as np, pandas as pd"), solution("m = 0"))
    boxes.cell(
        "import numpy as np\nclass M:\n    def fit(self, X, y):\n        self.y = y\n"
        "        y[1] = 5\n        return self\n    def predict(self, X):\n"
        "        self.y[:] = 0\n        return np.zeros(len(X))\nm = M()"
    )
    told = boxes.test(
        f"y = {kind}([1, 0, 1])\nm.fit([[1], [2], [3]], y)\n"
        "assert list(y) == [1, 5, 1], 'in the call itself it may'\n"
        "found = m.predict([[1], [2], [3]])\nassert list(y) == [1, 5, 1]\n"
        "assert not (found == y).all()"
    )
    assert errors(told) == []
