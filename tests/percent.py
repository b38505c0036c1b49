"""Reads test material in jupytext's py:percent form: a sentence, then named cells.

    # %% [markdown]
    # opens the gradebook and gives points in it

    # %% start parts="look"
    attempt(rob)

Such a file can be opened as a notebook, formatted by ruff and searched. A cell marked `[raw]` is
commented out line by line: for text that is no Python.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

MARKER = re.compile(
    r"# %%(?: (?P<name>[\w-]+))?(?: \[(?P<kind>markdown|raw)\])?(?P<options>(?: \w+=\"[^\"]*\")*)"
)


class MaterialError(ValueError):
    """A file of test material is not of the form that its reader expects: one line, with place."""


@dataclass(frozen=True)
class Cell:
    """One cell: its name, its options, and its source without blank lines at either end."""

    name: str
    source: str
    place: str
    """The file and the line of the cell's marker, for error messages."""
    options: dict[str, str] = field(default_factory=dict)

    def require_options(self, *known: str) -> None:
        """Raises MaterialError for an option that is not in `known`."""
        for option in self.options:
            if option not in known:
                wanted = ", ".join(known) or "none"
                raise MaterialError(f"{self.place}: unknown option {option!r}; known: {wanted}")


@dataclass(frozen=True)
class Material:
    """What one file holds."""

    path: Path
    sentence: str
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        return self.path.stem

    def sources(self, *known: str) -> dict[str, str]:
        """The sources of plain cells by name.

        Raises MaterialError for a name that is not in `known`, a name that occurs twice, or an
        option.
        """
        found: dict[str, str] = {}
        for cell in self.cells:
            if cell.name not in known:
                raise MaterialError(
                    f"{cell.place}: unknown cell {cell.name!r}; known: {', '.join(known)}"
                )
            if cell.name in found:
                raise MaterialError(f"{cell.place}: a second cell {cell.name!r}")
            cell.require_options()
            found[cell.name] = cell.source
        return found


def read(path: Path) -> Material:
    """The sentence and the cells of a file.

    Raises MaterialError, naming file and line, when the file does not begin with a Markdown cell
    of one sentence, when a marker cannot be read, or when a raw cell has an uncommented line.
    """
    blocks: list[tuple[int, re.Match[str], list[str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line == "# %%" or line.startswith("# %% "):
            marker = MARKER.fullmatch(line)
            if marker is None:
                raise MaterialError(f"{path}:{number}: cannot read the cell marker {line!r}")
            blocks.append((number, marker, []))
        elif blocks:
            blocks[-1][2].append(line)
        elif line.strip():
            raise MaterialError(f"{path}:{number}: text before the first cell marker")
    if not blocks or blocks[0][1]["kind"] != "markdown":
        raise MaterialError(f"{path}:1: must begin with a cell '# %% [markdown]' of one sentence")
    cells = [
        Cell(
            marker["name"] or "",
            _uncommented(lines, path, number) if marker["kind"] else "\n".join(lines).strip("\n"),
            f"{path}:{number}",
            dict(re.findall(r'(\w+)="([^"]*)"', marker["options"])),
        )
        for number, marker, lines in blocks
    ]
    sentence = " ".join(cells[0].source.split())
    if not sentence:
        raise MaterialError(f"{path}:1: the first cell holds no sentence")
    return Material(path, sentence, tuple(cells[1:]))


def files(folder: Path) -> list[Path]:
    """The .py files of a folder, by name; MaterialError when there are none."""
    if not (paths := sorted(folder.glob("*.py"))):
        raise MaterialError(f"{folder}: holds no .py files")
    return paths


def _uncommented(lines: list[str], path: Path, number: int) -> str:
    for place, line in enumerate(lines, number + 1):
        if line and not line.startswith("#"):
            raise MaterialError(f"{path}:{place}: a line of a text cell must begin with '# '")
    return "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines).strip("\n")
