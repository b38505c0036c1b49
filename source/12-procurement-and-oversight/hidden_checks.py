"""What only the grader knows of module 12: the learner's functions on other data."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("alarm-day")
def alarm_day(function):
    other = say(
        "12-alarm-hidden",
        "With other readings the day is another one: does your function use all three of its "
        "arguments, and begin to count again after a good reading?",
    )
    expect.count(
        expect.call(function, [0.61, 0.52, 0.55, 0.70, 0.52, 0.53], 0.56, 2), 21, otherwise=other
    )
    expect.count(
        expect.call(function, [0.1, 0.9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1], 0.5, 4),
        63,
        otherwise=other,
    )
    # Readings picked out of a longer series keep its row numbers.
    picked = pd.Series([0.5, 0.2, 0.3], index=[30, 31, 32])
    expect.count(expect.call(function, picked, 0.4, 2), 21, otherwise=other)
    expect.count(expect.call(function, [], 0.4, 1), 0, otherwise=other)


@exercise("officials")
def officials(function):
    other = say(
        "12-officials-hidden",
        "With other numbers the result differs: does your function use all three of its arguments?",
    )
    expect.count(expect.call(function, 33, 20, 4), 3, otherwise=other)
    expect.count(expect.call(function, 200, 3, 2.5), 4, otherwise=other)
    expect.count(expect.call(function, 39, 6, 3.95), 1, otherwise=other)
    expect.count(expect.call(function, 0, 5, 6), 0, otherwise=other)
