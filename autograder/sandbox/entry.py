"""The box: a process shuts itself in before the first line of a learner's code runs, or refuses.

A box is an inner process, and where the kernel does not end everything with it an outer one, which
waits and leaves nothing behind. The inner one sees an empty house: a root of its own with Python
and the course to read and one scratch folder to write, no other process, no network, no right that
it could gain, and bounds on what it may use.
How much of that a machine allows is its level; what is not there is said, never passed over.
"""

import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from autograder.errors import ConfinementError
from autograder.linux.capabilities import _no_new_privileges
from autograder.linux.libc import _call, _libc
from autograder.linux.limits import _address_space, _first_to_go
from autograder.linux.namespaces import NEWIPC, NEWNET, NEWNS, NEWPID, NEWUTS, _leave
from autograder.linux.processes import _die_with_parent, _fork, _signal, end_children
from autograder.linux.pseudofs import _own_entry, _read, _write
from autograder.linux.seccomp import _filter_of_this_machine, _filter_system_calls
from autograder.records import HOME, reaches
from autograder.sandbox.box import Box
from autograder.sandbox.files import _no_tmp, _own_files, _require_readable, _restrict_files
from autograder.sandbox.limits import _limit
from autograder.sandbox.privileges import _drop_identity, _identity
from autograder.sandbox.proof import prove
from autograder.sandbox.root import _own_root, _unshare
from autograder.sandbox.view import view_of

REFUSED_STATUS = 120


def fork(box: Box) -> tuple[int, bool]:
    """Fork a process for a box: its number (0 in itself), and whether it is the first of its own.

    For root, and from the level "namespaces" on, it can be the first process of a namespace: when
    it ends, the kernel ends all others there. Everybody else needs an outer process for that, which
    costs a second fork of a large process.
    """
    # Before the fork, so that the next boxes know both too.
    view_of(box)
    if reaches(box.level, "landlock"):
        _filter_of_this_machine()
    if not (reaches(box.level, "namespaces") and os.geteuid() == 0):
        return _fork(), False
    here = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        if _libc.unshare(NEWPID) != 0:
            return _fork(), False
        try:
            process = _fork()
        except OSError:
            _call("back from a process namespace", "setns", here, NEWPID)
            raise
        if process:
            # What is forked next is not to be in there.
            _call("back from a process namespace", "setns", here, NEWPID)
        return process, True
    finally:
        os.close(here)


def enter(
    box: Box,
    first: bool,
    main: Callable[[], None],
    refused: Callable[[str], None],
    keep: Iterable[int] = (),
) -> None:
    """Run `main` in a box, in this process, fresh from `fork`; never returns.

    Parameters
    ----------
    first : bool
        It is the first process of its own namespace, and so the inner process. Otherwise it
        becomes the outer one: it ends when the inner one has, with its exit status, and takes
        everything that the inner one started with it.
    refused : callable
        Told which step has failed; `main` is never called then.
    keep : iterable of int
        File descriptors that stay open inside, besides 0, 1 and 2.
    """
    status = REFUSED_STATUS
    try:
        run = _first if first else _outer
        status = run(box, main, refused, frozenset(keep))
    except BaseException as error:
        with suppress(Exception):
            refused(str(error))
    finally:
        os._exit(status)


def _first(
    box: Box, main: Callable[[], None], refused: Callable[[str], None], keep: frozenset[int]
) -> int:
    os.setsid()
    about = _own_entry()
    _die_with_parent(about)
    _join_groups(box)
    identity = _identity()
    _leave(NEWNS | NEWUTS | NEWIPC | NEWNET)
    return _inner(box, identity, about, main, refused, keep)


def _join_groups(box: Box) -> None:
    if reaches(box.level, "cgroup"):
        for group in box.cgroups:
            # 0 means the writing process itself.
            _write(f"{group}/cgroup.procs", "0")
        joined = _read("/proc/self/cgroup")
        if not all(f"/{Path(group).name}\n" in joined for group in box.cgroups):
            raise ConfinementError("the box leaves a way out of its control groups")


def _outer(
    box: Box, main: Callable[[], None], refused: Callable[[str], None], keep: frozenset[int]
) -> int:
    if sys.platform != "linux":
        if box.level != "none":
            raise ConfinementError(f"{sys.platform} has none of the means; only Linux has")
        main()
        return 0
    os.setsid()
    about = _own_entry()
    _die_with_parent(about)
    os.close(about)
    # Orphans of the box come to the outer process, which ends them.
    _call("subreaper", "prctl", 36, 1, 0, 0, 0)
    _join_groups(box)
    identity = _identity()
    if box.scratch and identity is not None:
        os.chown(box.scratch, identity, identity)
    if reaches(box.level, "namespaces"):
        _unshare()
    inner = _fork()
    if inner == 0:
        status = 1
        try:
            about = _own_entry()
            _die_with_parent(about)
            status = _inner(box, identity, about, main, refused, keep)
        finally:
            os._exit(status)
    # Whoever interrupts the box means the learner's code; whoever ends it means all of it.
    signal.signal(signal.SIGINT, lambda *_: _signal(inner, signal.SIGINT))
    signal.signal(signal.SIGTERM, lambda *_: _signal(inner, signal.SIGKILL))
    _, waited = os.waitpid(inner, 0)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    end_children()
    return os.waitstatus_to_exitcode(waited) & 0xFF


def _inner(
    box: Box,
    identity: int | None,
    about: int,
    main: Callable[[], None],
    refused: Callable[[str], None],
    keep: frozenset[int],
) -> int:
    try:
        size = _address_space()
        _first_to_go()
        _own_files(keep | {about})
        view = view_of(box)
        if reaches(box.level, "namespaces"):
            _own_root(box, view, identity)
            os.chdir(HOME)
        elif box.scratch:
            os.chdir(box.scratch)
        os.environ.clear()
        os.environ.update(box.environment)
        # Where temporary files go was perhaps found out in the environment of before.
        tempfile.tempdir = None
        if box.scratch and not reaches(box.level, "namespaces"):
            _no_tmp(box.scratch)
        if reaches(box.level, "limits"):
            _limit(box, size)
        _drop_identity(box, identity, about)
        os.close(about)
        for path in box.readable:
            _require_readable(path)
        if reaches(box.level, "limits"):
            _no_new_privileges()
        if reaches(box.level, "landlock"):
            _restrict_files(box, view)
            _filter_system_calls()
        prove(box, view, keep)
    except BaseException as error:
        refused(str(error))
        return REFUSED_STATUS
    main()
    return 0
