"""Named tuples without methods of their own."""

import keyword
from collections import namedtuple
from typing import Any

from autograder.bridge.codec.attributes import compares
from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker
from autograder.bridge.codec.packed import Refused

MOST_FIELDS = 100


def new_named(name: str, fields: list[str]) -> type:
    """A named tuple's class; its fields have been checked."""
    return namedtuple(name if name.isidentifier() else "Record", fields)


_ALLOWED = set(vars(new_named("Record", []))) | {
    "__annotations__",
    "__annotate__",
    "__annotate_func__",
    "__annotations_cache__",
    "__orig_bases__",
    "__static_attributes__",
    "__firstlineno__",
    "__classdictcell__",
}
"""Attributes of the class of a named tuple that add nothing to its items."""


def _is_named(value: object) -> bool | None:
    """Whether a value is a named tuple; None if its class has methods of its own."""
    kind = type(value)
    if kind.__bases__ != (tuple,):
        return False
    if not isinstance(fields := getattr(kind, "_fields", None), tuple):
        return False
    return None if set(vars(kind)) - _ALLOWED - {*fields} else True


def _pack_named(packer: Packer, value: Any) -> Contents | None:
    if any(map(compares, value._fields, value)):
        return None
    return [packer.refer(type(value)), list(value._fields), packer.all(value)]


def _unpack_named(unpacker: Unpacker, kind: Contents, fields: list[str], items: Contents) -> object:
    is_sound = all(
        isinstance(name, str)
        and name.isidentifier()
        and not keyword.iskeyword(name)
        and not name.startswith("_")
        for name in fields
    )
    if not is_sound or len(fields) > MOST_FIELDS or len(set(fields)) < len(fields):
        raise Refused("no names for fields")
    found: Any = unpacker.find(["named", kind, fields])
    if found._fields != tuple(fields):
        # A class that is known already keeps its fields, whatever a message says of them.
        raise Refused("other fields than before")
    made: object = found(*unpacker.all(items))
    values: Any = made
    if any(map(compares, fields, values)):
        raise Refused("a field that compares")
    return made


CODECS = [Codec("named", matches=_is_named, pack=_pack_named, unpack=_unpack_named)]
