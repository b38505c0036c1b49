"""What only the grader knows of module 09: the learner's functions on other data."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("weighted-total")
def weighted_total(function):
    other = say(
        "09-total-hidden",
        "With other criteria the total differs: match scores and weights by their names, and use "
        "all of them.",
    )
    # By hand: (5 x 1 + 2 x 3 + 0 x 4) / 8, with the criteria in another order; and 2 criteria.
    scores = pd.Series({"speed": 5, "reach": 2, "price": 0})
    weights = pd.Series({"price": 4, "speed": 1, "reach": 3})
    expect.close(expect.call(function, scores, weights), 1.375, otherwise=other)
    scores, weights = pd.Series({"a": 4.5, "b": 1}), pd.Series({"a": 25, "b": 75})
    expect.close(expect.call(function, scores, weights), 1.875, otherwise=other)
    # By hand: (3 x 7 + 2 x 5 + 5 x 1) / 13 = 36 / 13, which no rounding gives.
    scores, weights = pd.Series({"p": 3, "q": 2, "r": 5}), pd.Series({"p": 7, "q": 5, "r": 1})
    expect.close(expect.call(function, scores, weights), 36 / 13, otherwise=other)
    equal = pd.Series([2, 2, 2, 2], index=list("wxyz"))
    expect.close(expect.call(function, equal, equal), 2.0, otherwise=other)


@exercise("broken")
def broken(function):
    other = say(
        "09-broken-hidden",
        "With other tables the list differs: compare whole names, in every row, whatever the "
        "index of the table.",
    )

    def listed(*tables):
        """What the function returns for these tables, as a list of texts."""
        found = expect.call(function, *tables)
        expect.true(hasattr(found, "__iter__") and not isinstance(found, str), other)
        return [str(each) for each in found]

    needs = pd.DataFrame(
        {
            "need": ["p", "q", "r", "s", "p"],
            "step": ["Visit", "Visit day", "Letter", "Radio", "visit day"],
        },
        index=[40, 30, 20, 10, 5],
    )
    steps = pd.DataFrame({"name": ["Visit day", "Counter", "Letter"]})
    expect.true(listed(needs, steps) == ["p", "s", "p"], other)
    fewer = needs.assign(step="Counter")
    expect.true(listed(fewer, steps) == [], other)
    none = pd.DataFrame({"name": ["Gate"]})
    expect.true(listed(needs, none) == ["p", "q", "r", "s", "p"], other)
