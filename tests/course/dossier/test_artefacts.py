"""The rules of the artefacts of Part 3: each broken once, and what just passes."""

from __future__ import annotations

import re
from time import process_time
from typing import get_args

import pytest

from course.dossier import ArtefactError
from course.dossier.artefacts.monitoring import Alarm, first_alarm
from course.dossier.artefacts.risk_register import level_of
from course.dossier.fields.options import (
    OPTIONS,
    Direction,
    Evidence,
    Interval,
    Level,
    Principle,
    Status,
    Topic,
    Value,
)
from course.dossier.fields.parts import REACHABLE, Part, answers_for_nothing, may_stay_empty
from course.dossier.fields.reading import LONGEST
from course.dossier.papers import ARTEFACTS
from tests.course.dossier.civicly_numbers import measured
from tests.course.dossier.examples import civicly

NEW = [
    "service-brief",
    "own-datasheet",
    "fundamental-rights-assessment",
    "ethical-assessment",
    "risk-register",
    "oversight-plan",
    "procurement-clauses",
    "monitoring-plan",
]


def found(name: str, *changes: tuple[str, str], numbers=None) -> list[tuple[str, str]]:
    artefact = ARTEFACTS[name].from_yaml(civicly(name, *changes))
    return [(each.code, each.where) for each in artefact.faults(numbers)]


# All artefacts


@pytest.mark.parametrize("name", NEW)
def test_a_complete_artefact_has_no_fault_and_is_written_as_it_is_read(name):
    artefact = ARTEFACTS[name].from_yaml(civicly(name))
    assert artefact.faults() == []
    assert ARTEFACTS[name].from_yaml(artefact.to_yaml()) == artefact


@pytest.mark.parametrize("name", NEW)
def test_every_field_is_on_the_page_under_one_heading_with_a_title_and_a_meaning(name):
    kind = ARTEFACTS[name]
    headed = [field for _, fields in kind.SECTIONS for field in fields]
    assert sorted(headed) == sorted(kind.model_fields)
    for field in kind.model_fields.values():
        assert field.title
        assert field.description and field.description.endswith(".")


def test_the_page_of_the_rights_assessment_says_what_article_27_asks_afterwards():
    """Article 27(2), (3) and (5)."""
    name = "fundamental-rights-assessment"
    page = ARTEFACTS[name].from_yaml(civicly(name))._repr_html_()
    assert "Notify the market surveillance authority of the result" in page
    assert "Update the assessment when something in it has changed" in page


@pytest.mark.parametrize("name", NEW)
def test_its_page_says_nothing_of_blanks_and_shows_its_texts(name, tmp_path):
    artefact = ARTEFACTS[name].from_yaml(civicly(name))
    artefact.write(tmp_path / "page.html", lang="en")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "still blank" not in page
    assert "Incomplete" not in page
    assert "Civicly" in page


REQUIRED = [
    (name, field)
    for name in NEW
    for field, info in ARTEFACTS[name].model_fields.items()
    if not may_stay_empty(info)
]


@pytest.mark.parametrize(("name", "field"), REQUIRED, ids="-".join)
def test_without_one_of_its_fields_it_is_incomplete(name, field):
    artefact = ARTEFACTS[name].from_yaml(civicly(name)).model_copy(update={field: None})
    assert ("dossier-blank", field) in [(each.code, each.where) for each in artefact.faults()]


@pytest.mark.parametrize("name", NEW)
def test_all_blanks_inside_its_parts_are_told_and_nothing_else_is(name):
    """Each entry of each list is there, and nothing in it is filled in."""
    kind = ARTEFACTS[name]
    hollow = {
        field: _hollow(getattr(kind.from_yaml(civicly(name)), field)) for field in kind.model_fields
    }
    codes = {each.code for each in kind().model_copy(update=hollow).faults()}
    assert codes == {"dossier-blank"}


def _hollow(value: object) -> object:
    if isinstance(value, list) and value and isinstance(value[0], Part):
        return [_hollow(each) for each in value]
    if isinstance(value, Part):
        fields = type(value).model_fields
        return type(value)().model_copy(
            update={
                name: inner
                for name in fields
                if isinstance(inner := _hollow(getattr(value, name)), Part | list)
            }
        )
    return None


NO_ANSWERS = [
    "none", "None.", "N/A", "not applicable", "Nothing", "there are none", "nobody",
    "aucun", "Aucune", "néant", "sans objet", "Rien à signaler", "s.o.",
    "ninguno", "Ninguna", "no aplica", "no hay", "Nada", "nadie",
    "nenhum", "Nenhuma", "não se aplica", "não há", "ninguém",
    "TODO", "à compléter", "pendiente", "a preencher", "...",
]  # fmt: skip


@pytest.mark.parametrize("words", NO_ANSWERS)
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("service-brief", "owner: Citizens' desk of Marivelle, head of the desk"),
        ("risk-register", "owner: City of Marivelle, risk officer"),
        ("ethical-assessment", "assessed_by: Ethics board of Marivelle"),
    ],
)
def test_words_that_say_that_there_is_nothing_are_no_answer(name, line, words):
    field = line.partition(":")[0]
    assert found(name, (line, f"{field}: '{words}'")) == [("dossier-placeholder", field)]


@pytest.mark.parametrize("words", ["none", "aucun", "ninguno", "nenhum", "n/a"])
def test_nothing_written_for_a_list_a_number_or_a_date_is_a_blank(words):
    for field, old in (("minutes_a_case", "6"), ("review_on", "2027-10-08")):
        assert ("dossier-blank", field) in found(
            "oversight-plan", (f"{field}: {old}", f"{field}: {words}")
        )
    text = f"system: Civicly\nrisks: {words}\n"
    assert ("dossier-blank", "risks") in [
        (each.code, each.where) for each in ARTEFACTS["risk-register"].from_yaml(text).faults()
    ]


@pytest.mark.parametrize(
    "words", ["None of the clerks alone: the head of the desk", "Personne responsable: A. Diallo"]
)
def test_a_text_that_begins_like_such_words_is_a_text(words):
    assert found("risk-register", ("City of Marivelle, risk officer", f'"{words}"')) == []


MACHINES = [
    "the system", "Civicly", "Le modèle", "El algoritmo", "a máquina",
    "le système d'IA", "el modelo de IA", "o sistema de IA", "le programme", "the platform",
]  # fmt: skip


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(
    ("name", "line", "code", "where"),
    [
        ("service-brief", "owner: Citizens' desk of Marivelle, head of the desk",
         "brief-no-owner", "owner"),
        ("service-brief", "who: Clerk on duty at the citizens' desk",
         "brief-machine-path", "steps.2.human_path.who"),
        ("own-datasheet", "owner: Statistics office of Marivelle, head of the register",
         "datasheet-no-owner", "owner"),
        ("fundamental-rights-assessment", "overseen_by: Head of the citizens' desk of Marivelle",
         "rights-no-overseer", "overseen_by"),
        ("ethical-assessment", "assessed_by: Ethics board of Marivelle",
         "ethics-no-person", "assessed_by"),
        ("risk-register", "owner: City of Marivelle, risk officer", "risk-no-owner", "owner"),
        ("risk-register", "owner: Head of the ombuds office", "risk-no-owner", "risks.3.owner"),
        ("risk-register", "accepted_by: Council of Marivelle, committee for services",
         "risk-accepted-by-machine", "risks.2.accepted_by"),
        ("oversight-plan", "who: Two clerks of the citizens' desk",
         "oversight-no-person", "watchers.1.who"),
        ("oversight-plan", "decided_by: Ombuds office of Marivelle",
         "oversight-no-person", "appeal.decided_by"),
        ("oversight-plan", "reported_to: Head of the citizens' desk of Marivelle",
         "oversight-no-person", "incidents.reported_to"),
        ("oversight-plan", "switch_off:\n  who: Head of the citizens' desk of Marivelle",
         "oversight-no-person", "switch_off.who"),
        ("procurement-clauses", "owner: Purchasing office of Marivelle, head of contracts",
         "contract-no-owner", "owner"),
        ("procurement-clauses", "measured_by: Court of auditors",
         "contract-machine-measures", "clauses.2.measured_by"),
        ("monitoring-plan", "owner: Statistics office of Marivelle, head of audits",
         "monitoring-no-person", "owner"),
        ("monitoring-plan", "who: Statistics office of Marivelle, two analysts",
         "monitoring-no-person", "indicators.1.who"),
    ],
)  # fmt: skip
def test_a_machine_answers_for_nothing(name, line, code, where, machine):
    field = line.rpartition(": ")[0]
    assert found(name, (line, f"{field}: {machine}")) == [(code, where)]


@pytest.mark.parametrize("address", ["Carrera de Ponchos s/n, Otavalo", "Travessa das Flores, S/N"])
def test_a_house_without_a_number_can_be_reached(address):
    assert REACHABLE.search(address)
    assert not REACHABLE.search(address.lower().replace("s/n", ""))


@pytest.mark.parametrize(
    "address",
    [
        "The school of Garoa",
        "Accueil des usagers, rue du Port",
        "En la plaza principal",
        "Térreo da prefeitura",
    ],
)
def test_a_street_or_a_public_house_is_an_address_without_a_number(address):
    assert REACHABLE.search(address)


@pytest.mark.parametrize("text", ["Ask us", "Le responsable", "La oficina", "A chefia"])
def test_an_office_alone_is_no_address(text):
    assert not REACHABLE.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "The algorithm of the vendor",
        "Automatic, by the model",
        "It follows from the data",
        "Le logiciel du fournisseur",
        "L'outil de l’entreprise",
        "El sistema de la empresa",
        "O sistema da empresa",
    ],
)
def test_a_machine_of_a_vendor_and_data_answer_for_nothing(text):
    assert answers_for_nothing(text)


@pytest.mark.parametrize(
    "text", ["Data office of Marivelle", "Vendor", "Head of the platform team"]
)
def test_an_office_whose_name_holds_such_a_word_can_answer(text):
    assert not answers_for_nothing(text)


def test_a_long_row_of_articles_is_compared_at_once():
    text = "a an the " * 3000
    began = process_time()
    assert not answers_for_nothing(text)
    assert process_time() - began < 1


# Each rule, broken

HEAD = "Head of the citizens' desk of Marivelle"
STEP_1 = "  - name: Receiving\n"

BROKEN = [
    # Service brief
    ("service-brief", [("step: Visit", "step: Visits")],
     "brief-need-without-step", "needs.4.step"),
    ("service-brief", [("- name: Sending on", "- name: Receiving"), ("step: Sending on",
      "step: Receiving")], "brief-step-twice", "steps.3.name"),
    ("service-brief", [("uses_ai: no", "uses_ai: yes")],
     "brief-no-plain-alternative", "alternatives"),
    ("service-brief", [("chosen: Civicly with visits", "chosen: More clerks")],
     "brief-chosen", "chosen"),
    ("service-brief", [("    - group: people who never write", "    - group: English")],
     "brief-group-untested", "test_plan.participants"),
    ("service-brief", [("total: 40", "total: 41")], "brief-participants", "test_plan.total"),
    ("service-brief", [("count: 6", "count: 0"), ("total: 40", "total: 34")],
     "brief-no-participants", "test_plan.participants.2.count"),
    ("service-brief", [("weight: 30", "weight: 30.5"), ("total: 3.4\n", "total: 3.42\n"),
      ("total: 2.95", "total: 2.96"), ("total: 3.2\n", "total: 3.215\n")],
     "score-weights", "criteria"),
    ("service-brief", [("name: cost", "name: reaches excluded people")],
     "score-name-twice", "criteria"),
    ("service-brief", [("      cost: 2\n", "")], "score-missing", "alternatives.1.scores"),
    ("service-brief", [("      cost: 2\n", "      cost: 2\n      beauty: 2\n")],
     "score-no-criterion", "alternatives.1.scores.beauty"),
    ("service-brief", [("cost: 5", "cost: 5.1"), ("total: 3.2\n", "total: 3.215\n")],
     "score-range", "alternatives.3.scores.cost"),
    ("service-brief", [("total: 2.95", "total: 2.96")], "score-total", "alternatives.2.total"),
    # Datasheet
    ("own-datasheet", [("kept_until: 2029-06-30", "kept_until: 2026-08-31")],
     "datasheet-kept", "kept_until"),
    ("own-datasheet", [("- name: text", "- name: gender")],
     "datasheet-column-twice", "columns.5.name"),
    ("own-datasheet", [("    needed_for: To decide what it is about and how urgent it is.\n", "")],
     "datasheet-no-need", "columns.5.needed_for"),
    ("own-datasheet", [("  - name: gender\n", "  - name: sex\n")],
     "datasheet-no-column", "groups.gender"),
    ("own-datasheet", [("woman: 9970", "woman: 9971")], "datasheet-sum", "groups.gender"),
    ("own-datasheet", [("fewest_rows: 1200", "fewest_rows: 1742")],
     "datasheet-too-small", "groups.district.Horta"),
    ("own-datasheet", [("fewest_rows: 1200", "fewest_rows: 1149")],
     "datasheet-large-enough", "too_small.1"),
    # Rights
    ("fundamental-rights-assessment", [("used_until: 2028-12-31", "used_until: 2027-01-14")],
     "rights-period", "used_until"),
    ("fundamental-rights-assessment", [("article: 12", "article: 31")],
     "rights-article", "chains.4.article"),
    ("fundamental-rights-assessment", [("article: 12", "article: 0")],
     "rights-article", "chains.4.article"),
    ("fundamental-rights-assessment", [("[without internet, people", "[no internet, people")],
     "rights-group-unlisted", "chains.3.groups.1"),
    ("fundamental-rights-assessment", [(", people who never write]", "]")],
     "rights-group-without-chain", "chains"),
    ("fundamental-rights-assessment",
     [("remedy: The ombuds office decides within 10 days and writes or telephones.",
       "remedy: objections are taken at the counter, in the clinics, by telephone and by letter.")],
     "rights-remedy", "chains.3.remedy"),
    ("fundamental-rights-assessment",
     [("Ombuds office, Rua do Porto 4, Marivelle; telephone 0800 555 0120; Tuesdays in the clinic "
       "of Garoa", "At the ombuds office")], "rights-no-contact", "complaints"),
    ("fundamental-rights-assessment", [("people_a_year: 8000", "people_a_year: 6199")],
     "rights-people", "people_a_year"),
    # Ethics
    ("ethical-assessment", [("principle: sustainability", "principle: safety and security")],
     "ethics-left-out", "principles"),
    ("ethical-assessment", [("principle: sustainability", "principle: safety and security")],
     "ethics-twice", "principles"),
    ("ethical-assessment", [("value: diversity and inclusiveness",
                             "value: human rights and dignity")], "ethics-left-out", "values"),
    ("ethical-assessment", [("    by: 2026-12-15\n", "")], "ethics-no-date", "principles.5.by"),
    ("ethical-assessment", [("by: 2026-12-15", "by: 2026-10-05")],
     "ethics-past", "principles.5.by"),
    ("ethical-assessment", [("day: 2026-09-17", "day: 2026-10-06")],
     "ethics-late-hearing", "heard.2.day"),
    ("ethical-assessment", [("open_safeguards: 2", "open_safeguards: 0")],
     "ethics-open", "open_safeguards"),
    # Register
    ("risk-register", [("    - each week\n", "")], "risk-scale", "scales.likelihood"),
    ("risk-register", [("id: R4", "id: r1")], "risk-id-twice", "risks.4.id"),
    ("risk-register", [("rights: [12]", "rights: [31]")], "risk-article", "risks.4.rights.1"),
    ("risk-register", [("likelihood: 5", "likelihood: 6")], "risk-range", "risks.2.likelihood"),
    ("risk-register", [("    severity: 3\n    level: medium", "    severity: 0\n    level: low")],
     "risk-range", "risks.4.severity"),
    ("risk-register", [("residual_level: low", "residual_level: medium")],
     "risk-level", "risks.4.residual_level"),
    ("risk-register", [("residual_severity: 2\n    residual_level: low",
                        "residual_severity: 4\n    residual_level: medium")],
     "risk-residual-worse", "risks.4.residual_severity"),
    ("risk-register", [("    accepted_by: Council of Marivelle, committee for services\n", "")],
     "risk-not-accepted", "risks.2.accepted_by"),
    ("risk-register", [("due: 2026-12-01", "due: 2026-10-05")], "risk-due", "risks.1.due"),
    # Oversight
    ("oversight-plan", [("can_stop: yes", "can_stop: no")],
     "oversight-nobody-stops", "watchers"),
    ("oversight-plan", [("can_overrule: yes", "can_overrule: no")] * 2,
     "oversight-nobody-overrules", "watchers"),
    ("oversight-plan", [("hours_needed: 3.2", "hours_needed: 3.1")],
     "oversight-hours-needed", "hours_needed"),
    ("oversight-plan", [("hours_available: 3.5", "hours_available: 3.6")],
     "oversight-hours-available", "hours_available"),
    ("oversight-plan", [("minutes_a_case: 6", "minutes_a_case: 7.5"),
                        ("hours_needed: 3.2", "hours_needed: 4")],
     "oversight-too-few-hours", "hours_needed"),
    ("oversight-plan", [("needs_internet: no", "needs_internet: yes")] * 2,
     "oversight-only-online", "appeal.channels"),
    ("oversight-plan", [("contact: 0800 555 0120", "contact: by telephone")],
     "oversight-no-contact", "appeal.channels.2.contact"),
    ("oversight-plan", [("decided_by: Ombuds office of Marivelle", f"decided_by: {HEAD}")],
     "oversight-own-judge", "appeal.decided_by"),
    ("oversight-plan", [("next_test: 2027-02-01", "next_test: 2026-10-07")],
     "oversight-switch-off-untested", "switch_off.next_test"),
    ("oversight-plan", [("review_on: 2027-10-08", "review_on: 2026-10-08")],
     "oversight-review", "review_on"),
    # Contract
    ("procurement-clauses", [("contract_until: 2028-12-31", "contract_until: 2026-12-31")],
     "contract-period", "contract_until"),
    ("procurement-clauses", [("weight: 40", "weight: 41"), ("total: 3.65", "total: 3.69"),
                             ("total: 3.55", "total: 3.58")], "score-weights", "criteria"),
    ("procurement-clauses", [("awarded_to: Lumen Words", "awarded_to: Palavra Cooperative")],
     "contract-not-the-best", "awarded_to"),
    ("procurement-clauses", [("awarded_to: Lumen Words", "awarded_to: Words of Light")],
     "contract-awarded", "awarded_to"),
    ("procurement-clauses", [("topic: exit", "topic: audit")], "contract-no-clause", "clauses"),
    ("procurement-clauses", [("measured_by: Court of auditors",
                              "measured_by: Lumen Words, quality office")],
     "contract-vendor-measures", "clauses.2.measured_by"),
    ("procurement-clauses", [("measured_by: Court of auditors", "measured_by: Nimbus Hosting")],
     "contract-vendor-measures", "clauses.2.measured_by"),
    ("procurement-clauses",
     [("    warranties:\n", ""),
      ("      - {metric: recall, group: Garoa and Horta, at_least: 0.4}\n", ""),
      ("      - {metric: recall, group: Portuguese, at_least: 0.5}\n", "")],
     "contract-no-warranty", "clauses.3"),
    # Monitoring
    ("monitoring-plan", [("review_on: 2027-10-10", "review_on: 2026-10-10")],
     "monitoring-review", "review_on"),
    ("monitoring-plan", [("group: Portuguese", "group: English")],
     "monitoring-twice", "indicators.5"),
    ("monitoring-plan", [("window: 2", "window: 0")],
     "monitoring-window", "indicators.1.alarm.window"),
    ("monitoring-plan", [("number: 0.15", "number: 0.26")],
     "monitoring-in-alarm", "indicators.4.alarm.number"),
    ("monitoring-plan", [("when: below", "when: above"), ("first_alarm: 6", "first_alarm: 2")],
     "monitoring-in-alarm", "indicators.1.alarm.number"),
    ("monitoring-plan", [("first_alarm: 6", "first_alarm: 3")],
     "monitoring-first-alarm", "indicators.1.first_alarm"),
    ("monitoring-plan", [("    series: [0.46, 0.48, 0.35, 0.44, 0.36, 0.33, 0.3]\n", "")],
     "monitoring-no-series", "indicators.1.series"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "changes", "code", "where"),
    BROKEN,
    ids=[f"{code}-{where}" for _, _, code, where in BROKEN],
)
def test_each_rule_is_told_when_it_is_broken(name, changes, code, where):
    text, parts = civicly(name), dict.fromkeys(changes)
    if len(parts) < len(changes):  # The same edit more than once.
        ((old, new),) = parts
        text = text.replace(old, new)
    else:
        text = civicly(name, *changes)
    faults = ARTEFACTS[name].from_yaml(text).faults()
    assert (code, where) in [(each.code, each.where) for each in faults]
    for each in faults:
        assert re.search(r"\{\w*\}", each.read("en")) is None


def test_one_alternative_is_no_choice_and_one_offer_no_comparison():
    brief = ARTEFACTS["service-brief"].from_yaml(civicly("service-brief"))
    alone = brief.model_copy(update={"alternatives": brief.alternatives[:1]})
    assert {each.code for each in alone.faults()} == {
        "brief-one-alternative", "brief-no-plain-alternative",
    }  # fmt: skip
    contract = ARTEFACTS["procurement-clauses"].from_yaml(civicly("procurement-clauses"))
    alone = contract.model_copy(update={"offers": contract.offers[:1]})
    assert [each.code for each in alone.faults()] == ["contract-one-offer"]


STRAW = [
    ("reaches excluded people: 3\n      cost: 5\n      time to start: 5\n    total: 3.2",
     "reaches excluded people: 3\n      cost: {cost}\n      time to start: 1\n    total: {total}"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("cost", "total", "codes"), [("2", "2.15", ["brief-straw-man"]), ("3", "2.3", [])]
)
def test_an_alternative_without_ai_is_best_on_some_criterion(cost, total, codes):
    """The best of the two with AI has 3 for the cost: with 3 the one without is as good."""
    ((old, new),) = STRAW
    changes = (old, new.format(cost=cost, total=total))
    assert [code for code, _ in found("service-brief", changes)] == codes


# What just passes

PASSES = [
    ("service-brief", [("step: Visit", "step: '  visit '")]),
    ("service-brief", [("total: 2.95", "total: 2.954")]),
    ("service-brief", [("weight: 30", "weight: 30.004")]),
    ("service-brief", [("    automated: yes\n", "    automated: no\n")]),
    ("own-datasheet", [("kept_until: 2029-06-30", "kept_until: 2026-09-01")]),
    ("own-datasheet", [("fewest_rows: 1200", "fewest_rows: 1150")]),
    ("own-datasheet", [("fewest_rows: 1200", "fewest_rows: 1741")]),
    ("fundamental-rights-assessment", [("used_until: 2028-12-31", "used_until: 2027-01-15")]),
    ("fundamental-rights-assessment", [("article: 12", "article: 30")]),
    ("fundamental-rights-assessment", [("article: 12", "article: 1")]),
    ("fundamental-rights-assessment", [("people_a_year: 8000", "people_a_year: 6200")]),
    ("ethical-assessment", [("by: 2026-12-15", "by: 2026-10-06")]),
    ("ethical-assessment", [("day: 2026-09-17", "day: 2026-10-05")]),
    ("risk-register", [("due: 2026-12-01", "due: 2026-10-06")]),
    ("risk-register", [("    rights: [12]\n", "")]),
    ("risk-register", [("residual_likelihood: 2\n    residual_severity: 2",
                        "residual_likelihood: 1\n    residual_severity: 3")]),
    ("oversight-plan", [("minutes_a_case: 6", "minutes_a_case: 6.5625"),
                        ("hours_needed: 3.2", "hours_needed: 3.5")]),
    ("oversight-plan", [("hours_needed: 3.2", "hours_needed: 3.25")]),
    ("oversight-plan", [("next_test: 2027-02-01", "next_test: 2026-10-08")]),
    ("oversight-plan", [("review_on: 2027-10-08", "review_on: 2026-10-09")]),
    ("procurement-clauses", [("contract_until: 2028-12-31", "contract_until: 2027-01-01")]),
    ("procurement-clauses", [("measured_by: Court of auditors", "measured_by: Lumen Court")]),
    # Both offers have 3.65: either can be chosen.
    ("procurement-clauses", [("price: 5\n    total: 3.55", "price: 5\n    total: 3.65"),
                             ("quality by group: 3", "quality by group: 3.25"),
                             ("awarded_to: Lumen Words", "awarded_to: Palavra Cooperative")]),
    ("procurement-clauses", [("subcontractors:\n  - Nimbus Hosting\n", "")]),
    ("monitoring-plan", [("number: 0.15", "number: 0.25")]),
    ("monitoring-plan", [("    first_alarm: 6\n", "")]),
    ("monitoring-plan", [("window: 2", "window: 1"), ("first_alarm: 6", "first_alarm: 3")]),
    ("monitoring-plan", [("window: 2", "window: 4"), ("first_alarm: 6", "first_alarm: 0")]),
    ("monitoring-plan", [("review_on: 2027-10-10", "review_on: 2026-10-11")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "changes"), PASSES)
def test_what_just_keeps_a_rule_passes(name, changes):
    assert found(name, *changes) == []


# The level of a risk


@pytest.mark.parametrize(
    ("likelihood", "severity", "level"),
    [
        (1, 1, "low"), (2, 2, "low"), (1, 4, "low"), (4, 1, "low"),
        (5, 1, "medium"), (3, 3, "medium"), (2, 4, "medium"),
        (5, 2, "high"), (3, 4, "high"), (4, 4, "high"), (5, 3, "high"),
        (5, 4, "very high"), (5, 5, "very high"), (4, 5, "very high"),
        # What cannot be undone is never below high.
        (1, 5, "high"), (2, 5, "high"),
    ],
)  # fmt: skip
def test_the_level_follows_the_matrix_that_is_written_in_its_docstring(likelihood, severity, level):
    assert level_of(likelihood, severity) == level


def test_a_greater_likelihood_or_severity_never_gives_a_lower_level():
    order = get_args(Level)
    for one in range(1, 6):
        for other in range(1, 5):
            assert order.index(level_of(one, other)) <= order.index(level_of(one, other + 1))
            assert order.index(level_of(other, one)) <= order.index(level_of(other + 1, one))


# Alarms


@pytest.mark.parametrize(
    ("when", "number", "window", "series", "expected"),
    [
        ("above", 10, 1, [10, 10, 11], 3),
        ("above", 10, 1, [10, 10, 10], 0),
        ("below", 10, 1, [10, 9], 2),
        ("below", 10, 2, [9, 10, 9, 9], 4),
        ("below", 10, 3, [9, 9], 0),
        ("above", 0, 2, [1, 1, 0, 1], 2),
        ("above", 0, 1, [], 0),
    ],
)
def test_an_alarm_is_raised_by_the_last_of_enough_bad_readings_in_a_row(
    when, number, window, series, expected
):
    assert first_alarm(series, Alarm(when=when, number=number, window=window)) == expected


def test_an_indicator_whose_alarm_is_still_blank_is_only_incomplete():
    old = "    alarm:\n      when: below\n      number: 0.35\n      window: 2\n"
    assert found("monitoring-plan", (old, "")) == [("dossier-blank", "indicators.6.alarm")]


# True to the notebook


def test_the_datasheet_has_the_rows_and_groups_that_were_counted():
    counted = measured()["own-datasheet"]
    assert found("own-datasheet", numbers=counted) == []
    more = {"rows": 20_001, "groups": {**counted["groups"], "age": {"75+": 3}}}
    assert found("own-datasheet", numbers=more) == [
        ("datasheet-rows-untrue", "rows"),
        ("datasheet-group-left-out", "groups.age"),
    ]
    assert found("own-datasheet", ("rows: 20000", "rows: TODO"), numbers=counted) == [
        ("dossier-blank", "rows")
    ]


def test_a_baseline_is_the_measured_one_at_its_digits():
    plan = measured()["monitoring-plan"]
    assert found("monitoring-plan", numbers=plan) == []
    assert found("monitoring-plan", ("baseline: 0.58", "baseline: 0.57"), numbers=plan) == [
        ("monitoring-untrue", "indicators.5.baseline")
    ]
    assert found("monitoring-plan", ("baseline: 0.58", "baseline: TODO"), numbers=plan) == [
        ("dossier-blank", "indicators.5.baseline")
    ]
    assert ("monitoring-not-measured", "indicators.5.baseline") in found(
        "monitoring-plan", ("group: Portuguese", "group: Italian"), numbers=plan
    )


def test_a_plan_that_rests_on_no_class_and_no_level_is_complete():
    assert found("oversight-plan", ("ai_act_classes: [minimal]\nimpact_level: 2\n", "")) == []


def test_an_artefact_without_numbers_has_none_to_compare():
    assert found("risk-register", numbers=[]) == []


# What cannot be read


@pytest.mark.parametrize(
    ("name", "text", "code", "where", "line"),
    [
        ("risk-register", "risks:\n  - levl: low\n", "dossier-unknown-key", "risks.1.levl", 2),
        ("risk-register", "risks:\n  - level: severe\n", "dossier-option", "risks.1.level", 2),
        ("risk-register", "risks:\n  - likelihood: often\n", "dossier-whole",
         "risks.1.likelihood", 2),
        ("risk-register", "risks:\n  - likelihood: -1\n", "dossier-range",
         "risks.1.likelihood", 2),
        ("risk-register", "risks: fire\n", "dossier-list", "risks", 1),
        ("risk-register", "risks:\n  - fire\n", "dossier-fields", "risks.1", 2),
        ("risk-register", "scales: one to five\n", "dossier-fields", "scales", 1),
        ("risk-register", "risks:\n  - rights: [a]\n", "dossier-whole", "risks.1.rights.1", 2),
        ("service-brief", "steps:\n  - automated: perhaps\n", "dossier-yes-no",
         "steps.1.automated", 2),
        ("service-brief", "steps:\n  - human_path: counter\n", "dossier-fields",
         "steps.1.human_path", 2),
        ("service-brief", "alternatives:\n  - scores:\n      cost: 3,5\n", "dossier-comma",
         "alternatives.1.scores.cost", 3),
        ("service-brief", "alternatives:\n  - scores: [3]\n", "dossier-fields",
         "alternatives.1.scores", 2),
        ("service-brief", "test_plan:\n  treshold: 1\n", "dossier-unknown-key",
         "test_plan.treshold", 2),
        ("own-datasheet", "groups:\n  sex:\n    women: many\n", "dossier-whole",
         "groups.sex.women", 3),
        ("own-datasheet", "kept_until: forever\n", "dossier-date", "kept_until", 1),
        ("ethical-assessment", "principles:\n  - principle: kindness\n", "dossier-option",
         "principles.1.principle", 2),
        ("fundamental-rights-assessment", "chains:\n  - article: twelve\n", "dossier-whole",
         "chains.1.article", 2),
        ("oversight-plan", "minutes_a_case: -6\n", "dossier-range", "minutes_a_case", 1),
        ("procurement-clauses", "clauses:\n  - topic: price\n", "dossier-option",
         "clauses.1.topic", 2),
        ("procurement-clauses", "clauses:\n  - warranties:\n      - at_least: 40\n",
         "dossier-range", "clauses.1.warranties.1.at_least", 3),
        ("monitoring-plan", "indicators:\n  - series: 0.5\n", "dossier-list",
         "indicators.1.series", 2),
        ("monitoring-plan", "indicators:\n  - alarm:\n      when: under\n", "dossier-option",
         "indicators.1.alarm.when", 3),
        ("monitoring-plan", "owner: A\nowner: B\n", "yaml-twice", "owner", 2),
        ("monitoring-plan", "owner: &a A\nsystem: *a\n", "yaml-alias", "", 2),
        ("monitoring-plan", "#" * (LONGEST + 1), "yaml-too-long", "", 0),
        ("monitoring-plan", "[" * 20_000, "yaml-too-deep", "", 0),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_fault_with_its_place_and_line(name, text, code, where, line):
    with pytest.raises(ArtefactError) as refused:
        ARTEFACTS[name].from_yaml(text)
    faults = refused.value.faults
    assert [(each.code, each.where, each.line) for each in faults] == [(code, where, line)]


@pytest.mark.parametrize("name", NEW)
def test_a_tag_that_would_run_something_is_only_a_text(name, tmp_path):
    trap = tmp_path / "trap"
    text = f"system: !!python/object/apply:os.system 'touch {trap}'\n"
    assert ARTEFACTS[name].from_yaml(text).system == f"touch {trap}"
    assert not trap.exists()


def test_every_option_of_a_choice_has_a_name_to_read():
    choices = (Evidence, Level, Status, Direction, Interval, Value, Principle, Topic)
    assert {option for choice in choices for option in get_args(choice)} == set(OPTIONS)
