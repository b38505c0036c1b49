"""The page of the service in a real browser: axe, phone, keyboard, no scripts, no foreign hosts."""

from __future__ import annotations

import re
from pathlib import Path

import axe_playwright_python
import nbformat
import pytest

from course.project.app import overrulings
from tests.course.project_app.test_pages import APP, MODEL, PROJECT, server
from tests.journeys.test_browser import browser, look
from tests.served import BASE, TOKEN

pytestmark = pytest.mark.slow

__all__ = ["browser", "server"]

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1200, "height": 900}
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
DANGER = "The lamp fell, and a man is unconscious."


@pytest.fixture
def folder(server):
    found = server[1] / PROJECT
    (found / "overrulings.csv").unlink(missing_ok=True)
    return found


def page_of(browser, server, lang: str = "en", **settings):
    """A page of somebody who has logged in, at the form; the addresses that it asks for."""
    address, _ = server
    context = browser.new_context(**settings)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{BASE}api?token={TOKEN}")
    page.goto(f"{address}{APP}?project={PROJECT}&lang={lang}")
    return page, asked


def faults(page) -> list[str]:
    """What axe finds, also of good practice."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return [each["id"] for each in page.evaluate("axe.run()")["violations"]]


@pytest.mark.parametrize(
    ("lang", "size", "scheme"),
    [
        ("en", PHONE, "dark"),
        ("fr", PHONE, "light"),
        ("es", PHONE, "light"),
        ("pt", PHONE, "light"),
        ("fr", DESK, "light"),
        ("es", DESK, "dark"),
    ],
)
def test_axe_finds_nothing_nothing_is_too_wide_and_no_other_host_is_asked(
    browser, server, folder, lang, size, scheme
):
    # The page's own policy would refuse axe.
    page, asked = page_of(
        browser, server, lang, viewport=size, bypass_csp=True, color_scheme=scheme
    )
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 28)"}[scheme]

    def is_sound(name: str) -> None:
        look(page, f"app-{name}-{lang}-{scheme}-{size['width']}")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert page.get_by_role("main").count() == 1
        assert page.get_by_role("heading", level=1).count() == 1

    is_sound("form")
    page.locator("#text").fill(DANGER)
    page.locator("form button").click()
    page.locator("#says").wait_for(timeout=90_000)
    is_sound("case")
    page.locator("#reason").fill("no")
    page.get_by_role("group").get_by_role("button").click()
    page.locator("#mistake").wait_for()
    is_sound("mistake")
    page.locator("#department").select_option("parks")
    page.locator("#urgency").select_option("later")
    page.locator("#reason").fill("This lamp is no danger.")
    page.get_by_role("group").get_by_role("button").click()
    page.get_by_role("table").first.wait_for()
    is_sound("overrulings")
    assert {re.match(r"https?://[^/]+", each)[0] for each in asked} == {server[0]}


def test_the_keyboard_alone_types_a_comment_overrules_it_and_sees_it_recorded(
    browser, server, folder
):
    page, _ = page_of(browser, server, viewport=PHONE)

    def tab_to(selector: str) -> None:
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert style == "solid"
                return
        raise AssertionError(f"the keyboard does not reach {selector}")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    tab_to("#text")
    page.keyboard.type("The lamp in the park is out.")
    tab_to("button")
    page.keyboard.press("Enter")
    page.locator("#says").wait_for(timeout=90_000)
    tab_to("#department")
    page.keyboard.type("Parks")
    tab_to("#reason")
    page.keyboard.type("It stands in the park.")
    tab_to("button[value=overruled]")
    page.keyboard.press("Enter")
    page.get_by_role("status").wait_for()
    assert "Parks" in page.get_by_role("status").inner_text()
    assert overrulings.read(folder)[0].staff_department == "parks"


def test_without_scripts_everything_works_by_plain_forms_and_links(browser, server, folder):
    page, _ = page_of(browser, server, "pt", viewport=PHONE, java_script_enabled=False)
    page.locator("#text").fill("A lâmpada da rua está apagada.")
    page.get_by_role("button", name="Consultar o serviço").click()
    page.get_by_role("button", name=re.compile("^Confirmar: ")).click()
    assert "Sua decisão está registrada" in page.get_by_role("status").inner_text()
    page.get_by_role("link", name="Decisões anuladas").click()
    page.get_by_role("link", name="Français").click()
    page.get_by_role("heading", level=1, name="Décisions écartées").wait_for()


def test_the_link_in_a_notebook_opens_the_page_in_a_new_tab(browser, server):
    address, top = server
    notebook = top / "fr" / "capstone-5-presentation" / "try.ipynb"
    code = "from course.project import open_project, show_app\nshow_app(open_project())"
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(made, notebook)
    (notebook.parent / "project" / "model.py").write_text(MODEL, encoding="utf-8")
    page, _ = page_of(browser, server)
    page.goto(f"{address}{BASE}lab/tree/fr/capstone-5-presentation/try.ipynb")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=90_000)
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Shift+Enter")
    link = page.get_by_role("link", name="Ouvrir la page de votre service")
    link.wait_for(timeout=90_000)
    with page.context.expect_page() as opened:
        link.click()
    opened.value.get_by_role("heading", level=1, name="Saisir un message").wait_for()
