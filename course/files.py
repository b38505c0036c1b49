"""Files written whole or not at all, which outlast a power cut once they are written."""

import os
import tempfile
from pathlib import Path


def write_atomic(path: Path, content: str | bytes, mode: int = 0o644) -> None:
    """Write aside, then rename: a stop in between leaves the old file whole, and no scraps.

    Nobody but the owner can read the file before it has its `mode`. The folder must exist. Raises
    OSError, also when a folder has the file's name.
    """
    data = content.encode() if isinstance(content, str) else content
    descriptor, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            # Before the new name: a power cut could leave an empty file in place of the old one.
            file.flush()
            os.fsync(file.fileno())
        os.chmod(aside, mode)
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise


def fsync(*paths: Path) -> None:
    """Have the disk hold what was written into files, or which names a folder has (on Linux)."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
