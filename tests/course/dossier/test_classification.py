"""The AI Act classification as an artefact: stored, replayed, and each rule broken once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from course.checking.messages import GENERAL
from course.dossier import ArtefactError, Classification
from course.dossier.assessments.classification import ClassName, Role
from course.frameworks import ai_act
from tests.course.dossier.examples import changed

CLASSIFICATION = (Path(__file__).parent / "classification.yml").read_text(encoding="utf-8")
ROUTING = ("  services: forwarding", "  services: forwarding, emergency")
PROFILING = ("  contact: 'no'", "  profiling: 'yes'\n  older-high-risk: 'no'\n  contact: 'no'")


def found(text: str, measured=None) -> list[tuple[str, str]]:
    return [(each.code, each.where) for each in Classification.from_yaml(text).faults(measured)]


def sentences(text: str) -> list[str]:
    return [each.read("en") for each in Classification.from_yaml(text).faults()]


def test_a_filled_classification_has_no_fault():
    assert found(CLASSIFICATION) == []


def test_it_is_written_as_it_is_read():
    read = Classification.from_yaml(CLASSIFICATION)
    assert read.to_yaml() == CLASSIFICATION
    assert read.replayed() == read


# Depth 1: complete

FIELDS = [line.partition(":")[0] for line in CLASSIFICATION.splitlines() if line[0] not in " -"]


@pytest.mark.parametrize("name", FIELDS)
def test_without_one_of_its_fields_it_is_incomplete(name):
    artefact = Classification.from_yaml(CLASSIFICATION).model_copy(update={name: None})
    assert [(each.code, each.where) for each in artefact.faults()] == [("dossier-blank", name)]


def test_it_has_all_the_fields_that_the_test_above_takes_away():
    assert sorted(FIELDS) == sorted(Classification.field_names())


def test_a_blank_or_a_placeholder_is_no_fact():
    text = changed(CLASSIFICATION, ("  scope: none", "  scope:"), ("areas: services", "areas: n/a"))
    assert found(text) == [
        ("dossier-blank", "facts.scope"),
        ("dossier-placeholder", "facts.areas"),
    ]


# Depth 2: consistent


@pytest.mark.parametrize("who", ["The system", "Civicly", "AI", "the algorithm"])
def test_a_system_does_not_answer_for_itself(who):
    text = changed(
        CLASSIFICATION,
        ("Contact office of the city of Aberport, with the data protection officer", who),
    )
    assert found(text) == [("classification-no-person", "answered_by")]


def test_facts_that_exclude_each_other_are_a_fault():
    text = changed(CLASSIFICATION, ("  published: none", "  published: deep-fake"))
    assert ("classification-contradiction", "facts.generated") in found(text)
    assert (
        "`facts.generated`: “no” cannot be true together with the answer to `published`. "
        "Correct one." in sentences(text)
    )


def test_a_tree_that_was_checked_on_another_day_asks_for_a_new_classification():
    text = changed(CLASSIFICATION, ("law_checked_on: 2026-12-02", "law_checked_on: 2026-07-01"))
    assert found(text) == [("classification-law-checked", "law_checked_on")]
    assert "last compared with the law on 2026-12-02" in sentences(text)[0]


# Depth 3: recomputed


def test_a_class_that_does_not_follow_from_the_facts_is_a_fault():
    text = changed(CLASSIFICATION, ("- minimal", "- high-risk-annex-iii"))
    assert found(text) == [("classification-classes", "classes")]
    assert sentences(text) == [
        "`classes`: from the facts follows minimal, not high-risk-annex-iii. Correct the classes "
        "or the facts."
    ]


def test_a_changed_fact_makes_path_and_class_wrong():
    """Annex III, point 5(d): ordering emergency calls is high-risk."""
    text = changed(CLASSIFICATION, ROUTING, PROFILING)
    assert found(text) == [
        ("classification-step", "path.6"),
        ("classification-classes", "classes"),
    ]
    assert sentences(text)[0] == (
        "`path.6`: the facts lead to the question “services” with the answer “emergency, "
        "forwarding” (Annex III, point 5, and recital 58) here. Classify again and store the new "
        "path."
    )


def test_replaying_mends_path_and_class():
    artefact = Classification.from_yaml(changed(CLASSIFICATION, ROUTING, PROFILING)).replayed()
    assert artefact.faults() == []
    assert artefact.classes == ["high-risk-annex-iii"]


def test_facts_missing_on_the_path_are_named_with_their_question():
    text = changed(CLASSIFICATION, ROUTING)
    assert found(text) == [
        ("classification-open", "facts.profiling"),
        ("classification-open", "facts.older-high-risk"),
    ]
    assert sentences(text)[0] == (
        "`facts.profiling` is still open. Answer the question: Does the system profile people?"
    )


def test_facts_off_the_path_are_named():
    assert found(changed(CLASSIFICATION, PROFILING)) == [
        ("classification-unused", "facts.profiling"),
        ("classification-unused", "facts.older-high-risk"),
    ]


LAST_STEP = "- question: sensed\n  answer: 'no'\n  place: Article 50(3)\n"


def test_a_path_that_stops_early_or_goes_on_is_a_fault():
    assert found(changed(CLASSIFICATION, (LAST_STEP, ""))) == [
        ("classification-steps-missing", "path")
    ]
    assert found(changed(CLASSIFICATION, (LAST_STEP, LAST_STEP * 2))) == [
        ("classification-too-many", "path.11")
    ]


@pytest.mark.parametrize(
    "change",
    [
        ("- question: scope", "- question: sensed"),
        ("place: Article 2\n", "place: Article 4\n"),
        ("- question: contact\n  answer: 'no'", "- question: contact\n  answer: 'yes'"),
    ],
)
def test_a_step_with_another_question_answer_or_place_is_a_fault(change):
    assert [code for code, _ in found(changed(CLASSIFICATION, change))] == ["classification-step"]


def test_the_order_of_several_answers_does_not_matter():
    text = changed(
        CLASSIFICATION,
        ("  services: forwarding", "  services: legal-persons, forwarding"),
        ("  answer: forwarding", "  answer: legal-persons, forwarding"),
    )
    assert found(text) == []


def test_the_class_depends_on_the_role_where_the_law_says_so():
    """Article 5(1a)(a)(ii) binds those who offer a system."""
    artefact = Classification.from_yaml(CLASSIFICATION)
    facts = {
        **artefact.facts, "practices": "intimate-images", "intimate-images": "no-safeguards"
    }  # fmt: skip
    later = artefact.model_copy(update={"facts": facts, "judged_on": date(2026, 12, 2)})
    assert later.replayed().classes == ["minimal"]
    assert later.model_copy(update={"roles": ["provider"]}).replayed().classes == ["prohibited"]


# Depth 4: true to the notebook


def test_a_fact_that_the_notebook_established_must_be_the_stated_one():
    assert found(CLASSIFICATION, {"generated": "no", "services": ["forwarding"]}) == []
    measured = {"generated": "yes", "profiling": "yes", "services": ["emergency", "forwarding"]}
    assert found(CLASSIFICATION, measured) == [
        ("classification-measured", "facts.generated"),
        ("classification-not-stated", "facts.profiling"),
        ("classification-measured", "facts.services"),
    ]


# Malformed


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (("  ai-system:", "  ai-sistem:"), "classification-question", "facts.ai-sistem"),
        (("  scope: none", "  scope: maybe"), "classification-answer", "facts.scope"),
        (("  scope: none", "  scope: none, dual-use"), "classification-one-answer", "facts.scope"),
        (("areas: services", "areas: none, services"), "classification-alone", "facts.areas"),
        (("areas: services", "areas: work, work"), "classification-twice", "facts.areas"),
    ],
)
def test_facts_that_the_tree_does_not_know_are_faults(change, code, where):
    assert found(changed(CLASSIFICATION, change)) == [(code, where)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("- minimal", "- harmless"), "“harmless” is not one of the options"),
        (("- public-body", "- boss"), "“boss” is not one of the options"),
        (("roles:\n- public-body", "roles: public-body"), "a list is asked here"),
        (("  scope: none", "  scope: {a: b}"), "a text is asked here"),
        (("judged_on: 2026-11-27", "judged_on: soon"), "write a date that exists"),
        (("system: Civicly", "sistem: Civicly"), "Did you mean `system`?"),
        (("system: Civicly", "system: !!python/object/apply:os.system [ls]"), "a text is asked"),
    ],
)
def test_a_malformed_file_gives_one_clear_line(change, message):
    with pytest.raises(ArtefactError) as raised:
        Classification.from_yaml(changed(CLASSIFICATION, change))
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_facts_that_are_no_mapping_give_one_clear_line():
    text = "system: X\nfacts: [ai-system]\n"
    assert [each.where for each in Classification.faults_in(text) if each.code == "dossier-fields"]


def test_several_answers_can_be_a_list():
    text = changed(CLASSIFICATION, ("  areas: services", "  areas:\n  - services\n  - work"))
    assert Classification.from_yaml(text).facts["areas"] == "services, work"


@pytest.mark.parametrize("name", ["facts", "judged_on", "roles"])
def test_replaying_without_facts_day_or_roles_says_what_is_missing(name):
    artefact = Classification.from_yaml(CLASSIFICATION).model_copy(update={name: None})
    with pytest.raises(ArtefactError) as raised:
        artefact.replayed()
    assert [each.where for each in raised.value.faults] == [name]


# The model and the data


def test_roles_and_classes_of_the_artefact_are_those_of_the_tree():
    tree = ai_act.english()
    assert list(get_args(Role)) == list(tree.roles)
    assert list(get_args(ClassName)) == list(tree.classes)


def test_the_page_shows_the_day_of_the_last_check_and_the_path():
    page = Classification.from_yaml(CLASSIFICATION)._repr_html_()
    assert (
        "Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744; this tree was last "
        "compared with it on 2026-12-02." in page
    )
    assert "not legal advice" in page
    assert "Annex III, point 5, and recital 58" in page


def test_the_page_shows_words_in_place_of_ids():
    page = Classification.from_yaml(CLASSIFICATION)._repr_html_()
    for words in (
        "Deployer: a public body",
        "Minimal or no risk",
        "Which of these tasks in essential services does it carry out, help with or prepare?",
        "Only finding the office or clerk in charge",
    ):
        assert words in page
    assert "public-body" not in page


def test_the_page_ends_with_the_duties_and_their_days():
    """Annex III applies from 2 December 2027; the day of Article 86 is read both ways."""
    text = changed(CLASSIFICATION, ROUTING, PROFILING)
    artefact = Classification.from_yaml(text).replayed()
    page = artefact._repr_html_()
    assert "<h2>Duties</h2>" in page
    assert "<td>Article 27</td><td>2027-12-02</td><td>yes</td>" in page
    assert "<td>Article 86</td><td>2027-12-02</td><td>no</td>" in page
    older = artefact.model_copy(update={"facts": {**artefact.facts, "older-high-risk": "others"}})
    assert "only after a significant change in the design" in older._repr_html_()
    outside = artefact.model_copy(update={"facts": {"ai-system": "fixed-rules"}})
    assert "Duties" not in outside.replayed()._repr_html_()


def test_the_page_says_when_the_institution_would_become_the_provider():
    page = Classification.from_yaml(CLASSIFICATION)._repr_html_()
    assert "If your institution changes the system" in page
    assert "(Article 25(1))" in page


def test_an_answer_that_cannot_be_true_for_the_role_is_a_fault_and_is_asked_again():
    text = changed(CLASSIFICATION, ("  scope: none", "  scope: personal-use"))
    assert found(text) == [("classification-not-for-role", "facts.scope")]
    facts = {"ai-system": "yes", "scope": "personal-use"}
    assert "areas" in asked_in_a_form(facts=facts, roles=["public-body"])
    assert "areas" not in asked_in_a_form(facts=facts, roles=["deployer"])


def test_the_page_of_unfinished_work_shows_what_stands_there():
    text = changed(
        CLASSIFICATION,
        ("  scope: none", "  scope: somehow"),
        ("  contact: 'no'", "  contakt: 'no'"),
        ("- question: scope\n  answer: none", "- question: scope\n  answer:"),
        ("- question: product", "- question: produkt"),
    )
    page = Classification.from_yaml(text)._repr_html_()
    assert "somehow" in page and "contakt" in page and "produkt" in page
    assert "still blank" in page
    assert "still blank" in Classification()._repr_html_()


def test_its_texts_are_in_the_catalogue_that_all_modules_share():
    assert Classification.TITLE.module == GENERAL


# In a form


def asked_in_a_form(**fields):
    return [each.key for each in Classification.questions("facts", fields, "en")]


def test_only_the_facts_are_answers_to_questions():
    assert Classification.questions("path", {}, "en") == ()


def test_a_form_asks_the_questions_to_which_the_facts_lead():
    assert asked_in_a_form(facts={"ai-system": "fixed-rules"}) == ["ai-system"]
    first = asked_in_a_form()
    assert first[:3] == ["ai-system", "scope", "practices"]
    assert "services" not in first
    assert "services" in asked_in_a_form(facts={"areas": ["services"]})


def test_a_form_asks_as_before_while_a_fact_a_day_or_a_role_is_wrong():
    wrong = {"facts": {"areas": "moon", "gone": "yes"}, "judged_on": "soon", "roles": ["king"]}
    assert asked_in_a_form(**wrong) == asked_in_a_form() == asked_in_a_form(facts="", roles="")


def test_a_form_asks_after_a_prohibition_only_what_applies_on_the_day():
    """Article 5(1)(ba) applies from 2 December 2026."""
    facts = {
        "ai-system": "yes",
        "scope": "none",
        "practices": ["intimate-images"],
        "intimate-images": "purpose",
    }
    assert "product" in asked_in_a_form(facts=facts, judged_on="2026-12-01")
    assert "product" not in asked_in_a_form(facts=facts, judged_on="2026-12-02")
