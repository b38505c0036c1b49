"""Files written whole or not at all, and files of a learner read without following a link."""

import errno
import os
import stat
import tempfile
import time
from pathlib import Path
from typing import IO

from course.language import GENERAL, Translator

READ_FLAGS = ("O_RDONLY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
"""Flags of os.open; Windows has only the first and the last, other systems all but the last."""

PATIENCE = 2.0
"""Seconds that a write waits, on Windows, for a program that has the old file open."""


class NotPlainError(OSError):
    """A link, a device, a pipe or a folder is in place of an ordinary file."""


def open_plain(path: Path) -> IO[bytes]:
    """Open an ordinary file to read it.

    A link is not followed, and a pipe or a device is not waited for. Raises OSError, of which
    NotPlainError is one.
    """
    # Without O_NOFOLLOW, os.open follows a link: it is looked for before.
    if not hasattr(os, "O_NOFOLLOW") and path.is_symlink():
        raise NotPlainError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    flags = 0
    for name in READ_FLAGS:
        flags |= getattr(os, name, 0)
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise NotPlainError(error.errno, error.strerror, str(path)) from None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotPlainError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return os.fdopen(descriptor, "rb")


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
        _replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise


def _replace(aside: str, path: Path) -> None:
    """os.replace; on Windows, wait while another program has the old file open.

    Only there os.replace raises PermissionError for that: OneDrive, an antivirus program or a
    reader holds a file for some tenths of a second. Raises PermissionError in the learner's words.
    """
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            os.replace(aside, path)
            return
        except PermissionError as error:
            is_protected = path.exists() and not os.access(path, os.W_OK)
            if os.name != "nt" or path.is_dir() or is_protected:
                raise
            if time.monotonic() > give_up:
                t = Translator(GENERAL)
                reason = t("another program has the file open; close it there, then try again")
                raise PermissionError(error.errno, reason, str(path)) from None
        time.sleep(0.05)


def fsync(*paths: Path) -> None:
    """Have the disk hold what was written into files, or which names a folder has (on Linux)."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
