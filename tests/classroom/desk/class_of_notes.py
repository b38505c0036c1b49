"""A small course with a class that wrote notes, and the desk's server for it."""

from __future__ import annotations

import asyncio
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import nbformat
from bs4 import BeautifulSoup
from nbformat.v4 import new_markdown_cell
from nbgrader.api import Gradebook
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from classroom.desk.application import application
from classroom.desk.handler import Desk
from tests.autograder import small_course
from tests.autograder.small_course import NAME, marks

TOKEN = "a-token-for-this-test"
SETTINGS = """
c.CourseDirectory.release_directory = "release/en"
c.Exchange.root = {exchange!r}
c.Exchange.assignment_dir = {home!r}
c.Exchange.cache = {home!r}
c.Execute.isolation = "none"
from classroom.hub.exchange import exchange_settings
from autograder.settings import grading_settings
c.ExchangeFactory.update(exchange_settings())
c.merge(grading_settings())
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
"""

TASKS = {
    "en": """## 2. A note to the mayor (4 points)

Write to the mayor. One point for each of these:

1. **Advice.** It says what to do.
2. **Number.** It gives *one* number.
3. **Limits.** It says what is not known.
4. **People.** It says who decides.
""",
    "fr": """## 2. Une note à la maire (4 points)

Écrivez à la maire. Chacun de ces éléments vaut un point :

1. **Conseil.** Elle dit ce qu’il faut faire.
2. **Nombre.** Elle donne *un* nombre.
3. **Limites.** Elle dit ce que l’on ne sait pas.
4. **Personnes.** Elle dit qui décide.
""",
}
ROSTER = """id,name,email,language,cohort
awa,Awa Diop,awa@example.org,fr,north
bea,Bea Ruiz,bea@example.org,en,south
chi,Chi Obi,,en,north
dan,Dan Roe,dan@example.org,fr,south
"""


def make(folder: Path) -> Path:
    """The course, without submissions: an assignment whose note has a rubric in two languages."""
    course = small_course.make(folder / "course")
    for name in ("exchange", "home"):
        (folder / name).mkdir()
    (folder / "exchange").chmod(0o1777)
    config = course / "nbgrader_config.py"
    settings = SETTINGS.format(exchange=str(folder / "exchange"), home=str(folder / "home"))
    config.write_text(config.read_text() + settings)
    released = nbformat.read(course / "release" / NAME / f"{NAME}.ipynb", as_version=4)
    shutil.rmtree(course / "release")
    place = next(n for n, cell in enumerate(released.cells) if cell.id == "reflection")
    for lang, task in TASKS.items():
        notebook = nbformat.from_dict(released)
        notebook.cells = [*released.cells]
        notebook.cells.insert(place, new_markdown_cell(task))
        target = course / "release" / lang / NAME
        target.mkdir(parents=True)
        nbformat.write(notebook, target / f"{NAME}.ipynb")
        if lang != "en":
            (target / "language.txt").write_text(lang)
    return course


def hand_in(course: Path, student: str, lang: str = "en", note: str = "My note.") -> None:
    """A graded submission whose note waits for a person."""
    cells = [
        small_course.answer("rate", "rate = 0.5"),
        small_course.written(note),
    ]
    folder = small_course.graded(course, student, cells, lang=lang, points={"check-rate": 2})
    (folder / "timestamp.txt").write_text("2026-11-27 10:00:00 UTC")
    if lang != "en":
        (folder / "language.txt").write_text(lang)
    shutil.copytree(folder, course / "submitted" / student / NAME)


def in_inbound(course: Path, student: str, lang: str = "en") -> Path:
    """A submission in the exchange, as `nbgrader submit` leaves it there."""
    inbound = course.parent / "exchange" / "small" / "inbound"
    folder = inbound / f"{student}+{NAME}+2026-11-28 09:00:00 UTC+c2VjcmV0"
    shutil.copytree(course / "release" / lang / NAME, folder)
    (folder / "timestamp.txt").write_text("2026-11-28 09:00:00 UTC")
    (folder / "submission_secret.txt").write_text("ab" * 64)
    return folder


def decision(course: Path, student: str) -> tuple[float | None, str | None, bool]:
    """What nbgrader's gradebook says of a student's note: points, comment, whether it waits."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "small") as gradebook:
        found = gradebook.find_submission_notebook(NAME, NAME, student)
        grade = next(each for each in found.grades if each.name == "reflection")
        comment = next(each for each in found.comments if each.name == "reflection")
        return grade.manual_score, comment.manual_comment, grade.needs_manual_grade


@dataclass
class Page:
    """A page as a browser without scripts sees it."""

    response: httpx.Response
    html: BeautifulSoup = field(init=False)

    def __post_init__(self) -> None:
        self.html = BeautifulSoup(self.response.text, "html.parser")

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def text(self) -> str:
        return " ".join(self.html.find("main").get_text(" ").split())

    def link(self, text: str) -> str:
        return next(a["href"] for a in self.html.find_all("a") if text in a.get_text())

    def rows(self) -> list[list[str]]:
        return [
            [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
            for row in self.html.select("tbody tr")
        ]


class Browser:
    """A browser without scripts: follows links, and sends forms with their hidden fields."""

    def __init__(self, address: str, **options: object):
        self.client = httpx.Client(base_url=address, follow_redirects=True, timeout=60, **options)

    def open(self, path: str) -> Page:
        return Page(self.client.get(path))

    def send(self, page: Page, form: str, **values: object) -> Page:
        """Send the form that a CSS selector finds, with these values in place of its own."""
        found = page.html.select_one(form)
        data = {each["name"]: each.get("value", "") for each in found.select("input[type=hidden]")}
        data |= {each["name"]: each.get_text() for each in found.select("textarea")}
        ticked = [each["value"] for each in found.select("input[name=tick][checked]")]
        target = found.get("action") or str(page.response.url)
        return Page(self.client.post(target, data={"tick": ticked} | data | values))


@dataclass
class Server:
    """A running desk."""

    address: str
    desk: Desk

    def browser(self, **options: object) -> Browser:
        made = Browser(self.address, **options)
        # The page that takes least time.
        assert made.open(f"/report?token={TOKEN}").status == 200
        return made


@contextmanager
def serving(course: Path, lang: str = "en", **options: object) -> Iterator[Server]:
    """Serve the desk of a course in a thread, at a free port."""
    started, ended = threading.Event(), threading.Event()
    made: dict[str, object] = {}

    async def run() -> None:
        desk = Desk(course, "small", lang)
        sockets = bind_sockets(0, "127.0.0.1")
        port = sockets[0].getsockname()[1]
        access = options or {"token": TOKEN, "port": port}
        server = HTTPServer(application(desk, **access))
        server.add_sockets(sockets)
        made.update(address=f"http://127.0.0.1:{port}", desk=desk)
        jobs = asyncio.ensure_future(desk.jobs.run())
        started.set()
        while not ended.is_set():
            await asyncio.sleep(0.02)
        jobs.cancel()
        await asyncio.gather(jobs, return_exceptions=True)
        server.stop()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    try:
        assert started.wait(20)
        yield Server(str(made["address"]), made["desk"])
    finally:
        ended.set()
        thread.join(20)


def nonce(page: Page) -> str:
    return re.findall(r"'nonce-([^']+)'", page.response.headers["content-security-policy"])[0]


__all__ = ["NAME", "marks"]
