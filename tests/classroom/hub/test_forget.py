"""A learner's data is deleted on request, and nobody else's."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from nbgrader.plugins import CsvExportPlugin
from nbgrader.utils import notebook_hash

from autograder.errors import CourseError
from autograder.grading.course import Course
from autograder.reasons import readable_json
from classroom.hub.configure import Cohort
from classroom.hub.forget import forget, forget_in_course, forget_in_exchange
from classroom.hub.groups import is_copy
from classroom.hub.removal import count_files, remove
from classroom.pages.report.write import write_report
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

    def make(self, learners: tuple[str, ...] = LEARNERS) -> None:
        self.course.mkdir(parents=True)
        make(self.course)
        (self.settings / "cohorts").mkdir(parents=True)
        lines = [f"{each},,,en,," for each in learners]
        (self.course / "roster.csv").write_text(
            "\n".join(["id,name,email,language,cohort,group", *lines]) + "\n"
        )
        (self.course / "attention").mkdir()
        (self.course / "attention" / f"{NAME}.json").write_bytes(
            readable_json(
                {each: [{"code": "attention-time"}] for each in ("awa", "bo") if each in learners}
            )
        )
        for each in learners:
            self._hand_in(each)

    def describe(self, cohort: str = COHORT, folder: Path | None = None) -> None:
        """Write the file that tells the hub of a cohort."""
        (self.settings / "cohorts" / f"{cohort}.yml").write_text(
            yaml.safe_dump(
                {
                    "course_id": cohort,
                    "folder": str(folder or self.course),
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


# What could be computed


def exported(course: Path) -> None:
    """Reports and tables that instructors make, in the course's folder."""
    write_report(course, course / "report", "fr")
    write_report(course, course / "exports" / "spring", "en")
    shutil.copy(course / "exports/spring/exercises.csv", course / "how-they-did.csv")
    with Course.open(course).gradebook() as gradebook:
        export = CsvExportPlugin(to=str(course / "grades.csv"), assignment=[], student=[])
        export.export(gradebook)


def comparable(place: Place) -> dict[str, object]:
    """All that is in a place, without the place's own path and without random numbers."""
    found: dict[str, object] = {
        name: content.replace(str(place.place).encode(), b"PLACE")
        for name, content in place.files().items()
    }
    rows = re.sub(rb"[0-9a-f]{32}", b"ID", found["gradebook"]).splitlines()
    return found | {"gradebook": sorted(rows)}


@pytest.fixture(scope="module")
def never(tmp_path_factory):
    """The same class, in which awa has never been."""
    found = Place(tmp_path_factory.mktemp("never") / "place")
    found.make(tuple(each for each in LEARNERS if each != "awa"))
    found.describe()
    exported(found.course)
    return found


def test_what_is_left_is_what_there_would_be_had_the_learner_never_been_there(place, never):
    """So nothing about her can be computed from it, by subtraction or otherwise."""
    exported(place.course)
    # As an earlier version left it when another learner was deleted.
    (place.course / "statistics").mkdir()
    shutil.copy(
        place.course / "report/exercises.csv",
        place.course / "statistics/exercises-2026-11-01.csv",
    )
    (place.course / ".nbgrader.log").write_text("[INFO] Autograding awa\nTraceback: rate = 0.5\n")
    (place.course / "notes.txt").write_text("Buy chalk.")
    (never.course / "notes.txt").write_text("Buy chalk.")
    before, without = comparable(place), comparable(never)
    table = f"cohorts/{COHORT}/report/exercises.csv"
    assert before[table] != without[table]
    place.forget("awa")
    after = comparable(place)
    assert {name for name in after if after[name] != without.get(name)} == set()
    # What is missing can be made again.
    assert {Path(name).parent.name for name in without.keys() - after.keys()} == {"spring", COHORT}
    assert f"cohorts/{COHORT}/notes.txt" in after and table in after


def test_statistics_of_an_earlier_version_go_with_whoever_is_deleted_next(place):
    (place.course / "statistics").mkdir()
    kept = place.course / "statistics" / "exercises-2026-11-01.csv"
    kept.write_text("assignment,exercise\n")
    place.forget("nobody")
    assert not kept.exists()


def test_files_that_instructors_wrote_about_the_learner_are_named_and_kept(place):
    files = {"talk.txt": "I met awa.", "marks.csv": "who,mark\nawa,3\n", "x.txt": "awake awa2"}
    for name, content in files.items():
        (place.course / name).write_text(content)
    (place.course / "credentials").mkdir()
    (place.course / "credentials" / f"{NAME}-decide-awa.jwt").write_text("encoded")
    said = "\n".join(place.forget("awa")[COHORT].kept)
    for name in ("talk.txt", "marks.csv", f"{NAME}-decide-awa.jwt"):
        assert f"{name}: look at it" in said
    assert "x.txt" not in said
    assert (place.course / "marks.csv").read_text() == files["marks.csv"]


def test_a_copy_of_the_hand_in_stays_with_the_group_and_does_not_say_whose_it_was(place):
    for step in ("submitted", "autograded"):
        (place.course / step / "bo" / NAME / ".copied-from").write_text("awa 2026-01-01 10:00:00\n")
    (place.course / "submitted" / "cy" / NAME / ".copied-from").write_text("bo 2026-01-01\n")
    done = place.forget("awa")[COHORT]
    assert any(line.startswith("2 copies of a hand-in of the group") for line in done.kept)
    for step in ("submitted", "autograded"):
        assert "awa" not in (place.course / step / "bo" / NAME / ".copied-from").read_text()
        assert is_copy(place.course / step / "bo" / NAME)
    assert (place.course / "submitted/cy" / NAME / ".copied-from").read_text() == "bo 2026-01-01\n"


def test_pages_are_found_though_a_notebook_was_handed_in_under_another_name(place):
    folder = next((place.exchange / COHORT / "inbound").glob("awa+*"))
    for each in (folder, place.course / "submitted" / "awa" / NAME):
        (each / f"{NAME}.ipynb").rename(each / "final.ipynb")
    place.forget("awa")
    assert not place.page("awa").exists()


# What stands in the way


def deep(folder: Path, depth: int = 1_500) -> None:
    """A folder with others in it, deeper than a path may be long."""
    folder.mkdir()
    here = os.open(folder, os.O_RDONLY)
    for number in range(depth):
        name = f"folder-{number}"
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("file", os.O_CREAT, dir_fd=here))
    os.close(here)


def test_a_deep_folder_of_another_account_in_the_exchange_stops_nothing(place):
    inbound = place.exchange / COHORT / "inbound"
    folder = inbound / f"awa+{NAME}+2026-01-01 UTC+deep"
    deep(folder)
    (folder / "closed").mkdir(mode=0)
    os.mkfifo(folder / "pipe")
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
    done = place.forget("awa")[COHORT]
    assert done.failed == []
    assert [path.name for path in inbound.iterdir() if path.name.startswith("awa+")] == []
    assert "awa" not in place.points()


def test_what_cannot_be_deleted_is_named_and_everything_else_is_deleted(place, monkeypatch):
    folder = place.course / "submitted" / "awa" / NAME
    (folder / "stuck").mkdir()
    (folder / "stuck" / "stone").write_text("")
    unlink = os.unlink

    def refuse(path, **options):
        if path == "stone":
            raise PermissionError(1, "Operation not permitted")
        unlink(path, **options)

    monkeypatch.setattr(os, "unlink", refuse)
    done = place.forget("awa")[COHORT]
    (line,) = done.failed
    assert "stuck" in line and "Operation not permitted" in line
    left = [path.name for path in (place.course / "submitted/awa").rglob("*") if path.is_file()]
    assert left == ["stone"]
    assert "awa" not in place.points() and not place.page("awa").exists()
    monkeypatch.undo()
    assert place.forget("awa")[COHORT].failed == []
    assert not (place.course / "submitted/awa").exists()


def test_a_hand_in_that_is_renamed_meanwhile_is_not_said_to_be_deleted(place, monkeypatch):
    (first,) = (place.exchange / COHORT / "inbound").glob("awa+*")

    def then_she_renames_it(path):
        found = count_files(path)
        if path == first:
            first.rename(f"{first}y")
        return found

    monkeypatch.setattr("classroom.hub.forget.count_files", then_she_renames_it)
    assert [line for line in place.forget("awa")[COHORT].failed if line.startswith(f"{first}y (")]
    monkeypatch.undo()
    assert place.forget("awa")[COHORT].failed == []
    assert not Path(f"{first}y").exists()


@pytest.mark.parametrize(("bound", "value"), [("MOST_ENTRIES", 10), ("MOST_SECONDS", -1)])
def test_a_folder_that_is_still_being_written_to_ends_in_a_line(
    tmp_path, monkeypatch, bound, value
):
    monkeypatch.setattr(f"classroom.hub.removal.{bound}", value)
    (tmp_path / "full").mkdir()
    for number in range(20):
        (tmp_path / "full" / str(number)).write_text("")
    (line,) = remove(tmp_path / "full")
    assert "still being written to" in line


def test_a_cohort_without_a_gradebook_and_a_faulty_one_do_not_keep_the_others_waiting(place):
    new, faulty = (place.place / "cohorts" / name for name in ("new", "faulty"))
    for folder in (new, faulty):
        folder.mkdir()
        shutil.copy(place.course / "nbgrader_config.py", folder)
    (new / "roster.csv").write_text("id\nawa\nbo\n")
    (faulty / "nbgrader_config.py").write_text("c = get_config(\n")
    cohorts = [
        Cohort("faulty", str(faulty), "nobody", ["prof"]),
        Cohort("new", str(new), "nobody", ["prof"]),
        place.cohort,
    ]
    done = forget(cohorts, place.exchange, "awa", delete=True)
    assert done["new"].deleted == [f"the line of awa in {new / 'roster.csv'}"]
    assert len(done["faulty"].failed) == 1 and done["faulty"].deleted == []
    assert "awa" not in place.points() and len(done[COHORT].deleted) == 8
    assert not (new / "gradebook.db").exists()


def test_a_gradebook_or_attention_that_cannot_be_read_is_named_and_the_rest_deleted(place):
    (place.course / "attention" / "other.json").write_text("{cut")
    (place.course / "gradebook.db").write_bytes(b"no gradebook")
    done = place.forget("awa")[COHORT]
    assert sorted("gradebook" in line or "other.json" in line for line in done.failed) == [True] * 2
    assert not (place.course / "submitted" / "awa").exists()
    assert "awa" not in (place.course / "roster.csv").read_text().split(",")


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
        patch.setattr("classroom.hub.forget._InCourse._in_gradebook", stop)
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


def test_a_course_folder_that_a_learner_made_in_the_exchange_leads_nowhere(place, tmp_path):
    """Root would delete what is named like the learner wherever a link leads."""
    homes = tmp_path / "homes"
    (homes / "awa+x").mkdir(parents=True)
    mine = place.exchange / f"{COHORT}-fr"
    mine.mkdir()
    (mine / "inbound").symlink_to(homes)
    (place.exchange / f"{COHORT}-pt").symlink_to(mine)
    if os.geteuid() == 0:
        (place.exchange / f"{COHORT}-es" / "inbound" / "awa+x").mkdir(parents=True)
        shutil.chown(place.exchange / f"{COHORT}-es", "games")
    place.forget("awa")
    assert (homes / "awa+x").is_dir()
    assert os.geteuid() != 0 or (place.exchange / f"{COHORT}-es" / "inbound" / "awa+x").is_dir()


def test_a_link_in_her_name_to_another_learners_work_deletes_none_of_the_others_pages(place):
    inbound = place.exchange / COHORT / "inbound"
    (inbound / "awa+x+y").symlink_to(place.course / "submitted" / "bo" / NAME)
    place.forget("awa")
    assert place.page("bo").is_file()
    assert not place.page("awa").exists()
    assert not os.path.lexists(inbound / "awa+x+y")


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
        [sys.executable, "-m", "classroom.cli", "hub", "forget", *arguments,
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
