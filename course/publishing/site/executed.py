"""The released lessons, run once, with their outputs; the site's cache of them."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from course.places import Repository
from course.publishing import Built, PublishingError
from course.publishing.cache import Cache, key_of
from course.start.server import ONE_THREAD
from course.syllabus import Module

TIME_LIMIT = 300
"""Seconds for one cell."""
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
    # Pages of the dossier that lessons show; the digest of the package's code leaves them out.
    yield repository.root / "course" / "dossier" / "templates"
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
    } | ONE_THREAD
    with tempfile.TemporaryDirectory(prefix="ai4gov-") as scratch:
        place = Path(shutil.copytree(folder, Path(scratch, slug)))
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
