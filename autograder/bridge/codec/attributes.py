"""Attributes of objects that cross by value, and which attributes no such object may have."""

import types
from collections.abc import Callable

import numpy as np
import pandas as pd

from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker, refuse
from autograder.bridge.codec.builtin import pack_dict, unpack_dict
from autograder.bridge.codec.packed import Refused
from autograder.bridge.codec.snapshot import watch_attributes
from autograder.text import words

COMPARING = words(
    "equals identical eq ne lt le gt ge isin between issubset issuperset isdisjoint "
    "startswith endswith compare difference symmetric_difference searchsorted "
    "arctan2 fmod hypot logical_xor clip choose"
)
"""Methods of plain values that compare: a test passes to them what it expects.

Only for objects that have no plain form. The last six are methods that numpy's functions of the
same name call: the first four of the items of an array, the others of the object itself.
"""

METHODS_OF_PLAIN = frozenset(
    name
    for kind in (str, bytes, int, tuple, list, dict, set, np.ndarray, pd.Series, pd.DataFrame)
    for name in dir(kind)
)
"""Names under which a callable in an attribute or a label would take a method's place."""


def compares(name: object, value: object) -> bool:
    """Whether an attribute would let the owner of a value compare it, or make an array of it.

    numpy looks for `__array_wrap__` and `__array_interface__` in the object itself. The first is
    given what is compared, the second names an address. By `_typ` pandas knows its own classes.
    """
    if type(name) is not str:
        return False
    if name.startswith("__") or name == "_typ":
        return True
    return callable(value) and name in COMPARING | METHODS_OF_PLAIN


def pack_attributes(packer: Packer, value: object, refer: Callable[[object], Contents]) -> Contents:
    """Pack the attributes of an object, with nothing in them that crossed before.

    `refer` gives the only references that they may hold.
    """
    if any(compares(*each) for each in vars(value).items()):
        raise Refused("an attribute that Python or a library gives a meaning")
    before = packer.refer, packer.known, packer.floor
    packer.refer, packer.known = refer, lambda _: None
    packer.floor = len(packer.changeable)
    try:
        contents = pack_dict(packer, vars(value))
        packer.closed += packer.changeable[packer.floor :]
        return contents
    finally:
        packer.refer, packer.known, packer.floor = before


def unpack_attributes(
    unpacker: Unpacker, found: object, find: Callable[[Contents], object], *attributes: Contents
) -> object:
    """Fill a new object with attributes; `find` says which references they may hold."""
    before = unpacker.find, unpacker.floor, unpacker.references
    # What came before in this message may hold references.
    unpacker.find, unpacker.floor = find, len(unpacker.changeable)
    given = unpack_dict(unpacker, *attributes)
    if any(type(name) is not str or compares(name, value) for name, value in given.items()):
        raise Refused("an attribute that Python or a library gives a meaning")
    vars(found).update(given)
    unpacker.closed += unpacker.changeable[unpacker.floor :]
    unpacker.find, unpacker.floor, unpacker.references = before
    return found


def refill_attributes(target: object, value: object) -> bool:
    """Give an object the attributes of another."""
    vars(target).clear()
    vars(target).update(vars(value))
    return True


# Namespaces of plain values.


def _pack_namespace(packer: Packer, value: types.SimpleNamespace) -> Contents:
    return pack_attributes(packer, value, refuse)


def _unpack_namespace(unpacker: Unpacker, *attributes: Contents) -> object:
    return unpack_attributes(unpacker, types.SimpleNamespace(), refuse, *attributes)


CODECS = [
    Codec(
        "namespace",
        types=(types.SimpleNamespace,),
        pack=_pack_namespace,
        unpack=_unpack_namespace,
        overwrite=refill_attributes,
        watch=watch_attributes,
    ),
]
