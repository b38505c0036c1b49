"""Item analysis with intervals, and a test for gaps between groups; nothing here knows a course.

The terms are those of classical test theory: an item is an exercise, its score the share of its
points that a learner has reached. Learners are taken for a sample of those whom the course could
have, and intervals are about that population.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Floats = NDArray[np.float64]

CONFIDENCE = 0.97
"""Level at which intervals are computed; what is promised to readers is 95%.

The difference is a margin for the approximations: tests/classroom/pages/test_statistics.py measures
that at least 95% hold, by quantity and number of learners.
"""

FALSE_FLAGS = 0.05
"""The promised probability that a report flags any gap at all when no group differs."""

COMPUTED_FALSE_FLAGS = 0.02
"""The one at which gaps are tested, with the same margin."""

FEWEST = 10
"""Learners without whom no correlation is computed."""

FEWEST_OTHERS = 5
"""Learners that must differ from an item's most frequent score, for a correlation.

With fewer, the correlation rests on two or three people, and no interval is known that holds.
"""

PERMUTATIONS = 4999
SEED = 20221125

WEAK = 0.2
"""An item is weak where the whole interval of its item-rest correlation is below this value.

Ebel's rule of thumb: items below 0.19 are poor, "to be rejected or improved by revision" (R. L.
Ebel and D. A. Frisbie, Essentials of Educational Measurement, 5th edition, 1991, page 232).
"""

EASY, HARD = 0.85, 0.3
"""An item's difficulty is extreme where its whole interval is above EASY or below HARD.

Our choice: for tests that rank people 0.3 to 0.7 is usual (M. J. Allen and W. M. Yen, Introduction
to Measurement Theory, 1979, page 121); in a course most people should solve most exercises.
"""


@dataclass(frozen=True)
class Estimate:
    """A value from `n` learners, with the bounds of its 95% interval."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Gap:
    """By how much a group's mean score of an item differs from that of all the others.

    `value` is a difference of shares between -1 and 1, among learners with equal results in the
    rest of the items; `low` and `high` bound it, for all gaps that were looked at together.
    """

    item: int
    group: str
    value: float
    low: float
    high: float

    @property
    def beyond_chance(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def difficulty(scores: Floats) -> Estimate:
    """The mean of scores between 0 and 1, with its Clopper-Pearson interval.

    The item's difficulty in classical test theory: 1 means that everybody has all points.

    Parameters
    ----------
    scores : array of shape (n,)
        A learner's share of the points, between 0 and 1.

    Notes
    -----
    With x the sum of the scores, the bounds are quantiles of beta distributions: of
    Beta(x, n - x + 1) at 0.025, and of Beta(x + 1, n - x) at 0.975 (C. J. Clopper and E. S.
    Pearson, Biometrika 26, 1934, pages 404-413). For scores of 0 and 1 they hold the true value at
    least 95 times in 100, whatever it is. Partial credit has less variance than scores of 0 and 1
    with the same mean, so the interval is then wider than it need be.
    """
    n, x = len(scores), float(np.sum(scores))
    outside = (1 - CONFIDENCE) / 2
    low = float(stats.beta.ppf(outside, x, n - x + 1)) if x > 0 else 0.0
    high = float(stats.beta.ppf(1 - outside, x + 1, n - x)) if x < n else 1.0
    return Estimate(x / n, low, high, n)


def item_rest_correlation(item: Floats, rest: Floats) -> Estimate | None:
    """The correlation of an item with the sum of all other items, with its interval.

    Parameters
    ----------
    item : array of shape (n,)
        The scores of one item.
    rest : array of shape (n,)
        The points in all other items ("corrected": an item is not correlated with itself).

    Returns
    -------
    Estimate or None
        None where there are too few learners, or too few who differ from the rest of the class
        (FEWEST, FEWEST_OTHERS), or where all have the same rest.

    Notes
    -----
    The interval is one of Fisher's z, arctanh(r) ± t · se, with Student's t of n - 2 degrees of
    freedom. The standard error does not presume normal scores, since an item's scores are 0 and 1
    or a few values between: it is the root mean square of the influence function of r, u·v -
    r(u² + v²)/2 with standardised u and v (S. J. Devlin, R. Gnanadesikan and J. R. Kettenring,
    Biometrika 62, 1975, pages 531-545), over (1 - r²)·√n. It underestimates in small samples, so
    it is never taken as less than Fisher's 1/√(n - 3).
    """
    n = len(item)
    most_frequent = max(np.unique(item, return_counts=True)[1], default=0)
    if n < FEWEST or n - most_frequent < FEWEST_OTHERS or np.ptp(rest) == 0:
        return None
    u, v = _standardised(item), _standardised(rest)
    r = float(np.clip(np.mean(u * v), -0.9999, 0.9999))
    influence = u * v - r * (u**2 + v**2) / 2
    error = max(
        float(np.sqrt(np.mean(influence**2) / n)) / (1 - r**2),
        1 / np.sqrt(n - 3),
    )
    margin = float(stats.t.ppf((1 + CONFIDENCE) / 2, n - 2)) * error
    z = np.arctanh(r)
    return Estimate(r, float(np.tanh(z - margin)), float(np.tanh(z + margin)), n)


def _standardised(values: Floats) -> Floats:
    standardised: Floats = (values - values.mean()) / values.std()
    return standardised


def rests(points: Floats) -> Floats:
    """For each learner and item, the points in all other items; shape (n, items) in and out."""
    others: Floats = points.sum(axis=1, keepdims=True) - points
    return others


def group_gaps(
    scores: Floats,
    points: Floats,
    groups: Sequence[str],
    *,
    smallest: int,
    looks: int = 1,
    permutations: int = PERMUTATIONS,
) -> list[Gap]:
    """Each group's gap to all others in each item, at equal ability in the rest of the items.

    Parameters
    ----------
    scores : array of shape (n, items)
        The scores of the items, between 0 and 1.
    points : array of shape (n, items)
        The points of the items, of which the rest is summed.
    groups : sequence of n names
        The group of each learner.
    smallest : int
        Groups with fewer learners are not looked at; their learners are among "the others".
    looks : int
        How many sets of items the report looks at. FALSE_FLAGS is shared among them.
    permutations : int
        Of the learners; the random numbers have a fixed seed.

    Returns
    -------
    list of Gap
        One for each item and group that was looked at; empty with fewer than two groups.

    Notes
    -----
    The gap is the coefficient of the group in a linear regression of the item's scores on the
    points in the rest and the group. The rest measures ability with error, so learners of a less
    able group would seem to do worse in every item than others with the same rest. Therefore the
    rest is first drawn to the group's mean by its reliability (T. L. Kelley's formula; R. Shealy
    and W. Stout, Psychometrika 58, 1993, pages 159-194, correct so for the same reason); the
    reliability is Cronbach's alpha within groups.

    The test permutes the residuals of the regression without the group (D. Freedman and D. Lane,
    Journal of Business & Economic Statistics 1, 1983, pages 292-298). The residuals of all items
    are permuted together, and every |t| is compared with the distribution of the largest |t| over
    all items and groups, which corrects for how many are looked at (P. H. Westfall and S. S. Young,
    Resampling-Based Multiple Testing, 1993, section 2.3). The interval is the gap ± the critical
    value of that distribution times the standard error.

    An item with a gap makes the rest of all others harder for its group. So, where a gap is beyond
    chance, all is computed again with such items left out of the rest ("purification": P. W.
    Holland and D. T. Thayer, in H. Wainer and H. I. Braun, Test Validity, 1988, pages 129-145).
    """
    labels = np.asarray(groups)
    names = [
        name
        for name in sorted(set(groups))
        if smallest <= np.sum(labels == name) <= len(labels) - smallest
    ]
    if not names or len(labels) < FEWEST:
        return []
    in_rest = np.ones(scores.shape[1], dtype=bool)
    found = _gaps(scores, points, labels, names, in_rest, looks, permutations)
    in_rest[[each.item for each in found if each.beyond_chance]] = False
    if in_rest.all() or in_rest.sum() < FEWEST_ANCHORS:
        return found
    return _gaps(scores, points, labels, names, in_rest, looks, permutations)


FEWEST_ANCHORS = 3
"""Items without a gap that are needed to measure the rest by them alone."""


def _gaps(
    scores: Floats,
    points: Floats,
    labels: NDArray[np.str_],
    names: Sequence[str],
    in_rest: NDArray[np.bool_],
    looks: int,
    permutations: int,
) -> list[Gap]:
    """The gaps of the groups `names`, where only the items `in_rest` count in the rest."""
    n = len(labels)
    rest = points[:, in_rest].sum(axis=1, keepdims=True) - points * in_rest
    kept = [j for j in range(scores.shape[1]) if np.ptp(scores[:, j]) and np.ptp(rest[:, j])]
    if not kept:
        return []
    reliability = _reliability(points, labels, in_rest)[kept]
    rest, y = rest[:, kept], scores[:, kept] - scores[:, kept].mean(axis=0)
    # Arrays have the shape (groups, n, items). All is centred, in place of an intercept.
    member = np.stack([labels == name for name in names])
    x = np.stack([_regressed(rest, each, reliability) for each in member])
    x = x - x.mean(axis=1, keepdims=True)
    size = np.linalg.norm(x, axis=1, keepdims=True)
    size = np.where(size > 0, size, 1)
    x = x / size
    slope = np.sum(x * y, axis=1, keepdims=True)
    residuals = y - x * slope
    centred = (member - member.mean(axis=1, keepdims=True))[:, :, None]
    away = centred - x * np.sum(x * centred, axis=1, keepdims=True)
    length = np.sqrt(np.sum(away**2, axis=1))
    usable = length > 1e-6
    length = np.where(usable, length, 1)

    def compared(values: Floats) -> tuple[Floats, Floats]:
        """The gap and its standard error, by group and item, for residuals of the items."""
        product = np.einsum("gnj,gnj->gj", away, values)
        left = np.einsum("gnj,gnj->gj", values, values)
        left = left - np.einsum("gnj,gnj->gj", x, values) ** 2 - (product / length) ** 2
        return product / length**2, np.sqrt(np.maximum(left, 1e-12) / (n - 3)) / length

    gap, standard_error = compared(residuals)
    # A group's mean, to which the rest was drawn, is itself known from the group's learners only.
    sizes = member.sum(axis=1)[:, None]
    of_mean = (slope / size)[:, 0] * (1 - reliability) * rest.std(axis=0)
    standard_error = np.sqrt(standard_error**2 + of_mean**2 * (1 / sizes + 1 / (n - sizes)))
    random = np.random.default_rng(SEED)
    largest = np.empty(permutations)
    for each in range(permutations):
        found, its_error = compared(residuals[:, random.permutation(n)])
        largest[each] = np.max(np.where(usable, np.abs(found / its_error), 0))
    # The class as it is counts as one more order of the learners.
    place = int(np.ceil((1 - COMPUTED_FALSE_FLAGS / looks) * (permutations + 1))) - 1
    margin = np.sort(largest)[min(place, permutations - 1)] * standard_error
    low, high = gap - margin, gap + margin
    return [
        Gap(kept[j], name, float(gap[g, j]), float(low[g, j]), float(high[g, j]))
        for j in range(len(kept))
        for g, name in enumerate(names)
        if usable[g, j]
    ]


LEAST_RELIABILITY = 0.3


def _reliability(points: Floats, labels: NDArray[np.str_], in_rest: NDArray[np.bool_]) -> Floats:
    """Cronbach's alpha of the rest of each item, within groups; shape (items,).

    alpha = k / (k - 1) · (1 - sum of the items' variances / variance of their sum) (L. J. Cronbach,
    Psychometrika 16, 1951, pages 297-334). Between LEAST_RELIABILITY and 1.
    """
    within = points * in_rest
    for name in np.unique(labels):
        within[labels == name] -= within[labels == name].mean(axis=0)
    variances = within.var(axis=0)
    of_rest = rests(within).var(axis=0)
    k = in_rest.sum() - in_rest
    items = variances.sum() - variances
    alpha = k / np.maximum(k - 1, 1) * (1 - items / np.where(of_rest > 0, of_rest, np.inf))
    clipped: Floats = np.where(k < 2, 1.0, np.clip(alpha, LEAST_RELIABILITY, 1))
    return clipped


def _regressed(rest: Floats, member: NDArray[np.bool_], reliability: Floats) -> Floats:
    """The rest, drawn to the mean of the group or of the others by its reliability."""
    drawn = np.empty_like(rest)
    for side in (member, ~member):
        mean = rest[side].mean(axis=0)
        drawn[side] = mean + reliability * (rest[side] - mean)
    return drawn
