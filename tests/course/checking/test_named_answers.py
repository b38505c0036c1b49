"""Where an exercise asks for several answers, a general message names the one that it is about."""

from __future__ import annotations

import pytest

from course.notebook import cell_runs

CHECKS = """
@exercise("rates", points=2)
def rates(fpr, fnr):
    with part():
        expect.share(fpr, 0.2148, mistakes={0.5: say("01-half", "Half.")})
    with part():
        expect.share(fnr, 0.5561)

@exercise("one", points=1)
def one(gap):
    expect.close(gap, 0.2148)

@exercise("statement", points=1, form=True)
def statement(text):
    expect.true(False, say("01-never", "Never."))
"""


@pytest.fixture
def in_cell(monkeypatch):
    """Sets the source of the cell that runs."""
    return lambda source: monkeypatch.setattr(cell_runs, "running", lambda: source)


def test_the_answer_that_is_wrong_is_named_as_in_the_notebook(desk, in_cell):
    desk.checks(CHECKS)
    in_cell('check("rates", false_positives, fnr)')
    outcome = desk.check("rates", 0.2148, 0.45)
    assert outcome.message.code == "form-wrong"
    assert outcome.message.read("en").startswith("`fnr`: Your value is 0.45")
    assert "<code>fnr</code>" in outcome.as_html()


def test_a_message_of_the_exercise_s_own_names_nothing(desk, in_cell):
    desk.checks(CHECKS)
    in_cell('check("rates", fpr, fnr)')
    assert desk.check("rates", 0.5, 0.5561).message.read("en") == "Half."


def test_two_answers_with_the_same_value_are_not_told_apart(desk, in_cell):
    desk.checks(CHECKS)
    in_cell('check("rates", fpr, fnr)')
    same = 0.45
    assert desk.check("rates", same, same).message.read("en").startswith("Your value is 0.45")


def test_without_the_cell_no_name_is_known(desk):
    desk.checks(CHECKS)
    assert desk.check("rates", 0.2148, 0.45).message.read("en").startswith("Your value is 0.45")


def test_a_single_answer_needs_no_name(desk, in_cell):
    desk.checks(CHECKS)
    in_cell('check("one", gap)')
    assert desk.check("one", 0.45).message.read("en").startswith("Your value is 0.45")


def test_none_is_an_answer_that_gives_nothing_back(desk):
    desk.checks(CHECKS)
    outcome = desk.check("one", None)
    assert (outcome.state, outcome.message.code) == ("not-yet", "form-none")
    assert "`print`" in outcome.message.read("en")


def test_several_numbers_are_explained_by_the_comma(desk):
    desk.checks(CHECKS)
    for value in ((0, 25), (-21, 1 / 19, 9), (1, 60.8)):
        outcome = desk.check("one", value)
        assert outcome.message.code == "form-comma"
        assert f"holds {len(value)} values" in outcome.message.read("en")


def test_a_form_that_was_not_saved_is_not_called_an_answer_cell(desk):
    desk.checks(CHECKS)
    outcome = desk.check("statement", ...)
    assert (outcome.state, outcome.message.code) == ("not-attempted", "form-not-saved")
    assert "“Save”" in outcome.message.read("en")
