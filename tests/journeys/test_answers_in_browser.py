"""A learner answers by choosing and typing, and the cell's source is the answer."""

from __future__ import annotations

import nbformat
import pytest

from tests.journeys.test_browser import browser, lab, open_page

pytestmark = pytest.mark.slow

__all__ = ["browser", "lab"]

SLUG = "06-measuring-fairness"
NUMBERS = "05-generative-ai"


@pytest.fixture
def page(browser, lab, request):
    """The French assignment, with the control of one answer in view."""
    slug, cell = request.param
    page = open_page(browser, lab, f"fr/{slug}/{slug}.ipynb")
    page.wait_for_selector(".ai4gov-answers", timeout=60_000)
    for _ in range(60):
        if box(page, cell).count():
            break
        page.locator(".jp-WindowedPanel-outer").first.evaluate("each => each.scrollBy(0, 400)")
        page.wait_for_timeout(200)
    box(page, cell).scroll_into_view_if_needed()
    yield page
    page.close()


def box(page, words: str):
    """The control whose text has these words."""
    return page.locator(".ai4gov-answers", has_text=words)


def answers(page, lab, slug: str) -> dict[str, str]:
    """The sources of the answer cells in the file, after saving."""
    page.keyboard.press("Control+s")
    page.wait_for_timeout(1500)
    notebook = nbformat.read(lab[1] / "fr" / slug / f"{slug}.ipynb", 4)
    return {cell.id: cell.source.strip() for cell in notebook.cells}


GROUP = "désigne par « Native American »"


@pytest.mark.parametrize("page", [(SLUG, GROUP)], indirect=True)
def test_an_answer_is_chosen_checked_and_marked_as_changed_without_any_code(page, lab):
    control = box(page, GROUP)
    radios = control.get_by_role("radio")
    assert [radios.count(), control.get_by_role("group").count()] == [6, 1]
    # The code is hidden, and the list of options above is not said twice.
    assert not page.get_by_text('smallest_group = "..."').is_visible()
    assert page.locator(".ai4gov-said-below").count() >= 1

    control.get_by_label(GROUP).check()
    control.get_by_role("button", name="Vérifier").click()
    page.get_by_text("✓ Juste").first.wait_for(timeout=90_000)
    assert answers(page, lab, SLUG)["smallest-group"] == 'smallest_group = "native-american"'

    # Arrows change the choice, letters do nothing to the cells, and the result is marked as old.
    cells = page.locator(".ai4gov-answers").count()
    control.get_by_label(GROUP).focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.type("ddbm")
    assert page.locator(".ai4gov-answers").count() == cells
    assert not control.get_by_label(GROUP).is_checked()
    assert "Vérifiez-la de nouveau" in control.inner_text()

    # What is typed into the code moves the control, and code of one's own is left alone.
    control.get_by_role("button", name="Afficher le code").click()
    editor = page.locator(".jp-CodeCell", has=control).locator(".cm-content")
    editor.fill('smallest_group = "asian"  # mine')
    assert control.get_by_label("désigne par « Asian »").is_checked()
    control.get_by_label(GROUP).check()
    assert "# mine" in editor.inner_text() and '"native-american"' in editor.inner_text()
    editor.fill("smallest_group = str(3)")
    assert "contient votre propre code" in control.inner_text()
    assert radios.first.is_disabled()


SHARE = "selon la règle des trois de la leçon"


@pytest.mark.parametrize("page", [(NUMBERS, SHARE)], indirect=True)
def test_a_number_is_typed_as_people_write_it(page, lab):
    number = box(page, SHARE).get_by_role("textbox")
    for typed, written in (("0,02", "0.02"), ("3 / 150", "3 / 150"), ("2 %", "2 / 100")):
        number.fill(typed)
        number.press("Tab")
        assert f"still_possible = {written}" in answers(page, lab, NUMBERS)["how-sure"]
    number.fill("douze")
    number.press("Tab")
    assert "Ce n’est pas un nombre" in box(page, SHARE).inner_text()
    assert "still_possible = 2 / 100" in answers(page, lab, NUMBERS)["how-sure"]

    # What cannot be written stays to be mended, and nothing else is judged in its place.
    button = box(page, SHARE).get_by_role("button", name="Vérifier")
    distance = button.bounding_box()["y"] - number.bounding_box()["y"]
    button.click()
    assert (number.input_value(), page.locator(".ai4gov-outcome").count()) == ("douze", 0)
    # Enter checks, and a sentence that appears does not move the button.
    number.fill("0,9")
    number.press("Enter")
    page.get_by_text("À revoir").first.wait_for(timeout=90_000)
    number.fill("0,8")
    number.press("Tab")
    assert "Vérifiez-la de nouveau" in box(page, SHARE).inner_text()
    moved = button.bounding_box()["y"] - number.bounding_box()["y"]
    assert moved == pytest.approx(distance, abs=1)


@pytest.mark.parametrize("page", [(SLUG, GROUP)], indirect=True)
def test_a_notebook_is_saved_without_a_command_soon_after_a_change(page, lab):
    file = lab[1] / "fr" / SLUG / f"{SLUG}.ipynb"
    box(page, GROUP).get_by_label("désigne par « Hispanic »").check()
    for _ in range(30):
        if saved := 'smallest_group = \\"hispanic\\"' in file.read_text(encoding="utf-8"):
            break
        page.wait_for_timeout(1000)
    assert saved
