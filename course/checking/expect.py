"""Expectations of an answer, which authors call in checks.py.

An expectation that is met returns; one that is not raises NotYet with the most useful message. An
answer is compared with the right value before the typical mistakes.
"""

import math
import numbers
import reprlib
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stderr
from decimal import Decimal
from io import StringIO
from typing import Protocol

from course.checking.messages import Message, general
from course.checking.sealing import Sealed, choice_token, count_token, matches, number_token
from course.errors import describe

ROUNDING = 1e-9
"""How far outside 0 and 1 a share can lie because floats are rounded."""

LARGEST = 1e15
"""Above it a float has no decimals; no answer of the course is larger."""


class ArtefactModel(Protocol):
    """What `artefact` needs of a class of the dossier, which this package does not import."""

    @classmethod
    def field_names(cls) -> Sequence[str]:
        """The names of the artefact's fields."""

    @classmethod
    def faults_in(
        cls, value: str | Mapping[str, object], measured: object, only: Sequence[str]
    ) -> Sequence[Message]:
        """The faults of a text or of plain fields that concern the fields `only`, or any."""


class NotYet(Exception):
    """An expectation that is not met, with the message for the learner."""

    def __init__(self, message: Message):
        super().__init__(message.code)
        self.message = message


def share(value: object) -> float:
    """A number between 0 and 1, both included, returned as a float."""
    found = number(value)
    if 1 + ROUNDING < found <= 100:
        raise NotYet(general("form-percent"))
    if not -ROUNDING <= found <= 1 + ROUNDING:
        raise NotYet(general("form-range", value=f"{found:g}"))
    return min(max(found, 0.0), 1.0)


def number(value: object) -> float:
    """One finite number, returned as a float. A text, a pair or a table has its own message."""
    if value is ...:
        raise NotYet(general("form-missing"))
    if isinstance(value, str):
        raise NotYet(general("form-text"))
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(v, int) for v in value):
        raise NotYet(general("form-comma"))
    if getattr(value, "ndim", None) == 0 and hasattr(value, "item"):
        value = value.item()
    if hasattr(value, "__len__") or getattr(value, "ndim", None):
        raise NotYet(general("form-series"))
    if callable(value):
        raise NotYet(general("form-brackets"))
    if type(value).__name__ in ("NAType", "NaTType"):
        raise NotYet(general("form-nan"))
    if isinstance(value, bool) or not isinstance(value, numbers.Real | Decimal):
        raise NotYet(general("form-number", type=type(value).__name__))
    try:
        found = float(value)
    except OverflowError:
        raise NotYet(general("form-wrong")) from None
    if not math.isfinite(found):
        raise NotYet(general("form-nan"))
    return found


def close(
    value: object,
    expected: float | Sealed,
    *,
    digits: int = 3,
    mistakes: Mapping[float | Sealed, Message] | None = None,
    otherwise: Message | None = None,
) -> None:
    """A number equal to `expected` when both are rounded to `digits` decimals.

    An answer can differ by one unit of the last digit. A mistake is recognised only when it is
    equal at that many digits, because typical mistakes lie close to one another. Three mistakes
    need not be listed: the answer in per cent, the complement to 1, and a rounded answer.
    `otherwise` replaces the general message.
    """
    found = number(value)

    if abs(found) > LARGEST:
        raise NotYet(otherwise or general("form-wrong"))

    def equals(guess: float, near: Sequence[int] = (0,), wanted: float | Sealed = expected) -> bool:
        return any(
            matches(number_token(guess, digits, step), _number(wanted, digits)) for step in near
        )

    if equals(found, (0, -1, 1)):
        return
    for mistake, message in (mistakes or {}).items():
        if equals(found, wanted=mistake):
            raise NotYet(message)
    if abs(found) > 1 and equals(found / 100, (0, -1, 1)):
        raise NotYet(general("form-percent"))
    if equals(1 - found):
        raise NotYet(general("form-complement"))
    if found and found == round(found, digits - 1) and equals(found, range(-5, 6)):
        raise NotYet(general("form-rounded"))
    raise NotYet(otherwise or general("form-wrong"))


def count(
    value: object,
    expected: int | Sealed,
    *,
    mistakes: Mapping[int | Sealed, Message] | None = None,
    otherwise: Message | None = None,
) -> None:
    """A whole number, exactly `expected`."""
    found = number(value)
    if found != int(found):
        raise NotYet(general("form-whole", value=f"{found:g}"))
    token = count_token(int(found))
    if matches(token, _count(expected)):
        return
    for mistake, message in (mistakes or {}).items():
        if matches(token, _count(mistake)):
            raise NotYet(message)
    raise NotYet(otherwise or general("form-wrong"))


def choice(
    value: object,
    right: str | Sealed,
    wrong: Mapping[str | Sealed, Message],
    options: Iterable[str] | None = None,
) -> None:
    """The key of the right option; each wrong option has its own message.

    `options` lists all keys for the message about an unknown one. A sealed check needs it, because
    its own keys cannot be read.
    """
    listed = list(options) if options is not None else sorted(map(str, [right, *wrong]))
    if value is ...:
        raise NotYet(general("form-missing"))
    token = choice_token(value) if isinstance(value, str) else ""
    if matches(token, _choice(right)):
        return
    for mistake, message in wrong.items():
        if matches(token, _choice(mistake)):
            raise NotYet(message)
    shown = value if isinstance(value, str) else reprlib.repr(value)
    raise NotYet(general("form-option", value=shown, options=", ".join(listed)))


def true(condition: object, otherwise: Message) -> None:
    """A condition that is true."""
    if not condition:
        raise NotYet(otherwise)


def length(value: object, expected: int, otherwise: Message | None = None) -> None:
    """A table, column or list with `expected` rows."""
    if value is ...:
        raise NotYet(general("form-missing"))
    try:
        found = len(value)  # type: ignore[arg-type]
    except TypeError:
        raise NotYet(otherwise or general("form-length", expected=expected, length=1)) from None
    if found != expected:
        raise NotYet(otherwise or general("form-length", expected=expected, length=found))


def table(value: object, columns: Iterable[str]) -> None:
    """A pandas DataFrame that has at least the named columns."""
    if value is ...:
        raise NotYet(general("form-missing"))
    names = list(columns)
    held = getattr(value, "columns", None)
    if held is None or any(name not in held for name in names):
        raise NotYet(general("form-table", columns=", ".join(names)))


def artefact(
    model: type[ArtefactModel],
    value: object,
    *,
    measured: object = None,
    only: Sequence[str] = (),
) -> None:
    """A YAML text or plain fields in which an artefact of the dossier has no fault.

    `measured` holds the numbers that the artefact's must equal, in the form that the model's
    `faults` takes. `only` narrows the check to some fields; a text that cannot be read never
    passes. Raises ValueError for a name in `only` that is no field.
    """
    if value is ...:
        raise NotYet(general("form-missing"))
    if unknown := sorted(set(only) - set(model.field_names())):
        raise ValueError(f"{model.__name__} has no field {', '.join(unknown)}")
    if not isinstance(value, str | Mapping):
        raise NotYet(general("form-artefact", type=type(value).__name__))
    for fault in model.faults_in(value, measured, only):
        raise NotYet(fault)


def call(function: object, *arguments: object, **keywords: object) -> object:
    """The result of a learner's function for these arguments.

    An exception in the function becomes a message with the arguments that caused it; None, from a
    function without `return`, has a message of its own.
    """
    if function is ...:
        raise NotYet(general("form-missing"))
    if not callable(function):
        raise NotYet(general("form-function", type=type(function).__name__))
    run: Callable[..., object] = function
    try:
        # nbgrader gives no points for a test cell that writes to stderr, also by a warning.
        with redirect_stderr(StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = run(*arguments, **keywords)
    except (Exception, SystemExit) as error:
        shown = [short(value) for value in arguments]
        shown += [f"{name}={short(value)}" for name, value in keywords.items()]
        message = general("form-error", arguments=", ".join(shown), error=describe(error))
        raise NotYet(message) from None
    if result is None:
        raise NotYet(general("form-return"))
    return result


def short(value: object) -> str:
    """A value in a few characters, for a message."""
    return " ".join(reprlib.repr(value).split())


def _number(expected: float | Sealed, digits: int) -> str | Sealed:
    return expected if isinstance(expected, Sealed) else number_token(expected, digits)


def _count(expected: int | Sealed) -> str | Sealed:
    return expected if isinstance(expected, Sealed) else count_token(expected)


def _choice(expected: str | Sealed) -> str | Sealed:
    return expected if isinstance(expected, Sealed) else choice_token(expected)
