"""What only the grader knows of module 01: the learner's function on other tables."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("smallest-class")
def smallest_class(function):
    other = say(
        "01-class-hidden",
        "With another table the result differs: does your function use the table and the columns "
        "that it is given?",
    )
    # A part of a larger table keeps the row numbers of the table. Classes of 6, 4 and 3.
    visits = pd.DataFrame(
        {
            "office": [1] * 6 + [2] * 4 + [3] * 3,
            "month": [5] * 6 + [7] * 7,
            "service": ["permit"] * 13,
        },
        index=range(700, 713),
    )
    expect.count(expect.call(function, visits, ["office", "month"]), 3, otherwise=other)
    expect.count(expect.call(function, visits, ["office", "month", "service"]), 3, otherwise=other)
    expect.count(
        expect.call(function, visits, ["month"]),
        6,
        otherwise=say(
            "01-class-hidden-one",
            "With a single column in the list the result is wrong.",
        ),
    )
    expect.count(
        expect.call(function, visits, ["service"]),
        13,
        otherwise=say(
            "01-class-hidden-same",
            "When everybody has the same values, there is one class, and everybody is in it.",
        ),
    )
    # Unknown values in a column of categories: classes of 4, 3 and 2.
    born = pd.DataFrame(
        {"born": pd.Categorical(["Chile"] * 4 + ["Nepal"] * 3 + [None] * 2), "year": [1980] * 9}
    )
    expect.count(
        expect.call(function, born, ["born", "year"]),
        2,
        otherwise=say(
            "01-class-hidden-unknown",
            "With unknown values in a column of categories the result is wrong: they count as a "
            "value of their own.",
        ),
    )
