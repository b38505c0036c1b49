"""Progress: one file that can be carried, is never lost, and never stops a check."""

from __future__ import annotations

import errno
import fcntl
import importlib.util
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import course.start.lock
from course import show_progress
from course.start.lock import locked

ROOT = Path(__file__).resolve().parents[3]

CHECKS = """
@exercise("one", points=2, hints=[say("01-h", "Look again.")])
def one(value):
    expect.count(value, 1)

@exercise("two", points=3)
def two(value):
    expect.count(value, 2)
"""


@pytest.fixture
def course_folder(desk):
    """The folder with the start page, above that of the notebook."""
    folder = desk.folder.parent
    (folder / "start.ipynb").write_text("{}", encoding="utf-8")
    desk.checks(CHECKS)
    return folder


def recorded(folder) -> dict:
    """What is recorded, without the times."""
    found = json.loads((folder / "progress.json").read_text(encoding="utf-8"))
    for exercises in found.values():
        for entry in exercises.values():
            time = datetime.fromisoformat(entry.pop("at"))
            assert timedelta(0) <= datetime.now(UTC) - time < timedelta(minutes=10)
    return found


def test_what_was_checked_is_recorded_beside_the_start_page(desk, course_folder):
    desk.check("one", 5)
    desk.check("one", 5)
    desk.check("one", 1)
    desk.check("two", ...)
    one = {"state": "right", "code": "right", "points": 2.0, "out_of": 2, "tries": 2}
    two = {
        "state": "not-attempted",
        "code": "not-attempted",
        "points": 0.0,
        "out_of": 3,
        "tries": 0,
    }
    assert recorded(course_folder) == {"01-tiny": {"one": one, "two": two}}
    assert not (desk.folder / "progress.json").exists()


def test_points_and_state_stay_when_a_worse_answer_follows_a_right_one(desk, course_folder):
    desk.check("one", 1)
    outcome = desk.check("one", 5)
    assert (outcome, outcome.state, outcome.note.code) == (0, "not-yet", "progress-kept")
    assert "An earlier answer of yours got 2 points" in outcome.as_html()
    kept = {"state": "right", "code": "right", "points": 2.0, "out_of": 2, "tries": 1}
    assert recorded(course_folder)["01-tiny"]["one"] == kept
    assert desk.check("one", 1).note is None


@pytest.mark.parametrize(
    ("lang", "reached", "kept"),
    [
        ("en", "(0 of 1 point)", "got 1 point; your progress keeps it."),
        ("fr", "(points\N{NO-BREAK SPACE}: 0 sur 1)", "a obtenu 1\N{NO-BREAK SPACE}point"),
        ("es", "(puntos: 0 de 1)", "obtuvo 1 punto; su progreso lo conserva."),
        ("pt", "(pontos: 0 de 1)", "obteve 1 ponto; ele continua no seu progresso."),
    ],
)
def test_one_point_is_written_in_the_singular(desk, monkeypatch, lang, reached, kept):
    monkeypatch.setenv("AI4GOV_LANG", lang)
    desk.checks(CHECKS.replace("points=2", "points=1"))
    desk.check("one", 1)
    said = desk.check("one", 5).as_html()
    assert reached in said and kept in said


def test_without_a_start_page_progress_lies_beside_the_notebook(desk):
    desk.checks(CHECKS)
    desk.check("one", 1)
    assert recorded(desk.folder)["01-tiny"]["one"]["points"] == 2


def test_progress_goes_on_when_its_file_is_carried_to_another_folder(
    desk, course_folder, tmp_path, monkeypatch
):
    desk.check("one", 5)
    other = tmp_path / "elsewhere" / "lessons" / "01-tiny"
    desk.checks(CHECKS, other)
    shutil.copy(course_folder / "start.ipynb", tmp_path / "elsewhere")
    shutil.copy(course_folder / "progress.json", tmp_path / "elsewhere")
    monkeypatch.chdir(other)
    assert "Look again." in desk.check("one", 5).as_html()
    assert recorded(tmp_path / "elsewhere")["01-tiny"]["one"]["tries"] == 2


@contextmanager
def a_full_disk():
    """Within this block every file ends after a few bytes, for root too."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_costs_a_note_and_neither_the_answer_nor_old_progress(desk, course_folder):
    desk.check("one", 1)
    before = recorded(course_folder)
    with a_full_disk():
        outcome = desk.check("two", 2)
    assert outcome == 3
    assert outcome.note.code == "progress-unsaved"
    assert recorded(course_folder) == before


def test_a_full_disk_leaves_no_half_written_file_behind(desk, course_folder):
    desk.check("one", 1)
    with a_full_disk():
        desk.check("two", 2)
    left = {path.name for path in course_folder.iterdir()} - {".progress.json.lock"}
    pages = {"start.html", "completion-record.html"}
    assert left == {"01-tiny", "progress.json", "start.ipynb"} | pages


@pytest.mark.parametrize(
    "content",
    [
        b"{ cut off",
        b"",
        b"[1, 2]",
        b"\xff\xfe",
        b'{"01-tiny": []}',
        b'{"01-tiny": {"one": 5}}',
        b'{"01-tiny": {"one": {"tries": "many"}}}',
    ],
)
def test_a_damaged_file_is_set_aside_told_of_and_not_lost(desk, course_folder, content):
    (course_folder / "progress.json").write_bytes(content)
    outcome = desk.check("one", 1)
    assert outcome == 2
    assert "progress-damaged.json" in outcome.as_html()
    assert (course_folder / "progress-damaged.json").read_bytes() == content
    desk.check("one", 1)
    assert recorded(course_folder)["01-tiny"]["one"]["points"] == 2


def test_a_second_damaged_file_does_not_replace_the_first(desk, course_folder):
    for content in (b"{ first", b"{ second"):
        (course_folder / "progress.json").write_bytes(content)
        desk.check("one", 1)
    kept = {path.read_bytes() for path in course_folder.glob("progress-damaged*.json")}
    assert kept == {b"{ first", b"{ second"}


def test_a_damaged_file_that_cannot_be_set_aside_costs_no_answer(desk, course_folder):
    (course_folder / "progress.json").write_bytes(b"{ cut off")
    (course_folder / "progress-damaged.json" / "in the way").mkdir(parents=True)
    outcome = desk.check("one", 1)
    assert outcome == 2
    kept = {path.read_bytes() for path in course_folder.iterdir() if path.is_file()}
    assert b"{ cut off" in kept


def test_a_place_that_cannot_be_written_gives_a_note_and_no_exception(desk, course_folder):
    (course_folder / "progress.json").mkdir()
    outcome = desk.check("one", 1)
    assert (outcome, outcome.state) == (2, "right")
    assert outcome.note.code == "progress-unsaved"
    assert "could not be saved" in outcome.as_html()


@pytest.fixture
def two_strands(tmp_path, monkeypatch):
    """The build has written which exercise belongs to which strand."""
    folder = tmp_path / "outline"
    folder.mkdir()
    stated = {"decide": {"one": 2}, "build": {"two": 3}}
    (folder / "01-tiny.json").write_text(json.dumps(stated), encoding="utf-8")
    monkeypatch.setattr("course.start.progress.OUTLINE", folder)


def test_the_table_shows_the_two_strands_apart(desk, course_folder, two_strands):
    desk.check("one", 1)
    table = show_progress()
    assert repr(table) == "01-tiny: decide 2/2, build 0/3"
    page = table._repr_html_()
    assert "✓ complete: 2 of 2 points" in page
    assert "0 of 3 points" in page and "complete: 0 of 3" not in page


def test_a_module_that_the_course_does_not_know_shows_the_points_of_what_was_tried(
    desk, course_folder
):
    desk.check("one", 1)
    desk.check("two", 5)
    table = show_progress()
    assert repr(table) == "01-tiny: 2/5"
    assert "2 of 5 points" in table._repr_html_()


def test_self_checks_alone_are_no_progress_in_an_assignment(desk, course_folder, two_strands):
    path = course_folder / "progress.json"
    quick = {"state": "right", "points": 0, "out_of": 0, "code": "right", "tries": 0}
    path.write_text(json.dumps({"01-tiny": {"quick": quick}}), encoding="utf-8")
    assert "Nothing has been checked yet." in show_progress()._repr_html_()


def test_the_table_of_no_progress_says_so(desk, course_folder):
    assert "Nothing has been checked yet." in show_progress()._repr_html_()


@pytest.mark.parametrize(
    "content", [b"{ cut off", b'{"01-tiny": []}', b'{"01-tiny": {"one": {"points": "<b>"}}}']
)
def test_the_table_of_a_damaged_file_says_so(desk, course_folder, content):
    (course_folder / "progress.json").write_bytes(content)
    assert "progress-damaged.json" in show_progress()._repr_html_()


def test_the_table_escapes_what_a_carried_file_holds(desk, course_folder):
    done = {"one": {"state": "right", "points": 1, "out_of": 1, "code": "right", "tries": 0}}
    (course_folder / "progress.json").write_text(json.dumps({"<script>": done}), encoding="utf-8")
    assert "<script>" not in show_progress()._repr_html_()


def test_a_power_cut_leaves_the_progress_of_before_or_that_of_now(desk, course_folder, monkeypatch):
    """The new file is on the disk before it gets the old one's name."""
    steps = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda file: steps.append("on the disk") or fsync(file))
    monkeypatch.setattr(os, "replace", lambda *names: steps.append("renamed") or replace(*names))
    desk.check("one", 5)
    # The progress is the first of the files that a check writes.
    assert steps[:2] == ["on the disk", "renamed"]


# Several notebooks at once

WRITER = """
import sys
from pathlib import Path
from course.start import progress
from course.checking.messages import Message
from course.checking.outcome import Outcome

module, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
said = Message("right", "Right.")
for number in range(first, first + count):
    right = Outcome(1, exercise=f"e{number}", state="right", out_of=1, message=said)
    progress.record(module, right)
    print(number, flush=True)
"""


def writer(folder, first: int, count: int, module: str = "01-tiny") -> subprocess.Popen[str]:
    """A process that records the outcomes of `count` exercises, and says each that it recorded."""
    return subprocess.Popen(
        [sys.executable, "-P", "-c", WRITER, module, str(first), str(count)],
        cwd=folder, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def kept(folder, module: str = "01-tiny") -> set[int]:
    found = json.loads((folder / "progress.json").read_text(encoding="utf-8"))
    return {int(name.removeprefix("e")) for name in found.get(module, {})}


@pytest.mark.parametrize(
    "each", [pytest.param(40, id="80"), pytest.param(500, id="1000", marks=pytest.mark.weekly)]
)
def test_two_notebooks_that_record_at_once_keep_all_results_of_both(tmp_path, each):
    writers = [writer(tmp_path, first, each) for first in (0, each)]
    said = [process.communicate(timeout=500)[0].split() for process in writers]
    assert [len(lines) for lines in said] == [each, each]
    assert kept(tmp_path) == set(range(2 * each))


@pytest.mark.parametrize(
    ("kills", "each"),
    [pytest.param(2, 40, id="2"), pytest.param(100, 500, id="100", marks=pytest.mark.weekly)],
)
def test_a_killed_notebook_loses_nothing_and_stops_no_other(tmp_path, kills, each):
    steady = writer(tmp_path, 0, each)
    recorded: set[int] = set()
    for number in range(kills):
        first = 10_000 * (number + 1)
        victim = writer(tmp_path, first, 10_000)
        for _ in range(1 + number % 3):
            recorded.add(int(victim.stdout.readline()))
        time.sleep(random.Random(number).uniform(0, 0.02))
        victim.send_signal(signal.SIGKILL)
        recorded |= {int(line) for line in victim.communicate()[0].split()}
    assert len(steady.communicate(timeout=500)[0].split()) == each
    assert steady.returncode == 0
    assert kept(tmp_path) >= recorded | set(range(each))
    assert len(recorded) >= kills


def test_a_lock_that_cannot_be_had_costs_a_note_and_no_answer(desk, course_folder, monkeypatch):
    monkeypatch.setattr("course.start.progress.locked", partial(locked, seconds=0.1))
    desk.check("one", 1)
    with locked(course_folder / "progress.json"):
        outcome = desk.check("two", 2)
    assert (outcome, outcome.note.code) == (3, "progress-unsaved")
    assert "another notebook is saving progress" in outcome.as_html()
    assert set(recorded(course_folder)["01-tiny"]) == {"one"}
    desk.check("two", 2)
    assert set(recorded(course_folder)["01-tiny"]) == {"one", "two"}


def test_where_no_lock_can_be_had_progress_is_kept_as_before(desk, course_folder, monkeypatch):
    def none(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    desk.check("one", 1)
    assert recorded(course_folder)["01-tiny"]["one"]["points"] == 2


def lock_of(platform: str, monkeypatch) -> ModuleType:
    """The module as another system imports it."""
    monkeypatch.setattr(sys, "platform", platform)
    spec = importlib.util.spec_from_file_location("other_lock", course.start.lock.__file__)
    lock = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(lock)
    return lock


def test_python_in_a_browser_has_no_locks_and_needs_none(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with lock_of("emscripten", monkeypatch).locked(tmp_path / "progress.json"):
        pass


def test_on_windows_a_byte_of_the_file_is_locked(tmp_path, monkeypatch):
    """With a stand-in for msvcrt: it refuses with EACCES what another descriptor has locked."""
    held: dict[int, int] = {}

    def locking(descriptor: int, mode: int, count: int) -> None:
        file = os.fstat(descriptor).st_ino
        if mode == 0:
            assert held.pop(file) == descriptor
        elif held.setdefault(file, descriptor) != descriptor:
            raise PermissionError(errno.EACCES, "Permission denied")

    windows = SimpleNamespace(locking=locking, LK_UNLCK=0, LK_NBLCK=2)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", windows)
    lock = lock_of("win32", monkeypatch)
    with lock.locked(tmp_path / "progress.json"):
        with pytest.raises(TimeoutError), lock.locked(tmp_path / "progress.json", 0.05):
            pass
        assert len(held) == 1
    assert held == {}
    with lock.locked(tmp_path / "progress.json", 0):
        pass
