"""Normalize a notebook that was handed in: check caps, repair it, restore the instructor's cells.

This runs in a worker process with bounds and a clock (grading.parsing): the notebook is hostile.
"""

import hashlib
import json
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import MissingEntry
from nbgrader.nbgraderformat import SCHEMA_VERSION
from nbgrader.preprocessors import (
    ClearOutput,
    DeduplicateIds,
    NbGraderPreprocessor,
    OverwriteCells,
)
from traitlets.config import Config

from autograder.channel import has_more
from autograder.files import LARGEST_HANDED_IN
from autograder.grading.repair import RepairCells
from autograder.records import PlannedNotebook, ReleasedCell

MOST_ITEMS = 100_000
MOST_CONTAINERS = 300_000
MOST_NESTED = 100
"""Caps on a notebook that is handed in: items of lists and mappings outside its outputs; lists and
mappings in all, and within each other. Each container may take a kilobyte and more while the
notebook is put in order."""


class TooMuch(ValueError):
    """A notebook exceeds a cap; the text says which."""


def lean(content: bytes) -> str:
    """A notebook that was handed in, without its outputs: running it makes new ones.

    Raises ValueError for text that is not JSON, and TooMuch for a notebook that exceeds a cap.
    """
    notebook = _parsed(content)
    _leave_out_outputs(notebook)
    items = 0
    for each, depth in _containers(notebook):
        items += len(each)
        if items > MOST_ITEMS:
            raise TooMuch(f"it holds more than {MOST_ITEMS} items")
        if depth > MOST_NESTED:
            raise TooMuch(f"it is nested more than {MOST_NESTED} deep")
    return json.dumps(notebook)


def require_few_containers(content: bytes) -> None:
    """Raise TooMuch for a notebook with too many lists and mappings, its outputs included."""
    if has_more(content, MOST_CONTAINERS):
        raise TooMuch(f"it holds more than {MOST_CONTAINERS} lists and mappings")


def _parsed(content: bytes) -> Any:
    if len(content) > LARGEST_HANDED_IN:
        raise TooMuch(f"it is larger than {LARGEST_HANDED_IN} bytes")
    return json.loads(content.decode("utf-8"))


def _leave_out_outputs(notebook: Any) -> None:
    for sheet in (notebook, *_within(notebook, "worksheets")):
        for cell in _within(sheet, "cells"):
            if isinstance(cell, dict) and "outputs" in cell:
                cell["outputs"] = []
    if isinstance(notebook, dict) and isinstance(metadata := notebook.get("metadata"), dict):
        # The state of widgets in outputs.
        metadata.pop("widgets", None)


def _within(value: Any, name: str) -> list[Any]:
    """The list by a name in a mapping; empty where either is something else."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def _containers(value: Any) -> Iterator[tuple[dict[str, Any] | list[Any], int]]:
    """Each list and mapping, with its depth."""
    waiting = [(value, 1)] if isinstance(value, dict | list) else []
    while waiting:
        each, depth = waiting.pop()
        yield each, depth
        inner = each.values() if isinstance(each, dict) else each
        waiting += [(one, depth + 1) for one in inner if isinstance(one, dict | list)]


class _PlannedCells:
    """Answers the queries of nbgrader's OverwriteCells from a plan, in place of a gradebook."""

    def __init__(self, planned: PlannedNotebook):
        self._cells = {cell.name: cell for cell in planned.cells}

    def find_source_cell(self, name: str, *_: str) -> ReleasedCell:
        if name not in self._cells:
            raise MissingEntry(name)
        return self._cells[name]

    def find_graded_cell(self, name: str, *_: str) -> ReleasedCell:
        return self.find_source_cell(name)

    def find_notebook(self, *_: str) -> SimpleNamespace:
        cells = list(self._cells.values())
        graded = [cell for cell in cells if cell.max_score is not None and not cell.is_task]
        return SimpleNamespace(
            source_cells=cells,
            grade_cells=graded,
            solution_cells=[cell for cell in cells if cell.is_solution],
            task_cells=[cell for cell in cells if cell.is_task],
        )


class PlannedCells(OverwriteCells):
    """nbgrader's OverwriteCells, reading from a plan in place of a database."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        self.notebook_id = self.assignment_id = ""
        nb, resources = NbGraderPreprocessor.preprocess(self, nb, resources)
        if self.add_missing_cells:
            nb, resources = self.add_missing_grade_cells(nb, resources)
            nb, resources = self.add_missing_task_cells(nb, resources)
        return nb, resources

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        claimed = cell.metadata.get("nbgrader", {}).get("checksum")
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        # A translation of the release has comments, and so checksums, of its own.
        is_answer = utils.is_solution(cell) and not utils.is_grade(cell)
        if is_answer and claimed == utils.compute_checksum(cell):
            cell.metadata.nbgrader["checksum"] = claimed
        return cell, resources


def normalize(notebook: NotebookNode, planned: PlannedNotebook, config: Config) -> NotebookNode:
    """A submitted notebook with the instructor's cells, points and kernel in it.

    The steps are nbgrader's. Cells that a learner duplicated, and changed nbgrader metadata, are
    repaired first: nbgrader would refuse the notebook, or the whole class.
    """
    overwrite = PlannedCells(config=config)
    overwrite.gradebook = _PlannedCells(planned)
    resources = ResourcesDict(nbgrader={})
    _restore_marks(notebook, planned)
    for step in (
        ClearOutput(config=config),
        RepairCells(config=config),
        DeduplicateIds(config=config),
    ):
        notebook, resources = step(notebook, resources)
    if planned.kernelspec:
        notebook.metadata["kernelspec"] = planned.kernelspec
    notebook, resources = overwrite(notebook, resources)
    for cell in notebook.cells:
        # Tags are the instructor's to give; in a submission they could skip a test.
        cell.metadata.pop("tags", None)
        cell.metadata.pop("execution", None)
        if "id" not in cell and notebook.nbformat_minor >= 5:
            # Put back by nbgrader, which would give it another id each time.
            name = cell.metadata.get("nbgrader", {}).get("grade_id", cell.source)
            cell["id"] = hashlib.md5(name.encode()).hexdigest()[:8]
    return notebook


def _restore_marks(notebook: NotebookNode, planned: PlannedNotebook) -> None:
    """Restore the nbgrader metadata of every released cell, and remove that of all others.

    Of the learner's metadata only the checksum stays, for PlannedCells to compare. nbgrader's
    CheckCellMetadata, which takes longer than all other steps together, therefore has nothing to
    find and is left out.
    """
    known = {cell.name: cell for cell in planned.cells}
    for cell in notebook.cells:
        marks = cell.metadata.pop("nbgrader", None)
        marks = marks if isinstance(marks, dict) else {}
        name = marks.get("grade_id")
        released = known.get(name) if isinstance(name, str) else None
        if released is not None:
            cell.metadata["nbgrader"] = NotebookNode(
                grade_id=released.name,
                grade=released.max_score is not None and not released.is_task,
                solution=released.is_solution,
                locked=released.locked,
                task=released.is_task,
                schema_version=SCHEMA_VERSION,
                cell_type=released.cell_type,
                checksum=str(marks.get("checksum")),
            )
            if released.max_score is not None:
                cell.metadata.nbgrader["points"] = released.max_score
