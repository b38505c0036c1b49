"""Repeated comments are found by their letters, in one place and within 30 days."""

from __future__ import annotations

import pandas as pd

from course.project.repeated import find_repeated


def comments(*texts: str, days=None) -> pd.DataFrame:
    first = pd.Timestamp("2026-07-01")
    return pd.DataFrame(
        {
            "comment": [f"C{number}" for number in range(len(texts))],
            "date": [first + pd.Timedelta(days=each) for each in days or range(len(texts))],
            "text": texts,
        }
    )


def test_a_letter_for_letter_repeat_is_found_at_the_highest_similarity():
    texts = [f"the lamp number {n} in my street is broken since Monday" for n in range(9)]
    found = find_repeated(comments(*texts, *texts), 1.0)
    assert found == [(f"C{n + 9}", f"C{n}") for n in range(9)]


def test_comments_more_than_30_days_apart_are_no_pair_at_any_similarity():
    table = comments("the lamp is broken", "the lamp is broken", days=[0, 31])
    assert find_repeated(table, 0.0) == []
    assert find_repeated(table.assign(date=table["date"].iloc[0]), 0.0) == [("C1", "C0")]


def test_blank_texts_repeat_nothing():
    assert find_repeated(comments("", " ", "\n"), 0.5) == []
