"""A learner's process and an examiner's, joined as the supervisor joins them, unconfined."""

import importlib
import logging
import os
import signal
import socket
import time
import traceback
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from autograder.channel import Channel
from autograder.examiner import process as examiner
from autograder.learner import process as learner

SECONDS = 60
"""The longest that any answer is waited for."""


class Box:
    """A forked process that serves, and the control channel to it."""

    def __init__(self, serve, values: socket.socket, job: dict, folder: Path):
        ours, theirs = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            # As in a confined process: no other socket is within reach.
            for number in range(3, 100):
                if number not in (theirs.fileno(), values.fileno()):
                    with suppress(OSError):
                        os.close(number)
            # What pytest has changed to catch warnings and logs.
            importlib.reload(warnings)
            logging.root.handlers.clear()
            os.chdir(folder)
            try:
                serve(Channel(theirs), Channel(values), job)
            except BaseException:
                Path(folder, "fault").write_text(traceback.format_exc())
            finally:
                os._exit(0)
        theirs.close()
        self.control = Channel(ours)

    def ask(self, **header) -> dict:
        self.control.send(header)
        return self.control.receive(time.monotonic() + SECONDS)[0]

    def stop(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.control.sock.close()


class Pair:
    """Both processes. Cells are run in turn with `cell` and `test`."""

    def __init__(self, folder: Path, source_cells: Sequence[dict] = (), **job):
        job = {"cells": list(source_cells), "limits": {}} | job
        self.folders = {side: folder / side for side in ("learner", "examiner")}
        for each in self.folders.values():
            each.mkdir(parents=True, exist_ok=True)
        for name, content in job.pop("files", {}).items():
            for each in self.folders.values():
                (each / name).write_bytes(content)
        if checks := job.pop("checks", None):
            (self.folders["examiner"] / "checks.py").write_text(checks)
        one, other = socket.socketpair()
        self.learner = Box(learner.serve, one, job, self.folders["learner"])
        self.examiner = Box(examiner.serve, other, job, self.folders["examiner"])
        one.close()
        other.close()
        self.index = 0

    def cell(self, source: str) -> dict:
        self.index += 1
        told = self.learner.ask(do="cell", index=self.index, source=source)
        self.examiner.control.send({"do": "ran", "index": self.index, "source": source})
        return told

    def test(self, source: str, timeout: float = 20) -> dict:
        self.index += 1
        return self.examiner.ask(do="test", index=self.index, source=source, timeout=timeout)

    def stop(self) -> None:
        self.learner.stop()
        self.examiner.stop()


def errors(told: dict) -> list[str]:
    """The errors in the outputs of a cell, one line each."""
    return [
        f"{each['ename']}: {each['evalue']}"
        for each in told["outputs"]
        if each["output_type"] == "error"
    ]


def text(told: dict, name: str = "stdout") -> str:
    return "".join(each["text"] for each in told["outputs"] if each.get("name") == name)


def result(told: dict) -> str | None:
    found = [each for each in told["outputs"] if each["output_type"] == "execute_result"]
    return found[-1]["data"]["text/plain"] if found else None
