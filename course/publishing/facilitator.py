"""The facilitator's edition: a page for each module, from cells that its notebooks leave out.

Such a cell is Markdown with the mark facilitator=true, in lesson.py or assignment.py. The page
shows it under the heading of the learners' text that it follows. Learners do not get these pages.

Plans and group activities have the mark public=true, too: the guide on the site shows them, and
nothing else of these pages.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import jupytext

from course.language import Translations
from course.publishing.catalogue import HEADING, Texts, blocks, translate_markdown
from course.publishing.source import FACILITATOR, PUBLIC
from course.syllabus import Module


@dataclass(frozen=True)
class FacilitatorNote:
    """What a facilitator reads at one place of a lesson or an assignment."""

    file: str
    """lesson.py or assignment.py."""
    heading: str
    """The heading above it, as learners read it in English; empty at the beginning."""
    text: str
    """Markdown in English."""
    is_public: bool = False
    """Whether the site shows it."""


def read_notes(folder: Path, names: Iterable[str]) -> list[FacilitatorNote]:
    """The notes in a module's files, in their order."""
    found = []
    for name in names:
        path = folder / name
        if not path.is_file():
            continue
        heading = ""
        for cell in jupytext.reads(path.read_text("utf-8"), fmt="py:percent").cells:
            if FACILITATOR in cell.metadata:
                found.append(FacilitatorNote(name, heading, cell.source, PUBLIC in cell.metadata))
            elif cell.cell_type == "markdown":
                for block in blocks(cell.source):
                    if mark := HEADING.match(block):
                        heading = mark[2]
    return found


def texts(notes: Iterable[FacilitatorNote]) -> Texts:
    """The texts of the notes, for translators."""
    found = Texts()
    for note in notes:
        found.add_markdown(note.text, note.file)
    return found


def page(
    module: Module,
    notes: Iterable[FacilitatorNote],
    time: str,
    known: Translations,
    translate: Callable[[str], str],
    remark: str | None = None,
) -> str:
    """A module's page for facilitators, in Markdown.

    `remark` replaces the sentence that the page holds answers. `known` are the
    translations of the notes and of the module's headings; `translate` is for the texts of the
    build.
    """
    t = translate  # By this name, calls with a literal are found for the translators.
    parts = [
        f"# {module.number} {translate(module.title)}",
        f"*{translate(module.decision)}*",
        time,
        remark or t("For facilitators. This page holds answers: learners do not get it."),
    ]
    titles = {"lesson.py": t("In the lesson"), "assignment.py": t("In the assignment")}
    file = heading = ""
    for note in notes:
        if note.file != file:
            file, heading = note.file, ""
            parts.append(f"## {titles[file]}")
        if note.heading != heading:
            heading = note.heading
            parts.append(f"### {known.get((None, heading), heading)}")
        parts.append(translate_markdown(note.text, known))
    return "\n\n".join(parts) + "\n"
