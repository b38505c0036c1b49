"""Step 3 on a hub: `ai4gov build` where the package is installed for all, without the sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.course.content.notebooks import ROOT

SLUG = "06-measuring-fairness"


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """The packages as a wheel installs them: without source/ beside them, and not editable."""
    place = tmp_path_factory.mktemp("environment")
    for name in ("course", "autograder", "classroom"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    return os.environ | {"PYTHONPATH": str(place)}


def call(environment, folder, *arguments):
    command = [sys.executable, "-P", "-m", "classroom.cli", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def test_step_3_the_build_takes_the_sources_of_the_checkout_that_one_stands_in(environment):
    done = call(environment, ROOT / "source", "build", "--check", "--lang", "en", SLUG)
    assert done.returncode == 0, done.stdout + done.stderr


def test_step_3_the_build_says_where_to_call_it_where_there_is_no_checkout(environment, tmp_path):
    done = call(environment, tmp_path, "build", SLUG)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "call this command in a checkout of the course's repository" in line
