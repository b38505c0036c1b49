"""Why nbgrader could not generate an assignment: what is wrong in the instructor's own notebooks.

nbgrader's last line only refers to the traceback above it. These functions read the notebooks again
and describe the first fault in one line: what it is, where it is, and what to do.
"""

import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.nbgraderformat import MetadataValidator, SchemaTooOldError, ValidationError

from course.language import Translator


def source_fault(folder: Path, t: Translator) -> str:
    """The first fault in an assignment's folder, in the translator's language; empty if none."""
    notebooks = sorted(folder.glob("*.ipynb"))
    if not notebooks:
        return t("There is no notebook in {folder}: put the assignment's notebook there.").format(
            folder=folder
        )
    return next(filter(None, (_in_notebook(each, t) for each in notebooks)), "")


def _in_notebook(path: Path, t: Translator) -> str:
    try:
        json.loads(path.read_bytes().decode("utf-8", "replace"))
        notebook = nbformat.read(path, as_version=4)
    except json.JSONDecodeError as error:
        return t(
            "{notebook} is damaged: line {line} is not valid JSON. Mend it, or put an earlier copy "
            "of the file in its place."
        ).format(notebook=path.name, line=error.lineno)
    except OSError:
        # nbgrader's own line says that.
        return ""
    except Exception:
        # nbformat raises many kinds of exceptions for JSON that is no notebook.
        return t(
            "{notebook} is not a Jupyter notebook. Put an earlier copy of the file in its place."
        ).format(notebook=path.name)
    return _in_cells(path.name, notebook, t)


def _in_cells(name: str, notebook: NotebookNode, t: Translator) -> str:
    validator = MetadataValidator()
    places: dict[str, int] = {}
    for place, cell in enumerate(notebook.cells, 1):
        written = cell.metadata.get("nbgrader")
        if written is None:
            continue
        grade_id = written.get("grade_id", "")
        is_ours = any(written.get(each) for each in ("grade", "solution", "locked"))
        if is_ours and not grade_id:
            return t("{notebook}: cell {place} has no nbgrader id. Give it one.").format(
                notebook=name, place=place
            )
        if written.get("grade") and not isinstance(written.get("points"), int | float):
            return t(
                "{notebook}: cell {place} (“{id}”) is graded and has no points. Give it a number "
                "of points, 0 or more."
            ).format(notebook=name, place=place, id=grade_id)
        try:
            validator.validate_cell(cell)
        except SchemaTooOldError:
            return t(
                "{notebook} was written for an earlier version of nbgrader. First make a copy of "
                "the course's folder as a backup. Then open the course's folder in a terminal and "
                "run: nbgrader update ."
            ).format(notebook=name)
        except ValidationError as error:
            return t(
                "{notebook}: what nbgrader has stored in cell {place} (“{id}”) is wrong: {error}."
            ).format(
                notebook=name, place=place, id=grade_id, error=error.message.partition("\n")[0]
            )
        if not is_ours:
            continue
        if grade_id in places:
            return t(
                "{notebook}: cells {first} and {second} have the same nbgrader id, “{id}”. Give "
                "one of them another id."
            ).format(notebook=name, first=places[grade_id], second=place, id=grade_id)
        places[grade_id] = place
    return ""
