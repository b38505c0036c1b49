"""The box: a process shuts itself in before the first line of a learner's code runs, or refuses.

A box is an inner process, and where the kernel does not end everything with it an outer one, which
waits and leaves nothing behind. The inner one sees an empty house: a root of its own with Python
and the course to read and one scratch folder to write, no other process, no network, no right that
it could gain, and bounds on what it may use.
How much of that a machine allows is its level; what is not there is said, never passed over.
"""

import ctypes
import os
import platform
import resource
import signal
import socket
import struct
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

LEVELS = ("none", "limits", "landlock", "namespaces", "cgroup")
"""Each level has all that stands before it.

none        a process of its own, killed when its time is over
limits      bounds on memory, files and processes; no new privileges; nothing outlives the box
landlock    reads Python and the course only, writes its scratch folder only (Landlock); no way to
            other processes, the network or the kernel's rarer doors (seccomp)
namespaces  a root, processes, network and users of its own: nothing else is there to be seen
cgroup      memory and processes bounded for the box as a whole
"""
DEFAULT_MINIMUM = "namespaces"


class ConfinementError(Exception):
    """A step of the box that this machine does not allow; one line that names the step."""


@dataclass(frozen=True)
class Box:
    """What a box may use. Sizes in bytes, times in seconds."""

    level: str = DEFAULT_MINIMUM
    scratch: str = ""  # a folder that exists; used below the level "namespaces"
    readable: tuple[str, ...] = ()
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
HOME = "/home/learner"
"""The scratch folder, as the inner process sees it in a root of its own."""

_libc = ctypes.CDLL(None, use_errno=True)


def _call(step: str, name: str, *arguments: object) -> int:
    """A function of the C library; raises ConfinementError with the step it was for."""
    done = getattr(_libc, name)(*arguments)
    if done < 0:
        raise ConfinementError(f"{step}: {os.strerror(ctypes.get_errno())}")
    return done


def _system_call(step: str, number: int, *arguments: object) -> int:
    return _call(step, "syscall", ctypes.c_long(number), *arguments)


def reaches(level: str, wanted: str) -> bool:
    """Whether a level is at least the wanted one."""
    return LEVELS.index(level) >= LEVELS.index(wanted)


# Entering


def fork(box: Box) -> tuple[int, bool]:
    """Fork a process for a box: its number (0 in itself), and whether it is the first of its own.

    For root, and from the level "namespaces" on, it can be the first process of a namespace: when
    it ends, the kernel ends all others there. Everybody else needs an outer process for that, which
    costs a second fork of a large process.
    """
    if not (reaches(box.level, "namespaces") and os.geteuid() == 0):
        return os.fork(), False
    here = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        if _libc.unshare(NEWPID) != 0:
            return os.fork(), False
        try:
            process = os.fork()
        except OSError:
            _call("back from a process namespace", "setns", here, NEWPID)
            raise
        if process:
            # What is forked next is not to be in there.
            _call("back from a process namespace", "setns", here, NEWPID)
        return process, True
    finally:
        os.close(here)


def enter(box: Box, first: bool, main: Callable[[], None], refused: Callable[[str], None]) -> None:
    """Run `main` in a box, in this process, fresh from `fork`; never returns.

    `first` says that it is the first of its own namespace, and so the inner process. Otherwise it
    becomes the outer one: it ends when the inner one has, with its exit status, and takes
    everything that the inner one started with it. When a step fails, `refused` is told which and
    `main` is never called.
    """
    status = REFUSED_STATUS
    try:
        status = _first(box, main, refused) if first else _outer(box, main, refused)
    except BaseException as error:
        with suppress(Exception):
            refused(str(error))
    finally:
        os._exit(status)


def _first(box: Box, main: Callable[[], None], refused: Callable[[str], None]) -> int:
    os.setsid()
    _die_with_parent()
    _join_groups(box)
    identity = _identity()
    _call("namespaces", "unshare", NEWNS | NEWUTS | NEWIPC | NEWNET)
    return _inner(box, identity, main, refused)


def _join_groups(box: Box) -> None:
    if reaches(box.level, "cgroup"):
        for group in box.cgroups:
            # Whoever writes.
            Path(group, "cgroup.procs").write_text("0")


def _outer(box: Box, main: Callable[[], None], refused: Callable[[str], None]) -> int:
    if sys.platform != "linux":
        if box.level != "none":
            raise ConfinementError(f"{sys.platform} has none of the means; only Linux has")
        main()
        return 0
    os.setsid()
    _die_with_parent()
    # Orphans of the box come to the outer process, which ends them.
    _call("subreaper", "prctl", 36, 1, 0, 0, 0)
    _join_groups(box)
    identity = _identity()
    if box.scratch and identity is not None:
        os.chown(box.scratch, identity, identity)
    if reaches(box.level, "namespaces"):
        _unshare()
    inner = os.fork()
    if inner == 0:
        status = 1
        try:
            status = _inner(box, identity, main, refused)
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
    box: Box, identity: int | None, main: Callable[[], None], refused: Callable[[str], None]
) -> int:
    try:
        _die_with_parent()
        size = _address_space()
        _first_to_go()
        if reaches(box.level, "namespaces"):
            _own_root(box, identity)
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
        _drop_identity(identity)
        for path in box.readable:
            needed = os.R_OK if path.endswith(MODULES) else os.R_OK | os.X_OK
            if not os.access(path, needed):
                raise ConfinementError(
                    f"{path} cannot be read by the user without rights that a box has; "
                    "use a Python that everybody can read"
                )
        if reaches(box.level, "limits"):
            _no_new_privileges()
        if reaches(box.level, "landlock"):
            _restrict_files(box)
            _filter_system_calls()
        prove(box.level)
    except BaseException as error:
        refused(str(error))
        return REFUSED_STATUS
    main()
    return 0


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


def _die_with_parent() -> None:
    _call("end with the parent", "prctl", 1, signal.SIGKILL, 0, 0, 0)


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


def _identity() -> int | None:
    """For root, a user without rights or files of its own; None for everybody else."""
    if os.geteuid() != 0:
        return None
    # The number that the machine knows it by: within a namespace of its own each box is number 1.
    return 64_000 + int(os.readlink("/proc/self")) % 1_000


def _drop_identity(identity: int | None) -> None:
    """Give up root and every capability, for good."""
    if identity is not None:
        os.setgroups([])
        os.setresgid(identity, identity, identity)
        os.setresuid(identity, identity, identity)
        # Changing user undoes both.
        _call("stay readable to itself", "prctl", 4, 1, 0, 0, 0)
        _die_with_parent()
    header = struct.pack("Ii", 0x20080522, 0)
    _call("drop capabilities", "capset", header, bytes(24))


# Namespaces and a root of its own

NEWNS, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = (
    0x00020000,
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
    if os.geteuid() == 0 and _libc.unshare(rooms) == 0:
        return
    user, group = os.geteuid(), os.getegid()
    _call("namespaces", "unshare", rooms | NEWUSER)
    try:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    except OSError as error:
        raise ConfinementError(f"user namespace: {error.strerror}") from None


RDONLY, NOSUID, NODEV, NOEXEC, BIND, REC, PRIVATE = 1, 2, 4, 8, 4096, 16384, 1 << 18
MOUNT_SETATTR, PIVOT_ROOT = 442, {"x86_64": 155, "aarch64": 41}.get(platform.machine(), -1)
SYSTEM = ("/usr", "/bin", "/lib", "/lib64", "/lib32", "/sbin")
ETC = ("ld.so.cache", "localtime", "fonts", "mime.types", "alternatives")
DEVICES = ("null", "zero", "full", "random", "urandom")


def _own_root(box: Box, identity: int | None) -> None:
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
    # Read through the old root while it is still there.
    for path in (*SYSTEM, *(f"/etc/{name}" for name in ETC), *box.readable):
        _show(path, root)
    for device in DEVICES:
        (root / "dev" / device).touch()
        _mount("devices", f"/dev/{device}", root / "dev" / device, None, BIND)
    for link, target in (("fd", "/proc/self/fd"), ("stdout", "/proc/self/fd/1")):
        (root / "dev" / link).symlink_to(target)
    _accounts(root / "etc", os.geteuid() if identity is None else identity)
    # Some containers hide parts of /proc and then refuse a new one: it is done without.
    _libc.mount(b"proc", bytes(root / "proc"), b"proc", NOSUID | NODEV | NOEXEC, None)
    os.chdir(root)
    _system_call("pivot_root", PIVOT_ROOT, b".", b"old")
    os.chdir("/")
    _call("leave the old root", "umount2", b"/old", 2)
    os.rmdir("/old")
    _mount("a root to read only", None, "/", None, RDONLY | BIND | 32 | NOSUID | NODEV)


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
    # Read-only, no devices, no set-user-id programs; with everything mounted below.
    attributes = struct.pack("QQQQ", 1 | 2 | 4, 0, 0, 0)
    _system_call(
        f"show {path} to read only",
        MOUNT_SETATTR,
        -100,
        os.fsencode(str(target)),
        0x8000,
        attributes,
        ctypes.c_size_t(len(attributes)),
    )


def _accounts(etc: Path, user: int) -> None:
    """Names for the one user, so that programs which ask who they are get an answer."""
    (etc / "passwd").write_text(f"learner:x:{user}:{user}::{HOME}:/bin/sh\n")
    (etc / "group").write_text(f"learner:x:{user}:\n")
    (etc / "hosts").write_text("127.0.0.1 localhost\n")


# Bounds


def _address_space() -> int:
    """Bytes that this process has laid claim to, most of them shared with the warm one."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _first_to_go() -> None:
    """When the machine's memory is short, the kernel is to end boxes, not the grader."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


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
OF_FILES = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14  # what can be asked of a file that is no folder


def _landlock_version() -> int:
    return _system_call("Landlock", LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)


def _restrict_files(box: Box) -> None:
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
    read = ["/"] if own else [*SYSTEM, "/etc", "/proc/self", "/proc/cpuinfo", "/proc/meminfo"]
    read += [] if own else [*box.readable, *(f"/dev/{name}" for name in DEVICES)]
    allowed = [(path, READ) for path in read] + [(path, every) for path in written]
    allowed.append(("/dev/null", 1 << 1 | 1 << 2))
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

REFUSED = {
    # name: (x86_64, aarch64)
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "clock_adjtime": (305, 266),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "syslog": (103, 116),
    "personality": (135, 92),
    "fanotify_init": (300, 262),
    "lookup_dcookie": (212, 18),
    "setxattr": (188, 5),
    "fsetxattr": (190, 7),
    "lsetxattr": (189, 6),
    "vmsplice": (278, 75),
    "setxattrat": (463, 463),
    "open_tree_attr": (467, 467),
    "quotactl_fd": (443, 443),
}
ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
CLONE = {"x86_64": 56, "aarch64": 220}
CLONE3 = 435
SOCKET = {"x86_64": 41, "aarch64": 198}
MMAP = {"x86_64": 9, "aarch64": 222}
PRCTL = {"x86_64": 157, "aarch64": 167}
ALLOW, REFUSE, MISSING, KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
"""What the filter answers: go on; "not permitted"; "no such call"; end the process."""


def system_call_filter(machine: str) -> bytes:
    """The seccomp filter of a machine ("x86_64", "aarch64"), as the kernel's BPF.

    Made here from a table of numbers, so it does not depend on a library that might be missing.
    """
    try:
        architecture, column = ARCHITECTURES[machine]
    except KeyError:
        raise ConfinementError(f"seccomp: no filter for {machine}") from None
    load, both, equal, any_bit, above, answer = 0x20, 0x54, 0x15, 0x45, 0x35, 0x06
    steps: list[tuple[int, int, int, int]] = [
        (load, 0, 0, 4),
        (equal, 1, 0, architecture),
        (answer, 0, 0, KILL),
        (load, 0, 0, 0),
        # Numbers of the x32 kind would get round the table.
        (above, 0, 1, 0x40000000),
        (answer, 0, 0, KILL),
    ]
    for numbers in REFUSED.values():
        steps += [(equal, 0, 1, numbers[column]), (answer, 0, 0, REFUSE)]
    # clone3 hides its flags in memory; the C library falls back to clone.
    steps += [(equal, 0, 1, CLONE3), (answer, 0, 0, MISSING)]

    def refuse(call: int, argument: int, *test: tuple[int, int, int, int]) -> None:
        """Refuse a call whose argument, the first being 0, passes a test of its low half."""
        steps.extend([(equal, 0, len(test) + 3, call), (load, 0, 0, 16 + 8 * argument), *test])
        steps.extend([(answer, 0, 0, REFUSE), (load, 0, 0, 0)])

    # No namespace by clone, by its flags.
    spaces = NEWNS | NEWUTS | NEWIPC | NEWUSER | NEWPID | NEWNET | 0x02000000
    refuse(CLONE[machine], 0, (any_bit, 0, 1, spaces))
    # Sockets to other processes of the box only: of the local family, 1.
    refuse(SOCKET[machine], 0, (equal, 1, 0, 1))
    # A box ends with the warm process, whatever happens: what prctl calls 1 is not to be set.
    refuse(PRCTL[machine], 0, (equal, 0, 1, 1))
    # No memory that is shared and nameless, by its flags: it counts as nobody's data.
    refuse(MMAP[machine], 3, (both, 0, 0, 0x21), (equal, 0, 1, 0x21))
    steps.append((answer, 0, 0, ALLOW))
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def _filter_system_calls() -> None:
    program = system_call_filter(platform.machine())
    kept = ctypes.create_string_buffer(program, len(program))
    described = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(kept))
    _call("seccomp", "prctl", 22, 2, described, 0, 0)


# What must hold inside


def prove(level: str) -> None:
    """Try, inside a box, what its level must make impossible. Raises ConfinementError if it is not.

    A step that seemed to succeed and did nothing would be found here, before any code runs.
    """
    ways: list[tuple[str, str, Callable[[], bool]]] = [
        ("limits", "new privileges", lambda: _libc.prctl(39, 0, 0, 0, 0) == 0),
        ("landlock", "the network", lambda: _works(socket.socket, socket.AF_INET)),
        ("landlock", "new namespaces", lambda: _libc.unshare(NEWUSER) == 0),
        # Open to everybody but for Landlock, at either level.
        ("landlock", "what is not its own", lambda: _works(os.open, "/dev/zero", os.O_WRONLY)),
        ("landlock", "other processes", lambda: _works(os.kill, os.getppid() or -1, 0)),
        ("namespaces", "other processes", lambda: os.getpid() != 1),
        ("namespaces", "the machine's files", lambda: os.path.exists("/etc/shadow")),
        ("namespaces", "the machine's root", lambda: os.path.exists("/old")),
    ]
    for wanted, what, is_open in ways:
        if reaches(level, wanted) and is_open():
            raise ConfinementError(f"the box leaves a way to {what}")


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
    house = places.REPOSITORY
    for entry in map(Path, filter(None, sys.path)):
        # A checkout on the path holds answers too: only its packages and data are shown. So does a
        # course, of which nothing is.
        is_course = (entry / "nbgrader_config.py").exists()
        if not is_course and not house.is_relative_to(entry.resolve()):
            roots |= set(map(str, _importable(entry)))
    if not any(house.is_relative_to(root) for root in roots):
        roots |= {str(house / name) for name in ("course", "autograder", "datasets")}
    return tuple(sorted(_topmost(str(Path(root)) for root in roots if Path(root).exists())))


def _importable(entry: Path) -> Iterable[Path]:
    """What Python can import from a place on its path, which may be a project's with a course."""
    if entry.name in ("site-packages", "dist-packages") or not entry.is_dir():
        return [entry]
    return [
        path
        for path in entry.iterdir()
        if path.suffix in MODULES or (path / "__init__.py").is_file()
    ]


def _topmost(paths: Iterable[str]) -> Iterable[str]:
    """The paths that are not inside another of them or inside what every box shows."""
    kept: list[str] = []
    for path in sorted(set(paths), key=len):
        if not any(Path(path).is_relative_to(other) for other in (*SYSTEM, *kept)):
            kept.append(path)
    return kept
