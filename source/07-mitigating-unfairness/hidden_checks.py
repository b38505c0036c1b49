"""What only the grader knows of module 07: the learner's function on other columns."""

import pandas as pd

from course.checking import exercise, expect, say

OTHER = say(
    "07-gap-hidden",
    "With other columns the gap differs: which people are counted, and which groups take part?",
)


@exercise("gap-between-large")
def gap_between_large(function):
    # Of outcome 1: n 4 of 9, s none of 6, e 9 of 11, w 3 of 3, m none of 2. The columns are picked
    # out of a larger table: the row numbers are their own, and the same in no two columns.
    names = {"n": "north", "s": "south", "e": "east", "w": "west", "m": "midtown"}
    letters = "seeenenseesswnnnwemwsmwnmnnwssssewmnweweennneeemsnenns"
    outcomes = "001111100001110101101000010101011110000111011110101111"
    decisions = "001110111000101111010010010110001101100110101111000000"
    group = pd.Series([names[letter] for letter in letters], index=range(700, 754))
    outcome = pd.Series([int(digit) for digit in outcomes], index=range(54))
    decided = pd.Series([int(digit) for digit in decisions], index=range(90, 144))
    plain = (decided.to_numpy(), outcome.to_numpy(), group.to_numpy())
    expect.close(expect.call(function, *plain, 6), 0.818182, otherwise=OTHER)
    expect.close(expect.call(function, *plain, 9), 0.373737, otherwise=OTHER)
    expect.close(expect.call(function, *plain, 3), 1.0, otherwise=OTHER)
    expect.close(
        expect.call(function, decided, outcome, group, 6),
        0.818182,
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
