"""One submission: put in order, run, graded. Knows no gradebook and writes nothing."""

import time
from copy import deepcopy
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import LimitOutput

from autograder.bounded import BoundedError, BoundedWorker
from autograder.errors import ConfinementError
from autograder.grading.gradebook import Graded
from autograder.grading.ignore_pattern import IgnorePattern
from autograder.grading.parsing import Damaged, NoNotebook, ordered_notebook, timestamp
from autograder.grading.plan import Plan, PlannedNotebook, read_files
from autograder.grading.repair import ATTENTION
from autograder.reasons import read, reason
from autograder.sandbox.forkserver import Zygote, ZygoteGone
from autograder.sandbox.supervisor import Limits, Ran, run_notebook
from course.errors import describe

GRADED = "graded"
ATTENTION_NEEDED = "needs attention"
UNCHANGED = "unchanged"

TRIES = 2
"""How often a submission is run in which Python ended: it may have been ended from outside."""


@dataclass(frozen=True)
class Submission:
    """What a learner handed in: every regular file by its path in the folder.

    `unreadable` says why it could not be read.
    """

    student: str
    files: dict[str, bytes]
    unreadable: str = ""


@dataclass
class Result:
    """What became of a submission. Points are those graded so far, None if there are none.

    `level` and `mode` say how it was isolated and where its tests ran; `cpu` are the CPU seconds
    of its processes, `seconds` those on the clock, `memory` the most bytes of one process.
    """

    student: str
    status: str
    points: float | None = None
    out_of: float | None = None
    seconds: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    level: str = ""
    mode: str = ""
    reasons: list[dict] = field(default_factory=list)

    def as_data(self) -> dict:
        """The result as plain data; each reason with its code and its English sentence."""
        told = [found | {"sentence": read(found)} for found in self.reasons]
        return asdict(self) | {"reasons": told}


@dataclass
class Outcome:
    """A result with what is to be kept of it: files for autograded/, points by notebook."""

    result: Result
    timestamp: datetime | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    notebooks: dict[str, Graded] = field(default_factory=dict)


class Refusal(Exception):
    """A submission that cannot be run; carries the reason."""

    def __init__(self, code: str, **values: object):
        super().__init__(code)
        self.reason = reason(code, **values)


def read_submission(folder: Path, student: str, ignored: list[str]) -> Submission:
    """Read what was handed in; links in it are not followed.

    Read anew if it was collected again meanwhile: else an earlier notebook could be kept as that
    of a later time.
    """
    try:
        for _ in range(TRIES + 1):
            before = _state(folder)
            files = read_files(folder, ignored)
            if _state(folder) == before:
                return Submission(student, files)
        raise ValueError("it is being collected at this moment")
    except Exception as error:
        # Whatever is wrong with it: the others are graded.
        return Submission(student, {}, describe(error))


def _state(folder: Path) -> tuple[int, int] | None:
    """What changes when a folder is made anew, or gets another file."""
    try:
        found = folder.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns


def run(
    zygote: Zygote, parser: BoundedWorker, plan: Plan, submission: Submission, limits: Limits
) -> Outcome:
    """Grade one submission; `parser` reads what was handed in.

    Raises ConfinementError when it cannot be isolated as `limits` want; whatever else is wrong
    is a reason in the result.
    """
    started = time.monotonic()
    result = Result(submission.student, GRADED, level=limits.level, mode=limits.mode)
    outcome = Outcome(result)
    try:
        if submission.unreadable:
            raise Refusal("attention-fault", error=submission.unreadable)
        outcome.timestamp = timestamp(parser, submission.files.get("timestamp.txt", b""))
        handed_in = _notebooks(parser, plan, submission)
        for name, notebook in handed_in.items():
            graded = _run_one(zygote, plan, name, notebook, submission, outcome, limits)
            outcome.notebooks[name] = graded
        missing = [name for name in plan.notebooks if name not in handed_in]
        result.reasons += [reason("attention-missing", files=f"{n}.ipynb") for n in missing]
        others = {
            name: content
            for name, content in submission.files.items()
            if not name.endswith(".ipynb")
        }
        outcome.files = others | plan.files | outcome.files
    except Refusal as refusal:
        outcome.notebooks, outcome.files = {}, {}
        result.reasons.append(refusal.reason)
    except (ConfinementError, ZygoteGone):
        raise
    except Exception as error:
        outcome.notebooks, outcome.files = {}, {}
        result.reasons.append(reason("attention-fault", error=describe(error)))
    if result.reasons:
        result.status = ATTENTION_NEEDED
    result.seconds = round(time.monotonic() - started, 2)
    return outcome


def _notebooks(
    parser: BoundedWorker, plan: Plan, submission: Submission
) -> dict[str, NotebookNode]:
    """The notebooks of the assignment that were handed in, at least one, put in order."""
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


def _run_one(
    zygote: Zygote,
    plan: Plan,
    name: str,
    ordered: NotebookNode,
    submission: Submission,
    outcome: Outcome,
    limits: Limits,
) -> Graded:
    result = outcome.result
    planned = plan.notebooks[name]
    files = {n: c for n, c in submission.files.items() if not n.endswith(".ipynb")} | plan.files
    notebook, ran = run_cells(zygote, ordered, plan, planned, files, limits)
    result.cpu = round(result.cpu + ran.cpu, 3)
    result.memory = max(result.memory, ran.memory)
    ours = notebook.metadata["ai4gov"]
    graded = finish(notebook, plan)
    # A course may have metadata cleared; feedback needs ours.
    notebook.metadata["ai4gov"] = ours
    result.reasons += ours.get(ATTENTION, [])
    outcome.files |= ran.files
    # nbformat.writes would validate first, which may take minutes and all memory, to log a warning.
    written = nbformat.v4.writes_json(notebook)
    outcome.files[f"{name}.ipynb"] = written.encode(errors="replace") + b"\n"
    return graded


def run_cells(
    zygote: Zygote,
    ordered: NotebookNode,
    plan: Plan,
    planned: PlannedNotebook,
    files: dict[str, bytes],
    limits: Limits,
) -> tuple[NotebookNode, Ran]:
    """A copy of a notebook that has been put in order, with the outputs of its cells.

    Run once more if Python ended in it. Raises ConfinementError and ZygoteGone.
    """
    took = Ran()
    for _ in range(TRIES):
        notebook = deepcopy(ordered)
        ran = run_notebook(zygote, notebook, plan, planned, files, limits)
        took = replace(ran, cpu=took.cpu + ran.cpu, memory=max(took.memory, ran.memory))
        if not ran.ended_early:
            break
    return notebook, took


def finish(notebook: NotebookNode, plan: Plan) -> Graded:
    """What nbgrader does after the run, and what it then reads as points and comments."""
    resources = ResourcesDict(nbgrader={})
    for step in (
        IgnorePattern(config=plan.config),
        ClearMetadataPreprocessor(config=plan.config),
        LimitOutput(config=plan.config),
    ):
        notebook, resources = step(notebook, resources)
    graded = Graded()
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
