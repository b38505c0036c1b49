"""What may cross between the learner's process and the examiner: plain values, and references.

Plain data cross by value, as JSON and raw buffers that cannot run anything; no pickle in either
direction. Everything else crosses as the number under which its owner holds it, and the other
side works with a proxy (autograder.bridge.proxy).

Each file here lists the codecs of one library. To let another type cross, add a `Codec` to the
list of its library; for another library, add a file and register its list here.
"""

from autograder.bridge.codec.attributes import CODECS as OF_ATTRIBUTES
from autograder.bridge.codec.attributes import COMPARING, compares
from autograder.bridge.codec.base import (
    BY_TAG,
    BY_TYPE,
    FAMILIES,
    Codec,
    Packer,
    Unpacker,
    refill,
    refuse,
    register,
)
from autograder.bridge.codec.builtin import CODECS as OF_BUILTIN
from autograder.bridge.codec.builtin import FIELD_KINDS, FLOATS, NANS
from autograder.bridge.codec.bunches import BUNCHES
from autograder.bridge.codec.bunches import CODECS as OF_BUNCHES
from autograder.bridge.codec.course_classes import CODECS as OF_COURSE
from autograder.bridge.codec.dates import CODECS as OF_DATES
from autograder.bridge.codec.forms import FORMS, Twins, plain_class
from autograder.bridge.codec.namedtuples import CODECS as OF_NAMEDTUPLES
from autograder.bridge.codec.namedtuples import new_named
from autograder.bridge.codec.networkx import CODECS as OF_NETWORKX
from autograder.bridge.codec.networkx import GRAPHS
from autograder.bridge.codec.numpy import CODECS as OF_NUMPY
from autograder.bridge.codec.numpy import MOST_FIELDS, RAW, MaskedArrays
from autograder.bridge.codec.packed import (
    DEEPEST,
    LARGEST_INT,
    MOST_DIGITS,
    MOST_ITEMS,
    ROOM,
    Forgotten,
    NotPlain,
    Packed,
    Refused,
    Room,
)
from autograder.bridge.codec.pandas import CODECS as OF_PANDAS
from autograder.bridge.codec.pandas import MASKED
from autograder.bridge.codec.paths import CODECS as OF_PATHS
from autograder.bridge.codec.scipy import CODECS as OF_SCIPY
from autograder.bridge.codec.scipy import SPARSE
from autograder.bridge.codec.sklearn import CODECS as OF_SKLEARN
from autograder.bridge.codec.sklearn import ESTIMATORS, estimator_class
from autograder.bridge.codec.snapshot import Snapshot
from autograder.bridge.codec.sympy import CODECS as OF_SYMPY
from autograder.channel import LARGEST_FRAME

# In the order in which codecs that recognise their values are asked.
for _codecs in (
    OF_BUILTIN,
    OF_DATES,
    OF_NUMPY,
    OF_NAMEDTUPLES,
    OF_PANDAS,
    OF_BUNCHES,
    OF_SKLEARN,
    OF_COURSE,
    OF_SCIPY,
    OF_NETWORKX,
    OF_SYMPY,
    OF_PATHS,
    OF_ATTRIBUTES,
):
    register(_codecs)

CHANGEABLE = frozenset(codec.tag for codec in BY_TAG.values() if codec.is_changeable)
"""Tags of values that can be changed in place; both sides count them in the same order."""

__all__ = [
    "BUNCHES",
    "BY_TAG",
    "BY_TYPE",
    "CHANGEABLE",
    "COMPARING",
    "DEEPEST",
    "ESTIMATORS",
    "FAMILIES",
    "FIELD_KINDS",
    "FLOATS",
    "FORMS",
    "GRAPHS",
    "LARGEST_FRAME",
    "LARGEST_INT",
    "MASKED",
    "MOST_DIGITS",
    "MOST_FIELDS",
    "MOST_ITEMS",
    "NANS",
    "RAW",
    "ROOM",
    "SPARSE",
    "Codec",
    "Forgotten",
    "MaskedArrays",
    "NotPlain",
    "Packed",
    "Packer",
    "Refused",
    "Room",
    "Snapshot",
    "Twins",
    "Unpacker",
    "compares",
    "estimator_class",
    "new_named",
    "plain_class",
    "refill",
    "refuse",
    "register",
]
