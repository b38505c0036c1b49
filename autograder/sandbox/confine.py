"""The box: a process shuts itself in before the first line of a learner's code runs, or refuses.

A box is an inner process, and where the kernel does not end everything with it an outer one, which
waits and leaves nothing behind. The inner one sees an empty house: a root of its own with Python
and the course to read and one scratch folder to write, no other process, no network, no right that
it could gain, and bounds on what it may use.
How much of that a machine allows is its level; what is not there is said, never passed over.
"""

import ctypes
import mmap
import os
import platform
import resource
import signal
import socket
import stat
import struct
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from autograder.errors import ConfinementError
from autograder.records import DEFAULT_MINIMUM, HOME, reaches
from autograder.sandbox import syscalls


@dataclass(frozen=True)
class Box:
    """What a box may use. Sizes in bytes, times in seconds."""

    level: str = DEFAULT_MINIMUM
    scratch: str = ""  # a folder that exists; used below the level "namespaces"
    readable: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()  # of the course: not to be read, wherever it lies
    memory: int = 2 * 2**30
    file_size: int = 64 * 2**20
    scratch_size: int = 128 * 2**20
    processes: int = 64
    open_files: int = 256
    cpu: int = 600
    cgroups: tuple[str, ...] = ()  # folders made for this box, to join
    environment: dict[str, str] = field(default_factory=dict)


RESERVED = 2**30
"""Bytes of address space that a process may lay claim to beside twice its memory."""

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
REFUSED_STATUS = 120
MODULES = (".py", ".so")
USER = 1000
"""The number of a box's user, as seen inside a user namespace."""

_libc = ctypes.CDLL(None, use_errno=True)


def _call(step: str, name: str, *arguments: object) -> int:
    """A function of the C library; raises ConfinementError with the step it was for."""
    done = getattr(_libc, name)(*arguments)
    if done < 0:
        raise ConfinementError(f"{step}: {os.strerror(ctypes.get_errno())}")
    return done


def _system_call(step: str, number: int, *arguments: object) -> int:
    return _call(step, "syscall", ctypes.c_long(number), *arguments)


# Entering


_parent = 0
"""In a process that has been forked for a box: the one that forked it, as /proc numbers it."""


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


def _fork() -> int:
    """os.fork, which remembers the parent: in a namespace of its own, a child cannot ask for it."""
    global _parent
    if sys.platform != "linux":
        return os.fork()
    parent = int(os.readlink("/proc/self"))
    process = os.fork()
    if process == 0:
        _parent = parent
    return process


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


def _require_readable(path: str) -> None:
    needed = os.R_OK if path.endswith(MODULES) else os.R_OK | os.X_OK
    if os.path.exists(path) and not os.access(path, needed):
        raise ConfinementError(
            f"{path} cannot be read by the user without rights that a box has; "
            "use a Python that everybody can read"
        )


def _own_files(keep: frozenset[int]) -> None:
    """Close the files of the warm process, or open them anew: all boxes share their offsets.

    A library that keeps a file open, as matplotlib does with its fonts, goes on reading it.
    """
    for number in sorted(map(int, os.listdir("/proc/self/fd"))):
        if number <= 2 or number in keep:
            continue
        with suppress(OSError):
            if not stat.S_ISREG(os.fstat(number).st_mode) or not _reopened(number):
                os.close(number)


def _reopened(number: int) -> bool:
    """Give a file a description of its own, at the same place in the file."""
    try:
        own = os.open(f"/proc/self/fd/{number}", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    os.lseek(own, os.lseek(number, 0, os.SEEK_CUR), os.SEEK_SET)
    os.dup2(own, number, inheritable=False)
    os.close(own)
    return True


def _no_tmp(scratch: str) -> None:
    """Where /tmp is everybody's, what would go there goes into the scratch folder."""
    for name, value in os.environ.items():
        if value.startswith("/tmp"):
            os.environ[name] = scratch + value.removeprefix("/tmp")
    os.environ["TMPDIR"] = scratch


def _signal(process: int, number: int) -> None:
    """Send a signal to a process that may have just ended."""
    with suppress(ProcessLookupError):
        os.kill(process, number)


def _read(path: str, folder: int | None = None) -> str:
    """A short file of the kernel's; open() would cost each box a tenth of a millisecond more."""
    number = os.open(path, os.O_RDONLY | os.O_CLOEXEC, dir_fd=folder)
    try:
        return os.read(number, 65536).decode()
    finally:
        os.close(number)


def _write(path: str, text: str, folder: int | None = None) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CLOEXEC, dir_fd=folder)
    try:
        os.write(number, text.encode())
    finally:
        os.close(number)


def _own_entry() -> int:
    """This process's folder in the machine's /proc, to be used when that is out of sight."""
    return os.open("/proc/self", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)


def _die_with_parent(about: int) -> None:
    _call("end with the parent", "prctl", 1, signal.SIGKILL, 0, 0, 0)
    # PR_SET_PDEATHSIG does nothing about a parent that has ended before.
    parent = _read("stat", about).rpartition(")")[2].split()[1]
    if int(parent) != _parent:
        raise ConfinementError("the process that asked for the box has ended")


def end_children() -> None:
    """Kill every process that descends from this one, until none is left."""
    while True:
        for child in _children():
            _signal(child, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _children() -> list[int]:
    try:
        listed = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    except OSError:
        return []
    return [int(number) for number in listed.split()]


# Who the inner process is


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


def _set_capabilities(effective: int) -> None:
    header = struct.pack("Ii", 0x20080522, 0)
    sets = struct.pack("6I", effective, effective, 0, 0, 0, 0)
    _call("drop capabilities", "capset", header, sets)


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


def _bound_capabilities() -> None:
    """Empty the bounding set, and lock the rules by which programs of root would get rights."""
    # PR_CAPBSET_DROP, of all there are; PR_SET_SECUREBITS, all bits but "keep", and all locks.
    number = 0
    while _libc.prctl(24, number, 0, 0, 0) == 0:
        number += 1
    _libc.prctl(28, 0xEF, 0, 0, 0)


# What is shown, and what of that is hidden again

View = tuple[tuple[str, bool], ...]
"""Paths, parents first: those that are shown (True), and those hidden inside of them (False)."""

SYSTEM = ("/usr", "/bin", "/lib", "/lib64", "/lib32", "/sbin")
ETC = ("ld.so.cache", "localtime", "fonts", "mime.types", "alternatives")
DEVICES = ("null", "zero", "full", "random", "urandom")
PARTS = ("bin", "include", "lib", "lib64", "share", "pyvenv.cfg")
"""What Python needs of its environment, where that is a course's own folder."""


def view_of(box: Box) -> View:
    """What a box shows, by its level. Raises ConfinementError where that would be too much."""
    if not reaches(box.level, "landlock"):
        return ()
    apart = reaches(box.level, "namespaces")
    etc = tuple(f"/etc/{name}" for name in ETC) if apart else ("/etc",)
    hidden = tuple(os.path.realpath(path) for path in box.hidden if os.path.exists(path))
    view = visible((*SYSTEM, *etc, *box.readable), hidden)
    for path, is_shown in view:
        if not is_shown and not apart:
            raise ConfinementError(
                f"{path} lies inside {shown_around(path, view)}, which learners' code can read, "
                f"and the level {box.level} cannot hide it; move the course, or grade at the level "
                "namespaces"
            )
    return view


def shown_around(path: str, view: View) -> str:
    """The innermost shown folder that a hidden path lies in."""
    return next(other for other, is_shown in view[::-1] if is_shown and _is_in(path, other))


@lru_cache
def visible(shown: tuple[str, ...], hidden: tuple[str, ...]) -> View:
    """Which of the paths to show, and which to hide inside of them.

    A folder that holds other hidden ones, such as a course, may hold Python and its packages too:
    those are shown, and nothing else of it. Of any other hidden folder nothing is shown. Raises
    ConfinementError when Python itself would be hidden.

    Parameters
    ----------
    hidden : tuple of str
        Absolute, without symbolic links.
    """
    marks: dict[str, bool] = {}
    for path in _shown_beside(shown, hidden):
        real = os.path.realpath(path)
        marks[path] = True
        for secret in hidden:
            if secret != real and _is_in(secret, real):
                marks.setdefault(path + secret.removeprefix(real.rstrip("/")), False)
    view: list[tuple[str, bool]] = []
    for path in sorted(marks, key=lambda path: path.count("/")):
        around = next((mark for other, mark in view[::-1] if _is_in(path, other)), False)
        if marks[path] != around:
            view.append((path, marks[path]))
    return tuple(view)


def _shown_beside(shown: Iterable[str], hidden: tuple[str, ...]) -> list[str]:
    """The paths that may be shown: an environment that is a hidden folder by its parts."""
    found = []
    waiting = [path for path in shown if os.path.exists(path)]
    for path in waiting:
        real = os.path.realpath(path)
        around = [secret for secret in hidden if _is_in(real, secret)]
        wholly = [
            secret
            for secret in around
            if not any(other != secret and _is_in(other, secret) for other in hidden)
        ]
        if real in around and real not in wholly and _is_python(real):
            waiting += [f"{path}/{part}" for part in PARTS if os.path.exists(f"{path}/{part}")]
        elif not wholly and real not in around:
            found.append(path)
        elif path in SYSTEM or _is_python(real):
            raise ConfinementError(
                f"{(wholly or around)[0]} is a folder of the course that learners' code must not "
                f"see, and {path}, which Python needs, is in it; move one of them"
            )
    return found


def _is_python(path: str) -> bool:
    """Whether it is, or holds, the environment of this Python, or is in it."""
    return any(
        _is_in(path, root) or _is_in(root, path)
        for root in map(os.path.realpath, {sys.prefix, sys.base_prefix, sys.exec_prefix})
    )


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


# Namespaces and a root of its own

NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = (
    0x00020000,
    0x02000000,
    0x04000000,
    0x08000000,
    0x10000000,
    0x20000000,
    0x40000000,
)


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


def _leave(rooms: int) -> None:
    """Enter namespaces of one's own; that of control groups where the kernel has it."""
    if _libc.unshare(rooms | NEWCGROUP) != 0:
        _call("namespaces", "unshare", rooms)


RDONLY, NOSUID, NODEV, NOEXEC, BIND, REC, PRIVATE = 1, 2, 4, 8, 4096, 16384, 1 << 18
MOUNT_SETATTR, PIVOT_ROOT = 442, {"x86_64": 155, "aarch64": 41}.get(platform.machine(), -1)


PROC_OPTIONS = b"subset=pid"
READ_ONLY = struct.pack("QQQQ", 1 | 2 | 4, 0, 0, 0)
"""For mount_setattr: read-only, no set-user-id programs, no devices."""
READ_ONLY_DEVICE = struct.pack("QQQQ", 1 | 2 | 8, 0, 0, 0)
"""The same for a device: no set-user-id programs, no programs."""


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


def _set_attributes(step: str, target: Path, attributes: bytes, flags: int = 0) -> None:
    path, size = os.fsencode(str(target)), ctypes.c_size_t(len(attributes))
    _system_call(step, MOUNT_SETATTR, -100, path, flags, attributes, size)


def _mount(
    step: str, source: object, target: object, kind: str | None, flags: int, options: str = ""
) -> None:
    def text(value: object) -> bytes | None:
        return None if value is None else os.fsencode(str(value))

    _call(
        step,
        "mount",
        text(source),
        text(target),
        text(kind),
        ctypes.c_ulong(flags),
        options.encode() or None,
    )


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


# Bounds


def _address_space() -> int:
    """Bytes that this process has laid claim to, most of them shared with the warm one."""
    return int(_read("/proc/self/statm").split()[0]) * resource.getpagesize()


def _first_to_go() -> None:
    """When the machine's memory is short, the kernel is to end boxes, not the grader."""
    with suppress(OSError):
        _write("/proc/self/oom_score_adj", "1000")


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


def _no_new_privileges() -> None:
    _call("no new privileges", "prctl", 38, 1, 0, 0, 0)


# Landlock: which files, which connections

LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
READ = 1 << 0 | 1 << 2 | 1 << 3  # execute, read a file, read a folder
READ_FOLDER = 1 << 3
OF_FILES = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14  # what can be asked of a file that is no folder


def _landlock_version() -> int:
    return _system_call("Landlock", LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)


def _restrict_files(box: Box, view: View) -> None:
    """Everything is refused but reading what a box may read, and writing its scratch folder."""
    version = _landlock_version()
    rights = {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)
    every = (1 << rights) - 1
    network = 3 if version >= 4 else 0  # bind and connect, TCP
    scope = 3 if version >= 6 else 0  # abstract sockets, signals
    rules = struct.pack("QQQ", every, network, scope)
    rules = rules[: 8 if version < 4 else 16 if version < 6 else 24]
    size = ctypes.c_size_t(len(rules))
    handle = _system_call("Landlock", LANDLOCK_CREATE, rules, size, 0)
    own = reaches(box.level, "namespaces")
    written = [HOME, "/tmp", "/dev/shm"] if own else [box.scratch]
    read = [path for path, is_shown in view if is_shown]
    read += [f"/dev/{name}" for name in DEVICES]
    read += ["/etc", "/proc"] if own else ["/proc/self", "/proc/cpuinfo", "/proc/meminfo"]
    allowed = [(path, READ) for path in read] + [(path, every) for path in written]
    allowed.append(("/dev/null", 1 << 1 | 1 << 2))
    if own:
        # Python looks for modules in folders of which some parts are shown.
        allowed.append(("/", READ_FOLDER))
    for path, access in allowed:
        _allow(handle, path, access & every)
    _system_call("Landlock", LANDLOCK_RESTRICT, handle, 0)
    os.close(handle)


def _allow(handle: int, path: str, access: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not os.path.isdir(path):
        access &= OF_FILES
    rule = struct.pack("=Qi", access, place)
    _system_call(f"Landlock, {path}", LANDLOCK_ADD, handle, 1, rule, 0)
    os.close(place)


# seccomp: which system calls

ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
ALLOW, REFUSE, MISSING, KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
"""What the filter answers: go on; "not permitted"; "no such call"; end the process."""
NOTHING = 0x00050000
"""An error number of 0: the call is not made, and its caller sees it succeed."""
TIOCSTI, TIOCLINUX = 0x5412, 0x541C
"""Typing into a terminal, and the console's own functions."""
F_SETLEASE, F_NOTIFY = 1024, 1026
"""Being told by a signal when somebody opens a file, and what is read or written in a folder."""

LOAD, AND, JUMP, EQUAL, ANY_BIT, FROM, ANSWER = 0x20, 0x54, 0x05, 0x15, 0x45, 0x35, 0x06
"""Instructions of BPF: load a word, mask it, jump, compare and jump, end."""

Step = tuple[int, int, int, int]


def system_call_filter(machine: str) -> bytes:
    """The seccomp filter of a machine ("x86_64", "aarch64"), as the kernel's BPF.

    Made here from tables of numbers, so it does not depend on a library that might be missing.
    """
    try:
        architecture, column = ARCHITECTURES[machine]
    except KeyError:
        raise ConfinementError(f"seccomp: no filter for {machine}") from None
    steps = [
        (LOAD, 0, 0, 4),
        (EQUAL, 1, 0, architecture),
        (ANSWER, 0, 0, KILL),
        (LOAD, 0, 0, 0),
        # x32 syscall numbers would bypass the tables.
        (FROM, 0, 1, 0x40000000),
        (ANSWER, 0, 0, KILL),
        *_decision_tree(_ranges(_answers(column))),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def _answers(column: int) -> dict[int, tuple[Step, ...]]:
    """What is answered to each system call, by its number; a missing one does not exist."""

    def tested(argument: int, *tests: Step) -> tuple[Step, ...]:
        """Refuse the call when the low half of an argument passes the tests."""
        load = (LOAD, 0, 0, 16 + 8 * argument)
        return (load, *tests, (ANSWER, 0, 0, REFUSE), (ANSWER, 0, 0, ALLOW))

    spaces = NEWNS | NEWUTS | NEWIPC | NEWUSER | NEWPID | NEWNET | NEWCGROUP
    # Of the local family only: sockets to other processes of the box.
    local = tested(0, (EQUAL, 1, 0, 1))
    by_arguments = {
        # No namespace by clone. clone3 hides its flags in memory and is therefore missing.
        syscalls.CLONE: tested(0, (ANY_BIT, 0, 1, spaces)),
        syscalls.SOCKET: local,
        syscalls.SOCKETPAIR: local,
        # PR_SET_PDEATHSIG: a box ends with the warm process, whatever happens.
        syscalls.PRCTL: tested(0, (EQUAL, 0, 1, 1)),
        # MAP_SHARED | MAP_ANONYMOUS: RLIMIT_DATA does not count it.
        syscalls.MMAP: tested(3, (AND, 0, 0, 0x21), (EQUAL, 0, 1, 0x21)),
        # Boxes share the folders of Python: F_NOTIFY, as inotify, would tell what a test imports.
        syscalls.FCNTL: tested(1, (EQUAL, 1, 0, F_SETLEASE), (EQUAL, 0, 1, F_NOTIFY)),
        syscalls.IOCTL: tested(1, (EQUAL, 1, 0, TIOCSTI), (EQUAL, 0, 1, TIOCLINUX)),
        # The autogroup scheduler gives each session an equal share of the CPU: a box has one
        # session, made outside. Programs that ask for their own go on without it.
        syscalls.SETSID: ((ANSWER, 0, 0, NOTHING),),
    }
    allow, refuse = ((ANSWER, 0, 0, ALLOW),), ((ANSWER, 0, 0, REFUSE),)
    answers: list[tuple[syscalls.Numbers, tuple[Step, ...]]] = [
        *((numbers, allow) for numbers in syscalls.ALLOWED.values()),
        *((numbers, refuse) for numbers in syscalls.REFUSED.values()),
        *by_arguments.items(),
    ]
    return {
        number: answer for numbers, answer in answers if (number := numbers[column]) is not None
    }


def _ranges(answers: dict[int, tuple[Step, ...]]) -> list[tuple[int, tuple[Step, ...]]]:
    """The numbers from which on another answer is given, in order, with that answer."""
    missing = ((ANSWER, 0, 0, MISSING),)
    found = [(0, answers.get(0, missing))]
    for number in range(1, max(answers) + 2):
        answer = answers.get(number, missing)
        if answer != found[-1][1]:
            found.append((number, answer))
    return found


def _decision_tree(ranges: list[tuple[int, tuple[Step, ...]]]) -> list[Step]:
    """A binary search: the kernel runs the filter for every call that it knows when it is set."""
    if len(ranges) == 1:
        return list(ranges[0][1])
    middle = len(ranges) // 2
    below, above = _decision_tree(ranges[:middle]), _decision_tree(ranges[middle:])
    first = ranges[middle][0]
    if len(below) < 256:
        return [(FROM, len(below), 0, first), *below, *above]
    # A conditional jump leads over 255 steps at most.
    return [(FROM, 0, 1, first), (JUMP, 0, 0, len(below)), *below, *above]


def _filter_system_calls() -> None:
    program = _filter_of_this_machine()
    kept = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(kept))
    _call("seccomp", "prctl", 22, 2, described, 0, 0)


@cache
def _filter_of_this_machine() -> bytes:
    return system_call_filter(platform.machine())


# What must hold inside


def prove(box: Box, view: View, keep: frozenset[int]) -> None:
    """Try, inside a box, what its level must make impossible. Raises ConfinementError if it is not.

    A step that seemed to succeed and did nothing would be found here, before any code runs.
    """
    ways: list[tuple[str, str, Callable[[], bool]]] = [
        ("limits", "new privileges", lambda: _libc.prctl(39, 0, 0, 0, 0) == 0),
        ("limits", "more memory than its bound", lambda: _works(mmap.mmap, *_too_much(box))),
        ("limits", "open files that are not its own", lambda: _has_other_files(keep)),
        ("landlock", "the network", lambda: _works(socket.socket, socket.AF_INET)),
        ("landlock", "new namespaces", lambda: _libc.unshare(NEWUSER) == 0),
        # Open to everybody but for Landlock, at either level.
        ("landlock", "what is not its own", lambda: _works(os.open, "/dev/zero", os.O_WRONLY)),
        ("landlock", "other processes", lambda: _works(os.kill, os.getppid() or -1, 0)),
        ("namespaces", "other processes", lambda: os.getpid() != 1),
        ("namespaces", "the machine's files", lambda: os.path.exists("/etc/shadow")),
        ("namespaces", "the machine's root", lambda: os.path.exists("/old")),
        ("namespaces", "facts of the machine", _sees_the_machine),
        # PR_CAPBSET_READ, PR_GET_SECUREBITS
        ("namespaces", "capabilities", lambda: _libc.prctl(23, 0, 0, 0, 0) == 1),
        ("namespaces", "rights of root's programs", lambda: _libc.prctl(27, 0, 0, 0, 0) != 0xEF),
    ]
    for wanted, what, is_open in ways:
        if reaches(box.level, wanted) and is_open():
            raise ConfinementError(f"the box leaves a way to {what}")
    if reaches(box.level, "landlock"):
        covered = {path for path, is_shown in view if not is_shown}
        for path in {*box.hidden, *covered}:
            if _can_be_seen(path, view):
                raise ConfinementError(f"the box leaves a way to {path}")


def _too_much(box: Box) -> tuple[int, int, int]:
    """For mmap: as much address space again as the box may have, of its own and never touched."""
    return -1, 2 * box.memory + 2 * RESERVED, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS


def _has_other_files(keep: frozenset[int]) -> bool:
    """Whether anything is open but what it was given, and files to read."""
    try:
        numbers: Iterable[int] = map(int, os.listdir("/proc/self/fd"))
    except FileNotFoundError:
        # Without /proc: every number that a file can have.
        numbers = range(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    for number in numbers:
        # The list's own descriptor is closed again.
        with suppress(OSError):
            if number > 2 and number not in keep and not stat.S_ISREG(os.fstat(number).st_mode):
                return True
    return False


def _sees_the_machine() -> bool:
    if os.path.exists("/proc/cmdline"):
        return True
    try:
        groups = _read("/proc/self/cgroup")
    except FileNotFoundError:
        # Without /proc, or in a kernel without control groups.
        return False
    return not all(group.endswith(":/") for group in groups.splitlines())


def _can_be_seen(path: str, view: View) -> bool:
    """Whether a path of the course holds anything that can be read, but the parts that are shown.

    A folder that every box makes for itself, such as /tmp, holds the box's own files only.
    """
    shown = [other for other, is_shown in view if is_shown] + [
        HOME,
        "/proc",
        "/dev",
        "/etc",
        "/tmp",
    ]
    try:
        found = os.listdir(path)
    except NotADirectoryError:
        return _works(_read_byte, path)
    except OSError:
        return False
    return any(
        not any(_is_in(other, f"{path.rstrip('/')}/{name}") for other in shown) for name in found
    )


def _read_byte(path: str) -> None:
    with open(path, "rb") as file:
        if not file.read(1):
            raise OSError("it is empty")


def _works(call: Callable[..., object], *arguments: object) -> bool:
    try:
        call(*arguments)
    except OSError:
        return False
    return True


def readable_paths() -> tuple[str, ...]:
    """What a box needs to read besides the system: this Python and its packages, and the course."""
    from course import places

    roots = {sys.prefix, sys.base_prefix, sys.exec_prefix}
    house, library = places.REPOSITORY, sysconfig.get_path("stdlib")
    for entry in map(Path, filter(None, sys.path)):
        # A checkout on the path holds answers too: only its packages and data are shown. So does a
        # course, of which nothing is.
        is_course = (entry / "nbgrader_config.py").exists()
        if entry.is_relative_to(library):
            # Shown with Python itself.
            continue
        if not is_course and not house.is_relative_to(entry.resolve()):
            roots |= set(map(str, _importable(entry)))
    roots |= {str(house / name) for name in ("course", "autograder", "datasets")}
    return tuple(sorted(str(Path(root)) for root in roots if Path(root).exists()))


def _importable(entry: Path) -> Iterable[Path]:
    """What Python can import from a place on its path, which may be a project's with a course."""
    if entry.name in ("site-packages", "dist-packages") or not entry.is_dir():
        return [entry]
    return [
        path
        for path in entry.iterdir()
        if path.suffix in MODULES or (path / "__init__.py").is_file()
    ]
