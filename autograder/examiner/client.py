"""The examiner's end of the protocol: requests, the cache of names, and replicas.

No code of the learner runs here, and nothing that the learner's process says decides a verdict: it
can only say what its values are.
"""

import builtins
import functools
import importlib
import linecache
import math
import random
import sys
import time
import types
import unittest
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NoReturn, TypeAlias
from weakref import WeakValueDictionary

import numpy as np
import pandas as pd

from autograder.bridge import course_modules
from autograder.bridge.codec import (
    MaskedArrays,
    Packed,
    Packer,
    Refused,
    Unpacker,
)
from autograder.bridge.file_sync import Folder
from autograder.bridge.functions import KINDS as FUNCTION_KINDS
from autograder.bridge.functions import function_of_name
from autograder.bridge.link import Link, Lost
from autograder.bridge.messages import (
    EXAMINER,
    LONGEST_NAME,
    OPERATIONS,
    Error,
    ExaminerError,
    Header,
    Message,
    Request,
    Tag,
    Warned,
)
from autograder.bridge.proxy import (
    ABSENT,
    LIBRARIES,
    Remote,
    RemoteType,
    builtin_base,
    exchange,
    facts_of,
    is_library,
    is_remote,
    isinstance_exactly,
)
from autograder.bridge.replicas import Replica, is_used
from autograder.channel import Channel, Late
from autograder.examiner.static_analysis import JUDGES, SourceFacts, parsed, words_in
from autograder.examiner.trust import (
    Policy,
    _handled,
    _is_open_error,
    _must_reach_the_cell,
    _of_a_test,
)
from autograder.text import words

TRIPS = 50_000
TRIPS_OF_NOTEBOOK = 250_000
"""Requests to the learner's process, for a test cell and for all of them.

A call takes about half a millisecond, so that the clock ends most cells first.
"""


class LearnerLate(Lost):
    """The learner's code took longer than the test cell may."""


class LearnerGone(Lost):
    """The learner's process has ended, or answers nonsense."""


class TooManyTrips(Lost):
    """The test asked the learner's process more often than it may."""


FIRST_LOOK = 8
MOST_LINKED = 50
MOST_LINKED_BYTES = 8 * 2**20
"""Linked arguments and results: from how many on unused ones are looked for, how many are kept, and
how many bytes of them."""

SILENT_EXCEPTIONS = (
    StopIteration,
    StopAsyncIteration,
    unittest.SkipTest,
    unittest.case._ShouldStop,  # type: ignore[attr-defined]
)
"""Exceptions that end an iteration or a unittest without a failure."""

RUNS_NO_CODE = frozenset(kind for kind, operation in OPERATIONS.items() if not operation.RUNS)
"""Requests that run no code of the learner's."""

USUAL_ERRSTATE = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
"""What np.geterr() returns in a fresh process."""


Patches: TypeAlias = list[list[Any]]
"""What replaces what: a module, a name and a value each; see exchange."""


@dataclass
class Fetched:
    """What a name of the learner's stands for: a replica by its number, or another value.

    `lasts` says that it need not be asked for again until the learner's process says that the
    name stands for something else: it is a reference, or cannot change.
    """

    value: Any
    number: int | None = None
    version: int = 0
    lasts: bool = False


class ExaminerEnd(Policy):
    """The examiner's end."""

    side = EXAMINER

    def __init__(
        self,
        channel: Channel,
        instructor: SourceFacts,
        trips: int | None = None,
        trips_notebook: int | None = None,
    ):
        super().__init__(channel, instructor)
        self.most_trips = TRIPS if trips is None else trips
        self.trips_left = TRIPS_OF_NOTEBOOK if trips_notebook is None else trips_notebook
        self.trips = 0
        self.ends: float | None = None
        self.fault: Lost | None = None
        # An assertion of the test's that failed while the learner's code was calling the test's.
        # That code may end it, but the test must see it when its own request returns.
        self.failed: AssertionError | None = None
        self.fetched: dict[str, Fetched] = {}
        self.own_names: dict[str, object] = {}
        self.unnamed: set[int] = set()
        # Values of the test that it has changed after the learner's code got them, by id.
        self.private: dict[int, object] = {}
        # Values in the attributes of estimators and of objects of the course, by id: a reference in
        # them would be a method of the learner's that judges its own predictions.
        self.closed: dict[int, object] = {}
        # Results that share their memory with an array of the test's, by id.
        self.views: WeakValueDictionary[int, np.ndarray] = WeakValueDictionary()
        self.last_given = 0
        self.next_look = FIRST_LOOK
        self.pushing = False
        self.updating = False
        # Whether the request that is being made runs code of the learner's.
        self.runs = False
        # Whether the test's code has run since the last push.
        self.has_run = True
        self.binding: dict[str, object] = {}
        self.cells: list[str] = []
        self.codes: dict[tuple[str, int], types.CodeType | None] = {}
        self.watched: dict[tuple[types.ModuleType, str], object] = {}
        for name in ("input", "print"):
            self.watch(builtins, name)
        self.patches: Patches = []
        self.seeds: list[list[Any]] = []
        self.folder = Folder()
        self.files_wait = False
        self.state = Packed(None, [])
        self.state_waits = False
        # The warnings filters at the start of the test cell: the list itself, and a copy.
        self.filters, self.usual_filters = warnings.filters, list(warnings.filters)
        # Warnings in the last answer that have not been issued yet.
        self.warned: Sequence[Warned] | None = None
        self.registries: dict[str, dict[Any, Any]] = {}
        for module, name in ((random, "random"), (np.random, "numpy")):
            module.seed = self._noticed(module.seed, name)  # type: ignore[attr-defined]

    def _noticed(self, seed: Callable[..., None], module: str) -> Callable[..., None]:
        @functools.wraps(seed)
        def seeded(*args: Any, **kwargs: Any) -> None:
            seed(*args, **kwargs)
            value = args[0] if args else next(iter(kwargs.values()), None)
            self.seeds.append([module, Packer(self.refer).packed(value).tree])

        return seeded

    # A test cell begins and ends.

    def begin(self, seconds: float, source: str = "") -> None:
        self.reached = self.instructor.reached_from(words_in(source))
        MaskedArrays.cross = bool(ABOUT_MASKED & self.reached)
        self.ends = time.monotonic() + seconds
        self.trips = 0
        self.fault = None
        self.failed = None
        self.binding.clear()
        self.filters, self.usual_filters = warnings.filters, list(warnings.filters)
        self.registries.clear()
        self.warned = None
        with suppress(Lost, Exception):
            self._fetch_files()
            self._fetch_state()
        # A test that needs nothing from the learner's process can pass although that has gone.
        self.fault = None

    def _fetch_files(self) -> None:
        self.files_wait = False
        self.folder.store(self.ask("files"))

    def _fetch_state(self) -> None:
        """Take over what the course's modules keep in the learner's process, if it is data."""
        self.state_waits = False
        if course_modules.has_state():
            course_modules.restore(self.ask("state"), _is_plain)
            self.state = self._state()

    def _state(self) -> Packed:
        return Packer(self.refer, self.stand_in).packed(course_modules.state())

    def finish(self) -> None:
        """Hand changed values over, and let the learner's process drop what is not used."""
        self.ends = max(self.ends or 0, time.monotonic() + 2)
        used: set[int] = set()
        with suppress(Lost, Exception):
            self.push()
            self.fetched.clear()
            self.own_names.clear()
            self.replicas.clear()
            self.changed_replicas.clear()
            self.plain_forms.clear()
            self.private.clear()
            self.closed.clear()
            self.views.clear()
            self.unnamed.clear()
            self.kept.clear()
            alive = dict(self.theirs)
            # Keep them alive until the next call: the learner's process relies on this list.
            self.kept.extend(alive.values())
            used = {each for each in self.ask("keep", None, list(alive)) if type(each) is int}
        self.ends = None
        self.forget(used)

    def deadline(self) -> float | None:
        return self.ends

    def lost(self, fault: Exception) -> NoReturn:
        if isinstance(fault, Late):
            self.fault = LearnerLate("the learner's code did not come to its end in time")
        else:
            self.fault = LearnerGone("the learner's process ended while this test was running")
        raise self.fault from None

    def ask(self, what: str, target: object = None, *args: object, **kwargs: object) -> Any:
        __tracebackhide__ = True
        if self.fault is not None:
            raise self.fault
        if self.ends is None:
            raise RuntimeError("the learner's process can be asked in a test cell only")
        before = self._lift_patches()
        try:
            found = self._ask(what, target, *args, **kwargs)
        except BaseException as error:
            self._restore_patches(before)
            if what not in RUNS_NO_CODE and isinstance(error, Exception):
                # In one process, a warning turned into an error would have been raised first.
                self._issue_warnings()
            raise
        self._restore_patches(before)
        if self.warned is not None and what not in RUNS_NO_CODE:
            self._issue_warnings()
        return found

    def _lift_patches(self) -> Patches:
        """Undo the test's patches, so that they do not apply to the protocol's own code."""
        before, self.patches = self.patches, self._patches()
        exchange(self.patches)
        return before

    def _restore_patches(self, before: Patches) -> None:
        exchange(self.patches)
        self.patches = before

    def _ask(self, what: str, target: object, *args: object, **kwargs: object) -> Any:
        __tracebackhide__ = True
        runs = what not in RUNS_NO_CODE
        if runs or what == "plain":
            self.push([*args, *kwargs.values()])
        if runs:
            self.version += 1
            if self.folder.has_changed():
                self.ask("store", None, self.folder.changed())
            if course_modules.has_state() and self._state() != self.state:
                self.ask("restore", None, course_modules.state())
                self.state = self._state()
        self._trip()
        self.runs = runs
        outer, self.failed = self.failed, None
        try:
            found = super().ask(what, target, *args, **kwargs)
            self._part_with_data()
            if runs and self.files_wait:
                self._fetch_files()
            if runs and self.state_waits:
                self._fetch_state()
            return found
        except SILENT_EXCEPTIONS as error:
            # Raised out of a call, they would end a test's map() or unittest without a failure.
            ends = what == "send" or (what == "special" and args[0] == "__next__")
            if ends and isinstance(error, StopIteration):
                raise
            raise RuntimeError(f"{type(error).__name__} out of the learner's code") from None
        finally:
            if runs:
                self.has_run = True
            failed, self.failed = self.failed, outer
            if failed is not None:
                raise failed from None

    def _trip(self) -> None:
        self.trips += 1
        self.trips_left -= 1
        if self.trips > self.most_trips or self.trips_left < 0:
            self.fault = TooManyTrips("the test went to the learner's code too often")
            raise self.fault

    # Warnings of the learner's code.

    def _has_changed_filters(self) -> bool:
        """Whether the test has changed the warnings filters since the start of its cell."""
        now = warnings.filters
        return now is not self.filters or now != self.usual_filters

    def _issue_warnings(self) -> None:
        """Issue the warnings of the last answer again, under the test's own filters."""
        __tracebackhide__ = True
        if self.warned is None:
            return
        issued, self.warned = self.warned, None
        if self.fault is not None or not self._has_changed_filters():
            return
        may_raise = not _must_reach_the_cell(_handled())
        for warning, module, line in self._understood_warnings(issued):
            registry = self.registries.setdefault(module, {})
            try:
                # The name in brackets keeps linecache from opening a file that the learner names.
                warnings.warn_explicit(
                    warning, type(warning), f"<{module}>", line, module, registry
                )
            except Warning:
                if may_raise:
                    raise

    def _understood_warnings(self, issued: Sequence[Warned]) -> list[tuple[Warning, str, int]]:
        try:
            return [self._understood_warning(each) for each in issued]
        except Exception as fault:
            self.lost(fault)

    def _understood_warning(self, issued: Warned) -> tuple[Warning, str, int]:
        found: Any = self.find(issued.tag) if issued.tag is not None else None
        # A warning that is a SkipTest, too, would end a unittest quietly if it is raised.
        if isinstance_exactly(found, Warning) and not issubclass(type(found), SILENT_EXCEPTIONS):
            if is_remote(found):
                object.__setattr__(found, "args", (issued.text,))
                facts_of(found)[2]["text"] = issued.text
        else:
            found = self._library_warning(issued.kinds, issued.text)
        module = issued.module
        is_name = len(module) <= LONGEST_NAME and all(map(str.isidentifier, module.split(".")))
        return found, module if is_name else "__main__", issued.line

    def _library_warning(self, kinds: Sequence[int], text: str) -> Warning:
        """A warning of the first of these classes that is Python's or a library's.

        Its constructor does not run, so nothing but the text is the learner's.
        """
        for kind in map(self.their_class, kinds):
            if (
                not isinstance_exactly(kind, RemoteType)
                and issubclass(kind, Warning)
                and not course_modules.is_of_course(kind)
                and kind.__str__ is BaseException.__str__
            ):
                made: Warning = builtin_base(kind).__new__(kind, text)
                return made
        raise Refused("no class of warnings")

    # Names.

    def fetch(self, name: str) -> object:
        """The learner's value of a name. Raises KeyError when there is none."""
        if name in self.own_names:
            return self.own_names[name]
        record = self.fetched.get(name)
        if record is not None and (record.lasts or record.version == self.version):
            return self._value(record)
        before = self._lift_patches()
        try:
            self.push()
        finally:
            self._restore_patches(before)
        source = self.instructor.shared.get(name) or self.instructor.own.get(name) or (None, "")
        reply = self.ask("name", None, name, record.number if record else None, *source)
        if type(reply) is not list or len(reply) != 3:
            self.lost(Refused("no answer to what a name is"))
        state, number, value = reply
        if state == "own" and source[0]:
            self.own_names[name] = imported(source[0], source[1])
            return self.own_names[name]
        if state == "same" and record is not None:
            record.version = self.version
            return self._value(record)
        if state != "value":
            self.drop(name)
            raise KeyError(name)
        is_object = isinstance_exactly(value, Remote)
        if is_object and (own := self._judge_module(facts_of(value)[2].get("module"))):
            self.own_names[name] = own
            return own
        place = self.replicas.place(value)
        is_tests = place not in (None, (number, 0)) or id(value) in self.views
        if type(number) is int and (number < 0 or is_tests):
            # A value of the test's: do not record it under a name that the learner chooses.
            record = self.fetched[name] = Fetched(value, version=self.version)
            return record.value
        return self._value(self._record(name, number, value, self.received))

    def _value(self, record: Fetched) -> object:
        replica = self.replicas.by_number.get(record.number or 0)
        return record.value if replica is None else replica.value

    def _judge_module(self, name: object) -> types.ModuleType | None:
        """The examiner's own library, where no import of the instructor's says which it is.

        Better here than there, where it could be one of the learner's that agrees to everything.
        """
        known = type(name) is str and name.partition(".")[0] in JUDGES
        return sys.modules.get(name) if known else None  # type: ignore[call-overload]

    def _record(
        self, name: str, number: object, value: object, crossed: Packer | Unpacker | None
    ) -> Fetched:
        """Take note of what a name stands for, and of the replica if it is one."""
        self.drop(name)
        record = self.fetched[name] = Fetched(value, version=self.version, lasts=True)
        if type(number) is int and number:
            replica = self.replicas.by_number.get(number)
            if replica is None or replica.value is not value:
                replica = self.agree(number, value, crossed)
                replica.is_bound = False
            replica.name = replica.name or name
            replica.names.add(name)
            record.number, record.lasts = number, replica.snapshot.is_fixed()
        return record

    def drop(self, name: str) -> None:
        self.own_names.pop(name, None)
        record = self.fetched.pop(name, None)
        replica = self.replicas.by_number.get(record.number or 0) if record is not None else None
        if record is not None and record.number is not None and replica is not None:
            replica.names.discard(name)
            self.unnamed.add(record.number)

    def bind(self, name: str, value: object) -> None:
        """Have the learner's code see a name of the test's, from its next call on."""
        self.binding[name] = value
        self.drop(name)

    def unbind(self, name: str) -> None:
        self.binding.pop(name, None)
        self.drop(name)
        self.version += 1
        self.ask("unbind", None, name)

    def push(self, given: Sequence[Any] = ()) -> None:
        """Hand values that the test has changed in place over to the learner's process.

        Of those that the test has made, only what is given to it again.
        """
        if self.pushing:
            return
        self.pushing = True
        try:
            for number, replica in self._changed(given):
                self._update(number, replica)
            while self.binding:
                name, value = self.binding.popitem()
                self.version += 1
                self.views.pop(id(value), None)
                number = self.ask("bind", None, name, value)
                self._record(name, number, value, self.given)
                if number in self.replicas.by_number:
                    self.replicas.by_number[number].is_bound = True
            # Not at the moment when the last name goes: a change before that must still be sent.
            for number in self.unnamed & set(self.replicas.by_number):
                replica = self.replicas.by_number[number]
                if not replica.names and not (replica.is_linked and self._is_used(replica)):
                    self._forget_replica(number)
            self.unnamed.clear()
            self._forget_unused()
            self.has_run = False
        finally:
            self.pushing = False

    def _changed(self, given: Sequence[Any]) -> list[tuple[int, Replica]]:
        """The replicas whose changes the learner's process is to know; the others are let go."""
        again = {id(value) for value in given}
        shared = []
        for number, replica in list(self.replicas.by_number.items()):
            if replica.snapshot.is_unchanged():
                continue
            if replica.is_theirs or id(replica.value) in again or self._is_written(replica):
                shared.append((number, replica))
            else:
                self._part_with(number, replica)
        if not self.private:
            return shared
        for value in given:
            for part in self._parts_of(value):
                self.private.pop(id(part), None)
        hidden = [each for each in shared if self._holds_private(each[1])]
        for number, replica in hidden:
            self._part_with(number, replica)
        return [each for each in shared if each not in hidden]

    def _is_written(self, replica: Replica) -> bool:
        return bool({replica.name, *replica.names} & self.instructor.written)

    def _part_with(self, number: int, replica: Replica) -> None:
        """Stop synchronising a replica: from now on the copies are two values."""
        for name in replica.names:
            self.fetched[name] = Fetched(replica.value, lasts=True)
        if not replica.is_theirs:
            self.private |= {id(part): part for part in self._parts_of(replica.value)}
        self._forget_replica(number)

    def _parts_of(self, value: object) -> list[object]:
        """The values in a value that can be changed in place."""
        packer = Packer(lambda _: ["object"], self.stand_in)
        packer.packed(value)
        return packer.own()

    def _holds_private(self, replica: Replica) -> bool:
        if replica.is_bound:
            return False
        return any(id(part) in self.private for part in self._parts_of(replica.value))

    def _part_with_data(self) -> None:
        """After a call, arrays and tables that the test gave can be changed by no later call.

        A model's `fit` could keep `y`, and its `predict` write what it predicts into it.
        """
        for number, replica in self._linked_replicas():
            if not replica.is_theirs and isinstance(replica.value, DATA):
                self._part_with(number, replica)

    def _is_used(self, replica: Replica) -> bool:
        return is_used(replica, (Link, Remote, RemoteType))

    def _forget_unused(self) -> None:
        """Let go of arguments and results that the test no longer has, and of the oldest ones.

        Each that is kept costs a look with every message.
        """
        linked = self._linked_replicas()
        if (
            len(linked) < self.next_look
            and sum(each.size for _, each in linked) < MOST_LINKED_BYTES
        ):
            return
        for number, replica in linked:
            if not self._is_used(replica):
                self._forget_replica(number)
        linked = self._linked_replicas()
        size = sum(each.size for _, each in linked)
        for number, replica in linked:
            if len(self.replicas.by_number) <= MOST_LINKED and size <= MOST_LINKED_BYTES:
                break
            size -= replica.size
            self._part_with(number, replica)
        self.next_look = max(FIRST_LOOK, 2 * len(self._linked_replicas()))

    def _linked_replicas(self) -> list[tuple[int, Replica]]:
        replicas = self.replicas.by_number.items()
        return [(n, each) for n, each in replicas if each.is_linked and not each.names]

    def settle(self, results: Sequence[Any]) -> None:
        for number, replica in self._changed(results):
            packer = Packer(self.refer, self.stand_in, was=self.address)
            self.changed_replicas.append((number, packer.packed(replica.value)))
            self.agree(number, replica.value, packer)
        self._forget_unused()
        self.has_run = False

    def _update(self, number: int, replica: Replica) -> None:
        self.updating = True
        try:
            self.ask("update", None, number, replica.value)
        finally:
            self.updating = False
        self.agree(number, replica.value, self.given)

    def _forget_replica(self, number: int) -> None:
        self.let_go([number])

    def agree(self, number: int, value: object, crossed: Packer | Unpacker | None) -> Replica:
        if number > 0 and id(value) in self.views:
            # Refuse a number of the learner's: by it a later answer would change the test's array.
            raise Refused("a number for a view of a value of the test")
        return super().agree(number, value, crossed)

    def close(self, values: Sequence[object]) -> None:
        self.closed |= {
            id(value): value
            for value in values
            if not isinstance_exactly(value, np.ndarray) or value.dtype.hasobject  # type: ignore[attr-defined]
        }

    def is_closed(self, value: object) -> bool:
        return id(value) in self.closed

    def next_number(self, value: object) -> int:
        """The numbers of the test's own values are negative."""
        self.last_given -= 1
        return self.last_given

    def link(self, numbers: Any, values: Sequence[Any], crossed: Sequence[Any]) -> None:
        if not all(type(number) is int for number in numbers):
            raise Refused("no numbers")
        if not self.replicas.by_number.keys().isdisjoint(numbers):
            raise Refused("a number of another value")
        if any(
            number > 0 and self.replicas.place(value) is not None
            for number, value in zip(numbers, values, strict=True)
        ):
            # Refuse a second number for a value of the test: it would count as the learner's.
            raise Refused("another number of a value")
        super().link(numbers, values, crossed)
        for number in filter(None, numbers):
            self.replicas.by_number[number].is_theirs = number > 0

    def packer(self, before: Packer | None = None) -> Packer:
        if self.updating:
            return Packer(self.refer, self.stand_in, before, self.address)
        return super().packer(before)

    def known(self, value: object) -> Tag | None:
        if not self.updating and (found := self.replicas.place(value)) is not None:
            return ["part", *found]
        return self.stand_in(value)

    def refer(self, value: object) -> Tag:
        if source := _importable(value):
            return ["import", *source]
        if isinstance_exactly(value, type):
            self.handed.add(value)
        return super().refer(value)

    def find(self, tag: Tag) -> object:
        if tag[0] == "import":
            if (found := function_of_name(*tag[1:])) is None:
                raise Refused("no function of a library")
            return found
        if tag[0] == "view":
            return self._view(*tag[1:])
        return super().find(tag)

    def _view(
        self, number: int, place: int, offset: int, shape: list[int], strides: list[int]
    ) -> np.ndarray:
        """An array in the memory of one that the test gives in this call.

        `offset` and `strides` are bytes in the learner's copy, which is contiguous.
        """
        whole = self.part(number, place)
        if number >= 0 or type(whole) is not np.ndarray or whole.dtype.hasobject:
            raise Refused("no array of the test")
        if not all(type(each) is int for each in (offset, *shape, *strides)):
            raise Refused("no place in an array")
        if not 0 < math.prod(shape) <= whole.size or min(shape, default=1) < 0:
            raise Refused("a view that is larger than the array")
        flags = whole.flags
        whole = whole.T if flags.f_contiguous else whole if flags.c_contiguous else whole.copy("C")
        # numpy raises ValueError if a part of the view lies outside the buffer.
        memory = whole.reshape(-1).view(np.uint8)
        found: np.ndarray = np.ndarray(shape, whole.dtype, memory, offset, strides)
        self.views[id(found)] = found
        return found

    def follow(self, message: Message) -> Sequence[Packed]:
        if any(number < 0 for number in message.given):
            raise Refused("a number of the test's own")
        if not message.changed:
            return message.values
        agreed = [
            (number, each)
            for number, each in self.replicas.by_number.items()
            if not self.has_run or each.snapshot.is_unchanged()
        ]
        try:
            return super().follow(message)
        finally:
            # What the learner's process has changed, under another name too, is not to be sent
            # back as if the test had changed it: it might be older than what is there.
            for number, each in agreed:
                current = self.replicas.by_number.get(number) is each
                if current and not each.snapshot.is_unchanged():
                    each.snapshot = self.snapshot(each.value)

    def changed(self, number: int, value: object, unpacker: Unpacker) -> None:
        super().changed(number, value, unpacker)
        if number in self.replicas.by_number:
            # It may hold other values of the test now, which the test did not put there.
            self.replicas.by_number[number].is_bound = False

    def module(self, name: str) -> object:
        """The learner's module of this name, for an import in a test."""
        found = self.ask("module", None, name)
        if not isinstance_exactly(found, Remote):
            raise ImportError(f"{name} is no module in the learner's process", name=name)
        return found

    def code(self, name: str, line: int) -> types.CodeType | None:
        """A function's code, compiled from the cell that was handed in. It is never run."""
        if (name, line) not in self.codes:
            self.codes[name, line] = next(self._compiled(name, line), None)
        return self.codes[name, line]

    def _compiled(self, name: str, line: int) -> Iterator[types.CodeType]:
        for number in range(len(self.cells), 0, -1):
            source = self.cells[number - 1]
            if name.isidentifier() and name not in source and "lambda" not in source:
                continue
            file = f"<cell {number}>"
            with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
                tree = parsed(source)
                if tree is None:
                    continue
                waiting = [compile(tree, file, "exec", dont_inherit=True)]
                linecache.cache[file] = (len(source), None, source.splitlines(True), file)
                while waiting:
                    code = waiting.pop()
                    if code.co_name == name and code.co_firstlineno == line:
                        yield code
                    waiting += [each for each in code.co_consts if isinstance(each, types.CodeType)]

    # What goes along with messages.

    def watch(self, module: types.ModuleType, name: str) -> None:
        """From now on, forward to the learner's process what a test puts in this place."""
        self.watched.setdefault((module, name), vars(module).get(name, ABSENT))

    def _patches(self) -> Patches:
        """What the test has put in other places than its own, with what was there."""
        return [
            [module, name, original]
            for (module, name), original in self.watched.items()
            if vars(module).get(name, ABSENT) is not original
        ]

    def extras(self) -> Header:
        found: Header = {}
        if self.patches:
            found["patch"] = [
                [module.__name__, name, self._reference(value)]
                for module, name, value in self.patches
                if value is not ABSENT
            ]
        if MaskedArrays.cross:
            found["masked"] = True
        if self.seeds:
            found["seeds"], self.seeds = self.seeds, []
        if self.runs:
            self._add_conditions(found)
        return found

    def _add_conditions(self, found: dict[str, Any]) -> None:
        """Add what the test has set that the learner's code is to run under."""
        if (errstate := np.geterr()) != USUAL_ERRSTATE:
            # A handler of np.seterrcall stays with the test.
            found["errstate"] = {
                kind: mode for kind, mode in errstate.items() if mode not in ("call", "log")
            }
        if self._has_changed_filters():
            found["warnings"] = True

    def _reference(self, value: object) -> Any:
        """A value as part of a header, which has no room for buffers."""
        packed = Packer(self.refer, self.known).packed(value)
        return self.refer(value) if packed.parts else packed.tree

    def apply_updates(self, message: Message) -> None:
        self.files_wait = self.files_wait or message.files
        self.state_waits = self.state_waits or message.state
        for number in message.drop:
            replica = self.replicas.by_number.get(number)
            if replica is not None and not replica.is_theirs:
                # The learner's process may still have it in a value of its own.
                self.private |= {id(part): part for part in self._parts_of(replica.value)}
            self.release([number])
        if message.warned is not None:
            self.warned = message.warned
        for name in message.stale:
            self.own_names.pop(name, None)
            if name in self.fetched:
                self.fetched[name].lasts = False
        for name, text in message.out:
            (sys.stderr if name == "stderr" else sys.stdout).write(text)

    def _answer(self, request: Request) -> None:
        self._trip()
        super()._answer(request)

    def perform(self, what: str, target: Any, *args: Any, **kwargs: Any) -> object:
        shows = what == "special" and args[0] in ("__repr__", "__str__", "__format__")
        if shows and not (_of_a_test(target) or _is_open_error(target)):
            return f"<{type(target).__name__} of the test>"
        self.has_run = True
        exchange(self.patches)
        try:
            # What the learner's code has issued before it asks comes first.
            self._issue_warnings()
            return super().perform(what, target, *args, **kwargs)
        except AssertionError as error:
            if not is_remote(error):
                self.failed = error
            raise
        finally:
            exchange(self.patches)

    def my_error(self, error: BaseException) -> tuple[Error, list[object]]:
        if hasattr(error, "_ai4gov_held"):
            return super().my_error(error)
        # What an assertion says is the test's secret.
        is_secret = isinstance(error, AssertionError)
        args: list[object] = (
            [] if is_secret else [a for a in error.args if isinstance(a, str | int | float)]
        )
        return ExaminerError(
            type(error).__name__[:LONGEST_NAME], self.number(error, tell=False)
        ), args


def _is_plain(value: object) -> bool:
    """Whether a value holds nothing that lives in the learner's process."""
    found: list[object] = []
    Packer(lambda each: found.append(each) or ["object"]).packed(value)  # type: ignore[func-returns-value]
    return not found


DATA = (np.ndarray, pd.Series, pd.DataFrame, pd.Index)
"""What tests compare predictions with."""

ABOUT_MASKED = words("ma mask masked masked_array masked_invalid MaskedArray")
"""Words by which a test, or a definition of the instructor's behind it, is about masked arrays."""


def _importable(value: Any) -> tuple[str, str] | None:
    """Where the learner's process can import a class, a function or a module of a library."""
    if isinstance_exactly(value, types.ModuleType):
        top = value.__name__.partition(".")[0]
        sound = top in LIBRARIES or (top in sys.stdlib_module_names and top != "__main__")
        return (value.__name__, "") if sound else None
    if not issubclass(type(value), (type, *FUNCTION_KINDS)):
        return None
    # A ufunc does not say where it is from.
    module = str(getattr(value, "__module__", None) or "numpy")
    name = str(getattr(value, "__qualname__", None) or getattr(value, "__name__", ""))
    if course_modules.owned(module, name, type | types.FunctionType) is value:
        return module, name
    if not is_library(types.SimpleNamespace(__module__=module)):  # type: ignore[arg-type]
        return None
    found: Any = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    return (module, name) if found is value else None


def imported(module: str, name: str) -> object:
    """What `import module` or `from module import name` gives."""
    found = importlib.import_module(module)
    if not name:
        return found
    try:
        return getattr(found, name)
    except AttributeError:
        return importlib.import_module(f"{module}.{name}")
