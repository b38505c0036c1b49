"""What counts as a verdict when a submission is run, judged by nbgrader's own determine_grade."""

import nbformat
import pytest
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import utils
from traitlets.config import Config

from autograder.execute import ATTENTION, Execute, MendCells

PLAIN = "plain"


def code(source: str, grade_id: str = "", points: float = 0, locked: bool = False, **metadata):
    """A code cell: the learner's, a test worth points, or one of the instructor's."""
    cell = nbformat.v4.new_code_cell(source, metadata=metadata)
    if grade_id:
        cell.metadata["nbgrader"] = NotebookNode(
            grade=bool(points), grade_id=grade_id, locked=locked or bool(points),
            points=points, schema_version=3, solution=not (points or locked), task=False,
        )  # fmt: skip
    return cell


@pytest.fixture
def run(tmp_path):
    """Runs cells as a grader does; returns the notebook."""

    def run_cells(*cells: NotebookNode, **settings: int) -> NotebookNode:
        config = Config()
        config.CourseDirectory.root = str(tmp_path)
        config.Execute = Config({"timeout": 10, **settings})
        config.Execute.extra_arguments = ["--IPKernelApp.log_level=40"]
        notebook = nbformat.v4.new_notebook(cells=list(cells))
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "", "language": "python"}
        resources = ResourcesDict(metadata={"path": str(tmp_path)}, nbgrader={"assignment": PLAIN})
        Execute(config=config).preprocess(notebook, resources)
        return notebook

    return run_cells


def grades(notebook: NotebookNode) -> list[float]:
    """The points of the test cells, as nbgrader counts them."""
    return [
        utils.determine_grade(cell)[0]
        for cell in notebook.cells
        if utils.is_grade(cell) and cell.cell_type == "code"
    ]


def codes(notebook: NotebookNode) -> list[str]:
    """The codes of the reasons for a person's attention."""
    return [found["code"] for found in notebook.metadata.get("ai4gov", {}).get(ATTENTION, [])]


def test_an_ordinary_test_that_passes_without_a_word_earns_its_points(run):
    assert grades(run(code("x = 2"), code("assert x == 2", "test", 4))) == [4]


def test_a_failing_test_earns_nothing(run):
    assert grades(run(code("x = 3"), code("assert x == 2", "test", 4))) == [0]


def test_a_warning_in_a_test_costs_nothing(run):
    test = code("import warnings\nwarnings.warn('harmless')\n3.0", "test", 4)
    assert grades(run(test)) == [3]


@pytest.mark.parametrize("tag", ["skip-execution", "raises-exception"])
def test_a_tag_gains_nothing(run, tag):
    assert grades(run(code("assert False", "test", 4, tags=[tag]))) == [0]


@pytest.mark.parametrize(
    "said",
    ["99.0", "-1.0", "float('nan')", "float('inf')", "'4.0 points'", "None", "print('4.0')"],
)
def test_a_check_that_gives_no_possible_number_of_points_earns_nothing(run, said):
    notebook = run(code(f"def check(name): return {said}"), code('check("a")', "test", 4))
    assert grades(notebook) == [0]


def test_a_check_s_points_are_counted_in_part(run):
    notebook = run(code("def check(name): return 1.5"), code('check("a")', "test", 4))
    assert grades(notebook) == [1.5]


def test_when_python_ends_the_points_before_stay_and_those_after_are_none(run):
    notebook = run(
        code("x = 1"),
        code("assert x == 1", "first", 2),
        code("import os\nos._exit(0)", "answer"),
        code("assert True", "second", 2),
    )
    assert grades(notebook) == [2, 0]
    assert codes(notebook) == ["attention-python"]


def test_a_test_in_which_python_ends_is_not_passed(run):
    notebook = run(code("import os"), code("os._exit(0)", "test", 2))
    assert grades(notebook) == [0]


def test_an_endless_loop_is_stopped_and_the_rest_is_run(run):
    notebook = run(
        code("while True:\n    pass", "answer"), code("assert True", "test", 2), timeout=2
    )
    assert grades(notebook) == [2]
    assert codes(notebook) == ["attention-stopped"]


def test_loops_that_do_not_heed_an_interrupt_end_the_run(run):
    deaf = """
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""
    notebook = run(
        code("assert True", "first", 2), code(deaf), code(deaf), code("1", "second", 2), timeout=2
    )
    assert grades(notebook) == [2, 0]
    assert codes(notebook)[-1] == "attention-endless"


def test_a_notebook_has_one_clock_for_all_its_cells(run):
    sleep = code("import time\ntime.sleep(4)")
    notebook = run(sleep, code("assert True", "test", 2), submission_timeout=2)
    assert grades(notebook) == [0]
    assert "attention-time" in codes(notebook)


def test_a_cell_of_the_instructor_that_fails_calls_for_a_person(run):
    notebook = run(code("1 / 0", "setup", locked=True), code("assert True", "test", 2))
    assert codes(notebook) == ["attention-ours"]


def test_a_failing_answer_is_the_learner_s_own_matter(run):
    assert codes(run(code("1 / 0", "answer"))) == []


def test_a_cell_that_stands_twice_counts_once_and_is_told_of():
    notebook = nbformat.v4.new_notebook(
        cells=[code("1", "test", 2), code("2", "test", 2), code("3", "other", 1)]
    )
    MendCells().preprocess(notebook, ResourcesDict())
    assert [utils.is_grade(cell) for cell in notebook.cells] == [True, False, True]
    assert codes(notebook) == ["attention-twice"]


def test_the_language_and_the_checks_reach_the_kernel(run, tmp_path):
    (tmp_path / "checks" / PLAIN).mkdir(parents=True)
    shows = code("import os\nprint(os.environ['AI4GOV_LANG'], os.environ['AI4GOV_CHECKS'])")
    notebook = run(shows, checks_directory="checks")
    assert notebook.cells[0].outputs[0].text.split() == ["en", str(tmp_path / "checks" / PLAIN)]
