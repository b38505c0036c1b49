"""What staff decided about the service's decisions: `overrulings.csv` in the project's folder.

Each row is one answer of a person, confirmed or overruled, so that the share overruled can be
computed. The text of a comment is kept only where it was overruled; no name of a person is kept.
The file is written as a whole with each answer, so it is never half-written.
"""

import csv
import io
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from course.data.spreadsheets import as_text, as_written
from course.errors import UserError
from course.files import NotPlainError, open_plain, write_atomic
from course.project.project_files import LARGEST_TEXT

NAME = "overrulings.csv"

CONFIRMED, OVERRULED = "confirmed", "overruled"
NOW, TODAY, LATER = "now", "today", "later"
URGENCIES = (NOW, TODAY, LATER)
"""When a person reads the comment."""

_LOCK = threading.Lock()


class OverrulingsError(UserError):
    """The file cannot be read or written; `kind` is "damaged", "full" or "unwritable"."""

    def __init__(self, kind: str, text: str):
        super().__init__(text)
        self.kind = kind


@dataclass(frozen=True)
class Review:
    """An answer of a person to one decision of the service; all values are text, as in the file.

    `confidence` is from 0 to 1. `urgency` is when a person would read the comment by the service
    alone, and `staff_urgency` is when a person reads it; both are in URGENCIES. `reason` and `text`
    are empty where the decision was confirmed.
    """

    at: str
    """The time in UTC, such as 2026-11-28T10:12:00+00:00."""
    answer: str
    language: str
    district: str
    department: str
    confidence: str
    urgency: str
    staff_department: str
    staff_urgency: str
    reason: str = ""
    text: str = ""


COLUMNS = tuple(field.name for field in fields(Review))


@dataclass(frozen=True)
class Count:
    """How many decisions people answered in a language, and how many of these they overruled."""

    language: str
    answered: int
    overruled: int

    @property
    def share(self) -> float:
        """The share overruled, from 0 to 1; nan where nothing was answered."""
        return self.overruled / self.answered if self.answered else float("nan")


ALL = "all"
"""The `language` of the count over all languages."""


def now() -> str:
    """The time for a new row."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def read(folder: Path) -> list[Review]:
    """The rows of a project's folder, oldest first; none without the file.

    Raises OverrulingsError for a file that is not one of these, is too large, or is a link.
    """
    try:
        with open_plain(folder / NAME) as file:
            content = file.read(LARGEST_TEXT + 1)
    except FileNotFoundError:
        return []
    except NotPlainError:
        raise _damaged("is not a plain file") from None
    except OSError as error:
        raise _damaged(f"cannot be read ({error.strerror})") from error
    if len(content) > LARGEST_TEXT:
        raise _damaged(f"is larger than {LARGEST_TEXT} bytes")
    try:
        table = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        head = next(table, [])
        if tuple(head) != COLUMNS:
            raise _damaged("has other columns than the page writes")
        return [_review(row, table.line_num) for row in table]
    except (csv.Error, UnicodeDecodeError) as error:
        raise _damaged("is not a CSV table in UTF-8") from error


def record(folder: Path, review: Review) -> None:
    """Add a row to the file of a project's folder, which is written anew as a whole.

    Raises OverrulingsError, and leaves the file as it was.
    """
    if review.answer not in (CONFIRMED, OVERRULED) or review.staff_urgency not in URGENCIES:
        raise ValueError(f"not an answer: {review.answer!r}, {review.staff_urgency!r}")
    with _LOCK:
        text = io.StringIO(newline="")
        table = csv.writer(text, lineterminator="\n")
        table.writerow(COLUMNS)
        for each in [*read(folder), review]:
            table.writerow([as_text(value) for value in asdict(each).values()])
        content = text.getvalue().encode("utf-8", "replace")
        if len(content) > LARGEST_TEXT:
            raise OverrulingsError("full", f"{NAME}: full; rename it, and a new one is begun")
        try:
            write_atomic(folder / NAME, content)
        except OSError as error:
            raise OverrulingsError(
                "unwritable", f"{NAME}: cannot be written ({error.strerror})"
            ) from error


def counts(reviews: Sequence[Review]) -> list[Count]:
    """How often the service was overruled: over all first, then by language in alphabetical order.

    A monitoring plan can watch `share` for each language as an indicator.
    """
    languages = sorted({each.language for each in reviews})
    groups = [(ALL, list(reviews))]
    groups += [(name, [each for each in reviews if each.language == name]) for name in languages]
    return [
        Count(name, len(group), sum(each.answer == OVERRULED for each in group))
        for name, group in groups
    ]


def _review(row: list[str], line: int) -> Review:
    if len(row) != len(COLUMNS):
        raise _damaged(f"has {len(row)} values instead of {len(COLUMNS)} in line {line}")
    found = Review(*[as_written(value) for value in row])
    if found.answer not in (CONFIRMED, OVERRULED):
        raise _damaged(f"has an unknown answer in line {line}")
    return found


def _damaged(what: str) -> OverrulingsError:
    return OverrulingsError(
        "damaged", f"{NAME}: {what}; restore it, or rename it, and a new one is begun"
    )
