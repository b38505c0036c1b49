"""The files of a box: those that stay open, those it may read, and where it may write."""

import ctypes
import os
import stat
import struct
from contextlib import suppress

from autograder.errors import ConfinementError
from autograder.linux.landlock import LANDLOCK_CREATE, LANDLOCK_RESTRICT, _allow, _landlock_version
from autograder.linux.libc import _system_call
from autograder.records import HOME, reaches
from autograder.sandbox.box import Box
from autograder.sandbox.view import DEVICES, MODULES, View

READ = 1 << 0 | 1 << 2 | 1 << 3  # execute, read a file, read a folder
READ_FOLDER = 1 << 3


def _require_readable(path: str) -> None:
    needed = os.R_OK if path.endswith(MODULES) else os.R_OK | os.X_OK
    if os.path.exists(path) and not os.access(path, needed):
        raise ConfinementError(
            f"{path} cannot be read by the user without rights that a box has; "
            "use a Python that everybody can read"
        )


def _own_files(keep: frozenset[int]) -> None:
    """Close the files of the warm process, or open them anew: all boxes share their offsets.

    A library that keeps a file open, as matplotlib does with its fonts, goes on reading it.
    """
    for number in sorted(map(int, os.listdir("/proc/self/fd"))):
        if number <= 2 or number in keep:
            continue
        with suppress(OSError):
            if not stat.S_ISREG(os.fstat(number).st_mode) or not _reopened(number):
                os.close(number)


def _reopened(number: int) -> bool:
    """Give a file a description of its own, at the same place in the file."""
    try:
        own = os.open(f"/proc/self/fd/{number}", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    os.lseek(own, os.lseek(number, 0, os.SEEK_CUR), os.SEEK_SET)
    os.dup2(own, number, inheritable=False)
    os.close(own)
    return True


def _no_tmp(scratch: str) -> None:
    """Where /tmp is everybody's, what would go there goes into the scratch folder."""
    for name, value in os.environ.items():
        if value.startswith("/tmp"):
            os.environ[name] = scratch + value.removeprefix("/tmp")
    os.environ["TMPDIR"] = scratch


def _restrict_files(box: Box, view: View) -> None:
    """Everything is refused but reading what a box may read, and writing its scratch folder."""
    version = _landlock_version()
    rights = {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)
    every = (1 << rights) - 1
    network = 3 if version >= 4 else 0  # bind and connect, TCP
    scope = 3 if version >= 6 else 0  # abstract sockets, signals
    rules = struct.pack("QQQ", every, network, scope)
    rules = rules[: 8 if version < 4 else 16 if version < 6 else 24]
    size = ctypes.c_size_t(len(rules))
    handle = _system_call("Landlock", LANDLOCK_CREATE, rules, size, 0)
    own = reaches(box.level, "namespaces")
    written = [HOME, "/tmp", "/dev/shm"] if own else [box.scratch]
    read = [path for path, is_shown in view if is_shown]
    read += [f"/dev/{name}" for name in DEVICES]
    read += ["/etc", "/proc"] if own else ["/proc/self", "/proc/cpuinfo", "/proc/meminfo"]
    allowed = [(path, READ) for path in read] + [(path, every) for path in written]
    allowed.append(("/dev/null", 1 << 1 | 1 << 2))
    if own:
        # Python looks for modules in folders of which some parts are shown.
        allowed.append(("/", READ_FOLDER))
    for path, access in allowed:
        _allow(handle, path, access & every)
    _system_call("Landlock", LANDLOCK_RESTRICT, handle, 0)
    os.close(handle)
