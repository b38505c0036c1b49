"""Running the course's notebooks as a learner's kernel would."""

import ast
import json
import os
import re
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.manager import KernelManager
from nbformat import NotebookNode

from classroom.demo import load_answers, without_marks
from course import language
from course.checking.answers import AnswerCase
from course.checking.exercises import load_suite
from course.checking.outcome import MIME
from course.publishing.site.executed import Client
from course.publishing.source import read_notebook
from course.start.home import copy_with_checks
from course.syllabus import modules
from tests.course.content.forked_kernels import ForkingProvisioner
from tests.course.project.example_project import put_before

ROOT = Path(__file__).resolve().parents[3]
SLUGS = (os.environ.get("AI4GOV_TEST_MODULES") or " ".join(modules())).split()
"""The modules that are tested: all, unless the environment names some."""
ASSIGNED = [slug for slug in SLUGS if not modules()[slug].lesson_only]
"""Those that have an assignment."""
LANGUAGES = [
    lang
    for lang in language.LANGUAGES
    if lang in (os.environ.get("AI4GOV_TEST_LANGUAGES") or " ".join(language.LANGUAGES)).split()
]
"""Those that the notebooks are run in here: all, unless the environment names some."""


def _in_each_language(slugs: list[str], often: dict[str, Any]) -> pytest.MarkDecorator:
    """A test for each notebook; in a language that `often` does not name, each week only."""
    return pytest.mark.parametrize(
        ("slug", "lang"),
        [
            pytest.param(slug, lang, marks=often.get(lang, pytest.mark.weekly))
            for slug in slugs
            for lang in LANGUAGES
        ],
    )


LESSONS = [slug for slug in SLUGS if not modules()[slug].assignment_only]
"""The modules that have a lesson."""

# The code is the same in all languages. French has what a language can change in the outputs of a
# lesson: a decimal comma, accents, no-break spaces.
each_lesson = _in_each_language(LESSONS, {language.SOURCE: [], "fr": pytest.mark.slow})
each_assignment = _in_each_language(ASSIGNED, {language.SOURCE: []})


class ForkingClient(Client):
    """The same, with a kernel that need not import the libraries."""

    def create_kernel_manager(self) -> KernelManager:
        manager = super().create_kernel_manager()
        forking = ForkingProvisioner(parent=manager, kernel_spec=manager.kernel_spec)
        forking.keeps_fits = True
        manager.provisioner = forking
        return manager


def run_notebook(
    notebook: NotebookNode, folder: Path, *, fresh: bool = False
) -> list[dict[str, Any]]:
    """Run a notebook in a folder; returns the outcomes of its checks.

    In a kernel that is forked, or in a fresh one: only there a missing import is found.

    A checkpoint of the project finds the files that a sound team has brought along.

    Fails when a cell raises, and when one writes to stderr: a learner should see neither.
    """
    put_before(notebook.metadata.get("ai4gov", {}).get("module", ""), folder)
    client = Client if fresh else ForkingClient
    client(
        notebook,
        timeout=180,
        # nbclient drops what a cell shows more than 4 seconds late, as on a busy machine.
        iopub_timeout=180,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.get("name") != "stderr", f"{cell.id} writes to stderr: {output.text}"
            if MIME in output.get("data", {}):
                found.append(output.data[MIME])
    return found


@lru_cache
def answers(slug: str) -> tuple[dict[str, list[AnswerCase]], dict[str, str]]:
    """The answers of a module by exercise, and what stands in for the exercises before one."""
    return load_answers(ROOT, slug)


def is_translated(slug: str, lang: str) -> bool:
    """Whether a module is there in a language; until then its learners read English."""
    return bool(language.catalogue(slug, lang))


@lru_cache
def lesson(slug: str, lang: str) -> tuple[NotebookNode, list[dict[str, Any]]]:
    """A released lesson that was run once, and the outcomes of its checks."""
    with tempfile.TemporaryDirectory(prefix="ai4gov-") as folder:
        place = copy_with_checks(ROOT / "release" / lang / "lessons" / slug, Path(folder, slug))
        notebook = read(place / f"{slug}.ipynb")
        return notebook, run_notebook(notebook, place, fresh=lang == LANGUAGES[0])


def code(path: Path) -> list[tuple[str, str]]:
    """The code cells of a notebook: names, and sources without comments and docstrings."""
    return [(cell.id, bare(cell.source)) for cell in read(path).cells if cell.cell_type == "code"]


def bare(source: str) -> str:
    """Code without its comments and docstrings, which each language has in its own words."""
    tree = ast.parse(re.sub(r"^(\s*)[%!](.*)$", r"\1'\2'", source, flags=re.MULTILINE))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
            node.body[0] = ast.Pass()
    return ast.unparse(tree)


MARK = "<!--above"
MARKED = re.compile(
    r"(?P<number>[-\N{MINUS SIGN}]?\d(?:[\d.,\N{NARROW NO-BREAK SPACE}]*\d)?"
    r"(?:\N{NO-BREAK SPACE}?%)?)\**<!--above(?: (?P<cell>[a-z0-9-]+))?-->"
)
PICTURE = re.compile(r"data:image/[^\"]*")


def wrong_numbers(notebook: NotebookNode) -> list[str]:
    """The marked numbers of a notebook's prose that its cells do not show; after a run.

    `45%<!--above-->` says that 45% stands in the output of the last cell above that has one,
    `45%<!--above figure-people-->` that it stands in the output of the cell of that name.
    """
    shown: dict[str, str] = {}
    last, faults = "", []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            if cell.get("outputs"):
                output = json.dumps(cell.outputs, ensure_ascii=False)
                shown[cell.id], last = PICTURE.sub("", output), cell.id
            continue
        marks = list(MARKED.finditer(cell.source))
        if len(marks) != cell.source.count(MARK):
            faults.append(f"{cell.id}: a mark stands after no number")
        for mark in marks:
            number, place = mark["number"], mark["cell"] or last
            if not re.search(
                rf"(?<![\d.,]){re.escape(number)}(?![\d%]|[.,]\d)", shown.get(place, "")
            ):
                faults.append(f"{cell.id}: {number} is not in the output of {place or 'any cell'}")
    return faults


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def source_notebook(slug: str) -> NotebookNode:
    """An assignment as its authors wrote it, with solutions."""
    folder = ROOT / "source" / slug
    return read_notebook(folder / "assignment.py", slug, load_suite(folder / "checks.py"))


def solutions(slug: str) -> dict[str, str]:
    """The reference answers of an assignment, by the id of their cell."""
    return {
        cell.id: without_marks(cell.source)
        for cell in source_notebook(slug).cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }
