"""A project's folder, and where the worker finds the fakes."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project's folder; the worker's Python finds this checkout, with its tests."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made = tmp_path / "capstone-5-presentation" / "project"
    made.mkdir(parents=True)
    return made
