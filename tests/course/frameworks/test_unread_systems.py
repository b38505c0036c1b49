"""Systems written by somebody who had not read the tree: class, place, exemption and flip.

Expected values are those that the author took from the Regulation; see unread-systems.yml.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from course.dossier.assessments.classifying import classify, flips
from course.frameworks import ai_act

HERE = Path(__file__).parent
SYSTEMS = yaml.safe_load((HERE / "unread-systems.yml").read_text(encoding="utf-8"))
COMMON = yaml.safe_load(
    (HERE.parent / "dossier" / "ai_act_systems.yml").read_text(encoding="utf-8")
)["common"]
LATER = date(2028, 8, 2)

STRICTEST_FIRST = {
    "prohibited": "prohibited",
    "high-risk-annex-i": "high-risk",
    "high-risk-annex-iii": "high-risk",
    "transparency": "transparency",
    "not-ai": "not-ai",
    "out-of-scope": "outside",
    "exempted": "minimal",
    "minimal": "minimal",
}

each_system = pytest.mark.parametrize("system", SYSTEMS, ids=lambda each: each["id"])
each_flip = pytest.mark.parametrize(
    "system", [each for each in SYSTEMS if each["flip"]], ids=lambda each: each["id"]
)


def answered(given):
    """The facts that the tree asks for, with the common answers where none is given."""
    facts = dict(given)
    while missing := classify(facts, on=LATER).missing:
        facts[missing[0]] = COMMON[missing[0]]
    return facts


def strictest(classes):
    return next(words for name, words in STRICTEST_FIRST.items() if name in classes)


def test_twenty_systems_cover_each_class():
    assert len(SYSTEMS) == 20
    assert {each["class"] for each in SYSTEMS} == set(STRICTEST_FIRST.values())


@each_system
def test_the_class_is_that_of_somebody_who_has_not_read_the_tree(system):
    found = classify(answered(system["facts"]), on=LATER)
    assert not found.unused and not found.contradictions
    assert strictest(found.classes) == system["class"]


@each_system
def test_the_place_is_that_of_somebody_who_has_not_read_the_tree(system):
    found = classify(answered(system["facts"]), on=LATER)
    assert {each.outcome.id for each in found.findings} == set(system["outcomes"])
    if not system["place"].startswith("none") and "Article 6(3)" not in system["exemption"]:
        places = " ".join(each.outcome.place for each in found.findings)
        assert system["place"].split(",")[0] in places


@each_system
def test_literal_answers_reach_article_6_3_where_it_exempts_the_system(system):
    found = classify(answered(system["facts"]), on=LATER, role="provider")
    is_exempted = system["exemption"].startswith("Article 6(3)")
    assert ("exempted" in found.classes) == is_exempted
    due = {each.duty.place for each in found.duties}
    assert ({"Article 6(4)", "Article 49(2)"} <= due) == is_exempted


@each_flip
def test_the_changed_fact_leads_to_the_class_that_the_author_expected(system):
    changed = {**system["facts"], **system["flip"]["facts"]}
    assert strictest(classify(answered(changed), on=LATER).classes) == system["flip"]["class"]


@each_flip
def test_flips_lists_the_changed_fact_and_names_no_wrong_class(system):
    question = next(iter(system["flip"]["facts"]))
    after = system["flip"]["facts"][question]
    after = (after,) if isinstance(after, str) else tuple(after)
    found = [
        each
        for each in flips(answered(system["facts"]), on=LATER)
        if (each.question, each.after) == (question, after)
    ]
    assert found
    for flip in found:
        assert flip.open or strictest(flip.classes) == system["flip"]["class"]
        assert not (flip.open and flip.classes)


@each_system
def test_flips_names_no_class_where_the_tree_has_not_asked(system):
    facts = answered(system["facts"])
    asked_of_all = {
        name
        for stage in ai_act.english().stages
        for name in stage.questions
        if not ai_act.english().questions[name].needs
    }
    for flip in flips(facts, on=LATER):
        known = {**facts, flip.question: flip.after, **flip.details, **flip.assumed}
        assert not flip.assumed.keys() & asked_of_all
        assert classify(known, on=LATER).missing == flip.open
        assert bool(flip.classes) != bool(flip.open)
