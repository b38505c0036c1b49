"""The released lessons, run once and made fit for a page on which nothing runs."""

import base64
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from course.checking.outcome import MIME
from course.language import Translator
from course.places import Repository
from course.publishing import Built, PublishingError
from course.publishing.cache import Cache, key_of
from course.syllabus import Module

TIME_LIMIT = 300
"""Seconds for one cell."""
WIDGET = "application/vnd.jupyter.widget-view+json"
HIDDEN_INPUT = "hide-input"
"""The tag by which MyST-NB folds the code of a cell."""
SETTINGS_OF_LEARNERS = ("AI4GOV_", "JPY_", "PYTHONSTARTUP")
"""Variables of the environment that begin like this are not handed to the kernel."""

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
PICTURE = re.compile(r'src="data:image/(png|jpeg|gif|svg\+xml);base64,([A-Za-z0-9+/=\s]+)"')
SCOPED_STYLE = re.compile(r"<style scoped>.*?</style>", re.DOTALL)
TITLE = re.compile(r"^# ", re.MULTILINE)


class _Client(NotebookClient):
    """nbclient, with a kernel that is reached through sockets in a folder of its own.

    TCP ports could be taken by another kernel that starts at the same moment and then hangs.
    """

    def create_kernel_manager(self) -> KernelManager:
        manager = super().create_kernel_manager()
        # A short path, because the path of a socket has a hundred characters at most.
        self._sockets = tempfile.TemporaryDirectory(prefix="ai4gov-")
        manager.transport = "ipc"
        manager.connection_file = str(Path(self._sockets.name, "kernel.json"))
        manager.ip = str(Path(self._sockets.name, "kernel"))
        return manager


def run(repository: Repository, module: Module, lang: str) -> NotebookNode:
    """A released lesson with its outputs; from the cache if nothing that it depends on has changed.

    Raises PublishingError when a cell fails or takes more than TIME_LIMIT seconds.
    """
    folder = repository.root / "release" / lang / "lessons" / module.slug
    name = f"lesson-{lang}-{module.slug}"
    cache = Cache(repository.cache / "lessons")
    # A lesson imports nothing from `publishing`; a test of the architecture forbids it.
    key = key_of(repository.root, _inputs(repository, module, lang, folder), without="publishing")
    if (found := cache.get(name, key)) is None:
        notebook = _executed(repository, folder, module.slug)
        found = Built(files={name: nbformat.writes(notebook)})
        cache.put(name, key, found)
        cache.save()
    made: NotebookNode = nbformat.reads(found.files[name], as_version=nbformat.NO_CONVERT)
    return made


def _inputs(repository: Repository, module: Module, lang: str, folder: Path) -> Iterator[Path]:
    """What a lesson's outputs depend on, beside the package's code and the installed packages."""
    yield folder
    yield Path(__file__)
    yield repository.frameworks
    for name in module.data:
        yield repository.datasets / name
    catalogues = [module.slug, "course", *(f"datasets/{name}" for name in module.data)]
    for name in catalogues:
        yield repository.locale / lang / f"{name}.po"
    yield repository.locale / lang / "frameworks"


def _executed(repository: Repository, folder: Path, slug: str) -> NotebookNode:
    """The lesson in a folder, run in a copy of it, because lessons write files."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(SETTINGS_OF_LEARNERS)
    }
    with tempfile.TemporaryDirectory(prefix="ai4gov-") as scratch:
        place = Path(shutil.copytree(folder, Path(scratch, slug)))
        environment["IPYTHONDIR"] = str(Path(scratch, "ipython"))
        notebook: NotebookNode = nbformat.read(place / f"{slug}.ipynb", as_version=4)
        client = _Client(
            notebook,
            timeout=TIME_LIMIT,
            kernel_name="python3",
            resources={"metadata": {"path": str(place)}},
        )
        try:
            client.execute(env=environment)
        except (CellExecutionError, TimeoutError, RuntimeError) as error:
            last = str(error).strip().splitlines()[-1:] or [type(error).__name__]
            raise PublishingError(
                f"{repository.name(folder)}: the lesson does not run ({last[0]}); run it in "
                "JupyterLab to see where it stops"
            ) from error
    return notebook


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
    notebook.cells.insert(1, nbformat.v4.new_markdown_cell(f":::{{note}}\n{reading}\n:::"))
    if not module.lesson_only:
        go_on = t("**Go on with the assignment**: [{title}](../assignments/{slug}.md).").format(
            title=f"{module.number} {Translator('course', lang)(module.title)}", slug=module.slug
        )
        notebook.cells.append(nbformat.v4.new_markdown_cell(go_on))
    return notebook


def _is_kept(output: NotebookNode) -> bool:
    """Whether an output is shown: sliders and what libraries write to stderr are not."""
    return WIDGET not in output.get("data", {}) and output.get("name") != "stderr"


def _shown(output: NotebookNode, t: Translator, pictures: Path) -> NotebookNode:
    data: dict[str, Any] = output.get("data", {})
    if MIME in data:
        said = t("○ Not tried: nothing runs on this page.")
        output.data = NotebookNode({"text/html": f'<p class="not-tried">{said}</p>'})
    elif "text/html" in data:
        html = SCOPED_STYLE.sub("", data["text/html"])
        output.data["text/html"] = PICTURE.sub(
            lambda match: f'loading="lazy" src="{_saved(match[1], match[2], pictures)}"', html
        )
    return output


def _saved(kind: str, encoded: str, pictures: Path) -> str:
    """Write a picture to a file named by its content; returns its address from a lesson's page."""
    content = base64.b64decode(encoded)
    name = f"{hashlib.sha256(content).hexdigest()[:20]}.{kind.partition('+')[0]}"
    path = pictures / name
    if not path.is_file():
        path.write_bytes(content)
    return f"../{pictures.name}/{name}"
