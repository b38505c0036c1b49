"""The demo of the project: a sound project and eight imperfect ones go through the checkpoints.

Nine learners hand in each checkpoint that the repository has, with the files that their project has
by then, and the real autograder grades them in boxes. The files of the sound project are those of
EXAMPLE; each imperfect project of ENTRIES changes some places in them, and states which exercise
should give which points and which message. All else must get all points.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import yaml

from autograder.errors import CourseError
from autograder.records import Result
from classroom.attention import read
from classroom.demo import (
    CONFIG,
    TIMESTAMP,
    fill,
    generate,
    load_answers,
    make_course,
    new_folder,
    outcomes,
    without_marks,
)
from course.checking.answers import AnswerCase
from course.checking.exercises import Suite, load_suite
from course.dossier.artefact import Artefact
from course.dossier.artefacts.measured_values import filled
from course.dossier.fields.reading import read_yaml
from course.errors import describe
from course.project import project_of
from course.project.names import CHECKPOINTS
from course.project.project_files import KINDS, SAVED_WITH
from course.publishing.build import build
from course.start.home import copy_with_checks
from course.syllabus import read_syllabus

EXAMPLE = Path("tests", "course", "project", "example")
"""In the repository: the files of a sound project at its end."""

ENTRIES = EXAMPLE.with_name("imperfect-projects.yml")
"""In the repository: what each project of the demo changes in them, and what it should be told."""

OPEN = re.compile(r'^\w+ = (\.\.\.|"\.\.\.")')
"""A line of an answer cell that is still to be answered."""

Files = dict[str, str]
"""The files of a project by their names: their texts."""

BRIEF, DATA, FAIRNESS, GOVERNANCE, PRESENTATION = CHECKPOINTS

WRITTEN_IN = {
    BRIEF: ("team.yml", "service-brief.yml"),
    DATA: ("own-datasheet.yml", "choices.yml", "model.py"),
    FAIRNESS: ("fairness-statement.yml", "model-card.yml", "measured.yml"),
    GOVERNANCE: (
        "classification.yml",
        "impact-assessment.yml",
        "fundamental-rights-assessment.yml",
        "risk-register.yml",
        "oversight-plan.yml",
        "monitoring-plan.yml",
    ),
    PRESENTATION: ("presentation.yml", "overrulings.csv"),
}
"""The files that a team writes in each checkpoint. Each is handed in with all files until then."""


@dataclass(frozen=True)
class DemoProject:
    """One project of the demo."""

    name: str
    story: str
    """What its team did, in a few words."""
    edits: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """By artefact and path in it, the values that its files have in place of the sound ones."""
    measured_again: bool = False
    """Its model differs, so its numbers are measured once more."""
    since: str = BRIEF
    """The checkpoint from which on its files differ."""
    mistakes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By checkpoint and exercise, the code of the answer in answers.py that it hands in."""
    told: Mapping[str, Mapping[str, Sequence[Any]]] = field(default_factory=dict)
    """By checkpoint and exercise, the points and the message that follow from its files."""

    def change(self, files: Files) -> None:
        """Make its files from those of the sound project. Raises CourseError."""
        for name, edits in self.edits.items():
            fields = read_yaml(files[f"{name}.yml"])[0]
            for path, value in edits.items():
                try:
                    _put(fields, path, value)
                except (KeyError, IndexError, TypeError) as error:
                    raise CourseError(
                        f"{EXAMPLE / name}.yml: the demo replaces {path!r}, which is not in it"
                    ) from error
            kind: type[Artefact] = KINDS[name]
            files[f"{name}.yml"] = kind(**fields).to_yaml()
        if self.measured_again:
            _measured_again(files)
            _saved_now(files)


# How the files of the imperfect projects differ


def _texts(files: Files) -> dict[str, str]:
    """The files as Project.texts gives them: artefacts without the ending."""
    return {
        name.removesuffix(".yml") if name.removesuffix(".yml") in KINDS else name: text
        for name, text in files.items()
    }


def _measured_again(files: Files) -> None:
    """Measure the model of these files, and put the numbers into statement, card and plan.

    It is what the forms' button “fill in” does. An alarm below a number moves with its baseline;
    that of the gap stays at the number of the fairness statement.
    """
    project = project_of(_texts(files))
    measured = project.measure()
    for name in ("fairness-statement", "model-card"):
        fields = filled(KINDS[name], read_yaml(files[f"{name}.yml"])[0], measured[name])
        files[f"{name}.yml"] = KINDS[name](**fields).to_yaml()
    files["measured.yml"] = str(project.saved("measured.yml"))
    plan = read_yaml(files["monitoring-plan.yml"])[0]
    found = {(each.metric, each.group): each.value for each in measured["monitoring-plan"]}
    for each in plan["indicators"]:
        value = found.get((each["metric"], each["group"]))
        if value is not None:
            each["baseline"] = f"{value:.2f}"
            if each["alarm"]["when"] == "below":
                each["alarm"]["number"] = f"{max(value - 0.1, 0):.2f}"
    files["monitoring-plan.yml"] = KINDS["monitoring-plan"](**plan).to_yaml()


def _saved_now(files: Files) -> None:
    """Note that card, assessment and plan were saved with the model as it is now."""
    files.pop(SAVED_WITH, None)
    project = project_of(_texts(files))
    project.note_saved()
    files[SAVED_WITH] = str(project.saved(SAVED_WITH))


def _put(fields: Any, path: str, value: object) -> None:
    """Put a value in place of another, whose path is such as `risks.0.owner` or `risks.*.owner`."""
    key, _, rest = path.partition(".")
    keys: Iterable[Any] = [key]
    if isinstance(fields, list):
        keys = range(len(fields)) if key == "*" else [int(key)]
    for each in keys:
        if rest:
            _put(fields[each], rest, value)
        else:
            fields[each]  # Raises where there is nothing to replace.
            fields[each] = value


def read_entries(repository: Path) -> list[DemoProject]:
    """The demo's projects, the sound one first. Raises CourseError."""
    path = repository / ENTRIES
    try:
        return [DemoProject(**each) for each in yaml.safe_load(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError, yaml.YAMLError) as error:
        raise CourseError(f"{path}: cannot be read ({describe(error)})") from error


@dataclass(frozen=True)
class Promise:
    """What one hand-in should get."""

    points: float
    told: Mapping[str, tuple[float, str]]


def play_project(
    repository: Path, folder: Path | None, grade: Callable[[Path, str], list[Result]]
) -> int:
    """Hand in all projects at all checkpoints in a new course, grade them, and print a table.

    Returns 0 when every hand-in got the points and messages promised, 1 when some did not.
    """
    stated = read_syllabus(repository / "course" / "syllabus.yml")
    slugs = [slug for slug in CHECKPOINTS if slug in stated]
    if not slugs:
        raise CourseError("the course has no checkpoint of the project")
    built = build(repository, slugs)
    course = new_folder(folder)
    print(f"1. A course of its own in {course}")
    make_course(repository, course, built)
    # A service learns in up to 25 seconds.
    config = CONFIG.replace("timeout = 10", "timeout = 90")
    (course / "nbgrader_config.py").write_text(config, encoding="utf-8")
    entries = read_entries(repository)
    print(f"2. {len(entries)} projects, handed in at {len(slugs)} checkpoints", flush=True)
    sound = _example(repository)
    made = {each.name: _files_of(each, sound) for each in entries}
    table: dict[str, dict[str, str]] = {each.name: {} for each in entries}
    differences: list[str] = []
    told: list[str] = []
    took: list[str] = []
    for slug in slugs:
        generate(course, slug)
        writer = _Writer(repository, course, slug)
        promised = {each.name: writer.hand_in(each, made[each.name], sound) for each in entries}
        print(f"3. Grading {slug}", flush=True)
        results = {result.student: result for result in grade(course, slug)}
        cpu = max(each.cpu for each in results.values())
        memory = max(each.memory for each in results.values()) / 2**20
        took.append(f"  {slug}: at most {cpu:.0f} CPU seconds and {memory:.0f} MiB a hand-in")
        for name, promise in promised.items():
            found = outcomes(course, slug, name)
            wrong = _compared(slug, name, promise, results[name], found)
            differences += wrong
            given = results[name].points
            shown = "-" if given is None else f"{round(given, 2):g}"
            table[name][slug] = f"{round(promise.points, 2):g} / {shown}" + ("  !" if wrong else "")
            told += [
                f"  {slug}, {name}: {exercise} {points:g} point(s), {code}"
                for exercise, (points, code) in promise.told.items()
            ]
    _print(slugs, entries, table, told)
    print("\nGrading took", *took, sep="\n")
    broken = len({line.split(":")[0] for line in differences})
    total = len(slugs) * len(entries)
    print(f"\n{total - broken} of {total} hand-ins got the points and messages promised.")
    print(*differences, sep="\n")
    return 1 if differences else 0


def _example(repository: Path) -> Files:
    """The files of the sound project. Raises CourseError."""
    try:
        found = {
            path.name: path.read_text(encoding="utf-8")
            for path in sorted((repository / EXAMPLE).iterdir())
            if path.is_file()
        }
    except OSError as error:
        raise CourseError(
            f"{repository / EXAMPLE}: cannot be read ({error.strerror}); the demo's projects are "
            "made from it"
        ) from error
    _saved_now(found)
    return found


def _files_of(entry: DemoProject, sound: Files) -> Files:
    files = dict(sound)
    entry.change(files)
    return files


class _Writer:
    """Writes the hand-ins for one checkpoint, and knows what each should get."""

    def __init__(self, repository: Path, course: Path, slug: str):
        self.course, self.slug = course, slug
        self.suite: Suite = load_suite(repository / "source" / slug / "checks.py")
        self.answers, _ = load_answers(repository, slug)
        source = nbformat.read(course / "source" / slug / f"{slug}.ipynb", as_version=4)
        self.solutions = {
            cell.id: without_marks(cell.source)
            for cell in source.cells
            if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code"
        }

    def hand_in(self, entry: DemoProject, changed: Files, sound: Files) -> Promise:
        """Write the hand-in of one project; returns what it should get."""
        target = self.course / "submitted" / entry.name / self.slug
        copy_with_checks(self.course / "release" / "en" / self.slug, target)
        own = CHECKPOINTS.index(self.slug) >= CHECKPOINTS.index(entry.since)
        for name, text in self._until_now(changed if own else sound).items():
            (target / "project").mkdir(exist_ok=True)
            (target / "project" / name).write_text(text, encoding="utf-8")
        mistaken = {
            exercise: self._answer(exercise, code)
            for exercise, code in entry.mistakes.get(self.slug, {}).items()
        }
        path = target / f"{self.slug}.ipynb"
        written = self._answered(nbformat.read(path, as_version=4))
        fill(path, written | {name: answer.source for name, answer in mistaken.items()})
        (target / "timestamp.txt").write_text(TIMESTAMP, encoding="utf-8")
        told = {name: (answer.points or 0, answer.code) for name, answer in mistaken.items()}
        told |= {name: (one, code) for name, (one, code) in entry.told.get(self.slug, {}).items()}
        graded = {name: each.points for name, each in self.suite.exercises.items() if each.points}
        points = {name: told[name][0] if name in told else full for name, full in graded.items()}
        return Promise(sum(points.values()), told)

    def _answered(self, released: nbformat.NotebookNode) -> dict[str, str]:
        """The sources of answer cells, with the reference answers to what no form asks.

        The answer cell of a form reads the file of the project, so it stays as it was released;
        where it asks for something else as well, only that line is answered.
        """
        found = {}
        for cell in released.cells:
            if cell.id not in self.solutions:
                continue
            solution = self.solutions[cell.id]
            exercise = self.suite.exercises.get(cell.id)
            if exercise is not None and exercise.form:
                lines = {
                    line.split(" = ")[0]: line for line in solution.split("\n") if " = " in line
                }
                solution = "\n".join(
                    lines.get(line.split(" = ")[0], line) if OPEN.search(line) else line
                    for line in cell.source.split("\n")
                )
            found[cell.id] = solution
        return found

    def _until_now(self, files: Files) -> Files:
        """The files that there are when this checkpoint is handed in."""
        known = {
            name
            for slug in CHECKPOINTS[: CHECKPOINTS.index(self.slug) + 1]
            for name in WRITTEN_IN[slug]
        }
        kept = {name: text for name, text in files.items() if name in known}
        if SAVED_WITH in files and "model-card.yml" in kept:
            kept[SAVED_WITH] = files[SAVED_WITH]
        return kept

    def _answer(self, exercise: str, code: str) -> AnswerCase:
        found = [each for each in self.answers.get(exercise, []) if each.code == code]
        if not found:
            raise CourseError(f"{self.slug}: answers.py has no answer to {exercise} with {code}")
        return found[0]


def _compared(
    slug: str, name: str, promise: Promise, result: Result, found: Mapping[str, str]
) -> list[str]:
    """Where a graded hand-in differs from what was promised, one line each."""
    place = f"{name} at {slug}"
    lines = [f"{place}: {read(each)}" for each in result.reasons]
    if not math.isclose(result.points or 0, promise.points, abs_tol=1e-6):
        lines.append(f"{place}: PROMISED {promise.points:g} points, GOT {result.points}")
    for exercise, code in found.items():
        expected = promise.told.get(exercise, (0, "right"))[1]
        if code != expected:
            lines.append(f"{place}: {exercise}: PROMISED {expected}, GOT {code}")
    return lines


def _print(
    slugs: list[str],
    entries: Sequence[DemoProject],
    table: Mapping[str, Mapping[str, str]],
    told: list[str],
) -> None:
    """A line for each project, a column for each checkpoint: points promised / given."""
    print("\nPoints promised / given, without the note")
    heads = [slug.removeprefix("capstone-") for slug in slugs]
    width = max(map(len, table)) + 2
    print(f"{'project':<{width}}" + "".join(f"{head:>18}" for head in heads))
    for name, row in table.items():
        print(f"{name:<{width}}" + "".join(f"{row[slug]:>18}" for slug in slugs))
    print("\nWhat each project did")
    for entry in entries:
        print(f"  {entry.name:<{width}}{entry.story}")
    print("\nWhat it should be told", *told, sep="\n")
