"""A learner's progress, in one file for all languages of the course.

The file is in the learner's home of the course (home.py). What earlier versions recorded in the
folder of a language, or of a fetched assignment, counts too.
"""

import html
import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course import places
from course.checking.messages import general
from course.checking.outcome import NOT_YET, RIGHT, Outcome
from course.errors import UserError
from course.files import write_atomic
from course.language import LANGUAGES, Translator
from course.os_errors import os_fault, os_reason
from course.start import home
from course.start.lock import locked

Record = dict[str, dict[str, dict[str, Any]]]
"""{module: {exercise: {state, points, out_of, code, tries, at}}}.

`at` is the time of the outcome that is kept, in UTC, such as 2026-11-28T10:12:00+00:00; files of
earlier versions lack it.
"""

NAME = "progress.json"

DECIDE, BUILD = "decide", "build"
"""The two strands of an assignment."""

LESSON = "lesson"

DRAWN = "drawn"

OUTLINE = places.PACKAGE / "outline"
"""A file for each module, made by the build.

{strand: {exercise: points}, "lesson": [exercise], "drawn": {exercise: [name of an answer]}}
"""


class ProgressError(UserError):
    """Progress that cannot be read or saved; the text is a short reason for people."""


def progress_file() -> Path:
    """The file in the home of the course; without a home, in the current folder."""
    here = Path.cwd()
    return (home.home_of(here) or here) / NAME


def read(path: Path) -> Record:
    """The record in a file with what earlier versions left beside it; empty when there is none.

    Raises ProgressError for a file that cannot be read. A damaged one is renamed first, so that
    nothing overwrites it.
    """
    with _alone(path):
        return _read(path)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Wait for other notebooks that record progress. Raises ProgressError."""
    try:
        with locked(path):
            yield
    except TimeoutError:
        t = Translator("course")
        raise ProgressError(
            t("another notebook is saving progress and has not finished; run this cell again")
        ) from None


def _read(path: Path) -> Record:
    recorded = _read_one(path)
    for earlier in _earlier(path):
        recorded = merged(recorded, _read_one(earlier))
    return recorded


def _earlier(path: Path) -> Iterator[Path]:
    """The files of earlier versions: one for each language, or for each fetched assignment."""
    if path.name != NAME:
        return
    names = [*LANGUAGES, *sorted(each.stem for each in OUTLINE.glob("*.json"))]
    for name in names:
        if (earlier := path.parent / name / NAME).is_file():
            yield earlier


def merged(one: Record, other: Record) -> Record:
    """Two records as one: of each exercise the better outcome, and the larger number of tries."""
    found: Record = {module: dict(exercises) for module, exercises in one.items()}
    for module, exercises in other.items():
        own = found.setdefault(module, {})
        for name, entry in exercises.items():
            if name not in own:
                own[name] = entry
                continue
            tries = max(own[name]["tries"], entry["tries"])
            own[name] = max(own[name], entry, key=_worth) | {"tries": tries}
    return found


def _worth(entry: dict[str, Any]) -> tuple[float, bool]:
    return entry["points"], entry.get("state") == RIGHT


def _read_one(path: Path) -> Record:
    try:
        recorded: Record = json.loads(path.read_text(encoding="utf-8"))
        if not is_record(recorded):
            raise ValueError("not a record of progress")
        return recorded
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ProgressError(os_fault(error, path.name).read()) from error
    except (ValueError, RecursionError):
        raise ProgressError(_set_aside(path)) from None


def is_record(recorded: object) -> bool:
    """Whether something that was read from a file is a record of progress."""
    return isinstance(recorded, dict) and all(
        isinstance(exercises, dict) and all(map(_is_entry, exercises.values()))
        for exercises in recorded.values()
    )


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(key), int | float) and math.isfinite(entry[key])
        for key in ("points", "out_of", "tries")
    )


def _set_aside(path: Path) -> str:
    """Rename a damaged file to the next free name; returns a sentence about it."""
    t = Translator("course")
    names = (f"{path.stem}-damaged{number or ''}{path.suffix}" for number in range(1000))
    aside = next(free for name in names if not (free := path.with_name(name)).exists())
    try:
        path.rename(aside)
    except OSError as error:
        return t("{file} is damaged, and cannot be set aside: {reason}").format(
            file=path.name, reason=os_reason(error).read()
        )
    return t("{file} was damaged; it is now {aside}").format(file=path.name, aside=aside.name)


def record(module: str, outcome: Outcome) -> tuple[int, float]:
    """Record an outcome; returns the unsuccessful tries at the exercise, and the points kept.

    The best outcome is kept, so that points never fall when an answer is run again. Raises
    ProgressError.
    """
    path = progress_file()
    with _alone(path):
        return _record(path, module, outcome)


def _record(path: Path, module: str, outcome: Outcome) -> tuple[int, float]:
    recorded = _read(path)
    before = recorded.get(module, {}).get(outcome.exercise, {})
    tries: int = before.get("tries", 0) + (outcome.state == NOT_YET)
    data = outcome.as_data() | {"at": datetime.now(UTC).isoformat(timespec="seconds")}
    name = data.pop("exercise")
    if before and (before["points"] > data["points"] or _same(before, data)):
        data = before
    recorded.setdefault(module, {})[name] = data | {"tries": tries}
    write(path, recorded)
    return tries, data["points"]


def _same(before: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether a right answer was only run again: the time of the first one is kept."""
    return bool(
        before.get("state") == now["state"] == RIGHT
        and before["points"] == now["points"]
        and before.get("code") == now["code"]
    )


def add(path: Path, other: Record) -> None:
    """Merge another record into that of a file. Raises ProgressError."""
    with _alone(path):
        write(path, merged(_read(path), other))


def write(path: Path, recorded: Record) -> None:
    """Write a record in place of what is there. Raises ProgressError."""
    try:
        write_atomic(path, json.dumps(recorded, ensure_ascii=False, indent=1, sort_keys=True))
    except OSError as error:
        raise ProgressError(os_fault(error, path.name).read()) from error


def outline(module: str) -> dict[str, dict[str, float]]:
    """The points of a module's exercises by strand; empty where the module has no assignment."""
    stated = _outline(module)
    return {strand: stated[strand] for strand in (DECIDE, BUILD) if strand in stated}


def self_checks(module: str) -> list[str]:
    """The exercises that a module's lesson asks, without points; empty where there are none."""
    return list(_outline(module).get(LESSON, ()))


def drawn_answers(module: str, exercise: str) -> list[str]:
    """The answers to an exercise that controls draw, by their names, in the notebook's order."""
    return list(_outline(module).get(DRAWN, {}).get(exercise, ()))


def _outline(module: str) -> dict[str, Any]:
    try:
        stated: dict[str, Any] = json.loads(
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
