"""Titles of modules and exercises, from the syllabus and from the released notebooks."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from autograder.errors import Unreadable
from autograder.files import LARGEST_GRADED, read_plain
from autograder.grading.course import Course
from autograder.text import printable
from course import language, syllabus

HEADING = re.compile(r"#{1,6}[ \t]+(.+?)[ \t]*#*")
POINTS = re.compile(r"\s*\([^()]*\d[^()]*\)$")
"""What ends a heading and tells the points, such as "(Build, 2 points)"."""
NO_BREAK = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
"""Spaces of French typography, which `printable` would escape."""


def module_title(slug: str, lang: str) -> str:
    """The number and title of a module of this course; for another assignment, its name."""
    module = syllabus.modules().get(slug)
    if module is None:
        return printable(slug)
    return f"{module.number} {language.text(module.title, module='course', lang=lang)}"


def exercise_titles(
    course: Course, assignment: str, notebooks: Iterable[str], lang: str
) -> dict[tuple[str, str], str]:
    """By notebook and cell, the last heading above each graded cell of an assignment.

    Read from the release in that language, else in English, else from the instructor's version.
    A cell without a heading is left out.
    """
    folders = list(_folders(course, assignment, lang))
    return {
        (name, cell): title
        for name in notebooks
        for cell, title in _headings(folders, f"{name}.ipynb").items()
    }


def _folders(course: Course, assignment: str, lang: str) -> Iterator[Path]:
    released = Path(course.folders.release_directory)
    if released.name == language.SOURCE:
        yield Path(course.folders.format_path(str(released.with_name(lang)), ".", assignment))
    yield Path(course.folders.format_path(str(released), ".", assignment))
    yield course.source(assignment)


def _headings(folders: Iterable[Path], file: str) -> dict[str, str]:
    for folder in folders:
        try:
            notebook = json.loads(read_plain(folder / file, LARGEST_GRADED))
            return titles_by_cell(notebook["cells"])
        except (OSError, ValueError, LookupError, TypeError, AttributeError, Unreadable):
            continue
    return {}


def titles_by_cell(cells: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """By graded cell, the last heading above it."""
    found: dict[str, str] = {}
    title = ""
    for cell in cells:
        source = cell["source"]
        text = "".join(source) if isinstance(source, list) else str(source)
        metadata = cell.get("metadata")
        marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        if cell["cell_type"] == "markdown":
            title = _last_heading(text) or title
        if title and isinstance(marks, dict) and (marks.get("grade") or marks.get("task")):
            found[str(marks.get("grade_id"))] = title
    return found


def _last_heading(text: str) -> str:
    """The text of the last heading, without its points and its marks; empty if there is none."""
    lines = re.sub(r"(?s)```.*?(```|$)", "", text).splitlines()
    headings = [match[1] for line in lines if (match := HEADING.fullmatch(line.rstrip()))]
    if not headings:
        return ""
    plain = POINTS.sub("", re.sub(r"[`*]", "", headings[-1])).strip()
    return "".join(each if each in NO_BREAK else printable(each) for each in plain)
