"""Catalogues: what is given to translators, and what becomes of it when texts change."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from course.language import CatalogueError, Catalogues, read_catalogue
from course.publishing import catalogue as catalogues
from course.publishing.catalogue import Texts, blocks, coverage, translate_markdown

ROOT = Path(__file__).resolve().parents[3]
OLD = "How many people were flagged by the score in the year 2013?"
NEW = "How many people were flagged by the score in the year 2014?"


def texts(*found: str) -> Texts:
    made = Texts()
    for text in found:
        made.add(text, "lesson.py:cell")
    return made


def updated(found: Texts, path: Path, lang: str) -> str:
    return catalogues.updated(found, read_catalogue(path), path, lang)


@pytest.fixture
def catalogue(tmp_path):
    """Writes a catalogue with the given translations, and returns its path."""

    def write(translations: dict[str, str], fuzzy: tuple[str, ...] = ()) -> Path:
        path = tmp_path / "fr" / "m.po"
        path.parent.mkdir(exist_ok=True)
        path.write_text(updated(texts(*translations), path, "fr"), encoding="utf-8")
        file = polib.pofile(str(path), wrapwidth=92)
        for entry in file:
            entry.msgstr = translations[entry.msgid]
            entry.flags = ["fuzzy"] if entry.msgid in fuzzy else []
        path.write_text(str(file) + "\n", encoding="utf-8")
        return path

    return write


def parsed(content: str) -> dict[str, tuple[str, bool]]:
    return {
        entry.msgid: (entry.msgstr, entry.fuzzy)
        for entry in polib.pofile(content)
        if not entry.obsolete
    }


@pytest.mark.parametrize(
    ("markdown", "pieces"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One\nline on.\n\n\n\nTwo.", ["One\nline on.", "Two."]),
        ("# Title\n\nText.", ["# Title", "Text."]),
        ("- one\n- two\n\nText.", ["- one\n- two", "Text."]),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", ["| a | b |\n| --- | --- |\n| 1 | 2 |"]),
        ("Text.\n\n```\na = 1\n\nb = 2\n```\n\nMore.",
         ["Text.", "```\na = 1\n\nb = 2\n```", "More."]),
        ("~~~ python\na\n\nb\n~~~", ["~~~ python\na\n\nb\n~~~"]),
        ("~~~\n```\n\na\n~~~\n\nMore.", ["~~~\n```\n\na\n~~~", "More."]),
        ("  \nText.\n\t\n", ["Text."]),
        ("", []),
    ],
)  # fmt: skip
def test_markdown_is_cut_into_pieces_that_stay_whole(markdown, pieces):
    assert blocks(markdown) == pieces


def test_translators_get_prose_and_not_code_marks_or_places_to_fill(mini_repository):
    mini_repository.write_build()
    given = {entry.msgid for entry in polib.pofile(str(mini_repository.catalogue("fr")))}
    assert {"Small things", "Read this first.", "- one\n- two", "A sentence from code"} <= given
    assert {"Assignment", "Two questions."} <= given
    assert "Those are five, not seven." in given
    assert "Try it with words too." in given
    for text in given:
        assert "half = whole / 2" not in text
        assert "SOLUTION" not in text
        assert not text.startswith("#")


def test_translators_are_not_asked_for_what_the_build_fills_in(mini_repository):
    mini_repository.write_build()
    given = {entry.msgid for entry in polib.pofile(str(mini_repository.catalogue("fr", "course")))}
    assert "A small course" in given
    assert not given & {"{{modules}}", "{{languages}}"}


def test_a_message_is_given_with_its_code(mini_repository):
    mini_repository.write_build()
    entries = polib.pofile(str(mini_repository.catalogue("fr")))
    assert entries.find("Those are five, not seven.").msgctxt == "01-five"
    assert entries.find("Small things").msgctxt is None


def test_a_text_that_is_not_translated_stays_english(mini_repository, cells):
    assert (
        cells(mini_repository.build(), "release/fr/01-tiny")[0]["source"]
        == (cells(mini_repository.build(), "release/en/01-tiny")[0]["source"])
    )


def test_a_guess_is_not_published(mini_repository, cells):
    path = mini_repository.translate("fr")
    file = polib.pofile(str(path))
    file.find("Two questions.").flags.append("fuzzy")
    mini_repository.write("course/locale/fr/01-tiny.po", str(file) + "\n")
    source = "".join(cells(mini_repository.build(), "release/fr/01-tiny")[0]["source"])
    assert source == "# «fr Assignment»\n\nTwo questions."


def test_translations_of_texts_that_stay_are_kept(catalogue):
    path = catalogue({"One.": "Un.", "Two.": "Deux."})
    assert parsed(updated(texts("One.", "Two."), path, "fr")) == {
        "One.": ("Un.", False),
        "Two.": ("Deux.", False),
    }


def test_a_text_that_is_gone_goes_from_the_catalogue(catalogue):
    path = catalogue({"One.": "Un.", "Two.": "Deux."})
    content = updated(texts("One."), path, "fr")
    assert "Deux." not in content
    assert parsed(content) == {"One.": ("Un.", False)}


def test_a_text_that_changed_keeps_its_old_translation_as_a_guess(catalogue):
    path = catalogue({OLD: "Combien de personnes en 2013 ?", "One.": "Un."})
    content = updated(texts(NEW, "One."), path, "fr")
    assert parsed(content) == {
        NEW: ("Combien de personnes en 2013 ?", True),
        "One.": ("Un.", False),
    }
    assert polib.pofile(content).find(NEW).previous_msgid == OLD


@pytest.mark.parametrize("now", [(OLD, "One."), (NEW, "One."), ("One.",), (NEW, OLD, "Another.")])
def test_updating_twice_gives_the_same_bytes(catalogue, now):
    path = catalogue({OLD: "Combien « é » ?\nDeux lignes.", "One.": "Un " * 80}, fuzzy=("One.",))
    once = updated(texts(*now), path, "fr")
    path.write_text(once, encoding="utf-8")
    assert updated(texts(*now), path, "fr") == once


def test_a_translator_s_note_and_a_guess_survive_an_update(catalogue):
    path = catalogue({"One.": "Un."}, fuzzy=("One.",))
    file = polib.pofile(str(path))
    file.find("One.").tcomment = "asked the ministry"
    path.write_text(str(file), encoding="utf-8")
    entry = polib.pofile(updated(texts("One."), path, "fr")).find("One.")
    assert (entry.msgstr, entry.fuzzy, entry.tcomment) == ("Un.", True, "asked the ministry")


def test_an_update_does_not_depend_on_the_machine_s_character_set(catalogue):
    path = catalogue({OLD: "Combien étaient signalées ?"})
    program = (
        "import sys; from pathlib import Path; from course.language import read_catalogue\n"
        "from course.publishing.catalogue import Texts, updated\n"
        "path = Path(sys.argv[1])\n"
        f"made = Texts(); made.add({NEW!r}, 'place')\n"
        "content = updated(made, read_catalogue(path), path, 'fr')\n"
        "sys.stdout.buffer.write(content.encode('utf-8'))\n"
    )
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], env=environment, capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    assert parsed(done.stdout.decode("utf-8")) == {NEW: ("Combien étaient signalées ?", True)}


def test_only_finished_translations_are_counted(catalogue):
    path = catalogue({"One.": "Un.", "Two.": "Deux.", "Three.": ""}, fuzzy=("Two.",))
    translations = Catalogues(path.parent.parent).translations("m", "fr")
    assert coverage(texts("One.", "Two.", "Three.", "Four."), translations) == (1, 4)


def test_a_build_counts_what_is_translated(mini_repository):
    mini_repository.write_build()
    before = mini_repository.build().coverage["fr"]["01-tiny"]
    mini_repository.translate("fr")
    after = mini_repository.build().coverage["fr"]["01-tiny"]
    assert before == (0, after[1])
    assert after[0] == after[1] > 10


@pytest.mark.parametrize(
    "damage",
    [
        b'\nmsgid "a"\nmsgstr "not closed\n',
        b"\n<<<<<<< HEAD\n",
        b'\nmsgid "caf\xe9"\nmsgstr ""\n',
        b"\nno catalogue at all\n",
        b'\nmsgid "a"\nmsgstr "b"\nmsgstr[x] "c"\n',
    ],
    ids=["quotation mark", "merge conflict", "latin-1", "other text", "plural"],
)
@pytest.mark.parametrize("module", ["01-tiny", "course"])
def test_a_damaged_catalogue_is_told_in_one_line_with_its_path(mini_repository, damage, module):
    mini_repository.write_build()
    path = mini_repository.catalogue("es", module)
    path.write_bytes(path.read_bytes() + damage)
    with pytest.raises(CatalogueError) as raised:
        mini_repository.build()
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("translated", ["«{value}»", "«»", "«{n} {m}»", "«{n»"])
def test_a_translation_whose_placeholders_differ_is_refused(mini_repository, translated):
    from course.publishing import PublishingError

    mini_repository.change(
        "source/01-tiny/lesson.py", 't("A sentence from code")', 't("{n} people").format(n=half)'
    )
    path = mini_repository.translate("pt", **{"{n} people": translated})
    with pytest.raises((PublishingError, CatalogueError)) as raised:
        mini_repository.build()
    assert str(path) in str(raised.value)
    assert "{n}" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_decimal_comma_of_a_formula_is_no_placeholder(mini_repository):
    mini_repository.change(
        "source/01-tiny/lesson.py", 't("A sentence from code")', 't("{n}: $0.05^2$").format(n=half)'
    )
    mini_repository.translate("pt", **{"{n}: $0.05^2$": "«{n}: $0{,}05^2$»"})
    assert mini_repository.build()


def test_a_translated_table_or_list_stays_in_its_place(mini_repository):
    mini_repository.translate("es")
    translations = Catalogues(mini_repository.path("course/locale")).translations("01-tiny", "es")
    made = translate_markdown("# Small things\n\n- one\n- two\n\n---\n\nNew.", translations)
    assert made == "# «es Small things»\n\n«es - one\n- two»\n\n---\n\nNew."
