"""What only the grader knows of module 06: the learner's functions on other data."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("ratio-within")
def ratio_within(function):
    # Of each group in each part: how many wait at home, of how many. In the second part all groups
    # are alike; in the third, nobody of one group waits at home.
    cells = {
        ("2023", "north"): (12, 30), ("2023", "east"): (20, 40), ("2023", "south"): (5, 25),
        ("2023", "west"): (9, 15), ("2024", "north"): (6, 12), ("2024", "east"): (20, 40),
        ("2024", "south"): (9, 18), ("2024", "west"): (10, 20), ("2025", "north"): (1, 8),
        ("2025", "east"): (0, 9), ("2025", "south"): (4, 5), ("2025", "west"): (3, 30),
    }  # fmt: skip
    rows = [
        (part, group, place >= home)
        for (part, group), (home, size) in cells.items()
        for place in range(size)
    ]
    # A part of a table keeps the row numbers of the table.
    numbers = range(5000, 5000 + len(rows))
    file = pd.DataFrame(rows, columns=["part", "group", "high_risk"], index=numbers)
    found = expect.call(function, file["high_risk"], file["group"], file["part"])
    if getattr(found, "ndim", 1) == 2:
        found = found[found.columns[0]]
    by_name = hasattr(found, "keys")
    other = say(
        "06-within-hidden",
        "With another file, of four groups and three parts, a ratio is missing or not the expected "
        "one: does your function use all groups and parts that it is given, and no names or numbers "
        "of its own?",
    )
    expect.true(not by_name or set(found.keys()) == {"2023", "2024", "2025"}, other)
    ratios = [found[part] for part in ("2023", "2024", "2025")] if by_name else found
    first, second, third = expect.values(ratios, 3, other)
    expect.close(first, 0.33333, otherwise=other)
    expect.close(second, 1.0, otherwise=other)
    expect.close(third, 0.0, otherwise=other)


@exercise("forced-fpr")
def forced_fpr(function):
    other = say(
        "06-forced-hidden",
        "With other numbers the result is not the expected one: does your function use all three of its arguments?",
    )
    expect.close(expect.call(function, 0.51434, 0.59133, 0.47723), 0.38262, otherwise=other)
    expect.close(expect.call(function, 0.5, 0.8, 0.0), 0.25, otherwise=other)
    expect.close(expect.call(function, 0.2, 1.0, 0.3), 0.0, otherwise=other)
