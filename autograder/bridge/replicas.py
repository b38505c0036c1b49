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
from typing import Any

import numpy as np

from autograder.bridge.codec import Refused, Snapshot


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


class Replicas:
    """The replicas of one side, by number."""

    def __init__(self) -> None:
        self.by_number: dict[int, Replica] = {}
        # By id, which no other object gets as long as a replica holds this one.
        self.places: dict[int, tuple[int, int]] = {}
        self.numbers: dict[int, int] = {}

    def agree(
        self, number: int, value: object, changeable: Sequence[object], snapshot: Snapshot
    ) -> Replica:
        """Record that both sides have this value, with its changeable parts in this order."""
        before = self.release(number)
        made = self.by_number[number] = Replica(value, [value, *changeable], snapshot)
        if before is not None:
            made.names, made.name, made.size = before.names, before.name, before.size
            made.is_linked, made.is_theirs = before.is_linked, before.is_theirs
            made.is_bound = before.is_bound
        self.numbers.setdefault(id(value), number)
        for place, part in enumerate(made.parts):
            self.places.setdefault(id(part), (number, place))
        return made

    def release(self, number: int) -> Replica | None:
        """Forget a replica; the one that was forgotten, if there was one."""
        found = self.by_number.pop(number, None)
        if found is not None and self.numbers.get(id(found.value)) == number:
            del self.numbers[id(found.value)]
        for part in found.parts if found is not None else ():
            if self.places.get(id(part), (None,))[0] == number:
                del self.places[id(part)]
        return found

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

    def part(self, number: object, place: object) -> object:
        """The value or part at a number and place. Raises Refused if there is none."""
        found = self.by_number.get(number) if isinstance(number, int) else None
        if found is None or type(place) is not int or not 0 <= place < len(found.parts):
            raise Refused("no such part")
        return found.parts[place]


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
