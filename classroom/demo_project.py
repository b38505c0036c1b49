"""The demo of the project: a sound project and eight imperfect ones go through the checkpoints.

Nine learners hand in each checkpoint that the repository has, with the files that their project has
by then, and the real autograder grades them in boxes. The files of the sound project are those of
EXAMPLE; each imperfect project changes some places in them, and states which exercise should give
which points and which message. All else must get all points.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

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
from course.checking.answers import Answer
from course.checking.exercises import Suite, load_suite
from course.dossier.artefact import Artefact
from course.dossier.artefacts.measured import filled
from course.dossier.fields.reading import read_yaml
from course.project import project_of
from course.project.files import KINDS, SAVED_WITH
from course.project.names import CHECKPOINTS
from course.publishing.build import build
from course.start.home import copy_with_checks
from course.syllabus import read_syllabus

EXAMPLE = Path("tests", "course", "project", "example")
"""In the repository: the files of a sound project at its end."""

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
class Entry:
    """One project of the demo."""

    name: str
    story: str
    """What its team did, in a few words."""
    change: Callable[[Files], None] = lambda files: None
    """Makes its files from those of the sound project."""
    since: str = BRIEF
    """The checkpoint from which on its files differ."""
    mistakes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By checkpoint and exercise, the code of the answer in answers.py that it hands in."""
    told: Mapping[str, Mapping[str, tuple[float, str]]] = field(default_factory=dict)
    """By checkpoint and exercise, the points and the message that follow from its files."""


# How the files of the imperfect projects differ


def _replaced(files: Files, name: str, *changes: tuple[str, str]) -> None:
    """Replace texts in a file; each must be there."""
    for old, new in changes:
        if old not in files[name]:
            raise CourseError(f"{EXAMPLE / name}: the demo replaces {old!r}, which is not in it")
        files[name] = files[name].replace(old, new)


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


def _edited(files: Files, name: str, edit: Callable[[Any], None]) -> None:
    """Change the fields of an artefact."""
    fields = read_yaml(files[f"{name}.yml"])[0]
    edit(fields)
    kind: type[Artefact] = KINDS[name]
    files[f"{name}.yml"] = kind(**fields).to_yaml()


def _drifted_card(files: Files) -> None:
    """One recall of the card differs in its second digit."""

    def drift(card: Any) -> None:
        entry = next(each for each in card["measures"] if each["metric"] == "recall")
        entry["value"] = f"{float(entry['value']) + 0.02:.4f}"

    _edited(files, "model-card", drift)


def _other_model(files: Files) -> None:
    """The threshold is changed after everything had been saved."""
    _replaced(files, "choices.yml", ("alone_from: ", "alone_from: 0.1 #"))


def _orphans(files: Files) -> None:
    """The register and the classification of another city, with the name changed."""

    def register(fields: Any) -> None:
        for risk in fields["risks"]:
            risk["groups"] = ["English", "Spanish"]
            risk["rights"] = ["3"]
        fields["risks"][0]["owner"] = ""

    def classification(fields: Any) -> None:
        fields["classes"] = ["transparency"]
        fields["roles"] = ["public-body"]

    _edited(files, "risk-register", register)
    _edited(files, "classification", classification)


def _nobody_left_out(files: Files) -> None:
    """A brief without excluded groups, whose test has nobody from them."""

    def brief(fields: Any) -> None:
        fields["excluded"] = []

    _edited(files, "service-brief", brief)


def _row_split(files: Files) -> None:
    """The confidence is adjusted on random rows, whose sentence patterns the model knows."""
    _replaced(files, "choices.yml", ("held-out templates", "random rows"))
    _measured_again(files)
    _saved_now(files)


def _history(files: Files) -> None:
    """Urgency is learned from how fast comments were answered."""
    _replaced(files, "choices.yml", ("urgency_from: readers", "urgency_from: answer times"))
    _measured_again(files)
    _saved_now(files)


def _always_person(files: Files) -> None:
    """Every comment is handed over."""
    _edited(files, "choices", lambda fields: fields.update(alone_from="1"))
    _edited(files, "model-card", lambda fields: fields.update(threshold="1"))
    _measured_again(files)
    _saved_now(files)


def _no_stop(files: Files) -> None:
    """A presentation without a condition for stopping, silent about where the data are from."""

    def presentation(fields: Any) -> None:
        fields["stop_if"] = ""
        fields["about_the_data"] = "20,000 comments of citizens of Marivelle, 2024 to 2026."

    _edited(files, "presentation", presentation)


REFERENCE = Entry("reference", "the sound project")

ENTRIES: tuple[Entry, ...] = (
    REFERENCE,
    Entry(
        "activity-as-goal",
        "names an activity as its goal, and no group that is left out",
        _nobody_left_out,
        mistakes={BRIEF: {"outcome": "capstone-1-goal-activity"}},
        told={
            BRIEF: {"people": (1, "dossier-blank")},
            PRESENTATION: {"agreement": (3, "dossier-blank")},
        },
    ),
    Entry(
        "rows-and-accuracy",
        "tests on random rows, and proves itself by accuracy",
        _row_split,
        since=DATA,
        mistakes={
            DATA: {"honest-test": "capstone-2-row-split"},
            FAIRNESS: {"criterion": "capstone-3-easy-number"},
        },
        told={DATA: {"never-alone": (0.9, "capstone-2-never-hidden")}},
    ),
    Entry(
        "learned-from-history",
        "learns urgency from how fast comments were answered",
        _history,
        since=DATA,
        mistakes={
            DATA: {"learn-from": "capstone-2-history-truth"},
            FAIRNESS: {"wait-again": "capstone-3-order-is-urgency"},
        },
        told={
            DATA: {
                "urgent": (0, "capstone-2-urgent-hidden"),
                "never-alone": (0.2, "capstone-2-never-hidden"),
            },
            # The presentation still has the numbers of the sound project.
            PRESENTATION: {"sceptic": (1, "capstone-5-sceptic-baseline")},
        },
    ),
    Entry(
        "always-hands-over",
        "decides nothing alone, so that it makes no error",
        _always_person,
        since=DATA,
        told={
            DATA: {
                "routing": (0, "capstone-2-routing-low"),
                "never-alone": (0, "capstone-2-all-handed-over"),
                "hand-over": (0, "capstone-2-hand-over-most"),
            }
        },
    ),
    Entry(
        "card-drift",
        "writes another second digit into its card",
        _drifted_card,
        since=FAIRNESS,
        told={
            FAIRNESS: {"card": (2, "measure-untrue")},
            PRESENTATION: {"agreement": (3, "cross-number")},
        },
    ),
    Entry(
        "model-changed",
        "changes the model at checkpoint 4, and nothing else",
        _other_model,
        since=GOVERNANCE,
        told={
            GOVERNANCE: {
                "assessment": (1, "project-model-changed-assessment"),
                "baselines": (0, "project-model-changed-card"),
            },
            PRESENTATION: {"agreement": (2, "project-model-changed-card")},
        },
    ),
    Entry(
        "copied-governance",
        "copies the class and the register of another city",
        _orphans,
        since=GOVERNANCE,
        told={
            GOVERNANCE: {
                "classification": (0, "classification-classes"),
                "register": (1, "dossier-blank"),
                "register-agrees": (0, "capstone-4-risk-empty"),
            },
            PRESENTATION: {"agreement": (2, "dossier-blank")},
        },
    ),
    Entry(
        "no-stop-no-synthetic",
        "presents without a condition for stopping, and is silent about the data",
        _no_stop,
        since=PRESENTATION,
        told={
            PRESENTATION: {
                "stops": (0, "dossier-blank"),
                "synthetic": (0.5, "capstone-5-synthetic"),
                "agreement": (2, "dossier-blank"),
            }
        },
    ),
)
"""The reference first."""


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
    print(f"2. {len(ENTRIES)} projects, handed in at {len(slugs)} checkpoints", flush=True)
    sound = _example(repository)
    made = {each.name: _files_of(each, sound) for each in ENTRIES}
    table: dict[str, dict[str, str]] = {each.name: {} for each in ENTRIES}
    differences: list[str] = []
    told: list[str] = []
    took: list[str] = []
    for slug in slugs:
        generate(course, slug)
        writer = _Writer(repository, course, slug)
        promised = {each.name: writer.hand_in(each, made[each.name], sound) for each in ENTRIES}
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
    _print(slugs, table, told)
    print("\nGrading took", *took, sep="\n")
    broken = len({line.split(":")[0] for line in differences})
    total = len(slugs) * len(ENTRIES)
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


def _files_of(entry: Entry, sound: Files) -> Files:
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

    def hand_in(self, entry: Entry, changed: Files, sound: Files) -> Promise:
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
        told |= dict(entry.told.get(self.slug, {}))
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

    def _answer(self, exercise: str, code: str) -> Answer:
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


def _print(slugs: list[str], table: Mapping[str, Mapping[str, str]], told: list[str]) -> None:
    """A line for each project, a column for each checkpoint: points promised / given."""
    print("\nPoints promised / given, without the note")
    heads = [slug.removeprefix("capstone-") for slug in slugs]
    width = max(map(len, table)) + 2
    print(f"{'project':<{width}}" + "".join(f"{head:>18}" for head in heads))
    for name, row in table.items():
        print(f"{name:<{width}}" + "".join(f"{row[slug]:>18}" for slug in slugs))
    print("\nWhat each project did")
    for entry in ENTRIES:
        print(f"  {entry.name:<{width}}{entry.story}")
    print("\nWhat it should be told", *told, sep="\n")
