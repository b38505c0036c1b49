"""A right answer says why it is right; nothing else says it."""

from __future__ import annotations

import pytest

CHECKS = """
@exercise(
    "group",
    points=1,
    because=say("01-group-why", "Eleven people are too few for a <rate>."),
    hints=[say("01-h", "Count them.")],
)
def group(key):
    expect.choice(key, right="small", wrong={"large": say("01-large", "It has thousands.")})

@exercise("later", points=1, hidden=True, because=say("01-later-why", "It is even."))
def later(value):
    expect.count(value, 2)
"""
WHY = "Eleven people are too few for a &lt;rate&gt;."


@pytest.fixture
def group(desk):
    desk.checks(CHECKS)
    return lambda value: desk.check("group", value)


def test_a_right_answer_says_why_below_the_word_right(group):
    html = group("small").as_html()
    assert html.index("Right") < html.index("1 of 1 point") < html.index(WHY)


@pytest.mark.parametrize("value", ["large", "other", ..., None])
def test_no_other_answer_says_it(group, value):
    for _ in range(3):
        assert WHY not in group(value).as_html()


def test_it_says_why_before_it_says_that_more_checks_follow(desk):
    desk.checks(CHECKS)
    html = desk.check("later", 2).as_html()
    assert "Right so far" in html
    assert html.index("It is even.") < html.index("More checks are run")


def test_it_says_why_in_the_language_of_the_notebook(group, translate, monkeypatch):
    english, french = "Eleven people are too few for a <rate>.", "Onze personnes, c’est trop peu."
    translate("fr", "01-tiny", ("01-group-why", english, french))
    monkeypatch.setenv("AI4GOV_LANG", "fr")
    assert french in group("small").as_html()


def test_a_grader_says_why_too(desk, tmp_path, monkeypatch):
    desk.checks(CHECKS, tmp_path / "01-tiny")
    monkeypatch.setenv("AI4GOV_CHECKS", str(tmp_path / "01-tiny"))
    assert WHY in desk.check("group", "small").as_html()


def test_points_and_the_data_of_reports_are_the_same_with_and_without_it(desk):
    desk.checks(CHECKS)
    with_it = desk.check("group", "small")
    desk.checks('@exercise("group", points=1)\ndef group(key):\n    pass\n')
    without = desk.check("group", "small")
    bundles = [each._repr_mimebundle_() for each in (with_it, without)]
    for bundle in bundles:
        del bundle["text/html"]
    assert bundles[0] == bundles[1]
    assert (with_it, repr(with_it)) == (1, "1.0")
