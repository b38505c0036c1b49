"""One school for all tests, since a key takes a while to make; each test gets a copy of it."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from classroom.credentials import key_pair
from classroom.credentials.issue import renew
from classroom.credentials.key_pair import KEY, School, make_keys
from tests.classroom.commands.conftest import Answer, ai4gov
from tests.classroom.credentials.school import NAME, SLUG, URL, Work, make_course

__all__ = ["ai4gov"]

CLASS = {
    SLUG: {
        "amina": Work(first="Amina", last="Diallo"),
        "bruno": Work(build=0.2, note=None, first="Bruno", last="Reis"),
        "chloe": Work(note=None, first="Chloé", last="Martin"),
        "dana": Work(decide=0.5, build=0.5, note=1.0),
    }
}


@pytest.fixture(autouse=True)
def quiet():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> tuple[School, Path]:
    """A school and the folder of a course, both to be copied."""
    place = tmp_path_factory.mktemp("credentials")
    with pytest.MonkeyPatch.context() as quicker:
        quicker.setattr(key_pair, "BITS", 2048)
        school = make_keys(place / "school", NAME, URL)
    renew(school)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        make_course(place / "course", CLASS)
    return school, place / "course"


@pytest.fixture
def school(made, tmp_path) -> School:
    """A school with a key, which has issued nothing yet."""
    folder = shutil.copytree(made[0].folder, tmp_path / "school")
    return School(folder, made[0].key, made[0].issuer)


@pytest.fixture
def course(made, tmp_path, monkeypatch) -> Path:
    """A course with a small class in its gradebook, in which the test stands."""
    folder = shutil.copytree(made[1], tmp_path / "course")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def certify(school, course, tmp_path, ai4gov) -> Callable[..., Answer]:
    """`certify("06-measuring-fairness")` calls the command with the school's key."""

    def call(*arguments: object) -> Answer:
        return ai4gov(
            "certify", *arguments, "--key", school.folder / KEY, "--out", tmp_path / "out"
        )

    return call


@pytest.fixture
def badge(certify, tmp_path) -> Path:
    """Amina's credential for the Decide strand."""
    assert certify(SLUG).status == 0
    return tmp_path / "out" / f"{SLUG}-decide-amina.jwt"
