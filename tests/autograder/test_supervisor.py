"""Running a notebook: what counts as a verdict (judged by nbgrader's own determine_grade), the
clocks, and what a submission that goes wrong keeps."""

import os
import re
import socket
import time
from ast import literal_eval
from copy import deepcopy

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader import utils
from traitlets.config import Config

from autograder.channel import Channel
from autograder.errors import BoxStalled, ConfinementError
from autograder.reasons import ATTENTION
from autograder.records import EXAMINER, IN_PROCESS, Job, Limits, Plan, PlannedNotebook, SourceCell
from autograder.sandbox import supervisor
from autograder.sandbox.forkserver import BoxHandle, ForkServer
from autograder.sandbox.supervisor import run_notebook
from autograder.sandbox.verdict import judge
from classroom.attention import read
from course.checking.outcome import MIME

MODES = pytest.mark.parametrize("mode", [EXAMINER, IN_PROCESS])


def code(source: str, grade_id: str = "", points: float = 0, locked: bool = False, **metadata):
    """A code cell: the learner's, a test worth points, or one of the instructor's."""
    cell = nbformat.v4.new_code_cell(source, metadata=metadata)
    if grade_id:
        cell.metadata["nbgrader"] = NotebookNode(
            grade=bool(points), grade_id=grade_id, locked=locked or bool(points),
            points=points, schema_version=3, solution=not (points or locked), task=False,
        )  # fmt: skip
    return cell


def kind(cell: NotebookNode) -> str:
    if utils.is_grade(cell):
        return "test"
    return "setup" if utils.is_locked(cell) else "solution"


@pytest.fixture
def run(forkserver, level):
    """Runs cells as a grader does; returns the notebook, with what it took in `run.took`."""

    def run_cells(
        *cells: NotebookNode, files=None, checks=None, config=None, **bounds
    ) -> NotebookNode:
        notebook = nbformat.v4.new_notebook(cells=list(cells))
        source_cells = tuple(
            SourceCell(str(i), kind(cell), cell.source)
            for i, cell in enumerate(cells)
            if cell.cell_type == "code"
        )
        planned = PlannedNotebook("nb", {}, (), source_cells)
        plan = Plan("plain", {"nb": planned}, {}, checks or {}, config or Config())
        limits = Limits(**{"cell": 10, "level": level} | bounds)
        run_cells.took = run_notebook(forkserver, notebook, Job(plan, planned, files or {}, limits))
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


def a_check() -> tuple:
    setup = code("from checking import check", "setup", locked=True)
    return setup, code('check("a")', "test", 4)


def a_check_that_says(said: str) -> dict:
    """A module of the instructor's, beside the notebook and beside the tests."""
    module = {"checking.py": f"def check(name): return {said}".encode()}
    return {"files": module, "checks": module}


@MODES
def test_an_ordinary_test_that_passes_without_a_word_earns_its_points(run, mode):
    assert grades(run(code("x = 2"), code("assert x == 2", "test", 4), mode=mode)) == [4]


@MODES
def test_a_failing_test_earns_nothing(run, mode):
    assert grades(run(code("x = 3"), code("assert x == 2", "test", 4), mode=mode)) == [0]


@MODES
def test_a_warning_in_a_test_costs_nothing(run, mode):
    test = code("import warnings\nwarnings.warn('harmless')\n3.0", "test", 4)
    assert grades(run(test, mode=mode)) == [3]


@MODES
@pytest.mark.parametrize(
    "said",
    ["99.0", "-1.0", "float('nan')", "float('inf')", "'4.0 points'", "None", "print('4.0')"],
)
def test_a_check_that_gives_no_possible_number_of_points_earns_nothing(run, said, mode):
    assert grades(run(*a_check(), **a_check_that_says(said), mode=mode)) == [0]


HALF = b"""\
from course.checking import exercise, expect

@exercise("half", points=4)
def half(value):
    expect.close(value, 0.5)
"""


def outcomes(notebook: NotebookNode) -> list[str]:
    """The codes of the course's outcomes in a notebook."""
    return [
        output.data[MIME]["code"]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]


def half_answered(*answers: NotebookNode) -> tuple:
    setup = code("from course import check", "setup", locked=True)
    return setup, *answers, code('check("half", half)', "check-half", 4)


CHECKED = {"files": {"checks.py": HALF}, "checks": {"checks.py": HALF}}


@MODES
@pytest.mark.parametrize(
    "answers",
    [
        # The right value is older than the error.
        [code("half = 0.5"), code("half = large", "half")],
        [code("half = 0.5"), code("half = (1 +", "half")],
        [code("half = 0.5"), code("half = 0.5\nprint(large)", "half")],
        # Only the id of the cell says that this was the answer.
        [code("half = 0.5"), code("print(large)", "half")],
        [code("half = 0.5"), code("half : 0,5 5", "half")],
    ],
)
def test_after_an_error_in_the_answer_cell_no_older_value_is_graded(run, answers, mode):
    notebook = run(*half_answered(*answers), mode=mode, **CHECKED)
    assert grades(notebook) == [0]
    assert outcomes(notebook) == ["cell-stopped"]


@MODES
def test_an_answer_after_an_error_in_another_cell_is_graded(run, mode):
    answers = [code("half = large"), code("print(large)"), code("half = 0.5", "half")]
    notebook = run(*half_answered(*answers), mode=mode, **CHECKED)
    assert grades(notebook) == [4]
    assert outcomes(notebook) == ["right"]


@MODES
def test_a_name_that_was_never_given_a_value_earns_nothing_and_is_explained(run, mode):
    notebook = run(*half_answered(code("half = large", "half")), mode=mode, **CHECKED)
    assert grades(notebook) == [0]
    assert outcomes(notebook) == ["cell-stopped"]


def test_an_error_that_a_learner_has_made_up_is_shown_as_text_and_changes_nothing_else(run):
    made_up = (
        "class NameError(Exception):\n    pass\n"
        "NameError.__name__ = '<script>' * 500\nraise NameError('{braces} `' + 'x' * 10**6)"
    )
    notebook = run(*half_answered(code("half = 0.5"), code(made_up, "half")), **CHECKED)
    assert grades(notebook) == [0]
    shown = notebook.cells[-1].outputs[0].data["text/html"]
    assert "<script>" not in shown and len(shown) < 2000


@MODES
def test_a_check_s_points_are_counted_in_part(run, mode):
    assert grades(run(*a_check(), **a_check_that_says("1.5"), mode=mode)) == [1.5]


@pytest.mark.parametrize("ended", [True, False])
def test_a_test_that_did_not_end_earns_nothing_whatever_it_shows(ended):
    cell = code("2 + 2", "test", 4)
    shown = nbformat.v4.new_output("execute_result", {"text/plain": "4"}, execution_count=1)
    cell.outputs = [shown]
    judge(cell, ended)
    assert utils.determine_grade(cell)[0] == (4 if ended else 0)


@pytest.mark.parametrize(("results", "points"), [(0, 0), (1, 4), (2, 0)])
def test_a_check_gives_its_points_once(results, points):
    cell = code('check("a")', "test", 4)
    shown = nbformat.v4.new_output("execute_result", {"text/plain": "4.0"}, execution_count=1)
    cell.outputs = [shown] * results
    judge(cell, ended=True)
    assert utils.determine_grade(cell)[0] == points


def test_points_that_come_from_the_learner_s_process_are_none(run):
    answer = code("def check(name): return 4.0", "answer")
    assert grades(run(answer, code('check("a")', "test", 4))) == [0]


@MODES
def test_when_python_ends_the_points_before_stay_and_those_after_are_none(run, mode):
    notebook = run(
        code("x = 1"),
        code("assert x == 1", "first", 2),
        code("import os\nos._exit(0)", "answer"),
        code("assert True", "second", 2),
        mode=mode,
    )
    assert grades(notebook) == [2, 0]
    assert codes(notebook) == ["attention-python"]
    assert run.took.ended_early


ENDLESS = "while True:\n    pass"
ENDS_WHEN_STOPPED = "import os\ntry:\n    while True:\n        pass\nfinally:\n    os._exit(1)"


@MODES
@pytest.mark.parametrize(
    "cells",
    [
        [code(ENDLESS, "answer"), code("import os\nos._exit(1)", "more")],
        [code(ENDS_WHEN_STOPPED, "answer")],
    ],
)
def test_a_notebook_that_the_clock_has_stopped_does_not_count_as_ended_from_outside(
    run, cells, mode
):
    """Else it would be run once more, and wait for the clock once more."""
    notebook = run(*deepcopy(cells), code("assert True", "test", 2), cell=1, mode=mode)
    assert grades(notebook) == [0]
    assert codes(notebook) == ["attention-stopped", "attention-python"]
    assert not run.took.ended_early


def test_a_function_that_ends_python_when_a_test_calls_it_earns_nothing(run):
    answer = code("import os\ndef f():\n    os._exit(0)", "answer")
    notebook = run(answer, code("f()", "test", 2), code("assert True", "next", 2))
    assert grades(notebook) == [0, 0]
    assert codes(notebook) == ["attention-python"]


@MODES
def test_an_endless_loop_is_stopped_and_the_rest_is_run(run, mode):
    notebook = run(
        code("while True:\n    pass", "answer"), code("assert True", "test", 2), cell=1, mode=mode
    )
    assert grades(notebook) == [2]
    assert codes(notebook) == ["attention-stopped"]


def test_a_function_without_end_costs_the_points_of_the_test_that_called_it(run):
    answer = code("def f():\n    while True:\n        pass", "answer")
    notebook = run(answer, code("f()", "test", 2), code("assert True", "next", 2), cell=1)
    assert grades(notebook) == [0, 2]
    assert codes(notebook) == ["attention-stopped"]


ADD = "def add(a, b):\n    return a + b"
TEST_ADD = "def test_add():\n    assert add(1, 2) == 3\ntest_add()"


@MODES
def test_a_cell_that_calls_a_test_s_function_runs_as_in_one_process(run, mode):
    notebook = run(
        code(ADD, "answer"),
        code(TEST_ADD, "first", 1),
        code("test_add()\nprint('tried again')", "more"),
        code("assert add(2, 2) == 4", "second", 1),
        mode=mode,
    )
    assert (grades(notebook), codes(notebook)) == ([1, 1], [])
    assert [output.text for output in notebook.cells[2].outputs] == ["tried again\n"]


def test_a_call_without_end_between_two_tests_is_stopped_and_the_rest_is_run(run):
    endless = "def add(a, b):\n    while True:\n        pass\ntest_add()"
    notebook = run(
        code(ADD, "answer"),
        code(TEST_ADD, "first", 1),
        code(endless, "more"),
        code("assert callable(add)", "second", 2),
        code(f"{ADD}\ntest_add()", "again"),
        code("assert add(2, 2) == 4", "third", 4),
        cell=1,
    )
    assert (grades(notebook), codes(notebook)) == ([1, 2, 4], ["attention-stopped"])
    assert not notebook.cells[4].outputs


@pytest.mark.parametrize(
    ("test", "checks"),
    [
        (f"{TEST_ADD}\n### BEGIN HIDDEN TESTS\n### END HIDDEN TESTS", None),
        (TEST_ADD, {"checks.py": b""}),
    ],
)
def test_a_function_of_a_test_that_learners_have_not_seen_whole_is_not_called(run, test, checks):
    again = code("test_add()", "more")
    last = code("assert add(2, 2) == 4", "second", 1)
    notebook = run(code(ADD, "answer"), code(test, "first", 1), again, last, checks=checks)
    assert (grades(notebook), codes(notebook)) == ([1, 1], [])
    (raised,) = notebook.cells[2].outputs
    assert raised.ename == "PermissionError"


@pytest.mark.parametrize("mark", ["SECRET LINES", "BEGIN HIDDEN TESTS"])
def test_hidden_lines_begin_where_the_course_says(run, mark):
    config = Config({"ClearHiddenTests": {"begin_test_delimeter": "SECRET LINES"}})
    notebook = run(
        code(ADD, "answer"),
        code(f"# {mark}\n{TEST_ADD}", "first", 1),
        code("test_add()", "more"),
        config=config,
    )
    assert bool(notebook.cells[2].outputs) == (mark == "SECRET LINES")


BUSY = """
import time
ends = time.process_time() + {seconds}
while time.process_time() < ends:
    pass
"""

DEAF = """
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""


@pytest.mark.weekly
@MODES
def test_a_loop_that_heeds_no_interrupt_ends_the_run_within_a_second_of_its_time(run, mode):
    started = time.monotonic()
    notebook = run(
        code("x = 1", "answer"),
        code("assert x == 1", "first", 2),
        code(DEAF, "more"),
        code("1", "second", 2),
        cell=1,
        mode=mode,
    )
    assert grades(notebook) == [2, 0]
    assert codes(notebook) == ["attention-stopped", "attention-endless"]
    assert "two" not in read(notebook.metadata["ai4gov"][ATTENTION][-1]).lower()
    # One CPU second for the cell, one of grace, the rest for a busy machine.
    assert time.monotonic() - started < 60


@pytest.mark.weekly
def test_two_cells_that_overrun_end_the_run(run):
    loop = "while True:\n    pass"
    notebook = run(code(loop), code(loop), code("assert True", "test", 2), cell=1)
    assert grades(notebook) == [0]
    assert codes(notebook)[-1] == "attention-endless"


@pytest.mark.weekly
@MODES
def test_a_notebook_has_one_clock_for_all_its_cells(run, mode):
    notebook = run(
        *(code(BUSY.format(seconds=0.7)) for _ in range(4)),
        code("assert True", "test", 2),
        notebook=2,
        mode=mode,
    )
    assert grades(notebook) == [0]
    assert "attention-time" in codes(notebook)


@pytest.fixture
def no_wall_clock(monkeypatch):
    monkeypatch.setattr(supervisor, "WALL_EXTRA", 10_000.0)


@MODES
def test_a_cell_s_time_is_the_processor_s_so_that_others_cannot_use_it_up(run, mode):
    waits = code("import time\ntime.sleep(3)\n" + BUSY.format(seconds=0.5))
    notebook = run(waits, code("assert True", "test", 2), cell=2, mode=mode)
    assert (codes(notebook), grades(notebook)) == ([], [2])


@MODES
def test_a_cell_that_waits_for_ever_is_stopped_by_the_clock_on_the_wall(run, mode, monkeypatch):
    monkeypatch.setattr(supervisor, "WALL_EXTRA", 0.5)
    monkeypatch.setattr(supervisor, "WALL_FACTOR", 1)
    sleep = code("import time\ntime.sleep(1000)", "answer")
    notebook = run(sleep, code("assert True", "test", 2), cell=1, mode=mode)
    assert (codes(notebook), grades(notebook)) == (["attention-stopped"], [2])


def test_the_time_of_a_cell_s_child_processes_is_its_own(run, no_wall_clock):
    busy = "import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'while True: pass'])"
    notebook = run(code(busy, "answer"), code("assert True", "test", 2), cell=1)
    assert (codes(notebook)[0], grades(notebook)) == ("attention-stopped", [2])


@pytest.mark.weekly
def test_the_time_of_a_test_is_that_of_both_boxes(run, no_wall_clock):
    answer = code("def f():\n    while True:\n        pass", "answer")
    test = code("while True:\n    pass", "second", 2)
    notebook = run(answer, code("f()", "first", 2), test, code("pass"), cell=1)
    assert grades(notebook) == [0, 0]
    assert codes(notebook)[0] == "attention-stopped"


@MODES
def test_a_cell_of_the_instructor_that_fails_calls_for_a_person(run, mode):
    setup = code("1 / 0", "setup", locked=True)
    notebook = run(setup, code("assert True", "test", 2), mode=mode)
    assert codes(notebook) == ["attention-ours"]


def test_files_of_the_submission_are_there_and_checks_are_not(run):
    notebook = run(
        code("import os\nfound = sorted(os.listdir('.'))\ntext = open('data/a.csv').read()"),
        code("assert found == ['data'], found", "first", 1),
        code("assert text == '1,2'", "second", 1),
        code("import os\nassert os.path.exists('hidden_checks.py')", "third", 1),
        files={"data/a.csv": b"1,2"},
        checks={"hidden_checks.py": b"secret = 1"},
    )
    assert grades(notebook) == [1, 1, 1]


TOLD = """\
import sys
frame = sys._getframe()
while "job" not in frame.f_locals:
    frame = frame.f_back
frame.f_locals["job"]
"""


def test_the_learner_s_process_is_told_nothing_of_solutions_and_tests(run):
    """Whatever it was told can be found in it."""
    solution, test = code("answer = 'a solution'", "answer"), code("assert 'a test'", "test", 1)
    notebook = run(solution, code(TOLD), test)
    told = notebook.cells[1].outputs[0].data["text/plain"]
    assert told.startswith("StartCells(") and "cells=[]" in told
    assert "a solution" not in told and "a test" not in told


def test_a_box_has_the_memory_of_the_limits_and_no_more_processor_than_clock(run):
    look = code(
        "import resource as r\n"
        "[r.getrlimit(each) for each in (r.RLIMIT_DATA, r.RLIMIT_CPU, r.RLIMIT_CORE)]"
    )
    (shown,) = run(look, memory=2**29, notebook=100).cells[0].outputs
    memory, cpu, core = literal_eval(shown.data["text/plain"])
    assert memory == (2**29, 2**29) and core == (0, 0)
    assert 100 <= cpu[0] == cpu[1] <= 200


def test_a_box_that_refuses_runs_nothing_and_is_no_submission_s_fault(run):
    with pytest.raises(ConfinementError, match="too large"):
        run(code("x = 1"), code("assert True", "test", 1), memory=2**70, level="namespaces")


def test_a_box_that_is_not_entered_in_time_is_told_from_one_that_cannot_be_had(run, monkeypatch):
    box, far_ends = ForkServer.box, []

    def unheard(self, *args):
        made = box(self, *args)
        ours, theirs = socket.socketpair()
        # What the box answers comes to the channel that is replaced here.
        far_ends.append((theirs, made.control))
        return BoxHandle(made.process, Channel(ours))

    monkeypatch.setattr(supervisor, "START", 0.2)
    monkeypatch.setattr(ForkServer, "box", unheard)
    with pytest.raises(BoxStalled, match="not entered within"):
        run(code("x = 1"), code("assert True", "test", 1))


def test_the_file_of_a_form_is_graded_when_it_is_handed_in_beside_the_notebook(run):
    read = code("from course.dossier.form import saved\ntext = saved('model-card.yml')")
    test = code("assert text == 'name: A score\\n'", "test", 1)
    handed_in = run(read, test, files={"model-card.yml": b"name: A score\n"})
    assert grades(handed_in) == [1]
    assert grades(run(read, test)) == [0]


def test_a_file_name_that_leads_out_of_the_folder_leads_nowhere(run):
    notebook = run(
        code("import os\nfound = os.path.exists('evil.txt')"),
        code("assert found", "test", 1),
        files={"../../evil.txt": b"x"},
    )
    assert grades(notebook) == [1]


def test_the_course_is_not_shown_where_it_stands_on_the_path(tmp_path, monkeypatch, level):
    """`nbgrader autograde` puts the folder that it is called in there, `python -m` does too."""
    called_in, named = tmp_path / "called-in", tmp_path / "named"
    for folder in (called_in, named):
        folder.mkdir()
    (named / "nbgrader_config.py").touch()
    monkeypatch.chdir(called_in)
    monkeypatch.syspath_prepend(called_in)
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([str(named), os.environ.get("PYTHONPATH", "")])
    )
    folders = [str(called_in), str(named)]
    look = code(f"import os; [os.path.exists(path) for path in {folders}]")
    notebook = nbformat.v4.new_notebook(cells=[look])
    planned = PlannedNotebook("nb", {}, (), ())
    plan = Plan("plain", {"nb": planned}, {}, {})
    warm = ForkServer()
    try:
        run_notebook(warm, notebook, Job(plan, planned, {}, Limits(level=level)))
    finally:
        warm.close()
    assert look.outputs[0].data["text/plain"] == "[False, False]"


def test_outputs_are_those_of_a_notebook(run):
    cells = run(
        code("print('hello')\n1 + 1"),
        code("import matplotlib.pyplot as plt\nplt.plot([1, 2]);"),
        code("import pandas as pd\npd.DataFrame({'a': [1]})"),
        code("1 / 0"),
    ).cells
    assert [output.output_type for output in cells[0].outputs] == ["stream", "execute_result"]
    assert "image/png" in cells[1].outputs[-1].data
    assert "text/html" in cells[2].outputs[0].data
    assert cells[3].outputs[0].ename == "ZeroDivisionError"
    nbformat.validate(nbformat.v4.new_notebook(cells=cells))


def test_a_display_of_an_earlier_cell_is_updated_as_in_a_kernel(run):
    cells = run(
        code("print('above')\nshown = display('first', display_id='d')"),
        code("shown.update('second')"),
    ).cells
    assert cells[0].outputs[1].data["text/plain"] == "'second'"
    assert cells[1].outputs == []


def test_a_display_that_grows_in_later_cells_takes_the_room_of_one(run):
    grows = [code(f"shown.update('{number % 9}' * 50_000)") for number in range(27)]
    cells = run(
        code("shown = display('x', display_id='d')"),
        *grows,
        code("print('y' * 50_000)"),
        output=100_000,
    ).cells
    assert cells[0].outputs[0].data["text/plain"] == repr("8" * 50_000)
    assert cells[-1].outputs[0].text == "y" * 50_000 + "\n"


UPDATES = """\
from autograder.learner import process as learner
async def run_cell(shell, source, cell_id):
    sound = {"data": {"text/plain": "forged"}, "metadata": {}}
    shell.kernel.session.updates = [
        7, {}, {"index": 0}, {"index": 0, "place": 0, "data": 3, "metadata": {}},
        {"index": 0, "place": 1, "data": {"text/plain": "x" * 200_000}, "metadata": {}},
        *({"index": index, "place": place, **sound} for index in (-1, 0, 1, 2, 3, 4, True, "0")
          for place in (-1, 0, 1, 2, True, "0")),
    ]
    return {"status": "ok", "execution_count": 1}
learner.run_cell = run_cell
"""


def test_made_up_updates_change_nothing_but_a_display_of_the_learner_s(run):
    notebook = run(
        code("print('text')\nh = display('first', display_id='d')"),
        code("2.0", "test", 2),
        code(UPDATES),
        code("pass"),
        code("pass"),
        output=100_000,
    )
    nbformat.validate(notebook)
    assert grades(notebook) == [2]
    printed, shown = notebook.cells[0].outputs
    assert printed.text == "text\n" and shown.data == {"text/plain": "forged"}
    assert [len(cell.outputs) for cell in notebook.cells] == [2, 1, 0, 0, 0]
    assert len(nbformat.writes(notebook)) < 5_000


def test_output_without_end_is_cut_and_the_rest_is_run(run):
    notebook = run(
        code("for i in range(300_000): print('x' * 60)", "answer"),
        code("assert True", "test", 1),
        output=100_000,
    )
    assert grades(notebook) == [1]
    assert sum(len(output.get("text", "")) for output in notebook.cells[0].outputs) < 110_000


@pytest.mark.parametrize(
    "shows",
    [
        # Each takes twelve bytes on its way.
        "print('\U0001f600' * 1_100_000)",
        "for _ in range(300): earlier.update({'text/html': 'x' * 100_000}, raw=True)",
    ],
    ids=["beyond the first 65,536 characters", "pictures that change in an earlier cell"],
)
def test_whoever_shows_as_much_as_may_be_shown_goes_on(run, shows):
    notebook = run(
        code("earlier = display('x', display_id=True)"),
        code(shows),
        code("assert True", "test", 1),
    )
    assert codes(notebook) == []
    assert grades(notebook) == [1]


def test_what_is_too_large_to_be_told_is_said_to_be_that(run):
    notebook = run(code(FORGES + "tell(index=0, outputs=['x' * 20_000_000])\ndeaf()"), code("1"))
    assert notebook.cells[0].outputs[-1].evalue == "what this cell shows is too large"
    (told,) = notebook.metadata["ai4gov"][ATTENTION]
    assert re.search(r"the cell 1 shows is too large: a message of 200\d+ bytes", told["error"])


def test_temporary_files_are_there_for_the_learner_and_for_the_test(run):
    notebook = run(
        code(
            "import tempfile\n"
            "def save(path):\n    open(path, 'w').write('saved')\n"
            "def read(path):\n    return open(path).read()\n"
            "def make():\n    with tempfile.NamedTemporaryFile('w', delete=False) as file:\n"
            "        file.write('made')\n    return file.name"
        ),
        code("assert open(make()).read() == 'made'", "the learner's", 1),
        code(
            "import tempfile\nwith tempfile.NamedTemporaryFile('w', suffix='.csv') as file:\n"
            "    file.write('given')\n    file.flush()\n    assert read(file.name) == 'given'",
            "the test's",
            1,
        ),
        code(
            "import os\nwith tempfile.TemporaryDirectory() as folder:\n"
            "    path = os.path.join(folder, 'out.txt')\n    save(path)\n"
            "    assert open(path).read() == 'saved'",
            "in a folder of the test's",
            1,
        ),
    )
    assert grades(notebook) == [1, 1, 1]


def test_a_cell_goes_on_whatever_window_it_wants_for_its_figures(run):
    wanted = ("notebook", "qt", "widget", "inline")
    for cell in run(*(code(f"%matplotlib {each}\nhere = 1\nhere") for each in wanted)).cells:
        assert [output.output_type for output in cell.outputs] == ["execute_result"]


FORGED = """\
from autograder.learner import process as learner
async def run_cell(shell, source, cell_id):
    shell.kernel.session.outputs = [
        {"output_type": "display_data", "data": {"text/plain": "x" * SIZE}, "metadata": {}}
    ]
    return {"status": "ok", "execution_count": 1}
learner.run_cell = run_cell
"""


@pytest.mark.parametrize("size", [90_000, 500_000, 5_000_000])
def test_outputs_are_bounded_for_a_cell_and_for_a_notebook(run, size):
    """Whether a learner's process keeps to the bounds or not: the grader's memory is at stake."""
    notebook = run(
        code("def f(): return 3", "answer"),
        code(FORGED.replace("SIZE", str(size))),
        *(code("pass") for _ in range(40)),
        code("assert f() == 3", "test", 1),
        output=100_000,
    )
    assert len(nbformat.writes(notebook)) < 1_300_000
    assert grades(notebook) == [1]


def test_the_output_of_a_test_is_bounded_whatever_its_process_says(run):
    notebook = run(
        code(FORGED.replace("SIZE", "500_000"), "first", 1),
        code("pass", "second", 1),
        output=100_000,
    )
    assert len(nbformat.writes(notebook)) < 10_000


SHOWN_JSON = """\
from autograder.learner import process as learner
async def run_cell(shell, source, cell_id):
    shell.kernel.session.outputs = [
        {"output_type": "display_data", "data": {"application/json": value}, "metadata": {}}
    ]
    return {"status": "ok", "execution_count": 1}
value = VALUE
learner.run_cell = run_cell
"""


@pytest.mark.parametrize(
    "value",
    ["[[]] * 1_000_000", "__import__('functools').reduce(lambda a, _: [a], range(200), 1)"],
    ids=["a million lists", "lists 200 deep"],
)
def test_what_a_box_shows_cannot_fill_the_coordinator_or_end_the_submission(run, value):
    notebook = run(
        code("def f(): return 3", "answer"),
        code("assert f() == 3", "first", 1),
        code(SHOWN_JSON.replace("VALUE", value)),
        code("pass"),
    )
    assert grades(notebook) == [1]
    nbformat.validate(notebook)
    assert len(nbformat.writes(notebook)) < 10_000


def test_a_chart_s_data_are_kept_as_they_were_shown(run):
    chart = code("display({'application/vnd.x+json': {'a': [[1, {'b': None}]]}}, raw=True)")
    (shown,) = run(chart).cells[0].outputs
    assert shown.data == {"application/vnd.x+json": {"a": [[1, {"b": None}]]}}


ODD = """\
from autograder.learner import process as learner
async def run_cell(shell, source, cell_id):
    shell.kernel.session.outputs = [
        {"output_type": "stream", "name": "x", "text": ""},
        {"output_type": "execute_result", "data": {}, "metadata": {}, "execution_count": -1},
        {"output_type": "execute_result", "data": {}, "metadata": {}, "execution_count": True},
        {"output_type": "display_data", "data": {"xjson": [[], []]}, "metadata": {}},
        {"output_type": "display_data", "data": {"text/json": {}}, "metadata": {}},
        {"output_type": "stream", "name": "stdout", "text": "sound"},
    ]
    return {"status": "ok", "execution_count": -5}
learner.run_cell = run_cell
"""


def test_made_up_outputs_leave_a_notebook_that_can_be_shown(run):
    """nbconvert, and so formgrader, shows only a notebook that is valid."""
    notebook = run(code(ODD), code("pass"))
    nbformat.validate(notebook)
    assert [output.text for output in notebook.cells[1].outputs] == ["sound"]


def test_a_notebook_full_of_output_keeps_the_points_of_its_checks(run):
    notebook = run(
        a_check()[0],
        *(code("print('x' * 90_000)") for _ in range(40)),
        a_check()[1],
        output=100_000,
        **a_check_that_says("3"),
    )
    assert grades(notebook) == [3]
    assert len(nbformat.writes(notebook)) < 1_300_000


FORGES = """
import contextlib, json, os, socket, stat, struct, time
def tell(**told):
    told = {"did": "cell", "status": "ok", "execution_count": 1, "parts": []} | told
    head = json.dumps(told, separators=(",", ":")).encode()
    for number in range(3, 50):
        # The first of its sockets leads to the supervisor.
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                control = socket.socket(fileno=os.dup(number))
                control.sendall(struct.pack("!II", len(head), 0) + head)
                return
def deaf():
    while True:
        try:
            time.sleep(60)
        except BaseException:
            pass
"""


def test_a_box_that_claims_to_be_ready_and_never_reads_is_not_waited_for(run):
    began = time.monotonic()
    notebook = run(
        code(FORGES + "tell(index=0, outputs=[])\ndeaf()"),
        code(f"x = '{'y' * 3_000_000}'"),
        code("assert True", "test", 1),
        cell=1,
    )
    assert grades(notebook) == [0]
    assert codes(notebook) == ["attention-stopped", "attention-endless"]
    assert time.monotonic() - began < 20


def test_an_answer_to_another_cell_ends_the_run(run):
    forges = code(FORGES + "tell(index=2, outputs=[])")
    notebook = run(code("x = 1"), forges, code("x"), code("assert x == 1", "test", 1))
    assert grades(notebook) == [0]
    assert codes(notebook) == ["attention-python"]


def test_a_line_for_the_shell_runs_in_a_box_that_has_no_terminal(run):
    notebook = run(
        code("!echo one; echo two >&2; exit 3"),
        code("status = _exit_code\nfound = !echo three\nfound = list(found)"),
        code("assert status == 3 and found == ['three']", "test", 2),
    )
    assert notebook.cells[0].outputs[0].text.split() == ["one", "two"]
    assert grades(notebook) == [2]
