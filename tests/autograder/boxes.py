"""A learner's process and an examiner's, joined as the supervisor joins them, unconfined."""

import socket
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from autograder.channel import Channel
from autograder.messages import CellRan, Request, RunCell, RunTest, StartCells
from autograder.records import SourceCell
from tests.autograder.forked_boxes import forks

SECONDS = 60
"""The longest that any answer is waited for."""


class Box:
    """A forked process, "learner" or "examiner", and the control channel to it."""

    def __init__(self, name: str, values: socket.socket, job: StartCells, folder: Path):
        ours, theirs = socket.socketpair()
        self.process = forks().start(name, theirs, values, job, str(folder))
        theirs.close()
        self.control = Channel(ours)

    def ask(self, request: Request) -> dict[str, Any]:
        """The reply, as its fields; what a learner's process says is not checked here."""
        self.control.send(request.header())
        return self.control.receive(time.monotonic() + SECONDS)[0]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        self.control.sock.close()


class Pair:
    """Both processes. Cells are run in turn with `cell` and `test`."""

    def __init__(
        self,
        folder: Path,
        source_cells: Sequence[dict[str, str]] = (),
        files: Mapping[str, bytes] = MappingProxyType({}),
        checks: str = "",
        **job: Any,
    ):
        def start() -> StartCells:
            # Each process has its own, for it may clear it.
            return StartCells(cells=[SourceCell(**each) for each in source_cells], **job)

        self.folders = {side: folder / side for side in ("learner", "examiner")}
        for each in self.folders.values():
            each.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            for each in self.folders.values():
                (each / name).write_bytes(content)
        if checks:
            (self.folders["examiner"] / "checks.py").write_text(checks)
        one, other = socket.socketpair()
        self.learner = Box("learner", one, start(), self.folders["learner"])
        self.examiner = Box("examiner", other, start(), self.folders["examiner"])
        one.close()
        other.close()
        self.index = 0

    def cell(self, source: str) -> dict[str, Any]:
        self.index += 1
        reply = self.learner.ask(RunCell(self.index, source))
        self.examiner.control.send(CellRan(source).header())
        return reply

    def test(self, source: str, timeout: float = 20) -> dict[str, Any]:
        self.index += 1
        return self.examiner.ask(RunTest(self.index, source, timeout))

    def stop(self) -> None:
        self.learner.stop()
        self.examiner.stop()


def errors(told: dict[str, Any]) -> list[str]:
    """The errors in the outputs of a cell, one line each."""
    return [
        f"{each['ename']}: {each['evalue']}"
        for each in told["outputs"]
        if each["output_type"] == "error"
    ]


def text(told: dict[str, Any], name: str = "stdout") -> str:
    return "".join(each["text"] for each in told["outputs"] if each.get("name") == name)


def result(told: dict[str, Any]) -> str | None:
    found = [each for each in told["outputs"] if each["output_type"] == "execute_result"]
    return found[-1]["data"]["text/plain"] if found else None
