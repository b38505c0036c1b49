"""The process in which the team's service runs for the page: started, bounded, and stopped.

The service is the team's own code on the team's own account, so the process is no wall against it;
it keeps an endless loop or a lack of memory away from the Jupyter server. It talks through its
standard input and output, and so opens no port. Linux' bounds on processor time and memory are set
in the worker; the limit on the clock holds everywhere.
"""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from course.errors import UserError
from course.project.app.protocol import LONGEST_LINE, Comment, Decision, FromWorker, ToWorker
from course.start.parent_server import ONE_THREAD

LOADER = "course.project.app.worker_loader:load"
"""The function, as module:name, that gives the service of a project's folder in the worker."""

WATCHED = ("team.yml", "choices.yml", "model.py", "data.yml", "data.csv")
"""Files of a project after whose change the service is started again."""

PASSED_ON = (
    *("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV"),
    "MPLCONFIGDIR",
    # Windows': Python and its libraries do not start, or find no folder to write, without these.
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP", "USERPROFILE"),
    *("HOMEDRIVE", "HOMEPATH", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PYTHONUTF8"),
    *("NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE"),
)
"""Environment variables that a worker gets: no token of the server or of a hub is among them."""


@dataclass(frozen=True)
class WorkerLimits:
    """Bounds of a worker. Seconds on the clock leave room for other work on the processors."""

    start_seconds: float = 150.0
    """On the clock, to load the libraries and to train."""
    start_cpu: int = 60
    """Seconds of processor time for the same: a service trains within 25."""
    call_seconds: float = 40.0
    call_cpu: int = 20
    idle_seconds: float = 600.0
    """Without a request for so long, the worker is stopped."""
    memory: int = 1536 * 2**20
    """Bytes of address space beyond what the libraries take."""
    waiting: int = 3
    """Requests that may wait at the same time."""


class WorkerError(UserError):
    """The service gave no decision; the text is in English, and `kind` says why.

    `kind` is "busy", "slow start", "ended at the start", "slow", "memory", "ended", "replaced" or
    "refused"; `detail` is the one line of the service itself for "refused", and empty otherwise.
    """

    def __init__(self, kind: str, detail: str = ""):
        super().__init__(f"the service gave no decision: {detail or kind}")
        self.kind, self.detail = kind, detail


class RunningService:
    """The service of one project's folder; the methods may be called from several threads."""

    def __init__(self, folder: Path, loader: str = LOADER, limits: WorkerLimits | None = None):
        self.folder = folder
        self._loader = loader
        self._limits = limits or WorkerLimits()
        self._turn = threading.Lock()
        self._waiting = threading.BoundedSemaphore(self._limits.waiting)
        self._worker: _Process | None = None
        self._made_from: object = None
        self._idle: threading.Timer | None = None
        self._is_closed = False

    def decide(self, comment: Comment, lang: str = "en") -> Decision:
        """What the service gives for a comment; starts the process if need be.

        Raises WorkerError, in English; errors of the service itself are in the language `lang`.
        """
        if not self._waiting.acquire(blocking=False):
            raise WorkerError("busy")
        try:
            with self._turn:
                self._cancel_timer()
                try:
                    return self._decided(comment, lang)
                finally:
                    self._set_timer()
        finally:
            self._waiting.release()

    @property
    def process(self) -> int | None:
        """The process id of the worker; None while there is none."""
        worker = self._worker
        return worker.process.pid if worker else None

    def stop(self) -> None:
        """End the process, also in the middle of a decision; a later `decide` starts another."""
        self._cancel_timer()
        if worker := self._worker:
            worker.end()
            self._worker = None

    def close(self) -> None:
        """End the process for good: comments that wait, and later ones, are refused."""
        self._is_closed = True
        # Again and again, since a decision that has just begun may still start a process.
        while not self._turn.acquire(timeout=0.1):
            self.stop()
        try:
            self.stop()
        finally:
            self._turn.release()

    def _decided(self, comment: Comment, lang: str) -> Decision:
        if self._is_closed:
            raise WorkerError("replaced")
        worker = self._started(lang)
        try:
            request = ToWorker.model_validate({"comment": comment, "lang": lang})
            answer = worker.ask(request, self._limits.call_seconds)
        except _Silent as silent:
            self.stop()
            raise WorkerError(self._why(silent.kind or "slow")) from None
        if answer.decision is None:
            if answer.memory:
                # What is left of its memory may be in pieces.
                self.stop()
                raise WorkerError("memory")
            raise WorkerError("refused", answer.error)
        return answer.decision

    def _started(self, lang: str) -> "_Process":
        """The worker, anew if it has ended or a file that the service is made of has changed."""
        made_from = [_state(self.folder / name) for name in WATCHED]
        if self._worker and (self._worker.has_ended() or made_from != self._made_from):
            self.stop()
        if self._worker is None:
            self._made_from = made_from
            self._worker = _Process(self.folder, self._loader, self._limits, lang)
            try:
                answer = self._worker.hear(self._limits.start_seconds)
            except _Silent as silent:
                self.stop()
                at_start = {"": "slow start", "slow": "slow start", "ended": "ended at the start"}
                raise WorkerError(self._why(at_start.get(silent.kind, silent.kind))) from None
            if not answer.ready:
                self.stop()
                raise WorkerError("memory" if answer.memory else "refused", answer.error)
        return self._worker

    def _why(self, kind: str) -> str:
        """The kind of an error, unless `close` has ended the process."""
        return "replaced" if self._is_closed else kind

    def _set_timer(self) -> None:
        if self._worker:
            self._idle = threading.Timer(self._limits.idle_seconds, self._stop_if_idle)
            self._idle.daemon = True
            self._idle.start()

    def _cancel_timer(self) -> None:
        if self._idle:
            self._idle.cancel()
            self._idle = None

    def _stop_if_idle(self) -> None:
        if self._turn.acquire(blocking=False):
            try:
                self.stop()
            finally:
                self._turn.release()


class _Silent(Exception):
    """No answer came; `kind` is that of WorkerError where the worker's end tells it."""

    def __init__(self, kind: str = ""):
        super().__init__(kind)
        self.kind = kind


class _Process:
    """A worker process with its two pipes."""

    def __init__(self, folder: Path, loader: str, limits: WorkerLimits, lang: str):
        environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        # One thread each: more reserve address space, and the server shares the processors.
        environment |= ONE_THREAD | {"AI4GOV_LANG": lang}
        bounds = [str(limits.memory), str(limits.start_cpu), str(limits.call_cpu)]
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "course.project.app.worker", str(folder), loader, *bounds],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder.parent,
            env=environment,
            start_new_session=True,
        )
        self._lines: queue.Queue[bytes] = queue.Queue(maxsize=4)
        _in_background(self._read)

    def ask(self, request: ToWorker, seconds: float) -> FromWorker:
        assert self.process.stdin is not None
        line = request.model_dump_json().encode() + b"\n"
        try:
            self.process.stdin.write(line)
            self.process.stdin.flush()
        except OSError:
            raise _Silent(self._why_it_ended()) from None
        return self.hear(seconds)

    def hear(self, seconds: float) -> FromWorker:
        """The next line, within seconds on the clock. Raises _Silent."""
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            raise _Silent from None
        if not line:
            raise _Silent(self._why_it_ended())
        try:
            return FromWorker.model_validate_json(line)
        except ValidationError:
            # The team's code has written into the pipe, say.
            raise _Silent("ended") from None

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def end(self) -> None:
        """Kill the process and those that it started, and wait for it."""
        with suppress(OSError):
            if hasattr(os, "killpg"):
                # Not yet waited for, so the number is still that of the process.
                if self.process.returncode is None:
                    os.killpg(self.process.pid, signal.SIGKILL)
            else:
                self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            _close(pipe)

    def _why_it_ended(self) -> str:
        """The kind of error: processor time used up, or ended for another reason."""
        with suppress(subprocess.TimeoutExpired):
            if self.process.wait(2) == -getattr(signal, "SIGXCPU", 0):
                return "slow"
        return "ended"

    def _read(self) -> None:
        """In a thread of its own: put each line into the queue, and an empty one at the end.

        A worker sends one line for each request; one that sends more is not listened to further.
        """
        pipe = self.process.stdout
        assert pipe is not None
        with suppress(OSError, ValueError, queue.Full):
            while line := pipe.readline(LONGEST_LINE):
                self._lines.put_nowait(line)
        with suppress(queue.Full):
            self._lines.put_nowait(b"")


def _in_background(function: Callable[[], None]) -> None:
    threading.Thread(target=function, daemon=True).start()


def _close(pipe: IO[bytes] | None) -> None:
    with suppress(OSError):
        if pipe:
            pipe.close()


def _state(path: Path) -> object:
    """What changes when a file is written: its time, size and number; None without the file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


class Services:
    """The services of a server: at most one of them runs, since each takes much memory."""

    def __init__(self, loader: str = LOADER, limits: WorkerLimits | None = None):
        self._loader, self._limits = loader, limits
        self._one = threading.Lock()
        self._running: RunningService | None = None

    def of(self, folder: Path) -> RunningService:
        """The service of a project's folder; that of another folder is stopped."""
        with self._one:
            if self._running is None or self._running.folder != folder:
                if self._running:
                    self._running.close()
                self._running = RunningService(folder, self._loader, self._limits)
            return self._running

    def stop(self) -> None:
        """Stop whatever runs, for good."""
        with self._one:
            if self._running:
                self._running.close()
                self._running = None
