"""A small process from which the boxes of the tests are forked.

A worker of pytest has all modules of all tests in memory, a gigabyte, and to fork it takes longer
than most tests. `python -m tests.autograder.forked_boxes HANDLE` is started once in each worker,
warms up as the fork server of the grader does in a long run, and forks what it is asked for on a
socket: the box's name, its folder and its job, with the box's two sockets.
"""

import atexit
import os
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

from autograder.channel import Channel, ChannelError
from autograder.examiner import process as examiner
from autograder.learner import process as learner
from autograder.messages import StartCells, parse
from autograder.sandbox import warmup
from autograder.sandbox.forkserver import LONG_RUN, Warmth
from tests.course.content.forked_kernels import ForkedProcess

ROOT = Path(__file__).parents[2]

SERVE: dict[str, Callable[[Channel, Channel, StartCells], None]] = {
    "learner": learner.serve,
    "examiner": examiner.serve,
}
"""What a process does in its box."""


class Forks:
    """The process that forks, as a worker of pytest sees it."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        handle = theirs.fileno()
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(handle)],
            pass_fds=[handle],
            stdin=subprocess.DEVNULL,
            cwd=ROOT,
            start_new_session=True,
        )
        theirs.close()
        atexit.register(self.close)

    def start(
        self, name: str, control: socket.socket, values: socket.socket, job: StartCells, folder: str
    ) -> ForkedProcess:
        """Fork a box; its sockets are still to be closed here."""
        socket.send_fds(self._socket, [b"x"], [control.fileno(), values.fileno()])
        channel = Channel(self._socket)
        environment = dict(os.environ)
        channel.send(
            {"name": name, "folder": folder, "environment": environment, "job": job.header()}
        )
        return ForkedProcess(channel.receive()[0]["pid"])

    def close(self) -> None:
        self._socket.close()
        self._process.wait()


@cache
def forks() -> Forks:
    return Forks()


def _be_a_box(asked: dict, control: int, values: int) -> None:
    """What a forked process does."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    # As in a confined process: no other socket is within reach.
    for number in range(3, 100):
        if number not in (control, values):
            with suppress(OSError):
                os.close(number)
    channels = [Channel(socket.socket(fileno=handle)) for handle in (control, values)]
    SERVE[asked["name"]](*channels, parse(asked["job"], StartCells))


def main(handle: int) -> None:
    """Fork boxes until the worker of pytest has ended; then end those that still run."""
    # An absolute path: a relative one would lead a box into its own folder.
    sys.path[0] = str(ROOT)
    warmth = Warmth(LONG_RUN)
    warmth.add(list(warmup.LIBRARIES))
    warmth.prepare_for_another()
    # Ignore SIGCHLD, so that the kernel reaps boxes that have ended.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    connection = socket.socket(fileno=handle)
    while handles := socket.recv_fds(connection, 1, 2)[1]:
        channel = Channel(connection)
        asked, _ = channel.receive()
        pid = os.fork()
        if pid == 0:
            try:
                _be_a_box(asked, *handles)
            except BaseException:
                Path(asked["folder"], "fault").write_text(traceback.format_exc())
            finally:
                os._exit(0)
        for each in handles:
            os.close(each)
        channel.send({"pid": pid})
    # This process too, and every box that still runs.
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    with suppress(ChannelError, OSError):
        main(int(sys.argv[1]))
