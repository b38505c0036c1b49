"""Stand-ins for objects that live in the other process.

What a stand-in is asked for goes through the Link (autograder.bridge.link) to the object's owner.
"""

import inspect
import sys
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn, Protocol, TypeAlias

from autograder.text import words

NAMES = words("add sub mul truediv floordiv mod pow matmul and or xor lshift rshift divmod")
OPERATORS = frozenset(f"__{prefix}{name}__" for name in NAMES for prefix in ("", "r", "i")) | {
    "__eq__",
    "__ne__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
}

DECIDING = OPERATORS | {"__contains__"}
"""Special methods that would decide what a test finds, if the learner's process answered them."""

PLAIN: tuple[type, ...] = (int, float, str, bytes, tuple, list, dict, set, frozenset)
"""Plain classes that isinstance finds in the objects of derived classes."""

SPECIALS = OPERATORS | words(
    "__call__ __len__ __iter__ __next__ __reversed__ __getitem__ __setitem__ __delitem__ "
    "__enter__ __exit__ __bool__ __int__ __float__ __index__ __complex__ __abs__ __neg__ "
    "__pos__ __invert__ __round__ __trunc__ __floor__ __ceil__ __format__ __array__ "
    "__contains__ __hash__ __str__ __repr__"
)
"""Methods that Python looks up in the type. A stand-in's type has those of its object's class."""

OF_EXCEPTIONS = words(
    "args __traceback__ __cause__ __context__ __suppress_context__ __notes__ add_note "
    "with_traceback"
)
OF_TYPES = words(
    "__class__ __mro__ __bases__ __base__ __name__ __qualname__ __module__ __subclasses__ "
    "mro __instancecheck__ __subclasscheck__ __subclasshook__ __basicsize__ __flags__ "
    "_remote"
)
"""Attributes that a stand-in has itself."""


class Owner(Protocol):
    """What a stand-in, and what makes it, need of the link to its object.

    `theirs` are its StandIns (autograder.bridge.stand_ins).
    """

    @property
    def theirs(self) -> Any: ...
    def ask(self, what: str, target: object = None, *args: object, **kwargs: object) -> Any: ...
    def attribute(self, stand_in: object, name: str) -> Any: ...
    def special(self, stand_in: object, name: str, *args: object) -> Any: ...
    def library_class(self, described: Mapping[str, Any]) -> type | None: ...
    def plain_class(self, described: Mapping[str, Any]) -> type | None: ...
    def class_of(self, stand_in: object) -> type: ...
    def their_class(self, number: int) -> type: ...
    def is_taken_for(self, cls: type, other: object) -> bool: ...
    def text(self, stand_in: object, name: str) -> str: ...


Facts: TypeAlias = tuple[Owner, int, dict[str, Any]]
"""The link of a stand-in, the number of its object, and what the owner has said of it."""


class RemoteType(type):
    """The type of classes that stand for a class of the other side."""

    _remote: "Facts"

    def __new__(mcs, name: str, bases: tuple[type, ...] = (), *_: object, **__: object) -> NoReturn:
        theirs = next((each.__name__ for each in bases if is_remote(each)), "the learner's")
        raise TypeError(
            f"class {name}: a test cannot derive a class from {theirs}, which lives in the "
            "learner's process. Write the class in a read-only cell without points, between the "
            "solution and this test, and use it here"
        )

    def __getattribute__(cls, name: str) -> Any:
        if name in ("__bases__", "__mro__", "__base__", "mro"):
            return _related(cls, name)
        if name == "__flags__" and facts_of(cls)[2].get("abstract"):
            return type.__getattribute__(cls, name) | inspect.TPFLAGS_IS_ABSTRACT
        if name in OF_TYPES:
            return type.__getattribute__(cls, name)
        if name in ("__copy__", "__deepcopy__"):
            return lambda stand_in, *_: facts_of(cls)[0].ask(name.strip("_"), stand_in)
        return facts_of(cls)[0].attribute(cls, name)

    def __setattr__(cls, name: str, value: object) -> None:
        facts_of(cls)[0].ask("set", cls, name, value)

    def __delattr__(cls, name: str) -> None:
        facts_of(cls)[0].ask("del", cls, name)

    def __call__(cls, *args: object, **kwargs: object) -> Any:
        __tracebackhide__ = True
        link = facts_of(cls)[0]
        made = link.ask("call", cls, *args, **kwargs)
        if isinstance_exactly(made, Remote) and issubclass(type(made), BaseException):
            object.__setattr__(made, "args", link.ask("get", made, "args"))
        return made

    def __instancecheck__(cls, value: object) -> bool:
        link, number, _ = facts_of(cls)
        is_one: bool = type.__instancecheck__(cls, value)
        return is_one or link.theirs.named.get(number) is type(value)

    def __eq__(cls, other: object) -> bool:
        """Whether both are one class of the other side, or the library's class that it says it is.

        The type of a stand-in and the class that its `__class__` gives can be two objects.
        """
        link, number, _ = facts_of(cls)
        if isinstance_exactly(other, RemoteType):
            return facts_of(other)[0] is link and facts_of(other)[1] == number
        return link.is_taken_for(cls, other)

    def __hash__(cls) -> int:
        # Differ from the library's class, so that a table keyed by types does not find its entry.
        return hash(("RemoteType", facts_of(cls)[1]))

    def __repr__(cls) -> str:
        return f"<class '{cls.__module__}.{cls.__qualname__}'>"

    def __len__(cls) -> int:
        length: int = facts_of(cls)[0].special(cls, "__len__")
        return length

    def __iter__(cls) -> Iterator[Any]:
        items: Iterator[Any] = facts_of(cls)[0].special(cls, "__iter__")
        return items

    def __getitem__(cls, key: object) -> Any:
        return facts_of(cls)[0].special(cls, "__getitem__", key)

    def __bool__(cls) -> bool:
        return True


class Remote:
    """An object of the other side. Its real class is made to have the owner's special methods."""

    _remote: "Facts"

    def __init_subclass__(cls) -> None:
        """Do nothing. A library's hooks have run for the owner's class already."""

    def __getattribute__(self, name: str) -> Any:
        __tracebackhide__ = True
        link = facts_of(self)[0]
        if name == "__class__":
            return link.class_of(self)
        if name in OF_EXCEPTIONS and issubclass(type(self), BaseException):
            return object.__getattribute__(self, name)
        if name in ("__copy__", "__deepcopy__"):
            return lambda *_: link.ask(name.strip("_"), self)
        if name == "__array__":
            return object.__getattribute__(self, name)
        if name == "_typ" or name.startswith(("_repr_", "_ipython_", "__reduce", "__array_")):
            # pandas, IPython, pickle and numpy look these up in every object.
            raise AttributeError(name)
        return link.attribute(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        if name in OF_EXCEPTIONS and issubclass(type(self), BaseException):
            if not (name == "__traceback__" and is_remote(value)):
                object.__setattr__(self, name, value)
        else:
            facts_of(self)[0].ask("set", self, name, value)

    def __delattr__(self, name: str) -> None:
        facts_of(self)[0].ask("del", self, name)

    def __hash__(self) -> int:
        return hash(facts_of(self)[1])

    def __repr__(self) -> str:
        return facts_of(self)[0].text(self, "__repr__")

    def __str__(self) -> str:
        return facts_of(self)[0].text(self, "__str__")

    def __dir__(self) -> Any:
        return facts_of(self)[0].ask("dir", self)


def facts_of(stand_in: object) -> Facts:
    """Link, number and facts of a stand-in, be it an object or a class."""
    if isinstance_exactly(stand_in, RemoteType):
        facts: Facts = type.__getattribute__(stand_in, "_remote")
    else:
        facts = object.__getattribute__(stand_in, "_remote")
    return facts


def _related(cls: RemoteType, name: str) -> Any:
    """The bases or the MRO of a class, with this side's own classes where it has them."""
    link, number, _ = facts_of(cls)
    # What `__class__` gives is another class than the type of stand-ins.
    made = link.theirs.types[number]
    found: Any = type.mro(made)
    if name in ("__bases__", "__base__"):
        found = type.__getattribute__(made, name)
    kinds: list[type] = []
    for each in [found] if name == "__base__" else found:
        kind = each
        if isinstance_exactly(each, RemoteType):
            own = facts_of(each)[1]
            kind = cls if own == number else link.their_class(own)
        if kind is not Remote and not any(kind is other for other in kinds):
            kinds.append(kind)
    kinds = kinds or [object]
    if name == "mro":
        return lambda: kinds
    return kinds[0] if name == "__base__" else tuple(kinds)


def isinstance_exactly(value: object, kind: type) -> bool:
    """isinstance by the real type, ignoring what `__class__` says."""
    return issubclass(type(value), kind)


def special_method(kind: type, name: str) -> Any:
    """What a stand-in's type has by a name, itself or by its bases. Raises AttributeError."""
    for each in type.mro(kind):
        found = type.__dict__["__dict__"].__get__(each)
        if name in found:
            return found[name]
    raise AttributeError(name)


def is_remote(value: object) -> bool:
    return isinstance_exactly(value, Remote) or isinstance_exactly(value, RemoteType)


ABSENT = object()


def exchange(patches: list[list[Any]]) -> None:
    """Swap each value with what its module holds under the name. A second call swaps back."""
    for patch in patches:
        module, name, value = patch
        places = vars(module)
        patch[2] = places.get(name, ABSENT)
        if value is ABSENT:
            places.pop(name, None)
        else:
            places[name] = value


def is_library(kind: type) -> bool:
    """Whether a class, by what it says, comes from an installed library."""
    top = str(kind.__module__).partition(".")[0]
    return (top in sys.stdlib_module_names and top != "__main__") or top in LIBRARIES


LIBRARIES = words(
    "numpy pandas scipy sklearn fairlearn matplotlib statsmodels networkx altair seaborn plotly"
)
