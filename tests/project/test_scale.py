"""The scale of the project tells honest models, a baseline and those that game it apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.project_scores import drawn, models
from course.project.data import hidden_comments
from course.project.scoring import SCORES, Scores, scale, scores

HIDDEN = Path(__file__).parents[2] / "source" / "capstone-2-data-and-model"


def test_each_score_has_a_range_whose_good_value_is_not_its_baseline():
    assert set(scale().ranges) == set(SCORES)
    assert all(each.baseline != each.good for each in scale().ranges.values())


def mean(found: Scores) -> float:
    return sum(found.share(name) for name in SCORES) / len(SCORES)


@pytest.fixture(scope="module")
def found() -> dict[str, Scores]:
    comments, table = hidden_comments(HIDDEN), drawn(0)
    made = {}
    for name, make in models().items():
        service = make(table)
        made[name] = scores(service.decide, service.find_duplicates, comments)
    return made


@pytest.mark.weekly
@pytest.mark.timeout(900)
def test_honest_models_lie_between_the_baseline_and_full_points(found):
    honest = [name for name in found if name.startswith("honest")]
    assert len(honest) == 4
    for name in honest:
        assert mean(found["baseline"]) < mean(found[name]) < 0.9, name
    assert max(map(mean, (found[name] for name in honest))) < mean(found["reference"]) + 0.05
    assert mean(found["reference"]) < 0.9


@pytest.mark.weekly
@pytest.mark.timeout(900)
def test_gaming_earns_nothing_where_it_games(found):
    always = found["games: always a person"]
    assert sum(always.share(name) for name in SCORES) < 0.1
    by_heart = found["games: known templates by heart"]
    for name in ("routing", "urgent", "gap", "hand-over", "never-alone", "reasons"):
        assert by_heart.share(name) < 0.1, name
    # Learned from history, the urgency is no better than the baseline.
    assert found["games: learns the neglect"].share("urgent") < 0.25
