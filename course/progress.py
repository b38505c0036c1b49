"""A learner's progress, in one file that can be carried from one Binder session to the next.

The file is in the folder of the start page. A learner who downloads it from JupyterLab and uploads
it to the same folder of a new session continues from there.
"""

import html
import json
from pathlib import Path
from typing import Any

from course.checking.messages import general
from course.checking.outcome import NOT_YET, Outcome
from course.errors import UserError
from course.files import write_atomic
from course.language import Translator

Record = dict[str, dict[str, dict[str, Any]]]
"""{module: {exercise: {state, points, out_of, code, tries}}}."""

NAME = "progress.json"
START_PAGE = "start.ipynb"


class ProgressError(UserError):
    """Progress that cannot be read or saved; the text is a short reason for people."""


def progress_file() -> Path:
    """The file beside the start page, at most four folders up; else in the current folder."""
    here = Path.cwd()
    for folder in (here, *here.parents[:4]):
        if (folder / START_PAGE).is_file():
            return folder / NAME
    return here / NAME


def read(path: Path) -> Record:
    """The record in a file, empty when there is no file.

    Raises ProgressError for a file that cannot be read. A damaged one is renamed first, so that
    nothing overwrites it.
    """
    try:
        recorded: Record = json.loads(path.read_text(encoding="utf-8"))
        if not _is_record(recorded):
            raise ValueError("not a record of progress")
        return recorded
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ProgressError(f"{path.name}: {error.strerror}") from error
    except (ValueError, RecursionError):
        raise ProgressError(_set_aside(path)) from None


def _is_record(recorded: object) -> bool:
    return isinstance(recorded, dict) and all(
        isinstance(exercises, dict) and all(map(_is_entry, exercises.values()))
        for exercises in recorded.values()
    )


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(key), int | float) for key in ("points", "out_of", "tries")
    )


def _set_aside(path: Path) -> str:
    """Rename a damaged file to the next free name; returns a sentence about it."""
    names = (f"{path.stem}-damaged{number or ''}{path.suffix}" for number in range(1000))
    aside = next(free for name in names if not (free := path.with_name(name)).exists())
    try:
        path.rename(aside)
    except OSError as error:
        return f"{path.name} is damaged, and cannot be set aside: {error.strerror}"
    return f"{path.name} was damaged; it is now {aside.name}"


def record(module: str, outcome: Outcome) -> tuple[int, float]:
    """Record an outcome; returns the unsuccessful tries at the exercise, and the points kept.

    The best outcome is kept, so that points never fall when an answer is run again. Raises
    ProgressError.
    """
    path = progress_file()
    recorded = read(path)
    before = recorded.get(module, {}).get(outcome.exercise, {})
    tries: int = before.get("tries", 0) + (outcome.state == NOT_YET)
    data = outcome.as_data()
    name = data.pop("exercise")
    if before.get("points", 0) > data["points"]:
        data = before
    recorded.setdefault(module, {})[name] = data | {"tries": tries}
    _write(path, recorded)
    return tries, data["points"]


def _write(path: Path, recorded: Record) -> None:
    try:
        write_atomic(path, json.dumps(recorded, ensure_ascii=False, indent=1, sort_keys=True))
    except OSError as error:
        raise ProgressError(f"{path.name}: {error.strerror}") from error


class ProgressTable:
    """Progress as a table with a row for each module that was begun."""

    def __init__(self, recorded: Record, problem: str = ""):
        self.recorded = recorded
        self.problem = problem

    def rows(self) -> list[tuple[str, float, float]]:
        """(module, points so far, points of the exercises tried), in the course's order."""
        return [
            (
                module,
                sum(done["points"] for done in exercises.values()),
                sum(done["out_of"] for done in exercises.values()),
            )
            for module, exercises in sorted(self.recorded.items())
        ]

    def __repr__(self) -> str:
        return "\n".join(
            f"{module}: {points:g}/{out_of:g}" for module, points, out_of in self.rows()
        )

    def _repr_html_(self) -> str:
        t = Translator("course")
        number = t.number
        problem = f"<p>{html.escape(self.problem)}</p>" if self.problem else ""
        if not self.recorded:
            return problem + f"<p>{html.escape(t('Nothing has been checked yet.'))}</p>"
        head = "".join(
            f'<th scope="col" style="text-align: left">{html.escape(title)}</th>'
            for title in (t("Module"), t("Points so far"), t("Points of the exercises tried"))
        )
        body = "".join(
            f"<tr><td>{html.escape(module)}</td><td>{number(points, 1)}</td>"
            f"<td>{number(out_of, 1)}</td></tr>"
            for module, points, out_of in self.rows()
        )
        return f"{problem}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def show_progress() -> ProgressTable:
    """The learner's progress, as a table to show in the notebook."""
    try:
        return ProgressTable(read(progress_file()))
    except ProgressError as error:
        return ProgressTable({}, general("progress-unsaved", reason=str(error)).read())
