"""Gallery, jury's form and results in a real browser, opened as files: no server, no network."""

from __future__ import annotations

import json
from pathlib import Path

import axe_playwright_python
import pytest

from classroom.project.judgements import put_together
from classroom.project.jury_form import read_list, write_form
from classroom.project.jury_results import write_results
from course.project.jury import CRITERIA
from tests.classroom.project.conftest import Class
from tests.classroom.project.test_gallery import NAMED, NO, titled
from tests.journeys.test_browser import browser, look

pytestmark = pytest.mark.slow

__all__ = ["browser"]

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1300, "height": 900}
LONG = "A_title_of_one_word_" + "x" * 60


@pytest.fixture(scope="module")
def made(gradebook, tmp_path_factory) -> Path:
    """The folder of a course with a gallery, a form and results of one juror."""
    folder = tmp_path_factory.mktemp("class")
    a_class, jury = Class(folder, gradebook), folder / "jury"
    a_class.hand_in("ann", titled(LONG), NAMED)
    a_class.hand_in("ben", titled("O rio"), ("language: en", "language: pt"))
    a_class.hand_in("cyd", titled("The hill"), NO)
    a_class.gallery()
    write_form(folder, jury)
    key = read_list(jury)[0].key
    judged = {"project": key, "points": {"need": 3}, "sentence": "y" * 400}
    (folder / "a.json").write_text(
        json.dumps({"format": "ai4gov-jury-1", "juror": "a", "judgements": [judged]})
    )
    write_results([folder / "a.json"], jury)
    return folder


def opened(browser, path: Path, **options):
    """A page of a new browser that was opened as a file, and what went wrong on it."""
    page = browser.new_context(**{"locale": "en-GB"} | options).new_page()
    page.wrong = []
    page.on("request", lambda r: r.url.startswith(("file:", "blob:")) or page.wrong.append(r.url))
    page.on("pageerror", lambda error: page.wrong.append(f"error: {error}"))
    page.on("console", lambda m: m.type == "error" and page.wrong.append(m.text))
    page.goto(path.absolute().as_uri())
    return page


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_serious_and_no_page_scrolls_sideways(browser, made, size):
    for name in ("gallery/index", "jury/jury", "jury/results"):
        # The page's own policy would refuse axe.
        page = opened(browser, made / f"{name}.html", viewport=size, bypass_csp=True)
        look(page, f"{name.replace('/', '-')}-{size['width']}")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run()")["violations"]
        assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert page.get_by_role("main").count() == 1
        assert page.get_by_role("heading", level=1).count() == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_language_is_chosen_in_the_page_with_and_without_scripts(browser, made, scripts):
    page = opened(browser, made / "gallery" / "index.html", java_script_enabled=scripts)
    for name, text in (
        ("Français", "Les projets de notre classe"),
        ("Español", "Los proyectos de nuestra clase"),
        ("Português", "Os projetos da nossa turma"),
        ("English", "The projects of our class"),
    ):
        page.get_by_role("radio", name=name).check()
        assert page.locator("h1").inner_text() == text
    assert page.wrong == []


def test_a_browser_that_prefers_french_gets_a_french_page(browser, made):
    page = opened(browser, made / "jury" / "jury.html", locale="fr-CA")
    assert page.title() == "Le formulaire du jury"
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert page.locator("h1").inner_text() == "Le formulaire du jury"


def test_dossier_and_slides_open_from_the_gallery(browser, made):
    page = opened(browser, made / "gallery" / "index.html")
    assert page.get_by_role("heading", level=2).all_inner_texts() == [LONG, "O rio"]
    page.get_by_role("link", name="Slides O rio").click()
    page.locator("html[lang=pt]").wait_for(state="attached")
    page.go_back()
    page.get_by_role("link", name="Dossier O rio").click()
    assert page.locator("h1").inner_text() == "O rio"
    assert page.wrong == []


def test_a_juror_fills_the_form_in_by_keyboard_and_its_file_is_counted(browser, made, tmp_path):
    page = opened(browser, made / "jury" / "jury.html", accept_downloads=True)
    page.locator("#juror").focus()
    page.keyboard.type("Zoé d'Ávila")
    for number in range(1, 4):
        for points in (number, 0):
            page.keyboard.press("Tab")
            for _ in range(points + 1):
                page.keyboard.press("ArrowRight")
        # The other criteria stay without a vote.
        for _ in CRITERIA[2:]:
            page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.type(f"Sentence {number} </script>")
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "jury-zoe-d-avila.json"
    page.get_by_text("Saved as a file in your downloads").wait_for()
    file = tmp_path / "saved.json"
    download.value.save_as(file)
    projects = read_list(made / "jury")
    found = put_together([file], projects)
    assert found.lines == []
    assert [vars(found.votes[each.key]) for each in projects] == [
        {
            "points": {"need": [number], "numbers": [0], "price": [], "control": [], "request": []},
            "sentences": [f"Sentence {number} </script>"],
            "jurors": 1,
        }
        for number in (1, 2, 3)
    ]
    assert page.wrong == []


def test_nothing_that_a_juror_wrote_is_lost_by_another_language(browser, made):
    page = opened(browser, made / "jury" / "jury.html")
    page.locator("#juror").fill("Ana")
    page.locator("#need-1-3").check()
    page.get_by_role("radio", name="Español").check()
    assert page.get_by_label("Su nombre").input_value() == "Ana"
    assert page.locator("#need-1-3").is_checked()


def test_without_a_name_nothing_is_saved_and_the_name_gets_the_focus(browser, made):
    page = opened(browser, made / "jury" / "jury.html")
    for name in ("", "  "):
        page.locator("#juror").fill(name)
        page.locator("#need-1-3").check()
        page.get_by_role("button", name="Save my judgement").click()
        assert page.evaluate("document.activeElement.id") == "juror"
        assert page.locator("#saved").is_hidden()


def test_on_paper_there_are_the_criteria_and_places_to_write_and_no_buttons(browser, made):
    page = opened(browser, made / "jury" / "jury.html", java_script_enabled=False)
    page.emulate_media(media="print")
    look(page, "jury-print")
    assert page.locator("tbody tr").count() == len(CRITERIA)
    assert page.locator("#sentence-1").is_visible() and page.locator("#need-1-4").is_visible()
    assert not page.get_by_role("button").first.is_visible()
    assert not page.locator("#need-1-none").is_visible()


def test_without_scripts_the_form_says_that_it_can_be_printed(browser, made):
    page = opened(browser, made / "jury" / "jury.html", java_script_enabled=False)
    assert page.get_by_text("print this page and write on paper.").first.is_visible()
