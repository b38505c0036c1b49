"""Everything in a project that no longer agrees is told, at its place and with its own sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from course.dossier.artefact import as_yaml
from course.dossier.artefacts.measures import Measure
from course.language import LANGUAGES
from course.project import Choices, Presentation, project_of
from course.project.agreement import CRITICAL, OWN_RULE, PERSON, note_saved

CIVICLY = Path(__file__).parents[1] / "dossier" / "civicly"
CHOICES = {
    "system": "Civicly", "features": "words", "tested_on": "held-out templates",
    "urgency_from": "readers", "read_a_day": 8, "alone_from": 0.5,
    "equal_treatment": "one threshold", "always_person": ["sangre"], "same_from": 0.8,
}  # fmt: skip
PRESENTATION = {
    "system": "Civicly", "date": "2026-11-20", "asked_of": "Council of Marivelle",
    "asked": "That the desk starts the service in January.",
    "sceptic": [
        {"question": f"Question {n}?", "answer": "The statement says 0.15 on its first page."}
        for n in range(3)
    ],
    "stop_if": "The gap in recall is above 0.15 in a monthly sample.",
    "about_the_data": "All comments are synthetic; nobody wrote them.",
}  # fmt: skip


WATCHED = """\
  - metric: gap in recall between the two places
    group: all
    data: test
    baseline: 0.02
    alarm:
      when: above
      number: 0.15
      window: 1
    who: Statistics office of Marivelle, two analysts
    every: month
    then: The head of the desk stops the list, and comments are read by time.
"""
"""An indicator for the gap at which the fairness statement stops the service."""


@pytest.fixture
def project():
    """The dossier of Civicly, with what a project needs besides; all of it agrees."""
    texts = {path.stem: path.read_text("utf-8") for path in CIVICLY.glob("*.yml")}
    texts["choices"] = Choices(**CHOICES).to_yaml()
    texts["presentation"] = Presentation(**PRESENTATION).to_yaml()
    texts["oversight-plan"] = texts["oversight-plan"].replace(
        "    - A day on which the list was not made",
        "    - A threat to life, or a child in danger, that no person has read",
    )
    texts["monitoring-plan"] += WATCHED
    return project_of(texts)


def change(project, name: str, old: str, new: str) -> None:
    text = project.saved(name)
    assert old in text
    project.write(name, text.replace(old, new))


def test_a_project_that_agrees_has_nothing_to_tell(project):
    assert project.disagreements().codes() == []
    assert repr(project.disagreements()) == "Everything in the project agrees."


def test_a_project_without_a_file_is_not_called_one_that_agrees():
    empty = project_of({})
    assert empty.disagreements().codes() == []
    assert "no file yet" in repr(empty.disagreements())
    assert "no file yet" in empty.disagreements()._repr_html_()


def test_a_changed_model_is_told_at_card_assessment_and_plan_each_with_its_own_sentence(project):
    project.disagreements()
    change(project, "choices", "features: words", "features: letters")
    told = project.disagreements()
    assert [(each.file, each.code) for each in told] == [
        ("model-card", "project-model-changed-card"),
        ("impact-assessment", "project-model-changed-assessment"),
        ("monitoring-plan", "project-model-changed-plan"),
    ]
    assert len(set(told.sentences("en"))) == 3


def test_each_is_told_until_it_is_saved_again(project):
    project.disagreements()
    project.write("model.py", "x = 1\n")
    assert len(project.disagreements()) == 3
    change(project, "impact-assessment", "date: 2026-09-25", "date: 2026-09-26")
    assert project.disagreements().codes() == [
        "project-model-changed-card", "project-model-changed-plan"
    ]  # fmt: skip


def test_a_model_that_is_changed_back_is_the_model_again(project):
    project.disagreements()
    change(project, "choices", "features: words", "features: letters")
    change(project, "choices", "features: letters", "features: words")
    assert project.disagreements().codes() == []


def test_numbers_that_are_not_those_measured_now_are_told(project):
    recall = {"metric": "recall", "data": "test", "low": 0, "high": 1, "count": 10}
    numbers = [Measure(group="Spanish", value=0.35, **recall)]
    told = project.disagreements({"monitoring-plan": numbers})
    # Seven baselines that were not measured, and one that differs: told in one line.
    assert [(each.file, each.code) for each in told] == [("monitoring-plan", "project-numbers")]
    assert told.sentences("en")[0].startswith("monitoring-plan: 8 numbers are not those")


PLANTED = {
    "another name of the service": (
        "choices", "system: Civicly", "system: Cityflow", "project-system-name",
    ),
    "another name in the presentation": (
        "presentation", "system: Civicly", "system: Cityflow", "project-system-name",
    ),
    "a plan without the critical rule": (
        "oversight-plan", "A threat to life, or a child in danger, that", "A case that",
        "project-critical-rule",
    ),
    "a plan that forgets the child": (
        "oversight-plan", "or a child in danger, ", "", "project-critical-rule",
    ),
    "more comments read than the plan has hours for": (
        "oversight-plan", "cases_a_day: 32", "cases_a_day: 6", "project-capacity",
    ),
    "a language that the brief forgets": (
        "service-brief", "  - Portuguese\n", "", "project-language-missing",
    ),
    "another number for stopping": (
        "presentation", "above 0.15", "above 0.25", "project-stop",
    ),
    "a gap that stops the service and that no indicator watches": (
        "monitoring-plan", "number: 0.15\n      window: 1", "number: 0.25\n      window: 1",
        "project-stop-not-watched",
    ),
    "a rate with an alarm at the number of the gap": (
        "monitoring-plan", "gap in recall between the two places", "recall",
        "project-stop-not-watched",
    ),
    "synthetic data that are not called so": (
        "presentation", "synthetic", "real", "project-synthetic",
    ),
    "another system name in the dossier": (
        "model-card", "name: Civicly", "name: Cityflow", "cross-system-name",
    ),
    "a file that cannot be read": (
        "team", None, "title: [", "project-file-unreadable",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(project, name):
    file, old, new, code = PLANTED[name]
    if old is None:
        project.write(file, new)
    else:
        change(project, file, old, new)
    assert code in project.disagreements().codes()


RULE = "A threat to life, or a child in danger, that no person has read"


def suggested(message, lang: str) -> str:
    """The words that a message tells to write: what stands last in quotation marks."""
    return re.findall(r"[“«]([^“”«»]+)[”»]", message.read(lang))[-1].strip()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_that_a_message_suggests_are_accepted(project, lang):
    change(project, "oversight-plan", RULE, suggested(CRITICAL, lang))
    assert project.disagreements().codes() == []
    project.write("team", "way: own\n")
    change(project, "oversight-plan", suggested(CRITICAL, lang), suggested(OWN_RULE, lang))
    assert "project-own-rule" not in project.disagreements().codes()


@pytest.mark.parametrize(("rule", "is_told"), [
    ("A child in danger that no person has read", True),
    ("Un enfant en danger que personne n’a lu", True),
    ("Un niño en peligro que nadie ha leído", True),
    ("Uma criança em perigo que ninguém leu", True),
    ("Une menace pour la vie que personne n’a lue", True),
    ("Una amenaza de muerte, o un menor de edad, sin leer", False),
    ("Un danger mortel, ou un enfant en danger, que personne n’a lu", False),
    ("Um risco de morte, ou uma criança em perigo, que ninguém leu", False),
    ("Un riesgo vital, o una niña en peligro, sin leer", False),
])  # fmt: skip
def test_the_critical_rule_names_a_threat_to_life_and_a_child(project, rule, is_told):
    change(project, "oversight-plan", RULE, rule)
    assert ("project-critical-rule" in project.disagreements().codes()) is is_told


@pytest.mark.parametrize(("rule", "is_told"), [
    ("An urgent application that no clerk has read", False),
    ("An urgent application that was refused before staff saw it", False),
    ("Une demande urgente qu'aucun agent n'a lue", False),
    ("Un expediente urgente que ningún funcionario ha leído", False),
    ("Um pedido urgente que nenhum servidor leu", False),
    ("The service does not run for more than an hour", True),
    ("El servidor no funciona por un fallo técnico", True),
    ("Ninguna alerta funcionó durante una hora", True),
])  # fmt: skip
def test_the_rule_of_an_own_service_names_a_person_or_somebody_of_the_office(
    project, rule, is_told
):
    project.write("team", "way: own\n")
    change(project, "oversight-plan", RULE, rule)
    change(
        project, "oversight-plan", "An urgent comment that was not read", "An urgent comment left"
    )
    assert ("project-own-rule" in project.disagreements().codes()) is is_told


@pytest.mark.parametrize(("said", "is_told"), [
    ("Ce sont des données de synthèse.", False),
    ("Tous les messages sont de synthèse.", False),
    ("Lisez la note de synthèse sur les messages.", True),
])  # fmt: skip
def test_data_are_called_synthetic_in_french_words_too(project, said, is_told):
    change(project, "presentation", PRESENTATION["about_the_data"], said)
    assert ("project-synthetic" in project.disagreements().codes()) is is_told


def test_a_condition_in_per_cent_with_a_comma_names_the_same_number(project):
    change(project, "presentation", "above 0.15", "au-dessus de 15,0 %")
    assert project.disagreements().codes() == []


@pytest.mark.parametrize(
    "text",
    [
        "Somebody is in danger of dying, or a child is alone, and nobody has read it",
        "Une personne en danger de mourir, ou un enfant, que personne n'a lu",
        "Peligro de morir, o un niño en peligro, que nadie ha leído",
        "Perigo de morrer, ou criança em perigo, que ninguém leu",
    ],
)
def test_the_critical_rule_can_be_written_with_verbs(project, text):
    written = "A threat to life, or a child in danger, that no person has read"
    change(project, "oversight-plan", written, json.dumps(text))
    assert "project-critical-rule" not in project.disagreements().codes()


@pytest.mark.parametrize(
    ("text", "is_person"),
    [
        ("no agent of the office has read it", True),
        ("the AI agent closes a case alone", False),
        ("un agent conversationnel répond seul", False),
        ("an official notice is sent", False),
    ],
)
def test_a_program_or_a_notice_is_no_person(text, is_person):
    assert bool(PERSON.search(text)) == is_person


def test_an_artefact_that_is_needed_by_now_is_told_as_missing():
    told = project_of({}).disagreements(needed=("team", "service-brief"))
    assert [each.file for each in told] == ["service-brief", "team"]


def test_an_empty_project_agrees():
    assert project_of({}).disagreements() == []


def test_what_a_learner_wrote_is_escaped_on_the_page(project):
    change(project, "choices", "system: Civicly", "system: <script>alert(1)</script>")
    assert "<script>" not in project.disagreements()._repr_html_()


def test_a_form_that_is_saved_again_without_a_change_was_read_again(project):
    project.disagreements()
    change(project, "choices", "features: words", "features: letters")
    note_saved(project, "impact-assessment")
    assert project.disagreements().codes() == [
        "project-model-changed-card", "project-model-changed-plan"
    ]  # fmt: skip


def test_a_model_is_not_called_changed_for_a_name_or_a_reason(project):
    project.disagreements()
    change(project, "choices", "why:", "why: It costs the least.")
    assert project.disagreements().codes() == []


def test_numbers_of_the_other_way_are_not_those_of_this_one(project):
    numbers = {"own-datasheet": {"rows": 1, "groups": {}}, "fairness-statement": {}}
    numbers |= {"model-card": [], "monitoring-plan": []}
    project.write("measured.yml", as_yaml({"model": project.fingerprint(), "numbers": numbers}))
    assert project.measured() == numbers
    project.write("team", "way: own\n")
    assert project.measured() is None


def test_numbers_of_many_groups_are_read_again(project):
    recall = {"metric": "recall", "data": "test", "value": 0.5, "low": 0, "high": 1, "count": 10}
    card = [Measure(group=f"housing: kind {number}", **recall) for number in range(600)]
    numbers = {"own-datasheet": {"rows": 1, "groups": {}}, "fairness-statement": {}}
    numbers |= {"model-card": card, "monitoring-plan": []}
    written = as_yaml({"model": project.fingerprint(), "numbers": numbers})
    assert len(written) > 50_000
    project.write("measured.yml", written)
    assert project.measured() == numbers


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("model: {model}\nnumbers: 3\n", "project-numbers-unreadable"),
        ("model: {model}\n", "project-numbers-unreadable"),
        ("model: [", "project-numbers-unreadable"),
        ("", "project-numbers-unreadable"),
        ("model: another\nnumbers: 3\n", "project-not-measured"),
    ],
)
def test_damaged_numbers_are_not_told_as_a_changed_model(project, written, code):
    project.write("measured.yml", written.replace("{model}", project.fingerprint()))
    told = project.disagreements()
    assert [(each.file, each.code) for each in told] == [("measured", code)]


def test_on_own_data_the_hours_are_compared_with_the_file_that_states_them(project):
    project.write("team", "way: own\n")
    project.write("data", "name: Loans\narriving: 60\nread_a_day: 40\n")
    told = project.disagreements()
    (found,) = [each for each in told if each.code == "project-own-capacity"]
    assert "by data.yml, people read 40 cases" in found.read("en")
