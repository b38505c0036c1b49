"""Numbers: what counts as right, and the sentence for each typical form of a wrong one."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from course.checking import expect, say

FIVE = say("01-five", "Five.")


# Rounded to three decimals, 0.25 is 250 thousandths: 249, 250 and 251 are right.
@pytest.mark.parametrize("value", [0.25, 0.249, 0.251, 0.2514, 0.2486])
def test_one_unit_of_the_third_digit_either_way_is_right(said, value):
    assert said(expect.close, value, 0.25) == "right"


@pytest.mark.parametrize("value", [0.252, 0.248, 0.2516, 0.2484])
def test_two_units_of_the_third_digit_are_not_right(said, value):
    assert said(expect.close, value, 0.25) == "form-wrong"


@pytest.mark.parametrize(
    ("value", "digits", "code"),
    [(41.6, 0, "right"), (43.4, 0, "right"), (43.6, 0, "form-wrong"), (42.3, 1, "form-wrong")],
)
def test_the_slack_follows_the_digits_that_are_asked(said, value, digits, code):
    assert said(expect.close, value, 42, digits=digits) == code


def test_a_mistake_is_recognised_at_three_digits_without_slack(said):
    assert said(expect.close, 0.31249, 0.25, mistakes={0.3125: FIVE}) == "01-five"
    assert said(expect.close, 0.314, 0.25, mistakes={0.3125: FIVE}) == "form-wrong"


def test_a_sentence_of_its_own_takes_the_place_of_the_general_one(said):
    assert said(expect.close, 0.6, 0.25, otherwise=FIVE) == "01-five"
    assert said(expect.count, 6, 25, otherwise=FIVE) == "01-five"


@pytest.mark.parametrize("value", [25, 25.04, 24.9])
def test_a_share_given_in_per_cent_is_recognised(said, value):
    assert said(expect.close, value, 0.25) == "form-percent"
    assert said(expect.share, value, 0.25) == "form-percent"


@pytest.mark.parametrize(("value", "expected"), [(21, 0.2143), (22, 0.2161), (78.6, 0.7857)])
def test_a_share_given_in_rounded_per_cent_is_recognised_too(said, value, expected):
    assert said(expect.share, value, expected) == "form-percent"


@pytest.mark.parametrize("value", [3.42, 85, 5, 26])
def test_a_number_above_one_that_is_not_the_share_in_per_cent_is_not_called_per_cent(said, value):
    assert said(expect.share, value, 0.25) == "form-range"
    assert said(expect.close, value, 0.25) == "form-wrong"


def test_a_mistake_outside_the_bounds_of_a_share_has_its_own_sentence(said):
    assert said(expect.share, 3.41558, 0.77353, mistakes={3.41558: FIVE}) == "01-five"


def test_a_difference_that_was_taken_the_other_way_round_is_recognised(said):
    assert said(expect.close, -0.21393, 0.21393) == "form-sign"


def test_what_is_missing_to_one_is_recognised(said):
    assert said(expect.close, 0.75, 0.25) == "form-complement"


# 0.4375 rounded to two digits is 0.44: 440 thousandths where 438 was expected.
def test_an_answer_rounded_too_far_is_recognised(said):
    assert said(expect.close, 0.44, 0.4375) == "form-rounded"


# 51.83 and 1108.4 rounded as the lessons show them; 0.8912 as whole per cent.
@pytest.mark.parametrize(
    ("value", "expected", "digits"),
    [(52, 51.83, 2), (51.8, 51.83, 2), (1108, 1108.4, 1), (0.89, 0.8912, 4), (0.08, 0.0843, 4)],
)
def test_rounding_is_recognised_before_any_listed_mistake(said, value, expected, digits):
    mistakes = {float(value): FIVE}
    code = said(expect.close, value, expected, digits=digits, mistakes=mistakes)
    assert code == "form-rounded"


@pytest.mark.parametrize(
    ("value", "expected", "digits"), [(0.5, 0.46, 3), (1, 0.891, 3), (0, 0.004, 3)]
)
def test_one_significant_digit_is_no_evidence_of_rounding(said, value, expected, digits):
    assert said(expect.close, value, expected, digits=digits) == "form-wrong"


def test_where_nothing_fits_the_message_shows_the_value_and_the_form(desk):
    desk.checks(
        """
        @exercise("share")
        def share(value):
            expect.share(value, 0.25)

        @exercise("people")
        def people(value):
            expect.count(value, 25)
        """
    )
    assert desk.check("share", 0.3718).message.read("en") == (
        "Your value is 0.3718, and another one is asked for. Its form: a share between 0 and 1 "
        "(decimals compared: 3)."
    )
    assert desk.check("people", 1234567).message.read("en") == (
        "Your value is 1234567, and another one is asked for. Its form: a whole number."
    )


@pytest.mark.parametrize("value", [0.441, 0.43])
def test_an_answer_near_the_right_one_that_no_rounding_gives_is_not_called_rounded(said, value):
    assert said(expect.close, value, 0.4375) == "form-wrong"


@pytest.mark.parametrize("value", [0.1, -0.2, 0.04])
def test_where_nothing_is_right_a_small_share_is_not_taken_for_per_cent(said, value):
    assert said(expect.close, value, 0) == "form-wrong"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0.25", "form-text"),
        ("25 %", "form-text"),
        ((0, 25), "form-comma"),
        ((0.5, 0.5), "form-comma"),
        (("a", 0.5), "form-series"),
        ([0.25], "form-series"),
        ({"a": 0.25}, "form-series"),
        (np.array([0.25]), "form-series"),
        (pd.Series([0.25]), "form-series"),
        (pd.DataFrame({"a": [0.25]}), "form-series"),
        (len, "form-brackets"),
        (pd.Series([0.25]).mean, "form-brackets"),
        (math.nan, "form-nan"),
        (np.float64("nan"), "form-nan"),
        (math.inf, "form-nan"),
        (pd.NA, "form-nan"),
        (..., "form-missing"),
        (True, "form-number"),
        (np.bool_(True), "form-number"),
        (0.25 + 0j, "form-number"),
        (object(), "form-number"),
        (None, "form-none"),
        ((1, 60.8), "form-comma"),
        ((1, 60, 8), "form-comma"),
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        expect.number,
        expect.share,
        lambda value: expect.close(value, 0.25),
        lambda value: expect.count(value, 25),
    ],
    ids=["number", "share", "close", "count"],
)
def test_what_is_no_single_number_gets_the_sentence_for_its_form(said, asked, value, code):
    assert said(asked, value) == code


@pytest.mark.parametrize("value", [-0.25, 100.5, 250])
def test_a_share_outside_its_bounds_is_recognised(said, value):
    assert said(expect.share, value) == "form-range"


@pytest.mark.parametrize("value", [0, 1, 0.5, 1.0000000000000002, -1e-17])
def test_a_share_at_its_bounds_is_a_share_however_the_sum_was_rounded(said, value):
    assert said(expect.share, value) == "right"


@pytest.mark.parametrize(
    "value",
    [
        0.25,
        np.float64(0.25),
        np.float32(0.25),
        Fraction(1, 4),
        Decimal("0.25"),
        pd.Series([0.25, 0.25]).mean(),
        pd.Series([0.25], dtype="Float64").iloc[0],
        np.array(0.25),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_number_of_any_library_is_a_number(said, value):
    assert said(expect.close, value, 0.25) == "right"


@pytest.mark.parametrize(
    "value", [25, 25.0, np.int64(25), np.uint8(25), np.float32(25), pd.Series([1] * 25).sum()]
)
def test_a_count_of_any_library_is_a_count(said, value):
    assert said(expect.count, value, 25) == "right"


@pytest.mark.parametrize(
    ("value", "code"),
    [(25.5, "form-whole"), (24, "01-five"), (26, "form-wrong"), (-25, "form-wrong")],
)
def test_a_count_is_whole_and_exact(said, value, code):
    assert said(expect.count, value, 25, mistakes={24: FIVE}) == code


@pytest.mark.parametrize("value", [10**400, 1e308, -1e308], ids=["10**400", "1e308", "-1e308"])
def test_a_number_too_large_for_arithmetic_is_wrong_and_no_fault_of_the_check(desk, value):
    desk.checks(
        """
        @exercise("share")
        def share(value):
            expect.close(value, 0.25)

        @exercise("people")
        def people(value):
            expect.count(value, 25)
        """
    )
    assert desk.check("share", value).message.code == "form-wrong"
    assert desk.check("people", value).message.code == "form-wrong"
