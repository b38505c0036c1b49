"""The registry of codecs, and the Packer and Unpacker that apply them."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from autograder.bridge.codec.packed import (
    DEEPEST,
    MOST_DIGITS,
    MOST_ITEMS,
    NotPlain,
    Packed,
    Refused,
    Room,
)
from autograder.bridge.codec.snapshot import Watch
from autograder.channel import LARGEST_FRAME

Contents = list[Any]
"""What follows the tag in a tree."""


@dataclass(frozen=True, slots=True, eq=False)
class Codec:
    """How the values of one kind cross, under one tag.

    Attributes
    ----------
    tag : str
        Its name in a tree.
    pack : callable
        Gives the contents of the tree, or None if the value is a variety that must be referred
        to. It raises NotPlain if the value as a whole must be.
    unpack : callable
        Makes the value from the contents, none of which it believes. Whatever it raises is turned
        into Refused.
    types : tuple of types
        Exact types, found by one look into a dict.
    matches : callable, optional
        Recognises kinds that have many types. It is asked about values of all other types, in the
        order of registration. None instead of False ends the search: the value is referred to.
    overwrite : callable, optional
        Makes its first argument equal to its second in place, and keeps the second's parts;
        False if that cannot be done, and then nothing has changed. Every codec of changeable
        values has one, and no other: both sides count changeable values in the same order.
    watch : callable, optional
        Adds the value to a Snapshot. Every codec of changeable values has one, and so do views
        of them and objects whose names can be set.
    covers : tuple of watch functions
        Those of parts of the value whose changes its own `watch` sees too.
    """

    tag: str
    pack: Callable[["Packer", Any], Contents | None]
    unpack: Callable[..., Any]
    types: tuple[type, ...] = ()
    matches: Callable[[object], bool | None] | None = None
    overwrite: Callable[[Any, Any], bool] | None = None
    watch: Watch | None = None
    covers: tuple[Watch, ...] = ()

    @property
    def is_changeable(self) -> bool:
        """Whether its values can be changed in place."""
        return self.overwrite is not None


BY_TYPE: dict[type, Codec] = {}
"""The codecs by the exact types of their values."""

BY_TAG: dict[str, Codec] = {}
"""All codecs by tag."""

FAMILIES: list[Codec] = []
"""The codecs that recognise their values, in the order in which they are asked."""


def register(codecs: Iterable[Codec]) -> None:
    """Add codecs. Raises ValueError if one is incomplete, or its tag or type is taken."""
    for codec in codecs:
        if codec.tag in BY_TAG or not BY_TYPE.keys().isdisjoint(codec.types):
            raise ValueError(f"codec {codec.tag!r}: its tag or one of its types is taken")
        if codec.is_changeable and codec.watch is None:
            raise ValueError(f"codec {codec.tag!r}: changeable, but nothing watches it")
        BY_TAG[codec.tag] = codec
        BY_TYPE.update(dict.fromkeys(codec.types, codec))
        if codec.matches is not None:
            FAMILIES.append(codec)


def _family_of(value: object) -> Codec | None:
    """The first codec that recognises a value whose exact type is not registered."""
    for codec in FAMILIES:
        matches: Any = codec.matches
        if found := matches(value):
            return codec
        if found is None:
            return None
    return None


def refill(target: Any, value: Any) -> bool:
    """Make `target` equal to `value` in place, with the very parts of `value`; False if it cannot.

    After a failure nothing has changed.
    """
    kind = type(target)
    if kind is not type(value):
        return False
    if target is value:
        return True
    codec = BY_TYPE.get(kind) or _family_of(target)
    if codec is None or codec.overwrite is None:
        return False
    return codec.overwrite(target, value)


def _watch(watched: list[tuple[Watch, object]], start: int, codec: Codec, value: object) -> None:
    """Add a value to those that must be watched; `start` is where its contents began."""
    if codec.watch is None:
        return
    if codec.covers:
        watched[start:] = [each for each in watched[start:] if each[0] not in codec.covers]
    watched.append((codec.watch, value))


class Packer:
    """Packs one value.

    Parameters
    ----------
    refer : callable
        Gives the tag of a reference to what is not plain.
    known : callable
        Gives the tag of a reference to any value that shall not be packed, or None.
    before : Packer, optional
        The packer of another value of the same message, with which this one shares `changeable`.
    was : callable
        Gives the address of a changeable value that the other side has already and is to change
        in place, or None.

    Attributes
    ----------
    changeable : list
        The changeable values in the order in which an Unpacker makes them; one that occurs again
        is packed as its place in this list.
    closed : list
        Changeable values in the attributes of an object, where no reference may come later.
    watched : list
        What a Snapshot needs, if the value `is_whole`: nothing in it was packed before.
    """

    def __init__(
        self,
        refer: Callable[[object], Contents],
        known: Callable[[object], Contents | None] = lambda value: None,
        before: "Packer | None" = None,
        was: Callable[[object], Contents | None] = lambda value: None,
    ):
        self.refer = refer
        self.known = known
        self.was = was
        self.parts: list[bytes] = []
        self.changeable: list[object] = before.changeable if before else []
        self.closed: list[object] = []
        self.places: dict[int, int] = before.places if before else {}
        self.start = len(self.changeable)
        # The first place that may be named again.
        self.floor = 0
        self.watched: list[tuple[Watch, object]] = []
        self.is_whole = True
        self.items = 0
        self.size = 0
        self.depth = 0
        self.end: int | None = None

    def packed(self, value: object) -> Packed:
        """The packed value; a value that is too large is referred to as a whole."""
        try:
            with Room():
                return Packed(self.pack(value), self.parts)
        except (NotPlain, RecursionError, OverflowError):
            self._drop(self.start, 0)
            return Packed(self.refer(value), [])
        finally:
            self.end = len(self.changeable)

    def own(self) -> list[object]:
        """The changeable values of this value, without those of others of the message."""
        return self.changeable[self.start : self.end]

    def _drop(self, changeable: int, watched: int) -> None:
        """Forget what was packed after these lengths of the lists."""
        for value in self.changeable[changeable:]:
            self.places.pop(id(value), None)
        del self.changeable[changeable:]
        del self.watched[watched:]

    def pack(self, value: Any) -> Any:
        """The tree of a value. Raises NotPlain for one that cannot cross by value as a whole."""
        kind = type(value)
        self.count(1)
        if value is None or kind is bool:
            return value
        if kind is str:
            self.count(0, len(value))
            return value
        if kind is float:
            return value if math.isfinite(value) else self._tagged("float", value)
        if kind is int:
            return value if value.bit_length() < 3 * MOST_DIGITS else self._tagged("int", value)
        if known := self.known(value):
            self.is_whole = False
            return known
        if self.places.get(id(value), -1) >= self.floor:
            return self._tagged("again", value)
        codec = BY_TYPE.get(kind) or _family_of(value)
        if codec is None:
            return self.refer(value)
        is_changeable = codec.overwrite is not None
        depth, parts = self.depth, len(self.parts)
        changeable, watched = len(self.changeable), len(self.watched)
        if is_changeable:
            self.changeable.append(value)
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotPlain("nested too deeply")
        try:
            contents = codec.pack(self, value)
        except (NotPlain, RecursionError, OverflowError):
            raise
        except Exception:
            contents = None
        self.depth = depth
        if contents is None:
            # An exotic variety of the type: its owner keeps it.
            del self.parts[parts:]
            self._drop(changeable, watched)
            return self.refer(value)
        if is_changeable:
            # Not before it is packed: a value that holds itself is refused by its depth.
            self.places[id(value)] = changeable
        _watch(self.watched, watched, codec, value)
        if is_changeable and (address := self.was(value)) is not None:
            return ["was", address, codec.tag, *contents]
        return [codec.tag, *contents]

    def _tagged(self, tag: str, value: object) -> Contents:
        """The tree of a value that no look at its type finds."""
        return [tag, *(BY_TAG[tag].pack(self, value) or ())]

    def again(self, value: object) -> Contents:
        """The place of a changeable value that this message holds already."""
        place = self.places[id(value)]
        self.is_whole = self.is_whole and place >= self.start
        return [place]

    def all(self, values: Iterable[object]) -> Contents:
        """The trees of several values."""
        return [self.pack(value) for value in values]

    def part(self, data: bytes) -> int:
        """Add a buffer; its number."""
        self.count(0, len(data))
        self.parts.append(data)
        return len(self.parts) - 1

    def count(self, items: int, size: int = 0) -> None:
        """Count items, and bytes beside them. Raises NotPlain above the caps."""
        self.items += items
        self.size += size + 8 * items
        if self.items > MOST_ITEMS or self.size > LARGEST_FRAME - 2**20:
            raise NotPlain("too large")


def _nothing_before(address: object) -> object:
    raise Refused("nothing may be changed in place")


class Unpacker:
    """Makes a value from its packed form, in which nothing is believed.

    Parameters
    ----------
    packed : Packed
    find : callable
        Gives what a reference, a tag with its contents, leads to.
    before : Unpacker, optional
        The unpacker of another value of the same message, with which this one shares `changeable`.
    old : callable
        Gives the value at an address, which is to be changed in place.
    is_closed : callable
        Whether a value must get no references when it is changed in place.
    """

    def __init__(
        self,
        packed: Packed,
        find: Callable[[Contents], object],
        before: "Unpacker | None" = None,
        old: Callable[[Any], object] = _nothing_before,
        is_closed: Callable[[object], bool] = lambda value: False,
    ):
        self.packed = packed
        self.find = find
        self.old = old
        self.is_closed = is_closed
        self.changeable: list[object] = before.changeable if before else []
        self.closed: list[object] = []
        # How many references, or values that may hold some, there were so far.
        self.references = 0
        self.start = len(self.changeable)
        self.floor = 0
        self.watched: list[tuple[Watch, object]] = []
        self.is_whole = True
        self.items = 0
        self.size = 0
        self.depth = 0
        self.end: int | None = None

    def unpacked(self) -> object:
        """The value. Raises Refused for whatever a Packer would not have written."""
        try:
            with Room():
                return self.unpack(self.packed.tree)
        except Refused:
            raise
        except Exception as error:
            raise Refused(f"not a value: {type(error).__name__}") from error
        finally:
            self.end = len(self.changeable)

    def own(self) -> list[object]:
        """The changeable values of this value, without those of others of the message."""
        return self.changeable[self.start : self.end]

    def unpack(self, tree: Any) -> Any:
        """The value of a tree. Raises Refused, or whatever a codec stumbles over."""
        self.count(1)
        if not isinstance(tree, list):
            if isinstance(tree, dict):
                raise Refused("a mapping is no value")
            return tree
        tag, *contents = tree
        address = None
        if tag == "was":
            address, tag, *contents = contents
        if (codec := BY_TAG.get(tag)) is None:
            self.is_whole = False
            self.references += 1
            return self.find(tree)
        is_changeable = codec.overwrite is not None
        place, watched = len(self.changeable), len(self.watched)
        if is_changeable:
            self.changeable.append(None)
        self.depth += 1
        if self.depth > DEEPEST + 1:
            raise Refused("nested too deeply")
        references = self.references
        value = codec.unpack(self, *contents)
        self.depth -= 1
        if address is not None:
            target = self.old(address)
            may_change = self.references == references or not self._may_be_closed(target)
            value = target if may_change and refill(target, value) else value
        if is_changeable:
            self.changeable[place] = value
        _watch(self.watched, watched, codec, value)
        return value

    def _may_be_closed(self, target: object) -> bool:
        return self.is_closed(target) or any(each is target for each in self.closed)

    def again(self, place: int) -> object:
        """A value of this message that was made before."""
        self.references += 1
        if type(place) is not int or not self.floor <= place < len(self.changeable):
            raise Refused("no such place")
        if (found := self.changeable[place]) is None:
            raise Refused("a value within itself")
        self.is_whole = self.is_whole and place >= self.start
        return found

    def all(self, trees: Contents) -> list[Any]:
        """The values of several trees."""
        return [self.unpack(tree) for tree in trees]

    def part(self, number: int) -> bytearray:
        """A copy of a buffer, so that no buffer is the memory of two values."""
        if type(number) is not int or number < 0:
            raise Refused("no such part")
        data = self.packed.parts[number]
        self.size += len(data)
        if self.size > LARGEST_FRAME:
            raise Refused("too large")
        return bytearray(data)

    def count(self, items: int) -> None:
        """Count items. Raises Refused above the cap."""
        self.items += items
        if self.items > MOST_ITEMS + 1000:
            raise Refused("too many items")


AGAIN = Codec("again", pack=Packer.again, unpack=Unpacker.again)
"""A changeable value that the message holds already, by its place."""


def refuse(_: object) -> Any:
    """Refer to nothing, and find nothing: for contents that must be plain throughout."""
    raise Refused("a reference where only plain values may be")


def required(contents: Contents | None) -> Contents:
    """The contents of a part that must be packed. Raises ValueError if it was not."""
    if contents is None:
        raise ValueError("an array of another kind")
    return contents
