"""The rules that every module of the course keeps, and what a module breaks of them.

A number is changed here and nowhere else: the build, the tests of the content and the template of
a new module follow.
"""

import ast
import importlib.util
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from nbformat import NotebookNode

from course.checking.answers import AnswerCase
from course.checking.exercises import Suite
from course.errors import describe
from course.publishing import Breach, PublishingError
from course.publishing.catalogue import calls
from course.publishing.fields import CHOICE, SOLUTION, asked
from course.publishing.minutes import TIME, estimate
from course.publishing.strands import strands
from course.syllabus import Module


@dataclass(frozen=True)
class Rules:
    """What a module must have; each number is a minimum unless its name says otherwise."""

    most_lesson_minutes: int = 75
    most_assignment_minutes: int = 150
    most_checkpoint_minutes: int = 240
    """By the formula of minutes.py; for the assignment the time of all exercises and the note. The
    minutes of a lesson alone, and of an assignment alone (a checkpoint), were measured."""
    self_checks: int = 3
    """In a lesson; each tried in SELF_CHECKS of answers.py."""
    figures: int = 4
    """In a lesson, drawn by show(figure, title=..., source=..., alt=...)."""
    points: float = 20
    """Of an assignment: exactly so many, with those that a person gives."""
    exercises: int = 8
    """Graded by a check; each tried in ANSWERS of answers.py."""
    hidden_points: float = 2
    """For exercises with a hidden check, which a learner cannot satisfy by reading checks.py."""
    right_answers: int = 1
    """To each exercise, beside the solution in the notebook."""
    mistakes: int = 2
    """To each exercise, with different messages."""
    options: int = 3
    """In a choice, with the right one."""
    most_open_lines: int = 15
    """Of code in a cell that is not folded; more is told in several cells, or folded."""


RULES = Rules()

HEADING = re.compile(r"## .*")
LESSON_CHECK = re.compile(r'check\("([a-z0-9-]+)", \w+\)')
CHECK = re.compile(r'check\("([a-z0-9-]+)"')


@dataclass(frozen=True)
class Sources:
    """A module as its authors wrote it: its entry in the syllabus, and its files, read."""

    module: Module
    folder: Path
    place: str
    """The folder from the repository's root, as in source/06-measuring-fairness."""
    lesson: NotebookNode | None
    """None for a module that is an assignment only."""
    assignment: NotebookNode | None
    """None for a module that is a lesson only."""
    suite: Suite


def breaches(sources: Sources, data_sets: Iterable[str]) -> list[Breach]:
    """Every rule that a module does not keep, with file and cell. `data_sets` are those there are.

    Raises PublishingError for code that cannot be parsed.
    """
    return [
        *_syllabus(sources, set(data_sets)),
        *(_lesson(sources, sources.lesson) if sources.lesson else _no_lesson(sources)),
        *(_assignment(sources, sources.assignment) if sources.assignment else ()),
        *_unasked(sources),
        *_long_cells(sources),
        *_codes(sources),
        *_options(sources),
        *_reasons(sources),
        *_answers(sources),
    ]


def _syllabus(sources: Sources, data_sets: set[str]) -> Iterator[Breach]:
    module, file = sources.module, "course/syllabus.yml"
    most = {} if module.assignment_only else {"lesson": RULES.most_lesson_minutes}
    if not module.lesson_only:
        bound = RULES.most_assignment_minutes
        if module.assignment_only:
            bound = RULES.most_checkpoint_minutes
        most |= dict.fromkeys(("decide", "assignment"), bound)
    # The formula is about lessons that lead to an assignment.
    measured = module.lesson_only or module.assignment_only
    estimated = {} if sources.lesson is None else estimate(sources.lesson, sources.assignment)
    for kind, bound in most.items():
        stated = module.minutes.get(kind, 0)
        minutes = stated if measured else estimated[kind]
        if stated != minutes:
            yield Breach(
                file,
                module.slug,
                f"minutes for {kind}: {stated}; the formula of course/publishing/minutes.py gives "
                f"{minutes}",
            )
        if minutes > bound:
            yield Breach(
                file, module.slug, f"minutes for {kind}: {minutes}; at most {bound} are allowed"
            )
    for name in module.data:
        if name not in data_sets:
            yield Breach(file, module.slug, f"no data set is called {name!r}")


def self_checks(lesson: NotebookNode | None) -> dict[str, str]:
    """The checks in a lesson, by exercise: the line of code that calls each."""
    cells = lesson.cells if lesson else ()
    found = (LESSON_CHECK.match(cell.source) for cell in cells if cell.cell_type == "code")
    return {call[1]: call[0] for call in found if call}


def needed_checks(lesson: NotebookNode | None) -> list[str]:
    """The checks with which a lesson is done: all but those below a heading with (Build)."""
    found, is_build = [], False
    for cell in lesson.cells if lesson else ():
        if cell.cell_type == "markdown" and (heading := HEADING.match(cell.source)):
            is_build = heading[0].endswith("(Build)")
        elif (
            cell.cell_type == "code" and not is_build and (call := LESSON_CHECK.match(cell.source))
        ):
            found.append(call[1])
    return found


def graded_exercises(assignment: NotebookNode | None) -> list[str]:
    """The exercises of an assignment that a check grades, in their order."""
    return [
        cell.id.removeprefix("check-")
        for cell in (assignment.cells if assignment else ())
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade")
    ]


def _lesson(sources: Sources, lesson: NotebookNode) -> Iterator[Breach]:
    file = f"{sources.place}/lesson.py"
    number = len(self_checks(lesson))
    if number < RULES.self_checks:
        yield Breach(file, "", f"self-checks: {number}; a lesson has at least {RULES.self_checks}")
    figures = 0
    for cell in lesson.cells:
        if cell.cell_type != "code":
            continue
        for call in calls(cell.source, ("show",), f"{file}: cell {cell.id}"):
            figures += 1
            for argument, what, form in FRAME:
                if not _has_text(call, argument):
                    yield Breach(
                        file,
                        cell.id,
                        f"a figure without {what}: show(figure, {argument}={form})",
                    )
    if figures < RULES.figures and sources.assignment:
        yield Breach(file, "", f"figures: {figures}; a lesson has at least {RULES.figures}")
    yield from _time(file, lesson)


def _no_lesson(sources: Sources) -> Iterator[Breach]:
    """A module that is an assignment only has its times in the assignment, and no lesson."""
    if (sources.folder / "lesson.py").exists():
        yield Breach(
            f"{sources.place}/lesson.py", "", "course/syllabus.yml states no minutes for a lesson"
        )
    if sources.assignment:
        yield from _time(f"{sources.place}/assignment.py", sources.assignment)


def _time(file: str, notebook: NotebookNode) -> Iterator[Breach]:
    if not any(TIME in cell.source for cell in notebook.cells):
        yield Breach(file, notebook.cells[0].id, f"no paragraph {TIME}, which the build fills in")


FRAME = (
    ("title", "a title", 't("...")'),
    ("source", "a source", '"NAME of a data set"'),
    ("alt", "an alternative text", 't("...")'),
)
"""What each figure of a lesson is given: the argument of show(...), its name, and its form."""


def _has_text(call: ast.Call, argument: str) -> bool:
    """Whether show(...) is given a text that is not written as an empty one."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == argument]
    constants = [
        node.value
        for value in given
        for node in ast.walk(value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return bool(given) and (not constants or any(text.strip() for text in constants))


def _assignment(sources: Sources, assignment: NotebookNode) -> Iterator[Breach]:
    file = f"{sources.place}/assignment.py"
    points = sum(cell.metadata.get("nbgrader", {}).get("points", 0) for cell in assignment.cells)
    if points != RULES.points:
        yield Breach(file, "", f"points: {points:g}; an assignment has {RULES.points:g}")
    graded = graded_exercises(assignment)
    if len(graded) < RULES.exercises:
        yield Breach(
            file,
            "",
            f"graded exercises: {len(graded)}; an assignment has at least {RULES.exercises}",
        )
    for name in strands(assignment).without:
        yield Breach(
            file, name, "the heading above ends in neither (Decide, N points) nor (Build, N points)"
        )
    hidden = sum(each.points for each in sources.suite.exercises.values() if each.hidden)
    if hidden < RULES.hidden_points:
        yield Breach(
            f"{sources.place}/checks.py",
            "",
            f"points for exercises with a hidden check: {hidden:g}; an assignment has at least "
            f"{RULES.hidden_points:g}",
        )


def _unasked(sources: Sources) -> Iterator[Breach]:
    """Exercises that no cell asks for, and cells that ask for none."""
    asked = {*graded_exercises(sources.assignment), *self_checks(sources.lesson)}
    for name in sources.suite.exercises:
        if name not in asked:
            yield Breach(
                f"{sources.place}/checks.py",
                name,
                "no cell of the lesson or the assignment asks for it",
            )
    for name in self_checks(sources.lesson):
        if name not in sources.suite.exercises:
            yield Breach(f"{sources.place}/lesson.py", name, "no such exercise in checks.py")


def _codes(sources: Sources) -> Iterator[Breach]:
    """A code begins with its module's prefix and has one text, so it is unique in the course."""
    seen: dict[str, str] = {}
    prefix = sources.module.prefix
    for name in ("checks.py", "hidden_checks.py"):
        file = f"{sources.place}/{name}"
        for call in calls(_code(sources, name), ("say",), file):
            code, text = (ast.literal_eval(argument) for argument in call.args[:2])
            if not code.startswith(prefix):
                yield Breach(file, code, f"the code of a message begins with {prefix}")
            if seen.setdefault(code, text) != text:
                yield Breach(file, code, "two messages with different texts have this code")


def _options(sources: Sources) -> Iterator[Breach]:
    for call in ast.walk(ast.parse(_code(sources, "checks.py"))):
        if not (isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "choice"):
            continue
        wrong = next((each.value for each in call.keywords if each.arg == "wrong"), None)
        given = next((each.value for each in call.keywords if each.arg == "options"), None)
        number = len(given.elts) if isinstance(given, ast.List | ast.Tuple) else 0
        if isinstance(wrong, ast.Dict):
            number = max(number, 1 + len(wrong.keys))
        if number < RULES.options:
            yield Breach(
                f"{sources.place}/checks.py",
                f"line {call.lineno}",
                f"options: {number}; a choice has at least {RULES.options}",
            )


def _long_cells(sources: Sources) -> Iterator[Breach]:
    """Cells with more code than somebody reads who is learning it."""
    for notebook, name in ((sources.lesson, "lesson"), (sources.assignment, "assignment")):
        for cell in notebook.cells if notebook else ():
            if cell.cell_type != "code" or cell.metadata.get("jupyter", {}).get("source_hidden"):
                continue
            shown = SOLUTION.sub("", cell.source).split("\n")
            lines = sum(bool(re.match(r"\s*[^\s#]", line)) for line in shown)
            if lines > RULES.most_open_lines:
                yield Breach(
                    f"{sources.place}/{name}.py",
                    cell.id,
                    f"lines of code: {lines}; a cell that is not folded has at most "
                    f"{RULES.most_open_lines}",
                )


def _reasons(sources: Sources) -> Iterator[Breach]:
    """Exercises in which an option is chosen, and that do not say why the right one is right."""
    for name in [*_choosing(sources.lesson, True), *_choosing(sources.assignment, False)]:
        stated = sources.suite.exercises.get(name)
        if stated is not None and stated.because is None:
            yield Breach(
                f"{sources.place}/checks.py",
                name,
                'an option is chosen, and no because=say("...", "...") says why it is right',
            )


def _choosing(notebook: NotebookNode | None, is_lesson: bool) -> Iterator[str]:
    """The exercises whose answer cell, just above the check, asks for an option."""
    fields = asked(notebook, is_lesson) if notebook else {}
    above = ""
    for cell in notebook.cells if notebook else ():
        if cell.cell_type == "code":
            call = CHECK.match(cell.source)
            if call and any(line.kind == CHOICE for line in fields.get(above, ())):
                yield call[1]
            above = cell.id


def _code(sources: Sources, name: str) -> str:
    """One of a module's files of checks; empty where it is missing."""
    path = sources.folder / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def load_answers_module(path: Path) -> ModuleType:
    """An answers.py, executed. Raises whatever its code raises."""
    name = f"answers_{path.parent.name.replace('-', '_')}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _answers(sources: Sources) -> Iterator[Breach]:
    file = f"{sources.place}/answers.py"
    path = sources.folder / "answers.py"
    if not path.is_file():
        yield Breach(file, "", "missing; it holds right answers, and mistakes with their messages")
        return
    try:
        module = load_answers_module(path)
        answers = _tried(module, "ANSWERS")
        tried = _tried(module, "SELF_CHECKS")
    except Exception as error:
        yield Breach(file, "", f"cannot be read ({describe(error)})")
        return
    yield from _same_names(file, "ANSWERS", set(answers), set(graded_exercises(sources.assignment)))
    yield from _same_names(file, "SELF_CHECKS", set(tried), set(self_checks(sources.lesson)))
    for name, given in answers.items():
        right = sum(answer.points is None for answer in given)
        if right < RULES.right_answers:
            yield Breach(
                file,
                name,
                f"right answers beside the solution: {right}; an exercise is tried with at least "
                f"{RULES.right_answers}",
            )
        messages = {answer.code for answer in given if answer.points is not None}
        if len(messages) < RULES.mistakes:
            yield Breach(
                file,
                name,
                f"mistakes with different messages: {len(messages)}; an exercise is tried with at "
                f"least {RULES.mistakes}",
            )


def _tried(module: ModuleType, name: str) -> dict[str, list[AnswerCase]]:
    found = getattr(module, name, {})
    if not isinstance(found, dict):
        raise PublishingError(f"{name} is not a dictionary")
    return found


def _same_names(file: str, name: str, tried: set[str], asked: set[str]) -> Iterator[Breach]:
    for exercise in sorted(asked - tried):
        yield Breach(file, exercise, f"no answer in {name} tries this exercise")
    for exercise in sorted(tried - asked):
        yield Breach(file, exercise, f"in {name}, but no cell asks for it")
