"""Copy files that a notebook writes, such as a table or a picture, into autograded/.

nbgrader runs a notebook in the graded folder, so that the files are there afterwards; when a box
ends, its files are gone. So the box reports what its cells have written, and it can lie: the
coordinator checks every name and treats the content as bytes. It keeps only files whose names say
that they are data, up to a number of bytes, and none that would replace a file of the submission
or of the instructor.
"""

import os
import stat
import unicodedata
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from autograder.text import words

LARGEST_WRITTEN = 16 * 2**20
"""Bytes of all files together."""

MOST = 100
"""Files."""

DEEPEST = 4
"""Parts of a path."""

MOST_SEEN = 2000
"""Files and folders that are visited in a box."""

LONGEST_NAME = 100
"""Characters of the name of a file or folder."""

LONGEST_ON_DISK = 250
"""Bytes of the name of a file or folder: file systems take 255 at most, and .txt can be added."""

DATA = words(
    ".csv .tsv .txt .json .jsonl .geojson .md .yml .yaml .log .png .jpg .jpeg .gif .webp .pdf "
    ".xlsx .ods .parquet .feather .npy .npz .db .sqlite .dat .bin .wav"
)

"""Suffixes of data files."""

ACTIVE = frozenset((".html", ".htm", ".svg", ".xml"))
"""Suffixes of files that may hold scripts. formgrader serves the graded folder from the server of
the instructor, and a browser would run these scripts with the instructor's rights. Such a file is
kept with .txt added to its name."""

NEVER = frozenset(("timestamp.txt", "submission_secret.txt"))
"""Names of files that nbgrader reads."""

NEVER_BEGIN = ("nbgrader_", "jupyter_")
"""How the names of files begin that nbgrader or Jupyter read as configuration."""


# In the learner's box


def collect(folder: str, given: Collection[str]) -> dict[str, bytes]:
    """The content of the files in a folder by path, within the caps, without the `given` paths."""
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
                        content = _read(os.path.join(folder, name), LARGEST_WRITTEN - size)
                        found[name] = content
                        size += len(content)
    return found


def _read(path: str, largest: int) -> bytes:
    """The content of a regular file. Raises OSError for any other, and for a larger one."""
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
    """Choose the files to keep of those that a box says its cells have written.

    Parameters
    ----------
    names : object
        The paths, a list if the box is honest.
    parts : sequence of bytes
        Their content.
    given : collection of str
        Paths of the files that were handed in or are the instructor's: none is replaced.

    Returns
    -------
    dict of str to bytes
        Content by the path under which it is to be kept; empty if a cap is exceeded.
    """
    if not isinstance(names, list) or len(names) != len(parts) or len(names) > MOST:
        return {}
    if sum(map(len, parts)) > LARGEST_WRITTEN:
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
    """Whether a path leads to a data file in the folder that no program reads by its name."""
    parts = name.split("/")
    return (
        len(parts) <= DEEPEST
        and all(map(_is_plain, parts))
        and not any(map(_is_acted_on, parts))
        and PurePosixPath(name).suffix.lower() in DATA | ACTIVE
    )


def _is_acted_on(part: str) -> bool:
    """Whether nbgrader or Jupyter read files of this name.

    No folder gets such a name either: one with the name of the graded notebook would prevent that
    from being written.
    """
    name = part.lower()
    return name in NEVER or name.startswith(NEVER_BEGIN) or name.endswith(".ipynb")


def _is_plain(part: str) -> bool:
    """Whether the name of a file or folder is short, visible, and the same on every system."""
    return (
        0 < len(part) <= LONGEST_NAME
        and len(part.encode(errors="replace")) <= LONGEST_ON_DISK
        and not part.startswith((".", "__"))
        and part.strip() == part
        and not any(unicodedata.category(each)[0] in "CZ" and each != " " for each in part)
        and "\\" not in part
        and ":" not in part
    )
