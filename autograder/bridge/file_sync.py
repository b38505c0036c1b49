"""Copy data files between the learner's folder and the examiner's, so that tests can read them.

Only files whose names say that they are data cross, never one that Python would import, and never
one that was in the folder at the start: those are the instructor's.
"""

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress

from autograder.records import HOME
from autograder.text import words

DATA = words(
    ".csv .tsv .txt .json .jsonl .md .html .xml .yml .yaml .log .png .jpg .jpeg .svg .pdf "
    ".xlsx .parquet .npy .npz .db .sqlite .dat .bin .wav .geojson"
)
"""Suffixes of data files."""

LARGEST_SYNCED = 16 * 2**20
"""Bytes of the files of one message."""

MOST = 200
"""Files of one message."""

DEEPEST = 3
"""Parts of a path."""

TEMPORARY = "/tmp/"
"""Where a process with its own root makes temporary files. They cross under their whole path."""


class Folder:
    """The working folder of a process, and which of its files the other side has.

    Attributes
    ----------
    path : str
    has_temporary : bool
        Temporary files cross too.
    known : dict
        The data files that both sides have, as `_look` describes them.
    own : set of str
        Paths of the files that were there at the start, which are never replaced.
    """

    def __init__(self) -> None:
        self.path = os.getcwd()
        # Without a root of its own the box shares /tmp with others.
        self.has_temporary = self.path == HOME
        self.known = self._look()
        self.own = set(self._look(most=sys.maxsize))

    def _look(
        self, folder: str = "", depth: int = 1, most: int = MOST
    ) -> dict[str, tuple[int, int]]:
        """The data files by their path in the folder: time of last change (ns), and bytes."""
        found: dict[str, tuple[int, int]] = {}
        with suppress(OSError), os.scandir(os.path.join(self.path, folder)) as entries:
            for entry in entries:
                name = os.path.join(folder, entry.name)
                if entry.is_dir(follow_symlinks=False):
                    if depth < DEEPEST and self._may_cross(name + "/x.csv"):
                        found |= self._look(name, depth + 1, most)
                elif self._may_cross(name) and entry.is_file(follow_symlinks=False):
                    about = entry.stat(follow_symlinks=False)
                    found[name] = (about.st_mtime_ns, about.st_size)
                if len(found) > most:
                    break
        if not folder and self.has_temporary:
            found |= self._look_for_temporary()
        return found

    def _look_for_temporary(self) -> dict[str, tuple[int, int]]:
        """What `tempfile` has made, with a slash after a folder, which crosses even if empty."""
        found: dict[str, tuple[int, int]] = {}
        with suppress(OSError), os.scandir(TEMPORARY) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if is_temporary(entry.path + "/"):
                        found[entry.path + "/"] = (0, 0)
                        found |= self._look(entry.path, 2)
                elif is_temporary(entry.path) and entry.is_file(follow_symlinks=False):
                    about = entry.stat(follow_symlinks=False)
                    found[entry.path] = (about.st_mtime_ns, about.st_size)
                if len(found) > MOST:
                    break
        return found

    def has_changed(self) -> bool:
        """Whether a data file is new, changed or gone since the other side was last told."""
        return self._look() != self.known

    def changed(self) -> dict[str, bytes | None]:
        """New and changed files with their content, and removed ones with None."""
        before, self.known = self.known, self._look()
        gone = [name for name in before if name not in self.known and name not in self.own]
        found: dict[str, bytes | None] = dict.fromkeys(gone)
        size = 0
        for name, about in self.known.items():
            size += about[1]
            if before.get(name) != about and name not in self.own and size <= LARGEST_SYNCED:
                with suppress(OSError):
                    path = os.path.join(self.path, name)
                    found[name] = b"" if name.endswith("/") else _read(path)
        return found

    def _remove(self, name: str) -> None:
        if self._may_cross(name) and not name.endswith("/"):
            with suppress(OSError):
                os.unlink(os.path.join(self.path, name))

    def _may_cross(self, name: str) -> bool:
        return is_data(name) or (self.has_temporary and is_temporary(name))

    def store(self, files: object) -> None:
        """Write the other side's files, except those that are no data or were here at the start."""
        if not isinstance(files, Mapping):
            return
        for name, data in list(files.items())[:MOST]:
            if type(name) is not str or name in self.own or type(data) not in (bytes, type(None)):
                continue
            if data is None:
                self._remove(name)
                continue
            if self._may_cross(name):
                path = os.path.join(self.path, name)
                with suppress(OSError):
                    os.makedirs(os.path.dirname(path), exist_ok=True)
                    if name.endswith("/"):
                        continue
                    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
                    with os.fdopen(os.open(path, flags, 0o644), "wb") as file:
                        file.write(data)
        self.known = self._look()


def is_data(name: str) -> bool:
    """Whether a path leads to a data file in the folder, and through nothing hidden."""
    parts = name.split("/")
    return (
        len(parts) <= DEEPEST
        and all(part and part[0] not in "._" and "\0" not in part for part in parts)
        and os.path.splitext(name)[1].lower() in DATA
    )


def is_temporary(name: str) -> bool:
    """Whether `tempfile` gave a path its name: a folder, a file without suffix, or a data file."""
    if not name.startswith(TEMPORARY + "tmp"):
        return False
    within = name.removeprefix(TEMPORARY).removesuffix("/")
    return is_data(within if os.path.splitext(within)[1] else within + ".txt")


def _read(path: str) -> bytes:
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("no ordinary file")
        return file.read(LARGEST_SYNCED)
