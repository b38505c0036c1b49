"""Measures: numbers with the people they rest on and their interval.

numpy, pandas, fairlearn and scikit-learn are imported only when something is measured.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from math import hypot, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Literal, get_args

from course.dossier.faults import t, translated
from course.dossier.parts import Count, Part, SignedShare, Text, required

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

ALL = "all"
"""The group of everybody."""

NONE = "none"
"""The value of a statement's `chosen` when it chooses no candidate."""

BASELINE = "baseline accuracy"

Metric = Literal[
    "accuracy",
    "baseline accuracy",
    "selection rate",
    "recall",
    "precision",
    "false positive rate",
    "false negative rate",
    "demographic parity difference",
    "equal opportunity difference",
    "equalized odds difference",
]

ByChance = Literal[
    "demographic parity difference by chance",
    "equal opportunity difference by chance",
    "equalized odds difference by chance",
]

Measured = Literal[Metric, ByChance]

METRICS = {
    "accuracy": t("accuracy"),
    "baseline accuracy": t("baseline accuracy"),
    "selection rate": t("selection rate"),
    "recall": t("recall (true positive rate)"),
    "precision": t("precision"),
    "false positive rate": t("false positive rate"),
    "false negative rate": t("false negative rate"),
    "demographic parity difference": t("demographic parity difference"),
    "equal opportunity difference": t("equal opportunity difference"),
    "equalized odds difference": t("equalized odds difference"),
    "demographic parity difference by chance": t(
        "demographic parity difference expected by chance alone"
    ),
    "equal opportunity difference by chance": t(
        "equal opportunity difference expected by chance alone"
    ),
    "equalized odds difference by chance": t("equalized odds difference expected by chance alone"),
}
"""The names of metrics on a page."""

TN, FP, FN, TP = range(4)
"""True negative, false positive, false negative, true positive: 2 * outcome + prediction."""

RATES = {
    "accuracy": ((TN, TP), (TN, FP, FN, TP)),
    BASELINE: ((TN, TP), (TN, FP, FN, TP)),
    "selection rate": ((FP, TP), (TN, FP, FN, TP)),
    "recall": ((TP,), (FN, TP)),
    "precision": ((TP,), (FP, TP)),
    "false positive rate": ((FP,), (TN, FP)),
    "false negative rate": ((FN,), (FN, TP)),
}
"""The cases in the numerator and in the denominator of each rate."""

DIFFERENCES = {
    "demographic parity difference": ("selection rate",),
    "equal opportunity difference": ("recall",),
    "equalized odds difference": ("recall", "false positive rate"),
}
"""The rates of which a difference is the largest between two groups."""


class Measure(Part):
    """One number about a model: its metric, for whom, on which data, with interval and count."""

    GROUPS = frozenset({"group"})

    metric: Measured | None = required(
        t("Metric"), t("what is measured, one of the names of the course.")
    )
    group: Text = required(
        t("Group"),
        t("for whom: `all` for everybody and for the largest difference, or a group's name."),
    )
    data: Text = required(t("Data"), t("on which data it was measured, such as `test`."))
    value: SignedShare = required(
        t("Value"),
        t("the number itself, a share from 0 to 1; below 0 where a group has less than others."),
    )
    low: SignedShare = required(
        t("Low"), t("the low end of its 95% interval, a share; for a difference it can be below 0.")
    )
    high: SignedShare = required(
        t("High"),
        t("the high end of its 95% interval, a share; for a difference it can be below 0."),
    )
    count: Count = required(t("People"), t("on how many people it rests, a whole number."))


class Candidate(Part):
    """One way in which the service could be run; in the one of today, nothing is changed."""

    ANSWERED_BY_NONE = frozenset({"change"})

    name: Text = required(t("Name"), t("a short name, the one that `chosen` may name."))
    change: Text = required(t("What was changed"), t("what was changed against today."))
    measures: list[Measure] | None = required(
        t("Measures"), t("how well it works, and how far the groups lie apart.")
    )


def measures(
    y_true: Any,
    y_pred: Any,
    *,
    data: str,
    groups: Any = None,
    metrics: Sequence[Metric] = ("accuracy", "selection rate"),
    seed: int = 0,
    draws: int = 1000,
) -> list[Measure]:
    """Measure a model's decisions, for everybody and for each group.

    Parameters
    ----------
    y_true, y_pred : array-like of shape (n,)
        The outcomes and the model's predictions, each 0 or 1 (or false or true).
    data : str
        The name of the rows in the artefact, such as "test".
    groups : array-like of shape (n,), optional
        The group of each person, from one attribute. Without it only everybody is measured.
    metrics : sequence of Metric
        Names in METRICS. "baseline accuracy" is the accuracy of predicting, for everybody, the
        most frequent value of `y_true`.
    seed, draws : int
        The 95 % interval of a rate is a percentile bootstrap: the n people are resampled with
        replacement `draws` times; its ends are the 2.5th and 97.5th percentiles.

    Returns
    -------
    list of Measure
        For each metric: group "all", then each group by name. Values and intervals are shares
        between 0 and 1, rounded to four decimals; `count` is the number of people on whom the
        rate rests, which is its denominator. A rate with a denominator of 0 is left out.

        A difference has the group "all": the highest rate minus the lowest, of the groups that
        have the rates; `count` is the people in their denominators. Of two groups, its interval
        is that of the signed difference, the higher group minus the lower one: an end below 0
        says that the lower group may be the higher one. With more groups, two things are added.
        The difference "by chance" is the mean, and where 95 % lie, of the differences that the
        same groups show when they all have the rate of everybody. And, for a difference in one
        rate, each group has its rate minus that of all other groups, which can be below 0.

    Raises
    ------
    ValueError
        In one line, for columns of different length or other values than 0 and 1, for an
        unknown metric, a person without a group, or a difference with fewer than two groups.

    Notes
    -----
    Values are those of fairlearn.metrics and scikit-learn. The interval of a rate of exactly 0
    or 1 has no width, because every draw gives the same; that is no certainty.

    The highest rate minus the lowest is never below 0, so the percentiles of this number in
    resampled people leave out 0 even where the groups do not differ. fairlearn's `n_boot` gives
    these percentiles. Here, every comparison has an interval of its own (Newcombe's, from the
    counts), at 95 % for all of them together (Bonferroni): pairs of groups for the group "all",
    and one comparison per group for each group against the others. The interval of "all" runs
    from the largest low end of a pair to the largest high end; with more than two groups it
    starts at 0 or above.
    Read more: https://fairlearn.org/main/user_guide/assessment/
    """
    import numpy as np

    outcome, predicted = _zeros_and_ones(y_true, "y_true"), _zeros_and_ones(y_pred, "y_pred")
    group_of = _group_names(groups, len(outcome))
    if not len(outcome) == len(predicted) == len(group_of):
        raise ValueError(
            translated(t("`y_true`, `y_pred` and `groups` need one value for each person."))
        )
    most_often = np.full_like(predicted, int(outcome.mean() >= 0.5))
    found = []
    known = get_args(Metric)
    for metric in metrics:
        if metric not in known:
            text = t("There is no metric “{name}”. They are: {options}.")
            raise ValueError(translated(text, name=metric, options=", ".join(known)))
        people = _People(outcome, most_often if metric == BASELINE else predicted, group_of)
        if metric in DIFFERENCES:
            found += _differences(metric, people, seed, draws, data)
        else:
            drawn = people.drawn(seed, draws)
            found += _rates(metric, people, drawn, data, each_group=groups is not None)
    return found


class _People:
    """The people who are measured: outcome, prediction (each 0 or 1) and group, of shape (n,).

    `counts`, of shape (groups, 4), holds the number of people of each group in each case.
    """

    def __init__(self, outcome: "Array", predicted: "Array", group_of: "Array"):
        import numpy as np

        self.outcome, self.predicted, self.group_of = outcome, predicted, group_of
        self.groups = sorted(set(group_of.tolist()))
        cases = 2 * outcome + predicted
        self.counts = np.array(
            [np.bincount(cases[group_of == group], minlength=4) for group in self.groups]
        )

    def drawn(self, seed: int, draws: int) -> "Array":
        """The counts in resampled people, of shape (draws, groups, 4).

        Resampling n people with replacement is a multinomial draw of the counts. MetricFrame's
        n_boot resamples person by person, which is some hundred times slower.
        """
        import numpy as np

        shares = self.counts.ravel() / len(self.outcome)
        drawn = np.random.default_rng(seed).multinomial(len(self.outcome), shares, size=draws)
        return drawn.reshape(draws, *self.counts.shape)


def _rates(
    metric: Metric, people: _People, drawn: "Array", data: str, *, each_group: bool
) -> list[Measure]:
    """A rate for everybody and, with `each_group`, each group; none with a denominator of 0."""
    import numpy as np

    function = _function(metric)
    parts = [(ALL, np.full(len(people.outcome), True), people.counts.sum(0), drawn.sum(1))]
    for place, group in enumerate(people.groups if each_group else ()):
        parts.append((group, people.group_of == group, people.counts[place], drawn[:, place]))
    return [
        _measure(
            metric,
            group,
            data,
            function(people.outcome[rows], people.predicted[rows]),
            _ends(_rate(metric, redrawn)),
            _base(metric, counts),
        )
        for group, rows, counts, redrawn in parts
        if _base(metric, counts)
    ]


def _differences(
    metric: Metric, people: _People, seed: int, draws: int, data: str
) -> list[Measure]:
    """The largest difference between groups; with more than two, also by chance and by group."""
    import numpy as np

    rates = DIFFERENCES[metric]
    kept = np.all([_base(rate, people.counts) > 0 for rate in rates], axis=0)
    if kept.sum() < 2:
        text = t("“{name}” compares groups: at least two of them need people on whom it can rest.")
        raise ValueError(translated(text, name=metric))
    rows = np.isin(people.group_of, np.array(people.groups)[kept])
    value = _function(metric)(
        people.outcome[rows], people.predicted[rows], sensitive_features=people.group_of[rows]
    )
    counts = people.counts[kept]
    pairs = list(combinations(counts, 2))
    intervals = [
        _gap_ends(rate, one, other, len(rates) * len(pairs))
        for rate in rates
        for one, other in pairs
    ]
    # The interval of `other` minus `one` is that of `one` minus `other`, turned round.
    low = max(max(low, -high) for low, high in intervals)
    high = max(max(high, -low) for low, high in intervals)
    cells = sorted({cell for rate in rates for cell in RATES[rate][1]})
    base = counts[:, cells].sum()
    if len(counts) == 2:
        return [_measure(metric, ALL, data, value, (low, high), base)]
    by_chance = _by_chance(rates, counts, seed, draws)
    chance: Any = f"{metric} by chance"
    found = [
        _measure(metric, ALL, data, value, (max(0, low), high), base),
        _measure(chance, ALL, data, by_chance.mean(), _ends(by_chance), base),
    ]
    if len(rates) == 1:
        (rate,), names = rates, np.array(people.groups)[kept].tolist()
        for group, here in zip(names, counts, strict=True):
            others = counts.sum(0) - here
            gap = float(_rate(rate, here) - _rate(rate, others))
            ends = _gap_ends(rate, here, others, len(counts))
            found.append(_measure(metric, group, data, gap, ends, _base(rate, here)))
    return found


def _gap_ends(rate: str, one: "Array", other: "Array", comparisons: int) -> tuple[float, float]:
    """The ends of the interval of a rate of one group minus that of another.

    Newcombe's hybrid score interval, from the Wilson intervals of the two rates (Statistics in
    Medicine 17, 1998, method 10). It has a width for very few people too, where a bootstrap has
    none. The level is such that all `comparisons` hold together in 95 % of cases (Bonferroni).
    """
    z = NormalDist().inv_cdf(1 - 0.025 / comparisons)
    (p, p_low, p_high), (q, q_low, q_high) = (
        _wilson(float(_rate(rate, each)), int(_base(rate, each)), z) for each in (one, other)
    )
    return p - q - hypot(p - p_low, q_high - q), p - q + hypot(p_high - p, q - q_low)


def _wilson(share: float, people: int, z: float) -> tuple[float, float, float]:
    """A share with the ends of its Wilson interval."""
    middle = (share + z * z / (2 * people)) / (1 + z * z / people)
    variance = share * (1 - share) / people + (z / (2 * people)) ** 2
    half = z * sqrt(variance) / (1 + z * z / people)
    return share, middle - half, middle + half


def _by_chance(rates: Sequence[str], counts: "Array", seed: int, draws: int) -> "Array":
    """The differences of groups of these sizes that all have the rate of everybody."""
    import numpy as np

    random = np.random.default_rng(seed)
    found = []
    for rate in rates:
        base = _base(rate, counts)
        drawn = random.binomial(base, _rate(rate, counts.sum(0)), (draws, len(base))) / base
        found.append(drawn.max(1) - drawn.min(1))
    most: Array = np.max(found, axis=0)
    return most


def _ends(drawn: "Array") -> tuple[float, float]:
    """The ends of a 95 % interval: percentiles of bootstrap draws."""
    import numpy as np

    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def _base(metric: str, counts: "Array") -> "Array":
    """The denominator of a rate; the last axis of `counts` holds the four cases."""
    base: Array = counts[..., RATES[metric][1]].sum(axis=-1)
    return base


def _rate(metric: str, counts: "Array") -> "Array":
    """A rate from counts, NaN where its denominator is 0."""
    import numpy as np

    base = _base(metric, counts)
    counted = counts[..., RATES[metric][0]].sum(axis=-1)
    rate: Array = np.divide(counted, base, out=np.full(base.shape, np.nan), where=base > 0)
    return rate


def _function(metric: Metric) -> Callable[..., float]:
    """The function of fairlearn or scikit-learn that computes a metric."""
    from fairlearn import metrics as fair
    from sklearn import metrics as sklearn

    functions: dict[str, Callable[..., float]] = {
        "accuracy": sklearn.accuracy_score,
        BASELINE: sklearn.accuracy_score,
        "selection rate": fair.selection_rate,
        "recall": sklearn.recall_score,
        "precision": sklearn.precision_score,
        "false positive rate": partial(fair.false_positive_rate, pos_label=1),
        "false negative rate": partial(fair.false_negative_rate, pos_label=1),
        "demographic parity difference": fair.demographic_parity_difference,
        "equal opportunity difference": fair.equal_opportunity_difference,
        "equalized odds difference": fair.equalized_odds_difference,
    }
    return functions[metric]


def _measure(
    metric: Measured, group: str, data: str, value: float, ends: tuple[float, float], count: Any
) -> Measure:
    # Adding 0.0 makes a rounded -0.0 a plain 0.
    value, low, high = (round(float(number), 4) + 0.0 for number in (value, *ends))
    return Measure(
        metric=metric, group=group, data=data, value=value, low=low, high=high, count=int(count)
    )


def _zeros_and_ones(values: Any, name: str) -> "Array":
    import numpy as np

    column = np.asarray(values)
    if column.ndim != 1 or not len(column) or not np.isin(column, (0, 1)).all():
        text = t(
            "`{name}` needs one column of 0 and 1: make a decision of a score first, as in "
            "`score >= 0.5`."
        )
        raise ValueError(translated(text, name=name))
    return column.astype(int)


def _group_names(groups: Any, people: int) -> "Array":
    """The group of each person as text; everybody in one group when there are none."""
    import pandas as pd

    if groups is None:
        groups = [ALL] * people
    elif pd.isna(column := pd.Series(list(groups))).any():
        text = t("{count} people have no group: give them one, such as “not stated”.")
        raise ValueError(translated(text, count=int(pd.isna(column).sum())))
    elif (column.astype(str) == ALL).any():
        raise ValueError(translated(t("A group cannot be called “all”: that is everybody.")))
    import numpy as np

    return np.array([str(group) for group in groups])
