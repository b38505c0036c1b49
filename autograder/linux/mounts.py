"""Mounting, the attributes of mounts, and pivot_root."""

import ctypes
import os
import platform
import struct
from pathlib import Path

from autograder.linux import libc

RDONLY, NOSUID, NODEV, NOEXEC, REMOUNT, BIND, REC, PRIVATE = 1, 2, 4, 8, 32, 4096, 16384, 1 << 18
"""Flags of mount (MS_...)."""
MOUNT_SETATTR, PIVOT_ROOT = 442, {"x86_64": 155, "aarch64": 41}.get(platform.machine(), -1)
"""Numbers of system calls that the C library may lack."""
AT_FDCWD, AT_RECURSIVE = -100, 0x8000
MNT_DETACH = 2

READ_ONLY = struct.pack("QQQQ", 1 | 2 | 4, 0, 0, 0)
"""A struct mount_attr: read-only, no set-user-ID programs, no devices."""
READ_ONLY_DEVICE = struct.pack("QQQQ", 1 | 2 | 8, 0, 0, 0)
"""A struct mount_attr for a device: read-only, no set-user-ID programs, no programs at all."""


def mount(
    step: str, source: object, target: object, kind: str | None, flags: int, options: str = ""
) -> None:
    """As mount(2), with None for NULL. Raises ConfinementError, naming the step."""

    def text(value: object) -> bytes | None:
        return None if value is None else os.fsencode(str(value))

    libc.call(
        step,
        "mount",
        text(source),
        text(target),
        text(kind),
        ctypes.c_ulong(flags),
        options.encode() or None,
    )


def set_attributes(step: str, target: Path, attributes: bytes, flags: int = 0) -> None:
    """Set the attributes of a mount (a struct mount_attr); with AT_RECURSIVE of all below too."""
    path, size = os.fsencode(str(target)), ctypes.c_size_t(len(attributes))
    libc.system_call(step, MOUNT_SETATTR, AT_FDCWD, path, flags, attributes, size)


def pivot_root(old: str) -> None:
    """Make the current folder the root, and mount the old root in its folder `old`."""
    libc.system_call("pivot_root", PIVOT_ROOT, b".", os.fsencode(old))


def detach(step: str, path: str) -> None:
    """Unmount a tree of mounts, also while it is in use."""
    libc.call(step, "umount2", os.fsencode(path), MNT_DETACH)
