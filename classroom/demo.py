"""The demo: a whole nbgrader course with a small class, graded, with feedback and a report.

The class is made from answers.py: every right answer and every typical mistake is handed
in by somebody, in one of the four languages, and beside them the accidents that happen in
every class. What each submission should get is known in advance and compared.
"""

import json
import logging
import math
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path
from types import ModuleType

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.errors import CourseError
from autograder.records import ATTENTION_NEEDED, GRADED, Result, is_test
from classroom.attention import read
from classroom.pages.feedback import write_feedback
from classroom.pages.graded import exercise_name, outcome_data
from classroom.pages.report import write_report
from course.checking.answers import AnswerCase
from course.checking.exercises import Suite, load_suite
from course.language import LANGUAGES
from course.publishing import Built
from course.publishing.build import build
from course.publishing.rules import load_answers_module as load_module
from course.start.home import copy_with_checks

ASSIGNMENT = "06-measuring-fairness"
TIMESTAMP = "2026-11-25 09:00:00 UTC"

CONFIG = '''"""A course made by `ai4gov demo`; plain `nbgrader` commands work from this folder."""

import os

from classroom.settings import configure

c = get_config()
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
configure(c, source="source", checks="checks")
c.Execute.timeout = 10
'''


@dataclass
class DemoSubmission:
    """What one learner of the demo hands in, and what it should get."""

    student: str
    lang: str
    kind: str
    points: float
    status: str = GRADED
    codes: dict[str, str] = field(default_factory=dict)
    """The message that each exercise should get, where the kind of hand-in says so."""


def play(
    repository: Path,
    folder: Path | None,
    grade: Callable[[Path, str], list[Result]],
    chosen: str | None = None,
) -> int:
    """Make a course and a class for one assignment in a new folder, grade it, and report.

    With a chosen assignment the course has that module only; without one it has all modules, and
    the class hands in ASSIGNMENT.

    Returns 0 when every submission got what answers.py promises, 1 when some did not.
    """
    built = build(repository, [chosen] if chosen else [])
    assignment = chosen or ASSIGNMENT
    course = new_folder(folder)
    print(f"1. A course of its own in {course}")
    make_course(repository, course, built)
    generate(course, assignment)
    promised = hand_in_class(repository, course, assignment)
    print(f"2. {len(promised)} submissions of {assignment} handed in; grading them", flush=True)
    results = {result.student: result for result in grade(course, assignment)}
    print("3. Feedback, in each learner's language", flush=True)
    pages, problems = write_feedback(course, assignment)
    print("4. A report on the class", flush=True)
    reports = write_report(course, course / "report")
    broken = _print_table(course, assignment, promised, results)
    print(
        f"\n{len(promised) - broken} of {len(promised)} submissions got what answers.py promises."
    )
    for student, reason in problems:
        print(f"No feedback for {student}: {reason}")
    print(f"\nLook at\n  {reports[0]}\n  {pages[1] if len(pages) > 1 else course / 'feedback'}")
    print(f"The course is an nbgrader course: cd {course} && nbgrader --help")
    return 1 if broken else 0


def new_folder(folder: Path | None) -> Path:
    """The folder to work in: the one asked for, or the first free name."""
    if folder is None:
        names = (Path(f"ai4gov-demo-{number}") for number in range(1, 1000))
        folder = next(path for path in names if not path.exists())
    folder = folder.resolve()
    if folder.exists():
        raise CourseError(f"{folder} exists already; name a new folder with --dir, or delete it")
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise CourseError(f"{folder}: cannot be made ({error.strerror})") from error
    return folder


def generate(course: Path, slug: str) -> None:
    """Tell the gradebook of an assignment, as `nbgrader generate_assignment` does."""
    config = settings.load(course)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = slug
    converter = GenerateAssignment(coursedir=coursedir, config=config)
    converter.force = True
    converter.log.setLevel(logging.ERROR)
    converter.start()


def outcomes(course: Path, slug: str, student: str) -> dict[str, str]:
    """The codes of the messages in a graded notebook, by exercise."""
    path = course / "autograded" / student / slug / f"{slug}.ipynb"
    if not path.is_file():
        return {}
    notebook = nbformat.read(path, as_version=4)
    return {
        exercise_name(cell.metadata.nbgrader.grade_id): outcome_data(cell).get("code", "nothing")
        for cell in notebook.cells
        if is_test(cell)
    }


def _print_table(
    course: Path, assignment: str, promised: list[DemoSubmission], results: dict[str, Result]
) -> int:
    """A line for each submission; returns how many did not get what was promised."""
    print(f"\n{'submission':<42} {'points':>13}  {'status':<16} reason")
    broken = 0
    for hand_in in promised:
        result = results[hand_in.student]
        differences = compare(hand_in, result, outcomes(course, assignment, hand_in.student))
        broken += bool(differences)
        points = (
            "-" if result.points is None else f"{round(result.points, 2):g} of {result.out_of:g}"
        )
        reason = " ".join([*differences, *map(read, result.reasons)])
        print(f"{hand_in.student:<42} {points:>13}  {result.status:<16} {reason}".rstrip())
    return broken


def compare(hand_in: "DemoSubmission", result: Result, found: dict[str, str]) -> list[str]:
    """Where a graded submission differs from what answers.py promises, in words."""
    differences = []
    if result.status != hand_in.status:
        differences.append(f"PROMISED {hand_in.status}")
    # Points of exercises in three parts are sums of thirds.
    if not math.isclose(result.points or 0, hand_in.points, abs_tol=1e-9):
        differences.append(f"PROMISED {hand_in.points:.2f} points")
    for exercise, code in hand_in.codes.items():
        got = found.get(exercise, "nothing")
        if got != code:
            differences.append(f"{exercise}: PROMISED {code}, GOT {got}")
    return differences


def make_course(repository: Path, folder: Path, built: Built) -> None:
    """Write an nbgrader course with everything but submissions into a new folder."""
    for name, content in built.files.items():
        if name.startswith(("release/", "build/source/")):
            _write(folder / name.removeprefix("build/"), content)
    sources = repository / "source"
    # Hidden checks read hidden data beside themselves.
    for path in sorted([*sources.glob("*/*checks.py"), *sources.glob("*/hidden-*")]):
        if f"build/source/{path.parent.name}/checks.py" not in built.files:
            continue
        target = folder / "checks" / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    _write(folder / "nbgrader_config.py", CONFIG)


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def load_answers(repository: Path, slug: str) -> tuple[dict[str, list[AnswerCase]], dict[str, str]]:
    """The ANSWERS of a module's answers.py, and its BEFORE.

    BEFORE holds, by exercise, the code that replaces the exercises it builds on, so
    that an answer does not depend on what became of those. Answers have it already.
    """
    module = load_answers_module(repository, slug)
    before = getattr(module, "BEFORE", {})
    answers = {
        name: [replace(answer, source=before.get(name, "") + answer.source) for answer in given]
        for name, given in module.ANSWERS.items()
    }
    return answers, before


def load_answers_module(repository: Path, slug: str) -> ModuleType:
    """A module's answers.py as it is written, with its SELF_CHECKS."""
    path = repository / "source" / slug / "answers.py"
    if not path.is_file():
        raise CourseError(f"{path}: missing; the demo's class is made from it")
    return load_module(path)


def hand_in_class(repository: Path, course: Path, slug: str) -> list[DemoSubmission]:
    """Hand in a class for one assignment; returns what each submission should get."""
    writer = _Class(repository, course, slug)
    return [*writer.good(), *writer.mistaken(), *writer.accidents()]


class _Class:
    """Writes submissions for an assignment, each in the next language."""

    def __init__(self, repository: Path, course: Path, slug: str):
        self.course, self.slug = course, slug
        self.exercises: Suite = load_suite(repository / "source" / slug / "checks.py")
        self.answers, before = load_answers(repository, slug)
        source = nbformat.read(course / "source" / slug / f"{slug}.ipynb", as_version=4)
        self.solutions = {
            cell.id: before.get(cell.id, "") + without_marks(cell.source)
            for cell in source.cells
            if cell.metadata.get("nbgrader", {}).get("solution")
        }
        self.graded = [name for name in self.answers]
        self.full = sum(self.exercises.exercises[name].points for name in self.graded)
        self.languages = cycle(LANGUAGES)
        self.count = 0

    def good(self) -> Iterator[DemoSubmission]:
        """The reference answers in each language, then the other right answers."""
        for lang in LANGUAGES:
            yield self._hand_in("reference answers", {}, self.full, lang=lang)
        for place in range(self._most(right=True)):
            chosen = self._choose(place, right=True)
            changed = {name: answer.source for name, answer in chosen.items()}
            yield self._hand_in("other right answers", changed, self.full)

    def mistaken(self) -> Iterator[DemoSubmission]:
        """Each typical mistake once: one exercise after the other takes its next one."""
        for place in range(self._most(right=False)):
            chosen = self._choose(place, right=False)
            points = self.full
            for name, answer in chosen.items():
                points += (answer.points or 0) - self.exercises.exercises[name].points
            yield self._hand_in(
                "typical mistakes",
                {name: answer.source for name, answer in chosen.items()},
                points,
                codes={name: answer.code for name, answer in chosen.items()},
            )

    def _answers(self, name: str, right: bool) -> list[AnswerCase]:
        return [a for a in self.answers[name] if (a.points is None) == right]

    def _most(self, right: bool) -> int:
        return max(len(self._answers(name, right)) for name in self.graded)

    def _choose(self, place: int, right: bool) -> dict[str, AnswerCase]:
        """For each exercise its answer at a place, where it has so many."""
        found = {name: self._answers(name, right) for name in self.graded}
        return {name: list_[place] for name, list_ in found.items() if place < len(list_)}

    def accidents(self) -> Iterator[DemoSubmission]:
        """Hand-ins of every class: nothing done, crashes, endless loops, damaged files."""
        for lang in LANGUAGES:
            yield self._hand_in("untouched", None, 0, lang=lang)
        half = self.graded[len(self.graded) // 2 :]
        before = self.full - sum(self.exercises.exercises[name].points for name in half)
        loop = self.full - self.exercises.exercises[half[0]].points
        crash = {half[0]: "import os\nos._exit(1)"}
        endless = {half[0]: self._stub(half[0]) + "while True:\n    pass"}
        for kind, changed, points, change in (
            ("crashes half-way", crash, before, None),
            ("endless loop", endless, loop, None),
            ("broken JSON", {}, 0, _break_json),
            ("missing notebook", {}, 0, _remove),
            ("duplicated test cell", {}, self.full, _duplicate),
        ):
            yield self._hand_in(kind, changed, points, change=change, status=ATTENTION_NEEDED)
        yield self._hand_in("skip tags on tests", None, 0, change=_skip_tests)
        yield self._hand_in("warnings in every answer", {}, self.full, change=_warn)

    def _stub(self, name: str) -> str:
        """The released first lines of an answer: its names at three dots."""
        lines = self.solutions[name].split("\n")
        return "".join(f"{line}\n" for line in lines if line.endswith(" = ..."))

    def _hand_in(
        self,
        kind: str,
        changed: dict[str, str] | None,
        points: float,
        *,
        lang: str | None = None,
        status: str = GRADED,
        codes: dict[str, str] | None = None,
        change: Callable[[Path], None] | None = None,
    ) -> DemoSubmission:
        """Write one submission. `changed` replaces answers; None leaves all as released."""
        lang = lang or next(self.languages)
        self.count += 1
        student = f"{self.count:02d}-{kind.replace(' ', '-').lower()}-{lang}"
        target = self.course / "submitted" / student / self.slug
        copy_with_checks(self.course / "release" / lang / self.slug, target)
        path = target / f"{self.slug}.ipynb"
        if changed is not None:
            fill(path, self.solutions | changed)
        if change:
            change(path)
        (target / "timestamp.txt").write_text(TIMESTAMP, encoding="utf-8")
        return DemoSubmission(student, lang, kind, points, status, codes or {})


def without_marks(source: str) -> str:
    """A solution as a learner would write it, without the marks of its region."""
    return "\n".join(line for line in source.split("\n") if not line.lstrip().startswith("### "))


def fill(path: Path, answers: dict[str, str]) -> None:
    """Put answers into the answer cells of a released notebook, by nbgrader's cell id."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("solution") and marks["grade_id"] in answers:
            cell.source = answers[marks["grade_id"]]
    nbformat.write(notebook, path)


def _change_cells(path: Path, change: Callable[[list[NotebookNode]], list[NotebookNode]]) -> None:
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = change(notebook.cells)
    nbformat.write(notebook, path)


def _break_json(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: len(text) // 2], encoding="utf-8")


def _remove(path: Path) -> None:
    path.unlink()


def _duplicate(path: Path) -> None:
    def twice(cells: list[NotebookNode]) -> list[NotebookNode]:
        test = next(cell for cell in cells if is_test(cell))
        copy = NotebookNode(json.loads(json.dumps(test)))
        copy.metadata = NotebookNode(nbgrader=NotebookNode(test.metadata.nbgrader))
        copy.id = f"{test.id}-copy"
        return [*cells, copy]

    _change_cells(path, twice)


def _skip_tests(path: Path) -> None:
    def tagged(cells: list[NotebookNode]) -> list[NotebookNode]:
        for cell in filter(is_test, cells):
            cell.metadata["tags"] = ["skip-execution"]
        return cells

    _change_cells(path, tagged)


def _warn(path: Path) -> None:
    def warned(cells: list[NotebookNode]) -> list[NotebookNode]:
        for cell in cells:
            marks = cell.metadata.get("nbgrader", {})
            if cell.cell_type == "code" and marks.get("solution"):
                cell.source += "\nimport warnings\nwarnings.warn('a harmless warning')"
        return cells

    _change_cells(path, warned)
