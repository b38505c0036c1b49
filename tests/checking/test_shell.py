"""A check that is run before its answer, in a real notebook kernel."""

import nbformat
import pytest

from course.checking.outcome import MIME
from tests.content.notebooks import ROOT, Client

SETUP = "from course import check"


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Runs cells in a kernel; returns each cell's outputs."""

    def run_cells(*sources: str) -> list[list]:
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source) for source in sources]
        )
        Client(
            notebook,
            timeout=60,
            allow_errors=True,
            kernel_name="python3",
            resources={"metadata": {"path": str(tmp_path)}},
        ).execute()
        return [cell.outputs for cell in notebook.cells]

    return run_cells


def test_a_name_that_is_missing_in_a_check_gets_a_sentence_and_no_stack_trace(run):
    _, outputs = run(SETUP, 'check("gap", gap)')
    (shown,) = outputs
    assert shown.output_type == "execute_result"
    assert shown.data["text/plain"] == "0.0"
    assert shown.data[MIME]["code"] == "name-missing"
    assert "gap" in shown.data["text/html"]


def test_a_name_that_is_missing_elsewhere_is_an_error_as_ever(run):
    _, outputs = run(SETUP, "print(gap)")
    assert [output.output_type for output in outputs] == ["error"]
    assert outputs[0].ename == "NameError"


def test_a_check_after_a_missing_name_works_again(run):
    *_, outputs = run(SETUP, 'check("gap", gap)', "gap = ...", 'check("gap", gap)')
    assert outputs[0].data[MIME]["code"] == "check-missing"
