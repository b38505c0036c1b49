"""Entering a box: a process confines itself before any learner's code runs in it, or refuses.

A box is an inner process. Where the kernel does not kill all its descendants with it, an outer
process waits for it and kills them. The inner process has a root of its own, which holds Python
and the course to read and one scratch folder to write; it sees no other process and no network, it
cannot gain a privilege, and its resources are limited.

The level of a box says how much of that a machine allows (records.LEVELS). A step that fails is
reported, and the box then refuses to run anything.
"""

import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import ConfinementError
from autograder.linux import (
    capabilities,
    libc,
    limits,
    namespaces,
    processes,
    pseudofs,
    seccomp,
)
from autograder.linux.namespaces import NEWIPC, NEWNET, NEWNS, NEWPID, NEWUTS
from autograder.records import HOME, reaches
from autograder.sandbox.box import Box
from autograder.sandbox.box_files import (
    redirect_temporary_files,
    require_readable,
    restrict_files,
    separate_open_files,
)
from autograder.sandbox.box_limits import set_limits
from autograder.sandbox.privileges import drop_privileges, unused_user
from autograder.sandbox.proof import prove
from autograder.sandbox.root import enter_namespaces, make_root
from autograder.sandbox.view import view_of

REFUSED_STATUS = 120
"""Exit status of a process that did not enter its box."""


def fork(box: Box) -> tuple[int, bool]:
    """Fork a process for a box: its number (0 in itself), and whether it is first in a namespace.

    For root, and from the level "namespaces" on, it can be the first process of a PID namespace:
    when that ends, the kernel kills all others in the namespace. Otherwise `enter` needs an outer
    process for that, which costs a second fork of a large process.

    Raises ConfinementError where the box cannot hide the course, or no seccomp filter is known for
    this machine; OSError where no process can be forked.
    """
    # Fill two caches before the fork: the next boxes then inherit the view and the filter.
    view_of(box)
    if reaches(box.level, "landlock"):
        seccomp.prepare()
    if not (reaches(box.level, "namespaces") and os.geteuid() == 0):
        return processes.fork(), False
    own_namespace = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        if not libc.succeeds("unshare", NEWPID):
            return processes.fork(), False
        try:
            process = processes.fork()
        except OSError:
            _return_to(own_namespace)
            raise
        if process:
            # Otherwise later children of this process would be born in the box's namespace.
            _return_to(own_namespace)
        return process, True
    finally:
        os.close(own_namespace)


def _return_to(namespace: int) -> None:
    libc.call("back from a process namespace", "setns", namespace, NEWPID)


@dataclass(frozen=True)
class _Entry:
    """What `enter` was called with."""

    box: Box
    main: Callable[[], None]
    refused: Callable[[str], None]
    keep: frozenset[int]


def enter(
    box: Box,
    first: bool,
    main: Callable[[], None],
    refused: Callable[[str], None],
    keep: Iterable[int] = (),
) -> None:
    """Run `main` in a box, in this process, which `fork` has just made; never returns.

    Parameters
    ----------
    first : bool
        This process is the first of its own PID namespace, and becomes the inner process.
        Otherwise it becomes the outer process: it ends after the inner one, with its exit status,
        and kills everything that the inner one started.
    refused : callable
        Called with the reason when a step has failed; `main` is then never called.
    keep : iterable of int
        File descriptors that stay open inside, besides 0, 1 and 2.
    """
    status = REFUSED_STATUS
    try:
        run = _first if first else _outer
        status = run(_Entry(box, main, refused, frozenset(keep)))
    except BaseException as error:
        with suppress(Exception):
            refused(str(error))
    finally:
        os._exit(status)


def _first(entry: _Entry) -> int:
    """Be the inner process without an outer one; the exit status."""
    os.setsid()
    proc = pseudofs.open_own_folder()
    processes.die_with_parent(proc)
    _join_cgroups(entry.box)
    user = unused_user()
    namespaces.unshare(NEWNS | NEWUTS | NEWIPC | NEWNET)
    return _inner(entry, user, proc)


def _join_cgroups(box: Box) -> None:
    if reaches(box.level, "cgroup"):
        for group in box.cgroups:
            # 0 means the writing process itself.
            pseudofs.write(f"{group}/cgroup.procs", "0")
        joined = pseudofs.read("/proc/self/cgroup")
        if not all(f"/{Path(group).name}\n" in joined for group in box.cgroups):
            raise ConfinementError("the box leaves a way out of its control groups")


def _outer(entry: _Entry) -> int:
    """Fork the inner process, wait for it, and kill its descendants; its exit status."""
    box = entry.box
    if sys.platform != "linux":
        if box.level != "none":
            raise ConfinementError(f"{sys.platform} has none of the means; only Linux has")
        entry.main()
        return 0
    os.setsid()
    proc = pseudofs.open_own_folder()
    processes.die_with_parent(proc)
    os.close(proc)
    # The kernel gives orphans of the box to this process, which kills them.
    libc.prctl("subreaper", libc.PR_SET_CHILD_SUBREAPER, 1)
    _join_cgroups(box)
    user = unused_user()
    if box.scratch and user is not None:
        os.chown(box.scratch, user, user)
    if reaches(box.level, "namespaces"):
        enter_namespaces()
    inner = processes.fork()
    if inner == 0:
        status = 1
        try:
            proc = pseudofs.open_own_folder()
            processes.die_with_parent(proc)
            status = _inner(entry, user, proc)
        finally:
            os._exit(status)
    # SIGINT is for the learner's code; SIGTERM ends the whole box.
    signal.signal(signal.SIGINT, lambda *_: processes.send_signal(inner, signal.SIGINT))
    signal.signal(signal.SIGTERM, lambda *_: processes.send_signal(inner, signal.SIGKILL))
    _, waited = os.waitpid(inner, 0)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    processes.end_children()
    return os.waitstatus_to_exitcode(waited) & 0xFF


def _inner(entry: _Entry, user: int | None, proc: int) -> int:
    """Confine this process and run `main`, or report the step that failed; the exit status."""
    try:
        _confine(entry.box, entry.keep, user, proc)
    except BaseException as error:
        entry.refused(str(error))
        return REFUSED_STATUS
    entry.main()
    return 0


def _confine(box: Box, keep: frozenset[int], user: int | None, proc: int) -> None:
    """All steps, in their order; the last one tries whether they had an effect.

    `user` is what root becomes; `proc` is the descriptor of this process's folder in the machine's
    /proc, closed here.
    """
    size = limits.address_space()
    # Make boxes the OOM killer's first choice.
    limits.set_oom_score(1000)
    separate_open_files(keep | {proc})
    view = view_of(box)
    if reaches(box.level, "namespaces"):
        make_root(box, view, user)
        os.chdir(HOME)
    elif box.scratch:
        os.chdir(box.scratch)
    os.environ.clear()
    os.environ.update(box.environment)
    # Have tempfile look for its folder again: it may have used the former environment.
    tempfile.tempdir = None
    if box.scratch and not reaches(box.level, "namespaces"):
        redirect_temporary_files(box.scratch)
    if reaches(box.level, "limits"):
        set_limits(box, size, user is not None or reaches(box.level, "namespaces"))
    drop_privileges(box, user, proc)
    os.close(proc)
    for path in box.readable:
        require_readable(path)
    if reaches(box.level, "limits"):
        capabilities.set_no_new_privs()
    if reaches(box.level, "landlock"):
        restrict_files(box, view)
        seccomp.install()
    prove(box, view, keep)
