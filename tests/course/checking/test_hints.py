"""Hints grow with the tries of a learner, and are not for the grader."""

from __future__ import annotations

CHECKS = """
@exercise("one", points=2, hints=[say("01-h1", "First hint."), say("01-h2", "Second hint.")])
def one(value):
    expect.count(value, 1)
"""


def shown(outcome) -> list[str]:
    return [hint for hint in ("First hint.", "Second hint.") if hint in outcome.as_html()]


def test_each_try_after_the_first_shows_one_hint_more(desk):
    desk.checks(CHECKS)
    tries = [shown(desk.check("one", 5)) for _ in range(4)]
    both = ["First hint.", "Second hint."]
    assert tries == [[], ["First hint."], both, both]


def test_what_was_not_attempted_is_no_try_and_shows_no_hint(desk):
    desk.checks(CHECKS)
    for _ in range(3):
        assert shown(desk.check("one", ...)) == []
    assert shown(desk.check("one", 5)) == []


def test_a_right_answer_shows_no_hint(desk):
    desk.checks(CHECKS)
    for _ in range(3):
        desk.check("one", 5)
    assert shown(desk.check("one", 1)) == []


def test_a_grader_sees_no_hints_and_leaves_no_progress(desk, tmp_path, monkeypatch, snapshot):
    desk.checks(CHECKS, tmp_path / "grader")
    monkeypatch.setenv("AI4GOV_CHECKS", str(tmp_path / "grader"))
    before = snapshot(desk.folder)
    assert [shown(desk.check("one", 5)) for _ in range(3)] == [[], [], []]
    assert snapshot(desk.folder) == before
