"""nbgrader's configuration for a class of this course, on top of the grader's own."""

from functools import wraps
from pathlib import Path

from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from traitlets.config import Config

from autograder.settings import grading_settings
from classroom.hub.exchange import exchange_settings
from course.language import LANGUAGES, SOURCE
from course.publishing.released import clear_settings


def configure(c: Config, *, source: str, checks: str, course_id: str = "ai4gov") -> None:
    """Set up nbgrader for this course: `configure(get_config(), source=..., checks=...)`.

    Parameters
    ----------
    c : Config
        nbgrader's configuration, changed in place.
    source : str
        Folder with the notebooks that nbgrader reads, made by `ai4gov build`.
    checks : str
        Folder with checks.py and hidden_checks.py of each assignment, for the grader.
    course_id : str
        The name of the class in nbgrader's exchange and on a hub; each cohort has its own.

    One class learns in several languages with one gradebook and one exchange course. The exchange
    releases each assignment in every language, and each learner fetches her own.
    """
    c.CourseDirectory.course_id = course_id
    c.CourseDirectory.source_directory = source
    c.CourseDirectory.release_directory = f"release/{SOURCE}"
    c.ExchangeFactory.update(exchange_settings())
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "progress.json"]
    # release/ is committed, so nbgrader would skip each assignment and leave the gradebook empty.
    c.GenerateAssignment.force = True
    _guard_translations()
    c.merge(clear_settings())
    c.merge(grading_settings())
    c.Execute.checks_directory = checks
    c.merge(feedback_settings())


def _guard_translations() -> None:
    """Have `nbgrader generate_assignment` refuse to write over a translated release.

    It would put the English notebook into release/fr and delete language.txt. Refuse before the
    conversion starts: after an error in it, nbgrader deletes the folder that it was to write.
    """
    init = GenerateAssignment.init_notebooks
    if hasattr(init, "__wrapped__"):
        return

    @wraps(init)
    def guarded(self: GenerateAssignment) -> None:
        release = self.coursedir.release_directory
        lang = Path(release).name
        if lang != SOURCE and lang in LANGUAGES:
            message = (
                f"{release} holds translations, which `ai4gov build` makes; nothing is written "
                f"there. One call for release/{SOURCE} is for all languages"
            )
            self.log.error(message)
            raise NbGraderException(message)
        init(self)

    GenerateAssignment.init_notebooks = guarded


def feedback_settings() -> Config:
    """nbgrader's settings for our pages, so that `nbgrader generate_feedback` makes them too."""
    c = Config()
    c.GenerateFeedback.exporter_class = "classroom.pages.feedback.FeedbackPage"
    # FeedbackPage does all of it in a worker process, from the parsing on.
    c.GenerateFeedback.preprocessors = []
    return c
