"""One notebook through the box: the learner's cells there, the test cells in another, under clocks.

The warden believes nothing that comes out of the learner's box. A test cell has a verdict when the
examiner gave one; where there is none there are no points.
"""

import json
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from nbformat import NotebookNode, from_dict
from nbgrader import utils

from autograder import confine
from autograder.confine import Box, ConfinementError
from autograder.frames import Broken, ChannelError, Closed, Late, Oversized
from autograder.mend import note
from autograder.plan import Plan, PlannedNotebook
from autograder.practice import libraries_in
from autograder.verdict import failure, judge
from autograder.zygote import START, Boxed, Zygote
from course import language

EXAMINER, IN_PROCESS = "examiner", "in-process"
HOW_RUN = "graded"
"""Under this key of the notebook's own metadata stands how its cells were run."""

TRIES = 3
"""How often boxes are started that end before anything runs in them."""

GRACE = 1.0
"""Seconds that an interrupted cell gets to come to its end."""

CELLS = 12
"""How many cells may be as full of output as one may be: a notebook of all would be unreadable."""

HEARD = 12
"""Bytes that a character of output may take on its way; one beyond the first 65,536 does."""

SLACK = 2**18
"""Characters of a cell's output that come on top of its bound: errors, and that it was cut."""


@dataclass(frozen=True)
class Limits:
    """Bounds on one notebook: seconds, and bytes."""

    cell: float = 30
    notebook: float = 300
    output: int = 2**20
    memory: int = 2 * 2**30
    level: str = confine.DEFAULT_MINIMUM
    mode: str = EXAMINER


@dataclass
class Ran:
    """What running a notebook took; its outputs, level and mode are in the notebook itself.

    `cpu` are the CPU seconds of its boxes, `memory` the most bytes of one of their processes.
    """

    cpu: float = 0.0
    memory: int = 0
    ended_early: bool = False


class NotEntered(ConfinementError):
    """A box ended before anything ran in it: it may have been ended from outside."""


class Gone(Exception):
    """A box has ended, or does not answer."""


def run_notebook(
    zygote: Zygote,
    notebook: NotebookNode,
    plan: Plan,
    planned: PlannedNotebook,
    files: dict[str, bytes],
    limits: Limits,
) -> Ran:
    """Run all cells of a notebook that has been put in order, and leave outputs in its cells.

    Parameters
    ----------
    files : dict
        What the learner's code finds in its folder: by path, the submission's and the
        instructor's.

    Raises ConfinementError when a box of the wanted level cannot be had; no cell has run then.
    """
    zygote.warm(libraries_in(_sources(notebook, plan, planned)))
    for _ in range(TRIES):
        try:
            return _Warden(zygote, notebook, plan, planned, files, limits).run()
        except NotEntered as error:
            ended = error
    raise ended


def _sources(notebook: NotebookNode, plan: Plan, planned: PlannedNotebook) -> Iterator[str]:
    """All code that may run in the boxes of a notebook."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            yield cell.source
    for cell in planned.teaching:
        yield cell["source"]
    for name, content in (plan.files | plan.checks).items():
        if name.endswith(".py"):
            yield content.decode(errors="replace")


class _Warden:
    def __init__(self, zygote, notebook, plan, planned, files, limits: Limits):
        self._zygote: Zygote = zygote
        self._notebook: NotebookNode = notebook
        self._plan: Plan = plan
        self._planned: PlannedNotebook = planned
        self._files: dict[str, bytes] = files
        self._limits = limits
        self._ends = 0.0
        self._timeouts = 0
        self._room = CELLS * limits.output
        self._stopped = False
        self._ended_early = False
        ours = notebook.metadata.setdefault("ai4gov", NotebookNode())
        ours[HOW_RUN] = NotebookNode(level=limits.level, mode=limits.mode)
        self._lang = ours.get("language", language.SOURCE)
        if self._lang not in language.LANGUAGES:
            self._lang = language.SOURCE

    def run(self) -> Ran:
        ran = Ran()
        learner_values, examiner_values = socket.socketpair()
        boxes: list[Boxed] = []
        try:
            self._learner = self._box("learner", learner_values, self._files, boxes)
            examined = self._limits.mode == EXAMINER and self._has_tests()
            if examined:
                self._examiner = self._box("examiner", examiner_values, self._test_files(), boxes)
            self._entered(self._learner)
            if examined:
                self._entered(self._examiner)
            self._ends = time.monotonic() + self._limits.notebook
            for index, cell in enumerate(self._notebook.cells):
                if cell.cell_type == "code":
                    self._run_cell(cell, index)
        finally:
            learner_values.close()
            examiner_values.close()
            used = [self._zygote.end(boxed) for boxed in boxes]
            ran.cpu = sum(usage.cpu for usage in used)
            ran.memory = max((usage.memory for usage in used), default=0)
        ran.ended_early = self._ended_early
        return ran

    def _has_tests(self) -> bool:
        return any(_is_test(cell) for cell in self._notebook.cells)

    def _test_files(self) -> dict[str, bytes]:
        return self._plan.files | self._plan.checks

    def _box(
        self, kind: str, values: socket.socket, files: dict[str, bytes], boxes: list[Boxed]
    ) -> Boxed:
        environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            # Not the folder of the notebook, which holds what was handed in and no settings.
            "HOME": "/tmp",
            "IPYTHONDIR": "/tmp/ipython",
            "USER": "learner",
            "LOGNAME": "learner",
            "LANG": "C.UTF-8",
            "MPLCONFIGDIR": "/tmp/matplotlib",
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "NBGRADER_EXECUTION": "autograde",
            "AI4GOV_LANG": self._lang,
        } | {name: "1" for name in confine.ONE_THREAD}
        box = Box(
            level=self._limits.level,
            memory=self._limits.memory,
            # Two boxes, each with as long as the whole notebook has.
            cpu=int(self._limits.notebook) + 60,
            environment=environment,
        )
        boxed = self._zygote.box(kind, box, values)
        boxed.control.heard = HEARD * (self._limits.output + SLACK)
        boxes.append(boxed)
        job = {
            # Solutions and tests: nothing of them may be found in the learner's process.
            "cells": list(self._planned.teaching) if kind == "examiner" else [],
            "limits": {
                "output_bytes": self._limits.output,
                "told_bytes": boxed.control.heard,
            },
            "files": list(files),
        }
        with suppress(ChannelError):
            # Whether it has ended already is looked at when it should be entered.
            boxed.control.send(job, list(files.values()), time.monotonic() + START)
        return boxed

    def _entered(self, boxed: Boxed) -> None:
        try:
            told, _ = boxed.control.receive(time.monotonic() + START)
        except Closed:
            raise NotEntered("a box ended before it was entered") from None
        except ChannelError as error:
            raise ConfinementError(f"a box did not come up ({error})") from None
        if told.get("did") != "entered":
            raise ConfinementError(str(told.get("reason", "a box refused")))

    def _run_cell(self, cell: NotebookNode, index: int) -> None:
        if not self._stopped and time.monotonic() >= self._ends:
            self._stop("attention-time", seconds=_whole(self._limits.notebook))
        tested = _is_test(cell)
        if self._stopped:
            cell.outputs = [failure("NotRun", "this cell was not run")]
            return
        status = "ok"
        if cell.source.strip():
            try:
                status = self._test(cell, index) if tested else self._learn(cell, index)
            except Gone as gone:
                status = "gone"
                cell.outputs.append(failure("NoVerdict" if tested else "Stopped", str(gone)))
        if tested:
            judge(cell, status == "ok")

    def _learn(self, cell: NotebookNode, index: int) -> str:
        """A cell of the learner, or any cell where tests are not examined apart."""
        asked = {"do": "cell", "index": index, "source": cell.source}
        told = self._ask(self._learner, asked, cell, index)
        self._update(told.get("updates"), index)
        if told["status"] == "error" and _is_ours(cell):
            errors = [o for o in cell.outputs if o.output_type == "error"]
            shown = f"{errors[-1].ename}: {errors[-1].evalue}" if errors else "?"
            note(self._notebook, "attention-ours", cell=_name(cell, index), error=shown[:200])
        if self._limits.mode == EXAMINER and self._has_tests():
            told_examiner = {"do": "ran", "index": index, "source": cell.source}
            try:
                self._examiner.control.send(told_examiner, (), time.monotonic() + GRACE)
            except ChannelError:
                self._ended_early = True
                self._stop("attention-fault", error="the process of the test cells has ended")
        return told["status"]

    def _test(self, cell: NotebookNode, index: int) -> str:
        """A test cell: in the examiner, or in the learner's process where the course says so."""
        if self._limits.mode == IN_PROCESS:
            return self._learn(cell, index)
        asked = {
            "do": "test",
            "index": index,
            "source": cell.source,
            # The clock is the warden's; this one is for a warden that is gone.
            "timeout": self._limits.cell + 5 * GRACE,
        }
        told = self._ask(self._examiner, asked, cell, index)
        if told.get("gone"):
            self._ended_early = True
            self._stop("attention-python", cell=_name(cell, index))
        return told["status"]

    def _ask(self, boxed: Boxed, asked: dict, cell: NotebookNode, index: int) -> dict:
        """One cell, under the clock: interrupted when its time is over, then the box is ended."""
        seconds = min(self._limits.cell, max(0.0, self._ends - time.monotonic()))
        ends = time.monotonic() + seconds
        try:
            # A box that says it waits for this may be lying, and never read it.
            boxed.control.send(asked, (), ends)
            try:
                told, _ = boxed.control.receive(ends)
                late = False
            except Late:
                # What runs without end is the learner's code, in a test cell too.
                self._zygote.interrupt(self._learner)
                told, _ = boxed.control.receive(time.monotonic() + GRACE)
                late = True
            if told.get("index") != index or not isinstance(told.get("status"), str):
                raise Broken("an answer to something else")
        except Late:
            self._overrun(cell, index, seconds)
            self._stop("attention-endless")
            raise Gone("this cell did not come to its end") from None
        except Oversized as error:
            # No box of ours tells so much: it would tell the same when run again.
            shown = f"what the cell {_name(cell, index)} shows is too large: {error}"
            self._stop("attention-fault", error=shown)
            raise Gone("what this cell shows is too large") from None
        except ChannelError:
            self._ended_early = True
            self._stop("attention-python", cell=_name(cell, index))
            raise Gone("Python ended while this cell was running") from None
        self._keep(cell, told)
        if late:
            self._overrun(cell, index, seconds)
            told["status"] = "late"
            cell.outputs.append(failure("CellTimeoutError", f"stopped after {_whole(seconds)} s"))
            self._timeouts += 1
            if self._timeouts == 2:
                self._stop("attention-endless")
        return told

    def _keep(self, cell: NotebookNode, told: dict) -> None:
        """Put what a box told into the cell, if it has the form of outputs and is not too much.

        What the learner's cells show counts together; a test's outcome is never left out for it.
        """
        outputs = told.get("outputs")
        sound = [each for each in outputs if _is_output(each)] if isinstance(outputs, list) else []
        room = self._limits.output + SLACK
        cell.outputs = []
        for output in sound:
            size = _size(output)
            room -= size
            if not _is_test(cell):
                self._room -= size
            if room < 0 or (self._room < 0 and not _is_test(cell)):
                text = "[The rest of the output was cut: it is too much.]\n"
                output = {"output_type": "stream", "name": "stdout", "text": text}
                cell.outputs.append(from_dict(output))
                break
            cell.outputs.append(from_dict(output))
        count = told.get("execution_count")
        cell.execution_count = count if _is_count(count) else None

    def _update(self, updates: object, index: int) -> None:
        """Show anew what a cell has shown in an earlier one of the learner's by its display id."""
        for update in updates if isinstance(updates, list) else ():
            told = update if isinstance(update, dict) else {}
            earlier, place = told.get("index"), told.get("place")
            if type(earlier) is not int or type(place) is not int or not 0 <= earlier < index:
                continue
            cell = self._notebook.cells[earlier]
            if cell.cell_type != "code" or _is_test(cell) or not 0 <= place < len(cell.outputs):
                continue
            output = cell.outputs[place] | {key: told.get(key) for key in ("data", "metadata")}
            more = _size(output) - _size(cell.outputs[place])
            if _is_output(output) and _size(output) <= self._limits.output and more <= self._room:
                self._room -= more
                cell.outputs[place] = from_dict(output)

    def _overrun(self, cell: NotebookNode, index: int, seconds: float) -> None:
        shown = _whole(seconds)
        note(self._notebook, "attention-stopped", cell=_name(cell, index), seconds=shown)

    def _stop(self, code: str, **values: object) -> None:
        """Run no further cell: those before keep their points, those after get none."""
        self._stopped = True
        note(self._notebook, code, **values)


OUTPUTS: dict[str, dict[str, type | tuple]] = {
    "stream": {"name": str, "text": str},
    "error": {"ename": str, "evalue": str, "traceback": list},
    "display_data": {"data": dict, "metadata": dict},
    "execute_result": {"data": dict, "metadata": dict, "execution_count": (int, type(None))},
}
"""What an output holds, by its type."""


def _is_output(output: object) -> bool:
    """Whether it has the form of a notebook's output: a box may have made it up."""
    kind = output.get("output_type") if isinstance(output, dict) else None
    form = OUTPUTS.get(kind) if isinstance(kind, str) else None
    if not isinstance(output, dict) or form is None or output.keys() != {"output_type", *form}:
        return False
    if not all(isinstance(output[name], kinds) for name, kinds in form.items()):
        return False
    if output.get("name", "stdout") not in ("stdout", "stderr"):
        return False
    if not _is_count(output.get("execution_count")):
        return False
    texts = [*output.get("traceback", ())]
    texts += [value for name, value in output.get("data", {}).items() if not name.endswith("json")]
    return all(isinstance(text, str) for text in texts)


def _is_count(value: object) -> bool:
    return value is None or (type(value) is int and value >= 0)


def _size(output: dict) -> int:
    """About how many characters an output takes in a notebook."""
    try:
        return len(json.dumps(output, ensure_ascii=False))
    except RecursionError:
        return sys.maxsize


def _whole(seconds: float) -> int:
    return max(1, round(seconds))


def _is_test(cell: NotebookNode) -> bool:
    return utils.is_grade(cell) and not utils.is_solution(cell) and cell.cell_type == "code"


def _is_ours(cell: NotebookNode) -> bool:
    """Whether a cell is the instructor's and no test: it should run in every submission."""
    return utils.is_locked(cell) and not utils.is_grade(cell)


def _name(cell: NotebookNode, index: int) -> str:
    """How people find a cell: by its nbgrader id, or by its place."""
    return cell.metadata.get("nbgrader", {}).get("grade_id") or str(index + 1)
