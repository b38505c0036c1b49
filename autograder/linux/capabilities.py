"""Capabilities: the sets of a process, the bounding set, the securebits, and no_new_privs."""

import struct

from autograder.linux import libc

CAP_SETPCAP, CAP_SYS_ADMIN = 1 << 8, 1 << 21
"""As bits of a capability set."""

VERSION_3 = 0x20080522
"""_LINUX_CAPABILITY_VERSION_3: a set has 64 bits."""

LOCKED = 0xEF
"""All securebits but KEEP_CAPS, and all locks: user 0 gets no capabilities by its number."""


def set_capabilities(effective: int) -> None:
    """Make these capabilities (bits below 32) effective and permitted, and none inheritable."""
    header = struct.pack("Ii", VERSION_3, 0)
    sets = struct.pack("6I", effective, effective, 0, 0, 0, 0)
    libc.call("drop capabilities", "capset", header, sets)


def empty_bounding_set() -> None:
    """Drop all capabilities from the bounding set, and set and lock the securebits.

    Afterwards no program can give this process a capability, not even a set-user-ID program of
    root. Failures are ignored; `is_in_bounding_set` and `has_locked_securebits` show them.
    """
    number = 0
    # The kernel refuses the first number that is no capability.
    while libc.prctl_result(libc.PR_CAPBSET_DROP, number) == 0:
        number += 1
    libc.prctl_result(libc.PR_SET_SECUREBITS, LOCKED)


def is_in_bounding_set(number: int) -> bool:
    """Whether programs can still give this process a capability, by its number."""
    return libc.prctl_result(libc.PR_CAPBSET_READ, number) == 1


def has_locked_securebits() -> bool:
    """Whether `empty_bounding_set` has set and locked the securebits."""
    return libc.prctl_result(libc.PR_GET_SECUREBITS) == LOCKED


def set_no_new_privs() -> None:
    """Give up all privileges that programs could bring, such as set-user-ID ones, for good."""
    libc.prctl("no new privileges", libc.PR_SET_NO_NEW_PRIVS, 1)


def lacks_no_new_privs() -> bool:
    """Whether this process is known to be without no_new_privs."""
    return libc.prctl_result(libc.PR_GET_NO_NEW_PRIVS) == 0
