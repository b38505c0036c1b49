"""Objects of classes in the modules that came with the assignment."""

import types
from typing import Any

from autograder.bridge import course_modules
from autograder.bridge.codec.attributes import (
    pack_attributes,
    refill_attributes,
    unpack_attributes,
)
from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker, refuse
from autograder.bridge.codec.packed import Refused
from autograder.bridge.codec.snapshot import watch_attributes


def _refer(value: object) -> Contents:
    """Refer to functions of these modules, and to nothing else."""
    if (name := course_modules.name_of(value)) is None:
        raise Refused("an object that is not plain")
    return ["import", *name]


def _find(tag: Contents) -> object:
    """The function that `_refer` has named."""
    if tag[0] != "import" or len(tag) != 3:
        return refuse(tag)
    return course_modules.owned(tag[1], tag[2], types.FunctionType) or refuse(tag)


def _pack_instance(packer: Packer, value: Any) -> Contents:
    kind = type(value)
    return [kind.__module__, kind.__qualname__, *pack_attributes(packer, value, _refer)]


def _unpack_instance(unpacker: Unpacker, module: str, name: str, *attributes: Contents) -> object:
    kind = course_modules.owned(module, name, type)
    if kind is None or not course_modules.crosses_by_value(object.__new__(kind)):
        raise Refused("no class of the course")
    return unpack_attributes(unpacker, object.__new__(kind), _find, *attributes)


CODECS = [
    Codec(
        "instance",
        matches=lambda value: course_modules.crosses_by_value(value),
        pack=_pack_instance,
        unpack=_unpack_instance,
        overwrite=refill_attributes,
        watch=watch_attributes,
    ),
]
