"""Bounds on each process of a box."""

import resource

from autograder.sandbox.box import Box

RESERVED = 2**30
"""Bytes of address space that a process may lay claim to beside twice its memory."""


def _limit(box: Box, size: int) -> None:
    # Data first: threads reserve much address space and use little. But memory that is mapped as a
    # stack, shared, or made read-only later is nobody's data.
    for kind, most in (
        (resource.RLIMIT_DATA, box.memory),
        (resource.RLIMIT_AS, size + 2 * box.memory + RESERVED),
        (resource.RLIMIT_FSIZE, box.file_size),
        (resource.RLIMIT_NPROC, box.processes),
        (resource.RLIMIT_NOFILE, box.open_files),
        (resource.RLIMIT_CPU, box.cpu),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        _, highest = resource.getrlimit(kind)
        if highest != resource.RLIM_INFINITY:
            most = min(most, highest)
        resource.setrlimit(kind, (most, most))
