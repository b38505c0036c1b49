"""What a control writes stays: saved, run, undone, locked, and where there is no control at all."""

from __future__ import annotations

import json
from contextlib import contextmanager

import nbformat
import pytest

from tests.journeys.test_answers_in_browser import GROUP, SLUG, answers
from tests.journeys.test_browser import (
    browser,
    lab,
    open_page,
    run_all,
    scroll_until,
    started,
)

pytestmark = pytest.mark.slow

__all__ = ["browser", "lab"]

ANSWER = "smallest-group"
EMPTY = 'smallest_group = "..."'
CHOSEN = 'smallest_group = "native-american"'
HISPANIC = "désigne par « Hispanic »"
NEW = "capstone-1-brief"
RIGHTS = "10-rights-and-rules"


@contextmanager
def opened(browser, lab, cell: str, slug: str = SLUG, **metadata):
    """An assignment as it is released, but for this metadata of a cell: the page, and the cell."""
    path = lab[1] / "fr" / slug / f"{slug}.ipynb"
    released = path.read_bytes()
    notebook = nbformat.reads(released, 4)
    (place,) = (number for number, each in enumerate(notebook.cells) if each.id == cell)
    notebook.cells[place].metadata |= metadata
    if metadata:
        nbformat.write(notebook, path)
    page = open_page(browser, lab, f"fr/{slug}/{slug}.ipynb")
    try:
        yield page, cell_at(page, place)
    finally:
        page.close()
        path.write_bytes(released)


def cell_at(page, place: int):
    found = page.locator(f".jp-Cell[data-windowed-list-index='{place}']")
    scroll_until(page, found, 1)
    found.scroll_into_view_if_needed()
    # The control is drawn when the cell has come into view.
    page.wait_for_timeout(1000)
    return found


def code(cell) -> str:
    return cell.locator(".cm-content").first.text_content().strip()


def test_every_kind_of_control_writes_its_line(browser, lab):
    with opened(browser, lab, "outcome", NEW) as (page, cell):
        inputs = cell.locator(".ai4gov-answers input")
        typed = ("Des mots, pas un nombre", "0,71", "0,9", "2027-06-30", "Inés Duarte")
        for number, text in enumerate(typed):
            inputs.nth(number).fill(text)
            inputs.nth(number).press("Tab")
        lines = answers(page, lab, NEW)["outcome"].split("\n")
        assert [line.partition("  #")[0] for line in lines] == [
            'counted = "Des mots, pas un nombre"',
            "today = 0.71",
            "wanted = 0.9",
            'by = "2027-06-30"',
            'answers_for_it = "Inés Duarte"',
        ]
    with opened(browser, lab, "classes", RIGHTS) as (page, cell):
        cell.locator("select").nth(4).select_option("prohibited")
        assert 'samoa = "prohibited"' in answers(page, lab, RIGHTS)["classes"]


def test_an_answer_is_there_when_the_notebook_is_opened_again_and_run_all_checks_it(browser, lab):
    with opened(browser, lab, ANSWER) as (page, cell):
        cell.get_by_label(GROUP).check()
        assert answers(page, lab, SLUG)[ANSWER] == CHOSEN
        place = int(cell.get_attribute("data-windowed-list-index"))
        again = open_page(browser, lab, f"fr/{SLUG}/{SLUG}.ipynb")
        assert cell_at(again, place).get_by_label(GROUP).is_checked()
        run_all(again)
        again.get_by_text("✓ Juste").first.wait_for(timeout=90_000)
        assert answers(again, lab, SLUG)[ANSWER] == CHOSEN
        again.close()


def test_undo_redo_and_going_back_to_what_was_saved_move_the_control_too(browser, lab):
    with opened(browser, lab, ANSWER) as (page, cell):
        # Changes within half a second are undone together.
        for label in (HISPANIC, GROUP):
            cell.get_by_label(label).check()
            page.wait_for_timeout(800)
        page.keyboard.press("Control+z")
        assert code(cell) == 'smallest_group = "hispanic"'
        assert cell.get_by_label(HISPANIC).is_checked()
        page.keyboard.press("Control+z")
        assert code(cell) == EMPTY
        assert cell.locator(":checked").count() == 0
        page.keyboard.press("Control+Shift+z")
        assert cell.get_by_label(HISPANIC).is_checked()

        page.keyboard.press("Control+s")
        page.wait_for_timeout(1500)
        cell.get_by_label(GROUP).check()
        # The first of Jupyter's menus, in every language.
        page.get_by_role("button", name="Outils").click()
        page.locator(".lm-Menu-item").first.click()
        page.locator("[data-command='docmanager:restore-checkpoint']").click()
        page.locator(".jp-Dialog .jp-mod-accept").click()
        page.wait_for_timeout(2000)
        restored = cell_at(page, int(cell.get_attribute("data-windowed-list-index")))
        assert restored.get_by_label(HISPANIC).is_checked()
        assert code(restored) == 'smallest_group = "hispanic"'


def test_the_control_of_a_locked_cell_takes_no_answer(browser, lab):
    with opened(browser, lab, ANSWER, editable=False) as (_, cell):
        radios = cell.get_by_role("radio")
        assert [radio.is_disabled() for radio in radios.all()] == [True] * 6
        cell.get_by_text(HISPANIC).click(force=True)
        assert code(cell) == EMPTY


KEYS = [{"key": "a", "label": "A"}]


@pytest.mark.parametrize(
    "field",
    [
        {"name": "x = 1\nsmallest_group", "kind": "choice", "options": KEYS},
        {"name": "smallest_group", "kind": "choice", "options": [{"key": '"; import os; "'}]},
        {"name": "smallest_group", "kind": "a kind to come", "options": KEYS},
    ],
    ids=["name", "key", "kind"],
)
def test_a_field_that_is_not_sound_is_not_drawn_and_its_cell_is_typed(browser, lab, field):
    with opened(browser, lab, ANSWER, ai4gov={"fields": [field]}) as (page, cell):
        assert cell.locator(".ai4gov-answers").count() == 0
        cell.locator(".cm-content").fill(CHOSEN)
        assert answers(page, lab, SLUG)[ANSWER] == CHOSEN


def test_the_words_of_a_field_are_shown_as_text(browser, lab):
    label = '<img src=x onerror="window.ran = 1">'
    options = [{"key": "a", "label": label}]
    field = {"name": "smallest_group", "kind": "choice", "label": label, "options": options}
    with opened(browser, lab, ANSWER, ai4gov={"fields": [field]}) as (page, cell):
        assert label in cell.locator(".ai4gov-answers").inner_text()
        assert page.evaluate("window.ran") is None


def test_without_the_extension_the_question_is_read_and_the_answer_typed(browser, tmp_path):
    settings = tmp_path / ".jupyter" / "labconfig" / "page_config.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"disabledExtensions": {"ai4gov-answers": True}}))
    with (
        started(tmp_path, "fr") as plain,
        opened(browser, plain, ANSWER) as (page, cell),
    ):
        assert page.locator(".ai4gov-answers, .ai4gov-notebook").count() == 0
        question = page.locator(".jp-MarkdownCell", has_text=HISPANIC)
        question.scroll_into_view_if_needed()
        assert question.locator("code", has_text="native-american").is_visible()
        cell.locator(".cm-content").fill(CHOSEN)
        run_all(page)
        page.get_by_text("✓ Juste").first.wait_for(timeout=90_000)
        assert answers(page, plain, SLUG)[ANSWER] == CHOSEN


def test_below_a_text_that_a_person_writes_is_its_number_of_words(browser, lab):
    with opened(browser, lab, "reflection") as (_, cell):
        assert "Mots" not in cell.inner_text()
        cell.locator(".jp-MarkdownOutput").dblclick()
        cell.locator(".cm-content").fill("Madame la ministre,\n\nce score ne doit pas décider.")
        assert "Mots\N{NO-BREAK SPACE}: 9" in cell.inner_text()
