"""A check that fails itself says so; a learner never sees a stack trace."""

from __future__ import annotations

import pytest

BROKEN = """
@exercise("broken", points=2)
def broken(value):
    with part():
        expect.count(value, 1)
    with part():
        raise ValueError("our fault:\\nsecond line")
"""


class Trap:
    """An object that answers every question with an error."""

    def __getattribute__(self, name):
        raise RuntimeError(f"no {name}")


def test_a_check_that_cannot_use_an_answer_says_so_in_one_sentence_and_gives_no_points(desk):
    desk.checks(BROKEN)
    outcome = desk.check("broken", 1)
    assert (outcome, outcome.state, outcome.message.code) == (0, "not-yet", "check-failed")
    sentence = outcome.message.read("en")
    assert "ValueError" in sentence
    assert "\n" not in sentence
    assert "the form that the exercise asks for" in sentence


def test_a_check_that_fails_tells_no_hint_for_it_was_no_try(desk):
    desk.checks(
        """
        @exercise("broken", points=2, hints=[say("01-h", "Look again.")])
        def broken(value):
            raise ValueError("our fault")
        """
    )
    desk.check("broken", 1)
    assert "Look again." not in desk.check("broken", 1).as_html()


@pytest.mark.parametrize(
    "expectation",
    [
        "expect.number(value)",
        "expect.share(value)",
        "expect.close(value, 0.25)",
        "expect.count(value, 1)",
        'expect.choice(value, right="a", wrong={"b": say("01-b", "B.")})',
        "expect.length(value, 2)",
        'expect.table(value, ["a"])',
        "expect.call(value, 1)",
    ],
)
def test_no_value_makes_a_check_raise(desk, expectation):
    desk.checks(f'@exercise("any", points=1)\ndef any(value):\n    {expectation}\n')
    outcome = desk.check("any", Trap())
    assert (outcome, outcome.state) == (0, "not-yet")


def test_a_hidden_check_that_fails_gives_no_points(desk, tmp_path, monkeypatch):
    grader = tmp_path / "grader"
    desk.checks('@exercise("a", points=1, hidden=True)\ndef a(value):\n    pass\n', grader)
    desk.checks('@exercise("a")\ndef a(value):\n    1 / 0\n', grader, "hidden_checks.py")
    monkeypatch.setenv("AI4GOV_CHECKS", str(grader))
    outcome = desk.check("a", 1)
    assert (outcome, outcome.message.code) == (0, "check-failed")


@pytest.mark.parametrize(
    ("values", "given"), [((), "0"), ((1,), "1"), ((1, 2, 3), "3"), ((..., ..., ...), "3")]
)
def test_a_cell_with_more_or_fewer_values_than_the_check_takes_is_told_so(desk, values, given):
    desk.checks(
        """
        @exercise("gap", points=2, given=["table"], hints=[say("01-h", "Look again.")])
        def gap(table, value):
            expect.count(value, 2)
        """
    )
    desk.check("gap", *values)
    outcome = desk.check("gap", *values)
    assert (outcome, outcome.state, outcome.message.code) == (0, "not-yet", "check-values")
    sentence = outcome.message.read("en")
    assert f"(expected: 2, in this cell: {given})" in sentence and "fault is ours" not in sentence
    # It was no try.
    assert "Look again." not in outcome.as_html()
    assert desk.check("gap", 1, 2) == 2


@pytest.mark.parametrize("values", [(), (1,), (1, 2)])
def test_a_check_that_takes_any_number_of_values_gets_them_all(desk, values):
    desk.checks('@exercise("any")\ndef any(*values):\n    expect.count(len(values), 1)\n')
    outcome = desk.check("any", *values)
    wanted = {0: "not-attempted", 1: "right"}.get(len(values), "not-yet")
    assert (outcome.state, outcome.message.code == "check-values") == (wanted, False)


@pytest.mark.parametrize("text", ["def broken(:\n", "import no_such_module\n", "1 / 0\n"])
def test_a_checks_file_that_cannot_be_read_gets_a_sentence(desk, text):
    desk.checks(text)
    outcome = desk.check("one", 1)
    assert (outcome, outcome.message.code) == (0, "checks-broken")


def test_nothing_is_written_to_stdout_or_stderr(desk, capfd):
    import numpy as np
    import pandas as pd

    desk.checks(
        """
        @exercise("n", points=1)
        def n(value):
            expect.share(value)
            expect.close(value, 0.25)
        """
    )
    values = [
        0.25, 25, "0.25", (0, 25), ..., None, len, float("nan"), float("inf"),
        np.float64("nan"), np.float16(0.25), np.array([1.0, np.nan]), pd.NA, pd.NaT,
    ]  # fmt: skip
    for value in values:
        outcome = desk.check("n", value)
        outcome._repr_mimebundle_()
    assert capfd.readouterr() == ("", "")
