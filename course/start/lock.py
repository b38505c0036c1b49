"""An interprocess lock on a file that several processes read, change and write."""

import errno
import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
elif sys.platform != "emscripten":
    import fcntl

SECONDS = 10.0
"""How long one process waits for the others."""

LONGEST_PAUSE = 0.01
"""Seconds between two tries; they are random, so that no process is always too late."""

HELD = (errno.EAGAIN, errno.EACCES)
"""What flock and msvcrt say while another process has the lock."""


@contextmanager
def locked(path: Path, seconds: float = SECONDS) -> Iterator[None]:
    """Hold the lock of a file, which lies beside it as `.NAME.lock` and stays there.

    The system gives a lock back when its process ends, also when it is killed. Where no lock can
    be had at all (a file system without locks, a folder that cannot be written), nothing is
    locked. Raises TimeoutError while another process holds it for more than `seconds`.
    """
    try:
        descriptor = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        yield
        return
    try:
        has_it = _wait(descriptor, time.monotonic() + seconds)
        try:
            yield
        finally:
            if has_it:
                # Closing alone would leave it to a process that was forked meanwhile.
                _unlock(descriptor)
    finally:
        os.close(descriptor)


def _wait(descriptor: int, until: float) -> bool:
    """Whether the lock was taken; False where there are no locks. Raises TimeoutError."""
    while True:
        try:
            _lock(descriptor)
            return True
        except OSError as error:
            if error.errno not in HELD:
                return False
            if time.monotonic() > until:
                raise TimeoutError from None
            time.sleep(random.uniform(0, LONGEST_PAUSE))


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

elif sys.platform == "emscripten":
    # Python in a browser has neither, and one process only.

    def _lock(descriptor: int) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    def _unlock(descriptor: int) -> None:
        pass

else:

    def _lock(descriptor: int) -> None:
        # On NFS, Linux turns flock into a lock of the server: it needs a file open for writing.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
