"""Measures: values by hand, intervals by theory and by fairlearn, and what is refused."""

from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path
from typing import get_args

import numpy as np
import pandas as pd
import pytest
from fairlearn.metrics import (
    MetricFrame,
    equal_opportunity_difference,
    false_positive_rate,
    selection_rate,
)
from sklearn.metrics import accuracy_score, recall_score

from course.dossier import Measure, measures
from course.dossier.artefacts.measures import Metric

ROOT = Path(__file__).resolve().parents[3]

# Ten people. Women: 1 found, 1 missed, 1 false alarm, 2 rightly left alone.
# Men: 3 found, none missed, 1 false alarm, 1 rightly left alone.
HAPPENED = [1, 1, 0, 0, 0, 1, 1, 1, 0, 0]
SAID = [1, 0, 1, 0, 0, 1, 1, 1, 1, 0]
SEX = ["women"] * 5 + ["men"] * 5


def table(found: list[Measure]) -> dict[tuple, tuple]:
    return {(each.metric, each.group): (each.value, each.count) for each in found}


@pytest.fixture(scope="module")
def ten():
    return table(measures(HAPPENED, SAID, data="test", groups=SEX, metrics=get_args(Metric)))


# (value, on how many people it rests), counted in the ten rows above.
BY_HAND = {
    ("accuracy", "all"): (0.7, 10),
    ("accuracy", "women"): (0.6, 5),
    ("accuracy", "men"): (0.8, 5),
    ("selection rate", "all"): (0.6, 10),
    ("selection rate", "women"): (0.4, 5),
    ("selection rate", "men"): (0.8, 5),
    ("recall", "all"): (0.8, 5),
    ("recall", "women"): (0.5, 2),
    ("recall", "men"): (1.0, 3),
    ("precision", "all"): (0.6667, 6),
    ("precision", "women"): (0.5, 2),
    ("precision", "men"): (0.75, 4),
    ("false positive rate", "all"): (0.4, 5),
    ("false positive rate", "women"): (0.3333, 3),
    ("false positive rate", "men"): (0.5, 2),
    ("false negative rate", "all"): (0.2, 5),
    ("false negative rate", "women"): (0.5, 2),
    ("false negative rate", "men"): (0.0, 3),
    ("demographic parity difference", "all"): (0.4, 10),
    ("equal opportunity difference", "all"): (0.5, 5),
    ("equalized odds difference", "all"): (0.5, 10),
}


@pytest.mark.parametrize("key", BY_HAND, ids=" ".join)
def test_values_and_counts_are_those_of_a_count_by_hand(ten, key):
    assert ten[key] == BY_HAND[key]


def test_nothing_else_is_measured_than_what_was_counted(ten):
    assert {key for key in ten if key[0] != "baseline accuracy"} == set(BY_HAND)


def test_the_baseline_says_for_everybody_what_happened_most_often():
    found = table(
        measures(
            [1, 1, 0, 0, 0],
            [1] * 5,
            data="test",
            groups=list("aabbb"),
            metrics=["baseline accuracy"],
        )
    )
    assert found == {
        ("baseline accuracy", "all"): (0.6, 5),
        ("baseline accuracy", "a"): (0.0, 2),
        ("baseline accuracy", "b"): (1.0, 3),
    }


@pytest.fixture(scope="module")
def people():
    """Three groups of different size and different rates."""
    random = np.random.default_rng(7)
    group = random.choice(["a", "b", "c"], size=600, p=[0.5, 0.3, 0.2])
    happened = random.random(600) < 0.4
    right = random.random(600) < np.where(group == "a", 0.8, 0.65)
    return pd.DataFrame(
        {"group": group, "happened": happened, "said": np.where(right, happened, ~happened)}
    )


def measured(people: pd.DataFrame, **options) -> dict[tuple, Measure]:
    metrics = (
        "accuracy", "selection rate", "recall", "false positive rate",
        "demographic parity difference", "equal opportunity difference",
    )  # fmt: skip
    found = measures(
        people["happened"],
        people["said"],
        data="test",
        groups=people["group"],
        metrics=metrics,
        **options,
    )
    return {(each.metric, each.group): each for each in found}


def test_values_and_intervals_agree_with_fairlearns_metricframe(people):
    found = measured(people, draws=4000)
    names = {
        "accuracy": accuracy_score,
        "selection rate": selection_rate,
        "recall": recall_score,
        "false positive rate": false_positive_rate,
    }
    frame = MetricFrame(
        metrics=names,
        y_true=people["happened"].astype(int),
        y_pred=people["said"].astype(int),
        sensitive_features=people["group"],
        n_boot=250,
        ci_quantiles=[0.025, 0.975],
        random_state=0,
    )
    for metric in names:
        for group in "abc":
            own = found[metric, group]
            low, high = (each[metric][group] for each in frame.by_group_ci)
            assert own.value == pytest.approx(frame.by_group[metric][group], abs=5e-5)
            # 250 draws place the ends of an interval to about a tenth of its width.
            assert (own.low, own.high) == pytest.approx((low, high), abs=0.03)
    gap = found["demographic parity difference", "all"]
    assert gap.value == pytest.approx(frame.difference()["selection rate"], abs=5e-5)


def test_the_interval_of_a_rate_is_as_wide_as_theory_says():
    # 400 people, half of them right: 1.96 * sqrt(0.25 / 400) = 0.049 to either side.
    (found,) = measures([1] * 400, [1, 0] * 200, data="test", metrics=["accuracy"], draws=5000)
    half = 1.96 * math.sqrt(0.25 / 400)
    assert (found.low, found.high) == pytest.approx((0.5 - half, 0.5 + half), abs=0.004)


GAP = "equal opportunity difference"


def audited(sizes, rates, random, draws=1000) -> list[Measure]:
    """The gap in recall of people who are all positive, found by chance at a rate of each group."""
    said = np.concatenate(
        [random.random(size) < rate for size, rate in zip(sizes, rates, strict=True)]
    )
    groups = np.repeat([f"group {number}" for number in range(len(sizes))], sizes)
    return measures(
        np.ones(len(said), int), said, data="test", groups=groups, metrics=[GAP], draws=draws
    )


@pytest.mark.parametrize("sizes", [(100, 100), (317, 262, 216, 116)], ids=str)
def test_where_groups_do_not_differ_the_interval_of_the_gap_holds_0_in_93_of_100_audits(sizes):
    random = np.random.default_rng(20)
    found = [audited(sizes, [0.55] * len(sizes), random, 500) for _ in range(100)]
    assert np.mean([gap.low <= 0 <= gap.high for gap, *_ in found]) >= 0.93


def test_the_interval_of_a_gap_between_two_groups_is_that_of_the_signed_difference():
    # 240 of 400 against 110 of 200: 0.05, standard error sqrt(.24/400 + .2475/200) = 0.0429.
    happened = [1] * 600
    said = [1] * 240 + [0] * 160 + [1] * 110 + [0] * 90
    for names in ("ab", "ba"):
        groups = [names[0]] * 400 + [names[1]] * 200
        (gap,) = measures(happened, said, data="test", groups=groups, metrics=[GAP], draws=5000)
        half = 1.96 * math.sqrt(0.24 / 400 + 0.2475 / 200)
        assert gap.value == 0.05
        assert (gap.low, gap.high) == pytest.approx((0.05 - half, 0.05 + half), abs=0.006)


def test_of_more_groups_each_is_compared_with_all_others_and_chance_alone_is_beside():
    # Recalls .6, .5 and .4 of 100 people each; the others of each: .45, .5 and .55.
    said = [1] * 60 + [0] * 40 + [1] * 50 + [0] * 50 + [1] * 40 + [0] * 60
    groups = list("a" * 100 + "b" * 100 + "c" * 100)
    found = measures([1] * 300, said, data="test", groups=groups, metrics=[GAP], draws=4000)
    values = {(each.metric, each.group): each.value for each in found}
    chance = values.pop((f"{GAP} by chance", "all"))
    assert values == {(GAP, "all"): 0.2, (GAP, "a"): 0.15, (GAP, "b"): 0.0, (GAP, "c"): -0.15}
    # The range of three normal values has the mean 1.693; a share of 100 people the deviation .05.
    assert chance == pytest.approx(1.693 * 0.05, abs=0.003)
    each = {one.group: one for one in found if one.metric == GAP}
    # Three comparisons at 95 % together: 2.394 standard errors of sqrt(.24/100 + .2475/200).
    half = 2.394 * math.sqrt(0.24 / 100 + 0.2475 / 200)
    assert (each["a"].low, each["a"].high) == pytest.approx((0.15 - half, 0.15 + half), abs=0.015)
    # Three pairs: the widest of them is a against c.
    half = 2.394 * math.sqrt(2 * 0.24 / 100)
    assert each["all"].low == pytest.approx(0.2 - half, abs=0.015)
    assert each["all"].high == pytest.approx(0.2 + half, abs=0.015)


def test_a_rate_of_nobody_among_a_few_has_an_interval_with_a_width():
    # Wilson's interval of 0 of 5: from 0 to z^2 / (5 + z^2) = 0.4345.
    (found,) = measures([1] * 5, [0] * 5, data="test", metrics=["recall"])
    assert (found.value, found.low, found.high) == (0, 0, pytest.approx(0.4345, abs=5e-5))


# Clusters of five people, of which a list finds all or none: one person's worth of evidence each.
PER = 5


def in_clusters(found_of: dict[str, list[int]], clusters=True, draws=1000) -> dict:
    """The measures of clusters that are found whole (1) or not at all (0), by group."""
    found = np.repeat(np.concatenate(list(found_of.values())), PER)
    groups = np.repeat(list(found_of), [PER * len(each) for each in found_of.values()])
    return {
        (each.metric, each.group): each
        for each in measures(
            np.ones(len(found), int), found, data="test", groups=groups,
            clusters=np.arange(len(found)) // PER if clusters else None,
            metrics=["recall", GAP], draws=draws,
        )
    }  # fmt: skip


def test_a_rate_of_whole_clusters_is_as_certain_as_the_clusters_are_many():
    half = [1, 0] * 50
    found = in_clusters({"a": half, "b": half}, draws=4000)["recall", "a"]
    # The quantile of Student's t with 99 degrees of freedom is 1.984.
    width = 1.984 * math.sqrt(0.25 / 100)
    assert found.count == 500
    assert (found.low, found.high) == pytest.approx((0.5 - width, 0.5 + width), abs=0.006)


@pytest.mark.parametrize("sizes", [(60, 60), (60, 50, 40, 25)], ids=str)
def test_where_groups_of_clusters_do_not_differ_the_interval_of_the_gap_holds_0(sizes):
    random, held = np.random.default_rng(20), {True: 0, False: 0}
    for _ in range(100):
        found = {str(group): random.integers(2, size=size) for group, size in enumerate(sizes)}
        for clusters in held:
            gap = in_clusters(found, clusters, draws=300)[GAP, "all"]
            held[clusters] += gap.low <= 0 <= gap.high
    assert held[True] >= 93
    # Five people of a cluster, counted as five: the intervals are 2.2 times too narrow.
    assert held[False] < 80


def test_the_gap_by_chance_alone_deals_whole_clusters():
    found = in_clusters({name: [1, 0] * 10 for name in "abc"}, draws=4000)
    # The range of three normal values has the mean 1.693; a share of 20 clusters the deviation
    # 0.112, and 0.115 drawn without replacement from 60.
    assert found[f"{GAP} by chance", "all"].value == pytest.approx(1.693 * 0.113, abs=0.012)


def test_groups_that_share_clusters_are_compared_within_them():
    happened, said = [1] * 200, [1, 1, 0, 0] * 50
    (gap,) = measures(
        happened, said, data="test", groups=["a", "b"] * 100, metrics=[GAP],
        clusters=np.arange(200) // 2,
    )  # fmt: skip
    # In each cluster the list finds both or neither: the groups have the same rate in all draws.
    assert gap.low == pytest.approx(0, abs=0.01) and gap.high == pytest.approx(0, abs=0.01)


def test_the_same_seed_gives_the_same_interval_and_another_seed_another(people):
    assert measured(people) == measured(people, seed=0)
    assert measured(people) != measured(people, seed=1)


def test_an_interval_does_not_hang_on_what_else_is_measured(people):
    alone, *_ = measures(
        people["happened"], people["said"], data="test", groups=people["group"],
        metrics=["demographic parity difference"],
    )  # fmt: skip
    assert alone == measured(people)["demographic parity difference", "all"]


def test_the_order_of_an_index_does_not_matter_and_names_of_groups_become_text():
    happened = pd.Series(HAPPENED, index=range(10, 0, -1))
    found = table(measures(happened, SAID, data="test", groups=[0] * 5 + [1] * 5))
    assert found["accuracy", "0"] == (0.6, 5)
    assert found["accuracy", "1"] == (0.8, 5)


def test_without_groups_only_everybody_is_measured():
    assert set(table(measures(HAPPENED, SAID, data="test"))) == {
        ("accuracy", "all"),
        ("selection rate", "all"),
    }


# Of the children nobody was at risk: fairlearn gives their recall as 0, and a difference of 1.
HAPPENED_3 = [1, 1, 1, 1, 0, 0]
SAID_3 = [1, 1, 1, 0, 0, 0]
AGES = ["old", "old", "young", "young", "child", "child"]


def test_a_rate_that_rests_on_nobody_is_left_out_and_makes_no_difference():
    assert equal_opportunity_difference(HAPPENED_3, SAID_3, sensitive_features=AGES) == 1
    found = table(
        measures(
            HAPPENED_3,
            SAID_3,
            data="test",
            groups=AGES,
            metrics=["recall", "precision", "equal opportunity difference"],
        )
    )
    assert ("recall", "child") not in found
    assert ("precision", "child") not in found
    # Old: 2 of 2; young: 1 of 2.
    assert found["equal opportunity difference", "all"] == (0.5, 4)


@pytest.mark.parametrize(
    ("arguments", "options", "says"),
    [
        (([0.2, 0.9], [0, 1]), {}, "y_true"),
        (([0, 1], [0.2, 0.9]), {}, "y_pred"),
        (([], []), {}, "y_true"),
        (([0, float("nan")], [0, 1]), {}, "y_true"),
        (([0, 1, 1], [0, 1]), {}, "one value for each"),
        (([0, 1], [0, 1]), {"groups": ["a"]}, "one value for each"),
        (([0, 1], [0, 1]), {"groups": ["a", None]}, "1 people have no group"),
        (([0, 1], [0, 1]), {"groups": ["a", "all"]}, "cannot be called"),
        (([0, 1], [0, 1]), {"clusters": ["a"]}, "`clusters` needs one label"),
        (([0, 1], [0, 1]), {"clusters": ["a", None]}, "`clusters` needs one label"),
        (([0, 1], [0, 1]), {"metrics": ["acuracy"]}, "acuracy"),
        (([0, 1], [0, 1]), {"metrics": ["demographic parity difference"]}, "two"),
    ],
)
def test_what_cannot_be_measured_is_refused_in_one_line(arguments, options, says):
    with pytest.raises(ValueError, match=says) as refused:
        measures(*arguments, data="test", **options)
    assert "\n" not in str(refused.value)


def test_nothing_is_said_on_the_side_where_a_rate_is_zero_or_undefined():
    program = (
        "from typing import get_args; from course.dossier import measures;"
        "from course.dossier.artefacts.measures import Metric;"
        "measures([0, 0, 1, 1], [0, 0, 0, 0], data='test', groups=list('abab'),"
        " metrics=list(get_args(Metric)))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", program], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("heavy", ["fairlearn", "pandas", "numpy", "matplotlib"])
def test_the_dossier_is_imported_without_what_only_measuring_needs(heavy):
    program = f"import sys, course.dossier; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT).returncode == 0
