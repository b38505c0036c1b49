"""The messages between the learner's process and the examiner, and the operations they ask for.

Either side sends Requests and Answers. `parse` makes one of a header and its parts and refuses
unknown kinds, unknown or missing fields, and values of the wrong type or length: the learner's
process may have made up all of it. A Request names an operation by its kind ("get", "call"); its
arguments are packed values, and `parse_operation` checks them once they are unpacked. What the
values themselves may be is the matter of autograder.bridge.codec. docs/protocol.md lists all
messages.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, TypeAlias

from autograder.bridge.codec import Packed
from autograder.messages import Malformed, count, flag, integer, text

Header: TypeAlias = dict[str, Any]
"""The JSON form of a message."""

Tag: TypeAlias = list[Any]
"""How a value names an object of either side, such as ["object", "S", 5]."""

EXAMINER, LEARNER = "T", "S"
"""The sides, as tags name them: the test's and the student's."""

LONGEST_NAME = 200
LONGEST_TEXT = 20_000
"""Characters of a name and of an error's text."""

MOST_WARNINGS = 100
LONGEST_WARNING = 5_000
"""Warnings of one request, and characters of the text of each."""

LONGEST_OUTPUT = 2**20
"""Characters of one piece of output."""

MOST_LINES = 2**31
"""A line number is smaller."""


# Checks of one field


def _list(value: object) -> list[Any]:
    if type(value) is not list:
        raise Malformed("a field is no list")
    return value


def _integers(value: object) -> list[int]:
    """A list of ints, none of which is a bool."""
    for each in _list(value):
        if type(each) is not int:
            raise Malformed("a field is no list of whole numbers")
    return value  # type: ignore[return-value]


def _texts(value: object) -> list[str]:
    for each in _list(value):
        if type(each) is not str:
            raise Malformed("a field is no list of texts")
    return value  # type: ignore[return-value]


def _true(value: object) -> bool:
    """A field that is there to say yes."""
    if value is not True:
        raise Malformed("a field is not true")
    return True


def _tag(value: object) -> Tag:
    """A tag's form only; autograder.bridge.link says which object it names."""
    if type(value) is not list or not value or type(value[0]) is not str:
        raise Malformed("a field is no tag")
    return value


def _target(value: object) -> Tag:
    """The tag of an object or a class, with its side and its number."""
    kind, side, number = _items(value, 3)
    if kind not in ("object", "class") or side not in (EXAMINER, LEARNER):
        raise Malformed("a field names no object")
    integer(number)
    return value  # type: ignore[return-value]


def _items(value: object, how_many: int) -> list[Any]:
    if type(value) is not list or len(value) != how_many:
        raise Malformed("a field is no list of its length")
    return value


def _mapping(value: object, required: frozenset[str], more: frozenset[str]) -> dict[str, Any]:
    """A mapping with the required keys, and of others only some."""
    if type(value) is not dict or not required <= value.keys() <= required | more:
        raise Malformed("a field is no mapping with its keys")
    return value


def _cut(value: object, longest: int) -> str:
    """A text, cut to a length: an honest sender may have a longer one."""
    return text(value)[:longest]


# What a message introduces


@dataclass(frozen=True, slots=True)
class NewClass:
    """A class of the sender's that is named for the first time.

    `bases` are numbers of classes that were introduced before; `specials` are the special methods
    that its objects have.
    """

    number: int
    module: str
    name: str
    bases: list[int]
    specials: list[str]
    abstract: bool = False

    _REQUIRED: ClassVar = frozenset(("module", "name", "bases", "specials"))
    _MORE: ClassVar = frozenset(("abstract",))

    @classmethod
    def parse(cls, number: object, described: object) -> "NewClass":
        facts = _mapping(described, cls._REQUIRED, cls._MORE)
        return cls(
            integer(number),
            _cut(facts["module"], LONGEST_NAME),
            _cut(facts["name"], LONGEST_NAME),
            _integers(facts["bases"]),
            _texts(facts["specials"]),
            flag(facts.get("abstract", False)),
        )

    def item(self) -> list[Any]:
        """The JSON form."""
        described = {
            "module": self.module,
            "name": self.name,
            "bases": self.bases,
            "specials": self.specials,
        }
        return ["class", self.number, described | ({"abstract": True} if self.abstract else {})]


@dataclass(frozen=True, slots=True)
class NewObject:
    """An object of the sender's that is named for the first time; `kind` is its class's number.

    `facts` describe it: a module by its name, a function by name and first line.
    """

    number: int
    kind: int
    facts: dict[str, Any] | None = None

    @classmethod
    def parse(cls, number: object, kind: object, facts: object) -> "NewObject":
        return cls(integer(number), integer(kind), None if facts is None else _facts(facts))

    def item(self) -> list[Any]:
        """The JSON form."""
        return ["object", self.number, self.kind, self.facts]


def _facts(value: object) -> dict[str, Any]:
    facts = _mapping(value, frozenset(), frozenset(("module", "name", "line")))
    if facts.keys() == {"module"}:
        return {"module": _cut(facts["module"], LONGEST_NAME)}
    if facts.keys() == {"name", "line"}:
        return {"name": text(facts["name"]), "line": integer(facts["line"])}
    raise Malformed("these are no facts about an object")


def _new(value: object) -> list[NewClass | NewObject]:
    return [_introduced(each) for each in _list(value)]


def _introduced(value: object) -> NewClass | NewObject:
    kind, *facts = _list(value) or [None]
    if kind == "class" and len(facts) == 2:
        return NewClass.parse(*facts)
    if kind == "object" and len(facts) == 3:
        return NewObject.parse(*facts)
    raise Malformed("a field introduces nothing")


# Exceptions


@dataclass(frozen=True, slots=True)
class OwnError:
    """The receiver's own exception, which the sender only passes on, by its number."""

    number: int

    def header(self) -> Header:
        """The JSON form."""
        return {"yours": self.number}


@dataclass(frozen=True, slots=True)
class LearnerError:
    """An exception of the learner's code; its arguments are the values of the message.

    `about` is the name that an ImportError, NameError or AttributeError is about; `where` are the
    last lines of the notebook that its traceback shows.
    """

    kind: Tag
    object: Tag
    name: str
    text: str
    cause: Tag | None = None
    about: str | None = None
    where: str | None = None

    def header(self) -> Header:
        """The JSON form."""
        more = {"cause": self.cause, "about": self.about, "where": self.where}
        return {
            "class": self.kind,
            "object": self.object,
            "name": self.name,
            "text": self.text,
        } | {key: value for key, value in more.items() if value is not None}


@dataclass(frozen=True, slots=True)
class ExaminerError:
    """An exception of the test's: the name of its class, and its number. Its text stays here."""

    name: str
    number: int

    def header(self) -> Header:
        """The JSON form."""
        return {"name": self.name, "number": self.number}


Error: TypeAlias = OwnError | LearnerError | ExaminerError

_ERROR = frozenset(("class", "object", "name", "text"))
_MORE_OF_ERROR = frozenset(("cause", "about", "where"))


def _own_error(value: object) -> OwnError | None:
    if type(value) is dict and value.keys() == {"yours"}:
        return OwnError(integer(value["yours"]))
    return None


def _learner_error(value: object) -> Error:
    if (own := _own_error(value)) is not None:
        return own
    described = _mapping(value, _ERROR, _MORE_OF_ERROR)
    return LearnerError(
        _tag(described["class"]),
        _tag(described["object"]),
        _cut(described["name"], LONGEST_NAME),
        _cut(described["text"], LONGEST_TEXT),
        _tag(described["cause"]) if "cause" in described else None,
        _cut(described["about"], LONGEST_NAME) if "about" in described else None,
        _cut(described["where"], LONGEST_TEXT) if "where" in described else None,
    )


def _examiner_error(value: object) -> Error:
    if (own := _own_error(value)) is not None:
        return own
    described = _mapping(value, frozenset(("name", "number")), frozenset())
    return ExaminerError(_cut(described["name"], LONGEST_NAME), integer(described["number"]))


# What goes along with a message


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning of the learner's code.

    `tag` names the warning if it is of the learner's own class; `kinds` are the numbers of its
    classes. `module` and `line` are where it is attributed to.
    """

    tag: Tag | None
    kinds: list[int]
    text: str
    module: str
    line: int


def _warned(value: object) -> list[Warned]:
    if len(_list(value)) > MOST_WARNINGS:
        raise Malformed("too many warnings")
    return [_warning(*_items(each, 5)) for each in _list(value)]


def _warning(tag: object, kinds: object, said: object, module: object, line: object) -> Warned:
    if count(line) >= MOST_LINES:
        raise Malformed("a field is no line")
    return Warned(
        None if tag is None else _tag(tag),
        _integers(kinds),
        _cut(said, LONGEST_WARNING),
        text(module),
        line,  # type: ignore[arg-type]
    )


def _output(value: object) -> list[tuple[str, str]]:
    """Pieces of output: the stream and the text."""
    found = []
    for each in _list(value):
        name, said = _items(each, 2)
        if name not in ("stdout", "stderr"):
            raise Malformed("a field names no stream")
        found.append((name, _cut(said, LONGEST_OUTPUT)))
    return found


class Patch(NamedTuple):
    """What a test has put under a name of a module; `tree` is the packed value."""

    module: str
    name: str
    tree: Any


class Seeded(NamedTuple):
    """A test has seeded a module, "random" or "numpy"; `tree` is the packed seed."""

    module: str
    tree: Any


def _patches(value: object) -> list[Patch]:
    found = [_items(each, 3) for each in _list(value)]
    return [Patch(text(module), text(name), tree) for module, name, tree in found]


def _seeds(value: object) -> list[Seeded]:
    found = [_items(each, 2) for each in _list(value)]
    if not all(module in ("random", "numpy") for module, _ in found):
        raise Malformed("a field names no module with a seed")
    return [Seeded(module, tree) for module, tree in found]


def _errstate(value: object) -> dict[str, str]:
    kinds = frozenset(("divide", "over", "under", "invalid"))
    modes = _mapping(value, frozenset(), kinds)
    return {kind: text(mode) for kind, mode in modes.items()}


# Messages


@dataclass(frozen=True)
class Message:
    """What either side sends.

    `number` counts the sender's requests; an answer has the number of its request. `values` are
    the arguments, or the results, and after them the new state of the replicas in `changed`.
    `given` numbers those arguments or results that are one value on both sides from now on, 0 for
    others; `changed` and `drop` are numbers of replicas. The learner's side also tells what came of
    its code in the meantime: `out` was written, the names in `stale` stand for something else,
    data `files` or the `state` of the course's modules changed, `warned` are warnings.
    """

    number: int
    values: Sequence[Packed]
    given: Sequence[int] = ()
    changed: Sequence[int] = ()
    drop: Sequence[int] = ()
    new: Sequence[NewClass | NewObject] = ()
    out: Sequence[tuple[str, str]] = ()
    stale: Sequence[str] = ()
    files: bool = False
    state: bool = False
    warned: Sequence[Warned] | None = None


@dataclass(frozen=True)
class Request(Message):
    """Asks the other side for an operation on an object of its own, or on none.

    The last arguments are those under `keywords`. The examiner's side also says under which
    conditions the code is to run: `patch` is what the test has patched, `masked` allows masked
    arrays to cross, `seeds` have been set, `errstate` is numpy's, and `warnings` asks for warnings.
    """

    kind: str = ""
    keywords: Sequence[str] = ()
    target: Tag | None = None
    patch: Sequence[Patch] = ()
    masked: bool = False
    seeds: Sequence[Seeded] = ()
    errstate: Mapping[str, str] | None = None
    warnings: bool = False


@dataclass(frozen=True)
class Answer(Message):
    """The results of a request, or the exception that it has raised."""

    error: Error | None = None


class _Field(NamedTuple):
    name: str
    check: Callable[[Any], Any]


def _kind(value: object) -> str:
    if type(value) is not str or value not in OPERATIONS:
        raise Malformed("a request for nothing known")
    return value


_EVERY = {
    "n": _Field("number", integer),
    "values": _Field("values", _list),
    "given": _Field("given", _integers),
    "changed": _Field("changed", _integers),
    "drop": _Field("drop", _integers),
    "new": _Field("new", _new),
}
_REQUESTED = {
    "ask": _Field("kind", _kind),
    "keywords": _Field("keywords", _texts),
    "on": _Field("target", _target),
}
_OF_LEARNER = {
    "out": _Field("out", _output),
    "stale": _Field("stale", _texts),
    "files": _Field("files", _true),
    "state": _Field("state", _true),
    "warned": _Field("warned", _warned),
}
_OF_EXAMINER = {
    "patch": _Field("patch", _patches),
    "masked": _Field("masked", _true),
    "seeds": _Field("seeds", _seeds),
    "errstate": _Field("errstate", _errstate),
    "warnings": _Field("warnings", _true),
}

REQUESTS: dict[str, dict[str, _Field]] = {
    EXAMINER: _EVERY | _REQUESTED | _OF_EXAMINER,
    LEARNER: _EVERY | _REQUESTED | _OF_LEARNER,
}
ANSWERS: dict[str, dict[str, _Field]] = {
    EXAMINER: _EVERY | {"error": _Field("error", _examiner_error)},
    LEARNER: _EVERY | _OF_LEARNER | {"error": _Field("error", _learner_error)},
}
"""By the sender's side: the keys of a header, with the field and the check of each."""

_NEEDED_IN_REQUEST = frozenset(("n", "ask", "keywords", "values"))
_NEEDED_IN_ANSWER = frozenset(("n", "values"))


def parse(header: Header, parts: Sequence[bytes | bytearray], sender: str) -> Request | Answer:
    """The message of a side. Raises Malformed for whatever a sound sender would not write."""
    kind: type[Request | Answer]
    if "ask" in header:
        kind, fields, needed = Request, REQUESTS[sender], _NEEDED_IN_REQUEST
    else:
        kind, fields, needed = Answer, ANSWERS[sender], _NEEDED_IN_ANSWER
    if not needed <= header.keys():
        raise Malformed("a field is missing")
    found: dict[str, Any] = {}
    for key, value in header.items():
        if (field := fields.get(key)) is None:
            raise Malformed("a field is unknown")
        found[field.name] = field.check(value)
    found["values"] = values = _packed(found["values"], parts)
    before = len(values) - len(found.get("changed", ()))
    if before < len(found.get("keywords", ())):
        raise Malformed("values are missing")
    if (given := found.get("given")) and len(given) != before:
        raise Malformed("not a number for each value")
    # As the class would do it, without a call of object.__setattr__ for each of its fields; those
    # that are missing are the defaults in the class.
    message = object.__new__(kind)
    message.__dict__.update(found)
    return message


def _packed(trees: list[Any], parts: Sequence[bytes | bytearray]) -> list[Packed]:
    """The packed values of a message, each with its own parts."""
    found, start = [], 0
    for each in trees:
        # The checks are written out, because this is done for every value that crosses.
        if type(each) is not list or len(each) != 2:
            raise Malformed("a field is no value")
        tree, size = each
        if type(size) is not int or size < 0:
            raise Malformed("a field is no count")
        found.append(Packed(tree, parts[start : start + size]))
        start += size
    if start != len(parts):
        raise Malformed("not the parts of these values")
    return found


# Operations


def _name_of_attribute(value: object) -> str:
    """A text, or an object of a class derived from it, such as numpy's."""
    if not issubclass(type(value), str):
        raise TypeError("attribute name must be string")
    return value  # type: ignore[return-value]


def _argument(kinds: tuple[type, ...]) -> Callable[[object], Any]:
    """A check that an argument is exactly of one of these types."""

    def check(value: object) -> object:
        if type(value) not in kinds:
            raise TypeError("an argument of the wrong type")
        return value

    return check


_whole = _argument((int,))
_name = _argument((str,))
_name_or_none = _argument((str, type(None)))
_number_or_none = _argument((int, type(None)))
_dict = _argument((dict,))


def _any(value: object) -> object:
    return value


def _numbers(value: object) -> list[int]:
    if type(value) is not list:
        raise TypeError("an argument of the wrong type")
    return [_whole(each) for each in value]


@dataclass(frozen=True, slots=True)
class Operation:
    """What a request asks for.

    KIND is its name in the message and CHECKS has one check for each argument. RUNS says that it
    runs code of the owner's; after one that LINKS, arguments and results are one value on both
    sides.
    """

    KIND: ClassVar[str]
    CHECKS: ClassVar[tuple[Callable[[object], Any], ...]] = ()
    RUNS: ClassVar[bool] = True
    LINKS: ClassVar[bool] = False

    @classmethod
    def parse(cls, args: Sequence[object], keywords: Mapping[str, object]) -> "Operation":
        """The operation with these arguments. Raises TypeError for wrong ones."""
        if keywords or len(args) != len(cls.CHECKS):
            raise TypeError(f"{cls.KIND}: wrong number of arguments")
        return cls(*[check(each) for check, each in zip(cls.CHECKS, args, strict=True)])


@dataclass(frozen=True, slots=True)
class Get(Operation):
    """Read an attribute."""

    KIND, CHECKS, LINKS = "get", (_name_of_attribute,), True

    name: str


@dataclass(frozen=True, slots=True)
class Call(Operation):
    """Call the target."""

    KIND, LINKS = "call", True

    args: Sequence[object]
    keywords: Mapping[str, object]

    @classmethod
    def parse(cls, args: Sequence[object], keywords: Mapping[str, object]) -> "Call":
        return cls(args, keywords)


@dataclass(frozen=True, slots=True)
class Special(Operation):
    """Call a special method of the target's type."""

    KIND, LINKS = "special", True

    method: str
    args: Sequence[object]

    @classmethod
    def parse(cls, args: Sequence[object], keywords: Mapping[str, object]) -> "Special":
        if keywords or not args:
            raise TypeError("special: wrong number of arguments")
        return cls(_name(args[0]), args[1:])


@dataclass(frozen=True, slots=True)
class Set(Operation):
    """Set an attribute."""

    KIND, CHECKS, LINKS = "set", (_name_of_attribute, _any), True

    name: str
    value: object


@dataclass(frozen=True, slots=True)
class Delete(Operation):
    """Delete an attribute."""

    KIND, CHECKS = "del", (_name_of_attribute,)

    name: str


@dataclass(frozen=True, slots=True)
class Dir(Operation):
    """List the target's attributes."""

    KIND = "dir"


@dataclass(frozen=True, slots=True)
class Copy(Operation):
    """Copy the target."""

    KIND, LINKS = "copy", True


@dataclass(frozen=True, slots=True)
class DeepCopy(Operation):
    """Copy the target with all that is in it."""

    KIND, LINKS = "deepcopy", True


@dataclass(frozen=True, slots=True)
class Plain(Operation):
    """Copy the target without its class; say which names of that copy's class it defines itself."""

    KIND, RUNS, LINKS = "plain", False, True


@dataclass(frozen=True, slots=True)
class Await(Operation):
    """Run the target, a coroutine, to its end."""

    KIND, LINKS = "await", True


@dataclass(frozen=True, slots=True)
class Send(Operation):
    """Call a method of the target, a generator: "send" or "throw"."""

    KIND, LINKS = "send", True

    method: str
    args: Sequence[object]

    @classmethod
    def parse(cls, args: Sequence[object], keywords: Mapping[str, object]) -> "Send":
        if keywords or not args or args[0] not in ("send", "throw"):
            raise TypeError("send: wrong arguments")
        return cls(_name(args[0]), args[1:])


@dataclass(frozen=True, slots=True)
class ImportModule(Operation):
    """Import a module in the learner's process."""

    KIND, CHECKS = "module", (_name,)

    name: str


class _OfNotebook(Operation):
    """Runs no code of the learner's."""

    __slots__ = ()
    RUNS = False


@dataclass(frozen=True, slots=True)
class Name(_OfNotebook):
    """Say what a name of the notebook stands for.

    `have` is the number of the replica that the examiner has of it. `module` and `attribute` say
    where the examiner has the value itself, if it is what the instructor imports.
    """

    KIND, CHECKS = "name", (_name, _number_or_none, _name_or_none, _name)

    name: str
    have: int | None
    module: str | None
    attribute: str


@dataclass(frozen=True, slots=True)
class Names(_OfNotebook):
    """List the names of the notebook."""

    KIND = "names"


@dataclass(frozen=True, slots=True)
class Bind(_OfNotebook):
    """Give a name of the notebook a value of the test's."""

    KIND, CHECKS = "bind", (_name, _any)

    name: str
    value: object


@dataclass(frozen=True, slots=True)
class Unbind(_OfNotebook):
    """Delete a name of the notebook."""

    KIND, CHECKS = "unbind", (_name,)

    name: str


@dataclass(frozen=True, slots=True)
class Update(_OfNotebook):
    """Take over a replica that the test has changed."""

    KIND, CHECKS = "update", (_whole, _any)

    number: int
    value: object


@dataclass(frozen=True, slots=True)
class Keep(_OfNotebook):
    """A test cell has ended: keep only the objects with these numbers for the examiner."""

    KIND, CHECKS = "keep", (_numbers,)

    numbers: list[int]


@dataclass(frozen=True, slots=True)
class Files(_OfNotebook):
    """Send the data files that have changed."""

    KIND = "files"


@dataclass(frozen=True, slots=True)
class Store(_OfNotebook):
    """Take over data files of the test's."""

    KIND, CHECKS = "store", (_dict,)

    files: Mapping[str, bytes | None]


@dataclass(frozen=True, slots=True)
class State(_OfNotebook):
    """Send the state of the course's modules."""

    KIND = "state"


@dataclass(frozen=True, slots=True)
class Restore(_OfNotebook):
    """Take over the state of the course's modules."""

    KIND, CHECKS = "restore", (_dict,)

    state: Mapping[str, Any]


OPERATIONS: dict[str, type[Operation]] = {
    each.KIND: each
    for each in (
        *(Get, Call, Special, Set, Delete, Dir, Copy, DeepCopy, Plain, Await, Send, ImportModule),
        *(Name, Names, Bind, Unbind, Update, Keep, Files, Store, State, Restore),
    )
}
"""Every operation, by its kind."""


def parse_operation(kind: str, args: Sequence[object], keywords: Mapping[str, object]) -> Operation:
    """The operation that a request asks for. Raises PermissionError for an unknown one."""
    if (operation := OPERATIONS.get(kind)) is None:
        raise PermissionError(f"{kind} cannot be asked")
    return operation.parse(args, keywords)
