"""Exercises: how an author declares one, and how an answer to it becomes an outcome.

@exercise("false-positive-rate", points=2)
def false_positive_rate(rate):
    expect.share(rate)
    expect.close(rate, 0.4485, mistakes={0.3703: say("06-fpr-flagged", "...")})
"""

import dis
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from inspect import signature
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import TypeVar

from course.checking.expect import NotYet, ignored_arguments, is_dots
from course.checking.messages import Message, general, joined, named
from course.checking.outcome import NOT_ATTEMPTED, NOT_YET, RIGHT, RIGHT_SO_FAR, Outcome
from course.errors import describe

Checks = Callable[..., object]
"""A function that an author decorates with @exercise; it takes the learner's answers."""

Decorated = TypeVar("Decorated", bound=Checks)


@dataclass(frozen=True)
class Exercise:
    """An exercise of a checks.py."""

    name: str
    points: float
    checks: Checks
    hidden: bool = False
    hints: Sequence[Message] = ()
    because: Message | None = None
    reads_arguments: bool = False
    form: bool = False
    given: Sequence[str] = ()


@dataclass
class Parts:
    """The weight of an exercise's parts that are right, of all, and the first failed message."""

    held: float = 0
    total: float = 0
    first: Message | None = None
    answers: Mapping[str, object] = field(default_factory=dict)
    """The learner's answers, by their names in the notebook, where these are known."""

    def message_of(self, problem: NotYet) -> Message:
        """The message; a general one says which of several answers it is about."""
        about = [name for name, value in self.answers.items() if value is problem.value]
        if len(self.answers) < 2 or len(about) != 1 or not problem.message.code.startswith("form-"):
            return problem.message
        return named(problem.message, about[0])


@dataclass
class Suite:
    """The exercises of one checks.py, by name, in their order in the file."""

    module: str
    exercises: dict[str, Exercise] = field(default_factory=dict)


_suite: ContextVar[Suite] = ContextVar("suite")
_parts: ContextVar[Parts] = ContextVar("parts")


def exercise(
    name: str,
    *,
    points: float = 0,
    hidden: bool = False,
    hints: Sequence[Message] = (),
    because: Message | None = None,
    reads_arguments: bool = False,
    form: bool = False,
    given: Sequence[str] = (),
) -> Callable[[Decorated], Decorated]:
    """Declare an exercise; the decorated function receives the values passed to `check`.

    Parameters
    ----------
    name : str
        In kebab-case, unique in its assignment.
    points : float
        Points for a right answer; 0 for a self-check in a lesson.
    hidden : bool
        Whether hidden_checks.py has more conditions; the message to the learner says so.
    hints : sequence of Message
        Each try after the first shows one more.
    because : Message, optional
        Why the right answer is right; shown with it, and never before.
    reads_arguments : bool
        Whether the message about unread arguments replaces the exercise's own message, where a
        wrong function reads none of its arguments. It always replaces a general message.
    form : bool
        Whether the answer is what a form has saved; the message of a missing one then says so.
    given : sequence of str
        Parameters of the function that are no answers: the notebook hands them over by itself, so
        an exercise is not attempted while all the others are untouched.

    Raises
    ------
    ValueError
        When the file declares two exercises of this name.
    """

    def register(checks: Decorated) -> Decorated:
        suite = _suite.get()
        if name in suite.exercises:
            raise ValueError(f"the exercise {name!r} is stated twice")
        suite.exercises[name] = Exercise(
            name, points, checks, hidden, tuple(hints), because, reads_arguments, form, tuple(given)
        )
        return checks

    return register


@contextmanager
def part(weight: float = 1) -> Iterator[None]:
    """One of several answers in an exercise, which share its points by weight."""
    parts = _parts.get()
    parts.total += weight
    try:
        yield
        parts.held += weight
    except NotYet as problem:
        parts.first = joined(parts.first, parts.message_of(problem))


def load_suite(path: Path, module: str | None = None) -> Suite:
    """The exercises of a checks.py or hidden_checks.py, which is executed.

    Their module is MODULE in the file (a released one has it), else `module`, else the folder.
    """
    suite = Suite(module or path.parent.name)
    token = _suite.set(suite)
    try:
        namespace = ModuleType(f"checks of {suite.module}")
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), namespace.__dict__)
    finally:
        _suite.reset(token)
    suite.module = getattr(namespace, "MODULE", suite.module)
    return suite


def run(
    name: str,
    values: Sequence[object],
    suite: Suite,
    hidden: Suite | None = None,
    names: Sequence[str] = (),
) -> Outcome:
    """The outcome of an answer. Never raises: an error in the check itself becomes an outcome.

    `names` are those of the values in the notebook, for messages, where they are known.
    """
    stated = suite.exercises[name]
    try:
        takes = _takes(stated.checks)
        if takes is not None and takes != len(values):
            wrong = general("check-values", takes=str(takes), given=str(len(values)))
            return _outcome(stated, suite, NOT_YET, 0, wrong)
        if all(untouched(value) for value in answers_in(stated, values)):
            missing = general("form-not-saved" if stated.form else "not-attempted")
            return _outcome(stated, suite, NOT_ATTEMPTED, 0, missing)
        share, message = _held(stated.checks, values, names)
        seen = message is not None
        if message is None and hidden is not None and name in hidden.exercises:
            share, message = _held(hidden.exercises[name].checks, values, names)
        if message is not None and (stated.reads_arguments or _is_general(message)):
            ignored = (ignored_arguments(value, _is_general(message)) for value in values)
            message = next(filter(None, ignored), message)
    except Exception as error:
        return _outcome(stated, suite, NOT_YET, 0, general("check-failed", error=describe(error)))
    if message is None:
        seen_all = hidden is not None or not stated.hidden
        return _outcome(stated, suite, RIGHT, 1, general(RIGHT if seen_all else RIGHT_SO_FAR))
    outcome = _outcome(stated, suite, NOT_YET, share, message)
    outcome.hidden = not seen
    return outcome


def _takes(checks: Checks) -> int | None:
    """How many values an exercise takes; None where it takes any number."""
    parameters = signature(checks).parameters.values()
    is_fixed = all(each.kind is each.POSITIONAL_OR_KEYWORD for each in parameters)
    return len(parameters) if is_fixed and all(p.default is p.empty for p in parameters) else None


def answers_in(stated: Exercise, values: Sequence[object]) -> list[object]:
    """The values that are answers of the learner, without those that the notebook gives."""
    if not stated.given:
        return list(values)
    names = signature(stated.checks).parameters
    return [value for name, value in zip(names, values, strict=False) if name not in stated.given]


def _is_general(message: Message) -> bool:
    """Whether a message shows only what came or what Python said, and no misspelt name."""
    reason = message.values.get("reason")
    misspelt = isinstance(reason, Message) and reason.code == "error-misspelt"
    return message.code in ("form-error", "form-wrong", "form-nan") and not misspelt


def without_answer(name: str, message: Message, suite: Suite) -> Outcome:
    """The outcome where the last run of the answer cell made no new answer: it is a try."""
    return _outcome(suite.exercises[name], suite, NOT_YET, 0, message)


def _held(
    checks: Checks, values: Sequence[object], names: Sequence[str]
) -> tuple[float, Message | None]:
    """The share of an exercise that is right, from 0 to 1, and the message about the rest."""
    parts = Parts(answers=dict(zip(names, values, strict=False)))
    token = _parts.set(parts)
    try:
        checks(*values)
    except NotYet as problem:
        return 0, parts.message_of(problem)
    finally:
        _parts.reset(token)
    return (parts.held / parts.total if parts.total else 1), parts.first


def _outcome(stated: Exercise, suite: Suite, state: str, share: float, message: Message) -> Outcome:
    return Outcome(
        stated.points * share,
        exercise=stated.name,
        state=state,
        out_of=stated.points,
        message=message.of(suite.module),
        hints=[hint.of(suite.module) for hint in stated.hints],
        because=stated.because.of(suite.module) if stated.because and state == RIGHT else None,
    )


def untouched(value: object) -> bool:
    """Whether a value is as released: three dots, or a function without a body.

    An answer cell that asks for a key shows three dots in quotation marks.
    """
    if is_dots(value):
        return True
    return isinstance(value, FunctionType) and _does_nothing(value)


def _does_nothing(function: FunctionType) -> bool:
    def empty() -> None:
        """A docstring and no more, as in a released function."""

    def dots() -> object:
        """A docstring, and three dots to be replaced."""
        return ...

    def steps(code: CodeType) -> list[tuple[str, object]]:
        return [(step.opname, step.argval) for step in dis.get_instructions(code)]

    return steps(function.__code__) in (steps(empty.__code__), steps(dots.__code__))
