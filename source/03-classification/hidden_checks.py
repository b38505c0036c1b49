"""What only the grader knows of module 03: the learner's function on other data."""

import pandas as pd

from course.checking import exercise, expect, say


def marks(answer):
    return [bool(mark) for mark in answer]


@exercise("contact-first")
def contact_first(function):
    # A group picked out of a table keeps the row numbers of the table.
    picked = pd.Series([0.2, 0.9, 0.4, 0.8, 0.1], index=[7, 3, 9, 0, 1])
    expect.true(
        marks(expect.call(function, picked, 2)) == [False, True, False, True, False],
        say(
            "03-first-picked",
            "With a group picked out of a larger table, other people are contacted: keep the "
            "order of the column, whatever its row numbers.",
        ),
    )
    # So many people that an order which is not stable mixes those with equal scores.
    equal = pd.Series([0.3, 0.7] * 500)
    expect.true(
        marks(expect.call(function, equal, 200)) == [False, True] * 200 + [False] * 600,
        say(
            "03-first-ties-hidden",
            "With many equal scores, others come first than those who stand earlier in the column.",
        ),
    )
    expect.true(
        sum(marks(expect.call(function, pd.Series([0.5, 0.6]), 10))) == 2,
        say(
            "03-first-all",
            "When there are more places than people, everybody is contacted.",
        ),
    )
    expect.true(
        sum(marks(expect.call(function, pd.Series([0.5, 0.6, 0.1]), 0))) == 0,
        say("03-first-none", "When there is no place, nobody is contacted."),
    )
