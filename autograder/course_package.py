"""What the package of a course adds to the grader, found by an entry point of `autograder.course`.

Without one, the grader knows of no course: it speaks English, and adds no library of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from autograder.messages import CellRan

GROUP = "autograder.course"
"""The group of entry points in which a package names an object like `CoursePackage`."""


@dataclass(frozen=True)
class Library:
    """A library that is warm only where notebooks name it.

    A cell that uses the library, directly or through another one, contains one of `words`. `load`
    imports `modules`, and `use` calls `first_use`. `failures` returns functions that raise common
    errors of the library, for `trace_errors`.
    """

    words: tuple[str, ...]
    modules: tuple[str, ...]
    first_use: Callable[[], None] | None = None
    failures: Callable[[], list[Callable[[], object]]] | None = None


class CoursePackage:
    """The defaults: nothing is added."""

    libraries: Mapping[str, Library] = {}
    """More libraries that are warm where notebooks name them, by name."""

    has_checks = False
    """Whether the package uses the folder of checks that `c.Execute.checks_directory` names."""

    def readable(self) -> Sequence[Path]:
        """Folders that learners' code may read, besides what Python has installed."""
        return ()

    def environment(self, metadata: Mapping[str, Any], assignment: str) -> Mapping[str, str]:
        """Environment variables of both boxes, by the notebook's metadata and the assignment."""
        return {}

    def checks_are_in(self, folder: str) -> None:
        """Called in the examiner's process, whose folder holds the checks of the assignment."""

    def examining(self) -> None:
        """Called in the examiner's process, before it runs anything."""

    def learner_ran(self, cell: CellRan) -> None:
        """Called in the examiner's process after each cell that the learner's process has run."""

    def shell_made(self) -> None:
        """Called in a process of the sandbox that has its shell, and has run no cell."""


@cache
def course_package() -> CoursePackage:
    """The package that is installed beside the grader; the defaults where there is none.

    Of several, the first by name counts.
    """
    for found in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        package: CoursePackage = found.load()
        return package
    return CoursePackage()
