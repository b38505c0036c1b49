"""A course with notes to read, made once and copied for each test, and its desk."""

import shutil

import pytest

from tests.desk import class_of_notes


@pytest.fixture(scope="session")
def made_course(tmp_path_factory):
    return class_of_notes.make(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def course(made_course, tmp_path):
    """A course whose exchange and home folders are the test's own."""
    shutil.copytree(made_course.parent, tmp_path / "place")
    copied = tmp_path / "place" / "course"
    config = copied / "nbgrader_config.py"
    config.write_text(config.read_text().replace(str(made_course.parent), str(copied.parent)))
    return copied


@pytest.fixture
def desk(course):
    with class_of_notes.serving(course) as server:
        yield server
