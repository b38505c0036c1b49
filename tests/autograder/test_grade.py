"""`ai4gov grade` in an nbgrader course that knows nothing of ours."""

import json
import shutil

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.errors import BoxStalled, CourseError
from autograder.files import require_copyable
from autograder.grading import executors
from autograder.grading.grade import grade
from classroom.attention import read

NAME = "squares"
ANSWER = "def square(x):\n    ### BEGIN SOLUTION\n    return x * x\n    ### END SOLUTION"


def cell(source: str, grade_id: str, points: int = 0) -> NotebookNode:
    made = nbformat.v4.new_code_cell(source)
    made.metadata["nbgrader"] = NotebookNode(
        grade=bool(points), grade_id=grade_id, locked=bool(points), points=points,
        schema_version=3, solution=not points, task=False,
    )  # fmt: skip
    return made


HAND_INS = {
    "right": lambda cells: change(cells, 0, "def square(x):\n    return x ** 2"),
    "wrong": lambda cells: change(cells, 0, "def square(x):\n    return x + x"),
    "crash": lambda cells: change(cells, 2, "import os\nos._exit(1)"),
    "tagged": lambda cells: [tag(each) for each in cells],
    "twice": lambda cells: [*change(cells, 0, "def square(x):\n    return x ** 2"), cells[1]],
}


def change(cells: list, place: int, source: str) -> list:
    cells[place].source = source
    if place != 0:
        cells[0].source = "def square(x):\n    return x ** 2"
    return cells


def tag(each: NotebookNode) -> NotebookNode:
    each.metadata["tags"] = ["skip-execution"]
    return each


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A stock course with five submissions, a damaged one, and one without a notebook."""
    folder = tmp_path_factory.mktemp("stock")
    (folder / "nbgrader_config.py").write_text("c = get_config()\n")
    (folder / "source" / NAME).mkdir(parents=True)
    notebook = nbformat.v4.new_notebook(
        cells=[
            cell(ANSWER, "answer"),
            cell("assert square(3) == 9", "first", 2),
            cell("### BEGIN SOLUTION\nnote = 1\n### END SOLUTION", "more"),
            cell("assert square(-1) == 1", "second", 1),
        ]
    )
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "", "language": "python"}
    nbformat.write(notebook, folder / "source" / NAME / f"{NAME}.ipynb")
    config = settings.load(folder)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = NAME
    GenerateAssignment(coursedir=coursedir, config=config).start()
    released = folder / "release" / NAME
    for student in [*HAND_INS, "damaged", "empty"]:
        target = shutil.copytree(released, folder / "submitted" / student / NAME)
        path = target / f"{NAME}.ipynb"
        if student in HAND_INS:
            handed_in = nbformat.read(path, as_version=4)
            handed_in.cells = HAND_INS[student](handed_in.cells)
            nbformat.write(handed_in, path)
    (folder / "submitted" / "damaged" / NAME / f"{NAME}.ipynb").write_text("{ not json")
    (folder / "submitted" / "empty" / NAME / f"{NAME}.ipynb").unlink()
    return folder


@pytest.fixture(scope="module")
def results(course):
    return {result.student: result for result in grade(course, NAME, jobs=2)}


@pytest.mark.parametrize(
    ("student", "points", "status"),
    [
        ("right", 3, "graded"),
        ("wrong", 0, "graded"),
        ("crash", 2, "needs attention"),
        ("tagged", 0, "graded"),
        ("twice", 3, "needs attention"),
        ("damaged", None, "needs attention"),
        ("empty", None, "needs attention"),
    ],
)
def test_each_submission_ends_with_its_points_and_status(results, student, points, status):
    assert (results[student].points, results[student].status) == (points, status)


def test_whoever_needs_attention_has_a_reason_that_people_can_read(results):
    for result in results.values():
        assert bool(result.reasons) == (result.status == "needs attention")
        assert all(len(read(reason)) > 10 for reason in result.reasons)


def test_the_reasons_are_kept_for_the_report(course, results):
    kept = json.loads((course / "attention" / f"{NAME}.json").read_text())
    assert set(kept) == {"crash", "twice", "damaged", "empty"}


def test_only_what_is_new_is_graded_again(course, results):
    again = {result.student: result.status for result in grade(course, NAME, jobs=2)}
    unchanged = {student for student, status in again.items() if status == "unchanged"}
    assert unchanged == {"right", "wrong", "crash", "tagged", "twice"}


def test_a_single_student_can_be_graded_by_force(course, results):
    (result,) = grade(course, NAME, student="right", force=True)
    assert (result.status, result.points) == ("graded", 3)


@pytest.mark.parametrize("times", [1, 10])
def test_a_box_that_stalls_is_tried_again_and_ends_no_class(course, results, monkeypatch, times):
    usual, stalled = executors.run_notebook, []

    def run_notebook(forkserver, notebook, job):
        if "x + x" in notebook.cells[0].source and len(stalled) < times:
            stalled.append(notebook)
            raise BoxStalled("a box was not entered within 30 seconds")
        return usual(forkserver, notebook, job)

    monkeypatch.setattr(executors, "run_notebook", run_notebook)
    found = {each.student: each for each in grade(course, NAME, force=True, jobs=1)}
    others = {name for name in found if found[name].status == "graded"} - {"wrong"}
    assert others == {"right", "tagged"}
    assert len(stalled) == min(times, 2)
    if times == 1:
        assert (found["wrong"].status, found["wrong"].points) == ("graded", 0)
    else:
        (reason,) = found["wrong"].reasons
        assert read(reason) == "Grading failed (a box was not entered within 30 seconds)."


FULL = {
    "items": ("metadata", {"a": [{}] * 200_000}, None, "it holds more than 100000 items"),
    "bytes": ("metadata", {"a": "x" * 50_000_000}, None, "it is larger than 50000000 bytes"),
    "outputs": ("outputs", [{"output_type": "display_data", "metadata": {},
        "data": {"application/json": [[]] * 500_000}}], 3, ""),
}  # fmt: skip
"""By what a notebook is full of: where, with what, its points, and why it is refused."""


@pytest.mark.parametrize("kind", FULL)
def test_a_notebook_cannot_fill_the_graders_memory(course, results, kind):
    place, content, points, why = FULL[kind]
    folder = shutil.copytree(course / "submitted" / "right", course / "submitted" / "full")
    try:
        path = folder / NAME / f"{NAME}.ipynb"
        notebook = json.loads(path.read_text())
        (notebook if place == "metadata" else notebook["cells"][0])[place] = content
        path.write_text(json.dumps(notebook))
        (result,) = grade(course, NAME, student="full", force=True)
        assert result.points == points and result.seconds < 10
        assert why in " ".join(read(each) for each in result.reasons)
        with pytest.raises(ValueError, match=r"it holds more|it is larger"):
            require_copyable(path.parent, [])
    finally:
        shutil.rmtree(folder)


def test_a_student_who_handed_in_nothing_is_named(course, results):
    with pytest.raises(CourseError, match="nobody-here"):
        grade(course, NAME, student="nobody-here")
