"""Say what a test needs from the machine beside Python, such as a browser."""

from __future__ import annotations

import os
import shutil

import pytest


def need(*commands: str) -> None:
    """Skip the running test when one of the commands is not on PATH.

    CI sets AI4GOV_REQUIRE_SYSTEM=1, since it has installed them all: there a missing one fails
    the test, so that nothing goes untested unseen.
    """
    missing = [command for command in commands if shutil.which(command) is None]
    if missing:
        unavailable(f"this test needs {' and '.join(missing)}, which this machine does not have")


def unavailable(reason: str) -> None:
    """Skip the running test, or fail it in CI, because the machine cannot do what it needs."""
    if os.environ.get("AI4GOV_REQUIRE_SYSTEM") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
