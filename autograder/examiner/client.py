"""The examiner's end of the protocol: what it asks, and what it performs for the learner's code.

No code of the learner runs here, and nothing that the learner's process says decides a verdict: it
can only say what its values are.
"""

import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

from autograder.bridge.codec import MaskedArrays, Packer, Refused
from autograder.bridge.functions import function_of_name, importable
from autograder.bridge.link import Lost
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
)
from autograder.bridge.proxy import Remote, exchange, is_remote, isinstance_exactly
from autograder.channel import Channel, Late
from autograder.examiner.budget import Budget
from autograder.examiner.names import Names
from autograder.examiner.reissued_warnings import ReissuedWarnings
from autograder.examiner.replicas import ExaminerReplicas
from autograder.examiner.shared_state import ABOUT_MASKED, SharedState
from autograder.examiner.static_analysis import SourceFacts, words_in
from autograder.examiner.trust import SILENT_EXCEPTIONS, Policy, _is_open_error, _of_a_test


class LearnerLate(Lost):
    """The learner's code took longer than the test cell may."""


class LearnerGone(Lost):
    """The learner's process has ended, or answers nonsense."""


class TooManyTrips(Lost):
    """The test asked the learner's process more often than it may."""


RUNS_NO_CODE = frozenset(kind for kind, operation in OPERATIONS.items() if not operation.RUNS)
"""Requests that run no code of the learner's."""


class ExaminerEnd(Policy):
    """The examiner's end."""

    side = EXAMINER

    def __init__(self, channel: Channel, instructor: SourceFacts, budget: Budget):
        super().__init__(channel, instructor)
        self.budget = budget
        self.names = Names(self)
        self.replicas = ExaminerReplicas(self, instructor, self.names.keep)
        self.shared = SharedState(self)
        self.warned = ReissuedWarnings(self)
        # An assertion of the test's that failed while the learner's code was calling the test's.
        # That code may end it, but the test must see it when its own request returns.
        self.failed: AssertionError | None = None
        self.pushing = False
        self.updating = False
        # Whether the request that is being made runs code of the learner's.
        self.runs = False

    # A test cell begins and ends.

    def begin(self, seconds: float, source: str = "") -> None:
        self.reached = self.instructor.reached_from(words_in(source))
        MaskedArrays.cross = bool(ABOUT_MASKED & self.reached)
        self.budget.begin(seconds)
        self.fault = None
        self.failed = None
        self.names.binding.clear()
        self.warned.begin()
        with suppress(Lost, Exception):
            self.shared.fetch_files()
            self.shared.fetch_variables()
        # A test that needs nothing from the learner's process can pass although that has gone.
        self.fault = None

    def finish(self) -> None:
        """Hand changed values over, and let the learner's process drop what is not used."""
        self.budget.ends = max(self.budget.ends or 0, time.monotonic() + 2)
        used: set[int] = set()
        with suppress(Lost, Exception):
            self.push()
            self.names.clear()
            self.replicas.clear()
            self.plain_forms.clear()
            self.theirs.kept.clear()
            alive = dict(self.theirs.objects)
            # Keep them alive until the next call: the learner's process relies on this list.
            self.theirs.kept.extend(alive.values())
            used = {each for each in self.ask("keep", None, list(alive)) if type(each) is int}
        self.budget.ends = None
        self.own.forget(used)

    def deadline(self) -> float | None:
        return self.budget.ends

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
        if self.budget.ends is None:
            raise RuntimeError("the learner's process can be asked in a test cell only")
        before = self.shared.lift_patches()
        try:
            found = self._ask(what, target, *args, **kwargs)
        except BaseException as error:
            self.shared.restore_patches(before)
            if what not in RUNS_NO_CODE and isinstance(error, Exception):
                # In one process, a warning turned into an error would have been raised first.
                self.warned.issue()
            raise
        self.shared.restore_patches(before)
        if self.warned.waiting is not None and what not in RUNS_NO_CODE:
            self.warned.issue()
        return found

    def _ask(self, what: str, target: object, *args: object, **kwargs: object) -> Any:
        __tracebackhide__ = True
        runs = what not in RUNS_NO_CODE
        if runs or what in ("name", "plain"):
            self.push([*args, *kwargs.values()])
        if runs:
            self.version += 1
            self.shared.send()
        self._trip()
        self.runs = runs
        outer, self.failed = self.failed, None
        try:
            found = super().ask(what, target, *args, **kwargs)
            self.replicas.part_with_data()
            if runs:
                self.shared.fetch_news()
            return found
        except SILENT_EXCEPTIONS as error:
            # Raised out of a call, they would end a test's map() or unittest without a failure.
            ends = what == "send" or (what == "special" and args[0] == "__next__")
            if ends and isinstance(error, StopIteration):
                raise
            raise RuntimeError(f"{type(error).__name__} out of the learner's code") from None
        finally:
            if runs:
                self.replicas.has_run = True
            failed, self.failed = self.failed, outer
            if failed is not None:
                raise failed from None

    def _trip(self) -> None:
        if self.budget.is_spent():
            self.fault = TooManyTrips("the test went to the learner's code too often")
            raise self.fault

    def push(self, given: Sequence[Any] = ()) -> None:
        """Hand values that the test has changed in place over to the learner's process.

        Of those that the test has made, only what is given to it again.
        """
        if self.pushing:
            return
        self.pushing = True
        try:
            for number, replica in self.replicas.changed_for(given):
                self.updating = True
                try:
                    self.ask("update", None, number, replica.value)
                finally:
                    self.updating = False
                self.replicas.agree(number, replica.value, self.given)
            self.names.send_bound()
            self.replicas.forget_unused()
            self.replicas.has_run = False
        finally:
            self.pushing = False

    def packer(self, before: Packer | None = None) -> Packer:
        if self.updating:
            return Packer(self.refer, self.stand_in, before, self.replicas.address)
        return super().packer(before)

    def known(self, value: object) -> Tag | None:
        if not self.updating and (found := self.replicas.place(value)) is not None:
            return ["part", *found]
        return self.stand_in(value)

    def refer(self, value: object) -> Tag:
        if source := importable(value):
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
            return self.replicas.view(*tag[1:])
        return super().find(tag)

    def module(self, name: str) -> object:
        """The learner's module of this name, for an import in a test."""
        found = self.ask("module", None, name)
        if not isinstance_exactly(found, Remote):
            raise ImportError(f"{name} is no module in the learner's process", name=name)
        return found

    # What goes along with messages.

    def extras(self) -> Header:
        found = self.shared.header(self.runs)
        if self.runs and self.warned.has_changed_filters():
            found["warnings"] = True
        return found

    def apply_updates(self, message: Message) -> None:
        self.shared.files_wait |= message.files
        self.shared.state_waits |= message.state
        self.replicas.drop(message.drop)
        if message.warned is not None:
            self.warned.waiting = message.warned
        self.names.note_stale(message.stale)
        for name, text in message.out:
            (sys.stderr if name == "stderr" else sys.stdout).write(text)

    def _answer(self, request: Request) -> None:
        self._trip()
        super()._answer(request)

    def perform(self, what: str, target: Any, *args: Any, **kwargs: Any) -> object:
        shows = what == "special" and args[0] in ("__repr__", "__str__", "__format__")
        if shows and not (_of_a_test(target) or _is_open_error(target)):
            return f"<{type(target).__name__} of the test>"
        self.replicas.has_run = True
        exchange(self.shared.patches)
        try:
            # What the learner's code has issued before it asks comes first.
            self.warned.issue()
            return super().perform(what, target, *args, **kwargs)
        except AssertionError as error:
            if not is_remote(error):
                self.failed = error
            raise
        finally:
            exchange(self.shared.patches)

    def my_error(self, error: BaseException) -> tuple[Error, list[object]]:
        if hasattr(error, "_ai4gov_held"):
            return super().my_error(error)
        # What an assertion says is the test's secret.
        is_secret = isinstance(error, AssertionError)
        args: list[object] = (
            [] if is_secret else [a for a in error.args if isinstance(a, str | int | float)]
        )
        return ExaminerError(
            type(error).__name__[:LONGEST_NAME], self.own.number(error, tell=False)
        ), args
