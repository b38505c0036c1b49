"""A course of one notebook for the tests of `ai4gov doctor ASSIGNMENT`."""

import os
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from tests.autograder.small_course import marks

NAME = "ps1"


def setup(source: str) -> NotebookNode:
    return new_code_cell(source, id="setup", metadata=marks("setup", locked=True))


def solution(name: str, source: str) -> NotebookNode:
    answer = f"### BEGIN SOLUTION\n{source}\n### END SOLUTION"
    return new_code_cell(answer, id=name, metadata=marks(name, solution=True))


def check(name: str, source: str, points: float = 1) -> NotebookNode:
    return new_code_cell(source, id=name, metadata=marks(name, points, grade=True, locked=True))


def make(folder: Path, cells: list[NotebookNode], config: str = "") -> Path:
    """A course with one assignment in its gradebook; nobody has handed anything in."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    source = folder / "source" / NAME
    source.mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(f"c = get_config()\n{config}")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, source / f"{NAME}.ipynb")
    loaded = settings.load(folder)
    coursedir = CourseDirectory(config=loaded)
    coursedir.assignment_id = NAME
    GenerateAssignment(coursedir=coursedir, config=loaded).start()
    return folder
