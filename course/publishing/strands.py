"""The two strands of an assignment: which exercise belongs to which, as its heading says.

A heading ends in the strand and the points: "## 3. Whom to contact (Decide, 1 point)".
"""

import re
from dataclasses import dataclass, field

from nbformat import NotebookNode

from course.start.progress import BUILD, DECIDE

HEADING = re.compile(r"^## .*\((?P<strand>Decide|Build), [\d.]+ points?\)", re.MULTILINE)


@dataclass
class Strands:
    """The points of each exercise by strand, and the texts that ask for the exercises."""

    points: dict[str, dict[str, float]] = field(default_factory=lambda: {DECIDE: {}, BUILD: {}})
    texts: dict[str, list[str]] = field(default_factory=lambda: {DECIDE: [], BUILD: []})
    without: list[str] = field(default_factory=list)
    """Exercises whose heading names no strand."""


def strands(assignment: NotebookNode) -> Strands:
    """The strands of an assignment in English."""
    found = Strands()
    strand = ""
    for cell in assignment.cells:
        if cell.cell_type == "markdown":
            for block in re.split(r"\n(?=## )", cell.source):
                if block.startswith("## "):
                    heading = HEADING.match(block)
                    strand = heading["strand"].lower() if heading else ""
                if strand:
                    found.texts[strand].append(block)
            continue
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("grade"):
            name = cell.id.removeprefix("check-")
            if strand:
                found.points[strand][name] = marks["points"]
            else:
                found.without.append(name)
    return found
