"""Learners and their instructors on a real JupyterHub, in a real browser.

The tests that are called after a step try again what broke there when the course was first used on
a hub by somebody who had only its README.
"""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager

import nbformat
import pytest
from nbgrader.api import Gradebook

from course.checking.messages import general
from tests.classroom.hub.keyboard import InstructorAtKeyboard, LearnerAtKeyboard
from tests.classroom.hub.people import Person, work
from tests.classroom.hub.real_hub import SLUG, Cohort, add_account, real_hub, write_roster
from tests.journeys.test_browser import browser, look

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

__all__ = ["browser"]

AWA, ZE, PROF = "ai4gov-t-awa", "ai4gov-t-ze", "ai4gov-t-prof"
JOAO = "ai4gov-t-joao"
NOTE = 37
"""The place of the note in the notebook of SLUG, counted from 0."""
OTHER, OTHER_PROF = "ai4gov-t-ana", "ai4gov-t-olu"


@pytest.fixture(scope="module")
def hub():
    first = Cohort("ai4gov", "ai4gov-t-grader", PROF, {AWA: "fr", ZE: "pt", JOAO: "en"})
    second = Cohort("ai4gov-2027", "ai4gov-t-second", OTHER_PROF, {OTHER: "en"})
    with real_hub([first, second]) as hub:
        hub.ai4gov("ai4gov", "release", SLUG)
        yield hub


@pytest.fixture(scope="module")
def awa(browser, hub):
    """A learner who has handed in and has used nothing but the keyboard."""
    awa = LearnerAtKeyboard(browser, hub, AWA)
    awa.log_in()
    awa.first_seen = awa.page.locator("html").get_attribute("lang")
    awa.choose_language("English", "en")
    awa.choose_language("Français", "fr")
    awa.open_lesson()
    awa.fill_form()
    awa.fetch()
    awa.open_assignment(SLUG)
    awa.said = awa.answer()
    awa.write_note(NOTE, "Madame la ministre, cette note est écrite au clavier.")
    awa.hand_in()
    look(awa.page, "hub-keyboard-learner")
    return awa


@pytest.fixture(scope="module")
def ze(browser, hub):
    """A learner who has handed in, with the mouse."""
    ze = Person(browser, hub, ZE)
    ze.open_lab()
    ze.fetch()
    look(ze.page, f"hub-fetched-{ZE}")
    work(hub, ZE)
    ze.submit()
    return ze


@pytest.fixture(scope="module")
def learners(awa, ze):
    return {AWA: awa, ZE: ze}


@pytest.fixture(scope="module")
def prof(browser, hub, learners):
    """The instructor, from collecting to returning, with the keyboard only: `said` by step."""
    prof = InstructorAtKeyboard(browser, hub, PROF)
    prof.log_in()
    prof.said = {name: prof.step(name) for name in ("Collect", "Grade")}
    prof.read_notes(2)
    prof.open_assignments()
    prof.said |= {name: prof.step(name) for name in ("Write feedback", "Return feedback")}
    look(prof.page, "hub-desk")
    return prof


@pytest.fixture(scope="module")
def returned(prof):
    """What the desk has said of each step."""
    return prof.said


@pytest.fixture(scope="module")
def feedback(learners, returned):
    """The feedback pages that the two have fetched."""
    return {AWA: learners[AWA].read_feedback(), ZE: learners[ZE].feedback()}


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
def test_each_learner_reads_feedback_in_her_language(feedback, name, lang):
    assert f'<html lang="{lang}">' in feedback[name]
    assert general("state-right").read(lang) in feedback[name]
    assert "Read at the desk." in feedback[name]


def test_a_learner_walks_the_whole_way_with_the_keyboard_alone(hub, awa, feedback):
    assert general("state-right").read("fr") in awa.said
    brief = hub.home(AWA) / "fr" / "lessons" / "00-first-steps" / "service-brief.yml"
    assert "Guichet du logement" in brief.read_text(encoding="utf-8")
    assert "cette note est écrite au clavier" in feedback[AWA]


def test_an_instructor_walks_the_whole_way_with_the_keyboard_alone(hub, prof):
    with Gradebook(f"sqlite:///{hub.course('ai4gov') / 'gradebook.db'}") as gradebook:
        for name in (AWA, ZE):
            submitted = gradebook.find_submission_notebook(SLUG, SLUG, name)
            (note,) = [each for each in submitted.grades if each.name == "reflection"]
            assert (note.manual_score, note.needs_manual_grade) == (4, False)
    prof.open_assignments()
    prof.open_formgrader()


def test_a_learner_sees_no_tools_of_instructors(ze):
    page = ze.page
    page.keyboard.press("Escape")
    page.locator(".lm-MenuBar-itemLabel", has_text="Nbgrader").click()
    entries = page.locator(".lm-Menu .lm-Menu-itemLabel").all_inner_texts()
    page.keyboard.press("Escape")
    assert [each for each in entries if each] == ["Assignment List"]


def test_step_9_no_button_says_in_english_that_a_failed_check_passed(ze):
    """nbgrader's Validate, which stands beside each notebook of an unfolded assignment."""
    panel = ze.assignments()
    panel.locator(".assignment-notebooks-link").first.click()
    panel.locator(".nested_list_item a").first.wait_for()
    assert panel.locator("button", has_text="Validate").count() == 1
    assert not panel.locator("button", has_text="Validate").is_visible()


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


def test_somebody_in_no_class_list_cannot_log_in(browser, hub):
    name = "ai4gov-t-guest"
    add_account(name)
    try:
        guest = Person(browser, hub, name)
        assert "you are in no class list of this course" in guest.page.inner_text("body")
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


# Step 2: the exchange


@contextmanager
def broken_exchange(hub, how: str):
    """The exchange as it is where nobody has made it, or where root has made it for itself."""
    aside = hub.place / "aside"
    if how == "missing":
        hub.exchange.rename(aside)
    else:
        hub.exchange.chmod(0o755)
    try:
        yield
    finally:
        if how == "missing":
            aside.rename(hub.exchange)
        hub.exchange.chmod(0o1777)


@pytest.mark.parametrize(("how", "command"), [("missing", "release"), ("closed", "collect")])
def test_step_2_an_exchange_that_nobody_can_write_is_refused_with_the_command_that_mends_it(
    hub, how, command
):
    with broken_exchange(hub, how):
        done = hub.call("ai4gov-2027", "classroom.cli", command, SLUG)
    assert done.returncode == 2
    (line,) = [each for each in done.stderr.splitlines() if each]
    assert line.endswith(f"as root, call: install -d -m 1777 {hub.exchange}")


def test_step_2_a_learner_of_a_class_without_releases_sees_no_error_of_the_exchange(
    browser, hub, learners
):
    ana = Person(browser, hub, OTHER)
    ana.open_lab()
    panel = ana.assignments()
    panel.locator("#released_assignments_list_placeholder, .list_placeholder").first.wait_for()
    assert panel.get_by_text(SLUG).count() == 0
    assert panel.get_by_text("exchange directory").count() == 0


# Steps 4 and 12: an assignment that the gradebook does not know


@pytest.fixture
def unknown(hub):
    """The other class's course, with release/ as it is committed and without a gradebook."""
    folder = hub.course("ai4gov-2027")
    (folder / "gradebook.db").unlink(missing_ok=True)
    for name in ("submitted", "autograded"):
        shutil.rmtree(folder / name, ignore_errors=True)
    assert (folder / "release" / "en" / SLUG).is_dir()
    return folder


def known(folder) -> list[str]:
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        return [each.name for each in gradebook.assignments]


def test_step_4_nbgrader_generates_an_assignment_whose_release_is_there_already(hub, unknown):
    done = hub.call("ai4gov-2027", "nbgrader", "generate_assignment", SLUG)
    assert done.returncode == 0 and "Skipping" not in done.stderr
    assert known(unknown) == [SLUG]


def test_step_12_grading_an_assignment_that_the_gradebook_does_not_know_grades_it(hub, unknown):
    handed_in = unknown / "submitted" / OTHER / SLUG
    shutil.copytree(unknown / "release" / "en" / SLUG, handed_in)
    subprocess.run(["chown", "-R", "--reference", unknown, unknown / "submitted"], check=True)
    said = hub.ai4gov("ai4gov-2027", "grade", SLUG)
    assert "1 graded" in said, said
    assert known(unknown) == [SLUG]


# Steps 7b, 14 and 17: a learner in the wrong language, and formgrader's buttons


@pytest.fixture(scope="module")
def joao(browser, hub, returned):
    """Fetches in English, is then entered in the class list with Portuguese, and hands that in."""
    joao = Person(browser, hub, JOAO)
    joao.open_lab()
    joao.fetch()
    cohort = hub.cohorts["ai4gov"]
    cohort.learners[JOAO] = "pt"
    write_roster(hub, cohort)
    joao.stop_server()
    joao.open_lab()
    joao.fetch(f"{SLUG}.pt")
    look(joao.page, "hub-second-language")
    work(hub, JOAO, f"{SLUG}.pt")
    joao.submit(f"{SLUG}.pt")
    return joao


@pytest.mark.weekly
def test_step_7b_a_learner_who_fetched_in_another_language_first_gets_her_own(hub, joao):
    languages = [
        nbformat.read(hub.home(JOAO) / folder / f"{SLUG}.ipynb", 4).cells[0].source.split()[1]
        for folder in (SLUG, f"{SLUG}.pt")
    ]
    assert languages == ["Measuring", "Medir"]


@pytest.fixture(scope="module")
def formgrader(browser, hub, joao):
    """The instructor in formgrader, who has collected and graded what is new."""
    prof = Person(browser, hub, PROF)
    open_formgrader(prof)
    press(prof.page, ".collect", f"Successfully collected submissions of '{SLUG}'")
    hub.ai4gov("ai4gov", "grade", SLUG)
    return prof


def open_formgrader(prof) -> None:
    prof.page.goto(f"{prof.hub.address}/services/ai4gov/formgrader")
    prof.page.get_by_text(SLUG).first.wait_for(timeout=60_000)


def press(page, button: str, answer: str) -> None:
    """Press a button of the assignment, read the answer, and close it."""
    page.locator(f"{button} a").first.click()
    page.get_by_text(answer).first.wait_for(timeout=120_000)
    page.get_by_role("button", name="OK").click()
    page.locator(".modal-backdrop").wait_for(state="detached")


@pytest.mark.weekly
def test_step_17_formgraders_button_returns_the_feedback_to_a_learner_of_another_language(
    hub, joao, formgrader
):
    open_formgrader(formgrader)
    page = formgrader.page
    press(page, ".generate-feedback", f"Successfully generated feedback of '{SLUG}'")
    press(page, ".release-feedback", f"Successfully released feedback of '{SLUG}'")
    look(page, "hub-formgrader")
    # nbgrader lays it below the name under which the work was handed in.
    text = joao.feedback()
    assert '<html lang="pt">' in text
    assert general("state-right").read("pt") in text


def test_step_14_formgraders_links_to_folders_lead_somewhere_in_a_tab_of_its_own(browser, hub):
    prof = Person(browser, hub, PROF)
    open_formgrader(prof)
    page = prof.page
    found = page.locator(".name a, .preview a").evaluate_all("links => links.map(a => a.href)")
    assert len(found) == 2
    for address in found:
        answer = page.goto(address)
        assert answer.status == 200 and "/services/ai4gov/tree/" in page.url


# Step 13: formgrader in JupyterLab


def test_step_13_jupyterlab_offers_no_formgrader_that_would_stay_blank(browser, hub):
    """Browsers refuse it in a frame; it has a tab of its own, which the hub's menu leads to."""
    prof = Person(browser, hub, PROF)
    prof.open_lab()
    page = prof.page
    page.locator(".lm-MenuBar-itemLabel", has_text="Nbgrader").click()
    entries = page.locator(".lm-Menu .lm-Menu-itemLabel").all_inner_texts()
    assert [each for each in entries if each] == ["Assignment List"]
    page.goto(f"{hub.address}/hub/home")
    page.get_by_text("Services", exact=True).click()
    links = page.locator(".dropdown-menu a").evaluate_all("links => links.map(a => a.href)")
    for name in ("ai4gov", "ai4gov-desk"):
        assert f"{hub.address}/services/{name}/" in links
    answer = page.goto(f"{hub.address}/services/ai4gov/")
    assert answer.status == 200
    page.get_by_text("Manage Assignments").first.wait_for()
