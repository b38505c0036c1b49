"""What an instructor sees of a submission in formgrader, whose page may do what they may."""

import re

import pytest
from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import (
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    new_output,
    new_raw_cell,
)
from nbgrader.server_extensions.formgrader import handlers

from autograder.bounded import Died
from autograder.formgrader import cells as formgrader
from autograder.settings import grading_settings
from course.checking import outcome
from tests.autograder.attacks.attacks_by_notebooks import ACTIVE
from tests.autograder.slow_patterns import CODE, HTML, MARKDOWN, TEXT, long
from tests.classroom.pages.test_feedback import PNG

EVIL = ACTIVE + "<script>alert(1)</script>\n\n[link](javascript:alert(1)) \\[l\\](javascript:1)"
TURNED = 'x" onload="alert(1)'
AFTER_A_GAP = "\r\r[l](javascript:1) ![i](https://example.org/i) \r\n\r\n[l](javascript:1)"


def page(*cells, **metadata) -> BeautifulSoup:
    """As formgrader makes it, by an exporter with its own templates and the course's settings."""
    config = grading_settings()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    resources = {
        "assignment_id": "a", "notebook_id": "n", "submission_id": "s", "index": 0, "total": 1,
        "base_url": "", "student": "ada", "first_name": "", "last_name": "", "notebook_path": "",
    }  # fmt: skip
    notebook = new_notebook(cells=list(cells), metadata=metadata)
    html, _ = HTMLExporter(config=config).from_notebook_node(notebook, resources)
    return BeautifulSoup(html, "html.parser").find(id="notebook-container")


SVG = new_output("display_data", {"image/svg+xml": "<svg onload=alert(1)>"})
HIDDEN = {"a": {"text/html": EVIL}}


def shown(**data) -> list:
    return [
        new_output("display_data", {kind.replace("_", "/"): text for kind, text in data.items()})
    ]


def html_output(html: str):
    return new_code_cell("1", outputs=shown(text_html=html))


def text_output(text: str):
    outputs = [
        new_output("stream", name="stdout", text=text),
        new_output("error", ename=text, evalue=text, traceback=[text]),
        *shown(text_plain=text),
    ]
    return new_code_cell("1", outputs=outputs)


HOSTILE = {
    "prose": [new_markdown_cell(EVIL)],
    "a raw cell": [new_raw_cell(EVIL, metadata={"raw_mimetype": "text/html"})],
    "HTML": [new_code_cell("1", outputs=shown(text_html=EVIL))],
    "Markdown": [new_code_cell("1", outputs=shown(text_markdown=EVIL))],
    "LaTeX": [new_code_cell("1", outputs=shown(text_latex=EVIL))],
    "JavaScript": [new_code_cell("1", outputs=shown(application_javascript="alert(1)"))],
    "SVG": [new_code_cell("1", outputs=[SVG])],
    "a picture that is none": [new_code_cell("1", outputs=shown(image_png=TURNED))],
    "a picture's size": [
        new_code_cell("1", outputs=[new_output(
            "display_data", {"image/png": PNG}, metadata={"image/png": {"width": TURNED}})])
    ],
    "text": [new_code_cell("1", outputs=[new_output("stream", name="stdout", text=EVIL)])],
    "an error": [
        new_code_cell("1", outputs=[new_output("error", ename=EVIL, evalue="", traceback=[EVIL])])
    ],
    "an attachment": [new_markdown_cell("![a](attachment:a)", attachments=HIDDEN)],
    "code": [new_code_cell(EVIL)],
    "Markdown after a gap in a raw cell": [new_raw_cell("a" + AFTER_A_GAP)],
    "Markdown after a gap in tangled prose": [new_markdown_cell("<i>" * 600 + AFTER_A_GAP)],
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_of_a_submission_runs_in_formgrader(kind):
    found = page(*HOSTILE[kind])
    assert not found.find_all(["script", "iframe", "form", "base", "meta", "link", "svg", "math"])
    for element in found.find_all(True):
        for name, value in element.attrs.items():
            assert not name.startswith("on"), element
            assert not re.sub(r"\s", "", str(value)).startswith("javascript:"), element
    assert not [each for each in found.find_all("img") if "://" in each.get("src", "")]


FORMULA = r"$\href{javascript:alert(1)}{x}$"


@pytest.mark.parametrize(
    "cell",
    [
        new_markdown_cell(FORMULA),
        new_raw_cell(FORMULA),
        new_code_cell("1", outputs=shown(text_html=FORMULA)),
        new_code_cell("1", outputs=shown(text_markdown=FORMULA)),
    ],
    ids=["prose", "raw", "HTML", "Markdown"],
)
def test_a_submission_s_formulas_are_kept_from_the_page_s_own_MathJax(cell):
    """It would make links and scripts of them after all was made harmless."""
    (text,) = page(cell).find_all(string=re.compile("href"))
    assert text.find_parent(class_="mathjax_ignore") and text.find_parent(class_="tex2jax_ignore")


def test_formgrader_still_shows_what_a_person_grades():
    marks = {
        "grade": True, "solution": True, "locked": False, "task": False, "grade_id": "reflection",
        "points": 4, "schema_version": 3,
    }  # fmt: skip
    written = "I would **not** use it:\n\n- it is unfair\n\n```\na = 1\n\nb = 2\n```"
    said = {outcome.MIME: {}, "text/html": "<div><b>right</b></div>", "text/plain": "2.0"}
    found = page(
        new_markdown_cell(written, metadata={"nbgrader": marks}),
        new_code_cell("1 + 1", outputs=[new_output("display_data", {"image/png": PNG})]),
        new_code_cell("check(1)", outputs=[new_output("display_data", said)]),
    )
    assert found.find("input", id="reflection") and found.find(id="reflection-comment")
    assert found.strong.text == "not" and found.li.text.strip() == "it is unfair"
    assert "a = 1\n\nb = 2" in found.text
    assert found.img["src"].split(",")[1].strip() == PNG
    assert found.b.text == "right"


SLOW = {
    **{f"Markdown: {name}": (new_markdown_cell, each) for name, each in MARKDOWN.items()},
    **{f"HTML: {name}": (html_output, each) for name, each in HTML.items()},
    **{f"text: {name}": (text_output, each) for name, each in TEXT.items()},
    **{f"code: {name}": (new_code_cell, each) for name, each in CODE.items()},
}
SOME = [name for number, name in enumerate(SLOW) if number % 5 == 0]


@pytest.mark.parametrize("name", SOME)
@pytest.mark.timeout(120)
def test_a_text_made_to_hold_the_notebook_server_up_gives_a_page(name, monkeypatch):
    # The clock is for a quiet machine; this one may be busy.
    monkeypatch.setattr(formgrader, "SECONDS", 60.0)
    make, pattern = SLOW[name]
    found = page(make(long(pattern, 99_000)), new_markdown_cell("after **it**"))
    assert found.strong.string == "it"


def endless() -> list:
    cells = [new_markdown_cell("a|b\n-|-\n" * 600 + EVIL) for _ in range(300)]
    return [*cells, new_code_cell(EVIL, outputs=shown(text_html=EVIL))]


def assert_shown_as_text(found) -> None:
    assert not found.find_all(["script", "iframe", "table", "a", "img", "form"])
    assert len([each for each in found("pre") if "a|b" in each.text and EVIL in each.text]) == 300
    assert EVIL in found("pre")[-2].text
    assert "could not be shown here in time" in found("pre")[-1].text


@pytest.mark.timeout(120)
def test_cells_that_take_too_long_are_shown_as_they_were_written(monkeypatch):
    monkeypatch.setattr(formgrader, "SECONDS", 1.0)
    assert_shown_as_text(page(*endless()))


def test_cells_are_shown_as_they_were_written_where_no_worker_can_be_started(monkeypatch):
    def refuse():
        raise Died("no worker process can be started")

    monkeypatch.setattr(formgrader, "page_worker", refuse)
    assert_shown_as_text(page(*endless()))


def test_points_can_be_given_to_cells_that_took_too_long(monkeypatch):
    monkeypatch.setattr(formgrader, "SECONDS", 1.0)
    marks = {
        "grade": True, "solution": True, "locked": False, "task": False, "grade_id": "reflection",
        "points": 4, "schema_version": 3,
    }  # fmt: skip
    found = page(*endless(), new_markdown_cell("answer", metadata={"nbgrader": marks}))
    assert found.find("input", id="reflection") and found.find(id="reflection-comment")


def test_a_page_is_bounded_and_shows_what_is_graded():
    marks = {"grade": True, "solution": True, "grade_id": "last", "points": 4}
    cells = [new_markdown_cell("some *text*") for _ in range(600)]
    found = page(*cells, new_markdown_cell("the **last**", metadata={"nbgrader": marks}))
    assert found.find("input", id="last")
    assert "last" in found("div", class_="rendered_html")[-1].text
    assert len(found.find_all(True)) < 20_000
    assert len(found("div", class_="rendered_html")) == 500 + 1


def test_a_cell_that_would_make_the_page_too_large_is_plain_text_and_the_next_is_not():
    dense = [new_code_cell("a." * 10_000) for _ in range(4)]
    found = page(*dense, new_markdown_cell("after **it**"))
    assert found.text.count("a." * 10_000) == 4
    assert len(found("span")) < 50_000
    assert found.strong.string == "it"


def test_what_is_cut_says_so():
    long_text = new_output("stream", name="stdout", text="word\n" * 10_000)
    found = page(new_code_cell("x = 1\n" * 10_000, outputs=[long_text] * 40))
    assert found.text.count("too long to be shown here") == 1 + 30 + 1


def test_colours_of_an_output_are_kept_and_nothing_is_escaped_twice():
    red = new_output("stream", name="stderr", text="\x1b[31mred & <b>\x1b[0m plain")
    error = new_output("error", ename="E", evalue="", traceback=["\x1b[1mbold < \x1b[0m", "end"])
    found = page(new_code_cell("a < b & c", outputs=[red, error]))
    assert found.find(class_="ansi-red-fg").text == "red & <b>"
    assert found.find(class_="ansi-bold").text == "bold < "
    assert "a < b & c" in found.text
