"""What only the grader knows of module 07: the learner's function on other columns."""

import pandas as pd

from course.checking import exercise, expect, say

OTHER = say(
    "07-gap-hidden",
    "With other columns the gap differs: which people are counted, and which groups take part?",
)


@exercise("gap-between-large")
def gap_between_large(function):
    # Picked out of a larger table: the row numbers are its own, and the same in no two columns.
    group = pd.Series(["north"] * 10 + ["south"] * 20 + ["east"] * 5, index=range(700, 735))
    outcome = pd.Series([1] * 8 + [0] * 2 + [1] * 10 + [0] * 10 + [1] * 5, index=range(35))
    decided = pd.Series([1] * 2 + [0] * 8 + [1] * 9 + [0] * 11 + [0] * 5, index=range(90, 125))
    # Of outcome 1: north 2 of 8, south 9 of 10, east none of 5.
    found = expect.call(function, decided.to_numpy(), outcome.to_numpy(), group.to_numpy(), 8)
    expect.close(found, 0.65, otherwise=OTHER)
    found = expect.call(function, decided.to_numpy(), outcome.to_numpy(), group.to_numpy(), 5)
    expect.close(found, 0.9, otherwise=OTHER)
    expect.close(
        expect.call(function, decided, outcome, group, 8),
        0.65,
        otherwise=say(
            "07-gap-index",
            "With columns of different row numbers the rows no longer belong together. Put the "
            "three side by side by their place, for example with `np.asarray`.",
        ),
    )
    # The same recall in two groups, one of them written as numbers.
    group = pd.Series([1, 1, 2, 2])
    found = expect.call(function, pd.Series([1, 0, 0, 1]), pd.Series([1, 1, 1, 1]), group, 2)
    expect.close(found, 0.0, otherwise=OTHER)
