"""The control messages: between the coordinator, its fork servers and the boxes.

Each kind of message is a frozen dataclass. `header` gives its JSON form, `parse` reads one and
refuses unknown kinds, unknown or missing fields, and values of the wrong type or range. Requests
name their kind under "ask", replies under "did". docs/protocol.md lists all of them; the messages
between the learner's process and the examiner are in autograder.bridge.messages.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields, replace
from typing import Annotated, Any, ClassVar, Self, TypeVar, get_type_hints, overload

from autograder.channel import Broken
from autograder.records import LEVELS, SourceCell

Header = dict[str, Any]
"""The JSON form of a message."""

Check = Callable[[object], Any]
"""Returns the value that a field gets, or raises Malformed."""


class Malformed(Broken):
    """What came is a message, but none that a sound sender would write."""


# Checks of one field


def integer(value: object) -> int:
    """An int, and no bool."""
    if type(value) is not int:
        raise Malformed("a field is no whole number")
    return value


def count(value: object) -> int:
    """An int that is not negative."""
    if type(value) is not int or value < 0:
        raise Malformed("a field is no count")
    return value


def seconds(value: object) -> float:
    """A finite number that is not negative."""
    if type(value) not in (int, float) or not 0 <= value < math.inf:  # type: ignore[operator]
        raise Malformed("a field is no time")
    return float(value)  # type: ignore[arg-type]


def text(value: object) -> str:
    if type(value) is not str:
        raise Malformed("a field is no text")
    return value


def flag(value: object) -> bool:
    if type(value) is not bool:
        raise Malformed("a field is neither true nor false")
    return value


def one_of(*choices: str) -> Check:
    """A check that a text is one of these."""

    def chosen(value: object) -> str:
        if type(value) is not str or value not in choices:
            raise Malformed("a field is none of its choices")
        return value

    return chosen


def list_of(item: Check) -> Check:
    """A check that a value is a list whose items pass a check."""

    def items(value: object) -> list[Any]:
        if type(value) is not list:
            raise Malformed("a field is no list")
        return [item(each) for each in value]

    return items


def mapping_of(item: Check) -> Check:
    """A check that a value is a mapping whose values pass a check."""

    def items(value: object) -> dict[str, Any]:
        if type(value) is not dict:
            raise Malformed("a field is no mapping")
        return {name: item(each) for name, each in value.items()}

    return items


def optional(item: Check) -> Check:
    """A check that also lets None pass."""
    return lambda value: None if value is None else item(value)


Integer = Annotated[int, integer]
Count = Annotated[int, count]
Seconds = Annotated[float, seconds]
Text = Annotated[str, text]
Flag = Annotated[bool, flag]
Texts = Annotated[list[str], list_of(text)]


# Any message


@dataclass(frozen=True)
class Message:
    """A control message. Each field has its check in its annotation.

    A field with a default may be left out, and is when it has that value.
    """

    KEY: ClassVar[str]
    KIND: ClassVar[str]

    def header(self) -> Header:
        """The JSON form. Values are not copied."""
        header: Header = {self.KEY: self.KIND}
        for each in fields(self):
            value = getattr(self, each.name)
            if not _has_default(each) or value != _default(each):
                header[each.name] = value
        return header


class Request(Message):
    """A message that has something done; a reply follows, but for CellRan."""

    KEY = "ask"


class Reply(Message):
    """A message that says what was done."""

    KEY = "did"


def _has_default(each: Any) -> bool:
    return each.default is not MISSING or each.default_factory is not MISSING


def _default(each: Any) -> Any:
    return each.default_factory() if each.default is MISSING else each.default


_Form = tuple[dict[str, Check], frozenset[str]]

_FORMS: dict[object, _Form] = {}


def _form(kind: type[Message]) -> _Form:
    """The check of each field of a message by its name, and the names that must be there."""
    if (form := _FORMS.get(kind)) is None:
        hints = get_type_hints(kind, include_extras=True)
        checks = {each.name: hints[each.name].__metadata__[0] for each in fields(kind)}
        needed = frozenset(each.name for each in fields(kind) if not _has_default(each))
        form = _FORMS[kind] = checks, needed
    return form


M = TypeVar("M", bound=Message)
N = TypeVar("N", bound=Message)


@overload
def parse(header: Mapping[str, Any], one: type[M], /) -> M: ...
@overload
def parse(header: Mapping[str, Any], one: type[M], other: type[N], /) -> M | N: ...
@overload
def parse(header: Mapping[str, Any], *expected: type[M]) -> M: ...


def parse(header: Mapping[str, Any], *expected: type[Any]) -> Any:
    """The message that a header is, which must be of one of the expected kinds.

    Raises Malformed, a Broken channel's error: who writes such a message is not to be trusted.
    """
    for kind in expected:
        if header.get(kind.KEY) == kind.KIND:
            return _parsed(header, kind)
    raise Malformed("an answer to something else")


def _parsed(header: Mapping[str, Any], kind: type[M]) -> M:
    checks, required = _form(kind)
    given = header.keys() - {kind.KEY}
    if not required <= given <= checks.keys():
        raise Malformed(f"the fields are not those of {kind.__name__}")
    return kind(**{name: checks[name](header[name]) for name in given})


# Coordinator to box


def _source_cell(value: object) -> SourceCell:
    if type(value) is not dict or value.keys() != {"id", "kind", "source"}:
        raise Malformed("a field is no cell")
    return SourceCell(**{name: text(each) for name, each in value.items()})


@dataclass(frozen=True)
class StartCells(Request):
    """The first message to a box: what it needs before the first cell.

    The contents of `files`, which are put into the box's folder, are the parts of the message, in
    this order. `cells` go to an examiner only, which clears the list when it has read them.
    `output_bytes` bounds the output of a cell, `reply_bytes` a message to the coordinator, `trips`
    and `trips_notebook` the requests of a test and of all tests; None means the default.
    """

    KIND = "start"

    files: Texts = field(default_factory=list)
    cells: Annotated[list[SourceCell], list_of(_source_cell)] = field(default_factory=list)
    modules: Annotated[dict[str, list[str]], mapping_of(list_of(text))] = field(
        default_factory=dict
    )
    output_bytes: Annotated[int | None, optional(count)] = None
    reply_bytes: Annotated[int | None, optional(count)] = None
    trips: Annotated[int | None, optional(count)] = None
    trips_notebook: Annotated[int | None, optional(count)] = None

    def header(self) -> Header:
        header = super().header()
        return header | ({"cells": [asdict(cell) for cell in self.cells]} if self.cells else {})


@dataclass(frozen=True)
class RunCell(Request):
    """Have the learner's process run a cell.

    `index` is the cell's place in the notebook, and `cell` its nbgrader id, if it has one.
    """

    KIND = "cell"

    index: Count
    source: Text
    cell: Text = ""


@dataclass(frozen=True)
class RunTest(Request):
    """Have the examiner run a test cell, and ask the learner's process for `timeout` seconds.

    `hidden` says that the learner has not seen all of what the test runs.
    """

    KIND = "test"

    index: Count
    source: Text
    timeout: Seconds
    hidden: Flag = False


@dataclass(frozen=True)
class CellRan(Request):
    """Tell the examiner which cell has run in the learner's process. There is no reply.

    `cell` is the cell's nbgrader id, if it has one. `error` and `said` are the class and the text
    of the exception that stopped it; both are empty for a cell that came to its end.
    """

    KIND = "ran"

    source: Text
    cell: Text = ""
    error: Text = ""
    said: Text = ""


@dataclass(frozen=True)
class CollectFiles(Request):
    """Have the learner's process send the files that its cells have written."""

    KIND = "files"


# Box to coordinator

OUTPUTS: dict[str, dict[str, type | tuple[type, ...]]] = {
    "stream": {"name": str, "text": str},
    "error": {"ename": str, "evalue": str, "traceback": list},
    "display_data": {"data": dict, "metadata": dict},
    "execute_result": {"data": dict, "metadata": dict, "execution_count": (int, type(None))},
}
"""What an output holds, by its type."""

JSON_TYPE = re.compile(r"application/(.*\+)?json")
"""MIME types whose data nbformat's schema allows to be no text. Explaining why anything else is not
valid takes nbformat minutes and gigabytes."""


def is_output(output: object) -> bool:
    """Whether a value has the form of a notebook's output."""
    kind = output.get("output_type") if isinstance(output, dict) else None
    form = OUTPUTS.get(kind) if isinstance(kind, str) else None
    if not isinstance(output, dict) or form is None or output.keys() != {"output_type", *form}:
        return False
    if not all(isinstance(output[name], kinds) for name, kinds in form.items()):
        return False
    if output.get("name", "stdout") not in ("stdout", "stderr"):
        return False
    if not _is_execution_count(output.get("execution_count")):
        return False
    texts = [*output.get("traceback", ())]
    data = output.get("data", {})
    texts += [value for name, value in data.items() if not JSON_TYPE.fullmatch(name)]
    return all(isinstance(text, str) for text in texts)


def _is_execution_count(value: object) -> bool:
    return value is None or (type(value) is int and value >= 0)


def _items(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else ()


def _outputs(value: object) -> list[dict[str, Any]]:
    """The sound outputs of a list. Others are left out, and what is no list is an empty one."""
    return [each for each in _items(value) if is_output(each)]  # type: ignore[misc]


def _updates(value: object) -> list[dict[str, Any]]:
    """The updates of a list that name a place. Others are left out, as with outputs."""
    return [each for each in _items(value) if _is_update(each)]  # type: ignore[misc]


def _is_update(update: object) -> bool:
    if not isinstance(update, dict):
        return False
    places = (update.get("index"), update.get("place"))
    return all(type(place) is int and place >= 0 for place in places)


def _execution_count(value: object) -> int | None:
    """A sound execution count; None for any other value."""
    return value if _is_execution_count(value) else None  # type: ignore[return-value]


OK, ERROR = "ok", "error"
"""How a cell ended."""


@dataclass(frozen=True)
class Entered(Reply):
    """A box was entered, at this isolation level, and nothing has run in it yet."""

    KIND = "entered"

    level: Annotated[str, one_of(*LEVELS)]


@dataclass(frozen=True)
class NotEntered(Reply):
    """A box cannot be entered; the reason is one line for people."""

    KIND = "refused"

    reason: Text


@dataclass(frozen=True)
class _CellReply(Reply):
    index: Count
    status: Annotated[str, one_of(OK, ERROR)]
    execution_count: Annotated[int | None, _execution_count]
    outputs: Annotated[list[dict[str, Any]], _outputs]

    def with_only(self, output: dict[str, Any]) -> Self:
        """The same reply with one output in place of all of them."""
        return replace(self, outputs=[output])


@dataclass(frozen=True)
class CellReply(_CellReply):
    """A cell has run in the learner's process, which may have made up all of this.

    `updates` are new contents ("data", "metadata") of what an earlier cell ("index") has shown at
    a "place" of its outputs.
    """

    KIND = "cell"

    updates: Annotated[list[dict[str, Any]], _updates] = field(default_factory=list)

    def with_only(self, output: dict[str, Any]) -> Self:
        return replace(self, outputs=[output], updates=[])


@dataclass(frozen=True)
class TestReply(_CellReply):
    """The examiner's verdict on a test cell.

    `trips` counts the requests between both processes. `gone` says that the learner's process has
    ended, is late or talks nonsense, and `late` that it is late.
    """

    __test__ = False
    KIND = "test"

    trips: Count
    gone: Flag
    late: Flag


@dataclass(frozen=True)
class FilesReply(Reply):
    """The files that cells have written. Their contents are the parts, in the order of names."""

    KIND = "files"

    names: Texts


# Coordinator to the fork server of boxes


@dataclass(frozen=True)
class StartBox(Request):
    """Fork a box. With this message come the descriptors of its control and its values channel.

    `box` holds the fields of autograder.sandbox.box.Box but `readable`, which the fork server
    knows itself.
    """

    KIND = "box"

    kind: Annotated[str, one_of("learner", "examiner", "probe")]
    box: Annotated[dict[str, Any], mapping_of(lambda value: value)]


@dataclass(frozen=True)
class WarmUp(Request):
    """Import these libraries (names in autograder.sandbox.warmup.LIBRARIES) for later boxes."""

    KIND = "warm"

    libraries: Texts


@dataclass(frozen=True)
class _OfProcess(Request):
    process: Count


@dataclass(frozen=True)
class Interrupt(_OfProcess):
    """Send SIGINT to the inner process of a box."""

    KIND = "interrupt"


@dataclass(frozen=True)
class CountCPU(_OfProcess):
    """Count the CPU seconds that a box has used so far."""

    KIND = "usage"


@dataclass(frozen=True)
class EndBox(_OfProcess):
    """End a box. To be sent again as long as the reply is StillEnding."""

    KIND = "end"


# The fork server to the coordinator


@dataclass(frozen=True)
class Started(Reply):
    """A box or a worker was forked; `process` is the number of its outer process."""

    KIND = "started"

    process: Count


@dataclass(frozen=True)
class NotStarted(Reply):
    """A box or a worker cannot be forked; the reason is one line for people."""

    KIND = "refused"

    reason: Text


@dataclass(frozen=True)
class Done(Reply):
    """WarmUp and Interrupt were done."""

    KIND = "done"


@dataclass(frozen=True)
class CPUCounted(Reply):
    """CPU seconds that a box has used, with everything that runs in it."""

    KIND = "usage"

    cpu: Seconds


@dataclass(frozen=True)
class StillEnding(Reply):
    """A box takes longer to end; others are served meanwhile."""

    KIND = "ending"


@dataclass(frozen=True)
class BoxEnded(Reply):
    """A box has ended: its CPU seconds, bytes of its largest process, and its scratch folder.

    The coordinator removes the folder, if there is one.
    """

    KIND = "ended"

    cpu: Seconds
    memory: Count
    scratch: Text


# Coordinator to the fork server of bounded workers (autograder.bounded), and its reply


@dataclass(frozen=True)
class StartWorker(Request):
    """Fork a worker that may take so many bytes more than it has. Its channel comes along."""

    KIND = "start"

    memory: Count


@dataclass(frozen=True)
class EndWorker(_OfProcess):
    """Kill a worker."""

    KIND = "end"


@dataclass(frozen=True)
class WorkerEnded(Reply):
    """The exit status of a worker, negative for a signal; None if there was no such worker."""

    KIND = "ended"

    status: Annotated[int | None, optional(integer)]


CONTROL: tuple[type[Message], ...] = (
    *(StartCells, RunCell, RunTest, CellRan, CollectFiles),
    *(Entered, NotEntered, CellReply, TestReply, FilesReply),
    *(StartBox, WarmUp, Interrupt, CountCPU, EndBox),
    *(Started, NotStarted, Done, CPUCounted, StillEnding, BoxEnded),
    *(StartWorker, EndWorker, WorkerEnded),
)
"""Every kind of control message."""


# Fill _FORMS here, once in the warm process, so that no box has to.
for _kind in CONTROL:
    _form(_kind)
