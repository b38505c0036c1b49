"""Honest learners keep their points whatever the others of their class hand in, by both doors.

AI4GOV_CLASS=all: 30 honest and 12 hostile submissions in five random orders; else a few of each.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from autograder.grading.grade import grade
from tests.autograder import hostile_class
from tests.autograder.hostile_class import CELLS, FOLDERS, a_class, autograde, remove
from tests.autograder.stock_course import SHORT, HandIn, make
from tests.autograder.test_hostile_folders import OURS

pytestmark = pytest.mark.weekly

ALL = os.environ.get("AI4GOV_CLASS") == "all"
HONEST = hostile_class.HONEST_STUDENTS if ALL else 4
HOSTILE = hostile_class.HOSTILE_STUDENTS if ALL else 5
SEEDS = range(5) if ALL else range(1)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_honest_learner_has_the_undisturbed_points(tmp_path, seed, level):
    course, honest = a_class(tmp_path, seed, HONEST, HOSTILE)
    results = {result.student: result for result in grade(course, SHORT, jobs=2)}
    assert len(results) == HONEST + HOSTILE + 1
    found = {student: (results[student].points, results[student].status) for student in honest}
    assert found == dict.fromkeys(honest, (3, "graded"))
    assert all(results[student].points in (None, 0) for student in set(results) - set(honest))
    remove(course)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_honest_learner_has_them_by_nbgrader_s_own_door(tmp_path, seed, level):
    course, honest = a_class(tmp_path, seed, HONEST, HOSTILE)
    points = autograde(course)
    scores = {student: points[student] for student in honest}
    assert scores == dict.fromkeys(honest, 3)
    remove(course)


def test_ctrl_c_is_heeded_while_hostile_work_is_graded(tmp_path, level, heard):
    course = make(tmp_path / "course", OURS)
    for name in ("busy", "endless", "bomb"):
        HandIn(course, SHORT).answer(one=CELLS[name]).write(course, name, SHORT)
    HandIn(course, SHORT).write(course, "a-digits", SHORT)
    FOLDERS["digits"](course / "submitted" / "a-digits" / SHORT)
    command = subprocess.Popen(
        [sys.executable, "-m", "classroom.cli", "grade", SHORT, "--jobs", "2"],
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
