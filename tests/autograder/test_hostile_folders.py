"""What is odd or hostile in a folder that was handed in ends that submission only, by both doors.

Both doors: `ai4gov grade`, and nbgrader's own autograde with our settings.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory

from autograder import files, settings
from autograder.grading.grade import grade
from classroom import cli
from classroom.attention import read
from tests.autograder.stock_course import IN_TIME, ONE, SHORT, HandIn, make
from tests.autograder.test_nbgrader_behaviour import kept

OURS = "from autograder.settings import grading_settings\nc = get_config()\n"
OURS += "c.merge(grading_settings())\n"

Make = Callable[[Path], object]


def deep(folder: Path) -> None:
    """1,500 folders within each other, which os.walk could not come back from."""
    descriptor = os.open(folder, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("x", dir_fd=descriptor)
        below = os.open("x", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(descriptor)


def shallow(folder: Path) -> None:
    """As deep as is allowed."""
    path = folder.joinpath(*["x"] * (files.DEEPEST - 1))
    path.mkdir(parents=True)
    (path / "data.csv").write_text("1")


def full(folder: Path) -> None:
    for number in range(files.MOST_FILES + 1):
        (folder / f"{number}.txt").touch()


def write(name: str, content: str | bytes) -> Make:
    def change(folder: Path) -> None:
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def with_metadata(metadata: object) -> Make:
    def change(folder: Path) -> None:
        notebook = json.loads((folder / "short.ipynb").read_text())
        notebook["metadata"]["mine"] = "HERE"
        text = json.dumps(notebook).replace('"HERE"', str(metadata))
        (folder / "short.ipynb").write_text(text)

    return change


def link_the_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to(Path("..", "honest", SHORT))


def link_the_student(folder: Path) -> None:
    shutil.rmtree(folder.parent)
    folder.parent.symlink_to("honest")


HOSTILE: dict[str, tuple[Make, str]] = {
    # What is in the folder; a word of the reason.
    "time-of-digits": (write("timestamp.txt", "1" * 1_000_000), "timestamp.txt"),
    "time-of-words": (write("timestamp.txt", "yesterday, I think"), "timestamp.txt"),
    "time-of-bytes": (write("timestamp.txt", b"\xff\xfe\0"), "timestamp.txt"),
    "deep": (deep, "more than 50 deep"),
    "full": (full, "more than 20000 files"),
    "linked": (link_the_folder, "is a link"),
    "linked-student": (link_the_student, "is a link"),
    "nested": (with_metadata("[" * 5000 + "]" * 5000), "short.ipynb"),
    "nested-less": (with_metadata("[" * 200 + "]" * 200), "nested more than 100 deep"),
    "mappings": (with_metadata("[" + "{}," * 1_000_000 + "{}]"), "holds more than"),
    "large": (with_metadata('"' + "x" * 50_000_000 + '"'), "larger than"),
    "no-json": (write("short.ipynb", "{"), "not valid JSON"),
    "no-notebook": (write("short.ipynb", "[]"), "not a Jupyter notebook"),
    "a-number": (write("short.ipynb", "9" * 100_000), "not a Jupyter notebook"),
}
BY_NBGRADER_ALSO = set(HOSTILE) - {"nested", "no-json", "no-notebook", "a-number"}
"""Those that our guard refuses before nbgrader copies them; the rest nbgrader finds itself."""

NOT_UTF8 = os.fsdecode(b"jos\xe9")
ESCAPES = "ann\x1b[31m\nbob"


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Two courses in which the same was handed in."""
    ours = make(tmp_path_factory.mktemp("hostile") / "ours", OURS)
    for student in ("honest", "other", "shallow", "odd-file", *HOSTILE, ESCAPES, NOT_UTF8):
        HandIn(ours, SHORT).answer(one=ONE).write(ours, student, SHORT)
    theirs = Path(shutil.copytree(ours, ours.with_name("theirs")))
    for course in (ours, theirs):
        submitted = course / "submitted"
        shallow(submitted / "shallow" / SHORT)
        (submitted / "odd-file" / SHORT / os.fsdecode(b"donn\xe9es.csv")).write_text("1")
        for student, (change, _) in HOSTILE.items():
            change(submitted / student / SHORT)
    yield ours, theirs
    # shutil.rmtree recurses before Python 3.13.
    subprocess.run(["rm", "-rf", str(ours.parent)], check=True)


@pytest.fixture(scope="module")
def course(both) -> Path:
    return both[0]


GRADED = ("honest", "other", "shallow", "odd-file")


@pytest.fixture(scope="module")
def results(course, level):
    return {result.student: result for result in grade(course, SHORT, jobs=2)}


@pytest.mark.parametrize("student", HOSTILE)
def test_a_folder_that_cannot_be_graded_is_refused_with_its_reason(results, student):
    assert results[student].points is None
    reasons = " ".join(map(read, results[student].reasons))
    assert HOSTILE[student][1] in reasons
    assert "\n" not in reasons


def test_all_others_are_graded(results):
    points = {student: results[student].points for student in (*GRADED, ESCAPES)}
    assert points == dict.fromkeys([*GRADED, ESCAPES], 3)


def test_a_student_whose_name_is_not_utf8_is_refused_by_name(course, results):
    assert results[NOT_UTF8].points is None
    assert read(results[NOT_UTF8].reasons[0]) == (
        r"Grading failed (the folder jos\udce9 has a name that is not UTF-8: rename it)."
    )
    attention = json.loads((course / "attention" / f"{SHORT}.json").read_text("utf-8"))
    assert attention[NOT_UTF8] == results[NOT_UTF8].reasons


def test_a_graded_file_keeps_its_name_that_is_not_utf8(course, results):
    names = os.listdir(os.fsencode(course / "autograded" / "odd-file" / SHORT))
    assert b"donn\xe9es.csv" in names


def test_what_is_printed_and_written_holds_no_control_characters(
    course, results, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(course)
    assert cli.main(["grade", SHORT, "--json", str(tmp_path / "out.json")]) == 1
    printed = capsys.readouterr().out
    assert r"jos\udce9: Grading failed" in printed
    assert not set(printed) & {"\x1b", "\udce9"}
    told = json.loads((tmp_path / "out.json").read_bytes())
    assert {each["student"] for each in told["submissions"]} == set(results)
    assert cli.main(["grade", SHORT, "--student", ESCAPES + "\x1b[0m"]) == 2
    assert "\x1b" not in capsys.readouterr().err


@pytest.fixture(scope="module")
def by_nbgrader(both, level) -> Path:
    """The same graded by nbgrader's own converter with our settings."""
    config = settings.load(both[1])
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = SHORT
    converter = Autograde(coursedir=coursedir, config=config)
    # nbgrader logs names as they are, and pytest-xdist cannot send those that are not UTF-8.
    logging.disable(logging.CRITICAL)
    try:
        with pytest.raises(NbGraderException):
            converter.start()
    finally:
        logging.disable(logging.NOTSET)
    return both[1]


def test_nbgrader_autograde_grades_all_others(by_nbgrader):
    rows = kept(by_nbgrader)
    scores = {name: rows["submission", name, SHORT]["score"] for name in GRADED}
    assert scores == dict.fromkeys(GRADED, 3)


@pytest.mark.parametrize("student", [*HOSTILE, NOT_UTF8])
def test_nbgrader_autograde_leaves_nothing_graded_of_the_rest(by_nbgrader, student):
    graded = by_nbgrader / "autograded" / student / SHORT
    assert not list(graded.glob("*.ipynb"))
    if student in BY_NBGRADER_ALSO:
        assert ("submission", student, SHORT) not in kept(by_nbgrader)


def test_a_time_is_read_as_nbgrader_reads_it(course, results):
    assert kept(course)["submission", "honest", SHORT]["timestamp"].isoformat(" ") in IN_TIME


def test_formgrader_s_server_parses_no_long_text_as_a_time(both):
    api = NbGraderAPI(config=settings.load(both[1]))
    began = time.monotonic()
    assert api.get_submitted_timestamp(SHORT, "time-of-digits") is None
    # A million digits take dateutil some twenty seconds.
    assert time.monotonic() - began < 5
    assert api.get_submitted_timestamp(SHORT, "honest").year == 2026
