"""The desk in a real browser: the reading queue by keyboard alone, axe, and a phone's width."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.classroom.desk.class_of_notes import NAME, ROSTER, TOKEN, decision, hand_in
from tests.journeys.test_browser import browser, look

pytestmark = pytest.mark.slow

__all__ = ["browser"]


@pytest.fixture
def a_class(course, desk):
    (course / "roster.csv").write_text(ROSTER)
    hand_in(course, "awa", "fr", "Ma note. " * 60)
    hand_in(course, "bea", "en", "| a | b |\n|---|---|\n| 1 | " + "x" * 300 + " |")
    hand_in(course, "chi", "en", "My note.")
    return desk


def opened(browser, a_class, **options):
    """A page of a new browser that has shown the token, and what it asked of other hosts."""
    page = browser.new_context(**options).new_page()
    page.foreign = []
    page.on("request", lambda r: r.url.startswith(a_class.address) or page.foreign.append(r.url))
    page.on("pageerror", lambda error: page.foreign.append(f"error: {error}"))
    page.on("console", lambda m: m.type == "error" and page.foreign.append(m.text))
    page.goto(f"{a_class.address}/?token={TOKEN}")
    return page


def tab_to(page, text: str) -> None:
    """Press Tab until the element with that text or name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "() => document.activeElement.textContent.trim() || document.activeElement.id"
        )
        if text in focused:
            return
    raise AssertionError(f"{text} was never reached")


def wait_for_note(page, learner: str) -> None:
    """Wait until a learner's note is shown and the script, which then shows #keys, listens."""
    page.get_by_text(f"Note of {learner}").wait_for()
    page.locator("#keys").wait_for()


def test_the_queue_is_read_by_keyboard_alone_with_the_desks_keys(browser, course, a_class):
    page = opened(browser, a_class)
    tab_to(page, "Read the notes")
    page.keyboard.press("Enter")
    page.wait_for_url("**/read")
    tab_to(page, "Start to read")
    page.keyboard.press("Enter")
    page.wait_for_url("**/read/*")
    page.keyboard.press("1")
    page.keyboard.press("3")
    page.keyboard.press("4")
    page.keyboard.press("4")
    page.keyboard.press("c")
    page.keyboard.type("Clair : 1 et 3.")
    page.keyboard.press("Control+Enter")
    wait_for_note(page, "bea")
    assert decision(course, "awa")[:2] == (
        2.0, "Clair : 1 et 3.\n\n☑ Conseil\n☐ Nombre\n☑ Limites\n☐ Personnes",
    )  # fmt: skip
    page.keyboard.press("n")
    wait_for_note(page, "chi")
    page.keyboard.press("p")
    wait_for_note(page, "bea")
    page.keyboard.press("Control+Enter")
    wait_for_note(page, "chi")
    page.keyboard.press("2")
    page.keyboard.press("Control+Enter")
    page.get_by_text("All of these notes are read.").wait_for()
    assert [decision(course, name)[0] for name in ("bea", "chi")] == [0.0, 1.0]
    assert page.foreign == []


def test_the_queue_is_read_by_keyboard_without_scripts(browser, course, a_class):
    page = opened(browser, a_class, java_script_enabled=False)
    page.goto(f"{a_class.address}/read")
    # Without scripts the focus cannot be asked for: press Tab a known number of times.
    page.locator("a.button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/read/*")
    page.locator("#tick-0").focus()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.type("Bien.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Note of bea").wait_for()
    assert decision(course, "awa")[0] == 1.0 and decision(course, "awa")[1].startswith("Bien.\n")


def test_the_keys_can_be_switched_off(browser, a_class):
    page = opened(browser, a_class)
    page.goto(f"{a_class.address}/read")
    page.get_by_text("Start to read").click()
    page.locator("#keys summary").click()
    page.locator("#use-keys").uncheck()
    page.keyboard.press("1")
    page.reload()
    page.keyboard.press("1")
    assert not page.locator("#tick-0").is_checked()


PAGES = ("", "missing", "read", "report", "none")


@pytest.mark.parametrize("width", [390, 1300])
def test_axe_finds_nothing_serious_and_no_page_scrolls_sideways(browser, a_class, width):
    page = opened(browser, a_class, viewport={"width": width, "height": 900})
    pages = [f"{a_class.address}/{path}" for path in PAGES]
    page.goto(f"{a_class.address}/read")
    pages += [page.locator("tbody a").nth(n).evaluate("a => a.href") for n in (0, 1)]
    for number, address in enumerate(pages):
        page.goto(address)
        assert serious(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        look(page, f"desk-{number}-{width}")


def test_axe_finds_nothing_serious_while_a_step_runs_and_after_a_conflict(browser, a_class):
    page, other = opened(browser, a_class), opened(browser, a_class)
    page.get_by_role("button", name=f"Release: {NAME}").click()
    page.locator("#work").wait_for()
    assert serious(page) == []
    for each in (page, other):
        each.goto(f"{a_class.address}/read")
        each.get_by_text("Start to read").click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved.").wait_for()
    assert serious(page) == []
    other.get_by_role("button", name="Save", exact=True).click()
    other.get_by_text("somebody else was quicker").wait_for()
    assert serious(other) == []


def serious(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [each["id"] for each in found if each["impact"] in ("serious", "critical")]


def test_while_a_step_runs_the_page_brings_itself_up_to_date(browser, a_class):
    page = opened(browser, a_class)
    page.get_by_role("button", name=f"Release: {NAME}").click()
    page.get_by_text("released in: English, Français").wait_for(timeout=60_000)
    # The step prints this line shortly before it ends; the page stops refreshing after the end.
    page.locator("[data-refresh]").wait_for(state="detached", timeout=60_000)
    assert page.locator("#counts tr", has_text="Français").first.inner_text().split()[1] == "yes"
    assert page.foreign == []
