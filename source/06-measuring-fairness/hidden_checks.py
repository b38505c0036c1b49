"""What only the grader knows of module 06: the learner's functions on other data."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("bootstrap-interval")
def bootstrap_interval(function):
    # A group picked out of a table keeps the row numbers of the table.
    picked = pd.Series([1, 1, 0] * 300, index=range(5000, 5900))
    low, high = both(function, picked, draws=4000, seed=5)
    expect.true(
        low < 2 / 3 < high,
        say(
            "06-boot-hidden-bounds",
            "With a group picked out of a larger table, the group's own mean lies "
            "outside the interval.",
        ),
    )
    expect.true(
        0.056 < high - low < 0.068,
        say(
            "06-boot-hidden-width",
            "With a group of another size the interval has the wrong width: each draw "
            "must be as large as the group.",
        ),
    )

    few = pd.Series([1, 0, 0, 0, 1, 0, 0, 0])
    low, high = both(function, few, draws=2000, seed=7)
    expect.true(
        high - low > 0.4,
        say(
            "06-boot-hidden-few",
            "With eight people the interval must be very wide: each draw must be as "
            "large as the group.",
        ),
    )

    same = pd.Series([0] * 30)
    low, high = both(function, same, draws=100, seed=0)
    expect.true(
        low == high == 0,
        say(
            "06-boot-hidden-same",
            "When nobody in the group was marked, no draw can contain a marked person: both ends "
            "should be 0.",
        ),
    )


def both(function, values, **settings):
    return expect.values(expect.call(function, values, **settings), 2)


@exercise("forced-fpr")
def forced_fpr(function):
    other = say(
        "06-forced-hidden",
        "With other numbers the result is not the expected one: does your function use all three of its arguments?",
    )
    expect.close(expect.call(function, 0.51434, 0.59133, 0.47723), 0.38262, otherwise=other)
    expect.close(expect.call(function, 0.5, 0.8, 0.0), 0.25, otherwise=other)
    expect.close(expect.call(function, 0.2, 1.0, 0.3), 0.0, otherwise=other)
