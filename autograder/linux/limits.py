"""Resource limits of one process, and its place in the order of the OOM killer."""

import os
import resource
from contextlib import suppress

from autograder.linux import pseudofs


def address_space() -> int:
    """Bytes of address space that this process has; a forked one shares most of them."""
    return int(pseudofs.read("/proc/self/statm").split()[0]) * resource.getpagesize()


def threads_of(user: int) -> int:
    """How many threads of a user /proc shows. RLIMIT_NPROC counts them all."""
    found = 0
    for name in filter(str.isdigit, os.listdir("/proc")):
        # A process can end before its file is read, or have a name that is no UTF-8.
        with suppress(OSError, ValueError):
            status = dict(
                line.split(":", 1) for line in pseudofs.read(f"/proc/{name}/status").splitlines()
            )
            if int(status["Uid"].split()[0]) == user:
                found += int(status["Threads"])
    return found


def set_limit(kind: int, most: int) -> None:
    """Lower a limit (resource.RLIMIT_...), soft and hard; one that is lower already stays."""
    _, highest = resource.getrlimit(kind)
    if highest != resource.RLIM_INFINITY:
        most = min(most, highest)
    resource.setrlimit(kind, (most, most))


def set_oom_score(score: int) -> None:
    """Set oom_score_adj (-1000 to 1000): the OOM killer kills the highest first.

    It is left as it is where the kernel refuses.
    """
    with suppress(OSError):
        pseudofs.write("/proc/self/oom_score_adj", str(score))
