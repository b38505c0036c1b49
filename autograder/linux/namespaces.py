"""Namespaces of Linux: their flags, and entering new ones."""

from autograder.linux.libc import _call, _libc

NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = (
    0x00020000,
    0x02000000,
    0x04000000,
    0x08000000,
    0x10000000,
    0x20000000,
    0x40000000,
)


def _leave(rooms: int) -> None:
    """Enter namespaces of one's own; that of control groups where the kernel has it."""
    if _libc.unshare(rooms | NEWCGROUP) != 0:
        _call("namespaces", "unshare", rooms)
