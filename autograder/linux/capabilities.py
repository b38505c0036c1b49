"""Capabilities, the bounding set, and no_new_privs."""

import struct

from autograder.linux.libc import _call, _libc


def _set_capabilities(effective: int) -> None:
    header = struct.pack("Ii", 0x20080522, 0)
    sets = struct.pack("6I", effective, effective, 0, 0, 0, 0)
    _call("drop capabilities", "capset", header, sets)


def _bound_capabilities() -> None:
    """Empty the bounding set, and lock the rules by which programs of root would get rights."""
    # PR_CAPBSET_DROP, of all there are; PR_SET_SECUREBITS, all bits but "keep", and all locks.
    number = 0
    while _libc.prctl(24, number, 0, 0, 0) == 0:
        number += 1
    _libc.prctl(28, 0xEF, 0, 0, 0)


def _no_new_privileges() -> None:
    _call("no new privileges", "prctl", 38, 1, 0, 0, 0)
