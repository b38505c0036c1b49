"""A course whose learners hand in the example project, with some changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from autograder.bounded import BoundedWorker
from classroom.project import gallery, hand_ins
from classroom.project.hand_ins import LAST
from classroom.project.rendering import PRELOAD

# The workers' fork server imports this: once it is imported here, a fork has it already.
from course.project import measuring  # noqa: F401

EXAMPLE = Path(__file__).parents[2] / "course" / "project" / "example"
CONFIG = 'c = get_config()\nc.CourseDirectory.course_id = "small"\n'


class Class:
    """The folder of a course, and what its learners hand in."""

    def __init__(self, folder: Path, gradebook: Path):
        shutil.copyfile(gradebook, folder / "gradebook.db")
        (folder / "nbgrader_config.py").write_text(CONFIG)
        self.folder = folder
        self.out = folder / "gallery"

    def hand_in(self, student: str, *changes: tuple[str, str], time: str = "09:00:00") -> Path:
        """Hand the example in with changes in team.yml; returns the folder of the project."""
        folder = self.folder / "submitted" / student / LAST
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(EXAMPLE, folder / "project")
        (folder / "timestamp.txt").write_text(f"2026-12-10 {time} UTC")
        change(folder / "project" / "team.yml", *changes)
        return folder / "project"

    def roster(self, **groups: str) -> None:
        """The class list: a group for each learner."""
        rows = [f"{student},{group}" for student, group in groups.items()]
        (self.folder / "roster.csv").write_text("\n".join(["id,group", *rows]) + "\n")

    def gallery(self) -> gallery.Gallery:
        return gallery.write_gallery(self.folder, self.out)

    @property
    def index(self) -> str:
        return (self.out / "index.html").read_text("utf-8")

    def pages(self) -> list[Path]:
        return sorted(self.out.glob("projects/*/*.html"))


def change(file: Path, *changes: tuple[str, str]) -> None:
    """Replace texts in a file; each must be there."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


@pytest.fixture(scope="session")
def gradebook(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("gradebook") / "gradebook.db"
    Gradebook(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def workers():
    """Worker processes for all galleries and forms: to start them takes more than a second."""
    made = BoundedWorker(preload=PRELOAD)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def kept_workers(workers, monkeypatch):
    """Lets each reader of hand-ins use the workers of the session, and leave them open."""

    class Kept:
        call = workers.call

        def close(self) -> None:
            pass

    monkeypatch.setattr(hand_ins, "BoundedWorker", lambda **_: Kept())


@pytest.fixture
def a_class(gradebook, tmp_path, monkeypatch) -> Class:
    folder = tmp_path / "course"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Class(folder, gradebook)
