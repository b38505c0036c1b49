"""Functions of the C library and bare system calls."""

import ctypes
import os

from autograder.errors import ConfinementError

_libc = ctypes.CDLL(None, use_errno=True)


def _call(step: str, name: str, *arguments: object) -> int:
    """A function of the C library; raises ConfinementError with the step it was for."""
    done = getattr(_libc, name)(*arguments)
    if done < 0:
        raise ConfinementError(f"{step}: {os.strerror(ctypes.get_errno())}")
    return done


def _system_call(step: str, number: int, *arguments: object) -> int:
    return _call(step, "syscall", ctypes.c_long(number), *arguments)
