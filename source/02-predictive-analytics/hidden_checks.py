"""What only the grader knows of module 02: the learner's functions on other data."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("mae")
def mae(function):
    other = say(
        "02-mae-hidden",
        "With other columns the result differs: does your function use both columns, and "
        "each month that has both values? 0 is a value too.",
    )
    months = pd.date_range("2005-01-01", periods=6, freq="MS")
    actual = pd.Series([100.0, 110, 90, 95, 105, 100], index=months)
    # The errors are 4, -6, 10, 0, -5 and 2.
    forecast = pd.Series([96.0, 116, 80, 95, 110, 98], index=months)
    expect.close(expect.call(function, actual.copy(), forecast.copy()), 4.5, otherwise=other)
    expect.close(expect.call(function, actual.copy(), actual.copy()), 0.0, otherwise=other)
    late = forecast.copy()
    late.iloc[:4] = float("nan")
    expect.close(expect.call(function, actual.copy(), late), 3.5, otherwise=other)
    same = actual.copy()
    same.iloc[2] = float("nan")
    # An error of 0 counts; an empty month does not.
    expect.close(expect.call(function, same, forecast.copy()), 3.4, otherwise=other)
    # A month with nobody, and a forecast of nobody: the errors are 3, 12 and 0.
    nobody = pd.Series([0.0, 12, 30]), pd.Series([3.0, 0, 30])
    expect.close(expect.call(function, *nobody), 5.0, otherwise=other)


@exercise("planning-number")
def planning_number(function):
    other = say(
        "02-plan-hidden",
        "With other numbers the result differs: does your function use all four of its arguments?",
    )
    # 101 errors out of order, with dates; every usual quantile lies between these bounds.
    errors = pd.Series(
        [-30 + (place * 53 % 101) ** 3 / 12500 for place in range(101)],
        index=pd.date_range("2000-01-01", periods=101, freq="MS"),
    )
    for few, many, low, high in [
        (1, 1, 59.4, 60.7),
        (1, 4, 50.5, 50.8),
        (30, 10, 82.3, 85.2),
        (9, 1, 106.3, 110.3),
    ]:
        found = expect.number(expect.call(function, 80, errors, few, many))
        expect.true(low <= found <= high, other)
    # A later forecast moves the number by as much.
    found = expect.number(expect.call(function, 1080, errors, 30, 10))
    expect.true(1082.3 <= found <= 1085.2, other)
