"""Whatever is killed while a class is graded, it ends as if nothing had been.

Processes are killed at moments drawn by chance (with a seed). AI4GOV_KILLS says how often each
kind; by default a few.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from autograder.grading.grade import grade
from autograder.sandbox import cgroups
from autograder.sandbox.forkserver import ForkServer
from tests.autograder import postgres
from tests.autograder.stock_course import (
    SHORT,
    HandIn,
    grade_by_nbgrader,
    gradebook,
    graded_files,
    kept,
    make,
)

pytestmark = pytest.mark.weekly

KILLS = int(os.environ.get("AI4GOV_KILLS", "2"))
STUDENTS = [f"student-{number:02}" for number in range(12)]
JOBS = 2
"""How many submissions the command grades at a time."""

MARK = "AI4GOV_TEST_RUN"
"""In the environment of a run and all that comes of it, so that its processes can be found."""


def hand_in(course: Path) -> None:
    """Twelve hand-ins: right, wrong and in part, with cells that take their time."""
    for number, student in enumerate(STUDENTS):
        one = f"import time\ntime.sleep(0.05)\ndef one():\n    return {1 - number % 3 / 2}"
        HandIn(course, SHORT).answer(one=one).write(course, student, SHORT)


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    course = make(tmp_path_factory.mktemp("course") / "made")
    hand_in(course)
    return course


@pytest.fixture(scope="module")
def undisturbed(handed_in):
    """What a whole run leaves."""
    course = shutil.copytree(handed_in, handed_in.with_name("undisturbed"))
    assert _command(course, "none").wait() == 0
    return kept(course), graded_files(course)


@pytest.fixture
def course(handed_in, tmp_path):
    return shutil.copytree(handed_in, tmp_path / "course")


@pytest.fixture
def run_name(monkeypatch):
    name = uuid4().hex
    monkeypatch.setenv(MARK, name)
    return name


def _command(course: Path, name: str, *options: str, stderr: int | None = None) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "classroom.cli", "grade", SHORT, "--jobs", str(JOBS), *options],
        cwd=course,
        env=os.environ | {MARK: name, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.DEVNULL,
        stderr=stderr,
    )


def _processes(name: str) -> list[str]:
    """The processes of a run, apart from this one."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"{MARK}={name}".encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(folder.name)
    return [each for each in found if int(each) != os.getpid()]


def _soon(nothing) -> None:
    """Whoever was killed is gone within seconds; so is what came of it."""
    ends = time.monotonic() + 10
    while (left := nothing()) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not left


def assert_as_undisturbed(course: Path, name: str, undisturbed: tuple) -> None:
    rows, files = undisturbed
    assert kept(course) == rows
    assert graded_files(course) == files
    assert [path.name for path in course.rglob(".*")] == []
    _soon(lambda: _processes(name))
    _soon(cgroups.left_behind)


@pytest.mark.parametrize("seed", range(KILLS))
def test_the_command_is_killed_and_called_again(course, undisturbed, run_name, seed):
    chance = random.Random(seed)
    turn, delay = chance.randrange(len(STUDENTS)), chance.uniform(0, 0.3)
    command = _command(course, run_name)
    while len(list(course.glob(f"autograded/*/{SHORT}"))) < turn and command.poll() is None:
        time.sleep(0.005)
    time.sleep(delay)
    command.kill()
    command.wait()
    _soon(lambda: _processes(run_name))
    assert _command(course, run_name).wait() == 0
    assert_as_undisturbed(course, run_name, undisturbed)


@pytest.mark.parametrize(
    "stop", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda s: s.name
)
def test_the_command_is_stopped_and_says_so_and_what_it_knows(
    course, undisturbed, run_name, heard, stop
):
    told = course.with_name("told.json")
    command = _command(course, run_name, "--json", str(told), stderr=subprocess.PIPE)
    # A submission is written before the command knows its result: wait for one more than can be
    # on their way.
    while len(list(course.glob(f"autograded/*/{SHORT}"))) <= JOBS and command.poll() is None:
        time.sleep(0.005)
    for _ in range(3):
        # Whoever is impatient calls it more than once.
        command.send_signal(stop)
        time.sleep(0.1)
    _, errors = command.communicate(timeout=20)
    assert command.returncode == 1
    assert errors.decode() == "ai4gov: stopped; call again to go on\n"
    kept_so_far = {path.parent.name for path in course.glob(f"autograded/*/{SHORT}")}
    found = json.loads(told.read_text())
    assert found["complete"] is False
    assert 0 < len(found["submissions"]) < len(STUDENTS)
    assert {each["student"] for each in found["submissions"]} <= kept_so_far
    assert _command(course, run_name, "--json", str(told)).wait() == 0
    assert json.loads(told.read_text())["complete"] is True
    assert_as_undisturbed(course, run_name, undisturbed)


def _inner(process: int) -> int:
    """The process in a box, from its outer one."""
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            return int(child)
    return process


@pytest.fixture
def killing(monkeypatch):
    """Kills while grading goes on: `killing(whom, chance)`; returns how often it did, in the end.

    Every sixth box that comes (or the warm process then), so that no submission is hit twice:
    where Python ends twice in one submission, it is taken for the submission's own doing.
    """
    done: list[int] = []
    timers: list[threading.Timer] = []

    def start(whom: str, chance: random.Random) -> list[int]:
        make_box = ForkServer.box
        came = 0
        turn = chance.randint(1, 6)

        def box(forkserver, kind, *arguments):
            nonlocal came
            boxed = make_box(forkserver, kind, *arguments)
            if kind in (whom, "learner" if whom == "forkserver" else whom):
                came += 1
                if came % 6 == turn % 6 and came <= 12:
                    victim = forkserver._process.pid if whom == "forkserver" else boxed.process
                    inner = whom != "forkserver" and chance.random() < 0.5
                    timers.append(threading.Timer(chance.uniform(0, 0.1), kill, [victim, inner]))
                    timers[-1].start()
            return boxed

        def kill(process: int, inner: bool) -> None:
            with suppress(ProcessLookupError):
                os.kill(_inner(process) if inner else process, signal.SIGKILL)
                done.append(process)

        monkeypatch.setattr(ForkServer, "box", box)
        return done

    yield start
    for timer in timers:
        timer.cancel()


@pytest.mark.parametrize("seed", range(-(-KILLS // 2)))
@pytest.mark.parametrize("whom", ["learner", "examiner", "forkserver"])
def test_a_process_of_the_run_is_killed_and_nobody_notices(
    course, undisturbed, run_name, killing, whom, seed
):
    killed = killing(whom, random.Random(seed))
    results = grade(course, SHORT, jobs=JOBS)
    assert {result.status for result in results} == {"graded"}
    assert killed
    assert_as_undisturbed(course, run_name, undisturbed)


@pytest.mark.parametrize("whom", ["learner", "forkserver"])
def test_nor_does_anybody_where_nbgrader_autograde_grades(course, undisturbed, killing, whom):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("from autograder.settings import grading_settings\n")
        config.write("c.merge(grading_settings())\n")
    killed = killing(whom, random.Random(0))
    grade_by_nbgrader(course, SHORT)
    assert killed
    assert kept(course) == undisturbed[0]


@pytest.fixture(scope="module")
def server():
    with postgres.server() as running:
        yield running


@pytest.fixture(scope="module")
def in_postgres(server, tmp_path_factory):
    course = make(tmp_path_factory.mktemp("course") / "postgres", db_url=server.url)
    hand_in(course)
    return course


@pytest.mark.parametrize("seed", range(KILLS))
def test_the_database_is_killed_and_comes_back(in_postgres, server, undisturbed, run_name, seed):
    course = in_postgres
    shutil.rmtree(course / "autograded", ignore_errors=True)
    with gradebook(course) as book:
        book.db.execute(text("TRUNCATE submitted_assignment, student CASCADE"))
        book.db.commit()
    chance = random.Random(seed)
    kept_so_far, turn = 0, chance.randint(1, len(STUDENTS) - 1)
    timers: list[threading.Timer] = []

    def come_back() -> None:
        # The old server's processes let go of its files one after the other.
        for _ in range(20):
            with suppress(subprocess.CalledProcessError):
                return server.start()
            time.sleep(0.5)

    def disturb(result, total) -> None:
        nonlocal kept_so_far
        kept_so_far += 1
        if kept_so_far == turn:
            timers.append(threading.Timer(chance.uniform(0, 0.2), server.kill))
            timers.append(threading.Timer(2, come_back))
            for timer in timers:
                timer.start()

    results = grade(course, SHORT, jobs=JOBS, progress=disturb)
    for timer in timers:
        timer.join()
    assert {result.status for result in results} == {"graded"}
    assert_as_undisturbed(course, run_name, undisturbed)
