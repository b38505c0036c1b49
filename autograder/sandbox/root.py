"""The namespaces and the root folder of a box."""

import os
from contextlib import suppress
from pathlib import Path

from autograder.errors import ConfinementError
from autograder.linux import libc, mounts, namespaces, pseudofs
from autograder.linux.mounts import (
    BIND,
    NODEV,
    NOEXEC,
    NOSUID,
    PRIVATE,
    RDONLY,
    READ_ONLY,
    READ_ONLY_DEVICE,
    REC,
    REMOUNT,
    mount,
)
from autograder.linux.namespaces import NEWIPC, NEWNET, NEWNS, NEWPID, NEWUSER, NEWUTS
from autograder.records import HOME
from autograder.sandbox.box import USER, Box
from autograder.sandbox.privileges import map_user
from autograder.sandbox.view import DEVICES, View

PROC_OPTIONS = b"subset=pid"
"""Mount options of a box's /proc: its processes, and nothing of the machine (Linux 5.8)."""


def enter_namespaces() -> None:
    """Enter namespaces of processes, network, mounts, host name and messages.

    Root needs no user namespace for that. Everybody else enters one with the others, as its only
    user. Processes forked from now on are in the PID namespace. Raises ConfinementError.
    """
    flags = NEWNS | NEWUTS | NEWIPC | NEWPID | NEWNET
    if os.geteuid() == 0:
        with suppress(ConfinementError):
            namespaces.unshare(flags)
            return
    user, group = os.geteuid(), os.getegid()
    namespaces.unshare(flags | NEWUSER)
    proc = pseudofs.open_own_folder()
    map_user(user, group, proc)
    os.close(proc)


def make_root(box: Box, view: View, user: int | None) -> None:
    """Enter a new root in memory, with everything that the box shows mounted there read-only.

    `user` is the number of the box's user where that is not the caller's own. Raises
    ConfinementError or OSError.
    """
    mount("mounts of its own", None, "/", None, REC | PRIVATE)
    # Mount it on a folder that every Linux has and of which a box shows nothing.
    root = Path("/sys")
    mount("a root of its own", "tmpfs", root, "tmpfs", NOSUID | NODEV, "size=4m,mode=755")
    for folder in ("proc", "dev/shm", "etc", "tmp", "old", HOME[1:]):
        (root / folder).mkdir(parents=True)
    size = f"size={box.scratch_size},nr_inodes=20000,mode=1777"
    for folder in ("dev/shm", "tmp", HOME[1:]):
        mount("scratch folder", "tmpfs", root / folder, "tmpfs", NOSUID | NODEV, size)
    _show_all(view, root)
    _make_devices(root / "dev")
    _write_accounts(root / "etc", user)
    _mount_proc(root)
    os.chdir(root)
    mounts.pivot_root("old")
    os.chdir("/")
    mounts.detach("leave the old root", "/old")
    os.rmdir("/old")
    mount("a root to read only", None, "/", None, RDONLY | BIND | REMOUNT | NOSUID | NODEV)


def _make_devices(folder: Path) -> None:
    for device in DEVICES:
        target = folder / device
        target.touch()
        mount("devices", f"/dev/{device}", target, None, BIND)
        # A read-only mount does not keep anybody from writing to the device itself.
        mounts.set_attributes("devices", target, READ_ONLY_DEVICE)
    for link, to in (("fd", "/proc/self/fd"), ("stdout", "/proc/self/fd/1")):
        (folder / link).symlink_to(to)


def _mount_proc(root: Path) -> None:
    """Mount a /proc of the box's own processes.

    Some containers hide parts of their /proc, and the kernel then refuses a new one; the box goes
    without it.
    """
    target, flags = bytes(root / "proc"), NOSUID | NODEV | NOEXEC
    if not libc.succeeds("mount", b"proc", target, b"proc", flags, PROC_OPTIONS):
        libc.succeeds("mount", b"proc", target, b"proc", flags, None)


def _show_all(view: View, root: Path) -> None:
    """Mount what the box shows and cover what it hides, while the old root is still there."""
    covered = []
    for path, is_shown in view:
        target = root / path.lstrip("/")
        if is_shown:
            _show(path, root)
        elif target.is_dir():
            mount(f"hide {path}", "tmpfs", target, "tmpfs", NOSUID | NODEV, "size=64k,mode=755")
            covered.append(target)
        elif target.exists():
            empty = root / "etc" / "hidden"
            empty.touch()
            mount(f"hide {path}", empty, target, None, BIND)
            covered.append(target)
    # Last, because what the box shows below a covered folder needs its mount points there.
    for target in covered:
        mounts.set_attributes("hidden folders", target, READ_ONLY)


def _show(path: str, root: Path) -> None:
    """Mount a file or folder read-only, at its own path under the new root."""
    source, target = Path(path), root / path.lstrip("/")
    if target.exists() or not source.exists():
        return
    if source.is_symlink() and source.parent == Path("/"):
        target.symlink_to(os.readlink(source))
        return
    if source.is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    mount(f"show {path}", source, target, None, BIND | REC)
    mounts.set_attributes(f"show {path} to read only", target, READ_ONLY, mounts.AT_RECURSIVE)


def _write_accounts(etc: Path, user: int | None) -> None:
    """Name the box's user, so that programs which look up the current user find one."""
    # Without a user namespace, the box sees its user by the machine's number.
    numbers = [USER] if user is None else [USER, user]
    accounts = [f"learner:x:{number}:{number}::{HOME}:/bin/sh\n" for number in numbers]
    (etc / "passwd").write_text("".join(accounts))
    (etc / "group").write_text("".join(f"learner:x:{group}:\n" for group in numbers))
    (etc / "hosts").write_text("127.0.0.1 localhost\n")
