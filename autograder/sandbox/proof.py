"""The proof that a box makes of itself: it tries what must be impossible in it."""

import mmap
import os
import resource
import socket
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress

from autograder.errors import ConfinementError
from autograder.linux import capabilities, libc, pseudofs
from autograder.linux.namespaces import NEWUSER
from autograder.records import HOME, reaches
from autograder.sandbox.box import Box
from autograder.sandbox.box_limits import RESERVED
from autograder.sandbox.view import View, is_in


def prove(box: Box, view: View, keep: frozenset[int]) -> None:
    """Try, inside a box, what its level must make impossible. Raises ConfinementError if it works.

    This finds a step that reported success and had no effect, before any learner's code runs.
    `keep` holds the descriptors that may be open besides 0, 1 and 2.
    """
    ways: list[tuple[str, str, Callable[[], bool]]] = [
        ("limits", "new privileges", capabilities.lacks_no_new_privs),
        ("limits", "more memory than its bound", lambda: _works(mmap.mmap, *_too_much(box))),
        ("limits", "open files that are not its own", lambda: _has_other_files(keep)),
        ("landlock", "the network", lambda: _works(socket.socket, socket.AF_INET)),
        ("landlock", "new namespaces", lambda: libc.succeeds("unshare", NEWUSER)),
        # Without Landlock everybody can open this device for writing, at either level.
        ("landlock", "what is not its own", lambda: _works(os.open, "/dev/zero", os.O_WRONLY)),
        ("landlock", "other processes", lambda: _works(os.kill, os.getppid() or -1, 0)),
        ("namespaces", "other processes", lambda: os.getpid() != 1),
        ("namespaces", "the machine's files", lambda: os.path.exists("/etc/shadow")),
        ("namespaces", "the machine's root", lambda: os.path.exists("/old")),
        ("namespaces", "facts of the machine", _sees_the_machine),
        ("namespaces", "capabilities", lambda: capabilities.is_in_bounding_set(0)),
        (
            "namespaces",
            "rights of root's programs",
            lambda: not capabilities.has_locked_securebits(),
        ),
    ]
    for wanted, what, is_open in ways:
        if reaches(box.level, wanted) and is_open():
            raise ConfinementError(f"the box leaves a way to {what}")
    if reaches(box.level, "landlock"):
        covered = {path for path, is_shown in view if not is_shown}
        for path in {*box.hidden, *covered}:
            if _can_be_seen(path, view):
                raise ConfinementError(f"the box leaves a way to {path}")


def _too_much(box: Box) -> tuple[int, int, int]:
    """Arguments of mmap: as much private address space again as the box can have, never touched."""
    return -1, 2 * box.memory + 2 * RESERVED, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS


def _has_other_files(keep: frozenset[int]) -> bool:
    """Whether a descriptor is open that is neither in `keep` nor of a regular file."""
    try:
        numbers: Iterable[int] = map(int, os.listdir("/proc/self/fd"))
    except FileNotFoundError:
        # Without /proc, try every number that a descriptor can have.
        numbers = range(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    for number in numbers:
        # The descriptor by which listdir read the folder has been closed since.
        with suppress(OSError):
            if number > 2 and number not in keep and not stat.S_ISREG(os.fstat(number).st_mode):
                return True
    return False


def _sees_the_machine() -> bool:
    if os.path.exists("/proc/cmdline"):
        return True
    try:
        groups = pseudofs.read("/proc/self/cgroup")
    except FileNotFoundError:
        # There is no /proc, or the kernel has no control groups.
        return False
    return not all(group.endswith(":/") for group in groups.splitlines())


def _can_be_seen(path: str, view: View) -> bool:
    """Whether a hidden path holds anything that can be read, except for the parts that are shown.

    A folder that every box makes for itself, such as /tmp, holds only the box's own files.
    """
    shown = [other for other, is_shown in view if is_shown] + [
        HOME,
        "/proc",
        "/dev",
        "/etc",
        "/tmp",
    ]
    try:
        found = os.listdir(path)
    except NotADirectoryError:
        return _works(_read_byte, path)
    except OSError:
        return False
    return any(
        not any(is_in(other, f"{path.rstrip('/')}/{name}") for other in shown) for name in found
    )


def _read_byte(path: str) -> None:
    with open(path, "rb") as file:
        if not file.read(1):
            raise OSError("it is empty")


def _works(call: Callable[..., object], *arguments: object) -> bool:
    try:
        call(*arguments)
    except OSError:
        return False
    return True
