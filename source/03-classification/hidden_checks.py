"""What only the grader knows of module 03: the learner's function on other data."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("contact-first")
def contact_first(function):
    def contacted(column, places):
        return expect.marks(expect.call(function, column, places), len(column))

    # A group picked out of a table keeps the row numbers of the table.
    picked = pd.Series([0.2, 0.9, 0.4, 0.8, 0.1], index=[7, 3, 9, 0, 1])
    expect.true(
        contacted(picked, 2) == [False, True, False, True, False],
        say(
            "03-first-picked",
            "When the column is a group picked out of a larger table, the wrong people are "
            "contacted: keep the order of the column, whatever its row numbers are.",
        ),
    )
    # So many people that an order which is not stable mixes those with equal scores.
    equal = contacted(pd.Series([0.3, 0.7] * 500), 200)
    expect.true(
        sum(equal) == 200,
        say(
            "03-first-many",
            "With many people, the number of people contacted is not the number of places.",
        ),
    )
    expect.true(
        equal == [False, True] * 200 + [False] * 600,
        say(
            "03-first-ties-hidden",
            "With many equal scores, those who are earlier in the column do not come first.",
        ),
    )
    # Equal when rounded to two decimals, and to one.
    expect.true(
        contacted(pd.Series([0.5512, 0.5541, 0.5503, 0.5534]), 2) == [False, True, False, True],
        say(
            "03-first-close",
            "Where scores are close together, the people contacted are not those with the highest.",
        ),
    )
    expect.true(
        contacted(pd.Series([0.0, 0.0, 0.3]), 2) == [True, False, True],
        say(
            "03-first-places-left",
            "With very low scores, the people contacted are not those whom the rules ask for.",
        ),
    )
    expect.true(
        sum(contacted(pd.Series([0.5, 0.6]), 10)) == 2,
        say(
            "03-first-all",
            "When there are more places than people, everybody should be contacted.",
        ),
    )
    expect.true(
        sum(contacted(pd.Series([0.5, 0.6, 0.1]), 0)) == 0,
        say("03-first-none", "When there are 0 places, nobody should be contacted."),
    )
