"""Between two test cells, the learner's cells may use what an earlier test has defined."""

import pytest

# What the fork server has imported before it forks.
pytest.importorskip("fairlearn.metrics")
pytest.importorskip("matplotlib.pyplot")
pytest.importorskip("matplotlib_inline.backend_inline")
pytest.importorskip("sklearn.ensemble")

from autograder.messages import RunTest
from tests.autograder.boxes import Pair, errors, text
from tests.autograder.test_link import passes, solution

ADD = "def add(a, b):\n    return a + b\n"
TEST_ADD = "def test_add():\n    assert add(1, 2) == 3, 'no sum'\n    return 'tested'\ntest_add()"


def other(source: str) -> dict:
    """A cell of the instructor's that nbgrader does not know."""
    return {"id": "other", "kind": "other", "source": source}


def hidden_test(both: Pair, source: str) -> dict:
    """Run a test cell of which the learner has not seen every line."""
    both.index += 1
    told = both.examiner.ask(RunTest(both.index, source, 20, hidden=True))
    assert errors(told) == []
    return told


@pytest.fixture
def added(pair):
    """A notebook in which a cell of the instructor's calls `test_add` after its test."""
    both = pair(solution(ADD), other("test_add()\nkept = test_sub = seen = expected = None"))
    both.cell(ADD + "kept = []\ndef keep(each):\n    kept.append(each)\n    return each")
    return both


def test_a_cell_calls_the_function_of_a_test_as_in_one_process(added):
    passes(added, TEST_ADD)
    told = added.cell("print(test_add())")
    assert (errors(told), text(told)) == ([], "tested\n")
    passes(added, "assert add(2, 2) == 4")


def test_the_function_of_a_test_runs_with_what_the_cell_has_just_defined(added):
    passes(added, TEST_ADD)
    told = added.cell("test_add()\nadd = lambda a, b: 7\ntest_add()")
    assert errors(told) == ["AssertionError: "]
    passes(added, "assert add(2, 2) == 7")


def test_what_the_learners_own_function_prints_is_in_her_cell(added):
    passes(added, TEST_ADD)
    told = added.cell("def add(a, b):\n    print(a, b)\n    return a + b\ntest_add()")
    assert (errors(told), text(told)) == ([], "1 2\n")
    assert text(passes(added, "assert add(2, 2) == 4")) == "2 2\n"


def test_an_assertion_says_nothing_of_what_it_expects(added):
    passes(added, TEST_ADD)
    told = added.cell(
        "def add(a, b):\n    return 7\ntry:\n    test_add()\n"
        "except AssertionError as e:\n    print([str(e)])"
    )
    assert text(told) == "['']\n"


def test_a_function_that_a_test_has_handed_over_can_be_called_by_later_cells(added):
    passes(added, "total = 0\ndef count(x):\n    global total\n    total += x\nkeep(count)")
    assert errors(added.cell("for x in range(200):\n    kept[0](x)")) == []
    passes(added, "assert total == 19900")


def test_a_list_that_a_cell_changes_between_two_calls_is_the_changed_one(added):
    passes(added, "def largest():\n    return max(seen)\nlargest")
    assert errors(added.cell("seen = [1, 2]\nfirst = kept")) == []
    passes(added, "keep(largest)")
    told = added.cell(
        "a = kept[-1]()\nseen.append(5)\nb = kept[-1]()\nseen = [9]\nprint(a, b, kept[-1]())"
    )
    assert (errors(told), text(told)) == ([], "2 5 9\n")
    passes(added, "assert largest() == 9")


def test_an_object_of_a_tests_class_can_be_used_by_later_cells(added):
    made = (
        "class Log:\n    def __init__(self):\n        self.lines = []\n"
        "    def add(self, line):\n        self.lines.append(line)\n"
        "log = keep(Log())"
    )
    passes(added, made)
    assert errors(added.cell("kept[0].add('a')")) == []
    passes(added, "assert log.lines == ['a']")


def test_an_interrupted_call_leaves_the_notebook_as_it_was(added):
    """The examiner's answer comes when nobody waits for it any more."""
    passes(added, "import time\ndef test_add():\n    time.sleep(2)\ntest_add")
    raised = (
        "import signal\ndef stop(*_):\n    raise KeyboardInterrupt\n"
        "signal.signal(signal.SIGALRM, stop)\n"
    )
    told = added.cell(raised + "signal.setitimer(signal.ITIMER_REAL, 0.5)\ntest_add()")
    assert [each.partition(":")[0] for each in errors(told)] == ["KeyboardInterrupt"]
    passes(added, "assert add(2, 2) == 4")
    assert errors(added.cell("add(1, 1)")) == []
    passes(added, "assert add(2, 2) == 4")


# What a learner could gain by it.

REFUSED = "PermissionError: this belongs to a test with hidden lines"


def is_refused(told: dict) -> bool:
    (said,) = errors(told)
    return said.startswith(REFUSED)


def test_a_function_of_a_test_with_hidden_lines_is_no_oracle(added):
    hidden_test(added, "def test_add():\n    assert add(1, 2) < 791\ntest_add()")
    assert is_refused(added.cell("test_add()"))
    assert is_refused(added.cell("test_add.__name__"))
    passes(added, "assert add(2, 2) == 4")


def test_a_function_that_a_hidden_test_hands_over_is_no_oracle_afterwards(added):
    hidden_test(added, "assert keep(lambda value: value * 791)(2) == 1582")
    assert is_refused(added.cell("kept[0](1)"))


def test_a_function_that_uses_a_value_of_hidden_lines_is_refused(added):
    passes(added, "limit = 0\ndef test_add():\n    return limit")
    hidden_test(added, "limit = 791")
    assert is_refused(added.cell("test_add()"))


def test_a_function_that_uses_a_value_of_a_hidden_cell_magic_is_refused(added):
    """The source of such a cell is one text for Python."""
    passes(added, "def test_add():\n    return limit\ntest_add")
    hidden_test(added, "%%time\nlimit = 791")
    assert is_refused(added.cell("test_add()"))


def test_local_names_that_hidden_lines_use_too_are_no_reason_to_refuse(added):
    passes(
        added,
        "def test_add():\n    for i, _ in enumerate('ab'):\n        expected = i + 1\n"
        "        assert add(i, 1) == expected\ntest_add()",
    )
    hidden_test(added, "for i, _ in enumerate('ab'):\n    expected = i\n    assert add(i, 0) == i")
    assert errors(added.cell("test_add()")) == []


def test_a_library_that_hidden_lines_use_can_be_used_by_a_function_too(added):
    passes(added, "import math\ndef test_add():\n    return math.floor(2.5)\ntest_add")
    hidden_test(added, "import math\nassert add(1, 2) == math.ceil(2.5)")
    assert errors(added.cell("test_add()")) == []


def test_a_function_that_uses_it_by_another_function_is_refused(added):
    passes(
        added,
        "cases = []\ndef largest():\n    return max(cases)\ndef test_add():\n    return largest()",
    )
    hidden_test(added, "cases.append(791)")
    assert is_refused(added.cell("test_add()"))


def test_a_function_that_a_decorator_has_made_is_judged_by_its_whole_cell(added):
    passes(
        added,
        (
            "limit = 0\ndef twice(f):\n    def wrapped():\n        return f()\n"
            "    return wrapped\n@twice\ndef test_add():\n    return limit"
        ),
    )
    hidden_test(added, "limit = 791")
    assert is_refused(added.cell("test_add()"))


def test_an_object_that_hidden_lines_have_filled_is_refused(added):
    passes(added, "class Log:\n    pass\nlog = keep(Log())")
    hidden_test(added, "log.secret = 791")
    assert is_refused(added.cell("kept[0].secret"))


@pytest.mark.parametrize("way", ["globals()[name]", "eval(name)"])
def test_a_function_that_looks_any_name_up_is_refused(added, way):
    passes(added, f"def test_add(name):\n    return {way}\ntest_add")
    hidden_test(added, "limit = 791")
    assert is_refused(added.cell("test_add('limit')"))


@pytest.mark.parametrize("given", ["kept[0]", "[kept[0]]", "{'f': kept[0]}"])
def test_a_hidden_function_cannot_be_given_to_one_that_may_be_called(added, given):
    passes(
        added,
        (
            "def test_add(f):\n"
            "    f = f['f'] if type(f) is dict else f[0] if type(f) is list else f\n"
            "    return f(2)\ntest_add"
        ),
    )
    hidden_test(added, "assert keep(lambda value: value * 791)(2) == 1582")
    told = added.cell(f"test_add({given})")
    assert "PermissionError" in errors(told)[0]


def test_a_hidden_function_cannot_be_returned_to_one_that_may_be_called(added):
    passes(added, "def test_add():\n    return get()(2)\ntest_add")
    hidden_test(added, "assert keep(lambda value: value * 791)(2) == 1582")
    told = added.cell("def get():\n    return kept[0]\nprint(test_add())")
    assert errors(told) and "1582" not in text(told)
    passes(added, "assert add(2, 2) == 4")


def test_a_function_apart_from_the_hidden_lines_can_still_be_called(added):
    passes(added, TEST_ADD)
    hidden_test(added, "expected_of_hidden = 791\nassert add(790, 1) == expected_of_hidden")
    assert errors(added.cell("test_add()")) == []


def test_hidden_lines_stay_callable_by_a_later_test(added):
    """As in one process: objects that a test shares with the learner's code work in the next."""
    hidden_test(added, "log = []\nkeep(log.append)")
    added.cell("def tell(x):\n    kept[0](x)")
    passes(added, "tell(5)\nassert log == [5]")


def test_calls_between_tests_are_counted_like_those_of_a_test(pair):
    both = pair(solution(ADD), other("test_add()"), trips=100)
    both.cell(ADD)
    passes(both, TEST_ADD)
    told = both.cell("while True:\n    test_add()")
    assert errors(told)
    assert both.test("assert add(1, 1) == 2")["gone"]
    assert both.test("assert 1 + 1 == 2")["status"] == "ok"


FIND = """\
import sys
frame = sys._getframe()
while "answering" not in frame.f_locals:
    frame = frame.f_back
link = frame.f_locals["answering"]
"""
"""How a learner's cell finds this process's end of the link."""


@pytest.mark.parametrize(
    "said",
    [
        "link.channel.sock.send(bytes(50))",
        "link.channel.sock.send(b'x' * 50)",
        "link.channel.send({'n': 1, 'ask': 'call', 'keywords': [], 'values': [], 'on': 5})",
        "link.channel.send({'n': 9, 'values': []})",
        "link.channel.sock.close()",
    ],
)
def test_nonsense_between_two_tests_ends_no_test_that_asks_for_nothing(added, said):
    passes(added, TEST_ADD)
    added.cell(f"{FIND}{said}")
    assert added.test("assert 1 + 1 == 2")["status"] == "ok"
