"""Landlock: a process gives up access to files, ports and other processes, for good."""

import ctypes
import os
import struct

from autograder.linux import libc

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
"""Numbers of the system calls, the same on all machines."""

EXECUTE, WRITE_FILE, READ_FILE, READ_FOLDER, TRUNCATE = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 14
READ = EXECUTE | READ_FILE | READ_FOLDER
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
"""Rights that a rule for a single file can grant; the kernel refuses the others there."""


def abi_version() -> int:
    """The version of Landlock that this kernel has. Raises ConfinementError if it has none."""
    return libc.system_call("Landlock", CREATE_RULESET, None, ctypes.c_size_t(0), 1)


def file_rights(version: int) -> int:
    """All rights on files and folders that a version of Landlock knows."""
    return (1 << {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)) - 1


def create_ruleset(files: int, network: int = 0, scope: int = 0) -> int:
    """The descriptor of a new ruleset, which takes these rights away where no rule grants them.

    `network` rights need version 4 (1: bind a TCP port, 2: connect to one), `scope` version 6
    (1: abstract sockets, 2: signals to processes outside). Raises ConfinementError.
    """
    # A kernel refuses a longer struct than its own: cut off fields at the end that are 0.
    size = 24 if scope else 16 if network else 8
    attributes = struct.pack("QQQ", files, network, scope)[:size]
    return libc.system_call("Landlock", CREATE_RULESET, attributes, ctypes.c_size_t(size), 0)


def allow(ruleset: int, path: str, rights: int) -> None:
    """Grant rights below a folder, or on a file; a path that cannot be opened is left out."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not os.path.isdir(path):
        rights &= OF_FILES
    rule = struct.pack("=Qi", rights, place)
    libc.system_call(f"Landlock, {path}", ADD_RULE, ruleset, 1, rule, 0)
    os.close(place)


def restrict_self(ruleset: int) -> None:
    """Apply a ruleset to this process and its future children, and close it.

    The process needs no_new_privs. Raises ConfinementError.
    """
    try:
        libc.system_call("Landlock", RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
