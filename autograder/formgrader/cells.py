"""Submissions in formgrader: its page runs with an instructor's rights, so nothing in them may.

formgrader shows a graded notebook as nbconvert makes it: HTML of a learner's prose and outputs as
it is, in the session that gives points. `grading_settings` puts HarmlessCells before it, and
`shown` in place of nbconvert's filters.

formgrader runs in the notebook server. Parsing a notebook can take all of its memory, and
nbconvert's filters take quadratic time for some texts. So a worker process with a clock parses the
notebook and renders its cells (`shown_notebook`, for formgrader_server), and of nbconvert only the
template is left. If rendering fails, cells are shown as plain text; if parsing fails, the page says
why.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
from markupsafe import Markup, escape
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.filters import ansi2html
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_notebook, new_output

from autograder.bounded import BoundedError
from autograder.errors import Unreadable
from autograder.files import LARGEST_GRADED, read_plain
from autograder.formgrader.page_worker import page_worker, why_unreadable
from autograder.formgrader.sanitize import TAG, harmless, highlighted, picture, prose

Rendered = tuple[list[dict[str, Any]], list[dict[str, Any]]]
"""The cells of a notebook, and the rendered parts of each."""

SECONDS = 5.0
"""CPU seconds in which the worker has to render a notebook."""

READING_SECONDS = 10.0
"""CPU seconds in which the worker has to parse a notebook; the server does not wait for it."""

RENDERED = "rendered_cells"
"""The key of nbconvert's resources for cells that have been rendered already."""

MARKS = ("grade_id", "grade", "solution", "locked", "task", "points")
"""Keys of nbgrader's metadata that the template reads."""

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

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        nb.metadata = NotebookNode()
        rendered = resources.pop(RENDERED, None)
        if rendered is None:
            nb.cells = list(_cells_to_show(nb.cells))
            rendered = self._rendered(nb.cells)
        for cell, parts in zip(nb.cells, rendered, strict=True):
            _put(cell, parts)
        return nb, resources

    def _rendered(self, cells: list[Any]) -> list[dict[str, Any]]:
        try:
            content = json.dumps(cells).encode()
            rendered: list[dict[str, Any]] = page_worker().call(
                "autograder.formgrader.cells:render", content, seconds=SECONDS
            )
            return rendered
        except (BoundedError, OSError, ValueError, TypeError, RecursionError) as error:
            self.log.warning("a submission is shown as plain text: %s", error)
            return list(_as_plain_text(cells))


def shown_notebook(path: Path) -> tuple[NotebookNode, list[dict[str, Any]]]:
    """A graded notebook without its content, and its cells as rendered in a worker process.

    The second is for `HarmlessCells`, in resources under RENDERED. A notebook that cannot be read
    has one cell, which says why.
    """
    try:
        content = read_plain(path, LARGEST_GRADED)
        cells, rendered = _read_in_worker(content)
    except (OSError, Unreadable) as error:
        why = getattr(error, "strerror", None) or str(error)
        text = f"[This notebook cannot be shown here: {why}.]"
        cells, rendered = [new_markdown_cell()], [{"source": escape(text), "outputs": []}]
    notebook = new_notebook()
    notebook.cells = [nbformat.from_dict(cell) for cell in cells]
    return notebook, rendered


def _read_in_worker(content: bytes) -> Rendered:
    """Raises Unreadable."""
    try:
        return _call(read, content)
    except BoundedError:
        # Rendering may have been too much for it.
        pass
    try:
        return _call(read_as_plain_text, content)
    except BoundedError as error:
        raise why_unreadable(error) from None


def _call(function: Callable[[bytes], Rendered], content: bytes) -> Rendered:
    """Call a function of this module in the worker process."""
    name = f"autograder.formgrader.cells:{function.__name__}"
    found: Rendered = page_worker().call(name, content, seconds=READING_SECONDS)
    return found


def shown(text: str, **_: object) -> Markup:
    """The filter for all that formgrader's template shows: rendered HTML as it is, or escaped."""
    return text if isinstance(text, Markup) else escape(text)


def _cells_to_show(cells: list[Any]) -> Iterator[NotebookNode]:
    """All cells that carry points or comments, and as many others as a page may have."""
    others = 0
    for cell in cells:
        marked = isinstance(cell.metadata.get("nbgrader"), dict)
        others += not marked
        if marked or others <= MOST_CELLS:
            yield cell


def _put(cell: NotebookNode, parts: dict[str, Any]) -> None:
    """Put what was rendered in place of what a learner handed in."""
    marks = cell.metadata.get("nbgrader")
    cell.metadata = NotebookNode(nbgrader=marks) if marks else NotebookNode()
    cell.source = Markup(parts["source"])
    if cell.cell_type == "code":
        cell.outputs = [_output(each) for each in parts["outputs"]]
        return
    cell.cell_type = "markdown"
    cell.pop("attachments", None)


def _output(part: dict[str, Any]) -> NotebookNode:
    text = Markup(part.get("text", ""))
    output: NotebookNode
    if part["kind"] == "stream":
        output = new_output("stream", name=part["name"], text=text)
        return output
    if part["kind"] == "error":
        output = new_output("error", ename="", evalue="", traceback=[text])
        return output
    data = {kind: content for kind, content in part.items() if kind.startswith("image/")}
    if text or not data:
        data[part["kind"]] = text
    output = new_output("display_data", data=data)
    return output


def _as_plain_text(cells: list[Any]) -> Iterator[dict[str, Any]]:
    """Cells without any rendering, for those that the worker did not get done."""
    room = LARGEST_PAGE
    for cell in cells:
        parts = _plain_parts(cell, room)
        room -= _size(parts)[0]
        yield parts


def _plain_parts(cell: NotebookNode, room: int) -> dict[str, Any]:
    """A cell as plain text, within the number of characters that are left."""
    text = _cut(cell.source)
    source = Markup("<pre>") + (text if len(text) <= room else NOT_SHOWN) + Markup("</pre>")
    outputs = [{"kind": "stream", "name": "stdout", "text": NOT_SHOWN}]
    return {"source": source, "outputs": outputs if cell.get("outputs") else []}


def _size(parts: dict[str, Any]) -> tuple[int, int]:
    """How many characters and tags a rendered cell has."""
    texts = [parts["source"], *(each.get("text", "") for each in parts["outputs"])]
    return sum(map(len, texts)), sum(len(TAG.findall(text)) for text in texts)


def _cut(text: str) -> Markup:
    left = CUT if len(text) > LARGEST_SHOWN else ""
    return escape(text[:LARGEST_SHOWN] + left)


# In the worker process


def render(content: bytes) -> list[dict[str, Any]]:
    """The cells as harmless HTML, from their JSON: {"source": ..., "outputs": [...]} for each.

    Outputs have a "kind" (stream, error, text/html, text/plain), a "text" and pictures.
    """
    return _rendered_within_bounds(json.loads(content, object_hook=NotebookNode))


def read(content: bytes) -> Rendered:
    """Parse a graded notebook: its cells without content, and what `render` gives for them.

    Raises Unreadable for a file that is not a notebook.
    """
    cells = _cells_of(content)
    return _without_content(cells), _rendered_within_bounds(cells)


def read_as_plain_text(content: bytes) -> Rendered:
    """As `read`, without rendering anything."""
    cells = _cells_of(content)
    return _without_content(cells), list(_as_plain_text(cells))


def _cells_of(content: bytes) -> list[NotebookNode]:
    """The cells to be shown, without metadata that is not nbgrader's. Raises Unreadable."""
    try:
        notebook = json.loads(content.decode("utf-8"))
        notebook["metadata"] = {}
        for cell in notebook["cells"]:
            cell["metadata"] = _marks(cell["metadata"])
            if "outputs" in cell:
                # Keep one output more than is shown, so that the page says that some are left out.
                cell["outputs"] = cell["outputs"][: MOST_OUTPUTS + 1]
        notebook = nbformat.reads(json.dumps(notebook), as_version=4)
        return list(_cells_to_show(notebook.cells))
    except MemoryError:
        raise
    except RecursionError:
        raise Unreadable("it is nested too deep") from None
    except Exception:
        raise Unreadable("it is not a notebook") from None


def _marks(metadata: dict[str, Any]) -> dict[str, Any]:
    """nbgrader's metadata of a cell, as far as it is shown."""
    marks = metadata.get("nbgrader")
    if not isinstance(marks, dict):
        return {}
    found = {name: marks[name] for name in MARKS if name in marks}
    if not all(isinstance(each, str | int | float | None) for each in found.values()):
        return {}
    return {"nbgrader": found}


def _without_content(cells: list[NotebookNode]) -> list[dict[str, Any]]:
    """Cells with the metadata that the template needs, and nothing else."""
    return [
        {"cell_type": cell.cell_type, "metadata": cell.metadata, "source": ""}
        | ({"execution_count": None, "outputs": []} if cell.cell_type == "code" else {})
        for cell in cells
    ]


def _rendered_within_bounds(cells: list[NotebookNode]) -> list[dict[str, Any]]:
    rendered = []
    room, tags_left = LARGEST_PAGE, 2 * MOST_ELEMENTS
    for cell in cells:
        parts = _render_cell(cell)
        characters, tags = _size(parts)
        if characters > room or tags > tags_left:
            parts = _plain_parts(cell, room)
            characters, tags = _size(parts)
        room, tags_left = room - characters, tags_left - tags
        rendered.append(parts)
    return rendered


def _render_cell(cell: NotebookNode) -> dict[str, Any]:
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


def _render_output(output: NotebookNode) -> dict[str, Any]:
    """Of a display one harmless form."""
    if output.output_type == "stream":
        return {"kind": "stream", "name": output.name, "text": _coloured(output.text)}
    if output.output_type == "error":
        return {"kind": "error", "text": _coloured("\n".join(output.traceback))}
    data: dict[str, Any] = output.data
    made: dict[str, Any] = {"kind": "text/html", "text": ""}
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
    return str(ansi2html(text[:LARGEST_SHOWN] + left))


def _block(html: str) -> str:
    """HTML in a place that MathJax leaves alone."""
    return f'<div class="tex2jax_ignore mathjax_ignore">{html}</div>'
