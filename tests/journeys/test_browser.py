"""A learner's first minutes, in a real browser: start, open the assignment, run it, read."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest

from course.checking.messages import general
from course.syllabus import modules
from tests.course.content.notebooks import ROOT, read
from tests.system import need

SLUG = "06-measuring-fairness"
TOKEN = "a-token-for-this-test"

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """`ai4gov start --lang fr` in a new folder: the server's address, and the folder."""
    need("chromium")
    with started(tmp_path_factory.mktemp("start"), "fr") as found:
        yield found


@contextmanager
def started(place: Path, lang: str) -> Iterator[tuple[str, Path]]:
    """`ai4gov start` with a home and a working folder in `place`: its address, and the folder."""
    port = free_port()
    command = [
        sys.executable, "-m", "classroom.cli", "start", "--lang", lang,
        "--dir", str(place / "work"),
        "--no-browser", "--", f"--ServerApp.port={port}", f"--IdentityProvider.token={TOKEN}",
        "--ServerApp.ip=127.0.0.1", *(["--allow-root"] if os.geteuid() == 0 else []),
    ]  # fmt: skip
    log = (place / "log").open("w")
    environment = os.environ | {"HOME": str(place), "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(command, cwd=place, env=environment, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/api?token={TOKEN}", server, place / "log")
        yield address, place / "work"
    finally:
        server.terminate()
        server.wait(20)


def wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(120):
        assert server.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium that asks nothing of the outside world."""
    need("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                  "--disable-background-networking", "--disable-component-update",
                  "--disable-sync"],
        )  # fmt: skip
        yield chromium
        chromium.close()


def look(page, name: str) -> None:
    """Keep a picture for people, when a folder for it is named."""
    folder = os.environ.get("AI4GOV_SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png")


def open_page(browser, lab, path: str, **settings):
    """A notebook as the start page opens it, with its kernel at rest."""
    address, _ = lab
    settings.setdefault("viewport", {"width": 1400, "height": 1600})
    page = browser.new_context(**settings).new_page()
    page.goto(f"{address}/notebooks/{path}?token={TOKEN}")
    page.wait_for_selector(".jp-Notebook", timeout=90_000)
    wait_until_idle(page, address, path)
    return page


def wait_until_idle(page, address: str, path: str) -> None:
    """Wait until the kernel of a notebook that is open is connected and at rest."""
    kernel = {}
    for _ in range(180):
        sessions = page.request.get(f"{address}/api/sessions").json()
        kernel = next((each["kernel"] for each in sessions if each["path"] == path), {})
        if kernel.get("connections") and kernel["execution_state"] == "idle":
            return
        page.wait_for_timeout(500)
    raise TimeoutError(f"the kernel is not at rest: {kernel}")


def scroll_until(page, found, count: int) -> None:
    """Scroll down until so many are there: cells are drawn when they come into view."""
    for _ in range(160):
        page.locator(".jp-Notebook .jp-WindowedPanel-outer, .jp-Notebook").first.evaluate(
            "element => element.scrollBy(0, 500)"
        )
        if found.count() >= count:
            return
        page.wait_for_timeout(500)


def run_all(page) -> None:
    """Run all cells, by the bar of the reading layout or else by Jupyter's own menu."""
    if page.locator(".ai4gov-bar").count():
        page.locator(".ai4gov-bar nav button").nth(1).click()
        return
    # The fourth menu, in every language.
    page.locator(".lm-MenuBar-item").nth(3).click()
    page.locator("[data-command='runmenu:run-all']").click()


def test_the_course_opens_on_its_start_page_in_french(browser, lab):
    address, _ = lab
    page = browser.new_page(viewport={"width": 1400, "height": 1300})
    page.goto(f"{address}/?token={TOKEN}")
    page.get_by_role("main").wait_for(timeout=90_000)
    look(page, "start")
    assert page.url.partition("?")[0] == f"{address}/ai4gov/start.html"
    # Before a route is chosen, the routes come first and the modules are behind a line.
    assert "Diriger une institution" in page.get_by_role("main").inner_text()
    page.get_by_text("Tous les modules").click()
    assert "Mesurer l’équité" in page.get_by_role("main").inner_text()


def test_the_start_notebook_links_to_each_module_in_french(browser, lab):
    page = open_page(browser, lab, "fr/start.ipynb")
    page.wait_for_selector(".jp-Notebook h1", timeout=90_000)
    assert "Mesurer l’équité" in page.inner_text(".jp-Notebook")
    # One link to each lesson, and two to each assignment: from its two times.
    links = sum(
        (not module.assignment_only) + 2 * (not module.lesson_only) for module in modules().values()
    )
    assert page.locator(".jp-Notebook a", has_text="min").count() == links
    assert page.locator(".jp-toast, .Toastify__toast").count() == 0


def test_the_french_assignment_runs_and_says_in_french_what_is_to_be_done(browser, lab):
    page = open_page(browser, lab, f"fr/{SLUG}/{SLUG}.ipynb")
    run_all(page)
    last = page.locator(".jp-OutputArea [lang=fr]")
    scroll_until(page, last, 11)
    texts = last.all_text_contents()
    look(page, "assignment")
    assert len(texts) == 11
    untouched = general("state-not-attempted").read("fr")
    assert untouched != general("state-not-attempted").read("en")
    assert all(untouched in text for text in texts)
    assert page.locator(".jp-OutputArea .jp-mod-error, [data-mime-type*=error]").count() == 0


def test_after_an_error_in_the_answer_cell_no_older_value_is_judged(browser, lab):
    """JupyterLab tells the kernel which cell has run, so the answer cell is known by its id."""
    _, work = lab
    folder = work / "fr" / SLUG
    notebook = read(folder / f"{SLUG}.ipynb")
    cells = {cell.id: cell for cell in notebook.cells}
    answer, check = cells["which-harm"], cells["check-which-harm"]
    name = re.search(r"\((?:.*), (\w+)\)", check.source)[1]
    answer.source = f"{name}s = equal-errors"
    earlier = nbformat.v4.new_code_cell(f'{name} = "anything"')
    notebook.cells = [cells["setup"], earlier, answer, check]
    nbformat.write(notebook, folder / "stopped.ipynb")

    page = open_page(browser, lab, f"fr/{SLUG}/stopped.ipynb")
    run_all(page)
    # JupyterLab runs no cell after one that failed.
    page.get_by_text("NameError").first.wait_for(timeout=90_000)
    page.locator(".jp-CodeCell").last.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    shown = page.locator(".jp-OutputArea [lang=fr]")
    shown.wait_for(timeout=90_000)
    look(page, "stopped")
    text = shown.inner_text()
    assert general("cell-stopped", reason="").read("fr").strip() in text
    assert "equal-errors" in text


def test_progress_is_recorded_once_for_all_languages(browser, lab):
    _, work = lab
    assert (work / "progress.json").is_file()
    assert not (work / "fr" / "progress.json").exists()
    assert not (work / "fr" / SLUG / "progress.json").exists()


def test_the_french_lesson_runs_with_its_figures_and_folded_code(browser, lab):
    page = open_page(browser, lab, f"fr/lessons/{SLUG}/{SLUG}.ipynb")
    run_all(page)
    figures = page.locator(".jp-OutputArea img[alt]")
    scroll_until(page, figures, 5)
    look(page, "lesson")
    alternatives = figures.evaluate_all("images => images.map(image => image.alt)")
    assert len(alternatives) == 5
    assert all(len(alt) > 60 for alt in alternatives)
