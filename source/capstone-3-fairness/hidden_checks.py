"""What only the grader knows of checkpoint 3: other tables, and another past."""

import numpy as np
import pandas as pd

from course import load_dataset
from course.checking import exercise, expect, part, say
from course.project import test_part
from course.project.scoring import read_on_the_day

CELLS = {
    ("a", 1): (7, 6, 3, 0),
    ("a", 2): (9, 2, 4, 4),
    ("b", 1): (3, 0, 12, 12),
    ("b", 2): (12, 9, 5, 1),
    ("c", 1): (6, 6, 6, 5),
    ("c", 2): (20, 7, 1, 0),
}
"""By unit and shift: urgent cases, of these read; other cases, of these read."""


@exercise("gap-of-both")
def gap_of_both(function):
    rows = []
    for (unit, shift), (urgent, urgent_read, calm, calm_read) in CELLS.items():
        for is_urgent, count, read in ((True, urgent, urgent_read), (False, calm, calm_read)):
            rows += [(is_urgent, shift, place < read, unit) for place in range(count)]
    table = pd.DataFrame(rows, columns=["urgent", "shift", "read", "unit"], index=range(500, 588))
    table = table.sample(frac=1, random_state=8)
    for smallest, gap in ((6, 0.777778), (7, 0.634921), (10, 0.4), (3, 1.0)):
        expect.close(
            expect.call(function, table.copy(), "unit", "shift", smallest),
            gap,
            otherwise=say(
                "capstone-3-gap-hidden",
                "With another table the gap is not right: does your function use the names of columns"
                " and the number that it is given?",
            ),
        )


@exercise("urgency-from-need")
def urgency_from_need(function):
    past = load_dataset("civic-comments")
    past = past[past["held_out"] == "no"].sample(5000, random_state=17).reset_index(drop=True)
    judged = past.index < 1200
    past.loc[~judged, "severity"] = None
    late = past["district"].isin(["Amaro", "Corvina"])
    other = past.copy()
    other["historical_urgency"] = np.where(late, "low", "high")
    other["response_days"] = np.where(late, 200, 0)
    new = test_part()
    asked = new[["comment", "date", "language", "channel", "district", "text"]]
    urgent = new["severity"].astype(str).isin(["high", "critical"]).to_numpy()
    neglected = new["district"].isin(["Amaro", "Corvina"]).to_numpy()
    order = np.array(expect.values(expect.call(function, other, asked), len(new)))
    read = read_on_the_day(new["date"], order, 0.25, "W")
    with part():
        expect.true(
            read[urgent].mean() >= 0.42,
            say(
                "capstone-3-need-hidden",
                "Learned from another table, the order finds too few urgent comments. Does your "
                "function learn from the table `known` that it is given?",
            ),
        )
    with part():
        expect.true(
            read[urgent & neglected].mean() >= 0.4,
            say(
                "capstone-3-need-hidden-past",
                "Where the desk answered other districts late, their urgent comments wait again. "
                "Does your function still learn from the answers of the past?",
            ),
        )
