"""A course that uses all of nbgrader, a class that uses all of the course, and what grading left.

Everything is made and released by nbgrader itself; `grade_by_nbgrader` grades it with nbgrader's
own classes and preprocessors, so that what we do can be held against it.
"""

import os
import sys
from contextlib import suppress
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from tests.autograder.small_course import marks
from tests.course.content.forked_kernels import FORKED

MIXED, SHORT = "mixed", "short"
"""The assignments: one with everything, two notebooks and files; one of three cells."""

IN_TIME, LATE, LATER = (f"2026-03-{day} 10:00:00 UTC" for day in ("01", "03", "05"))
DUE = datetime(2026, 3, 2, 12)

CONFIG = """\
from nbgrader.plugins import LateSubmissionPlugin


class TenthADay(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        days = total_seconds_late / 86400
        return None if student_id == "excused" else 0.1 * score * days - 0.05


c = get_config()
c.AssignLatePenalties.plugin_class = TenthADay
c.Autograde.exclude_overwriting = {"mixed": ["own.py"]}
c.Execute.extra_arguments = ["--IPKernelApp.log_level=50"]
"""


def _solution(name: str, source: str) -> NotebookNode:
    return new_code_cell(source, id=name, metadata=marks(name, solution=True))


def _test(name: str, source: str, points: float) -> NotebookNode:
    return new_code_cell(source, id=name, metadata=marks(name, points, grade=True, locked=True))


def _locked(cell: NotebookNode, name: str) -> NotebookNode:
    cell.metadata.update(marks(name, locked=True))
    cell["id"] = name
    return cell


def _answer(source: str) -> str:
    return f"### BEGIN SOLUTION\n{source}\n### END SOLUTION"


HIDDEN = "### BEGIN HIDDEN TESTS\nassert twice(-1) == -2\n### END HIDDEN TESTS"


def _code_notebook() -> list[NotebookNode]:
    return [
        _locked(new_markdown_cell("# Rates"), "title"),
        _locked(new_code_cell("import helper\ntable = open('data.csv').read()"), "setup"),
        _solution("twice", f"def twice(x):\n    {_answer('return 2 * x')}"),
        _test("twice-small", "assert twice(3) == 6", 2),
        _test("twice-hidden", HIDDEN, 1),
        _solution("share", _answer("share = 0.75")),
        _test("share-part", "4 * share if share <= 1 else 0", 4),
        _test("table", "assert table == 'a,b\\n1,2\\n' and helper.NAME == 'instructor'", 1),
        new_code_cell(
            _answer("explained = 'by hand'"),
            id="by-hand",
            metadata=marks("by-hand", 5, grade=True, solution=True),
        ),
        new_code_cell("spare = 1", id="spare"),
    ]


def _prose_notebook() -> list[NotebookNode]:
    return [
        _locked(new_markdown_cell("Say what you think."), "intro"),
        new_markdown_cell(
            "YOUR ANSWER HERE", id="essay", metadata=marks("essay", 4, grade=True, solution=True)
        ),
        new_markdown_cell(
            "Draw a map.", id="map", metadata=marks("map", 3, task=True, locked=True)
        ),
        new_markdown_cell("Notes", id="notes"),
    ]


def _short_notebook() -> list[NotebookNode]:
    return [
        _solution("one", f"def one():\n    {_answer('return 1')}"),
        _test("one-test", "assert one() == 1", 1),
        _test("one-value", "2.0 * one()", 2),
    ]


FILES = {
    "data.csv": "a,b\n1,2\n",
    "helper.py": "NAME = 'instructor'\n",
    "own.py": "OWN = 'released'\n",
    "more/deep.txt": "deep\n",
}


def make(folder: Path, config: str = CONFIG, db_url: str | None = None) -> Path:
    """A course with two assignments in its gradebook; nothing is handed in yet."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    folder.mkdir(parents=True, exist_ok=True)
    if db_url:
        config += f"c.CourseDirectory.db_url = {db_url!r}\nc.CourseDirectory.course_id = 'stock'\n"
    (folder / "nbgrader_config.py").write_text(config)
    mixed = {"code": _code_notebook(), "prose": _prose_notebook()}
    for assignment, notebooks in {MIXED: mixed, SHORT: {"short": _short_notebook()}}.items():
        source = folder / "source" / assignment
        source.mkdir(parents=True)
        for name, cells in notebooks.items():
            kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
            notebook = new_notebook(cells=cells, metadata={"kernelspec": kernel})
            nbformat.write(notebook, source / f"{name}.ipynb")
        if assignment == MIXED:
            _write(source, FILES)
        configured = settings.load(folder)
        coursedir = CourseDirectory(config=configured)
        coursedir.assignment_id = assignment
        GenerateAssignment(coursedir=coursedir, config=configured).start()
    with gradebook(folder) as book:
        book.find_assignment(MIXED).duedate = DUE
        book.db.commit()
    return folder


def gradebook(course: Path) -> Gradebook:
    coursedir = CourseDirectory(config=settings.load(course))
    return Gradebook(coursedir.db_url, coursedir.course_id)


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_text(text)


RIGHT: dict[str, str] = {
    "twice": "def twice(x):\n    return x + x",
    "share": "share = 0.75",
    "by-hand": "explained = 'so'",
    "essay": "I think.",
}


ONE = "def one():\n    return 1"


class HandIn:
    """What one learner changes in a release before handing it in."""

    def __init__(self, course: Path, assignment: str):
        release = course / "release" / assignment
        self.files = {
            path.relative_to(release).as_posix(): path.read_text()
            for path in release.rglob("*")
            if path.is_file() and path.suffix != ".ipynb"
        }
        self.notebooks = {
            path.stem: nbformat.read(path, as_version=4) for path in release.glob("*.ipynb")
        }
        self.timestamp: str | None = IN_TIME

    def cell(self, name: str) -> NotebookNode:
        return next(
            cell
            for notebook in self.notebooks.values()
            for cell in notebook.cells
            if cell.metadata.get("nbgrader", {}).get("grade_id") == name
        )

    def answer(self, **sources: str) -> "HandIn":
        for name, source in sources.items():
            self.cell(name.replace("_", "-")).source = source
        return self

    def right(self) -> "HandIn":
        for name, source in RIGHT.items():
            self.cell(name).source = source
        return self

    def remove(self, *names: str) -> "HandIn":
        gone = [id(self.cell(name)) for name in names]
        for notebook in self.notebooks.values():
            notebook.cells = [cell for cell in notebook.cells if id(cell) not in gone]
        return self

    def write(self, course: Path, student: str, assignment: str) -> None:
        folder = course / "submitted" / student / assignment
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.ipynb"):
            old.unlink()
        _write(folder, self.files)
        for name, notebook in self.notebooks.items():
            (folder / f"{name}.ipynb").write_text(nbformat.writes(notebook))
        if self.timestamp:
            (folder / "timestamp.txt").write_text(self.timestamp)


def hand_in_class(course: Path) -> None:
    """A class in which every learner does something else to the assignment."""

    def start() -> HandIn:
        return HandIn(course, MIXED)

    handed_in = {name: start().right() for name in ("right", "excused", "late", "later", "read")}
    handed_in["excused"].timestamp = handed_in["late"].timestamp = LATE
    handed_in["later"].timestamp = LATER
    handed_in["untouched"] = start()
    handed_in["untouched"].timestamp = None
    handed_in["part"] = start().right().answer(share="share = 0.3", twice="def twice(x): return 6")
    handed_in["stops"] = start().right().answer(twice="1 / 0", share="print('0.75')")
    handed_in["without"] = start().right()
    del handed_in["without"].notebooks["prose"]
    handed_in["without"].timestamp = LATE
    more = handed_in["more"] = start().right()
    more.notebooks["unknown"] = deepcopy(more.notebooks["code"])
    more.files |= {
        "more/own.txt": "mine",
        "photo.txt": "x",
        ".hidden": "h",
        "__pycache__/a.pyc": "-",
    }
    deleted = handed_in["deleted"] = start().right()
    deleted.remove("title", "share", "twice-hidden", "essay", "map")
    altered = handed_in["altered"] = start().right()
    altered.answer(twice_small="pass", setup="table = helper = None", title="# Mine", map="Done.")
    altered.cell("share-part").metadata.nbgrader.points = 400
    altered.cell("essay").metadata.nbgrader.points = 40
    altered.cell("intro").metadata.nbgrader.locked = False
    altered.cell("table").metadata.nbgrader.checksum = "0"
    as_text = altered.cell("by-hand")
    as_text.cell_type = "markdown"
    del as_text["outputs"], as_text["execution_count"]
    unmarked = handed_in["unmarked"] = start().right()
    unmarked.cell("share-part").metadata.clear()
    unmarked.cell("title").metadata.clear()
    files = handed_in["files"] = start().right()
    files.files |= {"data.csv": "mine", "helper.py": "NAME = 'me'", "own.py": "OWN = 'mine'"}
    files.files["more/deep.txt"] = "mine"
    old = handed_in["old"] = start().right()
    for notebook in old.notebooks.values():
        notebook.nbformat_minor = 4
        for cell in notebook.cells:
            del cell["id"]
    for student, each in handed_in.items():
        each.write(course, student, MIXED)
    for student in ("right", "late"):
        HandIn(course, SHORT).answer(one=ONE).write(course, student, SHORT)


def grade_by_nbgrader(
    course: Path, assignment: str, student: str = "*", force: bool = False
) -> None:
    """nbgrader's own way, in this process; faults of single submissions are in its log only."""
    config = settings.load(course)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id, coursedir.student_id = assignment, student
    converter = Autograde(coursedir=coursedir, config=config)
    converter.force = force
    with FORKED, suppress(NbGraderException):
        converter.start()


def read_by_hand(course: Path, student: str, assignment: str = MIXED) -> None:
    """What a grader does in formgrader: points, a comment, extra credit, a flag."""
    with gradebook(course) as book:
        submission = book.find_submission(assignment, student)
        for notebook in submission.notebooks:
            notebook.flagged = True
            for grade in notebook.grades:
                if grade.name in ("essay", "by-hand", "twice-small", "map"):
                    grade.manual_score, grade.needs_manual_grade = 1.5, False
                if grade.name == "essay":
                    grade.extra_credit = 0.5
            for comment in notebook.comments:
                if comment.name in ("essay", "twice", "map"):
                    comment.manual_comment = f"On {comment.name}: good"
        book.db.commit()


def kept(course: Path) -> dict[tuple[str, ...], dict[str, Any]]:
    """Every row that grading writes, by table, student, assignment, notebook, cell."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    with gradebook(course) as book:
        for student in book.students:
            found["student", student.id] = {"name": student.first_name}
        for assignment in book.assignments:
            for submission in assignment.submissions:
                whose = (submission.student.id, assignment.name)
                found["submission", *whose] = {
                    "timestamp": submission.timestamp,
                    "late": submission.total_seconds_late,
                    "score": submission.score,
                    "max_score": submission.max_score,
                    "needs_manual_grade": submission.needs_manual_grade,
                }
                for notebook in submission.notebooks:
                    found["notebook", *whose, notebook.name] = {
                        "penalty": notebook.late_submission_penalty,
                        "flagged": notebook.flagged,
                        "score": notebook.score,
                        "failed_tests": notebook.failed_tests,
                    }
                    for grade in notebook.grades:
                        found["grade", *whose, notebook.name, grade.name] = {
                            "auto": grade.auto_score,
                            "manual": grade.manual_score,
                            "extra": grade.extra_credit,
                            "needs_manual_grade": grade.needs_manual_grade,
                        }
                    for comment in notebook.comments:
                        found["comment", *whose, notebook.name, comment.name] = {
                            "auto": comment.auto_comment,
                            "manual": comment.manual_comment,
                        }
    return found


def graded_files(course: Path) -> dict[str, Any]:
    """The files in autograded/: for a notebook what stands in its cells, for others their text."""
    folder = course / "autograded"
    return {
        path.relative_to(folder).as_posix(): _notebook(path)
        if path.suffix == ".ipynb"
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if not path.is_dir()
    }


def _notebook(path: Path) -> dict[str, Any]:
    notebook = nbformat.read(path, as_version=4)
    # Kept by nbclient and not by us: when each cell ran, and what the kernel says of Python.
    metadata = {k: v for k, v in notebook.metadata.items() if k not in ("language_info", "ai4gov")}
    cells = []
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        shown = [_output(output) for output in cell.get("outputs", ())]
        # What nbgrader puts back has an id by chance.
        found = None if "was added back by nbgrader" in cell.source else cell.get("id")
        cells.append((found, cell.cell_type, cell.source, cell.metadata, shown))
    version = (notebook.nbformat, notebook.nbformat_minor)
    return {"version": version, "metadata": metadata, "cells": cells}


def _output(output: NotebookNode) -> tuple:
    if output.output_type == "error":
        return ("error", output.ename, output.evalue)
    if output.output_type == "stream":
        return ("stream", output.name, output.text)
    return (output.output_type, output.data.get("text/plain"))
