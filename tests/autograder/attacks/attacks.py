"""Builds attacks from files of cells, and keeps the list of all attacks.

Most attacks are py:percent files, `cells/KIND/NAME.py`: one sentence of what the attack tries, then
the cells that a learner hands in. A cell's title is its place in the notebook (PLACES); a cell with
`file="PATH"` is a file beside the notebook; `parts="look connect"` puts `cells/parts/look.py` and
`cells/parts/connect.py` in front of a cell. Attacks that change notebooks or folders, and attacks
that differ in one value only, are made by the modules `attacks_by_*`.

They run in boxes on this machine only. Facts that an attacker could have found out (where the
course lies, which port listens) are given as marks, such as "@COURSE@"; `assignment.hand_in`
replaces them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from nbformat import NotebookNode

from tests.autograder.attacks.assignment import ANSWERS, HONEST, Attack
from tests.autograder.attacks.kinds import Kind
from tests.percent import Cell, MaterialError, files, read

FOLDER = Path(__file__).parent / "cells"
PARTS = FOLDER / "parts"
PLACES = ("start", *ANSWERS, "end")
"""Where a cell can stand: in place of an answer, or before or after all answers."""

Edit = Callable[[NotebookNode], None]
Rearrange = Callable[[Path, Path], None]

_made: list[Attack] = []


def attack(
    kind: Kind,
    name: str,
    tries: str,
    cells: dict[str, str] | None = None,
    *,
    files: dict[str, bytes] | None = None,
    edit: Edit | None = None,
    folder: Rearrange | None = None,
) -> None:
    """Add an attack that is made in Python; `cells` are sources by place."""
    _made.append(
        Attack(name, kind, tries, cells or {}, files or {}, edit=edit, folder=folder, due=HONEST)
    )


@cache
def part(name: str) -> str:
    """A source that several attacks use, from cells/parts/.

    Raises MaterialError when there is no such part.
    """
    path = PARTS / f"{name}.py"
    if not path.is_file():
        known = ", ".join(each.stem for each in files(PARTS))
        raise MaterialError(f"{path}: no such part; known: {known}")
    return read(path).sources("part")["part"]


def filled(name: str, **values: str) -> str:
    """A part with source texts in place of names, each of which must occur in it."""
    source = part(name)
    for word, value in values.items():
        pattern = rf"\b{word}\b"
        if not re.search(pattern, source):
            raise MaterialError(f"{PARTS / name}.py: {word} does not occur")
        source = re.sub(pattern, value.replace("\\", r"\\"), source)
    return source


def joined(*sources: str) -> str:
    """Sources as one cell."""
    return "\n".join(sources)


def from_file(path: Path, kind: Kind) -> Attack:
    """Read an attack; MaterialError, with file and line, where its cells are not those of one."""
    material = read(path)
    cells: dict[str, str] = {}
    beside: dict[str, bytes] = {}
    for cell in material.cells:
        if "file" in cell.options:
            cell.require_options("file")
            beside[cell.options["file"]] = f"{cell.source}\n".encode() if cell.source else b""
        elif cell.name not in PLACES:
            known = ", ".join(PLACES)
            raise MaterialError(f"{cell.place}: unknown place {cell.name!r}; known: {known}")
        elif cell.name in cells:
            raise MaterialError(f"{cell.place}: a second cell {cell.name!r}")
        else:
            cells[cell.name] = _with_parts(cell)
    if not (cells or beside):
        raise MaterialError(f"{path}: an attack without cells")
    return Attack(material.name, kind, material.sentence, cells, beside)


def _with_parts(cell: Cell) -> str:
    cell.require_options("parts")
    try:
        parts = [part(name) for name in cell.options.get("parts", "").split()]
    except MaterialError as error:
        raise MaterialError(f"{cell.place}: {error}") from None
    return joined(*parts, cell.source)


def from_files() -> list[Attack]:
    """All attacks that are files; MaterialError for a folder that is no kind."""
    kinds = {kind.folder: kind for kind in Kind}
    found = []
    for folder in sorted(FOLDER.iterdir()):
        if folder == PARTS:
            continue
        if folder.name not in kinds:
            raise MaterialError(f"{folder}: no kind of this name; known: {', '.join(kinds)}")
        found += [from_file(path, kinds[folder.name]) for path in files(folder)]
    return found


def in_order(attacks: Iterable[Attack]) -> list[Attack]:
    """Attacks by kind and name; MaterialError when two have one name."""
    order = {kind: place for place, kind in enumerate(Kind)}
    found: dict[str, Attack] = {}
    for each in attacks:
        if each.name in found:
            raise MaterialError(f"two attacks are named {each.name}")
        found[each.name] = each
    return sorted(found.values(), key=lambda each: (order[Kind(each.kind)], each.name))


def everything() -> list[Attack]:
    """The attacks of all files and of all modules that were imported."""
    return in_order([*from_files(), *_made])
