"""The class list: what is read, what is refused, and what the gradebook learns of it."""

from __future__ import annotations

import pytest
from nbgrader.api import Gradebook

from autograder.errors import CourseError
from autograder.grading.course import Course
from classroom.hub.roster import Learner, read_roster, roster_of, write_roster
from tests.autograder.small_course import make


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\u2028"])
def test_a_line_break_in_a_name_becomes_a_space(tmp_path, end):
    """Python 3.11 would write a lone carriage return so that nobody of the class can log in."""
    file = written(tmp_path, f'id,name\nawa,"Awa{end}Diop"\n')
    assert read_roster(file) == [Learner("awa", "Awa Diop")]


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
        # As Excel writes it: its own first line, empty lines at the end, “Unicode text”.
        "sep=\t\r\nid\tname\tmail\tlang\tcohort\r\nawa\tAwa Diop\tawa@example.org\tfr\t2027\r\n",
        "sep=;\nid;name;email;language;cohort\nawa;Awa Diop;awa@example.org;fr;2027\n;;;;\n;;;;\n",
        "id\tname\temail\tlanguage\tcohort\nawa\tAwa Diop\tawa@example.org\tfr\t2027".encode(
            "utf-16"
        ),
        # Given and family name apart, in both orders and four languages.
        "Matricule;Prénom;Nom;Courriel;Langue;Cohorte\nawa;Awa;Diop;awa@example.org;French;2027\n",
        "matricule;NOM;PRENOM;courriel;langue;cohorte\nawa;Diop;Awa;awa@example.org;fr-FR;2027\n",
        "id,last name,first name,email,lang,cohort\nawa,Diop,Awa,awa@example.org,fr_CA,2027\n",
        "usuario;nombre;apellidos;correo;idioma;cohorte\nawa;Awa;Diop;awa@example.org;francés;2027",
        "usuário;nome;sobrenome;e-mail;idioma;turma\nawa;Awa;Diop;awa@example.org;francês;2027",
        "matrícula;Nombre y apellidos;E-Mail;Idioma;Cohorte\nawa;Awa Diop;awa@example.org;fr;2027",
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
        ("id\n\n \n", "no learners"),
        ("id,name\n,Awa\n", "line 2: '' cannot be an id"),
        ("id\n.\n", "line 2: '.' cannot be an id"),
        ("id\n..\n", "line 2: '..' cannot be an id"),
        ("id\n--yes\n", "line 2: '--yes' cannot be an id"),
        ("id\nu001\nU001\n", "line 3: U001 differs from line 2 in capitals only"),
        ("sep=;\nid;name\n..;Awa\n", "line 3: '..' cannot be an id"),
        ("id,name\nawa,Diop, Awa\n", "line 2: more values than the first line has columns"),
        ("name\nAwa\n", "identifiant, matricule, identificador"),
        ("email\na+b@example.org\n", "'a+b@example.org' cannot be an id"),
        ("id,language\nawa,tlh\n", "no language 'tlh'"),
        ("id,language\nawa,中文\n", "no language '中文'"),
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


def test_all_faults_are_named_at_once(tmp_path):
    text = "id,language,group\n../a,en,\nbea,tlh,a/b\nbea,en,\n"
    with pytest.raises(CourseError) as raised:
        read_roster(written(tmp_path, text))
    said = str(raised.value)
    assert said.count("line ") == 4
    for fault in ("line 2: '../a'", "line 3: no language 'tlh'", "line 3: 'a/b'", "line 4: bea"):
        assert fault in said


def test_of_very_many_faults_the_first_are_named_and_the_others_counted(tmp_path):
    with pytest.raises(CourseError, match=r"line 11: .*; and 190 more$"):
        read_roster(written(tmp_path, "id\n" + "a b\n" * 200))


def test_an_e_mail_address_is_the_id_where_there_is_no_other(tmp_path):
    (learner,) = read_roster(
        written(tmp_path, "Nom et prénom;Courriel\nDiop Awa;awa@example.org\n")
    )
    assert learner == Learner("awa@example.org", "Diop Awa", "awa@example.org")


def test_a_full_name_is_taken_before_its_parts(tmp_path):
    (learner,) = read_roster(
        written(tmp_path, "id,full name,first name,last name\nawa,Awa N. Diop,Awa,Diop\n")
    )
    assert learner.name == "Awa N. Diop"


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
