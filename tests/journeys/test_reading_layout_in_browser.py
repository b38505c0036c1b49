"""A lesson reads like a book: no frame of a program, wide on a phone, safe from stray keys."""

from __future__ import annotations

import re

import nbformat
import pytest
from playwright.sync_api import expect

from tests.journeys.test_answers_in_browser import GROUP, SLUG, answers, box
from tests.journeys.test_browser import browser, lab, look, open_page, run_all, scroll_until
from tests.journeys.test_start_page_in_browser import violations

pytestmark = pytest.mark.slow

__all__ = ["browser", "lab"]

LESSON = f"fr/lessons/{SLUG}/{SLUG}.ipynb"
PHONE = {"width": 390, "height": 844}
BAR = ["Page d’accueil", "Exécuter", "Tout exécuter", "Recommencer", "Outils"]
FOREIGN_WORDS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, bottom, width } = range.getBoundingClientRect();
    const isInView = width > 0 && bottom > 0 && top < innerHeight;
    if (isInView && !node.parentElement.closest(".jp-MarkdownOutput, .ai4gov-piece, .cm-content")) {
      found.push(...node.data.trim().split(/\\s+/).filter(Boolean));
    }
  }
  return found;
}"""
"""The words in view that are neither the lesson's nor the extension's."""
TEXT_SIZE = "each => each.clientWidth / parseFloat(getComputedStyle(each).fontSize)"


@pytest.fixture
def lesson(browser, lab):
    page = open_page(browser, lab, LESSON, viewport={"width": 1280, "height": 900})
    page.locator(".ai4gov-bar").wait_for()
    yield page
    page.context.close()


def test_the_first_screen_of_a_lesson_has_no_words_but_the_courses_own(lesson, lab):
    bar = lesson.locator(".ai4gov-bar")
    assert bar.locator("strong").inner_text() == "Mesurer l’équité"
    assert bar.locator("nav > *").all_inner_texts() == BAR
    assert re.fullmatch(r"Environ \d+\s+min jusqu’à la prochaine pause",
                        bar.locator(".ai4gov-left").inner_text())  # fmt: skip
    assert lesson.evaluate(FOREIGN_WORDS) == []
    assert lesson.title() == "Mesurer l’équité"
    look(lesson, "reading")


def test_text_has_a_measure_of_68_characters_and_the_rule_of_a_heading_its_width(lesson):
    decision = lesson.locator("p.ai4gov-callout.decision")
    assert decision.inner_text().startswith("La décision.")
    assert decision.evaluate(TEXT_SIZE) < 42
    heading = lesson.locator(".jp-MarkdownOutput h2").first
    heading.scroll_into_view_if_needed()
    paragraph = lesson.locator(".jp-MarkdownOutput:has(h2) > p").first
    widths = [each.bounding_box()["width"] for each in (heading, paragraph)]
    assert widths[0] == pytest.approx(widths[1], abs=2)


def test_on_a_phone_text_takes_at_least_340_of_390_pixels(browser, lab):
    page = open_page(browser, lab, LESSON, viewport=PHONE, has_touch=True)
    text = page.locator(".jp-MarkdownOutput > p:not(.ai4gov-callout)").first
    assert text.bounding_box()["width"] >= 340
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator(".ai4gov-bar").bounding_box()["height"] < 100
    page.locator(".ai4gov-bar nav button", has_text="Outils").tap()
    page.locator(".lm-Menu").wait_for()
    look(page, "reading-phone")
    page.context.close()


def test_keys_that_delete_cut_or_split_cells_do_nothing_and_the_source_of_text_stays_closed(
    lesson, lab
):
    cells = len(nbformat.read(lab[1] / LESSON, 4).cells)
    shown = lesson.locator(".jp-Cell")
    expect(shown).to_have_count(cells)
    lesson.locator(".jp-MarkdownOutput h1").first.dblclick()
    assert lesson.locator(".jp-MarkdownCell .cm-content:visible").count() == 0
    for key in ("d", "d", "x", "a", "b", "m", "y", "Control+Shift+-", "Enter"):
        lesson.keyboard.press(key)
    lesson.wait_for_timeout(500)
    expect(shown).to_have_count(cells)
    assert lesson.locator(".jp-MarkdownCell .cm-content:visible").count() == 0


def test_everything_else_is_behind_tools_jupyterlab_too(lesson):
    lesson.get_by_role("button", name="Outils").click()
    entries = lesson.locator(".lm-Menu .lm-Menu-itemLabel").all_inner_texts()
    assert [each for each in entries if each] == [
        "Fichier", "Édition", "Affichage", "Exécution", "Noyau", "Paramètres", "Aide",
        "Ouvrir JupyterLab",
    ]  # fmt: skip
    with lesson.context.expect_page() as opened:
        lesson.locator(".lm-Menu-item", has_text="Ouvrir JupyterLab").click()
    opened.value.wait_for_url(re.compile("/lab"), timeout=90_000)
    # Instructors keep JupyterLab: its toolbar has what Notebook 7 does not show to learners.
    opened.value.goto(re.sub("/lab.*", f"/lab/tree/{LESSON}", opened.value.url))
    opened.value.locator(".jp-NotebookPanel-toolbar [data-jp-item-name=insert]").wait_for()
    assert opened.value.locator(".ai4gov-bar").count() == 0


def test_a_folded_cell_is_one_quiet_line_that_shows_its_code_or_runs_what_it_needs(lesson):
    lines = lesson.locator(".ai4gov-folded > .ai4gov-line")
    buttons = lines.first.get_by_role("button")
    assert buttons.all_inner_texts() == ["Afficher le code", "Exécuter"]
    lines.first.get_by_role("button", name="Afficher le code").click()
    assert lesson.locator(".ai4gov-folded .cm-content").first.is_visible()
    lines.nth(1).get_by_role("button", name="Exécuter").click()
    lesson.locator(".jp-OutputArea table, .jp-OutputArea figure").first.wait_for(timeout=90_000)
    assert lesson.get_by_text("NameError").count() == 0


def test_starting_over_asks_first_and_keeps_answers(browser, lab):
    page = open_page(browser, lab, f"fr/{SLUG}/{SLUG}.ipynb")
    scroll_until(page, box(page, GROUP), 1)
    box(page, GROUP).get_by_label(GROUP).check()
    box(page, GROUP).get_by_role("button", name="Vérifier").click()
    page.get_by_text("✓ Juste").first.wait_for(timeout=90_000)
    over = page.locator(".ai4gov-bar").get_by_role("button", name="Recommencer")
    over.click()
    page.get_by_role("dialog").get_by_role("button", name="Annuler").click()
    assert page.get_by_text("✓ Juste").count() == 1
    over.click()
    page.get_by_role("dialog").get_by_role("button", name="Recommencer").click()
    page.get_by_text("✓ Juste").wait_for(state="detached")
    assert answers(page, lab, SLUG)["smallest-group"] == 'smallest_group = "native-american"'
    page.context.close()


def test_a_question_is_written_once_and_its_message_follows_the_dark_theme(browser, lab):
    page = open_page(browser, lab, f"fr/{SLUG}/{SLUG}.ipynb", color_scheme="dark")
    scroll_until(page, box(page, GROUP), 1)
    control = box(page, GROUP)
    question = control.locator("legend").first.inner_text()
    assert question.endswith("?")
    assert page.get_by_text(question, exact=False).locator("visible=true").count() == 1
    control.get_by_role("radio").first.check()
    control.get_by_role("button", name="Vérifier").click()
    message = page.locator(".ai4gov-outcome").first
    message.wait_for(timeout=90_000)
    ground = message.evaluate("each => getComputedStyle(each).backgroundColor")
    assert max(int(each) for each in re.findall(r"\d+", ground)[:3]) < 90
    page.context.close()


def test_axe_finds_nothing_in_what_the_course_draws(lesson):
    run_all(lesson)
    lesson.locator(".ai4gov-outcome").first.wait_for(timeout=90_000)
    assert violations(lesson, ".ai4gov-bar, .ai4gov-answers, .ai4gov-line, .ai4gov-outcome") == []
