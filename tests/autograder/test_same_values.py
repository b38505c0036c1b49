"""Values keep their identity on the way, and a change of them is noticed without packing them."""

import json
import math
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from autograder.bridge.codec import Packed, Packer, Refused, Snapshot, Unpacker
from autograder.bridge.replicas import Replica, Replicas, is_used


def packer_of(value: object) -> Packer:
    packer = Packer(lambda other: ["object", "S", 1])
    packer.packed(value)
    return packer


def packed(value: object) -> Packed:
    return Packer(lambda other: ["object", "S", 1]).packed(value)


def crossed(value: object) -> object:
    sent = packed(value)
    arrived = Packed(json.loads(json.dumps(sent.tree)), [bytearray(part) for part in sent.parts])
    return Unpacker(arrived, list).unpacked()


def test_the_same_list_twice_in_a_value_arrives_as_one_list():
    rows = crossed([[0] * 3] * 3)
    assert rows == [[0, 0, 0]] * 3
    assert rows[0] is rows[1] is rows[2]


def test_equal_lists_arrive_as_two():
    one, other = crossed([[0], [0]])
    assert one == other and one is not other


def test_an_array_in_two_places_of_a_value_is_one_array():
    array = np.arange(3)
    found = crossed({"a": array, "b": (array, [array])})
    assert found["a"] is found["b"][0] is found["b"][1][0]


def test_the_same_object_in_cells_of_a_frame_and_beside_it_is_one():
    inner = [1]
    frame = pd.DataFrame({"a": pd.Series([inner, inner], dtype=object)})
    found, beside = crossed((frame, inner))
    assert found.loc[0, "a"] is found.loc[1, "a"] is beside


def test_states_of_two_generators_are_not_taken_for_one():
    """What is made only to be packed may be made where another was before."""
    kinds = [np.random.default_rng(seed) for seed in range(20)]
    found = crossed(kinds)
    assert [one.random() for one in found] == [one.random() for one in kinds]


def test_a_value_that_crosses_by_reference_leaves_no_place_behind():
    """A sparse column cannot cross by value, and the list in the column before it has been met."""
    inner = [1]
    columns = {"a": pd.Series([inner], dtype=object), "b": pd.arrays.SparseArray([1])}
    packed = Packer(lambda other: ["object", "S", 1]).packed([pd.DataFrame(columns), inner, inner])
    assert packed.tree == ["list", [["object", "S", 1], ["list", "q", 0], ["again", 1]]]


def test_packed_values_of_one_message_share_what_occurs_in_both():
    shared = [1]
    first = Packer(lambda other: ["object", "S", 1])
    one = first.packed(shared)
    other = Packer(first.refer, before=first).packed([shared])
    start = Unpacker(one, list)
    found = start.unpacked()
    assert Unpacker(other, list, start).unpacked()[0] is found


@pytest.mark.parametrize(
    "tree",
    [["again", 0], ["again", -1], ["again", "0"], ["again"], ["list", [["again", 0]]],
     ["list", [["list", []], ["again", 2]]], ["dict", ["p", ["a"]], [["again", 0]]]],
    ids=repr,
)  # fmt: skip
def test_a_place_that_holds_nothing_yet_is_refused(tree):
    with pytest.raises(Refused):
        Unpacker(Packed(tree, []), list).unpacked()


def test_a_buffer_that_is_named_many_times_is_counted_each_time():
    tree = ["list", [["bytes", 0] for _ in range(100)]]
    with pytest.raises(Refused):
        Unpacker(Packed(tree, [bytearray(2**20)]), list).unpacked()


def test_fractions_of_huge_numbers_are_refused():
    """To look for their common divisor takes a time that grows with the square of their length."""
    huge = bytearray(b"\xff" * 2**19 + b"\x00")
    tree = ["fraction", ["int", 0], ["int", 1]]
    with pytest.raises(Refused):
        Unpacker(Packed(tree, [huge, huge]), list).unpacked()
    assert packed(Fraction(1, 10**4000)).tree == ["object", "S", 1]
    assert crossed(Fraction(-(10**50), 3)) == Fraction(-(10**50), 3)


def test_items_of_no_size_are_counted():
    with pytest.raises(Refused):
        Unpacker(Packed(["array", "<U0", [10**8], 0], [bytearray()]), list).unpacked()


@pytest.mark.weekly
def test_the_rows_of_sparse_matrices_are_counted():
    empty = [["<f8", [0], 0], ["<i8", [0], 0], ["<i8", [0], 0]]
    many = ["list", [["sparse", "lil_matrix", [2_000_000, 1], *empty] for _ in range(3)]]
    with pytest.raises(Refused):
        Unpacker(Packed(many, [bytearray()]), list).unpacked()


# NaN.


@pytest.mark.parametrize("nan", [np.nan, math.nan], ids=["numpy", "math"])
def test_a_well_known_nan_arrives_as_itself(nan):
    assert crossed(nan) is nan
    assert crossed([1.0, nan]) == [1.0, nan]
    assert crossed({"a": nan, "b": 1}) == {"a": nan, "b": 1}
    assert nan in crossed([nan, 2.0, math.inf, -math.inf])
    assert crossed((1, nan)) == (1, nan)
    assert crossed(np.array([nan, "a"], dtype=object))[0] is nan


def test_another_nan_is_neither_of_them():
    for other in (crossed(float("nan")), crossed([0.5, float("nan")])[1]):
        assert math.isnan(other) and other is not np.nan and other is not math.nan
    assert crossed([np.nan, float("nan"), math.nan, 1.0])[::3] == [np.nan, 1.0]
    assert crossed([np.nan, float("nan")]) != [np.nan, np.nan]


@pytest.mark.parametrize("which", [b"\x03", b"\x01\x01", b"", b"\xff"], ids=repr)
def test_a_wrong_list_of_nans_is_refused(which):
    data = np.array([np.nan, 1.0]).tobytes()
    with pytest.raises(Refused):
        Unpacker(Packed(["list", "d", 0, 1], [bytearray(data), bytearray(which)]), list).unpacked()


# Changes.


def replace_item(value):
    value[0] = 7


def rename_index(value):
    value.index.name = "n"


CHANGES = {
    "an item of a list": ([1, 2], replace_item),
    "an item to an equal one of another type": ([1, 2], lambda v: v.__setitem__(0, True)),
    "zero to minus zero": ([0.0], lambda v: v.__setitem__(0, -0.0)),
    "a longer list": ([1], lambda v: v.append(2)),
    "a list within a list": ([[1], [2]], lambda v: v[1].append(3)),
    "an item moved to the next list": ([[1, 2], [3]], lambda v: v[1].insert(0, v[0].pop())),
    "a list within a tuple": (([1], 2), lambda v: v[0].append(3)),
    "a value of a dict": ({"a": 1}, lambda v: v.update(a=2)),
    "a key of a dict": ({"a": 1}, lambda v: (v.pop("a"), v.update(b=1))),
    "a set": ({1, 2}, lambda v: (v.discard(1), v.add(3))),
    "a bytearray": (bytearray(b"ab"), replace_item),
    "an item of an array": (np.zeros(5), replace_item),
    "a sign in an array": (np.zeros(5), lambda v: v.__setitem__(0, -0.0)),
    "an array in Fortran's order": (np.zeros((3, 2), order="F"), replace_item),
    "an array with steps": (np.zeros((6, 2))[::2], replace_item),
    "the shape of an array": (np.zeros(6), lambda v: v.resize((2, 3))),
    "an array within a dict": ({"a": np.zeros(5)}, lambda v: replace_item(v["a"])),
    "an array of dates": (np.array(["2026-01-01"], "M8[D]"), lambda v: v.fill("2027-01-01")),
    "an item of an array of objects": (np.array([1, "a"], dtype=object), replace_item),
    "a masked array's mask": (np.ma.array([1, 2]), lambda v: v.__setitem__(0, np.ma.masked)),
    "a matrix": (np.matrix([[1, 2]]), lambda v: v.fill(5)),
    "a cell of a frame": (pd.DataFrame({"a": [1], "b": [.5]}), lambda v: v.__setitem__("b", 1)),
    "one number of a frame": (pd.DataFrame({"a": [1]}), lambda v: v.loc.__setitem__((0, "a"), 3)),
    "a text of a frame": (pd.DataFrame({"a": ["x"]}), lambda v: v.loc.__setitem__((0, "a"), "y")),
    "an object of a frame": (pd.DataFrame({"a": pd.Series([[1]], dtype=object)}),
                             lambda v: v.loc[0, "a"].append(2)),
    "the name of a frame's index": (pd.DataFrame({"a": [1]}), rename_index),
    "a number of a series": (pd.Series([1, 2]), replace_item),
    "the name of a series": (pd.Series([1], name="a"), lambda v: setattr(v, "name", "b")),
    "the name of an index": (pd.Index([1]), lambda v: setattr(v, "name", "b")),
    "a generator": (np.random.default_rng(1), lambda v: v.random()),
    "a view of a dict": ((given := {"a": 1}).values(), lambda v: given.update(a=2)),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_in_place_is_noticed(name):
    value, change = CHANGES[name]
    snapshot = Snapshot(packer_of(value).watched, packed)
    assert snapshot.is_unchanged() and not snapshot.is_fixed()
    change(value)
    assert not snapshot.is_unchanged()


@pytest.mark.parametrize("name", CHANGES)
def test_a_value_that_was_only_read_is_unchanged(name):
    value, _ = CHANGES[name]
    snapshot = Snapshot(packer_of(value).watched, packed)
    repr(value)
    packed(value)
    assert snapshot.is_unchanged()


def test_an_attribute_of_an_estimator_that_changes_is_noticed():
    linear_model = pytest.importorskip("sklearn.linear_model")
    model = linear_model.LinearRegression().fit([[1.0], [2.0]], [1, 2])
    for change in (lambda: model.set_params(positive=True), lambda: model.coef_.fill(5)):
        snapshot = Snapshot(packer_of(model).watched, packed)
        assert snapshot.is_unchanged()
        change()
        assert not snapshot.is_unchanged()


def test_what_cannot_change_needs_no_look():
    for value in (1, "a", (1, "a"), frozenset("a"), range(3), pd.Timestamp("2026"), np.float64(1)):
        assert Snapshot(packer_of(value).watched, packed).is_fixed()


# Changes that are sent.


def changed(value: object, change, *others: object) -> tuple:
    """Have the other side's copies of `value` and `others` follow a change of the value."""
    objects, copies = packer_of((value, *others)), Unpacker(packed((value, *others)), list)
    copy = copies.unpacked()[0]
    places = {id(each): [place] for place, each in enumerate(objects.changeable)}
    change(value)
    sent = Packer(objects.refer, was=lambda each: places.get(id(each))).packed(value)
    return (
        copy,
        copies.changeable,
        Unpacker(sent, list, old=lambda address: copies.changeable[address[0]]).unpacked(),
    )


def test_a_list_that_was_sorted_holds_the_same_lists_in_another_order():
    copy, (_, high, low), found = changed([[3], [1]], lambda value: value.sort())
    assert copy == [[1], [3]] and copy[0] is low and copy[1] is high
    assert found is copy


def test_a_change_within_is_made_in_place():
    value = {"a": [1, 2], "b": (np.zeros(2), {5})}
    copy, (_, numbers, array, five), _ = changed(
        value, lambda v: (v["a"].clear(), v["b"][0].fill(7), v["b"][1].add(6))
    )
    assert numbers == [] and array.tolist() == [7, 7] and five == {5, 6}
    assert copy["a"] is numbers and copy["b"][0] is array and copy["b"][1] is five


def test_what_was_one_can_become_two_and_what_was_two_can_become_one():
    row = [0]
    copy, (_, same), _ = changed([row, row], lambda value: value.__setitem__(1, [1]))
    assert copy == [[0], [1]] and copy[0] is same and copy[1] is not same
    copy, (_, first, _), _ = changed([[0], [1]], lambda value: value.__setitem__(1, value[0]))
    assert copy == [[0], [0]] and copy[0] is copy[1] is first


def test_a_value_of_the_other_side_that_was_put_in_is_that_value():
    beside = [5]
    copy, (_, other), _ = changed([], lambda value: value.append(beside), beside)
    assert copy[0] is other


def test_an_array_that_has_become_larger_is_another_array():
    array = np.zeros(2)
    copy, (_, before), _ = changed([array], lambda value: array.resize(3, refcheck=False))
    assert copy[0].tolist() == [0, 0, 0] and before.tolist() == [0, 0]


@pytest.mark.parametrize("tree", [["was", 0, "list", []], ["was"], ["was", 0, ["list"]]], ids=repr)
def test_nothing_is_changed_in_place_of_a_value_unless_it_may_be(tree):
    with pytest.raises(Refused):
        Unpacker(Packed(tree, []), list).unpacked()


def test_a_value_of_another_type_changes_nothing_in_place():
    target = [1]
    tree = ["was", 0, "dict", ["p", ["a"]], ["p", [None]]]
    assert Unpacker(Packed(tree, []), list, old=lambda _: target).unpacked() == {"a": None}
    assert target == [1]


# Values that nothing but their replica has.

KEPT = {
    "a list": ([1, 2], lambda v: v),
    "a list in a list": ([[1], [2]], lambda v: v[1]),
    "a list in a tuple in a dict": ({"a": ([1],)}, lambda v: v["a"][0]),
    "an iterator over a list": ([1, 2], iter),
    "the keys of a dict": ({"a": 1}, lambda v: v.keys()),
    "an array": (np.zeros(3), lambda v: v),
    "a row of an array": (np.zeros((3, 2)), lambda v: v[1]),
    "an item of an array of objects": (np.array([[1], None], dtype=object), lambda v: v[0]),
    "an array in a dict": ({"a": np.zeros(3)}, lambda v: v["a"]),
    "a frame": (pd.DataFrame({"a": [1]}), lambda v: v),
    "what sets cells of a frame": (pd.DataFrame({"a": [1]}), lambda v: v.loc),
    "a set": ({1}, lambda v: v),
    "a method of a list": ([1], lambda v: v.append),
    "a masked array": (np.ma.array([1, 2]), lambda v: v),
}  # fmt: skip


def replica_of(value: object) -> Replica:
    unpacker = Unpacker(packed(value), list)
    made = unpacker.unpacked()
    return Replicas(SimpleNamespace(packed=packed)).agree(1, made, unpacker)


@pytest.mark.parametrize("name", KEPT)
def test_a_value_is_used_as_long_as_something_refers_to_it_or_to_a_part(name):
    value, part = KEPT[name]
    replica = replica_of(value)
    kept = [part(replica.value)]
    assert is_used(replica)
    kept.clear()
    if name != "an item of an array of objects":
        assert not is_used(replica)


def test_a_value_of_very_many_parts_counts_as_used():
    assert is_used(replica_of([[each] for each in range(20_000)]))
