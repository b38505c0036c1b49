"""How far a learner is: each module and strand, points, minutes left, and the next step.

Only what checks recorded counts: the note of an assignment is read by a person.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course.checking.outcome import RIGHT
from course.routes import Route
from course.start.progress import BUILD, DECIDE, LESSON, Record, outline, self_checks
from course.syllabus import Module

NOT_BEGUN, BEGUN, DONE = "not-begun", "begun", "done"

STRANDS = (DECIDE, BUILD)
ROUNDED_TO = 5
"""Minutes left are given in multiples of this, as those of the syllabus are."""

LARGEST_NOTEBOOK = 20_000_000
"""Bytes of a notebook that is searched for a heading."""


@dataclass(frozen=True)
class PartStanding:
    """A lesson, or a strand of an assignment: `lesson`, `decide` or `build`.

    `points` and `out_of` are 0 for a lesson, whose checks give none. `minutes` are those left.
    `finished` is the time of the last of its answers if it is done and that time is known.
    """

    name: str
    state: str
    points: float = 0
    out_of: float = 0
    minutes: float = 0
    open: Sequence[str] = ()
    """The exercises that are not right yet, in no particular order."""
    finished: datetime | None = None
    begun: datetime | None = None


@dataclass(frozen=True)
class ModuleStanding:
    """How far a learner is in one module."""

    module: Module
    parts: Mapping[str, PartStanding]
    last: datetime | None = None
    """The time of the latest outcome that was kept."""

    @property
    def strands(self) -> list[PartStanding]:
        """The strands of the assignment; none in a module that is a lesson alone."""
        return [self.parts[name] for name in STRANDS if name in self.parts]

    @property
    def state(self) -> str:
        """Done: one whole strand is right; in a lesson alone, all its questions are."""
        if any(part.state == DONE for part in self.strands or self.parts.values()):
            return DONE
        return BEGUN if self.begun else NOT_BEGUN

    @property
    def begun(self) -> bool:
        """Whether anything of it was checked."""
        return any(part.state != NOT_BEGUN for part in self.parts.values())

    @property
    def finished(self) -> datetime | None:
        """The time when the first strand was done, where it is known."""
        parts = self.strands or [self.parts[LESSON]]
        times = [part.finished for part in parts if part.finished is not None]
        return min(times, default=None)


@dataclass(frozen=True)
class NextStep:
    """What to do next: a part of a module, and in it an exercise.

    `exercise` is empty for a whole lesson that was not begun.
    """

    module: Module
    part: str
    minutes: float
    exercise: str = ""


@dataclass(frozen=True)
class CourseStanding:
    """How far a learner is in the course."""

    modules: Sequence[ModuleStanding]
    followed: Sequence[str] = STRANDS
    """The strands that the learner takes: those with an exercise tried; both before the first."""

    def points(self, strand: str) -> tuple[float, float]:
        """(points so far, points of the strand) in all modules, begun or not."""
        parts = [each.parts[strand] for each in self.modules if strand in each.parts]
        return sum(part.points for part in parts), sum(part.out_of for part in parts)

    def done(self, part: str) -> tuple[int, int]:
        """(modules in which a part is done, modules that have the part)."""
        parts = [each.parts[part] for each in self.modules if part in each.parts]
        return sum(each.state == DONE for each in parts), len(parts)

    def minutes(self, *parts: str) -> int:
        """Minutes left in some parts of all modules, in multiples of five."""
        return rounded(
            sum(each.parts[part].minutes for each in self.modules for part in parts
                if part in each.parts)
        )  # fmt: skip

    @property
    def is_done(self) -> bool:
        """Whether every strand is done, and the lesson of each module that has none here."""
        return all(
            part.state == DONE
            for each in self.modules
            for part in each.strands or each.parts.values()
        )

    def is_complete(self, strand: str) -> bool:
        """Whether a strand is done in every module that has it, and each lesson alone too."""
        return bool(self.modules) and all(
            (each.parts.get(strand) or each.parts[LESSON]).state == DONE for each in self.modules
        )


def along(found: CourseStanding, route: Route) -> CourseStanding:
    """How far the learner is on a route: its modules in its order, each with the parts on it."""
    by_slug = {each.module.slug: each for each in found.modules}
    on_it = [
        replace(by_slug[slug], parts={name: by_slug[slug].parts[name] for name in parts})
        for slug, parts in route.steps.items()
        if slug in by_slug
    ]
    strands = [each for each in STRANDS if any(each in one.parts for one in on_it)]
    return CourseStanding(on_it, strands)


def beyond(found: CourseStanding, route: Route) -> CourseStanding:
    """How far the learner is in what is not on a route."""
    left = []
    for each in found.modules:
        on_it = route.steps.get(each.module.slug, ())
        if parts := {name: part for name, part in each.parts.items() if name not in on_it}:
            left.append(replace(each, parts=parts))
    return CourseStanding(left, found.followed)


def rounded(minutes: float) -> int:
    """Minutes in a multiple of five; not 0 while anything is left."""
    return max(ROUNDED_TO * round(minutes / ROUNDED_TO), ROUNDED_TO if minutes > 0 else 0)


def standing(recorded: Record, modules: Sequence[Module]) -> CourseStanding:
    """How far the learner is whose progress was recorded."""
    found = [_module(module, recorded.get(module.slug, {})) for module in modules]
    tried = [
        strand
        for strand in STRANDS
        if any(strand in each.parts and each.parts[strand].state != NOT_BEGUN for each in found)
    ]
    return CourseStanding(found, tried or STRANDS)


def _module(module: Module, recorded: dict[str, dict[str, Any]]) -> ModuleStanding:
    parts = {}
    for name in (LESSON, *STRANDS):
        if name in module.parts:
            points = (
                dict.fromkeys(self_checks(module.slug), 0.0)
                if name == LESSON
                else outline(module.slug).get(name, {})
            )
            parts[name] = _part(name, points, recorded, module.minutes_of(name))
    times = [_time(entry) for entry in recorded.values()]
    return ModuleStanding(module, parts, max(filter(None, times), default=None))


def _part(
    name: str, points: Mapping[str, float], recorded: dict[str, dict[str, Any]], minutes: float
) -> PartStanding:
    """A part with some exercises and their points; the minutes are those of the whole part."""
    tried = {each: recorded[each] for each in points if each in recorded}
    left = [each for each in points if each not in tried or not _is_right(tried[each])]
    begun = [entry for entry in tried.values() if entry.get("state") != "not-attempted"]
    state = DONE if points and not left else BEGUN if begun else NOT_BEGUN
    times = [time for entry in begun if (time := _time(entry)) is not None]
    return PartStanding(
        name,
        state,
        sum(_points(tried[each], points[each]) for each in tried),
        sum(points.values()),
        minutes * (len(left) / len(points) if points else 1),
        left,
        max(times) if state == DONE and len(times) == len(points) else None,
        min(times, default=None),
    )


def _is_right(entry: dict[str, Any]) -> bool:
    return entry.get("state") == RIGHT


def _points(entry: dict[str, Any], out_of: float) -> float:
    """The points of an entry, which a carried file may state at will, within what they can be."""
    return min(max(float(entry["points"]), 0.0), out_of)


def _time(entry: dict[str, Any]) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(entry.get("at", "")))
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def next_step(
    found: CourseStanding, order: Callable[[str], Sequence[str]] = lambda slug: ()
) -> NextStep | None:
    """What to do next; None when all that the learner follows is done.

    The module with the latest answer comes first, then those after it, then those before it. In a
    module, its lesson comes first, unless the assignment was begun. When the followed strand is
    done in all modules, the other one is next. `order` gives the exercises of a module's
    assignment in the order of the notebook; what it leaves out comes last. Before a module, those
    come that it needs and that were not begun, the earliest first.
    """
    modules = list(found.modules)
    current = _current(modules)
    around = [*modules[current:], *modules[:current]]
    for strands in dict.fromkeys((tuple(found.followed), STRANDS)):
        for each in around:
            if (step := _step_in(each, strands, order)) is not None:
                missing = _not_begun_before(each, modules)
                return (missing and _step_in(missing, strands, order)) or step
    return None


def _not_begun_before(
    each: ModuleStanding, modules: Sequence[ModuleStanding]
) -> ModuleStanding | None:
    """The earliest module that was not begun among those that a module needs, and those need."""
    by_slug = {other.module.slug: other for other in modules}
    for slug in each.module.needs:
        if (needed := by_slug.get(slug)) is not None:
            earlier = _not_begun_before(needed, modules)
            if earlier or not needed.begun:
                return earlier or needed
    return None


def _current(modules: Sequence[ModuleStanding]) -> int:
    """The place of the module in which the learner was last."""
    dated = [(each.last, place) for place, each in enumerate(modules) if each.last]
    if dated:
        return max(dated)[1]
    return max((place for place, each in enumerate(modules) if each.begun), default=0)


def _step_in(
    each: ModuleStanding, strands: Sequence[str], order: Callable[[str], Sequence[str]]
) -> NextStep | None:
    lesson = each.parts.get(LESSON)
    assignment_begun = any(part.state != NOT_BEGUN for part in each.strands)
    if lesson and lesson.state != DONE and not assignment_begun:
        first = lesson.open[0] if lesson.state == BEGUN and lesson.open else ""
        return NextStep(each.module, LESSON, lesson.minutes, first)
    left = {name: part for part in each.strands if part.name in strands for name in part.open}
    for name in [*(order(each.module.slug) if left else ()), *left]:
        if name in left:
            part = left[name]
            return NextStep(each.module, part.name, part.minutes, name)
    return None


@dataclass(frozen=True)
class ExercisePlace:
    """The place of an exercise in a notebook: the cell of its heading, and the heading."""

    cell: str
    heading: str


CHECK_CALL = re.compile(r"""^check\(\s*["']([\w-]{1,80})["']""", re.MULTILINE)
HEADING = re.compile(r"^##+ +(.+)$", re.MULTILINE)


def places_in(notebook: Path) -> dict[str, ExercisePlace]:
    """The place of each check of a learner's notebook, in order; none where it cannot be read.

    The file is the learner's: it may hold anything.
    """
    try:
        if notebook.stat().st_size > LARGEST_NOTEBOOK:
            return {}
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        found: dict[str, ExercisePlace] = {}
        here = ExercisePlace("", "")
        for cell in cells:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown" and (headings := HEADING.findall(source)):
                here = ExercisePlace(str(cell.get("id", ""))[:80], headings[-1].strip()[:200])
            elif cell["cell_type"] == "code":
                for name in CHECK_CALL.findall(source):
                    found.setdefault(name, here)
        return found
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
