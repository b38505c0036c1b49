"""One hand-in for a group: who gets a copy, what is in it, and what is left alone."""

from __future__ import annotations

import os

import pytest
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.grading.course import Course
from classroom.hub import steps
from classroom.hub.groups import copy_to_groups, is_copy
from classroom.hub.roster import ROSTER, Learner, read_roster
from tests.autograder.small_course import CONFIG, NAME

CLASS = [
    Learner("ann", group="river"), Learner("ben", group="river"), Learner("cyd", group="river"),
    Learner("dan", group="hill"), Learner("eve"),
]  # fmt: skip


@pytest.fixture
def course(tmp_path):
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "nbgrader_config.py").write_text(CONFIG)
    config = settings.load(folder)
    # Without a gradebook, which takes seconds to make and is not asked.
    return Course(CourseDirectory(config=config), config)


def hand_in(course, student: str, time: str, text: str = "mine"):
    folder = course.submitted(student, NAME)
    (folder / "project").mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.ipynb").write_text(text)
    (folder / "project" / "team.yml").write_text(f"title: {text}\n")
    (folder / "timestamp.txt").write_text(f"{time} UTC")
    (folder / "submission_secret.txt").write_text(f"secret of {student}")
    return folder


def collected(course) -> list[str]:
    return copy_to_groups(course, NAME, CLASS, course.students_who_handed_in(NAME))


def text_of(course, student: str) -> str:
    return (course.submitted(student, NAME) / f"{NAME}.ipynb").read_text()


def test_a_member_who_handed_in_nothing_gets_the_hand_in_of_the_group(course):
    hand_in(course, "ann", "2026-11-25 09:00:00", "ours")
    assert collected(course) == ["group river: the hand-in of ann also counts for ben, cyd"]
    assert course.students_who_handed_in(NAME) == {"ann", "ben", "cyd"}
    for student in ("ben", "cyd"):
        folder = course.submitted(student, NAME)
        assert text_of(course, student) == "ours"
        assert (folder / "project" / "team.yml").read_text() == "title: ours\n"
        assert (folder / "timestamp.txt").read_text() == "2026-11-25 09:00:00 UTC"


def test_the_newest_hand_in_of_a_group_is_copied_and_each_keeps_an_own_one(course):
    hand_in(course, "ann", "2026-11-25 09:00:00", "early")
    hand_in(course, "ben", "2026-11-26 09:00:00", "late")
    assert collected(course) == ["group river: the hand-in of ben also counts for cyd"]
    assert [text_of(course, each) for each in ("ann", "ben", "cyd")] == ["early", "late", "late"]


def test_collecting_again_copies_nothing_again_and_a_newer_hand_in_renews_the_copies(course):
    folder = hand_in(course, "ann", "2026-11-25 09:00:00", "first")
    collected(course)
    assert collected(course) == []
    (folder / f"{NAME}.ipynb").write_text("second")
    (folder / "timestamp.txt").write_text("2026-11-27 09:00:00 UTC")
    assert collected(course) == ["group river: the hand-in of ann also counts for ben, cyd"]
    assert text_of(course, "ben") == "second"


def test_who_hands_in_after_a_copy_has_an_own_hand_in_again(course):
    hand_in(course, "ann", "2026-11-25 09:00:00", "ours")
    collected(course)
    (course.submitted("ben", NAME) / ".copied-from").unlink()  # nbgrader replaces the folder.
    hand_in(course, "ben", "2026-11-24 09:00:00", "mine alone")
    assert not is_copy(course.submitted("ben", NAME))
    collected(course)
    assert text_of(course, "ben") == "mine alone"


def test_a_learner_without_a_group_and_a_group_without_a_hand_in_get_nothing(course):
    hand_in(course, "ann", "2026-11-25 09:00:00")
    hand_in(course, "eve", "2026-11-25 09:00:00")
    collected(course)
    assert "dan" not in course.students_who_handed_in(NAME)


def test_a_copy_has_a_secret_of_its_own_so_that_no_feedback_page_replaces_another(course):
    hand_in(course, "ann", "2026-11-25 09:00:00")
    collected(course)
    secrets = {
        (course.submitted(each, NAME) / "submission_secret.txt").read_text()
        for each in ("ann", "ben", "cyd")
    }
    assert len(secrets) == 3


def test_links_of_a_hand_in_are_not_followed_into_a_copy(course, tmp_path):
    (tmp_path / "private").write_text("the instructor's")
    folder = hand_in(course, "ann", "2026-11-25 09:00:00")
    os.symlink(tmp_path / "private", folder / "project" / "model.py")
    collected(course)
    copied = course.submitted("ben", NAME) / "project"
    assert sorted(path.name for path in copied.iterdir()) == ["team.yml"]


@pytest.mark.parametrize("time", ["9999", "x" * 5000, "", "2026-13-99"])
def test_a_time_that_is_none_makes_a_hand_in_the_oldest(course, time):
    hand_in(course, "ann", "2026-11-25 09:00:00", "honest")
    (hand_in(course, "ben", "x", "liar") / "timestamp.txt").write_text(time)
    collected(course)
    assert text_of(course, "cyd") == "honest"


def test_collect_says_in_one_line_who_got_a_copy_and_counts_them_as_handed_in(course, monkeypatch):
    (course.root / ROSTER).write_text(
        "id,group\nann,river\nben,river\ncyd,river\ndan,hill\neve,\n", encoding="utf-8"
    )
    hand_in(course, "ann", "2026-11-25 09:00:00")
    monkeypatch.setattr(steps, "prepare", lambda *_: None)
    monkeypatch.setattr(steps, "_require_exchange", lambda _: None)
    monkeypatch.setattr(steps.Course, "open", lambda _: course)
    monkeypatch.setattr(steps, "_started", lambda *_, **__: None)
    lines = steps.collect(course.root, NAME).lines
    assert "group river: the hand-in of ann also counts for ben, cyd" in lines
    assert lines[0].startswith("3 handed in: 2 new")
    assert "not handed in (2 of 5): dan, eve" in lines


def test_the_class_list_has_a_column_for_groups_in_four_languages(tmp_path):
    for heading in ("group", "Équipe", "equipo", "equipe"):
        file = tmp_path / "class.csv"
        file.write_text(f"id,{heading}\nawa,river-1\n", encoding="utf-8")
        assert read_roster(file) == [Learner("awa", group="river-1")]
