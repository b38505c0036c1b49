"""The projects of a class, read from the hand-ins of the last checkpoint in `submitted/`.

What is in a hand-in comes from learners: links, devices and huge files are refused, and the files
are parsed in worker processes (see rendering).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from autograder.bounded import BoundedError, BoundedWorker, Failed
from autograder.errors import Unreadable
from autograder.files import linked_part
from autograder.grading.course import Course
from classroom.hub.groups import is_copy, time_of
from classroom.hub.roster import roster_of
from classroom.project.rendering import PRELOAD
from course.project.names import CHECKPOINTS, FOLDER
from course.project.project_files import FILES, Files, InFolder, ProjectError, refuse_folder

LAST = CHECKPOINTS[-1]
"""The assignment with which a whole project is handed in."""

SECONDS = 30.0
"""CPU seconds for reading or rendering one project."""


@dataclass(frozen=True)
class HandIn:
    """One project, and who handed it in.

    `owner` stays the same when the project is handed in again: the group of the class list, or the
    login of a learner without one. `digest` has 16 characters that change with the files.
    """

    owner: str
    learners: tuple[str, ...]
    folder: Path
    digest: str


@dataclass(frozen=True)
class LeftOut:
    """A hand-in that cannot be shown, or a page of it, and why."""

    learners: tuple[str, ...]
    reason: str

    def __str__(self) -> str:
        return f"{', '.join(self.learners)}: {self.reason}"


@dataclass
class ClassProjects:
    """The projects of a class."""

    hand_ins: list[HandIn] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def read_hand_ins(course: Course) -> ClassProjects:
    """The project of each group and of each learner without a group; nothing is parsed.

    Of a group, the newest hand-in counts: its older ones, and the copies of it that `collect`
    makes, are no projects of their own. Hand-ins with the same files count once.
    """
    found = ClassProjects()
    by_files: dict[str, HandIn] = {}
    for owner, learners in _owners(course):
        chosen = max(learners, key=lambda each: _order(course, each))
        try:
            folder = _folder(course, chosen)
            digest = _digest(_texts(folder))
        except Unreadable as error:
            found.left_out.append(LeftOut((chosen,), str(error)))
            continue
        made = HandIn(owner, tuple(learners), folder, digest)
        if same := by_files.get(digest):
            made = replace(same, learners=(*same.learners, *learners))
        by_files[digest] = made
    found.hand_ins = list(by_files.values())
    return found


class Reader:
    """Calls the functions of `rendering` in a worker process; to be used as a context manager."""

    def __enter__(self) -> "Reader":
        self._worker = BoundedWorker(preload=PRELOAD)
        return self

    def __exit__(self, *_: object) -> None:
        self._worker.close()

    def call(self, function: str, hand_in: HandIn, *values: Any) -> Any:
        """What a function of `rendering` returns for a project. Raises Unreadable."""
        try:
            name = f"classroom.project.rendering:{function}"
            # Read again each time, so that a large class does not fill the memory.
            return self._worker.call(name, _texts(hand_in.folder), *values, seconds=SECONDS)
        except BoundedError as error:
            told = str(error)
            if isinstance(error, Failed) and error.kind == Unreadable.__name__:
                told = told.removeprefix(f"{error.kind}: ")
            raise Unreadable(told) from None


def _owners(course: Course) -> Iterator[tuple[str, list[str]]]:
    """The owner of each project, with the learners of this owner who handed it in."""
    groups = {each.id: each.group for each in roster_of(course.root) if each.group}
    owners: dict[str, list[str]] = {}
    for student in sorted(course.students_who_handed_in(LAST)):
        group = groups.get(student)
        # No login has a colon: see the class list.
        owners.setdefault(f"group:{group}" if group else student, []).append(student)
    yield from owners.items()


def _order(course: Course, student: str) -> tuple[str, bool, str]:
    """The newest is the largest, and a hand-in is larger than its copies."""
    folder = course.submitted(student, LAST)
    return time_of(folder), not is_copy(folder), student


def _folder(course: Course, student: str) -> Path:
    """The folder of a student's project. Raises Unreadable for a link on the way to it."""
    link = linked_part(course.folders, course.folders.submitted_directory, student, LAST)
    if link:
        raise Unreadable(f"{link} is a link, so it is not read")
    return course.submitted(student, LAST) / FOLDER


def _texts(folder: Path) -> dict[str, str]:
    """The texts of a project's files. Raises Unreadable for what is refused, used or not."""
    try:
        refuse_folder(folder)
        if not folder.is_dir():
            raise Unreadable(f"the hand-in has no folder {FOLDER}")
        files = Files(InFolder(folder))
        for name in FILES:
            files.content(name)
        return files.texts()
    except (ProjectError, OSError) as error:
        raise Unreadable(str(error)) from None


def _digest(texts: dict[str, str]) -> str:
    written = json.dumps(texts, sort_keys=True).encode("utf-8", "replace")
    return hashlib.sha256(written).hexdigest()[:16]
