"""How many minutes a module takes, by a formula fitted to measured times.

Thirteen modules were tried by readers who were new to them (November 2026); the formula was fitted
to their times by least squares with no negative terms. It misses the measured time of a lesson by
3 minutes on average, that of the Decide exercises with the note by 4, and that of the Build
exercises by 11. Results are multiples of 5. Measure again, and fit again, when lessons change in
kind.
"""

import re

from nbformat import NotebookNode

from course.publishing.strands import HEADING, strands
from course.start.progress import BUILD

WORDS_A_MINUTE = 300
A_FIGURE = 2.0
A_SELF_CHECK = 5.0
A_LINE_OF_CODE = 0.075
"""For code that is not folded."""
DECIDE_AND_NOTE = 40.0
"""Of which the note takes 25 to 30."""
DECIDE_WORDS_A_MINUTE = 55
"""Of the assignment's text without the Build exercises."""
A_NOTE = 27.5
"""Of DECIDE_AND_NOTE, for the text that a person reads."""
A_BUILD_POINT = 7.0

TIME = "{{time}}"
"""The paragraph of a lesson in whose place the build writes the times."""

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
NOT_READ = re.compile(r"<!--.*?-->|\]\([^)]*\)|^## Sources\n.*", re.DOTALL | re.MULTILINE)


MIDDLE = (0.35, 0.65)
"""Between these shares of the time, a heading is a place to stop."""


def halfway(notebook: NotebookNode) -> tuple[str, float] | None:
    """The heading nearest to the middle of a notebook: its cell's id, and the share of the time.

    None where no heading is near the middle.
    """
    times = [_minutes_of(cell) for cell in notebook.cells]
    whole = sum(times)
    found = [
        (sum(times[:place]) / whole, cell.id)
        for place, cell in enumerate(notebook.cells)
        if cell.cell_type == "markdown" and cell.source.startswith("## ")
    ]
    middle = [each for each in found if MIDDLE[0] <= each[0] <= MIDDLE[1]]
    if not middle:
        return None
    share, cell = min(middle, key=lambda each: abs(each[0] - 0.5))
    return cell, share


def by_cell(notebook: NotebookNode, whole: float) -> list[float]:
    """The minutes of each cell of a notebook in English, which together take `whole`.

    The Build exercises of an assignment take none: `whole` is the time without them.
    """
    times, strand = [], ""
    for cell in notebook.cells:
        heading = cell.cell_type == "markdown" and re.search(r"^## .*", cell.source, re.MULTILINE)
        if heading:
            found = HEADING.match(heading[0])
            strand = found["strand"].lower() if found else ""
        is_note = cell.cell_type == "markdown" and "nbgrader" in cell.metadata
        times.append(A_NOTE if is_note else 0.0 if strand == BUILD else _minutes_of(cell))
    return [time * whole / sum(times) for time in times]


def _minutes_of(cell: NotebookNode) -> float:
    """A reader's time for one cell, by the figures of a lesson."""
    if cell.cell_type != "code":
        return words(cell.source) / WORDS_A_MINUTE
    hidden = cell.metadata.get("jupyter", {}).get("source_hidden")
    source = str(cell.source)
    return (
        A_FIGURE * ("show(" in source)
        + A_SELF_CHECK * source.startswith("check(")
        + A_LINE_OF_CODE * (0 if hidden else len(source.splitlines()))
    )


def estimate(lesson: NotebookNode, assignment: NotebookNode | None) -> dict[str, int]:
    """Minutes for the `lesson`, for `decide` with the note, and for the whole `assignment`."""
    minutes = {"lesson": sum(map(_minutes_of, lesson.cells))}
    if assignment is not None:
        by_strand = strands(assignment)
        built = sum(words(text) for text in by_strand.texts[BUILD])
        read = words(_prose(assignment)) - built
        minutes["decide"] = DECIDE_AND_NOTE + read / DECIDE_WORDS_A_MINUTE
        points = sum(by_strand.points[BUILD].values())
        minutes["assignment"] = minutes["decide"] + A_BUILD_POINT * points
    return {kind: 5 * round(number / 5) for kind, number in minutes.items()}


def words(text: str) -> int:
    """The words of a Markdown text, without addresses, comments and the list of sources."""
    return len(WORD.findall(NOT_READ.sub("", text)))


def _prose(notebook: NotebookNode) -> str:
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
