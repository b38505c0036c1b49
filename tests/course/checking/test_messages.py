"""Messages are in the learner's language, found by code and text, or in English."""

from __future__ import annotations

import pytest

from course.checking.messages import SHARED, general, say

CHECKS = """
@exercise("one", points=2, hints=[say("01-h", "Look again.")])
def one(value):
    expect.count(value, 1, mistakes={2: say("01-two", "Two are {many} many.", many="too")})
"""


@pytest.mark.parametrize(
    ("lang", "translated"), [("fr", "Deux, c'est trop."), ("es", "Dos son {many} muchos.")]
)
def test_a_module_s_message_comes_from_its_catalogue(
    desk, translate, monkeypatch, lang, translated
):
    translate(lang, "01-tiny", ("01-two", "Two are {many} many.", translated))
    monkeypatch.setenv("AI4GOV_LANG", lang)
    desk.checks(CHECKS)
    assert translated.format(many="too") in desk.check("one", 2).as_html().replace("&#x27;", "'")


def test_a_hint_comes_from_the_module_s_catalogue(desk, translate, monkeypatch):
    translate("pt", "01-tiny", ("01-h", "Look again.", "Olhe de novo."))
    monkeypatch.setenv("AI4GOV_LANG", "pt")
    desk.checks(CHECKS)
    desk.check("one", 5)
    assert "Olhe de novo." in desk.check("one", 5).as_html()


@pytest.mark.parametrize("lang", ["fr", "es", "pt"])
def test_a_general_message_comes_from_the_catalogue_of_the_course(
    desk, translate, monkeypatch, lang
):
    english = SHARED["form-whole"].text
    translate(lang, "course", ("form-whole", english, f"{lang}: entier, {{value}}"))
    monkeypatch.setenv("AI4GOV_LANG", lang)
    desk.checks(CHECKS)
    assert f"{lang}: entier, 1.5" in desk.check("one", 1.5).as_html()


def test_the_same_text_under_two_codes_has_two_translations(translate):
    translate("fr", "m", ("a", "Right.", "Juste."), ("b", "Right.", "À droite."))
    one, other = say("a", "Right."), say("b", "Right.")
    object.__setattr__(one, "module", "m")
    object.__setattr__(other, "module", "m")
    assert (one.read("fr"), other.read("fr")) == ("Juste.", "À droite.")


def test_without_a_translation_the_message_is_english(translate):
    translate("fr", "course", ("another", "Right.", "Non."), ("right", "Wrong.", "Non."))
    assert general("right").read("fr") == "Right."
    assert general("right").read("es") == "Right."


def test_a_guess_that_no_one_has_read_is_not_shown(translate):
    translate("fr", "course", ("right", "Right.", "Droite ?"), fuzzy=True)
    assert general("right").read("fr") == "Right."


@pytest.mark.parametrize(
    "translated", ["{valeur} n'est pas entier", "Un {} entier", "{value", "{0}"]
)
def test_a_translation_with_wrong_placeholders_gives_way_to_english(
    desk, translate, monkeypatch, translated
):
    translate("fr", "course", ("form-whole", SHARED["form-whole"].text, translated))
    monkeypatch.setenv("AI4GOV_LANG", "fr")
    desk.checks(CHECKS)
    assert "The answer is a whole number; yours is 1.5." in desk.check("one", 1.5).as_html()


def test_braces_in_a_value_are_shown_as_they_are():
    assert "“{value}” is not one" in general("form-option", value="{value}", options="").read("en")
