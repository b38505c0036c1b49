"""What is to be graded: an assignment as the gradebook and the instructor's notebooks know it.

Read once for a run. Whatever a submission says of its own test cells, points and settings is
overruled from here.
"""

import fnmatch
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.nbgraderformat import SCHEMA_VERSION
from nbgrader.preprocessors import (
    ClearOutput,
    DeduplicateIds,
    NbGraderPreprocessor,
    OverwriteCells,
)
from traitlets.config import Config

from autograder.bounded import BoundedError, shared_worker
from autograder.bridge.course_modules import modules_in
from autograder.channel import has_more
from autograder.grading.repair import MendCells
from autograder.text import printable
from course.errors import describe

SETUP, SOLUTION, TEST, OTHER = "setup", "solution", "test", "other"


@dataclass(frozen=True)
class SourceCell:
    """A cell that nbgrader knows, as it was released; points for a graded one."""

    name: str
    cell_type: str
    source: str
    checksum: str
    locked: bool
    max_score: float | None = None
    is_solution: bool = False
    is_task: bool = False


@dataclass(frozen=True)
class PlannedNotebook:
    """A notebook of the assignment.

    `teaching` holds the instructor's own code cells, with solutions where they are to be had, as
    {"id", "kind", "source"}: an examiner learns from them which names are whose.
    """

    name: str
    kernelspec: dict
    cells: tuple[SourceCell, ...]
    teaching: tuple[dict, ...]


@dataclass(frozen=True)
class Plan:
    """An assignment, with the files beside its notebooks, and which of these are modules."""

    assignment: str
    notebooks: dict[str, PlannedNotebook]
    files: dict[str, bytes] = field(default_factory=dict)
    checks: dict[str, bytes] = field(default_factory=dict)
    config: Config = field(default_factory=Config)
    modules: dict[str, list[str]] = field(default_factory=dict)


def make_plan(
    gradebook: Gradebook, coursedir: CourseDirectory, assignment: str, config: Config
) -> Plan:
    """Read an assignment. Raises MissingEntry when the gradebook does not know it."""
    source = Path(coursedir.format_path(coursedir.source_directory, ".", assignment))
    learners_own = set(config.Autograde.get("exclude_overwriting", {}).get(assignment, ()))
    files = read_files(source, [*coursedir.ignore, "*.ipynb"], links=True)
    notebooks = {
        found.name: _planned(found, source / f"{found.name}.ipynb")
        for found in gradebook.find_assignment(assignment).notebooks
    }
    checks = _checks_folder(coursedir, config, assignment)
    files = {name: content for name, content in files.items() if name not in learners_own}
    return Plan(
        assignment,
        notebooks,
        files,
        read_files(checks, [*coursedir.ignore, "*.ipynb", "answers.py"]) if checks else {},
        config,
        modules_in(files),
    )


def _checks_folder(coursedir: CourseDirectory, config: Config, assignment: str) -> Path | None:
    folder = config.Execute.get("checks_directory", "")
    return Path(coursedir.root, folder, assignment) if folder else None


def _planned(found, source: Path) -> PlannedNotebook:
    points = {cell.name: cell.max_score for cell in found.grade_cells}
    points |= {cell.name: cell.max_score for cell in found.task_cells}
    solutions = {cell.name for cell in found.solution_cells}
    tasks = {cell.name for cell in found.task_cells}
    cells = tuple(
        SourceCell(
            cell.name,
            cell.cell_type,
            cell.source,
            cell.checksum,
            cell.locked,
            points.get(cell.name),
            cell.name in solutions,
            cell.name in tasks,
        )
        for cell in found.source_cells
    )
    kernelspec = nbformat.reader.parse_json(found.kernelspec) if found.kernelspec else {}
    return PlannedNotebook(found.name, kernelspec or {}, cells, _teaching(source, cells))


def _teaching(source: Path, cells: tuple[SourceCell, ...]) -> tuple[dict, ...]:
    """The instructor's code cells; without the source notebook, those the gradebook keeps."""
    if source.is_file():
        try:
            notebook = nbformat.read(source, as_version=4)
        except Exception as error:
            raise ValueError(f"{source} is no notebook ({describe(error)})") from error
        return tuple(
            {
                "id": cell.metadata.get("nbgrader", {}).get("grade_id", ""),
                "kind": _kind(utils.is_grade(cell), utils.is_solution(cell), utils.is_locked(cell)),
                "source": cell.source,
            }
            for cell in notebook.cells
            if cell.cell_type == "code"
        )
    return tuple(
        {
            "id": cell.name,
            "kind": _kind(cell.max_score is not None, cell.is_solution, cell.locked),
            "source": cell.source,
        }
        for cell in cells
        if cell.cell_type == "code"
    )


def _kind(graded: bool, solution: bool, locked: bool) -> str:
    if graded and not solution:
        return TEST
    if solution:
        return SOLUTION
    return SETUP if locked else OTHER


LARGEST = 256 * 2**20
"""Bytes that the files of one folder may have together."""


MOST_FILES = 20_000
DEEPEST = 50
"""Caps on a folder that was handed in: how many files and folders, and how deep."""


def read_files(folder: Path, ignored: list[str], links: bool = False) -> dict[str, bytes]:
    """The regular files of a folder by their path in it.

    Links to files are followed only when `links` says so: an instructor may have some, a learner's
    could lead anywhere. Raises ValueError for a folder that is too large, too full or too deep.
    """
    found: dict[str, bytes] = {}
    size = 0
    for path in _walk(folder, ignored):
        if path.is_dir() or not path.is_file() or (path.is_symlink() and not links):
            continue
        size += path.stat().st_size
        if size > LARGEST:
            raise ValueError(f"the files of {folder} are larger than {LARGEST} bytes together")
        found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


LARGEST_NOTEBOOK = 50_000_000
MOST_ITEMS = 100_000
MOST_CONTAINERS = 300_000
MOST_NESTED = 100
"""Caps on a notebook that was handed in: bytes; items of lists and mappings outside its outputs;
lists and mappings in all, and within each other. Each container may take a kilobyte and more while
the notebook is put in order."""


class TooMuch(ValueError):
    """A notebook beyond the caps; one line that says which."""


def lean(content: bytes) -> str:
    """A notebook that was handed in, without its outputs, which are made anew.

    Raises ValueError for what is no JSON, and TooMuch for one beyond the caps.
    """
    told = _parsed(content)
    _leave_out_outputs(told)
    items = 0
    for each, depth in _containers(told):
        items += len(each)
        if items > MOST_ITEMS:
            raise TooMuch(f"it holds more than {MOST_ITEMS} items")
        if depth > MOST_NESTED:
            raise TooMuch(f"it is nested more than {MOST_NESTED} deep")
    return json.dumps(told)


def require_few_containers(content: bytes) -> None:
    """Raise TooMuch for a notebook with too many lists and mappings, its outputs included."""
    if has_more(content, MOST_CONTAINERS):
        raise TooMuch(f"it holds more than {MOST_CONTAINERS} lists and mappings")


def _parsed(content: bytes) -> Any:
    if len(content) > LARGEST_NOTEBOOK:
        raise TooMuch(f"it is larger than {LARGEST_NOTEBOOK} bytes")
    return json.loads(content.decode("utf-8"))


def _leave_out_outputs(told: Any) -> None:
    for sheet in (told, *_within(told, "worksheets")):
        for cell in _within(sheet, "cells"):
            if isinstance(cell, dict) and "outputs" in cell:
                cell["outputs"] = []
    if isinstance(told, dict) and isinstance(metadata := told.get("metadata"), dict):
        # The state of widgets in outputs.
        metadata.pop("widgets", None)


def _within(told: Any, name: str) -> list:
    """The list by a name in a mapping; empty where either is something else."""
    found = told.get(name) if isinstance(told, dict) else None
    return found if isinstance(found, list) else []


def _containers(told: Any) -> Iterator[tuple[dict | list, int]]:
    """Each list and mapping, with its depth."""
    waiting = [(told, 1)] if isinstance(told, dict | list) else []
    while waiting:
        each, depth = waiting.pop()
        yield each, depth
        inner = each.values() if isinstance(each, dict) else each
        waiting += [(one, depth + 1) for one in inner if isinstance(one, dict | list)]


def require_copyable(folder: Path, ignored: list[str]) -> None:
    """Raise ValueError for a folder that `nbgrader autograde` could not copy and read soundly.

    nbgrader follows links to wherever they lead, does not come to the end of a pipe or a device,
    and parses notebooks and timestamp.txt in its own process, without a clock.
    """
    size = 0
    for path in _walk(folder, ignored):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise ValueError(f"{path} is no file: a link, a pipe or a device is not graded")
        size += path.lstat().st_size
        if size > LARGEST:
            raise ValueError(f"the files of {folder} are larger than {LARGEST} bytes together")
    for path in (folder / "timestamp.txt", *folder.glob("*.ipynb")):
        if path.is_file():
            _require_readable(path)


LONGEST_TIMESTAMP = 100
"""Bytes of timestamp.txt; parsing a time of digits takes quadratic time."""

PARSING_SECONDS = 20.0
"""CPU seconds that parsing one file may take."""


def _require_readable(path: Path) -> None:
    largest = LARGEST_NOTEBOOK if path.suffix == ".ipynb" else LONGEST_TIMESTAMP
    size = path.stat().st_size
    if size > largest:
        raise ValueError(f"{path}: it is larger than {largest} bytes")
    kind = "check" if path.suffix == ".ipynb" else "check_time"
    try:
        shared_worker().call(
            f"autograder.grading.parsing:{kind}", path.read_bytes(), seconds=PARSING_SECONDS
        )
    except BoundedError as error:
        raise ValueError(f"{path}: {error}") from None


def require_utf8(student: str) -> None:
    """Raise ValueError for a folder whose name the gradebook cannot hold."""
    try:
        student.encode()
    except UnicodeEncodeError:
        raise ValueError(
            f"the folder {printable(student)} has a name that is not UTF-8: rename it"
        ) from None


def linked_part(coursedir: CourseDirectory, step: str, student: str, assignment: str) -> str:
    """The link by which a submission's folder is reached, if it is not the student's own folder.

    Empty if there is none. Above the folders of students links are the instructor's own.
    """
    folder = Path(coursedir.format_path(step, student, assignment))
    other = Path(coursedir.format_path(step, f"{student}-", assignment))
    shared = Path(os.path.commonpath([folder, other]))
    for path in reversed([folder, *folder.parents]):
        if path != shared and path.is_relative_to(shared) and path.is_symlink():
            return str(path)
    return ""


def _walk(folder: Path, ignored: list[str]) -> Iterator[Path]:
    """What is in a folder and in those below it; links to folders are not followed.

    Nothing if there is no such folder. Raises ValueError for one beyond the caps.
    """
    waiting = [(folder, 1)] if folder.is_dir() else []
    count = 0
    while waiting:
        parent, depth = waiting.pop()
        with os.scandir(parent) as scanned:
            entries = []
            for entry in scanned:
                count += 1
                if count > MOST_FILES:
                    raise ValueError(f"{folder} holds more than {MOST_FILES} files and folders")
                if not _is_ignored(entry.name, ignored):
                    entries.append(entry)
        entries.sort(key=lambda entry: entry.name)
        for entry in entries:
            yield Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                if depth == DEEPEST:
                    raise ValueError(f"{folder} holds folders more than {DEEPEST} deep")
                waiting.append((Path(entry.path), depth + 1))


def _is_ignored(name: str, patterns: list[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


# Putting a submission in order


class _Known:
    """What nbgrader's OverwriteCells asks of a gradebook, answered from a plan."""

    def __init__(self, planned: PlannedNotebook):
        self._cells = {cell.name: cell for cell in planned.cells}

    def find_source_cell(self, name: str, *_: str) -> SourceCell:
        if name not in self._cells:
            raise MissingEntry(name)
        return self._cells[name]

    def find_graded_cell(self, name: str, *_: str) -> SourceCell:
        return self.find_source_cell(name)

    def find_notebook(self, *_: str) -> SimpleNamespace:
        cells = list(self._cells.values())
        graded = [cell for cell in cells if cell.max_score is not None and not cell.is_task]
        return SimpleNamespace(
            source_cells=cells,
            grade_cells=graded,
            solution_cells=[cell for cell in cells if cell.is_solution],
            task_cells=[cell for cell in cells if cell.is_task],
        )


class PlannedCells(OverwriteCells):
    """nbgrader's own, with a plan in place of a database."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple:
        self.notebook_id = self.assignment_id = ""
        nb, resources = NbGraderPreprocessor.preprocess(self, nb, resources)
        if self.add_missing_cells:
            nb, resources = self.add_missing_grade_cells(nb, resources)
            nb, resources = self.add_missing_task_cells(nb, resources)
        return nb, resources


def put_in_order(notebook: NotebookNode, planned: PlannedNotebook, config: Config) -> NotebookNode:
    """A submitted notebook with the instructor's cells, points and kernel in it.

    The steps are nbgrader's, with those cells mended first that a learner doubled or whose marks
    were changed: nbgrader would refuse the notebook, or the whole class.
    """
    overwrite = PlannedCells(config=config)
    overwrite.gradebook = _Known(planned)
    resources = ResourcesDict(nbgrader={})
    _restore_marks(notebook, planned)
    for step in (
        ClearOutput(config=config),
        MendCells(config=config),
        DeduplicateIds(config=config),
    ):
        notebook, resources = step(notebook, resources)
    if planned.kernelspec:
        notebook.metadata["kernelspec"] = planned.kernelspec
    notebook, resources = overwrite(notebook, resources)
    for cell in notebook.cells:
        # Tags are the instructor's to give; in a submission they could skip a test.
        cell.metadata.pop("tags", None)
        cell.metadata.pop("execution", None)
        if "id" not in cell and notebook.nbformat_minor >= 5:
            # Put back by nbgrader, which would give it another id each time.
            name = cell.metadata.get("nbgrader", {}).get("grade_id", cell.source)
            cell["id"] = hashlib.md5(name.encode()).hexdigest()[:8]
    return notebook


def _restore_marks(notebook: NotebookNode, planned: PlannedNotebook) -> None:
    """Make every cell again what it was released as; a cell that nobody released is nothing.

    Nothing else stays of a learner's marks, so that nbgrader's CheckCellMetadata has nothing left
    to find: it would take longer than all other steps together.
    """
    known = {cell.name: cell for cell in planned.cells}
    for cell in notebook.cells:
        marks = cell.metadata.pop("nbgrader", None)
        name = marks.get("grade_id") if isinstance(marks, dict) else None
        released = known.get(name) if isinstance(name, str) else None
        if released is not None:
            cell.metadata["nbgrader"] = NotebookNode(
                grade_id=released.name,
                grade=released.max_score is not None and not released.is_task,
                solution=released.is_solution,
                locked=released.locked,
                task=released.is_task,
                schema_version=SCHEMA_VERSION,
                cell_type=released.cell_type,
                checksum=released.checksum,
            )
            if released.max_score is not None:
                cell.metadata.nbgrader["points"] = released.max_score
