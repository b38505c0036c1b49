"""A wrong function that never reads its arguments is told so."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from course.checking.expect import ignored_arguments

SERIES = [1, 2, 3]


def of_the_lesson(actual, forecast):
    """Lines copied from a lesson, with the lesson's names."""
    return sum(SERIES) / len(SERIES)


def constant(table):
    return 15


def reads_one(actual, forecast):
    return sum(actual)


def reads_both(actual, forecast):
    return sum(actual) - sum(forecast)


def reads_in_a_comprehension(texts):
    return [text for text in texts if text in texts]


def reads_in_an_inner_function(texts, word):
    def holds(text):
        return word in text

    return [*filter(holds, texts)]


def replaces(text, data):
    """Lines copied from a lesson, with the lesson's values."""
    data = "name: Ana"
    return [part for part in data.split(" | ") if part in text]


def replaces_for_an_inner_function(texts, word):
    word = "fine"
    return [text for text in texts if (lambda: word in text)()]


def uses_a_library(texts):
    return np.shape(texts) + np.array(texts).shape


def changes_what_it_is_given(text, data):
    text = text.lower()
    data = data + text
    return data


def without_arguments():
    return 15


@pytest.mark.parametrize(
    ("function", "names"),
    [
        (of_the_lesson, "actual, forecast"),
        (constant, "table"),
        (lambda row: 3, "row"),
        (reads_one, "forecast"),
    ],
)
def test_a_function_that_leaves_arguments_unread_is_told_which(function, names):
    message = ignored_arguments(function)
    assert message.code == "function-ignores"
    assert f"(not used: {names})" in message.read("en")


@pytest.mark.parametrize(
    ("function", "name"), [(replaces, "data"), (replaces_for_an_inner_function, "word")]
)
def test_a_function_that_gives_an_argument_its_own_value_first_is_told_which(function, name):
    message = ignored_arguments(function)
    assert message.code == "function-replaces"
    assert f"`{name} =`" in message.read("en")


@pytest.mark.parametrize(
    "value",
    [
        reads_both,
        uses_a_library,
        reads_in_a_comprehension,
        reads_in_an_inner_function,
        changes_what_it_is_given,
        without_arguments,
        len,
        0.5,
        lambda *rows: 3,
    ],
)
def test_other_functions_and_values_get_no_such_message(value):
    assert ignored_arguments(value) is None


TABLE = pd.DataFrame({"a": [1, 2]})


def reads_a_table_of_the_notebook(table):
    return len(table) + TABLE["a"].sum()


def test_a_function_that_reads_a_table_of_the_notebook_is_told_so():
    message = ignored_arguments(reads_a_table_of_the_notebook)
    assert message.code == "function-outside"
    assert "`TABLE`" in message.read("en")


def test_a_message_of_the_exercise_s_own_gives_way_only_if_nothing_is_read():
    assert ignored_arguments(reads_one, partly=False) is None
    assert ignored_arguments(of_the_lesson, partly=False).code == "function-ignores"


def test_a_right_answer_is_never_refused_for_it(desk):
    desk.checks("""
        @exercise("f", points=1)
        def f(function):
            expect.count(expect.call(function, 3), 15)
        """)
    assert desk.check("f", constant).state == "right"
    assert desk.check("f", lambda row: 14).message.code == "function-ignores"
