"""AI for the Public Sector: all names that a learner's notebook imports from the course.

Each is imported at its first use, so that a command that needs no data set does not wait for
pandas.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.checking.notebook_check import check as check
    from course.data.datasets import describe_dataset as describe_dataset
    from course.data.datasets import load_dataset as load_dataset
    from course.language import translator as translator
    from course.notebook.chat import ask_model as ask_model
    from course.notebook.figures import show as show
    from course.notebook.interactive import explore as explore
    from course.start.progress import show_progress as show_progress
    from course.start.start_page import start_page as start_page

_HOME = {
    "ask_model": "course.notebook.chat",
    "check": "course.checking.notebook_check",
    "describe_dataset": "course.data.datasets",
    "explore": "course.notebook.interactive",
    "load_dataset": "course.data.datasets",
    "show": "course.notebook.figures",
    "show_progress": "course.start.progress",
    "start_page": "course.start.start_page",
    "translator": "course.language",
}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"the course has nothing called {name!r}; it has {', '.join(_HOME)}")
    return getattr(import_module(_HOME[name]), name)
