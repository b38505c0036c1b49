"""The attacks, measured once: in a process of their own, at the level that this machine allows."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from autograder.errors import ConfinementError
from autograder.records import DEFAULT_MINIMUM
from autograder.sandbox.forkserver import ForkServer
from tests.system import no_box

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def forkserver():
    warm = ForkServer()
    yield warm
    warm.close()


@pytest.fixture(scope="session")
def level(forkserver):
    try:
        return forkserver.level(DEFAULT_MINIMUM)
    except ConfinementError as error:
        no_box(str(error))


@cache
def measured(
    level: str, *names: str, user: int | None = None, folder: str | None = None
) -> dict[str, dict]:
    """The outcomes of attacks at a level, by name.

    As another user where one is named; with the course in another place than /tmp.
    """
    command = [sys.executable, "-m", "tests.autograder.attacks.measure", level, *names]
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
    if user is not None:
        command = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", *command]
        environment |= {"HOME": "/nonexistent"}
    if folder is not None:
        environment |= {"TMPDIR": folder}
    found = subprocess.run(
        command, capture_output=True, text=True, cwd=REPOSITORY, env=environment, timeout=900
    )
    if found.returncode:
        raise RuntimeError(f"{' '.join(command)}: {found.stderr[-3000:]}")
    return json.loads(found.stdout.splitlines()[-1])


@pytest.fixture(scope="session")
def measure():
    return measured


@pytest.fixture(scope="session")
def outcomes(request, level, measure):
    """The attacks of this run's tests, at the highest level of this machine.

    All of them where docs/attacks.md is written anew.
    """
    if os.environ.get("AI4GOV_WRITE_DOCS") == "1":
        return measure(level)
    tests = [each for each in request.session.items if each.name.startswith("test_an_attack_is")]
    return measure(level, *(test.callspec.params["attack"].name for test in tests))
