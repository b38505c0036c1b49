"""AI for the Public Sector: all names that a learner's notebook imports from the course.

Each is imported at its first use, so that a command that needs no data set does not wait for
pandas.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.chat import ask_model as ask_model
    from course.datasets import describe_dataset as describe_dataset
    from course.datasets import load_dataset as load_dataset
    from course.figures import show as show
    from course.interactive import explore as explore
    from course.language import translator as translator
    from course.notebook_check import check as check
    from course.progress import show_progress as show_progress
    from course.start_view import start_page as start_page

_HOME = {
    "ask_model": "course.chat",
    "check": "course.notebook_check",
    "describe_dataset": "course.datasets",
    "explore": "course.interactive",
    "load_dataset": "course.datasets",
    "show": "course.figures",
    "show_progress": "course.progress",
    "start_page": "course.start_view",
    "translator": "course.language",
}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"the course has nothing called {name!r}; it has {', '.join(_HOME)}")
    return getattr(import_module(_HOME[name]), name)
