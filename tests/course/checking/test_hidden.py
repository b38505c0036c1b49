"""Hidden checks run for the grader only, and the learner is told that there are some."""

from __future__ import annotations

import pytest

VISIBLE = """
@exercise("double", points=3, hidden=True)
def double(function):
    expect.true(expect.call(function, 4) == 8, say("01-d", "Twice four is eight."))

@exercise("plain", points=1)
def plain(value):
    expect.count(value, 1)
"""
HIDDEN = """
@exercise("double")
def double(function):
    expect.true(expect.call(function, 5) == 10, say("01-h", "Other numbers too."))
"""


@pytest.fixture
def grader(desk, tmp_path):
    folder = tmp_path / "grader"
    desk.checks(VISIBLE, folder)
    desk.checks(HIDDEN, folder, "hidden_checks.py")
    return folder


def test_a_learner_hears_that_an_answer_is_right_so_far(desk):
    desk.checks(VISIBLE)
    outcome = desk.check("double", lambda number: 8)
    assert (outcome, outcome.state, outcome.message.code) == (3, "right", "right-visible")
    assert "Right so far" in outcome.as_html()
    assert "More checks are run when your work is graded." in outcome.as_html()


def test_a_learner_hears_nothing_of_hidden_checks_where_there_are_none(desk):
    desk.checks(VISIBLE)
    outcome = desk.check("plain", 1)
    assert outcome.message.code == "right"
    assert "so far" not in outcome.as_html()


def test_hidden_checks_beside_the_notebook_do_not_run_in_a_learner_s_hands(desk):
    desk.checks(VISIBLE)
    desk.checks(HIDDEN, name="hidden_checks.py")
    assert desk.check("double", lambda number: 8) == 3


@pytest.mark.parametrize(
    ("function", "points", "code"),
    [
        (lambda number: 2 * number, 3, "right"),
        (lambda number: 8 + 0 * number, 0, "01-h"),
        (lambda number: 9 + 0 * number, 0, "01-d"),
    ],
)
def test_a_grader_s_hidden_checks_have_the_last_word(
    desk, grader, monkeypatch, function, points, code
):
    monkeypatch.setenv("AI4GOV_CHECKS", str(grader))
    outcome = desk.check("double", function)
    assert (outcome, outcome.message.code) == (points, code)


def test_a_grader_s_checks_are_taken_and_not_those_that_the_learner_sent(desk, grader, monkeypatch):
    desk.checks('@exercise("double", points=3)\ndef double(function):\n    pass\n')
    monkeypatch.setenv("AI4GOV_CHECKS", str(grader))
    assert desk.check("double", lambda number: 9) == 0


def test_a_grader_s_messages_are_in_the_language_whatever_its_folder_is_called(
    desk, grader, monkeypatch
):
    monkeypatch.setenv("AI4GOV_CHECKS", str(grader))
    monkeypatch.setenv("AI4GOV_ASSIGNMENT", "06-measuring-fairness")
    monkeypatch.setenv("AI4GOV_LANG", "fr")
    assert desk.check("double", lambda number: 8 + 0 * number).message.module == (
        "06-measuring-fairness"
    )
