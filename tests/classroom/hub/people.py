"""Learners and instructors in a browser, on the real hub of these tests."""

from __future__ import annotations

import re
import subprocess
import time

from classroom.demo import fill
from tests.classroom.hub.real_hub import PASSWORD, SLUG
from tests.course.content.notebooks import solutions
from tests.journeys.test_browser import look


class Person:
    """Somebody at a browser of their own, logged in to the hub."""

    def __init__(self, browser, hub, name: str):
        self.hub, self.name = hub, name
        self.page = browser.new_context(viewport={"width": 1300, "height": 1000}).new_page()
        # Without `next`, the hub starts a server for whoever logs in.
        self.page.goto(f"{hub.address}/hub/login?next=%2Fhub%2Fhome")
        self.page.fill("#username_input", name)
        self.page.fill("#password_input", PASSWORD)
        self.page.click("#login_submit")
        self.page.wait_for_load_state()

    def open_start_page(self) -> None:
        """Have the hub start the server, and wait for the page that it leads to."""
        self.page.goto(f"{self.hub.address}/hub/spawn")
        # The address ends with a question mark where the login was done before.
        self.page.wait_for_url(re.compile(r"/ai4gov/start\.html"), timeout=240_000)
        self.page.get_by_role("heading", level=1).wait_for(timeout=30_000)

    def open_lab(self) -> None:
        self.open_start_page()
        look(self.page, f"hub-start-{self.name}")
        self.first_seen = self.page.locator("html").get_attribute("lang")
        self.page.goto(f"{self.hub.address}/user/{self.name}/lab")
        self.page.locator("#jp-main-dock-panel").wait_for(timeout=90_000)

    def stop_server(self) -> None:
        """Press the hub's own button."""
        self.page.goto(f"{self.hub.address}/hub/home")
        self.page.locator("#stop").click()
        self.page.locator("#start", has_text="Start My Server").wait_for(timeout=60_000)

    def status(self, path: str) -> int:
        return self.page.goto(f"{self.hub.address}{path}").status

    def assignments(self):
        """Open nbgrader's list of assignments in a new tab of JupyterLab, or renew it."""
        panel = self.page.locator("#nbgrader-assignment-list")
        if not panel.count():
            self.page.keyboard.press("Escape")
            self.page.locator(".lm-MenuBar-itemLabel", has_text="Nbgrader").click()
            self.page.locator(".lm-Menu-itemLabel", has_text="Assignment List").click()
            panel.wait_for(timeout=30_000)
        return panel

    def fetch(self, folder: str = SLUG) -> None:
        """Press the button "Fetch", and wait until the folder is listed as fetched."""
        panel = self.assignments()
        panel.get_by_role("button", name="Fetch", exact=True).click(timeout=30_000)
        fetched = panel.locator("#fetched_assignments_list > .list_item")
        fetched.get_by_text(folder, exact=True).first.wait_for(timeout=60_000)

    def submit(self, folder: str = SLUG) -> None:
        """Hand in a folder, and wait until it is listed as handed in."""
        panel = self.assignments()
        row = panel.locator("#fetched_assignments_list > .list_item").filter(
            has=self.page.get_by_text(folder, exact=True)
        )
        row.get_by_role("button", name="Submit", exact=True).click()
        panel.locator("#submitted_assignments_list .list_item").first.wait_for(timeout=60_000)

    def feedback(self) -> str:
        """Fetch the feedback, and return the page that comes."""
        self.page.reload()
        self.page.locator("#jp-main-dock-panel").wait_for(timeout=90_000)
        self.assignments().get_by_role("button", name="Fetch Feedback").first.click(timeout=60_000)
        return read_feedback(self.hub, self.name)


def read_feedback(hub, name: str) -> str:
    """The one feedback page in a learner's folder, as soon as it is there."""
    until = time.monotonic() + 60
    while True:
        pages = list((hub.home(name) / SLUG / "feedback").rglob("*.html"))
        if pages or time.monotonic() > until:
            (page,) = pages
            return page.read_text(encoding="utf-8")
        time.sleep(0.3)


def work(hub, name: str, folder: str = SLUG) -> None:
    """Fill in the right answers, as the learner."""
    notebook = hub.home(name) / folder / f"{SLUG}.ipynb"
    owner = notebook.stat()
    fill(notebook, solutions(SLUG))
    subprocess.run(["chown", f"{owner.st_uid}:{owner.st_gid}", str(notebook)], check=True)
