"""An outcome in a notebook: a number for nbgrader, a safe sentence for a person, data."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output
from nbgrader.utils import determine_grade

from course.checking.outcome import MIME

CHECKS = """
@exercise("thirds", points=2)
def thirds(a, b, c):
    for value in (a, b, c):
        with part():
            expect.count(value, 1)

@exercise("option", points=1, hints=[say("01-h", "A <b>bold</b> hint.")])
def option(value):
    expect.choice(value, right="a", wrong={"b": say("01-b", "Not <i>b</i> & co.")})

@exercise("f", points=1)
def f(function):
    expect.call(function, "<script>alert(1)</script>")
"""

VALUES = """
@exercise("near", points=1, hidden=True)
def near(value):
    expect.close(value, 0.25, mistakes={0.75: say("01-late", "Late.")})

@exercise("call", points=1)
def call(function):
    expect.call(function)
"""
HIDDEN = """
@exercise("near")
def near(value):
    expect.close(value, 0.2, otherwise=say("01-other", "Not 0.2."))
"""


class Tags(HTMLParser):
    """The names of all tags in an HTML text."""

    def __init__(self, text: str):
        super().__init__()
        self.names: set[str] = set()
        self.langs: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.langs += [value for name, value in attrs if name == "lang"]


@pytest.mark.parametrize(
    ("values", "points"), [((1, 1, 1), 2), ((1, 1, 0), 4 / 3), ((0, 0, 0), 0), ((...,) * 3, 0)]
)
def test_nbgrader_reads_the_points_from_what_ipython_shows(desk, values, points):
    desk.checks(CHECKS)
    outcome = desk.check("thirds", *values)
    data, _ = InteractiveShell.instance().display_formatter.format(outcome)
    cell = new_code_cell('check("thirds", a, b, c)')
    cell.metadata["nbgrader"] = NotebookNode(
        grade=True, solution=False, locked=True, points=2, grade_id="check-thirds"
    )
    cell.outputs = [new_output("execute_result", data=data, execution_count=1)]
    assert determine_grade(cell) == (pytest.approx(points), 2)


def test_an_outcome_is_a_number_to_code(desk):
    desk.checks(CHECKS)
    outcome = desk.check("thirds", 1, 1, 1)
    assert isinstance(outcome, float)
    assert repr(outcome) == str(outcome) == "2.0"
    assert outcome + 1 == 3


def test_reports_find_the_outcome_as_data_that_json_can_hold(desk):
    desk.checks(CHECKS)
    bundle = desk.check("option", "b")._repr_mimebundle_()
    assert json.loads(json.dumps(bundle[MIME])) == {
        "exercise": "option",
        "state": "not-yet",
        "code": "01-b",
        "points": 0.0,
        "out_of": 1,
        "tries": 1,
    }


def reported(desk, *answer) -> dict:
    return desk.check(*answer)._repr_mimebundle_()[MIME]


def test_an_outcome_keeps_the_value_of_a_wrong_answer_only_where_no_message_names_the_mistake(desk):
    desk.checks(VALUES)
    assert reported(desk, "near", 0.3)["value"] == "0.3"
    assert "value" not in reported(desk, "near", 0.75)
    assert "value" not in reported(desk, "near", 0.25)


def test_an_outcome_keeps_no_more_of_an_answer_than_a_line(desk):
    desk.checks(VALUES)
    kept = reported(desk, "call", lambda: 1 / len("x" * 5000 + "\n")[0])["value"]
    assert 0 < len(kept) <= 200 and "\n" not in kept


def test_an_outcome_counts_the_unsuccessful_tries(desk):
    desk.checks(VALUES)
    assert [reported(desk, "near", value).get("tries") for value in (0.3, 0.4, 0.25)] == [1, 2, 2]


def test_an_outcome_says_when_only_a_hidden_check_failed(desk, tmp_path, monkeypatch):
    grader = desk.checks(VALUES, tmp_path / "grader").parent
    desk.checks(HIDDEN, grader, "hidden_checks.py")
    monkeypatch.setenv("AI4GOV_CHECKS", str(grader))
    assert reported(desk, "near", 0.25)["hidden"] is True
    assert "hidden" not in reported(desk, "near", 0.3)


def stops_with_html(value):
    raise ValueError("<img src=x onerror=alert(1)>", value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("option", "b"),
        ("option", "<script>alert(1)</script>"),
        ("f", stops_with_html),
        ("<script>", 1),
    ],
)
def test_text_from_anywhere_is_shown_as_text(desk, name, value):
    desk.checks(CHECKS)
    desk.check(name, value)
    html = desk.check(name, value).as_html()
    assert Tags(html).names <= {"div", "strong", "em"}
    assert "&lt;" in html


@pytest.mark.parametrize("lang", ["en", "fr", "es", "pt"])
def test_the_sentence_says_its_language_to_a_screen_reader(desk, monkeypatch, lang):
    monkeypatch.setenv("AI4GOV_LANG", lang)
    desk.checks(CHECKS)
    assert Tags(desk.check("option", "b").as_html()).langs == [lang]


@pytest.mark.parametrize(
    ("values", "written"),
    [((1, 1, 1), "2 of 2 points"), ((1, 0, 0), "0.67 of 2 points"), ((0, 0, 0), "0 of 2 points")],
)
def test_points_are_written_to_two_decimals(desk, values, written):
    desk.checks(CHECKS)
    assert written in desk.check("thirds", *values).as_html()


def test_a_self_check_without_points_speaks_of_none(desk):
    desk.checks('@exercise("quick")\ndef quick(value):\n    expect.count(value, 1)\n')
    assert "points" not in desk.check("quick", 1).as_html()


def test_the_state_is_written_in_words_and_not_by_colour_alone(desk):
    desk.checks(CHECKS)
    assert "Right" in desk.check("option", "a").as_html()
    assert "Not yet" in desk.check("option", "b").as_html()
    assert "Not attempted" in desk.check("option", ...).as_html()
