"""Forking processes that end with their parent, and ending all descendants of one."""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from autograder.errors import ConfinementError
from autograder.linux.libc import _call
from autograder.linux.pseudofs import _read

_parent = 0
"""In a process that has been forked for a box: the one that forked it, as /proc numbers it."""


def _fork() -> int:
    """os.fork, which remembers the parent: in a namespace of its own, a child cannot ask for it."""
    global _parent
    if sys.platform != "linux":
        return os.fork()
    parent = int(os.readlink("/proc/self"))
    process = os.fork()
    if process == 0:
        _parent = parent
    return process


def _signal(process: int, number: int) -> None:
    """Send a signal to a process that may have just ended."""
    with suppress(ProcessLookupError):
        os.kill(process, number)


def _die_with_parent(about: int) -> None:
    _call("end with the parent", "prctl", 1, signal.SIGKILL, 0, 0, 0)
    # PR_SET_PDEATHSIG does nothing about a parent that has ended before.
    parent = _read("stat", about).rpartition(")")[2].split()[1]
    if int(parent) != _parent:
        raise ConfinementError("the process that asked for the box has ended")


def end_children() -> None:
    """Kill every process that descends from this one, until none is left."""
    while True:
        for child in _children():
            _signal(child, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _children() -> list[int]:
    try:
        listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    except OSError:
        return []
    return [int(number) for number in listed.split()]
