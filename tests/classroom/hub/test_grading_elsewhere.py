"""`ai4gov grade --cluster` with the gradebook in PostgreSQL, by the commands that deploy/ names."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time

import pytest

from autograder.grading.course import Course
from classroom.hub.forget import forget_in_course
from tests.autograder import postgres
from tests.autograder.stock_course import MIXED, SHORT, HandIn, make
from tests.course.content.notebooks import ROOT
from tests.system import need

pytest.importorskip("distributed")

pytestmark = [pytest.mark.weekly, pytest.mark.timeout(300)]

README = ROOT / "deploy" / "README.md"
LEARNERS = ("awa", "bo", "ze")


@pytest.fixture(scope="module")
def database():
    with postgres.server() as running:
        yield running


def dask(command: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "dask", command, *arguments]


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """The environment of scheduler, workers and `ai4gov grade`: a key that they share."""
    need("openssl")
    place = tmp_path_factory.mktemp("keys")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=grading", "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=place,
        check=True,
        capture_output=True,
    )  # fmt: skip
    names = re.findall(r"^ +(DASK_\S+)=(\S+)$", README.read_text(), flags=re.M)
    assert len(names) == 8
    return {name: value.replace("/srv/ai4gov/dask", str(place)) for name, value in names}


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory, keys):
    """A Dask scheduler and a worker, started as deploy/README.md says."""
    place = tmp_path_factory.mktemp("dask")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tls://127.0.0.1:{free.getsockname()[1]}"
    log = (place / "log").open("wb")
    commands = [
        dask("scheduler", "--host", address, "--no-dashboard"),
        dask("worker", address, "--nworkers", "1", "--nthreads", "1", "--no-dashboard"),
    ]
    started = [
        subprocess.Popen(each, cwd=place, stdout=log, stderr=log, env=os.environ | keys)
        for each in commands
    ]
    try:
        for _ in range(240):
            said = (place / "log").read_text(errors="replace")
            assert all(each.poll() is None for each in started), said
            if "Registered to" in said:
                break
            time.sleep(0.25)
        yield address
    finally:
        for each in reversed(started):
            each.terminate()
            each.wait(20)


@pytest.fixture(scope="module")
def courses(database, tmp_path_factory):
    """The same class twice: on PostgreSQL, and in a file."""
    place = tmp_path_factory.mktemp("courses")
    made = {
        "postgres": make(place / "postgres", db_url=database.url),
        "file": make(place / "file"),
    }
    for course in made.values():
        for login in LEARNERS:
            hand_in = HandIn(course, MIXED).right()
            if login == "bo":
                hand_in.answer(share="share = 0.5")
            hand_in.write(course, login, MIXED)
    return made


def ai4gov(course, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "classroom.cli", *arguments],
        cwd=course,
        env=os.environ | {"HOME": str(course)} | env,
        capture_output=True,
        text=True,
    )


def points(course) -> dict[str, float]:
    with Course.open(course).gradebook() as gradebook:
        return {each.student.id: each.score for each in gradebook.assignment_submissions(MIXED)}


def test_a_class_graded_on_dask_into_postgresql_has_the_points_of_one_graded_here(
    courses, scheduler, keys
):
    there = ("grade", MIXED, "--cluster", scheduler)
    done = ai4gov(courses["postgres"], *there, "--json", "out.json", **keys)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ai4gov(courses["file"], "grade", MIXED).returncode == 0
    found = points(courses["postgres"])
    assert set(found) == set(LEARNERS)
    assert found == points(courses["file"])
    assert found["awa"] > found["bo"] > 0
    results = json.loads((courses["postgres"] / "out.json").read_text())
    assert len(results) == len(LEARNERS)
    again = ai4gov(courses["postgres"], *there, **keys)
    assert re.search(r"3 unchanged", again.stdout), again.stdout


def test_who_has_not_the_key_gets_nothing_from_the_scheduler(courses, scheduler):
    """Whoever can call a scheduler runs code as its account."""
    done = ai4gov(courses["postgres"], "grade", MIXED, "--force", "--cluster", scheduler)
    assert done.returncode != 0
    plain = scheduler.replace("tls:", "tcp:")
    done = ai4gov(courses["postgres"], "grade", MIXED, "--force", "--cluster", plain)
    assert done.returncode == 2
    assert "no Dask scheduler at" in done.stderr


def test_a_learner_is_forgotten_in_a_gradebook_on_postgresql(courses):
    forget_in_course(courses["postgres"], "ze", delete=True)
    assert set(points(courses["postgres"])) == {"awa", "bo"}
    with Course.open(courses["postgres"]).gradebook() as gradebook:
        assert {each.id for each in gradebook.students} == {"awa", "bo"}
        assert gradebook.find_assignment(SHORT)
