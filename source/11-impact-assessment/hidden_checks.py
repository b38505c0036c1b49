"""What only the grader knows of module 11: the learner's functions with other numbers."""

from course.checking import exercise, expect, say


@exercise("total-of")
def total_of(function):
    other = say(
        "11-total-hidden",
        "With other numbers the total differs from the published rule: does your function use both "
        "of its arguments, and round a half up?",
    )
    for raw in (0, 10, 49, 50, 98, 99, 130, 148, 167):
        for mitigation in (0, 61, 62, 77):
            expected = (85 * raw + 50) // 100 if mitigation >= 62 else raw
            expect.close(
                expect.call(function, raw, mitigation), expected, digits=2, otherwise=other
            )


@exercise("level-of")
def level_of(function):
    other = say(
        "11-level-hidden",
        "With other totals the level differs from the published rule: look at the totals just "
        "below and just above each bound.",
    )
    for total, level in ((0, 1), (83, 2), (84, 3), (125, 3), (126, 4), (167, 4)):
        expect.count(expect.call(function, total), level, otherwise=other)


@exercise("risk-level")
def risk_level(function):
    rows = (
        "low low low low high",
        "low low medium medium high",
        "low medium medium high high",
        "low medium high high very-high",
        "medium high high very-high very-high",
    )
    for likelihood, row in enumerate(rows, 1):
        for severity, expected in enumerate(row.split(), 1):
            found = expect.call(function, likelihood, severity)
            written = found.strip().lower().replace(" ", "-") if isinstance(found, str) else ""
            expect.true(
                written == expected,
                say(
                    "11-risk-hidden",
                    "For another pair of numbers the level is not that of the matrix. Try all "
                    "products at the bounds 5, 10 and 20, and severity 5.",
                ),
            )
