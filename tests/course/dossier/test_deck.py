"""The deck: what the artefacts say, in at most twelve slides, read with and without a script."""

from __future__ import annotations

import base64
import hashlib
import importlib
import pkgutil
import re
from itertools import pairwise

import pytest

import course.dossier
from course import language
from course.dossier import FairnessStatement, ModelCard
from course.dossier.artefact import Artefact
from course.dossier.documents.deck import FIELDS, LONGEST, SLIDES, deck
from course.dossier.fields.kinds import kind
from tests.course.dossier.every_kind import OFFICE, Office
from tests.course.dossier.examples import CARD, STATEMENT, changed
from tests.course.dossier.test_dossier_page import LANGUAGES, headings, targets, translate
from tests.course.dossier.test_page import Outline


class FullOffice(Office):
    """An office that has something to say on every slide."""


@pytest.fixture(autouse=True)
def slides_of_the_office(monkeypatch):
    fields = ("name", "aims", ("desks", ("name", "people")), "main_desk", "desks_by_city")
    monkeypatch.setitem(FIELDS, "FullOffice", {name: fields for name in SLIDES})


def both(card: str = CARD):
    return [ModelCard.from_yaml(card), FairnessStatement.from_yaml(STATEMENT)]


def slides(shown: str) -> list[str]:
    """The text of each slide, its notes included."""
    return [Outline(f"<section{each}").text for each in _sections(shown)]


def _sections(shown: str) -> list[str]:
    return [each.split("</main>")[0] for each in shown.split("<section")[1:]]


def notes(section: str) -> str:
    return re.search("<details.*</details>", section, re.DOTALL).group()


def test_a_deck_has_at_most_twelve_slides_in_the_order_of_an_argument():
    assert len(SLIDES) <= 12
    shown = deck([FullOffice.from_yaml(OFFICE)], lang="en")
    found = re.findall(r"<h2[^>]*>([^<]*)</h2>", shown)
    assert found == [
        "The service", "The decision", "Who is affected", "Alternatives", "Data",
        "What was measured", "Risks", "Class and level", "Oversight and redress",
        "Monitoring and contract", "What we ask of you",
    ]  # fmt: skip


def test_what_the_artefacts_say_is_on_its_slide():
    shown = slides(deck(both(), asked=["Approve the pilot by 1 May."], lang="en"))
    service, decision, affected, data, measured, oversight, contract, ask = shown
    assert "those who may lose their home are read first" in service
    assert "An officer decides every claim." in decision
    assert "Claims written by somebody else than the claimant" in affected
    assert "Claims register of Aberport" in data
    assert "n = 450" in measured
    assert "An officer reads every claim within five days" in oversight
    assert "2026-09-01" in contract
    assert "Approve the pilot by 1 May." in ask


def test_a_slide_that_nothing_fills_is_left_out_and_the_last_one_says_so():
    shown = deck(both(), lang="en")
    assert re.findall(r"<h2[^>]*>Risks</h2>", shown) == []
    last = slides(shown)[-1]
    assert "does not have it: Alternatives; Risks; Class and level." in " ".join(last.split())
    assert "does not have it" not in slides(deck([FullOffice.from_yaml(OFFICE)], lang="en"))[-1]


def test_a_deck_of_nothing_is_its_last_slide():
    (only,) = slides(deck([], lang="en"))
    assert "The service; The decision" in only


def test_the_last_slide_tells_what_is_unfinished():
    last = slides(deck(both(changed(CARD, ("review_on: 2026-09-01", ""))), lang="en"))[-1]
    assert "Still to do in the dossier: Model card: 1." in " ".join(last.split())
    assert "Still to do" not in slides(deck(both(), lang="en"))[-1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_deck_has_headings_in_order_links_that_lead_somewhere_and_its_language(lang):
    outline = Outline(deck(both(), lang=lang))
    assert outline.open == []
    assert outline.named("html") == [{"lang": lang}]
    levels = headings(outline)
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    ids = [each["id"] for _, each in outline.elements if "id" in each]
    assert len(ids) == len(set(ids))
    assert set(targets(outline)) <= set(ids)
    assert len(outline.named("main")) == 1
    assert all(each["aria-labelledby"] in ids for each in outline.named("section"))
    assert len(outline.named("details")) == len(outline.named("section"))


@pytest.mark.parametrize(
    ("lang", "ask"), [("fr", "Notre demande"), ("es", "Lo que pedimos"), ("pt", "O que pedimos")]
)
def test_headings_of_the_slides_are_translated(tmp_path, monkeypatch, lang, ask):
    translate(tmp_path, monkeypatch, lang, {"What we ask of you": ask})
    shown = slides(deck(both(), lang=lang))
    language.catalogue_in.cache_clear()
    assert ask in shown[-1]


def test_only_the_decks_own_script_can_run_and_nothing_is_loaded():
    trap = changed(CARD, ("purpose: >\n", "purpose: <script>alert(1)</script> >\n "))
    shown = deck(both(trap), title="<b>", lang="en")
    outline = Outline(shown)
    assert len(outline.named("script")) == 1
    assert not {"iframe", "object", "img"} & {tag for tag, _ in outline.elements}
    assert [each["href"][:11] for each in outline.named("link")] == ["data:image/"]
    script = re.search("<script>(.*)</script>", shown, re.DOTALL).group(1)
    expected = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = next(each["content"] for each in outline.named("meta") if "http-equiv" in each)
    assert policy == (
        "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{expected}'"
    )
    assert "<title>&lt;b&gt;</title>" in shown


def test_what_is_too_long_for_a_slide_is_whole_in_the_notes():
    long = " ".join(f"word{number}" for number in range(100))
    many = "\n".join(
        f"  - Use number {number}, in more words than share a line" for number in range(8)
    )
    text = changed(CARD, ("  Puts incoming", f"  {long} Puts incoming"),
                   ("  - Refusing a claim\n", f"{many}\n"))  # fmt: skip
    first = _sections(deck(both(text), lang="en"))[0]
    slide = first.replace(notes(first), "")
    assert "word0" in slide and "word99" not in slide
    assert "word99" in notes(first)
    assert "Use number 3" in slide and "Use number 7" not in slide
    assert "Use number 7" in notes(first)
    assert "More in the notes." in slide
    assert len(long) > LONGEST


def test_a_slide_has_the_measures_of_groups_first_and_the_notes_have_all():
    card = ModelCard.from_yaml(CARD)
    few = [each for each in card.measures if each.group != "all"]
    other = [each.model_copy(update={"data": "later", "count": 777}) for each in card.measures]
    more = [
        each.model_copy(update={"group": f"district {number}"})
        for number in range(9)
        for each in few[:1]
    ]
    longer = card.model_copy(update={"measures": [*card.measures, *more, *other]})
    (section,) = [
        each for each in _sections(deck([longer], lang="en")) if "What was measured" in each
    ]
    slide = section.replace(notes(section), "")
    assert "district 8" in slide
    assert "baseline accuracy" not in slide and "n = 777" not in slide
    assert "baseline accuracy" in notes(section) and "n = 777" in notes(section)


def test_every_slide_advises_its_speaker():
    for section, (_, advice) in zip(
        _sections(deck([FullOffice.from_yaml(OFFICE)], lang="en")), SLIDES.values(), strict=True
    ):
        assert advice in notes(section)


def test_a_table_on_a_slide_has_the_columns_that_fit():
    shown = deck([FullOffice.from_yaml(OFFICE)], lang="en")
    first = Outline(f"<section{_sections(shown)[0]}")
    assert len([each for each in first.named("th") if each["scope"] == "col"]) == 2
    assert "Appeals" in first.text and "Tuesday" not in first.text
    blank = slides(deck([FullOffice()], lang="en"))[0]
    assert "still blank" in blank


def artefact_classes() -> list[type[Artefact]]:
    """Every artefact of the course."""
    for module in pkgutil.walk_packages(course.dossier.__path__, "course.dossier."):
        importlib.import_module(module.name)

    def below(base: type) -> list[type]:
        return [each for sub in base.__subclasses__() for each in (sub, *below(sub))]

    # The project's own artefacts are papers of a team, not parts of a dossier.
    return [each for each in below(Artefact) if each.__module__.startswith("course.dossier.")]


@pytest.mark.parametrize("artefact_class", artefact_classes(), ids=lambda each: each.__name__)
def test_every_artefact_has_a_slide_made_of_fields_that_exist(artefact_class):
    slides_of = FIELDS[artefact_class.__name__]
    assert set(slides_of) <= set(SLIDES)
    for shown in slides_of.values():
        for field in shown:
            name, inner = field if isinstance(field, tuple) else (field, ())
            part = kind(artefact_class.model_fields[name]).entry
            assert not inner or set(inner) <= set(part.part.model_fields)


def test_a_remark_stands_on_every_slide_where_it_is_seen_and_not_in_the_notes():
    shown = _sections(deck(both(), remark="All <comments> are synthetic.", lang="en"))
    assert len(shown) > 3
    for each in shown:
        assert "All &lt;comments&gt; are synthetic." in each
        assert "synthetic" not in notes(each)
