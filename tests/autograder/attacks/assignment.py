"""The course that is attacked: one assignment of five tests, and secrets in every place to guard.

An honest learner who did only the first exercise has 2 of 12 points.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from autograder import settings

NAME = "ps1"
HONEST, WHOLE = 2.0, 12.0

SECRETS = {
    "a hidden test": "CANARY-TEST",
    "a hidden test's expected value": "48152.125",
    "the model solution": "CANARY-SOLUTION",
    "a hidden check": "CANARY-CHECK",
    "data of a hidden check": "CANARY-DATA",
    "the gradebook": "CANARY-GRADEBOOK",
    "another submission": "CANARY-SUBMISSION",
    "the grader's environment": "CANARY-ENVIRONMENT",
    "a file of the course": "CANARY-COURSE",
}
"""What no learner may see, by where it stands."""

CONFIG = """\
from autograder.settings import grading_settings

c = get_config()
c.merge(grading_settings())
c.CourseDirectory.course_id = "attacked"
c.Execute.checks_directory = "checks"
c.Execute.timeout = 2
c.Execute.submission_timeout = 12
c.Execute.memory = 2**30
"""

SETUP = """\
import numpy as np
import pandas as pd
from numpy.testing import assert_allclose
from sklearn.linear_model import LogisticRegression
from course import check
from helper import tolerance

EXACT = 1e-9


def near(found, wanted):
    return abs(found - wanted) < 100 * tolerance
"""

ANSWERS = {
    "add": "def add(a, b):\n    return a + b",
    "total": "def total(values, weight):\n    return sum(weight(value) for value in values)",
    "model": "X = pd.DataFrame({'x': range(20)})\n"
    "model = LogisticRegression().fit(X, [0] * 10 + [1] * 10)",
    "share": "share = 0.4375",
    "rule": "import helper\nrule = helper.Rule(4096)\nhelper.mark('rule', rule.limit)",
}

TESTS = {
    "add": "assert add(2, 3) == 5",
    "total": """\
### BEGIN HIDDEN TESTS
# CANARY-TEST
expected = 48152.125
found = total([10.5, 20.25, 30.125], lambda value: value * 791)
assert abs(found - expected) < 100 * tolerance and near(found, expected)
assert_allclose(float(total([1.0, 2.0], lambda value: value)), 3.0)
assert near(total([0.5], abs), 0.5) and abs(total([0.25], abs) - 0.25) < EXACT
### END HIDDEN TESTS
""",
    "model": """\
### BEGIN HIDDEN TESTS
seen = pd.DataFrame({"x": [1, 3, 16, 18]})
right = [0, 0, 1, 1]
assert isinstance(model, LogisticRegression)
assert model.score(seen, right) == 1.0
assert list(model.predict(seen)) == right
pd.testing.assert_frame_equal(X.head(2), pd.DataFrame({"x": [0, 1]}))
### END HIDDEN TESTS
""",
    "share": 'check("share", share)',
    "rule": """\
### BEGIN HIDDEN TESTS
import helper
assert isinstance(rule, helper.Rule) and type(rule) is helper.Rule
assert rule.allows(4095.5) and not rule.allows(4096.5)
assert helper.marks == {"rule": 4096}
### END HIDDEN TESTS
""",
}
POINTS = {"add": 2, "total": 3, "model": 2, "share": 3, "rule": 2}

HELPER = """\
tolerance = 1e-5
marks = {}


class Rule:
    def __init__(self, limit):
        self.limit = limit

    def allows(self, value):
        return value <= self.limit


def mark(name, value):
    marks[name] = value
"""
"""The instructor's module: it has numbers, state and a class."""

CHECKS = """\
from course.checking import exercise, expect

@exercise("share", points=3, hidden=True)
def share(value):
    expect.share(value)
"""
HIDDEN_CHECKS = """\
import os
import pandas as pd
from course.checking import exercise, expect

CANARY = "CANARY-CHECK"

@exercise("share")
def share(value):
    data = pd.read_csv(os.path.join(os.environ["AI4GOV_CHECKS"], "hidden-data.csv"))
    expect.close(value, data["right"].iloc[0])
"""
HIDDEN_DATA = "right,note\n0.4375,CANARY-DATA\n"
"""What hidden checks read beside them: who gets the points of `share` shows that they can."""


@dataclass(frozen=True)
class Attack:
    """A submission that tries for more than its due, or to harm.

    `cells` are sources by place: an exercise's name puts them into its answer, "start" and "end"
    into cells of the learner's own. `files` stand beside the notebook; `edit` changes the
    notebook and `folder` what was handed in as a whole. `due` is what honest work of that kind
    would earn; `slow` says that it runs into a clock.
    """

    name: str
    kind: str
    tries: str
    cells: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    edit: Callable[[NotebookNode], None] | None = None
    folder: Callable[[Path, Path], None] | None = None
    due: float = HONEST


def marks(name: str, points: float = 0, locked: bool = False) -> dict:
    return {
        "nbgrader": {
            "grade_id": name,
            "schema_version": 3,
            "grade": bool(points),
            "solution": not (points or locked),
            "locked": locked or bool(points),
            "task": False,
        }
        | ({"points": points} if points else {})
    }


def source_notebook() -> NotebookNode:
    cells = [
        new_markdown_cell("# Problem set", id="title"),
        new_code_cell(SETUP, id="setup", metadata=marks("setup", locked=True)),
    ]
    for name, answer in ANSWERS.items():
        solution = f"### BEGIN SOLUTION\n# CANARY-SOLUTION\n{answer}\n### END SOLUTION"
        cells.append(new_code_cell(solution, id=name, metadata=marks(name)))
        tested = marks(f"test-{name}", POINTS[name])
        cells.append(new_code_cell(TESTS[name], id=f"test-{name}", metadata=tested))
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": spec})


def make(course: Path) -> None:
    """The course with its secrets, ready for submissions."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for folder in ("source", "checks", "submitted"):
        (course / folder / NAME if folder != "submitted" else course / folder).mkdir(parents=True)
    (course / "nbgrader_config.py").write_text(CONFIG)
    (course / "secret.txt").write_text(SECRETS["a file of the course"])
    (course / "source" / NAME / "helper.py").write_text(HELPER)
    (course / "checks" / NAME / "checks.py").write_text(CHECKS)
    (course / "checks" / NAME / "hidden_checks.py").write_text(HIDDEN_CHECKS)
    (course / "checks" / NAME / "hidden-data.csv").write_text(HIDDEN_DATA)
    nbformat.write(source_notebook(), course / "source" / NAME / f"{NAME}.ipynb")
    config = settings.load(course)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = NAME
    GenerateAssignment(coursedir=coursedir, config=config).start()
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        gradebook.add_student("canary", first_name=SECRETS["the gradebook"])


def hand_in(course: Path, attack: Attack, facts: dict[str, str]) -> None:
    """Put a submission into the course; `facts` are what an attacker may have found out."""
    place = course / "submitted" / attack.name / NAME
    shutil.copytree(course / "release" / NAME, place)
    notebook = nbformat.read(place / f"{NAME}.ipynb", as_version=4)
    sources = {"add": ANSWERS["add"]} | attack.cells
    by_id = {cell.id: cell for cell in notebook.cells}
    for name, source in sources.items():
        for fact, value in (facts | {"@NAME@": attack.name}).items():
            source = source.replace(fact, value)
        if name in by_id:
            by_id[name].source = source
        else:
            place_of = 2 if name == "start" else len(notebook.cells)
            notebook.cells.insert(place_of, new_code_cell(source, id=name))
    if attack.edit is not None:
        attack.edit(notebook)
    (place / f"{NAME}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    (place / "timestamp.txt").write_text("2026-11-20 10:00:00 UTC")
    for name, content in attack.files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        for fact, value in (facts | {"@NAME@": attack.name}).items():
            content = content.replace(fact.encode(), value.encode())
        (place / name).write_bytes(content)
    if attack.folder is not None:
        attack.folder(place, course)


OTHERS = (
    Attack("a-honest", "", "did only the first exercise"),
    Attack("a-whole", "", "did everything", ANSWERS, due=WHOLE),
    Attack(
        "m-other",
        "",
        "did everything, and has a secret",
        ANSWERS | {"end": f"note = '{SECRETS['another submission']}'"},
        {"own.txt": SECRETS["another submission"].encode()},
        due=WHOLE,
    ),
    Attack("z-honest", "", "did only the first exercise, and comes last"),
    Attack("z-whole", "", "did everything, and comes last", ANSWERS, due=WHOLE),
)
"""Learners who attack nothing: before, between and after the attacks."""
