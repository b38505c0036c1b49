"""Kernels that are forked from a process which has imported the libraries already.

A fresh kernel spends more time on importing pandas, scikit-learn and matplotlib than most of our
notebooks take. A forked one is an ordinary ipykernel, with the same sockets and messages; only its
imports are found in memory. What it cannot find is a notebook that uses a library's module without
importing it, so one run of each notebook is in a fresh kernel (`notebooks.run_notebook`).

`python -m tests.course.content.forked_kernels` is the process that forks. It reads requests from
stdin, one JSON object a line, and answers each with the number of the new kernel's process.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import random
import select
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from functools import cache
from typing import Any
from unittest import mock

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.provisioning import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from tests.fits import Fits

IMPORTED = (
    "ipykernel.kernelapp",
    "matplotlib.axes",
    "matplotlib.backends.backend_agg",
    "matplotlib.figure",
    "matplotlib.font_manager",
    "numpy",
    "pandas",
    "pandas.io.formats.style",
    "sklearn.compose",
    "sklearn.ensemble",
    "sklearn.feature_extraction.text",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.model_selection",
    "sklearn.pipeline",
    "sklearn.preprocessing",
    "sklearn.tree",
    "fairlearn.metrics",
    "ipywidgets",
    "polib",
    "pydantic",
    "yaml",
)
"""Not pyplot and the inline backend, which attach themselves to the shell that they find when they
are imported; and not the course's own modules, which look at the folder that they are imported in.
"""
INLINE = "module://matplotlib_inline.backend_inline"


class Forks:
    """The process that forks, as its caller sees it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.lock = threading.Lock()
        atexit.register(self.close)

    def start(
        self, arguments: list[str], folder: str, environment: dict[str, str], keeps_fits: bool
    ) -> int:
        """Fork a kernel; returns the number of its process."""
        request = {
            "arguments": arguments,
            "folder": folder,
            "environment": environment,
            "keeps_fits": keeps_fits,
        }
        assert self.process.stdin is not None and self.process.stdout is not None
        with self.lock:
            print(json.dumps(request), file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError("the process that forks kernels has ended")
        return int(answer)

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


@cache
def forks() -> Forks:
    return Forks()


class ForkedProcess:
    """A kernel's process, with what jupyter_client uses of `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int):
        self.pid = pid
        try:
            self._pidfd = os.pidfd_open(pid)
        except ProcessLookupError:
            self._pidfd = -1

    def poll(self) -> int | None:
        """None while it runs; then 0, for only its parent knows its exit status."""
        return self._wait(0)

    def wait(self, timeout: float | None = None) -> int:
        ended = self._wait(None if timeout is None else timeout)
        if ended is None:
            raise subprocess.TimeoutExpired("ipykernel", timeout or 0)
        if self._pidfd >= 0:
            os.close(self._pidfd)
            self._pidfd = -1
        return ended

    def _wait(self, seconds: float | None) -> int | None:
        if self._pidfd < 0:
            return 0
        return 0 if select.select([self._pidfd], [], [], seconds)[0] else None

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


class ForkingProvisioner(LocalProvisioner):
    """Starts a kernel by forking in place of running a command."""

    keeps_fits = False

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        # python -m ipykernel_launcher -f FILE: what follows the module are its arguments.
        arguments = cmd[cmd.index("ipykernel_launcher") + 1 :]
        pid = forks().start(arguments, kwargs["cwd"], dict(kwargs["env"]), self.keeps_fits)
        self.process = ForkedProcess(pid)  # type: ignore[assignment]
        self.pid, self.pgid = pid, pid
        return self.connection_info


def _forking(
    factory: KernelProvisionerFactory, kernel_id: str, kernel_spec: KernelSpec, parent: Any
) -> ForkingProvisioner:
    return ForkingProvisioner(kernel_id=kernel_id, kernel_spec=kernel_spec, parent=parent)


FORKED = mock.patch.object(KernelProvisionerFactory, "create_provisioner_instance", _forking)
"""`with FORKED:`, every kernel that is started in this process is forked, as by nbgrader; from
`FORKED.start()` on, until the process ends."""


def run_kernel(request: dict[str, Any], fits: Fits) -> None:
    """Be a kernel; in a process that was just forked."""
    fits.is_on = request["keeps_fits"]
    os.setsid()
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    # The folder that `python -m` put there; ipykernel_launcher removes its own too.
    del sys.path[0]
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # All would draw the same numbers. Python's own generator is seeded at a fork.
    import numpy as np

    np.random.seed()
    random.seed()
    # The kernel would end with its parent, which is not the process that asked for it.
    os.environ.pop("JPY_PARENT_PID", None)
    from ipykernel.kernelapp import IPKernelApp

    sys.argv = ["ipykernel_launcher", *request["arguments"]]
    IPKernelApp.launch_instance(request["arguments"])


def serve() -> None:
    """Fork a kernel for each request, until stdin is closed; then end those that still run."""
    # matplotlib reads it when it is imported; a kernel sets it before its first cell.
    os.environ["MPLBACKEND"] = INLINE
    fits = Fits()
    for module in IMPORTED:
        importlib.import_module(module)
    # pandas asks when it is imported whether it is in a kernel, which shows so many columns.
    importlib.import_module("pandas").set_option("display.max_columns", 20)
    running: set[int] = set()
    for line in iter(sys.stdin.readline, ""):
        for pid in [pid for pid in running if os.waitpid(pid, os.WNOHANG)[0]]:
            running.remove(pid)
        request = json.loads(line)
        pid = os.fork()
        if pid == 0:
            try:
                run_kernel(request, fits)
            finally:
                os._exit(0)
        running.add(pid)
        print(pid, flush=True)
    for pid in running:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    serve()
