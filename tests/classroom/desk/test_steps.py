"""The five steps from the desk, the counts of what arrived, and who is missing."""

from __future__ import annotations

import asyncio
import os
import sys
import time

import pytest

from autograder.reasons import reason
from autograder.records import ATTENTION_NEEDED, Result
from classroom.desk.class_progress import read_class
from classroom.desk.jobs import Jobs, StepJob
from classroom.desk.step import COLLECT, GRADE, GRADE_AGAIN, RELEASE, perform
from classroom.hub import steps
from course.language import MARKER
from tests.classroom.desk.class_of_notes import NAME, ROSTER, hand_in, in_inbound

LANGUAGES, RELEASED, HANDED_IN, COLLECTED, GRADED, WAITS, ATTENTION, RETURNED = range(8)


def counts(page, language: str = "All") -> list[str]:
    """The row of a language in the table of assignments."""
    return next(row for row in page.rows() if row[0] == language)


def start(browser, step: str, **values: str):
    """Press a step's button, and wait until nothing runs any more."""
    page = browser.open("/")
    page = browser.send(page, f"form[aria-label='Steps: {NAME}']", step=step, **values)
    for _ in range(600):
        if not page.html.select("[data-refresh]"):
            return page
        time.sleep(0.1)
        page = browser.open("/")
    raise AssertionError(page.text)


def test_counts_say_what_arrived_at_each_step(course, desk):
    browser = desk.browser()
    page = browser.open("/")
    assert "Not released yet." in page.text
    assert [b["value"] for b in page.html.select("button[name=step]")] == ["release"]
    page = start(browser, "release")
    assert "released in: English, Français" in page.text
    assert counts(page, "English")[RELEASED : HANDED_IN + 1] == ["yes", "0"]
    assert counts(page, "Français")[RELEASED] == "yes"
    in_inbound(course, "awa", "fr")
    in_inbound(course, "bea")
    page = browser.open("/")
    assert counts(page, "Français")[HANDED_IN:GRADED] == ["1", "0"]
    assert counts(page)[HANDED_IN:GRADED] == ["2", "0"]
    page = start(browser, "collect")
    assert "2 handed in: 2 new" in page.text
    assert counts(page)[HANDED_IN : GRADED + 1] == ["2", "2", "0"]


@pytest.mark.slow
def test_grading_and_feedback_run_from_the_desk_until_it_has_arrived(course, desk):
    browser = desk.browser()
    in_inbound(course, "awa", "fr")
    for step in ("release", "collect", "grade"):
        page = start(browser, step)
    # The notebook is as it was released: nothing waits, and the note has no points.
    assert counts(page)[COLLECTED:] == ["1", "1", "0", "0", "0"]
    page = start(browser, "feedback")
    assert "1 feedback pages" in page.text and counts(page)[RETURNED] == "0"
    page = start(browser, "return")
    assert counts(page, "Français")[RETURNED] == "1"
    # A page that was written again since has not arrived.
    written = course / "feedback" / "awa" / NAME / f"{NAME}.html"
    written.write_text(written.read_text() + " ")
    assert counts(browser.open("/"))[RETURNED] == "0"


def test_the_lines_of_the_steps_are_in_the_language_of_the_desk(course):
    (course / "roster.csv").write_text(ROSTER)
    in_inbound(course, "awa", "fr")
    said: list[str] = []
    for step in (RELEASE, COLLECT):
        assert perform(course, step, NAME, "fr", lambda **told: said.append(told["line"]))
    assert said[0] == "publié en\N{NO-BREAK SPACE}: English, Français"
    assert "Travaux remis\N{NO-BREAK SPACE}: 1" in "".join(said)
    assert "par langue\N{NO-BREAK SPACE}: Français 1" in said
    assert said[-1].startswith("travaux non remis (3 sur 4)")


BROKEN = reason("attention-ours", cell="imports", error="No module named 'helper'")
STOPPED = reason("attention-stopped", cell="loop", seconds=125)


def graded_as(monkeypatch, results: list[Result], error: type[BaseException] | None = None):
    """Let grading have these results, and perhaps end by an error after them."""

    def grade(folder, assignment, *, force, progress):
        for result in results:
            progress(result, 9)
        if error:
            raise error
        return results

    monkeypatch.setattr("classroom.desk.step.grade", grade)


def test_the_instructor_s_own_broken_cells_are_said_once_for_the_class(course, monkeypatch):
    graded_as(
        monkeypatch,
        [
            Result("cho", ATTENTION_NEEDED, cpu=0.1, reasons=[BROKEN, STOPPED]),
            Result("ann", ATTENTION_NEEDED, cpu=0.1, reasons=[BROKEN]),
            Result("bob", ATTENTION_NEEDED, cpu=0.1, reasons=[BROKEN]),
        ],
    )
    told: list[dict] = []
    assert not perform(course, GRADE, NAME, "fr", lambda **each: told.append(each))
    assert [each["progress"] for each in told if "progress" in each] == [[1, 9], [2, 9], [3, 9]]
    lines = [each["line"] for each in told if "line" in each]
    assert ["« imports »" in line for line in lines] == [False, False, True, False]
    assert lines[1].endswith("publiez ici la version corrigée, puis notez de nouveau.")
    assert [line.split(":")[0] for line in lines[3:]] == ["cho"] and "125" in lines[3]


def test_a_cell_of_the_instructor_s_that_stops_for_some_is_said_of_each(course, monkeypatch):
    results = [Result("ann", ATTENTION_NEEDED, cpu=0.1, reasons=[BROKEN]), Result("bob", "graded")]
    results[1].cpu = 0.1
    graded_as(monkeypatch, results)
    lines: list[str] = []
    perform(course, GRADE, NAME, "en", lambda **each: lines.append(each.get("line", "")))
    assert "1 graded, 1 needs attention" in lines
    assert lines[-1].startswith("ann: The cell “imports”, which is the instructor's, stopped")


def test_what_was_found_is_said_too_of_grading_that_is_stopped(course, monkeypatch):
    found = [Result("ann", ATTENTION_NEEDED, cpu=0.1, reasons=[STOPPED])]
    graded_as(monkeypatch, found, KeyboardInterrupt)
    lines: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        perform(course, GRADE, NAME, "en", lambda **each: lines.append(each.get("line", "")))
    assert lines[-1] == "ann: The cell “loop” was stopped after 125 seconds."


def test_work_that_was_handed_in_again_is_not_graded_yet(course, desk):
    hand_in(course, "awa")
    browser = desk.browser()
    assert counts(browser.open("/"))[GRADED:ATTENTION] == ["1", "1"]
    (course / "submitted" / "awa" / NAME / "timestamp.txt").write_text("2026-11-28 09:00:00 UTC")
    assert counts(browser.open("/"))[COLLECTED:ATTENTION] == ["1", "0", "0"]


def test_the_error_of_a_step_is_shown_in_full_and_plainly(course, desk):
    page = start(desk.browser(), "release")
    page = start(desk.browser(), "grade")
    assert "Grade: ps1 – failed" in page.text
    assert f"nobody has handed in {NAME} (in {course}/submitted/*/{NAME}); call first" in page.text
    (course / "nbgrader_config.py").open("a").write('\nc.Exchange.root = "/proc/nowhere"\n')
    assert "no exchange: /proc/nowhere is not a folder" in desk.browser().open("/").text
    page = start(desk.browser(), "release")
    assert "Release: ps1 – failed" in page.text and "/proc/nowhere" in page.text
    assert "Traceback" not in page.text


def test_steps_run_one_at_a_time_and_one_twice_started_runs_once(desk):
    browser = desk.browser()
    page = browser.open("/")
    form = f"form[aria-label='Steps: {NAME}']"
    for step in ("release", "collect", "release", "collect"):
        browser.send(page, form, step=step)
    assert len(list(desk.desk.jobs)) == 2
    running = set()
    for _ in range(600):
        states = [job.state for job in desk.desk.jobs]
        running.add(states.count("running"))
        if all(job.is_over for job in desk.desk.jobs):
            break
        time.sleep(0.05)
    assert running <= {0, 1} and [job.state for job in desk.desk.jobs] == ["done", "done"]
    first, second = sorted(desk.desk.jobs, key=lambda job: job.id)
    assert first.ended <= second.started


def test_a_release_is_repeated_only_after_a_question(desk):
    browser = desk.browser()
    start(browser, "release")
    asked = start(browser, "release")
    assert "This assignment is released already" in asked.text
    assert len(list(desk.desk.jobs)) == 1
    page = browser.send(asked, "main form")
    while page.html.select("[data-refresh]"):
        time.sleep(0.1)
        page = browser.open("/")
    assert "Release again" in page.text
    assert sorted((job.step, job.state) for job in desk.desk.jobs) == [
        ("release", "done"), ("release-again", "done"),
    ]  # fmt: skip


@pytest.mark.parametrize("after", [0.0, 0.2])
def test_a_step_can_be_stopped_running_or_waiting(desk, after):
    """Also in its first seconds, before its Python can say that it was stopped."""
    browser = desk.browser()
    form = f"form[aria-label='Steps: {NAME}']"
    for step in ("release", "collect"):
        page = browser.send(browser.open("/"), form, step=step)
    time.sleep(after)
    for button in page.html.select("input[name=job]"):
        browser.send(page, f"form:has(input[name=job][value='{button['value']}'])")
    for _ in range(200):
        if all(job.is_over for job in desk.desk.jobs):
            break
        time.sleep(0.05)
    assert [job.state for job in desk.desk.jobs] == ["stopped", "stopped"]
    assert [line for job in desk.desk.jobs for line, wrong in job.lines if wrong] == []
    assert "Release: ps1 – stopped" in browser.open("/").text


DEAF = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print('{"log": "deaf"}', flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("when", ["while it runs", "while it is being started"])
def test_a_step_that_does_not_heed_the_signal_is_killed_with_its_children(
    course, monkeypatch, when
):
    start = asyncio.create_subprocess_exec
    jobs = Jobs(course)

    async def deaf(*_, **options):
        if when == "while it is being started":
            jobs.stop(1)
        return await start(sys.executable, "-c", DEAF, **options)

    async def run() -> float:
        working = asyncio.create_task(jobs.run())
        job = jobs.start("grade", NAME, "prof", "en")
        while not job.log and not job.stopping:
            await asyncio.sleep(0.02)
        asked = time.monotonic()
        jobs.stop(job.id)
        while not job.is_over:
            await asyncio.sleep(0.02)
        working.cancel()
        assert (job.state, job.lines) == ("stopped", [])
        return time.monotonic() - asked

    monkeypatch.setattr("classroom.desk.jobs.STOP_SECONDS", 1.0)
    monkeypatch.setattr(asyncio, "create_subprocess_exec", deaf)
    # Sixty seconds, if its children could hold the desk.
    assert asyncio.run(run()) < 30


def test_a_step_that_ends_by_another_s_signal_has_failed(course, monkeypatch):
    start = asyncio.create_subprocess_exec
    dying = "import os; os.kill(os.getpid(), 15)"
    monkeypatch.setattr(
        asyncio,
        "create_subprocess_exec",
        lambda *_, **options: start(sys.executable, "-c", dying, **options),
    )

    async def run() -> StepJob:
        jobs = Jobs(course)
        working = asyncio.create_task(jobs.run())
        job = jobs.start("grade", NAME, "prof", "en")
        while not job.is_over:
            await asyncio.sleep(0.02)
        working.cancel()
        return job

    job = asyncio.run(run())
    assert (job.state, job.lines) == (
        "failed",
        [("the process of this step has ended (SIGTERM)", True)],
    )


def test_feedback_is_not_returned_by_one_click_while_notes_are_unread(course, desk):
    hand_in(course, "awa")
    browser = desk.browser()
    page = browser.send(browser.open("/"), f"form[aria-label='Steps: {NAME}']", step="return")
    assert "nobody has read yet: 1" in page.text and list(desk.desk.jobs) == []
    browser.send(page, "main form")
    assert [job.step for job in desk.desk.jobs] == ["return"]


@pytest.mark.parametrize(
    ("step", "assignment"), [("delete", NAME), ("release", "../../x"), ("", "")]
)
def test_a_step_or_an_assignment_that_there_is_not_is_not_run(desk, step, assignment):
    browser = desk.browser()
    form = f"form[aria-label='Steps: {NAME}']"
    page = browser.send(browser.open("/"), form, step=step, assignment=assignment)
    assert page.status in (400, 404) and list(desk.desk.jobs) == []


# Who is missing


def test_who_is_missing_is_found_by_the_class_list_and_filtered(course, desk):
    (course / "roster.csv").write_text(ROSTER)
    hand_in(course, "awa", "fr")
    hand_in(course, "eve")
    in_inbound(course, "bea")
    browser = desk.browser()
    page = browser.open("/missing")
    assert page.rows() == [["chi", "Chi Obi", "", "English", "north"],
                           ["dan", "Dan Roe", "dan@example.org", "Français", "south"]]  # fmt: skip
    assert "Not handed in: 2 of 4" in page.text
    assert page.html.find("a", string="Write an e-mail to all of them")["href"] == (
        "mailto:?bcc=dan@example.org"
    )
    assert page.text.endswith("Handed in, and not in the class list eve")
    assert [row[0] for row in browser.open("/missing?lang=fr").rows()] == ["dan"]
    assert [row[0] for row in browser.open("/missing?cohort=north").rows()] == ["chi"]


def test_without_a_class_list_the_page_says_how_to_enter_one(desk):
    assert "ai4gov roster class.csv" in desk.browser().open("/missing").text


def test_a_fault_in_the_class_list_is_named(course, desk):
    (course / "roster.csv").write_text("name\nAwa\n")
    page = desk.browser().open("/missing")
    assert page.status == 200 and "no column “id” in its first line" in page.text


# What learners put where it is counted


def hostile_markers(course):
    """Language files that are no text, a link, a pipe, or too long."""
    for student in ("awa", "bea", "chi", "dan"):
        hand_in(course, student)
        (course / "submitted" / student / NAME / MARKER).unlink(missing_ok=True)
    folder = course / "submitted"
    (folder / "awa" / NAME / MARKER).write_bytes(b"\xff\x00klingon")
    os.mkfifo(folder / "bea" / NAME / MARKER)
    (folder / "chi" / NAME / MARKER).symlink_to("/dev/zero")
    (folder / "dan" / NAME / MARKER).write_text("fr" * 1_000_000)


def test_a_language_file_that_names_no_language_counts_as_english(course):
    hostile_markers(course)
    standing = read_class(course).standing(NAME)
    assert standing.count("handed_in", "en") == 4


def test_collecting_gets_past_such_language_files(course):
    steps.release(course, NAME)
    in_inbound(course, "awa")
    (course.parent / "exchange/small/inbound").joinpath(
        f"bea+{NAME}+2026-11-28 09:00:00 UTC+eA"
    ).mkdir()
    folder = next((course.parent / "exchange/small/inbound").glob("awa+*"))
    (folder / MARKER).write_text("klingon")
    done = steps.collect(course, NAME)
    assert any("English" in line for line in done.lines)


@pytest.mark.parametrize("name", ["", "+", "x", "+ps1+", "a+ps1", "a+b+c+d+e+f", "<b>+ps1+2+x"])
def test_folders_of_any_name_in_the_exchange_do_not_stop_the_desk(course, desk, name):
    steps.release(course, NAME)
    (course.parent / "exchange/small/inbound" / name).mkdir(exist_ok=True)
    page = desk.browser().open("/")
    assert page.status == 200 and not page.html.select("main b")


# As files


def test_the_desk_as_files_has_the_commands_and_needs_no_server(course, monkeypatch, capsys):
    from classroom.cli import main

    (course / "roster.csv").write_text(ROSTER)
    hand_in(course, "awa", "fr")
    monkeypatch.chdir(course)
    assert main(["desk", "--out", "pages", "--lang", "fr"]) == 0
    assert capsys.readouterr().out.split() == ["pages/index.html", "pages/missing.html"]
    index = (course / "pages" / "index.html").read_text(encoding="utf-8")
    assert f"ai4gov grade {NAME}" in index and "<form" not in index and "<script" not in index
    assert 'href="missing.html"' in index and "Travaux remis" in index
    missing = (course / "pages" / "missing.html").read_text(encoding="utf-8")
    assert "Dan Roe" in missing and "Awa Diop" not in missing


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lang", "xx"], "no language 'xx'"),
        (["--port", "99999"], "is no port"),
        (["--out", "nbgrader_config.py/x"], "cannot be written"),
    ],
)
def test_a_wrong_call_is_refused_in_one_line(course, monkeypatch, capsys, arguments, said):
    from classroom.cli import main

    monkeypatch.chdir(course)
    try:
        status = main(["desk", *arguments])
    except SystemExit as exit:
        status = exit.code
    told = capsys.readouterr().err
    assert status == 2 and said in told and told.count("\n") == 1


def test_a_folder_without_a_course_is_refused(tmp_path, monkeypatch, capsys):
    from classroom.cli import main

    monkeypatch.chdir(tmp_path)
    assert main(["desk"]) == 2
    assert "no nbgrader course" in capsys.readouterr().err


# The report


def test_the_report_is_made_and_opened_from_the_desk(course, desk):
    hand_in(course, "awa")
    browser = desk.browser()
    page = browser.send(browser.open("/report"), "main form[action$=step]")
    for _ in range(300):
        page = browser.open("/report")
        if page.html.find("a", string=lambda text: text and "report.html" in text):
            break
        time.sleep(0.1)
    made = browser.open(page.link("report.html"))
    assert made.status == 200 and "Class report" in made.response.text
    assert made.response.headers["content-security-policy"].startswith("sandbox;")
    grades = browser.client.get("/report/grades.csv")
    assert "awa" in grades.text and "attachment" in grades.headers["content-disposition"]
    for name in ("../gradebook.db", "%2e%2e/gradebook.db", "none.html", "x.py"):
        assert browser.client.get(f"/report/{name}").status_code == 404


def test_what_is_graded_is_graded_again_only_after_a_question(course, desk):
    """Where something new was collected, the button grades that, without a question."""
    browser = desk.browser()
    for student in ("awa", "bea"):
        hand_in(course, student)
    page = browser.open("/")
    asked = browser.send(page, f"form[aria-label='Steps: {NAME}']", step="grade")
    assert "All that was collected is graded already" in asked.text
    assert not list(desk.desk.jobs)
    browser.send(asked, "main form")
    assert [job.step for job in desk.desk.jobs] == ["grade-again"]
    (course / "submitted" / "awa" / NAME / "timestamp.txt").write_text("2026-11-28 09:00:00 UTC")
    page = browser.open("/")
    browser.send(page, f"form[aria-label='Steps: {NAME}']", step="grade")
    assert sorted(job.step for job in desk.desk.jobs) == ["grade", "grade-again"]


@pytest.mark.slow
def test_grading_again_grades_what_is_unchanged(course):
    hand_in(course, "awa")
    said: list[str] = []
    for step in (GRADE, GRADE_AGAIN):
        perform(course, step, NAME, "en", lambda **told: said.append(told.get("line", "")))
    assert "1 unchanged" in said and "1 graded" in said
