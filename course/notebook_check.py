"""check(), which notebooks call: find the checks, run one, record the outcome as progress.

The module is not called check.py: once `course.check` was loaded as a module, `from course import
check` would return that module in place of the function.
"""

import difflib
import os
from functools import lru_cache
from pathlib import Path

from course import progress
from course.checking.exercises import Suite, load_suite, run
from course.checking.messages import Message, general
from course.checking.outcome import NOT_YET, Outcome
from course.errors import describe

VISIBLE = "checks.py"
HIDDEN = "hidden_checks.py"

GRADER_FOLDER = "AI4GOV_CHECKS"
"""Environment variable of the grader: the folder with both files of an assignment."""


def check(name: str, *values: object) -> Outcome:
    """Check the answer to an exercise.

    Parameters
    ----------
    name : str
        The exercise, as in "false-positive-rate".
    *values
        The learner's answers, in the order of the exercise.

    Returns
    -------
    Outcome
        The points as a float, which a notebook shows as a sentence. Never raises because of an
        answer or of a faulty checks.py.
    """
    folder, graded = _folder()
    if not (folder / VISIBLE).is_file():
        return _unchecked(name, general("check-missing"))
    try:
        visible = _suite(folder / VISIBLE, os.stat(folder / VISIBLE).st_mtime_ns)
        hidden = None
        if graded and (folder / HIDDEN).is_file():
            hidden = _suite(folder / HIDDEN, os.stat(folder / HIDDEN).st_mtime_ns)
    except Exception as error:
        return _unchecked(name, general("check-failed", error=describe(error)))
    # A learner can pass anything as the name, such as the answer.
    name = format(name)[:60]
    if name not in visible.exercises:
        nearest = difflib.get_close_matches(name, visible.exercises, 3, 0) or sorted(
            visible.exercises
        )
        return _unchecked(name, general("check-unknown", name=name, nearest=", ".join(nearest)))
    outcome = run(name, values, visible, hidden)
    if graded or outcome.message.code == "check-failed":
        outcome.hints = ()
        return outcome
    return _remembered(visible.module, outcome)


def _folder() -> tuple[Path, bool]:
    """The folder with the checks, and whether the grader named it."""
    folder = os.environ.get(GRADER_FOLDER)
    return (Path(folder), True) if folder else (Path.cwd(), False)


@lru_cache
def _suite(path: Path, _changed: int) -> Suite:
    return load_suite(path)


def _unchecked(name: str, message: Message) -> Outcome:
    return Outcome(0, exercise=name, state=NOT_YET, out_of=0, message=message)


def _remembered(module: str, outcome: Outcome) -> Outcome:
    """Record the outcome as progress, and show one more hint for each try after the first."""
    tries = 1
    try:
        tries = progress.record(module, outcome)
    except progress.ProgressError as error:
        outcome.note = general("progress-unsaved", reason=str(error))
    outcome.hints = outcome.hints[: tries - 1] if outcome.state == NOT_YET else ()
    return outcome
