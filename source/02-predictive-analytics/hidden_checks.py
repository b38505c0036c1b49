"""What only the grader knows of module 02: the learner's functions on other data."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("mae")
def mae(function):
    other = say(
        "02-mae-hidden",
        "With other columns the result differs: does your function use both columns, and "
        "each month that has both values?",
    )
    months = pd.date_range("2005-01-01", periods=6, freq="MS")
    actual = pd.Series([100.0, 110, 90, 95, 105, 100], index=months)
    # The errors are 4, -6, 10, 0, -5 and 2.
    forecast = pd.Series([96.0, 116, 80, 95, 110, 98], index=months)
    expect.close(expect.call(function, actual, forecast), 4.5, otherwise=other)
    expect.close(expect.call(function, actual, actual), 0.0, otherwise=other)
    late = forecast.copy()
    late.iloc[:4] = float("nan")
    expect.close(expect.call(function, actual, late), 3.5, otherwise=other)
    same = actual.copy()
    same.iloc[2] = float("nan")
    # An error of 0 counts; an empty month does not.
    expect.close(expect.call(function, same, forecast), 3.4, otherwise=other)


@exercise("planning-number")
def planning_number(function):
    other = say(
        "02-plan-hidden",
        "With other numbers the result differs: does your function use all four of its arguments?",
    )
    errors = pd.Series([-20.0, -10, 0, 10, 20], index=range(50, 55))
    expect.close(expect.call(function, 500, errors, 1, 1), 500.0, otherwise=other)
    expect.close(expect.call(function, 500, errors, 1, 3), 490.0, otherwise=other)
    expect.close(expect.call(function, 80, errors, 3, 1), 90.0, otherwise=other)
    expect.close(expect.call(function, 80, errors, 30, 10), 90.0, otherwise=other)
    expect.close(expect.call(function, 80, errors, 1, 0), 100.0, otherwise=other)
