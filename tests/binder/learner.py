"""A learner's way through one module in French, from the start page and back to it."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import nbformat
import polib
from nbformat import NotebookNode

from classroom.demo import fill
from tests.course.content.notebooks import ROOT, solutions

SLUG = "06-measuring-fairness"
LESSON = f"release/fr/lessons/{SLUG}/{SLUG}.ipynb"
ASSIGNMENT = f"release/fr/{SLUG}/{SLUG}.ipynb"
START = "release/fr/start.ipynb"
RIGHT, WRONG = "high-risk", "smallest-group"
# A typical mistake, and the code of the message that it gets (see source/*/answers.py).
MISTAKE, CODE = 'smallest_group = "white"', "06-smallest-white"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def walk_through(repository: Path, run: Run, changed: Callable[[], None] = lambda: None) -> None:
    """Open the start page, run the lesson, answer one question rightly and one wrongly.

    `run` runs a command in the repository as the learner; `changed` is called after this process
    has written there.
    """
    start = executed(repository, run, START)
    assert "Continuer ici" in shown(start)
    assert "00 Premiers pas" in shown(start)
    links = re.findall(r'href="([^"#]+\.ipynb)', pages(start))
    assert f"lessons/{SLUG}/{SLUG}.ipynb" in links
    assert not [link for link in links if not (repository / START).parent.joinpath(link).is_file()]

    lesson = executed(repository, run, LESSON)
    assert "data:image/svg+xml" in str(lesson.cells)

    fill(repository / ASSIGNMENT, {RIGHT: solutions(SLUG)[RIGHT], WRONG: MISTAKE})
    changed()
    assignment = executed(repository, run, ASSIGNMENT)
    checks = {
        cell.metadata.nbgrader.grade_id: shown(NotebookNode(cells=[cell]))
        for cell in assignment.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert french("state-right", "course") in checks[f"check-{RIGHT}"]
    assert french(CODE, SLUG) in checks[f"check-{WRONG}"]
    assert french("state-not-attempted", "course") in checks["check-gap"]

    assert "06 Mesurer l’équité" in shown(executed(repository, run, START))


def executed(repository: Path, run: Run, name: str) -> NotebookNode:
    """A notebook that was run where it lies, in which no cell raised an error."""
    path = repository / name
    ran = run(
        *("python", "-m", "nbconvert", "--to", "notebook", "--execute", "--allow-errors"),
        *("--output", "executed", name),
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    notebook = nbformat.read(path.with_name("executed.ipynb"), as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert not [out for cell in code for out in cell.outputs if out.output_type == "error"], name
    return notebook


def pages(notebook: NotebookNode) -> str:
    """All HTML that a notebook shows."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return "\n".join(output.data.get("text/html", "") for output in outputs if "data" in output)


def shown(notebook: NotebookNode) -> str:
    """The text of all HTML that a notebook shows, without its tags."""
    return html.unescape(re.sub("<[^>]+>", "", pages(notebook)))


def french(code: str, module: str) -> str:
    """A message in French, by its code, as it reads in a page."""
    catalogue = polib.pofile(str(ROOT / "course" / "locale" / "fr" / f"{module}.po"))
    (entry,) = [entry for entry in catalogue if entry.msgctxt == code]
    assert entry.msgstr != entry.msgid
    return entry.msgstr.replace("`", "")
