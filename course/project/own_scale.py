"""The scores of a service on a team's own data, and the range of each.

What is good depends on the data: how loans end is harder to foresee than what a letter is about. So
a range goes from what somebody reaches who knows nothing of a case to near what the course's
reference reaches on the same rows: the ready pipeline, handing over the fifth of which it is least
sure.
"""

import hashlib
from typing import Any

import numpy as np
import pandas as pd

from course.project.choices import OwnChoices
from course.project.features import Columns
from course.project.names import PERSON
from course.project.own_data import OwnData
from course.project.scoring import Range, Scores, gap, hand_over, reached, routing, scale

REACHED = 0.9
"""The share of the way from the baseline to the reference that earns all points."""

SHORTEST_WAY = {"routing": 0.15, "urgent": 0.15, "never-alone": 0.15, "hand-over": 0.05}
"""From the baseline to the good value at least, or data without any pattern would earn points.

0.15 is about three standard errors of a share of 30% among 80 cases. A Brier skill is small by its
nature.
"""

MOST_LEARNED = 5000
"""Rows from which the reference learns, at most."""

_known: dict[str, dict[str, Range]] = {}
"""The ranges that were found last, by a digest of the data."""


def columns_of(data: OwnData) -> Columns:
    """The columns from which the ready pipeline learns."""
    return Columns(
        answer=data.answer or "",
        texts=data.texts or (),
        numbers=data.numbers or (),
        categories=data.categories or (),
    )


def share_read(data: OwnData) -> float:
    """The share of a day's cases that people read on the day."""
    return (data.read_a_day or 0) / (data.arriving or 1)


def read_first(urgency: Any, share: float) -> "np.ndarray[Any, Any]":
    """Which cases are read first: the most urgent `share` of all (rounded up)."""
    numbers = np.asarray(urgency, dtype=float)
    read = np.zeros(len(numbers), dtype=bool)
    count = int(np.ceil(share * len(numbers) - 1e-9))
    read[np.argsort(-numbers, kind="stable")[:count]] = True
    return read


def own_scores(
    data: OwnData, known: pd.DataFrame, aside: pd.DataFrame, decided: pd.DataFrame
) -> Scores:
    """The scores that apply to own data: routing, urgent, gap, hand-over and never-alone.

    `decided` is what a service decided about `aside`, the rows that were kept aside; `known` are
    those from which it learned. "routing" is the answer, "urgent" the share of cases with the
    urgent answer that are read first, and "never-alone" the share of them that reach a person at
    all. NaN for a gap where no two groups are large enough.
    """
    gaps = [gap(aside, decided, [name], data.answer or "") for name in data.groups or []]
    measured = [each for each in gaps if not np.isnan(each)]
    values = _values(data, aside, decided) | {"gap": max(measured) if measured else float("nan")}
    handed = float((decided["department"].astype(str) == PERSON).mean())
    return Scores(values, own_ranges(data, known, aside), handed_over=handed)


def _values(data: OwnData, aside: pd.DataFrame, decided: pd.DataFrame) -> dict[str, float]:
    answer = data.answer or ""
    read = read_first(decided["urgency"], share_read(data))
    urgent = (aside[answer] == data.urgent_answer).to_numpy()
    return {
        "routing": routing(aside, decided, answer),
        "urgent": float(read[urgent].mean()),
        "hand-over": hand_over(aside, decided, answer),
        "never-alone": float(reached(decided, read)[urgent].mean()),
    }


def own_ranges(data: OwnData, known: pd.DataFrame, aside: pd.DataFrame) -> dict[str, Range]:
    """The range of each score on own data. The reference learns, which takes a few seconds."""
    digest = hashlib.sha256(data.to_yaml().encode())
    for rows in (known, aside):
        digest.update(rows.to_csv().encode())
    made = digest.hexdigest()
    if made not in _known:
        _known.clear()
        _known[made] = _found(data, known, aside)
    return _known[made]


def _found(data: OwnData, known: pd.DataFrame, aside: pd.DataFrame) -> dict[str, Range]:
    answer, share = data.answer or "", share_read(data)
    commonest = pd.DataFrame(
        {"department": known[answer].mode()[0], "confidence": 1.0}, index=aside.index
    )
    # Somebody who knows nothing can also hand over, and each such case counts as half right.
    fifth = np.arange(len(aside)) % round(1 / scale().most_handed_over) == 0
    handing = commonest.assign(department=commonest["department"].mask(fifth, PERSON))
    nothing = {
        "routing": max(routing(aside, each, answer) for each in (commonest, handing)),
        "urgent": share,
        "hand-over": 0.0,
        # By chance: read first, or else among those that are handed over.
        "never-alone": 1 - (1 - share) * (1 - scale().most_handed_over),
    }
    good = _values(data, aside, _reference(data, known, aside))
    found = {
        name: Range(low, low + max(REACHED * (good[name] - low), SHORTEST_WAY[name]))
        for name, low in nothing.items()
    }
    return found | {"gap": scale().ranges["gap"]}


def _reference(data: OwnData, known: pd.DataFrame, aside: pd.DataFrame) -> pd.DataFrame:
    """What the ready pipeline decides that hands over the fifth of which it is least sure."""
    from course.project.ready import decide_with, learn

    choices = OwnChoices(system="reference", alone_from=0)
    answer = data.answer or ""
    few = len(known) <= MOST_LEARNED
    rows = known if few else known.sample(MOST_LEARNED, random_state=0)
    # Each answer has to be learned, also one that the sample has missed.
    rows = pd.concat([rows, known[~known[answer].isin(rows[answer])]])
    model = learn(rows, choices, columns_of(data), urgent_answer=data.urgent_answer or "")
    decided = decide_with(model, aside, choices, named=str)
    least = np.argsort(decided["confidence"].to_numpy(), kind="stable")
    handed = least[: int(scale().most_handed_over * len(decided))]
    decided.loc[decided.index[handed], "department"] = PERSON
    return decided
