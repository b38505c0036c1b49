"""A learner's data is deleted on request, and nobody else's."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from nbgrader.utils import notebook_hash

from autograder.errors import CourseError
from autograder.grading.course import Course
from autograder.hub.configure import Cohort
from autograder.hub.forget import forget, forget_in_course, forget_in_exchange
from autograder.pages.report.write import write_report
from tests.autograder.small_course import NAME, answer, check_cell, graded, make, outcome, written

COHORT = "small"
LEARNERS = ("awa", "awa2", "bo", "cy", "dina", "edo")
POINTS = {"check-rate": 2, "check-count": 3}


class Place:
    """A server's folders with one cohort, whose learners have all handed in."""

    def __init__(self, place: Path):
        self.place = place
        self.course = place / "cohorts" / COHORT
        self.exchange = place / "exchange"
        self.settings = place / "etc"
        self.cohort = Cohort(COHORT, str(self.course), "nobody", ["prof"])

    def make(self) -> None:
        self.course.mkdir(parents=True)
        make(self.course)
        (self.settings / "cohorts").mkdir(parents=True)
        lines = [f"{each},,,en," for each in LEARNERS]
        (self.course / "roster.csv").write_text(
            "\n".join(["id,name,email,language,cohort", *lines]) + "\n"
        )
        (self.course / "attention").mkdir()
        (self.course / "attention" / f"{NAME}.json").write_text(
            json.dumps({each: [{"code": "attention-time"}] for each in ("awa", "bo")})
        )
        for each in LEARNERS:
            self._hand_in(each)

    def describe(self) -> None:
        """Write the file that tells the hub of the cohort."""
        (self.settings / "cohorts" / f"{COHORT}.yml").write_text(
            yaml.safe_dump(
                {
                    "course_id": COHORT,
                    "folder": str(self.course),
                    "account": "nobody",
                    "instructors": ["prof"],
                }
            )
        )

    def _hand_in(self, login: str) -> None:
        cells = [
            answer("rate", f"rate = 0.5  # {login}-wrote-this"),
            check_cell("rate", "...", 2, outcome("rate", "right", "state-right", 2, 2, "")),
            written(f"{login}-wrote-this"),
        ]
        graded(self.course, login, cells, points=POINTS, read=3, comment=f"for-{login}")
        for step in ("submitted", "feedback"):
            folder = self.course / step / login / NAME
            folder.mkdir(parents=True)
            (folder / "submission_secret.txt").write_text(f"secret of {login}")
            (folder / f"{NAME}.{'ipynb' if step == 'submitted' else 'html'}").write_text(login)
        inbound = self.exchange / COHORT / "inbound" / f"{login}+{NAME}+2026-01-01 UTC+x7"
        inbound.mkdir(parents=True)
        (inbound / "submission_secret.txt").write_text(f"secret of {login}")
        (inbound / f"{NAME}.ipynb").write_text(login)
        self.page(login).parent.mkdir(exist_ok=True)
        self.page(login).write_text(login)

    def page(self, login: str) -> Path:
        """Where nbgrader lays a released feedback page."""
        name = notebook_hash(secret=f"secret of {login}", notebook_id=NAME)
        return self.exchange / COHORT / "feedback" / f"{name}.html"

    def forget(self, login: str, delete: bool = True):
        return forget([self.cohort], self.exchange, login, delete=delete)

    def files(self) -> dict[str, bytes]:
        """All files with their content; the gradebook as the rows that it holds."""
        found = {
            str(path.relative_to(self.place)): path.read_bytes()
            for path in self.place.rglob("*")
            if path.is_file() and path.name != "gradebook.db"
        }
        database = sqlite3.connect(self.course / "gradebook.db")
        return found | {"gradebook": "\n".join(database.iterdump()).encode()}

    def points(self) -> dict[str, float]:
        with Course.open(self.course).gradebook() as gradebook:
            return {each.id: each.score for each in gradebook.students}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "place"
    Place(folder).make()
    return folder


@pytest.fixture
def place(made, tmp_path):
    found = Place(Path(shutil.copytree(made, tmp_path / "place")))
    found.describe()
    return found


def test_nothing_that_the_learner_wrote_or_got_is_left(place):
    write_report(place.course, place.course / "report", "fr")
    place.forget("awa")
    left = {
        name
        for name, content in place.files().items()
        if "awa+" in name
        or "/awa/" in name
        or any(word in content for word in (b"awa-wrote-this", b"for-awa'", b'"awa"', b"awa,"))
    }
    assert left == set()
    assert not place.page("awa").exists()
    assert b"awa-wrote-this" not in (place.course / "gradebook.db").read_bytes()


def test_the_others_keep_their_work_points_and_pages(place):
    before, points = place.files(), place.points()
    place.forget("awa")
    after = place.files()
    assert place.points() == {name: each for name, each in points.items() if name != "awa"}
    for other in ("awa2", "bo"):
        mine = {name for name in before if f"/{other}/" in name or f"/{other}+" in name}
        assert len(mine) == 7
        assert all(after[name] == before[name] for name in mine)
        assert place.page(other).is_file()
    attention = json.loads((place.course / "attention" / f"{NAME}.json").read_text())
    assert set(attention) == {"bo"}


def test_without_delete_it_says_the_same_and_changes_nothing(place):
    before = place.files()
    said = place.forget("awa", delete=False)[COHORT].deleted
    assert place.files() == before
    assert said == place.forget("awa")[COHORT].deleted
    # Handed in, its released page, class list, three folders, attention, gradebook.
    assert len(said) == 8


def test_the_class_s_statistics_stay_without_names(place):
    place.forget("awa")
    (kept,) = (place.course / "statistics").iterdir()
    rows = kept.read_text()
    assert f'"{NAME}","{NAME}","count","3","6"' in rows
    assert not any(f'"{name}"' in rows for name in LEARNERS)


def test_statistics_of_four_learners_are_not_kept(place):
    for login in ("edo", "dina"):
        shutil.rmtree(place.course / "autograded" / login)
    said = place.forget("cy")[COHORT].kept
    assert said == ["no statistics: fewer than 5 learners were graded"]
    assert not (place.course / "statistics").exists()


def test_the_report_of_the_class_is_written_anew_in_its_language(place):
    write_report(place.course, place.course / "report", "fr")
    place.forget("awa")
    page = (place.course / "report" / "report.html").read_text()
    assert '<html lang="fr"' in page
    grades = (place.course / "report" / "grades.csv").read_text()
    assert '"bo"' in grades


def test_a_second_call_finds_nothing(place):
    place.forget("awa")
    before = place.files()
    assert place.forget("awa") == {}
    assert place.files() == before


def test_a_call_that_was_cut_off_can_be_repeated(place, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("autograder.hub.forget._forget_in_gradebook", stop)
        with pytest.raises(KeyboardInterrupt):
            place.forget("awa")
    place.forget("awa")
    assert "awa" not in place.points()


def test_what_a_learner_s_link_leads_to_is_not_deleted(place, tmp_path):
    target = tmp_path / "target"
    target.mkdir()
    (target / "submission_secret.txt").write_text("secret of bo")
    (target / f"{NAME}.ipynb").write_text("not the learner's")
    inbound = place.exchange / COHORT / "inbound"
    (inbound / f"awa+{NAME}+2026-01-02 UTC+y8").symlink_to(target)
    (inbound / f"awa+{NAME}+2026-01-01 UTC+x7" / "link").symlink_to(target)
    place.forget("awa")
    assert (target / f"{NAME}.ipynb").read_text() == "not the learner's"
    assert [path.name for path in inbound.iterdir() if path.name.startswith("awa+")] == []


def test_handed_in_in_an_earlier_exchange_of_one_language_is_deleted_too(place):
    earlier = place.exchange / f"{COHORT}-fr" / "inbound" / f"awa+{NAME}+2025-01-01 UTC+z9"
    earlier.mkdir(parents=True)
    place.forget("awa")
    assert not earlier.exists()


@pytest.mark.parametrize("login", ["", "..", "a/b", "*", "awa+x", "a\nb"])
def test_a_name_that_is_no_learner_s_is_refused(place, login):
    with pytest.raises(CourseError, match="cannot be a learner's name"):
        forget_in_course(place.course, login, delete=True)
    with pytest.raises(CourseError, match="cannot be a learner's name"):
        forget_in_exchange(place.exchange, place.cohort, login, delete=True)


def test_it_waits_for_no_grading(place):
    import fcntl

    folder = os.open(place.course, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    with pytest.raises(CourseError, match="is being graded"):
        forget_in_course(place.course, "awa", delete=True)
    os.close(folder)
    assert "awa" in place.points()


def command(place: Place, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "autograder.cli", "hub", "forget", *arguments,
         "--place", str(place.place), "--settings", str(place.settings)],
        capture_output=True,
        text=True,
    )  # fmt: skip


def test_the_command_deletes_with_yes_only_and_says_what_stays(place):
    if os.geteuid() != 0:
        pytest.skip("the command deletes what learners own, so it must be called by root")
    before = place.files()
    said = command(place, "awa")
    assert said.returncode == 0, said.stderr
    assert place.files() == before
    assert "would delete: awa in the gradebook, with points and comments of 1 submission" in (
        said.stdout
    )
    assert "Nothing was changed. To delete, call again with --yes." in said.stdout
    said = command(place, "awa", "--yes")
    assert "ai4gov certify --revoke" in said.stdout
    assert "Delete User" in said.stdout
    assert "awa" not in place.points()
