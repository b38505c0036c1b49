"""A source notebook (py:percent with our short marks) as a Jupyter notebook with stable ids.

The marks, each the metadata of a cell:
    answer="NAME"              where the learner writes the answer to an exercise
    check="NAME"               its check; its points are in checks.py
    written="NAME" points=N    a Markdown answer, graded by a person
    locked="NAME"              code that the grader takes from the source again
    folded="NAME"              code that is shown folded: a figure's, say
    id="NAME"                  a name for any other cell, where one is wanted
    note=true                  for authors: the cell is in no notebook
    facilitator=true           Markdown for facilitators: it is in their edition only
    public=true                before facilitator=true: the site's guide shows it, too
    closed=true                beside locked="NAME": code that is shown folded
"""

import re
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from course.checking.exercises import Suite
from course.publishing import PublishingError

MARKS = ("answer", "check", "written", "locked", "folded", "id")
NOTE = "note"
FACILITATOR = "facilitator"
PUBLIC = "public"
CLOSED = "closed"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
NBGRADER_SCHEMA = 3
REGION = ("BEGIN", "END")
CHECK_CALL = re.compile(r'^check\("(?P<name>[a-z0-9-]+)", [\w, ]+\)$')


LINTER_MARK = re.compile(r"  # (noqa|fmt: (skip|on|off)|type: ignore).*$", re.MULTILINE)
"""A comment for the linters of this repository, which tells a learner nothing."""


def read_notebook(path: Path, module: str, exercises: Suite | None) -> NotebookNode:
    """The notebook in a py:percent file, with our marks turned into ids and nbgrader metadata.

    `exercises` are those of the module's checks.py, for an assignment; None for a lesson,
    in which nothing is graded. Raises PublishingError with file and cell.
    """
    notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    cells = []
    namer = _Namer()
    for cell in notebook.cells:
        if NOTE in cell.metadata or FACILITATOR in cell.metadata:
            continue
        marks = {mark: cell.metadata[mark] for mark in MARKS if mark in cell.metadata}
        if len(marks) > 1:
            carried = ", ".join(f'{mark}="{name}"' for mark, name in marks.items())
            raise PublishingError(f"{path}: a cell carries {carried}; use one mark")
        mark, name = next(iter(marks.items()), ("", ""))
        make = nbformat.v4.new_markdown_cell if cell.cell_type == "markdown" else _code_cell
        made = make(source=cell.source)
        made.id = namer.name(mark, name, cell)
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", made.id):
            raise PublishingError(
                f"{path}: the name {made.id!r} of a cell must be of letters, digits and hyphens, "
                "at most 64"
            )
        _refuse_regions(path, mark, made)
        if mark == "folded" or (mark == "locked" and cell.metadata.get(CLOSED)):
            made.metadata["jupyter"] = NotebookNode(source_hidden=True)
        if mark in ("answer", "check", "written", "locked"):
            if exercises is None:
                raise PublishingError(f"{path}: cell {made.id}: a lesson has no {mark!r} cells")
            made.metadata["nbgrader"] = _nbgrader(path, mark, name, cell, exercises)
        cells.append(made)
    _refuse_twice(path, [cell.id for cell in cells])
    whole: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    whole.metadata = NotebookNode(
        ai4gov=NotebookNode(language="en", module=module),
        kernelspec=NotebookNode(KERNEL),
        language_info=NotebookNode(name="python"),
    )
    return whole


def _code_cell(source: str) -> NotebookNode:
    cell: NotebookNode = nbformat.v4.new_code_cell(source=LINTER_MARK.sub("", source))
    return cell


class _Namer:
    """Names cells so that a cell put in elsewhere leaves their names alone.

    A marked cell is named by its mark; another one by the last heading or marked cell
    before it, and by its place since then.
    """

    def __init__(self) -> None:
        self.anchor = "start"
        self.place = 0

    def name(self, mark: str, name: str, cell: NotebookNode) -> str:
        if mark:
            made = f"check-{name}" if mark == "check" else name
            self.anchor, self.place = made, 0
            return made
        heading = re.match(r"#+ (.+)", cell.source) if cell.cell_type == "markdown" else None
        if heading:
            self.anchor, self.place = _slug(heading[1]), 0
            return self.anchor
        self.place += 1
        return f"{self.anchor}-{self.place}"


def _slug(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")[:56].rstrip("-") or "heading"


def _refuse_regions(path: Path, mark: str, cell: NotebookNode) -> None:
    """Raise PublishingError where a solution would be released, or an answer has none."""
    begins, ends = (len(re.findall(rf"### {word} SOLUTION", cell.source)) for word in REGION)
    if begins != ends:
        raise PublishingError(f"{path}: cell {cell.id}: a solution is begun or ended, not both")
    if begins and mark not in ("answer", "written"):
        raise PublishingError(
            f"{path}: cell {cell.id}: a solution outside an answer would be released"
        )
    if mark in ("answer", "written") and not begins:
        raise PublishingError(f"{path}: cell {cell.id}: an answer without a marked solution")
    if "### BEGIN HIDDEN TESTS" in cell.source:
        raise PublishingError(f"{path}: cell {cell.id}: hidden tests belong into hidden_checks.py")


def _refuse_twice(path: Path, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise PublishingError(
                f"{path}: two cells are called {name!r}; give one an id of its own"
            )


def _nbgrader(
    path: Path, mark: str, name: str, cell: NotebookNode, exercises: Suite
) -> NotebookNode:
    """The metadata by which nbgrader knows a cell."""
    made = NotebookNode(
        cell_type=cell.cell_type,
        grade=mark in ("check", "written"),
        grade_id=f"check-{name}" if mark == "check" else name,
        locked=mark in ("check", "locked"),
        schema_version=NBGRADER_SCHEMA,
        solution=mark in ("answer", "written"),
        task=False,
    )
    if mark == "check":
        call = CHECK_CALL.match(cell.source)
        if not call or call["name"] != name:
            raise PublishingError(
                f'{path}: cell check="{name}" must be one line: check("{name}", value, ...)'
            )
    if mark in ("answer", "check") and name not in exercises.exercises:
        raise PublishingError(f"{path}: the exercise {name!r} is not in checks.py")
    if mark == "check":
        made.points = exercises.exercises[name].points
    if mark == "written":
        if "points" not in cell.metadata:
            raise PublishingError(f'{path}: cell written="{name}" does not say its points')
        made.points = cell.metadata["points"]
    return made


def as_text(notebook: NotebookNode) -> str:
    """A notebook as the text of an .ipynb file, the same bytes each time."""
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook)
    return text + "\n"
