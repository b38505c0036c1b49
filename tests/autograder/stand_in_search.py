"""Searches a warm process for a class or function that makes a learner's object pass a test.

    python -m tests.autograder.stand_in_search [--functions | --values]
        [--every N] [--from N] [NAME ...]

For each class, a stand-in is made that claims to be of it, or of a class derived from it, and its
owner answers everything with what passes most tests. For each function, the learner's process names
it as a value, as the class of an object, and as the answer to everything that is asked of an object
(so also as its methods and operators). Prints JSON: what was tried, and what got through.
"""

import argparse
import itertools
import json
import math
import operator
import socket
import statistics
import sys
import types
import unittest
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, suppress
from typing import Any
from unittest import mock

import networkx
import numpy as np
import pandas as pd
import pytest
from pandas.core.dtypes.generic import ABCDataFrame, ABCExtensionArray, ABCIndex, ABCSeries

from autograder.bridge import course_modules
from autograder.bridge.codec import (
    BY_TAG,
    COMPARING,
    Packed,
    Packer,
    Refused,
    Unpacker,
)
from autograder.bridge.codec.builtin import pack_dict
from autograder.bridge.messages import NewClass, NewObject
from autograder.bridge.proxy import SPECIALS, Remote, RemoteType, is_remote
from autograder.channel import Channel
from autograder.examiner.budget import Budget
from autograder.examiner.client import ExaminerEnd
from autograder.examiner.process import guard_labels
from autograder.examiner.static_analysis import SourceFacts
from autograder.sandbox import forkserver as forkserver
from autograder.sandbox import warmup
from autograder.text import words

EXPECTED = 48152.125
FRIEND = 10**6
"""Number of a callable object of the learner's."""

MOST_QUESTIONS = 100
"""How often one comparison may ask: some iterate for ever."""

CASE = unittest.TestCase()


def _entered(x: Any, e: float) -> bool:
    with x:
        raise AssertionError
    return True


OF_TWO = [each for each in vars(np).values() if isinstance(each, np.ufunc) and each.nin == 2]


def _each_of_two(x: Any, e: float) -> bool:
    """Give numpy's functions of two arguments what is expected, which nobody is to hear."""
    for function in OF_TWO:
        with suppress(Exception):
            function(x, e)
        with suppress(Exception):
            function(e, x)
    return False


FORMS: dict[str, Callable[[Any, float], object]] = {
    "x == e": lambda x, e: x == e,
    "e == x": lambda x, e: e == x,
    "x != e is False": lambda x, e: (x != e) is False,
    "abs(x - e) < t": lambda x, e: abs(x - e) < 1e-9,
    "abs(e - x) < t": lambda x, e: abs(e - x) < 1e-9,
    "a < x < b": lambda x, e: e - 1 < x < e + 1,
    "x <= e and x >= e": lambda x, e: x <= e and x >= e,
    "x in [e]": lambda x, e: x in [e],
    "e in [x]": lambda x, e: e in [x],
    "e in x": lambda x, e: e in x,
    "{'a': x} == {'a': e}": lambda x, e: {"a": x} == {"a": e},
    "[x] == [e]": lambda x, e: [x] == [e],
    "(e,) == (x,)": lambda x, e: (e,) == (x,),
    "{x} == {e}": lambda x, e: {x} == {e},
    "x / e == 1": lambda x, e: x / e == 1,
    "round(x - e, 3) == 0": lambda x, e: round(x - e, 3) == 0,
    "round(x, 2) == round(e, 2)": lambda x, e: round(x, 2) == round(e, 2),
    "float(x) == e": lambda x, e: float(x) == e,
    "operator.eq": operator.eq,
    "math.isclose": math.isclose,
    "statistics.mean([x]) == e": lambda x, e: statistics.mean([x]) == e,
    "np.isclose": lambda x, e: np.isclose(x, e),
    "np.allclose lists": lambda x, e: np.allclose([x], [e]),
    "np.array_equal": lambda x, e: np.array_equal([x], [e]),
    "np.equal of objects": lambda x, e: np.equal(np.array([x], object), e).all(),
    "assert_allclose": lambda x, e: np.testing.assert_allclose(x, e) is None,
    "assert_almost_equal": lambda x, e: np.testing.assert_almost_equal(x, e) is None,
    "assert_array_equal": lambda x, e: np.testing.assert_array_equal(_objects(x), [e]) is None,
    "assert_equal": lambda x, e: np.testing.assert_equal(x, e) is None,
    "assert_equal of dicts": lambda x, e: np.testing.assert_equal({"a": x}, {"a": e}) is None,
    "approx on the left": lambda x, e: pytest.approx(e) == x,
    "approx on the right": lambda x, e: x == pytest.approx(e),
    "approx of a list": lambda x, e: [x] == pytest.approx([e]),
    "assertEqual": lambda x, e: CASE.assertEqual(x, e) is None,
    "assertAlmostEqual": lambda x, e: CASE.assertAlmostEqual(x, e) is None,
    "assertIn": lambda x, e: CASE.assertIn(e, x) is None,
    "assertCountEqual": lambda x, e: CASE.assertCountEqual([x], [e]) is None,
    "assert_series_equal": lambda x, e: _same(pd.testing.assert_series_equal, pd.Series, x, e),
    "assert_frame_equal": lambda x, e: _same(
        pd.testing.assert_frame_equal, lambda items: pd.DataFrame({"a": items}), x, e
    ),
    "series == x": lambda x, e: (pd.Series([e]) == x).all(),
    "x.equals(series)": lambda x, e: x.equals(pd.Series([e])),
    "np.abs(array - x).max()": lambda x, e: np.abs(np.array([e]) - x).max() < 1e-9,
    "np.hypot": lambda x, e: np.hypot(x, e) == math.hypot(e, e),
    "each function of numpy's of two": lambda x, e: _each_of_two(x, e),
    "np.maximum": lambda x, e: np.all(np.maximum(x, e) == np.minimum(x, e)),
    "np.clip": lambda x, e: np.all(np.clip(x, e - 1, e + 1) == x),
    "np.where": lambda x, e: np.where(x == e, 1, 0).all(),
    "(array == x).all()": lambda x, e: (np.array([e]) == x).all(),
    "np.sum": lambda x, e: np.sum(x) == e,
    "np.mean": lambda x, e: np.mean(x) == pytest.approx(e),
    "np.round": lambda x, e: np.round(x, 2) == round(e, 2),
    "np.searchsorted": lambda x, e: np.searchsorted(x, e) == 0 and np.max(x) == e,
    "np.isin": lambda x, e: np.isin(e, x).all(),
    "max(x) == e": lambda x, e: max(x) == e,
    "sum(x) == e": lambda x, e: sum(x) == e,
    "sorted(x) == [e]": lambda x, e: sorted(x) == [e],
    "dict(x)": lambda x, e: dict(x) == {"a": e},
    "list of floats": lambda x, e: list(map(float, x)) == [e],
    "set(x) == {e}": lambda x, e: set(x) == {e},
    "str(x) == str(e)": lambda x, e: str(x) == str(e),
    "json.dumps": lambda x, e: json.dumps(x) == json.dumps(e),
    "Series.equals(x)": lambda x, e: pd.Series([e]).equals(x),
    "Series(x).equals": lambda x, e: pd.Series(x).equals(pd.Series([e])),
    "Series(x).isin": lambda x, e: pd.Series(x).isin([e]).any(),
    "DataFrame(x).equals": lambda x, e: pd.DataFrame(x).equals(pd.DataFrame({"a": [e]})),
    "assert_series_equal itself": lambda x, e: (
        pd.testing.assert_series_equal(x, pd.Series([e])) is None
    ),
    "assert_frame_equal itself": lambda x, e: (
        pd.testing.assert_frame_equal(x, pd.DataFrame({"a": [e]})) is None
    ),
    "with x: fail": _entered,
}
"""Ways in which tests compare what a learner has made with what they expect."""

TWIN_FORMS: dict[str, Callable[[Any, Any], object]] = {
    "x == y": lambda x, y: bool(x == y),
    "y == x": lambda x, y: bool(y == x),
    "(x == y).all()": lambda x, y: np.all(x == y),
    "not (x != y).any()": lambda x, y: not np.any(x != y),
    "x.equals(y)": lambda x, y: x.equals(y),
    "y.equals(x)": lambda x, y: y.equals(x),
    "x.compare(y).empty": lambda x, y: x.compare(y).empty,
    "np.array_equal of both": np.array_equal,
    "np.allclose of both": np.allclose,
    "assert_equal of both": lambda x, y: np.testing.assert_equal(x, y) is None,
    "assert_array_equal of both": lambda x, y: np.testing.assert_array_equal(x, y) is None,
    "assert_allclose of both": lambda x, y: np.testing.assert_allclose(x, y) is None,
    "assertEqual of both": lambda x, y: CASE.assertEqual(x, y) is None,
    "assertCountEqual of both": lambda x, y: CASE.assertCountEqual(x, y) is None,
    "approx of y": lambda x, y: x == pytest.approx(y),
    "abs(x - y).max()": lambda x, y: abs(x - y).max() < 1e-9,
    "abs(x - y).sum().sum()": lambda x, y: abs(x - y).sum().sum() == 0,
    "np.hypot of both": lambda x, y: np.all(np.hypot(x, y) < 1e9),
    "assert_series_equal of both": lambda x, y: pd.testing.assert_series_equal(x, y) is None,
    "assert_frame_equal of both": lambda x, y: pd.testing.assert_frame_equal(x, y) is None,
    "assert_index_equal of both": lambda x, y: pd.testing.assert_index_equal(x, y) is None,
    "sorted(x) == sorted(y)": lambda x, y: sorted(x) == sorted(y),
    "set(x) == set(y)": lambda x, y: set(x) == set(y),
    "dict(x) == dict(y)": lambda x, y: dict(x) == dict(y),
    "all(a == b)": lambda x, y: all(a == b for a, b in zip(x, y, strict=True)),
    "vars(x) == vars(y)": lambda x, y: vars(x) == vars(y),
    "graphs_equal": lambda x, y: networkx.utils.graphs_equal(x, y),
    "x.nodes, x.edges": lambda x, y: (
        dict(x.nodes(data=True)) == dict(y.nodes(data=True))
        and list(x.edges(data=True)) == list(y.edges(data=True))
    ),
    "merge": lambda x, y: len(pd.merge(x, y)) == len(y) > 0,
    "x.tolist() == y.tolist()": lambda x, y: x.tolist() == y.tolist(),
}
"""Ways in which tests compare a value with one like it, in which is what they expect."""

SLOW = {name for name in FORMS if name.startswith(("assert_series", "assert_frame"))}
"""Forms that are tried with the first answer only."""


def _objects(x: Any) -> np.ndarray:
    found = np.empty(1, object)
    found[0] = x
    return found


def _same(compare: Callable, kind: Callable, x: Any, e: float) -> bool:
    compare(kind(pd.Series([x], dtype=object)), kind(pd.Series([e], dtype=object)))
    return True


ANSWERS: dict[str, Callable[["Puppeteer"], object]] = {
    "0.0": lambda link: 0.0,
    "True": lambda link: True,
    "itself": lambda link: link.puppet,
    "an empty list": lambda link: [],
    "as a series of pandas": lambda link: True,
    "as a frame of pandas": lambda link: True,
    "as an index of pandas": lambda link: True,
    "as an array of pandas": lambda link: True,
}
TYPES_OF_PANDAS = {
    "as a series of pandas": "series",
    "as a frame of pandas": "dataframe",
    "as an index of pandas": "index",
    "as an array of pandas": "extension",
}
"""What pandas reads as `_typ`, to take an object for one of its own."""


class Puppeteer(ExaminerEnd):
    """An examiner's end whose learner answers all questions in the way that helps it most."""

    puppet: Any = None
    typ: str | None = None
    answer: Callable[["Puppeteer"], object]

    def __init__(self) -> None:
        super().__init__(Channel(socket.socketpair()[0]), SourceFacts(), Budget())
        self.last_told = self.asked_for = 0
        self.heard: list[object] = []
        self.friend: Any = None

    def ask(self, what: str, target: object = None, *args: object, **kwargs: object) -> Any:
        self.asked_for += 1
        if self.asked_for > MOST_QUESTIONS:
            raise RuntimeError("asked too often")
        self.heard += args[1:] if what == "special" else args
        if what == "get":
            # A method, whatever is asked for.
            return self.typ if self.typ and args[0] == "_typ" else self.friend
        return self.answer(self)

    def _next(self) -> int:
        self.last_told += 1
        return self.last_told

    def object_of(
        self, module: str, name: str, bases: list[int], specials: frozenset[str]
    ) -> tuple[int, Any]:
        """The number of a class of the learner's, and an object of it."""
        kind, number = self._next(), self._next()
        self.theirs._add_class(NewClass(kind, module, name, bases, sorted(specials)))
        self.theirs._add_object(NewObject(number, kind))
        return kind, self.theirs.objects[number]

    def forget_all(self) -> None:
        known = self.theirs
        known.types.clear(), known.claims.clear(), known.faces.clear()
        known.objects.clear(), known.kept.clear()


def classes() -> list[tuple[str, str]]:
    """(module, qualified name) of every class that can be reached by a module, each once."""
    found: dict[int, tuple[str, str]] = {}
    for module_name, module in sorted(sys.modules.items()):
        waiting = [("", module)]
        while waiting:
            path, owner = waiting.pop()
            with suppress(Exception):
                for name, value in list(vars(owner).items()):
                    own = isinstance(value, type) and value.__module__ == module_name
                    if isinstance(value, type) and (own or id(value) not in found):
                        found[id(value)] = (module_name, path + name)
                    if own and path.count(".") < 2:
                        waiting.append((f"{path}{name}.", value))
    return sorted(found.values())


def functions() -> list[tuple[str, str]]:
    """(module, qualified name) under which a function or method can be reached, each name once."""
    found: set[tuple[str, str]] = set()
    for module_name, module in sorted(sys.modules.items()):
        waiting = [("", module)]
        while waiting:
            path, owner = waiting.pop()
            with suppress(Exception):
                for name, value in list(vars(owner).items()):
                    if not isinstance(value, type) and callable(getattr(owner, name)):
                        found.add((module_name, path + name))
                    is_own = isinstance(value, type) and value.__module__ == module_name
                    if is_own and path.count(".") < 2:
                        waiting.append((f"{path}{name}.", value))
    return sorted(found)


OURS = ("bridge/proxy.py", "bridge/stand_ins.py")
"""Modules whose functions the types of stand-ins have as methods."""


def is_closed(kind: type) -> str:
    """What a stand-in's type gets from a library; empty if nothing."""
    bases = [
        each
        for each in type.mro(kind)
        if each is not Remote and each is not object and not issubclass(type(each), RemoteType)
    ]
    if bases and not issubclass(kind, BaseException):
        return f"has the base {bases[0].__name__}"
    for base in bases:
        for name in {each for each in vars(base) if each.startswith("__")} - MAKING:
            found = next(_names(each)[name] for each in type.mro(kind) if name in _names(each))
            code = getattr(found, "__code__", None)
            if code and not code.co_filename.endswith(OURS):
                return f"has {name} of {base.__name__}"
    return ""


MAKING = {"__new__", "__init__", "__init_subclass__", "__class_getitem__"}
"""Methods that only whoever makes an object or a class calls; a stand-in's type is not called."""


def _names(kind: type) -> dict:
    """What a class itself defines; a stand-in's type would ask its owner."""
    return type.__dict__["__dict__"].__get__(kind)


def passes(form: Callable, x: object, expected: object = EXPECTED) -> bool:
    with np.errstate(all="ignore"):
        try:
            return bool(form(x, expected))
        except BaseException:
            return False


def stand_ins(link: Puppeteer, module: str, name: str) -> Iterator[tuple[str, Any]]:
    """Objects that claim the class in each way."""
    for specials in (frozenset[str](), SPECIALS):
        about = "all specials" if specials else "no specials"
        with suppress(Exception):
            kind, found = link.object_of(module, name, [], specials)
            yield f"is one, {about}", found
            _, found = link.object_of("__main__", "Own", [kind], specials)
            yield f"derives from it, {about}", found


def rebuilt(link: Puppeteer, module: str, name: str) -> Iterator[tuple[str, Any]]:
    """An estimator of the class that the learner's process sends by value, as it likes."""
    with suppress(Exception):
        tree = ["estimator", module, name, ["p", []], ["p", []]]
        yield "by value", Unpacker(Packed(tree, []), link.find).unpacked()


def search_functions(chosen: Callable[[int, str], bool]) -> dict:
    """Try the functions that are chosen by number or name, with all forms."""
    forkserver.Warmth(0).add(list(warmup.LIBRARIES))
    link = Puppeteer()
    through: list[str] = []
    given: list[str] = []
    tried = 0
    found = [each for number, each in enumerate(functions()) if chosen(number, ".".join(each))]
    for module, name in found:
        link.forget_all()
        link.answer, link.typ, link.friend = ANSWERS["True"], None, None
        _, claiming = link.object_of(module, name, [], SPECIALS)
        if (claimed := link.class_of(claiming)) is not type(claiming):
            through.append(f"{module}.{name}: an object may claim to be of {claimed}")
        tried += 1
        try:
            function: Any = Unpacker(Packed(["import", module, name], []), link.find).unpacked()
        except Refused:
            continue
        given.append(f"{module}.{name}")
        link.friend, link.answer = function, lambda link: link.friend
        for way, x in {
            "as a value": function,
            "as each answer, no specials": link.object_of("__main__", "Own", [], frozenset())[1],
            "as each answer, all specials": link.object_of("__main__", "Own", [], SPECIALS)[1],
        }.items():
            tried += len(FORMS)
            through += [f"{module}.{name}, {way}: {each}" for each in attempts(link, x)]
    return {"functions": len(found), "given": given, "tried": tried, "through": through}


def attempts(link: Puppeteer, x: object, left_out: Collection[str] = ()) -> Iterator[str]:
    """The forms that an object passes, or by which its owner hears what is expected."""
    for form in FORMS.keys() - left_out:
        link.heard.clear()
        link.asked_for = 0
        if passes(FORMS[form], x):
            yield f"passes {form}"
        if hears(link.heard):
            yield f"hears {form}"


def search(chosen: Callable[[int, str], bool]) -> dict:
    """Try the classes that are chosen by number or name, with all forms."""
    forkserver.Warmth(0).add(list(warmup.LIBRARIES))
    link = Puppeteer()
    through: list[str] = []
    tried = objects = 0
    found = [
        (module, name)
        for number, (module, name) in enumerate(classes())
        if chosen(number, f"{module}.{name}")
    ]
    for module, name in found:
        link.forget_all()
        link.theirs._add_class(NewClass(FRIEND, "__main__", "Friend", [], ["__call__"]))
        link.theirs._add_object(NewObject(FRIEND, FRIEND))
        link.friend = link.theirs.objects[FRIEND]
        for way, x in [*stand_ins(link, module, name), *rebuilt(link, module, name)]:
            objects += 1
            if issubclass(type(x), Remote) and (open_to := is_closed(type(x))):
                through.append(f"{module}.{name}, {way}: {open_to}")
            link.puppet = x
            for answer, link.answer in ANSWERS.items():
                link.typ = TYPES_OF_PANDAS.get(answer)
                left_out = SLOW if answer != next(iter(ANSWERS)) else set()
                tried += len(FORMS) - len(left_out)
                about = f"{module}.{name}, {way}, answers {answer}"
                through += [f"{about}: {each}" for each in attempts(link, x, left_out)]
    return {"classes": len(found), "objects": objects, "tried": tried, "through": through}


# Values that cross by value, and hold an object of the learner's.

OF_LIBRARIES = words(
    "__array__ __array_ufunc__ __array_function__ __array_priority__ __array_struct__ "
    "__array_interface__ __array_wrap__ __array_prepare__ __array_finalize__ __array_namespace__ "
    "__dataframe__ __arrow_c_array__ __arrow_c_stream__ __arrow_c_schema__ __dlpack__ "
    "__dlpack_device__ __buffer__ __fspath__ __class__ __instancecheck__ __networkx_backend__ "
    "__sklearn_tags__ __sklearn_clone__ _typ _data _values _mgr _ndarray dtype shape ndim size T "
    "values to_numpy tolist item all any sum prod mean median std var max min argmax argmin round "
    "astype copy name index columns keys items get dot clip choose put take compress repeat "
    "reshape ravel flatten transpose squeeze sort argsort partition nonzero cumsum cumprod "
    "conjugate real imag predict score transform fit_transform decision_function predict_proba "
    "isoformat timestamp total_seconds utcoffset tzinfo numerator denominator as_integer_ratio "
    "is_integer hex evaluate resolve compare asformat tocoo toarray nnz data format"
)
NAMES = sorted(
    SPECIALS
    | COMPARING
    | OF_LIBRARIES
    | {name for name, each in vars(np).items() if isinstance(each, np.ufunc)}
)
"""Names under which an object of the learner's could be asked by a library."""

COURSE_MODULE = "kit_of_the_search"
WRONG = 0.5


class Slot:
    """The place of the learner's object in a value that is yet to be packed."""


def _graph(node: Any = 1, about: Any = 2, edge: Any = 3, whole: Any = 4) -> Any:
    made = networkx.Graph(a=whole)
    made.add_node(node, a=about)
    made.add_edge(node, "b", weight=edge)
    return made


def _filled(shape: tuple, item: Any) -> np.ndarray:
    found = np.empty(shape, object)
    for place in np.ndindex(shape):
        found[place] = item
    return found


def _frame(item: Any = 1, column: Any = "a", label: Any = 0, name: Any = None) -> pd.DataFrame:
    index = pd.Index(_filled((1,), label), dtype=object, name=name)
    columns = pd.Index(_filled((1,), column), dtype=object, name=name)
    return pd.DataFrame(_filled((1, 1), item), index=index, columns=columns)


def _series(item: Any = 1, label: Any = 0, name: Any = None, about: Any = None) -> pd.Series:
    index = pd.Index(_filled((1,), label), dtype=object, name=about)
    return pd.Series(_filled((1,), item), index=index, name=name)


def _with(made: Any, name: str, item: Any) -> Any:
    vars(made)[name] = item
    return made


def _estimator() -> Any:
    from sklearn.linear_model import LinearRegression

    return LinearRegression()


def _instance() -> Any:
    return sys.modules[COURSE_MODULE].Kit()  # type: ignore[attr-defined]


def _bunch(contents: dict) -> Any:
    from sklearn.utils import Bunch

    made = Bunch()
    dict.update(made, contents)
    return made


def _categorical(item: Any) -> pd.Categorical:
    kind = pd.CategoricalDtype(pd.Index(_filled((1,), item), dtype=object))
    return pd.Categorical.from_codes([0], dtype=kind)


POSITIONS: dict[str, Callable[[Any], Any]] = {
    "itself": lambda s: s,
    "list": lambda s: [s],
    "list in a list": lambda s: [[s]],
    "tuple": lambda s: (s,),
    "set": lambda s: {s},
    "frozenset": lambda s: frozenset([s]),
    "deque": lambda s: deque([s]),
    "dict": lambda s: {"a": s},
    "key of a dict": lambda s: {s: 1},
    "ordered": lambda s: OrderedDict(a=s),
    "key of an ordered dict": lambda s: OrderedDict([(s, 1)]),
    "counter": lambda s: Counter(a=s),
    "key of a counter": lambda s: Counter([s]),
    "defaultdict": lambda s: defaultdict(int, a=s),
    "key of a defaultdict": lambda s: defaultdict(int, {s: 1}),
    "keys": lambda s: {s: 1}.keys(),
    "values": lambda s: {1: s}.values(),
    "items": lambda s: {s: s}.items(),
    "slice": lambda s: slice(s, s, s),
    "array": lambda s: _filled((1,), s),
    "array of two axes": lambda s: _filled((1, 1), s),
    "array without axes": lambda s: _filled((), s),
    "list in an array": lambda s: _filled((1,), [s]),
    "masked": lambda s: np.ma.MaskedArray(_filled((1,), s)),
    "masked and hidden": lambda s: np.ma.MaskedArray(_filled((1,), s), [True]),
    "matrix": lambda s: np.asmatrix(_filled((1, 1), s)),
    "series": _series,
    "label of a series": lambda s: _series(label=s),
    "name of a series": lambda s: _series(name=s),
    "name of a series' index": lambda s: _series(about=s),
    "list in a series": lambda s: _series([s]),
    "frame": _frame,
    "column of a frame": lambda s: _frame(column=s),
    "label of a frame": lambda s: _frame(label=s),
    "name of a frame's index": lambda s: _frame(name=s),
    "index": lambda s: pd.Index(_filled((1,), s), dtype=object),
    "name of an index": lambda s: pd.Index([1], name=s),
    "name of a range": lambda s: pd.RangeIndex(3, name=s),
    "level": lambda s: pd.MultiIndex([_filled((1,), s), [1]], [[0], [0]]),
    "name of a level": lambda s: pd.MultiIndex([["a"], [1]], [[0], [0]], names=[s, "b"]),
    "categorical": _categorical,
    "series of categories": lambda s: pd.Series(_categorical(s)),
    "index of categories": lambda s: pd.CategoricalIndex(_categorical(s)),
    "dtype": lambda s: _categorical(s).dtype,
    "interval": lambda s: pd.Interval(s, s),
    "named": lambda s: namedtuple("Record", ["a"])(s),
    "estimator": lambda s: _with(_estimator(), "coef_", s),
    "instance": lambda s: _with(_instance(), "a", s),
    "node": lambda s: _graph(node=s),
    "about a node": lambda s: _graph(about=s),
    "about an edge": lambda s: _graph(edge=s),
    "about a graph": lambda s: _graph(whole=s),
}
"""Where an object of the learner's may be in a value."""

CARRIERS: dict[str, Callable[[str, Any], Any]] = {
    "key": lambda name, s: {name: s},
    "bunch": lambda name, s: _bunch({name: s}),
    "named": lambda name, s: namedtuple("Record", [name])(s),
    "label": lambda name, s: _series(s, label=name),
    "column": lambda name, s: _frame(s, column=name),
    "row": lambda name, s: _frame(s, column=name).iloc[0],
    "estimator": lambda name, s: _with(_estimator(), name, s),
    "instance": lambda name, s: _with(_instance(), name, s),
    "node": lambda name, s: _graph(node=name, about=s),
}
"""Values in which an object has a name."""

PLAIN: dict[str, Any] = {
    "series": "series",
    "dataframe": "dataframe",
    "True": True,
    "0.0": 0.0,
    "an array": np.zeros(1),
}
"""What may be under a name in place of an object of the learner's."""


def next_class(link: Puppeteer) -> list:
    """The tag of another class of the learner's."""
    number = link._next()
    link.theirs._add_class(NewClass(number, "__main__", "Record", [], []))
    # There may be so many only.
    for old in list(link.theirs.types)[2:-1]:
        del link.theirs.types[old]
    return ["class", "S", number]


CODEC_MODULES = [
    module for name, module in sys.modules.items() if name.startswith("autograder.bridge.codec.")
]
UNCHECKED: dict[str, Callable] = {
    "compares": lambda *_: False,
    "pack_attributes": lambda packer, value, _: pack_dict(packer, vars(value)),
}
"""Functions of the codec without their checks of attributes."""


def hostile(link: Puppeteer, value: object, tag: list) -> Any:
    """A value as the examiner gets it of a process that packs what it should not."""
    with ExitStack() as patches:
        for name, replacement in UNCHECKED.items():
            users = [module for module in CODEC_MODULES if name in vars(module)]
            assert users, name
            for module in users:
                patches.enter_context(mock.patch.object(module, name, replacement))
        packed = Packer(lambda each: next_class(link) if isinstance(each, type) else tag).packed(
            value
        )
    if packed.tree == tag and not isinstance(value, Slot):
        raise Refused("not by value")
    return Unpacker(packed, link.find).unpacked()


def odd_trees(tag: list) -> Iterator[tuple[str, Any]]:
    """Trees of each tag that no sound process writes: an object where something else should be."""
    pool = [tag, [tag], [[tag]], 1, "a", None, ["p", ["a"]], ["p", []]]
    for name, length in itertools.product(BY_TAG, range(1, 4)):
        for contents in itertools.product(pool, repeat=length):
            if any("object" in str(each) for each in contents):
                yield name, [name, *contents]
    shared = ["list", [tag]]
    for name in ("estimator", "instance", "random", "oldrandom"):
        at = {
            "estimator": ["sklearn.linear_model._base", "LinearRegression"],
            "instance": [COURSE_MODULE, "Kit"],
        }.get(name, [])
        again = [["p", ["coef_"]], [[["again", 1]]]] if at else [["again", 1]]
        yield f"again in {name}", ["list", [shared, [name, *at, *again]]]
    state = ["dict", ["p", ["bit_generator", "state"]], [["MT19937", tag]]]
    for fields, item in ((["equals"], 1), (["a"], tag)):
        yield f"named anew {fields}", ["named", ["class", "S", FRIEND], fields, [item]]
    for name in ("random", "oldrandom"):
        yield f"again in {name}, a state", ["list", [state, [name, ["again", 1]]]]


MOST_OF_A_TAG = 30

OF_PANDAS = (ABCDataFrame, ABCSeries, ABCIndex, ABCExtensionArray)


def is_of_pandas(x: object) -> bool:
    kinds = (pd.DataFrame, pd.Series, pd.Index, pd.api.extensions.ExtensionArray)
    return issubclass(type(x), kinds)


def _make_course_module() -> None:
    module = types.ModuleType(COURSE_MODULE)
    exec("class Kit:\n    def all(self):\n        return False\n", vars(module))
    sys.modules[COURSE_MODULE] = module
    course_modules.known = {**course_modules.known, COURSE_MODULE: []}


def values_of(link: Puppeteer, tag: list) -> Iterator[tuple[str, Callable[[], Any], Any]]:
    """Name, how the examiner gets it, and how it is made with a number in the object's place."""
    for name, made in POSITIONS.items():
        yield name, lambda made=made: hostile(link, made(Slot()), tag), made  # type: ignore[misc]
    for (kind, carry), name in itertools.product(CARRIERS.items(), NAMES):

        def named(item: Any, carry: Callable = carry, name: str = name) -> Any:
            return carry(name, item)

        yield f"{kind} {name}", lambda named=named: hostile(link, named(Slot()), tag), named  # type: ignore[misc]
        if kind == "key":
            continue
        for what, item in PLAIN.items():
            about = f"{kind} {name} is {what}"
            yield about, lambda named=named, item=item: hostile(link, named(item), tag), None  # type: ignore[misc]
    seen: Counter[str] = Counter()
    for name, tree in odd_trees(tag):

        def unpacked(name: str = name, tree: Any = tree) -> Any:
            if seen[name] >= MOST_OF_A_TAG:
                raise Refused("enough of this kind")
            found = Unpacker(Packed(tree, []), link.find).unpacked()
            seen[name] += 1
            return found

        yield f"odd {name} {json.dumps(tree)[:200]}", unpacked, None


def search_values(chosen: Callable[[int, str], bool]) -> dict:
    """Try the values that are chosen by number or name, with all forms."""
    forkserver.Warmth(0).add(list(warmup.LIBRARIES))
    guard_labels()
    _make_course_module()
    link = Puppeteer()
    through: list[str] = []
    count = refused = tried = 0
    _, stand_in = link.object_of("__main__", "Own", [], SPECIALS)
    tag = ["object", "S", link.last_told]
    link.theirs._add_class(NewClass(FRIEND, "", "Record", [], []))
    for number, (name, make, made) in enumerate(values_of(link, tag)):
        if not chosen(number, name):
            continue
        link.friend = link.puppet = stand_in
        link.answer, link.typ, link.asked_for = ANSWERS["True"], None, 0
        x = None
        with suppress(Exception):
            x = make()
        if "random" in name and link.asked_for:
            through.append(f"{name}: asks while it is made")
        if x is None:
            refused += 1
            continue
        count += 1
        if passes(lambda x, _: isinstance(x, OF_PANDAS), x) and not is_of_pandas(x):
            through.append(f"{name}: poses as one of pandas")
        twin, wrong = (_like(link, made, item) for item in (EXPECTED, WRONG))
        answers = ANSWERS if made else {"True": ANSWERS["True"]}
        for answer, link.answer in answers.items():
            if "pandas" in answer and answer != "as a series of pandas":
                continue
            link.typ = TYPES_OF_PANDAS.get(answer)
            left_out = SLOW if answer != next(iter(answers)) else set()
            found = attempts(link, x, left_out)
            tried += len(FORMS) - len(left_out)
            # A form that any number passes says nothing.
            through += [
                f"{name}, answers {answer}: {each}"
                for each in found
                if wrong is None or not _passes_anyway(each, wrong)
            ]
            if twin is not None:
                tried += len(TWIN_FORMS)
                through += [
                    f"{name}, answers {answer}: {each}"
                    for each in twin_attempts(link, x, twin, wrong)
                ]
    return {"values": count, "refused": refused, "tried": tried, "through": through}


def _like(link: Puppeteer, made: Callable | None, item: float) -> Any:
    """The value with a number in the object's place, if there can be one."""
    with suppress(Exception):
        return hostile(link, made(item), []) if made else None
    return None


def _passes_anyway(attempt: str, wrong: Any) -> bool:
    done, _, form = attempt.partition(" ")
    return done == "passes" and passes(FORMS[form], wrong)


def twin_attempts(link: Puppeteer, x: Any, twin: Any, wrong: Any) -> Iterator[str]:
    for name, form in TWIN_FORMS.items():
        link.heard.clear()
        link.asked_for = 0
        passed = passes(form, x, twin)
        if hears(link.heard):
            yield f"hears {name}"
        # Always, for some forms change what the next ones look at: a masked array's fill value.
        passed_by_wrong = passes(form, wrong, twin)
        if passed and not passed_by_wrong:
            yield f"passes {name}"


def hears(heard: object) -> bool:
    """Whether what is expected, or what is next to it, is in what an owner was given."""
    if is_remote(heard):
        # It can claim to be a list, and is what the owner has itself.
        return False
    if isinstance(heard, float):
        return abs(heard - EXPECTED) < 2
    if isinstance(heard, str):
        return str(int(EXPECTED)) in heard
    if isinstance(heard, np.ndarray | pd.Series | pd.Index | pd.DataFrame):
        return hears(np.asarray(heard).ravel().tolist())
    if isinstance(heard, dict):
        return hears([*heard, *heard.values()])
    return isinstance(heard, list | tuple | set | frozenset | deque) and any(map(hears, heard))


def main() -> None:
    """Search, and print the result on the last line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="MODULE.NAME")
    parser.add_argument("--functions", action="store_true")
    parser.add_argument("--values", action="store_true")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--from", type=int, default=0, metavar="N", dest="first")
    options = parser.parse_args()

    def chosen(number: int, name: str) -> bool:
        return name in options.names or (
            not options.names and number % options.every == options.first
        )

    searched = search_functions if options.functions else search
    print(json.dumps((search_values if options.values else searched)(chosen)))


if __name__ == "__main__":
    main()
