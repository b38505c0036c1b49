"""What a check says in a real notebook kernel when the answer is missing or its cell has failed."""

import json

import nbformat
import pytest

from course.checking.outcome import MIME
from tests.course.content.notebooks import ROOT, Client

SETUP = "from course import check"

CHECKS = """
from course.checking import exercise, expect, part, say

@exercise("gap", points=1, hints=[say("01-h1", "First hint."), say("01-h2", "Second hint.")])
def gap(value):
    expect.close(value, 0.25)

@exercise("rates", points=2)
def rates(fpr, fnr):
    with part():
        expect.close(fpr, 0.25)
    with part():
        expect.close(fnr, 0.5)

@exercise("double", points=1)
def double(function):
    expect.count(expect.call(function, 2), 4)
"""
GAP, RATES, DOUBLE = 'check("gap", gap)', 'check("rates", fpr, fnr)', 'check("double", double)'


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Runs cells in a kernel; returns each cell's outputs."""

    def run_cells(*sources: str) -> list[list]:
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        (tmp_path / "checks.py").write_text(CHECKS, encoding="utf-8")
        (tmp_path / "start.ipynb").write_text("{}", encoding="utf-8")
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source) for source in (SETUP, *sources)]
        )
        Client(
            notebook,
            timeout=60,
            allow_errors=True,
            kernel_name="python3",
            resources={"metadata": {"path": str(tmp_path)}},
        ).execute()
        return [cell.outputs for cell in notebook.cells[1:]]

    return run_cells


def shown(outputs: list) -> tuple[str, float, str]:
    """The code of an outcome, its points, and what a learner reads."""
    (only,) = outputs
    assert only.output_type == "execute_result"
    data = only.data[MIME]
    assert float(only.data["text/plain"]) == data["points"]
    return data["code"], data["points"], only.data["text/html"]


def test_a_name_that_is_missing_in_a_check_gets_a_sentence_and_no_stack_trace(run):
    code, points, text = shown(run(GAP)[-1])
    assert (code, points) == ("name-missing", 0)
    assert "<code>gap</code>" in text


def test_a_name_that_is_missing_elsewhere_is_an_error_as_ever(run):
    (outputs,) = run("print(gap)")
    assert [output.output_type for output in outputs] == ["error"]
    assert outputs[0].ename == "NameError"


def test_a_check_after_a_missing_name_works_again(run):
    *_, outputs = run(GAP, "gap = 0.25", GAP)
    assert shown(outputs)[:2] == ("right", 1)


@pytest.mark.parametrize(
    ("failing", "piece"),
    [
        ("gap = large", "quotation marks"),
        ("gap = “large”", "straight quotation marks"),
        ("gap = 0,02", "<code>0.02</code>"),
        ("gap = (1 + 2", "never closed"),
        ("half = 2\n  gap = 1", "more spaces"),
        ("gap = [1, 2].maen()", "<code>maen</code>"),
        ("gap = 0.1\nprint(other)", "<code>other</code>"),
        ("raise KeyboardInterrupt\ngap = 5", "stopped before its end"),
    ],
)
def test_after_an_error_in_the_answer_cell_no_older_value_is_judged(run, failing, piece):
    first, _, second = run("gap = 0.25", GAP, failing, GAP)[1:]
    assert second is not first
    code, points, text = shown(second)
    assert (code, points) == ("cell-stopped", 0)
    assert "no new answer" in text
    assert piece in text


def test_the_first_run_of_an_answer_that_fails_is_explained_and_not_called_not_attempted(run):
    code, points, text = shown(run("gap = large", GAP)[-1])
    assert (code, points) == ("cell-stopped", 0)
    assert "Not yet" in text
    assert "<code>large</code>" in text


def test_one_of_several_answers_without_a_new_value_is_enough(run):
    *_, outputs = run("fpr = 0.25\nfnr = 0.5", "fnr = half", RATES)
    assert shown(outputs)[:2] == ("cell-stopped", 0)


def test_each_run_that_fails_counts_as_a_try_so_hints_come(run, tmp_path):
    outputs = run("gap = large", GAP, "gap = large", GAP, "gap = large", GAP)
    assert "First hint." not in shown(outputs[1])[2]
    assert "First hint." in shown(outputs[3])[2]
    assert "Second hint." in shown(outputs[5])[2]
    recorded = json.loads((tmp_path / "progress.json").read_text())
    assert next(iter(recorded.values()))["gap"]["tries"] == 3


def test_a_mended_answer_is_judged_again(run):
    *_, outputs = run("gap = large", GAP, "gap = 0.25", GAP)
    assert shown(outputs)[:2] == ("right", 1)


def test_an_error_in_a_cell_of_another_answer_does_not_matter(run):
    *_, outputs = run("gap = 0.25", "fpr = large", GAP)
    assert shown(outputs)[:2] == ("right", 1)


def test_a_function_that_python_could_not_read_is_not_judged_by_its_older_form(run):
    right = "def double(number):\n    return 2 * number"
    wrong = "def double(number)\n    return 3 * number"
    *_, outputs = run(right, DOUBLE, wrong, DOUBLE)
    code, _, text = shown(outputs)
    assert code == "cell-stopped"
    assert "colon" in text


def test_a_function_that_stops_is_explained_with_its_arguments(run):
    *_, outputs = run("def double(number):\n    return nunber * 2", DOUBLE)
    code, _, text = shown(outputs)
    assert code == "form-error"
    assert "Did you mean <code>number</code>?" in text


@pytest.mark.parametrize("rest", ["", "\nprint(gap + 1)"])
def test_a_column_written_over_is_named_whether_the_cell_failed_or_not(run, rest):
    *_, outputs = run("people = {'race': 'x'}", f"gap = people['race'] = 'Hispanic'{rest}", GAP)
    code, points, text = shown(outputs)
    assert (code, points) == ("table-overwritten", 0)
    assert "people" in text
