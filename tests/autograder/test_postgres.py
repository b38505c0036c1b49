"""A gradebook on PostgreSQL holds what one in a file holds; nbgrader and ours work on both."""

import csv
import os
import shutil
import subprocess

import pytest
from sqlalchemy import make_url

from autograder.errors import CourseError
from autograder.grading.course import Course
from autograder.grading.grade import grade
from classroom.pages.feedback import write_feedback
from classroom.pages.report import write_report
from tests.autograder import postgres
from tests.autograder.stock_course import (
    CONFIG,
    LATE,
    LATER,
    MIXED,
    HandIn,
    grade_by_nbgrader,
    graded_files,
    kept,
    make,
    read_by_hand,
)

pytestmark = pytest.mark.weekly


@pytest.fixture(scope="module")
def server():
    with postgres.server() as running:
        yield running


@pytest.fixture(scope="module")
def course(server, tmp_path_factory):
    return make(tmp_path_factory.mktemp("course") / "postgres", db_url=server.url)


@pytest.fixture(scope="module")
def both(course):
    """The same hand-ins graded twice with a reader between: in PostgreSQL, and in a file."""
    in_a_file = make(course.with_name("file"))
    for each in (course, in_a_file):
        right, late, whole = (HandIn(each, MIXED).right() for _ in range(3))
        late.timestamp = LATE
        del whole.notebooks["prose"]
        for student, hand_in in (("right", right), ("late", late), ("without", whole)):
            hand_in.write(each, student, MIXED)
        grade(each, MIXED, jobs=2)
        read_by_hand(each, "late")
        late.answer(share="share = 0.5").timestamp = LATER
        late.write(each, "late", MIXED)
        grade(each, MIXED, jobs=2)
    return course, in_a_file


def test_it_holds_the_same_rows_as_a_gradebook_in_a_file(both):
    in_postgres, in_a_file = both
    assert kept(in_postgres) == kept(in_a_file)
    assert kept(in_postgres)["grade", "late", MIXED, "prose", "essay"]["manual"] == 1.5


def test_the_graded_folders_are_the_same(both):
    in_postgres, in_a_file = both
    assert graded_files(in_postgres) == graded_files(in_a_file)


def test_nbgrader_grades_on_it_what_we_graded(both, tmp_path):
    """Its own command, on the rows that ours made."""
    in_postgres, _ = both
    before = kept(in_postgres)
    grade_by_nbgrader(in_postgres, MIXED, student="right", force=True)
    assert kept(in_postgres) == before


def test_feedback_report_and_nbgrader_s_export_read_it(both, tmp_path, monkeypatch):
    in_postgres, _ = both
    written, problems = write_feedback(in_postgres, MIXED, None)
    assert (len(written), problems) == (5, [])
    assert write_report(in_postgres, tmp_path / "report", "en")
    subprocess.run(
        ["nbgrader", "export", f"--CsvExportPlugin.to={tmp_path / 'grades.csv'}"],
        cwd=in_postgres,
        check=True,
        capture_output=True,
        env=os.environ | {"JUPYTER_CONFIG_DIR": str(tmp_path)},
    )
    with (tmp_path / "grades.csv").open() as file:
        rows = {(row["student_id"], row["assignment"]): row for row in csv.DictReader(file)}
    assert rows["right", MIXED]["raw_score"] == "7.0"


def test_a_server_that_is_away_is_told_in_one_line_without_its_password(server, tmp_path):
    course = tmp_path / "course"
    course.mkdir()
    url = make_url(server.url).set(password="unsaid").update_query_dict({"host": str(tmp_path)})
    shown = url.render_as_string(hide_password=False)
    (course / "nbgrader_config.py").write_text(f"{CONFIG}\nc.CourseDirectory.db_url = {shown!r}\n")
    with pytest.raises(CourseError, match="not a gradebook") as caught:
        Course.open(course)
    assert "\n" not in str(caught.value)
    assert "unsaid" not in str(caught.value)


def test_what_does_not_fit_into_it_is_that_submission_s_own_matter(both, tmp_path):
    """PostgreSQL has a longest name where a file has none."""
    in_postgres, _ = both
    long = "x" * 129
    for student in (long, "short"):
        HandIn(in_postgres, MIXED).right().write(in_postgres, student, MIXED)
    results = {result.student: result for result in grade(in_postgres, MIXED, jobs=1)}
    assert (results[long].points, results["short"].points) == (None, 7)
    shutil.rmtree(in_postgres / "submitted" / long)
