"""The seccomp filter: which system calls a confined process can make.

A filter for good: a process that has installed it cannot remove it, and its children inherit it.
"""

import ctypes
import platform
import struct
from functools import cache

from autograder.errors import ConfinementError
from autograder.linux import libc, syscalls
from autograder.linux.namespaces import (
    NEWCGROUP,
    NEWIPC,
    NEWNET,
    NEWNS,
    NEWPID,
    NEWUSER,
    NEWUTS,
)
from autograder.linux.syscalls import Action

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""AUDIT_ARCH of each machine, by which the kernel names the calling convention of a call."""

X32_BIT = 0x40000000
"""Set in the numbers of x32 system calls."""

ALLOW, REFUSE, MISSING, KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
"""Return values of the filter: make the call; fail with EPERM; fail with ENOSYS; kill the process
(SECCOMP_RET_KILL_PROCESS)."""
SKIP = 0x00050000
"""SECCOMP_RET_ERRNO with 0: the kernel does not make the call, and returns 0 to its caller."""
AF_UNIX, PR_SET_PDEATHSIG, SHARED_ANONYMOUS = 1, 1, 0x21
"""Values of arguments; the last is MAP_SHARED | MAP_ANONYMOUS."""
TIOCSTI, TIOCLINUX = 0x5412, 0x541C
"""Requests of ioctl: type into a terminal; the functions of the console."""
F_SETLEASE, F_NOTIFY = 1024, 1026
"""Commands of fcntl: send a signal when somebody opens a file, or uses files in a folder."""

LOAD, AND, JUMP, EQUAL, ANY_BIT, AT_LEAST, RETURN = 0x20, 0x54, 0x05, 0x15, 0x45, 0x35, 0x06
"""Instructions of BPF: load a word, mask it, jump always, compare and jump (three), return."""

Instruction = tuple[int, int, int, int]
"""Operation, jump if true, jump if false (both in instructions), operand: a struct sock_filter."""
Program = tuple[Instruction, ...]


@cache
def system_call_filter(machine: str) -> bytes:
    """The seccomp filter of a machine ("x86_64", "aarch64") as BPF, eight bytes an instruction.

    It is assembled here from syscalls.tbl, and so needs no library that might be missing. Raises
    ConfinementError for another machine.
    """
    try:
        architecture = ARCHITECTURES[machine]
    except KeyError:
        raise ConfinementError(f"seccomp: no filter for {machine}") from None
    instructions = [
        (LOAD, 0, 0, 4),
        (EQUAL, 1, 0, architecture),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, 0),
        # x32 system calls, numbered otherwise, would bypass the table.
        (AT_LEAST, 0, 1, X32_BIT),
        (RETURN, 0, 0, KILL),
        *_decision_tree(_ranges(_programs(machine))),
    ]
    return b"".join(struct.pack("HBBI", *instruction) for instruction in instructions)


def prepare() -> None:
    """Assemble this machine's filter, so that processes forked from now on need not do it."""
    system_call_filter(platform.machine())


def install() -> None:
    """Install this machine's filter for this process, for good. Raises ConfinementError."""
    program = system_call_filter(platform.machine())
    kept = ctypes.create_string_buffer(program, len(program))
    # A struct sock_fprog: the number of instructions, and a pointer to them.
    described = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(kept))
    libc.prctl("seccomp", libc.PR_SET_SECCOMP, libc.SECCOMP_MODE_FILTER, described)


def _inspect(argument: int, *tests: Instruction) -> Program:
    """Refuse the call if the low 32 bits of an argument pass the tests; otherwise allow it."""
    load = (LOAD, 0, 0, 16 + 8 * argument)
    return (load, *tests, (RETURN, 0, 0, REFUSE), (RETURN, 0, 0, ALLOW))


def _inspections() -> dict[str, Program]:
    """The rules for calls whose action is "inspect", by the name of the call."""
    namespaces = NEWNS | NEWUTS | NEWIPC | NEWUSER | NEWPID | NEWNET | NEWCGROUP
    # AF_UNIX only: sockets to other processes of the box.
    local = _inspect(0, (EQUAL, 1, 0, AF_UNIX))
    return {
        # No namespace by clone. clone3 keeps its flags in memory, where no filter can read them;
        # it is therefore not in the table.
        "clone": _inspect(0, (ANY_BIT, 0, 1, namespaces)),
        "socket": local,
        "socketpair": local,
        # Keep PR_SET_PDEATHSIG: a box ends with the warm process, whatever happens.
        "prctl": _inspect(0, (EQUAL, 0, 1, PR_SET_PDEATHSIG)),
        # RLIMIT_DATA does not count memory that is shared and anonymous.
        "mmap": _inspect(3, (AND, 0, 0, SHARED_ANONYMOUS), (EQUAL, 0, 1, SHARED_ANONYMOUS)),
        # Boxes share the folders of Python: F_NOTIFY, like inotify, would reveal what a test
        # imports.
        "fcntl": _inspect(1, (EQUAL, 1, 0, F_SETLEASE), (EQUAL, 0, 1, F_NOTIFY)),
        "ioctl": _inspect(1, (EQUAL, 1, 0, TIOCSTI), (EQUAL, 0, 1, TIOCLINUX)),
    }


def _programs(machine: str) -> dict[int, Program]:
    """What the filter does with each system call, by its number; others do not exist."""
    inspections = _inspections()
    # setsid is skipped: the autogroup scheduler gives each session an equal share of the CPU, and a
    # box has one session, made outside. Programs that ask for one of their own go on without it.
    fixed: dict[Action, Program] = {
        Action.ALLOW: ((RETURN, 0, 0, ALLOW),),
        Action.REFUSE: ((RETURN, 0, 0, REFUSE),),
        Action.SKIP: ((RETURN, 0, 0, SKIP),),
    }
    return {
        call.numbers[machine]: (
            inspections[call.name] if call.action is Action.INSPECT else fixed[call.action]
        )
        for call in syscalls.table().values()
        if machine in call.numbers
    }


def _ranges(programs: dict[int, Program]) -> list[tuple[int, Program]]:
    """The numbers at which another program begins to apply, in order, each with that program."""
    missing = ((RETURN, 0, 0, MISSING),)
    found = [(0, programs.get(0, missing))]
    for number in range(1, max(programs) + 2):
        program = programs.get(number, missing)
        if program != found[-1][1]:
            found.append((number, program))
    return found


def _decision_tree(ranges: list[tuple[int, Program]]) -> list[Instruction]:
    """A binary search for the range of a number.

    It keeps the filter short: when a filter is installed, the kernel runs it once for each call.
    """
    if len(ranges) == 1:
        return list(ranges[0][1])
    middle = len(ranges) // 2
    below, above = _decision_tree(ranges[:middle]), _decision_tree(ranges[middle:])
    first = ranges[middle][0]
    if len(below) < 256:
        return [(AT_LEAST, len(below), 0, first), *below, *above]
    # A conditional jump skips 255 instructions at most.
    return [(AT_LEAST, 0, 1, first), (JUMP, 0, 0, len(below)), *below, *above]
