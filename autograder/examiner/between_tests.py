"""Serves the learner's cells between two tests: they may use what earlier test cells have defined.

In one process a cell calls `test_add()` like any function. Here the call is a request that comes
while no test runs. It is performed if the learner has seen the source of what she uses. What
depends on hidden lines is refused, so that nobody asks a hidden test for its verdict at leisure.
"""

import ast
import socket
import time
import types
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from autograder.bridge.codec import Forgotten
from autograder.bridge.link import Lost
from autograder.bridge.messages import EXAMINER, Error, Request, Tag
from autograder.channel import Broken, Channel
from autograder.examiner.budget import Budget
from autograder.examiner.client import ExaminerEnd
from autograder.examiner.static_analysis import SourceFacts, _globals, words_in
from autograder.text import words

REFLECTING = words(
    "globals locals vars eval exec compile query getattr get_ipython user_ns __import__ importlib "
    "inspect gc sys doctest __main__ __globals__ __dict__"
)
"""Words by which a function may reach values that its source does not name."""

WITHHELD = "this belongs to a test with hidden lines: a cell cannot use it between two tests"


class Withheld(Forgotten):
    """What was asked for depends on lines of a test that the learner has not seen."""


@dataclass(frozen=True)
class Share:
    """What the learner's process got from one test: everything up to these numbers.

    `words` are those of the test's source; None if some of its lines are hidden.
    """

    objects: int
    classes: int
    words: frozenset[str] | None


class BetweenTests(ExaminerEnd):
    """The examiner's end, which also answers while no test runs.

    Such a talk begins with the first request of a learner's cell. It ends with the supervisor's
    next message, for then the cell has ended, and the learner's process answers again.
    """

    def __init__(self, channel: Channel, instructor: SourceFacts, budget: Budget):
        super().__init__(channel, instructor, budget)
        self.is_testing = self.is_between = False
        # Seconds for the talk of the last test: a talk between tests gets as many.
        self.seconds = 0.0
        # Of the running test: its words, None if lines of it are hidden.
        self.current: frozenset[str] | None = frozenset()
        self.shares: list[Share] = []
        # The names under which tests have left values, the global names that each function and
        # class of theirs uses, and the words of tests with hidden lines.
        self.bound: set[str] = set()
        self.uses: dict[str, set[str]] = {}
        self.hidden: frozenset[str] = frozenset()

    # A test cell.

    def begin_test(self, tree: ast.Module, source: str, seconds: float, hidden: bool) -> None:
        """A test cell begins; `hidden` says that the learner has not seen all of its source."""
        self.end_talk()
        self.instructor.learn(tree)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                self.uses.setdefault(node.name, set()).update(_globals(ast.Module([node], [])))
        self.current = words_in(source)
        if hidden:
            self.hidden |= self.current
            self.current = None
        self.seconds, self.is_testing = seconds, True
        self.begin(seconds, source)

    def end_test(self, names: Mapping[str, object]) -> None:
        """A test cell has ended, and left these names.

        What fails from now on comes too late to change the verdict.
        """
        self.bound = {name for name, value in names.items() if not _is_imported(value)}
        if self.fault is None:
            self.finish()
        self._note_share(self.current)
        self.budget.ends, self.is_testing = None, False

    def _note_share(self, words: frozenset[str] | None) -> None:
        self.shares.append(Share(self.own.last, len(self.own.types), words))

    # Between two tests.

    @property
    def is_sound(self) -> bool:
        """Whether the learner's process is listened to."""
        return self.channel.fault is None

    def serve(self) -> None:
        """Answer what comes while no test runs.

        A learner's process that sends nonsense, or asks too often, is not listened to any more:
        the next test finds that it has gone.
        """
        try:
            self.answer_one()
        except Lost as lost:
            self.channel.fault = self.channel.fault or Broken(str(lost))
            with suppress(OSError):
                self.channel.sock.shutdown(socket.SHUT_RDWR)

    def end_talk(self) -> None:
        """End the talk between two tests, if there was one."""
        if self.is_between:
            self.finish()
            # It may be about any test so far.
            self._note_share(None if self.hidden else self.words)
            self.is_between = False

    def _answer(self, request: Request) -> None:
        if not self.is_testing:
            if not self.is_between:
                self.is_between = True
                self.begin(self.seconds)
            # Since the last request the learner's cell may have worked, and bound any name.
            self.budget.ends = time.monotonic() + self.seconds
            self.version += 1
        super()._answer(request)

    def find(self, tag: Tag) -> object:
        found = super().find(tag)
        if self.is_between and tag[0] in ("object", "class") and tag[1] == EXAMINER:
            self._require_seen(tag, found)
        return found

    def _require_seen(self, tag: Tag, value: object) -> None:
        """Raise Withheld for something of a test that depends on hidden lines.

        What was handed over in the running talk comes from a function that may be used.
        """
        kind, _, number = tag
        for each in self.shares:
            if number <= (each.objects if kind == "object" else each.classes):
                break
        else:
            return
        name = _global_name(value)
        named = frozenset((name,)) if name in self.uses else each.words
        if named is None:
            raise Withheld(WITHHELD)
        reached = self.instructor.reached_from(named)
        if self.hidden and (
            reached & REFLECTING or self._used_by(named) & self._used_by(self.hidden)
        ):
            raise Withheld(WITHHELD)
        self.reached |= reached

    def _used_by(self, names: Iterable[str]) -> set[str]:
        """The names of tests among these, and those that their functions and classes use."""
        found: set[str] = set()
        waiting = [*names]
        while waiting:
            name = waiting.pop()
            if name in self.bound and name not in found:
                found.add(name)
                waiting += self.uses.get(name, ())
        return found

    def my_error(self, error: BaseException) -> tuple[Error, list[object]]:
        if isinstance(error, Withheld):
            # The learner's process knows Python's own exceptions by their names.
            error = PermissionError(str(error))
        return super().my_error(error)


def _is_imported(value: object) -> bool:
    """Whether a value is a module, or a function or class of one."""
    kinds = types.ModuleType, types.FunctionType, types.BuiltinFunctionType, type
    return issubclass(type(value), kinds) and getattr(value, "__module__", "") != "__main__"


def _global_name(value: object) -> str:
    """The name of a function or class of a test cell's top level, by which its source is known.

    Empty for everything else, for a function with a closure too: that holds values of elsewhere.
    """
    if isinstance(value, types.FunctionType) and value.__closure__ is None:
        name = value.__code__.co_qualname
    else:
        name = value.__qualname__ if isinstance(value, type) else ""
    return name if getattr(value, "__module__", "") == "__main__" and "." not in name else ""
