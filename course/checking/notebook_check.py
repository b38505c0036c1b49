"""check(), which notebooks call: find the checks, run one, record the outcome as progress.

The module is not called check.py: once `course.check` was loaded as a module, `from course import
check` would return that module in place of the function.
"""

import difflib
import os
import re
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any

from course import language
from course.checking.exercises import Suite, load_suite, run, without_answer
from course.checking.explanations import explain
from course.checking.messages import GENERAL, Message, general
from course.checking.outcome import NOT_ATTEMPTED, NOT_YET, Outcome
from course.errors import describe
from course.notebook import cell_runs, plain_numbers
from course.start import home, progress

HIDDEN = "hidden_checks.py"

GRADER_FOLDER = "AI4GOV_CHECKS"
"""Environment variable of the grader: the folder with both files of an assignment."""

GRADED_ASSIGNMENT = "AI4GOV_ASSIGNMENT"
"""Environment variable of the grader: the assignment's name, which its folder need not have."""


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
    # A learner can pass anything as the name, such as the answer.
    names = cell_runs.arguments_of_check(cell_runs.running(), format(name))
    if len(names) != len(values):
        names = []

    def judged(visible: Suite, hidden: Suite | None) -> Outcome:
        return run(name, values, visible, hidden, names)

    return _outcome(format(name)[:60], judged)


def _outcome(name: str, judged: Callable[[Suite, Suite | None], Outcome]) -> Outcome:
    """The outcome of an exercise, recorded as progress; `judged` makes it where nothing forbids."""
    graded = os.environ.get(GRADER_FOLDER)
    checks = Path(graded, home.CHECKS) if graded else home.checks_of(Path.cwd())
    if checks is None or not checks.is_file():
        return _unchecked(name, general("check-missing"))
    try:
        module = os.environ.get(GRADED_ASSIGNMENT)
        visible = _suite(checks, module, os.stat(checks).st_mtime_ns)
        hidden = None
        if graded and (path := Path(graded, HIDDEN)).is_file():
            hidden = _suite(path, module, os.stat(path).st_mtime_ns)
    except Exception as error:
        return _unchecked(name, general("checks-broken", error=describe(error)))
    if name not in visible.exercises:
        nearest = difflib.get_close_matches(name, visible.exercises, 3, 0) or sorted(
            visible.exercises
        )
        return _unchecked(name, general("check-unknown", name=name, nearest=", ".join(nearest)))
    outcome = _stopped(name, visible)
    if outcome is None:
        outcome = judged(visible, hidden)
    overwritten = cell_runs.runs.overwritten()
    if overwritten and outcome.state == NOT_YET:
        table, line = overwritten
        outcome.message = general("table-overwritten", table=table, line=line)
    outcome.drawn = progress.drawn_answers(visible.module, name)
    if graded or outcome.message.code in ("check-failed", "check-values"):
        outcome.hints = ()
        return outcome
    return _remembered(visible.module, outcome)


def _stopped(name: str, suite: Suite) -> Outcome | None:
    """The outcome where the answer cell's last run made no answer, or stopped with an error.

    What its names hold is then the answer of an earlier run, so it is not judged.
    """
    answers = cell_runs.arguments_of_check(cell_runs.running(), name)
    failure = cell_runs.runs.failure(name, answers)
    if failure is None:
        outdated = cell_runs.runs.outdated(name, answers)
        if outdated is None:
            return None
        return without_answer(name, general("name-outdated", name=outdated), suite)
    known = cell_runs.runs.names() - {*answers}
    reason = explain(failure.kind, failure.text, failure.source, known)
    return without_answer(name, general("cell-stopped", reason=reason), suite)


@lru_cache
def _suite(path: Path, module: str | None, _changed: int) -> Suite:
    return load_suite(path, module)


def _unchecked(name: str, message: Message) -> Outcome:
    return Outcome(0, exercise=name, state=NOT_YET, out_of=0, message=message)


def _remembered(module: str, outcome: Outcome) -> Outcome:
    """Record the outcome as progress, and show one more hint for each try after the first."""
    tries = 1
    try:
        tries, points = progress.record(module, outcome)
        outcome.tries = tries
        if points > outcome:
            number = language.Translator(GENERAL).number
            kept = number(points, 0 if points == int(points) else 2)
            outcome.note = (
                general("progress-kept-one")
                if points == 1
                else general("progress-kept", points=kept)
            )
    except progress.ProgressError as error:
        outcome.note = general("progress-unsaved", reason=str(error))
    else:
        # Imported here: it loads the syllabus, which a grader does not need.
        from course.start.learner_pages import refresh

        refresh()
    outcome.hints = outcome.hints[: tries - 1] if outcome.state == NOT_YET else ()
    return outcome


def watch() -> None:
    """Let IPython record each cell, explain a name that a check lacks, and show numbers plainly.

    Without IPython nothing happens.
    """
    # Do not import IPython: in a notebook it is loaded already.
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and hasattr(shell, "set_custom_exc"):
        cell_runs.watch(shell)
        shell.set_custom_exc((NameError,), _name_is_missing)
        plain_numbers.show_plainly(shell)


CHECK = re.compile(r"""\s*check\(\s*["']([^"']*)["']""")


def _name_is_missing(
    shell: Any,
    kind: type[NameError],
    error: NameError,
    trace: TracebackType,
    tb_offset: int | None = None,
) -> None:
    """Show a NameError in a check cell as an outcome; the cell still fails and earns no points."""
    call = CHECK.match(cell_runs.running())
    if call is None:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return

    def not_attempted(suite: Suite, _hidden: Suite | None) -> Outcome:
        message = general("name-missing", name=error.name or "")
        return Outcome(0, exercise=call[1], state=NOT_ATTEMPTED, out_of=0, message=message)

    shell.displayhook(_outcome(call[1], not_attempted))


watch()
