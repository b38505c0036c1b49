"""What a person looks for in a note, from the assignment as it was released.

The cell before the one that learners write in ends in a numbered list, one point a line:

    1. **Recommendation.** It says in the first two sentences what to do.

The list is read from the release in each language. Where there is none with as many lines as the
note has points, points are given as a number.
"""

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from nbgrader.coursedir import CourseDirectory

from autograder.errors import Unreadable
from autograder.files import read_plain
from autograder.formgrader.sanitize import prose
from course.language import LANGUAGES, SOURCE

LARGEST_RELEASED = 20_000_000
"""Bytes of a released notebook that is read."""

ITEM = re.compile(r" {0,3}\d+[.)]\s+(.*)")
HEADING = re.compile(r"^#+\s*(.+?)\s*$", re.MULTILINE)
TITLE = re.compile(r"\*\*(.+?)\*\*")
PARAGRAPH = re.compile(r"<p>((?:(?!</?(?:p|div|ul|ol|table|pre|h\d)\b).)*)</p>\s*", re.DOTALL)


NOTHING = Markup("")


@dataclass(frozen=True)
class Criterion:
    """One point of a note: a word for it, and the whole sentence as HTML without blocks."""

    title: str
    text: Markup


@dataclass(frozen=True)
class Rubric:
    """The task of a note with its heading, and a criterion for each point; there may be none."""

    heading: str = ""
    task: Markup = NOTHING
    criteria: tuple[Criterion, ...] = ()
    lang: str = ""
    """The language that it is in; empty where the release does not say."""


def read_rubric(
    folders: CourseDirectory, assignment: str, notebook: str, cell: str, points: float, lang: str
) -> Rubric:
    """The rubric of a cell in a language; in English where the release has no such language."""
    release = Path(folders.release_directory)
    places = [release]
    if release.name == SOURCE:
        places.insert(0, release.with_name(lang))
    for place in places:
        folder = Path(folders.format_path(str(place), ".", assignment))
        file = folder / f"{notebook}.ipynb"
        try:
            changed = file.stat().st_mtime_ns
        except OSError:
            continue
        found = place.name if place.name in LANGUAGES else ""
        return replace(_read(file, changed, cell, points), lang=found)
    return Rubric()


@lru_cache(maxsize=200)
def _read(file: Path, _changed: int, cell: str, points: float) -> Rubric:
    try:
        cells = json.loads(read_plain(file, LARGEST_RELEASED))["cells"]
        return rubric_in(_task(cells, cell), points)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, Unreadable):
        return Rubric()


def _task(cells: list[dict[str, Any]], name: str) -> str:
    """The Markdown before the cell of that name, if there is nothing else in between."""
    before = ""
    for cell in cells:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == name:
            return before
        before = "".join(cell["source"]) if cell["cell_type"] == "markdown" else ""
    return ""


def rubric_in(task: str, points: float) -> Rubric:
    """The rubric in the Markdown of a task: its last list with as many lines as points."""
    headings = list(HEADING.finditer(task))
    heading = headings[-1][1] if headings else ""
    body = task[headings[-1].end() :] if headings else task
    criteria: tuple[Criterion, ...] = ()
    for items in _lists(body):
        if len(items) == points:
            criteria = tuple(_criterion(number, item) for number, item in enumerate(items, 1))
    return Rubric(heading, prose(body.strip(), {}), criteria)


def _lists(text: str) -> list[list[str]]:
    """The items of each numbered list; indented lines belong to the item above them."""
    lists: list[list[str]] = [[]]
    for line in text.split("\n"):
        if found := ITEM.fullmatch(line):
            lists[-1].append(found[1].strip())
        elif line.startswith("   ") and line.strip() and lists[-1]:
            lists[-1][-1] += " " + line.strip()
        elif line.strip() and lists[-1]:
            lists.append([])
    return [items for items in lists if items]


def _criterion(number: int, item: str) -> Criterion:
    title = TITLE.match(item)
    html = str(prose(item, {}))
    inline = PARAGRAPH.fullmatch(html)
    name = title[1].rstrip(" .:\N{NO-BREAK SPACE}") if title else str(number)
    return Criterion(name, Markup(inline[1]) if inline else escape(item))
