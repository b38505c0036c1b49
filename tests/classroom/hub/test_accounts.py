"""The commands of deploy/jupyterhub/README.md that make a class's accounts, with stand-ins."""

from __future__ import annotations

import os
import re
import subprocess
import textwrap

import pytest

from tests.course.content.notebooks import ROOT

TOOLS = {
    "getent": '[ "$2" = here ]',
    "useradd": 'id=${@: -1}; [ "$id" != refused ] && echo "$*" >> "$CALLED"',
    "chpasswd": 'cat > "$CALLED.passwords"',
}


@pytest.fixture
def commands() -> str:
    text = (ROOT / "deploy" / "jupyterhub" / "README.md").read_text()
    section = text.split("\n## Accounts for a class\n")[1].split("\n## ")[0]
    return textwrap.dedent(re.search(r"(?:^    .*\n)+", section, re.M)[0])


def test_each_learner_without_an_account_gets_one_with_a_password_of_its_own(commands, tmp_path):
    for name, text in TOOLS.items():
        (tmp_path / name).write_text(f"#!/bin/bash\n{text}\n")
        (tmp_path / name).chmod(0o755)
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "id,name,email,language,cohort,group\nawa,Awa,,fr,,\nhere,,,,,\nrefused,,,,,\nbo,,,,,\n"
    )
    done = subprocess.run(
        ["bash", "-c", commands.replace("/srv/ai4gov/cohorts/ai4gov/roster.csv", str(roster))],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "CALLED": str(tmp_path / "called")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    made = [line.split()[-1] for line in (tmp_path / "called").read_text().splitlines()]
    assert made == ["awa", "bo"]
    given = dict(
        line.split(":") for line in (tmp_path / "called.passwords").read_text().splitlines()
    )
    assert list(given) == ["awa", "bo"]
    assert all(re.fullmatch(r"[a-z2-9]{12}", password) for password in given.values())
    assert given["awa"] != given["bo"]
    assert (tmp_path / "passwords.txt").stat().st_mode & 0o777 == 0o600
