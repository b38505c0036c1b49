"""Reading and writing: what a person may write, and the line and the sentence for what is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from course.dossier import ArtefactError, FairnessStatement, ModelCard
from course.dossier.fields.reading import LONGEST
from tests.course.dossier.examples import CARD, STATEMENT, changed

ROOT = Path(__file__).resolve().parents[3]


def faults_of(text: str, model=ModelCard) -> list[tuple[str, str, int]]:
    with pytest.raises(ArtefactError) as refused:
        model.from_yaml(text)
    return [(each.code, each.where, each.line) for each in refused.value.faults]


@pytest.mark.parametrize(("model", "text"), [(ModelCard, CARD), (FairnessStatement, STATEMENT)])
def test_what_is_written_is_read_again_as_the_same(model, text):
    artefact = model.from_yaml(text)
    assert model.from_yaml(artefact.to_yaml()) == artefact
    assert model.from_yaml(artefact.to_yaml()).to_yaml() == artefact.to_yaml()


def test_values_are_read_as_what_their_field_asks():
    card = ModelCard.from_yaml(CARD)
    assert card.version == "1.10"
    assert card.date == date(2026, 3, 1)
    assert card.threshold == 0.5
    assert card.data.rows == 4200
    assert card.measures[0].value == 0.78
    statement = FairnessStatement.from_yaml(STATEMENT)
    assert statement.sensitive_attribute_at_decision.used is False


def test_a_group_called_no_stays_a_word():
    """In YAML's own reading it would be false."""
    text = "groups:\n  owns a phone:\n    looked_at: [yes, no]\n"
    assert FairnessStatement.from_yaml(text).groups["owns a phone"].looked_at == ["yes", "no"]


@pytest.mark.parametrize("blank", ["", "~", "null", "''", "TODO", "...", "à compléter"])
def test_a_field_left_open_is_read_as_blank_whatever_its_type(blank):
    names = ("date", "threshold", "measures", "data", "not_for")
    card = ModelCard.from_yaml("".join(f"{name}: {blank}\n" for name in names))
    assert [getattr(card, name) for name in names] == [None] * 5


def test_an_empty_text_is_an_artefact_with_everything_to_do():
    assert ModelCard.from_yaml("") == ModelCard()
    assert len(ModelCard().faults()) == len(ModelCard.model_fields)


@pytest.mark.parametrize(
    ("text", "code", "where", "line"),
    [
        ("name: A\nownr: B\n", "dossier-unknown-key", "ownr", 2),
        ("data:\n  name: A\n  row: 3\n", "dossier-unknown-key", "data.row", 3),
        ("measures:\n  - metric: acuracy\n", "dossier-option", "measures.1.metric", 2),
        ("measures:\n  - value: 75\n", "dossier-range", "measures.1.value", 2),
        ("measures:\n  - value: -1.1\n", "dossier-range", "measures.1.value", 2),
        ("measures:\n  - count: -1\n", "dossier-range", "measures.1.count", 2),
        ("measures:\n  - value: 0,75\n", "dossier-comma", "measures.1.value", 2),
        ("measures:\n  - {value: 0,75}\n", "dossier-comma", "measures.1.75", 2),
        ("measures:\n  - value: high\n", "dossier-number", "measures.1.value", 2),
        ("measures:\n  - value: nan\n", "dossier-number", "measures.1.value", 2),
        ("measures:\n  - count: 4,200\n", "dossier-whole", "measures.1.count", 2),
        ("measures:\n  - count: 3.5\n", "dossier-whole", "measures.1.count", 2),
        ("date: 2026-02-30\n", "dossier-date", "date", 1),
        ("date: 1 March 2026\n", "dossier-date", "date", 1),
        ("date: 86400\n", "dossier-date", "date", 1),
        ("purpose: [a, b]\n", "dossier-text", "purpose", 1),
        ("not_for:\n  - Fraud: never\n", "dossier-text", "not_for.1", 2),
        ("not_for: Fraud\n", "dossier-list", "not_for", 1),
        ("data: a register\n", "dossier-fields", "data", 1),
        ("name: A\nname: B\n", "yaml-twice", "name", 2),
        ("data:\n  name: A\n  name: B\n", "yaml-twice", "data.name", 3),
        ("name: A\npurpose: One: two\n", "yaml-colon", "", 2),
        ("name: A\n\tpurpose: One\n", "yaml-tab", "", 2),
        ("purpose: %\n", "yaml-sign", "", 1),
        ("name: A\npurpose: B\x07\n", "yaml-sign", "", 2),
        ("purpose: 'One\n", "yaml-quote", "", 2),
        ("name: A\nno colon here\ndate: 2026-03-01\n", "yaml-form", "", 3),
        ("? [a]\n: b\n", "yaml-form", "", 1),
        ("name: &a A\nowner: *a\n", "yaml-alias", "", 2),
        ("- name\n", "yaml-no-fields", "", 0),
        ("a card\n", "yaml-no-fields", "", 0),
        ("[" * 20_000, "yaml-too-deep", "", 0),
        ("#" * (LONGEST + 1), "yaml-too-long", "", 0),
    ],
)  # fmt: skip
def test_what_cannot_stand_there_is_one_fault_with_its_place_and_line(text, code, where, line):
    assert faults_of(text) == [(code, where, line)]


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("sensitive_attribute_at_decision:\n  used: perhaps\n", "dossier-yes-no",
         "sensitive_attribute_at_decision.used"),
        ("groups: [a]\n", "dossier-fields", "groups"),
        ("groups:\n  sex:\n    lookd_at: [a]\n", "dossier-unknown-key", "groups.sex.lookd_at"),
        ("candidates:\n  - name: A\n    measures:\n      - valeu: 1\n", "dossier-unknown-key",
         "candidates.1.measures.1.valeu"),
    ],
)  # fmt: skip
def test_the_same_holds_deep_inside_a_statement(text, code, where):
    assert [each[:2] for each in faults_of(text, FairnessStatement)] == [(code, where)]


@pytest.mark.parametrize(
    ("word", "used"),
    [("yes", True), ("oui", True), ("sí", True), ("Sim", True), ("no", False), ("não", False)],
)
def test_yes_and_no_are_read_in_each_language_of_the_course(word, used):
    written = f"sensitive_attribute_at_decision:\n  used: {word}\n"
    held = FairnessStatement.from_yaml(written).sensitive_attribute_at_decision
    assert held is not None and held.used is used


def test_an_option_that_does_not_exist_is_answered_with_those_that_do():
    with pytest.raises(ArtefactError) as refused:
        ModelCard.from_yaml("measures:\n  - metric: acuracy\n")
    said = refused.value.faults[0].read("en")
    assert "accuracy, baseline accuracy, selection rate" in said
    assert " or equalized odds difference" not in said


def test_an_unknown_key_gets_the_nearest_name_among_those_of_its_place():
    with pytest.raises(ArtefactError) as refused:
        ModelCard.from_yaml("data:\n  row: 3\n")
    assert "`rows`" in refused.value.faults[0].read("en")
    assert "`owner`" not in refused.value.faults[0].read("en")


def test_a_text_that_multiplies_itself_is_refused_at_once():
    """Ten levels of ten would be ten thousand million entries."""
    levels = ["a0: &a0 [x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 11)]
    assert [code for code, _, _ in faults_of("\n".join(levels))] == ["yaml-alias"]


def test_a_tag_that_would_run_something_is_only_a_text(tmp_path):
    trap = tmp_path / "trap"
    called = f"!!python/object/apply:os.system\n  - touch {trap}\n"
    card = ModelCard.from_yaml(f"name: !!python/name:os.system touch {trap}\nnot_for: {called}")
    assert card.not_for == [f"touch {trap}"]
    assert card.name == f"touch {trap}"
    assert not trap.exists()


def test_plain_fields_are_refused_by_the_same_error():
    with pytest.raises(ArtefactError) as refused:
        ModelCard(ownr="Housing office", date=2026)
    assert {each.code for each in refused.value.faults} == {"dossier-unknown-key", "dossier-date"}


def test_every_fault_of_a_text_is_told_though_some_fields_cannot_be_read():
    text = changed(CARD, ("date: 2026-03-01", "date: March"), ("owner: Housing", "ownr: Housing"),
                   ("name: Triage of housing claims", "name: TODO"))  # fmt: skip
    found = [(each.code, each.where, each.line) for each in ModelCard.faults_in(text)]
    # Neither the date nor the owner is called blank as well.
    assert found == [
        ("dossier-date", "date", 4),
        ("dossier-unknown-key", "ownr", 5),
        ("dossier-placeholder", "name", 2),
    ]


def test_a_notebook_shows_sentences_and_no_stack_trace():
    with pytest.raises(ArtefactError) as refused:
        ModelCard.from_yaml("ownr: A\ndate: March\n")
    shown = refused.value._render_traceback_()
    assert len(shown) == 2
    assert shown[0].startswith("Line 2: `date`")
    assert shown[1].startswith("Line 1: There is no field `ownr`")


def test_a_file_that_is_not_there_or_no_text_is_told_in_one_line(tmp_path):
    (tmp_path / "photo.yml").write_bytes(b"\xff\xfe\x00\x80")
    for path in (tmp_path / "missing.yml", tmp_path / "photo.yml", tmp_path):
        with pytest.raises(ArtefactError) as refused:
            ModelCard.read(path)
        (only,) = refused.value.faults
        assert only.code == "dossier-file"
        assert path.name in str(refused.value)


def test_a_saved_file_is_read_again_and_nothing_is_left_beside_it(tmp_path):
    card = ModelCard.from_yaml(CARD)
    card.save(tmp_path / "card.yml")
    card.write(tmp_path / "card.html")
    assert ModelCard.read(tmp_path / "card.yml") == card
    assert sorted(os.listdir(tmp_path)) == ["card.html", "card.yml"]


def test_where_nothing_can_be_written_the_old_file_stays(tmp_path):
    with pytest.raises(ArtefactError) as refused:
        ModelCard().save(tmp_path / "no folder" / "card.yml")
    assert refused.value.faults[0].code == "dossier-file"
    (tmp_path / "card.yml").mkdir()
    with pytest.raises(ArtefactError):
        ModelCard().save(tmp_path / "card.yml")
    assert os.listdir(tmp_path) == ["card.yml"]


def test_importing_and_reading_says_nothing_on_the_side():
    program = (
        "import sys; from course.dossier import ModelCard; ModelCard.from_yaml(sys.stdin.read())"
    )
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", program],
        cwd=ROOT,
        input=CARD,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
