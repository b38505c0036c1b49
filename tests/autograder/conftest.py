"""A warm process for the tests, and the level of isolation that this machine allows."""

import signal

import pytest

from autograder.errors import ConfinementError
from autograder.records import DEFAULT_MINIMUM
from autograder.sandbox.forkserver import ForkServer
from tests.autograder.boxes import Pair
from tests.system import no_box


@pytest.fixture(scope="session")
def forkserver():
    warm = ForkServer()
    yield warm
    warm.close()


@pytest.fixture(scope="session")
def level(forkserver):
    """The highest level here; tests of isolation are skipped where it is too low."""
    try:
        return forkserver.level(DEFAULT_MINIMUM)
    except ConfinementError as error:
        no_box(str(error))


@pytest.fixture
def pair(tmp_path):
    """Makes pairs of a learner's process and an examiner, and ends them after the test."""
    made: list[Pair] = []

    def make(*cells: dict, **job) -> Pair:
        made.append(Pair(tmp_path / str(len(made)), cells, **job))
        return made[-1]

    yield make
    for each in made:
        each.stop()


@pytest.fixture
def heard():
    """Signals that stop a command, also where the tests were started so as to ignore them.

    As a shell does with what it starts in the background, and nohup.
    """
    ends = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {each: signal.signal(each, signal.default_int_handler) for each in ends}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)
