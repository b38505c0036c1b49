"""The class list: what is read, what is refused, and what the gradebook learns of it."""

from __future__ import annotations

import pytest
from nbgrader.api import Gradebook

from autograder.errors import CourseError
from autograder.grading.course import Course
from autograder.hub.roster import Learner, read_roster, roster_of, write_roster
from tests.autograder.small_course import make


def written(folder, text: str | bytes):
    file = folder / "class.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


@pytest.mark.parametrize(
    "text",
    [
        "id,name,e-mail,language,cohort\nawa,Awa Diop,awa@example.org,fr,2027\n",
        "identifiant;nom;courriel;langue;cohorte\nawa;Awa Diop;awa@example.org;français;2027\n",
        "usuario\tnombre\tcorreo\tidioma\tgrupo\nawa\tAwa Diop\tawa@example.org\tFR\t2027\n",
        "\ufeffid,nome,email,língua,turma\r\nawa,Awa Diop,awa@example.org,fr,2027\r\n",
        'cohort,language,id,name,mail,shoe size\n2027,fr,awa,"Awa Diop",awa@example.org,40\n',
    ],
)
def test_a_class_list_is_read_as_spreadsheets_write_it(tmp_path, text):
    expected = Learner("awa", "Awa Diop", "awa@example.org", "fr", "2027")
    assert read_roster(written(tmp_path, text)) == [expected]


def test_only_the_id_is_required_and_without_a_language_english_is_written(tmp_path):
    (learner,) = read_roster(written(tmp_path, "id\nawa\n"))
    assert learner == Learner("awa")
    assert (learner.language, learner.lang) == ("", "en")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\nAwa\n", "no column “id”"),
        ("id\n", "no learners"),
        ("id\nawa\nawa\n", "line 3: awa is in the list twice"),
        ("id\n../root\n", "line 2: '../root' cannot be an id"),
        ("id\n\n \n", "cannot be an id"),
        ("id,language\nawa,tlh\n", "no language 'tlh'"),
        ("id,cohort\nawa,a/b\n", "'a/b' cannot be a cohort"),
        ("id,id\nawa,ze\n", "two columns for id"),
        (b"id,name\nawa,Zo\xeb\n", "not in UTF-8"),
        ('id,name\nawa,"Awa\n', "unexpected end of data"),
    ],
)
def test_a_faulty_class_list_is_refused_in_one_line_that_says_where(tmp_path, text, said):
    with pytest.raises(CourseError) as raised:
        read_roster(written(tmp_path, text))
    assert said in str(raised.value)
    assert "class.csv" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_class_list_is_said(tmp_path):
    with pytest.raises(CourseError, match="No such file"):
        read_roster(tmp_path / "class.csv")


@pytest.fixture
def course(tmp_path):
    return Course.open(make(tmp_path / "course"))


def test_the_gradebook_learns_the_names_and_the_list_is_kept(course):
    file = write_roster(course, [Learner("awa", "Awa Diop", "awa@example.org", "fr", "2027")])
    with Gradebook(course.folders.db_url) as gradebook:
        student = gradebook.find_student("awa")
        assert (student.first_name, student.last_name) == ("Awa", "Diop")
        assert student.email == "awa@example.org"
    assert roster_of(course.root) == [Learner("awa", "Awa Diop", "awa@example.org", "fr", "2027")]
    assert file.stat().st_mode & 0o077 == 0


def test_a_learner_who_left_the_list_keeps_a_place_in_the_gradebook(course):
    write_roster(course, [Learner("awa"), Learner("ze")])
    write_roster(course, [Learner("ze")])
    with Gradebook(course.folders.db_url) as gradebook:
        assert {each.id for each in gradebook.students} >= {"awa", "ze"}
    assert [each.id for each in roster_of(course.root)] == ["ze"]
