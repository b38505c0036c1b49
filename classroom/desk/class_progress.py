"""How far each assignment has come, by what arrived: in the exchange, in folders, in the gradebook.

A step that reports success counts for nothing here; only what it should have put somewhere does.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import Assignment, Grade, SubmittedAssignment, SubmittedNotebook
from nbgrader.coursedir import CourseDirectory
from traitlets import TraitError

from autograder.errors import CourseError, Unreadable
from autograder.files import LONGEST_TIMESTAMP, read_plain, students_in
from autograder.grading.course import Course
from autograder.settings import ATTENTION_FOLDER, CONFIG, load
from autograder.text import printable
from classroom.errors import USER_ERRORS
from classroom.hub import steps
from classroom.hub.roster import Learner, roster_of
from course import places
from course.errors import describe
from course.language import LANGUAGES
from course.syllabus import Module, modules, read_syllabus

HANDED_IN = "handed_in"
COLLECTED = "collected"
GRADED = "graded"
WAITING = "waiting"
ATTENTION = "attention"
RETURNED = "returned"
COUNTED = (HANDED_IN, COLLECTED, GRADED, WAITING, ATTENTION, RETURNED)
"""What is counted of an assignment, in the order in which it happens."""


@dataclass
class Work:
    """One learner's work for an assignment: its language, and which of COUNTED are true of it."""

    lang: str
    cohort: str = ""
    marks: set[str] = field(default_factory=set)


@dataclass
class Progress:
    """An assignment: the languages in which it is released, and the work of each learner."""

    assignment: str
    title: str = ""
    released: set[str] = field(default_factory=set)
    works: dict[str, Work] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        return bool(self.released or self.works)

    def languages(self) -> list[str]:
        """The languages in which it is released or was handed in, in the course's order."""
        found = self.released | {work.lang for work in self.works.values()}
        return [lang for lang in LANGUAGES if lang in found]

    def count(self, mark: str, lang: str = "", cohort: str = "") -> int:
        """How many learners' work has a mark; in a language or a cohort only, if one is given."""
        return sum(
            mark in work.marks
            and (not lang or work.lang == lang)
            and (not cohort or work.cohort == cohort)
            for work in self.works.values()
        )


@dataclass
class Class:
    """All assignments of a course, the class list, and what could not be read, in plain lines."""

    course_id: str
    root: Path
    standings: list[Progress]
    roster: list[Learner]
    faults: list[str]

    def standing(self, assignment: str) -> Progress | None:
        return next((each for each in self.standings if each.assignment == assignment), None)

    def cohorts(self) -> list[str]:
        return sorted({each.cohort for each in self.roster if each.cohort})

    def missing(self, standing: Progress, lang: str = "", cohort: str = "") -> list[Learner]:
        """Who of the class list has not handed in."""
        return [
            each
            for each in self.roster
            if (each.id not in standing.works or not standing.works[each.id].marks)
            and (not lang or each.lang == lang)
            and (not cohort or each.cohort == cohort)
        ]

    def strangers(self, standing: Progress) -> list[str]:
        """Who has handed in and is not in the class list; empty for a course without one."""
        known = {each.id for each in self.roster}
        return sorted(set(standing.works) - known) if known else []


def read_class(folder: Path) -> Class:
    """The standing of every assignment of the course in a folder.

    Raises CourseError where there is no course; whatever else cannot be read is among the faults.
    """
    folders = folders_of(folder)
    root = Path(folders.root)
    faults: list[str] = []
    roster: list[Learner] = []
    try:
        roster = roster_of(root)
    except CourseError as error:
        faults.append(str(error))
    opened: Course | None = None
    try:
        opened = Course.open(folder)
    except CourseError as error:
        # A course is also shown before its first assignment has made the gradebook.
        if Path(root, "gradebook.db").exists() or not folders.db_url.startswith("sqlite"):
            faults.append(str(error))
    released: dict[str, set[str]] = {}
    inbound: dict[str, dict[str, str]] = {}
    try:
        released = steps.released_languages(folder)
        inbound = steps.in_exchange(folder)
    except CourseError as error:
        faults.append(str(error))
    waiting = _waiting(opened) if opened else {}

    names = _assignments(folders, opened)
    cohorts = {each.id: each.cohort for each in roster}
    standings = []
    for name in sorted(names):
        works = _works(opened, folders, name, inbound.get(name, {}), waiting.get(name, set()))
        if opened and any(GRADED in work.marks for work in works.values()):
            try:
                for student in steps.returned(folder, name) & set(works):
                    works[student].marks.add(RETURNED)
            except CourseError as error:
                faults.append(str(error))
        for student, work in works.items():
            work.cohort = cohorts.get(student, "")
        standings.append(Progress(name, _title(name), released.get(name, set()), works))
    lines = list(dict.fromkeys(map(printable, faults)))
    return Class(folders.course_id, root, standings, roster, lines)


def folders_of(folder: Path) -> CourseDirectory:
    """The folders of a course, which may have no gradebook yet. Raises CourseError."""
    try:
        folders = CourseDirectory(config=load(folder))
        folders.trait_values(config=True)
        return folders
    except TraitError as error:
        raise CourseError(f"c.CourseDirectory in {CONFIG}: {describe(error)}") from error


def _modules(root: Path) -> dict[str, Module]:
    """The modules of the course's checkout in which a folder is; empty elsewhere."""
    repository = places.find_repository(root)
    try:
        return read_syllabus(repository.syllabus) if repository else {}
    except USER_ERRORS:
        return {}


def _title(name: str) -> str:
    """The title of a module of the installed course; empty for another assignment."""
    try:
        return modules()[name].title if name in modules() else ""
    except USER_ERRORS:
        return ""


def _assignments(folders: CourseDirectory, opened: Course | None) -> set[str]:
    """The assignments that the gradebook knows, and those that can be released."""
    stated = _modules(Path(folders.root))
    found = {slug for slug, module in stated.items() if not module.lesson_only}
    if opened:
        with opened.gradebook() as gradebook:
            found |= {each.name for each in gradebook.assignments}
    source = Path(folders.format_path(folders.source_directory, ".", "assignment")).parent
    if source.is_dir():
        found |= {each.name for each in source.iterdir() if any(each.glob("*.ipynb"))}
    return found


def _works(
    opened: Course | None,
    folders: CourseDirectory,
    assignment: str,
    inbound: dict[str, str],
    waiting: set[str],
) -> dict[str, Work]:
    collected = students_in(folders, folders.submitted_directory, assignment)
    graded = students_in(folders, folders.autograded_directory, assignment)
    attention = _attention(Path(folders.root), assignment)
    works = {student: Work(lang) for student, lang in inbound.items()}
    for student in collected | graded:
        step = folders.submitted_directory if student in collected else folders.autograded_directory
        folder = Path(folders.format_path(step, student, assignment))
        works.setdefault(student, Work("")).lang = steps.language_handed_in(folder)
    for student, work in works.items():
        work.marks.add(HANDED_IN)
        if student in collected:
            work.marks.add(COLLECTED)
        if student in graded and opened and _is_current(opened, student, assignment):
            work.marks.add(GRADED)
            if student in waiting:
                work.marks.add(WAITING)
        if student in attention:
            work.marks.add(ATTENTION)
    return works


def _is_current(opened: Course, student: str, assignment: str) -> bool:
    """Whether the graded notebook is of what the learner handed in last."""
    graded = opened.autograded(student, assignment)
    submitted = opened.submitted(student, assignment)
    return not submitted.is_dir() or _time(graded) == _time(submitted)


def _time(folder: Path) -> bytes:
    try:
        return read_plain(folder / "timestamp.txt", LONGEST_TIMESTAMP).strip()
    except (OSError, Unreadable):
        return b""


def _attention(root: Path, assignment: str) -> set[str]:
    """Whose work needs a person, as grading left it."""
    try:
        found = json.loads(read_plain(root / ATTENTION_FOLDER / f"{assignment}.json", 10_000_000))
        return {student for student, reasons in found.items() if reasons}
    except (OSError, ValueError, AttributeError, RecursionError, Unreadable):
        return set()


def _waiting(opened: Course) -> dict[str, set[str]]:
    """Whose work a person has still to read, by assignment."""
    found: dict[str, set[str]] = {}
    for assignment, student in _waiting_rows(opened):
        found.setdefault(assignment, set()).add(student)
    return found


def _waiting_rows(opened: Course) -> Iterator[tuple[str, str]]:
    with opened.gradebook() as gradebook:
        yield from (
            gradebook.db.query(Assignment.name, SubmittedAssignment.student_id)
            .join(SubmittedAssignment, SubmittedAssignment.assignment_id == Assignment.id)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
            .filter(Grade.needs_manual_grade)
            .distinct()
        )
