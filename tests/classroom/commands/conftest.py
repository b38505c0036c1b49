"""Calls of the command `ai4gov`, and a small nbgrader course to call it in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from classroom import cli


@dataclass
class Answer:
    """What a call came to."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def no_jupyterlab(monkeypatch):
    """A call that goes through must not replace the process that tests by JupyterLab."""

    def stop(*command: object) -> None:
        raise AssertionError(f"would have started {command}")

    monkeypatch.setattr(os, "execv", stop)


@pytest.fixture
def ai4gov(capfd) -> Callable[..., Answer]:
    """`ai4gov("build", "--check")` calls the command in this process."""

    def call(*arguments: object) -> Answer:
        capfd.readouterr()
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = stopped.code
        out, err = capfd.readouterr()
        return Answer(status, out, err)

    return call


@pytest.fixture
def refused(ai4gov, snapshot) -> Callable[..., str]:
    """A call that must be refused in one line and write nothing below `folder`."""

    def call(folder: Path, *arguments: object) -> str:
        before = snapshot(folder)
        answer = ai4gov(*arguments)
        assert answer.status == 2, answer
        assert answer.out == ""
        assert answer.err.endswith("\n")
        assert len(answer.err.splitlines()) == 1, answer.err
        assert answer.err.startswith("ai4gov")
        assert "fault of ai4gov" not in answer.err
        assert snapshot(folder) == before
        return answer.err

    return call


@pytest.fixture(scope="session")
def course_template(tmp_path_factory) -> Path:
    """An nbgrader course with one assignment in its gradebook, and nothing handed in."""
    from nbgrader.api import Gradebook

    folder = tmp_path_factory.mktemp("template") / "course"
    folder.mkdir()
    (folder / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "tiny"\n', encoding="utf-8"
    )
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "tiny") as gradebook:
        gradebook.add_assignment("01-tiny")
    return folder


@pytest.fixture
def nbgrader_course(course_template, tmp_path, monkeypatch) -> Path:
    """A course of the test's own, in which the test stands."""
    folder = tmp_path / "course"
    shutil.copytree(course_template, folder)
    monkeypatch.chdir(folder)
    return folder
