"""The Declaration is whole in each of its languages, and begins as others quote it."""

import csv
import hashlib
import unicodedata

import pytest

from course import describe_dataset, load_dataset, places

FOLDER = places.datasets() / "udhr"
DATA = FOLDER / "udhr.csv"

LANGUAGES = ["eng", "fra", "spa", "por", "swh", "hau", "yor", "hat", "quy", "gug", "smo", "urd"]
LANGUAGES += ["tgl", "arb", "ewe", "kbp", "wol", "kmb", "quc", "cak", "ayr", "arn", "zgh", "dyu"]
LANGUAGES += ["vai", "ceb", "ilo"]

# How others quote the Declaration: articles 1 and 26 in English and 26 in French on blogs and
# pages about human rights, article 1 in Samoan in a list of samples of languages.
QUOTED = {
    ("eng", 1): "All human beings are born free and equal in dignity and rights.",
    ("eng", 26): "Everyone has the right to education. Education shall be free, at least in the "
    "elementary and fundamental stages. Elementary education shall be compulsory.",
    ("fra", 26): "Toute personne a droit à l’éducation. L’éducation doit être gratuite, au moins "
    "en ce qui concerne l’enseignement élémentaire et fondamental.",
    ("smo", 1): "O tagata soifua uma ua saoloto lo latou fananau mai, ma e tutusa o latou tulaga "
    "aloaia faapea a latou aia tatau.",
}


def text(code, article):
    table = load_dataset("udhr")
    (found,) = table.loc[(table["code"] == code) & (table["article"] == article), "text"]
    return found


def articles(code):
    table = load_dataset("udhr")
    return table.loc[table["code"] == code, "article"].tolist()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_each_of_the_thirty_articles_once_and_in_order(code):
    assert [article for article in articles(code) if article > 0] == list(range(1, 31))


def test_only_guarani_lacks_the_preamble_and_the_datasheet_says_so():
    assert [code for code in LANGUAGES if 0 not in articles(code)] == ["gug"]
    assert "The preamble in Guarani" in " ".join(
        describe_dataset("udhr").content["groups"]["absent"]
    )


@pytest.mark.parametrize(("code", "article"), QUOTED)
def test_an_article_begins_as_others_quote_it(code, article):
    assert text(code, article).startswith(QUOTED[code, article])


@pytest.mark.parametrize("code", LANGUAGES)
def test_letters_are_those_of_the_script_of_the_language(code):
    table = load_dataset("udhr")
    together = "".join(table.loc[table["code"] == code, "text"])
    scripts = {unicodedata.name(letter).split()[0] for letter in together if letter.isalpha()}
    if code in ("urd", "arb"):
        assert scripts == {"ARABIC"}
    elif code in ("vai", "zgh"):
        assert scripts == {{"vai": "VAI", "zgh": "TIFINAGH"}[code]}
    else:
        assert scripts <= {"LATIN", "MODIFIER"}


def test_letters_that_plain_conversions_lose_are_there_in_the_added_languages():
    needed = {"ewe": "ɖƒŋɔʋ", "kbp": "ɖɛɣɩŋɔʊ", "wol": "ñëó", "dyu": "ɛɔɲ"}
    for code, letters in needed.items():
        together = "".join(text(code, article) for article in range(31))
        assert [letter for letter in letters if letter not in together] == []


def test_languages_that_were_added_leave_the_rows_of_the_first_fourteen_as_they_were():
    """The sha256 is that of the file before 28 November 2026, as its datasheet then stated it."""
    lines = DATA.read_bytes().splitlines(keepends=True)
    assert hashlib.sha256(b"".join(lines[: 433 + 1])).hexdigest() == (
        "b282ccc8724fe988272e72b1fb4b70a24845b2a5828340e22b820dada5f816d2"
    )


def test_hausa_and_yoruba_have_the_letters_that_bad_conversions_lose():
    hausa, yoruba = (
        "".join(t for t in (text(code, n) for n in range(31))) for code in ("hau", "yor")
    )
    assert all(letter in hausa for letter in "ɓɗƙ")
    assert all(letter in yoruba for letter in "ẹọṣ")


def test_no_article_is_empty_a_heading_or_marked_up():
    table = load_dataset("udhr")
    assert table["text"].str.len().min() > 40
    assert not table["text"].str.contains(r"[<>]|&\w+;|\s\s|^\s|\s$").any()
    assert not table["text"].str.contains(r"^(?:Article|Artículo|Artigo|Mataupu) \w+$").any()


def test_a_code_belongs_to_one_language_and_one_own_name():
    names = load_dataset("udhr")[["code", "language", "own_name"]].drop_duplicates()
    assert names["code"].tolist() == LANGUAGES
    assert names["own_name"].is_unique


def test_the_datasheet_says_how_many_words_there_are():
    table = load_dataset("udhr")
    words = table["text"].str.split().str.len().groupby(table["code"].astype(str)).sum()
    assert (words.idxmin(), words.min()) == ("ayr", 889)
    assert (words.idxmax(), words.max()) == ("vai", 2802)
    assert (words["gug"], words["smo"], words["eng"]) == (1116, 2719, 1681)
    said = " ".join(describe_dataset("udhr").content["composition"])
    for count in ("889 words", "2,802", "1,116", "2,719", "1,681"):
        assert count in said


def test_texts_are_in_the_normal_form_that_the_datasheet_names():
    assert all(unicodedata.is_normalized("NFC", t) for t in load_dataset("udhr")["text"])


def test_the_file_has_one_line_a_row_plain_line_ends_and_no_byte_order_mark():
    content = DATA.read_bytes()
    assert b"\r" not in content
    assert content.count(b"\n") == 836 + 1
    with DATA.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == ["code", "language", "own_name", "article", "text"]
