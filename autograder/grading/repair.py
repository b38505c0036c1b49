"""Repairs what learners do to a notebook's cells by mistake; keeps reasons for the instructor."""

import re

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.reasons import ATTENTION, note

CELL_KEYS = {"id", "cell_type", "source", "metadata"}
CELL_METADATA = ("collapsed", "execution", "format", "jupyter", "name", "scrolled", "tags")


def repair_form(notebook: NotebookNode) -> None:
    """Remove whatever the notebook format does not allow, as other programs sometimes add.

    Outputs are removed too, because running the notebook makes new ones, and so is the metadata
    that the format defines for cells, which only says how they look.
    """
    notebook.metadata.pop("kernelspec", None)
    notebook.metadata.pop("language_info", None)
    for number, cell in enumerate(notebook.cells):
        for key in set(cell) - CELL_KEYS:
            del cell[key]
        for key in CELL_METADATA:
            cell.metadata.pop(key, None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if notebook.nbformat_minor < 5:
            cell.pop("id", None)
        elif not re.fullmatch(r"[a-zA-Z0-9-_]{1,64}", str(cell.get("id"))):
            cell["id"] = f"cell-{number}"


class RepairCells(NbGraderPreprocessor):
    """Repairs cells, so that one submission harms no other.

    A cell that occurs twice (copied and pasted) stays a graded cell once, at its first
    place. Of our own metadata only words stay: notes of an earlier grading go.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        ours = nb.metadata.get("ai4gov")
        kept = ours.items() if isinstance(ours, dict) else ()
        words = {n: word for n, word in kept if isinstance(word, str) and n != ATTENTION}
        nb.metadata["ai4gov"] = NotebookNode(words)
        seen: set[str] = set()
        for cell in nb.cells:
            if not (utils.is_grade(cell) or utils.is_solution(cell) or utils.is_locked(cell)):
                continue
            grade_id = cell.metadata.nbgrader["grade_id"]
            if grade_id in seen:
                del cell.metadata["nbgrader"]
                note(nb, "attention-twice", cell=grade_id)
            seen.add(grade_id)
        return nb, resources
