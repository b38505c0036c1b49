"""The page: nothing runs in it, nothing is loaded, and what is unfinished says so first."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import polib
import pytest

from course import language, places
from course.dossier import FairnessStatement, ModelCard
from course.dossier.fields.parts import may_stay_empty
from course.notebook.figures import ShownFigure
from tests.course.dossier.examples import CARD, STATEMENT, changed

FIGURE = ShownFigure("<svg/>", "<svg/>", "A longer wait", 'Women "wait" <longer>')


class Outline(HTMLParser):
    """The elements of a page with their attributes, and its text without style."""

    def __init__(self, page: str):
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "link", "source"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text += f"{data} "

    def named(self, tag: str) -> list[dict]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def page(tmp_path):
    def write(artefact, **options) -> Outline:
        artefact.write(tmp_path / "page.html", **options)
        return Outline((tmp_path / "page.html").read_text(encoding="utf-8"))

    return write


@pytest.mark.parametrize(("model", "text"), [(ModelCard, CARD), (FairnessStatement, STATEMENT)])
def test_every_word_and_number_of_a_finished_artefact_is_on_its_page(page, model, text):
    outline = page(model.from_yaml(text))
    assert "Incomplete" not in outline.text
    assert "still blank" not in outline.text
    assert outline.open == []
    shown = " ".join(outline.text.split())
    for words in re.findall(r"^ *-? *\w+: ([^\[{>\"'\n]{12,})$", text, re.MULTILINE):
        assert words in shown
    # As in the example: 0.78 between 0.75 and 0.81 on 900 people.
    assert "78.0% 75.0% to 81.0%, n = 900" in shown


def test_what_is_unfinished_says_so_before_anything_else(page):
    outline = page(ModelCard.from_yaml(changed(CARD, ("review_on: 2026-09-01", "review_on: TODO"))))
    shown = " ".join(outline.text.split())
    assert shown.index("Incomplete. Still to do: 1") < shown.index("Model details")
    assert "review_on is still blank" in shown


def test_a_long_list_of_faults_says_how_many_more_there_are(page):
    shown = page(FairnessStatement()).text
    fields = sum(not may_stay_empty(each) for each in FairnessStatement.model_fields.values())
    assert f"Incomplete. Still to do: {fields}" in shown
    assert f"and {fields - 6} more." in shown


def test_untrue_numbers_make_a_page_incomplete_too(page):
    assert "Incomplete" in page(ModelCard.from_yaml(CARD), measured=[]).text


def test_what_was_chosen_is_marked_and_who_decided_and_when_is_there(page):
    shown = page(FairnessStatement.from_yaml(STATEMENT)).text
    assert "lower threshold (chosen)" in shown
    assert "Council committee for housing" in shown
    assert "2026-03-10" in shown


TRAPS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{t.lang} &lt; <b>",
    "%s {0}",
)


@pytest.mark.parametrize("trap", TRAPS)
def test_whatever_is_written_is_text(page, trap):
    def filled(value):
        if isinstance(value, dict):
            return {key: filled(each) for key, each in value.items()}
        if isinstance(value, list):
            return [filled(each) for each in value]
        return trap if isinstance(value, str) and value not in KEPT else value

    for model, text in ((ModelCard, CARD), (FairnessStatement, STATEMENT)):
        fields = filled(model.from_yaml(text).model_dump())
        if "groups" in fields:
            fields["groups"][trap] = fields["groups"]["sex"]
        outline = page(model(**fields))
        tags = {tag for tag, _ in outline.elements}
        assert not tags & {"script", "img"}
        assert not [
            name
            for _, attributes in outline.elements
            for name in attributes
            if name.startswith("on")
        ]
        assert " ".join(outline.text.split()).count(" ".join(trap.split())) > 10


KEPT = {"all", "accuracy", "baseline accuracy", "selection rate", "recall",
        "demographic parity difference", "equal opportunity difference"}  # fmt: skip


def test_a_page_loads_nothing_and_forbids_it(page):
    outline = page(ModelCard.from_yaml(CARD), figures=[FIGURE])
    assert not {"script", "iframe", "object", "a"} & {tag for tag, _ in outline.elements}
    assert [each["href"][:11] for each in outline.named("link")] == ["data:image/"]
    assert all(each["src"].startswith("data:") for each in outline.named("img"))
    policy = next(each["content"] for each in outline.named("meta") if "http-equiv" in each)
    assert policy.startswith("default-src 'none'")


def test_figures_come_along_with_their_alternative_text(page):
    (image,) = page(ModelCard.from_yaml(CARD), figures=[FIGURE]).named("img")
    assert image["alt"] == 'Women "wait" <longer>'


@pytest.mark.parametrize("model", [ModelCard, FairnessStatement])
def test_headings_go_down_step_by_step(page, model):
    outline = page(model(), figures=[FIGURE])
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}


def test_a_notebook_shows_the_same_page_and_a_terminal_the_yaml():
    card = ModelCard.from_yaml(CARD)
    assert "Housing office of the city of Aberport" in card._repr_html_()
    assert "<html" not in card._repr_html_()
    assert repr(card) == card.to_yaml()


def test_the_page_is_in_the_readers_language_with_its_numbers(page, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "PACKAGE", tmp_path)
    file = polib.POFile()
    for context, english, french in (
        (None, "Owner", "Responsable"),
        (None, "the day by which the card is looked at again.", "le jour de la relecture."),
        (None, "baseline accuracy", "exactitude de référence"),
        (
            "dossier-blank",
            "`{where}` is still blank. Write {meaning}",
            "`{where}` est vide : {meaning}",
        ),
    ):
        file.append(polib.POEntry(msgctxt=context, msgid=english, msgstr=french))
    path = places.locale() / "fr" / "course.po"
    path.parent.mkdir(parents=True)
    path.write_text(str(file), encoding="utf-8")
    language.catalogue_in.cache_clear()
    card = ModelCard.from_yaml(changed(CARD, ("review_on: 2026-09-01", "")))
    outline = page(card, lang="fr")
    language.catalogue_in.cache_clear()
    assert outline.named("html") == [{"lang": "fr"}]
    shown = " ".join(outline.text.split(" "))
    for words in ("Responsable", "exactitude de référence", "64,0\N{NO-BREAK SPACE}%",
                  "le jour de la relecture."):  # fmt: skip
        assert words in shown


def test_a_number_without_its_interval_is_shown_as_still_blank(page):
    shown = " ".join(page(ModelCard.from_yaml(changed(CARD, (", low: 0.75", "")))).text.split())
    assert "accuracy everybody still blank" in shown


def test_no_candidate_chosen_is_shown_in_the_language_of_the_reader(page):
    statement = FairnessStatement.from_yaml(
        changed(STATEMENT, ("chosen: lower threshold", "chosen: none"))
    )
    for lang, word in {"en": "none", "fr": "aucun"}.items():
        words = " ".join(page(statement, lang=lang).text.split())
        title = FairnessStatement.model_fields["chosen"].title
        assert f"{language.text(title, module='course', lang=lang)} {word}" in words
