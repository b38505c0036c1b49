"""What stands in gradebook and folders after grading is what nbgrader would have left there.

The same course is graded by nbgrader itself and by us. Where we differ on purpose, a test says so.
"""

import codecs
import json
import os
import pickle
import shutil
from collections.abc import Callable
from copy import deepcopy

import nbformat
import pytest
from nbconvert.exporters import NotebookExporter
from traitlets.config import Config

from autograder.grading import parsing
from autograder.grading.grade import grade
from classroom.attention import read
from tests.autograder.stock_course import (
    IN_TIME,
    LATER,
    MIXED,
    ONE,
    SHORT,
    HandIn,
    grade_by_nbgrader,
    gradebook,
    graded_files,
    hand_in_class,
    kept,
    make,
    read_by_hand,
)

CLASS = (
    "altered", "deleted", "excused", "files", "late", "later", "more", "old", "part", "read",
    "right", "stops", "unmarked", "untouched", "without",
)  # fmt: skip
AGAIN = ("late", "read", "right", "without")
"""Those who are read by hand, hand in again, or are graded again by force."""


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    course = make(tmp_path_factory.mktemp("course") / "made")
    hand_in_class(course)
    return course


@pytest.fixture(scope="module")
def both(handed_in):
    """The course graded twice: by nbgrader, and by us."""
    theirs = shutil.copytree(handed_in, handed_in.with_name("theirs"))
    ours = shutil.copytree(handed_in, handed_in.with_name("ours"))
    for assignment in (MIXED, SHORT):
        grade_by_nbgrader(theirs, assignment)
        grade(ours, assignment, jobs=2)
    return theirs, ours


@pytest.fixture(scope="module")
def both_again(both):
    """Both courses after readers, later hand-ins and --force."""
    theirs, ours = both
    for course in both:
        for student in ("late", "read", "right"):
            read_by_hand(course, student)
        again = HandIn(course, MIXED).right().answer(share="share = 0.5", essay="YOUR ANSWER HERE")
        again.timestamp = LATER
        again.write(course, "right", MIXED)
        whole = HandIn(course, MIXED).right()
        whole.timestamp = LATER
        whole.write(course, "without", MIXED)
        (course / "submitted" / "files" / MIXED / "data.csv").write_text("unseen: no new time")
    grade_by_nbgrader(theirs, MIXED)
    grade(ours, MIXED, jobs=2)
    for student in ("late", "read"):
        grade_by_nbgrader(theirs, MIXED, student=student, force=True)
        grade(ours, MIXED, student=student, force=True)
    return theirs, ours


def rows_of(student: str, course) -> dict:
    return {key: row for key, row in kept(course).items() if key[1] == student}


def files_of(student: str, course) -> dict:
    """Their files, without what is left out on purpose; see the last tests."""
    return {
        name: content
        for name, content in graded_files(course).items()
        if name.startswith(f"{student}/")
    }


@pytest.mark.weekly
@pytest.mark.parametrize("student", CLASS)
def test_the_gradebook_has_the_rows_that_nbgrader_writes(both, student):
    theirs, ours = both
    assert rows_of(student, ours) == rows_of(student, theirs)


@pytest.mark.weekly
@pytest.mark.parametrize("student", CLASS)
def test_the_graded_folder_has_the_files_that_nbgrader_writes(both, student):
    theirs, ours = both
    assert files_of(student, ours) == files_of(student, theirs)


@pytest.mark.weekly
def test_the_class_is_worth_comparing(both):
    """Nobody is graded as nothing, and the learners differ as they were meant to."""
    rows = kept(both[0])
    scores = {name: rows["submission", name, MIXED]["score"] for name in CLASS}
    assert scores == dict.fromkeys(CLASS, 7) | {
        "part": 4.2, "stops": 1, "untouched": 1, "deleted": 3, "unmarked": 4,
    }  # fmt: skip
    assert rows["notebook", "late", MIXED, "code"]["penalty"] == pytest.approx(0.59, abs=0.01)
    assert rows["notebook", "excused", MIXED, "code"]["penalty"] is None
    assert rows["comment", "untouched", MIXED, "prose", "essay"]["auto"] == "No response."


@pytest.mark.weekly
def test_graded_files_may_be_read_and_not_written_as_nbgrader_leaves_them(both):
    for course in both:
        files = [path for path in (course / "autograded").rglob("*") if path.is_file()]
        assert {oct(path.stat().st_mode & 0o777) for path in files} == {oct(0o444)}


@pytest.mark.weekly
@pytest.mark.parametrize("student", AGAIN)
def test_a_second_grading_keeps_what_people_gave_as_nbgrader_does(both_again, student):
    theirs, ours = both_again
    assert rows_of(student, ours) == rows_of(student, theirs)
    assert files_of(student, ours) == files_of(student, theirs)


@pytest.mark.weekly
def test_what_people_gave_is_there_after_a_second_grading(both_again):
    rows = kept(both_again[1])
    assert rows["grade", "read", MIXED, "prose", "essay"] == {
        "auto": None, "manual": 1.5, "extra": 0.5, "needs_manual_grade": True,
    }  # fmt: skip
    assert rows["comment", "right", MIXED, "prose", "essay"] == {
        "auto": "No response.", "manual": "On essay: good",
    }  # fmt: skip
    assert rows["notebook", "read", MIXED, "code"]["flagged"]


@pytest.mark.weekly
def test_a_hand_in_without_a_newer_time_is_left_alone(both_again):
    for course in both_again:
        assert (course / "autograded/files" / MIXED / "data.csv").read_text() == "a,b\n1,2\n"


# The rule for late work


@pytest.mark.weekly
def test_nbgrader_s_own_penalty_and_extensions_are_heeded_as_it_heeds_them(tmp_path):
    course = make(tmp_path / "theirs", "c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    for student, time in (("in-time", IN_TIME), ("late", LATER), ("given-time", LATER)):
        hand_in = HandIn(course, MIXED).right()
        hand_in.timestamp = time
        hand_in.write(course, student, MIXED)
    with gradebook(course) as book:
        book.add_student("given-time")
        book.add_submission(MIXED, "given-time")
        book.grant_extension(MIXED, "given-time", days=7)
    ours = shutil.copytree(course, tmp_path / "ours")
    grade_by_nbgrader(course, MIXED)
    grade(ours, MIXED)
    assert kept(ours) == kept(course)
    penalties = [
        kept(ours)["notebook", student, MIXED, "code"]["penalty"]
        for student in ("in-time", "late", "given-time")
    ]
    assert penalties == [None, 7, None]


# Settings of a course


@pytest.mark.weekly
def test_settings_that_shape_the_graded_notebook_are_heeded(tmp_path):
    """Missing cells put back, outputs cut, lines left out, metadata cleared, folders renamed."""
    config = """
c.OverwriteCells.add_missing_cells = True
c.LimitOutput.max_lines = 3
c.IgnorePattern.pattern = "secret"
c.ClearMetadataPreprocessor.enabled = True
c.ClearMetadataPreprocessor.preserve_cell_metadata_mask = ["nbgrader"]
c.CourseDirectory.submitted_directory = "handed-in"
c.CourseDirectory.autograded_directory = "marked"
c.CourseDirectory.directory_structure = "{nbgrader_step}/{assignment_id}/{student_id}"
c.CourseDirectory.ignore = ["*.tmp"]
c.Autograde.permissions = 640
"""
    plain = make(tmp_path / "plain", "")
    hand_in = HandIn(plain, MIXED).right().remove("twice-hidden", "map", "title")
    hand_in.answer(share="share = 0.5\nfor n in range(9):\n    print(n)")
    hand_in.cell("share").metadata["mine"] = 1
    hand_in.files |= {"a.tmp": "t", "b.txt": "t"}
    hand_in.write(plain, "ann", MIXED)
    marked = {}
    for way in ("theirs", "ours"):
        course = shutil.copytree(plain, tmp_path / way)
        (course / "nbgrader_config.py").write_text(f"c = get_config()\n{config}")
        (course / "handed-in" / MIXED).mkdir(parents=True)
        os.rename(course / "submitted" / "ann" / MIXED, course / "handed-in" / MIXED / "ann")
        # Where what is released stands has been named anew as well.
        (course / "source" / MIXED / ".").mkdir(exist_ok=True)
        grade_by_nbgrader(course, MIXED) if way == "theirs" else grade(course, MIXED)
        os.rename(course / "marked", course / "autograded")
        files = (course / "autograded").rglob("*")
        modes = {path.stat().st_mode & 0o777 for path in files if path.is_file()}
        marked[way] = (kept(course), graded_files(course), modes)
    assert marked["ours"] == marked["theirs"]
    assert marked["ours"][2] == {0o640}


@pytest.mark.weekly
def test_a_student_whom_nobody_entered_is_refused_where_the_course_says_so(handed_in, tmp_path):
    course = shutil.copytree(handed_in, tmp_path / "course")
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("c.Autograde.create_student = False\n")
    (result,) = grade(course, SHORT, student="right")
    assert "no student 'right'" in read(result.reasons[0])
    assert not (course / "autograded" / "right" / SHORT).exists()


# Where we differ, on purpose


def _says(source: str) -> Callable[[HandIn], None]:
    return lambda hand_in: hand_in.answer(one=f"def one():\n    {source}") and None


def _tagged(hand_in: HandIn) -> None:
    _says("return 0")(hand_in)
    for cell in hand_in.notebooks["short"].cells:
        cell.metadata["tags"] = ["skip-execution"]


def _doubled(hand_in: HandIn) -> None:
    copied = deepcopy(hand_in.cell("one-test"))
    copied["id"] = "copied"
    hand_in.notebooks["short"].cells.append(copied)


def _ended(hand_in: HandIn) -> None:
    end = nbformat.v4.new_code_cell("import os\nos._exit(1)", id="end")
    hand_in.notebooks["short"].cells.insert(2, end)


def _marked(**marks: object) -> Callable[[HandIn], None]:
    return lambda hand_in: hand_in.cell("one-test").metadata.nbgrader.update(marks)


FULL, NONE = {"one-test": 1, "one-value": 2}, {"one-test": 0, "one-value": 0}
REFUSED: dict[str, float] = {}
DIFFERENT = {
    # What a learner does: points by nbgrader, points by us.
    "a warning": (_says("import sys; print('hm', file=sys.stderr); return 1"), NONE, FULL),
    "points below nothing": (_says("return -1"), {"one-test": 0, "one-value": 2}, NONE),
    "points above all": (_says("return 9"), REFUSED, NONE),
    "skipped by a tag": (_tagged, FULL, NONE),
    "a doubled test cell": (_doubled, REFUSED, FULL),
    "Python ends": (_ended, REFUSED, {"one-test": 1, "one-value": 0}),
    "no test any more": (_marked(grade=False), REFUSED, FULL),
    "a test and an answer": (_marked(solution=True), REFUSED, FULL),
    "points that are no number": (_marked(points="many"), REFUSED, FULL),
    "marks of an old nbgrader": (_marked(schema_version=1), REFUSED, FULL),
}


@pytest.fixture(scope="module")
def different(handed_in):
    """The short assignment graded both ways, where the ways part."""
    theirs = shutil.copytree(handed_in, handed_in.with_name("theirs-different"))
    shutil.rmtree(theirs / "submitted")
    for student, (change, _, _) in DIFFERENT.items():
        hand_in = HandIn(theirs, SHORT).answer(one=ONE)
        change(hand_in)
        hand_in.write(theirs, student, SHORT)
    ours = shutil.copytree(theirs, handed_in.with_name("ours-different"))
    for student in DIFFERENT:
        # One by one, for some end nbgrader's class.
        grade_by_nbgrader(theirs, SHORT, student=student)
    grade(ours, SHORT, jobs=2)
    return theirs, ours


@pytest.mark.weekly
@pytest.mark.parametrize("student", DIFFERENT)
def test_where_nbgrader_is_lenient_or_gives_up_we_do_not(different, student):
    points = [
        {
            key[-1]: row["auto"]
            for key, row in rows_of(student, course).items()
            if key[0] == "grade" and (course / "autograded" / student / SHORT).exists()
        }
        for course in different
    ]
    assert points == list(DIFFERENT[student][1:])


FORMS = {
    "ids before their time": lambda notebook: notebook.update(nbformat_minor=4),
    "keys of another program": lambda notebook: notebook.cells[0].update(extra=1),
    "no outputs": lambda notebook: notebook.cells[0].pop("outputs"),
    "no count": lambda notebook: notebook.cells[0].pop("execution_count"),
    "an output of no kind": lambda notebook: notebook.cells[0].outputs.append(
        {"output_type": "weird"}
    ),
    "an id that is none": lambda notebook: notebook.cells[0].update(id="a b!"),
    "a tag for tags": lambda notebook: notebook.cells[0].metadata.update(tags="x"),
    "half a kernel": lambda notebook: notebook.metadata.update(kernelspec={"name": "x"}),
}
"""What other programs leave in a notebook that its format does not allow."""

TOO_ODD = {"an id that is none", "a tag for tags", "half a kernel"}
"""Too odd for nbgrader; we have no need of these."""


@pytest.mark.weekly
def test_a_notebook_of_not_quite_the_right_form_is_graded(handed_in, tmp_path):
    course = shutil.copytree(handed_in, tmp_path / "theirs")
    shutil.rmtree(course / "submitted")
    for student, change in FORMS.items():
        hand_in = HandIn(course, SHORT).answer(one=ONE)
        change(hand_in.notebooks["short"])
        folder = course / "submitted" / student / SHORT
        folder.mkdir(parents=True)
        (folder / "short.ipynb").write_text(json.dumps(hand_in.notebooks["short"]))
    ours = shutil.copytree(course, tmp_path / "ours")
    grade_by_nbgrader(course, SHORT)
    grade(ours, SHORT, jobs=2)
    theirs = kept(course)
    scores = {student: theirs["submission", student, SHORT]["score"] for student in FORMS}
    assert scores == {student: 0 if student in TOO_ODD else 3 for student in FORMS}
    assert {kept(ours)["submission", student, SHORT]["score"] for student in FORMS} == {3}


@pytest.mark.parametrize("written", ["0001-01-01 00:00", "1969-12-31", "9999-12-31 23:59 UTC"])
def test_a_time_that_is_none_in_another_zone_is_refused(written):
    """nbgrader shows it in the course's zone: an OverflowError for the list of the whole class."""
    with pytest.raises(ValueError, match="year"):
        parsing.check_time(written.encode())
    assert parsing.parse_time("2026-03-01 12:00:00 UTC") == "2026-03-01T12:00:00"


def test_a_notebook_with_a_byte_order_mark_is_read_by_neither(tmp_path):
    """nbgrader's exporter calls it no JSON, we call it damaged: a person can save it anew."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", id="a")])
    content = nbformat.writes(notebook).encode("utf-8-sig")
    (tmp_path / "n.ipynb").write_bytes(content)
    with pytest.raises(nbformat.reader.NotJSONError):
        NotebookExporter().from_filename(str(tmp_path / "n.ipynb"))
    ours = pickle.dumps(("n", {}, (), Config()))
    assert parsing.order(content, ours) == (parsing.DAMAGED, b"")
    assert parsing.order(content.removeprefix(codecs.BOM_UTF8), ours)[0] == parsing.OK


@pytest.mark.weekly
def test_a_test_that_is_gone_loses_its_earlier_points_with_us(handed_in, tmp_path):
    """With nbgrader they stay, so that whoever deletes a failing test keeps its old points."""
    points = {}
    for way in ("theirs", "ours"):
        course = shutil.copytree(handed_in, tmp_path / way)
        for time, hand_in in ((IN_TIME, ()), (LATER, ("one-test",))):
            again = HandIn(course, SHORT).answer(one=ONE).remove(*hand_in)
            again.timestamp = time
            again.write(course, "ann", SHORT)
            if way == "theirs":
                grade_by_nbgrader(course, SHORT, student="ann")
            else:
                grade(course, SHORT, student="ann")
        points[way] = kept(course)["grade", "ann", SHORT, "short", "one-test"]
    assert points["theirs"]["auto"] == 1
    assert points["ours"] == points["theirs"] | {"auto": None, "needs_manual_grade": True}


@pytest.mark.weekly
def test_a_hand_in_without_a_known_notebook_leaves_no_rows_with_us(handed_in, tmp_path):
    course = shutil.copytree(handed_in, tmp_path / "ours")
    folder = course / "submitted" / "ann" / SHORT
    folder.mkdir(parents=True)
    shutil.copy(course / "submitted" / "right" / MIXED / "prose.ipynb", folder)
    (result,) = grade(course, SHORT, student="ann")
    assert result.status == "needs attention"
    assert not rows_of("ann", course)


@pytest.mark.weekly
def test_a_learner_s_link_is_not_followed_and_an_instructor_s_is(handed_in, tmp_path):
    course = shutil.copytree(handed_in, tmp_path / "ours")
    (tmp_path / "shared.csv").write_text("shared")
    (tmp_path / "secret.txt").write_text("secret")
    (course / "source" / SHORT / "shared.csv").symlink_to(tmp_path / "shared.csv")
    (course / "submitted" / "right" / SHORT / "mine.txt").symlink_to(tmp_path / "secret.txt")
    grade(course, SHORT, student="right")
    graded = course / "autograded" / "right" / SHORT
    assert (graded / "shared.csv").read_text() == "shared"
    assert not (graded / "shared.csv").is_symlink()
    assert not (graded / "mine.txt").exists()


@pytest.mark.weekly
def test_a_time_that_is_none_calls_for_a_person(handed_in, tmp_path):
    course = shutil.copytree(handed_in, tmp_path / "ours")
    (course / "submitted" / "late" / SHORT / "timestamp.txt").write_text("yesterday, I think")
    results = {result.student: result for result in grade(course, SHORT)}
    assert results["right"].status == "graded"
    assert "timestamp.txt holds no time" in read(results["late"].reasons[0])
