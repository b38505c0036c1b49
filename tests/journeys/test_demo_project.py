"""The demo of the project: whole projects, graded at every checkpoint, get what is promised."""

import re

import pytest

from autograder.errors import CourseError
from classroom import cli, demo_project
from course.project.project_files import KINDS
from tests.course.content.notebooks import ROOT

ENTRIES = {each.name: each for each in demo_project.read_entries(ROOT)}


@pytest.fixture(scope="module")
def sound() -> dict[str, str]:
    """The files of the sound project."""
    return demo_project._example(ROOT)


def test_there_are_a_sound_project_and_eight_imperfect_ones():
    assert len(ENTRIES) == 9
    sound = next(iter(ENTRIES.values()))
    assert not sound.edits and not sound.told and not sound.mistakes


@pytest.mark.parametrize("name", ["card-drift", "model-changed", "copied-governance"])
def test_an_imperfect_project_differs_from_the_sound_one_in_files_that_can_be_read(name, sound):
    files = dict(sound)
    ENTRIES[name].change(files)
    differing = {file for file in files if files[file] != sound[file]}
    assert differing
    for file in differing:
        KINDS[file.removesuffix(".yml")].from_yaml(files[file])


def test_a_change_that_no_longer_fits_the_example_is_told_by_its_file(sound):
    files = dict(sound) | {"choices.yml": "system: Civicly\n"}
    with pytest.raises(CourseError, match=r"choices\.yml: the demo replaces"):
        ENTRIES["model-changed"].change(files)


def test_a_repository_without_the_example_is_refused_in_one_line(tmp_path):
    with pytest.raises(CourseError, match="cannot be read"):
        demo_project._example(tmp_path)
    with pytest.raises(CourseError, match="cannot be read"):
        demo_project.read_entries(tmp_path)


@pytest.mark.weekly
def test_every_project_gets_the_points_and_messages_promised(tmp_path, capsys):
    """About ten minutes of CPU: 45 hand-ins, most of which learn a model."""
    status = cli.main(["demo", "project", "--dir", str(tmp_path / "course"), "--jobs", "2"])
    printed = capsys.readouterr().out
    assert "PROMISED" not in printed
    assert re.search(r"(\d+) of \1 hand-ins got the points and messages promised", printed)
    assert status == 0
