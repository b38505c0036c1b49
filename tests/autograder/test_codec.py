import datetime as dt
import json
import math
import pathlib
import re
import sys
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest

from autograder.bridge import codec as values
from autograder.bridge.codec import (
    Packed,
    Packer,
    Refused,
    Unpacker,
    base,
    builtin,
    new_named,
    refill,
)

ROOT = Path(__file__).resolve().parents[2]


class Reference:
    """Stands for what did not cross by value."""


def packed(value: object) -> Packed:
    return Packer(lambda other: ["object", "S", 1]).packed(value)


def crossed(value: object) -> object:
    """The value as it comes out at the other side."""
    sent = packed(value)
    arrived = Packed(json.loads(json.dumps(sent.tree)), [bytearray(part) for part in sent.parts])

    def find(tag: list) -> object:
        return new_named("N", tag[2]) if tag[0] == "named" else Reference()

    return Unpacker(arrived, find).unpacked()


PLAIN = [
    None, True, False, 0, -5, 2**63, -(2**70), 10**4100, 1.5, -0.0, math.inf, -math.inf, "", "é",
    b"x", bytearray(b"y"), 1 - 0j, complex(math.inf, -0.0), ..., NotImplemented,
    [], [1, 2], [1.5, math.nan, math.inf], [2**70, 1], ["a", None, True], [1, "a", [2.5, (None,)]],
    (), (1,), {1, 2}, frozenset("a"), {"a": [1], 2: (3,), None: {}}, range(3, 9, 2), slice(1, None),
    deque([1, 2], 5), OrderedDict(b=1, a=2), Counter("abca"), defaultdict(list, a=[1]),
    dt.datetime(2026, 3, 29, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Paris")),
    dt.datetime(2026, 1, 1, 1, 2, 3, 4), dt.datetime(2026,
    1, 1, tzinfo=dt.UTC), dt.date(2026, 1, 1),
    dt.time(1, 2, tzinfo=dt.timezone(dt.timedelta(hours=-3))), dt.timedelta(-1, 2, 3),
    Decimal("1.50"), Decimal("NaN"), Fraction(1, 3), pathlib.Path("a/b"),
    np.float64(2.5), np.float32(0.1), np.int8(-3), np.uint64(2**63), np.bool_(True), np.str_("abc"),
    np.datetime64("2026-01-01", "D"), np.timedelta64(3, "s"), np.complex128(1j), np.str_(""),
    pd.Timestamp("2026-01-01", tz="UTC"), pd.Timestamp("2026-01-01 01:02:03.000000004"),
    pd.Timestamp("2026-06-01", tz="America/Sao_Paulo"),
    pd.Timestamp("2026-10-25 00:30", tz=ZoneInfo("UTC")).tz_convert(ZoneInfo("Europe/Paris")),
    pd.Timestamp("2026", tz=dt.timezone(dt.timedelta(hours=3))), pd.Timedelta("1D"), pd.NaT, pd.NA,
    pd.Period("2026-01", "M"), pd.Interval(0, 1, "both"), np.dtype("f4"), np.dtype(object),
    pd.CategoricalDtype(["a", "b"], ordered=True), pd.Int64Dtype(),
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=lambda value: repr(value)[:40])
def test_plain_values_cross_as_they_are(value):
    found = crossed(value)
    assert type(found) is type(value)
    assert repr(found) == repr(value)


ARRAYS = [
    np.arange(6).reshape(2, 3), np.asfortranarray(np.arange(6.0).reshape(2, 3)), np.zeros((0, 3)),
    np.array(5.0), np.array([True, False]), np.array(["a", "bcd"]), np.array([b"a"]),
    np.array([1, "a", None], dtype=object), np.array([["2026", "NaT"]], "M8[D]"),
    np.array([1 + 2j]), np.arange(10)[::-2], np.array([1, 2], ">i4"),
    np.array([("a", [1.5, 2.0]), ("bc", [0.0, 1.0])], [("name", "U2"), ("w", "f8", (2,))]),
    np.array([[(1, (True, None))]], [("n", ">i2"), ("in", [("b", "?"), ("o", "O")])]),
    np.zeros((0, 2), [("a", "i4")]),
]  # fmt: skip


@pytest.mark.parametrize("value", ARRAYS, ids=lambda value: f"{value.dtype}{value.shape}")
def test_arrays_cross_with_dtype_shape_and_order(value):
    found = crossed(value)
    assert found.dtype == value.dtype and found.shape == value.shape
    np.testing.assert_array_equal(found, value)
    assert found.flags.writeable
    assert found.flags.f_contiguous == value.flags.f_contiguous or value.strides[0] < 0


FRAME = pd.DataFrame({
    "int": [1, 2, 3], "float": [1.0, np.nan, 3], "bool": [True, False, True],
    "str": ["a", None, "c"], "category": pd.Categorical(["x", None, "x"], ["x", "y"], ordered=True),
    "day": pd.date_range("2026", periods=3), "ns": pd.date_range("2026", periods=3, unit="ns"),
    "zoned": pd.date_range("2026", periods=3, tz="Europe/Paris"),
    "utc": pd.date_range("2026", periods=3, tz="UTC"), "delta": pd.to_timedelta([1, 2, 3],
    unit="s"),
    "Int64": pd.array([1, None, 3], dtype="Int64"), "UInt8": pd.array([1, None, 3], dtype="UInt8"),
    "boolean": pd.array([True, None, False], dtype="boolean"),
    "Float32": pd.array([1.0, None, 2], dtype="Float32"),
    "object": pd.Series([1, "a", None], dtype=object),
    "texts": pd.Series(["a", "b", "c"], dtype=object),
    "string": pd.array(["a", None, "c"], dtype="string"),
    "period": pd.period_range("2026", periods=3, freq="M"), "interval": pd.cut([1, 2, 3], 2),
    "int8": np.array([1, 2, 3], "i1"), "complex": [1j, 2, 3],
})  # fmt: skip

FRAMES = [
    FRAME, FRAME.set_index(["int", "str"]), FRAME.set_index("day"), FRAME[["int", "float"]].T,
    FRAME[["int", "float"]].describe(), pd.crosstab(FRAME["int"], FRAME["bool"]), FRAME.iloc[:0],
    pd.DataFrame(),
    FRAME.groupby("bool")[["float"]].agg(["mean", "sum"]), pd.DataFrame([[1, 2]], columns=["a",
    "a"]),
    FRAME.rename_axis("name").rename_axis("columns", axis=1), FRAME[FRAME["int"] > 1],
    pd.DataFrame(index=range(3)),
]  # fmt: skip


@pytest.mark.parametrize("value", FRAMES, ids=range(len(FRAMES)))
def test_frames_cross_exactly(value):
    found = crossed(value)
    pd.testing.assert_frame_equal(found, value, check_freq=True, check_column_type="exact")


@pytest.mark.parametrize("column", FRAME.columns)
def test_columns_cross_exactly(column):
    found = crossed(FRAME[column])
    pd.testing.assert_series_equal(found, FRAME[column])
    assert found.dtype == FRAME[column].dtype


@pytest.mark.parametrize(
    "value",
    [
        pd.Index(["a", "b"], name="n"),
        pd.Index(["a", "b"], dtype=object),
        pd.Index([1.5, 2]),
        pd.RangeIndex(2, 8, 3, name="r"),
        pd.date_range("2026", periods=4, freq="MS"),
        pd.timedelta_range("1h", periods=3),
        pd.CategoricalIndex(["a", "b"]),
        pd.MultiIndex.from_product([["a", "b"], [1, 2]], names=["x", None]),
        pd.interval_range(0, 3),
        pd.period_range("2026", periods=2, freq="Q"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_indexes_cross_exactly(value):
    found = crossed(value)
    pd.testing.assert_index_equal(found, value, exact=True)
    assert getattr(found, "freq", None) == getattr(value, "freq", None)


@pytest.mark.parametrize("name", ["Europe/Paris", "UTC"])
def test_a_zone_of_pytz_stays_one(name):
    """In pandas 2 a zone with a name is of pytz; with pandas 3 it may be."""
    zone = pytest.importorskip("pytz").timezone(name)
    days = pd.Series(pd.date_range("2026-10-24", periods=4, tz=zone))
    found = crossed([days, days[3]])
    pd.testing.assert_series_equal(found[0], days)
    assert found[1].tz.zone == name and repr(found) == repr([days, days[3]])


def test_random_generators_go_on_where_they_were():
    for kind in (np.random.default_rng, np.random.RandomState):
        random = kind(4)
        random.normal(size=3)
        assert crossed(random).normal() == random.normal()
    random = np.random.Generator(np.random.Philox(4))
    assert crossed(random).normal() == random.normal()


def test_estimators_are_rebuilt_from_the_own_class():
    pipeline = pytest.importorskip("sklearn.pipeline")
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    X, y = np.arange(10.0).reshape(-1, 1), np.arange(10) > 4
    model = pipeline.make_pipeline(StandardScaler(), LogisticRegression()).fit(X, y)
    found = crossed(model)
    assert type(found) is pipeline.Pipeline and (found.predict(X) == model.predict(X)).all()
    shadowed = LogisticRegression()
    shadowed.score = lambda X, y: 1.0
    assert isinstance(crossed(shadowed), Reference)


def test_named_tuples_cross_unless_they_have_methods():
    Point = namedtuple("Point", "x y")
    found = crossed(Point(1, [2]))
    assert found == (1, [2]) and found._fields == ("x", "y")

    class Able(Point):
        def area(self):
            return 1

    class Abler(NamedTuple):
        x: int

        def area(self):
            return 1

    for able in (Able(1, 2), Abler(1)):
        assert isinstance(crossed(able), Reference)


class Sly(int):
    """A variety of a plain type, with ideas of its own."""

    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


def test_what_is_not_plain_is_referred_to():
    for value in (Sly(3), type("L", (list,), {})(), lambda: 1, object(), int, json,
                  np.zeros(1, np.dtype([("a", "i1"), ("b", "i4")], align=True)),
                  np.ma.MaskedArray(np.zeros(1, [("a", "i4")])), (i for i in [1]),
                  pd.DataFrame().groupby):  # fmt: skip
        assert isinstance(crossed(value), Reference)
    assert [type(each) for each in crossed([1, Sly(2)])] == [int, Reference]


@pytest.fixture
def small_caps(monkeypatch):
    """Caps of 1,000 items, 10,000 bytes beside the tree, and ints of 2,000 bytes."""
    monkeypatch.setattr(base, "MOST_ITEMS", 1000)
    monkeypatch.setattr(base, "LARGEST_FRAME", 2**20 + 10_000)
    monkeypatch.setattr(builtin, "LARGEST_INT", 2000)


def nested(levels: int) -> list:
    value: list = []
    for _ in range(levels - 1):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("largest", "too_large"),
    [
        (nested(values.DEEPEST), nested(values.DEEPEST + 1)),
        (["x"] * 900, ["x"] * 1001),
        ([[]] * 900, [[]] * 1001),
        (np.zeros(1200), np.zeros(1300)),
        (bytes(9900), bytes(10_001)),
        (2 ** (8 * 1998), 2 ** (8 * 2000)),
        ("x" * 9900, "x" * 10_001),
    ],
    ids=["levels", "texts", "items", "array", "bytes", "int", "text"],
)
def test_what_is_too_large_is_referred_to_as_a_whole(small_caps, largest, too_large):
    assert type(crossed(largest)) is type(largest)
    assert isinstance(crossed(too_large), Reference)
    assert isinstance(crossed([1, too_large]), Reference)


def test_a_list_that_holds_itself_is_referred_to():
    itself: list = []
    itself.append(itself)
    assert isinstance(crossed(itself), Reference)


def test_the_caps_are_as_large_as_documented():
    documented = re.search(
        r"an array or frame of more than (\d+) MB", (ROOT / "docs/grading.md").read_text()
    )
    assert int(documented[1]) * 2**20 == base.LARGEST_FRAME
    caps = values.DEEPEST, values.MOST_ITEMS, values.MOST_DIGITS, values.LARGEST_INT
    assert caps == (200, 3_000_000, 4000, 2**20)
    # Zeros that nobody has written to take no memory.
    assert isinstance(crossed(bytes(base.LARGEST_FRAME)), Reference)


def test_packed_values_are_equal_when_they_are_the_same():
    assert packed([1, math.nan]) == packed([1, math.nan])
    assert packed({"a": 1}) != packed({"a": 1.0})
    assert packed({"a": 1}) != packed({"a": True})
    assert packed(np.array([1])) != packed(np.array([1.0]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([1, [2], 3], [1, [4, 5]]),
        ({"a": [1], "b": 2}, {"a": [1, 2], "c": 3}),
        ({1, 2}, {3}),
        (deque([1], 3), deque([2, 3], 3)),
        (bytearray(b"a"), bytearray(b"bc")),
        (Counter("aab"), Counter(a=-1, z=2)),
        (np.arange(3), np.arange(3) * 2),
        (FRAME[["int"]].copy(), FRAME[["float", "str"]]),
        (FRAME["int"].copy(), FRAME["float"]),
        (np.random.default_rng(1), np.random.default_rng(2)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_is_refilled_in_place(old, new):
    assert refill(old, new)
    assert packed(old) == packed(new)


def test_a_value_is_not_refilled_by_another_type():
    for old, new in (([1], (1,)), (np.arange(3), np.arange(4)), ({}, OrderedDict())):
        before = packed(old)
        assert not refill(old, new)
        assert packed(old) == before


def test_what_cannot_change_is_not_refilled():
    fixed = np.arange(3)
    fixed.setflags(write=False)
    for old, new in (
        (fixed, np.arange(3) * 2),
        (pd.Index(["a"]), pd.Index(["b"])),
        (pd.CategoricalDtype(["a"]), pd.CategoricalDtype(["b"])),
    ):
        before = packed(old)
        assert not refill(old, new)
        assert packed(old) == before


FALSE = [
    {}, [], [[]], [1, 2], ["list"], ["list", 3], ["list", "x", []], ["list", "d", 7], ["list",
    "p", [1]],
    ["dict", [[1]], [[1, 2]]], ["dict", [[["list", []]]], [[1]]], ["set", [["list", []]]],
    ["int", 9], ["float", "1e5"], ["scalar", "O", "00"], ["scalar", "<f8", "00"], ["scalar",
    "<f8", "zz"],
    ["array", "O", [5], [1], "C"], ["array", "<f8", [2**62], 0, "C"], ["array", "<f8", [1.5], 0,
    "C"],
    ["array", "|V8", [1], 0, "C"], ["array", "<f8,O", [1], 0, "C"], ["array", "object", [1], 0,
    "C"],
    ["array", "V", [1], [["a", "a"], [[], []], [["|i1", [1], 0], ["|i1", [1], 0]]]],
    ["array", "V", [2], [["a"], [[]], [["|i1", [1], 0]]]], ["array", "V", [1], [[5], [[]], [["|i1",
    [1], 0]]]], ["array", "V", [2**40], [[], [], []]], ["array", "V", [1], [["a"], [], []]],
    ["date", 5], ["date", "x"], ["datetime", "2026-01-01", "../../etc/passwd", 0], ["decimal", "x"],
    ["timestamp", "ns", 0, ["pytz", "../../etc/passwd"]], ["timestamp", "ns", 0, ["os", "Z", 1]],
    ["fraction", 1, 0], ["path", "eval", "x"], ["range", 1, 2, 0], ["estimator", "os", "system",
    [[]], [[]]],
    ["estimator", "sklearn.base", "BaseEstimator.__init__", [[]], [[]]],
    ["frame", 1, 2, []], ["series", None, None, "numpy", "<f8", [1], 0, "C"], ["dtype", "evil"],
    ["defaultdict", "eval", [[]], [[]]], ["named", ["class", "S", 1], ["_x"], [1]],
    ["named", ["class", "S", 1], ["x", "x"], [1, 2]], ["named", ["class", "S", 1], ["x", 5], [1,
    2]], ["named", ["class", "S", 1], ["x=print(1)"], [1]], ["named", ["class", "S", 1], ["def"],
    [1]], ["array", "<f8", [0], 0, "C"],
    ["sparse", "csr_eval", [1, 1], ["<f8", [1], 0], ["<i8", [1], 0], ["<i8", [1], 0]],
    ["sparse", "csr_matrix", [0, 0], ["<f8", [1], 0], ["<i8", [1], 0], ["<i8", [1], 0]],
    ["sparse", "csr_matrix", [10**9, 1], ["<f8", [1], 0], ["<i8", [1], 0], ["<i8", [1], 0]],
    ["graph", "eval", {}, [], [], [], [[]]], ["graph", "Graph", {}, [1], [{}], [], [[[[5, 0]]]]],
    ["graph", "Graph", ["dict", [[]], [[]]], [1], [["dict", [[]], [[]]]], [], [[[[0, 0]]]]],
]  # fmt: skip


@pytest.mark.parametrize("tree", FALSE, ids=repr)
def test_what_no_packer_writes_is_refused(tree):
    def find(tag: list) -> object:
        if tag[0] == "named":
            return lambda *items: items
        raise Refused("nothing here")

    with pytest.raises(Refused):
        Unpacker(Packed(tree, [bytearray(8)]), find).unpacked()


def test_items_and_depth_are_bounded_when_read():
    tree: list = ["list", []]
    for _ in range(values.DEEPEST + 5):
        tree = ["list", [tree]]
    many = ["tuple", [["list", "q", 0]] * 40]
    for each, parts in ((tree, []), (many, [bytearray(8 * 100_000)])):
        with pytest.raises(Refused):
            Unpacker(Packed(each, parts), lambda tag: None).unpacked()


def test_no_memory_stands_behind_two_values():
    """Or what a test does to one would change the other, which may be what it compares with."""
    tree = ["list", [["array", "<f8", [1], 0, "C"], ["array", "<f8", [1], 0, "C"]]]
    one, other = Unpacker(Packed(tree, [bytearray(8)]), list).unpacked()
    one[0] = 5
    assert other[0] == 0


def test_a_name_that_is_no_generator_s_calls_nothing(monkeypatch):
    called: list[str] = []
    monkeypatch.setattr(np.random, "evil", lambda: called.append("evil"), raising=False)
    state = ["dict", ["p", ["bit_generator", "state"]], [["evil", ["dict", [[]], [[]]]]]]
    with pytest.raises(Refused, match="no generator"):
        Unpacker(Packed(["random", state], []), list).unpacked()
    assert called == []


def test_an_estimator_is_a_class_that_its_library_has_defined_and_nothing_beside(monkeypatch):
    base = pytest.importorskip("sklearn.base")

    class Mine(base.BaseEstimator):
        pass

    monkeypatch.setattr(base, "Mine", Mine, raising=False)
    found = values.estimator_class
    assert found("sklearn.linear_model._base", "LinearRegression").__name__ == "LinearRegression"
    for module, name in (
        ("sklearn.base", "Mine"), ("sklearn.utils._bunch", "Bunch"), ("sklearn.base", "clone"),
        ("sklearn.tests.test_base", "MyEstimator"), ("sklearn.no_such", "Thing"),
        ("this", "d"), ("sklearn..os", "x"), (7, "x"),
    ):  # fmt: skip
        assert found(module, name) is None
    # Nor is a module imported to look.
    assert "this" not in sys.modules


def test_truths_are_zero_or_one_whatever_their_bytes():
    found = Unpacker(
        Packed(["array", "|b1", [2], 0, "C"], [bytearray(b"\x05\x00")]), list
    ).unpacked()
    assert (found == [True, False]).all() and found.view(np.uint8).tolist() == [1, 0]


def test_numbers_and_texts_that_JSON_or_print_would_not_take_cross():
    for value in (10**5000, -(2**40_000), "\ud800", [2**63, -(2**63)]):
        assert crossed(value) == value
