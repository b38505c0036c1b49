"""Notice that a value has changed in place, without packing it again where possible.

A codec names one of the functions here, or one of its own, as its `watch`: it adds a value to a
Snapshot in the cheapest form that shows every change.
"""

import operator
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from autograder.bridge.codec.packed import Packed


class Snapshot:
    """Tells whether the changeable values within a value are still what they were.

    Containers are compared by the identity of their items, values with a state (arrays, frames)
    by that state, and all others by packing them again. An item that was replaced by an equal
    object counts as a change; the value is then sent again, which does no harm.

    Parameters
    ----------
    watched : iterable of (watch function, value)
        As a Packer or an Unpacker lists them.
    pack : callable
        Packs a value that has no cheaper form.
    """

    def __init__(self, watched: "Iterable[tuple[Watch, object]]", pack: Callable[[object], Packed]):
        self.pack = pack
        self.sequences: list[Any] = []
        self.mappings: list[Any] = []
        self.states: list[tuple[Callable[[Any, Any], bool], Any, Any]] = []
        self.others: list[tuple[object, Packed]] = []
        for watch, value in watched:
            watch(self, value)
        groups = (self.sequences, self.mappings, [each.values() for each in self.mappings])
        self.containers = [_Items(owners) for owners in groups if owners]

    def is_fixed(self) -> bool:
        """Whether there is nothing in the value that could change."""
        return not (self.containers or self.states or self.others)

    def is_unchanged(self) -> bool:
        # Loops, because creating a generator takes as long as comparing a short list.
        for items in self.containers:
            if not items.are_same():
                return False
        for is_same, value, before in self.states:
            if not is_same(value, before):
                return False
        return all(self.pack(value) == before for value, before in self.others)

    def add_state(self, is_same: Callable[[Any, Any], bool], value: object, state: object) -> None:
        """Compare a value by `is_same(value, state)`, where `state` is what it is like now."""
        self.states.append((is_same, value, state))


Watch = Callable[[Snapshot, Any], None]
"""Adds a value to a snapshot."""


def watch_items(snapshot: Snapshot, value: Any) -> None:
    """Compare a list, set or deque by the identity of its items."""
    snapshot.sequences.append(value)


def watch_mapping(snapshot: Snapshot, value: Any) -> None:
    """Compare a dict by the identity of its keys and values."""
    snapshot.mappings.append(value)


def watch_attributes(snapshot: Snapshot, value: Any) -> None:
    """Compare an object by the identity of its attributes."""
    snapshot.mappings.append(vars(value))


def watch_packed(snapshot: Snapshot, value: Any) -> None:
    """Compare a value by packing it again."""
    snapshot.others.append((value, snapshot.pack(value)))


class _Items:
    """The items that several containers had at one time."""

    def __init__(self, owners: list[Any]):
        self.owners = owners
        self.lengths = list(map(len, owners))
        self.items = list(chain.from_iterable(owners))

    def are_same(self) -> bool:
        return list(map(len, self.owners)) == self.lengths and are_identical(
            chain.from_iterable(self.owners), self.items
        )


def are_identical(one: Iterable[object], other: Iterable[object]) -> bool:
    """Whether two iterables of the same length give the very same objects."""
    return all(map(operator.is_, one, other))
