"""Grading on a Dask cluster: real worker processes on this machine."""

import os
import random
import signal
import threading

import pytest

from autograder.errors import CourseError
from autograder.grading import executors
from autograder.grading.executors import require_encrypted
from autograder.grading.grade import grade
from tests.autograder.test_grade import NAME, course  # noqa: F401
from tests.autograder.test_killed import KILLS

distributed = pytest.importorskip("distributed")

pytestmark = pytest.mark.weekly


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as made:
        yield made


def points(results):
    return {result.student: (result.points, result.status) for result in results}


def test_a_cluster_gives_what_one_machine_gives(course, cluster, level):  # noqa: F811
    here = points(grade(course, NAME, force=True))
    there = points(grade(course, NAME, force=True, cluster=cluster.scheduler_address))
    assert there == here


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_worker_that_is_killed_costs_nothing_but_time(course, cluster, level, seed):  # noqa: F811
    expected = points(grade(course, NAME, force=True))
    chance = random.Random(seed)
    killed = []

    def kill() -> None:
        nanny = chance.choice(list(cluster.workers.values()))
        killed.append(nanny.pid)
        os.kill(nanny.pid, signal.SIGKILL)

    killer = threading.Timer(chance.uniform(0.2, 4), kill)
    killer.start()
    found = points(grade(course, NAME, force=True, cluster=cluster.scheduler_address))
    killer.join()
    assert killed
    assert found == expected


def test_tls_without_a_certificate_is_refused_in_one_line(course):  # noqa: F811
    with pytest.raises(CourseError, match=r"tls://127\.0\.0\.1:1 needs a certificate") as caught:
        grade(course, NAME, force=True, cluster="tls://127.0.0.1:1")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    ["tcp://192.0.2.1:8786", "192.0.2.1:8786", "tcp://grader:8786", "ws://[2001:db8::1]:1"],
)
def test_an_address_elsewhere_without_tls_is_refused_in_one_line(course, address):  # noqa: F811
    with pytest.raises(CourseError, match=r"is not encrypted.*tls://.*--no-tls") as caught:
        grade(course, NAME, force=True, cluster=address)
    assert str(caught.value).startswith(address) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["tls://grader:1", "tcp://127.0.0.9:1", "tcp://[::1]:1", "localhost:1", "inproc://a"]
)
def test_an_encrypted_address_or_one_of_this_machine_is_not_refused(address):
    require_encrypted(address)


def test_whoever_insists_grades_without_tls(course, monkeypatch):  # noqa: F811
    """The address is one for documentation, so that nothing answers there."""
    asked = []

    def client(address, timeout):
        asked.append(address)
        raise OSError

    monkeypatch.setattr(distributed, "Client", client)
    with pytest.raises(CourseError, match="no Dask scheduler at"):
        grade(course, NAME, force=True, cluster="tcp://192.0.2.1:8786", no_tls=True)
    assert asked == ["tcp://192.0.2.1:8786"]


def test_a_scheduler_without_a_worker_is_refused_in_one_line(course, monkeypatch):  # noqa: F811
    monkeypatch.setattr(executors, "WORKER_WAIT", 1)
    refused = pytest.raises(CourseError, match=r"has had no worker.*dask worker tcp://")
    with distributed.LocalCluster(n_workers=0, dashboard_address=None) as empty, refused as caught:
        grade(course, NAME, force=True, cluster=empty.scheduler_address)
    assert "\n" not in str(caught.value)


def test_an_address_without_a_scheduler_is_refused_in_one_line(course):  # noqa: F811
    with pytest.raises(CourseError, match=r"no Dask scheduler at tcp://127\.0\.0\.1:1") as caught:
        grade(course, NAME, force=True, cluster="tcp://127.0.0.1:1")
    assert "\n" not in str(caught.value)
