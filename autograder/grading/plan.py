"""Read an assignment from the gradebook and the instructor's notebooks, once for a run.

It overrides what a submission claims about its own test cells, points and settings.
"""

from pathlib import Path
from typing import Any

import nbformat
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.bridge.course_modules import modules_in
from autograder.course_package import course_package
from autograder.errors import CourseError, describe
from autograder.files import read_files
from autograder.records import (
    OTHER,
    SETUP,
    SOLUTION,
    TEST,
    Plan,
    PlannedNotebook,
    ReleasedCell,
    SourceCell,
)

NOT_FOR_CHECKS = ("*.ipynb", "answers.py", "hidden")
"""What the examiner does not get of an assignment's folder of checks. `hidden/` holds what made the
data beside hidden_checks.py; those data it gets, like every other file there."""


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
        read_files(checks, [*coursedir.ignore, *NOT_FOR_CHECKS]) if checks else {},
        config,
        modules_in(files),
    )


def _checks_folder(coursedir: CourseDirectory, config: Config, assignment: str) -> Path | None:
    folder = config.Execute.get("checks_directory", "")
    if folder and not course_package().has_checks:
        raise CourseError(
            f"c.Execute.checks_directory is {folder!r}, and no package that uses such a folder is "
            "installed: its entry point in the group autograder.course is missing; install the "
            "package of the course again"
        )
    return Path(coursedir.root, folder, assignment) if folder else None


def _planned(found: Any, source: Path) -> PlannedNotebook:
    points = {cell.name: cell.max_score for cell in found.grade_cells}
    points |= {cell.name: cell.max_score for cell in found.task_cells}
    solutions = {cell.name for cell in found.solution_cells}
    tasks = {cell.name for cell in found.task_cells}
    cells = tuple(
        ReleasedCell(
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
    return PlannedNotebook(found.name, kernelspec or {}, cells, _source_cells(source, cells))


def _source_cells(source: Path, cells: tuple[ReleasedCell, ...]) -> tuple[SourceCell, ...]:
    """The instructor's code cells; those in the gradebook if the source notebook is missing."""
    if source.is_file():
        try:
            notebook = nbformat.read(source, as_version=4)
        except Exception as error:
            raise ValueError(f"{source} is no notebook ({describe(error)})") from error
        return tuple(
            SourceCell(
                cell.metadata.get("nbgrader", {}).get("grade_id", ""),
                _kind(utils.is_grade(cell), utils.is_solution(cell), utils.is_locked(cell)),
                cell.source,
            )
            for cell in notebook.cells
            if cell.cell_type == "code"
        )
    return tuple(
        SourceCell(
            cell.name,
            _kind(cell.max_score is not None, cell.is_solution, cell.locked),
            cell.source,
        )
        for cell in cells
        if cell.cell_type == "code"
    )


def _kind(graded: bool, solution: bool, locked: bool) -> str:
    if graded and not solution:
        return TEST
    if solution:
        return SOLUTION
    return SETUP if locked else OTHER
