"""How many minutes a module takes, by a formula fitted to measured times.

Thirteen modules were tried by readers who were new to them (November 2026); the formula was fitted
to their times by least squares with no negative terms. It misses the measured time of a lesson by
3 minutes on average, that of the Decide exercises with the note by 4, and that of the Build
exercises by 11. Results are multiples of 5. Measure again, and fit again, when lessons change in
kind.
"""

import re

from nbformat import NotebookNode

from course.publishing.strands import strands
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
A_BUILD_POINT = 7.0

TIME = "{{time}}"
"""The paragraph of a lesson in whose place the build writes the times."""

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
NOT_READ = re.compile(r"<!--.*?-->|\]\([^)]*\)|^## Sources\n.*", re.DOTALL | re.MULTILINE)


def estimate(lesson: NotebookNode, assignment: NotebookNode | None) -> dict[str, int]:
    """Minutes for the `lesson`, for `decide` with the note, and for the whole `assignment`."""
    code = [cell for cell in lesson.cells if cell.cell_type == "code"]
    shown = [cell for cell in code if not cell.metadata.get("jupyter", {}).get("source_hidden")]
    minutes = {
        "lesson": words(_prose(lesson)) / WORDS_A_MINUTE
        + A_FIGURE * sum("show(" in cell.source for cell in code)
        + A_SELF_CHECK * sum(cell.source.startswith("check(") for cell in code)
        + A_LINE_OF_CODE * sum(len(cell.source.splitlines()) for cell in shown)
    }
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
