"""An exchange between a course and a learner's home."""

import pytest

from tests.classroom.hub.exchange_course import Course


@pytest.fixture
def course(tmp_path, monkeypatch) -> Course:
    for name in ("AI4GOV_LEARNER_LANG", "JUPYTERLAB_SETTINGS_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "config"))
    return Course(tmp_path)


@pytest.fixture
def learner_of(monkeypatch):
    """Say which language the hub has set for the learner."""
    return lambda lang: monkeypatch.setenv("AI4GOV_LEARNER_LANG", lang)
