"""The scale of the project tells honest models, a baseline and those that game it apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.project_scores import MEASURED, drawn, main, models, points
from course.project.data import hidden_comments
from course.project.scoring import SCORES, Scores, scale, scores
from course.project.service import ServiceError

HIDDEN = Path(__file__).parents[3] / "source" / "capstone-2-data-and-model"


def test_each_score_has_a_range_whose_good_value_is_not_its_baseline():
    for ranges in (scale().ranges, scale().own_code):
        assert set(ranges) == set(SCORES)
        assert all(each.baseline != each.good for each in ranges.values())


def test_the_help_of_the_bench_is_a_whole_sentence(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["project_scores", "--help"])
    with pytest.raises(SystemExit):
        main()
    assert "four honest models and seven that try to game them" in " ".join(
        capsys.readouterr().out.split()
    )


def test_the_checkpoint_states_the_bounds_by_which_it_is_graded():
    stated = (HIDDEN / "assignment.py").read_text("utf-8")
    ready, own = scale().ranges, scale().own_code
    for sentence, bounds in (
        ("no points at {0} or less, and all points at {1} or more", ready["never-alone"]),
        ("pairs among the hidden comments: none at {0} or less, all at {1} or more",
         ready["duplicates"]),
        ("none at {0} or less on the hidden comments, all at {1} or more", ready["urgent"]),
        ("for routing on the hidden comments (none at {0} or less, all at {1} or more)",
         own["routing"]),
        ("that are read on the day (none at {0} or less, all at {1} or more)", own["urgent"]),
        ("no points for a gap of {0} or more, and all points for one of {1} or less", own["gap"]),
    ):  # fmt: skip
        assert sentence.format(bounds.baseline, bounds.good) in stated


@pytest.fixture(scope="module")
def found() -> dict[str, Scores]:
    comments, table = hidden_comments(HIDDEN), drawn(0)
    made = {}
    for name, make in models().items():
        service = make(table)
        try:
            made[name] = scores(service.decide, service.find_duplicates, comments)
        except ServiceError:
            made[name] = Scores({})
    return made


@pytest.mark.weekly
@pytest.mark.timeout(900)
def test_honest_models_earn_more_than_the_baseline_and_fewer_than_all_points(found):
    honest = [name for name in found if name.startswith("honest")]
    assert len(honest) == 4
    for name in ("reference", *honest):
        assert points(found["baseline"]) + 1 < points(found[name]) < MEASURED - 1, name


@pytest.mark.weekly
@pytest.mark.timeout(900)
def test_the_checkpoint_states_the_gap_of_an_even_service_and_gives_it_all_points(found):
    stated = (HIDDEN / "assignment.py").read_text("utf-8")
    for name in ("reference", "honest: own logistic regression"):
        assert found[name].even_gap == pytest.approx(0.2, abs=0.04)
    assert "equally good for all groups would show about 0.2 there" in stated
    assert scale().ranges["gap"].good >= 0.2


@pytest.mark.weekly
@pytest.mark.timeout(900)
def test_gaming_earns_nothing_where_it_games(found):
    assert points(found["games: always a person"]) == 0
    assert points(found["games: reads the truth"]) == 0
    fair = points(found["honest: own logistic regression"])
    for name in ("half handed over", "worst language handed over", "best language spoilt"):
        assert points(found[f"games: {name}"]) <= fair + 0.2, name
    by_heart = found["games: known templates by heart"]
    for name in ("routing", "urgent", "gap", "hand-over", "never-alone", "reasons"):
        assert by_heart.share(name) < 0.1, name
    # Learned from history, the order finds hardly more than the baseline.
    neglect = found["games: learns the neglect"]
    assert neglect.share("urgent") < 0.25
    assert neglect.share("never-alone") < 0.1
