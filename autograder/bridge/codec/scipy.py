"""Sparse matrices and arrays of scipy.

Nothing here imports the library before a value of it crosses.
"""

import re
from typing import Any

from autograder.bridge.codec.attributes import refill_attributes
from autograder.bridge.codec.base import Codec, Contents, Packer, Unpacker, required
from autograder.bridge.codec.numpy import pack_array, unpack_array
from autograder.bridge.codec.packed import MOST_ITEMS, Refused
from autograder.bridge.codec.snapshot import watch_packed

SPARSE = re.compile(r"(bsr|coo|csc|csr|dia|dok|lil)_(array|matrix)")
"""Names of their classes."""


def _is_sparse(value: object) -> bool:
    kind = type(value)
    is_within = str(kind.__module__).startswith("scipy.sparse.")
    return is_within and SPARSE.fullmatch(kind.__name__) is not None


def _pack_sparse(packer: Packer, value: Any) -> Contents | None:
    if len(value.shape) != 2 or max(value.shape) > MOST_ITEMS:
        return None
    places = value.tocoo()
    parts = (required(pack_array(packer, each)) for each in (places.data, *places.coords))
    return [type(value).__name__, list(value.shape), *parts]


def _unpack_sparse(unpacker: Unpacker, name: str, shape: list[int], *parts: Contents) -> Any:
    from scipy import sparse

    kind, _, flavour = name.partition("_")
    # lil_matrix makes a list for each row, also for those that hold nothing.
    unpacker.count(max(shape, default=0))
    if not SPARSE.fullmatch(name) or len(shape) != 2 or max(shape) > MOST_ITEMS:
        raise Refused("no sparse matrix")
    data, *places = (unpack_array(unpacker, *each) for each in parts)
    # coo_matrix checks that the indices fit the shape.
    made = getattr(sparse, f"coo_{flavour}")((data, tuple(places)), tuple(shape))
    return made.asformat(kind)


CODECS = [
    Codec(
        "sparse",
        matches=_is_sparse,
        pack=_pack_sparse,
        unpack=_unpack_sparse,
        overwrite=refill_attributes,
        watch=watch_packed,
    ),
]
