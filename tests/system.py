"""Say what a test needs from the machine beside Python, such as a browser."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess

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


def no_box(reason: str) -> None:
    """As `unavailable`, for a box; where the machine itself can do what a box needs, it is a fault.

    A box that refuses since it was broken would otherwise skip all the tests that would tell.
    """
    if "a Python that everybody can read" in reason:
        # Below the level "namespaces", where root's own Python is out of reach.
        pytest.skip(reason)
    if reason.startswith("cgroup:") and os.geteuid() != 0:
        pytest.skip(f"no control group is delegated to this user ({reason})")
    if _has_what_a_box_needs():
        pytest.fail(f"this machine has what a box needs, and yet: {reason}", pytrace=False)
    unavailable(reason)


def _has_what_a_box_needs() -> bool:
    """Namespaces in which something can be mounted, and Landlock, as others find them."""
    spaces = ["--mount", "--uts", "--ipc", "--net", "--pid", "--fork"]
    user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    mount = ["mount", "-t", "tmpfs", "none", "/tmp"]
    try:
        made = subprocess.run(["unshare", *user, *spaces, *mount], capture_output=True)
        landlock = ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1)
    except (OSError, AttributeError):
        return False
    return made.returncode == 0 and landlock > 0
