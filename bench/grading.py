"""What grading a class costs: python -m bench.grading [--submissions 40]

The same class is graded by stock nbgrader, by `ai4gov grade` one submission at a time (as nbgrader
does) and two at a time, and as a floor its cells are run in one process without isolation or
gradebook. They take turns; each is a command of its own, charged with the CPU time of every process
that came of it. Two at a time are done sooner, and each takes more CPU time where two processors
share a core. Prints a Markdown report.
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

from autograder.confine import ONE_THREAD
from bench.course import REALISTIC, WARM_UP, make_realistic

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


def sides(submissions: int) -> dict[str, Side]:
    """What is compared, by letter; their commands are run in the folder of a course."""
    name = REALISTIC.name
    python = [sys.executable, "-m"]
    nbgrader = [*python, "nbgrader", "autograde", name]
    one_by_one = [*python, "autograder.cli", "grade", name, "--jobs", "1"]
    two_by_two = [*one_by_one[:-1], "2"]
    floor = [*python, "bench.floor", "."]
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


def turn(side: Side, course: Path, folder: Path) -> Round:
    """Grade a copy of the course: the warm-up alone, then the class."""
    copy = shutil.copytree(course, folder / "course")
    environment = _environment(folder) | side.environment
    environment["AI4GOV_CHECKS"] = str(copy / "source" / REALISTIC.name)
    try:
        one, _ = measured(side.one, copy, environment)
        everybody, printed = measured(side.all, copy, environment)
        points = json.loads(printed) if printed.startswith("{") else _points(copy)
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


def _points(course: Path) -> dict[str, float]:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        found = gradebook.assignment_submissions(REALISTIC.name)
        return {each.student_id: each.score for each in found if each.student_id != WARM_UP}


# The report


def report(rounds: dict[str, list[Round]], submissions: int) -> str:
    """The table of what was measured: medians, with the lowest and the highest."""
    named = sides(submissions)

    def row(letter: str) -> str:
        took = rounds[letter]
        cells = (
            f"`{named[letter].name}`" if letter != "c" else named[letter].name,
            _spread(took, lambda each: _whole(each, submissions)),
            _spread(took, lambda each: _further(each, submissions)),
            _spread(took, lambda each: each.one.cpu - _further(each, submissions), 1),
            _spread(took, lambda each: each.all.wall, 1),
        )
        return f"| {letter} | " + " | ".join(cells) + " |"

    def ratio(one: str, other: str, of: Callable[[Round, int], float]) -> str:
        ratios = [
            of(first, submissions) / of(second, submissions)
            for first, second in zip(rounds[one], rounds[other], strict=True)
        ]
        return f"{statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})"

    same = all(each.points == rounds["a"][0].points for took in rounds.values() for each in took)
    return "\n".join(
        [
            f"A class of {submissions}, one notebook of {len(REALISTIC.cells)} cells with "
            f"{sum(bool(cell.points) for cell in REALISTIC.cells)} tests; "
            f"{len(rounds['a'])} turns, median (lowest to highest).",
            "",
            "| | | CPU s a submission, all in all | each further one | CPU s to start "
            "| wall s for the class |",
            "| --- | --- | ---: | ---: | ---: | ---: |",
            *map(row, rounds),
            "",
            *(
                f"- {ours} to {other}: each further submission {ratio(ours, other, _further)}, "
                f"all in all {ratio(ours, other, _whole)}, "
                f"on the clock {ratio(ours, other, lambda each, _: each.all.wall)}"
                for other in ("a", "c")
                for ours in ("b", "b2")
            ),
            f"- points: {'the same on all sides' if same else 'THE SIDES DIFFER'}",
            f"- {machine()}",
        ]
    )


def _whole(each: Round, submissions: int) -> float:
    """CPU seconds a submission, with the start of the command shared among them."""
    return each.all.cpu / submissions


def _further(each: Round, submissions: int) -> float:
    """CPU seconds that one more submission costs."""
    return (each.all.cpu - each.one.cpu) / (submissions - 1)


def _spread(took: list[Round], of: Callable[[Round], float], digits: int = 3) -> str:
    values = [of(each) for each in took]
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


def main() -> None:
    """Measure, and print the report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--submissions", type=int, default=40)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    rounds: dict[str, list[Round]] = {letter: [] for letter in sides(options.submissions)}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        course = make_realistic(folder / "made", options.submissions)
        for number in range(options.turns):
            for letter, side in sides(options.submissions).items():
                print(f"turn {number + 1}: {side.name}", file=sys.stderr)
                rounds[letter].append(turn(side, course, folder))
    print(report(rounds, options.submissions))


if __name__ == "__main__":
    main()
