"""The seccomp filter: which system calls a confined process may make."""

import ctypes
import platform
import struct
from functools import cache

from autograder.errors import ConfinementError
from autograder.linux import syscalls
from autograder.linux.libc import _call
from autograder.linux.namespaces import (
    NEWCGROUP,
    NEWIPC,
    NEWNET,
    NEWNS,
    NEWPID,
    NEWUSER,
    NEWUTS,
)

ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
ALLOW, REFUSE, MISSING, KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
"""What the filter answers: go on; "not permitted"; "no such call"; end the process."""
NOTHING = 0x00050000
"""An error number of 0: the call is not made, and its caller sees it succeed."""
TIOCSTI, TIOCLINUX = 0x5412, 0x541C
"""Typing into a terminal, and the console's own functions."""
F_SETLEASE, F_NOTIFY = 1024, 1026
"""Being told by a signal when somebody opens a file, and what is read or written in a folder."""

LOAD, AND, JUMP, EQUAL, ANY_BIT, FROM, ANSWER = 0x20, 0x54, 0x05, 0x15, 0x45, 0x35, 0x06
"""Instructions of BPF: load a word, mask it, jump, compare and jump, end."""

Step = tuple[int, int, int, int]


def system_call_filter(machine: str) -> bytes:
    """The seccomp filter of a machine ("x86_64", "aarch64"), as the kernel's BPF.

    Made here from tables of numbers, so it does not depend on a library that might be missing.
    """
    try:
        architecture, column = ARCHITECTURES[machine]
    except KeyError:
        raise ConfinementError(f"seccomp: no filter for {machine}") from None
    steps = [
        (LOAD, 0, 0, 4),
        (EQUAL, 1, 0, architecture),
        (ANSWER, 0, 0, KILL),
        (LOAD, 0, 0, 0),
        # x32 syscall numbers would bypass the tables.
        (FROM, 0, 1, 0x40000000),
        (ANSWER, 0, 0, KILL),
        *_decision_tree(_ranges(_answers(column))),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def _answers(column: int) -> dict[int, tuple[Step, ...]]:
    """What is answered to each system call, by its number; a missing one does not exist."""

    def tested(argument: int, *tests: Step) -> tuple[Step, ...]:
        """Refuse the call when the low half of an argument passes the tests."""
        load = (LOAD, 0, 0, 16 + 8 * argument)
        return (load, *tests, (ANSWER, 0, 0, REFUSE), (ANSWER, 0, 0, ALLOW))

    spaces = NEWNS | NEWUTS | NEWIPC | NEWUSER | NEWPID | NEWNET | NEWCGROUP
    # Of the local family only: sockets to other processes of the box.
    local = tested(0, (EQUAL, 1, 0, 1))
    by_arguments = {
        # No namespace by clone. clone3 hides its flags in memory and is therefore missing.
        syscalls.CLONE: tested(0, (ANY_BIT, 0, 1, spaces)),
        syscalls.SOCKET: local,
        syscalls.SOCKETPAIR: local,
        # PR_SET_PDEATHSIG: a box ends with the warm process, whatever happens.
        syscalls.PRCTL: tested(0, (EQUAL, 0, 1, 1)),
        # MAP_SHARED | MAP_ANONYMOUS: RLIMIT_DATA does not count it.
        syscalls.MMAP: tested(3, (AND, 0, 0, 0x21), (EQUAL, 0, 1, 0x21)),
        # Boxes share the folders of Python: F_NOTIFY, as inotify, would tell what a test imports.
        syscalls.FCNTL: tested(1, (EQUAL, 1, 0, F_SETLEASE), (EQUAL, 0, 1, F_NOTIFY)),
        syscalls.IOCTL: tested(1, (EQUAL, 1, 0, TIOCSTI), (EQUAL, 0, 1, TIOCLINUX)),
        # The autogroup scheduler gives each session an equal share of the CPU: a box has one
        # session, made outside. Programs that ask for their own go on without it.
        syscalls.SETSID: ((ANSWER, 0, 0, NOTHING),),
    }
    allow, refuse = ((ANSWER, 0, 0, ALLOW),), ((ANSWER, 0, 0, REFUSE),)
    answers: list[tuple[syscalls.Numbers, tuple[Step, ...]]] = [
        *((numbers, allow) for numbers in syscalls.ALLOWED.values()),
        *((numbers, refuse) for numbers in syscalls.REFUSED.values()),
        *by_arguments.items(),
    ]
    return {
        number: answer for numbers, answer in answers if (number := numbers[column]) is not None
    }


def _ranges(answers: dict[int, tuple[Step, ...]]) -> list[tuple[int, tuple[Step, ...]]]:
    """The numbers from which on another answer is given, in order, with that answer."""
    missing = ((ANSWER, 0, 0, MISSING),)
    found = [(0, answers.get(0, missing))]
    for number in range(1, max(answers) + 2):
        answer = answers.get(number, missing)
        if answer != found[-1][1]:
            found.append((number, answer))
    return found


def _decision_tree(ranges: list[tuple[int, tuple[Step, ...]]]) -> list[Step]:
    """A binary search: the kernel runs the filter for every call that it knows when it is set."""
    if len(ranges) == 1:
        return list(ranges[0][1])
    middle = len(ranges) // 2
    below, above = _decision_tree(ranges[:middle]), _decision_tree(ranges[middle:])
    first = ranges[middle][0]
    if len(below) < 256:
        return [(FROM, len(below), 0, first), *below, *above]
    # A conditional jump leads over 255 steps at most.
    return [(FROM, 0, 1, first), (JUMP, 0, 0, len(below)), *below, *above]


def _filter_system_calls() -> None:
    program = _filter_of_this_machine()
    kept = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(kept))
    _call("seccomp", "prctl", 22, 2, described, 0, 0)


@cache
def _filter_of_this_machine() -> bytes:
    return system_call_filter(platform.machine())
