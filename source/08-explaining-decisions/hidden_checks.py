"""What only the grader knows of module 08: the learner's functions on other data."""

import numpy as np
import pandas as pd

from course.checking import exercise, expect, say


@exercise("importance")
def importance(function):
    # Words, some more often than others, in rows that keep the numbers of a larger table.
    truth = np.array(["rent", "own", "own", "free", "own"] * 24)
    table = pd.DataFrame(
        {"home": truth, "room": 1.5, "duration": range(120)}, index=range(700, 820)
    )
    asked = []

    def quality(rows):
        value = 7 - 20 * float((rows["home"].to_numpy() == truth).mean())
        asked.append((list(rows["home"]), value))
        return value

    found = expect.number(expect.call(function, quality, table, "home", 11))
    before = 7 - 20
    after = [value for home, value in asked if home != list(truth)]
    expect.true(
        after and abs(found - (before - sum(after) / len(after))) < 1e-6,
        say(
            "08-shuffle-hidden-words",
            "On another table the result is not the quality before minus the quality after: does "
            "your function use what it is given, and nothing else?",
        ),
    )
    expect.true(
        all(sorted(home) == sorted(truth) for home, _ in asked),
        say(
            "08-shuffle-hidden-values",
            "On another table your function does not keep the values of the column: a shuffle "
            "changes their order only.",
        ),
    )
    expect.true(
        abs(expect.number(expect.call(function, quality, table, "room", 11))) < 1e-9,
        say(
            "08-shuffle-hidden-other",
            "On another table a column that the quality does not use gets an importance: does "
            "your function shuffle the column that it is asked for, and no other?",
        ),
    )
    expect.true(
        (table["home"].to_numpy() == truth).all()
        and list(table.columns) == ["home", "room", "duration"],
        say("08-shuffle-hidden-copy", "The table given to your function comes back changed."),
    )


@exercise("perspicuity")
def perspicuity(function):
    other = say(
        "08-perspicuity-hidden",
        "With other counts the result is not that of the formula: does your function use its "
        "three arguments, and no other numbers than those of the formula?",
    )
    # By hand: one sentence of ten words, 18 syllables; and five words of one syllable: above 100.
    expect.close(expect.call(function, 10, 1, 18), 206.835 - 112.14 - 10, digits=1, otherwise=other)
    expect.close(expect.call(function, 5, 1, 5), 206.835 - 62.3 - 5, digits=1, otherwise=other)
    expect.close(
        expect.call(function, 250, 21, 509),
        206.835 - 62.3 * 2.036 - 250 / 21,
        digits=1,
        otherwise=other,
    )
