"""Folders and files of a course: read with caps, without following a learner's links."""

import errno
import fnmatch
import glob
import itertools
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from autograder.bounded import BoundedError, shared_worker
from autograder.errors import Unreadable
from autograder.reasons import read, reason
from autograder.text import printable

LARGEST_HANDED_IN = 50_000_000
"""Bytes of a notebook that is handed in."""

LARGEST_GRADED = 120_000_000
"""Bytes of a graded notebook; feedback and the report read no larger one.

Grading writes none: 50 MB may be handed in, and 12 MiB characters of at most four bytes come on top
as outputs (sandbox.supervisor.FULL_CELLS times Limits.output).
"""

LARGEST_FOLDER = 256 * 2**20
"""Bytes that the files of one folder may have together."""

MOST_FILES = 20_000
DEEPEST = 50
"""Caps on a folder that was handed in: how many files and folders, and how deep."""

LONGEST_PATH = 1000
"""Bytes of a path in it; the system's own limit is 4096, for the path of the course too."""

SCRAP_SECONDS = 3600
"""What a cut-off `replace_folder` left beside its folder is deleted when it is so old."""


FOLDER = os.O_RDONLY | os.O_DIRECTORY
"""Flags with which os.open opens a folder and nothing else."""


class NotRead(ValueError):
    """A folder or a file that is not read; `reason` says why, for each language."""

    def __init__(self, code: str, **values: object):
        self.reason = reason(code, **values)
        super().__init__(read(self.reason))


def read_files(folder: Path, ignored: list[str], links: bool = False) -> dict[str, bytes]:
    """The regular files of a folder by their path in it; none if there is no such folder.

    Links to files are followed only if `links` is true: an instructor can have some, while a
    learner's could lead anywhere.

    Raises NotRead for a folder that is too large, too full or too deep, and OSError.
    """
    try:
        top = os.open(folder, FOLDER if links else FOLDER | os.O_NOFOLLOW)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    try:
        found = Contents(largest=LARGEST_FOLDER)
        for entry in walk(top, ignored):
            if stat.S_ISREG(entry.status.st_mode) or (links and entry.is_link_to_a_file()):
                found.add(entry, links)
        return found.content
    finally:
        os.close(top)


def read_handed_in(top: int, ignored: list[str], largest: int | None = None) -> "Contents":
    """All files of an open folder that a learner made, or nothing.

    `largest` bounds what they have together, in bytes.

    Every entry must be a regular file or a folder, and of the account that owns the open folder: a
    hard link can lead to a file of another account.

    Raises NotRead.
    """
    status = os.fstat(top)
    found = Contents(owner=status.st_uid, largest=min(largest or LARGEST_FOLDER, LARGEST_FOLDER))
    try:
        for entry in walk(top, ignored):
            if len(os.fsencode(entry.path)) > LONGEST_PATH:
                raise NotRead("folder-path", file=f"{entry.path[:60]}…")
            if entry.status.st_uid != status.st_uid:
                raise NotRead("folder-foreign", file=entry.path)
            if stat.S_ISREG(entry.status.st_mode):
                found.add(entry)
            elif not stat.S_ISDIR(entry.status.st_mode):
                raise NotRead("folder-link", file=entry.path)
    except OSError as error:
        raise NotRead("folder-closed", file=error.filename, error=error.strerror) from error
    return found


@dataclass
class Contents:
    """Files by their path in a folder, with a bound on what they have together."""

    content: dict[str, bytes] = field(default_factory=dict)
    owner: int | None = None
    """The account that must own each file; None for any."""

    largest: int = LARGEST_FOLDER
    """Bytes that they may have together."""

    size: int = 0

    changed: float = 0.0
    """When the last of them was changed (ctime), seen after it was read."""

    def add(self, entry: "PathEntry", links: bool = False) -> None:
        """Read a file. Raises NotRead where there is another thing by now, and OSError."""
        flags = os.O_RDONLY | os.O_NONBLOCK | (0 if links else os.O_NOFOLLOW)
        try:
            descriptor = os.open(entry.name, flags, dir_fd=entry.parent)
        except OSError as error:
            raise OSError(error.errno, error.strerror, entry.path) from error
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise NotRead("folder-link", file=entry.path)
            if self.owner not in (None, status.st_uid):
                raise NotRead("folder-foreign", file=entry.path)
            content = file.read(self.largest - self.size + 1)
            self.changed = max(self.changed, os.fstat(descriptor).st_ctime)
        self.size += len(content)
        if self.size > self.largest:
            raise NotRead("folder-large", most=self.largest // 10**6)
        self.content[entry.path] = content


@dataclass(frozen=True)
class PathEntry:
    """A file or folder below an open folder: its path, and how its own folder leads to it."""

    path: str
    name: str
    parent: int
    status: os.stat_result

    def is_link_to_a_file(self) -> bool:
        """Whether this is a link that leads to a regular file."""
        if not stat.S_ISLNK(self.status.st_mode):
            return False
        try:
            return stat.S_ISREG(os.stat(self.name, dir_fd=self.parent).st_mode)
        except OSError:
            return False


def walk(top: int, ignored: list[str]) -> Iterator[PathEntry]:
    """What is in an open folder and below, without following a link at any step.

    Each folder is opened from the descriptor of the one above it (openat), so a learner who
    exchanges a folder for a link meanwhile leads nowhere. Folders come before what they hold.

    Raises NotRead for more entries or depth than the caps allow, and OSError with the entry's path.
    """
    count = 0
    above: list[tuple[int, str, list[str]]] = []
    try:
        above.append((os.dup(top), "", _names(top, "")))
        count += len(above[0][2])
        while above:
            parent, prefix, names = above[-1]
            if count > MOST_FILES:
                raise NotRead("folder-full", most=MOST_FILES)
            if not names:
                os.close(above.pop()[0])
                continue
            name = names.pop()
            if any(fnmatch.fnmatch(name, pattern) for pattern in ignored):
                continue
            path = prefix + name
            status = os.stat(name, dir_fd=parent, follow_symlinks=False)
            yield PathEntry(path, name, parent, status)
            if stat.S_ISDIR(status.st_mode):
                if len(above) == DEEPEST:
                    raise NotRead("folder-deep", most=DEEPEST)
                try:
                    folder = os.open(name, FOLDER | os.O_NOFOLLOW, dir_fd=parent)
                except OSError as error:
                    raise OSError(error.errno, error.strerror, path) from error
                above.append((folder, f"{path}/", []))
                above[-1][2].extend(_names(folder, path))
                count += len(above[-1][2])
    finally:
        for folder, _, _ in above:
            os.close(folder)


def _names(folder: int, path: str) -> list[str]:
    """The names in an open folder, the first last; one more than MOST_FILES at most."""
    try:
        with os.scandir(folder) as scanned:
            # A folder that is written to meanwhile can list a name twice.
            names = {each.name for each in itertools.islice(scanned, MOST_FILES + 1)}
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
    return sorted(names, reverse=True)


def replace_folder(folder: Path, files: Mapping[str, bytes], shared: bool = False) -> None:
    """Put files in place of a folder, whole or not at all; `shared` lets its group write.

    Raises OSError; the folder is then as it was. `bring_back` mends what a kill left.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".new-{folder.name}-"
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=prefix) as scratch:
        new, old = Path(scratch, "new"), Path(scratch, "old")
        new.mkdir()
        for name, content in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        if shared:
            for path in (folder.parent, new, *new.rglob("*")):
                path.chmod(path.stat().st_mode | (0o2770 if path.is_dir() else 0o660))
        if not folder.exists():
            new.rename(folder)
            return
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise


def bring_back(folder: Path) -> None:
    """Give a folder back that a killed `replace_folder` had moved aside, and delete old scraps."""
    for scrap in folder.parent.glob(f".new-{glob.escape(folder.name)}-*"):
        with suppress(OSError):
            if (scrap / "old").is_dir() and not folder.exists():
                (scrap / "old").rename(folder)
            if time.time() - scrap.stat().st_mtime > SCRAP_SECONDS:
                shutil.rmtree(scrap)


def require_copyable(folder: Path, ignored: list[str]) -> None:
    """Raise ValueError for a folder that `nbgrader autograde` cannot copy and read safely.

    nbgrader follows links to wherever they lead, does not come to the end of a pipe or a device,
    and parses notebooks and timestamp.txt in its own process, without a clock.
    """
    try:
        top = os.open(folder, FOLDER | os.O_NOFOLLOW)
    except FileNotFoundError:
        return
    try:
        size = 0
        for entry in walk(top, ignored):
            kind = entry.status.st_mode
            if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
                raise NotRead("folder-link", file=entry.path)
            size += entry.status.st_size
            if size > LARGEST_FOLDER:
                raise NotRead("folder-large", most=LARGEST_FOLDER // 10**6)
    finally:
        os.close(top)
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


def students_in(coursedir: CourseDirectory, step: str, assignment: str) -> set[str]:
    """The students who have a folder for the assignment at a step, such as "submitted"."""
    folders = glob.glob(coursedir.format_path(step, "*", glob.escape(assignment)))
    pattern = re.compile(
        coursedir.format_path(step, "(?P<student>[^/]+)", re.escape(assignment), escape=True)
    )
    matches = (pattern.fullmatch(folder) for folder in folders if os.path.isdir(folder))
    return {match["student"] for match in matches if match}


def read_at(folder: int, name: str, largest: int) -> bytes:
    """The first bytes of a file in an open folder. Raises OSError, also for no ordinary file."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    with os.fdopen(os.open(name, flags, dir_fd=folder), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), name)
        return file.read(largest)


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


def write_atomic(path: Path, content: bytes) -> None:
    """Write aside, then rename: a stop in between leaves the old file whole. Raises OSError."""
    descriptor, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(aside, 0o644)
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise


def fsync(*paths: Path) -> None:
    """Have the disk hold what was written into files, or which names a folder has."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
