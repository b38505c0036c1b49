"""One end of the protocol between the learner's process and the examiner.

A Link holds the objects of its side and has stand-ins for those of the other. A request to a
stand-in (an attribute, a call, an item) goes to the owner of the object, and the result comes back
under the rules of autograder.bridge.codec. The subclass for each side decides what the other may
ask for, and what it believes.
"""

import asyncio
import select
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, NoReturn

from autograder.bridge.codec import Forgotten, Packed, Packer, Refused, Room, Unpacker
from autograder.bridge.exceptions import describe, rebuild
from autograder.bridge.messages import (
    LONGEST_TEXT,
    Answer,
    Error,
    ExaminerError,
    Header,
    Message,
    Operation,
    OwnError,
    Request,
    Tag,
    parse,
    parse_operation,
)
from autograder.bridge.operations import ON_OBJECTS, Handler
from autograder.bridge.own_objects import OwnObjects
from autograder.bridge.proxy import Remote, RemoteType, facts_of, isinstance_exactly
from autograder.bridge.replicas import Replicas
from autograder.bridge.stand_ins import StandIns
from autograder.channel import Channel, ChannelError, TooLarge

ENDS = (KeyboardInterrupt, GeneratorExit, asyncio.CancelledError)
"""BaseExceptions of a request that are sent back as its error, like Exceptions."""


class Lost(BaseException):
    """The other side has gone, is late, or sends nonsense. No test catches it: no Exception."""


class Results(list[Any]):
    """The results of a request that has several."""


class Link:
    """One end: holds its objects, has stand-ins for the other's, sends and performs requests."""

    side = ""
    replicas: Replicas

    def __init__(self, channel: Channel):
        self.channel = channel
        self.own = OwnObjects()
        self.theirs = StandIns(self)
        # What packed the last argument of a request, and what unpacked the last value that came.
        self.given: Packer | None = None
        self.received: Unpacker | None = None
        self.count = 0

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
            return ["class", self.side, self.own.type_number(value)]  # type: ignore[arg-type]
        return ["object", self.side, self.own.number(value)]

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
        return self.theirs.named_tags.get(value) if kind is type else None  # type: ignore[call-overload]

    def packed(self, value: object) -> Packed:
        """Pack a value in full, even if the other side has a copy of it."""
        return Packer(self.refer, self.stand_in).packed(value)

    def packer(self, before: Packer | None = None) -> Packer:
        """The Packer for an argument of a request."""
        return Packer(self.refer, self.known, before)

    def unpacker(self, packed: Packed, before: Unpacker | None = None) -> Unpacker:
        """The Unpacker for an argument of the other side's request."""
        return Unpacker(packed, self.find, before)

    def find(self, tag: Tag) -> object:
        """The object behind a tag that came from the other side."""
        kind, *address = tag
        if kind == "part":
            return self.replicas.part(*address)
        if kind == "named":
            (_, side, number), fields = address
            if side == self.side:
                return self.own.named_tuple(number, fields)
            return self.theirs.named_tuple(address[0], fields)
        side, number = address
        if kind == "class":
            return self.own.types[number] if side == self.side else self.their_class(number)
        if kind == "object":
            return (self.own if side == self.side else self.theirs).find(number)
        raise Refused("no such tag")

    def their_class(self, number: int) -> type:
        found = self.theirs.types[number]
        return self.library_class(facts_of(found)[2]) or self.theirs.faces.get(number, found)

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
        numbers = self.replicas.numbers_for(what, values, packers)
        try:
            packed += self.replicas.add_changes(header)
            self._send(header | _linked(numbers), packed)
            if any(numbers):
                self.replicas.link(numbers, values, packers)
            found, error = self._answer_to(mine)
        except TooLarge:
            self.replicas.let_go(header.get("changed", []))
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
        self.theirs.introduce(message.new)
        return message

    def _understood(self, answer: Answer) -> tuple[object, BaseException | None]:
        results = self.replicas.follow(answer)
        unpackers = [Unpacker(each, self.find) for each in results]
        found = [each.unpacked() for each in unpackers]
        self.received = unpackers[-1] if unpackers else None
        if answer.given:
            self.replicas.link(answer.given, found, unpackers)
        if answer.error is not None:
            return None, self.their_error(answer.error, found)
        if not found:
            raise Refused("no result")
        return found[0] if len(found) == 1 else found, None

    def their_error(self, described: Error, args: Sequence[Any]) -> Any:
        """The exception that an answer describes."""
        if isinstance(described, OwnError):
            own = self.own.held.get(described.number)
            return own if isinstance(own, BaseException) else RuntimeError("no such error")
        if isinstance(described, ExaminerError):
            raise Refused("no exception of this side's kind")
        return rebuild(described, args, self.find)

    def text(self, stand_in: object, name: str) -> str:
        """str() or repr() of a stand-in."""
        if name == "__str__" and "text" in (facts := facts_of(stand_in)[2]):
            own: str = facts["text"]
            return own
        found = self.ask("special", stand_in, name)
        return str(found)[:LONGEST_TEXT] if type(found) is str else "<not a text>"

    def _send(self, header: Header, packed: Sequence[Packed]) -> None:
        pending, self.own.pending = self.own.pending, []
        header["values"] = [[each.tree, len(each.parts)] for each in packed]
        if pending:
            header["new"] = pending
        if self.replicas.dropped:
            header["drop"] = self.replicas.dropped
        try:
            # json.dumps recurses for nested lists.
            with Room():
                self.channel.send(
                    header, [part for each in packed for part in each.parts], self.deadline()
                )
        except TooLarge:
            self.own.pending = pending
            raise
        except ChannelError as fault:
            self.lost(fault)
        # Only now, because a message that is too large is never sent.
        self.replicas.dropped = []

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
        self.replicas.settle(results)
        packers = [Packer(self.refer, self.known_in_result) for _ in results]
        answers = [
            each if isinstance(each, Packed) else packer.packed(each)
            for each, packer in zip(results, packers, strict=True)
        ]
        numbers = self.replicas.numbers_for(what, results, packers)
        answers += self.replicas.add_changes(reply)
        reply |= self.answer_fields() | _linked(numbers)
        try:
            self._send(reply, answers)
            if any(numbers):
                self.replicas.link(numbers, results, packers)
        except TooLarge:
            reply.pop("given", None)
            self.replicas.let_go(reply.pop("changed", []))
            error, results = self.my_error(ValueError("the result is too large"))
            reply["error"] = error.header()
            self._send(reply, [Packer(self.refer).packed(result) for result in results])

    def _values_of(self, request: Request) -> list[Any]:
        """The arguments of a request. If they are not understood, they are two values."""
        values: list[Any] = []
        unpackers: list[Unpacker] = []
        try:
            for each in self.replicas.follow(request):
                unpackers.append(self.unpacker(each, unpackers[-1] if unpackers else None))
                values.append(unpackers[-1].unpacked())
            if request.given:
                self.replicas.link(request.given, values, unpackers)
        except BaseException:
            self.replicas.let_go([*filter(None, request.given), *request.changed])
            raise
        self.received = unpackers[-1] if unpackers else None
        return values

    @contextmanager
    def performing(self, request: Request) -> Iterator[None]:
        """The context in which a request is performed."""
        yield

    def answer_fields(self) -> Header:
        """Header fields for every answer."""
        return {}

    def my_error(self, error: BaseException) -> tuple[Error, list[object]]:
        """The description of an exception for the other side, and its arguments."""
        return describe(error, self.refer)

    handlers: ClassVar[Mapping[type[Operation], Handler]] = ON_OBJECTS
    """What performs each operation that this side may be asked for."""

    def perform(self, what: str, target: Any, *args: Any, **kwargs: Any) -> object:
        """Do what the other side asks."""
        operation = parse_operation(what, args, kwargs)
        handler = self.handlers.get(type(operation))
        if handler is None:
            raise PermissionError(f"{what} cannot be asked")
        return handler(self, target, operation)


def _linked(numbers: list[int]) -> Header:
    return {"given": numbers} if any(numbers) else {}


FORGOTTEN = "the learner's code gave an object that is no longer known here"


def _other_side(side: str) -> str:
    return "T" if side == "S" else "S"
