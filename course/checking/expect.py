"""What can be expected of an answer, and what is said when it is not so.

Each expectation returns quietly when it is met and raises NotYet with the most useful
sentence when it is not. Right values are looked for before typical mistakes.
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
"""How far sums of shares may lie outside 0 and 1 by the rounding of floats."""

LARGEST = 1e15
"""Beyond it a float no longer holds decimals, and no answer of the course lies there."""

LONGEST = 160
"""Characters of an exception that a learner is shown."""


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
    """An expectation is not met; carries the message for the learner."""

    def __init__(self, message: Message):
        super().__init__(message.code)
        self.message = message


def share(value: object) -> float:
    """A number between 0 and 1 (both included), returned as a float."""
    found = number(value)
    if 1 + ROUNDING < found <= 100:
        raise NotYet(general("form-percent"))
    if not -ROUNDING <= found <= 1 + ROUNDING:
        raise NotYet(general("form-range", value=f"{found:g}"))
    return min(max(found, 0.0), 1.0)


def number(value: object) -> float:
    """One finite number, returned as a float; a text, a pair, a table each get their sentence."""
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

    One unit of the last digit is allowed on either side. A mistake is recognised when it
    is equal at that many digits, without that allowance: typical mistakes lie close to one
    another. One hundred times the expected value, and what is missing from it to 1, are
    recognised without being listed. `otherwise` replaces the general sentence.
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
    """The key of the right option; each wrong option has its own explanation.

    `options` lists all keys in plain text; a sealed check needs it to name them.
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
    """A condition that holds."""
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
    """A YAML text (or plain fields) in which an artefact of the dossier has no fault.

    `measured` is what the numbers have to equal, as `faults` of the model takes it; `only`
    narrows the check to some of the artefact's fields. A text that cannot be read never
    passes.
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
    """What a learner's function returns for these arguments.

    An exception of theirs becomes one sentence with the arguments that caused it, and a
    missing `return` another.
    """
    if function is ...:
        raise NotYet(general("form-missing"))
    if not callable(function):
        raise NotYet(general("form-function", type=type(function).__name__))
    run: Callable = function
    try:
        # What their function writes or warns is not the check's: nbgrader counts it as a failure.
        with redirect_stderr(StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = run(*arguments, **keywords)
    except (Exception, SystemExit) as error:
        shown = [short(value) for value in arguments]
        shown += [f"{name}={short(value)}" for name, value in keywords.items()]
        spoken = general("form-error", arguments=", ".join(shown), error=describe(error))
        raise NotYet(spoken) from None
    if result is None:
        raise NotYet(general("form-return"))
    return result


def short(value: object) -> str:
    """A value in a few characters, for a sentence."""
    return " ".join(reprlib.repr(value).split())


def _number(expected: float | Sealed, digits: int) -> str | Sealed:
    return expected if isinstance(expected, Sealed) else number_token(expected, digits)


def _count(expected: int | Sealed) -> str | Sealed:
    return expected if isinstance(expected, Sealed) else count_token(expected)


def _choice(expected: str | Sealed) -> str | Sealed:
    return expected if isinstance(expected, Sealed) else choice_token(expected)
