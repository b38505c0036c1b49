"""Rows of law whose day has come since the last comparison with the law, and the job that asks."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from course.frameworks import ai_act, days, other_law

ROOT = Path(__file__).parents[3]
CHECKED = max(row.checked_on for row in days.rows())


def names(today):
    return {row.name for row in days.passed(today)}


def test_after_each_comparison_no_row_is_left_whose_day_had_come():
    assert days.passed(CHECKED) == []


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 8, 2), "older-models (Article 111(3))"),
        (date(2027, 12, 2), "annex-iii (Article 113, third paragraph, point (c)(i))"),
        (date(2028, 8, 2), "annex-i (Article 113, third paragraph, point (c)(ii))"),
        (date(2030, 8, 2), "older-public (Article 111(2))"),
    ],
)
def test_a_row_is_named_from_its_day_on_and_not_before(day, name):
    assert name not in names(day - timedelta(days=1))
    assert name in names(day)


def test_a_row_that_had_come_when_the_law_was_compared_is_not_named():
    assert not any(row.day <= row.checked_on for row in days.passed(date(2040, 1, 1)))
    assert "general (Article 113, second paragraph)" not in names(date(2040, 1, 1))


def test_each_file_names_a_day_to_look_again_within_half_a_year():
    """Unsettled points have no day of their own: a final text of guidelines, a vote on a bill."""
    again = [row for row in days.rows() if row.name == "look_again"]
    assert {row.framework for row in again} == {ai_act.NAME, other_law.NAME}
    for row in again:
        assert timedelta(0) < row.day - row.checked_on <= timedelta(days=183)


@pytest.mark.parametrize(("today", "status"), [(CHECKED, 0), (date(2027, 12, 2), 1)])
def test_the_command_names_the_rows_and_fails_where_there_are_any(
    today, status, monkeypatch, capsys
):
    class Today(date):
        @classmethod
        def today(cls):
            return today

    monkeypatch.setattr(days, "date", Today)
    assert days.main() == status
    said = capsys.readouterr().out
    assert ("ai-act.yml: annex-iii" in said) == bool(status)


def test_a_scheduled_job_runs_the_command():
    job = yaml.safe_load((ROOT / ".github" / "workflows" / "law.yml").read_text(encoding="utf-8"))
    # YAML 1.1 reads the key `on` as True.
    assert job[True]["schedule"]
    steps = [step.get("run") for each in job["jobs"].values() for step in each["steps"]]
    assert "python -m course.frameworks.days" in steps
