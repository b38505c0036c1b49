"""Namespaces and a root of its own."""

import os
from contextlib import suppress
from pathlib import Path

from autograder.errors import ConfinementError
from autograder.linux.libc import _call, _libc, _system_call
from autograder.linux.mounts import (
    BIND,
    NODEV,
    NOEXEC,
    NOSUID,
    PIVOT_ROOT,
    PRIVATE,
    RDONLY,
    READ_ONLY,
    READ_ONLY_DEVICE,
    REC,
    _mount,
    _set_attributes,
)
from autograder.linux.namespaces import NEWIPC, NEWNET, NEWNS, NEWPID, NEWUSER, NEWUTS, _leave
from autograder.linux.pseudofs import _own_entry
from autograder.records import HOME
from autograder.sandbox.box import USER, Box
from autograder.sandbox.privileges import _map_users
from autograder.sandbox.view import DEVICES, View

PROC_OPTIONS = b"subset=pid"


def _unshare() -> None:
    """Leave the machine's processes, network, mounts and messages behind.

    Root does it as root, which needs no map of users; everybody else becomes somebody in a
    user namespace first.
    """
    rooms = NEWNS | NEWUTS | NEWIPC | NEWPID | NEWNET
    if os.geteuid() == 0:
        with suppress(ConfinementError):
            _leave(rooms)
            return
    user, group = os.geteuid(), os.getegid()
    _leave(rooms | NEWUSER)
    about = _own_entry()
    _map_users(user, group, about)
    os.close(about)


def _own_root(box: Box, view: View, identity: int | None) -> None:
    """A new root in memory: what may be read is mounted into it, to read only, and nothing else."""
    _mount("mounts of its own", None, "/", None, REC | PRIVATE)
    # On a folder that every Linux has and that holds nothing to be shown.
    root = Path("/sys")
    _mount("a root of its own", "tmpfs", root, "tmpfs", NOSUID | NODEV, "size=4m,mode=755")
    for folder in ("proc", "dev/shm", "etc", "tmp", "old", HOME[1:]):
        (root / folder).mkdir(parents=True)
    size = f"size={box.scratch_size},nr_inodes=20000,mode=1777"
    for folder in ("dev/shm", "tmp", HOME[1:]):
        _mount("scratch folder", "tmpfs", root / folder, "tmpfs", NOSUID | NODEV, size)
    _show_all(view, root)
    for device in DEVICES:
        target = root / "dev" / device
        target.touch()
        _mount("devices", f"/dev/{device}", target, None, BIND)
        # A device on it can still be written.
        _set_attributes("devices", target, READ_ONLY_DEVICE)
    for link, to in (("fd", "/proc/self/fd"), ("stdout", "/proc/self/fd/1")):
        (root / "dev" / link).symlink_to(to)
    _accounts(root / "etc", identity)
    _mount_proc(root)
    os.chdir(root)
    _system_call("pivot_root", PIVOT_ROOT, b".", b"old")
    os.chdir("/")
    _call("leave the old root", "umount2", b"/old", 2)
    os.rmdir("/old")
    _mount("a root to read only", None, "/", None, RDONLY | BIND | 32 | NOSUID | NODEV)


def _mount_proc(root: Path) -> None:
    """The box's own processes, nothing of the machine (Linux 5.8).

    Some containers hide parts of /proc and then refuse a new one: it is done without.
    """
    target, flags = bytes(root / "proc"), NOSUID | NODEV | NOEXEC
    if _libc.mount(b"proc", target, b"proc", flags, PROC_OPTIONS) != 0:
        _libc.mount(b"proc", target, b"proc", flags, None)


def _show_all(view: View, root: Path) -> None:
    """Mount what is shown and cover what is hidden, while the old root is still there."""
    covered = []
    for path, is_shown in view:
        target = root / path.lstrip("/")
        if is_shown:
            _show(path, root)
        elif target.is_dir():
            _mount(f"hide {path}", "tmpfs", target, "tmpfs", NOSUID | NODEV, "size=64k,mode=755")
            covered.append(target)
        elif target.exists():
            empty = root / "etc" / "hidden"
            empty.touch()
            _mount(f"hide {path}", empty, target, None, BIND)
            covered.append(target)
    for target in covered:
        _set_attributes("hidden folders", target, READ_ONLY)


def _show(path: str, root: Path) -> None:
    """Mount a file or folder at its own place under the new root, to read only."""
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
    _mount(f"show {path}", source, target, None, BIND | REC)
    # With everything mounted below: AT_RECURSIVE.
    _set_attributes(f"show {path} to read only", target, READ_ONLY, 0x8000)


def _accounts(etc: Path, identity: int | None) -> None:
    """Names for the one user, so that programs which ask who they are get an answer."""
    # Without a user namespace, the box's user is seen by its own number.
    numbers = [USER] if identity is None else [USER, identity]
    accounts = [f"learner:x:{user}:{user}::{HOME}:/bin/sh\n" for user in numbers]
    (etc / "passwd").write_text("".join(accounts))
    (etc / "group").write_text("".join(f"learner:x:{group}:\n" for group in numbers))
    (etc / "hosts").write_text("127.0.0.1 localhost\n")
