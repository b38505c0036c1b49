"""`ai4gov doctor ASSIGNMENT` tries tests on the reference solution and on hollow answers."""

import json
import re

import nbformat
import pytest

from autograder.advice.advise import Advice, advise
from autograder.errors import CourseError
from classroom import cli
from tests.autograder.advised_course import NAME, check, make, setup, solution
from tests.conftest import files_in

# The course has many tests, each with several runs, and the machine may be busy.
pytestmark = pytest.mark.timeout(1800)

SOLUTIONS = """\
x = np.arange(3.0)
rate = 0.5
fair = True
day = pd.Timestamp("2026-01-01")
names = ["a", "b"]
counts = {"a": 1, "b": 2}
df = pd.DataFrame({"a": [1.0, 2.0]})
column = pd.Series([1.0, 2.0])
def f(v):
    if v < 0:
        raise ValueError("negative")
    return v * 2.0
def mean(values):
    return float(np.mean(values))
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)
def order(values):
    values.sort()
def many(n):
    yield from range(n)
def draw():
    plt.plot([1, 2], [3, 4])
    return plt.gca()
async def later():
    return 2
import tabnanny"""

HOLLOW: dict[str, tuple[str, set[str]]] = {
    "close-number": (
        "np.testing.assert_allclose(rate, 0.5)",
        {"passes-empty: rate", "passes-masked: rate"},
    ),
    "far": ("assert not abs(rate - 0.5) > 0.1", {"passes-missing: rate"}),
    "truth": ("assert fair", {"passes-masked: fair", "passes-missing: fair"}),
    "day": ("assert not day > pd.Timestamp('2027-01-01')", {"passes-missing: day"}),
    "every-name": ("for name in names:\n    assert len(name) == 1", {"passes-empty: names"}),
    "every-count": (
        "assert all(n > 0 for n in counts.values())",
        {"passes-empty: counts"},
    ),
    "frame": ("assert (df.a > 0).all()", {"passes-empty: df", "passes-missing: df"}),
    "column": (
        "assert not (column > 9).any()",
        {"passes-empty: column", "passes-masked: column", "passes-missing: column"},
    ),
    "returned": (
        "np.testing.assert_allclose(f(3), 6)",
        {"passes-empty: f", "passes-masked: f"},
    ),
    "generated": ("assert all(n < 3 for n in many(3))", {"passes-empty: many"}),
    "is-there": ("assert 'x' in globals()\nx", {"passes-anything: x"}),
    "not-none": ("assert not isinstance(rate, str)", {"passes-anything: rate"}),
    "none": ("assert rate is None or rate == 0.5", {"passes-none: rate"}),
}
"""Tests that pass a hollow answer, with the rules and names that must be reported."""

SOUND = {
    "exact": "assert x.shape == (3,) and x.tolist() == [0, 1, 2]",
    "number": "assert isinstance(rate, float) and abs(rate - 0.5) < 0.1",
    "length": "assert len(names) == 2 and set(names) == {'a', 'b'}",
    "frames": "pd.testing.assert_frame_equal(df, pd.DataFrame({'a': [1.0, 2.0]}))",
    "called": "assert f(3) == 6",
    "recursive": "assert [factorial(n) for n in range(5)] == [1, 1, 2, 6, 24]",
    "in-place": "values = [2, 1]\norder(values)\nassert values == [1, 2]",
    "given": "assert mean(x) == 1",
    "figure": "draw()\nassert plt.gca().lines[0].get_ydata().tolist() == [3, 4]",
    "awaited": "assert await later() == 2",
    "partial": "points = 0.0\nif rate == 0.5:\n    points += 1\npoints",
    "helped": "def is_two(n):\n    return n == 2\nassert is_two(len(names))",
    "by-helper": "assert is_two(counts['b'])",
    "endless": "n = 0\nwhile not n >= 3:\n    n += rate\nassert n == 3",
    "rebound": "rate = 7\nassert rate == 7",
    "raises": "import pytest\nwith pytest.raises(ValueError, match='neg'):\n    f(-1)",
}
"""Tests that no hollow answer passes."""

FAILING = {
    "own-modules": "import sys\nassert 'tabnanny' in sys.modules",
    "wrong": "assert rate == 0.6",
    "history": "from IPython.utils.capture import capture_output\nwith capture_output() as shown:\n"
    "    get_ipython().run_line_magic('rerun', '')\nassert 'rate' in shown.stdout",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    first = solution("answers", SOLUTIONS)
    cells = [setup("import numpy as np\nimport pandas as pd\nimport matplotlib.pyplot as plt")]
    cells += [first, *(check(name, source) for name, (source, _) in HOLLOW.items())]
    cells += [check(name, source) for name, source in {**FAILING, **SOUND}.items()]
    folder = tmp_path_factory.mktemp("advised")
    return make(folder, cells)


@pytest.fixture(scope="module")
def looked_at(course, level) -> tuple[Advice, dict, dict]:
    """The advice on the course, and what was in its folder before and after."""
    before = files_in(course)
    advice = advise(course, NAME)
    return advice, before, files_in(course)


@pytest.fixture(scope="module")
def advice(looked_at) -> Advice:
    return looked_at[0]


def reported(advice: Advice, cell: str) -> set[str]:
    """The rules of hollow answers that a test fell under, with the name."""
    return {
        f"{each.rule}: {each.what.rpartition('for ')[2].strip('`')}"
        for each in advice.findings
        if each.cell == cell and each.rule.startswith("passes-")
    }


@pytest.mark.weekly
@pytest.mark.parametrize("cell", HOLLOW)
def test_a_test_that_passes_a_hollow_answer_is_reported(advice, cell):
    _, expected = HOLLOW[cell]
    # Whether the engine still takes masked arrays for numbers is not for this test to say.
    optional = {each for each in expected if each.startswith("passes-masked")}
    assert expected - optional <= reported(advice, cell) <= expected


@pytest.mark.weekly
@pytest.mark.parametrize("cell", SOUND)
def test_a_test_that_no_hollow_answer_passes_is_not_reported(advice, cell):
    assert reported(advice, cell) == set()


@pytest.mark.weekly
@pytest.mark.parametrize(
    ("cell", "write"),
    [
        ("close-number", "assert np.ndim(rate) == 0"),
        ("every-name", "assert len(names) == 2"),
        ("frame", "assert len(df) == 2"),
        ("frame", "assert df.notna().all(axis=None)"),
        ("column", "assert column.notna().all()"),
        ("far", "assert not pd.isna(rate)"),
        ("returned", "assert np.ndim(f(3)) == 0"),
    ],
)
def test_what_to_write_instead_fits_the_reference_answer(advice, cell, write):
    assert write in [each.write for each in advice.findings if each.cell == cell]


@pytest.mark.weekly
def test_a_test_to_which_the_advice_is_added_passes_no_hollow_answer(advice, tmp_path):
    tests = {}
    for each in advice.findings:
        if each.rule in ("passes-empty", "passes-masked", "passes-missing"):
            source = tests.get(each.cell, HOLLOW[each.cell][0])
            tests[each.cell] = f"{each.write}\n{source}"
    imports = "import numpy as np\nimport pandas as pd\nimport matplotlib.pyplot as plt"
    cells = [setup(imports), solution("answers", SOLUTIONS)]
    cells += [check(name, source) for name, source in tests.items()]
    assert len(tests) > 5
    assert advise(make(tmp_path, cells), NAME).findings == []


@pytest.mark.weekly
def test_a_test_that_fails_in_two_processes_only_is_told_from_one_that_is_wrong(advice):
    found = {each.cell: each for each in advice.findings if each.rule.startswith("fails-")}
    assert {cell: each.rule for cell, each in found.items()} == {
        "own-modules": "fails-apart",
        "wrong": "fails-reference",
    }
    assert "AssertionError" in found["own-modules"].what
    assert "AssertionError" in found["wrong"].what


@pytest.mark.weekly
def test_a_test_that_reads_the_history_is_not_called_wrong(advice):
    """Neither run of the instructor's own solution has one."""
    (found,) = [each for each in advice.findings if each.cell == "history"]
    assert found.rule == "process-state" and "%rerun" in found.what


def test_the_tests_after_one_that_ends_the_run_are_tried_all_the_same(tmp_path, level):
    cells = [
        solution("answer", "x = [1, 2]\ndef stop():\n    import os\n    os._exit(1)"),
        check("stops", "stop()"),
        check("hollow", "assert all(n > 0 for n in x)"),
        check("sound", "assert x == [1, 2]"),
    ]
    found = advise(make(tmp_path, cells), NAME).findings
    assert [(each.cell, each.rule) for each in found] == [
        ("stops", "fails-reference"),
        ("hollow", "passes-empty"),
    ]


@pytest.mark.weekly
def test_findings_stand_in_the_order_of_the_cells(advice):
    order = [*HOLLOW, *FAILING, *SOUND]
    places = [order.index(each.cell) for each in advice.findings]
    assert places == sorted(places)


def test_nothing_is_written_into_the_course(looked_at):
    _, before, after = looked_at
    assert after == before


def test_without_the_source_notebook_tests_are_read_and_not_tried(tmp_path, level):
    bad = "import sys\nassert 'altair' in sys.modules"
    course = make(tmp_path, [solution("answer", "x = 3"), check("is-there", bad)])
    (course / "source" / NAME / f"{NAME}.ipynb").unlink()
    assert [each.rule for each in advise(course, NAME).findings] == ["not-tried", "sys-modules"]


def test_a_test_that_the_gradebook_does_not_have_yet_is_reported(tmp_path, level):
    course = make(tmp_path, [solution("answer", "x = 3"), check("old", "assert x == 3")])
    path = course / "source" / NAME / f"{NAME}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source = "assert x == 3 and x > 0"
    notebook.cells.append(check("new", "assert x < 4"))
    nbformat.write(notebook, path)
    found = [(each.cell, each.rule) for each in advise(course, NAME).findings]
    assert found == [("old", "stale-gradebook"), ("new", "stale-gradebook")]


def test_an_assignment_that_the_gradebook_does_not_know_is_a_wrong_call(course):
    with pytest.raises(CourseError, match="no assignment 'ps9' in the gradebook"):
        advise(course, "ps9")


def test_nothing_is_tried_below_the_minimum_level(course, monkeypatch):
    from autograder.errors import ConfinementError
    from autograder.sandbox.forkserver import ForkServer

    def refuse(self, minimum):
        raise ConfinementError(f"the level {minimum} cannot be had")

    monkeypatch.setattr(ForkServer, "level", refuse)
    with pytest.raises(CourseError, match="the level namespaces cannot be had"):
        advise(course, NAME)


# The command


@pytest.fixture
def small(tmp_path, level, monkeypatch):
    """Makes a course of one solution and one test, and goes there."""

    def small_course(test: str):
        course = make(tmp_path / "course", [solution("answer", "x = [1, 2]"), check("all", test)])
        monkeypatch.chdir(course)
        return course

    return small_course


def test_the_command_prints_one_line_for_each_finding_and_writes_them_as_json(
    small, tmp_path, capsys
):
    small("assert all(n > 0 for n in x)")
    assert cli.main(["doctor", NAME, "--json", str(tmp_path / "found.json")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "ps1.ipynb"
    assert lines[1] == (
        "  all passes an empty array and an empty list for `x`; "
        "instead: assert len(x) == 2 [passes-empty]"
    )
    assert re.fullmatch(r"1 test read, and tried with \d+ hollow answers: 1 finding", lines[2])
    told = json.loads((tmp_path / "found.json").read_text())
    assert told["assignment"] == NAME and told["tests"] == 1
    assert [(each["cell"], each["rule"]) for each in told["findings"]] == [("all", "passes-empty")]


def test_the_command_ends_with_0_where_nothing_is_found(small, capsys):
    small("assert x == [1, 2]")
    assert cli.main(["doctor", NAME]) == 0
    assert "no findings" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["doctor", "ps9"], "no assignment 'ps9'"),
        (["doctor", NAME, "--json", "no/such/folder/a.json"], "cannot be written"),
        (["doctor", "--json", "a.json"], "name one"),
    ],
)
def test_a_wrong_call_ends_with_2_and_one_line(course, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(course)
    assert cli.main(arguments) == 2
    told = capsys.readouterr()
    assert said in told.err and len(told.err.splitlines()) == 1 and told.out == ""
