"""The page of a whole dossier: one file, every artefact, in order, for every reader."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import polib
import pytest

from course import language, places
from course.dossier import FairnessStatement, ModelCard
from course.dossier.documents.page import dossier
from course.dossier.fields.faults import fault, t
from course.dossier.fields.parts import BLANK
from course.notebook.figures import ShownFigure
from tests.course.dossier.every_kind import OFFICE, Office
from tests.course.dossier.examples import CARD, STATEMENT, changed
from tests.course.dossier.test_page import Outline

LANGUAGES = ["en", "fr", "es", "pt"]


def artefacts(card: str = CARD):
    return [
        ModelCard.from_yaml(card),
        FairnessStatement.from_yaml(STATEMENT),
        Office.from_yaml(OFFICE),
    ]


def headings(outline: Outline) -> list[int]:
    return [int(tag[1]) for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)]


def targets(outline: Outline) -> list[str]:
    return [each["href"].removeprefix("#") for each in outline.named("a")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_has_landmarks_and_headings_in_order_and_its_language(lang):
    outline = Outline(dossier(artefacts(), lang=lang))
    assert outline.open == []
    assert outline.named("html") == [{"lang": lang}]
    for landmark in ("header", "nav", "main"):
        assert len(outline.named(landmark)) == 1
    levels = headings(outline)
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert len(outline.named("article")) == 3
    ids = [each["id"] for _, each in outline.elements if "id" in each]
    assert len(ids) == len(set(ids))
    assert set(targets(outline)) <= set(ids)
    assert all(each["scope"] in ("col", "row", "rowgroup") for each in outline.named("th"))
    for each in outline.named("article") + outline.named("nav"):
        assert each["aria-labelledby"] in ids


def test_the_table_of_contents_leads_to_every_artefact():
    outline = Outline(dossier(artefacts(), lang="en"))
    # The skip link, and three artefacts.
    assert len(targets(outline)) == 1 + 3
    for title in ("Model card: Triage of housing claims", "Fairness statement", "Office"):
        assert title in outline.text


def test_the_page_is_named_after_its_subject_or_by_its_author():
    assert "<title>Dossier: Triage of housing claims</title>" in dossier(artefacts(), lang="en")
    assert "<title>Dossier</title>" in dossier([ModelCard()], lang="en")
    assert "<title>Our &lt;b&gt;</title>" in dossier(artefacts(), title="Our <b>", lang="en")


def test_all_faults_are_at_the_head_with_links_to_their_artefacts():
    card = changed(CARD, ("review_on: 2026-09-01", ""), ("owner: Housing", "owner: TODO #"))
    shown = dossier(artefacts(card), lang="en")
    head = shown[: shown.index("<nav")]
    assert "Incomplete. Still to do: 2" in head
    for sentence in ("Review on</code> is still blank", "Owner</code> still says"):
        assert sentence in head
    assert re.findall(r'<a href="#(part-\d)">', head) == ["part-1"]
    assert "Incomplete" not in dossier(artefacts(), lang="en")


def test_faults_between_artefacts_are_listed_with_the_artefact_whose_file_they_name():
    blank = fault(BLANK, "system", meaning=t("the system's name."))
    missing = fault(BLANK, "", meaning=t("more."))
    faults = [replace(blank, file="fairness-statement"), replace(missing, file="monitoring-plan")]
    shown = dossier(artefacts(), faults=faults, lang="en")
    head = shown[: shown.index("<nav")]
    assert "Incomplete. Still to do: 2" in head
    assert re.findall(r'<a href="#(part-\d)">', head) == ["part-1", "part-2"]
    first, second = head.split('<a href="#part-2">')
    assert "monitoring-plan: " in first
    assert "<code>System</code> is still blank" in second and "fairness-statement: " not in second


def test_untrue_numbers_and_figures_are_those_of_their_artefact():
    figure = ShownFigure("<svg/>", "<svg/>", "A longer wait", "Women wait longer")
    shown = dossier(
        artefacts(), measured={"ModelCard": []}, figures={"ModelCard": [figure]}, lang="en"
    )
    outline = Outline(shown)
    assert "Incomplete" in outline.text
    (image,) = outline.named("img")
    assert image["alt"] == "Women wait longer"


def test_a_page_loads_nothing_and_runs_nothing():
    outline = Outline(
        dossier(artefacts(changed(CARD, ("name: Triage", "name: <script>"))), lang="en")
    )
    assert not {"script", "iframe", "object"} & {tag for tag, _ in outline.elements}
    assert [each["href"][:11] for each in outline.named("link")] == ["data:image/"]
    assert all(each["href"].startswith("#") for each in outline.named("a"))
    policy = next(each["content"] for each in outline.named("meta") if "http-equiv" in each)
    assert policy.startswith("default-src 'none'")


def translate(tmp_path, monkeypatch, lang: str, texts: dict[str, str]) -> None:
    """Give the course a catalogue with these translations only."""
    monkeypatch.setattr(places, "PACKAGE", tmp_path)
    file = polib.POFile()
    for english, translation in texts.items():
        file.append(polib.POEntry(msgid=english, msgstr=translation))
    path = places.locale() / lang / "course.po"
    path.parent.mkdir(parents=True)
    path.write_text(str(file), encoding="utf-8")
    language.catalogue_in.cache_clear()


@pytest.mark.parametrize(
    ("lang", "contents"), [("fr", "Sommaire"), ("es", "Índice"), ("pt", "Sumário")]
)
def test_headings_of_the_page_are_translated(tmp_path, monkeypatch, lang, contents):
    translate(tmp_path, monkeypatch, lang, {"Contents": contents, "Owner": "XX"})
    outline = Outline(dossier(artefacts(), lang=lang))
    language.catalogue_in.cache_clear()
    assert contents in outline.text
    assert "XX" in outline.text
    assert "78,0" in outline.text
