"""What the grader reads of an assignment's folder of checks, and what `ai4gov demo` puts there."""

from types import SimpleNamespace

import pytest
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.grading.plan import make_plan
from classroom.demo import make_course
from tests.autograder.attacks.assignment import HIDDEN_DATA, NAME, make


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """The plan of an assignment whose checks have data, and the texts that made them, beside."""
    course = tmp_path_factory.mktemp("graded") / "course"
    make(course)
    folder = course / "checks" / NAME
    for name in ("hidden/make.py", "hidden/texts/en.yml", "answers.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("CANARY")
    config = settings.load(course)
    coursedir = CourseDirectory(config=config)
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        return make_plan(gradebook, coursedir, NAME, config)


def test_the_examiner_gets_the_data_beside_the_hidden_checks_and_not_what_made_them(plan):
    assert set(plan.checks) == {"checks.py", "hidden_checks.py", "hidden-data.csv"}
    assert plan.checks["hidden-data.csv"].decode() == HIDDEN_DATA


def test_no_learner_gets_them(plan):
    assert "hidden-data.csv" not in plan.files


def test_the_demo_s_course_has_the_data_beside_the_hidden_checks(tmp_path):
    source = tmp_path / "repository" / "source" / "01-a"
    (source / "hidden").mkdir(parents=True)
    beside = ("checks.py", "hidden_checks.py", "hidden-x.csv.gz")
    for name in (*beside, "answers.py", "lesson.py", "assignment.py", "hidden/make.py"):
        (source / name).touch()
    built = SimpleNamespace(files={"build/source/01-a/checks.py": "", "release/en/01-a/a.py": ""})
    make_course(tmp_path / "repository", tmp_path / "course", built)
    held = (tmp_path / "course" / "checks" / "01-a").iterdir()
    assert {path.name for path in held} == {*beside}
    released = (tmp_path / "course" / "release").rglob("*.*")
    assert {path.name for path in released} == {"a.py"}
