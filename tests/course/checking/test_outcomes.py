"""An answer is right, not yet right, or not attempted; the points follow."""

from __future__ import annotations

import math

import pytest

ONE = """
@exercise("one", points=2)
def one(value):
    expect.close(value, 0.25, mistakes={0.75: say("01-late", "Late."), 0.251: say("01-x", "X.")})
"""

PARTS = """
@exercise("parts", points=6)
def parts(a, b, c):
    with part(2):
        expect.count(a, 1, otherwise=say("01-a", "A."))
    with part():
        expect.count(b, 2, otherwise=say("01-b", "B."))
    with part(3):
        expect.count(c, 3, otherwise=say("01-c", "C."))
"""


@pytest.mark.parametrize(
    ("value", "state", "code", "points"),
    [
        (0.25, "right", "right", 2),
        (0.9, "not-yet", "form-wrong", 0),
        (..., "not-attempted", "not-attempted", 0),
        (None, "not-yet", "form-none", 0),
    ],
)
def test_an_answer_has_one_of_three_outcomes(desk, value, state, code, points):
    desk.checks(ONE)
    outcome = desk.check("one", value)
    assert outcome.as_data() == {
        "exercise": "one",
        "state": state,
        "code": code,
        "points": points,
        "out_of": 2,
    }
    assert outcome == points


def test_a_right_answer_is_right_though_a_mistake_lies_within_its_slack(desk):
    desk.checks(ONE)
    assert desk.check("one", 0.251).state == "right"


def test_a_listed_mistake_speaks_before_the_general_ones(desk):
    # 0.75 is also what is missing from 0.25 to 1.
    desk.checks(ONE)
    assert desk.check("one", 0.75).message.code == "01-late"


@pytest.mark.parametrize(
    ("values", "points", "code"),
    [
        ((1, 2, 3), 6, "right"),
        ((0, 2, 3), 4, "01-a"),
        ((1, 0, 3), 5, "01-b"),
        ((1, 2, 0), 3, "01-c"),
        ((1, 0, 0), 2, "01-b"),
        ((0, 0, 0), 0, "01-a"),
        ((1, ..., ...), 2, "form-missing"),
        ((..., 0, 3), 3, "form-missing"),
    ],
)
def test_parts_share_the_points_by_weight_and_the_first_that_fails_speaks(
    desk, values, points, code
):
    desk.checks(PARTS)
    outcome = desk.check("parts", *values)
    assert math.isclose(outcome, points)
    assert outcome.message.code == code


def test_three_equal_parts_give_all_points_to_the_last_decimal(desk):
    desk.checks(
        """
        @exercise("thirds", points=1)
        def thirds(a, b, c):
            for value in (a, b, c):
                with part():
                    expect.count(value, 1)
        """
    )
    assert float(desk.check("thirds", 1, 1, 1)) == 1.0
    assert math.isclose(desk.check("thirds", 1, 1, 0), 2 / 3)


def test_an_expectation_outside_all_parts_takes_all_points(desk):
    desk.checks(
        """
        @exercise("mixed", points=2)
        def mixed(a, b):
            with part():
                expect.count(a, 1)
            expect.count(b, 2, otherwise=say("01-b", "B."))
        """
    )
    outcome = desk.check("mixed", 1, 3)
    assert (outcome, outcome.message.code) == (0, "01-b")


def test_an_unknown_exercise_names_the_nearest(desk):
    desk.checks(PARTS + ONE)
    outcome = desk.check("part", 1)
    assert outcome.message.code == "check-unknown"
    assert "“part”" in outcome.as_html()
    assert "parts" in outcome.as_html()


@pytest.mark.parametrize("name", [0.25, ..., ["one"]])
def test_a_call_without_the_exercise_s_name_gets_a_sentence(desk, name):
    desk.checks(ONE)
    outcome = desk.check(name)
    assert outcome.message.code == "check-unknown"
    assert "one" in outcome.as_html()


def test_without_its_checks_beside_it_a_notebook_says_so(desk):
    outcome = desk.check("one", 0.25)
    assert (outcome, outcome.message.code) == (0, "check-missing")
