"""Submissions in formgrader: its page runs with an instructor's rights, so nothing in them may.

formgrader shows a graded notebook as nbconvert makes it: HTML of a learner's prose and outputs as
it is, in the session that gives points. `grading_settings` puts this before it.
"""

import re

from markupsafe import escape
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.harmless import harmless, picture, prose
from course.checking import outcome


class HarmlessCells(Preprocessor):
    """Leaves of each cell what the feedback page would show of it; formulas stay as written."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple:
        nb.metadata = NotebookNode()
        for cell in nb.cells:
            marks = cell.metadata.get("nbgrader")
            cell.metadata = NotebookNode(nbgrader=marks) if marks else NotebookNode()
            if cell.cell_type == "code":
                cell.outputs = [_output(output) for output in cell.outputs]
                continue
            shown = escape(cell.source) if cell.cell_type == "raw" else None
            cell.source = _block(shown or prose(cell.source, cell.get("attachments", {})))
            cell.cell_type = "markdown"
            cell.pop("attachments", None)
        return nb, resources


def _output(output: NotebookNode) -> NotebookNode:
    """Text as it is, for the page escapes it; of a display one harmless form."""
    if output.output_type not in ("display_data", "execute_result"):
        return output
    data, shown = output.data, NotebookNode()
    for kind in ("image/png", "image/jpeg"):
        if isinstance(data.get(kind), str) and picture({kind: data[kind]}):
            shown[kind] = data[kind]
    if isinstance(html := data.get("text/html"), str):
        shown["text/html"] = _block(harmless(html))
    elif isinstance(text := data.get("text/markdown"), str):
        shown["text/html"] = _block(prose(text, {}))
    elif not shown:
        shown["text/plain"] = str(data.get("text/plain") or data.get("text/latex") or "")
    if outcome.MIME in data:
        shown[outcome.MIME] = data[outcome.MIME]
    return new_output("display_data", data=shown)


def _block(html: str) -> str:
    """HTML as one line, which Markdown leaves alone; in a place that MathJax leaves alone."""
    line = re.sub(r"\r\n?|\n", "&#10;", html)
    return f'<div class="tex2jax_ignore mathjax_ignore">{line}</div>'
