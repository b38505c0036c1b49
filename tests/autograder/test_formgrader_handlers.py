"""formgrader in a notebook server, with submissions that would act in its pages or stop it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import requests
from nbformat.v4 import new_code_cell, new_output
from nbgrader.api import Gradebook

from tests.autograder import small_course
from tests.autograder.small_course import NAME
from tests.classroom.pages.test_feedback import PNG
from tests.course.content.notebooks import ROOT
from tests.system import need

TOKEN = "a-token-for-this-test"
SCRIPT = "<script>document.title = 'taken'; fetch('/api/contents')</script>"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg">{SCRIPT}</svg>'
XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{SCRIPT}</body></html>'
FILES = {
    "page.html": SCRIPT,
    "page.HTM": SCRIPT,
    "drawing.svg": SVG,
    "data.xml": SVG,
    "page.xhtml": XHTML,
    "style.xsl": SVG,
    "feed.rss": SVG,
    "page.shtml": SCRIPT,
    "notes.txt": SCRIPT,
    "table.csv": "a,b\n1,2\n",
    "unknown.kind": SCRIPT,
    "no_ending": SCRIPT,
}
CONFIG = """\
from autograder.settings import grading_settings
from classroom.settings import feedback_settings

c = get_config()
c.CourseDirectory.course_id = "small"
c.NbGraderAPI.timezone = "America/New_York"
c.merge(grading_settings())
c.merge(feedback_settings())
"""
WAIT = 120
"""Seconds: far more than anything here takes, also on a busy machine."""


class Site:
    """A running notebook server with formgrader for a small course."""

    def __init__(self, course: Path, address: str, process: int):
        self.course = course
        self.address = address
        self.process = process

    def get(self, path: str, **options) -> requests.Response:
        headers = {"Authorization": f"token {TOKEN}"}
        return requests.get(
            f"{self.address}/{path}",
            headers=headers,
            timeout=WAIT,
            allow_redirects=False,
            **options,
        )

    def submission(self, student: str) -> str:
        """The number under which formgrader shows a student's notebook."""
        with Gradebook(f"sqlite:///{self.course / 'gradebook.db'}", "small") as gradebook:
            return gradebook.find_submission_notebook(NAME, NAME, student).id

    def page(self, student: str) -> requests.Response:
        return self.get(f"formgrader/submissions/{self.submission(student)}/")

    def file(self, student: str, name: str) -> requests.Response:
        return self.get(f"formgrader/submissions/{self.submission(student)}/{name}")


def descendants(process: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    children = [
        int(child)
        for each in Path(f"/proc/{process}/task").glob("*/children")
        for child in each.read_text().split()
    ]
    return children + [each for child in children for each in descendants(child)]


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(site: Site, server: subprocess.Popen, log: Path) -> None:
    ends = time.monotonic() + WAIT
    while time.monotonic() < ends:
        assert server.poll() is None, log.read_text()
        try:
            if site.get("formgrader/api/status").status_code == 200:
                return
        except requests.exceptions.RequestException:
            time.sleep(0.2)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    place = tmp_path_factory.mktemp("formgrader")
    (place / "course").mkdir()
    course = small_course.make(place / "course")
    (course / "nbgrader_config.py").write_text(CONFIG)
    picture = new_output("display_data", {"image/png": PNG})
    cells = [small_course.written("I **would** not."), new_code_cell("1", outputs=[picture])]
    folder = small_course.graded(course, "ada", cells)
    for name, content in FILES.items():
        (folder / name).write_text(content)
    (folder / "picture.png").write_bytes(b64decode(PNG))
    port = free_port()
    command = [
        sys.executable, "-m", "jupyter_server", "--no-browser", f"--ServerApp.port={port}",
        "--ServerApp.ip=127.0.0.1", f"--IdentityProvider.token={TOKEN}",
        f"--ServerApp.root_dir={course}",
        "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
        *(["--allow-root"] if os.geteuid() == 0 else []),
    ]  # fmt: skip
    environment = os.environ | {"HOME": str(place), "PYTHONPATH": str(ROOT)}
    log = place / "log"
    with log.open("w") as file:
        server = subprocess.Popen(command, cwd=course, env=environment, stdout=file, stderr=file)
    try:
        found = Site(course, f"http://127.0.0.1:{port}", server.pid)
        wait_for(found, server, log)
        yield found
    finally:
        server.terminate()
        try:
            server.wait(WAIT)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


# Files of a submission


@pytest.mark.parametrize("name", FILES)
def test_no_file_of_a_submission_can_run_a_script_on_the_instructors_site(site, name):
    answer = site.file("ada", name)
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "sandbox" in [each.strip() for each in policy.split(";")]
    assert "allow-" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", [name for name in FILES if name[-3:] not in ("txt", "csv")])
def test_a_file_that_may_hold_a_script_is_downloaded_and_not_shown(site, name):
    assert site.file("ada", name).headers["Content-Disposition"] == "attachment"


@pytest.mark.parametrize(
    ("name", "kind"), [("notes.txt", "text/plain"), ("picture.png", "image/png")]
)
def test_pictures_and_text_of_a_submission_are_still_shown(site, name, kind):
    answer = site.file("ada", name)
    assert answer.headers["Content-Type"].startswith(kind)
    assert "Content-Disposition" not in answer.headers


def test_formgraders_own_pages_may_still_run_their_scripts(site):
    assert "sandbox" not in site.page("ada").headers["Content-Security-Policy"]


# The page of a submission


def hostile(site: Site, student: str, text: str) -> requests.Response:
    folder = small_course.graded(site.course, student, [])
    (folder / f"{NAME}.ipynb").write_text(text, encoding="utf-8")
    return site.page(student)


def notebook_with(metadata: str = "{}", source: str = '"I **would** not."') -> str:
    """A graded notebook as JSON, without making an object of what is put into it."""
    marks = json.dumps(small_course.written("")["metadata"]["nbgrader"])
    cell = f'"cell_type":"markdown","id":"a","metadata":{{"nbgrader":{marks},"x":{metadata}}}'
    cells = f'[{{{cell},"source":{source}}}]'
    return f'{{"cells":{cells},"metadata":{{}},"nbformat":4,"nbformat_minor":5}}'


def test_formgrader_shows_a_submission_with_its_pictures_and_its_field_for_points(site):
    answer = site.page("ada")
    assert answer.status_code == 200
    assert "<strong>would</strong>" in answer.text and PNG in answer.text
    assert 'id="reflection"' in answer.text and 'id="reflection-comment"' in answer.text


def test_a_notebook_of_a_million_mappings_is_shown_and_formgrader_goes_on(site):
    answer = hostile(site, "million", notebook_with("[" + ",".join(["{}"] * 1_000_000) + "]"))
    assert answer.status_code == 200
    assert "<strong>would</strong>" in answer.text and 'id="reflection"' in answer.text
    assert site.page("ada").status_code == 200


@pytest.mark.parametrize("depth", [600, 900])
def test_a_deep_notebook_is_shown(site, depth):
    answer = hostile(site, f"deep-{depth}", notebook_with("[" * depth + "]" * depth))
    assert answer.status_code == 200
    assert "<strong>would</strong>" in answer.text


def test_a_notebook_of_60_MB_is_shown_in_part(site):
    answer = hostile(site, "large", notebook_with(source='"' + "word " * 12_000_000 + '"'))
    assert answer.status_code == 200
    assert len(answer.content) < 10_000_000
    assert 'id="reflection"' in answer.text


UNREADABLE = {
    "too-deep": notebook_with("[" * 200_000 + "]" * 200_000),
    "no-json": "{",
    "no-notebook": "[1, 2, 3]",
    "no-cells": '{"cells": {"a": 1}, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    "half-a-cell": '{"cells": [{}, 1], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    "not-utf-8": '{"cells": [], "metadata": {"\udcff": 1}}',
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_notebook_that_cannot_be_read_says_so_on_its_page_with_the_way_to_the_next(site, kind):
    folder = small_course.graded(site.course, kind, [])
    text = UNREADABLE[kind].encode(errors="surrogateescape")
    (folder / f"{NAME}.ipynb").write_bytes(text)
    answer = site.page(kind)
    assert answer.status_code == 200
    assert "This notebook cannot be shown here" in answer.text
    assert "Next" in answer.text


def test_a_notebook_that_is_a_pipe_says_so(site):
    path = small_course.graded(site.course, "pipe", []) / f"{NAME}.ipynb"
    path.unlink()
    os.mkfifo(path)
    assert "is not an ordinary file" in site.page("pipe").text


def test_formgrader_answers_others_while_a_notebook_is_read(site):
    """Workers are stopped, so that reading lasts until they go on."""
    site.page("ada")
    workers = descendants(site.process)
    assert workers
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    try:
        with ThreadPoolExecutor(1) as pool:
            page = pool.submit(site.page, "ada")
            # Its request is sent before or after this one; neither may wait for the workers.
            while not page.running():
                time.sleep(0.01)
            for _ in range(20):
                assert site.get("formgrader/api/status").status_code == 200
            assert not page.done()
            for worker in workers:
                os.kill(worker, signal.SIGCONT)
            assert "<strong>would</strong>" in page.result().text
    finally:
        for worker in workers:
            os.kill(worker, signal.SIGCONT)


def test_a_submission_that_is_unknown_is_404_as_before(site):
    assert site.get("formgrader/submissions/0123456789abcdef/").status_code == 404


def test_the_page_of_a_submission_is_for_the_instructor_only(site):
    answer = requests.get(
        f"{site.address}/formgrader/submissions/{site.submission('ada')}/",
        timeout=WAIT, allow_redirects=False,
    )  # fmt: skip
    assert answer.status_code in (302, 403)
    assert "would" not in answer.text


# The list of submissions

TIMES = {
    "no-date": b"abc",
    "digits": b"1" * 1_000_000,
    "bytes": b"\xff\xfe\x00",
    "empty": b"",
    "first-year": b"0001-01-01 00:00:00 UTC",
    "last-year": b"9999-12-31 23:59:59 UTC",
    "huge": b"99999999999999999999",
    "zone": b"2026-01-01 00:00:00 99999999999",
}


@pytest.fixture(scope="module")
def with_times(site):
    handed_in = TIMES | {"good": b"2026-03-01 12:00:00 UTC"}
    for student, content in handed_in.items():
        folder = site.course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        (folder / "timestamp.txt").write_bytes(content)
    folder = site.course / "submitted" / "pipe" / NAME
    folder.mkdir(parents=True)
    os.mkfifo(folder / "timestamp.txt")
    return site


def test_manage_submissions_lists_the_class_whatever_stands_in_a_timestamp(with_times):
    answer = with_times.get(f"formgrader/api/submissions/{NAME}")
    assert answer.status_code == 200
    listed = {each["student"]: each for each in answer.json()}
    assert {*TIMES, "pipe", "good"} <= set(listed)
    assert listed["good"]["timestamp"] == "2026-03-01T12:00:00"
    assert listed["good"]["display_timestamp"] == "2026-03-01 07:00:00 EST"
    assert {listed[student]["timestamp"] for student in (*TIMES, "pipe")} <= {
        None, "9999-12-31T23:59:59",
    }  # fmt: skip


@pytest.mark.parametrize("student", [*TIMES, "pipe"])
def test_one_submission_is_told_whatever_stands_in_its_timestamp(with_times, student):
    answer = with_times.get(f"formgrader/api/submission/{NAME}/{student}")
    assert answer.status_code == 200
    assert answer.json()["student"] == student


# In a browser


def test_nothing_handed_in_runs_in_the_instructors_browser(site):
    need("chromium")
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = chromium.new_page(extra_http_headers={"Authorization": f"token {TOKEN}"})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        base = f"{site.address}/formgrader/submissions/{site.submission('ada')}"
        for name in FILES:
            try:
                page.goto(f"{base}/{name}")
            except Error as error:
                assert "Download is starting" in str(error), name
            assert page.title() != "taken", name
        assert not [url for url in asked if "/api/contents" in url]
        page.goto(f"{base}/")
        width = (
            "async url => {const i = new Image(); i.src = url; await i.decode(); return i.width}"
        )
        assert page.evaluate(width, f"{base}/picture.png") > 0
        chromium.close()
