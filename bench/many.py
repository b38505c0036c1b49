"""Whether a large class costs more a submission than a small one: python -m bench.many

2,000 tiny submissions (--submissions says another number) are graded by one coordinator, two at a
time. Prints, as a Markdown table, what the first and the last tenth of them cost, what the writer
takes of it, and how much memory the coordinator and its warm process came to hold.
"""

import argparse
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from unittest import mock

from autograder.grading import executors as spread
from autograder.grading.grade import grade
from autograder.grading.gradebook import Writer
from autograder.grading.run import Result
from autograder.sandbox.forkserver import ForkServer
from bench.course import TINY, WARM_UP, make_course
from bench.grading import cpu_of, machine

JOBS = 2


@dataclass(frozen=True)
class Reading:
    """Where the clocks and the memory stood after some submissions; seconds and megabytes."""

    done: int
    wall: float
    cpu: float
    writing: float
    writing_cpu: float
    coordinator: float
    warm: float


class Meter:
    """Reads the clocks of a coordinator that runs in this process, and of its warm process."""

    def __init__(self, every: int):
        self.every = every
        self.readings: list[Reading] = []
        self.done = 0
        self.writing = self.writing_cpu = 0.0
        self.forkserver: int | None = None

    def watch(self, *args) -> ForkServer:
        """In place of ForkServer(): remembers which process it is."""
        made = ForkServer(*args)
        self.forkserver = made._process.pid
        return made

    def save(self, writer: Writer, *args) -> tuple[float, float]:
        """In place of Writer.save: with its time."""
        started, started_cpu = time.monotonic(), time.thread_time()
        try:
            return _save(writer, *args)
        finally:
            self.writing += time.monotonic() - started
            self.writing_cpu += time.thread_time() - started_cpu

    def progress(self, result: Result, total: int) -> None:
        """Told by the coordinator of each result."""
        self.done += 1
        if self.done % self.every == 0:
            self.read()

    def read(self) -> None:
        """Note where everything stands."""
        reading = Reading(
            self.done,
            time.monotonic(),
            time.process_time() + (sum(cpu_of(self.forkserver)) if self.forkserver else 0),
            self.writing,
            self.writing_cpu,
            _peak("self"),
            _peak(self.forkserver) if self.forkserver else 0,
        )
        self.readings.append(reading)


_save = Writer.save


def _peak(process: int | str) -> float:
    """The most memory that a process has held, in megabytes."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def report(readings: list[Reading]) -> str:
    """The table: what each tenth cost."""
    lines = [
        "| submissions | CPU ms each | wall ms each | writer, CPU ms each | writer, wall ms each "
        "| coordinator, MB at most | warm process, MB at most |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for before, after in pairwise(readings):
        number = after.done - before.done
        cells = (
            f"{before.done + 1:,} to {after.done:,}",
            f"{1000 * (after.cpu - before.cpu) / number:.1f}",
            f"{1000 * (after.wall - before.wall) / number:.1f}",
            f"{1000 * (after.writing_cpu - before.writing_cpu) / number:.1f}",
            f"{1000 * (after.writing - before.writing) / number:.1f}",
            f"{after.coordinator:.0f}",
            f"{after.warm:.0f}",
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Grade, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--submissions", type=int, default=2_000)
    options = parser.parse_args()
    meter = Meter(max(1, options.submissions // 10))
    with tempfile.TemporaryDirectory() as temporary:
        course = make_course(Path(temporary, "course"), TINY, options.submissions)
        # Nobody waits for imports in what is measured.
        grade(course, TINY.name, student=WARM_UP)
        with (
            mock.patch.object(spread, "ForkServer", meter.watch),
            mock.patch.object(Writer, "save", lambda *args: meter.save(*args)),
        ):
            started = time.monotonic()
            meter.read()
            results = grade(course, TINY.name, jobs=JOBS, progress=meter.progress)
            wall = time.monotonic() - started
    print(report(meter.readings))
    graded = sum(result.status == "graded" for result in results)
    print(f"\n- {graded:,} graded in {wall:.0f} s on the clock, {JOBS} at a time")
    print(f"- {machine()}")


if __name__ == "__main__":
    main()
