"""numpy: arrays, scalars and random generators."""

import math
from typing import Any

import numpy as np

from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker, refuse, required
from autograder.bridge.codec.packed import Refused
from autograder.bridge.codec.snapshot import Snapshot, watch_packed
from autograder.channel import LARGEST_FRAME

RAW = "biufcmMSU"
"""Kinds of dtypes whose items are bytes and nothing else."""

MOST_FIELDS = 1000
"""Fields of a structured array."""


def raw_dtype(name: str) -> np.dtype:
    """The dtype of that name. Raises Refused unless its items are bytes and nothing else.

    Structured, sub-array and object dtypes have another kind.
    """
    if not isinstance(name, str) or len(name) > 20 or "," in name:
        raise Refused("no dtype")
    found = np.dtype(name)
    if found.kind not in RAW:
        raise Refused("no dtype")
    return found


# Arrays.


def pack_array(packer: Packer, value: np.ndarray) -> Contents | None:
    """Bytes, or objects one by one, or fields; None for any other dtype."""
    if max(value.shape, default=0) > LARGEST_FRAME:
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


def unpack_array(
    unpacker: Unpacker, dtype: str, shape: list[int], data: Any, order: str = "C"
) -> np.ndarray:
    """The array that `pack_array` has packed."""
    is_sound = all(type(length) is int and 0 <= length <= LARGEST_FRAME for length in shape)
    if not is_sound or len(shape) > 32:
        raise Refused("no shape")
    if dtype == "O":
        found = np.empty(len(data), object)
        for place, item in enumerate(unpacker.all(data)):
            found[place] = item
        return found.reshape(shape)
    if dtype == "V":
        return _unpack_records(unpacker, shape, *data)
    kind = raw_dtype(dtype)
    length = math.prod(shape) * kind.itemsize
    buffer = unpacker.part(data)
    if len(buffer) != length:
        raise Refused("not as long as its shape says")
    if not length:
        # Items of no bytes cost the sender nothing, but memory here.
        unpacker.count(math.prod(shape))
        return np.empty(shape, kind, "F" if order == "F" else "C")
    found = np.frombuffer(buffer, kind).reshape(shape, order="F" if order == "F" else "C")
    if kind.kind == "b":
        # A bool of another byte than 0 or 1 would be true and yet not equal True.
        found.view(np.uint8)[...] = found.view(np.uint8) != 0
    return found


def _pack_records(packer: Packer, value: np.ndarray) -> Contents | None:
    """A structured array, as an array for each of its fields."""
    names = value.dtype.names or ()
    if len(names) > MOST_FIELDS:
        return None
    fields = [pack_array(packer, value[name]) for name in names]
    if value.dtype != np.dtype([(name, value.dtype[name]) for name in names]):
        # Padding, overlapping fields or titles.
        return None
    shapes = [list(value.dtype[name].shape) for name in names]
    return ["V", list(value.shape), [list(names), shapes, [required(each) for each in fields]]]


def _unpack_records(
    unpacker: Unpacker,
    shape: list[int],
    names: list[str],
    shapes: list[list[int]],
    fields: list[Contents],
) -> np.ndarray:
    if len(names) > MOST_FIELDS or not all(type(name) is str for name in names):
        raise Refused("no names for fields")
    made = [unpack_array(unpacker, *each) for each in fields]
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
    """Whether arrays that hide some items cross by value, in this process at this time.

    Such an array passes most comparisons, so it crosses only where a test is about masked arrays.
    """

    cross = True


def _pack_masked(packer: Packer, value: np.ma.MaskedArray) -> Contents | None:
    if value.dtype.names is not None or (not MaskedArrays.cross and np.ma.is_masked(value)):
        return None
    data = required(pack_array(packer, np.asarray(value.data)))
    mask = None if value.mask is np.ma.nomask else pack_array(packer, np.asarray(value.mask))
    return [data, mask]


def _unpack_masked(unpacker: Unpacker, data: Contents, mask: Contents | None) -> np.ma.MaskedArray:
    hidden = np.ma.nomask if mask is None else unpack_array(unpacker, *mask).astype(bool)
    if not MaskedArrays.cross and np.any(hidden):
        raise Refused("an array that hides something")
    return np.ma.MaskedArray(unpack_array(unpacker, *data), hidden)


def _refill_array(target: np.ndarray, value: np.ndarray) -> bool:
    same = target.shape == value.shape and target.dtype == value.dtype
    if not same or not target.flags.writeable:
        return False
    target[...] = value
    return True


def _watch_array(snapshot: Snapshot, value: np.ndarray) -> None:
    """Compare an array by its bytes; one that holds objects, by packing it again."""
    if value.dtype.hasobject:
        watch_packed(snapshot, value)
    else:
        snapshot.add_state(_is_same_array, value, (_form(value), bytearray(_bytes_of(value))))


def _is_same_array(value: np.ndarray, state: tuple[tuple[Any, ...], bytearray]) -> bool:
    form, data = state
    # bytearray compares itself with any buffer by memcmp.
    return _form(value) == form and data == _bytes_of(value)


def _form(value: np.ndarray) -> tuple[Any, ...]:
    return value.dtype, value.shape, value.strides


def _bytes_of(value: np.ndarray) -> Any:
    """An array's bytes as a flat buffer, without a copy if it is contiguous."""
    plain = np.asarray(value)
    if not plain.nbytes or not (plain.flags.c_contiguous or plain.flags.f_contiguous):
        return plain.tobytes()
    return (plain if plain.flags.c_contiguous else plain.T).reshape(-1).view(np.uint8)


# Scalars.

SCALARS: tuple[type, ...] = tuple(dict.fromkeys(np.sctypeDict.values()))
"""numpy's own scalar types; they have subclasses, which are recognised by their base."""


def _pack_scalar(packer: Packer, value: np.generic) -> Contents | None:
    if value.dtype.kind not in RAW:
        return None
    packer.count(0, value.nbytes)
    return [value.dtype.str, value.tobytes().hex() if value.dtype.itemsize else ""]


def _unpack_scalar(unpacker: Unpacker, dtype: str, data: str) -> Any:
    kind = raw_dtype(dtype)
    raw = bytes.fromhex(data)
    if len(raw) != kind.itemsize:
        raise Refused("not as long as its dtype says")
    if not raw:
        return kind.type()
    found = np.frombuffer(raw, kind)[0]
    return np.bool_(bool(raw[0])) if kind.kind == "b" else found


# Random generators.


def _pack_legacy_random(packer: Packer, value: np.random.RandomState) -> Contents:
    return [packer.pack(value.get_state(legacy=False))]


def _pack_random(packer: Packer, value: np.random.Generator) -> Contents:
    return [packer.pack(value.bit_generator.state)]


def _bit_generator(state: Any) -> Any:
    kinds = ("MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64")
    if not isinstance(state, dict) or state.get("bit_generator") not in kinds:
        raise Refused("no generator")
    inner = state["state"]
    # Some versions of numpy read memory at these positions without checking them.
    if state["bit_generator"] == "MT19937" and not 0 <= inner["pos"] <= 624:
        raise Refused("no generator")
    if state["bit_generator"] == "Philox" and not 0 <= state["buffer_pos"] <= 4:
        raise Refused("no generator")
    generator = getattr(np.random, state["bit_generator"])()
    generator.state = state
    return generator


def _unpack_state(unpacker: Unpacker, tree: Any) -> Any:
    """The state of a generator, without references: a proxy could change after it was checked."""
    before = unpacker.find, unpacker.floor
    # What came before in this message may hold proxies.
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


def _refill_legacy_random(target: np.random.RandomState, value: np.random.RandomState) -> bool:
    target.set_state(value.get_state())
    return True


def _refill_random(target: np.random.Generator, value: np.random.Generator) -> bool:
    target.bit_generator.state = value.bit_generator.state
    return True


CODECS = [
    Codec(
        "array",
        types=(np.ndarray,),
        pack=pack_array,
        unpack=unpack_array,
        overwrite=_refill_array,
        watch=_watch_array,
    ),
    Codec(
        "masked",
        types=(np.ma.MaskedArray,),
        pack=_pack_masked,
        unpack=_unpack_masked,
        overwrite=_refill_array,
        watch=watch_packed,
    ),
    Codec(
        "matrix",
        types=(np.matrix,),
        pack=lambda packer, value: pack_array(packer, np.asarray(value)),
        unpack=lambda unpacker, *array: np.asmatrix(unpack_array(unpacker, *array)),
        overwrite=_refill_array,
        watch=_watch_array,
    ),
    Codec(
        "scalar",
        types=SCALARS,
        matches=lambda value: isinstance(value, np.generic),
        pack=_pack_scalar,
        unpack=_unpack_scalar,
    ),
    Codec(
        "oldrandom",
        types=(np.random.RandomState,),
        pack=_pack_legacy_random,
        unpack=_unpack_legacy_random,
        overwrite=_refill_legacy_random,
        watch=watch_packed,
    ),
    Codec(
        "random",
        types=(np.random.Generator,),
        pack=_pack_random,
        unpack=_unpack_random,
        overwrite=_refill_random,
        watch=watch_packed,
    ),
]
