"""Run one notebook: the learner's cells in one box, the test cells in another, under clocks.

The supervisor trusts nothing that comes out of the learner's box. A test cell has a verdict when
the examiner gave one; without a verdict there are no points.
"""

import json
import math
import os
import re
import socket
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import ClearHiddenTests

from autograder import messages
from autograder.bridge import written_files as written
from autograder.channel import Broken, Channel, ChannelError, Closed, Late, Oversized
from autograder.course_package import course_package
from autograder.errors import BoxStalled, ConfinementError
from autograder.messages import (
    ERROR,
    OK,
    CellRan,
    CellReply,
    CollectFiles,
    Entered,
    FilesReply,
    Header,
    RunCell,
    RunTest,
    StartCells,
    TestReply,
    is_output,
    parse,
)
from autograder.reasons import note
from autograder.records import EXAMINER, HOW_RUN, IN_PROCESS, SOLUTION, Job, Ran, is_test
from autograder.sandbox.box import ONE_THREAD, Box
from autograder.sandbox.forkserver import START, BoxHandle, ForkServer
from autograder.sandbox.verdict import failure, judge
from autograder.sandbox.warmup import libraries_in

GRACE = 1.0
"""CPU seconds that an interrupted cell gets to come to its end."""

WALL_FACTOR = 4
WALL_EXTRA = 5.0
"""Limits are CPU seconds. The limit on the clock behind each of them is that many times as long,
plus these seconds: for cells that wait, and for processors that others take."""

FIRST_LOOK = 1.0
"""Seconds after which a cell's CPU time is counted; shorter cells cost no look at it."""

SHORTEST_PAUSE = 0.05
"""Seconds between two looks at the CPU time, at least."""

CORES = os.cpu_count() or 1

OWN_CHECK = re.compile(r"^(def check\b|check\s*=)", re.MULTILINE)
"""How a course's own cell makes a function `check` that gives no points."""

HIDDEN_FROM = ClearHiddenTests.begin_test_delimeter.default_value

FULL_CELLS = 12
"""How many cells may be as full of output as one may be: a notebook of all would be unreadable."""

BYTES_OF_A_CHARACTER = 12
"""A character beyond the first 65,536 is escaped in JSON as \\uXXXX twice, in 12 bytes."""

MOST_CONTAINERS = 400_000
"""Lists and mappings in a box's reply; each takes far more memory than its text."""

MOST_NESTED = 100
"""Lists and mappings of an output within each other."""

MOST_RECEIVED = 2**30
"""Bytes that a box may send for a notebook; the coordinator parses all of them."""

SLACK = 2**18
"""Characters of a cell's output that come on top of its bound: errors, and that it was cut."""


class BoxNotEntered(ConfinementError):
    """A box ended before anything ran in it: it may have been ended from outside."""


class Gone(Exception):
    """A box has ended, or does not answer."""


LATE = "late"
"""The status of a cell that was stopped, beside OK and ERROR."""

R = TypeVar("R", CellReply, TestReply)


def run_notebook(forkserver: ForkServer, notebook: NotebookNode, job: Job) -> Ran:
    """Run all cells of a normalized notebook once, and leave outputs in its cells.

    Raises BoxNotEntered when a box ended before anything ran in it, BoxStalled when nothing came of
    it in time, ConfinementError when a box of the wanted level cannot be had, and ForkServerGone.
    """
    forkserver.warm(libraries_in(_sources(notebook, job)))
    return _Supervisor(forkserver, notebook, job).run()


def wall_limit(seconds: float) -> float:
    """The limit on the clock behind a limit of CPU seconds."""
    return WALL_FACTOR * seconds + WALL_EXTRA


class _Clock:
    """The time of one notebook: CPU seconds of its boxes, with limits on the clock behind them.

    A cell of an honest learner is thus not stopped because others keep the processors busy.
    """

    def __init__(self, forkserver: ForkServer, boxes: list[BoxHandle], notebook: float):
        self._forkserver = forkserver
        self._boxes = boxes
        self._notebook = notebook
        self.ends = time.monotonic() + wall_limit(notebook)
        self._before = 0.0
        self._before = self._look()
        self._used = 0.0
        self.stopped_after = 0.0
        """Seconds of the limit that was reached last."""

    def is_over(self) -> bool:
        """Whether the time of the notebook is over."""
        since = time.monotonic() - self._looked
        if self._used + CORES * since >= self._notebook and self._look() >= self._notebook:
            return True
        return time.monotonic() >= self.ends

    def receive(
        self, channel: Channel, seconds: float, notebook: bool = True
    ) -> tuple[Header, list[bytearray]]:
        """The next message, unless the boxes use up the seconds before; raises Late then.

        `notebook` says whether the limit of the whole notebook counts too.
        """
        most = self._notebook if notebook else math.inf
        started = time.monotonic()
        ends = started + wall_limit(seconds)
        if notebook:
            ends = min(ends, self.ends)
        pause = min(FIRST_LOOK, seconds / 2)
        begun: float | None = None
        while True:
            try:
                return channel.receive(min(ends, time.monotonic() + pause), ends)
            except Late:
                used = self._look()
                # Count from the first look on; what was used before is not charged.
                begun = used if begun is None else begun
                left = min(begun + seconds, most) - used
                if left <= 0:
                    self.stopped_after = seconds if begun + seconds <= most else most
                    raise
                if time.monotonic() >= ends:
                    self.stopped_after = ends - started
                    raise
                pause = max(SHORTEST_PAUSE, left / CORES)

    def _look(self) -> float:
        """CPU seconds used since the notebook began."""
        self._used = sum(self._forkserver.cpu(boxed) for boxed in self._boxes) - self._before
        self._looked = time.monotonic()
        return self._used


def _sources(notebook: NotebookNode, job: Job) -> Iterator[str]:
    """All code that may run in the boxes of a notebook."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            yield cell.source
    for source_cell in job.notebook.source_cells:
        yield source_cell.source
    for name, content in (job.plan.files | job.plan.checks).items():
        if name.endswith(".py"):
            yield content.decode(errors="replace")


class _Supervisor:
    def __init__(self, forkserver: ForkServer, notebook: NotebookNode, job: Job):
        self._forkserver = forkserver
        self._notebook = notebook
        self._job = job
        self._limits = limits = job.limits
        self._clock: _Clock
        self._sizes: dict[tuple[int, int], int] = {}
        self._timeouts = 0
        self._room = FULL_CELLS * limits.output
        self._stopped = False
        self._ended_early = False
        self._overran = False
        self._gone = False
        # How the course marks where lines begin that learners do not get.
        marked = job.plan.config.get("ClearHiddenTests", {})
        self._hidden_from = marked.get("begin_test_delimeter", HIDDEN_FROM)
        # Checks are ours, unless an instructor's cell defines a function of that name.
        self._has_checks = bool(job.plan.checks) or not any(
            OWN_CHECK.search(cell.source)
            for cell in job.notebook.source_cells
            if cell.kind != SOLUTION
        )
        ours = notebook.metadata.setdefault("ai4gov", NotebookNode())
        ours[HOW_RUN] = NotebookNode(level=limits.level, mode=limits.mode)

    def run(self) -> Ran:
        ran = Ran()
        learner_values, examiner_values = socket.socketpair()
        boxes: list[BoxHandle] = []
        try:
            self._learner = self._box("learner", learner_values, self._job.files, boxes)
            examined = self._limits.mode == EXAMINER and self._has_tests()
            if examined:
                self._examiner = self._box("examiner", examiner_values, self._test_files(), boxes)
            self._entered(self._learner)
            if examined:
                self._entered(self._examiner)
            self._clock = _Clock(self._forkserver, boxes, self._limits.notebook)
            for index, cell in enumerate(self._notebook.cells):
                if cell.cell_type == "code":
                    self._run_cell(cell, index)
            if not self._gone:
                ran.files = self._written()
        finally:
            learner_values.close()
            examiner_values.close()
            used = [self._forkserver.end(boxed) for boxed in boxes]
            ran.cpu = sum(usage.cpu for usage in used)
            ran.memory = max((usage.memory for usage in used), default=0)
        # After a clock limit nothing is run again: it would wait for the clock again.
        ran.ended_early = self._ended_early and not self._overran
        return ran

    def _has_tests(self) -> bool:
        return any(is_test(cell) for cell in self._notebook.cells)

    def _test_files(self) -> dict[str, bytes]:
        return self._job.plan.files | self._job.plan.checks

    def _box(
        self, kind: str, values: socket.socket, files: dict[str, bytes], boxes: list[BoxHandle]
    ) -> BoxHandle:
        environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            # Not the notebook's folder: a file that was handed in must not act as a setting.
            "HOME": "/tmp",
            "IPYTHONDIR": "/tmp/ipython",
            "USER": "learner",
            "LOGNAME": "learner",
            "LANG": "C.UTF-8",
            "MPLCONFIGDIR": "/tmp/matplotlib",
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "NBGRADER_EXECUTION": "autograde",
        } | {name: "1" for name in ONE_THREAD}
        environment |= course_package().environment(
            self._notebook.metadata, self._job.plan.assignment
        )
        box = Box(
            level=self._limits.level,
            hidden=self._limits.hidden,
            memory=self._limits.memory,
            # Two boxes, each with as long as the whole notebook has.
            cpu=int(self._limits.notebook) + 60,
            environment=environment,
        )
        boxed = self._forkserver.box(kind, box, values)
        boxed.control.receive_limit = BYTES_OF_A_CHARACTER * (self._limits.output + SLACK)
        boxed.control.most_containers = MOST_CONTAINERS
        boxes.append(boxed)
        job = StartCells(
            files=list(files),
            # Solutions and tests: nothing of them may be found in the learner's process.
            cells=list(self._job.notebook.source_cells) if kind == "examiner" else [],
            modules=self._job.plan.modules,
            output_bytes=self._limits.output,
            reply_bytes=boxed.control.receive_limit,
        )
        with suppress(ChannelError):
            # _entered() finds out whether the box has ended already.
            boxed.control.send(job.header(), list(files.values()), time.monotonic() + START)
        return boxed

    def _entered(self, boxed: BoxHandle) -> None:
        try:
            header, _ = boxed.control.receive(time.monotonic() + START)
            reply = parse(header, Entered, messages.NotEntered)
        except Closed:
            raise BoxNotEntered("a box ended before it was entered") from None
        except Late:
            raise BoxStalled(
                f"a box was not entered within {_whole(START)} seconds; is this machine overloaded?"
            ) from None
        except ChannelError as error:
            raise ConfinementError(f"a box did not come up ({error})") from None
        if isinstance(reply, messages.NotEntered):
            raise ConfinementError(reply.reason)

    def _run_cell(self, cell: NotebookNode, index: int) -> None:
        if not self._stopped and self._clock.is_over():
            self._stop("attention-time", seconds=_whole(self._limits.notebook))
        tested = is_test(cell)
        if self._stopped:
            cell.outputs = [failure("NotRun", "this cell was not run")]
            return
        status = "ok"
        if cell.source.strip():
            try:
                status = self._test(cell, index) if tested else self._learn(cell, index)
            except Gone as gone:
                self._gone = True
                status = "gone"
                cell.outputs.append(failure("NoVerdict" if tested else "Stopped", str(gone)))
        if tested:
            judge(cell, status == "ok", self._has_checks)

    def _written(self) -> dict[str, bytes]:
        """The files that cells have written, if the learner's box still answers."""
        control = self._learner.control
        control.receive_limit = written.LARGEST_WRITTEN + SLACK
        try:
            control.send(CollectFiles().header(), (), time.monotonic() + wall_limit(GRACE))
            header, parts = self._clock.receive(control, GRACE, notebook=False)
            names = parse(header, FilesReply).names
        except ChannelError:
            return {}
        return written.kept(names, parts, self._job.files)

    def _learn(self, cell: NotebookNode, index: int) -> str:
        """A cell of the learner, or any cell where tests are not examined apart."""
        asked = RunCell(index, cell.source, _name(cell, index))
        reply, status = self._ask(self._learner, asked, CellReply, cell)
        self._update(reply.updates, index)
        if status == ERROR and _is_ours(cell):
            errors = [o for o in cell.outputs if o.output_type == "error"]
            shown = f"{errors[-1].ename}: {errors[-1].evalue}" if errors else "?"
            note(self._notebook, "attention-ours", cell=_name(cell, index), error=shown[:200])
        if self._limits.mode == EXAMINER and self._has_tests():
            ran = _ran(cell, index, status)
            try:
                # It can still be answering a cell that was interrupted.
                self._examiner.control.send(ran.header(), (), time.monotonic() + wall_limit(GRACE))
            except ChannelError:
                self._ended_early = True
                self._stop("attention-fault", error="the process of the test cells has ended")
        return status

    def _test(self, cell: NotebookNode, index: int) -> str:
        """A test cell: in the examiner, or in the learner's process where the course says so."""
        if self._limits.mode == IN_PROCESS:
            return self._learn(cell, index)
        # Safety net only: the supervisor keeps the real clock.
        timeout = wall_limit(self._limits.cell) + wall_limit(GRACE)
        # Checks can be hidden too, and a test does not say which of them are.
        hidden = bool(self._job.plan.checks) or self._hidden_from in cell.source
        asked = RunTest(index, cell.source, timeout, hidden)
        reply, status = self._ask(self._examiner, asked, TestReply, cell)
        if reply.gone:
            self._ended_early = True
            self._overran |= reply.late
            self._stop("attention-python", cell=_name(cell, index))
        return status

    def _ask(
        self, boxed: BoxHandle, request: RunCell | RunTest, expected: type[R], cell: NotebookNode
    ) -> tuple[R, str]:
        """Have one cell run, under the clock; the reply, and how the cell ended.

        The cell is interrupted when its time is over, and then the box is ended.
        """
        clock, index = self._clock, request.index
        seconds: float | None = None
        try:
            clock.stopped_after = wall_limit(self._limits.cell)
            # A hostile box may claim to be ready and never read, so bound the time of sending.
            sent_by = min(clock.ends, time.monotonic() + wall_limit(self._limits.cell))
            boxed.control.send(request.header(), (), sent_by)
            try:
                header, _ = clock.receive(boxed.control, self._limits.cell)
            except Late:
                seconds = clock.stopped_after
                # In a test cell, too, it is the learner's code that does not end.
                self._forkserver.interrupt(self._learner)
                header, _ = clock.receive(boxed.control, GRACE, notebook=False)
            if boxed.control.received > MOST_RECEIVED:
                raise Oversized("the notebook as a whole shows too much")
            reply = parse(header, expected)
            if reply.index != index:
                raise Broken("an answer to something else")
        except Late:
            self._overrun(cell, index, clock.stopped_after if seconds is None else seconds)
            self._stop("attention-endless")
            raise Gone("this cell did not come to its end") from None
        except Oversized as error:
            # Do not run it again: it would send as much.
            shown = f"what the cell {_name(cell, index)} shows is too large: {error}"
            self._stop("attention-fault", error=shown)
            raise Gone("what this cell shows is too large") from None
        except ChannelError:
            self._ended_early = True
            if seconds is not None:
                self._overrun(cell, index, seconds)
            self._stop("attention-python", cell=_name(cell, index))
            raise Gone("Python ended while this cell was running") from None
        self._keep(cell, index, reply)
        if seconds is None:
            return reply, reply.status
        self._overrun(cell, index, seconds)
        cell.outputs.append(failure("CellTimeoutError", f"stopped after {_whole(seconds)} s"))
        self._timeouts += 1
        if self._timeouts == 2:
            self._stop("attention-endless")
        return reply, LATE

    def _keep(self, cell: NotebookNode, index: int, reply: CellReply | TestReply) -> None:
        """Put the outputs of a reply into the cell, as long as they are not too much.

        What the learner's cells show counts together; a test's outcome is never left out for it.
        """
        room = self._limits.output + SLACK
        cell.outputs = []
        for output in reply.outputs:
            size = _size(output)
            room -= size
            if not is_test(cell):
                self._room -= size
            if room < 0 or (self._room < 0 and not is_test(cell)):
                text = "[The rest of the output was cut: it is too much.]\n"
                output = {"output_type": "stream", "name": "stdout", "text": text}
                cell.outputs.append(_node(output))
                break
            self._sizes[index, len(cell.outputs)] = size
            cell.outputs.append(_node(output))
        cell.execution_count = reply.execution_count

    def _update(self, updates: Sequence[Mapping[str, Any]], index: int) -> None:
        """Show anew what a cell has shown in an earlier one of the learner's by its display id."""
        last = {
            (update["index"], update["place"]): update
            for update in updates
            if update["index"] < index
        }
        for (earlier, place), update in last.items():
            cell = self._notebook.cells[earlier]
            if cell.cell_type != "code" or is_test(cell) or place >= len(cell.outputs):
                continue
            output = cell.outputs[place] | {key: update.get(key) for key in ("data", "metadata")}
            if not is_output(output):
                continue
            size = _size(output)
            more = size - self._sizes.get((earlier, place), 0)
            if size <= self._limits.output and more <= self._room:
                self._room -= more
                self._sizes[earlier, place] = size
                cell.outputs[place] = _node(output)

    def _overrun(self, cell: NotebookNode, index: int, seconds: float) -> None:
        self._overran = True
        shown = _whole(seconds)
        note(self._notebook, "attention-stopped", cell=_name(cell, index), seconds=shown)

    def _stop(self, code: str, **values: object) -> None:
        """Run no further cell: those before keep their points, those after get none."""
        self._stopped = True
        note(self._notebook, code, **values)


def _size(output: Mapping[str, Any]) -> int:
    """About how many characters an output takes in a notebook; too many if it is too deep."""
    if _is_too_deep(output):
        return sys.maxsize
    return len(json.dumps(output, ensure_ascii=False))


def _is_too_deep(value: object) -> bool:
    waiting = [(value, 1)]
    while waiting:
        each, depth = waiting.pop()
        if isinstance(each, dict | list):
            if depth > MOST_NESTED:
                return True
            inner = each.values() if isinstance(each, dict) else each
            waiting += [(one, depth + 1) for one in inner if isinstance(one, dict | list)]
    return False


def _node(output: Mapping[str, Any]) -> NotebookNode:
    """An output as nbformat has it; what its data hold stays plain, which takes less memory."""
    parts = {
        name: NotebookNode(part) if isinstance(part, dict) else part
        for name, part in output.items()
    }
    return NotebookNode(parts)


def _whole(seconds: float) -> int:
    return max(1, round(seconds))


LONGEST_ERROR = 1000
"""The examiner receives so many characters of an exception's name, and of its text."""


def _ran(cell: NotebookNode, index: int, status: str) -> CellRan:
    """What the examiner hears of a cell that has run in the learner's process."""
    if status == OK:
        return CellRan(cell.source, _name(cell, index))
    errors = [each for each in cell.outputs if each.output_type == "error"]
    last = errors[-1] if errors else {"ename": "Error", "evalue": ""}
    # An exception's class can have an empty name, and an error has to be told from none.
    name, said = last["ename"][:LONGEST_ERROR] or "Error", last["evalue"][:LONGEST_ERROR]
    return CellRan(cell.source, _name(cell, index), name, said)


def _is_ours(cell: NotebookNode) -> bool:
    """Whether a cell is the instructor's and no test: it should run in every submission."""
    return utils.is_locked(cell) and not utils.is_grade(cell)


def _name(cell: NotebookNode, index: int) -> str:
    """How people find a cell: by its nbgrader id, or by its place."""
    return cell.metadata.get("nbgrader", {}).get("grade_id") or str(index + 1)
