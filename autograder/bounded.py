"""Worker processes with bounds and a clock, for parsing and rendering what learners made.

A notebook, a page or a folder tree of a learner can make any parser run for hours or fill the
memory. It is therefore parsed in a worker process: if that takes too much time or memory, only the
worker dies, and the caller gets an error for that one submission. Learners' code never runs in a
worker; their cells run in a box (see sandbox.forkserver).

    with BoundedWorker() as worker:
        page = worker.call("package.module:render", notebook_bytes, {"lang": "fr"}, seconds=20)

`call` looks a function up by "module:name" in the worker and returns what it returned. Arguments
and results are plain data (JSON) or bytes; a function may return a tuple of these. Nothing is
pickled. A failed call raises a BoundedError, whose text is one line for people: TooLong,
TooMuchMemory, Died, or Failed (the function raised an exception, or its answer is too large).

The process tree is: coordinator -> fork server -> workers. The fork server has one thread and has
imported what is needed, so that a worker costs a fork. It is forked from the coordinator where that
has one thread only, and started by exec elsewhere (a notebook server, a Dask worker). It ends when
its socket closes, and workers end with it (PR_SET_PDEATHSIG).
"""

import atexit
import gc
import importlib
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn, Self

from autograder.channel import (
    Channel,
    ChannelError,
    Late,
    Oversized,
    TooLarge,
    has_more,
    receive_request,
)
from autograder.errors import ConfinementError, GraderError
from autograder.linux import capabilities, landlock, limits, processes, seccomp
from autograder.messages import (
    EndWorker,
    Header,
    NotStarted,
    Reply,
    Request,
    Started,
    StartWorker,
    WorkerEnded,
    parse,
)

MEMORY = 2**30
"""Bytes of address space that a worker may take beyond what it has when it starts."""

SECONDS = 20.0
"""CPU seconds that a call may take, unless the caller says otherwise."""

WALL_FACTOR = 4
WALL_EXTRA = 10.0
"""A call's limit on the clock: its CPU limit times the factor, plus these seconds. The factor
leaves room for other processes that use the processors."""

REQUEST_LIMIT = 300 * 2**20
RECEIVE_LIMIT = 128 * 2**20
"""Bytes of a call's arguments, and bytes of its result."""

MOST_CONTAINERS = 400_000
"""Lists and mappings in a result: each takes a hundred bytes or more in the coordinator."""

CALLS = 200
"""Calls after which a worker is replaced, since its memory becomes fragmented."""

LONGEST_ERROR = 300
"""Characters of an error's text."""

PRELOAD = ("nbformat.v4",)
"""Modules that the fork server imports by default."""

END_SECONDS = 2.0
"""Seconds that the fork server gets to end by itself."""

Message = dict[str, Any]
"""A request or an answer, as it is written in JSON."""


class BoundedError(GraderError):
    """A call that failed; the text is one line for people."""


class TooLong(BoundedError):
    """The call used up its time."""


class TooMuchMemory(BoundedError):
    """The call needed more memory than a worker may take."""


class Died(BoundedError):
    """The worker died for another reason, twice, or the BoundedWorker was closed."""


class Failed(BoundedError):
    """The function raised an exception; `kind` is the name of its class."""

    def __init__(self, text: str, kind: str = ""):
        super().__init__(text)
        self.kind = kind


@dataclass
class _Worker:
    process: int
    channel: Channel
    calls: int = 0


class BoundedWorker:
    """Worker processes with bounds and a clock; `call` may be used from several threads at once.

    Each call takes an idle worker, or a new one, so that callers do not wait for each other.

    Parameters
    ----------
    memory : int
        Bytes that a worker may take beyond what it has when it starts.
    preload : sequence of str
        Modules to be imported before the first call, so that no call pays for it.
    """

    def __init__(self, memory: int = MEMORY, preload: Sequence[str] = PRELOAD):
        self._memory = memory
        self._preload = tuple(preload)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._server: _Server | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the fork server now: a fork if no thread has been started yet, else by exec.

        Raises Died if it cannot be started.
        """
        with self._lock:
            self._started()

    def call(self, function: str, *args: Any, seconds: float = SECONDS) -> Any:
        """What `function` ("module:name") returns in a worker, called with `args`.

        Arguments and results are plain data or bytes; a tuple comes back as a tuple. `seconds` are
        CPU seconds; see WALL_FACTOR for the limit on the clock. Raises BoundedError.
        """
        try:
            return self._call(function, args, seconds)
        except Died:
            # Something else, such as the OOM killer, may have killed the worker. Try once more.
            return self._call(function, args, seconds)

    def close(self) -> None:
        """End all workers; calls that are running raise Died."""
        self._closed = True
        if (server := self._server) is not None:
            # Wake up a thread that holds the lock while it waits for an answer of the server.
            server.hang_up()
        with self._lock:
            self._drop_server()

    def _call(self, function: str, args: tuple[Any, ...], seconds: float) -> Any:
        worker = self._take()
        reusable = False
        try:
            answer, parts = self._exchange(worker, function, args, seconds)
            reusable = answer.get("error") != "memory" and worker.calls < CALLS
        finally:
            if reusable:
                self._give_back(worker)
            else:
                self._end(worker)
        if "error" in answer:
            if answer["error"] == "memory":
                raise TooMuchMemory(f"it needs more than {self._memory // 2**20} MB of memory")
            raise Failed(one_line(str(answer.get("text", ""))), str(answer["error"]))
        return _decoded(answer, parts)

    def _exchange(
        self, worker: _Worker, function: str, args: tuple[Any, ...], seconds: float
    ) -> tuple[Message, list[bytearray]]:
        kinds, parts = _encoded(args)
        worker.calls += 1
        deadline = time.monotonic() + WALL_FACTOR * seconds + WALL_EXTRA
        request = {"function": function, "kinds": kinds, "seconds": seconds}
        try:
            worker.channel.send(request, parts, deadline)
            return worker.channel.receive(deadline)
        except TooLarge:
            raise Failed(f"it is larger than {REQUEST_LIMIT // 2**20} MB") from None
        except Late:
            raise TooLong(f"it takes longer than {seconds:g} seconds") from None
        except Oversized:
            size = RECEIVE_LIMIT // 2**20
            raise Failed(f"what comes of it is larger than {size} MB") from None
        except ChannelError:
            status = self._end(worker)
            if status == -signal.SIGPROF:
                raise TooLong(f"it takes longer than {seconds:g} seconds") from None
            raise Died("the process that read it has ended") from None

    def _take(self) -> _Worker:
        with self._lock:
            if self._closed:
                raise Died("the worker processes have been closed")
            if self._idle:
                return self._idle.pop()
            try:
                ours, theirs = socket.socketpair()
            except OSError as error:
                raise _not_started(error) from error
            try:
                for _ in range(2):
                    server = self._started()
                    try:
                        answer = server.ask(StartWorker(self._memory), theirs.fileno())
                    except OSError:
                        # Something else has killed the fork server.
                        self._drop_server()
                        continue
                    started = parse(answer, Started, NotStarted)
                    if isinstance(started, Started):
                        channel = Channel(ours, REQUEST_LIMIT)
                        channel.receive_limit = RECEIVE_LIMIT
                        return _Worker(started.process, channel)
                    raise Died(f"no worker process can be started ({started.reason})")
                raise Died("no worker process can be started (the fork server has ended)")
            except BaseException:
                ours.close()
                raise
            finally:
                theirs.close()

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(worker)
                return
        self._end(worker)

    def _end(self, worker: _Worker) -> int | None:
        """End a worker; its exit status, negative for a signal. None if it was ended before."""
        with self._lock:
            process, worker.process = worker.process, 0
            worker.channel.sock.close()
            if not process or self._server is None:
                return None
            try:
                return parse(self._server.ask(EndWorker(process)), WorkerEnded).status
            except OSError:
                return None

    def _started(self) -> "_Server":
        if self._closed:
            raise Died("the worker processes have been closed")
        if self._server is None:
            try:
                self._server = _Server(self._preload)
            except OSError as error:
                raise _not_started(error) from error
        return self._server

    def _drop_server(self) -> None:
        if self._server is not None:
            self._server.close()
        self._server = None
        for worker in self._idle:
            worker.channel.sock.close()
        self._idle = []


def _not_started(error: OSError) -> Died:
    return Died(f"no worker process can be started ({error.strerror or error})")


@lru_cache
def _shared(_process: int) -> BoundedWorker:
    worker = BoundedWorker()
    atexit.register(worker.close)
    return worker


def shared_worker() -> BoundedWorker:
    """The BoundedWorker of this process, for processes that live long; closed when it exits."""
    return _shared(os.getpid())


# Encoding


def _encoded(values: Sequence[object]) -> tuple[list[str], list[bytes | bytearray]]:
    """The kinds of some values, and each as bytes."""
    kinds = ["bytes" if isinstance(value, bytes | bytearray) else "json" for value in values]
    return kinds, [
        value if isinstance(value, bytes | bytearray) else json.dumps(value).encode()
        for value in values
    ]


def _decoded(answer: Message, parts: list[bytearray]) -> Any:
    """The result of a call; its size and its number of containers are checked before parsing."""
    values: list[Any] = []
    for kind, part in zip(answer["kinds"], parts, strict=True):
        if kind == "bytes":
            values.append(bytes(part))
            continue
        if has_more(part, MOST_CONTAINERS):
            raise Failed(f"what comes of it has more than {MOST_CONTAINERS} parts")
        try:
            values.append(json.loads(part))
        except (ValueError, RecursionError):
            raise Failed("what comes of it cannot be read") from None
    return tuple(values) if answer["tuple"] else values[0]


def one_line(text: str) -> str:
    """A text in one line of printable characters, cut to LONGEST_ERROR."""
    line = " ".join(text[: 4 * LONGEST_ERROR].split())
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)[
        :LONGEST_ERROR
    ]


# The coordinator's side of the fork server

PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONPATH")
"""Environment variables that a fork server gets if it is started by exec."""


class _Server:
    """A fork server as its coordinator sees it."""

    def __init__(self, preload: tuple[str, ...]):
        self._socket, theirs = socket.socketpair()
        self._popen: subprocess.Popen[bytes] | None = None
        try:
            if _has_one_thread():
                self.process = os.fork()
                if self.process == 0:
                    _become_server(theirs.fileno(), preload)
            else:
                environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
                self._popen = subprocess.Popen(
                    [
                        *(sys.executable, "-P", "-m", "autograder.bounded"),
                        *(str(theirs.fileno()), *preload),
                    ],
                    pass_fds=[theirs.fileno()],
                    stdin=subprocess.DEVNULL,
                    env=environment,
                )
                self.process = self._popen.pid
        finally:
            theirs.close()

    def ask(self, request: Request, handle: int | None = None) -> Header:
        """The reply to a request, not yet parsed. Raises OSError when the server is gone."""
        message = json.dumps(request.header()).encode() + b"\n"
        socket.send_fds(self._socket, [message], [] if handle is None else [handle])
        answer = b""
        while not answer.endswith(b"\n"):
            if not (more := self._socket.recv(65536)):
                raise ConnectionResetError("the fork server is gone")
            answer += more
        header: Header = json.loads(answer)
        return header

    def hang_up(self) -> None:
        """Close the connection; the server ends its workers and itself."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End the server and its workers, and wait for it."""
        self.hang_up()
        self._socket.close()
        ends = time.monotonic() + END_SECONDS
        while not self._has_ended():
            if time.monotonic() > ends:
                # Its workers die with it.
                with suppress(ProcessLookupError):
                    os.kill(self.process, signal.SIGKILL)
            time.sleep(0.002)

    def _has_ended(self) -> bool:
        if self._popen is not None:
            return self._popen.poll() is not None
        try:
            return os.waitpid(self.process, os.WNOHANG)[0] != 0
        except ChildProcessError:
            return True


def _has_one_thread() -> bool:
    """Whether a fork is safe: no other thread holds a lock, which the child could never acquire."""
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


# The fork server


def _become_server(handle: int, preload: Sequence[str]) -> NoReturn:
    """In a fork of the coordinator: keep nothing open but the socket, then serve."""
    try:
        signal.set_wakeup_fd(-1)
        for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGPROF):
            signal.signal(each, signal.SIG_DFL)
        null = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        os.closerange(3, handle)
        os.closerange(handle + 1, os.sysconf("SC_OPEN_MAX"))
        _serve(handle, preload)
    finally:
        os._exit(0)


def _serve(handle: int, preload: Sequence[str]) -> None:
    """Start and end workers until the coordinator is gone."""
    # Ignore SIGINT: Ctrl-C goes to all processes of a terminal, and the coordinator handles it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Reset SIGCHLD: if the parent ignores it, so would this process, and lose all exit statuses.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    connection = socket.socket(fileno=handle)
    for name in preload:
        with suppress(ImportError):
            importlib.import_module(name)
    if sys.platform == "linux":
        with suppress(ConfinementError):
            seccomp.prepare()
    # Freeze all objects: the garbage collector then leaves them alone, and their pages stay shared.
    gc.freeze()
    workers: set[int] = set()
    with suppress(OSError):
        while (received := receive_request(connection)) is not None:
            header, handles = received
            request = parse(header, StartWorker, EndWorker)
            reply: Reply
            if isinstance(request, StartWorker):
                reply = _fork_worker(request, handles, connection, workers)
            else:
                reply = WorkerEnded(_reap(request.process, workers))
            connection.sendall(json.dumps(reply.header()).encode() + b"\n")
    for process in list(workers):
        _reap(process, workers)


def _fork_worker(
    request: StartWorker, handles: list[int], connection: socket.socket, workers: set[int]
) -> Reply:
    server = os.getpid()
    try:
        process = os.fork()
        if process == 0:
            try:
                connection.close()
                channel = Channel(socket.socket(fileno=handles[0]), RECEIVE_LIMIT)
                _work(channel, request.memory, server)
            finally:
                os._exit(0)
    except OSError as error:
        return NotStarted(str(error))
    finally:
        for each in handles:
            os.close(each)
    workers.add(process)
    return Started(process)


def _reap(process: int, workers: set[int]) -> int | None:
    """Kill a worker and wait for it; its exit status, and None for a process that is no worker."""
    if process not in workers:
        return None
    workers.discard(process)
    os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


# A worker


def _work(channel: Channel, memory: int, server: int) -> None:
    """Answer calls until the coordinator closes the channel."""
    channel.receive_limit = REQUEST_LIMIT
    _confine(memory)
    if os.getppid() != server:
        # The fork server died before PR_SET_PDEATHSIG was set.
        return
    with suppress(ChannelError):
        while True:
            request, parts = channel.receive(None)
            answer, answers = _perform(request, parts)
            try:
                channel.send(answer, answers)
            except TooLarge:
                size = RECEIVE_LIMIT // 2**20
                text = f"what comes of it is larger than {size} MB"
                channel.send({"error": "TooLarge", "text": text})


def _perform(request: Message, parts: list[bytearray]) -> tuple[Message, list[bytes | bytearray]]:
    """Call the function. SIGPROF kills this process once it has used up its CPU time."""
    signal.setitimer(signal.ITIMER_PROF, request["seconds"])
    try:
        module, _, name = request["function"].partition(":")
        function = getattr(importlib.import_module(module), name)
        kinds = request["kinds"]
        result = function(
            *(
                bytes(part) if kind == "bytes" else json.loads(part)
                for kind, part in zip(kinds, parts, strict=True)
            )
        )
        values = result if isinstance(result, tuple) else (result,)
        kinds, encoded = _encoded(values)
        return {"kinds": kinds, "tuple": isinstance(result, tuple)}, encoded
    except MemoryError:
        return {"error": "memory"}, []
    except BaseException as error:
        kind = type(error).__name__
        try:
            text = str(error)[: 4 * LONGEST_ERROR]
        except Exception:
            text = ""
        return {"error": kind, "text": f"{kind}: {text}" if text else kind}, []
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _confine(memory: int) -> None:
    """Bounds that always hold, and what the kernel offers beyond them."""
    if sys.platform == "linux":
        with suppress(ConfinementError):
            processes.set_parent_death_signal()
        limits.set_limit(resource.RLIMIT_AS, limits.address_space() + memory)
        # The OOM killer's choice before the coordinator, and after the boxes.
        limits.set_oom_score(500)
    limits.set_limit(resource.RLIMIT_FSIZE, 0)
    limits.set_limit(resource.RLIMIT_CORE, 0)
    limits.set_limit(resource.RLIMIT_NOFILE, 64)
    if sys.platform == "linux":
        # Defence in depth only, since no learner's code runs here: go on where the kernel lacks it.
        for step in (capabilities.set_no_new_privs, _forbid_writing, seccomp.install):
            with suppress(ConfinementError):
                step()


def _forbid_writing() -> None:
    """Landlock: no file is written, made, removed or renamed anywhere."""
    writing = landlock.file_rights(1) & ~landlock.READ
    landlock.restrict_self(landlock.create_ruleset(writing))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _serve(int(sys.argv[1]), sys.argv[2:])
    os._exit(0)
