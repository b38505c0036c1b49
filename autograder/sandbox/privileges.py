"""The user that a box's inner process becomes, and the privileges that it gives up."""

import os

from autograder.errors import ConfinementError
from autograder.linux import capabilities, libc, processes, pseudofs
from autograder.linux.namespaces import NEWUSER
from autograder.records import reaches
from autograder.sandbox.box import USER, Box

FIRST_USER, USERS = 2_001_000_000, 2**27
"""A range of user numbers that nobody has: above those of domains, below those that systemd
reserves."""


def unused_user() -> int | None:
    """For root, the number of a user without rights or files; None for everybody else.

    The number also serves as that of a group.
    """
    if os.geteuid() != 0:
        return None
    mapped = [map(int, line.split()) for line in pseudofs.read("/proc/self/uid_map").splitlines()]
    end = FIRST_USER + USERS
    if any(first <= FIRST_USER and end <= first + number for first, _, number in mapped):
        # At random, because two warm processes do not know of each other.
        return FIRST_USER + int.from_bytes(os.urandom(8)) % USERS
    # A container may have only 65,536 users.
    return 64_000 + int(os.readlink("/proc/self")) % 1_000


def drop_privileges(box: Box, user: int | None, proc: int) -> None:
    """Give up root and all capabilities, for good.

    `user` is that of `unused_user`; `proc` is the descriptor of this process's folder in the
    machine's /proc. Raises ConfinementError or OSError.
    """
    has_namespaces = reaches(box.level, "namespaces")
    if user is not None and not has_namespaces:
        capabilities.empty_bounding_set()
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
        if has_namespaces:
            libc.prctl("keep capabilities", libc.PR_SET_KEEPCAPS, 1)
        os.setresuid(user, user, user)
        # setuid clears dumpable, and this process's files in /proc would then belong to root.
        libc.prctl("stay readable to itself", libc.PR_SET_DUMPABLE, 1)
        if has_namespaces:
            _enter_user_namespace(user, proc)
    if has_namespaces:
        capabilities.empty_bounding_set()
    capabilities.set_capabilities(0)
    if user is not None:
        # setuid clears PDEATHSIG: set it again.
        processes.die_with_parent(proc)


def _enter_user_namespace(user: int, proc: int) -> None:
    """Enter a user namespace: the machine's users do not exist there, and root has no power.

    Where a machine allows none, the box keeps its unused user, which has no rights.
    """
    # CAP_SYS_ADMIN, because AppArmor may refuse user namespaces to processes without it;
    # CAP_SETPCAP, to empty the bounding set where the machine allows no user namespace.
    capabilities.set_capabilities(capabilities.CAP_SYS_ADMIN | capabilities.CAP_SETPCAP)
    if libc.succeeds("unshare", NEWUSER):
        map_user(user, user, proc)


def map_user(user: int, group: int, proc: int) -> None:
    """In a new user namespace, make a user and a group of the machine appear as USER.

    `proc` is the descriptor of this process's folder in /proc. Raises ConfinementError.
    """
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{USER} {user} 1"),
        ("gid_map", f"{USER} {group} 1"),
    ):
        try:
            pseudofs.write(name, text, proc)
        except OSError as error:
            raise ConfinementError(f"user namespace: {name}: {error.strerror}") from None
