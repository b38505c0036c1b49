"""A form in JupyterLab, in a real browser, filled in with the keyboard alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import nbformat
import pytest

from tests.course.content.notebooks import ROOT
from tests.course.dossier.every_kind import OFFICE, Office
from tests.journeys.test_browser import TOKEN, browser, free_port, look, wait_for
from tests.system import need

pytestmark = pytest.mark.slow

__all__ = ["browser"]

CELL = """\
from course.dossier.form import edit
from tests.course.dossier.every_kind import Office

edit(Office, "office.yml")"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab's address in a folder with one notebook, and the folder."""
    need("chromium")
    place = tmp_path_factory.mktemp("form")
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(CELL)],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}},
    )
    nbformat.write(notebook, place / "form.ipynb")
    port = free_port()
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", f"--ServerApp.port={port}",
        f"--IdentityProvider.token={TOKEN}", "--ServerApp.ip=127.0.0.1",
        *(["--allow-root"] if os.geteuid() == 0 else []),
    ]  # fmt: skip
    log = (place / "log").open("w")
    environment = os.environ | {"HOME": str(place), "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(command, cwd=place, env=environment, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/api?token={TOKEN}", server, place / "log")
        yield address, place
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def page(browser, lab):
    """The notebook with the form; the keyboard's focus is on the first field."""
    address, folder = lab
    (folder / "office.yml").unlink(missing_ok=True)
    page = browser.new_page(viewport={"width": 1200, "height": 1600}, locale="en-US")
    page.goto(f"{address}/lab/tree/form.ipynb?token={TOKEN}&reset")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=90_000)
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Shift+Enter")
    page.get_by_role("button", name="Save", exact=True).wait_for(timeout=90_000)
    page.get_by_label("Name", exact=False).first.focus()
    yield page
    page.close()


def label(page) -> str:
    """What a screen reader says of the control that has the focus."""
    return page.evaluate(
        """() => {
            const element = document.activeElement;
            const group = element.closest("[role=radiogroup]");
            const title = group?.getAttribute("aria-labelledby");
            if (title) return document.getElementById(title).innerText;
            const label = document.querySelector(`label[for="${element.id}"]`);
            return label && element.id ? label.innerText : element.innerText;
        }"""
    )


def press(page, key: str, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press(key)


def type_in(page, starts: str, text: str) -> None:
    """Type into the control that has the focus, whose label must begin so, and go on."""
    assert label(page).startswith(starts), label(page)
    page.keyboard.type(text)
    press(page, "Tab")


def activate(page, starts: str) -> None:
    """Press the button that has the focus."""
    assert label(page).startswith(starts), label(page)
    press(page, "Space")


def wait_for_focus(page, starts: str) -> None:
    deadline = time.monotonic() + 30
    while not label(page).startswith(starts):
        assert time.monotonic() < deadline, label(page)
        page.wait_for_timeout(100)


def test_a_form_is_filled_in_and_saved_by_keyboard_alone(page, lab):
    _, folder = lab
    type_in(page, "Name", "Housing office")
    type_in(page, "Aims", "Advice\nClaims: the first reading")
    assert label(page).startswith("Opened on")
    page.keyboard.type("05041998")
    press(page, "Tab")
    while label(page).startswith("Opened on"):
        press(page, "Tab")
    assert label(page).startswith("Open to all")
    press(page, "Space")
    press(page, "Tab")
    assert label(page).startswith("Main channel")
    press(page, "Space")
    press(page, "ArrowDown")
    press(page, "ArrowUp")
    press(page, "Tab")
    type_in(page, "Share served", "0.75")
    type_in(page, "Budget", "1250000.5")
    type_in(page, "Main desk · Desk", "Entrance")
    type_in(page, "Main desk · People a day", "120")
    type_in(page, "Main desk · Hours", "Monday 8 to 12")
    for number, (name, people, hours) in enumerate(
        [("Claims", "40", "Tuesday\nFriday"), ("Appeals", "3", "Friday")], 1
    ):
        activate(page, "Add an entry: Desks")
        wait_for_focus(page, f"Desks {number} · Desk")
        type_in(page, f"Desks {number} · Desk", name)
        type_in(page, f"Desks {number} · People a day", people)
        type_in(page, f"Desks {number} · Hours", hours)
        assert label(page) == f"Remove: Desks {number}"
        press(page, "Tab")
    press(page, "Tab")
    activate(page, "Add an entry: Desks elsewhere")
    wait_for_focus(page, "Desks elsewhere 1: its name")
    look(page, "form")
    while label(page) != "Save":
        press(page, "Tab")
    activate(page, "Save")
    page.get_by_text("Saved in office.yml").wait_for(timeout=30_000)
    look(page, "form-saved")
    saved = Office.read(folder / "office.yml")
    whole = Office.from_yaml(OFFICE)
    for name in ("name", "aims", "opened_on", "is_public", "channel", "share", "budget",
                 "main_desk", "desks"):  # fmt: skip
        assert getattr(saved, name) == getattr(whole, name), name


def test_a_fault_leads_to_its_field_and_says_what_is_wrong_there(page):
    while not label(page).startswith("Still to do"):
        press(page, "Tab")
    activate(page, "Still to do")
    wait_for_focus(page, "“Name” is still blank")
    press(page, "Tab", 4)
    activate(page, "“Main channel” is still blank")
    wait_for_focus(page, "Main channel")
    assert "Main channel is still blank" in label(page)
    look(page, "form-faults")


def test_keys_in_the_form_do_not_reach_the_notebook(page):
    """In a notebook, the letters a and b add cells, and two times d deletes one."""
    while not label(page).startswith("Main channel"):
        press(page, "Tab")
    before = page.locator(".jp-Cell").count()
    for key in ("a", "b", "d", "d", "y", "ArrowDown", "ArrowUp"):
        press(page, key)
    while label(page) != "Save":
        press(page, "Tab")
    for key in ("a", "b", "d", "d", "x"):
        press(page, key)
    page.wait_for_timeout(500)
    assert page.locator(".jp-Cell").count() == before
    assert label(page) == "Save"
