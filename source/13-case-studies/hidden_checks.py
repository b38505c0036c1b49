"""What only the grader knows of module 13: the learner's functions on other numbers."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("error-rates")
def error_rates(function):
    other = say(
        "13-rates-hidden",
        "With other counts the result differs: does your function use all four of its arguments?",
    )
    # By hand: 30 of 100 without the event, 30 of 40 with it; then 1 of 4, and 3 of 5.
    for counts, rates in (((70, 30, 30, 10), (0.3, 0.75)), ((3, 1, 3, 2), (0.25, 0.6))):
        found = list(expect.call(function, *counts))
        expect.length(found, 2, otherwise=other)
        for value, rate in zip(found, rates, strict=True):
            expect.close(value, rate, otherwise=other)


@exercise("wrong-names")
def wrong_names(function):
    other = say(
        "13-names-hidden",
        "With other numbers the result differs: does your function use what it is given?",
    )
    # By hand: 400 right names and 100 wrong ones; then 5 right and 95 wrong.
    expect.close(expect.call(function, 1000, 0.5, 0.8, 0.2), 0.2, otherwise=other)
    expect.close(expect.call(function, 200, 0.05, 0.5, 0.5), 0.95, otherwise=other)


@exercise("first-below")
def first_below(function):
    other = say(
        "13-below-hidden",
        "On another column the result differs: does your function use the column and the limit?",
    )
    early = pd.Series([3.0, 8.0, 9.0], index=["spring", "summer", "autumn"])
    expect.true(str(expect.call(function, early, 4)) == "spring", other)
    gap = pd.Series([None, 0.7, 0.45, 0.2], index=["2025-3", "2025-4", "2026-1", "2026-2"])
    expect.true(str(expect.call(function, gap, 0.5)) == "2026-1", other)
    late = pd.Series([12, 15, 11], index=["2024-1", "2024-2", "2024-3"])
    expect.true(str(expect.call(function, late, 12)) == "2024-3", other)
    expect.true(str(expect.call(function, late, 10)).strip().lower() == "none", other)
