"""Mounting, and the attributes of mounts."""

import ctypes
import os
import platform
import struct
from pathlib import Path

from autograder.linux.libc import _call, _system_call

RDONLY, NOSUID, NODEV, NOEXEC, BIND, REC, PRIVATE = 1, 2, 4, 8, 4096, 16384, 1 << 18
MOUNT_SETATTR, PIVOT_ROOT = 442, {"x86_64": 155, "aarch64": 41}.get(platform.machine(), -1)


READ_ONLY = struct.pack("QQQQ", 1 | 2 | 4, 0, 0, 0)
"""For mount_setattr: read-only, no set-user-id programs, no devices."""
READ_ONLY_DEVICE = struct.pack("QQQQ", 1 | 2 | 8, 0, 0, 0)
"""The same for a device: no set-user-id programs, no programs."""


def _set_attributes(step: str, target: Path, attributes: bytes, flags: int = 0) -> None:
    path, size = os.fsencode(str(target)), ctypes.c_size_t(len(attributes))
    _system_call(step, MOUNT_SETATTR, -100, path, flags, attributes, size)


def _mount(
    step: str, source: object, target: object, kind: str | None, flags: int, options: str = ""
) -> None:
    def text(value: object) -> bytes | None:
        return None if value is None else os.fsencode(str(value))

    _call(
        step,
        "mount",
        text(source),
        text(target),
        text(kind),
        ctypes.c_ulong(flags),
        options.encode() or None,
    )
