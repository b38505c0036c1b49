"""The rubric of a note, read from the released assignment."""

from __future__ import annotations

import pytest
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from classroom.desk.rubric import read_rubric, rubric_in
from course.language import LANGUAGES
from course.syllabus import modules
from tests.course.content.notebooks import ROOT

SLUGS = [slug for slug, module in modules().items() if not module.lesson_only]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_each_note_of_the_course_has_four_named_criteria_in_each_language(slug, lang):
    config = Config()
    config.CourseDirectory.root = str(ROOT)
    config.CourseDirectory.release_directory = "release/en"
    folders = CourseDirectory(config=config)
    found = read_rubric(folders, slug, slug, "reflection", 4, lang)
    assert len(found.criteria) == 4
    for each in found.criteria:
        assert not each.title.isdecimal() and 2 < len(each.title) < 60
        assert str(each.text).startswith("<strong>") and "<p>" not in each.text
    assert found.heading.partition(".")[0].isdecimal() and found.task


def test_the_last_list_with_a_line_for_each_point_counts():
    task = "1. not this\n2. nor this\n\nThen:\n\n1. **A.** One\n   and more.\n2. B.\n\nAn end."
    first, second = rubric_in(task, 2).criteria
    assert (first.title, str(first.text)) == ("A", "<strong>A.</strong> One and more.")
    assert (second.title, str(second.text)) == ("2", "B.")


def test_without_such_a_list_there_are_no_boxes():
    assert rubric_in("1. **A.** One\n2. **B.** Two", 4).criteria == ()
    assert rubric_in("Write something.", 4).criteria == ()
