"""Dicts whose keys are attributes too, as scikit-learn and scipy return them.

Nothing here imports either library before a value of it crosses.
"""

import importlib
from typing import Any

from autograder.bridge.codec.attributes import compares
from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker
from autograder.bridge.codec.builtin import pack_dict, refill_by_update, unpack_dict
from autograder.bridge.codec.packed import Refused
from autograder.bridge.codec.snapshot import watch_mapping

BUNCHES = {
    ("sklearn.utils._bunch", "Bunch"),
    ("scipy.optimize._optimize", "OptimizeResult"),
}
"""Module and name of their classes."""


def _is_bunch(value: object) -> bool:
    kind = type(value)
    return (kind.__module__, kind.__qualname__) in BUNCHES and isinstance(value, dict)


def _pack_bunch(packer: Packer, value: dict[Any, Any]) -> Contents | None:
    kind = type(value)
    if any(compares(*item) for item in value.items()):
        return None
    return [kind.__module__, kind.__qualname__, *pack_dict(packer, value)]


def _unpack_bunch(
    unpacker: Unpacker, module: str, name: str, *contents: Contents
) -> dict[Any, Any]:
    if (module, name) not in BUNCHES:
        raise Refused("no such result")
    kind: Any = getattr(importlib.import_module(module), name)
    made: dict[Any, Any] = kind()
    dict.update(made, unpack_dict(unpacker, *contents))
    if any(compares(*item) for item in made.items()):
        raise Refused("an attribute that compares")
    return made


CODECS = [
    Codec(
        "bunch",
        matches=_is_bunch,
        pack=_pack_bunch,
        unpack=_unpack_bunch,
        overwrite=refill_by_update,
        watch=watch_mapping,
    ),
]
