"""Resource limits on each process of a box."""

import os
import resource

from autograder.linux.limits import set_limit, threads_of
from autograder.sandbox.box import Box

RESERVED = 2**30
"""Bytes of address space that a process can reserve in addition to twice its memory."""


def set_limits(box: Box, size: int, own_user: bool) -> None:
    """Set all limits.

    `size` is the address space that this process had before, in bytes. `own_user` says that no
    other process has the box's user. Otherwise RLIMIT_NPROC also counts what that user runs
    elsewhere, such as a desktop or other boxes, and these threads are allowed in addition.

    RLIMIT_DATA bounds the memory: threads reserve much address space and use little. But it does
    not count stack, shared or later-read-only mappings; RLIMIT_AS bounds those.
    """
    others = 0 if own_user else threads_of(os.getuid())
    for kind, most in (
        (resource.RLIMIT_DATA, box.memory),
        (resource.RLIMIT_AS, size + 2 * box.memory + RESERVED),
        (resource.RLIMIT_FSIZE, box.file_size),
        (resource.RLIMIT_NPROC, box.processes + others),
        (resource.RLIMIT_NOFILE, box.open_files),
        (resource.RLIMIT_CPU, box.cpu),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        set_limit(kind, most)
