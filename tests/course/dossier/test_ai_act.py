"""The AI Act classifier, against what the regulation, its recitals and guidelines state.

Expected values are those of the texts: each row of ai_act_systems.yml, and each test here, names
the place that it is taken from.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
import yaml

from course.dossier import ArtefactError
from course.dossier.assessments.classifying import classify, explain, explain_duties, flips
from course.frameworks import FrameworkError, ai_act, framework, texts

TABLE = yaml.safe_load((Path(__file__).parent / "ai_act_systems.yml").read_text(encoding="utf-8"))
COMMON = TABLE["common"]

AUTUMN_2026 = date(2026, 11, 27)
NEW_PROHIBITIONS = date(2026, 12, 2)
ANNEX_III = date(2027, 12, 2)
ANNEX_I = date(2028, 8, 2)

BENEFITS = {"areas": "services", "services": "benefits", "profiling": "yes"}
TOY = {
    "product": "yes",
    "safety-role": "safety-component",
    "conformity-assessment": "health-or-safety",
    "annex-i-section": "a",
}


def judged(facts=(), on=ANNEX_I, role="public-body", **more):
    """What follows from facts; the other questions on the path get the common answers."""
    stated = {**dict(facts), **{name.replace("_", "-"): value for name, value in more.items()}}
    answers, missing = dict(stated), True
    while missing:
        found = classify(answers, on=on, role=role)
        missing = found.missing
        answers |= {name: COMMON[name] for name in missing}
    return found


def outcomes(found):
    return {each.outcome.id for each in found.findings}


def places(dues):
    return {each.duty.place for each in dues}


# The table of systems


@pytest.mark.parametrize("row", TABLE["systems"], ids=lambda row: row["system"])
def test_a_system_has_the_class_that_the_law_or_the_guidelines_state(row):
    found = judged(row["facts"], role=row.get("role", "public-body"))
    assert not found.unused and not found.contradictions
    if "without" in row:
        assert row["without"] not in found.classes
    else:
        assert list(found.classes) == row["classes"]
        assert found.in_force == found.classes
    assert set(row.get("outcomes", ())) <= outcomes(found)


def test_every_row_of_the_table_names_its_place_and_how_far_it_was_read():
    states = {"law", "recital", "guidelines", "draft"}
    assert len(TABLE["systems"]) >= 40
    for row in TABLE["systems"]:
        assert row["place"] and row["source_state"] in states
        assert ("draft" in row["place"]) == (row["source_state"] == "draft")
        assert ("C(2025) 5052" in row["place"]) == (row["source_state"] == "guidelines")
        assert ("classes" in row) != ("without" in row)


# Dates: Articles 111 and 113 as amended


@pytest.mark.parametrize(
    ("on", "in_force", "applies"),
    [
        (date(2025, 2, 1), (), False),
        (AUTUMN_2026, (), False),
        (date(2027, 12, 1), (), False),
        (ANNEX_III, ("high-risk-annex-iii",), True),
    ],
)
def test_annex_iii_applies_from_2_december_2027(on, in_force, applies):
    found = judged(BENEFITS, on=on)
    assert found.classes == ("high-risk-annex-iii",)
    assert found.in_force == in_force
    assert ("Article 27" in places(found.duties)) == applies
    assert ("Article 27" in places(found.later)) != applies


@pytest.mark.parametrize(
    ("on", "applies"),
    [(AUTUMN_2026, False), (ANNEX_III, False), (date(2028, 8, 1), False), (ANNEX_I, True)],
)
def test_annex_i_applies_from_2_august_2028(on, applies):
    found = judged(TOY, on=on, role="provider")
    assert found.classes == ("high-risk-annex-i",)
    assert ("high-risk-annex-i" in found.in_force) == applies
    assert any("Articles 8 to 15" in place for place in places(found.duties)) == applies


@pytest.mark.parametrize("letter", ["intimate-images", "child-abuse"])
def test_the_new_prohibitions_apply_from_2_december_2026_and_not_before(letter):
    facts = {"practices": letter, letter: "purpose", "generated": "yes"}
    before = judged(facts, on=date(2026, 12, 1), role="provider")
    assert before.classes == ("prohibited", "transparency")
    assert before.in_force == ("transparency",)
    assert [due.applies.day for due in before.later] == [NEW_PROHIBITIONS]
    then = judged({"practices": letter, letter: "purpose"}, on=NEW_PROHIBITIONS, role="provider")
    assert then.classes == then.in_force == ("prohibited",)


def test_the_older_prohibitions_apply_since_2_february_2025():
    facts = {"practices": "face-collection", "face-collection": "untargeted"}
    assert judged(facts, on=date(2025, 2, 1)).in_force == ()
    assert judged(facts, on=date(2025, 2, 2)).in_force == ("prohibited",)


def test_article_50_applies_since_2_august_2026():
    assert judged(contact="yes", on=date(2026, 8, 1)).in_force == ()
    assert judged(contact="yes", on=date(2026, 8, 2)).in_force == ("transparency",)


def test_older_generators_mark_their_output_from_2_december_2026():
    facts = {"generated": "yes", "older-generator": "before-august-2026"}
    for on, now in ((AUTUMN_2026, False), (NEW_PROHIBITIONS, True)):
        found = judged(facts, on=on, role="provider")
        assert ("Article 50(2)" in places(found.duties)) == now
    newer = judged(generated="yes", on=AUTUMN_2026, role="provider")
    assert "Article 50(2)" in places(newer.duties)


def test_older_systems_for_public_authorities_have_until_2_august_2030():
    facts = {**BENEFITS, "older-high-risk": "public-authorities"}
    assert judged(facts, on=date(2030, 8, 1)).in_force == ()
    assert judged(facts, on=date(2030, 8, 2)).in_force == ("high-risk-annex-iii",)


def test_other_older_systems_fall_under_the_rules_only_after_a_significant_change():
    found = judged({**BENEFITS, "older-high-risk": "others"}, on=date(2035, 1, 1), role="deployer")
    assert found.classes == ("high-risk-annex-iii",)
    assert found.in_force == ()
    assert places(found.duties) == {"Article 4"}
    assert {due.applies for due in found.later} == {None}


def test_article_4_binds_every_role_in_every_class_since_2_february_2025():
    for role in ai_act.english().roles:
        found = judged(role=role, on=AUTUMN_2026)
        assert found.classes == found.in_force == ("minimal",)
        assert [(due.duty.place, due.applies.day) for due in found.duties] == [
            ("Article 4", date(2025, 2, 2))
        ]
    for facts in ({"ai-system": "fixed-rules"}, {"scope": "research-only"}):
        assert judged(facts).duties == ()


def test_later_duties_come_in_the_order_of_their_days():
    found = judged({**BENEFITS, **TOY}, on=AUTUMN_2026, role=["provider", "public-body"])
    days = [due.applies.day for due in found.later]
    assert days == sorted(days) and set(days) == {ANNEX_III}


def test_the_day_of_the_last_check_comes_with_every_answer():
    assert judged().checked_on == framework("ai-act")["checked_on"] == date(2026, 12, 2)


# The fifteen traps


@pytest.mark.parametrize("task", ["procedural", "improving", "patterns", "preparatory"])
def test_trap_1_that_a_person_decides_does_not_change_the_class(task):
    """Draft guidelines, paragraph 70: only the task counts, and whether it influences."""
    facts = {**BENEFITS, "profiling": "no", "small-task": task}
    assert judged(facts, influence="yes").classes == ("high-risk-annex-iii",)
    assert judged(facts, influence="no").classes == ("exempted",)


def test_trap_2_fixed_rules_are_no_ai_but_a_learned_part_makes_the_whole_one_system():
    """Recital 12; draft guidelines, paragraph 75."""
    assert judged(ai_system="fixed-rules").classes == ("not-ai",)
    assert judged(BENEFITS).classes == ("high-risk-annex-iii",)
    help_text = ai_act.english().questions["ai-system"].help
    assert "A trained part together with fixed rules counts as one AI system." in help_text


def test_trap_3_profiling_closes_article_6_3_and_an_exemption_still_has_duties():
    facts = {**BENEFITS, "small-task": "procedural", "influence": "no", "profiling": "yes"}
    found = judged(facts)
    assert found.classes == ("high-risk-annex-iii",)
    assert found.unused == ("small-task", "influence")
    exempted = judged({**facts, "profiling": "no"}, role="provider")
    assert exempted.classes == ("exempted",)
    assert {"Article 6(4)", "Article 49(2)"} <= places(exempted.duties)


def test_trap_4_the_exception_for_financial_fraud_does_not_cover_benefits():
    fraud = judged(areas="services", services="benefit-fraud", profiling="no")
    assert outcomes(fraud) == {"iii-5-a"}
    assert judged(areas="services", services="financial-fraud").classes == ("minimal",)


@pytest.mark.parametrize("function", ["forwarding", "legal-persons", "forecasts", "none"])
def test_trap_5_the_function_counts_and_not_the_topic(function):
    assert judged(areas="services", services=function).classes == ("minimal",)


def test_trap_6_the_same_technology_has_several_classes_by_its_purpose():
    verified = judged(areas="biometrics", biometrics="verification")
    identified = judged(areas="biometrics", biometrics="identification", profiling="no")
    assert verified.classes == ("minimal",)
    assert identified.classes == ("high-risk-annex-iii",)
    assert judged(contact="yes").classes == ("transparency",)


def test_trap_7_article_5_comes_first_and_nothing_heals_it():
    found = judged(
        {**BENEFITS, "practices": "social-score", "social-score": "unrelated", "contact": "yes"}
    )
    assert found.classes == ("prohibited",)
    assert [step.question for step in found.path][-1] == "social-score"
    assert set(found.unused) == {*BENEFITS, "contact"}


@pytest.mark.parametrize(
    ("where", "sensed", "classes"),
    [
        ("work-or-education", None, ("prohibited",)),
        ("elsewhere", "yes", ("high-risk-annex-iii", "transparency")),
        ("medical-or-safety", "yes", ("high-risk-annex-iii", "transparency")),
        ("written-text", "no", ("minimal",)),
        ("physical-state", "no", ("minimal",)),
    ],
)
def test_trap_8_emotions_have_different_classes_by_place_and_data(where, sensed, classes):
    facts = {"practices": "emotions", "emotions": where}
    assert judged({**facts, "sensed": sensed} if sensed else facts).classes == classes


def test_trap_9_policing_is_judged_by_what_the_estimate_rests_on():
    def by(basis, police):
        return judged(
            practices="crime-prediction", crime_prediction=basis, areas="police", police=police
        )

    assert by("profile-only", "none").classes == ("prohibited",)
    assert outcomes(by("verified-facts", "offending")) == {"iii-6-d"}
    assert by("places", "places").classes == ("minimal",)
    assert by("not-a-crime", "administrative").classes == ("minimal",)
    point_6 = [name for name in ai_act.english().outcomes if name.startswith("iii-6-")]
    assert point_6 == ["iii-6-a", "iii-6-b", "iii-6-c", "iii-6-d", "iii-6-e"]


@pytest.mark.parametrize(
    ("trait", "found"),
    [("beliefs", {"5-1-g"}), ("other-sensitive", {"iii-1-b", "50-3"}), ("other", {"50-3"})],
)
def test_trap_10_article_5_1_g_names_fewer_traits_than_data_protection_law(trait, found):
    facts = {"practices": "biometric-categories", "biometric-categories": trait}
    if found != {"5-1-g"}:
        facts["sensed"] = "yes"
    assert outcomes(judged(facts)) == found


@pytest.mark.parametrize(
    ("use", "found"),
    [
        ("police-live-public", {"5-1-h"}),
        ("police-exception", {"iii-1-a"}),
        ("later", {"iii-1-a"}),
        ("other-purpose", {"iii-1-a"}),
        ("verification", set()),
    ],
)
def test_trap_11_face_recognition_is_not_all_the_same(use, found):
    facts = {"practices": "live-identification", "live-identification": use}
    assert outcomes(judged(facts)) == found


def test_trap_11_later_identification_needs_authorisation():
    facts = {"practices": "live-identification", "live-identification": "later"}
    assert "Article 26(10)" in places(judged(facts, on=ANNEX_III).duties)


def test_trap_11_article_5_1_h_prohibits_the_use_and_not_the_offer():
    """Article 5(1)(h) begins with "the use of"; guidelines C(2025) 5052, paragraph 11."""
    facts = {"practices": "live-identification", "live-identification": "police-live-public"}
    offered = judged(facts, role="provider")
    assert offered.classes == ("high-risk-annex-iii",)
    assert {each.outcome.place for each in offered.findings} == {"Annex III, point 1(a)"}
    assert judged(facts, role=["provider", "public-body"]).classes == ("prohibited",)


def test_trap_12_missing_safeguards_are_prohibited_for_providers_and_not_for_users():
    """Article 5(1a)(a)(ii) and (b)."""
    for letter in ("intimate-images", "child-abuse"):
        facts = {"practices": letter, letter: "no-safeguards"}
        assert judged(facts, role="provider").classes == ("prohibited",)
        assert judged(facts, role="public-body").classes == ("minimal",)
        for answer in (
            "safeguards",
            "consent" if letter == "intimate-images" else "lawful-defence",
        ):
            assert judged({**facts, letter: answer}, role="provider").classes == ("minimal",)
    purpose = {"practices": "intimate-images", "intimate-images": "purpose"}
    assert judged(purpose, role="deployer").classes == ("prohibited",)
    ids = [name for name in ai_act.english().outcomes if name.startswith("5-1-")]
    assert "5-1-l" not in ids and {"5-1-ba", "5-1-bb"} <= set(ids)


@pytest.mark.parametrize(
    ("facts", "role", "is_due"),
    [
        (BENEFITS, "public-body", True),
        (BENEFITS, "public-service", True),
        (BENEFITS, "deployer", False),
        (BENEFITS, "provider", False),
        ({**BENEFITS, "services": "credit"}, "deployer", True),
        ({**BENEFITS, "services": "insurance"}, "deployer", True),
        ({**BENEFITS, "services": "emergency"}, "deployer", False),
        (
            {"areas": "infrastructure", "infrastructure": "safety-component", "profiling": "no"},
            "public-body",
            False,
        ),
        (TOY, "public-body", False),
    ],
)
def test_trap_13_article_27_binds_only_these_deployers_and_never_annex_i(facts, role, is_due):
    assert ("Article 27" in places(judged(facts, role=role).duties)) == is_due


def test_trap_13_annex_i_has_no_duty_to_inform_people_and_point_2_no_explanation():
    assert "Article 26(11)" in places(judged(BENEFITS).duties)
    assert "Article 86" in places(judged(BENEFITS).duties)
    assert "Article 26(11)" not in places(judged(TOY).duties)
    facts = {"areas": "infrastructure", "infrastructure": "safety-component", "profiling": "no"}
    assert not {"Article 86", "Article 49(3) and (4)"} & places(judged(facts).duties)
    assert "Article 49(5)" in places(judged(facts, role="provider").duties)


def test_trap_13_for_section_b_only_article_6_1_60a_and_102_to_112_apply():
    found = judged({**TOY, "annex-i-section": "b"}, role=["provider", "public-body"])
    assert found.classes == ("high-risk-annex-i",)
    assert places(found.duties) == {"Article 4", "Article 2(2)"}


@pytest.mark.parametrize("reason", ["dual-use", "real-world-test", "open-source"])
def test_trap_14_these_reasons_take_nothing_out_of_the_scope(reason):
    assert judged(BENEFITS, scope=reason).classes == ("high-risk-annex-iii",)


@pytest.mark.parametrize("role", ["public-body", "public-service", ("deployer", "public-body")])
def test_trap_14_a_public_body_uses_nothing_personally(role):
    """Article 2(10): deployers "who are natural persons"."""
    with pytest.raises(ArtefactError) as raised:
        judged(scope="personal-use", role=role)
    message = str(raised.value)
    assert message.startswith("`scope`: “personal-use” cannot be the answer for the role ")
    assert "what staff do for a public body is never personal use" in message


def test_trap_14_personal_use_frees_the_person_and_not_the_provider():
    facts = {"scope": "personal-use", "contact": "yes"}
    assert judged(facts, role="deployer").classes == ("out-of-scope",)
    assert judged(facts, role="provider").classes == ("transparency",)
    assert judged(facts, role=["provider", "deployer"]).classes == ("transparency",)


@pytest.mark.parametrize(
    ("facts", "provider", "deployer"),
    [
        ({"contact": "yes"}, {"Article 50(1)"}, set()),
        ({"generated": "yes"}, {"Article 50(2)"}, set()),
        ({"sensed": "yes"}, set(), {"Article 50(3)"}),
        (
            {"generated": "yes", "published": "deep-fake"},
            {"Article 50(2)"},
            {"Article 50(4), first subparagraph"},
        ),
        (
            {"generated": "yes", "published": "artistic"},
            {"Article 50(2)"},
            {"Article 50(4), first subparagraph"},
        ),
        (
            {"generated": "yes", "published": "public-text", "editorial": "review-only"},
            {"Article 50(2)"},
            {"Article 50(4), second subparagraph"},
        ),
        (
            {
                "generated": "yes",
                "published": "public-text",
                "editorial": "review-and-responsibility",
            },
            {"Article 50(2)"},
            set(),
        ),
        ({"generated": "editing"}, set(), set()),
    ],
)
def test_trap_15_article_50_says_who_owes_what(facts, provider, deployer):
    def of_article_50(role):
        return {each for each in places(judged(facts, role=role).duties) if "50" in each}

    assert of_article_50("provider") == provider
    for role in ("deployer", "public-service", "public-body"):
        assert of_article_50(role) == deployer


def test_trap_15_article_50_comes_on_top_of_high_risk():
    """Article 50(6)."""
    found = judged({**BENEFITS, "contact": "yes", "generated": "yes"}, role="provider")
    assert found.classes == ("high-risk-annex-iii", "transparency")


# General-purpose AI models: Chapter V


MODEL_DUTIES = {
    "Article 53(1)(a) and (b)", "Article 53(1)(c) and (d)", "Article 54(1)",
    "Articles 52(1) and 55(1)",
}  # fmt: skip


def test_the_provider_of_a_model_has_the_duties_of_chapter_v_since_2_august_2025():
    """Article 113, third paragraph, point (b)."""
    found = judged(ai_system="model-only", on=date(2025, 8, 2), role="provider")
    assert found.classes == found.in_force == ("general-purpose-model",)
    assert places(found.duties) == MODEL_DUTIES
    assert judged(ai_system="model-only", on=date(2025, 8, 1), role="provider").duties == ()


def test_the_providers_of_older_models_have_until_2_august_2027():
    """Article 111(3)."""
    facts = {"ai-system": "model-only", "older-model": "before-august-2025"}
    assert judged(facts, on=date(2027, 8, 1), role="provider").in_force == ()
    found = judged(facts, on=date(2027, 8, 2), role="provider")
    assert found.in_force == ("general-purpose-model",)


def test_a_system_with_a_model_has_the_duties_of_both():
    found = judged(ai_system="yes-with-model", contact="yes", role="provider")
    assert found.classes == ("transparency", "general-purpose-model")
    assert places(found.duties) == {"Article 4", "Article 50(1)"} | MODEL_DUTIES


@pytest.mark.parametrize("answer", ["model-only", "yes-with-model"])
def test_only_a_provider_offers_a_model(answer):
    with pytest.raises(ArtefactError, match="cannot be the answer for the role public-body"):
        judged(ai_system=answer)
    assert judged(ai_system=answer, role=["provider", "public-body"]).classes


# Article 25


def test_the_tree_says_when_a_deployer_becomes_the_provider():
    """Article 25(1)(a) to (c): name, substantial modification, changed purpose; for (a) a contract
    can allocate the duties otherwise."""
    rule = ai_act.english().becomes_provider
    assert rule.place == "Article 25(1)"
    for words in ("name", "modifies the system substantially", "changes the purpose", "contract"):
        assert words in rule.text


# Article 27


@pytest.mark.parametrize(
    ("facts", "role"), [(BENEFITS, "public-body"), ({**BENEFITS, "services": "credit"}, "deployer")]
)
def test_who_assesses_also_updates_and_notifies_the_authority(facts, role):
    """Article 27(2), (3) and (5)."""
    duty = next(
        each
        for each in explain_duties(judged(facts, role=role), "en")
        if each.place == "Article 27"
    )
    for words in ("update the assessment", "notify the market surveillance authority", "template"):
        assert words in duty.text


# Duties that the sources read both ways


def test_duties_whose_date_is_disputed_are_marked():
    unsure = {duty.place for duty in ai_act.english().duties if not duty.verified}
    assert unsure == {
        "Article 49(1)", "Article 49(2)", "Article 49(3) and (4)", "Article 49(5)", "Article 86"
    }  # fmt: skip
    assert all(duty.note for duty in ai_act.english().duties if not duty.verified)


# The path


def test_the_path_names_question_answer_and_place_in_the_order_of_the_law():
    found = judged(BENEFITS)
    assert [(step.question, step.answer, step.place) for step in found.path] == [
        ("ai-system", "yes", "Article 3(1) and recital 12"),
        ("scope", "none", "Article 2"),
        ("practices", "none", "Article 5(1)"),
        ("product", "no", "Article 6(1)(a) and Annex I"),
        ("areas", "services", "Article 6(2) and Annex III"),
        ("services", "benefits", "Annex III, point 5, and recital 58"),
        ("profiling", "yes", "Article 6(3), third subparagraph"),
        ("contact", "no", "Article 50(1)"),
        ("generated", "no", "Article 50(2)"),
        ("published", "none", "Article 50(4)"),
        ("sensed", "no", "Article 50(3)"),
        ("older-high-risk", "no", "Article 111(2)"),
    ]


def test_a_path_is_explained_in_words():
    step = explain(judged(BENEFITS), "en")[0]
    assert step.question == "Does the system infer from its input how to generate its output?"
    assert step.answers == ("Yes, it learns from data or reasons from encoded knowledge",)
    assert step.place == "Article 3(1) and recital 12"


def test_duties_are_explained_with_their_day_and_mark():
    duties = {each.place: each for each in explain_duties(judged(BENEFITS, on=AUTUMN_2026), "en")}
    assert duties["Article 4"].applies_from == date(2025, 2, 2)
    assert duties["Article 27"].applies_from == ANNEX_III
    assert duties["Article 27"].text.startswith("Assess the impact on fundamental rights")
    assert duties["Article 27"].verified and not duties["Article 86"].verified
    older = judged({**BENEFITS, "older-high-risk": "others"})
    assert {each.applies_from for each in explain_duties(older)} == {date(2025, 2, 2), None}


def test_several_points_and_classes_hold_together():
    found = judged(
        areas=["work", "services"],
        work=["recruitment", "management"],
        services="benefits, emergency",
        profiling="no",
        contact="yes",
        **{name.replace("-", "_"): value for name, value in TOY.items()},
    )
    assert outcomes(found) == {
        "annex-i-a", "iii-4-a", "iii-4-b", "iii-5-a", "iii-5-d", "50-1"
    }  # fmt: skip
    assert found.classes == ("high-risk-annex-i", "high-risk-annex-iii", "transparency")


def test_the_exemption_does_not_touch_annex_i():
    """Draft guidelines, paragraph 87."""
    facts = {**BENEFITS, **TOY, "profiling": "no", "small-task": "procedural", "influence": "no"}
    assert judged(facts).classes == ("high-risk-annex-i", "exempted")


def test_missing_facts_are_named_and_leave_the_class_open():
    found = classify({"ai-system": "yes", "areas": "services"}, on=AUTUMN_2026)
    assert found.missing == (
        "scope", "practices", "product", "services", "contact", "generated", "published", "sensed"
    )  # fmt: skip
    assert found.classes == found.in_force == found.duties == found.later == ()


def test_facts_off_the_path_are_named():
    found = classify({"ai-system": "fixed-rules", "contact": "yes"}, on=AUTUMN_2026)
    assert (found.classes, found.unused) == (("not-ai",), ("contact",))


def test_answers_that_cannot_both_be_true_are_named():
    found = judged(practices="emotions", emotions="elsewhere", sensed="no")
    assert found.contradictions == (("emotions", "sensed"),)
    assert judged(published="deep-fake", generated="no").contradictions == (
        ("published", "generated"),
    )


# Flip cases


CIVICLY = {
    **{name: COMMON[name] for stage in ai_act.english().stages for name in stage.questions[:1]},
    **{name: COMMON[name] for name in ("generated", "published", "sensed")},
    "areas": "services",
    "services": "forwarding",
}
CIVICLY.pop("older-high-risk")


def test_routing_comments_becomes_high_risk_when_it_ranks_emergencies():
    flip = next(
        each for each in flips(CIVICLY, on=AUTUMN_2026) if each.after == ("emergency", "forwarding")
    )
    assert (flip.question, flip.before) == ("services", ("forwarding",))
    assert flip.classes == ("high-risk-annex-iii",)
    assert flip.details == {}
    assert flip.assumed == {
        "profiling": ("no",), "small-task": ("none",), "older-high-risk": ("no",)
    }  # fmt: skip


def test_every_flip_changes_the_class_as_it_says_and_by_one_fact():
    now = classify(CIVICLY, on=AUTUMN_2026)
    for flip in flips(CIVICLY, on=AUTUMN_2026):
        changed = {**CIVICLY, flip.question: flip.after, **flip.details, **flip.assumed}
        then = classify(changed, on=AUTUMN_2026)
        assert then.classes == flip.classes != now.classes
        assert flip.before == now.path[[s.question for s in now.path].index(flip.question)].answers
        assert flip.before != flip.after


def test_flips_that_change_nothing_are_not_listed():
    found = {(flip.question, flip.after) for flip in flips(CIVICLY, on=AUTUMN_2026)}
    assert ("scope", ("open-source",)) not in found
    assert ("services", ("none",)) not in found
    assert ("contact", ("obvious",)) not in found
    assert ("ai-system", ("fixed-rules",)) in found
    assert ("contact", ("yes",)) in found


def test_a_new_answer_is_detailed_where_the_class_depends_on_it():
    details = [
        flip.details for flip in flips(CIVICLY, on=AUTUMN_2026) if flip.after == ("emotions",)
    ]
    assert {"emotions": ("work-or-education",)} in details
    assert {"emotions": ("elsewhere",)} in details
    assert {"emotions": ("written-text",)} not in details


def test_one_of_several_answers_can_be_taken_out():
    facts = {
        **CIVICLY, "services": "benefits, forwarding", "profiling": "no", "small-task": "none",
        "older-high-risk": "no",
    }  # fmt: skip
    found = {(flip.question, flip.after): flip.classes for flip in flips(facts, on=AUTUMN_2026)}
    assert found["services", ("forwarding",)] == ("minimal",)
    assert found["services", ("none",)] == ("minimal",)
    assert ("profiling", ("yes",)) not in found


def test_profiling_is_the_flip_of_an_exempted_system():
    facts = {
        **CIVICLY, "services": "benefits", "profiling": "no", "small-task": "preparatory",
        "influence": "no",
    }  # fmt: skip
    found = {(flip.question, flip.after): flip.classes for flip in flips(facts, on=AUTUMN_2026)}
    assert found["profiling", ("yes",)] == ("high-risk-annex-iii",)
    assert found["influence", ("yes",)] == ("high-risk-annex-iii",)
    assert found["small-task", ("none",)] == ("high-risk-annex-iii",)


ENDED = {
    "ai-system": {"ai-system": "fixed-rules"},
    "scope": {"ai-system": "yes", "scope": "national-security"},
    "social-score": {
        "ai-system": "yes",
        "scope": "none",
        "practices": "social-score",
        "social-score": "unrelated",
    },
    "crime-prediction": {
        "ai-system": "yes",
        "scope": "none",
        "practices": "crime-prediction",
        "crime-prediction": "profile-only",
    },
}


@pytest.mark.parametrize("question", ENDED)
def test_flips_names_no_class_where_the_tree_had_ended(question):
    found = [flip for flip in flips(ENDED[question], on=AUTUMN_2026) if flip.question == question]
    assert found
    for flip in found:
        assert flip.classes == () or flip.classes[0] in ("prohibited", "out-of-scope", "not-ai")
        assert flip.assumed == {}
    still_open = [flip for flip in found if flip.open]
    assert still_open and all("areas" in flip.open for flip in still_open)


def test_flips_uses_the_facts_that_the_tree_did_not_ask_for():
    facts = {**COMMON, **ENDED["social-score"], **BENEFITS}
    found = {flip.after: flip for flip in flips(facts, on=AUTUMN_2026)}
    assert found[("lawful-purpose",)].classes == ("high-risk-annex-iii",)
    assert found[("lawful-purpose",)].open == ()


def test_flips_offers_no_answer_that_cannot_be_true_for_the_role():
    def answers(role):
        return {each for flip in flips(CIVICLY, on=AUTUMN_2026, role=role) for each in flip.after}

    of_models = {"model-only", "yes-with-model"}
    assert not answers("public-body") & {*of_models, "personal-use"}
    assert of_models <= answers("provider") and "personal-use" in answers("deployer")


def test_flips_of_unfinished_facts_name_what_is_open():
    with pytest.raises(ArtefactError) as raised:
        flips({"ai-system": "yes"}, on=AUTUMN_2026)
    assert [each.where for each in raised.value.faults][:2] == ["facts.scope", "facts.practices"]
    assert "Is there a reason why the AI Act does not apply" in str(raised.value)


# Malformed facts


def no_answer(value):
    return (
        f"`ai-system`: “{value}” is no answer to this question. The answers are: yes, fixed-rules, "
        "yes-with-model, model-only."
    )


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"ai-sistem": "yes"}, "`ai-sistem`: the tree has no question “ai-sistem”. Did you mean"),
        ({"ai-system": "maybe"}, no_answer("maybe")),
        ({"ai-system": True}, no_answer("True")),
        ({"ai-system": None}, no_answer("None")),
        ({"ai-system": []}, no_answer("")),
        ({"ai-system": ""}, no_answer("")),
        ({"ai-system": {"yes": 1}}, no_answer("{'yes': 1}")),
        ({"ai-system": "yes, fixed-rules"}, "`ai-system`: this question takes one answer, not 2."),
        ({"areas": ["work", "work"]}, "`areas`: “work” is written twice. Write it once."),
        ({"areas": ["none", "work"]}, "`areas`: “none” cannot be combined with another answer."),
        ({1: "yes"}, "`1`: the tree has no question “1”."),
        (["ai-system"], "Facts are asked here: for each question of the tree its answer"),
        ("ai-system: yes", "Facts are asked here"),
    ],
)  # fmt: skip
def test_malformed_facts_give_one_clear_line(facts, message):
    with pytest.raises(ArtefactError) as raised:
        classify(facts, on=AUTUMN_2026)
    assert len(raised.value.faults) == 1
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_all_malformed_facts_are_named_at_once():
    with pytest.raises(ArtefactError) as raised:
        classify({"scope": "x", "areas": "y"}, on=AUTUMN_2026)
    assert [each.where for each in raised.value.faults] == ["scope", "areas"]


@pytest.mark.parametrize(
    ("role", "message"),
    [
        ("boss", "“boss” is not one of the roles. They are: provider, deployer, public-service"),
        ([], "A role is missing. The roles are: provider, deployer, public-service"),
    ],
)
def test_an_unknown_role_gives_one_clear_line(role, message):
    with pytest.raises(ArtefactError) as raised:
        classify(COMMON, on=AUTUMN_2026, role=role)
    assert str(raised.value).startswith(message)


# The data


def test_the_tree_covers_every_point_of_article_5_annex_iii_and_article_50():
    """Article 5(1)(a) to (h) with (ba) and (bb); the letters of Annex III; Article 50(1) to (4)."""
    given = {
        name
        for question in ai_act.english().questions.values()
        for option in question.options.values()
        for name in option.gives
    }
    letters = {
        "1": "abc",
        "3": "abcd",
        "4": "ab",
        "5": "abcd",
        "6": "abcde",
        "7": "abcd",
        "8": "ab",
    }
    annex_iii = {f"iii-{point}-{each}" for point, all_ in letters.items() for each in all_}
    article_5 = {f"5-1-{each}" for each in ("a", "b", "ba", "bb", *"cdefgh")}
    assert annex_iii | article_5 | {"iii-2", "50-1", "50-2", "50-3"} <= given
    assert given == set(ai_act.english().outcomes)


def test_every_question_can_be_reached():
    tree = ai_act.english()
    asked = {name for stage in tree.stages for name in stage.questions}
    led_to = {
        name
        for question in tree.questions.values()
        for option in question.options.values()
        for name in option.then
    }
    assert asked | led_to == set(tree.questions)


def test_flips_can_assume_an_answer_only_where_another_answer_brings_up_the_question():
    """What every system is asked is a fact about the system, and no flip may invent it."""
    tree = ai_act.english()
    for stage in tree.stages:
        for name in stage.questions:
            assert bool(tree.questions[name].assumed) == bool(tree.questions[name].needs)


def test_texts_and_places_of_the_tree_are_translated_and_ids_are_not():
    found = set(texts(framework("ai-act", "en")))
    tree = ai_act.english()
    assert not found & (tree.questions.keys() | tree.outcomes.keys() | tree.classes.keys())
    assert {question.place for question in tree.questions.values()} <= found
    assert {question.text for question in tree.questions.values()} <= found


def option(**fields):
    """A change to the first option of the first question, ai-system.yes."""
    return lambda content: content["questions"][0]["options"][0].update(fields)


def spoilt(change):
    content = deepcopy(framework("ai-act", "en"))
    change(content)
    return content


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (option(then=["gone"]), "ai-system.yes names 'gone'"),
        (option(roles={"any": ["gone"]}), "ai-system.yes names 'gone'"),
        (option(gives=["gone"]), "ai-system.yes names 'gone'"),
        (option(moves={"gone": "never"}), "ai-system.yes names 'gone'"),
        (option(moves={"50-1": "gone"}), "ai-system.yes names 'gone'"),
        (option(contradicts={"scope": ["gone"]}), "yes names 'scope.gone'"),
        (option(contradicts={"gone": ["no"]}), "ai-system.yes names 'gone.no'"),
        (lambda c: c["questions"][0].update(needs=["gone"]), "ai-system names 'gone'"),
        (lambda c: c["questions"][0].update(assumed="gone"), "ai-system names 'gone'"),
        (lambda c: c["stages"][0].update(questions=["gone"]), "definition names 'gone'"),
        (lambda c: c["outcomes"][0].update({"class": "gone"}), "not-ai names 'gone'"),
        (lambda c: c["duties"][0].update({"for": ["gone"]}), "literacy names 'gone'"),
        (lambda c: c["duties"][0].update(roles=["gone"]), "literacy names 'gone'"),
        (lambda c: c["outcomes"][0].update({"from": "gone"}), "lacks or misnames a field"),
        (lambda c: c.pop("stages"), "lacks or misnames a field"),
        (lambda c: c["questions"][0].update(colour="red"), "lacks or misnames a field"),
    ],
)  # fmt: skip
def test_a_tree_with_loose_ends_is_refused_in_one_line(change, message):
    with pytest.raises(FrameworkError, match=message) as raised:
        ai_act.tree(spoilt(change))
    assert "\n" not in str(raised.value)
