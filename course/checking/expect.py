"""What can be expected of an answer, and what is said when it is not so.

Each expectation returns quietly when it is met and raises NotYet with the most useful
sentence when it is not. Right values are looked for before typical mistakes.
"""

import math
import numbers
import reprlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from course.checking.messages import Message, general
from course.checking.sealing import Sealed, choice_token, count_token, matches, number_token

Expected = float | int | str | Sealed


class NotYet(Exception):
    """An expectation is not met; carries the message for the learner."""

    def __init__(self, message: Message):
        super().__init__(message.code)
        self.message = message


def share(value: object) -> float:
    """A number between 0 and 1 (both included), returned as a float."""
    found = number(value)
    if 1 < found <= 100:
        raise NotYet(general("form-percent"))
    if not 0 <= found <= 1:
        raise NotYet(general("form-range", value=f"{found:g}"))
    return found


def number(value: object) -> float:
    """One finite number, returned as a float; a text, a pair, a table each get their sentence."""
    if value is ...:
        raise NotYet(general("form-missing"))
    if isinstance(value, str):
        raise NotYet(general("form-text"))
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(v, int) for v in value):
        raise NotYet(general("form-comma"))
    if hasattr(value, "__len__") or getattr(value, "ndim", None):
        raise NotYet(general("form-series"))
    if callable(value):
        raise NotYet(general("form-brackets"))
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise NotYet(general("form-number", type=type(value).__name__))
    if not math.isfinite(value):
        raise NotYet(general("form-nan"))
    return float(value)


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

    def equals(guess: float, near: Sequence[int] = (0,), wanted: float | Sealed = expected) -> bool:
        return any(
            matches(number_token(guess, digits, step), _number(wanted, digits)) for step in near
        )

    if equals(found, (0, -1, 1)):
        return
    for mistake, message in (mistakes or {}).items():
        if equals(found, wanted=mistake):
            raise NotYet(message)
    if equals(found / 100, (0, -1, 1)):
        raise NotYet(general("form-percent"))
    if equals(1 - found):
        raise NotYet(general("form-complement"))
    if found == round(found, digits - 1) and equals(found, range(-5, 6)):
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


def call(function: object, *arguments: object, **named: object) -> object:
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
        result = run(*arguments, **named)
    except Exception as error:
        shown = [short(value) for value in arguments]
        shown += [f"{name}={short(value)}" for name, value in named.items()]
        reason = f"{type(error).__name__}: {error}".rstrip(": .")
        raise NotYet(general("form-error", arguments=", ".join(shown), error=reason)) from None
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
