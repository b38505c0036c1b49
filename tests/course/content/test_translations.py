"""The catalogues are complete, and keep the typography of their language."""

import re
from pathlib import Path

import polib
import pytest

from course.language import LANGUAGES, SOURCE, Catalogues
from course.syllabus import Module, modules
from tests.course.content.notebooks import ROOT, SLUGS

CATALOGUES = sorted(
    path.relative_to(ROOT).as_posix()
    for lang in LANGUAGES
    for path in (ROOT / "course" / "locale" / lang).rglob("*.po")
    if path.stem in SLUGS or list(modules()) == SLUGS
)
NO_BREAK = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"

# What may not stand in the prose of a language, and why.
FAULTS = {
    "fr": {
        rf"(?<![{NO_BREAK}|\-]):(?!/)(?=\s|$)": "a colon without its no-break space",
        rf"(?<![{THIN}\s(])[;!?](?=\s|$)": "a sign without its thin no-break space",
        rf" [;!?:%]|«(?!{NO_BREAK})|(?<!{NO_BREAK})»": "an ordinary space, or none",
        r"\d%": "a percent sign without its space",
        r"'": "a straight apostrophe",
    },
    "es": {
        r"« | »": "a space inside quotation marks",
        r" [;:!?%]": "a space before a sign",
        r"\d%": "a percent sign without its space",
        r"'": "a straight apostrophe",
    },
    "pt": {r" [;:!?%]": "a space before a sign", r"[«»]": "the quotation marks of another norm"},
}


def left_to_translate(locale: Path, name: str, stated: list[Module]) -> list[str]:
    """The texts of a catalogue that are missing from a translation that was begun.

    A module that nobody has begun to translate is shown in English, whole, and so are its texts on
    the start page.
    """
    lang = name.split("/")[0]
    catalogue = polib.pofile(str(locale / name))
    left = [entry.msgid for entry in catalogue if not entry.translated()]
    if len(left) == len(catalogue):
        return []
    if name == f"{lang}/course.po":
        begun = [m for m in stated if Catalogues(locale).translations(m.slug, lang)]
        needed = {text for module in begun for text in module.texts}
        english = {text for module in stated for text in module.texts} - needed
        left = [text for text in left if text not in english]
    return left


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_translation_that_was_begun_is_complete(name):
    inside = name.removeprefix("course/locale/")
    assert left_to_translate(ROOT / "course" / "locale", inside, list(modules().values())) == []


@pytest.mark.parametrize("begun", [False, True])
def test_titles_are_missing_only_in_a_module_that_somebody_has_begun_to_translate(
    mini_repository, begun
):
    from course.syllabus import read_syllabus

    mini_repository.translate("fr", "course", **{"A tiny module": "", "Is it small?": ""})
    if begun:
        mini_repository.translate("fr")
    stated = list(read_syllabus(mini_repository.path("course/syllabus.yml")).values())
    left = left_to_translate(mini_repository.path("course/locale"), "fr/course.po", stated)
    assert left == (["A tiny module", "Is it small?"] if begun else [])


def test_a_text_that_belongs_to_no_module_is_missing_from_a_translation_that_was_begun(
    mini_repository,
):
    mini_repository.translate("fr", "course", **{"A small course": ""})
    locale = mini_repository.path("course/locale")
    assert left_to_translate(locale, "fr/course.po", []) == ["A small course"]


def test_every_language_has_the_same_catalogues():
    found = {
        lang: {name.rsplit("/", 1)[1] for name in CATALOGUES if f"/{lang}/" in name}
        for lang in LANGUAGES
        if lang != SOURCE
    }
    assert found["fr"] == found["es"] == found["pt"] != set()


def prose(text: str) -> str:
    """A text without code, formulas, the targets and titles of links, and English titles."""
    text = re.sub(r"^ {4}.*$", "code", text, flags=re.MULTILINE)
    text = re.sub(r"`[^`]*`|\$\$.*?\$\$|\$[^$]*\$", "code", text, flags=re.DOTALL)
    return re.sub(r"\[[^\]]*\]\([^)]*\)", "link", text)


@pytest.mark.parametrize("name", CATALOGUES)
def test_prose_keeps_the_typography_of_its_language(name):
    lang = name.split("/")[2]
    found = [
        (reason, entry.msgstr)
        for entry in polib.pofile(ROOT / name)
        for fault, reason in FAULTS[lang].items()
        if re.search(fault, prose(entry.msgstr))
    ]
    assert found == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_code_and_links_are_those_of_the_english_text(name):
    for entry in polib.pofile(ROOT / name):
        if not entry.translated():
            continue
        for pattern in (r"`([^`]+)`", r"\]\(([^)]+)\)", r"\$([^$]+)\$"):
            # Words inside a formula are translated, and so is the decimal mark.
            english, translated = (
                sorted(
                    found.replace("{,}", ".")
                    for found in set(re.findall(pattern, re.sub(r"\\text\{[^}]*\}", "", text)))
                )
                for text in (entry.msgid, entry.msgstr)
            )
            assert english == translated, entry.msgstr
