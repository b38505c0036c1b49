"""Every tag of the codec has a sample here, which crosses, and is overwritten if it can change."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import math
import pathlib
import subprocess
import sys
import types
from array import array
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy import sparse
from sklearn.linear_model import Ridge
from sklearn.utils import Bunch

from autograder.bridge import course_modules
from autograder.bridge.codec import (
    BY_TAG,
    BY_TYPE,
    FAMILIES,
    Codec,
    Packer,
    Snapshot,
    refill,
    register,
)
from autograder.bridge.codec.snapshot import watch_items
from tests.autograder.test_codec import Reference, crossed, packed


def as_it_is(value: Any) -> Any:
    return value


def items(value: Any) -> Any:
    return list(value)


def fields(value: Any) -> Any:
    return vars(value)


def of_array(value: Any) -> Any:
    return value.dtype.str, value.tolist()


def of_column(value: Any) -> Any:
    return str(value.dtype), list(value)


def of_index(value: Any) -> Any:
    return str(value.dtype), value.tolist(), list(value.names)


def of_series(value: Any) -> Any:
    return of_column(value), of_index(value.index), value.name


def of_frame(value: Any) -> Any:
    return of_index(value.columns), [of_series(value[name]) for name in value]


def next_draws(random: Any) -> Any:
    """The next five numbers of a copy, so that looking changes nothing."""
    return copy.deepcopy(random).normal(size=5).tolist()


def of_estimator(value: Any) -> Any:
    return value.get_params(), value.coef_.tolist(), value.intercept_


def of_graph(value: Any) -> Any:
    return nx.to_dict_of_dicts(value), dict(value.nodes(data=True)), value.graph


def graph(weight: int) -> nx.Graph:
    made = nx.Graph(name="g")
    made.add_edge("a", "b", weight=weight)
    return made


COURSE_MODULE = "things_of_the_course"


class Thing:
    """Stands for a class of a module that came with the assignment."""

    def __init__(self, size: int):
        self.size = size


Thing.__module__ = COURSE_MODULE
Point = namedtuple("Point", "x y")


def twice(value: Any) -> Any:
    return [value, value]


Look = Callable[[Any], Any]

FIXED: dict[str, tuple[Callable[[], Any], Look]] = {
    "float": (lambda: -math.inf, as_it_is),
    "int": (lambda: 10**5000, as_it_is),
    "complex": (lambda: 1.5 - 2j, as_it_is),
    "decimal": (lambda: Decimal("1.50"), str),
    "fraction": (lambda: Fraction(1, 3), as_it_is),
    "tuple": (lambda: (1, "a"), as_it_is),
    "frozenset": (lambda: frozenset("ab"), as_it_is),
    "bytes": (lambda: b"ab", as_it_is),
    "range": (lambda: range(3, 9, 2), as_it_is),
    "slice": (lambda: slice(1, None), as_it_is),
    "ellipsis": (lambda: ..., as_it_is),
    "notimplemented": (lambda: NotImplemented, repr),
    "field": (lambda: dataclasses.fields(dataclasses.make_dataclass("D", "x"))[0]._field_type, id),
    "keys": (lambda: {"a": 1}.keys(), items),
    "values": (lambda: {"a": 1}.values(), items),
    "items": (lambda: {"a": 1}.items(), items),
    "named": (lambda: Point(1, 2), lambda value: (value._fields, *value)),
    "datetime": (lambda: dt.datetime(2026, 1, 2, 3, tzinfo=dt.UTC), repr),
    "date": (lambda: dt.date(2026, 1, 2), as_it_is),
    "time": (lambda: dt.time(1, 2, 3), as_it_is),
    "delta": (lambda: dt.timedelta(-1, 2, 3), as_it_is),
    "path": (lambda: pathlib.PurePosixPath("a/b"), as_it_is),
    "scalar": (lambda: np.float32(0.1), lambda value: (value.dtype, value.item())),
    "dtype": (lambda: np.dtype("f4"), as_it_is),
    "index": (lambda: pd.Index(["a", "b"], name="n"), of_index),
    "rangeindex": (lambda: pd.RangeIndex(2, 8, 3, name="r"), of_index),
    "multiindex": (lambda: pd.MultiIndex.from_product([["a", "b"], [1, 2]]), of_index),
    "timestamp": (lambda: pd.Timestamp("2026-01-01", tz="Europe/Paris"), repr),
    "timedelta": (lambda: pd.Timedelta("1h"), as_it_is),
    "onperiod": (lambda: pd.Period("2026-01", "M"), as_it_is),
    "oninterval": (lambda: pd.Interval(0, 1, "both"), as_it_is),
    "NA": (lambda: pd.NA, id),
    "NaT": (lambda: pd.NaT, id),
    "again": (lambda: twice([1]), as_it_is),
}
"""For each tag of values that cannot change: how to make a sample, and what it is like."""

CHANGEABLE: dict[str, tuple[Callable[[], Any], Callable[[], Any], Look]] = {
    "list": (lambda: [1, 2], lambda: ["a"], as_it_is),
    "set": (lambda: {1, 2}, lambda: {3}, as_it_is),
    "deque": (lambda: deque([1], 3), lambda: deque([2, 3], 3), as_it_is),
    "dict": (lambda: {"a": 1}, lambda: {"b": 2}, as_it_is),
    "ordered": (lambda: OrderedDict(b=1, a=2), lambda: OrderedDict(a=2, b=1), as_it_is),
    "counter": (lambda: Counter("aab"), lambda: Counter(a=-1), as_it_is),
    "defaultdict": (lambda: defaultdict(int, a=1), lambda: defaultdict(int, b=2), as_it_is),
    "bytearray": (lambda: bytearray(b"a"), lambda: bytearray(b"bc"), as_it_is),
    "numbers": (lambda: array("i", [1]), lambda: array("i", [2, 3]), as_it_is),
    "array": (lambda: np.arange(3.0), lambda: np.ones(3), of_array),
    "masked": (
        lambda: np.ma.array([1, 2], mask=[True, False]),
        lambda: np.ma.array([3, 4], mask=[False, True]),
        of_array,
    ),
    "matrix": (
        lambda: np.arange(2).view(np.matrix),
        lambda: np.ones(2, int).view(np.matrix),
        of_array,
    ),
    "oldrandom": (
        lambda: np.random.RandomState(1),
        lambda: np.random.RandomState(2),
        next_draws,
    ),
    "random": (lambda: np.random.default_rng(1), lambda: np.random.default_rng(2), next_draws),
    "series": (
        lambda: pd.Series([1, 2], name="s"),
        lambda: pd.Series(["a"], index=["x"], name="t"),
        of_series,
    ),
    "frame": (
        lambda: pd.DataFrame({"a": [1, 2], "b": ["x", None]}),
        lambda: pd.DataFrame({"c": [0.5]}, index=["r"]),
        of_frame,
    ),
    "categorical": (
        lambda: pd.Categorical(["a", "b", "a"]),
        lambda: pd.Categorical(["c"], ["c", "d"]),
        of_column,
    ),
    "estimator": (
        lambda: Ridge(0.5).fit([[0.0], [1.0], [2.0]], [0.0, 1.0, 3.0]),
        lambda: Ridge(2.0).fit([[0.0], [1.0], [2.0]], [5.0, 1.0, 3.0]),
        of_estimator,
    ),
    "instance": (lambda: Thing(1), lambda: Thing(2), fields),
    "namespace": (
        lambda: types.SimpleNamespace(a=[1]),
        lambda: types.SimpleNamespace(b=2),
        fields,
    ),
    "bunch": (lambda: Bunch(a=[1]), lambda: Bunch(b=2), as_it_is),
    "sparse": (
        lambda: sparse.csr_matrix([[0, 1], [2, 0]]),
        lambda: sparse.csr_matrix([[3, 0, 4]]),
        lambda value: value.toarray().tolist(),
    ),
    "graph": (lambda: graph(1), lambda: graph(2), of_graph),
}
"""For each tag of values that can change: two samples, and what one is like."""

NEVER_PACKED = "categorical"
"""Its codec asks a Categorical for `.array`, which only a Series or an Index has; so one that is
not a column is referred to, and its tag never sent."""


def tags(samples: dict[str, Any]) -> list[Any]:
    """The tags as parameters; those of which the codec is known to fail are expected to."""
    known = pytest.mark.xfail(strict=True, reason="a Categorical is never packed")
    return [pytest.param(tag, marks=known if tag == NEVER_PACKED else ()) for tag in samples]


SAMPLES = FIXED | {tag: (make, look) for tag, (make, _, look) in CHANGEABLE.items()}


@pytest.fixture(autouse=True)
def course_module(monkeypatch):
    module = types.ModuleType(COURSE_MODULE)
    module.Thing = Thing
    monkeypatch.setitem(sys.modules, COURSE_MODULE, module)
    monkeypatch.setitem(course_modules.known, COURSE_MODULE, [])


def tags_in(tree: Any) -> set[str]:
    """The first items of all lists in a tree."""
    if not isinstance(tree, list):
        return set()
    first = {tree[0]} if tree and isinstance(tree[0], str) else set()
    return first.union(*map(tags_in, tree))


def packer_of(value: object) -> Packer:
    packer = Packer(lambda other: ["object", "S", 1])
    packer.packed(value)
    return packer


def test_every_tag_has_a_sample():
    # sympy is no dependency: test_codec_sympy.py has the samples of its expressions.
    assert set(SAMPLES) == set(BY_TAG) - {"expression"}


@pytest.mark.parametrize("tag", tags(SAMPLES))
def test_a_sample_of_every_tag_crosses_as_it_is(tag):
    make, look = SAMPLES[tag]
    tree = packed(make()).tree
    assert tag in tags_in(tree) if tag == "again" else tree[0] == tag
    found = crossed(make())
    assert look(found) == look(make())
    assert type(found) is type(make()) or tag == "named"


@pytest.mark.parametrize("tag", tags(SAMPLES))
def test_only_values_of_the_changeable_tags_are_counted_as_changeable(tag):
    value = SAMPLES[tag][0]()
    found = packer_of(value).changeable
    assert any(each is value for each in found) == (tag in CHANGEABLE or tag == "again")
    assert BY_TAG[tag].is_changeable == (tag in CHANGEABLE)


@pytest.mark.parametrize("tag", tags(CHANGEABLE))
def test_a_changeable_value_becomes_equal_to_another_in_place(tag):
    make, make_other, look = CHANGEABLE[tag]
    value = make()
    assert look(value) != look(make_other())
    assert refill(value, make_other())
    assert look(value) == look(make_other())


@pytest.mark.parametrize("tag", tags(CHANGEABLE))
def test_a_change_of_a_changeable_value_is_noticed(tag):
    make, make_other, _ = CHANGEABLE[tag]
    value = make()
    snapshot = Snapshot(packer_of(value).watched, packed)
    assert snapshot.is_unchanged()
    assert refill(value, make_other())
    assert not snapshot.is_unchanged()


TABLE = pd.DataFrame({"a": [1, 2, 3], "b": ["x", "y", None]})


@pytest.mark.parametrize(
    "write",
    [
        lambda table: table.iloc.__setitem__((0, 0), 9),
        lambda table: table.__setitem__("a", 9),
        lambda table: table.__setitem__("c", 9),
        lambda table: table.pop("a"),
        lambda table: table.fillna("z", inplace=True),
        lambda table: table.sort_values("a", ascending=False, inplace=True),
        lambda table: setattr(table.index, "name", "n"),
        lambda table: setattr(table, "columns", ["b", "a"]),
    ],
    ids=["item", "column", "new column", "pop", "fillna", "sort", "name of index", "columns"],
)
def test_a_write_to_a_table_is_noticed(write):
    table = TABLE.copy()
    # Memory that it shares, as a table that is part of another does.
    shared = table[:]
    snapshot = Snapshot(packer_of(table).watched, packed)
    assert snapshot.is_unchanged()
    write(table)
    assert not snapshot.is_unchanged()
    assert len(shared) == 3


def test_a_write_to_a_series_is_noticed_if_it_changes_a_table():
    """In pandas 2 it may, from 3 on it does not."""
    table = TABLE.copy()
    snapshot = Snapshot(packer_of(table).watched, packed)
    column = table["a"]
    column.iloc[0] = 9
    assert snapshot.is_unchanged() == (table["a"].iloc[0] == 1)


def test_an_index_that_shares_memory_is_watched():
    numbers = np.arange(3)
    index = pd.Index(numbers)
    snapshot = Snapshot(packer_of(index).watched, packed)
    numbers[0] = 9
    assert snapshot.is_unchanged() == (index[0] == 0)


@pytest.mark.filterwarnings("error")
def test_a_selection_is_overwritten_without_a_warning():
    selected = TABLE[TABLE["a"] > 1]
    assert refill(selected, TABLE)
    assert selected.equals(TABLE)


@pytest.mark.parametrize("tag", sorted(FIXED.keys() - {"again"}))
def test_a_value_that_cannot_change_is_not_overwritten(tag):
    make, look = FIXED[tag]
    target = make()
    assert target is make() or not refill(target, make())
    assert look(target) == look(make())


def test_a_categorical_that_is_no_column_is_referred_to():
    assert isinstance(crossed(pd.Categorical(["a"])), Reference)
    assert crossed(pd.Series(pd.Categorical(["a"]))).dtype == "category"


# What recognises values of many types.


def test_codecs_that_recognise_their_values_are_asked_in_this_order():
    """The first that does decides under which rules a value crosses."""
    assert [codec.tag for codec in FAMILIES] == [
        "scalar",
        "named",
        "index",
        "dtype",
        "bunch",
        "estimator",
        "instance",
        "sparse",
        "graph",
        "expression",
        "path",
    ]


def test_a_named_tuple_with_methods_is_no_value_of_another_kind_either():
    class Posing(NamedTuple):
        x: int
        shape = (1, 1)

        def tocoo(self):
            return sparse.coo_matrix([[1]])

    Posing.__name__, Posing.__module__ = "csr_matrix", "scipy.sparse._csr"
    assert isinstance(crossed(Posing(1)), Reference)


def test_a_subclass_of_a_scalar_crosses_as_the_scalar():
    class Own(np.float64):
        pass

    assert packed(Own(1.5)).tree == packed(np.float64(1.5)).tree


# The registry itself.


@pytest.fixture
def registry():
    """The registry, which is afterwards as it was."""
    before = dict(BY_TAG), dict(BY_TYPE), list(FAMILIES)
    yield before
    for table, content in zip((BY_TAG, BY_TYPE), before, strict=False):
        table.clear()
        table.update(content)
    FAMILIES[:] = before[2]


def codec(tag: str, **more: Any) -> Codec:
    return Codec(tag, pack=lambda *_: [], unpack=lambda *_: None, **more)


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (codec("list"), "taken"),
        (codec("mine", types=(list,)), "taken"),
        (codec("mine", overwrite=lambda *_: True), "nothing watches it"),
    ],
    ids=["a tag twice", "a type twice", "changeable and not watched"],
)
def test_a_codec_that_is_incomplete_or_contradicts_another_is_not_registered(registry, new, reason):
    with pytest.raises(ValueError, match=reason):
        register([new])
    assert registry == (BY_TAG, BY_TYPE, FAMILIES)


def test_one_codec_is_all_that_a_new_type_needs(registry):
    class Basket:
        def __init__(self, content: list[Any]):
            self.content = content

        def __iter__(self):
            return iter(self.content)

        def __len__(self):
            return len(self.content)

    def overwrite(target: Basket, value: Basket) -> bool:
        target.content[:] = value.content
        return True

    assert isinstance(crossed(Basket([1])), Reference)
    register(
        [
            Codec(
                "basket",
                types=(Basket,),
                pack=lambda packer, value: packer.all(value.content),
                unpack=lambda unpacker, *trees: Basket(unpacker.all(list(trees))),
                overwrite=overwrite,
                watch=watch_items,
            )
        ]
    )
    value = Basket([1, [2]])
    assert type(crossed(value)) is Basket and crossed(value).content == [1, [2]]
    snapshot = Snapshot(packer_of(value).watched, packed)
    assert snapshot.is_unchanged()
    assert refill(value, Basket([3])) and value.content == [3]
    assert not snapshot.is_unchanged()


def test_the_codec_imports_no_library_before_a_value_of_it_crosses():
    program = (
        "import sys\nfrom autograder.bridge.codec import Packer\nimport numpy, pandas\n"
        "values = [object(), pandas.DataFrame(), numpy.float64(1)]\n"
        "Packer(lambda value: ['object']).packed(values)\n"
        "sys.exit(str({'sklearn', 'scipy', 'networkx', 'fairlearn'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stderr.strip() == "set()"
