"""The fork server: it has imported what notebooks need, and forks a box for each request.

It is started by exec, never forked from a process with threads, and has one thread itself. Its only
contact is an inherited socket; when that closes, it ends, and every box with it.
"""

import ctypes
import gc
import importlib
import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import SimpleNamespace

from autograder.channel import Channel, ChannelError, receive_request
from autograder.errors import ConfinementError
from autograder.messages import (
    BoxEnded,
    CountCPU,
    CPUCounted,
    Done,
    EndBox,
    Entered,
    Header,
    Interrupt,
    NotEntered,
    NotStarted,
    Reply,
    Request,
    StartBox,
    StartCells,
    Started,
    StillEnding,
    WarmUp,
    parse,
)
from autograder.records import LEVELS, reaches
from autograder.sandbox import cgroups, entry, warmup
from autograder.sandbox.box import ONE_THREAD, Box
from autograder.sandbox.view import readable_paths

WARM = (
    "IPython.core.interactiveshell",
    "ipykernel.zmqshell",
    "numpy",
    "numpy.testing",
    "pandas",
    "pandas.testing",
    "autograder.learner.process",
    "autograder.examiner.process",
)
"""Imported before the first box: what every box uses, and numpy and pandas. Other libraries follow
when a notebook names them."""

LONG_RUN = 30
"""From so many boxes on, parsed sources and larger pages of memory are prepared for the later ones.
That takes two CPU seconds, and saves a tenth of a second and more in each submission."""

START = 30.0
"""Seconds that a box gets to be entered."""

PASSED_ON = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "LD_LIBRARY_PATH",
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHONDONTWRITEBYTECODE",
    "VIRTUAL_ENV",
)
"""Environment variables of the coordinator that the warm process gets."""

PROBE = "probe"
"""A box in which nothing runs, to see whether it can be had."""

SCRATCH = "ai4gov-"
"""Prefix of scratch folders' names; the number of their fork server follows."""

PATIENCE = 2.0
"""Seconds that the outer process of a box gets to end it."""

MOMENT = 0.02
"""Seconds that the warm process waits for a box to end before it serves others."""

LARGE_PAGE = 2 * 1024 * 1024
MADV_COLLAPSE = 25
"""Of Linux, <asm-generic/mman-common.h>."""


class ForkServerGone(Exception):
    """The fork server has ended, but not by its coordinator."""


@dataclass(frozen=True)
class BoxHandle:
    """A running box: its outer process, and the control channel to its inner one."""

    process: int
    control: Channel


@dataclass(frozen=True)
class Usage:
    """What a box took: CPU seconds, and the most memory of one process in bytes."""

    cpu: float
    memory: int


class ForkServer:
    """A warm process, for one coordinator; its methods may be called from several threads.

    `expected` says how many boxes will be wanted, where that is known: a long run is prepared at
    once, and otherwise when it turns out to be long.
    """

    def __init__(self, expected: int = 0) -> None:
        cgroups.remove(cgroups.left_behind())
        ours, theirs = socket.socketpair()
        # Every box can read the fork server's environment, so it holds no passwords.
        environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        environment |= dict.fromkeys(ONE_THREAD, "1")
        environment |= {
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        }
        self._socket = ours
        self._lock = threading.Lock()
        self.is_gone = False
        self._is_warm = False
        self._libraries: frozenset[str] = frozenset()
        self._process = subprocess.Popen(
            # Its path is Python's own: the coordinator's holds the folder it was called in, or one
            # that nbgrader has put there, and with it the course.
            [sys.executable, "-P", "-m", __name__, str(theirs.fileno()), str(expected)],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            env=environment,
        )
        theirs.close()

    def box(self, kind: str, box: Box, values: socket.socket) -> BoxHandle:
        """Fork a box. Raises ConfinementError when it cannot be had.

        Parameters
        ----------
        kind : str
            "learner" or "examiner".
        values : socket
            Its end of the connection between the two; closed here.

        What the box may read besides the system is not asked for: it is what the warm process
        itself has on its path.
        """
        ours, theirs = socket.socketpair()
        try:
            settings = asdict(box)
            del settings["readable"]
            answer = self._ask(StartBox(kind, settings), [theirs.fileno(), values.fileno()])
            started = parse(answer, Started, NotStarted)
        finally:
            theirs.close()
            values.close()
        if isinstance(started, NotStarted):
            ours.close()
            raise ConfinementError(started.reason)
        return BoxHandle(started.process, Channel(ours))

    def warm(self, libraries: frozenset[str]) -> None:
        """Have these libraries (names in warmup.LIBRARIES) imported in every later box."""
        if missing := libraries - self._libraries:
            parse(self._ask(WarmUp(sorted(missing))), Done)
            self._libraries |= missing

    def level(self, minimum: str) -> str:
        """The highest level that this machine allows, found by doing.

        Raises ConfinementError when it is below `minimum`, with what is in the way.
        """
        reasons = []
        for level in reversed(LEVELS[LEVELS.index(minimum) :]):
            if (reason := self.obstacle(level)) is None:
                return level
            reasons.append(f"{level}: {reason}")
        raise ConfinementError(
            f"this machine cannot isolate learners' code at the level {minimum!r} "
            f"({'; '.join(reasons)})"
        )

    def obstacle(self, level: str) -> str | None:
        """What keeps this machine from a level; None if nothing does."""
        ours, theirs = socket.socketpair()
        try:
            boxed = self.box(PROBE, Box(level=level), theirs)
            try:
                header, _ = boxed.control.receive(time.monotonic() + START)
                entered = parse(header, Entered, NotEntered)
                return entered.reason if isinstance(entered, NotEntered) else None
            finally:
                self.end(boxed)
        except (ConfinementError, ChannelError) as error:
            return str(error)
        finally:
            ours.close()

    def interrupt(self, boxed: BoxHandle) -> None:
        """As a person would interrupt a kernel: SIGINT to the inner process."""
        parse(self._ask(Interrupt(boxed.process)), Done)

    def cpu(self, boxed: BoxHandle) -> float:
        """The CPU seconds that a box has used so far, with everything that runs in it."""
        return parse(self._ask(CountCPU(boxed.process)), CPUCounted).cpu

    def end(self, boxed: BoxHandle) -> Usage:
        """End a box and everything in it, and clean up after it."""
        boxed.control.sock.close()
        while True:
            ended = parse(self._ask(EndBox(boxed.process)), BoxEnded, StillEnding)
            if isinstance(ended, BoxEnded):
                break
            # Others are served meanwhile.
            time.sleep(MOMENT)
        _remove_scratch(ended.scratch)
        return Usage(ended.cpu, ended.memory)

    def close(self) -> None:
        """End the warm process and all its boxes."""
        with suppress(OSError):
            # Wake up a thread that waits for a reply. Close the socket only afterwards, so that
            # its number is not reused meanwhile.
            self._socket.shutdown(socket.SHUT_RDWR)
        with self._lock:
            self._socket.close()
        if not self._is_warm:
            # It does not read its socket until warm, so kill it; there is nothing to clean up.
            self._process.kill()
        self._process.wait()
        cgroups.remove(cgroups.left_behind())
        # A fork server that was killed has left them behind.
        for scratch in Path(tempfile.gettempdir()).glob(f"{SCRATCH}{self._process.pid}-*"):
            shutil.rmtree(scratch, ignore_errors=True)

    def _ask(self, request: Request, handles: Sequence[int] = ()) -> Header:
        """The reply to a request, not yet parsed. `handles` are descriptors that go with it."""
        line = json.dumps(request.header()).encode() + b"\n"
        with self._lock:
            try:
                socket.send_fds(self._socket, [line], handles)
                answer = b""
                while not answer.endswith(b"\n"):
                    if not (more := self._socket.recv(65536)):
                        raise ConnectionResetError
                    answer += more
            except OSError as error:
                self.is_gone = True
                raise ForkServerGone("the warm process is gone") from error
            self._is_warm = True
        header: Header = json.loads(answer)
        return header


# The warm process itself


def main(handle: int, expected: int) -> None:
    """Warm up, then serve requests until the coordinator is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # If the coordinator was started with SIGCHLD ignored, wait() would find no child.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    connection = socket.socket(fileno=handle)
    server = _BoxServer(connection, Warmth(expected), readable_paths())
    try:
        while (received := receive_request(connection)) is not None:
            header, handles = received
            reply = server.perform(parse(header, *REQUESTS), handles)
            connection.sendall(json.dumps(reply.header()).encode() + b"\n")
    except OSError:
        # The coordinator died mid-message.
        pass
    server.end_all()
    os._exit(0)


REQUESTS: tuple[type[Request], ...] = (StartBox, WarmUp, Interrupt, CountCPU, EndBox)
"""What the coordinator may ask for."""


class _BoxServer:
    """The boxes of the warm process."""

    def __init__(self, connection: socket.socket, warmth: "Warmth", readable: tuple[str, ...]):
        self._connection = connection
        self._warmth = warmth
        self._readable = readable
        self._served: dict[int, RunningBox] = {}

    def perform(self, request: Request, handles: list[int]) -> Reply:
        """Do what the coordinator asks for."""
        match request:
            case StartBox():
                return self._start(request, handles)
            case WarmUp():
                self._warmth.add(request.libraries)
                return Done()
            case Interrupt():
                os.kill(request.process, signal.SIGINT)
                return Done()
            case CountCPU():
                return CPUCounted(_cpu(request.process, self._served[request.process]))
            case EndBox():
                return _end(request.process, self._served)
        raise TypeError(f"{type(request).__name__} is no request to the fork server")

    def end_all(self) -> None:
        """End all boxes, and clean up after them."""
        for process in list(self._served):
            while not isinstance(ended := _end(process, self._served), BoxEnded):
                pass
            _remove_scratch(ended.scratch)

    def _start(self, request: StartBox, handles: list[int]) -> Reply:
        if request.kind != PROBE:
            self._warmth.prepare_for_another()
        box = Box(**request.box | {"readable": self._readable})
        box = replace(box, hidden=tuple(box.hidden))
        control, values = handles
        try:
            if reaches(box.level, "cgroup"):
                box = replace(box, cgroups=cgroups.make(box.memory, box.processes))
            if not reaches(box.level, "namespaces"):
                box = replace(box, scratch=tempfile.mkdtemp(prefix=f"{SCRATCH}{os.getpid()}-"))
            process, first = entry.fork(box)
        except (OSError, ConfinementError) as error:
            cgroups.remove(box.cgroups)
            _remove_scratch(box.scratch)
            return NotStarted(str(error))
        else:
            if process == 0:
                self._connection.close()
                _serve(request.kind, box, first, control, values)
        finally:
            # Even if no box was forked: every later box would inherit them.
            for each in handles:
                os.close(each)
        self._served[process] = RunningBox(box, first)
        return Started(process)


class Warmth:
    """What is warm in this process, and shared by all boxes that are forked from now on."""

    def __init__(self, expected: int):
        self._boxes = 0
        self._expected = expected
        self._is_prepared = False
        self._libraries: set[str] = set()
        with _shared():
            with _as_in_a_notebook():
                for name in WARM:
                    importlib.import_module(name)
            warmup.warm_up()

    def add(self, libraries: list[str]) -> None:
        """Import libraries; those that are warm already stay as they are."""
        # In their own order, for some are imported by others.
        new = [name for name in warmup.LIBRARIES if name in {*libraries} - self._libraries]
        if not new:
            return
        self._libraries.update(new)
        with _shared():
            with _as_in_a_notebook():
                warmup.load(new)
            warmup.use(new)
            if self._is_prepared:
                warmup.trace_errors(new)
        if self._is_prepared:
            _use_large_pages()

    def prepare_for_another(self) -> None:
        """Once, when there will be or have been many boxes: do what pays in a long run only."""
        self._boxes += 1
        if self._is_prepared or max(self._boxes, self._expected) < LONG_RUN:
            return
        self._is_prepared = True
        with _shared():
            warmup.trace_table_errors()
            warmup.trace_errors(self._libraries)
        _use_large_pages()


@contextmanager
def _shared() -> Iterator[None]:
    """Make what forks share: shells are made ahead, and the collector never looks at it."""
    # Nearly everything made here is kept, so a garbage collection (0.5 s) would find nothing.
    gc.disable()
    # Write compiled modules here, for the next start; boxes write none.
    sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)
    yield
    sys.dont_write_bytecode = True
    from autograder.bridge import shell
    from autograder.examiner.process import ExaminerShell

    shell.make_ahead(shell.ZMQInteractiveShell)
    shell.make_ahead(ExaminerShell)
    gc.freeze()
    gc.enable()


@contextmanager
def _as_in_a_notebook() -> Iterator[None]:
    """Import modules as a notebook does: pandas asks at its import whether this is one."""
    import builtins

    import IPython

    def get_ipython() -> SimpleNamespace:
        return SimpleNamespace(config={"IPKernelApp": {"connection_file": ""}})

    own, IPython.get_ipython = IPython.get_ipython, get_ipython
    builtins.get_ipython = get_ipython  # type: ignore[attr-defined]
    try:
        yield
    finally:
        IPython.get_ipython = own
        del builtins.get_ipython  # type: ignore[attr-defined]


def _use_large_pages() -> None:
    """Have memory kept in pages of 2 MB: a fork copies the table of pages, and its end clears it.

    A page in which a box writes is split in that box only. What a kernel cannot do (before Linux
    6.1, or not Linux) it refuses, and all stays as it was.
    """
    try:
        with open("/proc/self/maps", encoding="utf-8") as file:
            maps = [line.split() for line in file]
    except OSError:
        return
    libc = ctypes.CDLL(None)
    for extent, rights, *_, inode in (each[:5] for each in maps):
        if rights != "rw-p" or inode != "0":
            continue
        start, end = (int(address, 16) for address in extent.split("-"))
        start, end = -(-start // LARGE_PAGE) * LARGE_PAGE, end // LARGE_PAGE * LARGE_PAGE
        if start < end:
            libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), MADV_COLLAPSE)


@dataclass
class RunningBox:
    """A box that is running; `first`: its process is the first of a namespace of its own.

    `cpu` is the highest number of CPU seconds counted so far; `ends` is when a box that is being
    ended has had the time to do so.
    """

    box: Box
    first: bool
    cpu: float = 0.0
    ends: float = 0.0


def _serve(kind: str, box: Box, first: bool, control: int, values: int) -> None:
    """In the fork: enter the box, then be a learner or an examiner. Never returns."""
    channel = Channel(socket.socket(fileno=control))

    def inner() -> None:
        try:
            channel.send(Entered(box.level).header())
            if kind == PROBE:
                return
            job = _receive_job(channel)
            module = importlib.import_module(f"autograder.{kind}.process")
            module.serve(channel, Channel(socket.socket(fileno=values)), job)
        except ChannelError:
            # The coordinator has gone.
            return

    def refused(reason: str) -> None:
        channel.send(NotEntered(reason).header())

    entry.enter(box, first, inner, refused, keep=(control, values))


def _receive_job(channel: Channel) -> StartCells:
    """The job of this box, whose files are in its folder from now on.

    Keeps no other reference to what came, so that an examiner can forget the solutions.
    """
    header, contents = channel.receive(None)
    job = parse(header, StartCells)
    for name, content in zip(job.files, contents, strict=True):
        _write_file(name, content)
    return job


def _write_file(name: str, content: bytes | bytearray) -> None:
    """A file of the job, in the scratch folder; names lead nowhere else."""
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    path = os.path.join(*parts)
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def _cpu(process: int, served: RunningBox) -> float:
    """CPU seconds of a box: its control group's count, or the sum over its processes.

    Never less than before: what a process has used is in no sum any more once it has ended and
    its parent ignores SIGCHLD.
    """
    counted = cgroups.cpu_seconds(served.box.cgroups)
    served.cpu = max(served.cpu, _cpu_of_tree(process) if counted is None else counted)
    return served.cpu


def _cpu_of_tree(process: int) -> float:
    """CPU seconds of a process, of its descendants, and of those children that it waited for."""
    ticks, waiting, seen = 0, [process], {process}
    while waiting:
        number = waiting.pop()
        with suppress(OSError):
            # The command is in parentheses and may hold spaces.
            fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, fields[11:15]))
        children = set(_children(number)) - seen
        waiting += children
        seen |= children
    return ticks / os.sysconf("SC_CLK_TCK")


def _children(process: int) -> list[int]:
    """The children of a process, whichever of its threads has started them."""
    found: list[int] = []
    with suppress(OSError):
        for thread in os.listdir(f"/proc/{process}/task"):
            with suppress(OSError):
                children = Path(f"/proc/{process}/task/{thread}/children").read_text()
                found += map(int, children.split())
    return found


def _end(process: int, served: dict[int, RunningBox]) -> BoxEnded | StillEnding:
    """End a box and whatever came of it: the kernel does, or its outer process.

    StillEnding if that takes more than a moment: then ask again.
    """
    ended = served[process]
    if not ended.ends:
        os.kill(process, signal.SIGKILL if ended.first else signal.SIGTERM)
        ended.ends = time.monotonic() + PATIENCE
    answers = time.monotonic() + MOMENT
    while not (waited := os.wait4(process, os.WNOHANG))[0]:
        if time.monotonic() > ended.ends:
            os.kill(process, signal.SIGKILL)
        if time.monotonic() > answers:
            return StillEnding()
        time.sleep(0.001)
    del served[process]
    usage = waited[2]
    counted = cgroups.cpu_seconds(ended.box.cgroups) or 0.0
    cgroups.remove(ended.box.cgroups)
    return BoxEnded(
        # A child that nobody has waited for is counted by its group only.
        cpu=max(usage.ru_utime + usage.ru_stime, ended.cpu, counted),
        # Kilobytes on Linux.
        memory=usage.ru_maxrss * 1024,
        scratch=ended.box.scratch,
    )


def _remove_scratch(scratch: str) -> None:
    if not scratch:
        return
    # rmtree recurses before Python 3.13 and can hit the recursion limit.
    with suppress(RecursionError):
        shutil.rmtree(scratch, ignore_errors=True)
    if os.path.isdir(scratch) and not os.path.islink(scratch):
        # A cell can have removed its owner's rights to a folder.
        for command in ("chmod", "-R", "u+rwx"), ("rm", "-rf"):
            subprocess.run([*command, scratch], stderr=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main(int(sys.argv[1]), int(sys.argv[2]))
