"""What is a message between the processes, and what is none; and that docs/protocol.md says so."""

import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from autograder import messages as control
from autograder.bridge import messages as bridge
from autograder.bridge.messages import EXAMINER, LEARNER
from autograder.channel import Broken
from autograder.messages import CONTROL, Malformed, Message, parse
from autograder.records import SourceCell

PROTOCOL = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"

OUTPUT = {"output_type": "stream", "name": "stdout", "text": "x"}
SAMPLES: list[Message] = [
    control.StartCells(["a.csv"], [SourceCell("id", "setup", "x = 1")], {"m": ["n"]}, 10, 20, 5, 9),
    control.StartCells(),
    control.RunCell(0, "x"),
    control.RunTest(3, "assert x", 2.5),
    control.CellRan("x"),
    control.CellRan("x", "gap", "NameError", "name 'x' is not defined"),
    control.CollectFiles(),
    control.Entered("namespaces"),
    control.NotEntered("no user namespaces"),
    control.CellReply(1, "ok", 4, [OUTPUT], [{"index": 0, "place": 0, "data": {}, "metadata": {}}]),
    control.CellReply(1, "error", None, []),
    control.TestReply(2, "ok", 1, [OUTPUT], 7, False, False),
    control.FilesReply(["a.csv"]),
    control.StartBox("learner", {"level": "none"}),
    control.WarmUp(["sklearn"]),
    control.Interrupt(12),
    control.CountCPU(12),
    control.EndBox(12),
    control.Started(12),
    control.NotStarted("no memory"),
    control.Done(),
    control.CPUCounted(0.5),
    control.StillEnding(),
    control.BoxEnded(0.5, 1000, ""),
    control.StartWorker(2**30),
    control.EndWorker(12),
    control.WorkerEnded(-9),
    control.WorkerEnded(None),
]


def name(value: object) -> str:
    return type(value).__name__


def test_there_is_a_sample_of_every_control_message():
    assert {type(sample) for sample in SAMPLES} == set(CONTROL)


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_a_control_message_arrives_as_it_was_sent(sample):
    assert parse(json.loads(json.dumps(sample.header())), type(sample)) == sample


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_a_control_message_with_another_field_is_refused(sample):
    with pytest.raises(Malformed):
        parse(sample.header() | {"more": 1}, type(sample))


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_a_control_message_of_another_kind_is_refused(sample):
    header = sample.header()
    for changed in (header | {sample.KEY: "exec"}, header | {sample.KEY: [sample.KIND]}, {}):
        with pytest.raises(Malformed):
            parse(changed, type(sample))


LENIENT = {"outputs", "updates", "execution_count", "box"}
"""Fields of which unsound contents are left out, and one that the fork server checks."""

WRONG = [{"x": 1}, [[]], "x", -1.5, True, float("nan")]
"""No field that is not lenient may have one of these, but for texts and flags."""


def wrong_fields() -> Iterator[tuple[Message, str, object]]:
    for sample in SAMPLES:
        for each in fields(sample):
            for wrong in WRONG if each.name not in LENIENT else ():
                if type(wrong) is float or type(wrong) is not type(getattr(sample, each.name)):
                    yield sample, each.name, wrong


@pytest.mark.parametrize(("sample", "field", "wrong"), [*wrong_fields()], ids=str)
def test_a_field_of_the_wrong_type_or_range_is_refused(sample, field, wrong):
    with pytest.raises(Malformed):
        parse(sample.header() | {field: wrong}, type(sample))


NEEDED = [
    (sample, each.name)
    for sample in SAMPLES
    for each in fields(sample)
    if each.default is MISSING and each.default_factory is MISSING
]


@pytest.mark.parametrize(("sample", "field"), NEEDED, ids=str)
def test_a_missing_field_is_refused(sample, field):
    header = sample.header()
    del header[field]
    with pytest.raises(Malformed):
        parse(header, type(sample))


def test_a_malformed_control_message_is_taken_for_a_broken_channel():
    """So that it ends the submission as a process that has died does."""
    assert issubclass(Malformed, Broken)


def test_what_is_no_output_is_left_out_and_an_odd_count_is_none():
    header = {"did": "cell", "index": 0, "status": "ok", "execution_count": -5}
    reply = parse(header | {"outputs": [OUTPUT, 7, {"output_type": "stream"}]}, control.CellReply)
    assert reply.outputs == [OUTPUT] and reply.execution_count is None
    for outputs in (5, None, "x", {"a": OUTPUT}):
        assert parse(header | {"outputs": outputs}, control.CellReply).outputs == []


def test_an_update_without_a_place_is_left_out():
    header = {"did": "cell", "index": 0, "status": "ok", "execution_count": 1, "outputs": []}
    sound = {"index": 0, "place": 1, "data": 3}
    odd = [7, None, {"index": 0}, {"index": True, "place": 0}, {"index": -1, "place": 0}]
    reply = parse(header | {"updates": [*odd, sound]}, control.CellReply)
    assert reply.updates == [sound]


# Between learner and examiner

CLASS = ["class", 1, {"module": "m", "name": "N", "bases": [], "specials": ["__len__"]}]
ERROR = {"class": ["class", "S", 1], "object": ["object", "S", 2], "name": "N", "text": "said"}


def request(**more: object) -> dict[str, object]:
    return {"n": 1, "ask": "call", "keywords": [], "values": [[3, 0]]} | more


def answer(**more: object) -> dict[str, object]:
    return {"n": 1, "values": [[3, 0]]} | more


def test_a_request_and_an_answer_are_read():
    found = bridge.parse(request(on=["object", "S", 5], masked=True), [], EXAMINER)
    assert isinstance(found, bridge.Request)
    assert (found.number, found.kind, found.target) == (1, "call", ["object", "S", 5])
    assert found.masked and not found.warnings and [each.tree for each in found.values] == [3]
    found = bridge.parse(answer(values=[[["x", 0], 1]], files=True), [b"ab"], LEARNER)
    assert isinstance(found, bridge.Answer)
    assert found.files and found.values[0].parts == [b"ab"] and found.error is None


def test_what_a_message_introduces_is_read():
    new = [CLASS, ["object", 2, 1, None], ["object", 3, 1, {"name": "f", "line": 4}]]
    found = bridge.parse(answer(new=new), [], LEARNER).new
    assert found == [
        bridge.NewClass(1, "m", "N", [], ["__len__"], False),
        bridge.NewObject(2, 1, None),
        bridge.NewObject(3, 1, {"name": "f", "line": 4}),
    ]
    assert [each.item() for each in found] == new


@pytest.mark.parametrize(
    "error",
    [{"yours": 3}, ERROR, ERROR | {"cause": ["object", "S", 9], "about": "x", "where": "line 1"}],
    ids=["own", "plain", "full"],
)
def test_an_exception_of_the_learners_is_read_and_written_alike(error):
    found = bridge.parse(answer(error=error), [], LEARNER)
    assert found.error.header() == error


def test_an_exception_of_the_tests_says_its_class_and_number_only():
    found = bridge.parse(answer(error={"name": "ValueError", "number": 3}), [], EXAMINER)
    assert found.error == bridge.ExaminerError("ValueError", 3)
    with pytest.raises(Malformed):
        bridge.parse(answer(error=ERROR), [], EXAMINER)
    with pytest.raises(Malformed):
        bridge.parse(answer(error={"name": "ValueError", "number": 3}), [], LEARNER)


def test_texts_are_cut_and_not_refused():
    """An honest learner's source line or name can be long."""
    found = bridge.parse(answer(error=ERROR | {"about": "x" * 999, "text": "y" * 10**5}), [], "S")
    assert len(found.error.about) == 200 and len(found.error.text) == 20_000


MALFORMED = {
    "without a number": {"values": []},
    "with a number that is a text": answer(n="1"),
    "with a number that is true": answer(n=True),
    "without values": {"n": 1},
    "with values that are a mapping": answer(values={"a": 1}),
    "with a value without a count": answer(values=[[3]]),
    "with a negative count": answer(values=[[3, -1]]),
    "with parts that are not there": answer(values=[[3, 2]]),
    "with a field that nobody knows": answer(more=1),
    "with numbers of replicas that are texts": answer(changed=["1"]),
    "with a change that has no value": answer(changed=[1, 2]),
    "with a number too many": answer(given=[1, 2]),
    "with drops that are no list": answer(drop=5),
    "with a true drop": answer(drop=[True]),
    "with a stale name that is a list": answer(stale=[["x"]]),
    "with a stale name that is a number": answer(stale=["x", 5]),
    "with files that are one": answer(files=1),
    "with output to another stream": answer(out=[["x", "3.0"]]),
    "with output that is no text": answer(out=[["stdout", {"a": 1}]]),
    "with a warning too short": answer(warned=[[None, [1], "x", "m"]]),
    "with a warning on a negative line": answer(warned=[[None, [1], "x", "m", -1]]),
    "with too many warnings": answer(warned=[[None, [1], "x", "m", 1]] * 101),
    "with a class without a module": answer(new=[["class", 1, {"name": "N"}]]),
    "with a class with more": answer(new=[["class", 1, CLASS[2] | {"x": 1}]]),
    "with a class whose bases are texts": answer(new=[["class", 1, CLASS[2] | {"bases": ["1"]}]]),
    "with an object without a class": answer(new=[["object", 1]]),
    "with an object that says its own text": answer(new=[["object", 1, 1, {"text": "3.0"}]]),
    "with a plain value without operators": answer(new=[["object", 1, 1, {"plain": 3}]]),
    "with something new of no kind": answer(new=[["function", 1, 1, None]]),
    "with an exception of no kind": answer(error={"class": ["class", "S", 1]}),
    "with an exception with more": answer(error=ERROR | {"x": 1}),
    "with an exception whose class is a number": answer(error=ERROR | {"class": 5}),
    "that asks for something unknown": request(ask="exec"),
    "that asks for a list": request(ask=["call"]),
    "that asks without keywords": {"n": 1, "ask": "call", "values": []},
    "with more keywords than values": request(keywords=["a", "b"]),
    "with a target that is a value": request(on=["list", []]),
    "with a target of no side": request(on=["object", "X", 1]),
    "with a target by a text": request(on=["object", "S", "1"]),
    "with the conditions of a test": request(masked=True),
    "with a patch": request(patch=[["builtins", "print", 1]]),
    "with a seed": request(seeds=[["random", 1]]),
}


@pytest.mark.parametrize("what", MALFORMED)
def test_a_message_of_the_learners_is_refused(what):
    with pytest.raises(Malformed):
        bridge.parse(MALFORMED[what], [], LEARNER)


def test_parts_that_belong_to_no_value_are_refused():
    with pytest.raises(Malformed):
        bridge.parse(answer(), [b"x"], LEARNER)


@pytest.mark.parametrize(
    "more", [{"out": [["stdout", "x"]]}, {"stale": ["x"]}, {"files": True}, {"warned": []}], ids=str
)
def test_the_examiner_does_not_send_what_only_the_learner_sends(more):
    with pytest.raises(Malformed):
        bridge.parse(answer(**more), [], EXAMINER)


def test_the_conditions_of_a_test_are_read():
    more = {
        "patch": [["builtins", "print", ["object", "T", 1]]],
        "seeds": [["numpy", 5]],
        "errstate": {"divide": "raise"},
        "warnings": True,
    }
    found = bridge.parse(request(**more), [], EXAMINER)
    assert [tuple(each) for each in found.patch] == [("builtins", "print", ["object", "T", 1])]
    assert found.seeds == [("numpy", 5)] and found.errstate == {"divide": "raise"}
    for wrong in ({"seeds": [["os", 1]]}, {"errstate": {"x": "y"}}, {"patch": [["builtins"]]}):
        with pytest.raises(Malformed):
            bridge.parse(request(**wrong), [], EXAMINER)


# Operations


@pytest.mark.parametrize(
    ("kind", "args", "operation"),
    [
        ("get", ["x"], bridge.Get("x")),
        ("call", [1, 2], bridge.Call([1, 2], {})),
        ("special", ["__add__", 1], bridge.Special("__add__", [1])),
        ("set", ["x", 1], bridge.Set("x", 1)),
        ("del", ["x"], bridge.Delete("x")),
        ("dir", [], bridge.Dir()),
        ("send", ["throw", 1], bridge.Send("throw", [1])),
        ("name", ["x", None, "math", "pi"], bridge.Name("x", None, "math", "pi")),
        ("keep", [[1, 2]], bridge.Keep([1, 2])),
        ("update", [3, [1]], bridge.Update(3, [1])),
        ("store", [{"a.csv": b""}], bridge.Store({"a.csv": b""})),
    ],
    ids=str,
)
def test_an_operation_is_made_of_its_arguments(kind, args, operation):
    assert bridge.parse_operation(kind, args, {}) == operation


@pytest.mark.parametrize(
    ("kind", "args"),
    [
        ("get", []),
        ("get", [5]),
        ("get", ["x", "y"]),
        ("special", []),
        ("special", [5]),
        ("send", ["close"]),
        ("name", ["x"]),
        ("name", ["x", "1", None, ""]),
        ("keep", [["1"]]),
        ("keep", [5]),
        ("update", ["1", 1]),
        ("store", [[]]),
        ("module", [None]),
    ],
    ids=str,
)
def test_wrong_arguments_are_a_type_error_of_that_request(kind, args):
    with pytest.raises(TypeError):
        bridge.parse_operation(kind, args, {})
    with pytest.raises(TypeError):
        bridge.parse_operation("get", ["x"], {"default": 1})


def test_an_operation_that_nobody_knows_cannot_be_asked_for():
    with pytest.raises(PermissionError, match="exec cannot be asked"):
        bridge.parse_operation("exec", [], {})


# docs/protocol.md


def rows() -> dict[str, list[str]]:
    """By the name in the first cell, the other cells of each row of the page's tables."""
    found = {}
    for line in PROTOCOL.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and (named := re.fullmatch(r"`([A-Z]\w+)`", cells[0])):
            found[named[1]] = cells[1:]
    return found


PARTS = (bridge.NewClass, bridge.NewObject, bridge.Warned)
ERRORS = (bridge.OwnError, bridge.LearnerError, bridge.ExaminerError)
EVERY = [*CONTROL, bridge.Request, bridge.Answer, *PARTS, *ERRORS, *bridge.OPERATIONS.values()]


def test_the_page_lists_every_message_and_no_other():
    assert set(rows()) == {each.__name__ for each in EVERY}


def test_the_lists_hold_every_message_class_of_the_modules():
    """A class that is written and forgotten in the list would be missing from the page too."""

    def concrete(base: type) -> set[str]:
        below = {each for kind in base.__subclasses__() for each in concrete(kind)}
        return below | ({base.__name__} if hasattr(base, "KIND") else set())

    assert concrete(Message) == {each.__name__ for each in CONTROL}
    assert concrete(bridge.Operation) == {each.__name__ for each in bridge.OPERATIONS.values()}
    assert set(bridge.Message.__subclasses__()) == {bridge.Request, bridge.Answer}


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_the_page_names_the_fields_of_each_message(kind):
    cells = rows()[kind.__name__]
    if issubclass(kind, bridge.Operation):
        assert cells[0] == kind.KIND
    place = 1 if issubclass(kind, (Message, bridge.Operation)) else 0
    assert re.findall(r"`(\w+)`", cells[place]) == [each.name for each in fields(kind)]
