"""Estimators of scikit-learn and fairlearn: the library's own class, and plain attributes.

Nothing here imports either library before a value of it crosses.
"""

import importlib
import re
import sys
from typing import Any

from autograder.bridge.codec.attributes import (
    pack_attributes,
    refill_attributes,
    unpack_attributes,
)
from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker, refuse
from autograder.bridge.codec.packed import Refused
from autograder.bridge.codec.snapshot import watch_attributes

ESTIMATORS = re.compile(
    r"(sklearn|fairlearn)(\.(?!_?test|_mocking|experimental|conftest)\w+)+", re.ASCII
)
"""Modules of estimators that are rebuilt here; not those of test doubles, which only pretend."""


def estimator_class(module: str, name: str) -> type | None:
    """The class of that name in a library of estimators, in this process; None if there is none."""
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


def _pack_estimator(packer: Packer, value: Any) -> Contents | None:
    kind = type(value)
    if "__slots__" in vars(kind) or "__getstate__" in vars(kind):
        return None
    # No references: a method that lives in the learner's process would judge there.
    return [kind.__module__, kind.__qualname__, *pack_attributes(packer, value, refuse)]


def _unpack_estimator(unpacker: Unpacker, module: str, name: str, *attributes: Contents) -> object:
    kind = estimator_class(module, name)
    if kind is None:
        raise Refused("no estimator")
    return unpack_attributes(unpacker, object.__new__(kind), refuse, *attributes)


CODECS = [
    Codec(
        "estimator",
        matches=_is_estimator,
        pack=_pack_estimator,
        unpack=_unpack_estimator,
        overwrite=refill_attributes,
        watch=watch_attributes,
    ),
]
