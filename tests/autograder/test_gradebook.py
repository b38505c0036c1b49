"""The one writer: few statements, patient with its database, and nothing half done."""

import fcntl
import json
import os
import shutil
import signal
import sqlite3
import threading
import time
from contextlib import contextmanager
from datetime import datetime

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from autograder import files
from autograder.commands import WRONG_CALL
from autograder.errors import CourseError
from autograder.grading.course import Course
from autograder.grading.grade import grade
from autograder.grading.gradebook import Writer, finish_interrupted_swap
from autograder.records import CellScores
from autograder.sandbox.forkserver import ForkServer
from classroom import cli
from classroom.attention import read
from tests.autograder.stock_course import CONFIG, MIXED, ONE, SHORT, HandIn, kept, make

LATE = datetime(2026, 3, 3, 10)
GRADED = {
    "code": CellScores({"twice-small": 2.0, "share-part": 1.5, "by-hand": None}, {"twice": None}),
    "prose": CellScores({"essay": None}, {"essay": "No response."}),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make(tmp_path_factory.mktemp("course") / "made")


@pytest.fixture
def course(made, tmp_path):
    return shutil.copytree(made, tmp_path / "course")


@contextmanager
def writer(course, **how):
    opened = Course.open(course)
    made = Writer(opened.folders, opened.config, **how)
    try:
        yield made
    finally:
        made.close()


def save(made: Writer, student: str, files: dict | None = None) -> tuple[float, float]:
    return made.save(student, MIXED, GRADED, files or {"code.ipynb": b"{}"}, LATE)


def test_the_points_are_those_that_nbgrader_reads_in_its_rows(course):
    with writer(course) as made:
        points = save(made, "ann")
    rows = kept(course)
    submission = rows["submission", "ann", MIXED]
    assert points == (3.5, 20) == (submission["score"], submission["max_score"])
    assert submission["timestamp"] == LATE
    assert rows["notebook", "ann", MIXED, "code"]["penalty"] == pytest.approx(0.27, abs=0.01)


def test_the_statements_of_a_submission_are_few_and_as_many_for_the_last_as_for_the_first(course):
    counted = 0

    def count(*_) -> None:
        nonlocal counted
        counted += 1

    with writer(course) as made:
        # What the class has in common is read with its first.
        save(made, "first")
        event.listen(Engine, "before_cursor_execute", count)
        try:
            spent: dict[str, list[int]] = {"new": [], "again": []}
            started = time.perf_counter()
            for kind in spent:
                for number in range(40):
                    counted = 0
                    save(made, f"student-{number}")
                    spent[kind].append(counted)
            seconds = time.perf_counter() - started
        finally:
            event.remove(Engine, "before_cursor_execute", count)
    print(f"written in {1000 * seconds / 80:.1f} ms a submission")
    assert set(spent["new"]) == {13}
    assert set(spent["again"]) == {8}


def test_after_a_power_cut_too_what_is_in_place_is_whole_and_its_points_are_kept(
    course, monkeypatch
):
    steps: list[tuple[str, str]] = []
    fsync, replace = os.fsync, os.replace

    def settled(descriptor: int) -> None:
        fsync(descriptor)
        steps.append(("on the disk", os.readlink(f"/proc/self/fd/{descriptor}")))

    def renamed(old, new) -> None:
        replace(old, new)
        steps.append(("renamed", str(new)))

    monkeypatch.setattr(os, "fsync", settled)
    monkeypatch.setattr(os, "replace", renamed)
    place = course / "autograded" / "ann" / MIXED
    new = place.with_name(f".{MIXED}.new")
    with writer(course) as made:
        with made._gradebook.engine.connect() as connection:
            # SQLite's EXTRA: a commit ends when the disk no longer has the journal.
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 3
        event.listen(
            made._gradebook.engine, "commit", lambda _: steps.append(("points kept", "ann"))
        )
        save(made, "ann")
    assert steps == [
        ("on the disk", str(new / "code.ipynb")),
        ("on the disk", str(new)),
        ("points kept", "ann"),
        ("renamed", str(place)),
    ]


# A gradebook that is away


@contextmanager
def locked(course):
    """Somebody else writes into the gradebook."""
    connection = sqlite3.connect(
        course / "gradebook.db", isolation_level=None, check_same_thread=False
    )
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield connection
    finally:
        connection.close()


@pytest.mark.weekly
def test_a_gradebook_that_is_locked_for_a_while_is_waited_for(course):
    with writer(course) as made, locked(course) as connection:
        # The driver itself waits for 5 s.
        threading.Timer(7, connection.rollback).start()
        started = time.monotonic()
        assert save(made, "ann") == (3.5, 20)
        assert time.monotonic() - started > 6.5
    assert (course / "autograded" / "ann" / MIXED / "code.ipynb").is_file()


@pytest.mark.weekly
def test_a_gradebook_that_stays_locked_is_told_in_one_line_and_nothing_is_half_done(course):
    with writer(course, patience=0.2) as made:
        save(made, "before")
        with locked(course), pytest.raises(CourseError, match="database is locked") as caught:
            save(made, "ann")
        assert "\n" not in str(caught.value)
        assert not any((course / "autograded" / "ann").iterdir())
        assert save(made, "ann") == (3.5, 20)
    assert {key[1] for key in kept(course)} == {"before", "ann"}


def test_a_gradebook_without_its_tables_is_told_at_once(course):
    with writer(course) as made:
        with sqlite3.connect(course / "gradebook.db") as connection:
            connection.execute("DROP TABLE grade")
        started = time.monotonic()
        with pytest.raises(CourseError, match="no such table: grade"):
            save(made, "ann")
        assert time.monotonic() - started < 5


def test_when_points_cannot_be_kept_the_command_ends_and_nothing_of_it_goes_on(course, monkeypatch):
    hand_in(course, *(f"student-{number}" for number in range(8)))
    threads = threading.active_count()
    begun: list[ForkServer] = []
    make_zygote = ForkServer.__init__
    monkeypatch.setattr(
        ForkServer, "__init__", lambda self, *a: begun.append(self) or make_zygote(self, *a)
    )

    def break_it(result, total) -> None:
        with sqlite3.connect(course / "gradebook.db") as connection:
            connection.execute("DROP TABLE IF EXISTS grade")

    with pytest.raises(CourseError, match="points cannot be kept"):
        grade(course, SHORT, jobs=2, progress=break_it)
    assert [forkserver._process.poll() is not None for forkserver in begun] == [True]
    assert threading.active_count() == threads


# Folders


def test_a_new_grading_replaces_the_whole_folder(course):
    with writer(course) as made:
        save(made, "ann", {"code.ipynb": b"{}", "old.txt": b"old", "in/side.txt": b"1"})
        save(made, "ann", {"code.ipynb": b"{}", "new.txt": b"new"})
    folder = course / "autograded" / "ann" / MIXED
    assert sorted(path.name for path in folder.iterdir()) == ["code.ipynb", "new.txt"]
    assert sorted(path.name for path in folder.parent.iterdir()) == [MIXED]


def test_a_shared_course_is_written_for_its_group(course):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.CourseDirectory.groupshared = True\n")
    with writer(course) as made:
        save(made, "ann", {"in/code.ipynb": b"{}"})
    folder = course / "autograded" / "ann" / MIXED
    assert oct((folder / "in/code.ipynb").stat().st_mode & 0o7777) == oct(0o664)
    assert oct((folder / "in").stat().st_mode & 0o7777) == oct(0o2775)


@pytest.mark.parametrize(
    ("cut_off", "left"),
    [
        # (what stands in the folder, in the one to come, in the one to go), what is kept
        (("before", "half", None), "before"),
        ((None, "half", None), None),
        ((None, "after", "before"), "after"),
        (("after", None, "before"), "after"),
    ],
    ids=["writing", "writing the first", "between the exchanges", "after both"],
)
def test_wherever_writing_is_cut_off_one_whole_folder_is_left(tmp_path, cut_off, left):
    place = tmp_path / "ps1"
    folders = (place, tmp_path / ".ps1.new", tmp_path / ".ps1.old")
    for folder, content in zip(folders, cut_off, strict=True):
        if content is not None:
            folder.mkdir()
            (folder / "ps1.ipynb").write_text(content)
    finish_interrupted_swap(place)
    assert [path.name for path in tmp_path.iterdir()] == ([] if left is None else ["ps1"])
    if left is not None:
        assert (place / "ps1.ipynb").read_text() == left


# One submission is not the others'


def hand_in(course, *students: str) -> None:
    for student in students:
        HandIn(course, SHORT).answer(one=ONE).write(course, student, SHORT)


def test_a_second_command_does_not_write_into_a_course_that_is_being_graded(course):
    hand_in(course, "ann")
    folder = os.open(course, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        with pytest.raises(CourseError, match="is being graded by another command"):
            grade(course, SHORT)
    finally:
        os.close(folder)


def test_a_rule_for_late_work_that_fails_stops_nobody_else(course):
    broken = CONFIG.replace("days = total", "student_id == 'bob' and 1 / 0\n        days = total")
    (course / "nbgrader_config.py").write_text(broken)
    for student in ("ann", "bob"):
        late = HandIn(course, MIXED).right()
        late.timestamp = "2026-03-05 10:00:00 UTC"
        late.write(course, student, MIXED)
    ann, bob = grade(course, MIXED)
    assert (ann.points, bob.points, bob.status) == (7, None, "needs attention")
    assert "division by zero" in read(bob.reasons[0])


def test_a_hand_in_that_is_too_large_or_cannot_be_read_stops_nobody_else(course, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_FOLDER", 10_000_000)
    hand_in(course, "ann", "bob")
    (course / "submitted" / "bob" / SHORT / "film.mp4").write_bytes(b"0" * 20_000_000)
    ann, bob = grade(course, SHORT)
    assert (ann.points, bob.points) == (3, None)
    assert "The files have more than 10 MB together" in read(bob.reasons[0])


def test_what_is_collected_again_while_it_is_read_is_not_mixed_with_what_was_before(
    course, monkeypatch
):
    HandIn(course, SHORT).answer(one="def one():\n    return 0").write(course, "ann", SHORT)
    add = files.Contents.add

    def collected_again(self: files.Contents, entry: files.PathEntry, links: bool = False) -> None:
        add(self, entry, links)
        if entry.path == "short.ipynb":
            monkeypatch.undo()
            shutil.rmtree(course / "submitted" / "ann" / SHORT)
            later = HandIn(course, SHORT).answer(one=ONE)
            later.timestamp = "2026-03-02 10:00:00 UTC"
            later.write(course, "ann", SHORT)

    monkeypatch.setattr(files.Contents, "add", collected_again)
    first = grade(course, SHORT)[0]
    second = grade(course, SHORT)[0]
    assert (first.points, second.status) == (3, "unchanged")


def test_reasons_that_cannot_be_written_are_told_in_one_line_and_points_are_kept(course):
    hand_in(course, "ann")
    (course / "attention").write_text("a file where a folder should be")
    with pytest.raises(CourseError, match=r"attention.*cannot be written.*call again"):
        grade(course, SHORT)
    assert kept(course)["submission", "ann", SHORT]["score"] == 3


def test_who_could_not_go_on_has_not_called_wrongly(course, monkeypatch, capsys):
    hand_in(course, "ann")
    (course / "attention").write_text("a file where a folder should be")
    monkeypatch.chdir(course)
    assert cli.main(["grade", SHORT]) == cli.PARTLY
    assert capsys.readouterr().err.splitlines()[-1].startswith("ai4gov: ")
    assert cli.main(["grade", "no-such"]) == WRONG_CALL


@pytest.mark.parametrize("cut_off", [KeyboardInterrupt, CourseError])
def test_why_a_submission_needs_a_person_is_kept_when_the_run_is_cut_off_after_it(course, cut_off):
    unsound = "import os\nos._exit(1)"
    for student in ("ann", "bob"):
        HandIn(course, SHORT).answer(one=unsound).write(course, student, SHORT)

    def cut(result, total) -> None:
        raise cut_off

    with pytest.raises(cut_off):
        grade(course, SHORT, jobs=1, progress=cut)
    # What is done is not run again: nobody else would tell.
    again = {result.student: result.status for result in grade(course, SHORT)}
    assert sorted(again.values()) == ["needs attention", "unchanged"]
    told = json.loads((course / "attention" / f"{SHORT}.json").read_text())
    assert sorted(told) == ["ann", "bob"]


def test_reasons_that_somebody_spoilt_are_told_in_one_line_before_anything_is_run(course):
    hand_in(course, "ann")
    (course / "attention").mkdir()
    (course / "attention" / f"{SHORT}.json").write_text("")
    with pytest.raises(CourseError, match=r"attention.*cannot be read"):
        grade(course, SHORT)
    assert not (course / "autograded").exists()


def test_whoever_stops_grading_waits_for_no_learner_s_cell(course, heard):
    HandIn(course, SHORT).answer(one="import time\ntime.sleep(29)").write(course, "ann", SHORT)
    timer = threading.Timer(12, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        grade(course, SHORT)
    assert time.monotonic() - started < 20
