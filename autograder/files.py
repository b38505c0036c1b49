"""Folders and files of a course: read with caps, without following a learner's links."""

import fnmatch
import glob
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from autograder.bounded import BoundedError, shared_worker
from autograder.errors import Unreadable
from autograder.text import printable

LARGEST_HANDED_IN = 50_000_000
"""Bytes of a notebook that is handed in."""

LARGEST_GRADED = 120_000_000
"""Bytes of a graded notebook; feedback and the report read no larger one.

Grading writes none: 50 MB may be handed in, and 12 MiB characters of at most four bytes come on top
as outputs (sandbox.supervisor.FULL_CELLS times Limits.output).
"""

LARGEST = 256 * 2**20
"""Bytes that the files of one folder may have together."""


MOST_FILES = 20_000
DEEPEST = 50
"""Caps on a folder that was handed in: how many files and folders, and how deep."""


def read_files(folder: Path, ignored: list[str], links: bool = False) -> dict[str, bytes]:
    """The regular files of a folder by their path in it.

    Links to files are followed only if `links` is true: an instructor can have some, while a
    learner's could lead anywhere.

    Raises ValueError for a folder that is too large, too full or too deep.
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


def require_copyable(folder: Path, ignored: list[str]) -> None:
    """Raise ValueError for a folder that `nbgrader autograde` cannot copy and read safely.

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
    largest = LARGEST_HANDED_IN if path.suffix == ".ipynb" else LONGEST_TIMESTAMP
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
    """Raise ValueError for a student whose folder name is not UTF-8: no gradebook can store it."""
    try:
        student.encode()
    except UnicodeEncodeError:
        raise ValueError(
            f"the folder {printable(student)} has a name that is not UTF-8: rename it"
        ) from None


def linked_part(coursedir: CourseDirectory, step: str, student: str, assignment: str) -> str:
    """The link by which a submission's folder is reached, if it is not the student's own folder.

    Empty if there is none. Links above the students' folders are the instructor's own.
    """
    folder = Path(coursedir.format_path(step, student, assignment))
    other = Path(coursedir.format_path(step, f"{student}-", assignment))
    shared = Path(os.path.commonpath([folder, other]))
    for path in reversed([folder, *folder.parents]):
        if path != shared and path.is_relative_to(shared) and path.is_symlink():
            return str(path)
    return ""


def _walk(folder: Path, ignored: list[str]) -> Iterator[Path]:
    """The entries of a folder and of those below it; links to folders are not followed.

    No entries if there is no such folder. Raises ValueError for one beyond the caps.
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


def students_in(coursedir: CourseDirectory, step: str, assignment: str) -> set[str]:
    """The students who have a folder for the assignment at a step, such as "submitted"."""
    folders = glob.glob(coursedir.format_path(step, "*", glob.escape(assignment)))
    pattern = re.compile(
        coursedir.format_path(step, "(?P<student>[^/]+)", re.escape(assignment), escape=True)
    )
    matches = (pattern.fullmatch(folder) for folder in folders if os.path.isdir(folder))
    return {match["student"] for match in matches if match}


def read_plain(path: Path, largest: int) -> bytes:
    """The content of an ordinary file. Raises Unreadable for a link, a pipe, or too much."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if path.is_symlink():
            raise Unreadable(f"{path.name} is a link to another file") from error
        raise
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable(f"{path.name} is not an ordinary file")
        if found.st_size > largest:
            raise Unreadable(f"{path.name} is too large ({found.st_size / 1e6:.0f} MB)")
        return file.read()
