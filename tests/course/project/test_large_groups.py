"""Which groups rest on enough cases to be compared, and which gaps can hardly be chance."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from course.dossier.artefacts.measures import Measure
from course.project.measured import fewest_urgent, of_large_groups, sure_gaps


def recalls(**groups: tuple[int, int]) -> list[Measure]:
    """Recalls, by the cases that are read and all urgent ones; the group of all comes first."""
    everybody = tuple(sum(each) for each in zip(*groups.values(), strict=True))
    return [recall(name, *counts) for name, counts in {"all": everybody, **groups}.items()]


def recall(name: str, read: int, count: int, independent: float = 1) -> Measure:
    """One recall, with Wilson's interval for a part `independent` of the cases."""
    n = round(count * independent)
    ends = binomtest(round(read * independent), n).proportion_ci(method="wilson")
    return Measure(
        metric="recall",
        group=name,
        data="test",
        value=round(read / count, 4),
        low=round(ends.low, 4),
        high=round(ends.high, 4),
        count=count,
    )


@pytest.mark.parametrize(
    ("urgent", "fewest"), [(20, 5), (102, 10), (499, 49), (911, 50), (90_000, 50)]
)
def test_a_large_group_has_a_tenth_of_the_urgent_cases_from_five_to_fifty(urgent, fewest):
    assert fewest_urgent(urgent) == fewest


def test_a_group_of_a_few_cases_is_no_lowest_group():
    measures = recalls(web=(40, 41), counter=(37, 39), phone=(16, 17), brigade=(4, 5))
    large = of_large_groups(measures)
    assert [each.group for each in large] == ["web", "counter", "phone"]
    assert min(large, key=lambda each: each.value).group == "phone"


def test_where_no_group_is_large_all_of_them_count():
    assert len(of_large_groups(recalls(a=(1, 2), b=(0, 3)))) == 2


def test_a_gap_that_can_be_chance_is_not_sure():
    measures = recalls(centre=(31, 32), hill=(38, 40), river=(21, 23))
    assert sure_gaps(measures, [["centre", "hill", "river"]]) == []


def test_a_wide_gap_on_many_cases_is_sure():
    measures = recalls(spanish=(170, 262), portuguese=(168, 216), french=(14, 116))
    found = sure_gaps(measures, [["spanish", "portuguese", "french"]])
    assert "french" in found and "portuguese" in found


def test_a_gap_is_not_sure_where_its_interval_says_that_few_cases_are_independent():
    groups = {"spanish": (170, 262), "portuguese": (168, 216), "french": (60, 116)}
    measures = recalls(**groups)
    assert "french" in sure_gaps(measures, [list(groups)])
    few = [recall(name, *counts, independent=0.1) for name, counts in groups.items()]
    assert sure_gaps([measures[0], *few], [list(groups)]) == []


def test_a_wide_gap_of_a_few_cases_is_left_out():
    measures = recalls(web=(90, 95), counter=(88, 95), brigade=(0, 5))
    assert sure_gaps(measures, [["web", "counter", "brigade"]]) == []
