"""What each lesson takes in a fresh kernel, and how many learners a machine carries:
python -m bench.lessons [SLUG ...]. With the lessons it runs checkpoint 2, the heaviest assignment.

Prints Markdown: CPU seconds of the first cell, of all cells and of the longest one; the memory of
the kernel (PSS) at the end; and how many learners have room at once. A learner takes one kernel and
a server (JupyterLab, measured here as `ai4gov start` runs it). Nothing is shared between processes
here, so PSS is an upper bound.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from jupyter_server.serverapp import list_running_servers

from bench.hub_load import KEPT, memory_of
from classroom.demo import fill
from course.publishing.site.executed import Client
from course.start.parent_server import ONE_THREAD
from tests.course.content.notebooks import LESSONS, ROOT, solutions
from tests.course.project.example_project import put_before

GIGABYTES = (8, 16, 24, 32)
HEAVIEST = "capstone-2-data-and-model"


def cpu_of(pid: int) -> float:
    """CPU seconds of a process, and of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def run(path: Path, answers: dict[str, str]) -> tuple[dict[str, float], int]:
    """Run a released notebook in a copy of its folder: CPU seconds by cell, bytes at the end."""
    with tempfile.TemporaryDirectory(prefix="ai4gov-") as scratch:
        place = Path(shutil.copytree(path.parent, Path(scratch, path.stem)))
        fill(place / path.name, answers)
        put_before(path.stem, place)
        notebook = nbformat.read(place / path.name, as_version=4)
        client = Client(notebook, timeout=600, resources={"metadata": {"path": str(place)}})
        with client.setup_kernel(env=os.environ | ONE_THREAD):
            pid = client.km.provisioner.pid
            seconds = {}
            for index, cell in enumerate(notebook.cells):
                before = cpu_of(pid)
                client.execute_cell(cell, index)
                if cell.cell_type == "code":
                    seconds[cell.id] = cpu_of(pid) - before
            return seconds, memory_of(Path(f"/proc/{pid}")).pss


def server() -> int:
    """Bytes of JupyterLab as `ai4gov start` runs it, two seconds after it answers."""
    with tempfile.TemporaryDirectory(prefix="ai4gov-") as scratch:
        command = [sys.executable, "-m", "course.start.command", "start", "--no-browser"]
        started = subprocess.Popen(
            [*command, "--dir", f"{scratch}/course", "--", "--allow-root", "--port=0"],
            env=os.environ | {"JUPYTER_RUNTIME_DIR": scratch, "HOME": scratch},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while not list(list_running_servers(scratch)) and started.poll() is None:
                time.sleep(0.2)
            time.sleep(2)
            return memory_of(Path(f"/proc/{started.pid}")).pss
        finally:
            started.terminate()
            started.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slugs", nargs="*", metavar="SLUG", default=[*LESSONS, HEAVIEST])
    options = parser.parse_args()
    of_server = server()
    print(f"A learner's server: {of_server / 2**20:.0f} MB.\n")
    sizes = " | ".join(f"{size} GB" for size in GIGABYTES)
    print(f"| after | first cell | all | longest cell | kernel, MB | {sizes} |")
    print("| --- |" + " ---: |" * (4 + len(GIGABYTES)))
    for slug in options.slugs:
        is_lesson = slug in LESSONS
        folder = f"lessons/{slug}" if is_lesson else slug
        answers = {} if is_lesson else solutions(slug)
        cells, kernel = run(ROOT / "release" / "en" / folder / f"{slug}.ipynb", answers)
        first, longest = next(iter(cells)), max(cells, key=cells.__getitem__)
        learners = [(size * 2**30 - KEPT) // (of_server + kernel) for size in GIGABYTES]
        print(
            f"| {slug} | {cells[first]:.1f} | {sum(cells.values()):.1f} "
            f"| {cells[longest]:.1f} `{longest}` | {kernel / 2**20:.0f} "
            f"| {' | '.join(map(str, learners))} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
