"""Courses to measure with: a realistic assignment and a tiny one, and classes that hand them in.

Everything is made anew in a folder and is the same each time. A submission is what a learner would
hand in; what grading it runs is known too, so that the same cells can be run without any grading.
"""

import csv
import io
import json
import os
import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from autograder import settings

CONFIG = """\
c = get_config()
# Only `ai4gov grade` reads this one.
c.Execute.checks_directory = "source"
"""
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}

ROWS = 5_000
WARM_UP = "warm-up"
"""A student who is graded before anything is measured."""


@dataclass(frozen=True)
class Cell:
    """A cell of an assignment: `points` for a test, `released` for an answer."""

    name: str
    source: str
    points: float = 0
    released: str | None = None

    def as_notebook_cell(self, source: str) -> NotebookNode:
        """The cell as nbgrader wants it, with a source of its own."""
        about = {
            "grade_id": self.name,
            "schema_version": 3,
            "grade": bool(self.points),
            "solution": self.released is not None,
            "locked": self.released is None,
            "task": False,
        }
        about |= {"points": self.points} if self.points else {}
        return new_code_cell(source, id=self.name, metadata={"nbgrader": about})

    def with_solution(self) -> str:
        """The source in the instructor's notebook."""
        if self.released is None:
            return self.source
        return f"### BEGIN SOLUTION\n{self.source}\n### END SOLUTION"


@dataclass(frozen=True)
class Assignment:
    """An assignment of one notebook, and the mistakes that its learners make.

    A mistake replaces answers, by the names of their cells. `files` makes what stands beside the
    notebook, as text by name.
    """

    name: str
    cells: tuple[Cell, ...]
    mistakes: tuple[Mapping[str, str], ...]
    files: Callable[[], dict[str, str]] = dict

    @property
    def tests(self) -> int:
        """How many test cells it has."""
        return sum(bool(cell.points) for cell in self.cells)

    def answers(self, number: int) -> list[str]:
        """The sources of all cells in the notebook of a learner, tests as the grader has them."""
        mistake = self.mistakes[number % len(self.mistakes)]
        return [
            f"# My answer, number {number}\n{mistake.get(cell.name, cell.source)}"
            if cell.released is not None
            else cell.source
            for cell in self.cells
        ]


# A realistic assignment

IMPORTS = """\
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame, selection_rate
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, recall_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course import check

applications = pd.read_csv("applications.csv")
applications.head()"""

AMOUNT = """\
def amount(written):
    \"\"\"A sum of money from a form, as in "1.234,50 EUR", as a number.\"\"\"
    number = written.replace("EUR", "").strip()
    if not number:
        raise ValueError("nothing was written")
    return float(number.replace(".", "").replace(",", "."))

applications["income"] = applications["income"].map(amount)"""

AMOUNT_TEST = """\
assert amount("1.234,50 EUR") == 1234.5
assert amount("17,00 EUR") == 17
### BEGIN HIDDEN TESTS
assert amount("1.000.000,00") == 1_000_000
try:
    amount(" EUR")
except ValueError:
    pass
else:
    raise AssertionError("an empty field is no sum of money")
### END HIDDEN TESTS"""

GRANTED = 'granted_by_region = applications.groupby("region")["granted"].mean().sort_index()'

GRANTED_TEST = """\
assert isinstance(granted_by_region, pd.Series)
expected = pd.read_csv("applications.csv").groupby("region")["granted"].mean()
pd.testing.assert_series_equal(granted_by_region, expected, check_names=False)"""

STANDARD = """\
def standardise(values):
    \"\"\"The values in standard deviations from their mean.\"\"\"
    values = np.asarray(values, dtype=float)
    return (values - values.mean(axis=0)) / values.std(axis=0)"""

STANDARD_TEST = """\
np.testing.assert_allclose(standardise([1, 2, 3]), [-1.2247449, 0, 1.2247449], rtol=1e-6)
### BEGIN HIDDEN TESTS
many = np.arange(600.0).reshape(200, 3) ** 2
np.testing.assert_allclose(standardise(many).mean(axis=0), 0, atol=1e-12)
np.testing.assert_allclose(standardise(many).std(axis=0), 1)
### END HIDDEN TESTS"""

MODEL = """\
features = applications[["age", "income", "household"]].assign(
    paper=applications["channel"] == "paper"
)
train, test, granted_train, granted_test = train_test_split(
    features, applications["granted"], test_size=0.3, random_state=0
)
model = make_pipeline(StandardScaler(), LogisticRegression())
model.fit(train, granted_train)
predicted = model.predict(test)
accuracy_score(granted_test, predicted)"""

MODEL_TEST = """\
assert hasattr(model, "predict")
assert test.shape == (1500, 4)
assert accuracy_score(granted_test, model.predict(test)) > 0.68"""

PREDICTED_TEST = """\
assert len(predicted) == len(granted_test) == 1500
assert set(np.unique(predicted)) <= {0, 1}
### BEGIN HIDDEN TESTS
assert recall_score(granted_test, predicted) > 0.6
assert abs(np.mean(predicted) - np.mean(granted_test)) < 0.15
### END HIDDEN TESTS"""

RATES = """\
channel = applications.loc[test.index, "channel"]
rates = MetricFrame(
    metrics=selection_rate, y_true=granted_test, y_pred=predicted, sensitive_features=channel
).by_group
rates"""

GAP = "gap = rates.max() - rates.min()"

FIGURE = """\
fig, ax = plt.subplots(figsize=(6, 3.5))
ax.barh(rates.index, rates.to_numpy())
ax.set_xlabel("share granted")
ax.set_title("Applications on paper are granted less often")
plt.show()"""

FIGURE_TEST = """\
assert ax.get_title(), "the figure has no title"
assert "share" in ax.get_xlabel()
assert len(ax.patches) == 3"""

REALISTIC = Assignment(
    "benefits",
    (
        Cell("imports", IMPORTS),
        Cell("amount", AMOUNT, released="def amount(written): ..."),
        Cell("test-amount", AMOUNT_TEST, 2),
        Cell("granted", GRANTED, released="granted_by_region = ..."),
        Cell("test-granted", GRANTED_TEST, 2),
        Cell("standard", STANDARD, released="def standardise(values): ..."),
        Cell("test-standard", STANDARD_TEST, 2),
        Cell("model", MODEL, released="model = ..."),
        Cell("test-model", MODEL_TEST, 3),
        Cell("test-predicted", PREDICTED_TEST, 2),
        Cell("rates", RATES, released="rates = ..."),
        Cell("test-rates", 'check("rates", rates)', 2),
        Cell("gap", GAP, released="gap = ..."),
        Cell("test-gap", 'check("gap", gap)', 1),
        Cell("figure", FIGURE, released="fig, ax = plt.subplots()"),
        Cell("test-figure", FIGURE_TEST, 1),
    ),
    # Half of the class is right.
    (
        {},
        {"gap": "gap = rates.max() / rates.min()"},
        {},
        {"standard": STANDARD.replace("values.std(axis=0)", "values.std()")},
        {},
        {"figure": FIGURE.replace("ax.set_title", "# ax.set_title"), "gap": "gap = ..."},
        {},
        {
            "amount": AMOUNT.replace("return float", "result = float"),
            "granted": GRANTED.replace('"region"', '"county"'),
        },
    ),
    files=lambda: {"checks.py": CHECKS, "applications.csv": _applications(ROWS)},
)

CHECKS = """\
from course.checking import exercise, expect, part, say

MODULE = "benefits"


@exercise("rates", points=2)
def rates(rates):
    for channel in ("office", "online", "paper"):
        with part():
            expect.share(rates[channel])
    expect.length(rates, 3)


@exercise("gap", points=1)
def gap(gap):
    expect.true(0 < expect.share(gap) < 0.9, say("gap", "How far apart are the two rates?"))
"""


def _applications(rows: int) -> str:
    """Made-up applications for a benefit, as CSV: who applied how, and whether it was granted."""
    chance = random.Random(0)
    made = []
    for number in range(rows):
        channel = chance.choices(["online", "office", "paper"], [6, 3, 1])[0]
        income = round(chance.lognormvariate(7.2, 0.5), 2)
        household = chance.choices([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])[0]
        need = 0.9 + 0.5 * household - income / 900 - 0.8 * (channel == "paper")
        whole, _, cents = f"{income:,.2f}".partition(".")
        made.append(
            {
                "received": f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}",
                "age": chance.randint(18, 90),
                "income": f"{whole.replace(',', '.')},{cents} EUR",
                "household": household,
                "region": chance.choice(["north", "east", "south", "west", "centre"]),
                "channel": channel,
                "granted": int(need + chance.gauss(0, 0.6) > 0),
            }
        )
    table = io.StringIO()
    writer = csv.DictWriter(table, list(made[0]))
    writer.writeheader()
    writer.writerows(made)
    return table.getvalue()


# A tiny one

TINY = Assignment(
    "tiny",
    (
        Cell("setup", "import math"),
        Cell("area", "def area(radius):\n    return math.pi * radius**2", released="area = ..."),
        Cell("test-area", "assert math.isclose(area(2), 12.566, rel_tol=1e-3)", 1),
    ),
    ({}, {}, {"area": "def area(radius):\n    return 2 * math.pi * radius"}),
)


# Making them


def make_course(folder: Path, assignment: Assignment, submissions: int) -> Path:
    """A course with one assignment and a class that has handed it in."""
    source = folder / "source" / assignment.name
    source.mkdir(parents=True)
    for name, text in assignment.files().items():
        (source / name).write_text(text, encoding="utf-8", newline="")
    (folder / "nbgrader_config.py").write_text(CONFIG)
    notebook = new_notebook(
        cells=[cell.as_notebook_cell(cell.with_solution()) for cell in assignment.cells],
        metadata={"kernelspec": KERNEL},
    )
    nbformat.write(notebook, source / f"{assignment.name}.ipynb")
    _release(folder, assignment)
    for number, student in enumerate([WARM_UP, *students(submissions)]):
        _hand_in(folder, assignment, student, number)
    return folder


def students(submissions: int) -> list[str]:
    """The names of a class."""
    return [f"student-{number:04}" for number in range(submissions)]


def _release(folder: Path, assignment: Assignment) -> None:
    """nbgrader's own step from source/ to release/ and the gradebook."""
    # nbgrader calls alembic by its bare name.
    paths = [str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    os.environ["PATH"] = os.pathsep.join(paths)
    config = settings.load(folder)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = assignment.name
    GenerateAssignment(coursedir=coursedir, config=config).start()


def _hand_in(folder: Path, assignment: Assignment, student: str, number: int) -> None:
    """The released notebook with a learner's answers in it."""
    released = folder / "release" / assignment.name
    target = folder / "submitted" / student / assignment.name
    target.mkdir(parents=True)
    for path in released.iterdir():
        if path.suffix != ".ipynb":
            (target / path.name).write_bytes(path.read_bytes())
    notebook = json.loads((released / f"{assignment.name}.ipynb").read_text(encoding="utf-8"))
    for cell, answer in zip(notebook["cells"], assignment.answers(number), strict=True):
        if cell["metadata"]["nbgrader"]["solution"]:
            cell["source"] = answer
    (target / f"{assignment.name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
