"""Intervals hold the truth, gaps are found, and what is no gap is not flagged.

The truth is known because classes are simulated (tests/classroom/pages/simulated.py). The weekly
test has 200 classes of each size; the quick ones have few. Seeds are fixed.
"""

import numpy as np
import pytest
from scipy import stats

from classroom.pages.report import statistics
from tests.classroom.pages.simulated import PLANTED, SIZES, World, answers, measure, share, truth

RUNS = 200


def test_difficulty_has_the_exact_interval_of_a_proportion():
    # scipy has an implementation of its own of Clopper and Pearson's interval.
    for n, right in ((34, 0), (34, 5), (34, 34), (200, 121)):
        scores = np.repeat([1.0, 0.0], [right, n - right])
        found = statistics.difficulty(scores)
        exact = stats.binomtest(right, n).proportion_ci(statistics.CONFIDENCE, "exact")
        assert (found.value, found.n) == (right / n, n)
        assert (found.low, found.high) == pytest.approx((exact.low, exact.high))


def test_the_item_rest_correlation_leaves_the_item_itself_out():
    points = np.array([[1, 0, 2], [0, 0, 1], [1, 1, 2], [0, 1, 0]] * 5, dtype=float)
    rest = statistics.rests(points)
    assert rest[0].tolist() == [2, 3, 1]
    found = statistics.item_rest_correlation(points[:, 0], rest[:, 0])
    # By hand: the item is 1, 0, 1, 0 and its rest 2, 1, 3, 1; covariance 3/8, variances 1/4, 11/16.
    assert found.value == pytest.approx(3 / 8 / np.sqrt(1 / 4 * 11 / 16))
    assert found.low < found.value < found.high


@pytest.mark.parametrize(
    ("item", "rest"),
    [
        ([1.0] * 34, range(34)),
        ([0.0] * 4 + [1.0] * 30, range(34)),
        ([0.0, 1.0] * 17, [3] * 34),
        ([0.0, 1.0] * 4, range(8)),
        ([], []),
    ],
    ids=["all alike", "four differ", "rest all alike", "eight learners", "nobody"],
)
def test_no_correlation_is_stated_where_too_few_learners_differ(item, rest):
    assert statistics.item_rest_correlation(np.array(item), np.array(rest, dtype=float)) is None


def test_gaps_of_a_group_below_the_smallest_are_not_looked_at():
    scores, _ = answers(World(), 40, np.random.default_rng(1))
    groups = ["en"] * 30 + ["fr"] * 6 + ["pt"] * 4
    found = statistics.group_gaps(scores, scores, groups, smallest=5, permutations=99)
    assert {each.group for each in found} == {"en", "fr"}
    assert statistics.group_gaps(scores, scores, ["en"] * 40, smallest=5) == []
    assert statistics.group_gaps(scores, scores, ["en"] * 36 + ["fr"] * 4, smallest=5) == []


def test_a_gap_has_its_size_and_sign():
    world = World(gap=2.0)
    scores, languages = answers(world, 1000, np.random.default_rng(3))
    gaps = statistics.group_gaps(scores, scores, list(languages), smallest=5, permutations=999)
    french = next(each for each in gaps if (each.item, each.group) == (PLANTED, "fr"))
    assert french.high < 0 and french.low <= truth(world)[2] <= french.high


def test_more_looks_make_a_wider_interval():
    scores, languages = answers(World(), 100, np.random.default_rng(3))
    once, often = (
        statistics.group_gaps(scores, scores, list(languages), smallest=5, looks=looks)
        for looks in (1, 14)
    )
    assert all(a.low > b.low and a.high < b.high for a, b in zip(once, often, strict=True))


@pytest.mark.parametrize("n", SIZES[:2])
def test_in_a_few_classes_the_intervals_hold_the_truth_and_nothing_is_flagged_without_a_gap(n):
    found = measure(World(), n, runs=20, permutations=499)
    assert share(found.difficulty) >= 0.95
    assert share(found.correlation) >= 0.95
    assert found.classes_with_false_flags <= 2


def test_in_a_few_classes_of_200_a_planted_gap_is_found():
    found = measure(World(gap=2.0), 200, runs=10, permutations=499)
    assert found.found >= 9
    assert share(found.gap) >= 0.95


WORLDS = {
    "no gap": World(),
    "one language less able": World(less_able=0.5),
    "partial credit": World(partial=True),
    "gap in French": World(gap=2.0),
}


@pytest.mark.weekly
@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("n", SIZES)
def test_in_200_classes_at_least_95_percent_of_the_intervals_hold_the_truth(n, world):
    found = measure(WORLDS[world], n, RUNS)
    assert share(found.difficulty) >= 0.95
    assert share(found.correlation) >= 0.95
    assert share(found.gap) >= 0.95
    assert found.classes_with_false_flags / RUNS <= statistics.FALSE_FLAGS
    # An item that tells learners apart is hardly ever called weak.
    assert share(found.below) <= 0.01
    if WORLDS[world].gap and n >= 200:
        assert found.found / RUNS >= 0.95
