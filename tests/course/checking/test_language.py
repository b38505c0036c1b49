"""Which language it is, and numbers written in it."""

from __future__ import annotations

import math

import pytest

from course import language

NBSP, THIN, MINUS = "\u00a0", "\u202f", "\u2212"


def test_without_any_sign_the_language_is_english(desk):
    assert language.current() == "en"


@pytest.mark.parametrize("text", ["fr", "fr\n", "  fr  \r\n", "\ufefffr\n"])
def test_the_file_beside_the_notebook_says_the_language(desk, text):
    (desk.folder / "language.txt").write_bytes(text.encode())
    assert language.current() == "fr"


def test_the_environment_says_it_before_the_file(desk, monkeypatch):
    (desk.folder / "language.txt").write_text("fr", encoding="utf-8")
    monkeypatch.setenv("AI4GOV_LANG", "pt")
    assert language.current() == "pt"


@pytest.mark.parametrize("content", [b"tlh", b"", b"../en", b"\xff\xfef\x00r\x00", b"\xe9"])
def test_a_file_that_names_no_language_leaves_english(desk, content):
    (desk.folder / "language.txt").write_bytes(content)
    assert language.current() == "en"


def test_an_unknown_language_in_the_environment_leaves_english(desk, monkeypatch):
    monkeypatch.setenv("AI4GOV_LANG", "tlh")
    assert language.current() == "en"


@pytest.mark.parametrize(
    ("value", "digits", "english", "others"),
    [
        (0, 0, "0", "0"),
        (0.4485, 2, "0.45", "0,45"),
        (7214, 0, "7,214", "7214"),
        (9999, 0, "9,999", "9999"),
        (10000, 0, "10,000", f"10{THIN}000"),
        (9999.6, 0, "10,000", f"10{THIN}000"),
        (1234567.891, 1, "1,234,567.9", f"1{THIN}234{THIN}567,9"),
        (1234.5, 1, "1,234.5", "1234,5"),
        (-0.25, 2, f"{MINUS}0.25", f"{MINUS}0,25"),
        (-12345, 0, f"{MINUS}12,345", f"{MINUS}12{THIN}345"),
        (-0.0004, 2, "0.00", "0,00"),
    ],
)
def test_a_number_is_written_as_the_language_writes_it(value, digits, english, others):
    assert language.Translator("m", "en").number(value, digits) == english
    for lang in ("fr", "es", "pt"):
        assert language.Translator("m", lang).number(value, digits) == others


@pytest.mark.parametrize(
    ("lang", "whole", "with_digit"),
    [
        ("en", "45%", "44.9%"),
        ("fr", f"45{NBSP}%", f"44,9{NBSP}%"),
        ("es", f"45{NBSP}%", f"44,9{NBSP}%"),
        ("pt", "45%", "44,9%"),
    ],
)
def test_a_percentage_is_written_as_the_language_writes_it(lang, whole, with_digit):
    translator = language.Translator("m", lang)
    assert translator.percent(0.4485) == whole
    assert translator.percent(0.4485, digits=1) == with_digit


def test_a_percentage_can_label_the_axis_of_a_figure():
    from matplotlib.ticker import FuncFormatter

    assert FuncFormatter(language.Translator("m", "fr").percent)(0.2, 0) == f"20{NBSP}%"


def test_numbers_from_pandas_are_written_like_any_other():
    import pandas as pd

    assert language.Translator("m", "fr").number(pd.Series([0.5]).mean(), 1) == "0,5"
    assert language.Translator("m", "en").number(pd.Series([12345]).sum()) == "12,345"


def test_no_number_is_written_as_no_number():
    assert language.Translator("m", "en").number(math.nan, 1) == "nan"


def test_a_text_in_code_comes_from_the_module_s_catalogue(translate, monkeypatch):
    translate("es", "06-x", (None, "{n} people", "{n} personas"))
    monkeypatch.setenv("AI4GOV_LANG", "es")
    t = language.translator("06-x")
    assert t("{n} people").format(n=3) == "3 personas"
    assert t("Another text") == "Another text"


def test_a_catalogue_is_found_by_its_module(translate):
    translate("es", "06-x", (None, "People", "Personas"))
    assert language.Translator("06-y", "es")("People") == "People"
