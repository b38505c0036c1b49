"""Where the CPU time of one submission goes: python -m bench.parts [--kind realistic]

Takes a class through the rooms of the autograder one after the other, in this process,
and charges each room with its CPU time. What happens inside a box is told apart by boxes in which
less happens. Prints a Markdown table.
"""

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from unittest import mock

import nbformat

from autograder.grading import executors
from autograder.grading import run as one
from autograder.grading.course import Course
from autograder.grading.executors import WarmPool
from autograder.grading.gradebook import Writer
from autograder.records import Job, Limits, Plan
from autograder.sandbox.forkserver import BoxHandle, ForkServer, Usage
from autograder.sandbox.supervisor import run_notebook
from bench.course import WARM_UP, Assignment, make_course, students
from bench.grading import cpu_of
from bench.kinds import CLASSES, KINDS

BOXES = 20
"""How many boxes are made to learn what an idle one costs."""


class CountingForkServer(ForkServer):
    """A warm process whose boxes' CPU seconds are added up by their kind."""

    def __init__(self) -> None:
        super().__init__()
        self.cpu_by_kind: dict[str, float] = defaultdict(float)
        self._kinds: dict[int, str] = {}

    def box(self, kind, box, values) -> BoxHandle:
        boxed = super().box(kind, box, values)
        self._kinds[boxed.process] = kind
        return boxed

    def end(self, boxed: BoxHandle) -> Usage:
        usage = super().end(boxed)
        self.cpu_by_kind[self._kinds.pop(boxed.process)] += usage.cpu
        return usage

    def own_cpu(self) -> float:
        """CPU seconds of the warm process itself."""
        return cpu_of(self._process.pid)[0]


class CountingPool(WarmPool):
    """A pool of the one warm process that counts."""

    def __init__(self) -> None:
        super().__init__()
        self.forkserver = self._forkserver = CountingForkServer()


class Parts:
    """CPU seconds of this process by the part of its work."""

    def __init__(self) -> None:
        self.cpu: dict[str, float] = defaultdict(float)

    def timed(self, part: str, function: Callable) -> Callable:
        """The function, with its CPU time charged to a part."""

        def wrapped(*args, **kwargs):
            started = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.cpu[part] += time.process_time() - started

        return wrapped


def cost_of_parts(
    course: Path, assignment: Assignment, submissions: int
) -> list[tuple[str, float]]:
    """(what, CPU milliseconds a submission) in the order in which a submission meets them."""
    opened = Course.open(course)
    plan = opened.plan(assignment.name)
    ignored = opened.folders.ignore
    parts, writer = Parts(), Writer(opened.folders, opened.config)
    pool = CountingPool()
    pool.parser.start()
    forkserver = pool.forkserver
    try:
        limits = opened.limits(assignment.name)
        limits = replace(limits, level=pool.level(limits.level))

        def grade(student: str) -> None:
            folder = course / "submitted" / student / assignment.name
            submission = parts.timed("read", one.read_submission)(folder, student, ignored)
            outcome = parts.timed("run", one.grade_submission)(pool, plan, submission, limits)
            parts.timed("write", writer.save)(
                student, assignment.name, outcome.notebooks, outcome.files, outcome.timestamp
            )

        grade(WARM_UP)
        with ExitStack() as stack:
            for part, module, name in (
                ("parse", one, "_notebooks"),
                ("supervisor", executors, "run_notebook"),
                ("finish", one, "finish"),
            ):
                timed = parts.timed(part, getattr(module, name))
                stack.enter_context(mock.patch.object(module, name, timed))
            parts.cpu.clear()
            forkserver.cpu_by_kind.clear()
            before = forkserver.own_cpu()
            for student in students(submissions):
                grade(student)
        boxes, forks = dict(forkserver.cpu_by_kind), forkserver.own_cpu() - before
        entered, idle = _idle(forkserver, plan, assignment, limits)
    finally:
        pool.close()
        writer.close()
    inside = ("parse", "supervisor", "finish")
    seconds = parts.cpu
    seconds["rest"] = seconds["run"] - sum(seconds[part] for part in inside)
    mean = {name: 1000 * value / submissions for name, value in (seconds | boxes).items()}
    return [
        ("coordinator: read the files handed in", mean["read"]),
        ("coordinator: have the notebook read and put in order", mean["parse"]),
        ("coordinator: supervisor", mean["supervisor"]),
        ("coordinator: finish (nbgrader's own steps), points, comments", mean["finish"]),
        ("coordinator: the notebook as text, and the rest", mean["rest"]),
        ("coordinator: write the gradebook and autograded/", mean["write"]),
        ("warm process: fork and end two boxes", 1000 * forks / submissions),
        ("learner box: enter", entered),
        ("learner box: start the shell", idle["learner"] - entered),
        ("learner box: cells, and answers to the examiner", mean["learner"] - idle["learner"]),
        ("examiner box: enter", entered),
        ("examiner box: start the shell", idle["examiner"] - entered),
        ("examiner box: test cells", mean["examiner"] - idle["examiner"]),
    ]


def _idle(
    forkserver: CountingForkServer, plan: Plan, assignment: Assignment, limits: Limits
) -> tuple[float, dict[str, float]]:
    """CPU milliseconds of a box that is only entered, and of those whose cells do nothing."""
    planned = plan.notebooks[assignment.name]
    answer = next(cell for cell in assignment.cells if cell.released is not None)
    test = next(cell for cell in assignment.cells if cell.points)
    empty = nbformat.v4.new_notebook(
        cells=[answer.as_notebook_cell("pass"), test.as_notebook_cell("pass")]
    )
    entered: list[float] = []
    idle: dict[str, list[float]] = {"learner": [], "examiner": []}
    for _ in range(BOXES):
        forkserver.cpu_by_kind.clear()
        forkserver.obstacle(limits.level)
        run_notebook(forkserver, deepcopy(empty), Job(plan, planned, plan.files, limits))
        entered.append(1000 * forkserver.cpu_by_kind["probe"])
        for kind in idle:
            idle[kind].append(1000 * forkserver.cpu_by_kind[kind])
    return statistics.mean(entered), {kind: statistics.mean(took) for kind, took in idle.items()}


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kind", choices=KINDS, default="realistic")
    parser.add_argument("--submissions", type=int)
    options = parser.parse_args()
    assignment = KINDS[options.kind]
    submissions = options.submissions or CLASSES[options.kind]
    with tempfile.TemporaryDirectory() as temporary:
        course = make_course(Path(temporary, "course"), assignment, submissions)
        parts = cost_of_parts(course, assignment, submissions)
    total = sum(took for _, took in parts)
    print("| where | CPU ms a submission | share |")
    print("| --- | ---: | ---: |")
    for name, took in [*parts, ("together", total)]:
        print(f"| {name} | {took:.1f} | {took / total:.0%} |")


if __name__ == "__main__":
    main()
