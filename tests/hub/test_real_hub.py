"""Two learners and their instructor on a real JupyterHub, in a real browser."""

from __future__ import annotations

import re
import subprocess

import nbformat
import pytest

from autograder.demo import fill
from course.checking.messages import general
from tests.content.notebooks import solutions
from tests.hub.real_hub import PASSWORD, SLUG, Cohort, real_hub
from tests.journeys.test_browser import browser, look

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

__all__ = ["browser"]

AWA, ZE, PROF = "ai4gov-t-awa", "ai4gov-t-ze", "ai4gov-t-prof"
OTHER, OTHER_PROF = "ai4gov-t-ana", "ai4gov-t-olu"


@pytest.fixture(scope="module")
def hub():
    first = Cohort("ai4gov", "ai4gov-t-grader", PROF, {AWA: "fr", ZE: "pt"})
    second = Cohort("ai4gov-2027", "ai4gov-t-second", OTHER_PROF, {OTHER: "en"})
    with real_hub([first, second]) as hub:
        hub.ai4gov("ai4gov", "release", SLUG)
        yield hub


class Person:
    """Somebody at a browser of their own, logged in to the hub."""

    def __init__(self, browser, hub, name: str):
        self.hub, self.name = hub, name
        self.page = browser.new_context(viewport={"width": 1300, "height": 1000}).new_page()
        self.page.goto(f"{hub.address}/hub/login")
        self.page.fill("#username_input", name)
        self.page.fill("#password_input", PASSWORD)
        self.page.click("#login_submit")
        self.page.wait_for_load_state()

    def open_lab(self) -> None:
        self.page.goto(f"{self.hub.address}/hub/spawn")
        # The address ends with a question mark where the login was done before.
        self.page.wait_for_url(re.compile(r"/ai4gov/start\.html"), timeout=240_000)
        self.page.get_by_role("heading", level=1).wait_for(timeout=30_000)
        look(self.page, f"hub-start-{self.name}")
        self.first_seen = self.page.locator("html").get_attribute("lang")
        self.page.goto(f"{self.hub.address}/user/{self.name}/lab")
        self.page.locator("#jp-main-dock-panel").wait_for(timeout=90_000)

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


@pytest.fixture(scope="module")
def learners(browser, hub):
    """The two learners, who have fetched, worked and handed in."""
    people = {name: Person(browser, hub, name) for name in (AWA, ZE)}
    for name, person in people.items():
        person.open_lab()
        panel = person.assignments()
        panel.get_by_role("button", name="Fetch", exact=True).click(timeout=30_000)
        panel.get_by_role("button", name="Submit", exact=True).wait_for(timeout=60_000)
        look(person.page, f"hub-fetched-{name}")
        work(hub, name)
        panel.get_by_role("button", name="Submit", exact=True).click()
        panel.locator("#submitted_assignments_list .list_item").first.wait_for(timeout=60_000)
    return people


def work(hub, name: str) -> None:
    """Fill in the right answers, as the learner."""
    notebook = hub.home(name) / SLUG / f"{SLUG}.ipynb"
    owner = notebook.stat()
    fill(notebook, solutions(SLUG))
    subprocess.run(["chown", f"{owner.st_uid}:{owner.st_gid}", str(notebook)], check=True)


class Desk:
    """The instructor at the desk."""

    def __init__(self, person: Person):
        self.page = person.page
        self.address = f"{person.hub.address}/services/ai4gov-desk/"

    def step(self, name: str) -> str:
        """Press a button of the assignment, and wait for the step's last line."""
        self.page.goto(self.address)
        self.page.get_by_role("button", name=f"{name}: {SLUG}").click()
        job = self.page.locator("#work .job").first
        for _ in range(240):
            if self.page.locator("#work .job.running, #work .job.waiting").count() == 0:
                break
            self.page.wait_for_timeout(500)
            self.page.goto(self.address)
        return job.inner_text()

    def read_notes(self) -> None:
        """Give each note two of its four points, and a comment."""
        self.page.goto(f"{self.address}read")
        self.page.get_by_text("Start to read").click()
        for _ in (AWA, ZE):
            self.page.locator("#tick-0").wait_for()
            self.page.keyboard.press("1")
            self.page.keyboard.press("2")
            self.page.keyboard.press("c")
            self.page.keyboard.type("Read at the desk.")
            look(self.page, "hub-desk-note")
            self.page.keyboard.press("Control+Enter")
            self.page.wait_for_load_state()
        self.page.get_by_text("All of these notes are read.").wait_for()


@pytest.fixture(scope="module")
def returned(browser, hub, learners):
    """What the desk says of each step, from collecting to returning."""
    desk = Desk(Person(browser, hub, PROF))
    said = {name: desk.step(name) for name in ("Collect", "Grade")}
    desk.read_notes()
    said |= {name: desk.step(name) for name in ("Write feedback", "Return feedback")}
    look(desk.page, "hub-desk")
    return said


@pytest.mark.parametrize(("name", "lang"), [(AWA, "fr"), (ZE, "pt")])
def test_each_learner_has_fetched_in_the_language_of_the_class_list(hub, learners, name, lang):
    folder = hub.home(name) / SLUG
    assert (folder / "language.txt").read_text().strip() == lang
    title = nbformat.read(folder / f"{SLUG}.ipynb", 4).cells[0].source
    assert {"fr": "Mesurer", "pt": "Medir"}[lang] in title


@pytest.mark.parametrize(("name", "lang"), [(AWA, "fr"), (ZE, "pt")])
def test_each_learner_first_sees_the_start_page_in_her_language(learners, name, lang):
    assert learners[name].first_seen == lang
    assert (learners[name].hub.home(name) / lang / "lessons").is_dir()


def test_the_instructor_is_told_what_arrived(returned):
    assert "2 handed in: 2 new" in returned["Collect"]
    assert "Français 1" in returned["Collect"]
    assert "Português 1" in returned["Collect"]
    assert "2 graded" in returned["Grade"]
    assert "2 of 2 feedback pages" in returned["Return feedback"]


@pytest.mark.parametrize(("name", "lang"), [(AWA, "fr"), (ZE, "pt")])
def test_each_learner_reads_feedback_in_her_language(hub, learners, returned, name, lang):
    person = learners[name]
    person.page.reload()
    person.page.locator("#jp-main-dock-panel").wait_for(timeout=90_000)
    panel = person.assignments()
    panel.get_by_role("button", name="Fetch Feedback").first.click(timeout=60_000)
    feedback = hub.home(name) / SLUG / "feedback"
    for _ in range(60):
        pages = list(feedback.rglob("*.html"))
        if pages:
            break
        person.page.wait_for_timeout(500)
    (page,) = pages
    text = page.read_text(encoding="utf-8")
    assert f'<html lang="{lang}">' in text
    assert general("state-right").read(lang) in text
    assert "Read at the desk." in text


def test_a_learner_sees_no_tools_of_instructors(learners):
    page = learners[AWA].page
    page.keyboard.press("Escape")
    page.locator(".lm-MenuBar-itemLabel", has_text="Nbgrader").click()
    entries = page.locator(".lm-Menu .lm-Menu-itemLabel").all_inner_texts()
    page.keyboard.press("Escape")
    assert [each for each in entries if each] == ["Assignment List"]
    assert not page.get_by_text("Validate", exact=True).locator("visible=true").count()


@pytest.mark.parametrize("path", ["ai4gov/formgrader", "ai4gov-desk/", "ai4gov-desk/read"])
def test_a_learner_is_refused_at_formgrader_and_at_the_desk(learners, path):
    page = learners[ZE].page.context.new_page()
    answer = page.goto(f"{learners[ZE].hub.address}/services/{path}")
    assert answer.status == 403
    page.close()


def test_instructors_open_their_own_cohort_s_pages_and_no_other(browser, hub):
    prof, other = Person(browser, hub, PROF), Person(browser, hub, OTHER_PROF)
    assert prof.status("/services/ai4gov/formgrader") == 200
    prof.page.get_by_text("Manage Assignments").first.wait_for()
    assert other.status("/services/ai4gov-2027/formgrader") == 200
    assert other.status("/services/ai4gov-2027-desk/") == 200
    for path in ("ai4gov-2027/formgrader", "ai4gov-2027-desk/"):
        assert prof.status(f"/services/{path}") == 403
    for path in ("ai4gov/formgrader", "ai4gov-desk/"):
        assert other.status(f"/services/{path}") == 403


def test_a_learner_of_another_cohort_is_offered_nothing_of_this_one(browser, hub, learners):
    ana = Person(browser, hub, OTHER)
    ana.open_lab()
    panel = ana.assignments()
    panel.locator("#released_assignments_list_placeholder, .list_placeholder").first.wait_for()
    assert panel.get_by_text(SLUG).count() == 0


def test_somebody_in_no_class_list_cannot_log_in(browser, hub):
    from tests.hub.real_hub import add_account

    name = "ai4gov-t-guest"
    add_account(name)
    try:
        guest = Person(browser, hub, name)
        assert guest.status("/hub/home") != 200 or "login" in guest.page.url
    finally:
        subprocess.run(["userdel", "--remove", name], capture_output=True)


@pytest.mark.parametrize("path", ["roster.csv", "gradebook.db", "source", "submitted"])
def test_a_learner_s_account_cannot_read_the_course(hub, learners, path):
    done = subprocess.run(
        ["runuser", "-u", AWA, "--", "ls", str(hub.course("ai4gov") / path)], capture_output=True
    )
    assert done.returncode != 0
    assert b"Permission denied" in done.stderr
