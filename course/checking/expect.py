"""Expectations of an answer, which authors call in checks.py.

An expectation that is met returns; one that is not raises NotYet with the most useful message. An
answer is compared with the right value before the typical mistakes.
"""

import dis
import math
import numbers
import re
import reprlib
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import redirect_stderr
from decimal import Decimal
from functools import wraps
from io import StringIO
from types import CodeType, FunctionType, ModuleType
from typing import ParamSpec, Protocol, TypeGuard, TypeVar

from course.checking.explanations import explain
from course.checking.messages import Message, general, several
from course.checking.sealing import Sealed, choice_token, count_token, matches, number_token
from course.errors import describe

ROUNDING = 1e-9
"""How far outside 0 and 1 a share can lie because floats are rounded."""

LARGEST_NUMBER = 1e15
"""Above it a float has no decimals; no answer of the course is larger."""


LOCAL = re.compile("FAST|DEREF|CLOSURE")
"""In the name of a bytecode instruction that reads or binds a variable of the function."""

HOW = re.compile("LOAD|STORE")
"""What an instruction does with each of its variables, in their order."""

MISSING_TYPES = ("NAType", "NaTType")
"""The classes of pandas' missing values."""


class ArtefactModel(Protocol):
    """What `artefact` needs of a class of the dossier, which this package does not import."""

    @classmethod
    def field_names(cls) -> Sequence[str]:
        """The names of the artefact's fields."""

    @classmethod
    def faults_by_label(
        cls, value: str | Mapping[str, object], measured: object, only: Sequence[str]
    ) -> Sequence[Message]:
        """The faults of a text or of plain fields that concern the fields `only`, or any."""


NOTHING = object()
"""In place of an answer where none is known; it is identical with no answer."""


class NotYet(Exception):
    """An expectation that is not met, with the message for the learner."""

    value: object = NOTHING
    """The answer that the expectation was about, where it is a function decorated with `about`."""

    def __init__(self, message: Message):
        super().__init__(message.code)
        self.message = message


Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def about(expectation: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Let an expectation note its first argument when it is not met."""

    @wraps(expectation)
    def noting(*arguments: Arguments.args, **keywords: Arguments.kwargs) -> Result:
        try:
            return expectation(*arguments, **keywords)
        except NotYet as problem:
            problem.value = arguments[0] if arguments else NOTHING
            raise

    return noting


@about
def share(
    value: object,
    expected: float | Sealed | None = None,
    *,
    digits: int = 3,
    mistakes: Mapping[float | Sealed, Message] | None = None,
    otherwise: Message | None = None,
) -> float:
    """A number between 0 and 1, both included, returned as a float.

    With `expected` it is compared as `close` compares, and only then is a value outside the bounds
    called one: a mistake may lie there, such as the odds in place of the share.
    """
    found = number(value)
    outside = not -ROUNDING <= found <= 1 + ROUNDING
    if expected is not None:
        beyond = general("form-range", value=shown(found))
        _compared(
            found, expected, digits, mistakes, beyond if outside else otherwise, "form-a-share"
        )
    elif outside:
        raise NotYet(general("form-range", value=shown(found)))
    return min(max(found, 0.0), 1.0)


@about
def number(value: object) -> float:
    """One finite number, returned as a float. A text, a pair or a table has its own message."""
    if value is ...:
        raise NotYet(general("form-missing"))
    if value is None:
        raise NotYet(general("form-none"))
    if isinstance(value, str):
        raise NotYet(general("form-text", value=short(value).strip("'\"")))
    if _is_split(value):
        raise NotYet(general("form-comma", number=len(value)))
    value = _scalar(value)
    if hasattr(value, "__len__") or getattr(value, "ndim", None):
        raise NotYet(general("form-series", type=type(value).__name__))
    if callable(value):
        raise NotYet(general("form-brackets"))
    if type(value).__name__ in MISSING_TYPES:
        raise NotYet(general("form-nan"))
    if isinstance(value, bool) or not isinstance(value, numbers.Real | Decimal):
        raise NotYet(general("form-number", type=type(value).__name__))
    try:
        found = float(value)
    except OverflowError:
        # A whole number of more than 308 digits, which is no answer of the course.
        return LARGEST_NUMBER * 10
    if not math.isfinite(found):
        raise NotYet(general("form-nan"))
    return found


def _is_split(value: object) -> TypeGuard[tuple[object, ...]]:
    """Whether Python may have read one number with commas, or a sum of some, as several."""
    if not isinstance(value, tuple) or not 2 <= len(value) <= 5:
        return False
    return all(isinstance(part, numbers.Real) and not isinstance(part, bool) for part in value)


def _scalar(value: object) -> object:
    """A value of Python's own in place of a library's: of numpy's, or an array of 0 dimensions."""
    if getattr(value, "ndim", None) == 0 and hasattr(value, "item"):
        return value.item()
    return value


@about
def close(
    value: object,
    expected: float | Sealed,
    *,
    digits: int = 3,
    mistakes: Mapping[float | Sealed, Message] | None = None,
    otherwise: Message | None = None,
) -> None:
    """A number equal to `expected` when both are rounded to `digits` decimals.

    An answer can differ by one unit of the last digit. A wrong answer is compared in this order:
    with a rounded answer, the listed mistakes (equal at that many digits, because typical mistakes
    lie close to one another), the answer in per cent, the complement to 1, and the answer with the
    other sign. `otherwise` replaces the general message, which shows the value and the form.
    """
    _compared(number(value), expected, digits, mistakes, otherwise, "form-a-number")


def _compared(
    found: float,
    expected: float | Sealed,
    digits: int,
    mistakes: Mapping[float | Sealed, Message] | None,
    otherwise: Message | None,
    form: str,
) -> None:
    unknown = otherwise or _unknown(found, form, digits=digits)
    if abs(found) > LARGEST_NUMBER:
        raise NotYet(unknown)

    def equals(guess: float, near: Sequence[int] = (0,), wanted: float | Sealed = expected) -> bool:
        return any(
            matches(number_token(guess, digits, step), _number(wanted, digits)) for step in near
        )

    if equals(found, (0, -1, 1)):
        return
    if any(equals(found, steps) for steps in _rounded_steps(found, digits)):
        raise NotYet(general("form-rounded", value=shown(found), digits=digits))
    for mistake, message in (mistakes or {}).items():
        if equals(found, wanted=mistake):
            raise NotYet(message)
    percent = found / 100
    if abs(found) > 1 and any(
        equals(percent, steps) for steps in [(0, -1, 1), *_rounded_steps(percent, digits)]
    ):
        raise NotYet(general("form-percent"))
    if equals(1 - found):
        raise NotYet(general("form-complement"))
    if found and equals(-found, (0, -1, 1)):
        raise NotYet(general("form-sign"))
    raise NotYet(unknown)


def _rounded_steps(found: float, digits: int) -> Iterator[Sequence[int]]:
    """For a value of one or two digits fewer: how far the unrounded one can be, in units.

    A value with one significant digit is no evidence of rounding, except for a whole per cent.
    """
    for fewer in (2, 1):
        places = digits - fewer
        significant = abs(found) * 10**places
        if not found or found != round(found, places) or (significant < 9.5 and places != 2):
            continue
        half = 10**fewer // 2
        yield range(-half, half + 1)
        return


def _unknown(found: float, form: str, **values: object) -> Message:
    """The message where no mistake fits: the value that came, and the form of the right one."""
    return general("form-wrong", value=shown(found), form=general(form, **values))


@about
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
        code = "form-whole-share" if 0 < found < 1 else "form-whole"
        raise NotYet(general(code, value=shown(found)))
    token = count_token(int(found))
    if matches(token, _count(expected)):
        return
    for mistake, message in (mistakes or {}).items():
        if matches(token, _count(mistake)):
            raise NotYet(message)
    raise NotYet(otherwise or _unknown(found, "form-a-whole"))


@about
def marks(value: object, expected: int, otherwise: Message | None = None) -> list[bool]:
    """A column, list or array of `expected` values that are true or false, as a list of bools.

    0 and 1 count as false and true. `otherwise` replaces the message about the length.
    """
    length(value, expected, otherwise)
    found = []
    for mark in map(_scalar, _listed(value, expected)):
        if mark is None or type(mark).__name__ in MISSING_TYPES or mark != mark:
            raise NotYet(general("form-marks-missing"))
        if not isinstance(mark, bool | numbers.Real) or mark not in (0, 1):
            raise NotYet(general("form-marks", value=short(mark)))
        found.append(bool(mark))
    return found


@about
def values(value: object, expected: int, otherwise: Message | None = None) -> list[float]:
    """A column, list, tuple or array of `expected` finite numbers, as a list of floats."""
    length(value, expected, otherwise)
    return [number(each) for each in _listed(value, expected)]


def _listed(value: object, expected: int) -> list[object]:
    """The values of a column, list, tuple or array; raises NotYet for what has no order."""
    dimensions = getattr(value, "ndim", 1)
    if dimensions == 2:
        raise NotYet(general("form-one-column", columns=value.shape[1]))  # type: ignore[attr-defined]
    if isinstance(value, str | bytes | Mapping | Set) or dimensions != 1:
        raise NotYet(general("form-values", expected=expected, type=type(value).__name__))
    return list(value)  # type: ignore[call-overload, no-any-return]


def is_dots(value: object) -> bool:
    """Whether a value is as released: three dots, alone or in quotation marks."""
    return value is ... or (isinstance(value, str) and value == "...")


@about
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
    if is_dots(value):
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


@about
def length(value: object, expected: int, otherwise: Message | None = None) -> None:
    """A table, column or list with `expected` rows."""
    if value is ...:
        raise NotYet(general("form-missing"))
    if value is None:
        raise NotYet(general("form-none"))
    try:
        found = len(value)  # type: ignore[arg-type]
    except TypeError:
        raise NotYet(otherwise or general("form-length", expected=expected, length=1)) from None
    if found != expected:
        raise NotYet(otherwise or general("form-length", expected=expected, length=found))


@about
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

    The message lists all faults, and names the fields as a form does: learners fill in forms.

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
    if faults := model.faults_by_label(value, measured, only):
        raise NotYet(several(faults))


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
        given = [short(value) for value in arguments]
        given += [f"{name}={short(value)}" for name, value in keywords.items()]
        described = describe(error)
        kind, _, text = described.partition(": ")
        message = general(
            "form-error",
            arguments=", ".join(given),
            error=described,
            reason=_meaning(explain(kind, text, known=_local_names(run))),
        )
        raise NotYet(message) from None
    if result is None:
        raise NotYet(general("form-return"))
    return result


def _meaning(explained: Message) -> Message:
    """An explanation; where there is none, words that lead to Python's own, which follow.

    A name that its table lacks can be right in the lesson's table, from which it was copied.
    """
    if explained.code == "error-column":
        return general("form-error-name", name=explained.values["name"])
    unknown = explained.code in ("error-other", "error-syntax")
    return general("form-error-python") if unknown else explained


def _local_names(function: object) -> Sequence[str]:
    """All names of a function's own; none for what is no function of this process."""
    code = getattr(function, "__code__", None)
    return code.co_varnames if isinstance(code, CodeType) else ()


def function_names(function: object) -> Sequence[str]:
    """The names of a function's arguments; none for what is no function of this process."""
    code = getattr(function, "__code__", None)
    if not isinstance(code, CodeType):
        return ()
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def ignored_arguments(value: object, partly: bool = True) -> Message | None:
    """What to say of a wrong function that does not read what it is given; None for other values.

    Its lines were copied without putting all of the function's arguments in: it does not read one
    of them, or gives it a value of its own first. With `partly` false it has to read none of them;
    otherwise one that it leaves unread and that has no default is enough, or a table or column of
    the notebook that it reads.
    """
    if not isinstance(value, FunctionType):
        return None
    first: dict[str, str] = {}
    for step in dis.get_instructions(value.__code__):
        if LOCAL.search(step.opname):
            names = step.argval if isinstance(step.argval, tuple) else (step.argval,)
            for how, name in zip(HOW.findall(step.opname), names, strict=False):
                first.setdefault(name, how)
    arguments = function_names(value)
    for name in arguments:
        if first.get(name) == "STORE":
            return general("function-replaces", name=name)
    unused = [name for name in arguments if name not in first]
    needed = arguments[: len(arguments) - len(value.__defaults__ or ())]
    if (partly and {*unused} & {*needed}) or (unused and len(unused) == len(arguments)):
        return general("function-ignores", names=", ".join(unused))
    known = value.__globals__
    outside = [name for name in value.__code__.co_names if _is_table(known.get(name))]
    if partly and arguments and outside:
        return general("function-outside", name=outside[0], names=", ".join(arguments))
    return None


def _is_table(value: object) -> bool:
    """Whether a value is a table or a column: a library such as numpy has a `shape` too."""
    return hasattr(value, "shape") and not isinstance(value, ModuleType)


def shown(number: float) -> str:
    """A number for a message: its digits as far as a float has them, without an exponent."""
    return f"{number:.10g}"


def short(value: object) -> str:
    """A value in a few characters, for a message; of a table its size only."""
    if isinstance(value, FunctionType):
        return "f()"
    shape = getattr(value, "shape", None)
    if isinstance(shape, tuple) and len(shape) == 2:
        return f"{type(value).__name__} ({shape[0]} × {shape[1]})"
    if isinstance(shape, tuple) and len(shape) == 1 and hasattr(value, "tolist"):
        value = value.tolist()
    return " ".join(reprlib.repr(value).split())


def _number(expected: float | Sealed, digits: int) -> str | Sealed:
    return expected if isinstance(expected, Sealed) else number_token(expected, digits)


def _count(expected: int | Sealed) -> str | Sealed:
    return expected if isinstance(expected, Sealed) else count_token(expected)


def _choice(expected: str | Sealed) -> str | Sealed:
    return expected if isinstance(expected, Sealed) else choice_token(expected)
