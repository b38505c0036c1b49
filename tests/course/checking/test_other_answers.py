"""Answers that are no numbers: options, functions, tables, lengths, conditions."""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd
import pytest

from course.checking import expect, say

NO = say("01-no", "No.")


@pytest.mark.parametrize("value", ["parity", " Parity ", "PARITY"])
def test_an_option_is_right_whatever_its_capitals_and_outer_spaces(said, value):
    assert said(expect.choice, value, right="parity", wrong={"luck": NO}) == "right"


def test_a_wrong_option_gets_its_own_explanation(said):
    assert said(expect.choice, "luck", right="parity", wrong={"luck": NO}) == "01-no"


@pytest.mark.parametrize("value", ["chance", "", 3, None, ["parity"]])
def test_an_unknown_option_lists_the_options_in_an_order_that_tells_nothing(value):
    with pytest.raises(expect.NotYet) as raised:
        expect.choice(value, right="parity", wrong={"luck": NO, "calibration": NO})
    assert raised.value.message.code == "form-option"
    assert "They are: calibration, luck, parity." in raised.value.message.read("en")


def test_an_option_left_at_three_dots_is_missing(said):
    assert said(expect.choice, ..., right="parity", wrong={"luck": NO}) == "form-missing"


def test_a_condition_speaks_only_when_it_does_not_hold(said):
    assert said(expect.true, True, NO) == "right"
    assert said(expect.true, False, NO) == "01-no"


def test_a_function_is_run_and_its_result_comes_back():
    assert expect.call(lambda a, b: a - b, 5, b=3) == 2


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (..., "form-missing"),
        (3, "form-function"),
        (lambda number: None, "form-return"),
        (lambda number: 1 / 0, "form-error"),
        (lambda: 3, "form-error"),
    ],
)
def test_a_function_that_gives_nothing_to_judge_gets_its_sentence(said, value, code):
    assert said(expect.call, value, 3) == code


@pytest.mark.parametrize("result", [0, "", False, pd.Series(dtype=float)])
def test_an_empty_result_is_a_result(result):
    assert expect.call(lambda: result) is result


def test_an_error_is_told_with_the_arguments_that_caused_it():
    with pytest.raises(expect.NotYet) as raised:
        expect.call(lambda people, groups: people / groups, 7, groups=0)
    assert raised.value.message.read("en") == (
        "With 7, groups=0 your function stopped. A number is divided by zero: look for a group "
        "or a list that is empty. (ZeroDivisionError: division by zero)"
    )


def test_an_error_of_many_lines_is_told_in_one_short_one():
    def stops(table):
        raise ValueError("first line\n" + "a very long line " * 200)

    with pytest.raises(expect.NotYet) as raised:
        expect.call(stops, pd.DataFrame({"a": range(5000)}))
    sentence = raised.value.message.read("en")
    assert "\n" not in sentence
    assert len(sentence) < 500


class Unspeakable(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


@pytest.mark.parametrize("error", [SystemExit(1), Unspeakable(), RecursionError("deep")])
def test_however_a_function_stops_the_check_goes_on(said, error):
    def stops():
        raise error

    assert said(expect.call, stops) == "form-error"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (pd.DataFrame({"a": [1], "b": [2], "c": [3]}), "right"),
        (pd.DataFrame({"a": [1]}), "form-table"),
        (pd.Series([1], name="a"), "form-table"),
        ([["a", "b"]], "form-table"),
        (..., "form-missing"),
    ],
)
def test_a_table_needs_the_columns_that_are_asked(said, value, code):
    assert said(expect.table, value, ["a", "b"]) == code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([1, 2], "right"),
        (pd.DataFrame({"a": [1, 2]}), "right"),
        ([1], "form-length"),
        (2, "form-length"),
        (..., "form-missing"),
    ],
)
def test_a_length_is_counted_in_rows(said, value, code):
    assert said(expect.length, value, 2) == code


def test_a_wrong_length_says_how_many_were_asked_and_found():
    with pytest.raises(expect.NotYet) as raised:
        expect.length([1, 2, 3], 2)
    assert raised.value.message.read("en") == "2 rows or values are asked here; yours has 3."


@pytest.mark.parametrize(
    "value",
    [
        [True, False, True],
        (1, 0, 1),
        np.array([True, False, True]),
        np.array([1.0, 0.0, 1.0]),
        pd.Series([True, False, True], index=[7, 8, 9]),
        pd.Series([True, False, True], dtype="boolean"),
        pd.Series([True, False, True], dtype=object),
        [np.bool_(True), np.bool_(False), np.bool_(True)],
    ],
    ids=lambda value: type(value).__name__,
)
def test_marks_of_any_library_are_true_and_false(value):
    found = expect.marks(value, 3)
    assert found == [True, False, True]
    assert [*map(type, found)] == [bool] * 3


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (pd.Series([True, None, True], dtype="boolean"), "form-marks-missing"),
        (pd.Series([True, None, True]), "form-marks-missing"),
        ([True, float("nan"), True], "form-marks-missing"),
        (["Low", "High", "Low"], "form-marks"),
        ([0.2, 0.9, 0.4], "form-marks"),
        ([[True], [False], [True]], "form-marks"),
        (pd.DataFrame({"a": [True] * 3, "b": [True] * 3}), "form-one-column"),
        (np.ones((3, 2)), "form-one-column"),
        ({True: 1, False: 0, None: 2}, "form-values"),
        ("yes", "form-values"),
        ([True, False], "form-length"),
        (np.array(True), "form-length"),
        (True, "form-length"),
        (None, "form-none"),
        (..., "form-missing"),
    ],
)
def test_what_is_no_column_of_true_and_false_gets_the_sentence_for_its_form(said, value, code):
    assert said(expect.marks, value, 3) == code


@pytest.mark.parametrize(
    "value",
    [(0.25, 0.5), [0.25, 0.5], np.array([0.25, 0.5]), pd.Series({0.025: 0.25, 0.975: 0.5})],
    ids=lambda value: type(value).__name__,
)
def test_values_of_any_library_are_floats(value):
    assert expect.values(value, 2) == [0.25, 0.5]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"low": 0.25, "high": 0.5}, "form-values"),
        ({0.25, 0.5}, "form-values"),
        ((0.25, None), "form-none"),
        (("a", "b"), "form-text"),
        ((0.25, float("nan")), "form-nan"),
        ((0.25,), "form-length"),
        (0.25, "form-length"),
    ],
)
def test_what_is_no_list_of_numbers_gets_the_sentence_for_its_form(said, value, code):
    assert said(expect.values, value, 2) == code


@pytest.mark.parametrize(
    "typed",
    [
        "each-country-once",
        " Each-Country-Once ",
        "each‑country‑once",  # hyphens that do not break, as French typography has them
        "each_country_once",
        "each country once",
        "`each-country-once`",
        "“each-country-once”",
        "each-country-once.",
    ],
)
def test_a_key_is_recognised_however_its_hyphens_were_typed(said, typed):
    wrong = {"each-person-once": say("01-p", "P.")}
    assert said(expect.choice, typed, right="each-country-once", wrong=wrong) == "right"


def test_a_function_s_own_chatter_stays_out_of_the_cell_with_the_check(desk, capfd):
    # Stock nbgrader gives a test cell with any text on stderr no points.
    import warnings

    def noisy(number):
        warnings.warn("a harmless warning", stacklevel=1)
        print("on the way", file=sys.stderr)
        return 2 * number

    desk.checks(
        """
        @exercise("double", points=1)
        def double(function):
            expect.true(expect.call(function, 2) == 4, say("01-d", "D."))
        """
    )
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        outcome = desk.check("double", noisy)
    assert outcome == 1
    assert capfd.readouterr().err == ""
