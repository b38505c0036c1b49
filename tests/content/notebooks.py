"""Running the course's notebooks as a learner's kernel would."""

import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from autograder.demo import without_marks
from course.checking.exercises import load_suite
from course.checking.outcome import MIME
from course.publishing.source import read_notebook
from course.syllabus import modules

ROOT = Path(__file__).resolve().parents[2]
SLUGS = list(modules())


class Client(NotebookClient):
    """nbclient, with a kernel that is reached through sockets in a folder of its own.

    Its ports could be taken by another kernel that starts at the same moment and then hangs.
    """

    def create_kernel_manager(self):
        manager = super().create_kernel_manager()
        # Short, for the path of a socket has a hundred characters at most.
        self._sockets = tempfile.TemporaryDirectory(prefix="ai4gov-")
        manager.transport = "ipc"
        manager.connection_file = str(Path(self._sockets.name, "kernel.json"))
        manager.ip = str(Path(self._sockets.name, "kernel"))
        return manager


def run_notebook(notebook: NotebookNode, folder: Path) -> list[dict]:
    """Run a notebook in a folder; returns the outcomes of its checks.

    Fails when a cell raises, and when one writes to stderr: a learner should see neither.
    """
    Client(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.get("name") != "stderr", f"{cell.id} writes to stderr: {output.text}"
            if MIME in output.get("data", {}):
                found.append(output.data[MIME])
    return found


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def source_notebook(slug: str) -> NotebookNode:
    """An assignment as its authors wrote it, with solutions."""
    folder = ROOT / "source" / slug
    return read_notebook(folder / f"{slug}.py", slug, load_suite(folder / "checks.py"))


def solutions(slug: str) -> dict[str, str]:
    """The reference answers of an assignment, by the id of their cell."""
    return {
        cell.id: without_marks(cell.source)
        for cell in source_notebook(slug).cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
