"""The IPython shell in which both processes run cells, and the record of what a cell shows.

The shell is a stock kernel's, without ZeroMQ: what would be sent to a front end is kept as
the outputs of the cell.
"""

import asyncio
import atexit
import builtins
import codecs
import fcntl
import getpass
import os
import random
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
import types
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO, TypedDict, cast

import numpy as np
from ipykernel import zmqshell
from ipykernel.compiler import XCachingCompiler
from ipykernel.kernelbase import Kernel
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.profiledir import ProfileDir
from jupyter_client.session import Session
from traitlets.config import Config

from autograder.channel import Channel, TooLarge
from autograder.course_package import course_package
from autograder.messages import ERROR, OK, CellReply, StartCells, TestReply

SEED = 2_718_281_828
"""The seed of random numbers in every box. No test would choose it, so that an answer that forgets
to seed does not draw the expected numbers by accident."""

MOST_OUTPUT = 2**20
"""Characters of output that a cell may leave, unless the job says otherwise."""

OVERHEAD = 100
MOST_ERRORS = 100
LONGEST_ERROR = 1000
"""Characters that each output counts beside its content. Beyond the limit, so many errors are still
kept, each cut to so many characters."""

CUT = "\n[The rest of the output was cut: a cell may show {limit} characters.]\n"
TOO_MUCH = "[What this cell shows was left out: it is too large ({error}).]\n"


class Recorder(Session):
    """Takes the messages of a kernel, and keeps them as the outputs of the running cell.

    It does with them what nbclient does, for one cell at a time.
    """

    def __init__(self, limit: int, **options: Any):
        super().__init__(**options)
        self.limit = limit
        self.lock = threading.RLock()
        self.redirect: Callable[[str, str], None] | None = None
        # By display id: the cell, the place among its outputs, and the output itself.
        self.displayed: dict[str, list[tuple[int, int, dict[str, Any]]]] = {}
        self.updates: list[dict[str, Any]] = []
        self.begin(0)

    def begin(self, index: int) -> None:
        """A cell begins: what comes from now on is its output."""
        with self.lock:
            self.index = index
            self.outputs: list[dict[str, Any]] = []
            self.updates = []
            self.size = 0
            self.clears = False

    def send(
        self, stream: Any, msg_or_type: Any, content: Any = None, *args: Any, **kwargs: Any
    ) -> None:
        """What a kernel's shell calls to publish a message."""
        if isinstance(msg_or_type, dict):
            kind, content = msg_or_type["header"]["msg_type"], msg_or_type["content"]
        else:
            kind = msg_or_type
        with self.lock:
            if kind == "clear_output":
                self.clears = True
                if not content.get("wait"):
                    self._clear()
            elif kind in ("execute_result", "display_data", "update_display_data", "error"):
                self._add(kind, content)

    def stream(self, name: str, text: str) -> None:
        """Text that was written to stdout or stderr."""
        with self.lock:
            if self.redirect is not None:
                self.redirect(name, text)
                return
            room = self.limit - self.size
            if room < 0 or not text:
                return
            self._clear_if_due()
            self._append(name, text[:room])
            self._count(len(text))

    def _append(self, name: str, text: str) -> None:
        if self.outputs and self.outputs[-1].get("name") == name:
            self.outputs[-1]["text"] += text
        else:
            self.outputs.append({"output_type": "stream", "name": name, "text": text})

    def _count(self, size: int) -> bool:
        """Whether so many characters still fit. Before the first that do not, a line says so."""
        before, self.size = self.size, self.size + size
        if before <= self.limit < self.size:
            self._append("stdout", CUT.format(limit=self.limit))
        return self.size <= self.limit

    def _add(self, kind: str, content: dict[str, Any]) -> None:
        output: dict[str, Any] = {"output_type": kind}
        sound = self.unpack(self.pack(content))
        output |= {key: value for key, value in sound.items() if key != "transient"}
        shown = content.get("transient", {}).get("display_id")
        same: dict[str, Any] = {key: output[key] for key in ("data", "metadata") if key in output}
        for index, place, earlier in self.displayed.get(shown, ()) if shown else ():
            earlier.update(same)
            if index != self.index:
                # Keep the last update only; a picture can change a thousand times.
                self.updates = [
                    each
                    for each in self.updates
                    if (each["index"], each["place"]) != (index, place)
                ]
                self.updates.append({"index": index, "place": place, **same})
        if kind == "update_display_data" or self.redirect is not None:
            return
        if not self._count(OVERHEAD + sum(_length(value) for value in content.values())):
            if kind != "error" or len(self.outputs) > MOST_ERRORS:
                return
            # Keep the error in any case: it says how the cell ended.
            line = f"{output['ename']}: {output['evalue']}"[:LONGEST_ERROR]
            output |= {"evalue": output["evalue"][:LONGEST_ERROR], "traceback": [line]}
        self._clear_if_due()
        self.outputs.append(output)
        if shown:
            place = len(self.outputs) - 1
            self.displayed.setdefault(shown, []).append((self.index, place, output))

    def _clear_if_due(self) -> None:
        if self.clears:
            self._clear()

    def _clear(self) -> None:
        self.outputs.clear()
        self.clears = False
        self.displayed = {
            shown: [each for each in places if each[0] != self.index]
            for shown, places in self.displayed.items()
        }


def _length(value: object) -> int:
    """About how long a piece of an output is in a notebook."""
    if isinstance(value, dict):
        return sum(_length(part) for part in value.values())
    if isinstance(value, list):
        return sum(map(_length, value))
    return len(value) if isinstance(value, str) else len(repr(value))


class Stream:
    """sys.stdout or sys.stderr of a notebook: text goes to the outputs of the cell."""

    encoding = "UTF-8"
    errors = "strict"
    newlines = None
    closed = False
    mode = "w"

    def __init__(self, name: str, recorder: Recorder, original: TextIO | None):
        self.name = f"<{name}>"
        self._name = name
        self._recorder = recorder
        self._original = original

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        self._recorder.stream(self._name, text)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Do nothing. Output of C code and of child processes comes through the pipes."""

    def fileno(self) -> int:
        if self._original is None:
            raise OSError("this stream has no file descriptor")
        return self._original.fileno()

    def isatty(self) -> bool:
        return False

    def readable(self) -> bool:
        return False

    seekable = readable

    def writable(self) -> bool:
        return True

    def close(self) -> None:
        """A notebook's streams stay open."""


class Pipes:
    """Takes what is written to the file descriptors 1 and 2, by child processes too."""

    def __init__(self, recorder: Recorder):
        self._recorder = recorder
        self._readers: dict[int, tuple[str, codecs.IncrementalDecoder]] = {}
        for number, name in ((1, "stdout"), (2, "stderr")):
            reader, writer = os.pipe()
            os.dup2(writer, number)
            os.close(writer)
            self._readers[reader] = (name, codecs.getincrementaldecoder("utf-8")("replace"))
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        poll = select.poll()
        for reader in self._readers:
            poll.register(reader, select.POLLIN)
        while True:
            for reader, _ in poll.poll():
                name, decoder = self._readers[reader]
                with self._recorder.lock:
                    self._recorder.stream(name, decoder.decode(os.read(reader, 2**16)))

    def drain(self, seconds: float = 0.5) -> None:
        """Wait until everything written so far has been read."""
        for stream in (sys.__stdout__, sys.__stderr__):
            with suppress(Exception):
                stream.flush()  # type: ignore[union-attr]
        ends = time.monotonic() + seconds
        while any(self._waiting(reader) for reader in self._readers) and time.monotonic() < ends:
            time.sleep(0.0005)
        # The reader thread holds the lock until it has stored what it read.
        with self._recorder.lock:
            pass

    def _waiting(self, reader: int) -> int:
        count: int
        (count,) = struct.unpack("i", fcntl.ioctl(reader, termios.FIONREAD, b"\0" * 4))
        return count


class ZMQInteractiveShell(zmqshell.ZMQInteractiveShell):
    """A kernel's shell under its own name, for libraries ask for the name."""

    def __init__(self, **options: Any):
        # IPython's and ipykernel's methods have no annotations: hence Any here and below.
        cast(Any, super()).__init__(**options)
        hook: Any = self.displayhook
        publisher: Any = self.display_pub
        hook.session = publisher.session = self.kernel.session
        hook.topic = b"execute_result"

    def _format_exception_for_storage(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return nothing. A traceback takes 20 ms and more, and nobody reads a box's history."""
        return {}

    def system_piped(self, cmd: str) -> None:
        """Run a line that begins with `!`, with pipes: a box has no terminal for IPython's way."""
        if cmd.rstrip().endswith("&"):
            raise OSError("Background processes not supported.")
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        expand: Any = self.var_expand
        with subprocess.Popen(
            expand(cmd, depth=1),
            shell=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as running:
            while data := os.read(running.stdout.fileno(), 2**16):  # type: ignore[union-attr]
                # As from a terminal.
                sys.stdout.write(decoder.decode(data).replace("\n", "\r\n"))
        self.user_ns["_exit_code"] = running.returncode

    system = system_piped

    def enable_matplotlib(self, gui: Any = None) -> Any:
        """Figures go into the outputs, whatever `%matplotlib notebook` or `qt` would have."""
        return cast(Any, super()).enable_matplotlib("inline")

    def enable_gui(self, gui: Any = None) -> None:
        """Refuse, because a box has no window."""
        if gui is not None:
            raise UsageError(f"{gui}: figures can be shown in the notebook only")


def make_ahead(kind: type[ZMQInteractiveShell]) -> None:
    """Have a shell ready for the next `start_shell` of every fork: making one takes 15 ms."""
    main = sys.modules["__main__"]
    try:
        shell = _ready[kind] = new_shell(kind)
        _inline_figures(shell)
    finally:
        sys.modules["__main__"] = main


def start_shell(
    job: StartCells, kind: type[ZMQInteractiveShell] = ZMQInteractiveShell
) -> ZMQInteractiveShell:
    """The one shell of this process, which must be fresh from a fork.

    Its `kernel.session` is the Recorder with the outputs.
    """
    # Forget the shell that a fork server or a test's process may have had.
    InteractiveShell.clear_instance()
    ready = _ready.pop(kind, None)
    if ready is None:
        ready = new_shell(kind)
        _inline_figures(ready)
    _become(ready, job)
    return ready


def _become(shell: Any, job: StartCells) -> None:
    """Make a shell the one of this process."""
    kind = type(shell)
    for each in kind._walk_mro():
        each._instance = shell
    sys.modules["__main__"] = shell.user_module
    kernel = shell.kernel
    kernel.session.limit = MOST_OUTPUT if job.output_bytes is None else job.output_bytes
    shell.starting_dir = os.getcwd()
    shell.history_manager.dir_hist[:] = [Path.cwd()]
    builtins.input = types.MethodType(Kernel.raw_input, kernel)
    getpass.getpass = types.MethodType(Kernel.getpass, kernel)
    random.seed(SEED)
    np.random.seed(SEED)
    for name, stream in (("stdout", sys.__stdout__), ("stderr", sys.__stderr__)):
        setattr(sys, name, Stream(name, kernel.session, stream))
    inline = sys.modules.get("matplotlib_inline.config")
    if inline is not None and inline.InlineBackend.initialized():
        # A later shell may have been prepared since: point the inline backend at this one.
        inline.InlineBackend.instance().shell = shell
    _fresh_counters()
    course_package().shell_made()


_ready: dict[type, ZMQInteractiveShell] = {}
"""Shells that were made ahead of their process."""


def new_shell(
    kind: type[ZMQInteractiveShell] = ZMQInteractiveShell,
) -> ZMQInteractiveShell:
    """A notebook's shell that keeps outputs, not yet the shell of this process."""
    kernel = types.SimpleNamespace(
        session=Recorder(MOST_OUTPUT), eventloop=None, _allow_stdin=False, shell=None
    )
    config = Config()
    config.HistoryManager.enabled = False
    shell = kernel.shell = kind(
        config=config, profile_dir=ProfileDir(), kernel=kernel, compiler_class=XCachingCompiler
    )
    # A box is killed and has nothing to save, so skip IPython's work at exit.
    atexit.unregister(shell.atexit_operations)
    return shell


def _inline_figures(shell: ZMQInteractiveShell) -> None:
    """Figures go into the outputs, as in a kernel, although matplotlib was imported before."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    if "matplotlib" in sys.modules:
        from IPython.core.pylabtools import activate_matplotlib
        from matplotlib_inline import backend_inline

        activate_matplotlib("module://matplotlib_inline.backend_inline")
        # It configures a shell only if it has configured no other one before.
        configure: Any = backend_inline.configure_inline_support
        configure.current_backend = "unset"
        configure(shell, "inline")


def _fresh_counters() -> None:
    """scikit-learn numbers the HTML of its estimators from the start of the process."""
    # The second is where they were before scikit-learn 1.7.
    for place in ("_repr_html.estimator", "_estimator_html_repr"):
        module = sys.modules.get(f"sklearn.utils.{place}")
        for name in ("_CONTAINER_ID_COUNTER", "_ESTIMATOR_ID_COUNTER"):
            if hasattr(module, name):
                getattr(module, name).count = 0


class Ended(TypedDict):
    """How a cell ended: OK or ERROR, and the number that the notebook shows for it."""

    status: str
    execution_count: int


async def run_cell(shell: Any, source: str, cell_id: str = "") -> Ended:
    """Run a cell as a kernel does, inside a running event loop. IPython's events tell its id."""
    with suppress(AttributeError):
        del shell._last_traceback_during_displayhook
    transformed, fault = source, None
    try:
        transformed = shell.transform_cell(source)
    except Exception:
        fault = sys.exc_info()
    options = {"transformed_cell": transformed, "preprocessing_exc_tuple": fault}
    told = {"store_history": True, "cell_id": cell_id or None}
    loop = asyncio.get_running_loop()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        if shell.should_run_async(source, **options):
            running = asyncio.ensure_future(shell.run_cell_async(source, **told, **options))
            signal.signal(
                signal.SIGINT, lambda *_: loop.call_soon_threadsafe(running.cancel) and None
            )
            result = None
            try:
                result = await running
            finally:
                shell.events.trigger("post_execute")
                shell.events.trigger("post_run_cell", result)
        else:
            result = shell.run_cell(source, **told)
    finally:
        signal.signal(signal.SIGINT, before)
    failed = getattr(shell, "_last_traceback_during_displayhook", False)
    status = OK if result is not None and result.success and not failed else ERROR
    return {"status": status, "execution_count": shell.execution_count - 1}


async def readable(*channels: Channel) -> None:
    """Wait until something comes, while the learner's own tasks go on."""
    loop = asyncio.get_running_loop()
    came = loop.create_future()
    for channel in channels:
        loop.add_reader(channel.fileno(), lambda: None if came.done() else came.set_result(None))
    try:
        await came
    finally:
        for channel in channels:
            loop.remove_reader(channel.fileno())


def reply(control: Channel, message: CellReply | TestReply) -> None:
    """Send the supervisor the result of a cell; without its outputs, if they are too large."""
    try:
        control.send(message.header())
    except TooLarge as error:
        output = {"output_type": "stream", "name": "stdout", "text": TOO_MUCH.format(error=error)}
        control.send(message.with_only(output).header())
