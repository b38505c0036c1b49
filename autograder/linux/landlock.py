"""Landlock: rules of a process's own on which files it may use."""

import ctypes
import os
import struct

from autograder.linux.libc import _system_call

LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446


OF_FILES = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14  # what can be asked of a file that is no folder


def _landlock_version() -> int:
    return _system_call("Landlock", LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)


def _allow(handle: int, path: str, access: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not os.path.isdir(path):
        access &= OF_FILES
    rule = struct.pack("=Qi", access, place)
    _system_call(f"Landlock, {path}", LANDLOCK_ADD, handle, 1, rule, 0)
    os.close(place)
