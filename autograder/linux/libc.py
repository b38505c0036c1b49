"""Functions of the C library, bare system calls, and prctl."""

import ctypes
import os

from autograder.errors import ConfinementError

_library = ctypes.CDLL(None, use_errno=True)

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_KEEPCAPS = 8
PR_SET_SECCOMP = 22
PR_CAPBSET_READ = 23
PR_CAPBSET_DROP = 24
PR_GET_SECUREBITS = 27
PR_SET_SECUREBITS = 28
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
PR_GET_NO_NEW_PRIVS = 39
SECCOMP_MODE_FILTER = 2
"""Of <linux/prctl.h> and <linux/seccomp.h>."""


def call(step: str, name: str, *arguments: object) -> int:
    """The result of a function of the C library, called for a step of the confinement.

    Raises ConfinementError, naming the step, if the function returns a negative number.
    """
    result: int = getattr(_library, name)(*arguments)
    if result < 0:
        raise ConfinementError(f"{step}: {os.strerror(ctypes.get_errno())}")
    return result


def succeeds(name: str, *arguments: object) -> bool:
    """Call a function of the C library; whether it returned 0."""
    return bool(getattr(_library, name)(*arguments) == 0)


def system_call(step: str, number: int, *arguments: object) -> int:
    """As `call`, for a system call by its number."""
    return call(step, "syscall", ctypes.c_long(number), *arguments)


def prctl(step: str, option: int, *arguments: object) -> int:
    """Call prctl as `call` does; arguments that are not given are 0."""
    return call(step, "prctl", option, *arguments, *[0] * (4 - len(arguments)))


def prctl_result(option: int, argument: int = 0) -> int:
    """The bare result of prctl, -1 where it failed."""
    return int(_library.prctl(option, argument, 0, 0, 0))
