"""What may cross between the learner's process and the examiner: plain values, and references.

Plain data crosses by value, as JSON and raw buffers that cannot run anything; no pickle in
either direction. Everything else crosses as the number under which its owner holds it, and
the other side works with a stand-in (autograder.bridge.proxy).

A packed value is a tree of JSON and a list of buffers. In a tree, a list is a tag and its
contents; None, bool, str, finite float and moderate int stand for themselves.
"""

import dataclasses
import datetime
import importlib
import json
import keyword
import math
import operator
import pathlib
import re
import sys
import types
from array import array
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from autograder.bridge import course_modules
from autograder.channel import LARGEST
from autograder.text import words

DEEPEST = 200
MOST_ITEMS = 3_000_000
MOST_DIGITS = 4000
LARGEST_INT = 2**20
"""Caps: nesting, items of one value, digits of an int in JSON, bytes of an int."""

ROOM = 2000
"""Frames that packing or unpacking the deepest value may take: series in series take 1,000."""


class Room:
    """Raise the recursion limit for a while, so that a deep value crosses out of a deep call."""

    def __enter__(self) -> None:
        self.before = sys.getrecursionlimit()
        sys.setrecursionlimit(self.before + ROOM)

    def __exit__(self, *_: object) -> None:
        sys.setrecursionlimit(self.before)


ESTIMATORS = re.compile(
    r"(sklearn|fairlearn)(\.(?!_?test|_mocking|experimental|conftest)\w+)+", re.ASCII
)
"""Modules whose estimators are rebuilt from their plain attributes; none that only pretend."""


COMPARING = words(
    "equals identical eq ne lt le gt ge isin between issubset issuperset isdisjoint "
    "startswith endswith compare difference symmetric_difference searchsorted "
    "arctan2 fmod hypot logical_xor clip choose"
)
"""Methods of plain values that compare: what a test gives to them is what it expects.

The last six are methods that numpy's functions of the same name call: the first four of the items
of an array, the others of the object itself.
"""

SEARCHING = words("count index find rfind rindex eval query get pop remove discard")
"""Methods with which a learner's subclass of a plain class could claim to hold what is expected."""


def compares(name: object, value: object) -> bool:
    """Whether an attribute of a value would be the owner's way to compare it, or to be an array.

    numpy looks for `__array_wrap__` and `__array_interface__` in the object itself. The first is
    given what is compared, the second names an address. By `_typ` pandas knows its own classes.
    """
    if type(name) is not str:
        return False
    if name.startswith("__") or name == "_typ":
        return True
    return callable(value) and name in COMPARING | SEARCHING


class NotPlain(Exception):
    """A value cannot cross by value: it is too large, too deep, or too long."""


class Refused(ValueError):
    """What arrived is not a value that a sound process would send."""


class Forgotten(Refused):
    """What arrived names an object that was known and has been let go."""


class Packed:
    """A value ready to cross. Equal when the bytes are: NaN equals itself, 1 is not 1.0."""

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
        return sum(map(len, self.parts))


class Packer:
    """Packs one value. `refer` names what is not plain; `known` may name anything before.

    `changeable` lists the changeable values in the order in which an Unpacker makes them; one
    that occurs again is packed as its place in that list. With `before`, the Packer of another
    value of the same message, both share the list. `watched` is what a Snapshot needs, if the
    value `is_whole`: nothing in it was packed before. `was` gives the address of a changeable value
    that the other side has already and is to change in place.
    """

    def __init__(
        self,
        refer: Callable[[object], list],
        known: Callable[[object], list | None] = lambda value: None,
        before: "Packer | None" = None,
        was: Callable[[object], list | None] = lambda value: None,
    ):
        self.refer = refer
        self.known = known
        self.was = was
        self.parts: list[bytes] = []
        self.changeable: list[object] = before.changeable if before else []
        # Changeable values in the attributes of an object, where no reference may come later.
        self.closed: list[object] = []
        self.places: dict[int, int] = before.places if before else {}
        self.start = len(self.changeable)
        # The first place that may be named again.
        self.floor = 0
        self.watched: list[tuple[str, object]] = []
        self.is_whole = True
        self.items = 0
        self.size = 0
        self.depth = 0
        self.end: int | None = None

    def packed(self, value: object) -> Packed:
        """The packed value; a value that is too large as a whole is referred to."""
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
        kind = type(value)
        self.count(1)
        if value is None or kind is bool:
            return value
        if kind is str:
            self.count(0, len(value))
            return value
        if kind is float:
            return value if math.isfinite(value) else ["float", _name_of_float(value)]
        if kind is int:
            return _pack_int(self, value)
        if known := self.known(value):
            self.is_whole = False
            return known
        if (place := self.places.get(id(value), -1)) >= self.floor:
            self.is_whole = self.is_whole and place >= self.start
            return ["again", place]
        tag, into = _PACK.get(kind) or _other(value) or (None, None)
        if into is None:
            return self.refer(value)
        depth, parts = self.depth, len(self.parts)
        changeable, watched = len(self.changeable), len(self.watched)
        if tag in CHANGEABLE:
            self.changeable.append(value)
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotPlain("nested too deeply")
        try:
            contents = into(self, value)
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
        if tag in CHANGEABLE:
            # Not before: a value that holds itself is refused by its depth.
            self.places[id(value)] = changeable
        _watch(self.watched, watched, tag, value)
        if tag in CHANGEABLE and (address := self.was(value)) is not None:
            return ["was", address, tag, *contents]
        return [tag, *contents]

    def all(self, values: Iterable[object]) -> list:
        return [self.pack(value) for value in values]

    def part(self, data: bytes) -> int:
        self.count(0, len(data))
        self.parts.append(data)
        return len(self.parts) - 1

    def count(self, items: int, size: int = 0) -> None:
        self.items += items
        self.size += size + 8 * items
        if self.items > MOST_ITEMS or self.size > LARGEST - 2**20:
            raise NotPlain("too large")


def _nothing_before(address: object) -> object:
    raise Refused("nothing may be changed in place")


class Unpacker:
    """Makes a value from its packed form, in which nothing is believed.

    `before` is the Unpacker of another value of the same message. `old` finds what a value is to
    be changed in place of; what `is_closed` gets no references by that.
    """

    def __init__(
        self,
        packed: Packed,
        find: Callable[[list], object],
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
        self.watched: list[tuple[str, object]] = []
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
        self.count(1)
        if not isinstance(tree, list):
            if isinstance(tree, dict):
                raise Refused("a mapping is no value")
            return tree
        tag, *contents = tree
        address = None
        if tag == "was":
            address, tag, *contents = contents
        if (made := _UNPACK.get(tag)) is None:
            self.is_whole = False
            self.references += 1
            return self.find(tree)
        place, watched = len(self.changeable), len(self.watched)
        if tag in CHANGEABLE:
            self.changeable.append(None)
        self.depth += 1
        if self.depth > DEEPEST + 1:
            raise Refused("nested too deeply")
        references = self.references
        value = made(self, *contents)
        self.depth -= 1
        if address is not None:
            target = self.old(address)
            may_change = self.references == references or not self._may_be_closed(target)
            value = target if may_change and refill(target, value) else value
        if tag in CHANGEABLE:
            self.changeable[place] = value
        if tag != "again":
            _watch(self.watched, watched, tag, value)
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

    def all(self, trees: list) -> list:
        return [self.unpack(tree) for tree in trees]

    def part(self, number: int) -> bytearray:
        if type(number) is not int or number < 0:
            raise Refused("no such part")
        data = self.packed.parts[number]
        self.size += len(data)
        if self.size > LARGEST:
            raise Refused("too large")
        # A copy, for one buffer must not stand behind two values.
        return bytearray(data)

    def count(self, items: int) -> None:
        self.items += items
        if self.items > MOST_ITEMS + 1000:
            raise Refused("too many items")


# Numbers, texts and containers.


NANS = {"np.nan": np.nan, "math.nan": math.nan}
"""NaNs that are told apart by identity, which containers and `is` compare first."""

FLOATS = NANS | {"inf": math.inf, "-inf": -math.inf}


def _name_of_float(value: float) -> str:
    """What a float is called that JSON has no number for."""
    return next((name for name, nan in NANS.items() if value is nan), repr(value))


def _unpack_float(unpacker: "Unpacker", text: str) -> float:
    return float("nan") if text == "nan" else FLOATS[text]


def _which_nans(values: Sequence[float]) -> bytes:
    """For each NaN of a list, in order: the number of the known one that it is, or 0."""
    known = list(NANS.values())
    found = (value for value in values if value != value)
    return bytes(next((n for n, nan in enumerate(known, 1) if value is nan), 0) for value in found)


def _put_nans(values: list[float], which: bytearray) -> None:
    places = (place for place, value in enumerate(values) if value != value)
    known = list(NANS.values())
    for place, number in zip(places, which, strict=True):
        if number:
            values[place] = known[number - 1]


def _pack_int(packer: Packer, value: int) -> Any:
    if value.bit_length() < 3 * MOST_DIGITS:
        return value
    length = value.bit_length() // 8 + 1
    if length > LARGEST_INT:
        raise NotPlain("a huge number")
    return ["int", packer.part(value.to_bytes(length, "little", signed=True))]


def _pack_fraction(packer: Packer, value: Fraction) -> list | None:
    parts = value.numerator, value.denominator
    return None if any(each.bit_length() >= 3 * MOST_DIGITS for each in parts) else [*parts]


def _unpack_fraction(unpacker: Unpacker, *parts: Any) -> Fraction:
    # Fraction() looks for a common divisor, in a time that grows with the square of the digits.
    if len(parts) != 2 or any(type(each) is not int for each in parts):
        raise Refused("no fraction")
    return Fraction(*parts)


def _pack_list(packer: Packer, value: Sequence) -> list:
    """Items one by one, or numbers of one kind as one buffer, or texts as they are."""
    kinds = set(map(type, value))
    if kinds == {float} or kinds == {int}:
        code = "d" if kinds == {float} else "q"
        try:
            data = array(code, value).tobytes()
        except OverflowError:
            return [packer.all(value)]
        packer.count(len(value))
        which = _which_nans(value) if code == "d" and math.isnan(sum(value)) else b""
        return [code, packer.part(data), *([packer.part(which)] if any(which) else [])]
    if kinds <= {str, type(None), bool}:
        packer.count(len(value), sum(len(text) for text in value if type(text) is str))
        return ["p", list(value)]
    return [packer.all(value)]


def _unpack_items(unpacker: Unpacker, first: Any, second: Any = None, nans: Any = None) -> list:
    if isinstance(first, list):
        return unpacker.all(first)
    if first == "p":
        unpacker.count(len(second))
        if not set(map(type, second)) <= {str, type(None), bool}:
            raise Refused("not plain")
        return second
    found = array({"d": "d", "q": "q"}[first])
    found.frombytes(unpacker.part(second))
    unpacker.count(len(found))
    values: list[Any] = found.tolist()
    if nans is not None:
        _put_nans(values, unpacker.part(nans))
    return values


def _unpack_range(unpacker: Unpacker, *items: Any) -> range:
    made = unpacker.all(list(items))
    if not all(type(each) is int for each in made):
        # range() would ask an object for its number.
        raise Refused("no range")
    return range(*made)


def _pack_numbers(packer: Packer, value: array) -> list | None:
    # Code points beyond Unicode's would be no text.
    return None if value.typecode in "uw" else [value.typecode, packer.part(value.tobytes())]


def _unpack_numbers(unpacker: Unpacker, code: str, part: int) -> array:
    if code not in tuple("bBhHiIlLqQfd"):
        raise Refused("no numbers")
    found: array = array(code)
    found.frombytes(unpacker.part(part))
    return found


def _pack_dict(packer: Packer, value: dict) -> list:
    return [_pack_list(packer, list(value)), _pack_list(packer, list(value.values()))]


def _unpack_dict(unpacker: Unpacker, keys: list, values: list) -> dict:
    made = _unpack_items(unpacker, *keys), _unpack_items(unpacker, *values)
    return dict(zip(*made, strict=True))


def _pack_defaultdict(packer: Packer, value: defaultdict) -> list:
    names = {int: "int", float: "float", str: "str", list: "list", dict: "dict", set: "set"}
    factory: Any = value.default_factory
    told = names[factory] if factory in names else packer.pack(factory)
    return [told, *_pack_dict(packer, value)]


def _unpack_defaultdict(unpacker: Unpacker, told: Any, *rest: list) -> defaultdict:
    kinds = {"int": int, "float": float, "str": str, "list": list, "dict": dict, "set": set}
    factory: Any = kinds[told] if isinstance(told, str) else unpacker.unpack(told)
    return defaultdict(factory, _unpack_dict(unpacker, *rest))


def _pack_named(packer: Packer, value: Any) -> list | None:
    if any(map(compares, value._fields, value)):
        return None
    return [packer.refer(type(value)), list(value._fields), packer.all(value)]


def _unpack_named(unpacker: Unpacker, kind: list, fields: list, items: list) -> object:
    sound = all(
        isinstance(name, str)
        and name.isidentifier()
        and not keyword.iskeyword(name)
        and not name.startswith("_")
        for name in fields
    )
    if not sound or len(fields) > 100 or len(set(fields)) < len(fields):
        raise Refused("no names for fields")
    found: Any = unpacker.find(["named", kind, fields])
    if found._fields != tuple(fields):
        # A known class has its own fields, whatever a message says of them.
        raise Refused("other fields than before")
    made = found(*unpacker.all(items))
    if any(map(compares, fields, made)):
        raise Refused("a field that compares")
    return made


def new_named(name: str, fields: list[str]) -> type:
    """A named tuple's class; the fields have been looked at."""
    return namedtuple(name if name.isidentifier() else "Record", fields)


_NAMED = set(vars(new_named("Record", []))) | {
    "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__",
    "__orig_bases__", "__static_attributes__", "__firstlineno__", "__classdictcell__",
}  # fmt: skip


# Dates.


def _pack_zone(zone: datetime.tzinfo | None) -> Any:
    if zone is None:
        return None
    if isinstance(zone, ZoneInfo) and zone.key:
        return zone.key
    if type(zone) is datetime.timezone:
        return zone.utcoffset(None).total_seconds()
    raise ValueError("a zone of another kind")


def _unpack_zone(told: Any) -> datetime.tzinfo | None:
    if told is None:
        return None
    if isinstance(told, str):
        return ZoneInfo(told)
    return datetime.timezone(datetime.timedelta(seconds=told)) if told else datetime.UTC


def _pack_datetime(packer: Packer, value: datetime.datetime) -> list:
    return [value.replace(tzinfo=None).isoformat(), _pack_zone(value.tzinfo), value.fold]


def _unpack_datetime(unpacker: Unpacker, text: str, zone: Any, fold: int) -> datetime.datetime:
    found = datetime.datetime.fromisoformat(text)
    return found.replace(tzinfo=_unpack_zone(zone), fold=fold)


def _pack_time(packer: Packer, value: datetime.time) -> list:
    return [value.replace(tzinfo=None).isoformat(), _pack_zone(value.tzinfo)]


def _unpack_time(unpacker: Unpacker, text: str, zone: Any) -> datetime.time:
    return datetime.time.fromisoformat(text).replace(tzinfo=_unpack_zone(zone))


# numpy.

RAW = "biufcmMSU"
"""Kinds of dtypes whose items are bytes and nothing else."""


def _pack_array(packer: Packer, value: np.ndarray) -> list | None:
    if max(value.shape, default=0) > LARGEST:
        return None
    if value.dtype.kind == "O":
        return ["O", list(value.shape), packer.all(value.ravel().tolist())]
    if value.dtype.names is not None:
        return _pack_records(packer, value)
    if value.dtype.kind not in RAW:
        return None
    order: Any = "F" if value.flags.f_contiguous and not value.flags.c_contiguous else "C"
    data = value.tobytes(order)
    return [value.dtype.str, list(value.shape), packer.part(data), order]


def _unpack_array(
    unpacker: Unpacker, dtype: str, shape: list, data: Any, order: str = "C"
) -> np.ndarray:
    sound = all(type(length) is int and 0 <= length <= LARGEST for length in shape)
    if not sound or len(shape) > 32:
        raise Refused("no shape")
    if dtype == "O":
        found = np.empty(len(data), object)
        for place, item in enumerate(unpacker.all(data)):
            found[place] = item
        return found.reshape(shape)
    if dtype == "V":
        return _unpack_records(unpacker, shape, *data)
    kind = _raw_dtype(dtype)
    length = math.prod(shape) * kind.itemsize
    buffer = unpacker.part(data)
    if len(buffer) != length:
        raise Refused("not as long as its shape says")
    if not length:
        # Items of no size cost nothing to tell of, and memory to make.
        unpacker.count(math.prod(shape))
        return np.empty(shape, kind, "F" if order == "F" else "C")
    found = np.frombuffer(buffer, kind).reshape(shape, order="F" if order == "F" else "C")
    if kind.kind == "b":
        # Other bytes than 0 and 1 would be truths that equal nothing.
        found.view(np.uint8)[...] = found.view(np.uint8) != 0
    return found


MOST_FIELDS = 1000


def _pack_records(packer: Packer, value: np.ndarray) -> list | None:
    """A structured array, as an array for each of its fields."""
    names = value.dtype.names or ()
    if len(names) > MOST_FIELDS:
        return None
    fields = [_pack_array(packer, value[name]) for name in names]
    if value.dtype != np.dtype([(name, value.dtype[name]) for name in names]):
        # Padding, overlapping fields or titles.
        return None
    shapes = [list(value.dtype[name].shape) for name in names]
    return ["V", list(value.shape), [list(names), shapes, [_required(each) for each in fields]]]


def _unpack_records(
    unpacker: Unpacker, shape: list, names: list, shapes: list, fields: list
) -> np.ndarray:
    if len(names) > MOST_FIELDS or not all(type(name) is str for name in names):
        raise Refused("no names for fields")
    made = [_unpack_array(unpacker, *each) for each in fields]
    for each, inner in zip(made, shapes, strict=True):
        if list(each.shape) != shape + inner:
            raise Refused("a field of another shape")
    dtype = [
        (name, each.dtype, tuple(inner))
        for name, each, inner in zip(names, made, shapes, strict=True)
    ]
    unpacker.count(math.prod(shape))
    found = np.empty(shape, dtype)
    for name, each in zip(names, made, strict=True):
        found[name] = each
    return found


class MaskedArrays:
    """Whether arrays that hide something cross by value, in this process at this time.

    Such an array passes most comparisons, so it does only where a test is about masked arrays.
    """

    cross = True


def _pack_masked(packer: Packer, value: np.ma.MaskedArray) -> list | None:
    if value.dtype.names is not None or (not MaskedArrays.cross and np.ma.is_masked(value)):
        return None
    data = _required(_pack_array(packer, np.asarray(value.data)))
    mask = None if value.mask is np.ma.nomask else _pack_array(packer, np.asarray(value.mask))
    return [data, mask]


def _unpack_masked(unpacker: Unpacker, data: list, mask: list | None) -> np.ma.MaskedArray:
    hidden = np.ma.nomask if mask is None else _unpack_array(unpacker, *mask).astype(bool)
    if not MaskedArrays.cross and np.any(hidden):
        raise Refused("an array that hides something")
    return np.ma.MaskedArray(_unpack_array(unpacker, *data), hidden)


def _raw_dtype(name: str) -> np.dtype:
    if not isinstance(name, str) or len(name) > 20 or "," in name:
        raise Refused("no dtype")
    found = np.dtype(name)
    # With fields, a shape of its own or objects in it, it would be of another kind.
    if found.kind not in RAW:
        raise Refused("no dtype")
    return found


def _pack_scalar(packer: Packer, value: np.generic) -> list | None:
    if value.dtype.kind not in RAW:
        return None
    packer.count(0, value.nbytes)
    return [value.dtype.str, value.tobytes().hex() if value.dtype.itemsize else ""]


def _unpack_scalar(unpacker: Unpacker, dtype: str, data: str) -> np.generic:
    kind = _raw_dtype(dtype)
    raw = bytes.fromhex(data)
    if len(raw) != kind.itemsize:
        raise Refused("not as long as its dtype says")
    if not raw:
        return kind.type()
    found = np.frombuffer(raw, kind)[0]
    return np.bool_(bool(raw[0])) if kind.kind == "b" else found


def _pack_legacy_random(packer: Packer, value: np.random.RandomState) -> list:
    return [packer.pack(value.get_state(legacy=False))]


def _pack_random(packer: Packer, value: np.random.Generator) -> list:
    return [packer.pack(value.bit_generator.state)]


def _bit_generator(state: Any) -> Any:
    kinds = ("MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64")
    if not isinstance(state, dict) or state.get("bit_generator") not in kinds:
        raise Refused("no generator")
    inner = state["state"]
    # Not every numpy looks at these before it reads memory with them.
    if state["bit_generator"] == "MT19937" and not 0 <= inner["pos"] <= 624:
        raise Refused("no generator")
    if state["bit_generator"] == "Philox" and not 0 <= state["buffer_pos"] <= 4:
        raise Refused("no generator")
    generator = getattr(np.random, state["bit_generator"])()
    generator.state = state
    return generator


def _unpack_state(unpacker: Unpacker, tree: Any) -> Any:
    """The state of a generator: a stand-in in it could change after it was looked at."""
    before = unpacker.find, unpacker.floor
    # What came before in this message may hold stand-ins.
    unpacker.find, unpacker.floor = refuse, len(unpacker.changeable)
    try:
        return unpacker.unpack(tree)
    finally:
        unpacker.find, unpacker.floor = before


def _unpack_legacy_random(unpacker: Unpacker, tree: Any) -> np.random.RandomState:
    state = _unpack_state(unpacker, tree)
    random = np.random.RandomState(_bit_generator(state))
    random.set_state(state)
    return random


def _unpack_random(unpacker: Unpacker, tree: Any) -> np.random.Generator:
    return np.random.Generator(_bit_generator(_unpack_state(unpacker, tree)))


# pandas, column by column.


def _pack_column(packer: Packer, value: Any) -> list:
    """The array behind a Series or an Index: numpy's own, or pandas' kinds of it."""
    kind = value.dtype
    if isinstance(kind, np.dtype):
        return ["numpy", *_required(_pack_array(packer, value.to_numpy()))]
    if isinstance(kind, pd.StringDtype):
        missing = "nan" if isinstance(kind.na_value, float) else "NA"
        texts = value.to_numpy(dtype=object, na_value=None).tolist()
        return ["text", kind.storage, missing, *_pack_list(packer, texts)]
    values = value.array
    if isinstance(kind, pd.CategoricalDtype):
        categories = packer.pack(kind.categories)
        return ["category", categories, kind.ordered, *_required(_pack_array(packer, values.codes))]
    if isinstance(kind, pd.DatetimeTZDtype):
        zone = _pack_zone(kind.tz)
        return ["zoned", kind.unit, zone, *_required(_pack_array(packer, values.asi8))]
    if isinstance(kind, pd.PeriodDtype):
        frequency = kind.name.removeprefix("period[").removesuffix("]")
        return ["period", frequency, *_required(_pack_array(packer, values.asi8))]
    if isinstance(kind, pd.IntervalDtype):
        return ["interval", kind.closed, packer.pack(values.left), packer.pack(values.right)]
    if kind.name in MASKED:
        data = values.to_numpy(dtype=MASKED[kind.name], na_value=0)
        mask = _required(_pack_array(packer, np.asarray(values.isna())))
        return ["masked", kind.name, mask, *_required(_pack_array(packer, data))]
    raise ValueError("an array of another kind")


MASKED = {name: name.lower() for name in words(
    "Int8 Int16 Int32 Int64 UInt8 UInt16 UInt32 UInt64 Float32 Float64"
)} | {"boolean": "bool"}  # fmt: skip


def _unpack_column(unpacker: Unpacker, form: str, *told: Any) -> Any:
    kind: Any
    if form == "numpy":
        return _unpack_array(unpacker, *told)
    if form == "text":
        storage, missing, *items = told
        kind = pd.StringDtype(storage, na_value=np.nan if missing == "nan" else pd.NA)
        return pd.array(np.array(_unpack_items(unpacker, *items), object), dtype=kind)
    if form == "category":
        categories, ordered, *codes = told
        kind = pd.CategoricalDtype(_an_index(unpacker.unpack(categories)), ordered=ordered)
        return pd.Categorical.from_codes(_unpack_array(unpacker, *codes), dtype=kind)
    if form == "zoned":
        unit, zone, *data = told
        moments = _unpack_array(unpacker, *data).view(_raw_dtype(f"M8[{unit}]"))
        return pd.DatetimeIndex(moments).tz_localize("UTC").tz_convert(_unpack_zone(zone)).array
    if form == "period":
        frequency, *data = told
        kind = pd.PeriodDtype(frequency)
        return pd.arrays.PeriodArray(_unpack_array(unpacker, *data), dtype=kind)
    if form == "interval":
        closed, left, right = told
        return pd.arrays.IntervalArray.from_arrays(
            _an_index(unpacker.unpack(left)), _an_index(unpacker.unpack(right)), closed
        )
    name, mask, *data = told
    found = _unpack_array(unpacker, *data).astype(MASKED[name])
    kinds = {"b": pd.arrays.BooleanArray, "f": pd.arrays.FloatingArray}
    made = kinds.get(found.dtype.kind, pd.arrays.IntegerArray)
    return made(found, _unpack_array(unpacker, *mask).astype(bool))


def _required(contents: list | None) -> list:
    if contents is None:
        raise ValueError("an array of another kind")
    return contents


def _pack_series(packer: Packer, value: pd.Series) -> list:
    return [packer.pack(value.name), packer.pack(value.index), *_pack_column(packer, value)]


def _unpack_series(unpacker: Unpacker, name: Any, index: Any, *column: Any) -> pd.Series:
    name, index = unpacker.unpack(name), _an_index(unpacker.unpack(index))
    return _series(_unpack_column(unpacker, *column), index, name)


def _series(column: Any, index: pd.Index, name: Any = None) -> pd.Series:
    # The dtype is told, for pandas would take objects that are texts for texts.
    return pd.Series(column, index=index, name=name, dtype=column.dtype)


def _pack_index(packer: Packer, value: pd.Index) -> list:
    frequency = getattr(value, "freqstr", None) if value.dtype.kind in "mM" else None
    return [packer.pack(value.name), frequency, *_pack_column(packer, value)]


def _unpack_index(unpacker: Unpacker, name: Any, frequency: Any, *column: Any) -> pd.Index:
    array = _unpack_column(unpacker, *column)
    found: Any = pd.Index(array, name=unpacker.unpack(name), dtype=array.dtype)
    if isinstance(frequency, str) and array.dtype.kind in "mM":
        found.freq = frequency
    return found


def _pack_range_index(packer: Packer, value: pd.RangeIndex) -> list | None:
    if len(value) > LARGEST:
        return None
    return [value.start, value.stop, value.step, packer.pack(value.name)]


def _unpack_range_index(
    unpacker: Unpacker, start: int, stop: int, step: int, name: Any
) -> pd.RangeIndex:
    # pandas reads memory that is not there when it makes texts of a much longer one.
    if len(range(start, stop, step)) > LARGEST:
        raise Refused("longer than any column")
    return pd.RangeIndex(start, stop, step, name=unpacker.unpack(name))


def _pack_multi_index(packer: Packer, value: pd.MultiIndex) -> list:
    codes = [_required(_pack_array(packer, np.asarray(codes))) for codes in value.codes]
    return [packer.all(value.levels), codes, packer.all(value.names)]


def _unpack_multi_index(
    unpacker: Unpacker, levels: list, codes: list, names: list
) -> pd.MultiIndex:
    made: Any = [_unpack_array(unpacker, *each) for each in codes]
    found: Any = [_an_index(level) for level in unpacker.all(levels)]
    return pd.MultiIndex(found, made, names=unpacker.all(names))


def _an_index(value: object) -> pd.Index:
    if not isinstance(value, pd.Index):
        raise Refused("no index")
    return value


def _pack_frame(packer: Packer, value: pd.DataFrame) -> list:
    # In the order in which they are unpacked, for the places of changeable values are counted.
    names, index = packer.pack(value.columns), packer.pack(value.index)
    columns = [_pack_column(packer, value.iloc[:, place]) for place in range(value.shape[1])]
    return [names, index, columns]


def _unpack_frame(unpacker: Unpacker, names: Any, index: Any, columns: list) -> pd.DataFrame:
    names, index = _an_index(unpacker.unpack(names)), _an_index(unpacker.unpack(index))
    made = {
        place: _series(_unpack_column(unpacker, *column), index)
        for place, column in enumerate(columns)
    }
    found = pd.DataFrame(made, index=index)
    found.columns = names
    return found


def _pack_timestamp(packer: Packer, value: Any) -> list:
    return [value.unit, value._value, _pack_zone(value.tz)]


def _unpack_timestamp(unpacker: Unpacker, unit: str, value: int, zone: Any) -> pd.Timestamp:
    moment: Any = np.array(value, "i8").view(_raw_dtype(f"M8[{unit}]"))[()]
    found = pd.Timestamp(moment)
    return found if zone is None else found.tz_localize("UTC").tz_convert(_unpack_zone(zone))


def _unpack_timedelta(unpacker: Unpacker, unit: str, value: int) -> pd.Timedelta:
    length: Any = np.array(value, "i8").view(_raw_dtype(f"m8[{unit}]"))[()]
    return pd.Timedelta(length)


# Estimators: the library's own class, and attributes that are plain.


def _pack_estimator(packer: Packer, value: Any) -> list | None:
    kind = type(value)
    if "__slots__" in vars(kind) or "__getstate__" in vars(kind):
        return None
    return [kind.__module__, kind.__qualname__, *_pack_attributes(packer, value, refuse)]


def _pack_attributes(packer: Packer, value: Any, refer: Callable[[object], list]) -> list[list]:
    """The attributes of an object, with nothing in them that crossed before."""
    if any(compares(*each) for each in vars(value).items()):
        raise Refused("an attribute that Python or a library gives a meaning")
    before = packer.refer, packer.known, packer.floor
    packer.refer, packer.known = refer, lambda _: None
    packer.floor = len(packer.changeable)
    try:
        contents = _pack_dict(packer, vars(value))
        packer.closed += packer.changeable[packer.floor :]
        return contents
    finally:
        packer.refer, packer.known, packer.floor = before


def refuse(_: object) -> Any:
    """No reference in an estimator: a method in it that is elsewhere would judge there."""
    raise Refused("a reference where only plain values may be")


def _unpack_estimator(unpacker: Unpacker, module: str, name: str, *attributes: list) -> object:
    kind = estimator_class(module, name)
    if kind is None:
        raise Refused("no estimator")
    return _with_attributes(unpacker, object.__new__(kind), refuse, *attributes)


def _with_attributes(
    unpacker: Unpacker, found: object, find: Callable[[list], object], *attributes: list
) -> object:
    """Fill a new object with attributes; `find` says which references they may hold."""
    before = unpacker.find, unpacker.floor, unpacker.references
    # What came before in this message may hold references.
    unpacker.find, unpacker.floor = find, len(unpacker.changeable)
    given = _unpack_dict(unpacker, *attributes)
    if any(type(name) is not str or compares(name, value) for name, value in given.items()):
        raise Refused("an attribute that Python or a library gives a meaning")
    vars(found).update(given)
    unpacker.closed += unpacker.changeable[unpacker.floor :]
    unpacker.find, unpacker.floor, unpacker.references = before
    return found


def estimator_class(module: str, name: str) -> type | None:
    """The class of that name in a library of estimators, in this process."""
    from sklearn.base import BaseEstimator

    if not isinstance(module, str) or not ESTIMATORS.fullmatch(module):
        return None
    try:
        found = vars(importlib.import_module(module)).get(name)
    except ImportError:
        return None
    if not isinstance(found, type) or not issubclass(found, BaseEstimator):
        return None
    return found if ESTIMATORS.fullmatch(found.__module__) else None


def _is_estimator(value: object) -> bool:
    kind = type(value)
    return "sklearn" in sys.modules and (
        estimator_class(kind.__module__, kind.__qualname__) is kind
    )


# Objects of the classes in the modules that came with the assignment.


def _pack_instance(packer: Packer, value: Any) -> list:
    def refer(each: object) -> list:
        if (name := course_modules.name_of(each)) is None:
            raise Refused("an object that is not plain")
        return ["import", *name]

    kind = type(value)
    return [kind.__module__, kind.__qualname__, *_pack_attributes(packer, value, refer)]


def _unpack_instance(unpacker: Unpacker, module: str, name: str, *attributes: list) -> object:
    kind = course_modules.owned(module, name, type)
    if kind is None or not course_modules.crosses_by_value(object.__new__(kind)):
        raise Refused("no class of the course")

    def find(tag: list) -> object:
        if tag[0] != "import" or len(tag) != 3:
            return refuse(tag)
        return course_modules.owned(tag[1], tag[2], types.FunctionType) or refuse(tag)

    return _with_attributes(unpacker, object.__new__(kind), find, *attributes)


# Namespaces of plain values.


def _pack_namespace(packer: Packer, value: types.SimpleNamespace) -> list:
    return _pack_attributes(packer, value, refuse)


def _unpack_namespace(unpacker: Unpacker, *attributes: list) -> object:
    return _with_attributes(unpacker, types.SimpleNamespace(), refuse, *attributes)


# What libraries return as a dict whose keys are attributes too.

BUNCHES = {
    ("sklearn.utils._bunch", "Bunch"),
    ("scipy.optimize._optimize", "OptimizeResult"),
}


def _pack_bunch(packer: Packer, value: dict) -> list | None:
    kind = type(value)
    if any(compares(*item) for item in value.items()):
        return None
    return [kind.__module__, kind.__qualname__, *_pack_dict(packer, value)]


def _unpack_bunch(unpacker: Unpacker, module: str, name: str, *contents: list) -> dict:
    if (module, name) not in BUNCHES:
        raise Refused("no such result")
    kind: Any = getattr(importlib.import_module(module), name)
    made = kind()
    dict.update(made, _unpack_dict(unpacker, *contents))
    if any(compares(*item) for item in made.items()):
        raise Refused("an attribute that compares")
    return made


# Sparse matrices and graphs: the libraries' own classes, filled anew.

SPARSE = re.compile(r"(bsr|coo|csc|csr|dia|dok|lil)_(array|matrix)")
GRAPHS = words("Graph DiGraph MultiGraph MultiDiGraph")


def _pack_sparse(packer: Packer, value: Any) -> list | None:
    if len(value.shape) != 2 or max(value.shape) > MOST_ITEMS:
        return None
    places = value.tocoo()
    parts = (_required(_pack_array(packer, each)) for each in (places.data, *places.coords))
    return [type(value).__name__, list(value.shape), *parts]


def _unpack_sparse(unpacker: Unpacker, name: str, shape: list, *parts: list) -> Any:
    from scipy import sparse

    kind, _, flavour = name.partition("_")
    # A matrix of lists has one for each row, whatever it holds.
    unpacker.count(max(shape, default=0))
    if not SPARSE.fullmatch(name) or len(shape) != 2 or max(shape) > MOST_ITEMS:
        raise Refused("no sparse matrix")
    data, *places = (_unpack_array(unpacker, *each) for each in parts)
    # It looks whether the places are within the shape.
    made = getattr(sparse, f"coo_{flavour}")((data, tuple(places)), tuple(shape))
    return made.asformat(kind)


def _pack_graph(packer: Packer, value: Any) -> list | None:
    """Nodes with what they carry, and for each its neighbours in their order.

    What an edge carries is one dict, known by its number, for both of its ends.
    """
    nodes = {node: place for place, node in enumerate(value)}
    edges: dict[int, tuple[int, dict]] = {}
    sides = (value._succ, value._pred) if value.is_directed() else (value._adj,)
    neighbours = [
        [
            [[nodes[node], edges.setdefault(id(edge), (len(edges), edge))[0]]
             for node, edge in side[start].items()]
            for start in nodes
        ]
        for side in sides
    ]  # fmt: skip
    packer.count(len(nodes) + 3 * len(edges))
    carried = [edge for _, edge in edges.values()]
    if not all(type(edge) is dict for edge in carried):
        return None
    about = [packer.pack(value.graph), packer.all(nodes), packer.all(value._node.values())]
    return [type(value).__name__, *about, packer.all(carried), neighbours]


def _unpack_graph(
    unpacker: Unpacker, name: str, graph: Any, nodes: list, about: list, edges: list, sides: list
) -> Any:
    if name not in GRAPHS:
        raise Refused("no graph")
    made = getattr(importlib.import_module("networkx"), name)()
    made.graph = unpacker.unpack(graph)
    names = unpacker.all(nodes)
    made._node = dict(zip(names, unpacker.all(about), strict=True))
    carried = unpacker.all(edges)
    filled = [
        {
            start: {names[place]: carried[edge] for place, edge in each}
            for start, each in zip(names, side, strict=True)
        }
        for side in sides
    ]
    made._adj = filled[0]
    if made.is_directed():
        made._pred = filled[1]
    return made


def _is_sparse(value: object) -> bool:
    kind = type(value)
    within = kind.__module__.startswith("scipy.sparse.")
    return within and SPARSE.fullmatch(kind.__name__) is not None


def _is_graph(value: object) -> bool:
    kind = type(value)
    return kind.__module__.startswith("networkx.classes.") and kind.__name__ in GRAPHS


def _other(value: object) -> tuple[str, Callable] | None:
    """How the varieties are packed that have many types."""
    kind = type(value)
    if isinstance(value, np.generic):
        return "scalar", _pack_scalar
    if kind.__bases__ == (tuple,) and isinstance(fields := getattr(kind, "_fields", None), tuple):
        # One with methods of its own is more than its items.
        return None if set(vars(kind)) - _NAMED - {*fields} else ("named", _pack_named)
    if isinstance(value, pd.Index):
        return "index", _pack_index
    if isinstance(value, np.dtype | pd.api.extensions.ExtensionDtype):
        return "dtype", lambda packer, dtype: _pack_column(packer, pd.Series([], dtype=dtype))
    if (kind.__module__, kind.__qualname__) in BUNCHES and isinstance(value, dict):
        return "bunch", _pack_bunch
    if _is_estimator(value):
        return "estimator", _pack_estimator
    if course_modules.crosses_by_value(value):
        return "instance", _pack_instance
    if _is_sparse(value):
        return "sparse", _pack_sparse
    if _is_graph(value):
        return "graph", _pack_graph
    if isinstance(value, pathlib.PurePath) and kind.__module__.startswith("pathlib"):
        return "path", lambda packer, path: [kind.__name__, str(path)]
    return None


def _unpack_path(unpacker: Unpacker, kind: str, text: str) -> pathlib.PurePath:
    kinds = (pathlib.PurePosixPath, pathlib.PosixPath, pathlib.PureWindowsPath)
    return {known.__name__: known for known in kinds}[kind](text)


FIELD_KINDS: dict[str, object] = {
    name: getattr(dataclasses, name) for name in ("_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR")
}
"""By these `dataclasses.fields` and `asdict` tell, by identity, what a field is."""


_PACK: dict[type, tuple[str, Callable[[Packer, Any], list | None]]] = {
    list: ("list", _pack_list),
    tuple: ("tuple", _pack_list),
    set: ("set", lambda packer, value: _pack_list(packer, list(value))),
    frozenset: ("frozenset", lambda packer, value: _pack_list(packer, list(value))),
    deque: ("deque", lambda packer, value: [value.maxlen, *_pack_list(packer, list(value))]),
    dict: ("dict", _pack_dict),
    OrderedDict: ("ordered", _pack_dict),
    Counter: ("counter", _pack_dict),
    defaultdict: ("defaultdict", _pack_defaultdict),
    type({}.keys()): ("keys", lambda packer, value: _pack_list(packer, list(value))),
    type({}.values()): ("values", lambda packer, value: _pack_list(packer, list(value))),
    type({}.items()): ("items", lambda packer, value: _pack_list(packer, list(value))),
    complex: ("complex", lambda packer, value: [repr(value.real), repr(value.imag)]),
    bytes: ("bytes", lambda packer, value: [packer.part(value)]),
    bytearray: ("bytearray", lambda packer, value: [packer.part(bytes(value))]),
    array: ("numbers", _pack_numbers),
    range: ("range", lambda packer, value: packer.all((value.start, value.stop, value.step))),
    slice: ("slice", lambda packer, value: packer.all((value.start, value.stop, value.step))),
    type(...): ("ellipsis", lambda packer, value: []),
    type(NotImplemented): ("notimplemented", lambda packer, value: []),
    type(FIELD_KINDS["_FIELD"]): ("field", lambda packer, value: [value.name]),
    datetime.datetime: ("datetime", _pack_datetime),
    datetime.date: ("date", lambda packer, value: [value.isoformat()]),
    datetime.time: ("time", _pack_time),
    datetime.timedelta: ("delta", lambda packer, value: [
        value.days, value.seconds, value.microseconds]),
    Decimal: ("decimal", lambda packer, value: [str(value)]),
    Fraction: ("fraction", _pack_fraction),
    np.ndarray: ("array", _pack_array),
    np.ma.MaskedArray: ("masked", _pack_masked),
    np.matrix: ("matrix", lambda packer, value: _pack_array(packer, np.asarray(value))),
    np.random.RandomState: ("oldrandom", _pack_legacy_random),
    np.random.Generator: ("random", _pack_random),
    pd.Series: ("series", _pack_series),
    pd.DataFrame: ("frame", _pack_frame),
    pd.RangeIndex: ("rangeindex", _pack_range_index),
    pd.MultiIndex: ("multiindex", _pack_multi_index),
    pd.Timestamp: ("timestamp", _pack_timestamp),
    pd.Timedelta: ("timedelta", lambda packer, value: [value.unit, value._value]),
    pd.Period: ("onperiod", lambda packer, value: [value.ordinal, value.freqstr]),
    pd.Interval: ("oninterval", lambda packer, value: [
        packer.pack(value.left), packer.pack(value.right), value.closed]),
    type(pd.NA): ("NA", lambda packer, value: []),
    type(pd.NaT): ("NaT", lambda packer, value: []),
    pd.Categorical: ("categorical", _pack_column),
    types.SimpleNamespace: ("namespace", _pack_namespace),
}  # fmt: skip

_UNPACK: dict[str, Callable[..., Any]] = {
    "again": lambda unpacker, place: unpacker.again(place),
    "float": _unpack_float,
    "int": lambda unpacker, part: int.from_bytes(unpacker.part(part), "little", signed=True),
    "list": _unpack_items,
    "tuple": lambda unpacker, *items: tuple(_unpack_items(unpacker, *items)),
    "set": lambda unpacker, *items: set(_unpack_items(unpacker, *items)),
    "frozenset": lambda unpacker, *items: frozenset(_unpack_items(unpacker, *items)),
    "deque": lambda unpacker, most, *items: deque(_unpack_items(unpacker, *items), most),
    "dict": _unpack_dict,
    "ordered": lambda unpacker, *items: OrderedDict(_unpack_dict(unpacker, *items)),
    "counter": lambda unpacker, *items: Counter(_unpack_dict(unpacker, *items)),
    "defaultdict": _unpack_defaultdict,
    "keys": lambda unpacker, *items: dict.fromkeys(_unpack_items(unpacker, *items)).keys(),
    "values": lambda unpacker, *items: dict(enumerate(_unpack_items(unpacker, *items))).values(),
    "items": lambda unpacker, *items: dict(_unpack_items(unpacker, *items)).items(),
    "complex": lambda unpacker, real, imag: complex(float(real), float(imag)),
    "bytes": lambda unpacker, part: bytes(unpacker.part(part)),
    "bytearray": lambda unpacker, part: unpacker.part(part),
    "numbers": _unpack_numbers,
    "range": _unpack_range,
    "slice": lambda unpacker, *items: slice(*unpacker.all(list(items))),
    "ellipsis": lambda unpacker: ...,
    "notimplemented": lambda unpacker: NotImplemented,
    "field": lambda unpacker, name: FIELD_KINDS[name],
    "named": _unpack_named,
    "datetime": _unpack_datetime,
    "date": lambda unpacker, text: datetime.date.fromisoformat(text),
    "time": _unpack_time,
    "delta": lambda unpacker, *items: datetime.timedelta(*items),
    "decimal": lambda unpacker, text: Decimal(text),
    "fraction": _unpack_fraction,
    "path": _unpack_path,
    "array": _unpack_array,
    "masked": _unpack_masked,
    "matrix": lambda unpacker, *array: np.asmatrix(_unpack_array(unpacker, *array)),
    "scalar": _unpack_scalar,
    "dtype": lambda unpacker, *column: _unpack_column(unpacker, *column).dtype,
    "oldrandom": _unpack_legacy_random,
    "random": _unpack_random,
    "series": _unpack_series,
    "frame": _unpack_frame,
    "index": _unpack_index,
    "rangeindex": _unpack_range_index,
    "multiindex": _unpack_multi_index,
    "timestamp": _unpack_timestamp,
    "timedelta": _unpack_timedelta,
    "onperiod": lambda unpacker, ordinal, freq: pd.Period(ordinal=ordinal, freq=freq),
    "oninterval": lambda unpacker, left, right, closed: pd.Interval(
        unpacker.unpack(left), unpacker.unpack(right), closed),
    "NA": lambda unpacker: pd.NA,
    "NaT": lambda unpacker: pd.NaT,
    "categorical": _unpack_column,
    "estimator": _unpack_estimator,
    "instance": _unpack_instance,
    "namespace": _unpack_namespace,
    "bunch": _unpack_bunch,
    "sparse": _unpack_sparse,
    "graph": _unpack_graph,
}  # fmt: skip

CHANGEABLE = words(
    "list set deque dict ordered counter defaultdict bytearray numbers array masked matrix "
    "oldrandom random series frame categorical estimator instance namespace bunch sparse "
    "graph"
)
"""Tags of values that can be changed in place; both sides count them in the same order."""


class Snapshot:
    """Tells whether a changeable value is still what it was, without packing it where possible.

    Containers are compared by the identity of their items, arrays by their bytes, and frames by
    whether copy-on-write had to give them memory of their own; the rest is packed and compared.
    `watched` comes from a Packer or an Unpacker. An item that was replaced by an equal object
    counts as a change; the value is then sent again, which does no harm.
    """

    def __init__(self, watched: Iterable[tuple[str, object]], pack: Callable[[object], Packed]):
        self.pack = pack
        lists: list[Any] = []
        dicts: list[Any] = []
        self.arrays: list[tuple[np.ndarray, tuple, bytearray]] = []
        self.frames: list[tuple[Any, object, list]] = []
        self.indexes: list[tuple[Any, list]] = []
        self.others: list[tuple[object, Packed]] = []
        for tag, value in watched:
            if tag in LISTS:
                lists.append(value)
            elif tag in DICTS:
                dicts.append(value)
            elif tag in ("estimator", "instance", "namespace"):
                dicts.append(vars(value))
            elif tag in ("array", "matrix") and not value.dtype.hasobject:  # type: ignore[attr-defined]
                self.arrays.append(_state_of_array(value))
            elif tag in ("series", "frame"):
                # The copy makes any write to the value copy the memory that both share.
                copied = value.copy(deep=False)  # type: ignore[attr-defined]
                self.frames.append((value, copied, _state_of_frame(value)))
            elif tag in INDEXES:
                self.indexes.append((value, _state_of_index(value)))
            else:
                self.others.append((value, pack(value)))
        groups = (lists, dicts, [each.values() for each in dicts])
        self.containers = [_Items(owners) for owners in groups if owners]

    def is_fixed(self) -> bool:
        """Whether there is nothing in the value that could change."""
        return not (self.containers or self.arrays or self.frames or self.indexes or self.others)

    def is_unchanged(self) -> bool:
        # Loops, for a generator takes as long as the look at a short list.
        for items in self.containers:
            if not items.are_same():
                return False
        for each in self.arrays:
            if not _is_same_array(*each):
                return False
        for value, _, then in self.frames:
            if not _are_same(_state_of_frame(value), then):
                return False
        for value, then in self.indexes:
            if not _are_same(_state_of_index(value), then):
                return False
        return all(self.pack(value) == then for value, then in self.others)


class _Items:
    """The items of several containers, at one time."""

    def __init__(self, owners: list[Any]):
        self.owners = owners
        self.lengths = list(map(len, owners))
        self.items = list(chain.from_iterable(owners))

    def are_same(self) -> bool:
        return list(map(len, self.owners)) == self.lengths and all(
            map(operator.is_, chain.from_iterable(self.owners), self.items)
        )


def _are_same(one: list, other: list) -> bool:
    return len(one) == len(other) and all(map(operator.is_, one, other))


def _form(value: np.ndarray) -> tuple:
    return value.dtype, value.shape, value.strides


def _bytes_of(value: np.ndarray) -> Any:
    """An array's bytes as a flat buffer, without a copy if it is contiguous."""
    plain = np.asarray(value)
    if not plain.nbytes or not (plain.flags.c_contiguous or plain.flags.f_contiguous):
        return plain.tobytes()
    return (plain if plain.flags.c_contiguous else plain.T).reshape(-1).view(np.uint8)


def _state_of_array(value: Any) -> tuple[np.ndarray, tuple, bytearray]:
    return value, _form(value), bytearray(_bytes_of(value))


def _is_same_array(value: np.ndarray, form: tuple, data: bytearray) -> bool:
    # A bytearray compares itself with any buffer by memcmp.
    return _form(value) == form and data == _bytes_of(value)


def _state_of_frame(value: Any) -> list:
    axes = value._mgr.axes
    names = [name for axis in axes for name in (*axis.names, getattr(axis, "freq", None))]
    own_name = value.name if isinstance(value, pd.Series) else None
    return [*(block.values for block in value._mgr.blocks), *axes, *names, own_name]


def _state_of_index(value: Any) -> list:
    return [*value.names, getattr(value, "freq", None)]


LISTS = words("list set deque")
DICTS = words("dict ordered counter bunch")
INDEXES = words("index rangeindex multiindex")
VIEWS = words("keys values items")
"""Tags of views of a dict: they change with it."""


def _watch(watched: list[tuple[str, object]], start: int, tag: Any, value: object) -> None:
    """Add a value to what must be looked at to see a change; `start` is where its contents began.

    The index and the columns of a frame are looked at with it.
    """
    if tag in ("series", "frame"):
        watched[start:] = [each for each in watched[start:] if each[0] not in INDEXES]
    if tag in CHANGEABLE or tag in INDEXES or tag in VIEWS:
        watched.append((tag, value))


def refill(target: Any, value: Any) -> bool:
    """Make `target` equal to `value` in place, with the very parts of `value`; False if it cannot.

    After a failure nothing has changed.
    """
    if type(target) is not type(value):
        return False
    if target is value:
        return True
    if isinstance(target, list | bytearray | array):
        if isinstance(target, array) and target.typecode != value.typecode:
            return False
        target[:] = value
    elif isinstance(target, dict):
        target.clear()
        target.update(value)
    elif isinstance(target, set | deque):
        target.clear()
        (target.update if isinstance(target, set) else target.extend)(value)
    elif isinstance(target, np.ndarray):
        same = target.shape == value.shape and target.dtype == value.dtype
        if not same or not target.flags.writeable:
            return False
        target[...] = value
    elif isinstance(target, pd.DataFrame | pd.Series):
        target._update_inplace(value)  # type: ignore[operator]
        if isinstance(target, pd.Series):
            target.name = value.name
    elif isinstance(target, np.random.RandomState):
        target.set_state(value.get_state())
    elif isinstance(target, np.random.Generator):
        target.bit_generator.state = value.bit_generator.state
    elif isinstance(target, pd.Categorical | types.SimpleNamespace) or any(
        has(target)
        for has in (_is_estimator, course_modules.crosses_by_value, _is_sparse, _is_graph)
    ):
        vars(target).clear()
        vars(target).update(vars(value))
    else:
        return False
    return True
