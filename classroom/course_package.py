"""What this course adds to the grader: `ai4gov` in the entry points `autograder.course`."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.course_package import CoursePackage, Library
from autograder.messages import CellRan


class Ai4govPackage(CoursePackage):
    """The course's modules, its languages, and what its `check` needs to know of cells.

    `course` is imported in the methods: the process from which boxes are forked loads this module,
    and each box has to share what is loaded there.
    """

    libraries: Mapping[str, Library] = {
        "course": Library(("course",), ("course.checking.notebook_check",)),
        "dossier": Library(("dossier",), ("course.dossier",)),
    }

    has_checks = True

    def readable(self) -> Sequence[Path]:
        """The package `course`, its data, and this package."""
        from course import places

        return (places.PACKAGE, places.datasets(), Path(__file__).resolve().parent)

    def environment(self, metadata: Mapping[str, Any], assignment: str) -> Mapping[str, str]:
        """The language of the notebook, and the assignment, for `check`."""
        from course.language import LANGUAGES, SOURCE

        lang = metadata.get("ai4gov", {}).get("language", SOURCE)
        return {
            "AI4GOV_LANG": lang if lang in LANGUAGES else SOURCE,
            "AI4GOV_ASSIGNMENT": assignment,
        }

    def checks_are_in(self, folder: str) -> None:
        """Tell `check` where checks.py and hidden_checks.py are."""
        from course.checking.notebook_check import GRADER_FOLDER

        os.environ[GRADER_FOLDER] = folder

    def examining(self) -> None:
        """Have the record of cells wait for `learner_ran`."""
        from course.notebook import cell_runs

        cell_runs.leave_to_grader()

    def learner_ran(self, cell: CellRan) -> None:
        """Record a cell, so that `check` judges no value of an older run."""
        from course.notebook import cell_runs

        failure = cell_runs.Failure(cell.error, cell.said, cell.source) if cell.error else None
        cell_runs.runs.record(cell.source, failure, cell.cell)

    def shell_made(self) -> None:
        """Watch the shell, where `check` was imported before there was one."""
        if "course.checking.notebook_check" in sys.modules:
            sys.modules["course.checking.notebook_check"].watch()


PACKAGE = Ai4govPackage()
