"""What would change the level: each answer by itself, and the mitigation measures alone."""

from __future__ import annotations

import pytest

from course.dossier import ArtefactError, ImpactAssessment
from course.dossier.assessments.aia import effect_of_mitigation, mitigation_alone, what_if
from tests.course.dossier.aia.forms import ENTRIES, VECTORS, answered, filled

COMPLETE = [name for name in VECTORS if name not in ("empty", "worst")]


def alternatives(entry, now):
    """Every answer that differs by one option."""
    keys = [option["key"] for option in entry["options"]]
    if entry["type"] != "checkbox":
        return [key for key in keys if key != now]
    return [sorted({*now} ^ {key}) for key in keys if {*now} ^ {key}]


def by_trying_each_answer(assessment: ImpactAssessment) -> set[tuple]:
    """The changes of level, found by filling the form in again for every single answer."""
    before, found = assessment.score().level, set()
    for entry in ENTRIES:
        now = assessment.answers.get(entry["id"])
        for then in alternatives(entry, now) if now else []:
            changed = answered(assessment, **{entry["id"]: then})
            after = changed.score().level
            if not changed.left() and after != before:
                found.add((entry["id"], *([then] if isinstance(then, str) else then), after))
    return found


@pytest.mark.parametrize("name", ["raw-41", "raw-84", "raw-99-mitigated", "random-2", "phase-mix"])
def test_the_changes_are_those_found_by_trying_each_single_answer(name):
    assessment = filled(name)
    changes = [each for each in what_if(assessment) if not each.opens]
    found = {(each.question.id, *sorted(each.then), each.level_then) for each in changes}
    tried = {
        (name, *sorted(then), level) for name, *then, level in by_trying_each_answer(assessment)
    }
    assert found == tried
    assert all(each.level_then == each.highest_then for each in changes)
    assert all(set(each.now) != set(each.then) for each in changes)


def test_one_point_above_a_bound_each_point_less_lowers_the_level():
    """Raw 42 without enough mitigation is level 2, and 41 is level 1."""
    changes = what_if(filled("raw-42"))
    assert changes
    assert not any(each.raises for each in changes)
    assert {(each.level, each.level_then) for each in changes} == {(2, 1)}


def test_at_a_bound_each_point_more_raises_the_level():
    """Raw 125 without enough mitigation is level 3, and 126 is level 4."""
    changes = what_if(filled("raw-125"))
    assert changes
    assert all(each.raises for each in changes)
    assert {each.highest_then for each in changes} == {4}


def test_with_just_enough_mitigation_each_point_of_it_less_raises_the_level():
    """Mitigation 62 of the 62 that are needed, raw 84: level 2 instead of 3."""
    changes = {each.question.id: each for each in what_if(filled("raw-84-mit-62"))}
    lost = [each for each in changes.values() if each.question.kind == "mitigation"]
    assert lost
    assert all((each.level, each.level_then, each.raises) == (2, 3, True) for each in lost)


def test_one_mitigation_point_short_each_point_more_lowers_the_level():
    changes = [
        each for each in what_if(filled("raw-84-mit-61")) if each.question.kind == "mitigation"
    ]
    assert changes
    assert all((each.level, each.level_then, each.raises) == (3, 2, False) for each in changes)


def test_a_change_says_which_option_is_given_now_and_which_then():
    """A field that the public watches adds 3 points to 41."""
    changes = {each.question.id: each for each in what_if(filled("raw-41"))}
    change = changes["public-scrutiny"]
    assert (change.now, change.then) == (("no",), ("yes",))
    assert (change.level, change.level_then, change.highest_then) == (1, 2, 2)
    assert change.opens == ()
    assert change.in_words("en") == {
        "Question": "Is this a field that the public watches closely or that often ends in court?",
        "Answer now": "No",
        "Other answer": "Yes",
        "Level now": "1",
        "Level then": "2",
    }


def test_a_change_that_opens_questions_has_the_levels_of_their_lowest_and_highest_answers():
    """Raw 42, mitigation 62: personal data add 2 points, and up to 14 by the questions behind."""
    changes = {each.question.id: each for each in what_if(filled("raw-42-mit-62")) if each.opens}
    change = changes["personal-data"]
    assert [question.id for question in change.opens] == [
        "collection-minimal", "decides-on-data-subject", "matches-privacy-records", "data-sharing",
    ]  # fmt: skip
    # 44 * 0.85 = 37.4 is level 1; (44 + 2 + 2 + 1 + 9) * 0.85 = 49.3 is level 2.
    assert (change.level, change.level_then, change.highest_then) == (1, 1, 2)
    assert change.raises
    assert change.in_words("en")["Level then"].startswith("1 to 2")


@pytest.mark.parametrize("name", ["raw-125", "raw-42-mit-62", "raw-126-mit-61"])
def test_the_levels_after_a_change_that_opens_questions_are_reached(name):
    entries = {entry["id"]: entry for entry in ENTRIES}
    assessment = filled(name)
    for change in what_if(assessment):
        if not change.opens:
            continue
        levels = set()
        for end in (min, max):
            more = {}
            for question in change.opens:
                options = entries[question.id]["options"]
                best = end(options, key=lambda option: option["weight"])["key"]
                more[question.id] = [best] if question.takes_many else best
                if question.takes_many and end is max:
                    more[question.id] = [option["key"] for option in options]
            then = list(change.then) if change.question.takes_many else change.then[0]
            levels.add(answered(assessment, **{change.question.id: then}, **more).score().level)
        assert (min(levels), max(levels)) == (change.level_then, change.highest_then)


def test_a_change_that_closes_a_question_drops_its_points():
    """Raw 84 with personal data: without them the points of the questions behind go too."""
    assessment = filled("raw-84")
    assert assessment.answers["personal-data"] == "yes"
    [change] = [each for each in what_if(assessment) if each.question.id == "personal-data"]
    assert (change.then, change.level_then) == (("no",), 2)


@pytest.mark.parametrize("function", [what_if, mitigation_alone])
def test_an_incomplete_form_has_no_level_that_could_change(function):
    with pytest.raises(ArtefactError) as refused:
        function(answered(filled("raw-84"), developer=None, configurer=None))
    assert "questions that are left (2)" in str(refused.value)
    assert "\n" not in str(refused.value)


# Mitigation alone

LOWERED = {*range(42, 49), *range(84, 99), *range(126, 148)}
"""The risk points at which full mitigation lowers the level, as published."""


@pytest.mark.parametrize("raw", range(168))
def test_mitigation_alone_lowers_the_level_at_the_published_points_only(raw):
    effect = effect_of_mitigation(raw)
    assert effect.lowers is (raw in LOWERED)
    assert effect.level_with == effect.level_without - (raw in LOWERED)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (41, ["The risk points are 41", "level is 1"]),
        (42, ["alone lower the level", "62 of 77", "total is 36 instead of 42",
              "level is 1 instead of 2"]),
        (49, ["do not lower", "total is 42 instead of 49", "Level 1 ends at a total of 41",
              "stays 2"]),
        (167, ["do not lower", "total is 142 instead of 167", "Level 3 ends at a total of 125",
               "stays 4"]),
    ],
)  # fmt: skip
def test_the_reason_is_given_in_words_and_figures(raw, words):
    text = effect_of_mitigation(raw).reason.read("en")
    for each in words:
        assert each in text


def test_paperwork_alone_does_not_lift_the_worst_case_out_of_level_four():
    effect = mitigation_alone(filled("worst-full-design"))
    assert (effect.raw, effect.level_without, effect.level_with) == (167, 4, 4)
    assert not effect.lowers


@pytest.mark.parametrize("name", COMPLETE)
def test_the_effect_of_mitigation_depends_on_the_risk_points_only(name):
    assert mitigation_alone(filled(name)).raw == VECTORS[name]["raw"]
