"""Submissions in formgrader: its page runs with an instructor's rights, so nothing in them may.

formgrader shows a graded notebook as nbconvert makes it: HTML of a learner's prose and outputs as
it is, in the session that gives points. `grading_settings` puts HarmlessCells before it, and
`shown` in place of nbconvert's filters.

formgrader runs in the notebook server, which answers nobody while a page is made. So a worker
process with a clock renders the cells, and of nbconvert only the template is left. Its own filters
take quadratic time for some texts. If the worker fails, cells are shown as plain text.
"""

import json
from collections.abc import Iterator

from markupsafe import Markup, escape
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.filters import ansi2html
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_output

from autograder.bounded import BoundedError
from autograder.harmless import TAG, harmless, highlighted, picture, prose
from autograder.page_worker import page_worker

SECONDS = 5.0
"""CPU seconds in which the worker has to render a notebook."""

LARGEST_SHOWN = 20_000
MOST_OUTPUTS = 30
MOST_CELLS = 500
LARGEST_PAGE = 5_000_000
MOST_ELEMENTS = 20_000
"""Caps: characters of a cell's code and of an output; outputs of a cell; cells that are not
graded; characters of all cells without pictures, and elements, which nbconvert parses again."""

CUT = "\n[The rest is too long to be shown here; open the notebook to see it.]"
NOT_SHOWN = "[This could not be shown here in time; open the notebook to see it.]"


class HarmlessCells(Preprocessor):
    """Leaves of each cell what the feedback page would show of it; formulas stay as written."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple:
        nb.metadata = NotebookNode()
        nb.cells = list(_cells_to_show(nb.cells))
        try:
            content = json.dumps(nb.cells).encode()
            rendered = page_worker().call("autograder.formgrader:render", content, seconds=SECONDS)
        except (BoundedError, OSError, ValueError, TypeError, RecursionError) as error:
            self.log.warning("a submission is shown as plain text: %s", error)
            rendered = list(_as_plain_text(nb.cells))
        for cell, parts in zip(nb.cells, rendered, strict=True):
            _put(cell, parts)
        return nb, resources


def shown(text: str, **_: object) -> Markup:
    """The filter for all that formgrader's template shows: rendered HTML as it is, or escaped."""
    return text if isinstance(text, Markup) else escape(text)


def _cells_to_show(cells: list) -> Iterator[NotebookNode]:
    """All cells that carry points or comments, and as many others as a page may have."""
    others = 0
    for cell in cells:
        marked = isinstance(cell.metadata.get("nbgrader"), dict)
        others += not marked
        if marked or others <= MOST_CELLS:
            yield cell


def _put(cell: NotebookNode, parts: dict) -> None:
    """Put what was rendered in place of what a learner handed in."""
    marks = cell.metadata.get("nbgrader")
    cell.metadata = NotebookNode(nbgrader=marks) if marks else NotebookNode()
    cell.source = Markup(parts["source"])
    if cell.cell_type == "code":
        cell.outputs = [_output(each) for each in parts["outputs"]]
        return
    cell.cell_type = "markdown"
    cell.pop("attachments", None)


def _output(part: dict) -> NotebookNode:
    text = Markup(part.get("text", ""))
    if part["kind"] == "stream":
        return new_output("stream", name=part["name"], text=text)
    if part["kind"] == "error":
        return new_output("error", ename="", evalue="", traceback=[text])
    data = {kind: content for kind, content in part.items() if kind.startswith("image/")}
    if text or not data:
        data[part["kind"]] = text
    return new_output("display_data", data=data)


def _as_plain_text(cells: list) -> Iterator[dict]:
    """Cells without any rendering, for those that the worker did not get done."""
    room = LARGEST_PAGE
    for cell in cells:
        parts = _plain_parts(cell, room)
        room -= _size(parts)[0]
        yield parts


def _plain_parts(cell: NotebookNode, room: int) -> dict:
    """A cell as plain text, if there is room for that many characters."""
    text = _cut(cell.source)
    source = Markup("<pre>") + (text if len(text) <= room else NOT_SHOWN) + Markup("</pre>")
    outputs = [{"kind": "stream", "name": "stdout", "text": NOT_SHOWN}]
    return {"source": source, "outputs": outputs if cell.get("outputs") else []}


def _size(parts: dict) -> tuple[int, int]:
    """How many characters and tags a rendered cell has."""
    texts = [parts["source"], *(each.get("text", "") for each in parts["outputs"])]
    return sum(map(len, texts)), sum(len(TAG.findall(text)) for text in texts)


def _cut(text: str) -> Markup:
    left = CUT if len(text) > LARGEST_SHOWN else ""
    return escape(text[:LARGEST_SHOWN] + left)


# In the worker process


def render(content: bytes) -> list[dict]:
    """The cells as harmless HTML, from their JSON: {"source": ..., "outputs": [...]} for each.

    Outputs have a "kind" (stream, error, text/html, text/plain), a "text" and pictures.
    """
    rendered = []
    room, tags_left = LARGEST_PAGE, 2 * MOST_ELEMENTS
    for cell in json.loads(content, object_hook=NotebookNode):
        parts = _render_cell(cell)
        characters, tags = _size(parts)
        if characters > room or tags > tags_left:
            parts = _plain_parts(cell, room)
            characters, tags = _size(parts)
        room, tags_left = room - characters, tags_left - tags
        rendered.append(parts)
    return rendered


def _render_cell(cell: NotebookNode) -> dict:
    if cell.cell_type == "code":
        left = CUT if len(cell.source) > LARGEST_SHOWN else ""
        marked = highlighted(cell.source[:LARGEST_SHOWN])
        source = Markup('<div class="highlight"><pre>') + marked + left + Markup("</pre></div>")
        outputs = [_render_output(output) for output in cell.outputs[:MOST_OUTPUTS]]
        if len(cell.outputs) > MOST_OUTPUTS:
            outputs.append({"kind": "stream", "name": "stdout", "text": CUT.strip()})
        return {"source": source, "outputs": outputs}
    if cell.cell_type == "raw":
        return {"source": _block(_cut(cell.source)), "outputs": []}
    return {"source": _block(prose(cell.source, cell.get("attachments", {}))), "outputs": []}


def _render_output(output: NotebookNode) -> dict:
    """Of a display one harmless form."""
    if output.output_type == "stream":
        return {"kind": "stream", "name": output.name, "text": _coloured(output.text)}
    if output.output_type == "error":
        return {"kind": "error", "text": _coloured("\n".join(output.traceback))}
    data: dict = output.data
    made: dict = {"kind": "text/html", "text": ""}
    for kind in ("image/png", "image/jpeg"):
        if isinstance(data.get(kind), str) and picture({kind: data[kind]}):
            made[kind] = data[kind]
    if isinstance(html := data.get("text/html"), str):
        made["text"] = _block(harmless(html))
    elif isinstance(text := data.get("text/markdown"), str):
        made["text"] = _block(prose(text, {}))
    elif len(made) == 2:
        plain = str(data.get("text/plain") or data.get("text/latex") or "")
        made |= {"kind": "text/plain", "text": _coloured(plain)}
    return made


def _coloured(text: str) -> str:
    """Text for a terminal as HTML, its colours kept. ansi2html escapes it."""
    left = CUT if len(text) > LARGEST_SHOWN else ""
    return ansi2html(text[:LARGEST_SHOWN] + left)


def _block(html: str) -> str:
    """HTML in a place that MathJax leaves alone."""
    return f'<div class="tex2jax_ignore mathjax_ignore">{html}</div>'
