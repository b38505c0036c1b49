"""What learners must never get, and the search for it in files that are to be published.

One list for the wheel (hatch_build.py) and for the learners' repository. Standard library only:
the wheel is built in an environment that has nothing else.
"""

import ast
import json
from collections.abc import Iterator, Mapping, Set
from pathlib import Path, PurePosixPath

NAMES = frozenset({"hidden_checks.py", "answers.py", "lesson.py", "assignment.py"})
"""Names of the files of a module that are for authors and graders only."""

MARKS = (
    "### BEGIN SOLUTION",
    "### BEGIN HIDDEN TESTS",
    "=== BEGIN MARK SCHEME ===",
    "-----BEGIN PRIVATE KEY-----",
)
"""Texts by which nbgrader finds what it has to take out of a notebook, and a school's key."""

SHORTEST = 30
"""Characters. A shorter line may stand in a released file by chance, such as `return result`."""

BEGIN, END = "BEGIN SOLUTION", "END SOLUTION"
CELL, FACILITATOR, PUBLIC = "# %%", "facilitator=true", "public=true"


def secret_lines(source: Path, *, public_notes: bool = False) -> frozenset[str]:
    """The lines of hidden checks, answers, solutions and facilitators' notes in source/.

    With `public_notes`, the notes that the site shows (public=true) are not among them. The lines
    are without their indentation. Left out are lines shorter than SHORTEST and lines that
    learners are shown anyway: those of visible checks, and the others of lessons and assignments.
    """
    secret: set[str] = set()
    shown: set[str] = set()
    for folder in sorted(path for path in source.glob("*") if path.is_dir()):
        for name in ("hidden_checks.py", "answers.py"):
            secret |= _lines(folder / name) | _lines_of_strings(folder / name)
        for name in ("lesson.py", "assignment.py"):
            ours, theirs = _divided(folder / name, public_notes)
            secret |= ours
            shown |= theirs
        shown |= _lines(folder / "checks.py") | _lines_of_strings(folder / "checks.py")
    return frozenset(line for line in secret - shown if len(line) >= SHORTEST)


def leaks(files: Mapping[str, bytes], lines: Set[str]) -> Iterator[str]:
    """Describe each secret in files that are given by their paths, one line for each file.

    `lines` are those of `secret_lines`. Files that are not UTF-8 text, such as compressed data,
    are judged by their names only.
    """
    for path, content in files.items():
        if PurePosixPath(path).name in NAMES:
            yield f"{path}: a file of this name is for authors and graders only"
            continue
        try:
            text = content.decode()
        except UnicodeDecodeError:
            continue
        for mark in MARKS:
            if mark in text:
                yield f"{path}: holds {mark!r}"
                break
        else:
            if found := sorted(_text_lines(path, text) & lines):
                yield f"{path}: holds a line of a solution or hidden check: {found[0]!r}"


def _lines(path: Path) -> set[str]:
    """The lines of a file that may be missing."""
    return _stripped(path.read_text(encoding="utf-8")) if path.is_file() else set()


def _stripped(text: str) -> set[str]:
    """Lines without indentation, and without the comment sign before prose in py:percent."""
    return {line.strip().removeprefix("# ").strip() for line in text.splitlines()}


def _lines_of_strings(path: Path) -> set[str]:
    """The lines of all strings in a Python file: messages, and code that is given as text."""
    if not path.is_file():
        return set()
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= _stripped(node.value)
    return found


def _divided(path: Path, public_notes: bool) -> tuple[set[str], set[str]]:
    """The lines of a notebook's source that learners do not get, and all others.

    They do not get what is inside a solution, nor cells for facilitators.
    """
    ours: list[str] = []
    theirs: list[str] = []
    if path.is_file():
        solution = note = False
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(CELL):
                note = FACILITATOR in line and not (public_notes and PUBLIC in line)
            elif BEGIN in line or END in line:
                solution = BEGIN in line
            else:
                (ours if solution or note else theirs).append(line)
    return _stripped("\n".join(ours)), _stripped("\n".join(theirs))


def _text_lines(path: str, text: str) -> set[str]:
    """The lines of a text file; of a notebook or other JSON file, those of its strings."""
    if path.endswith((".ipynb", ".json")):
        try:
            return _stripped("\n".join(_strings(json.loads(text))))
        except ValueError:
            pass  # Not JSON: search it as plain text.
    return _stripped(text)


def _strings(data: object) -> Iterator[str]:
    """All strings in JSON data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
