"""What only the grader knows of module 01: the learner's function on other tables."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("smallest-class")
def smallest_class(function):
    other = say(
        "01-class-hidden",
        "With another table the result is wrong. Two people are in one class if they have the same "
        "value in each of the columns, and only then; return the size of the smallest class.",
    )
    # A part of a larger table keeps the row numbers of the table, and its rows are in no order.
    # Classes of 8, 5, 4 and 3. The first two would be one if their values were joined (112), the
    # first and the last if it did not matter which column a value is from.
    sizes = {(1, 12): 3, (11, 2): 4, (2, 5): 8, (12, 1): 5}
    rows = [each for most in range(8) for each, size in sizes.items() if most < size]
    visits = pd.DataFrame(rows, columns=["office", "month"], index=range(700, 720))
    visits["service"] = "permit"
    visits["fee"] = [None, 20.0] * 10
    expect.count(expect.call(function, visits, ["office", "month"]), 3, otherwise=other)
    expect.count(expect.call(function, visits, ["service", "month", "office"]), 3, otherwise=other)
    expect.count(
        expect.call(function, visits, ["month"]),
        3,
        otherwise=say(
            "01-class-hidden-one",
            "With a single column in the list the result is wrong.",
        ),
    )
    expect.count(
        expect.call(function, visits, ["service"]),
        20,
        otherwise=say(
            "01-class-hidden-same",
            "When all people have the same values, they form one class.",
        ),
    )
    # Unknown values in a column of categories: classes of 4, 3 and 2.
    unknown = say(
        "01-class-hidden-unknown",
        "With unknown values the result is wrong: “unknown” counts as one more value, different from "
        "every known value.",
    )
    born = pd.DataFrame(
        {"born": pd.Categorical(["Chile"] * 4 + ["Nepal"] * 3 + [None] * 2), "year": [1980] * 9}
    )
    expect.count(expect.call(function, born, ["born", "year"]), 2, otherwise=unknown)
    # Unknown numbers of children, beside people who have none.
    homes = pd.DataFrame({"children": [0.0] * 5 + [None] * 2 + [1.0] * 4, "year": [2020] * 11})
    expect.count(expect.call(function, homes, ["children", "year"]), 2, otherwise=unknown)
