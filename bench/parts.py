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
from pathlib import Path
from unittest import mock

import nbformat
from nbgrader.api import Gradebook

from autograder import settings
from autograder.grading import run as one
from autograder.grading.gradebook import Writer
from autograder.grading.parsing import parser
from autograder.grading.plan import Plan, make_plan
from autograder.sandbox.forkserver import Boxed, Usage, Zygote
from autograder.sandbox.supervisor import Limits, run_notebook
from bench.course import WARM_UP, Assignment, make_course, students
from bench.grading import cpu_of
from bench.kinds import CLASSES, KINDS

BOXES = 20
"""How many boxes are made to learn what an idle one costs."""


class CountingZygote(Zygote):
    """A warm process whose boxes' CPU seconds are added up by their kind."""

    def __init__(self) -> None:
        super().__init__()
        self.cpu_by_kind: dict[str, float] = defaultdict(float)
        self._kinds: dict[int, str] = {}

    def box(self, kind, box, values) -> Boxed:
        boxed = super().box(kind, box, values)
        self._kinds[boxed.process] = kind
        return boxed

    def end(self, boxed: Boxed) -> Usage:
        usage = super().end(boxed)
        self.cpu_by_kind[self._kinds.pop(boxed.process)] += usage.cpu
        return usage

    def own_cpu(self) -> float:
        """CPU seconds of the warm process itself."""
        return cpu_of(self._process.pid)[0]


class Rooms:
    """CPU seconds of this process by room."""

    def __init__(self) -> None:
        self.cpu: dict[str, float] = defaultdict(float)

    def timed(self, room: str, function: Callable) -> Callable:
        """The function, with its CPU time charged to a room."""

        def wrapped(*args, **kwargs):
            started = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.cpu[room] += time.process_time() - started

        return wrapped


def through_the_rooms(
    course: Path, assignment: Assignment, submissions: int
) -> list[tuple[str, float]]:
    """(what, CPU milliseconds a submission) in the order in which a submission meets them."""
    coursedir, config = settings.open_course(course)
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        plan = make_plan(gradebook, coursedir, assignment.name, config)
    worker = parser()
    worker.start()
    zygote, writer, rooms = CountingZygote(), Writer(coursedir, config), Rooms()
    try:
        level = zygote.level(settings.minimum_level(config, None))
        limits = settings.limits(config, assignment.name, level)

        def grade(student: str) -> None:
            folder = course / "submitted" / student / assignment.name
            submission = rooms.timed("read", one.read_submission)(folder, student, coursedir.ignore)
            outcome = rooms.timed("run", one.run)(zygote, worker, plan, submission, limits)
            rooms.timed("write", writer.save)(
                student, assignment.name, outcome.notebooks, outcome.files, outcome.timestamp
            )

        grade(WARM_UP)
        with ExitStack() as stack:
            for room, name in (
                ("parse", "_notebooks"),
                ("warden", "run_notebook"),
                ("finish", "finish"),
            ):
                timed = rooms.timed(room, getattr(one, name))
                stack.enter_context(mock.patch.object(one, name, timed))
            rooms.cpu.clear()
            zygote.cpu_by_kind.clear()
            before = zygote.own_cpu()
            for student in students(submissions):
                grade(student)
        boxes, forks = dict(zygote.cpu_by_kind), zygote.own_cpu() - before
        entered, idle = _idle(zygote, plan, assignment, limits)
    finally:
        worker.close()
        zygote.close()
        writer.close()
    inside = ("parse", "warden", "finish")
    seconds = rooms.cpu
    seconds["rest"] = seconds["run"] - sum(seconds[room] for room in inside)
    mean = {name: 1000 * value / submissions for name, value in (seconds | boxes).items()}
    return [
        ("coordinator: read the files handed in", mean["read"]),
        ("coordinator: have the notebook read and put in order", mean["parse"]),
        ("coordinator: warden", mean["warden"]),
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
    zygote: CountingZygote, plan: Plan, assignment: Assignment, limits: Limits
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
        zygote.cpu_by_kind.clear()
        zygote.obstacle(limits.level)
        run_notebook(zygote, deepcopy(empty), plan, planned, plan.files, limits)
        entered.append(1000 * zygote.cpu_by_kind["probe"])
        for kind in idle:
            idle[kind].append(1000 * zygote.cpu_by_kind[kind])
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
        parts = through_the_rooms(course, assignment, submissions)
    total = sum(took for _, took in parts)
    print("| where | CPU ms a submission | share |")
    print("| --- | ---: | ---: |")
    for name, took in [*parts, ("together", total)]:
        print(f"| {name} | {took:.1f} | {took / total:.0%} |")


if __name__ == "__main__":
    main()
