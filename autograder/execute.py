"""The door from nbgrader: `nbgrader autograde` and formgrader's button run cells by it.

What happens to a notebook is the same as with `ai4gov grade`; nbgrader does the rest its own way.
"""

import atexit
from functools import lru_cache
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.grading.executors import Warm
from autograder.grading.plan import Plan, make_plan, read_files
from autograder.grading.run import run_cells
from autograder.sandbox.forkserver import Zygote
from autograder.sandbox.supervisor import Ran
from autograder.settings import ExecuteSettings


class Execute(ExecuteSettings):
    """Runs a submission that nbgrader has put in order: warm, confined, examined apart."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple:
        told = resources["nbgrader"]
        plan = self._plan(told["db_url"], told["assignment"])
        settings.require_python(plan)
        planned = plan.notebooks[told["notebook"]]
        files = self._handed_in(told) | plan.files
        for cell in nb.cells:
            # Tags are the instructor's to give; in a submission they could skip a test.
            cell.metadata.pop("tags", None)
            cell.metadata.pop("execution", None)

        def ran(zygote: Zygote, level: str) -> tuple[NotebookNode, Ran]:
            limits = settings.limits(self.config, told["assignment"], level)
            return run_cells(zygote, nb, plan, planned, files, limits)

        notebook, took = _warm().lend(settings.minimum_level(self.config, None), ran)
        # nbconvert writes them beside the notebook.
        resources.setdefault("outputs", {}).update(took.files)
        return notebook, resources

    def _handed_in(self, told: dict) -> dict[str, bytes]:
        """The files beside the notebook, as they were handed in.

        nbgrader has copied them before, and followed links in them to wherever they led.
        """
        coursedir = CourseDirectory(config=self.config)
        submitted = coursedir.submitted_directory
        folder = Path(coursedir.format_path(submitted, told["student"], told["assignment"]))
        files = read_files(folder, coursedir.ignore)
        notebook = f"{told['notebook']}.ipynb"
        if notebook not in files:
            raise ValueError(f"{folder / notebook} is a link, and no notebook that was handed in")
        return {name: content for name, content in files.items() if not name.endswith(".ipynb")}

    def _plan(self, db_url: str, assignment: str) -> Plan:
        coursedir = CourseDirectory(config=self.config)
        with Gradebook(db_url, coursedir.course_id) as gradebook:
            return make_plan(gradebook, coursedir, assignment, self.config)


@lru_cache
def _warm() -> Warm:
    warm = Warm()
    atexit.register(warm.close)
    return warm
