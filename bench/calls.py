"""Whether the last call of a learner's function costs more than the first: python -m bench.calls

One test cell calls a learner's function 10,000 times: with a number, with an array, with a table of
the learner's, for a pair of numbers that the test keeps, and while it binds a name again that the
learner's cells bind too. Prints, as a Markdown table, milliseconds a call on the clock for the
first and the last thousand. A cell that takes longer than --seconds stops itself.
"""

import argparse
import json
from itertools import pairwise

from nbformat.v4 import new_code_cell, new_notebook

from autograder.records import Job, Limits, Plan, PlannedNotebook, SourceCell
from autograder.sandbox.forkserver import ForkServer
from autograder.sandbox.supervisor import run_notebook
from bench.grading import machine

CALLS = 10_000

PART = 1_000

SETUP = """\
import numpy as np
import pandas as pd"""

ANSWER = """\
state = np.zeros((20, 20))
table = pd.DataFrame({"age": np.arange(50), "due": np.arange(50) % 3})

def half(value):
    return value / 2

def step(array):
    return array + 1

def oldest(people):
    return int(people["age"].max())

def neighbours(value):
    return value - 1, value + 1"""

TEST = """\
import time
halved, stepped, found, people, pair = half, step, oldest, table, neighbours
start, kept = state, []
stops = time.monotonic() + {seconds}
took = [(0, time.perf_counter())]
for i in range(1, {calls} + 1):
    {call}
    if i % {part} == 0 or i == {calls} or time.monotonic() > stops:
        took.append((i, time.perf_counter()))
        if time.monotonic() > stops:
            break
print(took)"""

CALL = {
    "a number": "halved(i)",
    "an array of 20 by 20": "stepped(np.ones((20, 20)))",
    "a table of the learner's": "found(people)",
    "a number, for a pair that is kept": "kept.append(pair(i))",
    "an array, bound to a new name": "new = stepped(start)",
    "an array, bound to the learner's name again": "state = stepped(state)",
}
"""What the test does in its loop, by what is given."""


def measure(
    forkserver: ForkServer, level: str, call: str, calls: int, seconds: float
) -> list[list[float]]:
    """(calls so far, seconds on the clock) after each thousand calls in one test cell."""
    test = TEST.format(call=call, calls=calls, part=PART, seconds=seconds)
    cells = [
        _cell("setup", SETUP, locked=True),
        _cell("answer", ANSWER, solution=True),
        _cell("test", test, grade=True, locked=True, points=1),
    ]
    source_cells = tuple(
        SourceCell(name, kind, source)
        for name, kind, source in (
            ("setup", "setup", SETUP),
            ("answer", "solution", ANSWER),
            ("test", "test", test),
        )
    )
    planned = PlannedNotebook("calls", {}, (), source_cells)
    notebook = new_notebook(cells=cells)
    limits = Limits(cell=seconds + 60, notebook=seconds + 120, level=level)
    plan = Plan("calls", {"calls": planned})
    run_notebook(forkserver, notebook, Job(plan, planned, {}, limits))
    printed = [each.text for each in cells[-1].outputs if each.output_type == "stream"]
    if len(printed) != 1:
        raise RuntimeError(f"the test cell of {call!r} failed: {cells[-1].outputs}")
    return json.loads(printed[0].replace("(", "[").replace(")", "]"))


def _cell(name: str, source: str, **marks: object):
    about = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    return new_code_cell(source, metadata={"nbgrader": about | {"grade_id": name} | marks})


def row(given: str, took: list[list[float]]) -> str:
    """A line of the table."""
    each = [
        1000 * (after[1] - before[1]) / (after[0] - before[0]) for before, after in pairwise(took)
    ]
    cells = (f"{took[-1][0]:,}", f"{each[0]:.2f}", f"{each[-1]:.2f}", f"{each[-1] / each[0]:.1f}")
    return f"| {given} | " + " | ".join(cells) + " |"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--calls", type=int, default=CALLS)
    parser.add_argument("--seconds", type=float, default=120, help="for each kind of call")
    options = parser.parse_args()
    forkserver = ForkServer()
    try:
        level = forkserver.level("limits")
        print("| given | calls done | ms a call, first 1,000 | last 1,000 | last to first |")
        print("| --- | ---: | ---: | ---: | ---: |")
        for given, call in CALL.items():
            took = measure(forkserver, level, call, options.calls, options.seconds)
            print(row(given, took), flush=True)
    finally:
        forkserver.close()
    print(f"\n- {machine()}")


if __name__ == "__main__":
    main()
