"""Who has earned what, by the gradebook alone.

Nothing that a learner writes is read: no notebook, no progress file. What counts are the points
that grading put into the gradebook, and whether a person still has to give some.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    MissingEntry,
    SubmittedAssignment,
    SubmittedNotebook,
)

from autograder.errors import CourseError, Unreadable
from autograder.files import read_plain
from autograder.grading.course import Course
from autograder.grading.gradebook import grade_rows
from autograder.settings import ATTENTION_FOLDER, execute_settings
from course.routes import routes
from course.start.progress import BUILD, DECIDE, outline
from course.syllabus import modules

WHOLE = "whole"
PARTS = (DECIDE, BUILD, WHOLE)
"""What a module gives credentials for: each strand, and all of it with its note."""

ROUTE = "route"
"""What a route gives a credential for: each strand on it, in each of its modules."""

COURSE = "course"
"""In place of a module's slug: all modules together."""

SHARE = 0.7
"""The least share of the points, for each part."""

STEP = 1e-9
"""Points are halves and thirds: 0.7 times 3 is a little more than 2.1."""

TEST = "check-"
"""What the name of an exercise's test cell begins with."""

EARNED, WAITING, SHORT = "earned", "waiting", "short"
"""A part is earned; or grading, or a person, has still to give points; or points are missing."""


@dataclass(frozen=True)
class Tally:
    """Points of a part, how many there are, and whether it is earned."""

    points: float
    out_of: float
    state: str


@dataclass(frozen=True)
class Tallies:
    """One student's tallies by part; `attention` if grading left the submission to a person."""

    parts: dict[str, Tally] = field(default_factory=dict)
    attention: bool = False


Standings = dict[str, Tallies]
"""By student."""


def standings(course: Course, what: str) -> Standings:
    """The progress of each student in a module, on a route, or in the whole course.

    Raises CourseError.
    """
    slugs = assignments(what)
    _require_examined_apart(course, slugs)
    with course.gradebook() as gradebook:
        found = [_module(course, gradebook, slug) for slug in slugs]
    if route := routes().by_key.get(what):
        wanted = [[part for part in PARTS if part in route.steps[slug]] for slug in slugs]
        return _each_student(found, lambda tallies: {ROUTE: _combined(tallies, wanted)})
    if what == COURSE:
        return _each_student(
            found,
            lambda tallies: {part: _combined(tallies, [[part]] * len(found)) for part in PARTS},
        )
    return found[0]


def parts_of(what: str) -> tuple[str, ...]:
    """What there are credentials for in a module, on a route or in the course."""
    return (ROUTE,) if what in routes().by_key else PARTS


def assignments(what: str) -> list[str]:
    """The modules with an assignment that a slug, a route's key or "course" stands for."""
    known = [slug for slug, module in modules().items() if not module.lesson_only]
    if what == COURSE:
        return known
    if route := routes().by_key.get(what):
        return [slug for slug, parts in route.steps.items() if {*parts} & {*PARTS}]
    if what not in known:
        there = ", ".join((COURSE, *routes().by_key, *known))
        raise CourseError(f"no credential for {what!r}; there is one for {there}")
    return [what]


def _require_examined_apart(course: Course, slugs: Iterable[str]) -> None:
    forgeable = set(slugs) & set(execute_settings(course.config).in_process)
    if forgeable:
        raise CourseError(
            f"{', '.join(sorted(forgeable))}: the tests run in the learner's own process "
            "(c.Execute.in_process), where points can be forged; nothing is certified"
        )


def _module(course: Course, gradebook: Gradebook, slug: str) -> Standings:
    try:
        assignment = gradebook.find_assignment(slug)
    except MissingEntry:
        raise CourseError(
            f"{slug} is not in the gradebook of {course.root}: nothing was graded there"
        ) from None
    points_of = {
        (notebook.name, cell.name): cell.max_score
        for notebook in assignment.notebooks
        for cell in (*notebook.grade_cells, *notebook.task_cells)
    }
    strand_of = _strands(slug, {cell for _, cell in points_of})
    attention = _needing_attention(course, slug)
    graded: dict[str, list[_Graded]] = {}
    for student, notebook, cell, grade in grade_rows(gradebook, assignment):
        graded.setdefault(student, []).append(
            _Graded(strand_of.get(cell, ""), grade, points_of[notebook, cell])
        )
    penalties = _penalties(gradebook, assignment)
    return {
        student: Tallies(_parts(cells, penalties.get(student, 0)), student in attention)
        for student, cells in graded.items()
    }


@dataclass(frozen=True)
class _Graded:
    """A graded cell of a submission: its strand (empty: a person gives the points)."""

    strand: str
    grade: Grade
    out_of: float

    @property
    def points(self) -> float:
        return float(self.grade.score or 0)

    @property
    def is_open(self) -> bool:
        """Whether its points are not settled: not graded yet, or a person has to look."""
        grade = self.grade
        if grade.needs_manual_grade:
            return True
        # A note that was left as it was gets 0 points from nbgrader, and nobody has read it.
        return grade.manual_score is None and (not self.strand or grade.auto_score is None)


def _penalties(gradebook: Gradebook, assignment: Assignment) -> dict[str, float]:
    """What each student lost for handing in late."""
    found: dict[str, float] = {}
    rows = (
        gradebook.db.query(
            SubmittedAssignment.student_id, SubmittedNotebook.late_submission_penalty
        )
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .filter(SubmittedAssignment.assignment_id == assignment.id)
    )
    for student, penalty in rows:
        found[student] = found.get(student, 0) + (penalty or 0)
    return found


def _strands(slug: str, cells: set[str]) -> dict[str, str]:
    """The strand of each test cell. Raises CourseError where the gradebook lacks an exercise."""
    stated = outline(slug)
    found = {TEST + name: strand for strand in (DECIDE, BUILD) for name in stated[strand]}
    missing = sorted(name.removeprefix(TEST) for name in set(found) - cells)
    if missing:
        raise CourseError(
            f"{slug}: the gradebook is of another version of the course, without the exercises "
            f"{', '.join(missing)}; generate and grade the assignment again"
        )
    return found


def _parts(cells: list[_Graded], penalty: float) -> dict[str, Tally]:
    """The tallies of one submission."""
    strands = {
        strand: _tally([cell for cell in cells if cell.strand == strand])
        for strand in (DECIDE, BUILD)
    }
    whole = _tally(cells, penalty)
    # Enough points altogether are not enough: each strand counts by itself.
    state = _worst(each.state for each in (*strands.values(), whole))
    return {**strands, WHOLE: Tally(whole.points, whole.out_of, state)}


def _tally(cells: list[_Graded], penalty: float = 0) -> Tally:
    out_of = sum(cell.out_of for cell in cells)
    points = max(0.0, min(sum(cell.points for cell in cells) - penalty, out_of))
    if any(cell.is_open for cell in cells):
        return Tally(points, out_of, WAITING)
    return Tally(points, out_of, EARNED if cells and points >= SHARE * out_of - STEP else SHORT)


def _worst(states: Iterable[str]) -> str:
    found = set(states)
    return next((state for state in (SHORT, WAITING) if state in found), EARNED)


def _each_student(
    found: list[Standings], parts: Callable[[list[Tallies | None]], dict[str, Tally]]
) -> Standings:
    """The parts that each student's tallies in several modules give together."""
    combined = {}
    for student in sorted(set().union(*found)):
        tallies = [each.get(student) for each in found]
        attention = any(each.attention for each in tallies if each is not None)
        combined[student] = Tallies(parts(tallies), attention)
    return combined


def _combined(found: list[Tallies | None], wanted: list[list[str]]) -> Tally:
    """The wanted parts of each module together; they are earned when each of them is."""
    tallies = [
        each.parts[part]
        for each, parts in zip(found, wanted, strict=True)
        if each is not None
        for part in parts
    ]
    return Tally(
        sum(tally.points for tally in tallies),
        sum(tally.out_of for tally in tallies),
        _worst(tally.state for tally in tallies) if None not in found else SHORT,
    )


def _needing_attention(course: Course, slug: str) -> set[str]:
    """Students whose submission grading left to a person."""
    path = Path(course.root, ATTENTION_FOLDER, f"{slug}.json")
    try:
        found = json.loads(read_plain(path, 10_000_000))
        if not isinstance(found, Mapping):
            raise ValueError("not an object")
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, RecursionError, Unreadable) as error:
        raise CourseError(f"{path}: cannot be read; grade {slug} again with --force") from error
    return {student for student, reasons in found.items() if reasons}
