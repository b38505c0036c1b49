"""The learner's process: runs the learner's cells in an IPython shell, and answers for its values.

Nothing here is to be trusted once a learner's cell has run.
"""

import asyncio
import builtins
import importlib
import os
import random
import signal
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from itertools import takewhile
from typing import Any, TypeAlias, cast

import numpy as np

from autograder.bridge import course_modules
from autograder.bridge import written_files as written
from autograder.bridge.codec import MaskedArrays, Packed, Packer, Twins, Unpacker
from autograder.bridge.exceptions import text_of
from autograder.bridge.file_sync import Folder
from autograder.bridge.functions import name_of_function
from autograder.bridge.link import Link, Lost, Results
from autograder.bridge.messages import (
    LEARNER,
    LONGEST_WARNING,
    MOST_WARNINGS,
    Bind,
    Error,
    ExaminerError,
    Files,
    Get,
    Header,
    ImportModule,
    Keep,
    LearnerError,
    Message,
    Name,
    Names,
    Plain,
    Request,
    Restore,
    State,
    Store,
    Tag,
    Unbind,
    Update,
)
from autograder.bridge.operations import ON_OBJECTS
from autograder.bridge.proxy import (
    ABSENT,
    RemoteType,
    exchange,
    facts_of,
    is_library,
    isinstance_exactly,
)
from autograder.bridge.shell import (
    Pipes,
    Recorder,
    ZMQInteractiveShell,
    readable,
    reply,
    run_cell,
    start_shell,
)
from autograder.channel import Channel, ChannelError
from autograder.learner.replicas import LearnerReplicas
from autograder.messages import CellReply, CollectFiles, FilesReply, RunCell, StartCells, parse

SOON = 0.001
"""Seconds to wait for a test's next request before the learner's asyncio tasks go on."""


class LearnerEnd(Link):
    """The learner's end: answers what the examiner asks of the learner's values."""

    side = LEARNER
    replicas: LearnerReplicas

    def __init__(self, channel: Channel, shell: ZMQInteractiveShell, drain: Callable[[], None]):
        super().__init__(channel)
        self.names = shell.user_ns
        self.replicas = LearnerReplicas(self, self.names)
        self.recorder: Recorder = shell.kernel.session
        self.drain = drain
        # Whether a cell of this process is running: what is shown then is that cell's.
        self.in_cell = False
        self.named_values: dict[str, object] = {}
        # Parts of objects with a plain form that do not cross by value.
        self.named_parts: dict[int, object] = {}
        self.written: list[list[str]] = []
        self.patches: list[list[Any]] = []
        self.folder = Folder()
        # Files that were handed in count as the learner's.
        self.folder.known, self.folder.own = {}, set()
        self.state = Packed(None, [])
        # Warnings of the running request, and of the last one for its answer.
        self.recording: list[Recorded] = []
        self.warned: list[list[Any]] = []

    def library_class(self, described: Mapping[str, Any]) -> type | None:
        """Exceptions of the test's are exceptions here, so that a generator can be thrown one."""
        found: Any = vars(builtins).get(described["name"])
        is_builtin = described["module"] == "builtins" and isinstance(found, type)
        return found if is_builtin and issubclass(found, BaseException) else None

    def ask(self, what: str, target: object = None, *args: object, **kwargs: object) -> Any:
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("what belongs to a test can be used in the main thread only")
        exchange(self.patches)
        self.replicas.tick += 1
        try:
            return super().ask(what, target, *args, **kwargs)
        finally:
            exchange(self.patches)

    def find(self, tag: Tag) -> object:
        if tag[0] == "import":
            found: Any = importlib.import_module(tag[1])
            for name in tag[2].split(".") if tag[2] else ():
                found = getattr(found, name)
            return found
        return super().find(tag)

    def unpacker(self, packed: Packed, before: Unpacker | None = None) -> Unpacker:
        return Unpacker(packed, self.find, before, self.replicas.old)

    def perform(self, what: str, target: Any, *args: Any, **kwargs: Any) -> object:
        try:
            return super().perform(what, target, *args, **kwargs)
        finally:
            self.replicas.tick += 1

    def _name(self, name: str, have: int | None, module: str | None, attribute: str) -> Results:
        """What a name stands for: missing, what the examiner has itself, the same, or a value."""
        if name not in self.names:
            return Results(["missing", None, None])
        value = self.named_values[name] = self.names[name]
        if module is not None:
            owner: Any = sys.modules.get(module)
            own = getattr(owner, attribute, None) if attribute else owner
            if own is value:
                return Results(["own", None, None])
        if (number := self.replicas.number(value)) is not None:
            self.replicas.refresh(number)
            if have == number:
                return Results(["same", number, None])
            return Results(["value", number, Packed(["part", number, 0], [])])
        packer = Packer(self.refer, self.known)
        packed = packer.packed(value)
        if not _is_by_value(packed):
            return Results(["value", None, packed])
        number = self.own.number(value, tell=False)
        self.replicas.agree(number, value, packer)
        return Results(["value", number, packed])

    def _plain(self, value: object) -> Results:
        """The plain form of an object of a derived class, and the plain class's names it defines.

        Both stay equal until the test cell ends: a change of either is made in the other.
        """
        known = self.replicas.twins
        twins = next((each for each in known.values() if each.original is value), None)
        if twins is None:
            if (twins := Twins.of(value)) is None:
                raise TypeError("an object without a plain form")
            known[id(twins.plain)] = twins
            if type(value) is type(twins.plain):
                # It is nested too deeply, or holds itself: its parts are named, not copied.
                self.named_parts |= {id(each): each for each in _parts(value)}
        kind = type(twins.plain)
        classes = takewhile(lambda each: each not in kind.__mro__, type.mro(type(value)))
        own: set[str] = set().union(*(vars(each) for each in classes))
        with suppress(AttributeError):
            own |= {*object.__getattribute__(value, "__dict__")}
        return Results([twins.plain, " ".join(sorted(own & {*dir(kind)}))])

    def _bind(self, name: str, value: object) -> int | None:
        """Give a name a value of the test's; its number, if it came by value."""
        self.names[name] = self.named_values[name] = value
        number = self.replicas.number(value)
        if number is None:
            if self.received is None or not _is_by_value(self.received.packed):
                return None
            number = self.own.number(value, tell=False)
            self.replicas.agree(number, value, self.received)
        self.replicas.bound.add(number)
        return number

    def _keep(self, numbers: set[int]) -> list[int]:
        """A test cell has ended: let go of what it used; the numbers of what is still used here."""
        _close_figures()
        self.replicas.clear()
        self.named_parts.clear()
        self.named_values.clear()
        self.own.forget(numbers)
        self.theirs.kept.clear()
        used = dict(self.theirs.objects)
        # Keep them alive until the next call, because the examiner relies on this list.
        self.theirs.kept.extend(used.values())
        return list(used)

    def refer(self, value: object) -> Tag:
        if name := name_of_function(value):
            return ["import", *name]
        return super().refer(value)

    def known(self, value: object) -> Tag | None:
        if (found := self.replicas.place(value)) is not None:
            self.replicas.refresh(found[0])
            if (found := self.replicas.place(value)) is not None:
                return ["part", *found]
        return self.stand_in(value)

    def known_in_result(self, value: object) -> Tag | None:
        return self.known(value) or self.replicas.view(value)

    def stand_in(self, value: object) -> Tag | None:
        if id(value) in self.named_parts:
            return ["object", self.side, self.own.number(value)]
        return super().stand_in(value)

    def apply_updates(self, message: Message) -> None:
        self.replicas.release(message.drop)

    def class_of(self, stand_in: object) -> type:
        """The course's own class, so that isinstance finds it."""
        described = facts_of(type(stand_in))[2]
        own = course_modules.owned(described["module"], described["name"], type)
        return own or type(stand_in)

    @contextmanager
    def performing(self, request: Request) -> Iterator[None]:
        """Send output to the examiner, and put the test's patches in place."""
        before, patches = self.recorder.redirect, self.patches
        # Requests without a target never run learner code, so they need no patches.
        wanted = request.patch if request.target is not None else ()
        new = [
            [importlib.import_module(module), name, self._unpacked(tree)]
            for module, name, tree in wanted
        ]
        MaskedArrays.cross = request.masked
        stop = signal.signal(signal.SIGINT, signal.default_int_handler)
        for module, seed in request.seeds:
            (random if module == "random" else np.random).seed(self._unpacked(seed))
        try:
            self.recorder.redirect = before if self.in_cell else self._write
            self.patches = new
            exchange(self.patches)
            if request.errstate is not None or request.warnings:
                with self._as_in_the_test(request):
                    yield
            else:
                yield
        finally:
            exchange(self.patches)
            self.patches = patches
            signal.signal(signal.SIGINT, stop)
            self.drain()
            self.recorder.redirect = before

    def _unpacked(self, tree: Any) -> Any:
        """A value of a header, which has no buffers."""
        return Unpacker(Packed(tree, []), self.find).unpacked()

    @contextmanager
    def _as_in_the_test(self, request: Request) -> Iterator[None]:
        """Apply the test's np.errstate, and record warnings if the test looks at them."""
        with ExitStack() as stack:
            if request.errstate is not None:
                stack.enter_context(np.errstate(**cast(Any, request.errstate)))
            if request.warnings:
                stack.enter_context(self._recording_warnings())
            yield

    @contextmanager
    def _recording_warnings(self) -> Iterator[None]:
        outer = self.recording
        try:
            with recorded_warnings() as self.recording:
                yield
        finally:
            self.warned = self._take_warnings()
            self.recording = outer

    def _take_warnings(self) -> list[list[Any]]:
        """Describe the recorded warnings for the examiner, and clear the record."""
        described = [self._described_warning(*each) for each in self.recording]
        self.recording.clear()
        return described

    def _described_warning(self, warning: Warning, text: str, file: str, line: int) -> list[Any]:
        kind = type(warning)
        is_plain = is_library(kind) and kind.__str__ is BaseException.__str__
        kinds = [
            self.own.type_number(each)
            for each in kind.__mro__
            if issubclass(each, Warning) and not isinstance_exactly(each, RemoteType)
        ]
        tag = None if is_plain else self.refer(warning)
        return [tag, kinds, text, module_of_file(file), line]

    def _write(self, name: str, text: str) -> None:
        if self.written and self.written[-1][0] == name:
            text = self.written.pop()[1] + text
        self.written.append([name, text[: self.recorder.limit]])

    def answer_fields(self) -> Header:
        warned, self.warned = self.warned, []
        return self._beside() | ({"warned": warned} if warned else {})

    def extras(self) -> Header:
        return self._beside() | ({"warned": self._take_warnings()} if self.recording else {})

    def _beside(self) -> Header:
        self.drain()
        written, self.written = self.written, []
        header: Header = {"out": written} if written else {}
        if stale := self._stale():
            header["stale"] = stale
        if course_modules.has_state() and self.packed(course_modules.state()) != self.state:
            header["state"] = True
        return header | {"files": True} if self.folder.has_changed() else header

    def _stale(self) -> list[str]:
        """Names that stand for another value than the one sent to the examiner."""
        found = [
            name
            for name, value in self.named_values.items()
            if self.names.get(name, ABSENT) is not value
        ]
        for name in found:
            del self.named_values[name]
        return found

    def my_error(self, error: BaseException) -> tuple[Error, list[object]]:
        described, args = super().my_error(error)
        frames = traceback.extract_tb(error.__traceback__)
        lines = [
            f"line {each.lineno}, in {each.name}: {each.line}"
            for each in frames
            if "ipykernel_" in each.filename
        ]
        if lines and isinstance(described, LearnerError):
            described = replace(described, where="\n".join(lines[-5:]))
        return described, args

    def their_error(self, described: Error, args: Sequence[Any]) -> Any:
        if not isinstance(described, ExaminerError):
            return super().their_error(described, args)
        kind: Any = getattr(builtins, described.name, None)
        known = isinstance(kind, type) and issubclass(kind, Exception)
        error: Any = kind(*args) if known else RuntimeError(described.name)
        error._ai4gov_held = described.number
        return error


# What performs the operations on the notebook. Methods are looked up when they are called.


def _attribute(link: LearnerEnd, target: Any, asked: Get) -> object:
    if asked.name == "__dict__" and isinstance(target, type):
        return dict(vars(target))
    return getattr(target, asked.name)


def _unbind(link: LearnerEnd, target: Any, asked: Unbind) -> None:
    link.names.pop(asked.name, None)


def _read_state(link: LearnerEnd, target: Any, asked: State) -> object:
    link.state = link.packed(course_modules.state())
    return course_modules.state()


def _restore(link: LearnerEnd, target: Any, asked: Restore) -> None:
    course_modules.restore(asked.state, lambda value: True)
    link.state = link.packed(course_modules.state())


LearnerEnd.handlers = {
    **ON_OBJECTS,
    Get: _attribute,
    ImportModule: lambda link, target, asked: importlib.import_module(asked.name),
    Name: lambda link, target, asked: link._name(
        asked.name, asked.have, asked.module, asked.attribute
    ),
    Names: lambda link, target, asked: [each for each in link.names if not each.startswith("_")],
    Plain: lambda link, target, asked: link._plain(target),
    Bind: lambda link, target, asked: link._bind(asked.name, asked.value),
    Unbind: _unbind,
    Update: lambda link, target, asked: link.replicas.changed(
        asked.number, asked.value, link.received
    ),
    Keep: lambda link, target, asked: link._keep(set(asked.numbers)),
    Files: lambda link, target, asked: link.folder.changed(),
    Store: lambda link, target, asked: link.folder.store(asked.files),
    State: _read_state,
    Restore: _restore,
}


def _parts(value: Any) -> list[object]:
    """The lists, dictionaries and other containers that a container holds."""
    items = value.values() if isinstance(value, dict) else value
    return [each for each in items if isinstance(each, list | tuple | dict | set | frozenset)]


def _is_by_value(packed: Packed) -> bool:
    """Whether a value has crossed as a copy that can be given a number."""
    return isinstance(packed.tree, list) and packed.tree[0] not in ("object", "class", "import")


Recorded: TypeAlias = tuple[Warning, str, str, int]
"""A warning, its text, and the file and the line to which it is attributed."""


@contextmanager
def recorded_warnings() -> Iterator[list[Recorded]]:
    """Record warnings instead of showing them, whatever filters there are.

    Keep the first ones as they come, then each only once, so that a loop does not crowd others out.
    """
    found: list[Recorded] = []
    seen: set[tuple[object, ...]] = set()

    def record(message: Any, category: Any, file: str, line: Any, *_: object) -> None:
        if not isinstance_exactly(message, Warning) or len(found) >= MOST_WARNINGS:
            return
        each = (text_of(message)[:LONGEST_WARNING], file, line if type(line) is int else 0)
        if len(found) < MOST_WARNINGS // 2 or (category, *each) not in seen:
            seen.add((category, *each))
            found.append((message, *each))

    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = record  # type: ignore[assignment]
        yield found


def module_of_file(file: str) -> str:
    """The name of the module with this source file; `__main__` if it is a cell."""
    for name, module in list(sys.modules.items()):
        if getattr(module, "__dict__", {}).get("__file__") == file:
            return name
    return "__main__"


def _close_figures() -> None:
    """Close figures, as the inline backend does after each cell."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and pyplot.get_fignums():
        pyplot.close("all")


def serve(control: Channel, values: Channel, job: StartCells) -> None:
    """Run cells for the supervisor and answer the examiner, until either has gone."""
    # Ignore interrupts that come between two cells.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asyncio.set_event_loop(loop := asyncio.new_event_loop())
    control.limit = control.limit if job.reply_bytes is None else job.reply_bytes
    sys.path.insert(0, "")
    course_modules.known.update(job.modules)
    shell = start_shell(job)
    recorder = shell.kernel.session
    pipes = Pipes(recorder)
    answering = LearnerEnd(values, shell, pipes.drain)
    folder = os.getcwd()

    def send_files() -> None:
        files = written.collect(folder, job.files)
        Channel(control.sock).send(FilesReply(list(files)).header(), list(files.values()))

    async def run(asked: RunCell) -> None:
        recorder.begin(asked.index)
        answering.in_cell = True
        try:
            ended = await run_cell(shell, asked.source, asked.cell)
        finally:
            answering.in_cell = False
        pipes.drain()
        with recorder.lock:
            outputs, updates = recorder.outputs, recorder.updates
        status, number = ended["status"], ended["execution_count"]
        reply(control, CellReply(asked.index, status, number, outputs, updates))

    async def loop_over() -> None:
        while True:
            await readable(control, values)
            if answering.is_asked():
                answering.answer_one()
                # Most tests ask again at once; polling costs less than a turn of asyncio.
                while answering.is_asked(SOON):
                    answering.answer_one()
                    await asyncio.sleep(0)
                continue
            header, _ = control.receive(time.monotonic() + 10)
            asked = parse(header, RunCell, CollectFiles)
            if isinstance(asked, RunCell):
                await run(asked)
            else:
                send_files()

    with suppress(ChannelError, Lost):
        loop.run_until_complete(loop_over())
