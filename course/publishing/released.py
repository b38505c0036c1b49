"""A source notebook as it is released: without solutions, with three dots to answer at.

nbgrader's own preprocessors remove the solutions, so the result is the same as that of
`nbgrader generate_assignment`.
"""

from copy import deepcopy

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import preprocessors
from traitlets.config import Config

CODE_STUB = ""
"""Removes a solution in code: a line of three dots above it has its names."""

TEXT_STUB = """\
*Double-click here to write. · Double-cliquez ici pour écrire. · \
Haga doble clic aquí para escribir. · Clique duas vezes aqui para escrever.*

..."""
"""Replaces a written answer; the same in all languages, or nbgrader would see an answer in it."""


def clear_settings() -> Config:
    """How solutions are removed, by the build and by nbgrader's own commands."""
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
