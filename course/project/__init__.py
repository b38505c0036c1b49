"""The project: a service that a team designs, builds, audits and presents in five checkpoints.

Each name is imported at its first use, so that a form does not wait for scikit-learn.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.project.app.app_link import show_app as show_app
    from course.project.choices import Choices as Choices
    from course.project.data import as_arrived as as_arrived
    from course.project.data import hidden_comments as hidden_comments
    from course.project.data import test_part as test_part
    from course.project.data import training_part as training_part
    from course.project.examining import audit_of as audit_of
    from course.project.examining import grow as grow
    from course.project.examining import hidden_scores as hidden_scores
    from course.project.examining import so_far as so_far
    from course.project.examining import visible_scores as visible_scores
    from course.project.folder import Project as Project
    from course.project.folder import open_project as open_project
    from course.project.folder import project_of as project_of
    from course.project.loading import load_service as load_service
    from course.project.measured import audit as audit
    from course.project.measured import group_names as group_names
    from course.project.own_data import OwnData as OwnData
    from course.project.presentation import Presentation as Presentation
    from course.project.project_files import ProjectError as ProjectError
    from course.project.ready import ready_service as ready_service
    from course.project.scoring import Scores as Scores
    from course.project.scoring import scores as scores
    from course.project.service import Service as Service
    from course.project.service import ServiceError as ServiceError
    from course.project.service import own_service as own_service
    from course.project.team import Team as Team

_HOME = {
    "Choices": "choices",
    "OwnData": "own_data",
    "Presentation": "presentation",
    "Project": "folder",
    "ProjectError": "project_files",
    "Scores": "scoring",
    "Service": "service",
    "ServiceError": "service",
    "Team": "team",
    "as_arrived": "data",
    "audit": "measured",
    "audit_of": "examining",
    "grow": "examining",
    "group_names": "measured",
    "hidden_scores": "examining",
    "visible_scores": "examining",
    "hidden_comments": "data",
    "load_service": "loading",
    "open_project": "folder",
    "own_service": "service",
    "project_of": "folder",
    "ready_service": "ready",
    "scores": "scoring",
    "so_far": "examining",
    "show_app": "app.app_link",
    "test_part": "data",
    "training_part": "data",
}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"course.project has nothing called {name!r}")
    return getattr(import_module(f"course.project.{_HOME[name]}"), name)
