"""The rules of the house: who may import whom."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
AUTHORS_ONLY = {"publishing"}
INSTRUCTORS_ONLY = {"nbgrader", "nbconvert", "jupytext", "tqdm", "bleach"}


def imported(path: Path) -> set[str]:
    """The dotted names that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{each.name}" for each in node.names}
    return names


COURSE = sorted((ROOT / "course").rglob("*.py"))
LEARNERS = [path for path in COURSE if "publishing" not in path.parts]


def test_there_is_a_course_to_look_at():
    assert len(LEARNERS) > 10


@pytest.mark.parametrize("path", COURSE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_course_does_not_import_the_autograder(path):
    assert not {name for name in imported(path) if name.split(".")[0] == "autograder"}


@pytest.mark.parametrize("path", LEARNERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_learners_import_needs_neither_publishing_nor_instructors_packages(path):
    for name in imported(path):
        assert not name.startswith("course.publishing"), name
        assert name.split(".")[0] not in INSTRUCTORS_ONLY, name


@pytest.mark.parametrize("heavy", ["IPython", "pandas", "matplotlib", "nbgrader", "jupyterlab"])
def test_the_command_starts_without_what_it_may_not_need(heavy):
    program = f"import sys, autograder.cli; sys.exit({heavy!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == 0
