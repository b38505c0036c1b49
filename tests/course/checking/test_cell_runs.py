"""Which cell gave a name its value last, and whether it came to its end."""

from __future__ import annotations

import pytest

from course.notebook.cell_runs import Failure, Runs, arguments_of_check, names_bound

STOPPED = Failure("NameError", "name 'output' is not defined", "list_is = output")


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("gap = 0.2", {"gap"}),
        ("tn, (fp, *rest) = 1, (2, 3)", {"tn", "fp", "rest"}),
        ("def share(column):\n    total = 1\n    return total", {"share"}),
        ("import numpy as np\nfrom a import b as c", {"np", "c"}),
        ("for n in range(3):\n    last = n", {"n", "last"}),
        ("gap += 1", {"gap"}),
        ("people['decade'] = 1", set()),
        ("print([n for n in range(3)])", set()),
        # What Python cannot read is read by lines.
        ("gap = 0,02", {"gap"}),
        ("tn, fp = 1, (2", {"tn", "fp"}),
        ("def share(column)\n    return 1", {"share"}),
        ("def share(column):\nreturn 1", {"share"}),
        ("smallest-group = 'a'", {"smallest_group", "smallest", "group"}),
        ("gap = “large”", {"gap"}),
        ("gap: float = 1 2", {"gap"}),
        ("if gap == 1 2", set()),
        ("check(gap=1 2", set()),
    ],
)
def test_the_names_that_a_cell_gives_values_to(source, names):
    assert names_bound(source) == names


def test_a_long_line_of_blanks_is_read_at_once():
    assert names_bound(" " * 150_000 + "'") == set()


def test_the_names_handed_to_a_check_are_found_in_its_cell():
    source = '# a remark\ncheck("other", x)\ncheck("rates", fpr, -fnr, frame.by_group)'
    assert arguments_of_check(source, "rates") == ["fpr", "fnr", "frame"]
    assert arguments_of_check(source, "another") == []
    assert arguments_of_check('check("rates", ', "rates") == []


@pytest.fixture
def runs() -> Runs:
    return Runs()


def test_after_an_error_the_value_of_an_earlier_run_does_not_count(runs):
    runs.record("gap = 0.3")
    runs.record("gap = output", STOPPED)
    assert runs.failure("gap", ["gap"]) == STOPPED


def test_a_later_run_without_error_counts(runs):
    runs.record("gap = output", STOPPED)
    runs.record("gap = 0.3")
    assert runs.failure("gap", ["gap"]) is None


def test_an_error_in_another_cell_says_nothing_of_this_answer(runs):
    runs.record("gap = 0.3")
    runs.record("other = output", STOPPED)
    assert runs.failure("gap", ["gap"]) is None


def test_of_several_names_one_without_a_new_value_is_enough(runs):
    runs.record("fpr = 0.3")
    runs.record("fnr = output", STOPPED)
    assert runs.failure("rates", ["fpr", "fnr"]) == STOPPED


def test_the_answer_cell_is_known_by_its_id_where_its_text_does_not_say_so(runs):
    runs.record("gap = 0.3", None, "gap")
    runs.record("gapp : output", STOPPED, "gap")
    assert runs.failure("gap", ["gap"]) == STOPPED


def test_a_value_from_a_new_cell_counts_after_an_error_in_the_answer_cell(runs):
    runs.record("gapp : output", STOPPED, "gap")
    runs.record("gap = 0.3", None, "a-new-cell")
    assert runs.failure("gap", ["gap"]) is None


def test_a_value_of_an_earlier_run_of_the_same_cell_is_outdated(runs):
    runs.record("gap = 0.3", None, "gap")
    runs.record("print(0.4)", None, "gap")
    assert runs.outdated("gap", ["gap"]) == "gap"
    runs.record("gap = 0.4", None, "gap")
    assert runs.outdated("gap", ["gap"]) is None


def test_a_value_made_by_another_cell_is_not_outdated(runs):
    runs.record("gap = 0.3", None, "own")
    runs.record("print(gap)", None, "gap")
    assert runs.outdated("gap", ["gap"]) is None


def test_without_ids_of_cells_no_value_is_called_outdated(runs):
    runs.record("gap = 0.3")
    runs.record("print(0.4)")
    assert runs.outdated("gap", ["gap"]) is None


def test_a_column_written_over_by_a_single_equals_sign_is_remembered(runs):
    assert runs.overwritten() is None
    runs.record('group = people["race"] = "Hispanic"\ntn = 5')
    assert runs.overwritten() == ("people", 'group = people["race"] = "Hispanic"')
    runs.record('group = people["race"] == "Hispanic"')
    assert runs.overwritten() is not None


def test_a_table_that_is_made_again_is_whole_again(runs):
    runs.record('group = people["race"] = "Hispanic"')
    runs.record("people = load_dataset('compas')")
    assert runs.overwritten() is None


@pytest.mark.parametrize(
    "source",
    [
        'people["decade"] = people["age"] // 10',
        "a = b = 0",
        'copy["age"] = 1',
        "a = (",
        "a, b = 1, 2",
    ],
)
def test_other_assignments_write_over_nothing(runs, source):
    runs.record(source)
    assert runs.overwritten() is None
