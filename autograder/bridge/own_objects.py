"""The objects and classes of one side that the other names: held by number, described once."""

import inspect
import types
from typing import Any

from autograder.bridge import proxy
from autograder.bridge.codec import Forgotten, Refused
from autograder.bridge.messages import LONGEST_NAME, NewClass, NewObject


class OwnObjects:
    """What one side holds for the other."""

    def __init__(self) -> None:
        self.held: dict[int, object] = {}
        # By id of the object.
        self.numbers: dict[int, int] = {}
        self.last = 0
        self.types: dict[int, type] = {}
        self.type_numbers: dict[type, int] = {}
        # Numbers of objects that have been described, and descriptions for the next message.
        self.announced: set[int] = set()
        self.pending: list[list[Any]] = []

    def number(self, value: object, *, tell: bool = True) -> int:
        """Hold an object, under the same number as before if it is held."""
        number = self.numbers.get(id(value))
        if number is None:
            self.last += 1
            number = self.numbers[id(value)] = self.last
            self.held[number] = value
        if tell and number not in self.announced:
            self.announced.add(number)
            kind = self.type_number(type(value))
            self.pending.append(NewObject(number, kind, _facts(value)).item())
        return number

    def forget(self, keep: set[int]) -> None:
        """Let go of the objects that the other side no longer uses."""
        for number in set(self.held) - keep:
            self.numbers.pop(id(self.held.pop(number)), None)
            self.announced.discard(number)

    def forget_unannounced(self, number: int) -> None:
        """Let go of an object that has crossed as a copy only."""
        if number in self.held and number not in self.announced:
            self.numbers.pop(id(self.held.pop(number)), None)

    def replace(self, number: int, value: object) -> None:
        """Hold another object under a number, if one is held under it."""
        if number in self.held:
            self.numbers.pop(id(self.held[number]), None)
            self.held[number] = value
            self.numbers[id(value)] = number

    def type_number(self, kind: type) -> int:
        """The number of a class, which is described with its bases when it gets one."""
        number = self.type_numbers.get(kind)
        if number is None:
            number = self.type_numbers[kind] = len(self.type_numbers) + 1
            self.types[number] = kind
            bases = [] if proxy.is_library(kind) else [b for b in kind.__bases__ if b is not object]
            specials = [name for name in proxy.SPECIALS if _has(kind, name)]
            specials += ["__await__"] if _has(kind, "__await__") else []
            # PIL images expose __array_interface__ instead of __array__.
            is_array = _has(kind, "__array_interface__") or issubclass(kind, memoryview)
            specials += ["__array__"] if is_array else []
            described = NewClass(
                number,
                str(kind.__module__)[:LONGEST_NAME],
                kind.__qualname__[:LONGEST_NAME],
                [self.type_number(base) for base in bases],
                specials,
                inspect.isabstract(kind),
            )
            self.pending.append(described.item())
        return number

    def find(self, number: int) -> object:
        """The object with a number."""
        if number not in self.held and type(number) is int and 0 < number <= self.last:
            raise Forgotten("no longer held")
        return self.held[number]

    def named_tuple(self, number: int, fields: list[str]) -> type:
        """A class of tuples with these fields."""
        own = self.types[number]
        if own.__bases__ != (tuple,) or getattr(own, "_fields", None) != tuple(fields):
            raise Refused("no named tuple")
        return own


def _facts(value: object) -> dict[str, Any] | None:
    """Describe an object for the other side: a function by its line, a module by its name."""
    if isinstance(value, types.ModuleType):
        return {"module": str(value.__name__)[:LONGEST_NAME]}
    code = getattr(value, "__code__", None) if isinstance(value, types.FunctionType) else None
    return {"name": code.co_name, "line": code.co_firstlineno} if code else None


def _has(kind: type, name: str) -> bool:
    return any(
        vars(each).get(name) is not None for each in type.mro(kind)[:-1] if name in vars(each)
    )
