"""Values of which both processes have a copy: how each is addressed, and whether it is in use.

Both sides give the same values the same numbers, and list the changeable parts of each in the
order in which they crossed. So each side can name a value, or a part of one, by number and place,
and it is one object on either side, however many names it has.
"""

import gc
import sys
import types
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from autograder.bridge.codec import Packed, Packer, Refused, Snapshot, Unpacker
from autograder.bridge.messages import OPERATIONS, Header, Message, Tag

LINKING = frozenset(kind for kind, operation in OPERATIONS.items() if operation.LINKS)
"""Requests after which arguments and results are one value on both sides."""


@dataclass
class Replica:
    """A value as it was when both sides last had the same.

    Attributes
    ----------
    parts : list
        The value itself, and its changeable parts.
    snapshot : Snapshot
        Shows whether the value has changed since.
    is_linked : bool
        It is an argument or a result, which no name keeps.
    is_theirs : bool
        The other side made the value.
    is_bound : bool
        This side has bound it to a name that both sides share.
    size : int
        Bytes, roughly.
    """

    value: object
    parts: list[object]
    snapshot: Snapshot
    names: set[str] = field(default_factory=set)
    name: str = ""
    checked: int = 0
    is_linked: bool = False
    is_theirs: bool = False
    is_bound: bool = False
    size: int = 0


class Tagging(Protocol):
    """A link, which names what does not cross by value, and packs the rest."""

    def refer(self, value: object) -> Tag: ...
    def stand_in(self, value: object) -> Tag | None: ...
    def find(self, tag: Tag) -> object: ...
    def packed(self, value: object) -> Packed: ...


class Replicas:
    """The replicas of one side. Each side decides what gets a number, and what it believes."""

    def __init__(self, link: Tagging):
        self.tagging = link
        self.by_number: dict[int, Replica] = {}
        # By id, which no other object gets as long as a replica holds this one.
        self.places: dict[int, tuple[int, int]] = {}
        self.numbers: dict[int, int] = {}
        # What goes with the next message: replicas that have changed here, as they are now, and
        # those of which the other side is to let go.
        self.news: list[tuple[int, Packed]] = []
        self.dropped: list[int] = []

    def next_number(self, value: object) -> int:
        """A number for a value that both sides are to have."""
        raise NotImplementedError

    def close(self, values: Sequence[object]) -> None:
        """Take note of values in which the other side may put no reference later."""

    def is_closed(self, value: object) -> bool:
        """Whether the other side may put no reference in a value."""
        return False

    def settle(self, results: Sequence[Any]) -> None:
        """Before the results of a request are packed: see what has changed."""

    def agree(self, number: int, value: object, crossed: Packer | Unpacker | None) -> Replica:
        """Take note of a value that both sides have from now on; `crossed` is what moved it."""
        changeable: list[Any] = []
        if crossed is not None:
            self.close(crossed.closed)
            changeable = crossed.own()
        if crossed is not None and crossed.is_whole:
            snapshot = Snapshot(crossed.watched, self.tagging.packed)
        else:
            snapshot = self.snapshot(value)
        before = self._remove(number)
        made = self.by_number[number] = Replica(value, [value, *changeable], snapshot)
        if before is not None:
            made.names, made.name, made.size = before.names, before.name, before.size
            made.is_linked, made.is_theirs = before.is_linked, before.is_theirs
            made.is_bound = before.is_bound
        if crossed is not None:
            made.size = max(crossed.size, 8 * crossed.items)
        self.numbers.setdefault(id(value), number)
        for place, part in enumerate(made.parts):
            self.places.setdefault(id(part), (number, place))
        return made

    def numbers_for(self, what: str, values: Sequence[Any], packers: Sequence[Packer]) -> list[int]:
        """Numbers for the values of a message that can be changed in place, and 0 for others.

        A tuple that is new to the other side gets one too, so that it stays the same object there.
        """
        if what not in LINKING:
            return []
        return [
            self.next_number(value) if packer.own() or self._is_new_tuple(value) else 0
            for value, packer in zip(values, packers, strict=True)
        ]

    def _is_new_tuple(self, value: object) -> bool:
        return type(value) is tuple and len(value) > 0 and self.place(value) is None

    def link(self, numbers: Any, values: Sequence[Any], crossed: Sequence[Any]) -> None:
        """Take note of the values of a message that have numbers: they are linked from now on."""
        for number, value, each in zip(numbers, values, crossed, strict=True):
            if number:
                self.agree(number, value, each).is_linked = True

    def release(self, numbers: Any) -> None:
        """Let go of replicas: from now on the copies are two values."""
        for number in numbers:
            self._remove(number)

    def _remove(self, number: int) -> Replica | None:
        found = self.by_number.pop(number, None)
        if found is not None and self.numbers.get(id(found.value)) == number:
            del self.numbers[id(found.value)]
        for part in found.parts if found is not None else ():
            if self.places.get(id(part), (None,))[0] == number:
                del self.places[id(part)]
        return found

    def let_go(self, numbers: list[int]) -> None:
        """Let go of replicas that the other side knows as they were, and have it do likewise."""
        self.release(numbers)
        self.dropped += numbers

    def clear(self) -> None:
        self.by_number.clear()
        self.places.clear()
        self.numbers.clear()

    def number(self, value: object) -> int | None:
        """The number of a value that is a replica itself, not only a part of one."""
        return self.numbers.get(id(value))

    def place(self, value: object) -> tuple[int, int] | None:
        """Number and place of a value or part; None if it is neither."""
        return self.places.get(id(value))

    def address(self, value: object) -> Tag | None:
        """Where the other side has its copy of a value."""
        found = self.place(value)
        return None if found is None else [*found]

    def part(self, number: Any, place: object) -> object:
        """The value or part at a number and place. Raises Refused if there is none."""
        found = self.by_number.get(number) if isinstance(number, int) else None
        if found is None or type(place) is not int or not 0 <= place < len(found.parts):
            raise Refused("no such part")
        return found.parts[place]

    def old(self, address: Tag) -> object:
        """The part of a replica that is to be changed in place."""
        return self.part(*address)

    def snapshot(self, value: object) -> Snapshot:
        """The state of a value, to see later whether it has changed."""
        packer = Packer(lambda _: ["object"], self.tagging.stand_in)
        packer.packed(value)
        return Snapshot(packer.watched, self.tagging.packed)

    def tell(self, number: int, value: object) -> Replica:
        """Have the next message say how a replica has changed."""
        packer = Packer(self.tagging.refer, self.tagging.stand_in, was=self.address)
        self.news.append((number, packer.packed(value)))
        return self.agree(number, value, packer)

    def add_changes(self, header: Header) -> list[Packed]:
        """Add the numbers of changed replicas to a header; return their new state, packed."""
        news, self.news = self.news, []
        if news:
            header["changed"] = [number for number, _ in news]
        return [packed for _, packed in news]

    def follow(self, message: Message) -> Sequence[Packed]:
        """Change the replicas that a message tells of; the other values of the message."""
        if not message.changed:
            return message.values
        start = len(message.values) - len(message.changed)
        for number, new in zip(message.changed, message.values[start:], strict=True):
            unpacker = Unpacker(new, self.tagging.find, old=self.old, is_closed=self.is_closed)
            value = unpacker.unpacked()
            self.close(unpacker.closed)
            if number in self.by_number:
                self.changed(number, value, unpacker)
        return message.values[:start]

    def changed(self, number: int, value: object, unpacker: Unpacker) -> None:
        """The other side has changed a replica; unpacking has changed it here, if it could be."""
        self.agree(number, value, unpacker)


MOST_SEEN = 10_000
"""Objects that is_used follows; a value that holds more counts as used."""

PLAIN = frozenset((bool, int, float, complex, str, bytes, type(None)))
"""Types of objects that hold no others, so that is_used need not follow them."""

OUTSIDE: tuple[type, ...] = (
    type,
    types.ModuleType,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
)
"""Types of objects that belong to no value, and refer to everything else in the process."""


def is_used(replica: Replica, outside: tuple[type, ...] = ()) -> bool:
    """Whether anything but the replica refers to its value, or to a part of it.

    Compares reference counts with the references found within the replica. numpy does not report
    the items of an array of objects to the garbage collector, so they count as used.
    """
    limits = (*OUTSIDE, *outside)
    own = {id(part) for part in replica.parts}
    found: Counter[int] = Counter()
    seen = {id(replica)}
    waiting: list[object] = [replica]
    while waiting:
        for inner in gc.get_referents(waiting.pop()):
            if type(inner) in PLAIN:
                continue
            place = id(inner)
            if place in own:
                found[place] += 1
            # Not isinstance, which reads the object's own `__class__`.
            if place not in seen and not issubclass(type(inner), limits):
                seen.add(place)
                waiting.append(inner)
        if len(seen) > MOST_SEEN:
            return True
    inner = None
    return any(
        count > found[id(part)] or _is_viewed(part)
        for part, count in zip(replica.parts, _counts(replica.parts), strict=True)
    )


def _counts(parts: list[object]) -> list[int]:
    """How many references each part has, without those of this function."""
    return [sys.getrefcount(part) - _OVERHEAD for part in parts]


# References of `_counts` itself: it must exist before it can be measured.
_OVERHEAD = 0
_OVERHEAD = _counts([object()])[0] - 1


def _is_viewed(part: Any) -> bool:
    """Whether an array shares its memory with another array, which then refers to its base."""
    base = part.base if issubclass(type(part), np.ndarray) else None
    return isinstance(base, np.ndarray) and _counts([base])[0] > _OWN_BASE


def _references_of_own_base() -> int:
    """How many references the base of an array has if no other array shares it."""
    base = np.zeros(1)
    view: Any = base.view()
    del base
    base = view.base
    return _counts([base])[0]


_OWN_BASE = _references_of_own_base()
