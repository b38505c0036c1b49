"""A wrong call gets one line on stderr and status 2, and leaves everything as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "COMMAND"),
        (["gradee"], "gradee"),
        (["--unknown"], "--help"),
        (["build", "--unknown"], "--unknown"),
        (["grade"], "assignment"),
        (["grade", "01-tiny", "--jobs", "many"], "many"),
        (["grade", "01-tiny", "--jobs", "-1"], "--jobs"),
        (["grade", "01-tiny", "--jobs", "0"], "'0' is no number from 1 on"),
        (["report", "--lang"], "--lang"),
        (["doctor", "01-tiny", "please"], "please"),
    ],
)
def test_a_call_that_is_not_understood(nbgrader_course, refused, arguments, named):
    message = refused(nbgrader_course, *arguments)
    assert named in message


@pytest.mark.parametrize("how", ["a command", "a module"])
def test_a_call_from_a_shell_ends_with_status_2_and_one_line(tmp_path, how):
    arguments = {"a command": ["gradee"], "a module": ["grade", "01-tiny"]}[how]
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "classroom.cli", *arguments],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("shell", "told"),
    [
        ("> /dev/full", "ai4gov: No space left on device; fix that and call again\n"),
        ("| true", ""),
    ],
)
def test_who_cannot_print_says_so_and_complains_of_nothing_else(tmp_path, shell, told):
    code = "import time; from classroom import cli; time.sleep(0.5); exit(cli.main(['doctor']))"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONUNBUFFERED", None)
    done = subprocess.run(
        ["bash", "-c", f'"$0" -c "$1" {shell}; exit ${{PIPESTATUS[0]}}', sys.executable, code],
        cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True, timeout=100,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, told)


def test_where_a_caller_closed_the_standard_files_no_other_file_is_taken_for_one(tmp_path):
    code = (
        "from classroom.cli import main\n"
        "status = main(['grade', '01-tiny'])\n"
        "with open('told', 'w') as told:\n"
        "    told.write(f'{status} {told.fileno() > 2}')\n"
    )
    subprocess.run(
        ["sh", "-c", 'exec "$0" -c "$1" <&- >&- 2>&-', sys.executable, code],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, timeout=60, check=True,
    )  # fmt: skip
    assert (tmp_path / "told").read_text() == "2 True"


@pytest.mark.parametrize(
    "arguments", [["grade", "01-tiny"], ["feedback", "01-tiny"], ["report"]], ids=lambda a: a[0]
)
class TestWhereThereIsNoCourse:
    def test_the_folder_is_named(self, tmp_path, monkeypatch, refused, arguments):
        monkeypatch.chdir(tmp_path)
        message = refused(tmp_path, *arguments)
        assert str(tmp_path) in message
        assert "nbgrader_config.py" in message

    def test_a_course_without_a_gradebook_gets_none(self, nbgrader_course, refused, arguments):
        (nbgrader_course / "gradebook.db").unlink()
        assert "gradebook" in refused(nbgrader_course, *arguments)

    def test_a_gradebook_that_is_none_is_named(self, nbgrader_course, refused, arguments):
        (nbgrader_course / "gradebook.db").write_text("no database\n" * 1000, encoding="utf-8")
        assert "gradebook.db" in refused(nbgrader_course, *arguments)

    @pytest.mark.parametrize("config", ["c = \n", "1 / 0\n", "raise ValueError('a\\nb')\n"])
    def test_a_damaged_configuration_is_named(self, nbgrader_course, refused, arguments, config):
        (nbgrader_course / "nbgrader_config.py").write_text(config, encoding="utf-8")
        assert "nbgrader_config.py" in refused(nbgrader_course, *arguments)


@pytest.mark.parametrize("command", ["grade", "feedback"])
def test_an_unknown_assignment_names_the_known_ones(nbgrader_course, refused, command):
    message = refused(nbgrader_course, command, "02-none")
    assert "'02-none'" in message
    assert "01-tiny" in message


@pytest.mark.parametrize("command", ["grade", "feedback"])
def test_an_unknown_learner_is_named(nbgrader_course, refused, command):
    message = refused(nbgrader_course, command, "01-tiny", "--student", "nobody-of-that-name")
    assert "nobody-of-that-name" in message


def test_an_assignment_that_nobody_has_handed_in_says_what_to_call(nbgrader_course, refused):
    assert "nbgrader collect 01-tiny" in refused(nbgrader_course, "grade", "01-tiny")


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ("c.Autograde.permissions = 'rw'", "permissions"),
        ("c.AssignLatePenalties.plugin_class = 'no.such.Plugin'", "plugin_class"),
        ("c.Autograde.autograde_preprocessors = ['ours.Execute', 'ours.Bonus']", "ours.Bonus"),
        ("c.Autograde.sanitize_preprocessors = ['ours.Clean']", "nbgrader autograde"),
    ],
)
def test_settings_that_grading_cannot_heed_are_named(nbgrader_course, refused, config, named):
    (nbgrader_course / "submitted" / "ana" / "01-tiny").mkdir(parents=True)
    with (nbgrader_course / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(config)
    assert named in refused(nbgrader_course, "grade", "01-tiny")


def test_a_damaged_notebook_of_the_instructor_s_is_named(nbgrader_course, refused):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{nbgrader_course / 'gradebook.db'}", "tiny") as gradebook:
        gradebook.add_notebook("rates", "01-tiny")
    (nbgrader_course / "submitted" / "ana" / "01-tiny").mkdir(parents=True)
    source = nbgrader_course / "source" / "01-tiny" / "rates.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text("{ cut", encoding="utf-8")
    assert str(source) in refused(nbgrader_course, "grade", "01-tiny")


def test_results_that_could_not_be_written_are_refused_before_grading(nbgrader_course, refused):
    submission = nbgrader_course / "submitted" / "ana" / "01-tiny"
    submission.mkdir(parents=True)
    (submission / "01-tiny.ipynb").write_text("{}", encoding="utf-8")
    target = nbgrader_course / "no" / "such" / "folder.json"
    assert str(target) in refused(nbgrader_course, "grade", "01-tiny", "--json", target)


def test_a_report_in_an_unknown_language_names_the_known_ones(nbgrader_course, refused):
    message = refused(nbgrader_course, "report", "--lang", "tlh")
    assert "'tlh'" in message
    assert "fr" in message


def test_a_report_into_a_place_that_cannot_be_written(nbgrader_course, refused):
    (nbgrader_course / "a file").write_text("mine", encoding="utf-8")
    target = nbgrader_course / "a file" / "report"
    assert str(target) in refused(nbgrader_course, "report", "--out", target)


class TestBuild:
    @pytest.fixture(autouse=True)
    def built(self, mini_repository, monkeypatch):
        monkeypatch.chdir(mini_repository.root)
        mini_repository.write_build()
        mini_repository.change("source/start.py", "A small course", "A renewed course")

    @pytest.mark.parametrize("more", [[], ["--check"]])
    @pytest.mark.parametrize(
        ("arguments", "known"), [(["02-none"], "01-tiny"), (["--lang", "tlh"], "fr")]
    )
    def test_what_is_unknown_is_named_with_what_is_known(
        self, mini_repository, refused, arguments, known, more
    ):
        message = refused(mini_repository.root, "build", *arguments, *more)
        assert arguments[-1] in message
        assert known in message

    @pytest.mark.parametrize("more", [[], ["--check"], ["01-tiny"], ["--lang", "es"]])
    def test_a_damaged_catalogue_is_named(self, mini_repository, refused, more):
        path = mini_repository.catalogue("es")
        path.write_text(path.read_text(encoding="utf-8") + "<<<<<<< HEAD\n", encoding="utf-8")
        message = refused(mini_repository.root, "build", *more)
        assert str(path) in message

    def test_a_faulty_source_is_named(self, mini_repository, refused):
        mini_repository.change("source/01-tiny/checks.py", "rate, 0.4375", "rate, 7 / 16")
        assert "checks.py: line 20" in refused(mini_repository.root, "build")

    def test_a_place_that_cannot_be_written_is_named(self, mini_repository, refused):
        shutil.rmtree(mini_repository.path("build"))
        mini_repository.write("build", "a file where a folder should be")
        assert str(mini_repository.path("build")) in refused(mini_repository.root, "build")

    def test_without_the_sources_there_is_nothing_to_build(
        self, mini_repository, refused, monkeypatch, tmp_path
    ):
        from course import places

        monkeypatch.setattr(places, "REPOSITORY", tmp_path / "installed")
        monkeypatch.chdir(tmp_path)
        assert "checkout" in refused(mini_repository.root, "build")

    def test_a_damaged_syllabus_is_named(self, mini_repository, refused):
        mini_repository.write("course/syllabus.yml", "modules: [\n  - slug: {")
        assert "syllabus.yml" in refused(mini_repository.root, "build")


class TestStart:
    @pytest.fixture(autouse=True)
    def somewhere(self, installed_repository, tmp_path, monkeypatch):
        installed_repository.write_build()
        (tmp_path / "a file").write_text("mine", encoding="utf-8")
        monkeypatch.chdir(tmp_path)

    def test_an_unknown_language_names_the_known_ones(self, tmp_path, refused):
        message = refused(tmp_path, "start", "--lang", "tlh", "--dir", tmp_path / "new")
        assert "'tlh'" in message
        assert "fr" in message

    @pytest.mark.parametrize("where", ["a file", "a file/below", "a file/below/more"])
    def test_a_place_that_cannot_be_written_is_named(self, tmp_path, refused, where):
        message = refused(tmp_path, "start", "--dir", tmp_path / where, "--no-browser")
        assert str(tmp_path / where) in message
        assert "--dir" in message

    def test_without_a_release_it_says_what_to_call(self, installed_repository, tmp_path, refused):
        shutil.rmtree(installed_repository.path("release"))
        assert "ai4gov build" in refused(tmp_path, "start", "--dir", tmp_path / "new")

    @pytest.mark.parametrize("content", ["{ cut", "[]", "3", "\u00ff"])
    def test_a_damaged_record_is_named(self, tmp_path, refused, content):
        (tmp_path / "new").mkdir()
        record = tmp_path / "new" / ".course-files.json"
        record.write_bytes(content.encode("latin-1"))
        message = refused(tmp_path, "start", "--dir", tmp_path / "new", "--no-browser")
        assert str(record) in message


class TestDemo:
    @pytest.fixture(autouse=True)
    def somewhere(self, mini_repository, tmp_path, monkeypatch):
        (tmp_path / "a file").write_text("mine", encoding="utf-8")
        monkeypatch.chdir(mini_repository.root)

    @pytest.mark.parametrize("where", ["a file", "repository", "a file/below"])
    def test_only_a_new_folder_will_do(self, tmp_path, refused, where):
        message = refused(tmp_path, "demo", "--dir", tmp_path / where)
        assert str(tmp_path / where) in message

    def test_a_faulty_course_leaves_no_folder_behind(self, mini_repository, tmp_path, refused):
        mini_repository.change("source/01-tiny/checks.py", "rate, 0.4375", "rate, 7 / 16")
        assert "checks.py" in refused(tmp_path, "demo", "--dir", tmp_path / "new")

    def test_an_unknown_assignment_is_refused_with_those_there_are(self, tmp_path, refused):
        message = refused(tmp_path, "demo", "99-nothing", "--dir", tmp_path / "new")
        assert "99-nothing" in message and "01-tiny" in message


def test_debug_shows_where_an_error_comes_from(tmp_path, monkeypatch):
    from autograder.errors import CourseError
    from classroom import cli

    monkeypatch.chdir(tmp_path)
    with pytest.raises(CourseError):
        cli.main(["grade", "01-tiny", "--debug"])


def test_a_fault_of_ours_is_one_line_too_and_another_status(nbgrader_course, ai4gov, monkeypatch):
    from classroom.pages import report

    def fails(*_, **__):
        raise RuntimeError("one\ntwo")

    monkeypatch.setattr(report, "write_report", fails)
    answer = ai4gov("report")
    assert answer.status == 1
    assert len(answer.err.splitlines()) == 1
    assert "RuntimeError" in answer.err
    assert "--debug" in answer.err
    with pytest.raises(RuntimeError):
        ai4gov("report", "--debug")
