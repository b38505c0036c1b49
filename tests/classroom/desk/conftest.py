"""A course with notes to read, made once and copied for each test, and its desk."""

import shutil
from pathlib import Path

import pytest

from tests.classroom.desk import class_of_notes


@pytest.fixture(scope="session")
def made_course(tmp_path_factory):
    return class_of_notes.make(tmp_path_factory.mktemp("desk"))


def copy_of(made_course: Path, place: Path) -> Path:
    """A course whose exchange and home folders are its own."""
    shutil.copytree(made_course.parent, place)
    config = place / "course" / "nbgrader_config.py"
    config.write_text(config.read_text().replace(str(made_course.parent), str(place)))
    return place / "course"


@pytest.fixture
def course(made_course, tmp_path):
    return copy_of(made_course, tmp_path / "place")


@pytest.fixture
def desk(course):
    with class_of_notes.serving(course) as server:
        yield server
