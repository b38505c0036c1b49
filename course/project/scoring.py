"""The scores of a service on comments whose truth is known: pure functions on tables.

`truth` has the columns of civic-comments, and `life` and `child` where they are known; `decided` is
what Service.decide returns for its comments, in the same order. Where a column is named by an
argument, the functions serve other data too. scale.yml holds the bounds and the scale.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import yaml

from course.project.names import COLUMNS, PERSON

Table = pd.DataFrame
Decide = Callable[[Table], Table]
Pairs = Iterable[tuple[Any, Any]]

SCORES = ("routing", "urgent", "gap", "hand-over", "never-alone", "duplicates", "reasons")
"""The names of the scores, in the order of a table."""

SECOND = "second_department"
"""The column with another department that could take a comment."""

SLACK = 1e-9
"""Tolerance for the rounding of floats."""


@dataclass(frozen=True)
class Range:
    """What a simple service reaches, and what a good one reaches; the good value can be lower."""

    baseline: float
    good: float

    def share(self, value: float) -> float:
        """The share of the way from the baseline to the good value, from 0 to 1; NaN gives 0."""
        way = (value - self.baseline) / (self.good - self.baseline)
        return 0.0 if math.isnan(way) else min(max(way, 0.0), 1.0)


@dataclass(frozen=True)
class Scale:
    """The bounds of the scores, and the range of each; as scale.yml states them."""

    most_handed_over: float
    read_on_the_day: float
    fewest_in_a_group: int
    least_alone: float
    most_alone: float
    reasons_tried: int
    most_words_quoted: int
    ranges: Mapping[str, Range]
    own_code: Mapping[str, Range]
    """The same for a model that a team has programmed; those that differ are given twice."""
    test_part: Mapping[str, Range]
    """The same on the test part, with the ready pipeline."""


@lru_cache
def scale() -> Scale:
    """The scale of the course."""
    stated = yaml.safe_load((Path(__file__).parent / "scale.yml").read_text(encoding="utf-8"))
    ranges = {name: Range(**each) for name, each in stated["scores"].items()}
    return Scale(
        most_handed_over=stated["most handed over"],
        read_on_the_day=stated["read on the day"],
        fewest_in_a_group=stated["fewest in a group"],
        least_alone=stated["least decided alone"],
        most_alone=stated["most decided alone"],
        reasons_tried=stated["reasons tried"],
        most_words_quoted=stated["most words quoted"],
        ranges=ranges,
        own_code=ranges | {name: Range(**each) for name, each in stated["own code"].items()},
        test_part=ranges | {name: Range(**each) for name, each in stated["test part"].items()},
    )


@dataclass(frozen=True)
class Scores:
    """The value of each score that applies, by its name in SCORES; NaN where there is none."""

    values: Mapping[str, float]
    ranges: Mapping[str, Range] = field(default_factory=lambda: scale().ranges)
    """The range of each score: those of scale.yml, or those of a team's own data."""
    handed_over: float = math.nan
    """The share of the comments that the service hands to a person, from 0 to 1."""
    commonest: float = math.nan
    """The routing of a service that always names the most frequent department."""
    even_gap: float = math.nan
    """The gap that an equally good service would show by chance; see the function."""
    worst_group: tuple[str, ...] = ()
    """The group with the lowest share rightly routed, by the columns of `gap`."""

    def share(self, name: str) -> float:
        """The share of a score's points, from 0 to 1; 0 for a score that was not measured.

        The gap counts only as far as the routing does, or being equally bad would earn points.
        """
        if name not in self.values:
            return 0.0
        own = self.ranges[name].share(self.values[name])
        return min(own, self.share("routing")) if name == "gap" else own

    def table(self) -> Table:
        """The value, the range and the share of the points of each score, one in each row."""
        rows = {
            name: {
                "value": self.values[name],
                "baseline": self.ranges[name].baseline,
                "good": self.ranges[name].good,
                "share": self.share(name),
            }
            for name in SCORES
            if name in self.values
        }
        return pd.DataFrame.from_dict(rows, orient="index")

    def __repr__(self) -> str:
        return str(self.table().round(3))

    def _repr_html_(self) -> str:
        # A corner that is a heading would be announced as one, of nothing.
        return str(self.table().round(3).to_html()).replace("<th></th>", "<td></td>")


def handed_over(decided: Table, most: float | None = None) -> "np.ndarray[Any, Any]":
    """Which comments a person takes, within the bound, as an array of bools of shape (n,).

    At most `most` of all comments (a share, rounded down) can be handed over: those of which the
    service is least confident. The others that it hands over count as not handed over.
    """
    bound = scale().most_handed_over if most is None else most
    handed = (decided["department"].astype(str) == PERSON).to_numpy()
    places = np.flatnonzero(handed)
    # Stable, so that equal confidences keep the order of the table.
    order = np.argsort(decided["confidence"].to_numpy(dtype=float)[places], kind="stable")
    within = np.zeros(len(decided), dtype=bool)
    within[places[order[: math.floor(bound * len(decided) + SLACK)]]] = True
    return within


def rightly(truth: Table, decided: Table, answer: str = "department") -> "np.ndarray[Any, Any]":
    """Whether each comment got a right department, as an array of bools of shape (n,).

    Right is also the second department, where the truth has one; no other answer has a second. A
    person is no department.
    """
    given = decided["department"].astype(str).to_numpy()
    right: np.ndarray[Any, Any] = given == truth[answer].astype(str).to_numpy()
    if answer == "department" and SECOND in truth:
        right |= given == truth[SECOND].astype(object).fillna("").astype(str).to_numpy()
    return np.asarray(right & (given != PERSON))


HALF = 0.5
"""What a comment counts that a person takes: it is answered, and costs the time of the desk."""


def routing(truth: Table, decided: Table, answer: str = "department") -> float:
    """The macro-averaged F1 of the departments, from 0 to 1 (1: each comment rightly routed).

    A comment handed over within the bound counts as half right: with a weight of HALF it has the
    right department, and with the rest none. One handed over beyond the bound is wrong. Each
    department of the truth counts alike.
    """
    from sklearn.metrics import f1_score

    handed = handed_over(decided)
    true = truth[answer].astype(str).to_numpy()
    given = np.where(
        rightly(truth, decided, answer), true, decided["department"].astype(str).to_numpy()
    )
    part = np.where(handed, HALF, 0.0)
    return float(
        f1_score(
            np.concatenate([true, true]),
            np.concatenate([np.where(handed, PERSON, given), true]),
            sample_weight=np.concatenate([1 - part, part]),
            labels=sorted(set(true)),
            average="macro",
            zero_division=0.0,
        )
    )


def read_on_the_day(
    dates: Any, urgency: Any, share: float | None = None, per: str = "D"
) -> "np.ndarray[Any, Any]":
    """Which comments are read on the day they arrive, as an array of bools of shape (n,).

    Within each day the comments are ranked by urgency, equal ones in the order of the table; the
    first `share` of them (rounded up) are read. `per` is the period that stands for a day, a
    pandas period such as "D" or "W".
    """
    part = scale().read_on_the_day if share is None else share
    days = pd.Series(pd.to_datetime(pd.Series(list(dates)))).dt.to_period(per)
    ranks = (
        pd.Series(np.asarray(urgency, dtype=float))
        .groupby(days)
        .rank(method="first", ascending=False)
    )
    counts = days.groupby(days).transform("size")
    return np.asarray(ranks <= np.ceil(part * counts - SLACK))


def urgent(truth: Table, decided: Table, share: float | None = None, per: str = "D") -> float:
    """The share of critical comments that are read on the day they arrive, from 0 to 1.

    NaN where no comment is critical.
    """
    read = read_on_the_day(truth["date"], decided["urgency"], share, per)
    critical = (truth["severity"].astype(str) == "critical").to_numpy()
    return float(read[critical].mean()) if critical.any() else math.nan


def rates_by_group(
    truth: Table,
    decided: Table,
    by: Iterable[str] = ("language", "literacy"),
    answer: str = "department",
) -> pd.Series:
    """The share rightly routed in each group with enough comments, the worst first.

    Comments handed over within the bound are left out. The index has a level for each column.
    """
    columns = list(by)
    kept = ~handed_over(decided)
    table = truth.loc[kept, columns].astype(str)
    table["right"] = rightly(truth, decided, answer)[kept]
    grouped = table.groupby(columns)["right"]
    enough = grouped.size() >= scale().fewest_in_a_group
    rates: pd.Series = grouped.mean()[enough].sort_values()
    return rates


def gap(
    truth: Table,
    decided: Table,
    by: Iterable[str] = ("language", "literacy"),
    answer: str = "department",
) -> float:
    """How far the best group lies above the worst, in share rightly routed: from 0 to 1.

    NaN with fewer than two groups that have enough comments.
    """
    rates = rates_by_group(truth, decided, by, answer)
    return float(rates.iloc[-1] - rates.iloc[0]) if len(rates) > 1 else math.nan


def even_gap(
    truth: Table,
    decided: Table,
    by: Iterable[str] = ("language", "literacy"),
    answer: str = "department",
    draws: int = 200,
) -> tuple[float, float]:
    """The gap that a service as good as this one, and equally good for all groups, shows by chance.

    Mean and standard deviation over random draws. In a draw, each template gets the share rightly
    routed of a template drawn from all of them, whatever its group: comments of one template are
    right or wrong together. Without templates each comment is drawn by itself.
    """
    columns = list(by)
    kept = ~handed_over(decided)
    right = rightly(truth, decided, answer)[kept]
    groups, _ = pd.factorize(pd.MultiIndex.from_frame(truth.loc[kept, columns].astype(str)))
    if "template" in truth:
        templates, _ = pd.factorize(truth.loc[kept, "template"].astype(str))
    else:
        templates = np.arange(len(right))
    sizes = np.bincount(groups)
    enough = sizes >= scale().fewest_in_a_group
    if enough.sum() < 2:
        return math.nan, math.nan
    rates = np.bincount(templates, weights=right) / np.bincount(templates)
    random = np.random.default_rng(0)
    gaps = []
    for _ in range(draws):
        chance = random.choice(rates, len(rates))[templates]
        drawn = np.bincount(groups, weights=random.random(len(groups)) < chance) / sizes
        among = drawn[enough].tolist()
        gaps.append(max(among) - min(among))
    return float(np.mean(gaps)), float(np.std(gaps))


def hand_over(truth: Table, decided: Table, answer: str = "department") -> float:
    """The Brier skill score of the confidence on comments that the service decides alone.

    1 - mean((confidence - right)^2) / (p (1 - p)), where p is the share that is right: 1 is a
    perfect confidence, 0 is no better than saying p each time. 0 where fewer than 50 % or more
    than 95 % of the comments are decided alone, or where all of them are right or none is.
    """
    alone = (decided["department"].astype(str) != PERSON).to_numpy()
    if not scale().least_alone <= alone.mean() <= scale().most_alone:
        return 0.0
    right = rightly(truth, decided, answer)[alone].astype(float)
    spread = right.mean() * (1 - right.mean())
    if spread == 0:
        return 0.0
    confidence = decided["confidence"].to_numpy(dtype=float)[alone]
    return float(1 - np.mean((confidence - right) ** 2) / spread)


def never_alone(truth: Table, decided: Table, per: str = "D") -> float:
    """The share of comments with a threat to life or a child in danger that reach a person.

    Where `truth` does not say which these are, all critical comments stand in for them. NaN where
    no comment is of this kind. See `reached`.
    """
    if {"life", "child"} <= set(truth.columns):
        danger = (_is_yes(truth["life"]) | _is_yes(truth["child"])).to_numpy()
    else:
        danger = (truth["severity"].astype(str) == "critical").to_numpy()
    if not danger.any():
        return math.nan
    read = read_on_the_day(truth["date"], decided["urgency"], per=per)
    return float(reached(decided, read)[danger].mean())


def reached(decided: Table, read: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """The chance that each comment reaches a person, from 0 to 1, as an array of shape (n,).

    Those reach one that are read on the day (`read`, bools of shape (n,)), and those that are
    handed over. People can take at most 20 % of all comments: where more are handed over, each
    reaches a person only with the chance that people get to it.
    """
    handed = (decided["department"].astype(str) == PERSON).to_numpy()
    chance = min(1.0, scale().most_handed_over / handed.mean()) if handed.any() else 0.0
    return np.where(read, 1.0, chance * handed)


def _is_yes(column: pd.Series) -> pd.Series:
    return column.astype(str).str.lower().isin(["yes", "true", "1"])


def duplicates(truth: Table, pairs: Pairs) -> float:
    """The F1 of pairs of comments that say the same in other words, from 0 to 1.

    `pairs` hold two names of comments each; their order does not count. A pair of comments that
    both repeat a third one counts neither as right nor as wrong, and so does a pair with the same
    text word for word, which needs no similarity.
    """
    names = set(truth["comment"].astype(str))
    texts = dict(zip(truth["comment"].astype(str), truth["text"].astype(str), strict=True))
    given = truth["duplicate_of"].astype(object).fillna("").astype(str)
    true = {
        frozenset(pair)
        for pair in zip(truth["comment"].astype(str), given, strict=True)
        if pair[1] in names
    }
    of = _clusters(true)
    found = {frozenset((str(one), str(other))) for one, other in pairs}
    found = {pair for pair in found if len(pair) == 2 and pair <= names}
    true, found = (
        {pair for pair in each if len({texts[name] for name in pair}) == 2}
        for each in (true, found)
    )
    hits = len(found & true)
    misses = sum(
        1 for one, other in map(sorted, found - true) if of.get(one, one) != of.get(other, other)
    )
    if not true and not misses:
        return math.nan
    return 2 * hits / (hits + misses + len(true)) if hits else 0.0


def _clusters(pairs: Iterable[frozenset[str]]) -> dict[str, str]:
    """For each comment in a pair, the name of all those that say the same."""
    of: dict[str, str] = {}

    def root(name: str) -> str:
        while of.setdefault(name, name) != name:
            name = of[name]
        return name

    for one, other in map(sorted, pairs):
        of[root(one)] = root(other)
    return {name: root(name) for name in list(of)}


QUOTED = re.compile(r"[“\"«‹„]\s*([^“”\"«»‹›„]{1,60}?)\s*[”\"»›]")
"""A quotation in a reason, in the marks of the course's languages."""


def words_quoted(reason: str, text: str) -> list[str]:
    """The words of a comment that a reason quotes, as the comment writes them, each once."""
    held = {word.casefold(): word for word in re.findall(r"\w+", text)}
    quoted = [word for each in QUOTED.findall(reason) for word in re.findall(r"\w+", each)]
    return list(dict.fromkeys(held[word.casefold()] for word in quoted if word.casefold() in held))


def without(text: str, word: str) -> str:
    """A text from which a word is removed wherever it occurs, in capitals or not."""
    shorter = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return " ".join(shorter.split())


def reasons(decide: Decide, comments: Table, decided: Table, tried: int | None = None) -> float:
    """The share of reasons that quote a word of the comment on which the decision rests.

    A reason is right if removing one of the words that it quotes lowers the confidence, or changes
    the decision. A reason without a quoted word of the comment is wrong, and so is one that quotes
    more than three. The first `tried` comments are asked; `decide` is called once for all changed
    texts. NaN without comments.
    """
    asked = comments.iloc[: scale().reasons_tried if tried is None else tried]
    places, texts = [], []
    for place, (text, reason) in enumerate(
        zip(asked["text"].astype(str), decided["reason"].astype(str), strict=False)
    ):
        words = words_quoted(reason, text)
        if len(words) <= scale().most_words_quoted:
            places += [place] * len(words)
            texts += [without(text, word) for word in words]
    if asked.empty:
        return math.nan
    if not places:
        return 0.0
    changed = asked.iloc[places].reset_index(drop=True)
    changed["text"] = texts
    after = decide(changed)
    before = decided.iloc[places]
    rests = (after["department"].astype(str).to_numpy() != before["department"].astype(str)) | (
        after["confidence"].to_numpy(dtype=float)
        < before["confidence"].to_numpy(dtype=float) - SLACK
    )
    return len({place for place, each in zip(places, rests, strict=True) if each}) / len(asked)


def scores(
    decide: Decide,
    find_duplicates: Callable[[Table], Pairs],
    comments: Table,
    *,
    per: str = "D",
) -> Scores:
    """All scores of a service on comments whose truth is known.

    `decide` and `find_duplicates` are given copies of the columns in COLUMNS only.
    """
    table = comments.reset_index(drop=True)
    asked = table[list(COLUMNS)]
    decided = decide(asked.copy()).reset_index(drop=True)
    found = {
        "routing": routing(table, decided),
        "urgent": urgent(table, decided, per=per),
        "gap": gap(table, decided),
        "hand-over": hand_over(table, decided),
    }
    found["never-alone"] = never_alone(table, decided, per)
    found["duplicates"] = duplicates(table, find_duplicates(asked.copy()))
    found["reasons"] = reasons(decide, asked, decided)
    rates = rates_by_group(table, decided)
    most = next(iter(table["department"].astype(str).mode()), PERSON)
    return Scores(
        {name: found[name] for name in SCORES if name in found},
        handed_over=float((decided["department"].astype(str) == PERSON).mean()),
        commonest=routing(table, decided.assign(department=most)),
        even_gap=even_gap(table, decided)[0],
        worst_group=tuple(map(str, rates.index[0])) if len(rates) else (),
    )
