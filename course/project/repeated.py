"""Repeated comments: pairs that say the same, found by shared strings of letters."""

import unicodedata
from collections.abc import Iterable

import numpy as np
import pandas as pd

DAYS = 30
"""A comment is compared with those of the days before it, at most so many."""

ROUNDING = 1e-6
"""How far the cosine of a text with itself can be below 1, in numbers of 32 bits."""

SAME_PLACE = ("language", "district", "channel")


def find_repeated(comments: pd.DataFrame, same_from: float) -> list[tuple[str, str]]:
    """Pairs (comment, the earlier comment) of one district, language and channel within 30 days.

    Two comments are called the same if the cosine of their TF-IDF vectors of four letters is at
    least `same_from` (0 to 1). Each comment is paired with the most similar earlier one only.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    if len(comments) < 2:
        return []
    table = comments.reset_index(drop=True)
    texts = without_accents(table["text"])
    if not any(text.split() for text in texts):
        return []
    vectors = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(4, 4), sublinear_tf=True, dtype=np.float32
    ).fit_transform(texts)
    days = table["date"].to_numpy().astype("datetime64[D]").astype(int)
    by = [name for name in SAME_PLACE if name in table]
    pairs: list[tuple[int, int]] = []
    groups = table.groupby(by, observed=True).indices if by else {"": np.arange(len(table))}
    for members in groups.values():
        rows = np.asarray(members)[np.argsort(days[members], kind="stable")]
        alike = vectors[rows] @ vectors[rows].T
        for here in range(1, len(rows)):
            line = alike[here].toarray().ravel()[:here]
            line[days[rows[here]] - days[rows[:here]] > DAYS] = -1
            best = int(np.argmax(line))
            if line[best] >= same_from - ROUNDING:
                pairs.append((rows[here], rows[best]))
    names = table["comment"].astype(str).to_numpy()
    return [(names[one], names[other]) for one, other in sorted(pairs)]


def without_accents(texts: Iterable[str]) -> list[str]:
    """Texts in lower case and without accents, for comparing."""
    return [
        "".join(
            each
            for each in unicodedata.normalize("NFD", str(text).lower())
            if not unicodedata.combining(each)
        )
        for text in texts
    ]
