"""Assignments of the corpus as notebooks, and the submissions that are handed in for each.

An assignment is a folder below assignments/. A Python file in it that starts with `# %%` is a
notebook in jupytext's percent format, `submissions.py` holds what learners change, and every other
file is given to the learners as it is. Marks after `# %%` say what a cell is:

    # %% setup="imports"               locked code
    # %% answer="mean"                 where the learner writes; holds the instructor's solution
    # %% test="mean-small" points=2    a test
    # %% written="why" points=3        an answer that a person grades, code or markdown
    # %%                               a cell that nbgrader does not know

In submissions.py `by` names the submission and `answer` the cell whose source is replaced;
`before` and `after` name the cell beside which a cell of the learner's own is put, or to which the
replaced cell is moved. Four names other than "noisy" are the mutants. `schema=1` in the first cell
of a notebook, or of a submission, writes nbgrader's marks in the format of that age.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.nbgraderformat import MetadataValidator

ASSIGNMENTS = Path(__file__).parent / "assignments"
SUBMISSIONS = "submissions.py"
REFERENCE, UNTOUCHED, NOISY = "reference", "untouched", "noisy"
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
KINDS = {
    "setup": {"locked": True},
    "answer": {"solution": True},
    "test": {"grade": True, "locked": True},
    "written": {"grade": True, "solution": True},
}
CURRENT_SCHEMA = 3


@dataclass(frozen=True)
class Change:
    """What a learner does to one cell; without `answer` it is a cell of the learner's own."""

    cell: NotebookNode
    answer: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Assignment:
    """One assignment: its notebooks with solutions, its files, and what learners change."""

    name: str
    notebooks: dict[str, NotebookNode]
    files: dict[str, bytes]
    changes: dict[str, list[Change]]
    schemas: dict[str, int] = field(default_factory=dict)
    """The age of the marks, by notebook or submission, where it is not today's."""

    @property
    def mutants(self) -> list[str]:
        return [name for name in self.changes if name != NOISY]

    @property
    def submissions(self) -> list[str]:
        return [REFERENCE, UNTOUCHED, *self.mutants, NOISY]

    @property
    def tests(self) -> list[tuple[str, str, float]]:
        """The notebook, the name and the points of each test cell."""
        return [
            (name, marks["grade_id"], float(marks["points"]))
            for name, notebook in self.notebooks.items()
            for cell in notebook.cells
            if (marks := cell.metadata.get("nbgrader")) and marks["grade"] and not marks["solution"]
        ]

    def write_source(self, folder: Path) -> None:
        """Write the instructor's folder."""
        self._write_files(folder)
        for name, notebook in self.notebooks.items():
            source = deepcopy(notebook)
            if name in self.schemas:
                _age(source, self.schemas[name])
                # The upgrade that `nbgrader update` makes; nbgrader refuses older notebooks.
                source = MetadataValidator().upgrade_notebook_metadata(source)
            nbformat.write(source, folder / f"{name}.ipynb")

    def write_submission(self, submission: str, release: Path, folder: Path) -> None:
        """Write what a learner hands in, made from the released notebooks."""
        self._write_files(folder)
        changes = self.changes.get(submission, [])
        for name, source in self.notebooks.items():
            notebook = nbformat.read(release / f"{name}.ipynb", as_version=4)
            if submission != UNTOUCHED:
                _answer(notebook, source)
            for change in changes:
                _apply(notebook, change)
            if submission == NOISY:
                _add_noise(notebook)
            if submission in self.schemas:
                _age(notebook, self.schemas[submission])
            (folder / f"{name}.ipynb").write_text(nbformat.writes(notebook), encoding="utf-8")

    def _write_files(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        for name, content in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)


def names() -> list[str]:
    """The assignments there are."""
    return sorted(path.parent.name for path in ASSIGNMENTS.glob(f"*/{SUBMISSIONS}"))


def read(name: str) -> Assignment:
    """Read an assignment. Raises ValueError where it does not keep to the format."""
    folder = ASSIGNMENTS / name
    notebooks, files, schemas = {}, {}, {}
    for path in sorted(folder.rglob("*")):
        if path.name == SUBMISSIONS or not path.is_file() or "__pycache__" in path.parts:
            continue
        content = path.read_bytes()
        if path.suffix == ".py" and content.startswith(b"# %%"):
            cells = _read_cells(path)
            if "schema" in cells[0].metadata:
                schemas[path.stem] = int(cells[0].metadata["schema"])
            metadata = {"kernelspec": KERNEL}
            marked = [_marked(cell, f"{path.stem}-{n}") for n, cell in enumerate(cells)]
            notebooks[path.stem] = new_notebook(cells=marked, metadata=metadata)
        else:
            files[path.relative_to(folder).as_posix()] = content
    changes: dict[str, list[Change]] = {}
    for cell in _read_cells(folder / SUBMISSIONS):
        said = cell.metadata
        if "by" not in said:
            raise ValueError(f"{folder / SUBMISSIONS}: a cell does not say by whom it is")
        places = (said.get(place) for place in ("answer", "before", "after"))
        own = _new_cell(cell.cell_type, cell.source, f"own-{len(changes.get(said['by'], []))}")
        changes.setdefault(said["by"], []).append(Change(own, *places))
        if "schema" in said:
            schemas[said["by"]] = int(said["schema"])
    assignment = Assignment(name, notebooks, files, changes, schemas)
    _require_whole(assignment)
    return assignment


def _read_cells(path: Path) -> list[NotebookNode]:
    return jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent").cells


def _new_cell(kind: str, source: str, name: str) -> NotebookNode:
    new = new_code_cell if kind == "code" else new_markdown_cell
    return new(source, id=name)


def _marked(cell: NotebookNode, number: str) -> NotebookNode:
    """The cell with nbgrader's marks in place of ours."""
    kind = next((kind for kind in KINDS if kind in cell.metadata), None)
    name = cell.metadata.get(kind, number) if kind else number
    made = _new_cell(cell.cell_type, cell.source, name)
    if kind:
        marks = {"grade_id": name, "schema_version": CURRENT_SCHEMA, "cell_type": cell.cell_type}
        marks |= dict.fromkeys(("grade", "solution", "locked", "task"), False) | KINDS[kind]
        if marks["grade"]:
            marks["points"] = float(cell.metadata["points"])
        made.metadata["nbgrader"] = marks
    return made


def _require_whole(assignment: Assignment) -> None:
    known = [
        cell.metadata["nbgrader"]["grade_id"]
        for notebook in assignment.notebooks.values()
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    ]
    asked = {
        name
        for changes in assignment.changes.values()
        for change in changes
        for name in (change.answer, change.before, change.after)
        if name
    }
    if unknown := asked - set(known):
        raise ValueError(f"{assignment.name}/{SUBMISSIONS}: there is no cell {sorted(unknown)}")
    if len(known) != len(set(known)):
        raise ValueError(f"{assignment.name}: two cells have the same name")
    if len(assignment.mutants) != 4:
        raise ValueError(f"{assignment.name}: {len(assignment.mutants)} mutants, not four")


def _name(cell: NotebookNode) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def _answer(notebook: NotebookNode, source: NotebookNode) -> None:
    """Put the instructor's answers into a released notebook."""
    solved = {_name(cell): cell for cell in source.cells}
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            lines = solved[_name(cell)].source.splitlines()
            cell.source = "\n".join(line for line in lines if line.strip() not in (BEGIN, END))


def _apply(notebook: NotebookNode, change: Change) -> None:
    cells, cell = notebook.cells, change.cell
    if change.answer:
        cell = next((each for each in cells if _name(each) == change.answer), None)
        if cell is None:
            return
        cell.source = change.cell.source
        if not (change.before or change.after):
            return
        cells.remove(cell)
    beside = change.before or change.after
    place = next((n for n, each in enumerate(cells) if _name(each) == beside), None)
    if place is not None:
        cells.insert(place + bool(change.after), deepcopy(cell))


FIRST_NOISE = """\
# my own notes
import math
import os
import sys
import warnings

print("started", len(sys.argv) > 0)
warnings.warn("this is what I tried first")
print("on stderr", file=sys.stderr)"""

PLOT_NOISE = """\
import matplotlib.pyplot as plt

plt.figure()
plt.plot([1, 2, 3], [3, 1, 2])
plt.title("a look at something")
plt.show()"""

LAST_NOISE = "scratch_that_was_never_defined + 1"


def _add_noise(notebook: NotebookNode) -> None:
    """Cells and output that do not change an answer, as they are left in learners' notebooks."""
    noisy: list[NotebookNode] = [new_code_cell(FIRST_NOISE, id="noise-first")]
    plotted = False
    for number, cell in enumerate(notebook.cells):
        noisy.append(cell)
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source += f'\nprint("cell", {number}, "has run")'
            noisy.append(new_markdown_cell("I am *not* sure here.", id=f"noise-{number}"))
            if not plotted:
                noisy.append(new_code_cell(PLOT_NOISE, id="noise-plot"))
                plotted = True
    noisy.append(new_code_cell(LAST_NOISE, id="noise-last"))
    notebook.cells = noisy


def _age(notebook: NotebookNode, schema: int) -> None:
    """Write the marks as nbgrader did when they had this version."""
    for cell in notebook.cells:
        marks = cell.metadata.get("nbgrader")
        if marks:
            marks["schema_version"] = schema
            marks.pop("task", None)
            if schema < 2:
                marks.pop("cell_type", None)
        cell.pop("id", None)
    notebook.nbformat_minor = 4


def chosen(wanted: Iterable[str]) -> list[str]:
    """The assignments that are named by their number, their topic or both."""
    found = []
    for word in wanted:
        fitting = [name for name in names() if word in (name, *name.split("-", 1))]
        if not fitting:
            raise ValueError(f"there is no assignment {word!r} in {ASSIGNMENTS}")
        found += fitting
    return sorted(set(found))
