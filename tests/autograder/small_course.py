"""A tiny nbgrader course, made by nbgrader itself, with graded work put in by hand."""

import json
import os
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from course.checking.outcome import MIME

NAME = "ps1"
SECRET = "secret_expected_value"
CONFIG = """\
from classroom.settings import feedback_settings

c = get_config()
c.CourseDirectory.course_id = "small"
c.merge(feedback_settings())
"""


def marks(name: str, points: float | None = None, **kind: bool) -> dict:
    made = {"grade_id": name, "schema_version": 3, "grade": False, "solution": False}
    made |= {"locked": False, "task": False, **kind}
    return {"nbgrader": made | ({} if points is None else {"points": points})}


def answer(name: str, source: str, outputs: list | None = None) -> NotebookNode:
    metadata = marks(name, solution=True)
    return new_code_cell(source, id=name, metadata=metadata, outputs=outputs or [])


def check_cell(name: str, source: str, points: float, outputs: list | None = None) -> NotebookNode:
    metadata = marks(f"check-{name}", points, grade=True, locked=True)
    return new_code_cell(source, id=f"check-{name}", metadata=metadata, outputs=outputs or [])


def written(source: str) -> NotebookNode:
    metadata = marks("reflection", 4, grade=True, solution=True)
    return new_markdown_cell(source, id="reflection", metadata=metadata)


RATE_TEST = f"""check("rate", rate)
### BEGIN HIDDEN TESTS
assert rate == {SECRET}
### END HIDDEN TESTS
check("rate", rate)"""
COUNT_TEST = f"assert count == 7, {SECRET!r}\n### AUTOTEST {SECRET}\n"


def make(folder: Path) -> Path:
    """A course with one assignment in the gradebook: two checks (2 and 3 points), one text (4)."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    source = folder / "source" / NAME
    source.mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(CONFIG)
    notebook = new_notebook(
        cells=[
            answer("rate", "### BEGIN SOLUTION\nrate = 0.5\n### END SOLUTION"),
            check_cell("rate", RATE_TEST, 2),
            answer("count", "### BEGIN SOLUTION\ncount = 7\n### END SOLUTION"),
            check_cell("count", COUNT_TEST, 3),
            written("What does the rate tell?"),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, source / f"{NAME}.ipynb")
    config = settings.load(folder)
    config.GenerateAssignment.preprocessors = [
        "nbgrader.preprocessors.LockCells",
        "nbgrader.preprocessors.ComputeChecksums",
        "nbgrader.preprocessors.SaveCells",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = NAME
    GenerateAssignment(coursedir=coursedir, config=config).start()
    return folder


def outcome(name: str, state: str, code: str, points: float, out_of: float, html: str) -> list:
    """The outputs of a test cell that ended in check(...)."""
    data = {"exercise": name, "state": state, "code": code, "points": points, "out_of": out_of}
    bundle = {"text/plain": repr(points), "text/html": html, MIME: data}
    return [new_output("execute_result", bundle, execution_count=1)]


def graded(
    course: Path,
    student: str,
    cells: list[NotebookNode],
    *,
    lang: str | None = "en",
    points: dict[str, float] | None = None,
    read: float | None = None,
    comment: str | None = None,
    metadata: dict | None = None,
) -> Path:
    """Put a graded notebook into the course; `points` by test cell, `read` for the text."""
    folder = course / "autograded" / student / NAME
    folder.mkdir(parents=True)
    ours = {"ai4gov": {"language": lang}} if lang else {}
    notebook = new_notebook(cells=cells, metadata=ours | (metadata or {}))
    (folder / f"{NAME}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "small") as gradebook:
        gradebook.update_or_create_student(student)
        submission = gradebook.add_submission(NAME, student)
        for grade in submission.notebooks[0].grades:
            if grade.name == "reflection":
                grade.manual_score, grade.needs_manual_grade = read, read is None
            else:
                grade.auto_score = (points or {}).get(grade.name, 0)
                grade.needs_manual_grade = False
        for each in submission.notebooks[0].comments:
            if each.name == "reflection":
                each.manual_comment = comment
        gradebook.db.commit()
    return folder
