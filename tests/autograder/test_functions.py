"""Which functions of libraries a learner's value may be in a test."""

import builtins
import importlib
import math
import operator
import os
import pickle
import statistics
import subprocess
from functools import partial

import numpy as np
import pandas as pd
import pytest

# What the fork server has imported before it forks.
pytest.importorskip("fairlearn.metrics")
pytest.importorskip("matplotlib.pyplot")
pytest.importorskip("matplotlib_inline.backend_inline")
pytest.importorskip("sklearn.ensemble")

import fairlearn.metrics
import scipy.special
import sklearn.metrics

from autograder.bridge.functions import FUNCTIONS, function_of_name, name_of_function
from tests.autograder.boxes import errors

LISTED = [
    np.tanh, np.sum, np.mean, np.linalg.norm, np.fft.fft, np.zeros, math.sqrt, statistics.median,
    operator.add, sum, max, scipy.special.expit, scipy.special.softmax,
    sklearn.metrics.accuracy_score, fairlearn.metrics.selection_rate,
]  # fmt: skip


@pytest.mark.parametrize("function", LISTED, ids=lambda function: function.__name__)
def test_a_function_that_only_computes_is_found_by_its_name(function):
    assert function_of_name(*name_of_function(function)) is function


OTHERS = [
    eval, exec, open, print, input, compile, getattr, setattr, map, vars, __import__, os.system,
    os.remove, subprocess.run, importlib.import_module, pickle.loads, operator.attrgetter,
    operator.methodcaller, operator.setitem, np.load, np.save, np.savez, np.savetxt, np.loadtxt,
    np.fromfile, np.genfromtxt, np.memmap, np.testing.assert_allclose, np.random.rand,
    np.random.seed, np.seterr, np.set_printoptions, np.frompyfunc, np.vectorize,
    np.apply_along_axis, np.copyto, np.frompyfunc(print, 1, 1), pd.read_pickle, pd.read_csv,
    pd.eval, partial(print), scipy.special.seterr, sklearn.metrics.make_scorer,
    sklearn.metrics.get_scorer, fairlearn.metrics.make_derived_metric,
    fairlearn.metrics.plot_model_comparison, lambda x: x, [].append, int, print.__call__,
]  # fmt: skip


@pytest.mark.parametrize("function", OTHERS, ids=lambda each: getattr(each, "__name__", "other"))
def test_what_does_more_than_compute_has_no_name(function):
    assert name_of_function(function) is None


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"), ("builtins", "eval"), ("builtins", "open"), ("builtins", "__import__"),
        ("numpy", "load"), ("numpy", "testing"), ("numpy", "__name__"), ("numpy", "ndarray"),
        ("numpy", "frompyfunc"), ("math", "__loader__"), ("math", "pi"), ("operator", "call"),
        ("sklearn.metrics", "_scorer"), ("numpy.linalg", "os"), ("numpy", 7), (["numpy"], "sum"),
        ("autograder.bridge.functions", "words"), ("", ""), ("numpy.random", "rand"),
    ],
)  # fmt: skip
def test_a_name_of_anything_else_finds_nothing(module, name):
    assert function_of_name(module, name) is None


def test_what_a_test_has_put_in_a_module_is_not_the_librarys(monkeypatch):
    monkeypatch.setattr(np, "mean", lambda x: 3)
    monkeypatch.setattr(builtins, "sum", partial(sum))
    assert function_of_name("numpy", "mean") is None
    assert function_of_name("builtins", "sum") is None


def test_every_listed_name_exists_somewhere():
    """A name that a library has given up would be a gap that nobody sees."""
    for module, names in FUNCTIONS.items():
        if isinstance(names, frozenset):
            missing = {name for name in names if function_of_name(module, name) is None}
            assert not missing, (module, missing)


def test_a_function_of_a_library_is_that_function_in_a_test(pair):
    both = pair({"id": "setup", "kind": "setup", "source": "import numpy as np"})
    both.cell(
        "import numpy as np, math\nfrom sklearn.metrics import accuracy_score\nact = np.tanh\n"
        "ops = {'s': np.sum, 'l': len}\nclass R:\n    pass\nr = R()\nr.agg = np.mean\n"
        "metric = accuracy_score\ndef same(f):\n    return f is np.sum\n"
        "def table():\n    return [math.sqrt, np.linalg.norm]"
    )
    reply = both.test(
        "import math\nfrom sklearn.metrics import accuracy_score\n"
        "assert act == np.tanh and act is np.tanh and act(0.0) == 0\n"
        "assert ops == {'s': np.sum, 'l': len} and r.agg is np.mean and same(np.sum)\n"
        "assert metric is accuracy_score and table() == [math.sqrt, np.linalg.norm]"
    )
    assert errors(reply) == []


def test_another_function_is_not_the_librarys_whatever_it_says(pair):
    both = pair({"id": "setup", "kind": "setup", "source": "import numpy as np"})
    both.cell(
        "import numpy as np\ndef act(x):\n    return 'fake'\nact.__module__ = 'numpy'\n"
        "act.__name__ = act.__qualname__ = 'tanh'\nshow = print\nread = eval"
    )
    reply = both.test(
        "assert act != np.tanh and act(1) == 'fake'\nassert show is not print\n"
        "import os\nassert read('__import__(\"os\").getpid()') != os.getpid()"
    )
    assert errors(reply) == []
