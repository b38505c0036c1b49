"""What grading a class costs: python -m bench.grading [--kind realistic|...|all]

The same class is graded by stock nbgrader, by `ai4gov grade` one submission at a time (as nbgrader
does) and two at a time, and as a floor its cells are run in one process without isolation or
gradebook. They take turns; each is a command of its own, charged with the CPU time of every process
that came of it. Two at a time are done sooner, and each takes more CPU time where two processors
share a core. Prints a Markdown report: the details of each kind, then one table for all.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from nbgrader.api import Gradebook

from autograder.sandbox.box import ONE_THREAD
from bench.course import WARM_UP, Assignment, make_course
from bench.kinds import CLASSES, KINDS

GOAL_RATIO, GOAL_MORE = 1.5, 0.08
"""A submission should cost at most this many times its cells alone, and these CPU seconds more."""

PACKAGES = ("nbgrader", "ipykernel", "pandas", "scikit-learn", "matplotlib", "fairlearn")


@dataclass(frozen=True)
class Taken:
    """What a command took: seconds of CPU, children included, and seconds on the clock."""

    cpu: float
    wall: float


@dataclass(frozen=True)
class Side:
    """A way to grade a class: two commands, for one student and for the rest of the class."""

    name: str
    one: list[str]
    all: list[str]
    environment: dict[str, str]


@dataclass
class Round:
    """One side's turn: its first submission alone, then the whole class, and what each got."""

    one: Taken
    all: Taken
    points: dict[str, float]


@dataclass
class Measured:
    """All turns of one kind, by the letters of the sides."""

    kind: str
    submissions: int
    rounds: dict[str, list[Round]]

    @property
    def agree(self) -> bool:
        """Whether all sides gave the same points in all turns."""
        first = self.rounds["a"][0].points
        return all(each.points == first for took in self.rounds.values() for each in took)

    def further(self, each: Round) -> float:
        """CPU seconds that one more submission costs."""
        return (each.all.cpu - each.one.cpu) / (self.submissions - 1)

    def whole(self, each: Round) -> float:
        """CPU seconds a submission, with the start of the command shared among them."""
        return each.all.cpu / self.submissions

    def start(self, each: Round) -> float:
        """CPU seconds of the command beside its submissions."""
        return each.one.cpu - self.further(each)

    def each(self, letter: str, of: Callable[[Round], float]) -> list[float]:
        """A figure of one side, by turn."""
        return [of(each) for each in self.rounds[letter]]

    def to_goal(self, letter: str) -> list[float]:
        """What a further submission costs, by what it should cost at most; by turn."""
        goals = [GOAL_RATIO * floor + GOAL_MORE for floor in self.each("c", self.further)]
        took = self.each(letter, self.further)
        return [one / goal for one, goal in zip(took, goals, strict=True)]


def sides(kind: str, submissions: int) -> dict[str, Side]:
    """What is compared, by letter; their commands are run in the folder of a course."""
    name = KINDS[kind].name
    python = [sys.executable, "-m"]
    nbgrader = [*python, "nbgrader", "autograde", name]
    one_by_one = [*python, "classroom.cli", "grade", name, "--jobs", "1"]
    two_by_two = [*one_by_one[:-1], "2"]
    floor = [*python, "bench.floor", ".", kind]
    one_thread = dict.fromkeys(ONE_THREAD, "1")
    return {
        "a": Side("nbgrader autograde", [*nbgrader, f"--student={WARM_UP}"], nbgrader, {}),
        "b": _ours(one_by_one),
        "b2": _ours(two_by_two),
        "c": Side(
            "the cells alone", [*floor, "0", "0"], [*floor, "1", str(submissions)], one_thread
        ),
    }


def _ours(command: list[str]) -> Side:
    return Side(f"ai4gov {' '.join(command[3:])}", [*command, "--student", WARM_UP], command, {})


def measured(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[Taken, str]:
    """Run a command; what it took, and what it printed."""
    with tempfile.TemporaryFile("w+") as printed, tempfile.TemporaryFile("w+") as told:
        started = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=printed, stderr=told, text=True
        )
        # With every process that the command waited for, and theirs.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        if process.returncode:
            raise RuntimeError(f"{' '.join(command)} failed:\n{told.read()[-2000:]}")
        printed.seek(0)
        return Taken(usage.ru_utime + usage.ru_stime, wall), printed.read()


def turn(side: Side, course: Path, folder: Path, assignment: Assignment) -> Round:
    """Grade a copy of the course: the warm-up alone, then the class."""
    copy = shutil.copytree(course, folder / "course")
    environment = _environment(folder) | side.environment
    environment["AI4GOV_CHECKS"] = str(copy / "source" / assignment.name)
    try:
        one, _ = measured(side.one, copy, environment)
        everybody, printed = measured(side.all, copy, environment)
        points = json.loads(printed) if printed.startswith("{") else _points(copy, assignment)
    finally:
        shutil.rmtree(copy)
    return Round(one, everybody, points)


def _environment(home: Path) -> dict[str, str]:
    """A person's own settings change nothing, and nothing is written there."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JUPYTER", "IPYTHON", "XDG_", "AI4GOV_", "MPL"))
    }
    here = str(Path(__file__).parents[1])
    paths = [here, *filter(None, [kept.get("PYTHONPATH")])]
    return kept | {
        "HOME": str(home),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")]),
        "PYTHONPATH": os.pathsep.join(paths),
    }


def _points(course: Path, assignment: Assignment) -> dict[str, float]:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        found = gradebook.assignment_submissions(assignment.name)
        return {each.student_id: each.score for each in found if each.student_id != WARM_UP}


# The report


def summary(kinds: list[Measured]) -> str:
    """One table for all kinds: CPU seconds of a further submission, and how near the goal is."""
    lines = [
        f"CPU seconds of each further submission, {len(kinds[0].rounds['a'])} turns, median "
        f"(lowest to highest). The goal is at most {GOAL_RATIO} times the cells alone and "
        f"{GOAL_MORE} more; a share of it up to 1.00 has reached it.",
        "",
        "| kind | class | `nbgrader autograde` | `ai4gov grade --jobs 1` | `--jobs 2` "
        "| the cells alone | of the goal, 1 job | 2 jobs | points |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for each in kinds:
        cells = (
            each.kind,
            str(each.submissions),
            *(_spread(each.each(letter, each.further), 3) for letter in ("a", "b", "b2", "c")),
            *(_spread(each.to_goal(letter), 2) for letter in ("b", "b2")),
            "the same" if each.agree else "THE SIDES DIFFER",
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def report(measured: Measured) -> str:
    """What was measured of one kind: medians, with the lowest and the highest."""
    named, assignment = sides(measured.kind, measured.submissions), KINDS[measured.kind]

    def row(letter: str) -> str:
        cells = (
            f"`{named[letter].name}`" if letter != "c" else named[letter].name,
            _spread(measured.each(letter, measured.whole)),
            _spread(measured.each(letter, measured.further)),
            _spread(measured.each(letter, measured.start), 1),
            _spread(measured.each(letter, lambda each: each.all.wall), 1),
        )
        return f"| {letter} | " + " | ".join(cells) + " |"

    def ratio(one: str, other: str, of: Callable[[Round], float]) -> str:
        pairs = zip(measured.each(one, of), measured.each(other, of), strict=True)
        return _spread([first / second for first, second in pairs])

    return "\n".join(
        [
            f"{measured.kind}: a class of {measured.submissions}, one notebook of "
            f"{len(assignment.cells)} cells with {assignment.tests} tests.",
            "",
            "| | | CPU s a submission, all in all | each further one | CPU s to start "
            "| wall s for the class |",
            "| --- | --- | ---: | ---: | ---: | ---: |",
            *map(row, measured.rounds),
            "",
            *(
                f"- {ours} to {other}: each further submission "
                f"{ratio(ours, other, measured.further)}, "
                f"all in all {ratio(ours, other, measured.whole)}, "
                f"on the clock {ratio(ours, other, lambda each: each.all.wall)}"
                for other in ("a", "c")
                for ours in ("b", "b2")
            ),
            f"- points: {'the same on all sides' if measured.agree else 'THE SIDES DIFFER'}",
        ]
    )


def _spread(values: list[float], digits: int = 3) -> str:
    shown = [f"{each:.{digits}f}" for each in (statistics.median(values), min(values), max(values))]
    return f"{shown[0]} ({shown[1]} to {shown[2]})"


def machine() -> str:
    """What it was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        named = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        cpu = named[0].partition(":")[2].strip() if named else cpu
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{os.cpu_count()} x {cpu}, {memory:.0f} GB, Linux {platform.release()}, "
        f"Python {platform.python_version()}, {versions}"
    )


def cpu_of(process: int) -> tuple[float, float]:
    """CPU seconds of a process itself, and of its children that have ended."""
    stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    user, system, users, systems = (int(ticks) / os.sysconf("SC_CLK_TCK") for ticks in stat[11:15])
    return user + system, users + systems


def measure(kind: str, submissions: int, turns: int) -> Measured:
    """Let the sides grade a class in turns."""
    assignment = KINDS[kind]
    named = sides(kind, submissions)
    done = Measured(kind, submissions, {letter: [] for letter in named})
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        course = make_course(folder / "made", assignment, submissions)
        for number in range(turns):
            for letter, side in named.items():
                print(f"{kind}, turn {number + 1}: {side.name}", file=sys.stderr)
                done.rounds[letter].append(turn(side, course, folder, assignment))
    return done


def main() -> None:
    """Measure, and print the report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kind", choices=[*KINDS, "all"], default="realistic")
    parser.add_argument("--submissions", type=int, help="default: by kind, 8 to 40")
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    if options.submissions is not None and options.submissions < 2:
        parser.error("--submissions must be at least 2: the first one pays for the start")
    kinds = list(KINDS) if options.kind == "all" else [options.kind]
    done = []
    for kind in kinds:
        done.append(measure(kind, options.submissions or CLASSES[kind], options.turns))
        print(report(done[-1]), end="\n\n", flush=True)
    print(summary(done), f"- {machine()}", sep="\n\n")


if __name__ == "__main__":
    main()
