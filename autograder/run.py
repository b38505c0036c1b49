"""One submission through nbgrader: run, graded, and what became of it. Never raises."""

import json
import logging
import os
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.execute import ATTENTION
from autograder.reasons import read, reason
from course.checking.expect import named

GRADED = "graded"
ATTENTION_NEEDED = "needs attention"
UNCHANGED = "unchanged"

RETRIES = 5
PASSING = ("database is locked", "Kernel didn't respond")
"""Signs in nbgrader's log that the fault is the machine's and will pass."""


@dataclass
class Result:
    """What became of a submission. Points are those graded so far, None if there are none."""

    student: str
    status: str
    points: float | None = None
    out_of: float | None = None
    seconds: float = 0.0
    reasons: list[dict] = field(default_factory=list)

    def as_data(self) -> dict:
        """The result as plain data; each reason with its code and its English sentence."""
        told = [found | {"sentence": read(found)} for found in self.reasons]
        return asdict(self) | {"reasons": told}


class _Refusal(Exception):
    """A submission that cannot be run; carries the reason."""

    def __init__(self, code: str, **values: object):
        super().__init__(code)
        self.reason = reason(code, **values)


def run(course: Path, assignment: str, student: str) -> Result:
    """Grade one submission of the nbgrader course in `course`, graded before or not."""
    started = time.monotonic()
    logging.disable(logging.CRITICAL)
    result = Result(student, GRADED)
    try:
        # A course that says nothing of it is graded in our way; what it says counts.
        config = settings.grading_settings()
        config.merge(settings.load(course))
        folder = course / "submitted" / student / assignment
        coursedir = CourseDirectory(config=config)
        coursedir.student_id, coursedir.assignment_id = student, assignment
        expected = _expected_notebooks(coursedir, assignment)
        _refuse_unreadable(folder, expected)
        _autograde(coursedir, config)
        result.reasons = _reasons(course / "autograded" / student / assignment, expected)
        missing = [name for name in expected if not (folder / name).is_file()]
        result.reasons += [reason("attention-missing", files=name) for name in missing]
        result.points, result.out_of = _points(coursedir, assignment, student)
    except _Refusal as refusal:
        result.reasons.append(refusal.reason)
    except (Exception, SystemExit) as error:
        result.reasons.append(reason("attention-fault", error=named(error)))
    if result.reasons:
        result.status = ATTENTION_NEEDED
    result.seconds = round(time.monotonic() - started, 2)
    return result


def _expected_notebooks(coursedir: CourseDirectory, assignment: str) -> list[str]:
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        found = gradebook.find_assignment(assignment)
        return sorted(f"{notebook.name}.ipynb" for notebook in found.notebooks)


def _refuse_unreadable(folder: Path, expected: list[str]) -> None:
    """Notebooks that are there must be notebooks, and at least one must be there."""
    if not expected:
        raise _Refusal("attention-nothing-known")
    present = [folder / name for name in expected if (folder / name).is_file()]
    if not present:
        raise _Refusal("attention-missing", files=", ".join(expected))
    for path in present:
        try:
            notebook = nbformat.read(path, as_version=4)
            nbformat.validate(notebook)
        except (json.JSONDecodeError, UnicodeDecodeError, nbformat.reader.NotJSONError) as error:
            raise _Refusal("attention-damaged", file=path.name) from error
        except Exception as error:
            shown = named(error)
            raise _Refusal("attention-no-notebook", file=path.name, error=shown) from error


def _autograde(coursedir: CourseDirectory, config) -> None:
    """nbgrader's own Autograde; tried again when the gradebook or the kernel was not to be had."""
    before = os.getcwd()
    for attempt in range(RETRIES):
        converter = Autograde(coursedir=coursedir, config=config)
        converter.force = True
        caught = _Caught()
        converter.log.addHandler(caught)
        try:
            logging.disable(logging.WARNING)
            converter.start()
            return
        except (Exception, SystemExit) as error:
            if any(sign in caught.text for sign in PASSING) and attempt + 1 < RETRIES:
                time.sleep(0.5 * (attempt + 1))
                continue
            shown = caught.last_error() or named(error)
            raise _Refusal("attention-fault", error=shown) from error
        finally:
            converter.log.removeHandler(caught)
            logging.disable(logging.CRITICAL)
            os.chdir(before)


class _Caught(logging.Handler):
    """Keeps what nbgrader logs, for its exceptions only point to the log."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record.getMessage())

    @property
    def text(self) -> str:
        return "\n".join(self.records)

    def last_error(self) -> str:
        """The last line of the last traceback in the log."""
        for text in reversed(self.records):
            if "Traceback" in text:
                return text.strip().splitlines()[-1]
        return ""


def _reasons(folder: Path, expected: list[str]) -> list[dict]:
    """What was noted while the submission was run."""
    found: list[dict] = []
    for name in expected:
        path = folder / name
        if path.is_file():
            notebook = nbformat.read(path, as_version=4)
            found += notebook.metadata.get("ai4gov", {}).get(ATTENTION, [])
    return found


def _points(coursedir: CourseDirectory, assignment: str, student: str) -> tuple[float, float]:
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        try:
            submission = gradebook.find_submission(assignment, student)
        except MissingEntry as error:
            raise _Refusal("attention-no-grades") from error
        return submission.score, submission.max_score
