"""What a person reads when a class was graded: counts, points, and what needs attention."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from statistics import median
from typing import Any

from autograder.reasons import OURS, read
from autograder.records import ATTENTION_NEEDED, Result
from autograder.text import printable


def lines(results: Sequence[Result], points_by: str = "nbgrader export") -> Iterator[str]:
    """The lines, in order. Faults in the instructor's own cells come once, before the learners'.

    `points_by` is the command that writes the points of each learner.
    """
    counts = Counter(result.status for result in results)
    yield ", ".join(f"{number} {status}" for status, number in sorted(counts.items()))
    yield from _points(results, points_by)
    broken = broken_for_all(results)
    if broken:
        yield "Cells of yours that stopped in every submission:"
        for each in broken.values():
            yield f"  {read(each)}"
        yield "  Mend them, call nbgrader generate_assignment, and grade again with --force."
    for student, reasons in learners_own(results, broken):
        yield f"  {printable(student)}: {' '.join(map(read, reasons))}"


def broken_for_all(results: Sequence[Result]) -> dict[str, dict[str, Any]]:
    """The instructor's cells that stopped in every submission that was run, with the first reason.

    Empty for fewer than two submissions: one learner can have broken the cell.
    """
    ran = [result.reasons for result in results if result.cpu]
    found = {cell: each for each in ran[0] if (cell := _cell(each))} if len(ran) > 1 else {}
    return {
        cell: each
        for cell, each in found.items()
        if all(cell in map(_cell, reasons) for reasons in ran)
    }


def learners_own(
    results: Sequence[Result], broken: Collection[str]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The learners who need attention, each with the reasons that no cell of `broken` explains."""
    for result in results:
        reasons = [each for each in result.reasons if _cell(each) not in broken]
        if result.status == ATTENTION_NEEDED and reasons:
            yield result.student, reasons


def _cell(reason: dict[str, Any]) -> str:
    """The cell of the instructor's that a reason is about; empty for every other reason."""
    return str(reason["cell"]) if reason["code"] == OURS else ""


def _points(results: Sequence[Result], points_by: str) -> Iterator[str]:
    found = [result.points for result in results if result.points is not None]
    if found:
        most = max(result.out_of or 0 for result in results)
        yield (
            f"points: {min(found):g} to {max(found):g} of {most:g}, median {median(found):g}; "
            f"each learner's: {points_by}"
        )
