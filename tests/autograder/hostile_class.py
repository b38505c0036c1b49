"""A class of honest and hostile learners: python -m tests.autograder.hostile_class [--orders N]

Grades a class by both doors, without its attackers and with them, and prints how long each took and
how many of the honest have all their points.
"""

import argparse
import os
import random
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.grading.grade import grade
from tests.autograder.stock_course import SHORT, HandIn, kept, make
from tests.autograder.test_hostile_folders import (
    OURS,
    Make,
    deep,
    link_the_folder,
    with_metadata,
    write,
)

CONFIG = (
    f"{OURS}c.Execute.timeout = 3\nc.Execute.submission_timeout = 9\nc.Execute.memory = 2**30\n"
)

HONEST = """
import time
ends = time.process_time() + 0.5
while time.process_time() < ends:
    pass
def one():
    return 1
"""
"""Work that takes much longer on the clock when others keep the processors busy."""

BUSY = """
import os
for _ in range(60):
    try:
        if os.fork() == 0:
            while True:
                pass
    except OSError:
        break
while True:
    pass
"""
BOMB = """
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
"""
KILLER = """
import os, signal
for target in (os.getppid(), -1):
    try:
        os.kill(target, signal.SIGKILL)
    except OSError:
        pass
os.kill(os.getpid(), signal.SIGKILL)
"""

CELLS = {
    "busy": BUSY,
    "memory": "kept = []\nwhile True:\n    kept.append(bytearray(b'x' * 10_000_000))",
    "endless": "while True:\n    pass",
    "bomb": BOMB,
    "flood": "while True:\n    print('x' * 1_000_000)",
    "killer": KILLER,
}
FOLDERS: dict[str, Make] = {
    "digits": write("timestamp.txt", "1" * 1_000_000),
    "deep": deep,
    os.fsdecode(b"jos\xe9"): lambda folder: None,
    "mappings": with_metadata("[" + "{}," * 1_000_000 + "{}]"),
    "linked": link_the_folder,
    "huge": with_metadata('"' + "x" * 60_000_000 + '"'),
}

HONEST_STUDENTS, HOSTILE_STUDENTS = 30, len(CELLS) + len(FOLDERS)


def a_class(
    folder: Path, seed: int, honest: int = HONEST_STUDENTS, hostile: int = HOSTILE_STUDENTS
) -> tuple[Path, list[str]]:
    """A course in which a class has handed in, in an order by chance; who of it is honest."""
    chance = random.Random(seed)
    course = make(folder / "course", CONFIG)
    attackers = chance.sample([*CELLS, *FOLDERS], hostile)
    places = list(range(honest + hostile))
    chance.shuffle(places)
    students = [f"{places.pop():02}-honest" for _ in range(honest)]
    # What a link leads to.
    for student in (*students, "honest"):
        HandIn(course, SHORT).answer(one=HONEST).write(course, student, SHORT)
    for name in attackers:
        student = f"{places.pop():02}-{name}"
        hand_in = HandIn(course, SHORT).answer(one=CELLS.get(name, HONEST))
        hand_in.write(course, student, SHORT)
        FOLDERS.get(name, lambda folder: None)(course / "submitted" / student / SHORT)
    return course, [*students, "honest"]


def grade_here(course: Path) -> dict[str, float | None]:
    """The points of each student, as `ai4gov grade` gives them with two at a time."""
    return {result.student: result.points for result in grade(course, SHORT, jobs=2)}


def autograde(course: Path) -> dict[str, float | None]:
    """The points of each student, as `nbgrader autograde` gives them; None for those it refuses."""
    config = settings.load(course)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = SHORT
    with suppress(NbGraderException):
        Autograde(coursedir=coursedir, config=config).start()
    rows = kept(course)
    return {
        key[1]: row["score"]
        for key, row in rows.items()
        if key[0] == "submission" and key[2] == SHORT
    }


def remove(course: Path) -> None:
    # shutil.rmtree recurses before Python 3.13.
    subprocess.run(["rm", "-rf", str(course)], check=True)


def measured(seed: int, door: Callable[[Path], dict], hostile: int) -> tuple[float, int]:
    """Seconds on the clock for a class, and how many of the honest have all points."""
    folder = Path(tempfile.mkdtemp(prefix="ai4gov-class-"))
    try:
        course, honest = a_class(folder, seed, hostile=hostile)
        began = time.monotonic()
        points = door(course)
        return time.monotonic() - began, sum(points[student] == 3 for student in honest)
    finally:
        remove(folder)


def main() -> None:
    """Print a Markdown table of classes with and without attackers."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--orders", type=int, default=5)
    print("| order | door | 31 honest alone, s | with 12 attackers, s | ratio | have all points |")
    print("| --- | --- | --- | --- | --- | --- |")
    for seed in range(parser.parse_args().orders):
        for name, door in {"ai4gov grade": grade_here, "nbgrader autograde": autograde}.items():
            alone, _ = measured(seed, door, hostile=0)
            took, kept_points = measured(seed, door, hostile=HOSTILE_STUDENTS)
            print(
                f"| {seed} | {name} | {alone:.1f} | {took:.1f} | {took / alone:.2f} "
                f"| {kept_points} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
