"""What no grading can undercut: the cells of a class in one warm process, with no isolation at all.

    python -m bench.floor COURSE KIND FIRST LAST

runs what grading would run of these students of the class (number 0 is the warm-up): their own
cells and the full tests, in one IPython shell whose names are cleared in between. Prints points.
"""

import gc
import json
import os
import sys
from pathlib import Path

import matplotlib.pyplot as plt
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from matplotlib_inline.backend_inline import configure_inline_support
from traitlets.config import Config

from bench.course import WARM_UP, Assignment, students
from bench.kinds import KINDS

INLINE = "module://matplotlib_inline.backend_inline"


def run_class(assignment: Assignment, first: int, last: int) -> dict[str, float]:
    """The points of each student, with the instructor's files in the present folder."""
    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config)
    plt.switch_backend(INLINE)
    configure_inline_support(shell, INLINE)
    names = [WARM_UP, *students(last)]
    points = {}
    for number in range(first, last + 1):
        points[names[number]] = _points(shell, assignment, number)
        # Clearing the names collects garbage: what is kept so far (libraries, and their sources
        # that a traceback had parsed) need not be looked through each time.
        gc.freeze()
    return points


def _points(shell: InteractiveShell, assignment: Assignment, number: int) -> float:
    shell.reset(new_session=True)
    points = 0.0
    for cell, source in zip(assignment.cells, assignment.answers(number), strict=True):
        with capture_output():
            ran = shell.run_cell(source)
        if cell.points and ran.success:
            points += cell.points if ran.result is None else float(ran.result)
    plt.close("all")
    return points


def main() -> None:
    """Run the students named on the command line."""
    course, kind, first, last = sys.argv[1:]
    assignment = KINDS[kind]
    os.chdir(Path(course, "source", assignment.name))
    print(json.dumps(run_class(assignment, int(first), int(last))))


if __name__ == "__main__":
    main()
