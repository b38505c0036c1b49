"""Ordinary ways to write tests give the points that stock nbgrader gives, for right and wrong work.

Each way is a notebook of one assignment. nbgrader itself grades it, by its own command and with
none of our settings, in forked kernels; then we do. AI4GOV_STOCK=all compares every case of
tests/autograder/cases/; by default every eighth, for each costs stock nbgrader two kernels.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook

from autograder.grading.grade import grade
from tests.autograder.case_files import CASES, SETUP, Case
from tests.autograder.small_course import marks

ROOT = Path(__file__).parents[2]
NAME = "ways"
CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'stock'\n"
FORKED = "from tests.course.content.forked_kernels import FORKED\nFORKED.start()\n"
WRITTEN = [case for case in CASES if case.wrong]
CHOSEN = WRITTEN if os.environ.get("AI4GOV_STOCK") == "all" else WRITTEN[::8]
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def notebook_name(case: Case) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in case.name)


def notebook(case: Case, answer: str) -> nbformat.NotebookNode:
    """The case as a released notebook with an answer in it."""
    cells = [
        new_code_cell(SETUP, id="setup", metadata=marks("setup", locked=True)),
        new_code_cell(answer, id="answer", metadata=marks("answer", solution=True)),
        new_code_cell(case.test, id="test", metadata=marks("test", 1, grade=True, locked=True)),
    ]
    if case.later:
        later = marks("later", solution=True)
        cells.append(new_code_cell(case.later, id="later", metadata=later))
        later = marks("later-test", 1, grade=True, locked=True)
        cells.append(new_code_cell(case.later_test, id="later-test", metadata=later))
    return new_notebook(cells=cells, metadata={"kernelspec": KERNEL})


def nbgrader(course: Path, *words: str) -> None:
    environment = os.environ | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT),
        "JUPYTER_CONFIG_DIR": str(course / "nothing"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }
    ran = subprocess.run(
        ["nbgrader", *words], cwd=course, env=environment, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr[-2000:]


def points(course: Path) -> dict[tuple[str, str, str], float]:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "stock") as book:
        return {
            (notebook.name, submission.student.id, grade.name): grade.score
            for submission in book.assignment_submissions(NAME)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


@pytest.fixture(scope="module")
def both(tmp_path_factory) -> tuple[dict, dict]:
    """The points that stock nbgrader gives, and ours."""
    course = tmp_path_factory.mktemp("stock") / "stock"
    for place, answer in {
        f"source/{NAME}": "right",
        f"submitted/right/{NAME}": "right",
        f"submitted/wrong/{NAME}": "wrong",
    }.items():
        (course / place).mkdir(parents=True)
        for case in CHOSEN:
            made = notebook(case, getattr(case, answer))
            nbformat.write(made, course / place / f"{notebook_name(case)}.ipynb")
    (course / "nbgrader_config.py").write_text(CONFIG)
    nbgrader(course, "generate_assignment", NAME)
    ours = shutil.copytree(course, course.with_name("ours"))
    (course / "nbgrader_config.py").write_text(FORKED + CONFIG)
    nbgrader(course, "autograde", NAME, "--create")
    grade(ours, NAME, jobs=2)
    return points(course), points(ours)


@pytest.mark.weekly
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("case", CHOSEN, ids=lambda case: case.name)
def test_a_way_to_test_gives_the_points_of_stock_nbgrader(both, case):
    theirs, ours = ({key: n for key, n in each.items() if key[0] == notebook_name(case)}
                    for each in both)  # fmt: skip
    assert theirs[notebook_name(case), "right", "test"] == 1
    assert ours == theirs
