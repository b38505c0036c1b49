"""The questionnaire has the published figures, and the rule gives the published scores."""

from __future__ import annotations

import pytest

from course.dossier.assessments.aia import questionnaire
from course.frameworks import framework, texts
from tests.course.dossier.aia.forms import DATA, ENTRIES, VECTORS, official

RISK_MAXIMA = {
    "reasons": 5, "risk-profile": 15, "authority": 2, "system": 17, "algorithm": 15,
    "decision": 8, "impact": 52, "data": 53,
}  # fmt: skip
MITIGATION_MAXIMA = {"consultation": 10, "data-quality": 14, "fairness": 44, "privacy": 9}
"""The most points of each area, as release 1.0.1 has them."""


def points(kind: str) -> dict[str, int]:
    """The most points of each area, from the weights of the options in the file."""
    found: dict[str, int] = {}
    for entry in ENTRIES:
        if entry["kind"] == kind:
            weights = [option["weight"] for option in entry["options"]]
            most = sum(weights) if entry["type"] == "checkbox" else max(weights)
            assert entry["max"] == most, entry["id"]
            found[entry["area"]] = found.get(entry["area"], 0) + most
    return found


def test_the_file_has_62_risk_questions_and_42_mitigation_questions():
    kinds = [entry["kind"] for entry in ENTRIES]
    assert (kinds.count("risk"), kinds.count("mitigation"), kinds.count("gate")) == (62, 42, 2)


def test_the_weights_add_up_to_the_published_maxima_of_areas_and_of_the_whole():
    assert points("risk") == RISK_MAXIMA
    assert points("mitigation") == MITIGATION_MAXIMA
    assert sum(RISK_MAXIMA.values()) == 167
    assert sum(MITIGATION_MAXIMA.values()) == 77


def test_the_questionnaire_has_the_same_maxima():
    form = questionnaire()
    assert {area.id: area.most for area in form.areas.values()} == RISK_MAXIMA | MITIGATION_MAXIMA
    for area in form.areas.values():
        inside = [each for each in form.questions.values() if each.area == area.id]
        assert sum(question.most for question in inside) == area.most
        stated = next(entry for entry in DATA["areas"] if entry["id"] == area.id)["questions"]
        assert len([each for each in inside if each.kind != "gate"]) == stated
    assert (form.rule.raw_max, form.rule.mitigation_max) == (167, 77)


def test_ids_official_names_keys_and_values_are_unique_and_end_in_their_weight():
    names, ids = [], [entry["id"] for entry in ENTRIES]
    for entry in ENTRIES:
        official_names = entry["official"]
        names += official_names.values() if isinstance(official_names, dict) else [official_names]
        options = entry["options"]
        assert len({option["key"] for option in options}) == len(options)
        assert len({option["value"] for option in options}) == len(options)
        for option in options:
            assert option["value"].rsplit("-", 1)[1] == str(option["weight"])
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)


def test_conditions_name_questions_and_options_that_exist():
    entries = {entry["id"]: entry for entry in ENTRIES}
    for entry in ENTRIES:
        for gate, keys in entry.get("visible_if", {}).items():
            assert set(keys) <= {option["key"] for option in entries[gate]["options"]}


def test_source_and_licence_are_kept():
    for name in ("aia", "aia-obligations"):
        source = framework(name)["source"]
        assert source["commit"] == "b900dc7d21126a69a7661a90b8b57d37c8a52231"
        assert source["licence"] == "MIT"
        assert source["copyright"].startswith("Copyright (c) 2019 Government of Canada")
    assert len(framework("aia")["rule"]["cautions"]) == 5


def test_each_label_of_the_questionnaire_is_a_text_for_translators():
    found = set(texts(DATA))
    labels = [area.label for area in questionnaire().areas.values()]
    for question in questionnaire().questions.values():
        labels += [question.label, *(option.label for option in question.options.values())]
    assert set(labels) <= found
    assert "weight of the chosen option" not in " ".join(found)


# The rule

BOUNDS = [
    # raw, mitigation, total, level: without enough mitigation, at each side of each bound
    (0, 0, 0, 1), (41, 61, 41, 1), (42, 0, 42, 2), (42, 61, 42, 2), (83, 0, 83, 2),
    (84, 61, 84, 3), (125, 0, 125, 3), (126, 61, 126, 4), (167, 0, 167, 4),
    # with enough of it: the first and the last that it lowers
    (42, 62, 36, 1), (48, 62, 41, 1), (49, 62, 42, 2), (84, 62, 71, 2), (98, 77, 83, 2),
    (99, 62, 84, 3), (126, 62, 107, 3), (147, 62, 125, 3), (148, 62, 126, 4), (167, 77, 142, 4),
    # half up, where round() gives the even neighbour
    (10, 62, 9, 1), (50, 62, 43, 2), (90, 62, 77, 2), (130, 62, 111, 3),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "mitigation", "total", "level"), BOUNDS)
def test_total_and_level_are_as_published_at_every_bound(raw, mitigation, total, level):
    rule = questionnaire().rule
    assert rule.total(raw, mitigation) == total
    assert rule.level(total) == level


def test_80_per_cent_of_the_mitigation_points_are_reached_at_62():
    assert questionnaire().rule.mitigation_needed == 62


def test_a_total_above_all_bounds_has_the_highest_level():
    assert questionnaire().rule.level(168) == 4


def test_each_reduced_total_is_85_per_cent_rounded_half_up():
    from decimal import ROUND_HALF_UP, Decimal

    rule = questionnaire().rule
    for raw in range(168):
        exact = Decimal(raw) * Decimal("0.85")
        assert rule.total(raw, 62) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize("name", VECTORS)
def test_while_a_form_is_filled_in_the_score_is_that_of_the_official_program(name):
    score, vector = official(name).score_so_far(), VECTORS[name]
    assert (score.raw, score.mitigation, score.total, score.level) == (
        vector["raw"], vector["mitigation"], vector["total"], vector["level"],
    )  # fmt: skip
    assert sum(score.areas.values()) == vector["raw"] + vector["mitigation"]


UNFINISHED = ("empty", "worst")
"""The vectors in which questions that are asked have no answer."""


@pytest.mark.parametrize("name", [name for name in VECTORS if name not in UNFINISHED])
def test_the_score_of_a_complete_form_is_that_of_the_official_program(name):
    score = official(name).assessment().score()
    expected = VECTORS[name].get("completed", VECTORS[name])
    assert (score.raw, score.mitigation, score.total, score.level) == (
        expected["raw"], expected["mitigation"], expected["total"], expected["level"],
    )  # fmt: skip


@pytest.mark.parametrize("name", UNFINISHED)
def test_an_unfinished_form_has_points_and_neither_total_nor_level(name):
    score = official(name).assessment().score()
    assert (score.raw, score.mitigation) == (VECTORS[name]["raw"], VECTORS[name]["mitigation"])
    assert (score.total, score.level) == (None, None)
