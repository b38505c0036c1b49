"""Lessons with their outputs, made fit for a page on which nothing runs."""

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from course.checking.outcome import MIME
from course.language import Translator
from course.syllabus import Module

WIDGET = "application/vnd.jupyter.widget-view+json"
HIDDEN_INPUT = "hide-input"
"""The tag by which MyST-NB folds the code of a cell."""

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
PICTURE = re.compile(
    r'(src|srcset)="data:image/(png|jpeg|gif|svg\+xml);base64,([A-Za-z0-9+/=\s]+)"'
)
SCOPED_STYLE = re.compile(r"<style scoped>.*?</style>", re.DOTALL)
EMPTY_HEADER = re.compile(r"<th((?:\s[^>]*)?)>(?:\s|&nbsp;)*</th>")
"""The corner of a pandas table: a heading of nothing, which a screen reader announces."""
TITLE = re.compile(r"^# ", re.MULTILINE)


def readable(notebook: NotebookNode, module: Module, lang: str, pictures: Path) -> NotebookNode:
    """An executed lesson as the site shows it, changed in place.

    Pictures are written to the folder `pictures`, two folders beside the page. Left out are
    sliders, which need a kernel, and authors' comments; a check says where to try it.
    """
    t = Translator("site", lang)
    notebook.metadata.pop("widgets", None)
    first = notebook.cells[0]
    first.source = TITLE.sub(f"# {module.number} ", first.source, count=1)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = COMMENT.sub("", cell.source)
            continue
        if cell.metadata.get("jupyter", {}).get("source_hidden"):
            cell.metadata["tags"] = [HIDDEN_INPUT]
        cell.outputs = [_shown(output, t, pictures) for output in cell.outputs if _is_kept(output)]
    reading = t(
        "This page is for reading: the cells were run when it was made. To change code and try the "
        "checks yourself, [open the course as notebooks](../start.md)."
    )
    notebook.cells.insert(1, _prose(f":::{{note}}\n{reading}\n:::", "site-reading"))
    if not module.lesson_only:
        go_on = t("**Go on with the assignment**: [{title}](../assignments/{slug}.md).").format(
            title=f"{module.number} {Translator('course', lang)(module.title)}", slug=module.slug
        )
        notebook.cells.append(_prose(go_on, "site-go-on"))
    return notebook


def _prose(source: str, name: str) -> NotebookNode:
    """A cell with a fixed id: a random one would make every build read the lesson again."""
    cell: NotebookNode = nbformat.v4.new_markdown_cell(source, id=name)
    return cell


def _is_kept(output: NotebookNode) -> bool:
    """Whether an output is shown: sliders and what libraries write to stderr are not."""
    return WIDGET not in output.get("data", {}) and output.get("name") != "stderr"


def _shown(output: NotebookNode, t: Translator, pictures: Path) -> NotebookNode:
    data: dict[str, Any] = output.get("data", {})
    if MIME in data:
        said = t("○ Not tried: nothing runs on this page.")
        output.data = NotebookNode({"text/html": f'<p class="not-tried">{said}</p>'})
    elif "text/html" in data:
        html = PICTURE.sub(
            lambda match: (
                ('loading="lazy" ' if match[1] == "src" else "")
                + f'{match[1]}="{_saved(match[2], match[3], pictures)}"'
            ),
            EMPTY_HEADER.sub(r"<td\1></td>", SCOPED_STYLE.sub("", data["text/html"])),
        )
        # No page shows the plain text of an output that has HTML.
        output.data = NotebookNode({"text/html": html})
    return output


def _saved(kind: str, encoded: str, pictures: Path) -> str:
    """Write a picture to a file named by its content; returns its address from a lesson's page."""
    content = base64.b64decode(encoded)
    name = f"{hashlib.sha256(content).hexdigest()[:20]}.{kind.partition('+')[0]}"
    path = pictures / name
    if not path.is_file():
        path.write_bytes(content)
    return f"../{pictures.name}/{name}"
