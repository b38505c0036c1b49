"""Processes that end with their parent, and ending all descendants of a process."""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from autograder.errors import ConfinementError
from autograder.linux import libc, pseudofs

_parent = 0
"""In a process that `fork` has made: its parent's number, as the parent's /proc shows it."""


def fork() -> int:
    """As os.fork, but the child records its parent's number for `die_with_parent`.

    In a PID namespace of its own, a child cannot ask the kernel for that number.
    """
    global _parent
    if sys.platform != "linux":
        return os.fork()
    parent = int(os.readlink("/proc/self"))
    process = os.fork()
    if process == 0:
        _parent = parent
    return process


def set_parent_death_signal() -> None:
    """Have the kernel kill this process when its parent ends (PR_SET_PDEATHSIG)."""
    libc.prctl("end with the parent", libc.PR_SET_PDEATHSIG, signal.SIGKILL)


def die_with_parent(proc: int) -> None:
    """End when the parent ends, and raise ConfinementError if it has ended already.

    `proc` is the descriptor of `pseudofs.open_own_folder`. Only for a process that `fork` made.
    """
    set_parent_death_signal()
    # PR_SET_PDEATHSIG has no effect if the parent has already ended: compare its number.
    parent = pseudofs.read("stat", proc).rpartition(")")[2].split()[1]
    if int(parent) != _parent:
        raise ConfinementError("the process that asked for the box has ended")


def send_signal(process: int, number: int) -> None:
    """Send a signal to a process that may have just ended."""
    with suppress(ProcessLookupError):
        os.kill(process, number)


def end_children() -> None:
    """Kill every descendant of this process, until none is left.

    Orphans come to this process only if it is a child subreaper (PR_SET_CHILD_SUBREAPER).
    """
    while True:
        for child in _children():
            send_signal(child, signal.SIGKILL)
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
