"""A group without a value has one name in files, and the reader's words everywhere else."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from course.dossier import Measure, ModelCard, OwnDatasheet
from course.dossier.artefacts.measure_rules import LEFT_OUT
from course.dossier.fields import blank_group
from course.dossier.fields.blank_group import NOT_STATED, WORDS, spoken, stored, stored_in
from course.dossier.fields.faults import fault
from course.dossier.form import how_to
from course.dossier.form.artefact_form import ArtefactForm
from course.language import LANGUAGES

MEASURED = {"rows": 300, "groups": {"Sexo": {"Mujer": 200, NOT_STATED: 100}}}


@pytest.fixture(autouse=True)
def words(monkeypatch):
    """The words of each language, whatever its catalogue says."""
    said = dict(zip(("en", "fr", "es", "pt"), WORDS, strict=True))
    made = SimpleNamespace(Translator=lambda module, lang=None: lambda text: said[lang or "es"])
    monkeypatch.setattr(blank_group, "language", made)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        *((each, NOT_STATED) for each in WORDS),
        ("Sexo: sin indicar", f"Sexo: {NOT_STATED}"),
        ("Sexe\N{NO-BREAK SPACE}: Non indiqué", f"Sexe: {NOT_STATED}"),
        ("sexo:não  informado ", f"sexo: {NOT_STATED}"),
        ("a: b: sin indicar", f"a: b: {NOT_STATED}"),
        ("Zona:Ladera", "Zona: Ladera"),
        ("Logement\N{NO-BREAK SPACE}: locataire", "Logement: locataire"),
        ("Ingreso (SMMLV):bajo", "Ingreso (SMMLV): bajo"),
        ("age group:30 to 44", "age group: 30 to 44"),
        (["Sexo: sin indicar", "Mujer"], [f"Sexo: {NOT_STATED}", "Mujer"]),
        ({"Sexo": {"sin indicar": "98"}}, {"Sexo": {NOT_STATED: "98"}}),
    ],
)
def test_what_is_written_in_a_language_is_kept_as_the_one_name(written, kept):
    assert stored(written) == kept
    assert stored(kept) == kept


@pytest.mark.parametrize(
    "written",
    [
        "Zona sin indicar en el plano",
        "sin indicar: Zona",
        "all",
        "",
        "10:30",
        "a: 10:30",
        ":",
        "x:",
    ],
)
def test_other_names_stay_as_they_are(written):
    assert stored(written) == written
    assert spoken(written, "es") == written


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reader_sees_words_that_are_read_as_the_same_name(lang):
    for kept in (NOT_STATED, f"Sexo: {NOT_STATED}", [NOT_STATED], {NOT_STATED: [NOT_STATED]}):
        assert stored(spoken(kept, lang)) == kept
    shown = spoken(f"Sexo: {NOT_STATED}, Canal: web, Zona: {NOT_STATED}", lang)
    assert (NOT_STATED in shown) == (lang == "en")


def test_a_sentence_names_the_group_in_the_words_of_its_language():
    said = "Solicitudes del grupo «Sexo: sin indicar», y Sexe : non indiqué."
    assert stored_in(said).count(f": {NOT_STATED}") == 2


@pytest.mark.parametrize("word", WORDS)
def test_a_datasheet_can_name_the_group_in_each_language(word):
    sheet = OwnDatasheet(
        rows=300, groups={"Sexo": {"Mujer": 200, word: 100}}, fewest_rows=150, too_small=[word]
    )
    found = {each.code for each in sheet.faults(MEASURED) if each.field in ("groups", "too_small")}
    assert found == set()
    assert f"{NOT_STATED}: 100" in sheet.to_yaml()


def test_another_number_of_the_group_is_still_told():
    sheet = OwnDatasheet(rows=300, groups={"Sexo": {"Mujer": 200, "sin indicar": 99}})
    assert "datasheet-rows-untrue" in [each.code for each in sheet.faults(MEASURED)]


def test_a_page_shows_the_words_of_its_language(tmp_path):
    group = f"Sexo: {NOT_STATED}"
    number = Measure(metric="recall", group=group, data="test", value=0.5, low=0.4, high=0.6,
                     count=9)  # fmt: skip
    ModelCard(name="Turno", measures=[number]).write(tmp_path / "card.html", lang="es")
    page = (tmp_path / "card.html").read_text("utf-8")
    assert "Sexo: sin indicar" in page
    assert NOT_STATED not in page


def test_a_message_shows_the_words_of_its_language():
    found = fault(LEFT_OUT, "groups.Sexo.not stated", group=f"Sexo: {NOT_STATED}")
    assert "Sexo: sin indicar" in found.read("es")
    assert NOT_STATED not in found.read("es")


def test_a_form_shows_the_words_of_its_language_and_saves_the_one_name(tmp_path):
    given = {"rows": "300", "groups": {"Sexo": {"Mujer": "200", NOT_STATED: "100"}},
             "fewest_rows": "150", "too_small": [NOT_STATED]}  # fmt: skip
    form = ArtefactForm(OwnDatasheet, tmp_path / "sheet.yml", MEASURED, "es", given)
    assert "sin indicar" in form.editor_at("too_small").widget.value
    assert "sin indicar: '100'" in how_to(OwnDatasheet, "sheet.yml", "es", given)
    assert form.editor_at("groups.Sexo").value() == {"Mujer": "200", "sin indicar": "100"}
    form.save()
    saved = (tmp_path / "sheet.yml").read_text("utf-8")
    assert f"{NOT_STATED}: 100" in saved
    assert "sin indicar" not in saved
    again = ArtefactForm(OwnDatasheet, tmp_path / "sheet.yml", MEASURED, "fr")
    assert "non indiqué" in again.editor_at("too_small").widget.value
    assert not [each for each in again.faults() if each.field in ("groups", "too_small")]
