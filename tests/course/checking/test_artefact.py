"""expect.artefact: a document that a learner fills in, checked as a whole or field by field."""

from __future__ import annotations

import pytest
import yaml

from course.checking import expect
from course.dossier import Measure, ModelCard
from tests.course.dossier.examples import CARD, changed

TRUE = [each for each in ModelCard.from_yaml(CARD).measures]


def test_a_filled_text_is_right_and_so_are_its_fields(said):
    assert said(expect.artefact, ModelCard, CARD) == "right"
    fields = yaml.safe_load(CARD.replace("1.10", "'1.10'"))
    assert said(expect.artefact, ModelCard, fields) == "right"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (..., "form-missing"),
        (None, "form-artefact"),
        (0.5, "form-artefact"),
        (["name: A"], "form-artefact"),
        ("", "dossier-blank"),
        ("name: A: B", "yaml-colon"),
        (changed(CARD, ("owner:", "ownr:")), "dossier-unknown-key"),
        (changed(CARD, ("date: 2026-03-01", "date: soon")), "dossier-date"),
        (changed(CARD, ("0.5\n", "TODO\n")), "dossier-blank"),
        ({1: 2}, "dossier-unknown-key"),
    ],
)
def test_the_first_fault_is_what_is_said(said, value, code):
    assert said(expect.artefact, ModelCard, value) == code


def test_its_fields_can_be_told_apart(said):
    text = changed(CARD, ("owner: Housing office of the city of Aberport, head of claims",
                          "owner: the model"), ("date: 2026-03-01", "date: soon"))  # fmt: skip
    assert said(expect.artefact, ModelCard, text, only=("measures", "purpose")) == "right"
    assert said(expect.artefact, ModelCard, text, only=("owner",)) == "card-no-owner"
    assert said(expect.artefact, ModelCard, text, only=("purpose", "date")) == "dossier-date"


def test_a_misspelt_field_is_told_where_it_is_missing_and_a_needless_one_only_for_the_whole(said):
    misspelt = changed(CARD, ("owner:", "ownr:"))
    assert said(expect.artefact, ModelCard, misspelt, only=("owner",)) == "dossier-unknown-key"
    assert said(expect.artefact, ModelCard, misspelt, only=("purpose",)) == "right"
    needless = CARD + "notes: none yet\n"
    assert said(expect.artefact, ModelCard, needless) == "dossier-unknown-key"
    assert said(expect.artefact, ModelCard, needless, only=("not_for",)) == "right"


def test_a_text_that_cannot_be_read_fails_every_part(said):
    assert said(expect.artefact, ModelCard, "a: b: c", only=("owner",)) == "yaml-colon"


def test_its_numbers_are_compared_with_what_was_measured(said):
    assert said(expect.artefact, ModelCard, CARD, measured=TRUE) == "right"
    other = [Measure(**(dict(TRUE[0]) | {"value": 0.7})), *TRUE[1:]]
    assert said(expect.artefact, ModelCard, CARD, measured=other) == "measure-untrue"
    assert said(expect.artefact, ModelCard, CARD, measured=other, only=("owner",)) == "right"


def test_an_author_who_misspells_a_field_is_told(said):
    with pytest.raises(ValueError, match="ownr"):
        expect.artefact(ModelCard, CARD, only=("ownr",))


def test_in_an_exercise_the_sentence_names_the_field_and_no_line(desk):
    desk.checks(
        """
        from course.dossier import ModelCard

        @exercise("card", points=2)
        def card(text):
            with part():
                expect.artefact(ModelCard, text, only=("owner",))
            with part():
                expect.artefact(ModelCard, text, only=("review_on",))
        """
    )
    outcome = desk.check("card", changed(CARD, ("review_on: 2026-09-01", "review_on: 2026-02-01")))
    assert float(outcome) == 1
    assert outcome.message.read("en").startswith("`Review on`")
    assert "<code>Review on</code>" in outcome.as_html()


def test_one_message_lists_every_fault_each_on_its_line(desk):
    desk.checks("""
from course.dossier import ModelCard

@exercise("card", points=2)
def card(text):
    with part():
        expect.artefact(ModelCard, text, only=("owner", "date"))
    with part():
        expect.artefact(ModelCard, text, only=("purpose", "version"))
""")
    text = changed(CARD, ("date: 2026-03-01", "date: soon"), ("owner: Housing office of the city "
                   "of Aberport, head of claims", "owner: the model"))  # fmt: skip
    outcome = desk.check("card", text)
    assert (outcome, outcome.message.code) == (1, "dossier-date")
    lines = outcome.message.read("en").split("\n")
    assert lines[0] == "There are 2 things left to do:"
    assert [line[0] for line in lines[1:]] == ["•", "•"] and len(lines) == 3
    assert "<br>• " in outcome.as_html()


def test_faults_of_two_parts_are_listed_together(desk):
    desk.checks("""
from course.dossier import ModelCard

@exercise("card", points=2)
def card(text):
    with part():
        expect.artefact(ModelCard, text, only=("date",))
    with part():
        expect.artefact(ModelCard, text, only=("owner",))
        expect.true(False, say("01-never", "Never said: the owner stopped this part."))
    with part():
        expect.true(False, say("01-also", "And this."))
""")
    text = changed(CARD, ("date: 2026-03-01", "date: soon"), ("owner: Housing office of the city "
                   "of Aberport, head of claims", "owner: the model"))  # fmt: skip
    read = desk.check("card", text).message.read("en")
    assert read.startswith("There are 3 things left to do:") and read.endswith("• And this.")
    assert "Never said" not in read
