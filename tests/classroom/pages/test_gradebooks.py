"""The files for Moodle and Canvas hold final points, in the form that each importer reads.

The importers are stood in for by what their sources do (named in classroom/pages/report/
gradebooks.py): Canvas's header test and row test, and Moodle's reading of cells.
"""

import csv
import io
import re
from dataclasses import replace

import pytest

from classroom.hub.roster import Learner
from classroom.pages.report import gradebooks
from classroom.pages.report.results import (
    ATTENTION,
    GRADED,
    NOT_GRADED,
    WAITING,
    AssignmentResults,
    ClassResults,
    ReleasedExercise,
    Submission,
)

PEOPLE = [
    Learner("awa", "Awa Marie Diop", "awa@example.org", "fr", "dakar"),
    Learner("joao", "=João", "joao@example.org", "pt"),
    Learner("li", "", "li@example.org"),
    Learner("ana", "Ana Paz", "ana@example.org"),
    Learner("none", "Handed in nothing", "none@example.org"),
]
DONE = [("awa", GRADED, 17.5), ("joao", WAITING, 12), ("li", ATTENTION, 3), ("ana", GRADED, -1)]


@pytest.fixture
def found() -> ClassResults:
    exercises = {("n", "check-a"): ReleasedExercise(20, "A", "A")}
    first = [Submission(student, state, points=points) for student, state, points in DONE]
    second = [Submission("li", NOT_GRADED), Submission("awa", GRADED, points=20 / 3)]
    return ClassResults(
        list(PEOPLE),
        [
            AssignmentResults(
                "06", "06 Mesurer l’équité", "06 Measuring fairness", 5, exercises, first
            ),
            AssignmentResults("07", "07 Atténuer", "07 Mitigating, and more", 5, exercises, second),
        ],
    )


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_canvas_takes_the_header_and_the_row_of_points_for_what_they_are(found):
    head, possible, *_ = rows(gradebooks.canvas(found))
    # row_has_student_headers?, update_column_count and last_student_info_column
    assert len(head) > 3 and "Student" in head[0] and "ID" in head[1]
    assert re.search(r"SIS\s+Login\s+ID", head[2]) and "Section" in head[3]
    assert head[4:] == ["06 Measuring fairness", "07 Mitigating, and more"]
    assert "Points Possible" in possible[0] and possible[4:] == ["20", "20"]


def test_canvas_finds_each_learner_by_login_and_final_points_only(found):
    _, _, *learners = rows(gradebooks.canvas(found))
    assert [row[2] for row in learners] == ["awa", "joao", "li", "ana", "none"]
    # Waiting, in need of attention, not graded and not handed in: the cell is empty.
    assert [row[4:] for row in learners] == [
        ["17.5", "6.67"], ["", ""], ["", ""], ["0", ""], ["", ""],
    ]  # fmt: skip
    assert learners[0][:4] == ["Awa Marie Diop", "", "awa", "dakar"]
    assert learners[2][0] == "li"


def test_no_line_for_canvas_has_another_number_of_fields_where_the_delimiter_is_guessed(found):
    # identify_delimiter: the delimiter that gives all of the first three lines equally many fields
    assert {len(row) for row in rows(gradebooks.canvas(found))} == {6}


def test_moodle_has_an_identifier_in_every_row(found):
    head, *learners = rows(gradebooks.moodle(found))
    assert head[:5] == ["Username", "ID number", "First name", "Last name", "Email address"]
    # map_user_data_with_value: after an empty identifier, the learner of the row before is meant.
    assert all(row[head.index("Username")] for row in learners)
    assert learners[0] == [
        "awa", "awa", "Awa Marie", "Diop", "awa@example.org", "17.5", "6.67",
    ]  # fmt: skip


def test_moodle_gets_no_column_of_addresses_that_has_a_gap(found):
    found.learners[2] = replace(found.learners[2], email="")
    assert "Email address" not in rows(gradebooks.moodle(found))[0]


def test_moodle_can_read_each_grade_as_a_number_or_as_no_grade(found):
    # update_grade_item: '' is no grade; all else must be a number in decimal form.
    cells = [cell for row in rows(gradebooks.moodle(found))[1:] for cell in row[5:]]
    assert cells.count("") == 7
    assert all(re.fullmatch(r"\d+(\.\d{1,2})?", cell) for cell in cells if cell)


def test_no_name_opens_a_formula(found):
    for text in (gradebooks.canvas(found), gradebooks.moodle(found)):
        assert "'=João" in text


def test_a_course_without_learners_or_assignments_gives_the_headings():
    empty = ClassResults([], [])
    assert rows(gradebooks.moodle(empty)) == [["Username", "ID number", "First name", "Last name"]]
    assert len(rows(gradebooks.canvas(empty))) == 2
