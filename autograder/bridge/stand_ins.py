"""Stand-ins for what the other side names: made of its descriptions, and kept by number.

The types of stand-ins are made here and nowhere else. They derive from Remote (see
autograder.bridge.proxy), and from no class of a library, exceptions apart.
"""

import abc
import builtins
import types
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from typing import Any
from weakref import WeakValueDictionary

from autograder.bridge.codec import Forgotten, Refused, new_named
from autograder.bridge.messages import NewClass, NewObject, Tag
from autograder.bridge.proxy import PLAIN, SPECIALS, Owner, Remote, RemoteType, facts_of, is_remote
from autograder.text import words

MOST_TYPES = 2000
MOST_OBJECTS = 1_000_000
"""Classes and objects of the other side that one side knows."""


class StandIns:
    """The stand-ins of one side."""

    def __init__(self, link: Owner):
        self.link = link
        self.objects: WeakValueDictionary[int, Any] = WeakValueDictionary()
        # Stand-ins that are to live until the next test.
        self.kept: list[object] = []
        self.types: dict[int, RemoteType] = {}
        # By number of a class: the library's classes that it derives from, and the class that an
        # object's `__class__` gives where there are some.
        self.claims: dict[int, list[type]] = {}
        self.faces: dict[int, RemoteType] = {}
        self.named: dict[int, type] = {}
        self.named_tags: dict[type, Tag] = {}
        self.last = 0

    def find(self, number: int) -> object:
        """The stand-in for an object."""
        if (found := self.objects.get(number)) is not None:
            return found
        if type(number) is int and 0 < number <= self.last:
            raise Forgotten("no longer known")
        raise Refused("no such object")

    def named_tuple(self, tag: Tag, fields: list[str]) -> type:
        """This side's own class for a class of tuples with named fields."""
        number = tag[2]
        if number not in self.named:
            name = self.types[number].__qualname__.rpartition(".")[2]
            self.named[number] = new_named(name, fields)
            self.named_tags[self.named[number]] = list(tag)
        return self.named[number]

    def introduce(self, introduced: Sequence[NewClass | NewObject]) -> None:
        """Make stand-ins for what the other side names for the first time."""
        for new in introduced:
            if isinstance(new, NewClass):
                self._add_class(new)
            elif len(self.objects) > MOST_OBJECTS:
                raise Refused("too many objects")
            else:
                self.last = max(self.last, new.number)
                self._add_object(new)

    def _add_class(self, new: NewClass) -> None:
        number, module, name = new.number, new.module, new.name
        if len(self.types) > MOST_TYPES or number in self.types:
            raise Refused("too many types")
        facts = {"module": module, "name": name, "abstract": new.abstract}
        space: dict[str, Any] = {"__module__": module, "__qualname__": name}
        space["_remote"] = (self.link, number, facts)
        specials = [special for special in new.specials if special in SPECIALS]
        space |= {special: _forwarded(special) for special in specials if special[2:] not in TEXTS}
        ours = {"__call__": _called, "__await__": _await, "__array__": _array}
        space |= {special: made for special, made in ours.items() if special in new.specials}
        if (module, name) in BINDING:
            space["__get__"] = _bound
        space.setdefault("__hash__", Remote.__hash__)
        parents = [self.types[base] for base in new.bases]
        own = self.link.library_class(facts)
        claims = [own] if own else [each for base in new.bases for each in self.claims[base]]
        if (plain := self.link.plain_class(facts)) is not None:
            claims = [plain]
        short = name.rpartition(".")[2] or "object"
        made = _type_of_objects(short, parents, own, space)
        self.types[number] = made
        self.claims[number] = list(dict.fromkeys(claims))
        for claim in self.claims[number]:
            if type(claim) is abc.ABCMeta and claim.__module__ in ("abc", "collections.abc"):
                # A face cannot have such a base, whose metaclass is not the stand-ins'.
                claim.register(made)  # type: ignore[arg-type]
        is_own = own is not None or plain is not None
        if not is_own and self.claims[number] and not issubclass(made, BaseException):
            faces = [
                self.faces.get(base, kind) for base, kind in zip(new.bases, parents, strict=True)
            ]
            self._add_face(number, short, [made, *faces, *self.claims[number]])

    def _add_face(self, number: int, name: str, bases: list[type]) -> None:
        """Make the class that `__class__` gives, so that isinstance finds a library's class in it.

        No object of it exists, so nothing of the library's can run with a learner's attributes.
        """
        made = self.types[number]
        space = {each: type.__getattribute__(made, each) for each in ("__module__", "__qualname__")}
        space["_remote"] = facts_of(made)
        if plain := [each for each in PLAIN if any(each in type.mro(kind) for kind in bases)]:
            # An IntEnum is an int, although Python refuses the metaclass of Enum here.
            bases = [each for each in bases if type(each) in (type, RemoteType)] + plain
        with suppress(TypeError):
            # Refused where the library's class has a metaclass of its own, as an Enum has.
            self.faces[number] = _new_type(name, _without_bases_of_others(bases), space)

    def _add_object(self, new: NewObject) -> None:
        stand_in = _bare_object(self.types[new.kind])
        object.__setattr__(stand_in, "_remote", (self.link, new.number, new.facts or {}))
        self.objects[new.number] = stand_in
        self.kept.append(stand_in)


def _forwarded(name: str) -> Callable[..., Any]:
    def method(self: object, *args: object) -> Any:
        __tracebackhide__ = True
        return facts_of(self)[0].special(self, name, *args)

    method.__name__ = method.__qualname__ = name
    return method


def _called(self: object, *args: object, **kwargs: object) -> Any:
    __tracebackhide__ = True
    return facts_of(self)[0].ask("call", self, *args, **kwargs)


def _new_type(name: str, bases: Sequence[type], space: dict[str, Any]) -> RemoteType:
    """A class that stands for the other side's; class statements cannot make one."""
    new: Callable[..., RemoteType] = type.__new__
    return new(RemoteType, name, tuple(bases), space)


def _type_of_objects(
    name: str, parents: Sequence[type], own: type | None, space: dict[str, Any]
) -> RemoteType:
    """The type of stand-ins for the objects of a class, made of stand-ins' types only.

    A library's class among its bases would bring methods that run here with a learner's
    attributes. Only exceptions have one, for `except` looks at nothing else, and each special
    method of its is hidden. This is the one place where the types of stand-ins get their bases.
    """
    bases = list(parents) or [Remote]
    if own is not None and issubclass(own, BaseException):
        bases = [Remote, own]
        space = _hidden_methods(own) | space
    try:
        return _new_type(name, bases, space)
    except TypeError:
        # Bases that do not go together, or an exception with a metaclass of its own.
        return _new_type(name, [Remote], space)


KEPT_OF_CLASSES = words(
    "__module__ __qualname__ __doc__ __dict__ __weakref__ __slots__ __new__ __init__ "
    "__init_subclass__ __class_getitem__ __annotations__ __static_attributes__ __firstlineno__"
)
"""Names in a class that are not methods, or that Python calls only to make an object or class."""


def _hidden_methods(kind: type) -> dict[str, Callable[..., Any]]:
    """What hides the special methods that a library's exception and its bases define."""
    return {
        name: _hidden(name)
        for each in kind.__mro__
        if each.__module__ != "builtins"
        for name in vars(each)
        if name.startswith("__")
        and name.endswith("__")
        and name not in KEPT_OF_CLASSES
        # Remote defines these itself.
        and name not in vars(Remote)
    }


def _hidden(name: str) -> Callable[..., Any]:
    def method(self: object, *_: object, **__: object) -> Any:
        if name == "__getattr__":
            raise AttributeError("a learner's object has no attribute of this name")
        if name != "__del__":
            raise TypeError(f"{name} cannot be asked of a learner's exception")

    return method


def _bare_object(kind: type) -> Any:
    """Make an object of a stand-in's type without running a library's code, even for exceptions."""
    builtin = builtin_base(kind)
    is_group = issubclass(builtin, BaseExceptionGroup)
    return builtin.__new__(kind, *(("", [Exception()]) if is_group else ()))


def builtin_base(kind: type) -> Any:
    """The first class of Python's builtins that a class is derived from."""
    return next(each for each in type.mro(kind) if vars(builtins).get(each.__name__) is each)


def _without_bases_of_others(kinds: Sequence[type]) -> list[type]:
    """The classes that none of the others is derived from, in their order, each once."""
    found = list({id(each): each for each in kinds}.values())
    return [
        each
        for each in found
        if not any(each is base for other in found for base in type.mro(other)[1:])
    ]


BINDING = {("builtins", "function"), ("functools", "_lru_cache_wrapper")}
"""Types of functions that become methods in a class."""


def _bound(self: Any, owner: object, kind: type | None = None) -> Any:
    return self if owner is None else types.MethodType(self, owner)


def _await(self: object) -> Generator[Any, Any, Any]:
    yield from ()
    return facts_of(self)[0].ask("await", self)


def _array(self: object, dtype: Any = None, copy: bool | None = None) -> Any:
    found = facts_of(self)[0].special(self, "__array__")
    if is_remote(found):
        # numpy would ask it for an array again, and so on.
        raise TypeError("an array of this kind cannot be copied to the test; use its items")
    return found if dtype is None else found.astype(dtype)


TEXTS = ("str__", "repr__")
"""The ends of the names of special methods that Remote itself defines."""
