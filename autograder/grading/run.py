"""Grading one submission: normalize its notebooks, have them run, count points. Writes nothing."""

import time
from pathlib import Path
from typing import Protocol

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import LimitOutput

from autograder.bounded import BoundedError, BoundedWorker
from autograder.errors import ConfinementError, GraderError, describe
from autograder.files import NotRead, read_files
from autograder.grading.ignore_pattern import IgnorePattern
from autograder.grading.parsing import Damaged, NoNotebook, ordered_notebook, timestamp
from autograder.reasons import ATTENTION, reason
from autograder.records import (
    ATTENTION_NEEDED,
    GRADED,
    CellScores,
    Graded,
    Job,
    Limits,
    Plan,
    Ran,
    Result,
    Submission,
)

READINGS = 3
"""How often a folder is read that changes while it is read."""


class Runner(Protocol):
    """Runs notebooks in boxes, as executors.WarmPool does."""

    parser: BoundedWorker

    def run(self, ordered: NotebookNode, job: Job) -> tuple[NotebookNode, Ran]:
        """A copy of a normalized notebook with its outputs, and what running it took."""

    def level(self, minimum: str) -> str:
        """The highest isolation level from `minimum` on."""


class Refusal(Exception):
    """A submission that cannot be run; carries the reason."""

    def __init__(self, code: str, **values: object):
        super().__init__(code)
        self.reason = reason(code, **values)


def read_submission(folder: Path, student: str, ignored: list[str]) -> Submission:
    """Read what was handed in; links in it are not followed.

    A folder that changes meanwhile is read again: otherwise an earlier notebook could be kept as
    that of a later time.
    """
    try:
        for _ in range(READINGS):
            before = _state(folder)
            try:
                files = read_files(folder, ignored)
            except FileNotFoundError:
                # Its folder was replaced between two files.
                continue
            if _state(folder) == before:
                return Submission(student, files)
        raise ValueError("it is being collected at this moment")
    except NotRead as error:
        return Submission(student, {}, str(error))
    except Exception as error:
        # Any fault is this submission's own; the others are graded.
        return Submission(student, {}, describe(error))


def _state(folder: Path) -> tuple[int, int] | None:
    """A value that changes when a folder is replaced, or gets another file."""
    try:
        found = folder.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns


def grade_submission(runner: Runner, plan: Plan, submission: Submission, limits: Limits) -> Graded:
    """Grade one submission, at the highest isolation level from that of `limits` on.

    Raises ConfinementError when it cannot be isolated as `limits` want; whatever else is wrong
    is a reason in the result.
    """
    level = runner.level(limits.level)
    started = time.monotonic()
    result = Result(submission.student, GRADED, level=level, mode=limits.mode)
    outcome = Graded(result)
    try:
        if submission.unreadable:
            raise Refusal("attention-fault", error=submission.unreadable)
        outcome.timestamp = timestamp(runner.parser, submission.files.get("timestamp.txt", b""))
        handed_in = _notebooks(runner.parser, plan, submission)
        others = {n: data for n, data in submission.files.items() if not n.endswith(".ipynb")}
        for name, notebook in handed_in.items():
            job = Job(plan, plan.notebooks[name], others | plan.files, limits)
            outcome.notebooks[name] = _run_one(runner, notebook, job, outcome)
        missing = [name for name in plan.notebooks if name not in handed_in]
        result.reasons += [reason("attention-missing", files=f"{n}.ipynb") for n in missing]
        outcome.files = others | plan.files | outcome.files
    except Refusal as refusal:
        outcome.notebooks, outcome.files = {}, {}
        result.reasons.append(refusal.reason)
    except ConfinementError:
        raise
    except Exception as error:
        outcome.notebooks, outcome.files = {}, {}
        shown = str(error) if isinstance(error, GraderError) else describe(error)
        result.reasons.append(reason("attention-fault", error=shown))
    if result.reasons:
        result.status = ATTENTION_NEEDED
    result.seconds = round(time.monotonic() - started, 2)
    return outcome


def _notebooks(
    parser: BoundedWorker, plan: Plan, submission: Submission
) -> dict[str, NotebookNode]:
    """The notebooks of the assignment that were handed in, at least one, normalized."""
    if not plan.notebooks:
        raise Refusal("attention-nothing-known")
    found = {}
    for name, planned in plan.notebooks.items():
        file = f"{name}.ipynb"
        if (content := submission.files.get(file)) is None:
            continue
        try:
            found[name] = ordered_notebook(parser, content, planned, plan.config)
        except Damaged as error:
            raise Refusal("attention-damaged", file=file) from error
        except NoNotebook as error:
            raise Refusal("attention-no-notebook", file=file, error=str(error)) from error
        except BoundedError as error:
            raise Refusal("attention-fault", error=f"{file}: {error}") from error
    if not found:
        raise Refusal("attention-missing", files=", ".join(f"{n}.ipynb" for n in plan.notebooks))
    return found


def _run_one(runner: Runner, ordered: NotebookNode, job: Job, outcome: Graded) -> CellScores:
    """Run one notebook, and add to `outcome` what it took, left and should be looked at."""
    result = outcome.result
    notebook, ran = runner.run(ordered, job)
    result.cpu = round(result.cpu + ran.cpu, 3)
    result.memory = max(result.memory, ran.memory)
    ours = notebook.metadata["ai4gov"]
    scores = finish(notebook, job.plan)
    # A course can have ClearMetadataPreprocessor remove it; feedback needs it.
    notebook.metadata["ai4gov"] = ours
    result.reasons += ours.get(ATTENTION, [])
    outcome.files |= ran.files
    # nbformat.writes would validate first, which may take minutes and all memory, to log a warning.
    written = nbformat.v4.writes_json(notebook)
    outcome.files[f"{job.notebook.name}.ipynb"] = written.encode(errors="replace") + b"\n"
    return scores


def finish(notebook: NotebookNode, plan: Plan) -> CellScores:
    """Apply nbgrader's steps after a run; returns the points and comments that it then reads."""
    resources = ResourcesDict(nbgrader={})
    for step in (
        IgnorePattern(config=plan.config),
        ClearMetadataPreprocessor(config=plan.config),
        LimitOutput(config=plan.config),
    ):
        notebook, resources = step(notebook, resources)
    graded = CellScores()
    for cell in notebook.cells:
        if utils.is_grade(cell):
            graded.scores[cell.metadata.nbgrader["grade_id"]] = utils.determine_grade(cell)[0]
        if utils.is_solution(cell) or utils.is_task(cell):
            graded.comments[cell.metadata.nbgrader["grade_id"]] = _comment(cell)
    return graded


def _comment(cell: NotebookNode) -> str | None:
    """nbgrader's comment on an answer that is still what was released."""
    untouched = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
    return "No response." if untouched and not utils.is_task(cell) else None
