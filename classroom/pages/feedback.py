"""Feedback: a graded notebook as one page, in the notebook's language and safe to open.

nbgrader's GenerateFeedback is the engine, from its command, from formgrader and from here;
`feedback_settings` tells it which parts of ours to use. A page is made from what a learner
handed in, so nothing in a notebook is trusted: points and comments come from the gradebook,
test cells show only their outcome, HTML goes through a list of what is allowed, and a
Content-Security-Policy on the page forbids the rest.

The gradebook is read here; the notebook is parsed and its page rendered in a worker process with
bounds and a clock (`make_page`), so that no notebook can hold up the class.
"""

import os
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import nbformat
from markupsafe import Markup
from nbconvert.exporters import Exporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry, TaskCell
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import ClearHiddenTests
from traitlets.config import Config

from autograder.bounded import BoundedError
from autograder.errors import CourseError, Stopped, Unreadable
from autograder.files import LARGEST_GRADED, read_plain
from autograder.formgrader.page_worker import page_worker, why_unreadable
from autograder.formgrader.sanitize import (
    LARGEST_HTML,
    PICTURE,
    code,
    cut,
    harmless,
    needs_more,
    one_line,
    picture,
    plain,
    prose,
)
from autograder.grading.course import Course
from autograder.records import is_test
from autograder.text import printable
from classroom.pages.graded import (
    exercise_name,
    exercise_state,
    notebook_language,
    outcome_data,
    points_text,
)
from classroom.pages.report.titles import module_title, titles_by_cell
from classroom.settings import feedback_settings
from course import language, syllabus
from course.checking import outcome
from course.checking.messages import general
from course.files import write_atomic
from course.templating import render

MOST_OUTPUTS = 30
"""Cap: outputs of a cell."""

MOST_NEXT = 3
"""Exercises that the page names as the next step."""

PAGE_SECONDS = 30.0
"""CPU seconds that the page of a notebook may take. Usual ones take less than two."""


# Entry points: the command line, and nbgrader


def write_feedback(
    course: Path,
    assignment: str,
    student: str | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[list[Path], list[tuple[str, str]]]:
    """Write the feedback pages of an assignment, for all who were graded or for one student.

    `progress` is called after each submission, with how many are done and how many there are.

    Each submission is made on its own and each page put in place in one step, so a broken
    notebook stops no other and leaves an older page as it was.

    Returns
    -------
    written : list of Path
        The pages, by student and notebook.
    problems : list of (student, reason)
        The submissions without a page; the reason is one line.

    Raises CourseError when there is no such course, assignment or student.
    """
    opened = Course.open(course)
    coursedir, config = opened.folders, opened.config
    config.merge(feedback_settings())
    coursedir.assignment_id = assignment
    # Before the gradebook is opened: the fork server inherits nothing of it.
    try:
        page_worker().start()
    except BoundedError as error:
        raise Stopped(f"{error}; fix that and call again") from error
    written: list[Path] = []
    problems: list[tuple[str, str]] = []
    students = _students(opened, assignment, student)
    with warnings.catch_warnings():
        # A fault in a learner's notebook is repaired, or reported as a problem.
        warnings.filterwarnings("ignore", module="nbformat")
        for done, name in enumerate(students, 1):
            coursedir.student_id = name
            try:
                pages = _Pages(coursedir=coursedir, config=config)
                pages.start()
                written += pages.written
            except (Exception, SystemExit) as error:
                problems.append((name, _reason(error)))
            progress(done, len(students))
    return written, problems


def _students(course: Course, assignment: str, student: str | None) -> list[str]:
    course.require_assignment(assignment)
    with course.gradebook() as gradebook:
        students = {each.student_id for each in gradebook.assignment_submissions(assignment)}
    students |= course.students_graded(assignment)
    if student is None:
        return sorted(students)
    if student not in students:
        raise CourseError(f"no submission of {student!r} for {assignment!r}; grade it first")
    return [student]


def _reason(error: BaseException) -> str:
    line = printable(one_line(str(error)))
    if isinstance(error, Unreadable):
        return line
    if isinstance(error, MissingEntry):
        return f"not in the gradebook ({line}); grade it first"
    return f"{type(error).__name__}: {line}"[:300]


class _Pages(GenerateFeedback):
    """nbgrader's converter for one submission: faults are raised, pages put in place whole."""

    def init_notebooks(self) -> None:
        student, assignment = self.coursedir.student_id, self.coursedir.assignment_id
        if Path(student).name != student:
            raise Unreadable("the student's name cannot be the name of a folder")
        if not _is_utf8(student):
            raise Unreadable("the folder's name is not UTF-8: rename it and grade it again")
        folder = self._format_source(assignment, student)
        names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
        found = [os.path.join(folder, name) for name in names if name.endswith(".ipynb")]
        if not found:
            raise Unreadable("nothing of it is graded yet: grade it first")
        self.assignments = {folder: found}
        self.written: list[Path] = []

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        name = Path(notebook_filename).stem
        return {
            "unique_key": name,
            "nbgrader": {
                "student": self.coursedir.student_id,
                "assignment": self.coursedir.assignment_id,
                "notebook": name,
                "db_url": self.coursedir.db_url,
            },
        }

    def convert_notebooks(self) -> None:
        student, assignment = self.coursedir.student_id, self.coursedir.assignment_id
        self.notebooks = next(iter(self.assignments.values()))
        self.init_assignment(assignment, student)
        for notebook in self.notebooks:
            self.convert_single_notebook(notebook)
        self.set_permissions(assignment, student)

    def write_single_notebook(self, output: str, resources: ResourcesDict) -> None:
        folder = Path(
            self._format_dest(resources["nbgrader"]["assignment"], resources["nbgrader"]["student"])
        )
        page = folder / f"{resources['unique_key']}{resources['output_extension']}"
        write_atomic(page, output)
        self.written.append(page)


def _is_utf8(name: str) -> bool:
    """Whether a file name can be written as UTF-8; Python reads others with lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


KEPT = {
    "timestamp.txt": re.compile(r"[0-9A-Za-z .:+-]{1,64}\s*"),
    "submission_secret.txt": re.compile(r"[0-9a-f]{1,256}\s*"),
}


def _start_folder(converter: GenerateFeedback, assignment_id: str, student_id: str) -> None:
    """Make the folder of a submission's pages, in place of GenerateFeedback.init_assignment.

    nbgrader copies there all files of the graded submission, and follows links when it does.
    Here only the two come along that it needs to release a page, when they are ordinary
    files that hold what nbgrader writes into them.
    """
    source = Path(converter._format_source(assignment_id, student_id))
    folder = Path(converter._format_dest(assignment_id, student_id))
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in KEPT.items():
        kept = folder / name
        kept.unlink(missing_ok=True)
        try:
            text = read_plain(source / name, 1000).decode("ascii")
        except (OSError, ValueError, Unreadable):
            continue
        if content.fullmatch(text):
            write_atomic(kept, text)


# Reading the gradebook, in the coordinator


def _gradebook_data(place: Mapping[str, Any]) -> dict[str, Any]:
    """Points and comments of a submitted notebook, as plain data. Raises MissingEntry."""
    with Gradebook(place["db_url"]) as gradebook:
        found = gradebook.find_submission_notebook(
            place["notebook"], place["assignment"], place["student"]
        )
        penalty = found.late_submission_penalty or 0
        comments = {comment.name: comment.comment or "" for comment in found.comments}
        grades = {
            grade.name: {
                "score": grade.score,
                "points": grade.max_score,
                "by_person": grade.manual_score is not None,
                "waiting": grade.needs_manual_grade and grade.manual_score is None,
                "task": isinstance(grade.cell, TaskCell),
                "untouched": grade.name in comments and grade.auto_score is not None,
            }
            for grade in found.grades
        }
        return {
            "student": place["student"],
            "notebook": place["notebook"],
            "score": found.score - penalty,
            "max_score": found.max_score,
            "late_penalty": penalty,
            "grades": grades,
            "comments": comments,
        }


# Preparing the notebook for its page


def _put_grades(
    nb: NotebookNode, grades: dict[str, Any], comments: dict[str, Any]
) -> dict[str, Any]:
    """Put the gradebook's points and comments in place of what the notebook's cells claim.

    A cell that calls itself graded but is not in the gradebook, or is there a second time,
    becomes an ordinary cell. Returns the graded cells that are no longer in the notebook.
    """
    left = set(grades) | set(comments)
    for cell in nb.cells:
        marks = cell.metadata.pop("nbgrader", None)
        name = marks.get("grade_id") if isinstance(marks, dict) else None
        if not isinstance(name, str) or name not in left:
            continue
        left.remove(name)
        grade = grades.get(name, {"task": False})
        cell.metadata["nbgrader"] = NotebookNode(
            grade,
            grade_id=name,
            grade=name in grades,
            solution=name in comments and not grade["task"],
            comment=comments.get(name, ""),
        )
    return {name: grades[name] for name in sorted(left) if name in grades}


def _take_tests_out(cell: NotebookNode, begin: str, end: str) -> None:
    """Take the tests out: of a test cell only its outcome or its error in one line stays.

    A text between the delimiters of hidden tests goes from every cell; one that is not closed
    goes to the end of its cell.
    """
    cell.source = "\n".join(_visible(cell.source, begin, end))
    if is_test(cell):
        cell.source = ""
        if cell.cell_type == "code":
            cell.outputs = [kept for output in cell.outputs if (kept := _verdict(output))]


def _visible(source: str, begin: str, end: str) -> Iterator[str]:
    hidden = False
    for line in source.split("\n"):
        if begin in line:
            hidden = True
        elif end in line:
            hidden = False
        elif not hidden and not re.match(r"\s*#+\s*(HASHED\s+)?AUTOTEST\b", line):
            yield line


def _verdict(output: NotebookNode) -> NotebookNode | None:
    """The part of a test cell's output that a learner may see.

    A traceback shows the test's source, and so does a warning on stderr.
    """
    if output.output_type == "error":
        first = next(iter(output.evalue.strip().splitlines()), "")
        error: NotebookNode = nbformat.v4.new_output(
            "error", ename=output.ename, evalue=first[:300], traceback=[]
        )
        return error
    if outcome.MIME in output.get("data", {}):
        return output
    return None


# The page


@dataclass
class _Exercise:
    """An exercise as the page shows it: its name, its outcome, and the place of its cell."""

    name: str
    state: str
    points: str
    mark: str
    kind: str
    """Which colour of the style sheet its state has."""
    is_headed: bool = False
    """Whether a heading of the notebook above it has its name."""
    anchor: str = ""


@dataclass
class _Output:
    """A piece of output; `kind` is html, text, picture, fault or cut."""

    kind: str
    content: str | Markup
    more: str = ""


@dataclass
class _PageCell:
    """A cell as the page shows it; `kind` is prose, code or written."""

    kind: str
    content: str | Markup
    outputs: list[_Output] = field(default_factory=list)
    exercise: _Exercise | None = None
    comment: str = ""
    back: bool = False


Resources = dict[str, Any]


class FeedbackPage(Exporter):
    """Makes the page in a worker process, whichever command of nbgrader's calls for it."""

    output_mimetype = "text/html"

    def __init__(self, config: Config | None = None, **kw: object) -> None:
        super().__init__(config=config, **kw)  # type: ignore[no-untyped-call]
        # nbgrader has no setting for what it copies beside a page, but makes its exporter
        # before it starts; this therefore reaches the converter from every command.
        if isinstance(self.parent, GenerateFeedback):
            self.parent.init_assignment = partial(_start_folder, self.parent)

    def _file_extension_default(self) -> str:
        return ".html"

    def from_filename(
        self, filename: str, resources: Resources | None = None, **kw: object
    ) -> tuple[Any, Resources]:
        content = read_plain(Path(filename), LARGEST_GRADED)
        return self._page(content, Path(filename).name, resources)

    def from_notebook_node(
        self, nb: NotebookNode, resources: Resources | None = None, **kw: object
    ) -> tuple[Any, Resources]:
        return self._page(nbformat.writes(nb).encode("utf-8", "replace"), "notebook", resources)

    def _page(
        self, content: bytes, name: str, resources: Resources | None
    ) -> tuple[str, Resources]:
        resources = self._init_resources(resources or {})  # type: ignore[no-untyped-call]
        # The delimiters of hidden tests are those that are configured for ClearHiddenTests.
        hidden = ClearHiddenTests(parent=self)
        delimiters = [hidden.begin_test_delimeter, hidden.end_test_delimeter]
        data = _gradebook_data(resources["nbgrader"])
        try:
            page = page_worker().call(
                "classroom.pages.feedback:make_page",
                content,
                data,
                delimiters,
                seconds=PAGE_SECONDS,
            )
        except BoundedError as error:
            raise Unreadable(f"{name}: {why_unreadable(error)}") from None
        return page.decode(), resources


def make_page(content: bytes, data: dict[str, Any], delimiters: list[str]) -> bytes:
    """The feedback page for the content of a graded notebook; called in a worker process.

    `data` is what `_gradebook_data` read. Raises Unreadable for what is not a notebook.
    """
    try:
        nb = nbformat.reads(content.decode("utf-8"), as_version=4)
    except MemoryError:
        raise
    except Exception as error:
        raise Unreadable("it is not a notebook") from error
    missing = _put_grades(nb, data["grades"], data["comments"])
    for cell in nb.cells:
        _take_tests_out(cell, *delimiters)
    t = language.Translator("classroom", notebook_language(nb.metadata))
    cells, exercises = _cells(nb, t)
    exercises += [_exercise(exercise_name(name), each, {}, t) for name, each in missing.items()]
    waiting = any(utils.is_grade(c) and c.metadata.nbgrader.get("waiting") for c in nb.cells)
    page = render(
        Path(__file__).parent,
        "feedback.html",
        t,
        lang=t.lang,
        title=t("Feedback: {notebook}").format(notebook=module_title(data["notebook"], t.lang)),
        student=printable(data["student"]),
        course=t("AI for the Public Sector") if data["notebook"] in syllabus.modules() else "",
        start_with=_start_with(exercises),
        score=_score(data, waiting, t),
        exercises=exercises,
        cells=cells,
    )
    # Lone surrogates, which JSON can hold, cannot be written to a file.
    return page.encode("utf-8", "replace")


def _start_with(exercises: list[_Exercise]) -> list[_Exercise]:
    """The first exercises that are not right yet and that the page shows."""
    open_ = (outcome.NOT_YET, outcome.NOT_ATTEMPTED)
    return [each for each in exercises if each.kind in open_ and each.anchor][:MOST_NEXT]


def _score(place: Mapping[str, Any], waiting: bool, t: language.Translator) -> dict[str, Any]:
    points, out_of = place.get("score") or 0, place.get("max_score") or 0
    penalty = place.get("late_penalty") or 0
    late = t("Handed in late: {points} points were taken off.")
    return {
        "points": points_text(points, t),
        "out_of": t("of {points} points").format(points=points_text(out_of, t)) if out_of else "",
        "share": round(100 * min(1, max(0, points / out_of))) if out_of else 0,
        "penalty": late.format(points=points_text(penalty, t)) if penalty else "",
        "waiting": waiting,
    }


def _cells(nb: NotebookNode, t: language.Translator) -> tuple[list[_PageCell], list[_Exercise]]:
    """The cells to show and the exercises, each in the order of the notebook."""
    shown = [_shown(cell, t) for cell in nb.cells]
    answers = {
        cell.metadata.nbgrader.grade_id: made
        for cell, made in zip(nb.cells, shown, strict=True)
        if made and utils.is_solution(cell)
    }
    # The headings are the learner's own copy, as the rest of this page is.
    titles = titles_by_cell(nb.cells)
    counted = Counter(titles.values())
    named = {exercise_name(cell): title for cell, title in titles.items() if counted[title] == 1}
    exercises: list[_Exercise] = []
    for cell, made in zip(nb.cells, shown, strict=True):
        if made is None or not utils.is_grade(cell):
            continue
        marks = cell.metadata.nbgrader
        name = exercise_name(marks.grade_id)
        exercise = _exercise(named.get(name, name), marks, outcome_data(cell), t)
        exercise.is_headed = name in named
        exercise.anchor = f"exercise-{len(exercises) + 1}"
        head = answers.get(name, made)
        (made if head.exercise else head).exercise = exercise
        made.back = True
        exercises.append(exercise)
    return [cell for cell in shown if cell is not None], exercises


def _exercise(
    name: str, grade: Mapping[str, Any], data: dict[str, Any], t: language.Translator
) -> _Exercise:
    points, out_of = grade["score"] or 0, grade["points"] or 0
    if grade["by_person"]:
        mark, kind, state = "●", "by-person", t("Graded by a person")
    elif grade["waiting"]:
        mark, kind, state = "…", "waiting", t("Waits for a person")
    else:
        # nbgrader gives a text that a person should read no points only when it is untouched.
        said = {"state": outcome.NOT_ATTEMPTED} if grade["untouched"] else data
        kind = exercise_state(points, out_of, said)
        mark, state = outcome.STYLES[kind][0], general("state-" + kind).read(t.lang)
    reached = "–" if grade["waiting"] else points_text(points, t)
    made = t("{points} of {out_of}").format(points=reached, out_of=points_text(out_of, t))
    return _Exercise(name, state, made, mark, kind)


def _shown(cell: NotebookNode, t: language.Translator) -> _PageCell | None:
    """A cell as it is shown; None for one that is not (raw, or empty)."""
    if cell.cell_type not in ("markdown", "code"):
        return None
    marks = cell.metadata.get("nbgrader", {})
    comment = marks.get("comment", "")
    if comment.strip() == "No response.":
        comment = t("No answer was given here.")
    if is_test(cell):
        return _PageCell("test", "", list(_test_outputs(cell, t)), comment=comment)
    if cell.cell_type == "markdown":
        attachments = cell.get("attachments", {})
        kind = "written" if utils.is_solution(cell) else "prose"
        return _PageCell(kind, prose(cell.source, attachments), comment=comment)
    outputs = list(_outputs(cell.outputs, t))
    if not cell.source.strip() and not outputs and not marks:
        return None
    return _PageCell("code", code(cell.source), outputs, comment=comment)


# Outputs


STOPPED = {"NotRun", "KernelDied", "NoVerdict"}
"""Errors that our grader leaves in a test cell without a verdict (autograder.execute)."""


def _test_outputs(cell: NotebookNode, t: language.Translator) -> Iterator[_Output]:
    for output in cell.get("outputs", []):
        if output.output_type == "error" and output.ename in STOPPED:
            yield _Output("fault", t("This check could not be run to its end."))
        elif output.output_type == "error":
            yield _Output("fault", _error(output))
        elif "text/html" in output.get("data", {}):
            yield from _html(output.data, t)


def _error(output: NotebookNode) -> str:
    return one_line(f"{output.ename}: {output.evalue}").removesuffix(":")


def _outputs(outputs: list[Any], t: language.Translator) -> Iterator[_Output]:
    for index, output in enumerate(_joined(outputs)):
        if index == MOST_OUTPUTS:
            yield _Output("cut", t("More outputs of this cell are not shown here."))
            return
        if output.output_type == "stream":
            yield from _text(output.text, t)
        elif output.output_type == "error":
            trace, _ = cut(plain("\n".join(output.traceback)))
            yield _Output("fault", _error(output), trace)
        else:
            yield from _display(output.data, t)


def _joined(outputs: list[Any]) -> Iterator[NotebookNode]:
    """The outputs, with the pieces of a stream put together."""
    streams = groupby(outputs, lambda each: each.output_type == "stream" and each.name)
    for name, group in streams:
        if name:
            text = "".join(each.text for each in group)
            yield NotebookNode(output_type="stream", name=name, text=text)
        else:
            yield from group


def _display(data: dict[str, Any], t: language.Translator) -> Iterator[_Output]:
    if "text/html" in data:
        yield from _html(data, t)
    elif "text/markdown" in data:
        yield _Output("html", prose(data["text/markdown"], {}))
    elif source := picture(data):
        yield _Output("picture", source)
    elif "image/png" in data or "image/jpeg" in data:
        yield _Output("cut", t("A picture is not shown here: it is damaged or too large."))
    elif "text/latex" in data or "text/plain" in data:
        yield from _text(data.get("text/latex") or data["text/plain"], t)
    elif data:
        yield _Output("cut", t("An output of this cell cannot be shown here."))


def _html(data: dict[str, Any], t: language.Translator) -> Iterator[_Output]:
    """HTML made harmless; as plain text when it is too long, or nothing without its scripts."""
    content, plain = data["text/html"], data.get("text/plain", "")
    if len(PICTURE.sub("", content)) > LARGEST_HTML:
        yield from _text(plain, t)
        yield _Output("cut", t("An output is too long to be shown here."))
        return
    says_more = plain.strip() and not re.fullmatch("<.*>", plain.strip())
    if says_more and outcome.MIME not in data and needs_more(content):
        yield from _text(plain, t)
    else:
        yield _Output("html", harmless(content))


def _text(text: str, t: language.Translator) -> Iterator[_Output]:
    shown, lines = cut(plain(text))
    if shown.strip():
        yield _Output("text", shown)
    if lines:
        yield _Output("cut", t("{n} more lines are not shown here.").format(n=t.number(lines)))
