"""The door from nbgrader: runs the cells of a submission, and decides what counts as a verdict.

nbgrader takes a test cell for passed when it holds no sign of failure. Here it is the other
way round: without a verdict from the run there are no points. A learner's warnings cost
nothing, and tags that would skip a cell do nothing.

The cells, test cells too, still run in one kernel that the learner's code shares: whoever
wants to forge a verdict from inside can. The confined engine closes that.
"""

import os
import tempfile
import time
from pathlib import Path

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import Execute as StockExecute
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Integer, Unicode

from autograder.reasons import reason
from course import language
from course.checking.check import GRADER_FOLDER

CHECK = "check("
ATTENTION = "attention"
"""Under this key of the notebook's own metadata stand the reasons why a person should look."""


def note(notebook: NotebookNode, code: str, **values: object) -> None:
    """Leave a reason for the instructor in the notebook, once."""
    reasons = notebook.metadata.setdefault("ai4gov", NotebookNode()).setdefault(ATTENTION, [])
    if (found := reason(code, **values)) not in reasons:
        reasons.append(found)


class MendCells(NbGraderPreprocessor):
    """Mends what learners do to cells by mistake, so that one submission harms no other.

    A cell that stands twice (copied and pasted) stays a graded cell once, at its first
    place. Notes of an earlier grading are taken out.
    """

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple:
        nb.metadata.get("ai4gov", {}).pop(ATTENTION, None)
        seen: set[str] = set()
        for cell in nb.cells:
            if not (utils.is_grade(cell) or utils.is_solution(cell) or utils.is_locked(cell)):
                continue
            grade_id = cell.metadata.nbgrader["grade_id"]
            if grade_id in seen:
                del cell.metadata["nbgrader"]
                note(nb, "attention-twice", cell=grade_id)
            seen.add(grade_id)
        return nb, resources


class PrivateKernel:
    """For a notebook client: a kernel that is reached through sockets in a folder of our own.

    nbclient's ports can be taken by another kernel that starts at the same moment, which then
    hangs, and any user of the machine can reach them.
    """

    def create_kernel_manager(self):
        manager = super().create_kernel_manager()  # type: ignore[misc]
        # Short, for the path of a socket has a hundred characters at most.
        self._sockets = tempfile.TemporaryDirectory(prefix="ai4gov-")
        manager.transport = "ipc"
        manager.connection_file = str(Path(self._sockets.name, "kernel.json"))
        manager.ip = str(Path(self._sockets.name, "kernel"))
        return manager


class Execute(PrivateKernel, StockExecute):
    """nbgrader's Execute, with a clock for the whole submission and verdicts that are seen."""

    submission_timeout = Integer(
        300, help="Seconds that all cells of a notebook may take together."
    ).tag(config=True)

    checks_directory = Unicode(
        "", help="Folder with checks.py and hidden_checks.py of each assignment, for the grader."
    ).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict, km=None) -> tuple:
        self._ends = time.monotonic() + self.submission_timeout
        self._stopped = False
        self._timeouts = 0
        self._replies: dict[int, str] = {}
        for cell in nb.cells:
            # Tags are the instructor's to give; in a submission they could skip a test.
            cell.metadata.pop("tags", None)
            cell.metadata.pop("execution", None)
        with utils.setenv(**self._environment(nb, resources)):
            nb, resources = super().preprocess(nb, resources, km)
        for index, cell in enumerate(nb.cells):
            if utils.is_grade(cell) and not utils.is_solution(cell) and cell.cell_type == "code":
                self._judge(cell, index)
        return nb, resources

    def _environment(self, nb: NotebookNode, resources: ResourcesDict) -> dict[str, str]:
        """What the kernel is told: the language of the notebook, and where the checks are."""
        lang = nb.metadata.get("ai4gov", {}).get("language")
        told = {"AI4GOV_LANG": lang if lang in language.LANGUAGES else language.SOURCE}
        if self.checks_directory:
            root = self.config.CourseDirectory.get("root", os.getcwd())
            folder = Path(root, self.checks_directory, resources["nbgrader"]["assignment"])
            if folder.is_dir():
                told[GRADER_FOLDER] = str(folder.resolve())
        return told

    def preprocess_cell(self, cell: NotebookNode, resources: ResourcesDict, index: int) -> tuple:
        if cell.cell_type != "code":
            return cell, resources
        left = self._ends - time.monotonic()
        if not self._stopped and left <= 0:
            self._stop("attention-time", seconds=self.submission_timeout)
        if self._stopped:
            cell.outputs = [failure("NotRun", "this cell was not run")]
            return cell, resources
        self._cell_timeout = max(1, min(self.timeout or left, int(left) + 1))
        try:
            return super().preprocess_cell(cell, resources, index)
        except DeadKernelError:
            self._stop("attention-python", cell=_name(cell, index))
            cell.outputs.append(failure("KernelDied", "Python ended while this cell was running"))
            return cell, resources
        except CellTimeoutError:
            # Not even an interrupt was heeded: nothing more can be run here.
            self._stopped_cell(cell, index)
            self._stop("attention-endless")
            cell.outputs.append(failure("CellTimeoutError", "this cell did not come to its end"))
            return cell, resources

    def _get_timeout(self, cell: NotebookNode | None) -> int:
        return getattr(self, "_cell_timeout", None) or super()._get_timeout(cell)

    def on_cell_executed(self, **kwargs) -> None:
        super().on_cell_executed(**kwargs)
        index, reply = kwargs["cell_index"], kwargs["execute_reply"]["content"]
        self._replies[index] = reply["status"]
        if reply["status"] == "error" and _is_ours(kwargs["cell"]):
            error = f"{reply.get('ename')}: {reply.get('evalue')}"
            note(self.nb, "attention-ours", cell=_name(kwargs["cell"], index), error=error)
        if reply.get("ename") == "CellTimeoutError":
            self._stopped_cell(kwargs["cell"], index)
            self._timeouts += 1
            if self._timeouts == 2:
                self._stop("attention-endless")

    def _stopped_cell(self, cell: NotebookNode, index: int) -> None:
        seconds = self._cell_timeout
        note(self.nb, "attention-stopped", cell=_name(cell, index), seconds=seconds)

    def _stop(self, code: str, **values: object) -> None:
        """Run no further cell: those before keep their points, those after get none."""
        self._stopped = True
        note(self.nb, code, **values)

    def _judge(self, cell: NotebookNode, index: int) -> None:
        """Leave in a test cell what nbgrader may count, and a failure where there is no verdict.

        nbgrader takes the first output that tells it something, so failures come first.
        """
        failures = [output for output in cell.outputs if output.output_type == "error"]
        if self._replies.get(index) != "ok" and not failures:
            failures = [failure("NoVerdict", "this test did not come to its end")]
        elif (fault := _faulty_points(cell)) is not None and not failures:
            failures = [fault]
        others = [
            output
            for output in cell.outputs
            if output.output_type != "error" and output.get("name") != "stderr"
        ]
        cell.outputs = failures + others


def _name(cell: NotebookNode, index: int) -> str:
    """How people find a cell: by its nbgrader id, or by its place."""
    return cell.metadata.get("nbgrader", {}).get("grade_id") or str(index + 1)


def _is_ours(cell: NotebookNode) -> bool:
    """Whether a cell is the instructor's and no test: it should run in every submission."""
    return utils.is_locked(cell) and not utils.is_grade(cell)


def _faulty_points(cell: NotebookNode) -> NotebookNode | None:
    """A failure, when a test's result is no number of points that its cell can have.

    Only a check has to give a number; an ordinary test that ends without a word has passed,
    and a text is full points in nbgrader.
    """
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    is_check = cell.source.lstrip().startswith(CHECK)
    try:
        points = [float(result.data.get("text/plain", "")) for result in results]
    except ValueError:
        return failure("NoVerdict", "the check gave no points to count") if is_check else None
    if is_check and len(points) != 1:
        return failure("NoVerdict", "the check gave no points to count")
    if not all(0 <= each <= float(cell.metadata.nbgrader["points"]) for each in points):
        return failure("NoVerdict", "these points are not possible here")
    return None


def failure(name: str, reason: str) -> NotebookNode:
    """An error output, which costs the points of a test cell."""
    return NotebookNode(
        output_type="error", ename=name, evalue=reason, traceback=[f"{name}: {reason}"]
    )
