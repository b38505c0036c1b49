"""A source notebook as it is released: solutions out, answers marked by three dots.

nbgrader's own preprocessors do it, so that the result is what `nbgrader
generate_assignment` would make.
"""

from copy import deepcopy

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import preprocessors
from traitlets.config import Config

CODE_STUB = ""
"""The name to answer stands at three dots above the solution, so nothing is put in its place."""

TEXT_STUB = "..."
"""The same in all languages, for nbgrader takes a changed stub for an answer."""


def clear_settings() -> Config:
    """How solutions are taken out, for the builder and for nbgrader's commands alike."""
    settings = Config()
    settings.ClearSolutions.code_stub = {"python": CODE_STUB}
    settings.ClearSolutions.text_stub = TEXT_STUB
    return settings


def released(source: NotebookNode) -> NotebookNode:
    """The released form of a source notebook, in a new object."""
    notebook, resources = deepcopy(source), ResourcesDict()
    settings = clear_settings()
    for step in (
        preprocessors.LockCells,
        preprocessors.ClearSolutions,
        preprocessors.ClearOutput,
        preprocessors.CheckCellMetadata,
        preprocessors.ComputeChecksums,
        preprocessors.ClearHiddenTests,
        preprocessors.ClearMarkScheme,
        preprocessors.ComputeChecksums,
        preprocessors.CheckCellMetadata,
    ):
        notebook, resources = step(config=settings).preprocess(notebook, resources)
    return notebook


def as_text(notebook: NotebookNode) -> str:
    """A notebook as the text of an .ipynb file, the same bytes each time."""
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"
