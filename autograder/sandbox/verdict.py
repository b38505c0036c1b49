"""What counts as a verdict: without one there are no points.

nbgrader takes a test cell for passed when it holds no sign of failure. Here it is the other way
round; what stays in the cell is what nbgrader then reads rightly.
"""

from nbformat import NotebookNode

CHECK = "check("


def judge(cell: NotebookNode, ended: bool, has_checks: bool = True) -> None:
    """Leave in a test cell what nbgrader may count, and a failure where there is no verdict.

    nbgrader takes the first output that tells it something, so failures come first; a warning on
    stderr costs nothing. `ended` says that the cell came to its end, and `has_checks` that the
    assignment has checks of ours: a course may have a function `check` of its own.
    """
    failures = [output for output in cell.outputs if output.output_type == "error"]
    if not ended and not failures:
        failures = [failure("NoVerdict", "this test did not come to its end")]
    elif (fault := _faulty_points(cell, has_checks)) is not None and not failures:
        failures = [fault]
    others = [
        output
        for output in cell.outputs
        if output.output_type != "error" and output.get("name") != "stderr"
    ]
    cell.outputs = failures + others


def _faulty_points(cell: NotebookNode, has_checks: bool) -> NotebookNode | None:
    """A failure, when a test's result is no number of points that its cell can have.

    Only a check has to give a number; an ordinary test that ends without a word has passed,
    and a text is full points in nbgrader.
    """
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    is_check = has_checks and cell.source.lstrip().startswith(CHECK)
    try:
        points = [float(result.data.get("text/plain", "")) for result in results]
    except ValueError:
        return failure("NoVerdict", "the check gave no points to count") if is_check else None
    if is_check and len(points) != 1:
        return failure("NoVerdict", "the check gave no points to count")
    if not all(0 <= each <= float(cell.metadata.nbgrader["points"]) for each in points):
        return failure("NoVerdict", "these points are not possible here")
    return None


def failure(name: str, reason: str) -> NotebookNode:
    """An error output, which costs the points of a test cell."""
    return NotebookNode(
        output_type="error", ename=name, evalue=reason, traceback=[f"{name}: {reason}"]
    )
