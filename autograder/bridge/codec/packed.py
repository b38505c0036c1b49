"""The packed form of a value: its caps, its errors, and the class that holds it.

A packed value is a tree of JSON and a list of buffers. In a tree, a list is a tag and its
contents; None, bool, str, finite float and moderate int stand for themselves.
"""

import json
import sys
from collections.abc import Sequence
from typing import Any

DEEPEST = 200
"""Levels of nesting of one value."""

MOST_ITEMS = 3_000_000
"""Items of one value, counted at all its levels."""

MOST_DIGITS = 4000
"""Decimal digits of an int in JSON, of which the parser takes 4,300 at most.

Counted as three bits a digit, which is a little less than it has.
"""

LARGEST_INT = 2**20
"""Bytes of an int."""

ROOM = 2000
"""Python frames that packing or unpacking the deepest value takes: series in series take 1,000."""


class Room:
    """Raise the recursion limit by ROOM, so that a deep value can cross out of a deep call."""

    def __enter__(self) -> None:
        self.before = sys.getrecursionlimit()
        sys.setrecursionlimit(self.before + ROOM)

    def __exit__(self, *_: object) -> None:
        sys.setrecursionlimit(self.before)


class NotPlain(Exception):
    """A value cannot be sent as a copy: too many bytes, too many items, or too deeply nested."""


class Refused(ValueError):
    """The other side sent something that a sound process would not send."""


class Forgotten(Refused):
    """The other side named an object that this side has released."""


class Packed:
    """A value ready to cross.

    Two are equal if their bytes are: NaN equals itself, 1 does not equal 1.0.
    """

    def __init__(self, tree: Any, parts: Sequence[bytes | bytearray]):
        self.tree = tree
        self.parts = list(parts)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Packed)
            and self.parts == other.parts
            and json.dumps(self.tree) == json.dumps(other.tree)
        )

    __hash__ = None  # type: ignore[assignment]

    def size(self) -> int:
        """Bytes of the buffers."""
        return sum(map(len, self.parts))
