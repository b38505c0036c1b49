"""nbgrader's entry point: `nbgrader autograde` and formgrader's button run cells through it.

What happens to a notebook is the same as with `grade`; nbgrader does the rest its own way.
"""

import atexit
from functools import lru_cache
from pathlib import Path
from typing import Any

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.files import read_files
from autograder.grading.executors import WarmPool
from autograder.grading.plan import make_plan
from autograder.records import Job, Plan
from autograder.settings import ExecuteSettings


class Execute(ExecuteSettings):
    """Runs a submission that nbgrader has put in order: warm, confined, examined apart."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """A copy with the outputs of its cells. Raises ConfinementError and CourseError."""
        context = resources["nbgrader"]
        assignment = context["assignment"]
        plan = self._plan(context["db_url"], assignment)
        settings.require_python(plan)
        for cell in nb.cells:
            # Tags are the instructor's to give; in a submission they could skip a test.
            cell.metadata.pop("tags", None)
            cell.metadata.pop("execution", None)
        limits = settings.limits(self.config, assignment, settings.minimum_level(self.config, None))
        files = self._handed_in(context) | plan.files
        job = Job(plan, plan.notebooks[context["notebook"]], files, limits)
        notebook, took = _pool().run(nb, job)
        # nbconvert writes them beside the notebook.
        resources.setdefault("outputs", {}).update(took.files)
        return notebook, resources

    def _handed_in(self, context: dict[str, Any]) -> dict[str, bytes]:
        """The files beside the notebook, as they were handed in.

        nbgrader has copied them before, and followed links in them to wherever they led.
        """
        coursedir = CourseDirectory(config=self.config)
        submitted = coursedir.submitted_directory
        folder = Path(coursedir.format_path(submitted, context["student"], context["assignment"]))
        files = read_files(folder, coursedir.ignore)
        notebook = f"{context['notebook']}.ipynb"
        if notebook not in files:
            raise ValueError(f"{folder / notebook} is a link, and no notebook that was handed in")
        return {name: content for name, content in files.items() if not name.endswith(".ipynb")}

    def _plan(self, db_url: str, assignment: str) -> Plan:
        coursedir = CourseDirectory(config=self.config)
        with Gradebook(db_url, coursedir.course_id) as gradebook:
            return make_plan(gradebook, coursedir, assignment, self.config)


@lru_cache
def _pool() -> WarmPool:
    pool = WarmPool()
    atexit.register(pool.close)
    return pool
