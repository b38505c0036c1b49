"""`ai4gov doctor` says what this machine can do, and how to fix what it cannot."""

from __future__ import annotations

import re
import shutil
import sys

import pytest


@pytest.fixture
def healthy(installed_repository):
    """The tiny course, built and translated."""
    installed_repository.write_build()
    for lang in ("fr", "es", "pt"):
        for module in ("01-tiny", "course"):
            installed_repository.translate(lang, module)
    return installed_repository


def line_of(answer, word: str) -> list[str]:
    """The line about a word, and its fix where it has one."""
    lines = answer.out.splitlines()
    [place] = [number for number, line in enumerate(lines) if line[2:].startswith(word)]
    fixes = [line for line in lines[place + 1 : place + 2] if line.lstrip().startswith("->")]
    return [lines[place], *fixes]


def test_every_finding_is_printed_and_every_mend_below_its_finding(healthy, ai4gov):
    from classroom.doctor import examine

    answer = ai4gov("doctor")
    assert answer.err == ""
    for finding in examine():
        said = line_of(answer, finding.what)
        # The name of a cgroup has the number of its process, which is another one here.
        found, printed = (re.sub(r"ai4gov-\d+-\d+", "", each) for each in (finding.found, said[0]))
        assert found in printed
        assert said[0].startswith("!") == bool(finding.fix)
        assert [finding.fix] * bool(finding.fix) == [line.split("-> ")[1] for line in said[1:]]


def test_versions_languages_release_and_isolation_are_looked_at(healthy, ai4gov):
    answer = ai4gov("doctor")
    assert sys.version.split()[0] in line_of(answer, "Python")[0]
    for word in ("jupyterlab", "fairlearn", "nbgrader", "jupytext", "alembic"):
        line_of(answer, word)
    assert "in 4 languages" in line_of(answer, "released course")[0]
    assert "wanted: namespaces or more" in line_of(answer, "isolation")[0]


def test_a_language_that_is_translated_needs_no_mend(healthy, ai4gov):
    answer = ai4gov("doctor")
    for name in ("Français", "Español", "Português"):
        assert len(line_of(answer, name)) == 1


def test_a_damaged_catalogue_is_a_finding_and_not_an_end(healthy, ai4gov):
    path = healthy.catalogue("fr")
    path.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    answer = ai4gov("doctor")
    assert answer.status == 1
    assert str(path) in line_of(answer, "Français")[1]
    assert len(line_of(answer, "Español")) == 1


@pytest.mark.parametrize("gone", ["release", "course/locale/fr"])
def test_what_is_missing_gets_a_fix(healthy, ai4gov, gone):
    shutil.rmtree(healthy.path(gone))
    answer = ai4gov("doctor")
    word = {"release": "released course", "course/locale/fr": "Français"}[gone]
    assert answer.status == 1
    assert len(line_of(answer, word)) == 2


@pytest.mark.parametrize("level", ["landlock", "namespaces"])
def test_a_course_where_learners_code_can_read_is_told(monkeypatch, tmp_path, level):
    from autograder import doctor

    course = tmp_path / "environment" / "course"
    (course / "source").mkdir(parents=True)
    (course / "nbgrader_config.py").touch()
    monkeypatch.chdir(course)
    assert list(doctor._course(level)) == []
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    (found,) = doctor._course(level)
    assert found.what == f"{course} of this course"
    assert found.found.startswith(f"lies inside {tmp_path / 'environment'}, which learners' code")
    assert bool(found.fix) == (level == "landlock")


def test_a_command_that_is_missing_gets_a_fix(monkeypatch, tmp_path):
    from classroom import doctor

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    [alembic] = doctor._commands()
    assert alembic.found == "missing"
    assert "PATH" in alembic.fix


def test_a_catalogue_with_a_text_left_is_not_called_finished(healthy, ai4gov):
    healthy.translate("pt", **{"Two questions.": ""})
    assert len(line_of(ai4gov("doctor"), "Português")) == 2
