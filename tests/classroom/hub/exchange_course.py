"""A course with one assignment in four languages, a learner's home, and an exchange between."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from traitlets.config import Config

from classroom.hub.exchange import exchange_settings
from course.language import LANGUAGES

SLUG = "01-tiny"


class Course:
    """An instructor's course and a learner's home, with one exchange between them."""

    def __init__(self, place: Path):
        self.exchange = place / "exchange"
        self.exchange.mkdir()
        self.exchange.chmod(0o1777)
        self.root = place / "course"
        self.home = place / "home"
        self.home.mkdir()
        for lang in LANGUAGES:
            folder = self.root / "release" / lang / SLUG
            folder.mkdir(parents=True)
            notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(lang)])
            nbformat.write(notebook, folder / f"{SLUG}.ipynb")
            if lang != "en":
                (folder / "language.txt").write_text(lang)

    def call(self, step: str, name: str = "", course: str = "tiny", **settings: object):
        """Run a step of nbgrader's exchange as its commands do, and return what it returns."""
        c = Config()
        c.Exchange.root = str(self.exchange)
        c.Exchange.assignment_dir = str(self.home)
        c.Exchange.cache = str(self.home / "cache")
        c.CourseDirectory.root = str(self.root)
        c.CourseDirectory.course_id = course
        c.CourseDirectory.release_directory = "release/en"
        c.CourseDirectory.assignment_id = name
        c.ExchangeFactory.update(exchange_settings())
        folders = CourseDirectory(config=c)
        made = getattr(ExchangeFactory(config=c), step)(
            coursedir=folders, authenticator=Authenticator(config=c), config=c
        )
        for key, value in settings.items():
            setattr(made, key, value)
        return made.start()

    def release(self) -> None:
        self.call("ReleaseAssignment", SLUG)

    def fetch(self, name: str = SLUG) -> None:
        self.call("FetchAssignment", name)

    def submit(self, name: str = SLUG) -> None:
        self.call("Submit", name)

    def listed(self) -> dict[str, str]:
        """What a learner sees, as {name: status}."""
        return {each["assignment_id"]: each["status"] for each in self.call("List")}

    def text(self, folder: str) -> str:
        """The text of a notebook in the learner's home: the code of its language."""
        return nbformat.read(self.home / folder / f"{SLUG}.ipynb", 4).cells[0].source

    def outbound(self) -> set[str]:
        return {path.name for path in (self.exchange / "tiny" / "outbound").iterdir()}


def hand_in(course: Course, exchange_course: str, who: str, lang: str, time: str) -> Path:
    """Lay a submission where `nbgrader submit` lays it."""
    inbound = course.exchange / exchange_course / "inbound"
    inbound.mkdir(parents=True, exist_ok=True)
    stamp = f"2026-11-25 {time}:00.000000 UTC"
    folder = inbound / f"{who}+{SLUG}+{stamp}+abc"
    folder.mkdir()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(lang)])
    nbformat.write(notebook, folder / f"{SLUG}.ipynb")
    (folder / "timestamp.txt").write_text(stamp)
    return folder
