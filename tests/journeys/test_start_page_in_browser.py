"""The start page in a real browser: by keyboard, on a phone, with a server, and carrying work."""

from __future__ import annotations

import json
import re
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from course.start import progress
from course.syllabus import modules
from tests.course.start.conftest import all_right, entry
from tests.journeys.test_browser import TOKEN, browser, lab, look, open_page

pytestmark = pytest.mark.slow

__all__ = ["browser", "lab"]

SLUG = "06-measuring-fairness"
PHONE = {"width": 390, "height": 844}
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")


@pytest.fixture
def middle(lab):
    """The learner is in the middle of module 06."""
    _, work = lab
    recorded = {slug: all_right(slug) for slug in ("00-first-steps", SLUG)}
    recorded[SLUG]["smallest-group"] = entry(1, at="2026-11-21T10:00:00+00:00")
    progress.write(work / "progress.json", recorded)
    from course.start.learner_pages import write_pages

    write_pages(work, "fr", root=work)
    return work


def show(browser, lab, name: str, **settings):
    """A page of the learner, from a bookmark, by somebody who has logged in before."""
    address, _ = lab
    context = browser.new_context(**settings)
    page = context.new_page()
    page.goto(f"{address}/api?token={TOKEN}")
    page.goto(f"{address}/{name}")
    return page


def violations(page, selector: str = "html") -> list[str]:
    """What axe finds in a part of the page, also by the rules of good practice."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("each => axe.run(each)", selector)["violations"]
    return [each["id"] for each in found]


@pytest.mark.parametrize("name", ["ai4gov/start.html", "ai4gov/completion-record.html", "file"])
@pytest.mark.parametrize("size", [PHONE, {"width": 1200, "height": 900}], ids=["phone", "desk"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(browser, lab, middle, name, size):
    # The page's own policy would refuse axe.
    page = show(browser, lab, name, viewport=size, bypass_csp=True)
    if name == "file":
        page.goto((middle / "start.html").as_uri())
    look(page, f"{Path(name).stem}-{size['width']}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("heading", level=1).count() == 1


def test_the_keyboard_reaches_the_next_step_and_opens_it_at_the_exercise(browser, lab, middle):
    page = show(browser, lab, "ai4gov/start.html", viewport=PHONE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.innerText")
    assert focused.startswith("Ouvrir")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"/notebooks/fr/{SLUG}/{SLUG}.ipynb"), timeout=90_000)
    heading = page.get_by_role("heading", name="7. Que dit l’intervalle").first
    expect(heading).to_be_in_viewport(timeout=90_000)
    look(page, "opened-from-phone")


@pytest.mark.parametrize("name", ["start.html", "completion-record.html"])
def test_a_page_from_right_to_left_is_no_wider_than_its_window(browser, middle, name):
    page = browser.new_page(viewport=PHONE)
    page.goto((middle / name).as_uri())
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_the_record_opens_from_the_page_and_takes_a_name(browser, lab, middle):
    page = show(browser, lab, "ai4gov/start.html")
    page.get_by_role("link", name="Ouvrir le relevé de parcours").click()
    page.get_by_label("Nom").fill("Awa Diop")
    assert "non un examen" in page.get_by_role("main").inner_text()
    rows = page.get_by_role("row")
    # A heading, each module, and the sums.
    assert rows.count() == len(modules()) + 2
    pdf = page.pdf()
    assert pdf.startswith(b"%PDF")


def test_work_is_carried_and_the_language_changed_without_jupyterlab(
    browser, lab, middle, tmp_path
):
    notes = middle / "fr" / SLUG / "notes.txt"
    notes.write_text("mine", encoding="utf-8")
    page = show(browser, lab, "ai4gov/start.html", viewport=PHONE)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tout emporter").click()
    carried = tmp_path / "carried.zip"
    download.value.save_as(carried)
    notes.unlink()
    page.get_by_label("Récupérer\u00a0: choisir le fichier").set_input_files(carried)
    page.get_by_role("button", name="Récupérer", exact=True).click()
    said = page.get_by_role("status")
    said.wait_for()
    assert "Votre progression a été récupérée" in said.inner_text()
    assert notes.read_text(encoding="utf-8") == "mine"
    foreign = tmp_path / "foreign.zip"
    foreign.write_bytes(b"not a zip")
    page.get_by_label("Récupérer\u00a0: choisir le fichier").set_input_files(foreign)
    page.get_by_role("button", name="Récupérer", exact=True).click()
    page.get_by_text("Ce fichier zip n’est pas entier").wait_for()
    page.get_by_role("button", name="Español").click()
    page.get_by_role("heading", name="Continúe aquí").wait_for()
    page.get_by_role("button", name="Français").click()
    page.get_by_role("heading", name="Continuer ici").wait_for()


def test_a_form_from_another_site_is_refused(browser, lab, middle):
    address, _ = lab
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/api?token={TOKEN}")
    answer = context.request.post(f"{address}/ai4gov/language", form={"lang": "es"})
    assert answer.status == 403
    anonymous = browser.new_context().request
    assert anonymous.get(f"{address}/ai4gov/take-along.zip", max_redirects=0).status in (302, 403)


def test_the_notebook_s_buttons_take_work_along_and_bring_it_back(browser, lab, middle, tmp_path):
    notes = middle / "fr" / SLUG / "notes.txt"
    notes.write_text("mine", encoding="utf-8")
    page = open_page(browser, lab, "fr/start.ipynb")
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Shift+Enter")
    take = page.get_by_role("button", name="Tout emporter")
    take.wait_for(timeout=90_000)
    assert "06 Mesurer l’équité" in page.locator(".ai4gov-start").first.inner_text()
    look(page, "start-notebook")
    take.click()
    with page.expect_download(timeout=90_000) as download:
        page.get_by_role("link", name="Télécharger le fichier").click()
    carried = tmp_path / "carried.zip"
    download.value.save_as(carried)
    look(page, "taken")

    notes.unlink()
    (middle / "progress.json").unlink()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Récupérer").first.click()
    chooser.value.set_files(carried)
    page.get_by_text("Votre progression a été récupérée").wait_for(timeout=90_000)
    look(page, "brought-back")
    assert notes.read_text(encoding="utf-8") == "mine"
    kept = json.loads((middle / "progress.json").read_text(encoding="utf-8"))
    assert kept[SLUG]["smallest-group"]["points"] == 1

    page.get_by_role("button", name="Utiliser désormais\u00a0: Português").click()
    page.get_by_role("link", name="Abrir o notebook inicial").wait_for(timeout=90_000)
    assert '<html lang="pt">' in (middle / "start.html").read_text(encoding="utf-8")


def test_reloading_the_page_after_a_choice_sends_nothing_again(browser, lab, middle):
    # The last test: the server keeps the route, and has the language of the test before.
    page = show(browser, lab, "ai4gov/start.html")
    here, sent = page.url, []
    page.on("request", lambda request: sent.append(request.method))
    page.locator("button[name=route]").first.click()
    page.locator("#steps").wait_for()
    assert page.url == here
    page.locator("details:has(details) > summary").click()
    page.locator("details details summary").click()
    page.locator("form:has(fieldset) button").click()
    said = page.get_by_role("status")
    said.wait_for()
    assert page.url == here
    page.reload()
    assert said.count() == 0
    assert sent.count("POST") == 2
