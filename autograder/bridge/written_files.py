"""Files that a notebook writes, such as a table or a picture, on their way into autograded/.

nbgrader runs a notebook in the graded folder, so that they are there afterwards; a box ends with
all its files. The box says what its cells have written, and may lie: for the coordinator it is
bytes under names that are checked. Kept are data by their names only, a bounded number of bytes,
and never in place of what was handed in or given by the instructor.
"""

import os
import stat
import unicodedata
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from autograder.text import words

LARGEST = 16 * 2**20
MOST = 100
DEEPEST = 4
"""Caps: bytes together, number of files, parts of a path."""

MOST_SEEN = 2000
"""Files and folders that are looked at in a box."""

LONGEST_NAME = 100
LONGEST_ON_DISK = 250
"""Characters of a file's or a folder's name, and its bytes: no disk holds more than 255, and .txt
may be added."""

DATA = words(
    ".csv .tsv .txt .json .jsonl .geojson .md .yml .yaml .log .png .jpg .jpeg .gif .webp .pdf "
    ".xlsx .ods .parquet .feather .npy .npz .db .sqlite .dat .bin .wav"
)

ACTIVE = frozenset((".html", ".htm", ".svg", ".xml"))
"""A browser would run scripts in these with the rights of whoever looks at them: formgrader serves
the graded folder from the instructor's own server. They are kept with .txt added to their names."""

NEVER = frozenset(("timestamp.txt", "submission_secret.txt"))
NEVER_BEGIN = ("nbgrader_", "jupyter_")
"""Names that nbgrader or Jupyter act on."""


# In the learner's box


def collect(folder: str, given: Collection[str]) -> dict[str, bytes]:
    """The files in a folder that were not given to it, by path, within the caps."""
    found: dict[str, bytes] = {}
    waiting, seen, size = [""], 0, 0
    while waiting:
        below = waiting.pop()
        with suppress(OSError), os.scandir(os.path.join(folder, below)) as entries:
            for entry in entries:
                seen += 1
                if seen > MOST_SEEN or len(found) == MOST:
                    return found
                name = os.path.join(below, entry.name)
                if entry.is_dir(follow_symlinks=False):
                    waiting += [name] if _may_be_kept(name + "/x.csv") else []
                elif name not in given and _may_be_kept(name):
                    with suppress(OSError):
                        content = _read(os.path.join(folder, name), LARGEST - size)
                        found[name] = content
                        size += len(content)
    return found


def _read(path: str, largest: int) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode) or about.st_size > largest:
            raise OSError("not a regular file, or too large")
        return file.read(largest)


# In the coordinator


def kept(
    names: object, parts: Sequence[bytes | bytearray], given: Collection[str]
) -> dict[str, bytes]:
    """What is kept of the files that a box says its cells have written, by path.

    `given` are the files that were handed in or are the instructor's: none of them is replaced.
    """
    if not isinstance(names, list) or len(names) != len(parts) or len(names) > MOST:
        return {}
    if sum(map(len, parts)) > LARGEST:
        return {}
    taken = set(given)
    folders = {str(parent) for name in given for parent in PurePosixPath(name).parents}
    found: dict[str, bytes] = {}
    for name, content in zip(names, parts, strict=True):
        if not isinstance(name, str) or not _may_be_kept(name):
            continue
        path = PurePosixPath(name)
        if path.suffix.lower() in ACTIVE:
            path = path.with_name(f"{path.name}.txt")
        parents = {str(parent) for parent in path.parents}
        if str(path) in taken | folders or parents & taken:
            continue
        taken.add(str(path))
        folders |= parents
        found[str(path)] = bytes(content)
    return found


def _may_be_kept(name: str) -> bool:
    """Whether a path leads to a data file in the folder, and to nothing that anybody acts on."""
    parts = name.split("/")
    return (
        len(parts) <= DEEPEST
        and all(map(_is_plain, parts))
        and not any(map(_is_acted_on, parts))
        and PurePosixPath(name).suffix.lower() in DATA | ACTIVE
    )


def _is_acted_on(part: str) -> bool:
    """Whether nbgrader or Jupyter act on a file of this name, so that no folder may have it either.

    A folder in the place of the graded notebook would keep that from being written.
    """
    name = part.lower()
    return name in NEVER or name.startswith(NEVER_BEGIN) or name.endswith(".ipynb")


def _is_plain(part: str) -> bool:
    return (
        0 < len(part) <= LONGEST_NAME
        and len(part.encode(errors="replace")) <= LONGEST_ON_DISK
        and not part.startswith((".", "__"))
        and part.strip() == part
        and not any(unicodedata.category(each)[0] in "CZ" and each != " " for each in part)
        and "\\" not in part
        and ":" not in part
    )
