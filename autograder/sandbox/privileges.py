"""Who the inner process is."""

import os

from autograder.errors import ConfinementError
from autograder.linux.capabilities import _bound_capabilities, _set_capabilities
from autograder.linux.libc import _call, _libc
from autograder.linux.namespaces import NEWUSER
from autograder.linux.processes import _die_with_parent
from autograder.linux.pseudofs import _read, _write
from autograder.records import reaches
from autograder.sandbox.box import USER, Box

FIRST_IDENTITY, IDENTITIES = 2_001_000_000, 2**27
"""Numbers of users that nobody has: above those of domains, below those that systemd keeps."""


def _identity() -> int | None:
    """For root, a user without rights or files of its own; None for everybody else."""
    if os.geteuid() != 0:
        return None
    known = [map(int, line.split()) for line in _read("/proc/self/uid_map").splitlines()]
    end = FIRST_IDENTITY + IDENTITIES
    if any(first <= FIRST_IDENTITY and end <= first + number for first, _, number in known):
        # By chance, for two warm processes know nothing of each other.
        return FIRST_IDENTITY + int.from_bytes(os.urandom(8)) % IDENTITIES
    # A container may have 65,536 users only.
    return 64_000 + int(os.readlink("/proc/self")) % 1_000


def _drop_identity(box: Box, identity: int | None, about: int) -> None:
    """Give up root and every capability, for good."""
    is_apart = reaches(box.level, "namespaces")
    if identity is not None and not is_apart:
        _bound_capabilities()
    if identity is not None:
        os.setgroups([])
        os.setresgid(identity, identity, identity)
        if is_apart:
            # PR_SET_KEEPCAPS
            _call("keep capabilities", "prctl", 8, 1, 0, 0, 0)
        os.setresuid(identity, identity, identity)
        # setuid clears dumpable; its files in /proc would belong to root.
        _call("stay readable to itself", "prctl", 4, 1, 0, 0, 0)
        if is_apart:
            _own_users(identity, about)
    if is_apart:
        _bound_capabilities()
    _set_capabilities(0)
    if identity is not None:
        # setuid clears PDEATHSIG.
        _die_with_parent(about)


def _own_users(identity: int, about: int) -> None:
    """Enter a user namespace: no user of the machine exists there, and root's powers end there.

    A machine may allow none; the box is then a user like no other, without any right.
    """
    # CAP_SYS_ADMIN, for AppArmor may refuse user namespaces to everybody else; CAP_SETPCAP, to
    # empty the bounding set where there is none.
    _set_capabilities(1 << 21 | 1 << 8)
    if _libc.unshare(NEWUSER) == 0:
        _map_users(identity, identity, about)


def _map_users(user: int, group: int, about: int) -> None:
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{USER} {user} 1"),
        ("gid_map", f"{USER} {group} 1"),
    ):
        try:
            _write(name, text, about)
        except OSError as error:
            raise ConfinementError(f"user namespace: {name}: {error.strerror}") from None
