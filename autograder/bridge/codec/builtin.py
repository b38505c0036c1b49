"""Numbers, texts, containers and constants of Python's own."""

import dataclasses
import math
from array import array
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from autograder.bridge.codec.base import AGAIN, Codec, Contents, Packer, Unpacker
from autograder.bridge.codec.packed import LARGEST_INT, MOST_DIGITS, NotPlain, Refused
from autograder.bridge.codec.snapshot import watch_items, watch_mapping, watch_packed

# Numbers.

NANS = {"np.nan": np.nan, "math.nan": math.nan}
"""The NaN objects of math and numpy: containers and `is` compare identity, so each stays itself."""

FLOATS = NANS | {"inf": math.inf, "-inf": -math.inf}


def _pack_float(packer: Packer, value: float) -> Contents:
    """The name of a float that JSON has no number for."""
    return [next((name for name, nan in NANS.items() if value is nan), repr(value))]


def _unpack_float(unpacker: Unpacker, text: str) -> float:
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


def _pack_int(packer: Packer, value: int) -> Contents:
    """The bytes of an int that is too long for JSON."""
    length = value.bit_length() // 8 + 1
    if length > LARGEST_INT:
        raise NotPlain("a huge number")
    return [packer.part(value.to_bytes(length, "little", signed=True))]


def _pack_fraction(packer: Packer, value: Fraction) -> Contents | None:
    parts = value.numerator, value.denominator
    return None if any(each.bit_length() >= 3 * MOST_DIGITS for each in parts) else [*parts]


def _unpack_fraction(unpacker: Unpacker, *parts: Any) -> Fraction:
    # Fraction() looks for a common divisor, in a time that grows with the square of the digits.
    if len(parts) != 2 or any(type(each) is not int for each in parts):
        raise Refused("no fraction")
    return Fraction(*parts)


# Containers.


def pack_list(packer: Packer, value: Sequence[object]) -> Contents:
    """Items one by one, or numbers of one kind as one buffer, or texts as they are."""
    kinds = set(map(type, value))
    numbers: Any = value
    if kinds == {float} or kinds == {int}:
        code = "d" if kinds == {float} else "q"
        try:
            data = array(code, numbers).tobytes()
        except OverflowError:
            return [packer.all(value)]
        packer.count(len(value))
        which = _which_nans(numbers) if code == "d" and math.isnan(sum(numbers)) else b""
        return [code, packer.part(data), *([packer.part(which)] if any(which) else [])]
    if kinds <= {str, type(None), bool}:
        packer.count(len(value), sum(len(text) for text in value if type(text) is str))
        return ["p", list(value)]
    return [packer.all(value)]


def unpack_items(unpacker: Unpacker, first: Any, second: Any = None, nans: Any = None) -> list[Any]:
    """The items that `pack_list` has packed."""
    if isinstance(first, list):
        return unpacker.all(first)
    if first == "p":
        texts: list[Any] = second
        unpacker.count(len(texts))
        if not set(map(type, texts)) <= {str, type(None), bool}:
            raise Refused("not plain")
        return texts
    found = array({"d": "d", "q": "q"}[first])
    found.frombytes(unpacker.part(second))
    unpacker.count(len(found))
    values: list[Any] = found.tolist()
    if nans is not None:
        _put_nans(values, unpacker.part(nans))
    return values


def _pack_items(packer: Packer, value: Iterable[object]) -> Contents:
    return pack_list(packer, list(value))


def _pack_deque(packer: Packer, value: deque[Any]) -> Contents:
    return [value.maxlen, *pack_list(packer, list(value))]


def _unpack_deque(unpacker: Unpacker, most: int | None, *items: Any) -> deque[Any]:
    return deque(unpack_items(unpacker, *items), most)


def pack_dict(packer: Packer, value: dict[Any, Any]) -> Contents:
    """Keys, and values."""
    return [pack_list(packer, list(value)), pack_list(packer, list(value.values()))]


def unpack_dict(unpacker: Unpacker, keys: Contents, values: Contents) -> dict[Any, Any]:
    """The dict that `pack_dict` has packed."""
    made = unpack_items(unpacker, *keys), unpack_items(unpacker, *values)
    return dict(zip(*made, strict=True))


FACTORIES: dict[str, type] = {each.__name__: each for each in (int, float, str, list, dict, set)}
"""Classes that a defaultdict may call here, by name."""


def _pack_defaultdict(packer: Packer, value: defaultdict[Any, Any]) -> Contents:
    names = {each: name for name, each in FACTORIES.items()}
    factory: Any = value.default_factory
    packed = names[factory] if factory in names else packer.pack(factory)
    return [packed, *pack_dict(packer, value)]


def _unpack_defaultdict(
    unpacker: Unpacker, packed: Any, *contents: Contents
) -> defaultdict[Any, Any]:
    factory: Any = FACTORIES[packed] if isinstance(packed, str) else unpacker.unpack(packed)
    return defaultdict(factory, unpack_dict(unpacker, *contents))


def _refill_slice(target: Any, value: Any) -> bool:
    target[:] = value
    return True


def _refill_deque(target: deque[Any], value: deque[Any]) -> bool:
    target.clear()
    target.extend(value)
    return True


def refill_by_update(target: Any, value: Any) -> bool:
    """Empty a set or mapping, and update it."""
    target.clear()
    target.update(value)
    return True


# Bytes and numbers in a buffer.


def _pack_numbers(packer: Packer, value: "array[Any]") -> Contents | None:
    # Code points beyond Unicode's would be no text.
    return None if value.typecode in "uw" else [value.typecode, packer.part(value.tobytes())]


def _unpack_numbers(unpacker: Unpacker, code: str, part: int) -> "array[Any]":
    if code not in tuple("bBhHiIlLqQfd"):
        raise Refused("no numbers")
    found: array[Any] = array(code)
    found.frombytes(unpacker.part(part))
    return found


def _refill_numbers(target: "array[Any]", value: "array[Any]") -> bool:
    return target.typecode == value.typecode and _refill_slice(target, value)


# Ranges and constants.


def _pack_bounds(packer: Packer, value: Any) -> Contents:
    return packer.all((value.start, value.stop, value.step))


def _unpack_range(unpacker: Unpacker, *bounds: Any) -> range:
    made = unpacker.all(list(bounds))
    if not all(type(each) is int for each in made):
        # range() would call `__index__` of an object.
        raise Refused("no range")
    return range(*made)


def pack_constant(packer: Packer, value: object) -> Contents:
    """Nothing beside the tag."""
    return []


FIELD_KINDS: dict[str, object] = {
    name: getattr(dataclasses, name) for name in ("_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR")
}
"""Constants by whose identity `dataclasses.fields` and `asdict` know what a field is."""


CODECS = [
    AGAIN,
    # The Packer asks for these two where JSON has no number.
    Codec("float", pack=_pack_float, unpack=_unpack_float),
    Codec(
        "int",
        pack=_pack_int,
        unpack=lambda unpacker, part: int.from_bytes(unpacker.part(part), "little", signed=True),
    ),
    Codec(
        "complex",
        types=(complex,),
        pack=lambda packer, value: [repr(value.real), repr(value.imag)],
        unpack=lambda unpacker, real, imag: complex(float(real), float(imag)),
    ),
    Codec(
        "decimal",
        types=(Decimal,),
        pack=lambda packer, value: [str(value)],
        unpack=lambda unpacker, text: Decimal(text),
    ),
    Codec("fraction", types=(Fraction,), pack=_pack_fraction, unpack=_unpack_fraction),
    Codec(
        "list",
        types=(list,),
        pack=pack_list,
        unpack=unpack_items,
        overwrite=_refill_slice,
        watch=watch_items,
    ),
    Codec(
        "tuple",
        types=(tuple,),
        pack=pack_list,
        unpack=lambda unpacker, *items: tuple(unpack_items(unpacker, *items)),
    ),
    Codec(
        "set",
        types=(set,),
        pack=_pack_items,
        unpack=lambda unpacker, *items: set(unpack_items(unpacker, *items)),
        overwrite=refill_by_update,
        watch=watch_items,
    ),
    Codec(
        "frozenset",
        types=(frozenset,),
        pack=_pack_items,
        unpack=lambda unpacker, *items: frozenset(unpack_items(unpacker, *items)),
    ),
    Codec(
        "deque",
        types=(deque,),
        pack=_pack_deque,
        unpack=_unpack_deque,
        overwrite=_refill_deque,
        watch=watch_items,
    ),
    Codec(
        "dict",
        types=(dict,),
        pack=pack_dict,
        unpack=unpack_dict,
        overwrite=refill_by_update,
        watch=watch_mapping,
    ),
    Codec(
        "ordered",
        types=(OrderedDict,),
        pack=pack_dict,
        unpack=lambda unpacker, *items: OrderedDict(unpack_dict(unpacker, *items)),
        overwrite=refill_by_update,
        watch=watch_mapping,
    ),
    Codec(
        "counter",
        types=(Counter,),
        pack=pack_dict,
        unpack=lambda unpacker, *items: Counter(unpack_dict(unpacker, *items)),
        overwrite=refill_by_update,
        watch=watch_mapping,
    ),
    Codec(
        "defaultdict",
        types=(defaultdict,),
        pack=_pack_defaultdict,
        unpack=_unpack_defaultdict,
        overwrite=refill_by_update,
        # Packed, because another factory is a change too.
        watch=watch_packed,
    ),
    # Views change with their dict, which need not cross with them.
    Codec(
        "keys",
        types=(type({}.keys()),),
        pack=_pack_items,
        unpack=lambda unpacker, *items: dict.fromkeys(unpack_items(unpacker, *items)).keys(),
        watch=watch_packed,
    ),
    Codec(
        "values",
        types=(type({}.values()),),
        pack=_pack_items,
        unpack=lambda unpacker, *items: dict(enumerate(unpack_items(unpacker, *items))).values(),
        watch=watch_packed,
    ),
    Codec(
        "items",
        types=(type({}.items()),),
        pack=_pack_items,
        unpack=lambda unpacker, *items: dict(unpack_items(unpacker, *items)).items(),
        watch=watch_packed,
    ),
    Codec(
        "bytes",
        types=(bytes,),
        pack=lambda packer, value: [packer.part(value)],
        unpack=lambda unpacker, part: bytes(unpacker.part(part)),
    ),
    Codec(
        "bytearray",
        types=(bytearray,),
        pack=lambda packer, value: [packer.part(bytes(value))],
        unpack=lambda unpacker, part: unpacker.part(part),
        overwrite=_refill_slice,
        watch=watch_packed,
    ),
    Codec(
        "numbers",
        types=(array,),
        pack=_pack_numbers,
        unpack=_unpack_numbers,
        overwrite=_refill_numbers,
        watch=watch_packed,
    ),
    Codec("range", types=(range,), pack=_pack_bounds, unpack=_unpack_range),
    Codec(
        "slice",
        types=(slice,),
        pack=_pack_bounds,
        unpack=lambda unpacker, *bounds: slice(*unpacker.all(list(bounds))),
    ),
    Codec("ellipsis", types=(type(...),), pack=pack_constant, unpack=lambda unpacker: ...),
    Codec(
        "notimplemented",
        types=(type(NotImplemented),),
        pack=pack_constant,
        unpack=lambda unpacker: NotImplemented,
    ),
    Codec(
        "field",
        types=(type(FIELD_KINDS["_FIELD"]),),
        pack=lambda packer, value: [value.name],
        unpack=lambda unpacker, name: FIELD_KINDS[name],
    ),
]
