"""What only the grader knows of module 08: the learner's functions on other data."""

import numpy as np
import pandas as pd

from course.checking import exercise, expect, say


@exercise("importance")
def importance(function):
    # Words, in rows that keep the numbers of a larger table.
    truth = np.array(["rent", "own", "own", "free"] * 30)
    table = pd.DataFrame({"home": truth, "room": 1.5}, index=range(700, 820))

    def quality(rows):
        return 10 * float((rows["home"].to_numpy() == truth).mean())

    found = expect.number(expect.call(function, quality, table, "home", 11))
    expect.true(
        4 < found < 8,
        say(
            "08-shuffle-hidden-words",
            "With a column of words, or with another measure of quality, the loss is not right: "
            "does your function use what it is given?",
        ),
    )
    expect.true(
        abs(expect.number(expect.call(function, quality, table, "room", 11))) < 1e-9,
        say(
            "08-shuffle-hidden-other",
            "A column that is the same in every row gets an importance: does your function "
            "shuffle the column that it is asked for?",
        ),
    )
    expect.true(
        (table["home"].to_numpy() == truth).all() and list(table.columns) == ["home", "room"],
        say("08-shuffle-hidden-copy", "The table given to your function comes back changed."),
    )


@exercise("perspicuity")
def perspicuity(function):
    other = say(
        "08-perspicuity-hidden",
        "With other counts the result differs: does your function use all three of its arguments?",
    )
    # By hand: one sentence of ten words, 18 syllables; and 250 words in 20 sentences, 500.
    expect.close(expect.call(function, 10, 1, 18), 206.835 - 112.14 - 10, otherwise=other)
    expect.close(expect.call(function, 250, 20, 500), 206.835 - 124.6 - 12.5, otherwise=other)
