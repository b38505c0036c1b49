"""The released lessons, run once, with their outputs; the site's cache of them."""

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import nbformat
import polib
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from course.language import GENERAL, Catalogues
from course.places import Repository
from course.publishing import Built, PublishingError
from course.publishing.cache import Cache, key_of
from course.publishing.imports import needed
from course.start.home import CHECKS_OF_ALL, checks_of, copy_with_checks
from course.start.parent_server import ONE_THREAD
from course.syllabus import Module

TIME_LIMIT = 300
"""Seconds for one cell."""
MAGIC = re.compile(r"^(\s*)[%!].*$", re.MULTILINE)
"""A line for IPython, which is not Python."""
SETTINGS_OF_LEARNERS = ("AI4GOV_", "JPY_", "PYTHONSTARTUP")
"""Variables of the environment that begin like this are not handed to the kernel."""


class Client(NotebookClient):
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
    code = code_of(repository, folder)
    key = key_of(
        repository.root,
        inputs(repository, module, lang, code),
        general_texts(repository, lang, code),
        whole_package=False,
    )
    if (found := cache.get(name, key)) is None:
        notebook = _executed(repository, folder, module.slug)
        found = Built(files={name: nbformat.writes(notebook)})
        cache.put(name, key, found)
        cache.save()
    made: NotebookNode = nbformat.reads(found.files[name], as_version=nbformat.NO_CONVERT)
    return made


def code_of(repository: Repository, folder: Path) -> list[Path]:
    """The modules of the course that a lesson imports, itself or through others.

    Without what a check imports of `course.start` to write a learner's progress and pages beside
    the lesson: the site does not show them.
    """
    notebook = nbformat.read(folder / f"{folder.name}.ipynb", as_version=4)
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    sources = [MAGIC.sub(r"\1pass", source) for source in cells]
    if checks := checks_of(folder):
        sources.append(checks.read_text(encoding="utf-8"))
    cut = ("course.checking", "course.start")
    return sorted(needed(repository.root, "course", sources, cut).values())


def inputs(
    repository: Repository, module: Module, lang: str, code: Sequence[Path]
) -> Iterator[Path]:
    """The files and folders that a lesson's outputs depend on, without the general catalogue."""
    yield repository.root / "release" / lang / "lessons" / module.slug
    yield repository.root / "release" / CHECKS_OF_ALL / f"{module.slug}.py"
    yield Path(__file__)
    yield from code
    for package in sorted({path.parent for path in code} - {repository.root / "course"}):
        yield from sorted(
            path for path in package.iterdir() if path.is_file() and path.suffix != ".py"
        )
        yield package / "templates"
    yield repository.root / "course" / "figures.mplstyle"
    yield repository.root / "course" / "templates" / "tokens.css"
    for name in module.data:
        yield repository.datasets / name
        yield repository.locale / lang / "datasets" / f"{name}.po"
    yield repository.locale / lang / f"{module.slug}.po"
    yield repository.root / "course" / "outline" / f"{module.slug}.json"
    yield repository.locale / lang / "frameworks"


def general_texts(repository: Repository, lang: str, code: Sequence[Path]) -> Iterator[str]:
    """The translations in the general catalogue of the texts in a lesson's modules."""
    names = {repository.name(path) for path in code}
    for entry in _general_catalogue(repository.locale, lang):
        if not entry.occurrences or names & {file for file, _ in entry.occurrences}:
            yield repr((entry.msgctxt, entry.msgid, entry.msgstr, entry.fuzzy))


@lru_cache
def _general_catalogue(locale: Path, lang: str) -> polib.POFile:
    return Catalogues(locale).file(GENERAL, lang)


def _executed(repository: Repository, folder: Path, slug: str) -> NotebookNode:
    """The lesson in a folder, run in a copy of it, because lessons write files."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(SETTINGS_OF_LEARNERS)
    } | ONE_THREAD
    with tempfile.TemporaryDirectory(prefix="ai4gov-") as scratch:
        place = copy_with_checks(folder, Path(scratch, slug))
        environment["IPYTHONDIR"] = str(Path(scratch, "ipython"))
        notebook: NotebookNode = nbformat.read(place / f"{slug}.ipynb", as_version=4)
        client = Client(
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
