"""The steps that instructors start: one at a time, in the background, with what they said.

Each runs in a process of its own (classroom.desk.step), so that it can be stopped, and so that
nothing of it stays in the server.
"""

import asyncio
import json
import os
import signal
import sys
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from autograder.text import printable
from classroom.desk.step import ENDINGS, FAILED, STOPPED

WAITING, RUNNING = "waiting", "running"
"""States of a job before it has ended; afterwards it is one of ENDINGS."""

MOST_LINES = 1_000
MOST_KEPT = 30
SHOWN = 5
LARGEST_MESSAGE = 2**17
"""Bounds: lines of a job, ended jobs that are kept and that are shown, bytes of a message."""

STOP_SECONDS = 8.0
"""Seconds between SIGTERM, which asks a step to end, and SIGKILL."""


@dataclass
class StepJob:
    """A step of an assignment that somebody started, and how far it is."""

    id: int
    step: str
    assignment: str
    by: str
    lang: str
    state: str = WAITING
    done: int = 0
    total: int = 0
    lines: list[tuple[str, bool]] = field(default_factory=list)
    """What it said, each line with whether it is about something that went wrong."""
    log: list[str] = field(default_factory=list)
    """What nbgrader logged, and what else was written to stderr."""
    left_out: int = 0
    started: datetime | None = None
    ended: datetime | None = None
    stopping: bool = False
    """Whether somebody has asked for its end."""

    @property
    def is_over(self) -> bool:
        return self.state in ENDINGS

    def take(self, message: dict[str, object]) -> None:
        """Take in a message of the step's process."""
        match message:
            case {"progress": [int(done), int(total)]}:
                self.done, self.total = done, total
            case {"line": str(line)}:
                if self._has_room(self.lines):
                    self.lines.append((line, message.get("wrong") is True))
            case {"log": str(line)}:
                if self._has_room(self.log):
                    self.log.append(line)
            case {"end": str(end)} if end in ENDINGS:
                self.state = end

    def _has_room(self, lines: list[tuple[str, bool]] | list[str]) -> bool:
        self.left_out += len(lines) >= MOST_LINES
        return len(lines) < MOST_LINES


class Jobs:
    """The queue of a course; `run` works through it until it is cancelled."""

    def __init__(self, course: Path):
        self._course = course
        self._ended: deque[StepJob] = deque(maxlen=MOST_KEPT)
        self._waiting: deque[StepJob] = deque()
        self._wake = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None
        self._stopping: asyncio.Task[None] | None = None
        self._count = 0
        self.current: StepJob | None = None

    def __iter__(self) -> Iterator[StepJob]:
        """All jobs, the newest first."""
        yield from reversed(self._waiting)
        if self.current:
            yield self.current
        yield from reversed(self._ended)

    def shown(self, step: str = "") -> list[StepJob]:
        """The jobs that are not over and the last that are, the newest first; of one step only,
        if one is given."""
        found = [job for job in self if step in ("", job.step)]
        return [job for job in found if not job.is_over] + [j for j in found if j.is_over][:SHOWN]

    def start(self, step: str, assignment: str, by: str, lang: str) -> StepJob:
        """Put a step into the queue; one that is in it already is not put there twice."""
        for job in self:
            if not job.is_over and (job.step, job.assignment) == (step, assignment):
                return job
        self._count += 1
        job = StepJob(self._count, step, assignment, by, lang)
        self._waiting.append(job)
        self._wake.set()
        return job

    def stop(self, id: int) -> None:
        """Stop a job. What its step has kept so far stays, and calling it again goes on."""
        for job in list(self._waiting):
            if job.id == id:
                self._waiting.remove(job)
                job.state = STOPPED
                job.ended = datetime.now()
                self._ended.append(job)
        if self.current and self.current.id == id and not self.current.stopping:
            self.current.stopping = True
            if self._process:
                self._stopping = asyncio.create_task(_end(self._process))

    async def run(self) -> None:
        """Run what is in the queue, one job at a time."""
        while True:
            await self._wake.wait()
            while self._waiting:
                self.current = job = self._waiting.popleft()
                try:
                    await self._perform(job)
                except OSError as error:
                    job.take({"line": f"the step could not be started ({error})", "wrong": True})
                    job.state = FAILED
                finally:
                    job.ended = datetime.now()
                    if not job.is_over:
                        job.state = STOPPED
                    self._ended.append(job)
                    self.current = None
            self._wake.clear()

    async def _perform(self, job: StepJob) -> None:
        job.state, job.started = RUNNING, datetime.now()
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "classroom.desk.step"),
            *(str(self._course), job.step, job.assignment, job.lang),
            cwd=self._course,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=LARGEST_MESSAGE,
            start_new_session=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        self._process = process
        if job.stopping:
            # Asked for while the process was being started.
            self._stopping = asyncio.create_task(_end(process))
        try:
            await asyncio.gather(_messages(process, job), _stderr(process, job))
            status = await process.wait()
            # A signal before the step's own handler is there, or a kill, ends it without a word.
            if not job.is_over and not job.stopping:
                job.take({"line": f"the process of this step has ended ({_why(status)})",
                          "wrong": True})  # fmt: skip
                job.state = FAILED
        finally:
            self._process = None
            await _end(process)


async def _messages(process: asyncio.subprocess.Process, job: StepJob) -> None:
    assert process.stdout
    async for line in _lines(process.stdout):
        with suppress(ValueError):
            message = json.loads(line)
            if isinstance(message, dict):
                job.take(message)


async def _stderr(process: asyncio.subprocess.Process, job: StepJob) -> None:
    assert process.stderr
    async for line in _lines(process.stderr):
        if line.strip():
            job.take({"log": printable(line.decode("utf-8", "replace").rstrip())[:2_000]})


async def _lines(stream: asyncio.StreamReader) -> AsyncIterator[bytes]:
    while True:
        try:
            line = await stream.readline()
        except ValueError:
            # Longer than the limit: what was read of it is gone.
            continue
        if not line:
            return
        yield line


async def _end(process: asyncio.subprocess.Process) -> None:
    """End a process that is still there; one that does not end is killed with its children."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            # It leads a session of its own. A child would hold its pipes open.
            os.killpg(process.pid, signal.SIGKILL)


def _why(status: int) -> str:
    if status < 0:
        with suppress(ValueError):
            return signal.Signals(-status).name
    return f"exit status {status}"
