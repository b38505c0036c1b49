"""One step of an assignment, in a process of its own that the desk starts.

    python -m classroom.desk.step COURSE STEP ASSIGNMENT LANG

It writes a JSON object a line: {"progress": [done, total]}, {"line": ...}, {"log": ...} for what
nbgrader logs, and at its end {"end": "done" | "partly" | "failed" | "stopped"}.
"""

import json
import logging
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TextIO

from traitlets.log import get_logger

from autograder.errors import CourseError
from autograder.grading import summary
from autograder.grading.grade import grade
from autograder.records import ATTENTION_NEEDED, GRADED, UNCHANGED, Result
from autograder.text import printable
from classroom.attention import read
from classroom.errors import USER_ERRORS
from classroom.hub import steps
from classroom.pages.feedback import write_feedback
from classroom.pages.report import write_report
from course.errors import describe
from course.language import Translator

RELEASE, COLLECT, GRADE, FEEDBACK, RETURN, REPORT = (
    "release",
    "collect",
    "grade",
    "feedback",
    "return",
    "report",
)
STEPS = (RELEASE, COLLECT, GRADE, FEEDBACK, RETURN)
"""The five steps, in their order; the report is made like one."""

RELEASE_AGAIN, GRADE_AGAIN = "release-again", "grade-again"
"""The release of a corrected version, and the grading of what is graded already; the desk asks
about both first."""

REPORT_FOLDER = "report"
LONGEST_LINE = 2_000

DONE, PARTLY, FAILED, STOPPED = "done", "partly", "failed", "stopped"
ENDINGS = (DONE, PARTLY, FAILED, STOPPED)

Tell = Callable[..., None]


def main() -> int:
    """Run the step that the command line names; 0 if all of it succeeded."""
    folder, step, assignment, lang = sys.argv[1:]
    # What libraries print goes to stderr; stdout has the messages only.
    messages = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="backslashreplace")
    os.dup2(2, 1)
    tell = _teller(messages)
    signal.signal(signal.SIGTERM, _stop)
    # The desk ends its steps itself: Ctrl-C in its terminal is for the desk.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logger = logging.getLogger(get_logger().name)
    logger.setLevel(logging.INFO)
    logger.addHandler(_Log(tell))
    try:
        end = DONE if perform(Path(folder), step, assignment, lang, tell) else PARTLY
    except KeyboardInterrupt:
        end = STOPPED
    except USER_ERRORS as error:
        tell(line=str(error), wrong=True)
        end = FAILED
    except Exception as error:
        tell(line=describe(error), wrong=True)
        end = FAILED
    tell(end=end)
    return 0 if end == DONE else 1


def perform(folder: Path, step: str, assignment: str, lang: str, tell: Tell) -> bool:
    """Carry out a step and say what came of it; whether all of it succeeded."""
    if step in (GRADE, GRADE_AGAIN):
        return _grade(folder, assignment, lang, tell, force=step == GRADE_AGAIN)
    if step == FEEDBACK:
        return _feedback(folder, assignment, lang, tell)
    if step == REPORT:
        for path in write_report(folder, folder / REPORT_FOLDER, lang):
            tell(line=path.name)
        return True
    if step not in (*STEPS, RELEASE_AGAIN):
        raise CourseError(f"no step {step!r}; there are: {', '.join(STEPS)}")
    runs: dict[str, Callable[..., steps.StepResult]] = {
        RELEASE: steps.release,
        RELEASE_AGAIN: partial(steps.release, again=True),
        COLLECT: steps.collect,
        RETURN: steps.return_feedback,
    }
    found = runs[step](folder, assignment, lang)
    for line in found.lines:
        tell(line=line)
    return found.complete


def _grade(folder: Path, assignment: str, lang: str, tell: Tell, *, force: bool) -> bool:
    steps.prepare_known(folder, assignment, lang)
    so_far: list[Result] = []

    def progress(result: Result, total: int) -> None:
        so_far.append(result)
        tell(progress=[len(so_far), total])

    try:
        grade(folder, assignment, force=force, progress=progress)
    finally:
        # Also of a step that was stopped.
        _say_results(sorted(so_far, key=lambda each: each.student), lang, tell)
    return all(result.status != ATTENTION_NEEDED for result in so_far)


def _say_results(results: list[Result], lang: str, tell: Tell) -> None:
    """Say what came of each submission; faults in the instructor's own cells are said once."""
    if not results:
        return
    t = Translator("classroom", lang)
    sentences = _counted(t)
    tell(
        line=", ".join(
            sentences.get(status, "{number} " + status).format(number=number)
            for status, number in sorted(Counter(result.status for result in results).items())
        )
    )
    broken = summary.broken_for_all(results)
    if broken:
        tell(
            line=t(
                "Cells of yours stopped in every submission. Mend them, release the corrected "
                "version here, and grade again."
            ),
            wrong=True,
        )
    for each in broken.values():
        tell(line=read(each, lang), wrong=True)
    for student, reasons in summary.learners_own(results, broken):
        tell(line=f"{student}: {' '.join(read(each, lang) for each in reasons)}", wrong=True)


def _counted(t: Translator) -> dict[str, str]:
    """How many submissions have each status."""
    return {
        GRADED: t("{number} graded"),
        ATTENTION_NEEDED: t("{number} needs attention"),
        UNCHANGED: t("{number} unchanged"),
    }


def _feedback(folder: Path, assignment: str, lang: str, tell: Tell) -> bool:
    written, problems = write_feedback(
        folder, assignment, progress=lambda done, total: tell(progress=[done, total])
    )
    t = Translator("classroom", lang)
    tell(line=t("{number} feedback pages").format(number=t.number(len(written))))
    for student, why in problems:
        tell(line=f"{student}: {why}", wrong=True)
    return not problems


def _teller(messages: TextIO) -> Tell:
    def tell(**values: Any) -> None:
        for name in ("line", "log"):
            if name in values:
                values[name] = printable(values[name])[:LONGEST_LINE]
        messages.write(json.dumps(values) + "\n")
        messages.flush()

    return tell


class _Log(logging.Handler):
    """Passes on what nbgrader logs, a message a line."""

    def __init__(self, tell: Tell):
        super().__init__(logging.INFO)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        for line in record.getMessage().splitlines():
            if line.strip():
                self._tell(log=f"{record.levelname}: {line.strip()}")


def _stop(*_: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
