"""Results of earlier builds, so that a build makes only what has changed.

A result is taken from the cache only if nothing that it was made from has changed: its key is a
digest of the content of the target's inputs, of the code of the package `course` (all of it for
the build, the modules that it imports for a lesson of the site), of the versions of Python and of
every installed package. Neither times nor sizes of files count.

A stale file of the release cannot hide behind the cache, since the build compares the content of
every file with the result in either case. In CI, `ai4gov build --check` does not use the cache at
all: it makes everything from the sources.
"""

import dataclasses
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from course import places
from course.files import write_atomic
from course.publishing import Breach, Built

FORMAT = 1
"""To be raised when the files of the cache change their form."""


class Cache:
    """The results in one folder, a file for each target."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._new: dict[str, str] = {}

    def get(self, target: str, key: str) -> Built | None:
        """What was made of a target, if it was made with the same key; None otherwise."""
        try:
            stored = json.loads(self._path(target).read_text(encoding="utf-8"))
            if stored["key"] != key or stored["digest"] != _digest_of(stored["built"]):
                return None
            return _built(stored["built"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, target: str, key: str, built: Built) -> None:
        """Keep what was made of a target until `save`."""
        content = dataclasses.asdict(built)
        stored = {"key": key, "digest": _digest_of(content), "built": content}
        self._new[target] = json.dumps(stored, ensure_ascii=False)

    def save(self) -> None:
        """Write the new results. A folder that cannot be written only makes later builds slower."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            for target, text in self._new.items():
                write_atomic(self._path(target), text)

    def _path(self, target: str) -> Path:
        return self.folder / f"{target.replace('/', '-')}.json"


def _digest_of(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _built(stored: dict[str, Any]) -> Built:
    coverage = {
        lang: {name: (done, total) for name, (done, total) in counts.items()}
        for lang, counts in stored["coverage"].items()
    }
    breaches = [Breach(**breach) for breach in stored["breaches"]]
    return Built(stored["files"], coverage, breaches)


def key_of(
    root: Path, inputs: Iterable[Path], facts: Iterable[str] = (), *, whole_package: bool = True
) -> str:
    """The digest of files and of the files in folders, of `facts`, and of what runs the build.

    A file that is missing counts too: its appearance changes the digest. Without `whole_package`,
    only the code that is among the inputs counts.
    """
    digest = hashlib.sha256(f"{FORMAT} {_installed()}".encode())
    if whole_package:
        _add(digest, _package().encode())
    for fact in facts:
        _add(digest, fact.encode())
    for path in inputs:
        for file in _files(path):
            _add(digest, file.relative_to(root).as_posix().encode())
            _add(digest, file.read_bytes() if file.is_file() else b"")
            digest.update(b"file" if file.is_file() else b"missing")
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", data: bytes) -> None:
    """Add data with its length, so that two inputs are never taken for one."""
    digest.update(f"{len(data)} ".encode() + data)


def _files(path: Path) -> Iterator[Path]:
    """A file, there or not; or the files in a folder, without bytecode and checkpoints."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path).parts
        if file.is_file() and not any(part.startswith((".", "__pycache__")) for part in inside):
            yield file


@lru_cache
def _installed() -> str:
    """A digest of Python's version and of those of all packages.

    An installed package's version is part of the name of its .dist-info folder, which is much
    faster to read than its metadata.
    """
    digest = hashlib.sha256(sys.version.encode())
    for folder in dict.fromkeys(sys.path):
        for path in sorted(Path(folder or ".").glob("*.dist-info")):
            _add(digest, path.name.encode())
    return digest.hexdigest()


@lru_cache
def _package() -> str:
    """A digest of the package's code."""
    digest = hashlib.sha256()
    for file in sorted(places.PACKAGE.rglob("*")):
        if file.suffix in (".py", ".mplstyle"):
            _add(digest, file.relative_to(places.PACKAGE).as_posix().encode())
            _add(digest, file.read_bytes())
    return digest.hexdigest()
