"""A learner's home with the real course's modules, and progress in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.start import progress
from course.start.opening import copy_release


def entry(points: float = 0, state: str = "right", at: str = "2026-11-20T10:00:00+00:00") -> dict:
    """What a check records of an answer."""
    return {
        "state": state, "code": state, "points": points, "out_of": points, "tries": 1, "at": at,
    }  # fmt: skip


def all_right(slug: str, *strands: str, at: str = "2026-11-20T10:00:00+00:00") -> dict:
    """A record of a module: its lesson's checks, and all exercises of some strands."""
    done = {name: entry(at=at) for name in progress.self_checks(slug)}
    for strand in strands:
        done |= {name: entry(p, at=at) for name, p in progress.outline(slug)[strand].items()}
    return done


@pytest.fixture(autouse=True)
def own_data(tmp_path_factory, monkeypatch) -> Path:
    """The choice of a language is kept in a folder of the test's own."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(folder))
    monkeypatch.delenv("JUPYTERHUB_USER", raising=False)
    return folder


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory) -> Path:
    """A home with English and French, as `ai4gov start` makes it; tests take copies."""
    folder = tmp_path_factory.mktemp("laid-out") / "home"
    copy_release(folder, ["en", "fr"])
    return folder


@pytest.fixture
def home(tmp_path, laid_out) -> Path:
    """The home of a learner who has not begun."""
    return Path(shutil.copytree(laid_out, tmp_path / "home"))
