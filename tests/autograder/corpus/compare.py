"""Stock nbgrader's points beside ours: python -m tests.autograder.corpus.compare [NAME ...]

A course is made of the assignments by nbgrader's own GenerateAssignment, every submission is graded
by nbgrader's own Autograde and by `ai4gov grade`'s own code, and the points of each test cell
compared.
Stock's results depend on nothing but the assignment and nbgrader: `--cache DIR` keeps them.
"""

import argparse
import hashlib
import json
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from importlib.metadata import version
from pathlib import Path

import nbformat
import yaml
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.grading.grade import grade
from autograder.sandbox.box import ONE_THREAD
from tests.autograder.corpus import material
from tests.autograder.corpus.material import Assignment
from tests.course.content.forked_kernels import FORKED

KNOWN = Path(__file__).with_name("known_differences.yml")
CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'corpus'\n"
LONGEST_ERROR = 300


@dataclass(frozen=True)
class Score:
    """What one side gave for a test cell; no points where it did not grade the submission."""

    points: float | None
    error: str = ""


Scores = dict[str, Score]
"""By submission/notebook/cell."""


@dataclass(frozen=True)
class Compared:
    """A test cell of a submission, as both sides graded it."""

    assignment: str
    cell: str
    out_of: float
    stock: Score
    ours: Score

    @property
    def name(self) -> str:
        return f"{self.assignment}/{self.cell}"

    @property
    def difference(self) -> float:
        """How much more we gave."""
        return (self.ours.points or 0) - (self.stock.points or 0)

    @property
    def is_equal(self) -> bool:
        return self.stock.points == self.ours.points


def compare(assignment: Assignment, folder: Path, cache: Path | None = None) -> list[Compared]:
    """Grade the submissions of an assignment on both sides, in a new folder."""
    course = make_course(assignment, folder)
    stock = _stock(assignment, course, cache)
    ours = grade_by_ours(assignment, course)
    points = {f"{notebook}/{cell}": worth for notebook, cell, worth in assignment.tests}
    return [
        Compared(assignment.name, key, points[key.partition("/")[2]], stock[key], ours[key])
        for key in _keys(assignment)
    ]


def make_course(assignment: Assignment, folder: Path) -> Path:
    """A course in which the assignment is released and handed in."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    os.environ |= dict.fromkeys(ONE_THREAD, "1") | {
        "JUPYTER_CONFIG_DIR": str(folder / "nothing"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nbgrader_config.py").write_text(CONFIG)
    assignment.write_source(folder / "source" / assignment.name)
    config = _config(folder)
    _coursedir = _course_directory(assignment, config)
    GenerateAssignment(coursedir=_coursedir, config=config).start()
    for submission in assignment.submissions:
        assignment.write_submission(
            submission,
            folder / "release" / assignment.name,
            folder / "submitted" / submission / assignment.name,
        )
    return folder


def _config(course: Path) -> Config:
    """nbgrader's defaults, with nothing of ours."""
    config = Config()
    config.CourseDirectory.root = str(course)
    config.CourseDirectory.course_id = "corpus"
    return config


def _course_directory(assignment: Assignment, config: Config) -> CourseDirectory:
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = assignment.name
    return coursedir


# Stock nbgrader


def _stock(assignment: Assignment, course: Path, cache: Path | None) -> Scores:
    """Stock's scores, from the cache where they are known."""
    kept = cache / f"{assignment.name}.json" if cache else None
    key = _fingerprint(course)
    if kept and kept.is_file():
        known = json.loads(kept.read_text(encoding="utf-8"))
        if known["key"] == key:
            return {name: Score(**each) for name, each in known["scores"].items()}
    scores = grade_by_stock(assignment, course)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        told = {"key": key, "scores": {name: asdict(each) for name, each in scores.items()}}
        kept.write_text(json.dumps(told, indent=1, sort_keys=True), encoding="utf-8")
    return scores


def _fingerprint(course: Path) -> str:
    """What stock's result depends on: what was handed in for which source, and the version."""
    found = hashlib.sha256(version("nbgrader").encode())
    for folder in ("source", "submitted"):
        for path in sorted((course / folder).rglob("*")):
            if path.is_file():
                found.update(path.relative_to(course).as_posix().encode() + b"\0")
                found.update(path.read_bytes() + b"\0")
    return found.hexdigest()


def grade_by_stock(assignment: Assignment, course: Path) -> Scores:
    """Grade a copy of the course by nbgrader's own classes, in this process."""
    copy = shutil.copytree(course, course.with_name("stock"))
    config = _config(copy)
    log = _Errors()
    logger = logging.getLogger("traitlets")
    logger.addHandler(log)
    try:
        with FORKED, suppress(NbGraderException):
            converter = Autograde(coursedir=_course_directory(assignment, config), config=config)
            converter.log.addHandler(log)
            converter.start()
    finally:
        logger.removeHandler(log)
    return _scores(assignment, copy, dict.fromkeys(assignment.submissions, log.last))


class _Errors(logging.Handler):
    """Keeps the last error, which says why a submission was not graded."""

    last = ""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.last = record.getMessage().strip().splitlines()[-1][:LONGEST_ERROR]


# Ours


def grade_by_ours(assignment: Assignment, course: Path) -> Scores:
    """Grade a copy of the course by `autograder.grading.grade`."""
    copy = shutil.copytree(course, course.with_name("ours"))
    results = grade(copy, assignment.name, jobs=1)
    reasons = {
        result.student: "; ".join(map(str, result.reasons))[:LONGEST_ERROR] for result in results
    }
    return _scores(assignment, copy, reasons)


# Reading what was graded


def _keys(assignment: Assignment) -> Iterator[str]:
    for submission in assignment.submissions:
        for notebook, cell, _ in assignment.tests:
            yield f"{submission}/{notebook}/{cell}"


def _scores(assignment: Assignment, course: Path, reasons: dict[str, str]) -> Scores:
    found = {}
    errors = {}
    for submission in assignment.submissions:
        for name in assignment.notebooks:
            graded = course / "autograded" / submission / assignment.name / f"{name}.ipynb"
            if graded.is_file():
                errors |= {
                    f"{submission}/{name}/{cell}": error
                    for cell, error in _errors_in(graded).items()
                }
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "corpus") as gradebook:
        for key in _keys(assignment):
            submission, notebook, cell = key.split("/")
            points = None
            with suppress(MissingEntry):
                if key in errors:
                    points = gradebook.find_grade(
                        cell, notebook, assignment.name, submission
                    ).auto_score
            found[key] = Score(points, errors.get(key, reasons.get(submission, "")))
    return found


def _errors_in(graded: Path) -> dict[str, str]:
    """The error, or what was written on stderr, of each marked cell; empty if there is none."""
    found = {}
    for cell in nbformat.read(graded, as_version=4).cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name and cell.cell_type == "code":
            shown = [
                f"{output.ename}: {output.evalue}" if output.output_type == "error" else output.text
                for output in cell.outputs
                if output.output_type == "error" or output.get("name") == "stderr"
            ]
            found[name] = " | ".join(shown).strip()[:LONGEST_ERROR]
    return found


# Differences that are known


@dataclass(frozen=True)
class Known:
    """Why cells differ; `cells` are assignment/submission/notebook/cell, with wildcards."""

    whose: str
    reason: str
    cells: tuple[str, ...]


def known_differences() -> list[Known]:
    """The list of differences that are explained."""
    told = yaml.safe_load(KNOWN.read_text(encoding="utf-8")) or {}
    return [
        Known(whose, entry["reason"], tuple(entry["cells"]))
        for whose, entries in told.items()
        for entry in entries or []
    ]


def unexplained(compared: Iterable[Compared]) -> list[Compared]:
    """The cells that differ and are not on the list."""
    patterns = [pattern for known in known_differences() for pattern in known.cells]
    return [
        each
        for each in compared
        if not each.is_equal and not any(fnmatchcase(each.name, pattern) for pattern in patterns)
    ]


def outdated(compared: Iterable[Compared]) -> list[str]:
    """The listed cells of the compared assignments of which none differs."""
    compared = list(compared)
    assignments = {each.assignment for each in compared}
    differing = [each.name for each in compared if not each.is_equal]
    return [
        pattern
        for known in known_differences()
        for pattern in known.cells
        if pattern.partition("/")[0] in assignments
        and not any(fnmatchcase(name, pattern) for name in differing)
    ]


def unsound(assignment: Assignment, compared: Iterable[Compared]) -> list[str]:
    """What is wrong with the assignment itself, by stock's points."""
    lost: dict[str, list[str]] = {name: [] for name in assignment.submissions}
    for each in compared:
        submission, _, cell = each.cell.partition("/")
        if each.stock.points != each.out_of:
            lost[submission].append(cell)
    found = [
        f"{assignment.name}: the reference does not get all points of {cell}"
        for cell in lost[material.REFERENCE]
    ]
    return found + [
        f"{assignment.name}: {name} loses no point"
        for name in (material.UNTOUCHED, *assignment.mutants)
        if not lost[name]
    ]


# The command


def report(compared: list[Compared]) -> str:
    """The table, and each cell that differs."""
    differing = [each for each in compared if not each.is_equal]
    more = sum(each.difference > 0 for each in differing)
    new = {each.name for each in unexplained(compared)}
    lines = [
        "| cells compared | equal | ours more | ours less | ungraded | not on the list |",
        "| ---: | ---: | ---: | ---: | ---: | ---: |",
        f"| {len(compared)} | {len(compared) - len(differing)} | {more} "
        f"| {sum(each.difference < 0 for each in differing)} "
        f"| {sum(each.difference == 0 for each in differing)} | {len(new)} |",
        "",
    ]
    for each in differing:
        lines += [
            f"- {each.name}: stock {each.stock.points}, ours {each.ours.points} of {each.out_of:g}"
            f"{'' if each.name in new else ' (known)'}",
            f"    stock: {_line(each.stock.error)}",
            f"    ours:  {_line(each.ours.error)}",
        ]
    return "\n".join(lines)


def _line(text: str) -> str:
    return " ".join(text.split()) or "no error"


def main(arguments: list[str] | None = None) -> int:
    """Compare, print, and say by the exit status whether a difference is not explained."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="all of them by default")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every cell there")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep stock's results there")
    options = parser.parse_args(arguments)
    try:
        chosen = material.chosen(options.names) if options.names else material.names()
    except ValueError as error:
        parser.error(str(error))
    compared: list[Compared] = []
    faults: list[str] = []
    for name in chosen:
        assignment = material.read(name)
        with tempfile.TemporaryDirectory() as temporary:
            found = compare(assignment, Path(temporary) / "course", options.cache)
        faults += unsound(assignment, found)
        differing = sum(not each.is_equal for each in found)
        print(f"{name}: {len(found)} cells, {differing} differ", file=sys.stderr, flush=True)
        compared += found
        if options.json:
            told = [asdict(each) for each in compared]
            options.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    print(report(compared))
    faults += [f"listed, but does not differ: {pattern}" for pattern in outdated(compared)]
    for fault in faults:
        print(f"- {fault}")
    return 1 if unexplained(compared) or faults else 0


if __name__ == "__main__":
    sys.exit(main())
