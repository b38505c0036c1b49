"""The box, tried from inside: a probe runs in it and does what must be impossible there."""

import ctypes
import errno
import fcntl
import json
import mmap
import os
import platform
import pwd
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path

import pytest

from autograder.errors import ConfinementError
from autograder.linux import capabilities, landlock, libc, processes, seccomp, syscalls
from autograder.linux.limits import threads_of
from autograder.linux.mounts import PRIVATE, REC, mount
from autograder.linux.namespaces import NEWNS
from autograder.records import DEFAULT_MINIMUM, HOME, LEVELS, reaches
from autograder.sandbox import cgroups, entry, root
from autograder.sandbox.box import Box
from autograder.sandbox.entry import enter, fork
from autograder.sandbox.view import readable_paths, view_of, visible
from tests.system import no_box, unavailable

ROOT = Path(__file__).resolve().parents[2]


def data_of_this_process() -> int:
    """Bytes of this process that RLIMIT_DATA counts.

    A fork has them too. A pytest process has gigabytes after many tests, where the process from
    which the grader forks its boxes has 0.1 GB; so tests allow a box them in addition.
    """
    (kilobytes,) = re.findall(r"VmData:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(kilobytes) * 1024


def in_a_box(probe, level="namespaces", **bounds):
    """What `probe` returns in a box, as JSON data, or the name of the exception that it raises."""
    ours, theirs = socket.socketpair()
    scratch = bounds.pop("scratch", "")
    bounds = {"readable": readable_paths(), "memory": Box.memory} | bounds
    bounds["memory"] += data_of_this_process()
    box = Box(level=level, scratch=str(scratch), **bounds)
    process, first = fork(box)
    if process == 0:
        ours.close()
        # Discard output: the fork has copied pytest's buffers and would write them again.
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)

        def main() -> None:
            try:
                result = probe()
            except BaseException as error:
                result = type(error).__name__
            theirs.sendall(json.dumps(result).encode())

        refused = "refused: {}".format
        enter(
            box,
            first,
            main,
            lambda why: theirs.sendall(json.dumps(refused(why)).encode()),
            keep=(theirs.fileno(),),
        )
    theirs.close()
    received = b""
    while more := ours.recv(65536):
        received += more
    os.waitpid(process, 0)
    result = json.loads(received) if received else None
    if isinstance(result, str) and result.startswith("refused"):
        no_box(result)
    return result


def test_the_levels_are_in_order():
    assert reaches("cgroup", "namespaces") and reaches("limits", "limits")
    assert not reaches("landlock", "namespaces")


def test_inside_there_is_no_other_process_and_no_way_to_the_machine_s_files(tmp_path):
    secret = tmp_path / "secret"
    secret.touch()

    def probe():
        return [
            os.getpid(),
            [name for name in os.listdir("/proc") if name.isdigit()],
            os.path.exists(str(ROOT / "source")),
            os.path.exists("/etc/shadow"),
            secret.exists(),
            os.listdir("."),
        ]

    assert in_a_box(probe) == [1, ["1"], False, False, False, []]


def test_a_box_shares_no_namespace_with_the_machine():
    def seen():
        kinds = ("mnt", "pid", "net", "ipc", "uts", "user", "cgroup")
        return [os.readlink(f"/proc/self/ns/{kind}") for kind in kinds]

    assert set(in_a_box(seen)).isdisjoint(seen())


def session_inside() -> int:
    """The number of a box's session as seen inside: 0 for a session that was made outside."""
    return 1 if os.geteuid() == 0 else 0


@pytest.mark.parametrize("level", ["limits", "namespaces"])
def test_each_box_is_a_user_and_a_session_of_its_own(level, scratch):
    """So two boxes share no limit on processes, and neither can kill the other's."""

    def probe():
        (line,) = Path("/proc/self/uid_map").read_text().splitlines()
        _, outside, number = map(int, line.split())
        # Without a user namespace, all of the machine's user numbers are mapped to themselves.
        user = outside if number == 1 else os.getuid()
        return [user, os.getsid(0), os.getuid(), number]

    first, second = (in_a_box(probe, level=level, scratch=scratch) for _ in range(2))
    assert first[1] != os.getsid(0)
    if level == "namespaces":
        assert first[1] == second[1] == session_inside()
        assert first[2:] == second[2:] == [1000, 1]
    if os.geteuid() == 0:
        assert first[0] != second[0]
        # A number of no user of this machine, a domain or a container (systemd: UIDS-GIDS).
        assert all(2_000_200_000 < user < 2_147_352_576 for user in (first[0], second[0]))


def test_what_a_box_sees_is_mounted_read_only_and_gives_no_rights():
    """The mounts alone protect, even without Landlock and with all rights."""
    mounts = in_a_box(lambda: Path("/proc/self/mountinfo").read_text()).splitlines()
    seen = {line.split()[4]: set(line.split()[5].split(",")) for line in mounts}
    written = {"/home/learner", "/tmp", "/dev/shm"}
    assert written < set(seen) and "/" in seen
    for place, options in seen.items():
        assert "nosuid" in options or place.startswith("/dev/"), place
        assert "nodev" in options or place.startswith("/dev/"), place
        assert "ro" in options or place in written or place.startswith(("/dev/", "/proc")), place
    for place in written:
        assert {"nosuid", "nodev"} <= seen[place]


def test_answers_of_a_checkout_are_not_there_and_the_course_is():
    def probe():
        import course

        return [course.places.REPOSITORY == ROOT, sorted(os.listdir(ROOT))]

    is_checkout, seen = in_a_box(probe)
    assert is_checkout
    assert {"course", "datasets"} <= set(seen)
    assert not {"source", "tests", "release", "README.md"} & set(seen)


def write(folder: Path, *names: str) -> None:
    """Write files that contain their own names and that everybody can read."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    folder.chmod(0o755)


def read_all(*paths: object) -> list[str]:
    """The files that can be read, among these and below these folders."""
    found = []
    for path in map(str, paths):
        for parent, _, names in os.walk(path):
            found += [os.path.join(parent, name) for name in names]
        found.append(path)
    read = []
    for path in found:
        with suppress(OSError):
            if Path(path).read_bytes():
                read.append(path)
    return sorted(read)


COURSE = ("nbgrader_config.py", "gradebook.db", "source/a.ipynb", "submitted/b/a.ipynb")


def test_a_course_below_a_folder_that_is_shown_cannot_be_read(tmp_path):
    """As in /usr/src/app, a usual folder in containers."""
    write(tmp_path, "module.py", *(f"app/{name}" for name in COURSE))
    app = tmp_path / "app"
    hidden = (str(app), str(app / "source"), str(app / "gradebook.db"), str(app / "submitted"))
    shown = {"readable": (*readable_paths(), str(tmp_path))}

    def probe():
        return [read_all(tmp_path), os.listdir(app)]

    everything = [str(tmp_path / name) for name in ("module.py", *(f"app/{n}" for n in COURSE))]
    assert in_a_box(lambda: read_all(tmp_path), **shown) == sorted(everything)
    assert in_a_box(probe, hidden=hidden, **shown) == [[str(tmp_path / "module.py")], []]


def test_a_gradebook_alone_below_a_folder_that_is_shown_cannot_be_read(tmp_path):
    write(tmp_path, "module.py", "gradebook.db")
    hidden = (str(tmp_path / "gradebook.db"),)
    shown = {"readable": (*readable_paths(), str(tmp_path))}
    seen = in_a_box(lambda: read_all(tmp_path), hidden=hidden, **shown)
    assert seen == [str(tmp_path / "module.py")]


def test_a_course_that_is_shown_by_another_name_cannot_be_read(tmp_path):
    write(tmp_path, "real/module.py", *(f"real/app/{name}" for name in COURSE))
    (tmp_path / "link").symlink_to("real")
    hidden = (str(tmp_path / "real" / "app"),)
    shown = {"readable": (*readable_paths(), str(tmp_path / "link"))}
    seen = in_a_box(lambda: read_all(tmp_path / "link", tmp_path / "real"), hidden=hidden, **shown)
    assert seen == [str(tmp_path / "link" / "module.py")]


@pytest.mark.parametrize("level", ["landlock", "namespaces"])
def test_where_the_environment_is_the_course_s_folder_only_its_own_parts_are_shown(
    tmp_path, monkeypatch, scratch, level
):
    """As `python -m venv .` makes it."""
    parts = ("bin/python", "lib/python3/site-packages/module.py", "share/x", "pyvenv.cfg")
    write(scratch, *COURSE, *parts)
    monkeypatch.setattr(sys, "prefix", str(scratch))
    hidden = (str(scratch), str(scratch / "source"), str(scratch / "gradebook.db"))
    work = Path(tempfile.mkdtemp(prefix="ai4gov-"))
    try:
        seen = in_a_box(
            lambda: read_all(*map(scratch.joinpath, ("", *COURSE, *parts))),
            level=level,
            scratch=work,
            hidden=hidden,
            readable=(*readable_paths(), str(scratch)),
        )
    finally:
        shutil.rmtree(work)
    assert {Path(path).relative_to(scratch).parts[0] for path in seen} == {
        "bin", "lib", "share", "pyvenv.cfg",
    }  # fmt: skip


def test_an_environment_below_a_course_below_usr_is_shown_without_the_course():
    """As next to a course in /usr/src/app: a shown folder in a hidden one in a shown one."""
    view = visible(
        ("/usr", "/usr/lib", "/usr/share"), ("/usr/share", "/usr/share/source", "/usr/share/x")
    )
    # A folder of the course without any part of Python stays hidden, also if it is to be shown.
    assert view == (("/usr", True), ("/usr/share", False))
    view = visible(("/usr", "/usr/share/doc"), ("/usr/share", "/usr/share/source"))
    assert view == (("/usr", True), ("/usr/share", False), ("/usr/share/doc", True))


def test_of_a_folder_with_solutions_nothing_is_shown_even_on_python_s_path(tmp_path):
    write(tmp_path, *COURSE, "source/module.py", "package/__init__.py")
    source, package = str(tmp_path / "source"), str(tmp_path / "package")
    view = visible(
        (f"{source}/module.py", package), (str(tmp_path), source, str(tmp_path / "gradebook.db"))
    )
    assert view == ((package, True),)


def test_python_in_a_folder_that_is_hidden_wholly_is_refused(tmp_path, monkeypatch):
    write(tmp_path, *COURSE, "source/env/bin/python")
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "source" / "env"))
    with pytest.raises(ConfinementError, match="which Python needs, is in it; move one of them"):
        visible((str(tmp_path / "source" / "env"),), (str(tmp_path), str(tmp_path / "source")))


def test_a_course_is_refused_where_the_level_cannot_hide_it(tmp_path, scratch):
    """Landlock has only rules that allow; it cannot take out a part of an allowed folder."""
    write(tmp_path, "module.py", *(f"app/{name}" for name in COURSE))
    box = Box(
        level="landlock",
        scratch=str(scratch),
        readable=(str(tmp_path),),
        hidden=(str(tmp_path / "app"),),
    )
    with pytest.raises(ConfinementError) as caught:
        fork(box)
    assert str(caught.value) == (
        f"{tmp_path}/app lies inside {tmp_path}, which learners' code can read, and the level "
        "landlock cannot hide it; move the course, or grade at the level namespaces"
    )


@pytest.mark.parametrize("name", ["", "gradebook.db"])
def test_a_course_that_was_not_hidden_is_found_by_doing(monkeypatch, tmp_path, name):
    write(tmp_path, *COURSE)
    view = view_of(Box(readable=(*readable_paths(), str(tmp_path))))
    monkeypatch.setattr(entry, "view_of", lambda box: view)
    secret = str(tmp_path / name) if name else str(tmp_path)
    with pytest.raises(pytest.fail.Exception, match=f"the box leaves a way to {secret}"):
        in_a_box(lambda: None, hidden=(secret,))


def test_of_a_project_on_the_path_only_what_can_be_imported_is_there(tmp_path, monkeypatch):
    """An instructor's own package, in an editable install, can have the course next to it."""
    for name in ("package/__init__.py", "module.py", "course/source/solution.ipynb", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    # Open it to everybody: permissions must not be what protects the rest.
    tmp_path.chmod(0o755)
    monkeypatch.syspath_prepend(tmp_path)
    assert in_a_box(lambda: sorted(os.listdir(tmp_path))) == ["module.py", "package"]


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: Path("/usr/evil").touch(),
        lambda: Path("/evil").touch(),
        lambda: Path(ROOT / "course" / "evil.py").touch(),
        lambda: os.remove(str(ROOT / "course" / "__init__.py")),
        lambda: socket.socket(socket.AF_INET),
        lambda: socket.socket(socket.AF_INET6),
        lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
        lambda: os.setuid(0),
        lambda: os.mknod("null", 0o600 | 0o20000, os.makedev(1, 3)),
        lambda: os.chroot("."),
        lambda: os.sethostname("evil") if hasattr(os, "sethostname") else socket.sethostname("x"),
        lambda: os.memfd_create("evil"),
        lambda: fcntl.fcntl(os.open(os.path.dirname(os.__file__), 0), fcntl.F_NOTIFY, 1),
    ],
)
def test_what_must_be_refused_is_refused(attempt):
    assert in_a_box(attempt) in ("PermissionError", "OSError", "FileNotFoundError")


@pytest.mark.parametrize("name", ["unshare", "ptrace", "mount", "bpf", "keyctl", "io_uring_setup"])
def test_rare_system_calls_of_the_kernel_are_refused(name):
    number = syscalls.table()[name].numbers[platform.machine()]

    def probe():
        libc = ctypes.CDLL(None, use_errno=True)
        return [libc.syscall(number, 0, 0, 0, 0, 0), ctypes.get_errno()]

    assert in_a_box(probe) == [-1, 1]


def test_the_scratch_folder_temporary_files_and_processes_of_its_own_are_there():
    def probe():
        import getpass
        import tempfile

        Path("a.txt").write_text("x")
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"x")
        ran = subprocess.run([sys.executable, "-c", "print(6*7)"], capture_output=True, text=True)
        return [os.getcwd(), os.listdir("."), ran.stdout, getpass.getuser()]

    environment = {"USER": "learner", "PATH": "/usr/bin:/bin"}
    assert in_a_box(probe, environment=environment) == [
        HOME,
        ["a.txt"],
        "42\n",
        "learner",
    ]


def test_a_process_may_read_what_the_kernel_says_of_it():
    assert in_a_box(lambda: len(Path("/proc/self/io").read_text()) > 0) is True


def test_a_box_of_a_large_process_can_start_programs_too():
    """posix_spawn allocates a stack for its child, which RLIMIT_DATA counts."""
    large = mmap.mmap(-1, 2 * 2**30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)

    def probe():
        ran = subprocess.run([sys.executable, "-c", "print(6*7)"], capture_output=True, text=True)
        return ran.stdout

    try:
        assert in_a_box(probe) == "42\n"
    finally:
        large.close()


def test_memory_is_bounded():
    assert in_a_box(lambda: len(bytearray(600 * 2**20)), memory=512 * 2**20) == "MemoryError"


@pytest.mark.parametrize("way", ["as a stack", "made read-only", "shared zeros"])
def test_memory_that_rlimit_data_does_not_count_is_bounded_too(way):
    piece, most = 128 * 2**20, 512 * 2**20

    def probe():
        libc = ctypes.CDLL(None, use_errno=True)
        libc.mmap.restype = ctypes.c_void_p
        libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
        libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
        zeros = os.open("/dev/zero", os.O_RDONLY)
        taken = 0
        for _ in range(64):
            if way == "as a stack":
                place = libc.mmap(None, piece, 3, 0x122, -1, 0)
            elif way == "shared zeros":
                place = libc.mmap(None, piece, 1, 0x1, zeros, 0)
            else:
                place = libc.mmap(None, piece, 3, 0x22, -1, 0)
                libc.mprotect(place, piece, 1)
            if place == ctypes.c_void_p(-1).value:
                break
            taken += piece
        return taken

    # A gigabyte in addition to twice its memory.
    bound = 2 * (most + data_of_this_process()) + 2**30
    assert in_a_box(probe, memory=most) <= bound < 64 * piece


def test_a_box_is_the_oom_killer_s_first_choice():
    def probe():
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("0")
        return Path("/proc/self/oom_score_adj").read_text()

    assert in_a_box(probe) == "1000\n"


def test_a_box_cannot_choose_to_outlive_the_warm_process():
    def probe():
        libc = ctypes.CDLL(None, use_errno=True)
        signal_number = ctypes.c_int()
        libc.prctl(2, ctypes.byref(signal_number), 0, 0, 0)
        return [libc.prctl(1, 0, 0, 0, 0), ctypes.get_errno(), signal_number.value]

    assert in_a_box(probe) == [-1, 1, signal.SIGKILL]


def test_files_are_bounded_in_size_and_in_number():
    def large():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        return Path("large").write_bytes(bytes(2 * 2**20))

    def many():
        for number in range(30_000):
            Path(str(number)).touch()

    def more_than_the_folder_holds():
        for number in range(10):
            Path(str(number)).write_bytes(bytes(2**20))

    assert in_a_box(large, file_size=2**20) == "OSError"
    assert in_a_box(many) == "OSError"
    assert in_a_box(more_than_the_folder_holds, scratch_size=4 * 2**20) == "OSError"


def children_until_refused():
    """How many processes could be forked, of at most 500; None if all."""
    for children in range(500):
        try:
            if os.fork() == 0:
                time.sleep(60)
        except OSError:
            return children


def test_processes_are_bounded():
    assert in_a_box(children_until_refused, processes=40) < 100


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("io_setup", (1, bytes(8))), ("inotify_init1", (0,)), ("memfd_secret", (0,))],
)
def test_what_the_whole_machine_shares_cannot_be_used_up(name, arguments):
    numbers = {"io_setup": (206, 0), "inotify_init1": (294, 26), "memfd_secret": (447, 447)}
    number = numbers[name][["x86_64", "aarch64"].index(platform.machine())]

    def probe():
        libc = ctypes.CDLL(None, use_errno=True)
        return [libc.syscall(number, *arguments), ctypes.get_errno()]

    reply, error = in_a_box(probe)
    assert reply == -1 and error in (errno.ENOSYS, errno.EPERM)


def test_a_box_has_one_session_and_programs_that_want_another_go_on():
    def probe():
        ran = subprocess.run(
            [sys.executable, "-c", "import os; print(os.getsid(0))"],
            capture_output=True, text=True, start_new_session=True,
        )  # fmt: skip
        return [ran.stdout, os.getsid(0)]

    assert in_a_box(probe) == [f"{session_inside()}\n", session_inside()]


def test_each_box_has_offsets_of_its_own_in_open_files(tmp_path):
    """Forked processes share the offset of an open file, and could send messages through it."""
    (tmp_path / "font").write_bytes(bytes(100))
    number = os.open(tmp_path / "font", os.O_RDONLY)
    os.lseek(number, 30, os.SEEK_SET)

    def probe():
        before = os.lseek(number, 0, os.SEEK_CUR)
        os.lseek(number, 77, os.SEEK_SET)
        return [before, len(os.read(number, 100))]

    try:
        assert in_a_box(probe) == in_a_box(probe) == [30, 23]
        assert os.lseek(number, 0, os.SEEK_CUR) == 30
    finally:
        os.close(number)


def test_nothing_but_files_is_left_open(scratch):
    reading, writing = os.pipe()

    def probe():
        found = []
        for path in Path("/proc/self/fd").iterdir():
            with suppress(OSError):
                found.append(os.readlink(path).partition(":")[0])
        return sorted(kind for kind in found if not kind.startswith("/"))

    try:
        # The socket that carries the probe's result.
        assert in_a_box(probe) == ["socket"]
        assert in_a_box(probe, level="limits", scratch=scratch) == ["socket"]
    finally:
        os.close(reading)
        os.close(writing)


def test_proc_shows_the_box_s_own_processes_and_nothing_of_the_machine():
    def probe():
        names = [name for name in os.listdir("/proc") if not name.isdigit()]
        return [sorted(names), Path("/proc/self/cgroup").read_text().split()]

    names, groups = in_a_box(probe)
    assert names == ["self", "thread-self"]
    assert all(group.endswith(":/") for group in groups)


def test_a_machine_that_refuses_a_new_proc_has_boxes_without_one(monkeypatch):
    """As in a container that hides parts of its own /proc."""
    monkeypatch.setattr(root, "_mount_proc", lambda root: None)
    assert in_a_box(lambda: os.listdir("/proc")) == []


def test_no_program_can_get_a_right(scratch):
    """Not even a set-user-ID program of root, if the kernel ever honoured its bit here."""

    def probe():
        status = Path("/proc/self/status").read_text()
        libc = ctypes.CDLL(None)
        return [re.findall(r"Cap\w+:\t(\w+)", status), libc.prctl(27, 0, 0, 0, 0)]

    # NOROOT, NO_SETUID_FIXUP and NO_CAP_AMBIENT_RAISE, set and locked; KEEP_CAPS, locked.
    locked = 0b11101111
    assert in_a_box(probe) == [["0000000000000000"] * 5, locked]
    if os.geteuid() == 0:
        assert in_a_box(probe, level="limits", scratch=scratch) == [
            ["0000000000000000"] * 5,
            locked,
        ]


def test_landlock_protects_what_is_mounted_by_mistake(monkeypatch):
    # Not in /tmp, where a box can read and write.
    folder = Path(tempfile.mkdtemp(dir="/var/tmp", prefix="ai4gov-"))
    write(folder, "secret.txt")
    show_all = root._show_all

    def show_more(view, root):
        show_all((*view, (str(folder), True)), root)

    def read():
        return (folder / "secret.txt").read_text()

    monkeypatch.setattr(root, "_show_all", show_more)
    try:
        assert in_a_box(read) == "PermissionError"
        monkeypatch.setattr(entry, "restrict_files", lambda *_: None)
        monkeypatch.setattr(entry, "prove", lambda *_: None)
        assert in_a_box(read) == "secret.txt"
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def scratch():
    """A folder for a box; the box's user could not enter pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="ai4gov-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def start_many(marker: str) -> None:
    for _ in range(3):
        subprocess.Popen(
            [sys.executable, "-c", "import time; time.sleep(600)", marker], start_new_session=True
        )


def is_running(marker: str) -> bool:
    time.sleep(0.2)
    # Twice w: ps cuts lines at the width of a terminal otherwise.
    listed = subprocess.run(["ps", "-eww", "-o", "args"], capture_output=True, text=True)
    return marker in listed.stdout


@pytest.mark.parametrize("level", ["limits", "landlock", "namespaces"])
def test_nothing_outlives_the_box(level, scratch):
    marker = f"ai4gov-marker-{os.getpid()}-{level}"

    def probe():
        start_many(marker)
        return True

    assert in_a_box(probe, level=level, scratch=scratch) is True
    assert not is_running(marker)


def test_a_box_below_namespaces_that_is_ended_from_outside_takes_everything_with_it(scratch):
    marker = f"ai4gov-marker-{os.getpid()}-ended"
    ours, theirs = socket.socketpair()
    box = Box(level="limits", readable=readable_paths(), scratch=str(scratch))
    process, first = fork(box)
    if process == 0:
        ours.close()

        def main() -> None:
            start_many(marker)
            theirs.sendall(b"started")
            time.sleep(600)

        enter(
            box,
            first,
            main,
            lambda reason: theirs.sendall(reason.encode()),
            keep=(theirs.fileno(),),
        )
    if (reply := ours.recv(1000).decode()) != "started":
        no_box(reply)
    os.kill(process, signal.SIGTERM)
    os.waitpid(process, 0)
    assert not is_running(marker)


def test_bounds_are_those_of_the_box_and_cannot_be_raised():
    names = ("DATA", "FSIZE", "NPROC", "NOFILE", "CPU", "CORE", "MEMLOCK", "MSGQUEUE")

    def probe():
        found = {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in names}
        return found | {"AS": resource.getrlimit(resource.RLIMIT_AS)}

    most = {"memory": 2**29, "file_size": 2**20, "processes": 40, "open_files": 99, "cpu": 50}
    before = data_of_this_process()
    reply = in_a_box(probe, **most)
    soft, hard = reply.pop("AS")
    assert 2 * 2**29 < soft == hard < 2**40
    soft, hard = reply.pop("DATA")
    assert soft == hard and abs(soft - (most.pop("memory") + before)) < 2**24
    assert reply == dict(zip(names[1:], [[n, n] for n in (*most.values(), 0, 0, 0)], strict=True))


def test_of_the_environment_nothing_is_there_but_what_the_box_was_given(monkeypatch, scratch):
    monkeypatch.setenv("PASSWORD", "secret")
    given = {"HOME": "/tmp", "LANG": "C.UTF-8"}
    assert in_a_box(lambda: dict(os.environ), environment=given) == given
    # Where the box shares /tmp with all users, it does not use it.
    reply = in_a_box(lambda: dict(os.environ), level="limits", scratch=scratch, environment=given)
    assert reply == given | {"HOME": str(scratch), "TMPDIR": str(scratch)}


def test_temporary_files_go_where_the_box_has_room_for_them(monkeypatch, scratch):
    monkeypatch.setattr(tempfile, "tempdir", "/elsewhere")
    assert in_a_box(tempfile.gettempdir) == "/tmp"
    assert in_a_box(tempfile.gettempdir, level="limits", scratch=scratch) == str(scratch)


def test_at_the_level_landlock_other_files_are_not_read_and_sockets_not_reached(scratch, tmp_path):
    other = Path(tempfile.mkdtemp(prefix="ai4gov-"))
    other.chmod(0o755)
    (other / "open to everybody.txt").write_text("read")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(name := f"\0ai4gov-{os.getpid()}")
    listening.listen()

    def read():
        return (other / "open to everybody.txt").read_text()

    def connect():
        socket.socket(socket.AF_UNIX).connect(name)
        return "reached"

    try:
        assert in_a_box(read, level="limits", scratch=scratch) == "read"
        assert in_a_box(read, level="landlock", scratch=scratch) == "PermissionError"
        if landlock.abi_version() >= 6:
            assert in_a_box(connect, level="landlock", scratch=scratch) == "PermissionError"
    finally:
        shutil.rmtree(other)
        listening.close()


def test_root_becomes_a_user_without_rights():
    if os.geteuid() != 0:
        pytest.skip("for root only")

    def probe():
        status = Path("/proc/self/status").read_text()
        return [os.getuid() != 0, "CapEff:\t0000000000000000" in status, os.getgroups()]

    assert in_a_box(probe) == [True, True, []]


@pytest.mark.parametrize("level", ["limits", "landlock"])
def test_at_the_lower_levels_writing_stays_in_the_scratch_folder_where_that_is_promised(
    level, scratch
):
    def probe():
        Path("mine").write_text("x")
        reached = []
        for path in ("/tmp/ai4gov-evil", str(ROOT / "evil")):
            try:
                Path(path).write_text("x")
                reached.append(path)
                os.remove(path)
            except OSError:
                continue
        return reached

    reached = in_a_box(probe, level=level, scratch=scratch)
    assert (scratch / "mine").read_text() == "x"
    if level == "landlock":
        assert reached == []


def test_a_step_that_fails_refuses_before_anything_runs(monkeypatch, scratch):
    """Here a step has no effect, and the box must not claim to be one."""
    monkeypatch.setattr(seccomp, "install", lambda: None)
    assert refusal("namespaces", scratch).startswith("the box leaves a way to ")


@pytest.mark.parametrize(
    ("step", "level", "way"),
    [
        ("capabilities.set_no_new_privs", "limits", "new privileges"),
        ("seccomp.install", "landlock", "the network"),
        ("entry.restrict_files", "landlock", "what is not its own"),
        ("entry.restrict_files", "namespaces", "what is not its own"),
        ("entry.set_limits", "limits", "more memory than its bound"),
        ("entry.separate_open_files", "limits", "open files that are not its own"),
        ("capabilities.empty_bounding_set", "namespaces", "capabilities"),
    ],
)
def test_a_step_that_did_nothing_is_found_by_doing(monkeypatch, scratch, step, level, way):
    module, _, name = step.partition(".")
    modules = {"capabilities": capabilities, "entry": entry, "seccomp": seccomp}
    monkeypatch.setattr(modules[module], name, lambda *_: None)
    reply = refusal(level, scratch)
    if reply != "it ran" and "leaves a way" not in reply:
        no_box(reply)
    assert reply == f"the box leaves a way to {way}"


def test_the_machine_s_proc_is_found_by_doing(monkeypatch, scratch):
    monkeypatch.setattr(root, "PROC_OPTIONS", None)
    assert refusal("namespaces", scratch) == "the box leaves a way to facts of the machine"


def test_a_box_whose_warm_process_ended_before_it_was_entered_refuses(monkeypatch, scratch):
    """PR_SET_PDEATHSIG has no effect if the parent has ended before."""
    forked = processes.fork

    def orphaned():
        if (process := forked()) == 0:
            # As if process 1 had forked it.
            processes._parent = 1
        return process

    monkeypatch.setattr(processes, "fork", orphaned)
    for level in ("limits", "namespaces"):
        reply = refusal(level, scratch)
        assert reply == "the process that asked for the box has ended"


def refusal(level: str, scratch: Path) -> str:
    """The reason why a box refuses to run; "it ran" if it does not."""
    ours, theirs = socket.socketpair()
    box = Box(level=level, readable=readable_paths(), scratch=str(scratch))
    process, first = fork(box)
    if process == 0:
        enter(
            box,
            first,
            lambda: theirs.sendall(b"it ran"),
            lambda reason: theirs.sendall(reason.encode()),
            keep=(theirs.fileno(),),
        )
    theirs.close()
    reply = ours.recv(1000).decode()
    os.waitpid(process, 0)
    return reply


def test_landlock_keeps_from_the_network_without_the_filter_of_calls(monkeypatch, scratch):
    if landlock.abi_version() < 4:
        pytest.skip("this kernel's Landlock knows nothing of the network")
    monkeypatch.setattr(seccomp, "install", lambda: None)
    monkeypatch.setattr(entry, "prove", lambda *_: None)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()

        def connect():
            socket.create_connection(address).close()
            return "reached"

        assert in_a_box(connect, level="limits", scratch=scratch) == "reached"
        assert in_a_box(connect, level="landlock", scratch=scratch) == "PermissionError"


def in_another_process(act):
    """What `act` returns in a forked process, as JSON data."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            answer = {"returned": act()}
        except BaseException:
            answer = {"raised": traceback.format_exc()}
        os.write(writing, json.dumps(answer).encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as file:
        answer = json.loads(file.read())
    assert "raised" not in answer, answer["raised"]
    return answer["returned"]


def test_what_is_mounted_below_a_shown_folder_is_read_only_too(tmp_path, monkeypatch):
    if os.geteuid() != 0:
        pytest.skip("for root only")
    below = tmp_path / "package" / "below"
    below.mkdir(parents=True)
    (tmp_path / "package" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    def act():
        libc.call("mounts of its own", "unshare", NEWNS)
        mount("private", None, "/", None, REC | PRIVATE)
        mount("below", "tmpfs", below, "tmpfs", 0)
        return in_a_box(lambda: Path("/proc/self/mountinfo").read_text())

    mounts = in_another_process(act)
    (options,) = [each.split()[5] for each in mounts.splitlines() if each.split()[4] == str(below)]
    assert {"ro", "nosuid", "nodev"} <= set(options.split(","))


def as_ordinary_user(act, user=65534):
    """What `act` returns in a process of a user, as JSON data but no text.

    Skips the test where the machine does not allow the box.
    """
    if os.geteuid() != 0:
        pytest.skip("all tests run as an ordinary user here")

    def acted():
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
        # setuid has cleared dumpable; a process that was never root's has it.
        libc.prctl("stay readable to itself", libc.PR_SET_DUMPABLE, 1)
        # Skip where the machine refuses to ordinary users what it allows root.
        os.environ.pop("AI4GOV_REQUIRE_SYSTEM", None)
        try:
            return act()
        except pytest.skip.Exception as reason:
            return str(reason)

    reply = in_another_process(acted)
    if isinstance(reply, str):
        pytest.skip(reply)
    return reply


def test_an_ordinary_user_s_box_has_no_rights_either_and_shares_no_namespace():
    """The box is made in a user namespace, where its maker has all capabilities at first."""
    kinds = ("mnt", "pid", "net", "ipc", "uts", "user", "cgroup")

    def seen():
        return [os.readlink(f"/proc/self/ns/{kind}") for kind in kinds]

    def probe():
        status = Path("/proc/self/status").read_text()
        ends = ctypes.c_int()
        ctypes.CDLL(None).prctl(2, ctypes.byref(ends), 0, 0, 0)
        rights = re.findall(r"Cap(?:Prm|Eff|Inh|Amb):\t(\w+)", status)
        return [seen(), rights, ends.value]

    inside, rights, ends = as_ordinary_user(lambda: in_a_box(probe))
    assert set(inside).isdisjoint(seen())
    assert rights == ["0000000000000000"] * 4
    assert ends == signal.SIGKILL


@pytest.mark.parametrize("level", ["limits", "landlock"])
def test_the_other_processes_of_an_ordinary_user_leave_a_box_its_own(level):
    """Below the level "namespaces" a box has no user of its own, and RLIMIT_NPROC counts all."""
    # A user of whom nothing else runs, begins or ends meanwhile.
    user = 61_700 + ["limits", "landlock"].index(level)

    def act():
        scratch = Path(tempfile.mkdtemp(prefix="ai4gov-test-"))
        # They end with the test at the latest, and at no time of their own.
        others = [subprocess.Popen(["cat"], stdin=subprocess.PIPE) for _ in range(90)]
        try:
            return in_a_box(children_until_refused, level=level, scratch=scratch, processes=40)
        finally:
            for each in others:
                each.kill()
            scratch.rmdir()

    assert 20 < as_ordinary_user(act, user) <= 40


def test_a_process_of_any_name_does_not_keep_threads_from_being_counted():
    name = Path("/proc/self/comm")
    before = name.read_bytes()
    name.write_bytes(b"\xff\xfe")
    try:
        assert threads_of(61_702) == 0
    finally:
        name.write_bytes(before)


@pytest.fixture
def groups():
    """Control groups for a box: 256 MB, 32 processes."""
    try:
        made = cgroups.make(256 * 2**20, 32)
    except ConfinementError as error:
        if os.geteuid() == 0:
            unavailable(str(error))
        pytest.skip(str(error))
    yield made
    cgroups.remove(made)


def test_a_control_group_bounds_the_whole_box_and_is_removed(groups):
    def probe():
        # RLIMIT_DATA does not count shared memory; the group does.
        total = 0
        for number in range(40):
            Path(f"/dev/shm/{number}").write_bytes(bytes(8 * 2**20))
            total += 8
        return total

    bounds = {"cgroups": groups, "scratch_size": 2**30, "memory": 2**30}
    assert in_a_box(probe, level="cgroup", **bounds) is None
    cgroups.remove(groups)
    assert not any(os.path.exists(group) for group in groups)


def test_a_control_group_bounds_what_goes_to_swap_too(groups):
    bounds = {"memory.swap.max": "0\n", "memory.memsw.limit_in_bytes": f"{256 * 2**20}\n"}
    found = {
        path.name: path.read_text()
        for group in groups
        for path in Path(group).iterdir()
        if path.name in bounds
    }
    if not found:
        pytest.skip("this machine's kernel counts nothing that goes to swap")
    assert found == {name: bounds[name] for name in found}


def test_what_is_forked_after_a_box_is_not_in_the_box():
    """For root, unshare puts the next child into a new PID namespace; later ones must not be."""

    def seen_by_a_child() -> str:
        reading, writing = os.pipe()
        if (child := os.fork()) == 0:
            os.write(writing, os.readlink("/proc/self/ns/pid").encode())
            os._exit(0)
        os.waitpid(child, 0)
        return os.read(reading, 100).decode()

    before = seen_by_a_child()
    assert in_a_box(os.getpid) == 1
    assert seen_by_a_child() == before == os.readlink("/proc/self/ns/pid")


def test_the_lowest_level_has_a_name_and_no_promise():
    assert LEVELS[0] == "none" and DEFAULT_MINIMUM == "namespaces"


def test_a_python_that_only_root_can_read_is_reported():
    """At the lower levels a box reads the machine's own files as a user without rights."""
    if os.geteuid() != 0:
        pytest.skip("for root only")
    assert pwd.getpwuid(0).pw_name == "root"
    closed = Path(pwd.getpwuid(0).pw_dir)
    if closed.stat().st_mode & 0o005:
        pytest.skip("root's home is open on this machine")
    ours, theirs = socket.socketpair()
    box = Box(level="limits", readable=(str(closed),))
    process, first = fork(box)
    if process == 0:
        enter(
            box,
            first,
            lambda: None,
            lambda reason: theirs.sendall(reason.encode()),
            keep=(theirs.fileno(),),
        )
    theirs.close()
    reply = ours.recv(1000).decode()
    os.waitpid(process, 0)
    assert f"{closed} cannot be read" in reply and "a Python that everybody can read" in reply
