"""An nbgrader course, opened and checked once."""

from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import make_url
from sqlalchemy.exc import DatabaseError
from traitlets import TraitError
from traitlets.config import Config

from autograder import settings
from autograder.errors import CourseError, describe
from autograder.files import students_in
from autograder.grading.plan import make_plan
from autograder.records import Limits, Plan


@dataclass(frozen=True)
class Course:
    """A course folder that has a gradebook, with its configuration."""

    folders: CourseDirectory
    config: Config

    @classmethod
    def open(cls, folder: Path) -> "Course":
        """The course in a folder. Raises CourseError when there is none, or no gradebook."""
        config = settings.load(folder.resolve())
        try:
            folders = CourseDirectory(config=config)
            # Traits are validated when they are first asked for.
            folders.trait_values(config=True)
        except TraitError as error:
            raise CourseError(
                f"c.CourseDirectory in {settings.CONFIG}: {describe(error)}"
            ) from error
        course = cls(folders, config)
        course._require_gradebook(folder)
        return course

    @property
    def root(self) -> Path:
        return Path(self.folders.root)

    def gradebook(self) -> Gradebook:
        """The gradebook, to be used as a context manager."""
        return Gradebook(self.folders.db_url, self.folders.course_id)

    def source(self, assignment: str) -> Path:
        """The folder with the instructor's version of an assignment."""
        return Path(self.folders.format_path(self.folders.source_directory, ".", assignment))

    def submitted(self, student: str, assignment: str) -> Path:
        """The folder with what a student handed in."""
        return Path(self.folders.format_path(self.folders.submitted_directory, student, assignment))

    def autograded(self, student: str, assignment: str) -> Path:
        """The folder with a student's graded notebooks."""
        step = self.folders.autograded_directory
        return Path(self.folders.format_path(step, student, assignment))

    def students_who_handed_in(self, assignment: str) -> set[str]:
        return students_in(self.folders, self.folders.submitted_directory, assignment)

    def students_graded(self, assignment: str) -> set[str]:
        return students_in(self.folders, self.folders.autograded_directory, assignment)

    def require_assignment(self, assignment: str) -> None:
        """Raise CourseError for an assignment that the gradebook does not know."""
        with self.gradebook() as gradebook:
            try:
                gradebook.find_assignment(assignment)
            except MissingEntry:
                known = ", ".join(sorted(each.name for each in gradebook.assignments)) or "none yet"
                raise CourseError(
                    f"no assignment {assignment!r} in the gradebook of {self.root} (it has: "
                    f"{known}); for a new one, call first: nbgrader generate_assignment "
                    f"{assignment}"
                ) from None

    def require_whole(self) -> None:
        """Raise CourseError for a course that wants some notebooks of an assignment graded only."""
        if self.folders.notebook_id != "*":
            raise CourseError(
                f"c.CourseDirectory.notebook_id is {self.folders.notebook_id!r}, and whole "
                f"assignments are graded: take it out of {settings.CONFIG}, or call nbgrader "
                "autograde"
            )

    def plan(self, assignment: str) -> Plan:
        """Read an assignment. Raises CourseError when it cannot be read or run here."""
        try:
            with self.gradebook() as gradebook:
                plan = make_plan(gradebook, self.folders, assignment, self.config)
        except TraitError as error:
            raise self.wrong_setting(error) from error
        except (OSError, ValueError) as error:
            raise CourseError(f"the assignment cannot be read: {describe(error)}") from error
        settings.require_python(plan)
        return plan

    def limits(self, assignment: str, isolation: str | None = None) -> Limits:
        """The bounds on its notebooks; `isolation` is a level in place of the course's own."""
        return settings.limits(
            self.config, assignment, settings.minimum_level(self.config, isolation)
        )

    def wrong_setting(self, error: TraitError) -> CourseError:
        """What to raise for a setting that nbgrader refuses."""
        return CourseError(f"{self.root / settings.CONFIG}: {describe(error)}")

    def _require_gradebook(self, folder: Path) -> None:
        url = make_url(self.folders.db_url)
        database = url.database or ""
        # nbgrader would make a new, empty gradebook in its place.
        if url.get_backend_name() == "sqlite" and not Path(database).is_file():
            raise CourseError(
                f"no gradebook in {folder}: {database} is missing; for a new course, call first: "
                "nbgrader generate_assignment ASSIGNMENT"
            )
        try:
            with self.gradebook():
                pass
        except (DatabaseError, SystemExit) as error:
            reason = " ".join(str(getattr(error, "orig", error)).split())
            shown = url.render_as_string(hide_password=True)
            raise CourseError(f"{shown}: not a gradebook ({reason})") from error
