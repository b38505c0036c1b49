"""The report on a class: one page for people to read, three tables for machines.

It counts what the gradebook and the outcomes in the graded notebooks say. It shows points,
states and messages by code; it never shows what a learner wrote.
"""

import ast
import csv
import importlib
import io
import json
import pkgutil
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup
from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import func
from sqlalchemy.orm import Query

from autograder.bounded import BoundedError
from autograder.errors import CourseError, Stopped, Unreadable
from autograder.files import LARGEST_GRADED, read_plain
from autograder.grading.course import Course
from autograder.pages.page_worker import page_worker, why_unreadable
from autograder.pages.reading import (
    exercise_name,
    exercise_state,
    notebook_language,
    outcome_data,
    points_text,
)
from autograder.pages.templates import render
from autograder.reasons import read, reason
from autograder.records import HOW_RUN, IN_PROCESS
from autograder.settings import ATTENTION_FOLDER
from autograder.text import printable
from course import dossier, language
from course.checking import outcome
from course.checking.messages import GENERAL, SHARED, Message, general
from course.files import write_atomic
from course.publishing import PublishingError, catalogue

GRADED = "graded"
WAITING = "waiting"
ATTENTION = "attention"
NOT_GRADED = "not-graded"
STATES = (GRADED, WAITING, ATTENTION, NOT_GRADED)
"""States of a submission; each submission is in one of them."""

BY_PERSON = "by-person"
BANDS = 10


@dataclass
class Answer:
    """The result of one learner's exercise; `state` can also be by-person or waiting."""

    points: float
    state: str
    code: str = ""


@dataclass
class Submission:
    """One learner's submission for an assignment; points are None before it is graded."""

    student: str
    state: str = NOT_GRADED
    lang: str = ""
    points: float | None = None
    penalty: float = 0
    reasons: list[Any] = field(default_factory=list)
    answers: dict[tuple[str, str], Answer] = field(default_factory=dict)
    in_process: bool = False
    """Its tests ran in the learner's own process, where points can be forged."""


@dataclass
class Results:
    """An assignment with what was handed in; exercises (notebook, cell) with their points."""

    name: str
    out_of: float
    students: int
    last: str
    exercises: dict[tuple[str, str], float]
    submissions: list[Submission]

    def points(self) -> list[float]:
        """The points of all submissions that have some, in the order of the submissions."""
        return [each.points for each in self.submissions if each.points is not None]

    def count(self, exercise: tuple[str, str], state: str) -> int:
        answers = (each.answers.get(exercise) for each in self.submissions)
        return sum(answer is not None and answer.state == state for answer in answers)

    def mean(self, exercise: tuple[str, str]) -> float | None:
        """The mean points of an exercise, without those that a person has still to read."""
        points = [
            answer.points
            for each in self.submissions
            if (answer := each.answers.get(exercise)) and answer.state != WAITING
        ]
        return statistics.fmean(points) if points else None

    def messages(self) -> list[tuple[str, str, int]]:
        """Code, exercise and how many learners got it; the most frequent first."""
        counted = Counter(
            (answer.code, exercise_name(cell))
            for each in self.submissions
            for (_, cell), answer in each.answers.items()
            if answer.state == outcome.NOT_YET and answer.code
        )
        ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        return [(code, name, times) for (code, name), times in ordered]


def write_report(
    course: Path, out: Path, lang: str = "en", messages: Mapping[str, str] | None = None
) -> list[Path]:
    """Write report.html, grades.csv, exercises.csv and messages.csv into the folder `out`.

    Parameters
    ----------
    course : Path
        An nbgrader course with a gradebook.
    out : Path
        The folder; it is made when it is not there.
    lang : str
        The language of the page and of the sentences in messages.csv. Numbers in the CSV
        files have a decimal point and states are in English in every language.
    messages : mapping of code to English sentence
        For messages that stand in none of the checks that the course's configuration names.

    Returns
    -------
    list of Path
        The four files. Raises CourseError; then nothing is written.
    """
    if lang not in language.LANGUAGES:
        raise CourseError(
            f"no language {lang!r}; a report can be in {', '.join(language.LANGUAGES)}"
        )
    opened = Course.open(course)
    # Before the gradebook is opened: the fork server inherits nothing of it.
    try:
        page_worker().start()
    except BoundedError as error:
        raise Stopped(f"{error}; fix that and call again") from error
    checks = opened.config.Execute.get("checks_directory", "")
    results = _results(opened)
    sentences = {
        each.name: _sentences(
            Path(opened.root, checks, each.name) if checks else None, each.name, lang, messages
        )
        for each in results
    }
    t = language.Translator("autograder", lang)
    files = {
        "report.html": _page(opened.folders.course_id, results, sentences, t),
        "grades.csv": _csv(GRADES, _grades(results)),
        "exercises.csv": _csv(EXERCISES, _exercises(results)),
        "messages.csv": _csv(MESSAGES, _messages(results, sentences)),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            write_atomic(out / name, content)
        return [out / name for name in files]
    except OSError as error:
        raise CourseError(f"{out}: cannot be written ({error.strerror}); name another") from error


# Reading the course


def _results(course: Course) -> list[Results]:
    with course.gradebook() as gradebook:
        students = {student for (student,) in gradebook.db.query(Student.id)}
        return [
            _assignment(course, gradebook, assignment, students)
            for assignment in sorted(gradebook.assignments, key=lambda each: each.name)
        ]


def _assignment(
    course: Course, gradebook: Gradebook, assignment: Assignment, students: set[str]
) -> Results:
    name = assignment.name
    reasons = _reasons(course, name)
    last, penalties = _handed_in(gradebook, assignment)
    graded = course.students_graded(name)
    submitted = course.students_who_handed_in(name)
    found = set(penalties) | set(reasons) | submitted | graded
    submissions = {student: Submission(student) for student in sorted(found)}
    exercises = {
        (notebook.name, cell.name): cell.max_score
        for notebook in sorted(assignment.notebooks, key=lambda each: each.name)
        for cell in sorted([*notebook.grade_cells, *notebook.task_cells], key=lambda c: c.name)
    }
    by_hand = {
        (notebook.name, cell.name)
        for notebook in assignment.notebooks
        for cell in [*notebook.solution_cells, *notebook.task_cells]
    }
    order: dict[tuple[str, str], int] = {}
    outcomes = {}
    for student in sorted(graded):
        for notebook in sorted(each.name for each in assignment.notebooks):
            known = [cell for of, cell in exercises if of == notebook]
            found_there = _notebook(course, name, student, notebook, known)
            submissions[student].lang = submissions[student].lang or found_there.lang
            submissions[student].in_process |= found_there.mode == IN_PROCESS
            submissions[student].reasons += found_there.reasons
            for cell, data in found_there.cells.items():
                order.setdefault((notebook, cell), len(order))
                outcomes[student, notebook, cell] = data
    for student, notebook, cell, grade in _grade_rows(gradebook, assignment):
        if student in graded or grade.auto_score is not None or grade.manual_score is not None:
            answer = _answer(
                grade,
                exercises[notebook, cell],
                (notebook, cell) in by_hand,
                outcomes.get((student, notebook, cell), {}),
            )
            submissions[student].answers[notebook, cell] = answer
    for student, submission in submissions.items():
        _settle(submission, reasons.get(student, []), penalties.get(student, 0))
    exercises = dict(
        sorted(exercises.items(), key=lambda each: (order.get(each[0], len(order)), each[0]))
    )
    return Results(
        name=name,
        out_of=sum(exercises.values()),
        students=len(students | found),
        last=last,
        exercises=exercises,
        submissions=list(submissions.values()),
    )


def _handed_in(gradebook: Gradebook, assignment: Assignment) -> tuple[str, dict[str, float]]:
    """The day of the last submission, and each submission's penalty for being late."""
    rows = (
        gradebook.db.query(
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            func.sum(SubmittedNotebook.late_submission_penalty),
        )
        .outerjoin(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .filter(SubmittedAssignment.assignment_id == assignment.id)
        .group_by(SubmittedAssignment.id)
    ).all()
    last = max((each.date().isoformat() for _, each, _ in rows if each), default="")
    return last, {student: penalty or 0 for student, _, penalty in rows}


def _grade_rows(gradebook: Gradebook, assignment: Assignment) -> Query[Any]:
    """Student, notebook, cell and grade, for all submissions at once."""
    rows: Query[Any] = (
        gradebook.db.query(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Grade)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .filter(SubmittedAssignment.assignment_id == assignment.id)
    )
    return rows


def _answer(grade: Grade, out_of: float, by_hand: bool, data: dict[str, Any]) -> Answer:
    points = grade.score or 0
    if grade.manual_score is not None:
        return Answer(points, BY_PERSON)
    if by_hand and grade.auto_score is None:
        return Answer(points, WAITING)
    # nbgrader gives a text that a person should read no points only when it is untouched.
    said = {"state": outcome.NOT_ATTEMPTED} if by_hand else data
    return Answer(points, exercise_state(points, out_of, said), data.get("code", ""))


def _settle(submission: Submission, reasons: list[Any], penalty: float) -> None:
    answers = submission.answers.values()
    submission.reasons = [*reasons, *submission.reasons]
    submission.penalty = penalty
    if answers:
        submission.points = sum(answer.points for answer in answers) - penalty
        waiting = any(answer.state == WAITING for answer in answers)
        submission.state = WAITING if waiting else GRADED
    if submission.reasons:
        submission.state = ATTENTION


@dataclass
class _Graded:
    """What a graded notebook tells: its language, the outcome of each graded cell in its order,
    and where its tests ran; or why it cannot be read."""

    lang: str = ""
    cells: dict[str, dict[str, Any]] = field(default_factory=dict)
    mode: str = ""
    reasons: list[dict[str, Any]] = field(default_factory=list)


def _notebook(
    course: Course, assignment: str, student: str, name: str, known: list[str]
) -> _Graded:
    """A graded notebook of a student, read in a worker process; empty if it was not handed in."""
    folder = course.autograded(student, assignment)
    file = f"{name}.ipynb"
    try:
        content = read_plain(Path(folder, file), LARGEST_GRADED)
        return _Graded(*page_worker().call("autograder.pages.report:read_graded", content, known))
    except FileNotFoundError:
        return _Graded()
    except OSError as error:
        why = error.strerror or type(error).__name__
    except BoundedError as error:
        why = str(why_unreadable(error))
    except Unreadable as error:
        why = str(error)
    return _Graded(reasons=[reason("attention-unread", file=file, error=why)])


def read_graded(content: bytes, known: list[str]) -> tuple[str, dict[str, dict[str, Any]], str]:
    """Language, outcomes by cell and mode of a graded notebook; called in a worker process.

    Only the cells in `known` count, each at its first place.
    """
    try:
        found = json.loads(content)
        cells: dict[str, dict[str, Any]] = {}
        for cell in found["cells"]:
            marks = cell["metadata"].get("nbgrader")
            name = marks.get("grade_id") if isinstance(marks, dict) else None
            if isinstance(name, str) and name in known:
                cells.setdefault(name, outcome_data(cell))
        mode = found["metadata"].get("ai4gov", {}).get(HOW_RUN, {}).get("mode", "")
        lang = notebook_language(found["metadata"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Unreadable("it is not a notebook") from None
    return lang, cells, mode if isinstance(mode, str) else ""


def _reasons(course: Course, assignment: str) -> dict[str, list[Any]]:
    """Why submissions need a person, as grading left it for the class."""
    found = _json(Path(course.root, ATTENTION_FOLDER, f"{assignment}.json"))
    return {
        student: reasons
        for student, reasons in found.items()
        if isinstance(reasons, list) and reasons
    }


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(read_plain(path, 10_000_000))
    except (OSError, ValueError, RecursionError, Unreadable):
        return {}
    return found if isinstance(found, dict) else {}


def _sentences(
    folder: Path | None, module: str, lang: str, messages: Mapping[str, str] | None
) -> dict[str, str]:
    """The sentence of each message code, from the checks of an assignment, in a language."""
    texts = {message.code: (message.text, GENERAL) for message in _shared()}
    files = [folder / name for name in ("checks.py", "hidden_checks.py")] if folder else []
    for path in files:
        try:
            said = catalogue.calls(path.read_text(encoding="utf-8"), ("say",), str(path))
        except (OSError, ValueError, PublishingError):
            continue
        for call in said:
            words = [each.value for each in call.args if isinstance(each, ast.Constant)]
            if len(words) == 2:
                texts[str(words[0])] = (str(words[1]), module)
    texts |= {code: (text, module) for code, text in (messages or {}).items()}
    return {
        code: re.sub(r"\{\w*\}", "…", language.text(text, module=home, context=code, lang=lang))
        for code, (text, home) in texts.items()
    }


def _shared() -> Iterator[Message]:
    """The sentences that all modules share: those of the checks, and of the dossier's artefacts."""
    yield from SHARED.values()
    for found in pkgutil.iter_modules(dossier.__path__, f"{dossier.__name__}."):
        held = vars(importlib.import_module(found.name))
        yield from (each for each in held.values() if type(each) is Message)


# The tables for machines


GRADES = ("assignment", "student", "language", "state", "points", "out_of", "late_penalty", "why")
EXERCISES = (
    "assignment", "notebook", "exercise", "out_of", "right", "not_yet", "not_attempted",
    "by_person", "waiting", "mean_points",
)  # fmt: skip
MESSAGES = ("assignment", "code", "exercise", "learners", "sentence")


def _grades(results: list[Results]) -> Iterator[tuple[Any, ...]]:
    for each in results:
        for one in each.submissions:
            points = "" if one.points is None else _plain_number(one.points)
            penalty = _plain_number(one.penalty)
            why = " | ".join(map(read, one.reasons))
            out_of = _plain_number(each.out_of)
            yield each.name, one.student, one.lang, one.state, points, out_of, penalty, why


def _exercises(results: list[Results]) -> Iterator[tuple[Any, ...]]:
    states = (outcome.RIGHT, outcome.NOT_YET, outcome.NOT_ATTEMPTED, BY_PERSON, WAITING)
    for each in results:
        for (notebook, cell), out_of in each.exercises.items():
            counts = [each.count((notebook, cell), state) for state in states]
            mean = each.mean((notebook, cell))
            yield (
                each.name, notebook, exercise_name(cell), _plain_number(out_of), *counts,
                "" if mean is None else _plain_number(mean),
            )  # fmt: skip


def _messages(
    results: list[Results], sentences: dict[str, dict[str, str]]
) -> Iterator[tuple[Any, ...]]:
    for each in results:
        for code, exercise, times in each.messages():
            yield each.name, code, exercise, times, sentences[each.name].get(code, "")


def _plain_number(value: float) -> str:
    return f"{round(value, 4):.10g}"


def _csv(head: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> str:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    table.writerow(head)
    for row in rows:
        table.writerow([_cell(value) for value in row])
    return text.getvalue()


NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")
FORMULA = re.compile("(?:^|[;,]) *+(?=[=+\\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
                     "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}])")  # fmt: skip
"""Where a cell of a spreadsheet would begin with a formula, if `,` or `;` divided the cells."""


def _cell(value: object) -> str:
    """A value that no spreadsheet takes for a formula: a student may be called "=1+1".

    An apostrophe before the sign makes it text. Spreadsheets of some languages divide at `;` or at
    tabs and not at commas, and know no quotation marks in the middle of a cell; so this is also
    done within the text. Tabs and line breaks are escaped.
    """
    text = printable(str(value))
    return text if NUMBER.fullmatch(text) else FORMULA.sub(lambda found: found[0] + "'", text)


# The page


def _page(
    course_id: str,
    results: list[Results],
    sentences: dict[str, dict[str, str]],
    t: language.Translator,
) -> str:
    return render(
        "report.html",
        lang=t.lang,
        title=t("Class report"),
        course=course_id,
        words=_words(t),
        assignments=[
            _view(number, each, sentences[each.name], t) for number, each in enumerate(results, 1)
        ],
    )


def _words(t: language.Translator) -> dict[str, str]:
    return {
        "skip": t("Skip to the content"),
        "course": t("Course"),
        "overview": t("Overview"),
        "assignment": t("Assignment"),
        "handed_in": t("Handed in"),
        "median": t("Median points"),
        "attention": t("Needs attention"),
        "why": t("Why"),
        "distribution": t("Distribution of points"),
        "share": t("Share of the points"),
        "learners": t("Learners"),
        "learner": t("Learner"),
        "exercises": t("The exercises"),
        "exercise": t("Exercise"),
        "by_person": t("Graded by a person"),
        "waiting": t("Waits for a person"),
        "mean": t("Mean points"),
        "messages": t("What was said most often"),
        "messages_note": t(
            "How many learners got which message when their work was graded. Each got one message "
            "an exercise: the one that helps most."
        ),
        "message": t("Message"),
        "code": t("Code"),
        "language": t("Language"),
        "state": t("State"),
        "points": t("Points"),
        "percent": t("Share"),
        "nothing": t("Nothing was handed in yet."),
        "no_assignments": t("There is no assignment in the gradebook yet."),
        "no_messages": t("No message was given."),
        "partial": t("Points that a person has still to give are not in these figures."),
        "footer": t("Made from the gradebook. It shows nothing that a learner wrote."),
    }


def _state_words(t: language.Translator) -> dict[str, str]:
    return {
        GRADED: t("Graded"),
        WAITING: t("Waits for a person"),
        ATTENTION: t("Needs attention"),
        NOT_GRADED: t("Not graded yet"),
    }


MARKS = {GRADED: "✓", WAITING: "…", ATTENTION: "!", NOT_GRADED: "○"}
MOST_MESSAGES = 20


def _view(
    number: int, results: Results, sentences: dict[str, str], t: language.Translator
) -> dict[str, object]:
    """An assignment as the page shows it: words and numbers in the reader's language."""
    words = _state_words(t)
    points = results.points()
    states = Counter(each.state for each in results.submissions)
    handed_in = t("{number} of {students}").format(
        number=t.number(len(results.submissions)), students=t.number(results.students)
    )
    median = statistics.median(points) if points else None
    return {
        "anchor": f"assignment-{number}",
        "name": results.name,
        "last": t("Last handed in on {date}").format(date=results.last) if results.last else "",
        "forgeable": t(
            "The tests of some submissions ran in the learner's own process, as the course's "
            "settings ask: there, points can be forged."
        )
        if any(each.in_process for each in results.submissions)
        else "",
        "handed_in": handed_in,
        "median": _of(median, results.out_of, t),
        "states": [(words[state], t.number(states[state])) for state in STATES],
        "attention": [
            {
                "student": printable(each.student),
                "reasons": [read(found, t.lang) for found in each.reasons],
            }
            for each in results.submissions
            if each.reasons
        ],
        "bands": _bands(points, results.out_of, t),
        "by_person": any(
            results.count(exercise, state)
            for exercise in results.exercises
            for state in (BY_PERSON, WAITING)
        ),
        "outcomes": [
            general("state-" + state).read(t.lang)
            for state in (outcome.RIGHT, outcome.NOT_YET, outcome.NOT_ATTEMPTED)
        ],
        "exercises": [_exercise_row(exercise, results, t) for exercise in results.exercises],
        "partial": states[WAITING] > 0,
        "messages": [
            (t.number(times), code, Markup(outcome.as_html(sentences.get(code, ""))), exercise)
            for code, exercise, times in results.messages()[:MOST_MESSAGES]
        ],
        "learners": [
            {
                "name": printable(each.student),
                "language": language.LANGUAGES.get(each.lang, "–"),
                "lang": each.lang,
                "mark": MARKS[each.state],
                "state": words[each.state],
                "points": _of(each.points, results.out_of, t),
                "percent": "–"
                if each.points is None or not results.out_of
                else t.percent(each.points / results.out_of),
            }
            for each in results.submissions
        ],
    }


def _of(points: float | None, out_of: float, t: language.Translator) -> str:
    reached = "–" if points is None else points_text(points, t)
    return t("{points} of {out_of}").format(points=reached, out_of=points_text(out_of, t))


def _bands(
    points: list[float], out_of: float, t: language.Translator
) -> list[tuple[str, str, float]]:
    """Bands of the share of the points: label, number of submissions, length of the bar in %."""
    if not points or not out_of:
        return []
    shares = [min(1, max(0, each / out_of)) for each in points]
    # Points are halves and thirds: without the small step 0.3 / 1 falls below its own band.
    counts = Counter(min(BANDS - 1, int(share * BANDS + 1e-9)) for share in shares)
    most = max(counts.values())
    return [
        (
            f"{t.number(100 * band / BANDS)}–{t.percent((band + 1) / BANDS)}",
            t.number(counts[band]),
            round(100 * counts[band] / most, 1),
        )
        for band in reversed(range(BANDS))
    ]


def _exercise_row(
    exercise: tuple[str, str], results: Results, t: language.Translator
) -> dict[str, object]:
    states = (outcome.RIGHT, outcome.NOT_YET, outcome.NOT_ATTEMPTED, BY_PERSON, WAITING)
    right, not_yet, untried, by_person, waiting = (
        results.count(exercise, state) for state in states
    )
    out_of = results.exercises[exercise]
    mean = results.mean(exercise)
    return {
        "name": exercise_name(exercise[1]),
        "counts": [t.number(count) for count in (right, not_yet, untried)],
        "by_person": t.number(by_person),
        "waiting": t.number(waiting),
        "mean": _of(mean, out_of, t),
        "bar": round(100 * mean / out_of, 1) if out_of and mean is not None else 0,
    }
