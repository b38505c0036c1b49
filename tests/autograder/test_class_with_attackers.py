"""Honest learners keep their points whatever the others of their class hand in, by both doors.

AI4GOV_CLASS=all: 30 honest and 12 hostile submissions in three random orders; else a few of each.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.grade import grade
from tests.autograder.stock_course import SHORT, HandIn, kept, make
from tests.autograder.test_hostile_folders import (
    OURS,
    Make,
    deep,
    link_the_folder,
    with_metadata,
    write,
)

pytestmark = pytest.mark.slow

CONFIG = (
    f"{OURS}c.Execute.timeout = 3\nc.Execute.submission_timeout = 9\nc.Execute.memory = 2**30\n"
)

HONEST = """
import time
ends = time.process_time() + 0.5
while time.process_time() < ends:
    pass
def one():
    return 1
"""
"""Work that takes much longer on the clock when others keep the processors busy."""

BUSY = """
import os
for _ in range(60):
    try:
        if os.fork() == 0:
            while True:
                pass
    except OSError:
        break
while True:
    pass
"""
BOMB = """
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
"""
KILLER = """
import os, signal
for target in (os.getppid(), -1):
    try:
        os.kill(target, signal.SIGKILL)
    except OSError:
        pass
os.kill(os.getpid(), signal.SIGKILL)
"""

CELLS = {
    "busy": BUSY,
    "memory": "kept = []\nwhile True:\n    kept.append(bytearray(b'x' * 10_000_000))",
    "endless": "while True:\n    pass",
    "bomb": BOMB,
    "flood": "while True:\n    print('x' * 1_000_000)",
    "killer": KILLER,
}
FOLDERS: dict[str, Make] = {
    "digits": write("timestamp.txt", "1" * 1_000_000),
    "deep": deep,
    os.fsdecode(b"jos\xe9"): lambda folder: None,
    "mappings": with_metadata("[" + "{}," * 1_000_000 + "{}]"),
    "linked": link_the_folder,
    "huge": with_metadata('"' + "x" * 60_000_000 + '"'),
}

ALL = os.environ.get("AI4GOV_CLASS") == "all"
HONEST_STUDENTS = 30 if ALL else 4
HOSTILE_STUDENTS = 12 if ALL else 5
SEEDS = range(3) if ALL else range(1)


def a_class(folder: Path, seed: int) -> tuple[Path, list[str]]:
    """A course in which a class has handed in, in an order by chance; who of it is honest."""
    chance = random.Random(seed)
    course = make(folder / "course", CONFIG)
    hostile = chance.sample([*CELLS, *FOLDERS], HOSTILE_STUDENTS)
    places = list(range(HONEST_STUDENTS + HOSTILE_STUDENTS))
    chance.shuffle(places)
    honest = [f"{places.pop():02}-honest" for _ in range(HONEST_STUDENTS)]
    # What a link leads to.
    for student in (*honest, "honest"):
        HandIn(course, SHORT).answer(one=HONEST).write(course, student, SHORT)
    for name in hostile:
        student = f"{places.pop():02}-{name}"
        hand_in = HandIn(course, SHORT).answer(one=CELLS.get(name, HONEST))
        hand_in.write(course, student, SHORT)
        FOLDERS.get(name, lambda folder: None)(course / "submitted" / student / SHORT)
    return course, [*honest, "honest"]


def remove(course: Path) -> None:
    # shutil.rmtree recurses before Python 3.13.
    subprocess.run(["rm", "-rf", str(course)], check=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_honest_learner_has_the_undisturbed_points(tmp_path, seed, level):
    course, honest = a_class(tmp_path, seed)
    results = {result.student: result for result in grade(course, SHORT, jobs=2)}
    assert len(results) == HONEST_STUDENTS + HOSTILE_STUDENTS + 1
    found = {student: (results[student].points, results[student].status) for student in honest}
    assert found == dict.fromkeys(honest, (3, "graded"))
    assert all(results[student].points in (None, 0) for student in set(results) - set(honest))
    remove(course)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_honest_learner_has_them_by_nbgrader_s_own_door(tmp_path, seed, level):
    course, honest = a_class(tmp_path, seed)
    config = settings.load(course)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = SHORT
    with pytest.raises(NbGraderException):
        Autograde(coursedir=coursedir, config=config).start()
    rows = kept(course)
    scores = {student: rows["submission", student, SHORT]["score"] for student in honest}
    assert scores == dict.fromkeys(honest, 3)
    remove(course)


def test_ctrl_c_is_heeded_while_hostile_work_is_graded(tmp_path, level, heard):
    course = make(tmp_path / "course", OURS)
    for name in ("busy", "endless", "bomb"):
        HandIn(course, SHORT).answer(one=CELLS[name]).write(course, name, SHORT)
    HandIn(course, SHORT).write(course, "a-digits", SHORT)
    FOLDERS["digits"](course / "submitted" / "a-digits" / SHORT)
    command = subprocess.Popen(
        [sys.executable, "-m", "autograder.cli", "grade", SHORT, "--jobs", "2"],
        cwd=course,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        # The first is refused at once; endless cells of 30 CPU seconds are running then.
        attention = course / "attention" / f"{SHORT}.json"
        gives_up = time.monotonic() + 300
        while not attention.exists() and time.monotonic() < gives_up:
            time.sleep(0.05)
        assert attention.exists()
        os.killpg(command.pid, signal.SIGINT)
        began = time.monotonic()
        _, said = command.communicate(timeout=60)
    finally:
        command.kill()
    assert said == b"ai4gov: stopped; call again to go on\n"
    # Two seconds on a machine that has time; the cells would take minutes.
    assert time.monotonic() - began < 20
