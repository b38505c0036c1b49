"""What `ai4gov grade` says of a class when it is done."""

from autograder.grading.summary import lines
from autograder.reasons import reason
from autograder.records import ATTENTION_NEEDED, GRADED, UNCHANGED, Result


def result(student: str, *reasons: dict, points: float | None = None, ran: bool = True) -> Result:
    status = ATTENTION_NEEDED if reasons else GRADED
    cpu, out_of = (0.1 if ran else 0.0), (None if points is None else 10.0)
    return Result(student, status, points, out_of, cpu=cpu, reasons=list(reasons))


def broken(cell: str, error: str = "ModuleNotFoundError: No module named 'helper'") -> dict:
    return reason("attention-ours", cell=cell, error=error)


STOPPED = reason("attention-stopped", cell="loop", seconds=125)
DAMAGED = reason("attention-damaged", file="a.ipynb")


def said(*results: Result) -> str:
    return "\n".join(lines(results))


def test_a_cell_that_stops_in_every_submission_is_said_once_for_the_class():
    text = said(
        result("ann", broken("imports"), broken("data")),
        result("bob", broken("imports"), broken("data")),
        result("cho", broken("imports"), broken("data"), STOPPED),
    )
    assert text.startswith("3 needs attention\n")
    assert text.count("“imports”") == text.count("“data”") == 1
    assert "stopped in every submission" in text and "--force" in text
    assert "ann" not in text and "bob" not in text
    assert "  cho: The cell “loop” was stopped after 125 seconds." in text


def test_a_cell_that_says_an_address_stops_for_all_alike():
    text = said(result("ann", broken("a", "at 0x1")), result("bob", broken("a", "at 0x2")))
    assert text.count("“a”") == 1


def test_what_was_not_run_says_nothing_of_the_instructor_s_cells():
    text = said(
        result("ann", broken("imports")),
        result("bob", broken("imports")),
        result("cho", DAMAGED, ran=False),
        Result("dan", UNCHANGED),
    )
    assert text.count("“imports”") == 1 and "  cho: a.ipynb is damaged" in text


def test_a_cell_that_stops_for_some_is_said_of_each():
    text = said(result("ann", broken("imports")), result("bob", points=3))
    assert "  ann: The cell “imports”, which is the instructor's, stopped" in text
    assert "every submission" not in text


def test_one_submission_says_nothing_of_the_class():
    assert "  ann: The cell “imports”" in said(result("ann", broken("imports")))


def test_the_points_of_the_class_are_said_and_where_each_learner_s_are():
    text = said(result("ann", points=2), result("bob", points=9.5), result("cho", points=4))
    assert text == ("3 graded\npoints: 2 to 9.5 of 10, median 4; each learner's: nbgrader export")


def test_where_nothing_was_graded_now_no_points_are_said():
    assert said(Result("ann", UNCHANGED)) == "1 unchanged"
