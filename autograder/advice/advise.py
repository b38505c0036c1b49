"""Advice for instructors, before a class hands in: which tests need to be written otherwise.

`doctor ASSIGNMENT` reads the tests of an assignment (lint_tests) and tries them on the
instructor's own solution and on hollow values in its place (try_tests). It grades nothing, and
writes nothing into the course.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import nbformat
from traitlets import TraitError

from autograder.advice.findings import Finding
from autograder.advice.lint_tests import RULES as LINT_RULES
from autograder.advice.lint_tests import lint_notebook
from autograder.advice.trials import RULES as TRIAL_RULES
from autograder.advice.trials import Trial, try_tests
from autograder.errors import ConfinementError, CourseError
from autograder.grading.course import Course
from autograder.grading.executors import WarmPool
from autograder.records import IN_PROCESS, TEST, Limits, Plan

RULES = (*LINT_RULES, *TRIAL_RULES)
"""The ids of all rules, in the order of docs/grading.md."""


@dataclass(frozen=True)
class Advice:
    """The findings in an assignment, with the numbers of tests read and of variants tried."""

    assignment: str
    tests: int
    variants: int
    findings: list[Finding]

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def described(advice: Advice) -> Iterator[str]:
    """The lines that a person reads: one for each finding, grouped by notebook."""
    notebooks: dict[str, list[Finding]] = {}
    for finding in advice.findings:
        notebooks.setdefault(finding.notebook, []).append(finding)
    for name, findings in notebooks.items():
        yield f"{name}.ipynb"
        for each in findings:
            cell = f"{each.cell} " if each.cell else ""
            yield f"  {cell}{each.what}; instead: {each.write} [{each.rule}]"
    count = len(advice.findings)
    total = "no findings" if not count else "1 finding" if count == 1 else f"{count} findings"
    tests = "1 test" if advice.tests == 1 else f"{advice.tests} tests"
    yield f"{tests} read, and tried with {advice.variants} hollow answers: {total}"


def advise(
    course: Path,
    assignment: str,
    *,
    jobs: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Advice:
    """Look at the tests of an assignment of the nbgrader course in `course`.

    Parameters
    ----------
    jobs : int, optional
        Tests tried at a time; by default one for each processor.
    progress : callable
        Called with the number of runs that are done, and of those in all.

    Raises CourseError for a wrong call and where code cannot be isolated.
    """
    opened = Course.open(course)
    opened.require_assignment(assignment)
    plan = opened.plan(assignment)
    limits = opened.limits(assignment)
    files, in_process = frozenset(plan.files), limits.mode == IN_PROCESS
    findings = [
        finding
        for name, notebook in plan.notebooks.items()
        for finding in lint_notebook(name, notebook.source_cells, files, in_process=in_process)
    ]
    trial = _try(plan, opened, limits, jobs or os.cpu_count() or 1, progress)
    tests = sum(
        cell.kind == TEST for notebook in plan.notebooks.values() for cell in notebook.source_cells
    )
    return Advice(assignment, tests, trial.variants, _sorted(plan, findings + trial.findings))


def _try(
    plan: Plan, course: Course, limits: Limits, jobs: int, progress: Callable[[int, int], None]
) -> Trial:
    """Try the tests of every notebook whose source, with the solutions, is there."""
    source = course.source(plan.assignment)
    references = {
        name: nbformat.read(source / f"{name}.ipynb", as_version=4)
        for name in plan.notebooks
        if (source / f"{name}.ipynb").is_file()
    }
    pool = WarmPool()
    try:
        return try_tests(pool, plan, references, limits, jobs, progress)
    except TraitError as error:
        raise course.wrong_setting(error) from error
    except ConfinementError as error:
        raise CourseError(f"{error}; the command doctor shows what is missing") from error
    finally:
        pool.close()


def _sorted(plan: Plan, findings: list[Finding]) -> list[Finding]:
    """The findings in the order of the cells; of the same cell, as they were found."""
    places = {
        (name, cell.id): place
        for name, notebook in plan.notebooks.items()
        for place, cell in enumerate(notebook.source_cells)
    }
    names = list(plan.notebooks)
    return sorted(
        dict.fromkeys(findings),
        key=lambda each: (names.index(each.notebook), places.get((each.notebook, each.cell), -1)),
    )
