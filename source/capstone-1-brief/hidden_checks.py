"""What only the grader knows of checkpoint 1: the learner's functions on other data."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("workload")
def workload(function):
    other = say(
        "capstone-1-workload-hidden",
        "With other numbers the result is not right: use every value that the function is "
        "given, and cut off the decimals only at the end.",
    )
    # By hand: 9 / 4 = 2.25; 2 x 1.5 x 60 / 7 = 25.7; and a table whose index does not begin at 0.
    for rows, days, readers, hours, minutes, arriving, readable in (
        (9, 4, 2, 1.5, 7, 2.25, 25),
        (50, 65, 1, 0.5, 31, 0.76923, 0),
        (12, 12, 5, 8, 2.5, 1.0, 960),
    ):
        comments = pd.DataFrame({"text": ["a"] * rows}, index=range(7, 7 + rows))
        found = expect.call(function, comments, days, readers, hours, minutes)
        expect.true(isinstance(found, tuple | list) and len(found) == 2, other)
        expect.close(found[0], arriving, otherwise=other)
        expect.count(found[1], readable, otherwise=other)


@exercise("in-time")
def in_time(function):
    other = say(
        "capstone-1-in-time-hidden",
        "With another table the result is not right: critical comments only, `first_day` "
        "included, 0 or 1 days, whatever the districts and the index.",
    )
    rows = [
        ("2025-02-01", "North", "critical", 1),
        ("2025-02-01", "South", "critical", 2),
        ("2025-01-31", "South", "critical", 0),
        ("2025-09-05", "South", "critical", 90),
        ("2025-09-05", "West", "high", 0),
        ("2025-10-05", "North", "critical", 0),
        ("2025-10-06", "North", "critical", 2),
    ]
    comments = pd.DataFrame(rows, columns=["date", "district", "severity", "response_days"])
    comments["date"] = pd.to_datetime(comments["date"])
    comments.index = range(100, 100 + len(comments))
    found = expect.call(function, comments, "2025-02-01")
    expect.table(found, ["share", "comments"])
    shares = {
        str(name): round(float(each), 4)
        for name, each in zip(found.index, found["share"], strict=False)
    }
    counts = {
        str(name): int(each) for name, each in zip(found.index, found["comments"], strict=False)
    }
    expect.true(shares == {"North": 0.6667, "South": 0.0}, other)
    expect.true(counts == {"North": 3, "South": 2}, other)
