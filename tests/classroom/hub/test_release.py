"""`ai4gov release` hands an assignment out, and with `--again` a corrected version of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.errors import CourseError
from classroom.cli import main
from classroom.hub import steps
from tests.autograder.small_course import answer, check_cell
from tests.classroom.desk import class_of_notes
from tests.classroom.desk.class_of_notes import NAME, in_inbound

GENERATE = """
c.GenerateAssignment.preprocessors = [
    f"nbgrader.preprocessors.{name}"
    for name in ("LockCells", "ComputeChecksums", "SaveCells", "CheckCellMetadata")
]
"""
"""As small_course.py generates: its notebook has a comment for nbgrader's automatic tests."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return class_of_notes.make(tmp_path_factory.mktemp("made"))


@pytest.fixture
def course(made, tmp_path, monkeypatch) -> Path:
    """A course whose assignment is handed out in English and French."""
    place = tmp_path / "place"
    shutil.copytree(made.parent, place)
    config = place / "course" / "nbgrader_config.py"
    config.write_text(config.read_text().replace(str(made.parent), str(place)) + GENERATE)
    monkeypatch.chdir(place / "course")
    steps.release(place / "course", NAME)
    return place / "course"


def outbound(course: Path) -> Path:
    return course.parent / "exchange" / "small" / "outbound"


def correct(course: Path) -> None:
    """Change a sentence of the assignment, in the sources and in the French release."""
    for folder in ("source", "release/fr"):
        file = course / folder / NAME / f"{NAME}.ipynb"
        notebook = nbformat.read(file, as_version=4)
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell("Corrected."))
        nbformat.write(notebook, file)


def first_lines(folder: Path) -> dict[str, str]:
    return {
        each.name: nbformat.read(each / f"{NAME}.ipynb", as_version=4).cells[0].source
        for each in folder.iterdir()
    }


def test_a_second_release_names_the_option_of_this_command_and_changes_nothing(course, capsys):
    before = first_lines(outbound(course))
    correct(course)
    assert main(["release", NAME]) == 2
    said = capsys.readouterr().err
    assert f"call: ai4gov release {NAME} --again" in said
    assert "--force" not in said
    assert first_lines(outbound(course)) == before


def test_again_hands_the_corrected_version_out_in_every_language(course, capsys):
    correct(course)
    assert main(["release", NAME, "--again"]) == 0
    assert set(first_lines(outbound(course)).values()) == {"Corrected."}
    said = capsys.readouterr().out
    assert "released in: English, Français" in said
    assert "rename that folder and fetch again" in said


def test_again_keeps_what_was_handed_in(course):
    handed_in = in_inbound(course, "awa")
    steps.collect(course, NAME)
    correct(course)
    steps.release(course, NAME, again=True)
    assert (handed_in / f"{NAME}.ipynb").is_file()
    assert (course / "submitted" / "awa" / NAME / f"{NAME}.ipynb").is_file()


def test_again_adds_a_language_that_is_new_and_withdraws_one_that_has_gone(course):
    (course / "release" / "fr").rename(course / "release" / "pt")
    (course / "release" / "pt" / NAME / "language.txt").write_text("pt")
    (line, *_) = steps.release(course, NAME, again=True).lines
    assert line == "released in: English, Português"
    assert steps.released_languages(course) == {NAME: {"en", "pt"}}
    assert not (outbound(course) / f"{NAME}.fr").exists()


def test_again_hands_out_for_the_first_time_too(course):
    shutil.rmtree(outbound(course))
    lines = steps.release(course, NAME, again=True).lines
    assert lines[0] == "released in: English, Français"
    assert not any("fetched" in line for line in lines)


def test_a_first_release_makes_an_exchange_that_is_missing(course):
    shutil.rmtree(course.parent / "exchange")
    assert steps.release(course, NAME).lines[0] == "released in: English, Français"


def test_a_due_date_can_be_set_before_the_assignment_is_handed_out(course):
    shutil.rmtree(outbound(course))
    address = f"sqlite:///{course / 'gradebook.db'}"
    with Gradebook(address) as gradebook:
        gradebook.remove_assignment(NAME)
        gradebook.add_assignment(NAME, duedate="2027-03-01 17:00 UTC")
    steps.release(course, NAME)
    with Gradebook(address) as gradebook:
        found = gradebook.find_assignment(NAME)
        assert [each.name for each in found.notebooks] == [NAME]
        assert str(found.duedate) == "2027-03-01 17:00:00"


def test_an_unknown_assignment_is_refused_with_the_names_of_those_that_there_are(course):
    with pytest.raises(CourseError, match=f"no assignment 'capstone': .*; the course has: {NAME}$"):
        steps.release(course, "capstone")


def test_what_nbgrader_refuses_leaves_the_release_as_it_was(course):
    """Exercises cannot be added once somebody's work is in the gradebook."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        gradebook.add_student("awa")
        gradebook.add_submission(NAME, "awa")
    before = first_lines(course / "release" / "en"), first_lines(outbound(course))
    file = course / "source" / NAME / f"{NAME}.ipynb"
    notebook = nbformat.read(file, as_version=4)
    notebook.cells += [answer("new", "new = 1"), check_cell("new", "assert new == 1", 1)]
    nbformat.write(notebook, file)
    with pytest.raises(CourseError, match="exercises or notebooks of it were added"):
        steps.release(course, NAME, again=True)
    assert (first_lines(course / "release" / "en"), first_lines(outbound(course))) == before


FAULTS = {
    "same id": (
        lambda cells: cells[1].metadata.nbgrader.update(grade_id="rate"),
        f"{NAME}.ipynb: cells 1 and 2 have the same nbgrader id, “rate”",
    ),
    "no points": (
        lambda cells: cells[1].metadata.nbgrader.pop("points"),
        f"{NAME}.ipynb: cell 2 (“check-rate”) is graded and has no points",
    ),
    "no id": (
        lambda cells: cells[1].metadata.nbgrader.pop("grade_id"),
        f"{NAME}.ipynb: cell 2 has no nbgrader id",
    ),
    "a key missing": (
        lambda cells: cells[1].metadata.nbgrader.pop("locked"),
        "in cell 2 (“check-rate”) is wrong: 'locked' is a required property",
    ),
    "earlier metadata": (
        lambda cells: cells[1].metadata.nbgrader.update(schema_version=1),
        f"{NAME}.ipynb was written for an earlier version of nbgrader",
    ),
}
"""What is done to the cells of an assignment, and what is said of it."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_instructor_s_cells_is_said_with_notebook_and_cell(course, fault):
    spoil, said = FAULTS[fault]
    file = course / "source" / NAME / f"{NAME}.ipynb"
    notebook = nbformat.read(file, as_version=4)
    spoil(notebook.cells)
    nbformat.write(notebook, file)
    before = first_lines(course / "release" / "en")
    with pytest.raises(CourseError) as raised:
        steps.release(course, NAME, again=True)
    text = str(raised.value)
    assert text.startswith(f"{NAME} was not generated. ") and said in text and "\n" not in text
    assert first_lines(course / "release" / "en") == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{\n "cells": [\n}', f"{NAME}.ipynb is damaged: line 3 is not valid JSON. Mend it"),
        ("[]", f"{NAME}.ipynb is not a Jupyter notebook"),
        (None, "There is no notebook in {folder}: put the assignment's"),
    ],
)
def test_a_file_that_is_no_notebook_is_named(course, content, said):
    folder = course / "source" / NAME
    (folder / f"{NAME}.ipynb").unlink()
    if content:
        (folder / f"{NAME}.ipynb").write_text(content)
    with pytest.raises(CourseError) as raised:
        steps.release(course, NAME, again=True)
    assert said.format(folder=folder) in str(raised.value)


def test_such_a_fault_is_said_in_the_language_of_the_desk(course):
    (course / "source" / NAME / f"{NAME}.ipynb").write_text("[]")
    with pytest.raises(CourseError, match=r"n’a pas été préparé\. .* pas un notebook Jupyter"):
        steps.release(course, NAME, "fr", again=True)


def test_of_any_other_fault_nbgrader_s_own_last_word_is_said(course, monkeypatch):
    from nbgrader.preprocessors import LockCells

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(LockCells, "preprocess", full)
    with pytest.raises(CourseError, match=r"OSError: \[Errno 28\] No space left on device$"):
        steps.release(course, NAME, again=True)


def test_the_folder_of_an_unknown_assignment_is_named(course):
    shutil.rmtree(course / "source" / NAME)
    with pytest.raises(CourseError, match=r"no assignment 'x': there is no folder .*source/x$"):
        steps.release(course, "x")


def test_collect_names_who_handed_in_after_the_due_date(course):
    """And not those who have more time, or who handed in before it."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        gradebook.update_or_create_assignment(NAME, duedate="2026-11-28 08:30 UTC")
        gradebook.add_student("bea")
        gradebook.add_submission(NAME, "bea")
        gradebook.grant_extension(NAME, "bea", hours=1)
    for student in ("awa", "bea"):
        in_inbound(course, student)
    early = in_inbound(course, "chi")
    early.rename(early.with_name(early.name.replace("09:00:00", "08:00:00")))
    lines = steps.collect(course, NAME).lines
    assert "handed in after the due date, 2026-11-28 08:30 UTC (1): awa (2026-11-28 09:00)" in lines


def test_collect_says_nothing_of_a_due_date_where_there_is_none(course):
    in_inbound(course, "awa")
    assert not any("due" in line for line in steps.collect(course, NAME).lines)
