"""A learner's progress, in one file that can be carried from one Binder session to the next.

The file is in the folder of the start page. A learner who downloads it from JupyterLab and uploads
it to the same folder of a new session continues from there.
"""

import html
import json
from pathlib import Path
from typing import Any

from course import places
from course.checking.messages import general
from course.checking.outcome import NOT_YET, Outcome
from course.errors import UserError
from course.files import write_atomic
from course.language import Translator

Record = dict[str, dict[str, dict[str, Any]]]
"""{module: {exercise: {state, points, out_of, code, tries}}}."""

NAME = "progress.json"
START_PAGE = "start.ipynb"

DECIDE, BUILD = "decide", "build"
"""The two strands of an assignment."""

OUTLINE = places.PACKAGE / "outline"
"""A file for each assignment, made by the build: {strand: {exercise: points}}."""


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


def outline(module: str) -> dict[str, dict[str, float]]:
    """The points of a module's exercises by strand; empty where the module has no assignment."""
    try:
        stated: dict[str, dict[str, float]] = json.loads(
            (OUTLINE / f"{module}.json").read_text(encoding="utf-8")
        )
    except FileNotFoundError:
        return {}
    return stated


class ProgressTable:
    """Progress in the assignments, a row for each that was begun; Decide and Build apart."""

    def __init__(self, recorded: Record, problem: str = ""):
        self.recorded = recorded
        self.problem = problem

    def rows(self) -> list[tuple[str, dict[str, tuple[float, float]]]]:
        """(module, {strand: (points so far, points of the strand)}), in the course's order.

        A module without an outline has one strand without a name: of the exercises tried.
        """
        found = []
        for module, done in sorted(self.recorded.items()):
            counted = {name: entry for name, entry in done.items() if entry["out_of"]}
            stated = outline(module) or {
                "": {name: entry["out_of"] for name, entry in counted.items()}
            }
            strands = {
                strand: (
                    sum(done[name]["points"] for name in points if name in done),
                    sum(points.values()),
                )
                for strand, points in stated.items()
            }
            if counted:
                found.append((module, strands))
        return found

    def __repr__(self) -> str:
        return "\n".join(
            f"{module}: "
            + ", ".join(
                f"{strand} {points:g}/{out_of:g}".strip()
                for strand, (points, out_of) in strands.items()
            )
            for module, strands in self.rows()
        )

    def _repr_html_(self) -> str:
        t = Translator("course")
        problem = f"<p>{html.escape(self.problem)}</p>" if self.problem else ""
        rows = self.rows()
        if not rows:
            return problem + f"<p>{html.escape(t('Nothing has been checked yet.'))}</p>"
        head = "".join(
            f'<th scope="col" style="text-align: left">{html.escape(title)}</th>'
            for title in (t("Module"), t("Decide"), t("Build"))
        )
        body = "".join(
            f'<tr><th scope="row" style="text-align: left">{html.escape(_title(module))}</th>'
            + "".join(
                f'<td style="text-align: left">{html.escape(_so_far(t, *counts))}</td>'
                for counts in strands.values()
            )
            + "</tr>"
            for module, strands in rows
        )
        note = html.escape(
            t("Each track is complete by itself. A person reads the note; it is not counted here.")
        )
        return (
            f"{problem}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
            f"<p>{note}</p>"
        )


def _title(slug: str) -> str:
    # Imported only for the table: the syllabus needs yaml, and every notebook imports this module.
    from course.syllabus import modules

    module = modules().get(slug)
    # The title is a text of the syllabus, which the build has put into this catalogue.
    return f"{module.number} {Translator('course')(module.title)}" if module else slug


def _so_far(t: Translator, points: float, out_of: float) -> str:
    """The points of a strand as words, with a mark where all were got."""
    written = [t.number(value, 0 if value == int(value) else 2) for value in (points, out_of)]
    so_far = t("{points} of {out_of} points").format(points=written[0], out_of=written[1])
    return t("✓ complete: {so_far}").format(so_far=so_far) if points >= out_of else so_far


def show_progress() -> ProgressTable:
    """The learner's progress, as a table to show in the notebook."""
    try:
        return ProgressTable(read(progress_file()))
    except ProgressError as error:
        return ProgressTable({}, general("progress-unsaved", reason=str(error)).read())
