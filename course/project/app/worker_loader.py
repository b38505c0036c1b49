"""The service of a project's folder, with the earlier comments, for the worker of the page."""

from pathlib import Path

import pandas as pd

from course.checking.messages import GENERAL
from course.data.datasets import load_dataset
from course.errors import UserError
from course.language import Translator
from course.project.app.deciding import Deciding
from course.project.folder import Project
from course.project.loading import load_service
from course.project.names import OWN
from course.project.project_files import InFolder
from course.project.scoring import scale


def load(folder: Path) -> Deciding:
    """The service in a project's folder, which has learned; nothing is written.

    Raises UserError, in one line, where there is no model or its code cannot be used.
    """
    project = Project(InFolder(folder))
    if project.way == OWN:
        t = Translator(GENERAL)
        raise UserError(t("This page is for Civicly; your team works on its own data."))
    service = load_service(project)
    service.learn()
    comments = load_dataset("civic-comments")
    return Deciding(service, comments, capacity(project, comments))


def capacity(project: Project, comments: pd.DataFrame) -> int:
    """How many comments a day the team reads: as its choices say, else the share of the scores."""
    choices = project.read("choices")
    if choices is not None and choices.read_a_day is not None:
        return int(choices.read_a_day)
    arriving = comments.groupby(comments["date"]).size().median()
    return round(scale().read_on_the_day * arriving)
