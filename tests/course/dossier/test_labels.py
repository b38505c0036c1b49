"""What a person reads in messages: titles of fields, names of keys, numbers of the language."""

from __future__ import annotations

import re

import pytest

from course import language
from course.checking.messages import say
from course.dossier import FairnessStatement, ModelCard, RiskRegister
from course.dossier.artefacts.measures import METRICS
from course.dossier.artefacts.monitoring import MonitoringPlan
from course.dossier.fields.faults import Number, fault
from course.dossier.fields.keys import CANDIDATES, KEYS, shown_name
from course.dossier.fields.labels import by_label
from course.project.measured import ARRIVAL, EACH_LANGUAGE, ONE_LIST, ROUTED, TEST
from course.project.tabular import ANSWERED, EACH_GROUP
from tests.course.dossier.examples import CARD, changed, civicly

LANGUAGES = sorted(language.LANGUAGES)
KEY = re.compile(r"`[a-z]+_[a-z_]+`")
"""A field as the file names it."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_message_names_fields_by_their_titles_wherever_it_names_them(lang):
    text = civicly("risk-register", ("accepted_by: ", "accepted_by: \n    #"))
    (found,) = RiskRegister.faults_by_label(text)
    assert found.code == "risk-not-accepted" and found.where.endswith("accepted_by")
    title = language.text("Accepted by", module="course", lang=lang)
    read = found.read(lang)
    assert f"`{title}`" in read and KEY.findall(read) == []


def test_a_field_that_several_parts_have_is_called_as_in_the_part_of_the_fault():
    message = say("x", "Look at `name` and `too_small`.")
    statement = by_label(fault(message, "candidates.1.measures"), FairnessStatement)
    assert statement.read("en") == "Look at `Name` and `Too small for a rate`."
    plan = by_label(fault(say("x", "Look at `number`."), "indicators.2.alarm"), MonitoringPlan)
    assert plan.read("en") == "Look at `Number`."


def test_what_is_no_field_stays_as_a_message_writes_it():
    found = by_label(fault(say("x", "Write `none`, `day` or `service-brief`.")), ModelCard)
    assert found.read("en") == "Write `none`, `day` or `service-brief`."


@pytest.mark.parametrize(
    ("lang", "read"),
    [("en", "0.9 of 50,000, not -1"), ("fr", "0,9 of 50\u202f000, not -1"),
     ("es", "0,9 of 50\u202f000, not -1"), ("pt", "0,9 of 50\u202f000, not -1")],
)  # fmt: skip
def test_numbers_in_a_message_are_written_as_the_language_writes_them(lang, read):
    message = say("x", "{share} of {rows}, not {other}")
    found = fault(message, share=0.9, rows=50_000, other=-1)
    assert found.read(lang).replace("\N{MINUS SIGN}", "-") == read
    assert Number(50_000, "> {number}").read("es") == "> 50\u202f000"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_number_is_told_with_the_notebooks_own_and_with_names_for_keys(lang):
    line = "metric: baseline accuracy, group: all, data: test, value: 0.64"
    text = changed(CARD, (line, line.replace("0.64", "0.66")))
    right = ModelCard.from_yaml(CARD).measures
    found = ModelCard.faults_by_label(text, right)
    (told,) = [each.read(lang) for each in found if each.code == "measure-untrue"]
    numbers = re.findall(r"0[.,]\d+", told)
    assert numbers == (["0.66", "0.64"] if lang == "en" else ["0,66", "0,64"])
    everybody = language.text("everybody", module="course", lang=lang)
    assert METRICS["baseline accuracy"].read(lang) in told and everybody in told
    assert not re.search(r"\ball\b", told)


def test_each_key_that_the_project_writes_has_a_name():
    assert set(CANDIDATES) == {ARRIVAL, ONE_LIST, EACH_LANGUAGE, EACH_GROUP}
    assert set(KEYS["data"]) == {TEST, ROUTED, ANSWERED}
    assert shown_name("group", "French", "es") == "French"
    assert shown_name("chosen", None) == ""
