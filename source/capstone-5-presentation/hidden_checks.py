"""What only the grader knows of checkpoint 5: other numbers for the figure, another table."""

import pandas as pd

from course.checking import exercise, expect, say


@exercise("council-figure")
def council_figure(function):
    parts = expect.call(function, 0.41, 0.37, 0.3, 0.45)
    other = say(
        "capstone-5-figure-hidden",
        "With other numbers the figure shows something else: do bars and interval take the "
        "arguments of the function?",
    )
    for height in (0.41, 0.37):
        expect.true(any(abs(bar - height) < 0.002 for bar in parts["bars"]), other)
    expect.true(
        any(
            abs(low - 0.3) < 0.002 and abs(high - 0.45) < 0.002 for low, high in parts["intervals"]
        ),
        other,
    )


@exercise("overruled-by")
def overruled_by(function):
    counts = {"web form": (9, 4), "phone": (6, 6), "letter": (5, 1), "app": (2, 0)}
    rows = [
        (channel, "fr", "overruled" if place < overruled else "confirmed")
        for channel, (answers, overruled) in counts.items()
        for place in range(answers)
    ]
    table = pd.DataFrame(rows, columns=["channel", "language", "answer"], index=range(70, 92))
    found = expect.call(function, table.sample(frac=1, random_state=4), "channel", 5)
    found = found.to_dict() if hasattr(found, "to_dict") else found
    expected = {"web form": 4 / 9, "phone": 1.0, "letter": 0.2}
    expect.true(
        isinstance(found, dict)
        and {str(key) for key in found} == set(expected)
        and all(abs(float(found[key]) - value) < 0.0005 for key, value in expected.items()),
        say(
            "capstone-5-overruled-hidden",
            "With another table the shares are not right: does your function use the column and "
            "the number that it is given?",
        ),
    )
