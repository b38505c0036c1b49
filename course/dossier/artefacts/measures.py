"""Measures: numbers with the people they rest on and their interval.

numpy, pandas, fairlearn and scikit-learn are imported only when something is measured.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from itertools import combinations
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Literal, get_args

from course.dossier.fields.faults import t, translated
from course.dossier.fields.parts import Count, Part, SignedShare, Text, required

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

Z = NormalDist().inv_cdf(0.975)
"""Standard errors to either side of a 95 % interval."""

FEW = 10
"""Clusters, less one, where their number is not known."""

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
    clusters: Any = None,
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
    clusters : array-like of shape (n,), optional
        A label for each person, the same for people who are no independent evidence: comments
        from one template, pupils of one school. Then chance draws whole clusters.
    metrics : sequence of Metric
        Names in METRICS. "baseline accuracy" is the accuracy of predicting, for everybody, the
        most frequent value of `y_true`.
    seed, draws : int
        The 95 % interval of a rate is a percentile bootstrap: the n people are resampled with
        replacement `draws` times; its ends are the 2.5th and 97.5th percentiles. A rate of 0 or 1,
        which is the same in each draw, has Wilson's interval. For an interval with `clusters` see
        the notes.

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
        unknown metric, a person without a group or cluster, or a difference with fewer than two
        groups.

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

    With `clusters`, the variance of a rate is that of a cluster bootstrap: as many clusters as
    there are, drawn whole and with replacement (Cameron, Gelbach and Miller, Review of Economics
    and Statistics 90, 2008). It says on how many independent people the rate would be as certain:
    Wilson's and Newcombe's intervals take this effective number (Kish, Survey Sampling, 1965) and
    the quantile of Student's t for the effective number of clusters less one, as percentiles of
    few clusters are too narrow. Two groups that share clusters have correlated rates: then
    Newcombe's interval for paired proportions takes the correlation from the same draws. By
    chance alone, each cluster takes the make-up by groups of another cluster (a permutation of
    the clusters): where each lies in one group, whole clusters are dealt to the groups.
    """
    import numpy as np

    outcome, predicted = _zeros_and_ones(y_true, "y_true"), _zeros_and_ones(y_pred, "y_pred")
    group_of = _group_names(groups, len(outcome))
    cluster_of = _numbers(clusters, len(outcome))
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
        said = most_often if metric == BASELINE else predicted
        people = _People(outcome, said, group_of, cluster_of, draws, seed)
        if metric in DIFFERENCES:
            found += _differences(metric, people, data)
        else:
            found += _rates(metric, people, data, each_group=groups is not None)
    return found


def gap_to_others(
    y_pred: Any,
    here: Any,
    *,
    clusters: Any = None,
    comparisons: int = 1,
    seed: int = 0,
    draws: int = 1000,
) -> tuple[float, float, float]:
    """The share of a group minus that of all others, and the ends of its interval.

    Parameters
    ----------
    y_pred : array-like of shape (n,)
        The predictions, each 0 or 1. Of the positive cases only, their share is the recall.
    here : array-like of shape (n,)
        Whether each person belongs to the group; it needs people on both sides.
    clusters, seed, draws
        As in `measures`.
    comparisons : int
        The intervals of so many gaps hold together in 95 % of cases (Bonferroni).
    """
    import numpy as np

    predicted, inside = _zeros_and_ones(y_pred, "y_pred"), _zeros_and_ones(here, "here")
    cluster_of = _numbers(clusters, len(predicted))
    people = _People(np.ones_like(predicted), predicted, inside, cluster_of, draws, seed)
    others, group = (people.sample([place]) for place in (0, 1))
    low, high = _gap_ends("recall", group, others, comparisons)
    return group.rate("recall") - others.rate("recall"), low, high


def ends_of_gap(one: Measure, others: Sequence[Measure], comparisons: int) -> tuple[float, float]:
    """The ends of the interval of a group's rate minus that of all others, from their measures.

    The effective number of people is read off each interval. The measures do not say how many
    clusters there are: where one is wider than its count asks for, few clusters are assumed.
    """
    from scipy import stats

    p, counts, q = float(one.value or 0), [each.count or 0 for each in others], 0.0
    n, variance = sum(counts), 0.0
    for each, count in zip(others, counts, strict=True):
        share = float(each.value or 0)
        q += share * count / n
        variance += (count / n) ** 2 * share * (1 - share) / _independent(each)
    size = q * (1 - q) / variance if variance else n
    level = 1 - 0.025 / comparisons
    z = NormalDist().inv_cdf(level)
    if any(_independent(each) < (each.count or 0) for each in (one, *others)):
        z = float(Z * stats.t.ppf(level, FEW) / stats.t.ppf(0.975, FEW))
    return _newcombe(p, _wilson(p, _independent(one), z), q, _wilson(q, size, z))


def _independent(measure: Measure) -> float:
    """The people from whom Wilson's interval of a rate would be as wide; at most its count."""
    share, count = float(measure.value or 0), float(measure.count or 0)
    width = float(measure.high or 0) - float(measure.low or 0)
    if width <= 0:
        return count
    # The width of the interval, solved for the number of people: a n^2 + 2 b n + c = 0.
    a = width**2 / (4 * Z**2)
    b = width**2 / 4 - share * (1 - share) / 2
    c = Z**2 * (width**2 - 1) / 4
    people = (sqrt(max(b * b - a * c, 0)) - b) / a
    # Draws make a percentile interval up to a tenth wider or narrower: that is no cluster.
    return count if people > 0.8 * count else max(people, 1)


class _People:
    """The people who are measured: outcome, prediction (each 0 or 1) and group, of shape (n,).

    `counts`, of shape (groups, 4), holds the number of people of each group in each case;
    `of_clusters`, of shape (clusters, groups, 4), that in each cluster, or None without clusters.
    """

    def __init__(
        self,
        outcome: "Array",
        predicted: "Array",
        group_of: "Array",
        cluster_of: "Array | None",
        draws: int,
        seed: int,
    ):
        import numpy as np

        self.outcome, self.predicted, self.group_of = outcome, predicted, group_of
        self.draws, self.seed = draws, seed
        names, places = np.unique(group_of, return_inverse=True)
        self.groups = names.tolist()
        cluster = np.zeros_like(places) if cluster_of is None else cluster_of
        shape = (int(np.max(cluster)) + 1, len(names), 4)
        cells = np.ravel_multi_index((cluster, places, 2 * outcome + predicted), shape)
        counted = np.bincount(cells, minlength=int(np.prod(shape))).reshape(shape)
        self.counts = counted.sum(0)
        self.of_clusters = None if cluster_of is None else counted

    def sample(self, places: "Iterable[int] | None" = None) -> "_Sample":
        """The people of some groups, by their places; everybody without places."""
        chosen = list(range(len(self.groups)) if places is None else places)
        if self.of_clusters is None:
            return _Sample(self.counts[chosen].sum(0))
        of_clusters = self.of_clusters[:, chosen].sum(1)
        return _Sample(of_clusters.sum(0), of_clusters, self.weights)

    @cached_property
    def weights(self) -> "Array":
        """How often each cluster is in each draw, of shape (draws, clusters)."""
        import numpy as np

        assert self.of_clusters is not None
        n = len(self.of_clusters)
        drawn = np.random.default_rng(self.seed).integers(n, size=(self.draws, n))
        cells = drawn + n * np.arange(self.draws)[:, None]
        return np.bincount(cells.ravel(), minlength=self.draws * n).reshape(self.draws, n)

    def drawn(self) -> "Array":
        """The counts in resampled people, of shape (draws, groups, 4).

        Resampling n people with replacement is a multinomial draw of the counts. MetricFrame's
        n_boot resamples person by person, which is some hundred times slower.
        """
        import numpy as np

        n, random = len(self.outcome), np.random.default_rng(self.seed)
        drawn = random.multinomial(n, self.counts.ravel() / n, size=self.draws)
        return drawn.reshape(self.draws, *self.counts.shape)


class _Sample:
    """Some people: the `counts` of the cases, of shape (4,), of all and in each cluster."""

    def __init__(
        self,
        counts: "Array",
        of_clusters: "Array | None" = None,
        weights: "Array | None" = None,
    ):
        self.counts, self.of_clusters, self.weights = counts, of_clusters, weights

    def rate(self, metric: str) -> float:
        return float(_rate(metric, self.counts))

    def drawn(self, metric: str) -> "Array":
        """The rate in each draw of whole clusters, of shape (draws,)."""
        assert self.weights is not None
        return _rate(metric, self.weights @ self.of_clusters)

    def clusters(self, metric: str) -> float:
        """The effective number of clusters: fewer than there are where their sizes differ."""
        assert self.of_clusters is not None
        sizes = _base(metric, self.of_clusters)
        return float(sizes.sum() ** 2 / (sizes**2).sum())

    def size(self, metric: str) -> float:
        """The number of independent people on whom the rate would be as certain.

        Where all draws agree, each cluster counts as one person.
        """
        import numpy as np

        people = float(_base(metric, self.counts))
        if self.weights is None:
            return people
        rate, variance = self.rate(metric), float(np.nanvar(self.drawn(metric)))
        if variance < 1e-12:
            return self.clusters(metric)
        return min(people, rate * (1 - rate) / variance)


def _rates(metric: Metric, people: _People, data: str, *, each_group: bool) -> list[Measure]:
    """A rate for everybody and, with `each_group`, each group; none with a denominator of 0."""
    import numpy as np

    function = _function(metric)
    everybody: tuple[str, list[int]] = (ALL, list(range(len(people.groups))))
    parts = [everybody, *((group, [place]) for place, group in enumerate(people.groups))]
    drawn = people.drawn() if people.of_clusters is None else None
    found = []
    for group, places in parts if each_group else [everybody]:
        sample = people.sample(places)
        if not _base(metric, sample.counts):
            continue
        rows = np.isin(people.group_of, np.array(people.groups)[places])
        value = function(people.outcome[rows], people.predicted[rows])
        if drawn is not None and 0 < sample.rate(metric) < 1:
            ends = _ends(_rate(metric, drawn[:, places].sum(1)))
        else:
            z = _quantile(metric, [sample], 1)
            ends = _wilson(sample.rate(metric), sample.size(metric), z)
        found.append(_measure(metric, group, data, value, ends, _base(metric, sample.counts)))
    return found


def _differences(metric: Metric, people: _People, data: str) -> list[Measure]:
    """The largest difference between groups; with more than two, also by chance and by group."""
    import numpy as np

    rates = DIFFERENCES[metric]
    kept = np.all([_base(rate, people.counts) > 0 for rate in rates], axis=0).nonzero()[0]
    if len(kept) < 2:
        text = t("“{name}” compares groups: at least two of them need people on whom it can rest.")
        raise ValueError(translated(text, name=metric))
    names = np.array(people.groups)[kept]
    rows = np.isin(people.group_of, names)
    value = _function(metric)(
        people.outcome[rows], people.predicted[rows], sensitive_features=people.group_of[rows]
    )
    samples = {place: people.sample([place]) for place in kept.tolist()}
    pairs = list(combinations(samples.values(), 2))
    intervals = [
        _gap_ends(rate, one, other, len(rates) * len(pairs))
        for rate in rates
        for one, other in pairs
    ]
    # The interval of `other` minus `one` is that of `one` minus `other`, turned round.
    low = max(max(low, -high) for low, high in intervals)
    high = max(max(high, -low) for low, high in intervals)
    cells = sorted({cell for rate in rates for cell in RATES[rate][1]})
    base = people.counts[kept][:, cells].sum()
    if len(kept) == 2:
        return [_measure(metric, ALL, data, value, (low, high), base)]
    by_chance = _by_chance(rates, people, kept)
    chance: Any = f"{metric} by chance"
    found = [
        _measure(metric, ALL, data, value, (max(0, low), high), base),
        _measure(chance, ALL, data, by_chance.mean(), _ends(by_chance), base),
    ]
    if len(rates) == 1:
        (rate,) = rates
        for (place, here), group in zip(samples.items(), names.tolist(), strict=True):
            others = people.sample(set(samples) - {place})
            gap = here.rate(rate) - others.rate(rate)
            ends = _gap_ends(rate, here, others, len(samples))
            found.append(_measure(metric, group, data, gap, ends, _base(rate, here.counts)))
    return found


def _gap_ends(rate: str, one: _Sample, other: _Sample, comparisons: int) -> tuple[float, float]:
    """The ends of the interval of a rate of one group minus that of another.

    Newcombe's hybrid score interval, from the Wilson intervals of the two rates (Statistics in
    Medicine 17, 1998: method 10 for independent proportions, and that for paired ones where the
    two groups share clusters). It has a width for very few people too, where a bootstrap has
    none. The level is such that all `comparisons` hold together in 95 % of cases (Bonferroni).
    """
    z = _quantile(rate, [one, other], comparisons)
    p, q = one.rate(rate), other.rate(rate)
    of_one, of_other = (_wilson(each.rate(rate), each.size(rate), z) for each in (one, other))
    return _newcombe(p, of_one, q, of_other, _correlation(rate, one, other))


def _newcombe(
    p: float,
    of_p: tuple[float, float],
    q: float,
    of_q: tuple[float, float],
    related: float = 0,
) -> tuple[float, float]:
    """The ends of the interval of p - q, from those of p and of q and their correlation."""

    def far(first: float, second: float) -> float:
        return sqrt(max(first**2 + second**2 - 2 * related * first * second, 0))

    return p - q - far(p - of_p[0], of_q[1] - q), p - q + far(of_p[1] - p, q - of_q[0])


def _quantile(rate: str, samples: Sequence[_Sample], comparisons: int) -> float:
    """How many standard errors an interval goes to either side."""
    level = 1 - 0.025 / comparisons
    if samples[0].weights is None:
        return NormalDist().inv_cdf(level)
    from scipy import stats

    fewest = min(sample.clusters(rate) for sample in samples)
    return float(stats.t.ppf(level, max(fewest - 1, 1)))


def _correlation(rate: str, one: _Sample, other: _Sample) -> float:
    """The correlation of two groups' rates: 0 unless they share clusters."""
    import numpy as np

    if one.of_clusters is None or other.of_clusters is None:
        return 0
    shared = (_base(rate, one.of_clusters) > 0) & (_base(rate, other.of_clusters) > 0)
    drawn = np.array([one.drawn(rate), other.drawn(rate)])
    drawn = drawn[:, ~np.isnan(drawn).any(axis=0)]
    if not shared.any() or (drawn.std(axis=1) < 1e-6).any():
        return 0
    return float(np.corrcoef(drawn)[0, 1])


def _wilson(share: float, people: float, z: float) -> tuple[float, float]:
    """The ends of the Wilson interval of a share."""
    middle = (share + z * z / (2 * people)) / (1 + z * z / people)
    variance = share * (1 - share) / people + (z / (2 * people)) ** 2
    half = z * sqrt(variance) / (1 + z * z / people)
    return middle - half, middle + half


def _by_chance(rates: Sequence[str], people: _People, kept: "Array") -> "Array":
    """The differences of groups of these sizes that all have the rate of everybody."""
    import numpy as np

    random = np.random.default_rng(people.seed)
    found = []
    if people.of_clusters is not None:
        drawn = _dealt(people.of_clusters[:, kept], rates, random, people.draws)
    for rate in rates:
        if people.of_clusters is None:
            counts = people.counts[kept]
            base = _base(rate, counts)
            size = (people.draws, len(base))
            shares = random.binomial(base, _rate(rate, counts.sum(0)), size) / base
        else:
            shares = _rate(rate, drawn)
        found.append(np.nanmax(shares, axis=1) - np.nanmin(shares, axis=1))
    most: Array = np.max(found, axis=0)
    return most


def _dealt(of_clusters: "Array", rates: Sequence[str], random: Any, draws: int) -> "Array":
    """The counts, of shape (draws, groups, 4), when groups are dealt anew to whole clusters.

    Each cluster takes the make-up by groups of a cluster drawn without replacement, and its
    people are dealt by it. Clusters without people on whom a rate rests are left out.
    """
    import numpy as np

    cells = sorted({cell for rate in rates for cell in RATES[rate][1]})
    known = of_clusters[of_clusters[..., cells].sum(axis=(1, 2)) > 0]
    cases, of_groups = known.sum(1), known[..., cells].sum(-1)
    makeup = of_groups / of_groups.sum(-1, keepdims=True)
    return np.array(
        [
            random.multinomial(cases, makeup[random.permutation(len(known))][:, None]).sum(0).T
            for _ in range(draws)
        ]
    )


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


def _numbers(clusters: Any, people: int) -> "Array | None":
    """The number of each person's cluster, from 0; None without clusters."""
    import pandas as pd

    if clusters is None:
        return None
    numbers, _ = pd.factorize(pd.Series(list(clusters)))
    if len(numbers) != people or (numbers < 0).any():
        raise ValueError(translated(t("`clusters` needs one label for each person.")))
    return numbers
