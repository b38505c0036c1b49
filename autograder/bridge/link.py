"""One end of the protocol between the learner's process and the examiner.

A Link holds the objects of its side and has stand-ins for those of the other. A request to a
stand-in (an attribute, a call, an item) goes to the owner of the object, and the result comes back
under the rules of autograder.bridge.codec. The subclass for each side decides what the other may
ask for, and what it believes.
"""

import abc
import asyncio
import builtins
import copy
import inspect
import select
import time
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, ClassVar, NoReturn, TypeAlias
from weakref import WeakValueDictionary

import numpy as np

from autograder.bridge import proxy
from autograder.bridge.codec import (
    Forgotten,
    Packed,
    Packer,
    Refused,
    Room,
    Snapshot,
    Unpacker,
    new_named,
)
from autograder.bridge.messages import (
    LONGEST_NAME,
    LONGEST_TEXT,
    OPERATIONS,
    Answer,
    Await,
    Call,
    Copy,
    DeepCopy,
    Delete,
    Dir,
    Error,
    ExaminerError,
    Get,
    Header,
    LearnerError,
    Message,
    NewClass,
    NewObject,
    Operation,
    OwnError,
    Request,
    Send,
    Set,
    Special,
    Tag,
    parse,
    parse_operation,
)
from autograder.bridge.proxy import (
    BINDING,
    PLAIN,
    TEXTS,
    Remote,
    RemoteType,
    _array,
    _await,
    _bare_object,
    _bound,
    _called,
    _forwarded,
    _new_type,
    _type_of_objects,
    _without_bases_of_others,
    facts_of,
    is_library,
    is_remote,
    isinstance_exactly,
)
from autograder.bridge.replicas import Replica, Replicas
from autograder.channel import Channel, ChannelError, TooLarge

MOST_TYPES = 2000
MOST_OBJECTS = 1_000_000
"""Classes and objects of the other side that one side knows."""

ENDS = (KeyboardInterrupt, GeneratorExit, asyncio.CancelledError)
"""BaseExceptions of a request that are sent back as its error, like Exceptions."""


class Lost(BaseException):
    """The other side has gone, is late, or sends nonsense. No test catches it: no Exception."""


class Results(list[Any]):
    """The results of a request that has several."""


Handler: TypeAlias = Callable[[Any, Any, Any], object]
"""Performs an operation: gets the link, the target and the operation."""


class Link:
    """One end: holds its objects, has stand-ins for the other's, sends and performs requests."""

    side = ""

    def __init__(self, channel: Channel):
        self.channel = channel
        self.held: dict[int, object] = {}
        self.numbers: dict[int, int] = {}
        self.announced: set[int] = set()
        self.types: dict[int, type] = {}
        self.type_numbers: dict[type, int] = {}
        self.pending: list[list[Any]] = []
        self.theirs: WeakValueDictionary[int, Any] = WeakValueDictionary()
        self.kept: list[object] = []
        self.their_types: dict[int, RemoteType] = {}
        # By number of a class: the library's classes that it derives from, and the class that an
        # object's `__class__` gives where there are some.
        self.claims: dict[int, list[type]] = {}
        self.faces: dict[int, RemoteType] = {}
        self.named: dict[int, type] = {}
        self.named_tags: dict[type, Tag] = {}
        self.replicas = Replicas()
        # Replicas that have changed here, as they are now: they go with the next message.
        self.changed_replicas: list[tuple[int, Packed]] = []
        # What packed the last argument of a request, and what unpacked the last value that came.
        self.given: Packer | None = None
        self.received: Unpacker | None = None
        self.dropped: list[int] = []
        self.count = 0
        self.last = 0
        self.their_last = 0

    # What each side decides for itself.

    def deadline(self) -> float | None:
        """The time (of time.monotonic) until which to wait for an answer; None waits for ever."""
        return None

    def attribute(self, stand_in: object, name: str) -> object:
        return self.ask("get", stand_in, name)

    def class_of(self, stand_in: object) -> type:
        """The class that `__class__` gives, and that isinstance therefore finds."""
        return type(stand_in)

    def library_class(self, described: Mapping[str, Any]) -> type | None:
        """This side's class that an object of the other side may claim to be of; None if none."""
        return None

    def plain_class(self, described: Mapping[str, Any]) -> type | None:
        """This side's class of that description, if it is a plain class or derived from one."""
        return None

    def is_taken_for(self, cls: type, other: object) -> bool:
        """Whether a class of the other side equals a class of this one."""
        return False

    def special(self, stand_in: object, name: str, *args: object) -> Any:
        __tracebackhide__ = True
        if name == "__exit__":
            # Without the traceback: Python 3.11 throws it into the generator of a
            # @contextmanager, which takes no stand-in for one.
            args = (*args[:2], None)
        return self.ask("special", stand_in, name, *args)

    def permit(self, request: Request, target: object, args: Sequence[object]) -> None:
        """Raise PermissionError when the other side may not ask this."""

    def extras(self) -> Header:
        """Header fields for every request."""
        return {}

    def apply_updates(self, message: Message) -> None:
        """Act on the fields of a message other than its values."""

    def lost(self, fault: Exception) -> NoReturn:
        raise Lost(str(fault)) from None

    # Names for objects.

    def refer(self, value: object) -> Tag:
        """The tag of an object that does not cross by value."""
        if tag := self.known(value):
            return tag
        if isinstance_exactly(value, type):
            return ["class", self.side, self._type_number(value)]  # type: ignore[arg-type]
        return ["object", self.side, self.number(value)]

    def known(self, value: object) -> Tag | None:
        """The tag of an object that is named even if it is plain data; None for any other."""
        return self.stand_in(value)

    def known_in_result(self, value: object) -> Tag | None:
        """Like `known`, for the result of a request."""
        return self.known(value)

    def stand_in(self, value: object) -> Tag | None:
        """The tag of a stand-in."""
        kind = type(value)
        if issubclass(kind, RemoteType):
            return ["class", _other_side(self.side), facts_of(value)[1]]
        if issubclass(kind, Remote):
            return ["object", _other_side(self.side), facts_of(value)[1]]
        return self.named_tags.get(value) if kind is type else None  # type: ignore[call-overload]

    def number(self, value: object, *, tell: bool = True) -> int:
        """Hold an object, under the same number as before if it is held."""
        number = self.numbers.get(id(value))
        if number is None:
            self.last += 1
            number = self.numbers[id(value)] = self.last
            self.held[number] = value
        if tell and number not in self.announced:
            self.announced.add(number)
            kind = self._type_number(type(value))
            self.pending.append(NewObject(number, kind, self.facts(value)).item())
        return number

    def facts(self, value: object) -> dict[str, Any] | None:
        """Describe an object for the other side: a function by its line, a module by its name."""
        if isinstance(value, types.ModuleType):
            return {"module": str(value.__name__)[:LONGEST_NAME]}
        code = getattr(value, "__code__", None) if isinstance(value, types.FunctionType) else None
        return {"name": code.co_name, "line": code.co_firstlineno} if code else None

    def forget(self, keep: set[int]) -> None:
        """Let go of the objects that the other side no longer uses."""
        for number in set(self.held) - keep:
            self.numbers.pop(id(self.held.pop(number)), None)
            self.announced.discard(number)

    def _type_number(self, kind: type) -> int:
        number = self.type_numbers.get(kind)
        if number is None:
            number = self.type_numbers[kind] = len(self.type_numbers) + 1
            self.types[number] = kind
            bases = [] if is_library(kind) else [b for b in kind.__bases__ if b is not object]
            specials = [name for name in proxy.SPECIALS if _has(kind, name)]
            specials += ["__await__"] if _has(kind, "__await__") else []
            # PIL images expose __array_interface__ instead of __array__.
            is_array = _has(kind, "__array_interface__") or issubclass(kind, memoryview)
            specials += ["__array__"] if is_array else []
            described = NewClass(
                number,
                str(kind.__module__)[:LONGEST_NAME],
                kind.__qualname__[:LONGEST_NAME],
                [self._type_number(base) for base in bases],
                specials,
                inspect.isabstract(kind),
            )
            self.pending.append(described.item())
        return number

    def packed(self, value: object) -> Packed:
        """Pack a value in full, even if the other side has a copy of it."""
        return Packer(self.refer, self.stand_in).packed(value)

    def packer(self, before: Packer | None = None) -> Packer:
        """The Packer for an argument of a request."""
        return Packer(self.refer, self.known, before)

    def unpacker(self, packed: Packed, before: Unpacker | None = None) -> Unpacker:
        """The Unpacker for an argument of the other side's request."""
        return Unpacker(packed, self.find, before)

    def agree(self, number: int, value: object, crossed: Packer | Unpacker | None) -> Replica:
        """Take note of a value that both sides have from now on; `crossed` is what moved it."""
        if crossed is not None:
            self.close(crossed.closed)
        if crossed is not None and crossed.is_whole:
            snapshot = Snapshot(crossed.watched, self.packed)
        else:
            snapshot = self.snapshot(value)
        changeable = crossed.own() if crossed is not None else []
        made = self.replicas.agree(number, value, changeable, snapshot)
        made.size = max(crossed.size, 8 * crossed.items) if crossed is not None else made.size
        return made

    def close(self, values: Sequence[object]) -> None:
        """Take note of values in which the other side may put no reference later."""

    def is_closed(self, value: object) -> bool:
        """Whether the other side may put no reference in a value."""
        return False

    def next_number(self, value: object) -> int:
        """A number for a value that both sides are to have."""
        raise NotImplementedError

    def link(self, numbers: Any, values: Sequence[Any], crossed: Sequence[Any]) -> None:
        """Take note of the values of a message that have numbers: they are linked from now on."""
        for number, value, each in zip(numbers, values, crossed, strict=True):
            if number:
                self.agree(number, value, each).is_linked = True

    def _numbers(self, what: str, values: Sequence[Any], packers: Sequence[Packer]) -> list[int]:
        """Numbers for the values of a message that can be changed in place, and 0 for others.

        A tuple that is new to the other side gets one too, so that it stays the same object there.
        """
        if what not in LINKING:
            return []
        return [
            self.next_number(value) if packer.own() or self._is_new_tuple(value) else 0
            for value, packer in zip(values, packers, strict=True)
        ]

    def _is_new_tuple(self, value: object) -> bool:
        return type(value) is tuple and len(value) > 0 and self.replicas.place(value) is None

    def release(self, numbers: Any) -> None:
        """Let go of replicas: from now on the copies are two values."""
        for number in numbers:
            self.replicas.release(number)

    def snapshot(self, value: object) -> Snapshot:
        """The state of a value, to see later whether it has changed."""
        packer = Packer(lambda _: ["object"], self.stand_in)
        packer.packed(value)
        return Snapshot(packer.watched, self.packed)

    def address(self, value: object) -> Tag | None:
        """Where the other side has its copy of a value."""
        found = self.replicas.place(value)
        return None if found is None else [*found]

    def part(self, number: object, place: object) -> object:
        """The value that the other side names by this address."""
        return self.replicas.part(number, place)

    def find(self, tag: Tag) -> object:
        """The object behind a tag that came from the other side."""
        kind, *address = tag
        if kind == "part":
            return self.part(*address)
        if kind == "named":
            return self._named(*address)
        side, number = address
        if kind == "class":
            return self.types[number] if side == self.side else self.their_class(number)
        if kind == "object":
            return self._own_object(number) if side == self.side else self.their_object(number)
        raise Refused("no such tag")

    def _own_object(self, number: int) -> object:
        if number not in self.held and type(number) is int and 0 < number <= self.last:
            raise Forgotten("no longer held")
        return self.held[number]

    def their_object(self, number: int) -> object:
        if (found := self.theirs.get(number)) is not None:
            return found
        if type(number) is int and 0 < number <= self.their_last:
            raise Forgotten("no longer known")
        raise Refused("no such object")

    def their_class(self, number: int) -> type:
        found = self.their_types[number]
        return self.library_class(facts_of(found)[2]) or self.faces.get(number, found)

    def _named(self, tag: Tag, fields: list[str]) -> type:
        _, side, number = tag
        if side == self.side:
            own = self.types[number]
            if own.__bases__ != (tuple,) or getattr(own, "_fields", None) != tuple(fields):
                raise Refused("no named tuple")
            return own
        if number not in self.named:
            name = self.their_types[number].__qualname__.rpartition(".")[2]
            self.named[number] = new_named(name, fields)
            self.named_tags[self.named[number]] = list(tag)
        return self.named[number]

    def _introduced(self, introduced: Sequence[NewClass | NewObject]) -> None:
        """Make stand-ins for what the other side names for the first time."""
        for new in introduced:
            if isinstance(new, NewClass):
                self._new_class(new)
            elif len(self.theirs) > MOST_OBJECTS:
                raise Refused("too many objects")
            else:
                self.their_last = max(self.their_last, new.number)
                self._new_object(new)

    def _new_class(self, new: NewClass) -> None:
        number, module, name = new.number, new.module, new.name
        if len(self.their_types) > MOST_TYPES or number in self.their_types:
            raise Refused("too many types")
        facts = {"module": module, "name": name, "abstract": new.abstract}
        space: dict[str, Any] = {"__module__": module, "__qualname__": name}
        space["_remote"] = (self, number, facts)
        specials = [special for special in new.specials if special in proxy.SPECIALS]
        space |= {special: _forwarded(special) for special in specials if special[2:] not in TEXTS}
        ours = {"__call__": _called, "__await__": _await, "__array__": _array}
        space |= {special: made for special, made in ours.items() if special in new.specials}
        if (module, name) in BINDING:
            space["__get__"] = _bound
        space.setdefault("__hash__", Remote.__hash__)
        parents = [self.their_types[base] for base in new.bases]
        own = self.library_class(facts)
        claims = [own] if own else [each for base in new.bases for each in self.claims[base]]
        if (plain := self.plain_class(facts)) is not None:
            claims = [plain]
        short = name.rpartition(".")[2] or "object"
        made = _type_of_objects(short, parents, own, space)
        self.their_types[number] = made
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
        made = self.their_types[number]
        space = {each: type.__getattribute__(made, each) for each in ("__module__", "__qualname__")}
        space["_remote"] = facts_of(made)
        if plain := [each for each in PLAIN if any(each in type.mro(kind) for kind in bases)]:
            # An IntEnum is an int, although Python refuses the metaclass of Enum here.
            bases = [each for each in bases if type(each) in (type, RemoteType)] + plain
        with suppress(TypeError):
            # Refused where the library's class has a metaclass of its own, as an Enum has.
            self.faces[number] = _new_type(name, _without_bases_of_others(bases), space)

    def _new_object(self, new: NewObject) -> None:
        stand_in = _bare_object(self.their_types[new.kind])
        object.__setattr__(stand_in, "_remote", (self, new.number, new.facts or {}))
        self.theirs[new.number] = stand_in
        self.kept.append(stand_in)

    # Send requests.

    def ask(self, what: str, target: object = None, *args: object, **kwargs: object) -> Any:
        """Have the other side do something; its result, or its exception raised here."""
        __tracebackhide__ = True
        self.count += 1
        mine = self.count
        packer: Packer | None = None
        packers: list[Packer] = []
        packed = []
        values = [*args, *kwargs.values()]
        for value in values:
            packers.append(packer := self.packer(packer))
            packed.append(packer.packed(value))
        header: Header = {"n": mine, "ask": what, "keywords": list(kwargs), **self.extras()}
        if target is not None:
            header["on"] = self.refer(target)
        numbers = self._numbers(what, values, packers)
        try:
            packed += self._add_changes(header)
            self._send(header | _linked(numbers), packed)
            if any(numbers):
                self.link(numbers, values, packers)
            found, error = self._answer_to(mine)
        except TooLarge:
            self.let_go(header.get("changed", []))
            raise ValueError("the arguments are too large together") from None
        finally:
            self.given = packer
        if error is None:
            return found
        try:
            raise error
        finally:
            # Break the cycle of the error, its traceback, and this frame.
            del error

    def _add_changes(self, header: Header) -> list[Packed]:
        """Add the numbers of changed replicas to a header; return their new state, packed."""
        changes = self.changes()
        if changes:
            header["changed"] = [number for number, _ in changes]
        return [packed for _, packed in changes]

    def let_go(self, numbers: list[int]) -> None:
        """Let go of replicas that the other side knows as they were, and have it do likewise."""
        self.release(numbers)
        self.dropped += numbers

    def _answer_to(self, mine: int) -> tuple[object, BaseException | None]:
        while True:
            try:
                message = self._received(self.deadline())
                if isinstance(message, Answer):
                    if message.number == mine:
                        return self._understood(message)
                    if not 0 < message.number < mine:
                        raise Refused("an answer to nothing")
                    continue
            except Forgotten:
                raise RuntimeError(FORGOTTEN) from None
            except Exception as fault:
                # Whatever cannot be understood is no answer of a sound process.
                self.lost(fault)
            self._answer(message)

    def _received(self, deadline: float | None) -> Request | Answer:
        """The next message of the other side."""
        with Room():
            header, parts = self.channel.receive(deadline)
        message = parse(header, parts, _other_side(self.side))
        self.apply_updates(message)
        self._introduced(message.new)
        return message

    def _understood(self, answer: Answer) -> tuple[object, BaseException | None]:
        results = self.follow(answer)
        unpackers = [Unpacker(each, self.find) for each in results]
        found = [each.unpacked() for each in unpackers]
        self.received = unpackers[-1] if unpackers else None
        if answer.given:
            self.link(answer.given, found, unpackers)
        if answer.error is not None:
            return None, self.their_error(answer.error, found)
        if not found:
            raise Refused("no result")
        return found[0] if len(found) == 1 else found, None

    def follow(self, message: Message) -> Sequence[Packed]:
        """Change the replicas that a message tells of; the other values of the message."""
        if not message.changed:
            return message.values
        start = len(message.values) - len(message.changed)
        for number, new in zip(message.changed, message.values[start:], strict=True):
            unpacker = Unpacker(new, self.find, old=self.old, is_closed=self.is_closed)
            value = unpacker.unpacked()
            self.close(unpacker.closed)
            self.changed(number, value, unpacker)
        return message.values[:start]

    def changed(self, number: int, value: object, unpacker: Unpacker) -> None:
        """The other side has changed a replica; unpacking has changed it here, if it could be."""
        if number in self.replicas.by_number:
            self.agree(number, value, unpacker)

    def old(self, address: Tag) -> object:
        """The part of a replica that is to be changed in place."""
        return self.part(*address)

    def their_error(self, described: Error, args: Sequence[Any]) -> Any:
        """The exception that an answer describes."""
        if isinstance(described, OwnError):
            own = self.held.get(described.number)
            return own if isinstance(own, BaseException) else RuntimeError("no such error")
        if isinstance(described, ExaminerError):
            raise Refused("no exception of this side's kind")
        error: Any
        kind: Any = self.find(described.kind)
        if not isinstance_exactly(kind, type) or not issubclass(kind, Exception | SystemExit):
            return RuntimeError(f"{described.name}: {described.text}"[:LONGEST_TEXT])
        is_builtin = vars(builtins).get(kind.__name__) is kind
        if is_builtin:
            try:
                error = kind(*args)
            except Exception:
                error = RuntimeError(f"{described.name}: {described.text}"[:LONGEST_TEXT])
        else:
            error = self.find(described.object)
            if not isinstance_exactly(error, Exception) or not is_remote(error):
                raise Refused("no exception")
            object.__setattr__(error, "args", tuple(args))
            facts_of(error)[2]["text"] = described.text
        if described.cause is not None:
            cause = self.find(described.cause)
            error.__cause__ = cause if isinstance_exactly(cause, BaseException) else None
        if described.about is not None and hasattr(error, "name"):
            error.name = described.about
        if described.where:
            error.add_note(described.where)
        return error

    def text(self, stand_in: object, name: str) -> str:
        """str() or repr() of a stand-in."""
        if name == "__str__" and "text" in (facts := facts_of(stand_in)[2]):
            own: str = facts["text"]
            return own
        found = self.ask("special", stand_in, name)
        return str(found)[:LONGEST_TEXT] if type(found) is str else "<not a text>"

    def _send(self, header: Header, packed: Sequence[Packed]) -> None:
        pending, self.pending = self.pending, []
        header["values"] = [[each.tree, len(each.parts)] for each in packed]
        if pending:
            header["new"] = pending
        header |= self.drops()
        try:
            # json.dumps recurses for nested lists.
            with Room():
                self.channel.send(
                    header, [part for each in packed for part in each.parts], self.deadline()
                )
        except TooLarge:
            self.pending = pending
            raise
        except ChannelError as fault:
            self.lost(fault)
        # Only now, because a message that is too large is never sent.
        self.dropped = []

    # Perform requests.

    def is_asked(self, seconds: float = 0) -> bool:
        """Whether a message comes within so many seconds."""
        return bool(select.select([self.channel.sock], [], [], seconds)[0])

    def answer_one(self) -> None:
        """Answer a request that is waiting on the channel.

        A late answer is passed over: an interrupted cell has not waited for it.
        """
        try:
            message = self._received(time.monotonic() + 10)
            if isinstance(message, Answer):
                if not 0 < message.number <= self.count:
                    raise Refused("an answer to nothing")
                return
        except Exception as fault:
            self.lost(fault)
        self._answer(message)

    def _answer(self, request: Request) -> None:
        reply: Header = {"n": request.number}
        results: Sequence[object]
        what = ""
        try:
            values = self._values_of(request)
            args = values[: len(values) - len(request.keywords)]
            kwargs = dict(zip(request.keywords, values[len(args) :], strict=True))
            target = self.find(request.target) if request.target is not None else None
            self.permit(request, target, args)
            with self.performing(request):
                result = self.perform(request.kind, target, *args, **kwargs)
                what = request.kind
                results = result if isinstance_exactly(result, Results) else [result]  # type: ignore[assignment]
        except (Exception, SystemExit, *ENDS) as raised:
            error, results = self.my_error(raised)
            reply["error"] = error.header()
        # The other side changes its values before it unpacks the results.
        self.settle(results)
        packers = [Packer(self.refer, self.known_in_result) for _ in results]
        answers = [
            each if isinstance(each, Packed) else packer.packed(each)
            for each, packer in zip(results, packers, strict=True)
        ]
        numbers = self._numbers(what, results, packers)
        answers += self._add_changes(reply)
        reply |= self.answer_fields() | _linked(numbers)
        try:
            self._send(reply, answers)
            if any(numbers):
                self.link(numbers, results, packers)
        except TooLarge:
            reply.pop("given", None)
            self.let_go(reply.pop("changed", []))
            reply |= self.drops()
            error, results = self.my_error(ValueError("the result is too large"))
            reply["error"] = error.header()
            self._send(reply, [Packer(self.refer).packed(result) for result in results])

    def _values_of(self, request: Request) -> list[Any]:
        """The arguments of a request. If they are not understood, they are two values."""
        values: list[Any] = []
        unpackers: list[Unpacker] = []
        try:
            for each in self.follow(request):
                unpackers.append(self.unpacker(each, unpackers[-1] if unpackers else None))
                values.append(unpackers[-1].unpacked())
            if request.given:
                self.link(request.given, values, unpackers)
        except BaseException:
            self.let_go([*filter(None, request.given), *request.changed])
            raise
        self.received = unpackers[-1] if unpackers else None
        return values

    def settle(self, results: Sequence[Any]) -> None:
        """Before results are packed: see what has changed."""

    def drops(self) -> Header:
        """The numbers of replicas of which the other side is to let go."""
        return {"drop": self.dropped} if self.dropped else {}

    @contextmanager
    def performing(self, request: Request) -> Iterator[None]:
        """The context in which a request is performed."""
        yield

    def answer_fields(self) -> Header:
        """Header fields for every answer."""
        return {}

    def changes(self) -> list[tuple[int, Packed]]:
        """Replicas, by number, that have changed since both sides agreed."""
        found, self.changed_replicas = self.changed_replicas, []
        return found

    def my_error(self, error: BaseException) -> tuple[Error, list[object]]:
        """The description of an exception for the other side, and its arguments."""
        if (own := _passed_on(error)) is not None:
            return own, []
        about = None
        if isinstance(error, ImportError | NameError | AttributeError) and error.name:
            about = str(error.name)
        described = LearnerError(
            kind=self.refer(type(error)),
            object=self.refer(error),
            name=type(error).__name__[:LONGEST_NAME],
            text=text_of(error),
            cause=None if error.__cause__ is None else self.refer(error.__cause__),
            about=about,
        )
        args = list(error.args)
        if isinstance(error, OSError) and error.filename is not None and len(args) == 2:
            # OSError keeps the file name in an attribute of its own.
            args.append(error.filename)
        return described, args

    handlers: ClassVar[Mapping[type[Operation], Handler]]
    """What performs each operation that this side may be asked for."""

    def perform(self, what: str, target: Any, *args: Any, **kwargs: Any) -> object:
        """Do what the other side asks."""
        operation = parse_operation(what, args, kwargs)
        handler = self.handlers.get(type(operation))
        if handler is None:
            raise PermissionError(f"{what} cannot be asked")
        return handler(self, target, operation)


# What performs the operations on an object


def _get(link: Link, target: Any, operation: Get) -> object:
    return getattr(target, operation.name)


def _call(link: Link, target: Any, operation: Call) -> object:
    return target(*operation.args, **operation.keywords)


def _special(link: Link, target: Any, operation: Special) -> object:
    if operation.method == "__array__":
        return np.asarray(target)
    return getattr(type(target), operation.method)(target, *operation.args)


def _set(link: Link, target: Any, operation: Set) -> None:
    setattr(target, operation.name, operation.value)


def _delete(link: Link, target: Any, operation: Delete) -> None:
    delattr(target, operation.name)


def _dir(link: Link, target: Any, operation: Dir) -> object:
    return dir(target)


def _copy(link: Link, target: Any, operation: Copy) -> object:
    return copy.copy(target)


def _deepcopy(link: Link, target: Any, operation: DeepCopy) -> object:
    return copy.deepcopy(target)


def _run_to_its_end(link: Link, target: Any, operation: Await) -> object:
    return awaited(target)


def _send_to_generator(link: Link, target: Any, operation: Send) -> object:
    if not isinstance(target, types.GeneratorType):
        raise PermissionError("send cannot be asked")
    return getattr(target, operation.method)(*operation.args)


Link.handlers = {
    Get: _get,
    Call: _call,
    Special: _special,
    Set: _set,
    Delete: _delete,
    Dir: _dir,
    Copy: _copy,
    DeepCopy: _deepcopy,
    Await: _run_to_its_end,
    Send: _send_to_generator,
}


def _passed_on(error: BaseException) -> OwnError | None:
    """The description of an exception that is the other side's own; None for others."""
    if hasattr(error, "_ai4gov_held"):
        return OwnError(error._ai4gov_held)
    return OwnError(facts_of(error)[1]) if is_remote(error) else None


LINKING = frozenset(kind for kind, operation in OPERATIONS.items() if operation.LINKS)
"""Requests after which arguments and results are one value on both sides."""


def _linked(numbers: list[int]) -> Header:
    return {"given": numbers} if any(numbers) else {}


FORGOTTEN = "the learner's code gave an object that is no longer known here"


def _has(kind: type, name: str) -> bool:
    return any(
        vars(each).get(name) is not None for each in type.mro(kind)[:-1] if name in vars(each)
    )


def _other_side(side: str) -> str:
    return "T" if side == "S" else "S"


def text_of(error: BaseException) -> str:
    """The text of an exception, cut to a length; empty if its own code fails."""
    try:
        return str(error)[:LONGEST_TEXT]
    except Exception:
        return ""


def awaited(coroutine: Any) -> object:
    """Run a coroutine to its end in a new event loop, even if another loop is running."""

    async def outer() -> object:
        return await coroutine

    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(outer())
    finally:
        loop.close()
        asyncio._set_running_loop(running)
