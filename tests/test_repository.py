"""The repository's own files: the workflow, the hooks before a commit, the change log."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.architecture import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]


WORKFLOWS = ROOT / ".github/workflows"


def test_the_workflow_runs_the_ci_script():
    workflow = yaml.safe_load((WORKFLOWS / "ci.yml").read_text())
    steps = workflow["jobs"]["test"]["steps"]
    assert steps[-1]["run"] == ".ci/run"
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


def test_the_workflow_installs_a_learner_s_packages_on_windows_and_an_intel_mac():
    """None of the tests can run there: they can only simulate Windows, and ask for wheels."""
    job = yaml.safe_load((WORKFLOWS / "ci.yml").read_text())["jobs"]["learner"]
    assert {each.split("-")[0] for each in job["strategy"]["matrix"]["system"]} == {
        "windows",
        "macos",
    }
    commands = " ".join(step.get("run", "") for step in job["steps"])
    for name in re.findall(r"requirements/\S+|fr/[\w/.-]+\.ipynb", commands):
        assert (ROOT / name).is_file() or (ROOT / "release" / name).is_file()
    assert "--only-binary=:all: -r requirements/learner.txt" in commands


def test_a_second_workflow_runs_every_test_each_week_and_when_the_grader_changes():
    workflow = yaml.safe_load((WORKFLOWS / "everything.yml").read_text())
    assert workflow["jobs"]["test"] == {
        "uses": "./.github/workflows/ci.yml",
        "with": {"marks": ""},
    }
    # YAML reads the key `on` as the boolean.
    events = workflow[True]
    assert list(events["schedule"][0]) == ["cron"]
    folders = [path.removesuffix("/**") for path in events["pull_request"]["paths"]]
    assert {"autograder", "tests/autograder", "requirements"} <= {*folders}
    assert [name for name in folders if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_uses_a_tool_of_the_projects_own_environment(hook):
    command = Path(shlex.split(hook["entry"])[0])
    assert command.parts[:2] == (".venv", "bin")
    assert any(
        f'"{package}' in (ROOT / "pyproject.toml").read_text()
        for package in package_of(command.name)
    )


def package_of(command: str) -> tuple[str, ...]:
    """The packages, as pyproject.toml writes them, that a command can come from."""
    return {
        "ai4gov": ("ai4gov",),
        "ruff": ("ruff",),
        "codespell": ("codespell",),
    }.get(command, ("pre-commit-hooks",))  # fmt: skip


def test_each_entry_of_the_change_log_is_one_line_below_a_version():
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    versions = [line for line in lines if line.startswith("## ")]
    version = re.compile(r"## \d+\.\d+\.\d+(rc\d+)?, .+")
    assert versions
    assert all(map(version.fullmatch, versions))
    assert [line for line in entries[1:] if not line.startswith("- ")] == []


def test_no_tracked_file_is_above_five_megabytes():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    ).stdout.split("\0")
    large = [n for n in listed if (ROOT / n).is_file() and (ROOT / n).stat().st_size > 5_000_000]
    assert large == []


def test_no_tracked_file_has_marks_of_an_unfinished_merge():
    """In eight or more characters too, as git writes them where a renamed file is in conflict."""
    found = subprocess.run(
        ["git", "grep", "-lE", "^(<{7,8}|>{7,8}) "],
        cwd=ROOT, capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert found.stdout.splitlines() == []
    assert found.returncode == 1
