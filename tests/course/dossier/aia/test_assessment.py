"""The assessment as an artefact: complete, consistent, recomputed, and true to the notebook."""

from __future__ import annotations

import re
from datetime import date

import pytest

from course import language
from course.dossier import ArtefactError, ImpactAssessment
from course.dossier.assessments.aia import obligations, summary
from course.dossier.fields.reading import LONGEST
from tests.course.dossier.aia.forms import (
    ENTRIES,
    PROJECT,
    answered,
    filled,
    random_answers,
)

COMPLETE = "raw-98-mitigated"
"""A complete form: raw 98, mitigation 66, total 83, level 2."""


def found(assessment: ImpactAssessment, measured=None) -> list[tuple[str, str]]:
    return [(each.code, each.where) for each in assessment.faults(measured)]


def sentences(assessment: ImpactAssessment) -> str:
    return "\n".join(each.read("en") for each in assessment.faults())


def test_a_filled_assessment_has_no_fault():
    assert found(filled(COMPLETE)) == []


def test_what_is_written_is_read_again_as_the_same():
    assessment = filled(COMPLETE)
    again = ImpactAssessment.from_yaml(assessment.to_yaml())
    assert again == assessment
    assert again.to_yaml() == assessment.to_yaml()
    assert again.date == date(2026, 3, 1)
    assert again.level == 2


# Complete


@pytest.mark.parametrize("name", list(ImpactAssessment.model_fields))
def test_an_assessment_without_one_of_its_fields_is_incomplete(name):
    assert found(filled(COMPLETE, **{name: None})) == [("dossier-blank", name)]


def test_an_empty_form_has_no_level():
    score = ImpactAssessment().score()
    assert (score.raw, score.mitigation, score.total, score.level) == (0, 0, None, None)
    assert len(ImpactAssessment().left()) == 94


@pytest.mark.parametrize("seed", range(3))
def test_each_question_that_is_left_blank_takes_the_level_away_and_is_named(seed):
    complete = ImpactAssessment(phase="design", answers=random_answers(seed))
    asked = complete.counted()
    assert complete.score().level is not None
    for entry in ENTRIES:
        if entry["id"] not in asked or "visible_if" in entry:
            continue
        blank = answered(complete, **{entry["id"]: None})
        assert blank.score().level is None
        assert blank.score().total is None
        assert entry["id"] in [question.id for question in blank.left()]
        assert ("aia-left", f"answers.{entry['id']}") in found(blank)


def test_what_is_left_is_listed_by_area_in_words():
    assessment = answered(filled(COMPLETE), developer=None, configurer=None, reversibility=None)
    assert assessment.left_by_area("en") == {
        "The system": ["Who built it?", "Who chose its settings?"],
        "Effects on people and nature": ["Can the effects of a decision be undone?"],
    }
    assert "Who built it?" in sentences(assessment)
    assert "own, federal, other-government, third-party" in sentences(assessment)


def test_without_a_phase_there_is_no_level():
    assert filled(COMPLETE, phase=None).score().level is None


@pytest.mark.parametrize(
    "words", ["none", "n/a", "tbd", "TODO", "to be determined", "unknown", "x", "?", "maybe"]
)
def test_words_that_keep_a_place_are_no_answer(words):
    assessment = answered(filled(COMPLETE), developer=words)
    assert found(assessment) == [("aia-option", "answers.developer")]
    assert assessment.score().level is None
    assert [question.id for question in assessment.left()] == ["developer"]
    assert f"“{words}” is not an answer to “Who built it?”" in sentences(assessment)


@pytest.mark.parametrize("blank", ["", " ", None, [], [""], ["", " "]])
def test_a_blank_answer_is_left_to_be_given(blank):
    fields = filled(COMPLETE).model_dump()
    for name in ("developer", "decision-fields"):
        assessment = ImpactAssessment(**{**fields, "answers": {**fields["answers"], name: blank}})
        assert found(assessment) == [("aia-left", f"answers.{name}")]


@pytest.mark.parametrize(
    ("name", "key"),
    [("client-share", "unknown"), ("data-sharing", "none"), ("security-class", "none"),
     ("gba-plus", "not-applicable"), ("representative-data", "unsure")],
)  # fmt: skip
def test_an_option_that_resembles_a_placeholder_is_an_answer(name, key):
    assessment = filled(COMPLETE, level=None)
    if name == "data-sharing":
        more = {"collection_minimal": "yes", "decides_on_data_subject": "yes"}
        assessment = answered(
            assessment, personal_data="yes", matches_privacy_records="yes", **more
        )
    assessment = answered(assessment, **{name: key})
    assert assessment.chosen()[name] == (key,)
    assert ("aia-left", f"answers.{name}") not in found(assessment)


@pytest.mark.parametrize("name", ["name", "owner"])
@pytest.mark.parametrize("words", ["none", "None.", "nada", "aucun", "nenhum", "N/A", "tbd"])
def test_a_name_or_owner_that_is_none_is_not_filled_in(name, words):
    assert found(filled(COMPLETE, **{name: words})) == [("dossier-placeholder", name)]


# Consistent


@pytest.mark.parametrize("owner", ["the algorithm", "Civicly", "o sistema"])
def test_a_system_does_not_answer_for_itself(owner):
    assert found(filled(COMPLETE, owner=owner)) == [("aia-no-owner", "owner")]


@pytest.mark.parametrize("where", ["alone", "first", "second"])
def test_an_option_that_does_not_exist_is_answered_with_those_that_do(where):
    answer = {"alone": "wealth", "first": ["wealth", "money"], "second": ["money", "wealth"]}
    assessment = answered(filled(COMPLETE), decision_fields=answer[where])
    assert found(assessment) == [("aia-option", "answers.decision-fields")]
    assert "“wealth” is not an answer" in sentences(assessment)
    assert "health, money, social-aid, mobility, permits" in sentences(assessment)


def test_a_question_for_one_option_takes_no_two():
    assessment = answered(filled(COMPLETE), developer=["own", "federal"])
    assert found(assessment) == [("aia-one-only", "answers.developer")]
    assert assessment.score().level is None


def test_a_question_for_one_option_takes_a_list_of_one():
    assessment = filled(COMPLETE)
    listed = answered(assessment, developer=[assessment.answers["developer"]])
    assert found(listed) == []
    assert listed.score() == assessment.score()


def test_an_option_that_is_listed_twice_is_a_fault_and_not_counted_twice():
    assessment = answered(filled(COMPLETE), decision_fields=["money", "jobs", "money"])
    assert found(assessment) == [("aia-twice", "answers.decision-fields")]
    assert assessment.score().areas["decision"] == 0


def test_a_question_that_does_not_exist_is_answered_with_the_nearest():
    assessment = answered(filled(COMPLETE), developper="own")
    assert found(assessment) == [("aia-unknown-question", "answers.developper")]
    assert "`developer`" in sentences(assessment)


def test_of_very_many_unknown_questions_the_first_are_named():
    fields = filled(COMPLETE).model_dump()
    fields["answers"] |= {f"question {number}" * 20: "yes" for number in range(3000)}
    assert len(ImpactAssessment(**fields).faults()) == 20


def test_an_answer_to_a_question_that_is_not_asked_is_a_fault_and_does_not_count():
    base = answered(filled(COMPLETE), client_share="all", exclusion_harm=None)
    leftover = answered(base, exclusion_harm="yes")
    assert ("aia-not-asked", "answers.exclusion-harm") in found(leftover)
    assert leftover.score() == base.score()
    assert "client-share" in sentences(leftover)


def test_while_a_gate_is_open_the_answers_behind_it_are_not_called_superfluous():
    assessment = answered(filled(COMPLETE), client_share=None, exclusion_harm="yes")
    assert found(assessment) == [("aia-left", "answers.client-share")]


GATES = [
    (entry["id"], gate, key, key in keys)
    for entry in ENTRIES
    for gate, keys in entry.get("visible_if", {}).items()
    for key in next(
        [option["key"] for option in other["options"]]
        for other in ENTRIES
        if other["id"] == gate
    )
]  # fmt: skip


def test_twelve_questions_wait_for_the_answer_to_another():
    behind = {name for name, *_ in GATES}
    assert behind == {
        "learning-monitored", "exclusion-harm", "collection-minimal", "decides-on-data-subject",
        "matches-privacy-records", "data-sharing", "unstructured-types", "bias-tests-public",
        "quality-fixes-public", "gba-plus-public", "stale-data-public", "monitoring-updates",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "gate", "key", "is_asked"), GATES)
def test_a_question_is_asked_only_after_the_answers_that_open_it(name, gate, key, is_asked):
    assessment = ImpactAssessment(answers={gate: key})
    assert (name in [question.id for question in assessment.left()]) is is_asked
    blank = ImpactAssessment(answers={})
    assert name not in [question.id for question in blank.left()]


@pytest.mark.parametrize("seed", range(4))
def test_only_answers_to_questions_that_are_asked_count(seed):
    answers = random_answers(seed)
    assessment = ImpactAssessment(phase="implementation", answers=answers)
    expected = {"risk": 0, "mitigation": 0, "gate": 0}
    for entry in ENTRIES:
        if all(answers[gate] in keys for gate, keys in entry.get("visible_if", {}).items()):
            weights = {option["key"]: option["weight"] for option in entry["options"]}
            chosen = answers[entry["id"]]
            keys = chosen if isinstance(chosen, list) else [chosen]
            expected[entry["kind"]] += sum(weights[key] for key in keys)
    score = assessment.score()
    assert (score.raw, score.mitigation) == (expected["risk"], expected["mitigation"])


@pytest.mark.parametrize(
    ("written", "key"),
    [("Yes", "yes"), ("oui", "yes"), ("Sí", "yes"), ("sim", "yes"), (True, "yes"),
     ("NO", "no"), ("non", "no"), ("não", "no"), (False, "no")],
)  # fmt: skip
def test_yes_and_no_can_be_written_in_each_language(written, key):
    assessment = ImpactAssessment(answers={"personal-data": written})
    assert assessment.chosen() == {"personal-data": (key,)}


def test_yes_and_no_in_yaml_stay_words():
    text = "answers:\n  personal-data: yes\n  many-sources: no\n"
    assessment = ImpactAssessment.from_yaml(text)
    assert assessment.answers == {"personal-data": "yes", "many-sources": "no"}


# Recomputed


@pytest.mark.parametrize("written", [2, "2", "II", "ii"])
def test_the_level_can_be_written_as_a_number_or_in_roman_figures(written):
    assert found(filled(COMPLETE, level=written)) == []


@pytest.mark.parametrize("level", [1, 3, 4])
def test_a_level_that_the_answers_do_not_give_is_a_fault_with_what_they_give(level):
    assessment = filled(COMPLETE, level=level)
    assert found(assessment) == [("aia-level", "level")]
    text = sentences(assessment)
    assert f"says {level}; the answers give level 2" in text
    for words in ("98 risk points", "66 mitigation points", "total of 83"):
        assert words in text


def test_a_level_is_not_compared_with_an_incomplete_form():
    assessment = answered(filled(COMPLETE, level=4), developer=None)
    assert found(assessment) == [("aia-left", "answers.developer")]


# True to the notebook


def test_an_answer_that_the_notebook_contradicts_is_a_fault():
    assessment = answered(filled(COMPLETE, level=None), algorithm_basis=["rules", "learned"])
    true = {"algorithm-basis": ["learned", "rules"]}
    assert list(assessment.mismatches(true)) == []
    [untrue] = assessment.mismatches({**true, "needs-judgement": "not-an-option"})
    assert (untrue.code, untrue.where) == ("aia-untrue", "answers.needs-judgement")
    assert "“not-an-option”" in untrue.read("en")
    assert ("aia-untrue", "answers.needs-judgement") in found(
        assessment, {"needs-judgement": "not-an-option"}
    )


def test_an_answer_that_is_blank_is_not_called_untrue_as_well():
    assert list(ImpactAssessment().mismatches({"developer": "own"})) == []


# Input of the wrong form


def refused(**fields: object) -> list[tuple[str, str]]:
    with pytest.raises(ArtefactError) as error:
        ImpactAssessment(**fields)
    return [(each.code, each.where) for each in error.value.faults]


@pytest.mark.parametrize("answer", [3, 2.5, {"a": "b"}, [1], [["own"]], [None], object()])
def test_an_answer_that_is_no_text_is_refused(answer):
    assert refused(answers={"developer": answer}) == [("dossier-answer", "answers.developer")]


@pytest.mark.parametrize("level", [0, 5, "V", "high", 2.5, [2], True])
def test_a_level_that_does_not_exist_is_refused(level):
    assert refused(level=level) == [("dossier-option", "level")]


def test_other_wrong_types_are_refused_each_with_its_message():
    assert refused(phase="pilot", date="soon enough", answers=["own"], colour="red") == [
        ("dossier-option", "phase"),
        ("dossier-date", "date"),
        ("dossier-fields", "answers"),
        ("dossier-unknown-key", "colour"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name: " + "a" * LONGEST, "yaml-too-long"),
        ("answers: " + "[" * 900 + "]" * 900, "yaml-too-deep"),
        ("answers:\n  developer: own\n  developer: federal\n", "yaml-twice"),
        ("a: &x [1]\nb: *x", "yaml-alias"),
        ("answers: [", "yaml-form"),
    ],
)
def test_a_text_that_is_no_form_gets_one_message(text, code):
    faults = ImpactAssessment.faults_in(text, only=("answers", "name"))
    assert [each.code for each in faults] == [code]
    assert "\n" not in faults[0].read("en")


def test_a_fault_in_a_text_names_its_line():
    text = filled(COMPLETE).to_yaml()
    number = next(n for n, line in enumerate(text.splitlines(), 1) if "  developer:" in line)
    kept = filled(COMPLETE).answers["developer"]
    wrong = text.replace(f"  developer: {kept}", "  developer: nobody")
    [only] = ImpactAssessment.faults_in(wrong)
    assert (only.where, only.line) == ("answers.developer", number)
    assert only.read("en").startswith(f"Line {number}: ")


def test_nothing_in_a_text_is_executed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = "answers: {developer: !!python/object/apply:os.mkdir [made]}"
    faults = ImpactAssessment.faults_in(text)
    assert ("aia-option", "answers.developer") in [(each.code, each.where) for each in faults]
    assert list(tmp_path.iterdir()) == []


# The page


def test_the_page_has_questions_and_answers_in_words_and_the_duties_of_the_level(tmp_path):
    assessment = answered(filled(COMPLETE), developer="own")
    path = tmp_path / "page.html"
    filled(COMPLETE).write(path, lang="en")
    page = path.read_text(encoding="utf-8")
    assert "Who built it?" in page
    assert "Still being designed" in page
    assert "Incomplete" not in page
    assert "release 1.0.1 of the Government of Canada" in page
    assert "of 2025-10-03" in page
    plain = re.sub(r"<[^>]+>", "", page).replace("&#39;", "'")
    for duty in obligations(2, "en"):
        assert duty.text in plain
    answered(assessment, developer=None).write(path, lang="en")
    page = path.read_text(encoding="utf-8")
    assert "still blank" in page
    assert "What this level asks for" not in page
    ImpactAssessment().write(path, lang="en")
    assert "Incomplete" in path.read_text(encoding="utf-8")


def test_labels_are_in_the_readers_language(monkeypatch):
    def catalogue(module, lang):
        return (
            {(None, "Who built it?"): "Qui l'a construit ?"} if module == "frameworks/aia" else {}
        )

    monkeypatch.setattr(language, "catalogue", catalogue)
    assessment = answered(filled(COMPLETE), developer=None)
    assert assessment.left_by_area("fr") == {"The system": ["Qui l'a construit ?"]}
    [left] = assessment.faults()
    assert "Qui l'a construit ?" in left.read("fr")


# What a level asks for


def test_a_human_takes_the_decision_from_level_three_on():
    for level in (1, 2, 3, 4):
        ids = [duty.id for duty in obligations(level, "en")]
        assert ("person-decides" in ids) is (level >= 3)
        assert ("may-decide-alone" in ids) is (level <= 2)


@pytest.mark.parametrize(
    ("level", "who"),
    [(1, "assistant deputy minister"), (2, "assistant deputy minister"), (3, "deputy head"),
     (4, "Treasury Board")],
)  # fmt: skip
def test_each_level_is_approved_by_one_office(level, who):
    [duty] = [each for each in obligations(level, "en") if each.id.startswith("approval")]
    assert who in duty.text
    assert who in summary(level, "en")["Who allows it to run"]


def test_every_level_has_a_summary_for_each_of_seven_topics():
    topics = {duty.topic for level in (1, 2, 3, 4) for duty in obligations(level, "en")}
    for level in (1, 2, 3, 4):
        assert set(summary(level, "en")) == topics
    assert len(topics) == 7


@pytest.mark.parametrize("level", [None, 0, 5, True, "2"])
def test_another_level_asks_for_nothing_and_is_refused(level):
    for function in (obligations, summary):
        with pytest.raises(ValueError, match="1, 2, 3 or 4"):
            function(level)


def test_the_project_of_these_tests_has_each_field():
    assert set(PROJECT) | {"answers", "level"} == set(ImpactAssessment.model_fields)


# In a form


def asked_in_a_form(answers):
    asked = ImpactAssessment.questions("answers", {"answers": answers}, "en")
    return {each.key for each in asked}


def test_a_form_asks_the_questions_that_the_answers_so_far_leave_to_be_asked():
    """In release 1.0.1 the sharing of data is asked about only where they are personal."""
    about_personal_data = {
        "collection-minimal",
        "decides-on-data-subject",
        "matches-privacy-records",
        "data-sharing",
    }
    first = asked_in_a_form({})
    assert first.isdisjoint(about_personal_data)
    assert asked_in_a_form({"personal-data": "no"}) == first
    assert asked_in_a_form({"personal-data": "yes"}) == first | about_personal_data
    assert asked_in_a_form({"personal-data": True}) == first | about_personal_data


@pytest.mark.parametrize("answers", ["", None, {"gone": "yes"}, {"personal-data": {"a": 1}}])
def test_a_form_asks_the_first_questions_while_an_answer_is_unreadable(answers):
    assert asked_in_a_form(answers) == asked_in_a_form({})


def test_a_form_offers_the_options_in_words_and_keeps_their_keys():
    (each,) = [
        each
        for each in ImpactAssessment.questions("answers", {}, "en")
        if each.key == "public-scrutiny"
    ]
    assert [key for _, key in each.options] == ["yes", "no"]
    assert ImpactAssessment.questions("phase", {}, "en") == ()
