"""What only the grader knows of checkpoint 4: the alarm rule on other series."""

from course.checking import exercise, expect, say


@exercise("alarm-week")
def alarm_week(function):
    other = say(
        "capstone-4-alarm-hidden",
        "On another series the week of the alarm is not right. Does your function use all five of "
        "its arguments, and no number of its own?",
    )
    for recalls, counts, limit, in_a_row, fewest, expected in (
        ([], [], 0.5, 1, 1, 0),
        ([0.1], [40], 0.5, 1, 1, 1),
        ([0.6, 0.4, 0.6, 0.4, 0.4, 0.4, 0.4], [25] * 7, 0.5, 4, 25, 7),
        ([0.6, 0.4, 0.6, 0.4, 0.4, 0.4, 0.6], [25] * 7, 0.5, 4, 25, 0),
        ([0.2, 0.2, 0.2, 0.2], [4, 5, 4, 5], 0.3, 2, 5, 4),
        ([0.2, 0.2, 0.2, 0.2], [4, 5, 4, 5], 0.3, 2, 6, 0),
        ([0.7, 0.65, 0.68, 0.2, 0.9, 0.3, 0.2], [30, 31, 29, 2, 3, 30, 33], 0.6, 2, 10, 7),
        ([0.55] * 8, [60] * 8, 0.55, 1, 1, 0),
        ([0.55] * 8, [60] * 8, 0.56, 8, 1, 8),
    ):
        found = expect.call(function, recalls, counts, limit, in_a_row, fewest)
        expect.count(found, expected, otherwise=other)
