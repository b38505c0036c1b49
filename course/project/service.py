"""A service: what it decides about comments, and whether that has the right form."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd

from course.checking.messages import GENERAL, Message, say
from course.data.datasets import closed
from course.errors import UserError, describe
from course.project.names import COLUMNS, DECIDED, DEPARTMENTS, PERSON

Train = Callable[[pd.DataFrame], Any]
Decide = Callable[[Any, pd.DataFrame], pd.DataFrame]
FindDuplicates = Callable[[pd.DataFrame], Iterable[tuple[Any, Any]]]

MOST_SECONDS = 25
"""CPU seconds in which a service must learn."""

LONGEST_REASON = 400
"""Characters of a reason."""

NO_TABLE = say(
    "service-no-table",
    "`decide` returned {kind}; return a table (a pandas DataFrame) with the columns {columns}.",
)
NO_COLUMN = say(
    "service-no-column",
    "The table of `decide` has no column “{name}”. It needs the columns {columns}.",
)
NOT_GIVEN = say(
    "service-not-given",
    "The table that the service was given has no column “{name}”. It needs the columns {columns}.",
)
ROWS = say(
    "service-rows",
    "`decide` was given {given} rows and returned {returned}. Return one row for each of them, in "
    "the same order.",
)
ORDER = say(
    "service-order",
    "The table of `decide` is in another order than the rows that it was given. Return the rows in "
    "that order, with their index.",
)
DEPARTMENT = say(
    "service-department",
    "The column “department” of `decide` holds “{value}”, which is none of the answers. They are: "
    "{options}; and “person” hands a case over.",
)
NUMBER = say(
    "service-number",
    "The column “{name}” of `decide` holds {value}. It needs numbers from 0 to 1, one for each "
    "row.",
)
REASON = say(
    "service-reason",
    "A reason of `decide` is “{value}”. Write a text of 1 to {longest} characters for each row.",
)
PAIRS = say(
    "service-pairs",
    "`find_duplicates` returned {value}. Return pairs of names from the column `comment`, as in "
    "[(later, earlier)].",
)
FAILED = say("service-failed", "`{name}` stopped with an error: {error}")
ANSWERS = say(
    "service-answers",
    "`{name}` loads “civic-comments”, which holds the answers of the comments on which the service "
    "is measured. Learn only from the table that `train` is given.",
)
NO_FUNCTION = say(
    "service-no-function", "`{name}` is not a function. Write it with `def {name}({arguments}):`."
)
NO_SOURCE = say(
    "service-no-source",
    "The text of `{name}` cannot be read. Define it in a cell of this notebook, and run this cell "
    "again.",
)
NO_MODEL = say(
    "service-no-model",
    "The project has no model yet: save your choices (choices.yml) or keep your functions "
    "(model.py) at checkpoint 2.",
)


class ServiceError(UserError):
    """What a service returned, and why it cannot be used: one line."""

    def __init__(self, message: Message):
        super().__init__(message.code)
        self.message = message

    def __str__(self) -> str:
        return self.message.read()


def failure(message: Message, **values: object) -> ServiceError:
    """The error with this message and its values."""
    return ServiceError(Message(message.code, message.text, values, GENERAL))


class Service:
    """A service that routes, ranks, explains, and finds repeated comments.

    It learns at its first decision. Nothing in it changes afterwards.
    """

    def __init__(
        self,
        train: Train,
        decide: Decide,
        find_duplicates: FindDuplicates | None = None,
        *,
        learns_from: Callable[[], pd.DataFrame] | None = None,
        columns: Sequence[str] = COLUMNS,
        options: Sequence[str] = tuple(DEPARTMENTS),
    ):
        """The three functions of a team, as the module `course.project` states them.

        `learns_from` gives the table from which it learns (by default training_part()); `columns`
        are those that `decide` is shown, and `options` the answers that it may give.
        """
        self._train, self._decide, self._find = train, decide, find_duplicates
        self._learns_from = learns_from
        self.columns, self.options = tuple(columns), tuple(options)
        self._model: Any = None
        self._has_learned = False
        self.seconds = 0.0
        """CPU seconds that learning took; 0 before."""

    def learn(self) -> None:
        """Learn, unless that was done already. Raises ServiceError for an error in `train`."""
        if self._has_learned:
            return
        table = self._learns_from() if self._learns_from else _training_part()
        began = time.process_time()
        self._model = _called("train", self._train, table)
        self.seconds = time.process_time() - began
        self._has_learned = True

    def decide(self, comments: pd.DataFrame) -> pd.DataFrame:
        """What the service decides about comments, one row each, with the index of `comments`.

        Only `self.columns` are used: COLUMNS, or those of a team's own data. The columns of the
        result are `department` (on own data: the answer; or "person"), `confidence` and `urgency`
        (0 to 1), and `reason`. Raises ServiceError, in one line, for a result of another form.
        """
        given = self._known_of(comments)
        self.learn()
        found = _called("decide", self._decide, self._model, given)
        return checked(found, comments, self.options)

    def find_duplicates(self, comments: pd.DataFrame) -> list[tuple[str, str]]:
        """Pairs of comments that say the same: the later one and the earlier one, by name.

        Raises ServiceError for a result of another form. There are none without a function that
        finds them, and none in own data, whose rows have no name in a column `comment`.
        """
        if self._find is None or "comment" not in self.columns:
            return []
        found = _called("find_duplicates", self._find, self._known_of(comments))
        if isinstance(found, Iterator):
            # A generator runs the team's function only now, and can stop with its error.
            found = _called("find_duplicates", list, found)
        return _checked_pairs(found, comments)

    def _known_of(self, comments: pd.DataFrame) -> pd.DataFrame:
        """A copy of the columns that a decision may use. Raises ServiceError without one."""
        for name in self.columns:
            if name not in comments:
                raise failure(NOT_GIVEN, name=name, columns=", ".join(self.columns))
        return comments[list(self.columns)].copy()


def _training_part() -> pd.DataFrame:
    from course.project.data import training_part

    return training_part()


def _called(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
    """The result of a team's function. Raises ServiceError with the line of their error."""
    if not callable(function):
        raise failure(NO_FUNCTION, name=name, arguments="…")
    try:
        with closed("civic-comments", failure(ANSWERS, name=name)):
            return function(*arguments)
    except UserError:
        raise
    except Exception as error:
        raise failure(FAILED, name=name, error=describe(error)) from error


def checked(
    found: Any, comments: pd.DataFrame, options: Sequence[str] = tuple(DEPARTMENTS)
) -> pd.DataFrame:
    """What `decide` returned, with exactly the columns DECIDED. Raises ServiceError.

    An index from 0 counts as the order of the comments; any other must be theirs.
    """
    columns = ", ".join(DECIDED)
    if not isinstance(found, pd.DataFrame):
        raise failure(NO_TABLE, kind=type(found).__name__, columns=columns)
    for name in DECIDED:
        if name not in found:
            raise failure(NO_COLUMN, name=name, columns=columns)
    if len(found) != len(comments):
        raise failure(ROWS, given=len(comments), returned=len(found))
    if not (found.index.equals(comments.index) or found.index.equals(pd.RangeIndex(len(found)))):
        raise failure(ORDER)
    table = pd.DataFrame(index=comments.index)
    table["department"] = [_department(value, options) for value in found["department"]]
    for name in ("confidence", "urgency"):
        table[name] = _numbers(found[name], name)
    table["reason"] = [_reason(value) for value in found["reason"]]
    return table


def _department(value: Any, options: Sequence[str]) -> str:
    named = str(value)
    if named != PERSON and named not in options:
        raise failure(DEPARTMENT, value=_short(value), options=", ".join(options))
    return named


def _numbers(column: pd.Series, name: str) -> "np.ndarray[Any, Any]":
    try:
        numbers = column.to_numpy(dtype=float)
    except (TypeError, ValueError):
        wrong_kind = next((each for each in column if not _is_number(each)), column.iloc[0])
        raise failure(NUMBER, name=name, value=_short(wrong_kind)) from None
    wrong = ~((numbers >= 0) & (numbers <= 1))
    if wrong.any():
        raise failure(NUMBER, name=name, value=_short(numbers[wrong][0]))
    return numbers


def _is_number(value: Any) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True


def _reason(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST_REASON:
        raise failure(REASON, value=_short(value), longest=LONGEST_REASON)
    return value.strip()


def _checked_pairs(found: Any, comments: pd.DataFrame) -> list[tuple[str, str]]:
    if isinstance(found, pd.DataFrame):
        found = list(found.itertuples(index=False, name=None))
    names = set(comments["comment"].astype(str))
    pairs = []
    try:
        for pair in found:
            one, other = pair
            if str(one) not in names or str(other) not in names or str(one) == str(other):
                raise failure(PAIRS, value=_short(pair))
            pairs.append((str(one), str(other)))
    except (TypeError, ValueError):
        raise failure(PAIRS, value=type(found).__name__) from None
    return pairs


def _short(value: Any) -> str:
    written = " ".join(str(value).split())
    return written if len(written) <= 40 else f"{written[:39]}…"


def own_service(
    train: Train, decide: Decide, find_duplicates: FindDuplicates | None = None, **how: Any
) -> Service:
    """The service of a team's own functions. Raises ServiceError for what is no function."""
    for name, function, arguments in (
        ("train", train, "comments"),
        ("decide", decide, "model, comments"),
        ("find_duplicates", find_duplicates, "comments"),
    ):
        if not callable(function) and not (name == "find_duplicates" and function is None):
            raise failure(NO_FUNCTION, name=name, arguments=arguments)
    return Service(train, decide, find_duplicates, **how)


def service_in(path: Path, text: str, **how: Any) -> Service:
    """The service in the text of a model.py, which is executed: only for the team's own file.

    Raises ServiceError.
    """
    module = ModuleType("project_model")
    module.__file__ = str(path)
    _called("model.py", lambda: exec(compile(text, str(path), "exec"), module.__dict__))
    return own_service(
        getattr(module, "train", None),  # type: ignore[arg-type]
        getattr(module, "decide", None),  # type: ignore[arg-type]
        getattr(module, "find_duplicates", None),
        **how,
    )
