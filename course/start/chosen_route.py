"""The route that a learner has chosen on the start page, kept beside the chosen language."""

from pathlib import Path

from course.files import write_atomic
from course.language import first_line
from course.routes import Route, routes
from course.start.chosen_language import choice_file

EVERYTHING = "everything"
"""The choice of the whole course."""


def chosen() -> str:
    """The key of the chosen route, or EVERYTHING; empty before a choice was made."""
    found = first_line(_file())
    return found if found in (EVERYTHING, *routes().by_key) else ""


def chosen_route() -> Route | None:
    """The chosen route; None for everything and before a choice was made."""
    return routes().by_key.get(chosen())


def choose(key: str) -> None:
    """Remember a choice. Raises ValueError for an unknown route, and OSError."""
    if key not in (EVERYTHING, *routes().by_key):
        raise ValueError(f"no route {key!r}; the course has: {', '.join(routes().by_key)}")
    _file().parent.mkdir(parents=True, exist_ok=True)
    write_atomic(_file(), f"{key}\n")


def _file() -> Path:
    return choice_file().with_name("route.txt")
