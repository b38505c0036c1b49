"""A search for answers in published files, by what stands in source/ and nowhere else.

It shares no code with course/publishing/secrets.py, which is to be tested by it.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import polib

SHORTEST = 25
"""Characters without blanks. Shorter lines are the same in many programs."""
REGION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
NOTE = re.compile(r"^# %%[^\n]*facilitator=true\n(.*?)(?=^# %%|\Z)", re.DOTALL | re.MULTILINE)


def squeezed(line: str) -> str:
    """A line without blanks, comment signs and the escapes of a string in a string."""
    return re.sub(r"[\s\\]|^\s*# ", "", line)


def needles(source: Path) -> dict[str, set[str]]:
    """For each module and kind of secret, the lines that learners must not find."""
    modules = sorted(path.parent for path in source.glob("*/checks.py"))
    # What learners are shown anyway: lessons, visible checks and the questions.
    shown = "\n".join(
        squeezed(line)
        for module in modules
        for text in (
            NOTE.sub("", text_of(module / "lesson.py")),
            (module / "checks.py").read_text(),
            "\n".join(strings_of(module / "checks.py")),
            NOTE.sub("", REGION.sub("", text_of(module / "assignment.py"))),
        )
        for line in text.splitlines()
    )
    # The names of the fields of artefacts are in the package that learners have.
    fields = (source.parent / "course" / "dossier").rglob("*.py")
    shown += "".join(squeezed(path.read_text()) for path in fields)
    found: dict[str, set[str]] = {}
    for module in (each for each in modules if (each / "assignment.py").is_file()):
        hidden, answers = module / "hidden_checks.py", module / "answers.py"
        texts = {
            "solutions": REGION.findall(text_of(module / "assignment.py")),
            "notes": NOTE.findall(text_of(module / "lesson.py"))
            + NOTE.findall(text_of(module / "assignment.py")),
            "answers": strings_of(answers),
            "hidden checks": [hidden.read_text(), *strings_of(hidden)] if hidden.exists() else [],
        }
        for kind, each in texts.items():
            lines = {squeezed(line) for text in each for line in text.splitlines()}
            found[f"{module.name}: {kind}"] = {
                line for line in lines if len(line) >= SHORTEST and line not in shown
            }
    return found


def text_of(path: Path) -> str:
    """A file's text; empty where there is no file."""
    return path.read_text() if path.is_file() else ""


def strings_of(path: Path) -> list[str]:
    """All strings in a Python file: messages, and answers that are given as text."""
    nodes = ast.walk(ast.parse(path.read_text()))
    constants = (node.value for node in nodes if isinstance(node, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


def haystack(folder: Path) -> str:
    """Each different line of all text files below a folder, without blanks."""
    lines: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and ".git" not in path.relative_to(folder).parts:
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                binary = path.suffix in (".gz", ".woff2", ".ttf")
                assert binary, f"{path} is no text and is not looked at"
                continue
            lines |= squeezed_lines(path.suffix, text)
    return "\n".join(sorted(lines))


@cache
def squeezed_lines(suffix: str, text: str) -> frozenset[str]:
    """The lines of a text, and of the strings that notebooks and catalogues hold."""
    parts: Iterable[str] = [text]
    if suffix in (".ipynb", ".json"):
        parts = json_strings(json.loads(text))
    elif suffix == ".po":
        parts = (each for entry in polib.pofile(text) for each in entry_texts(entry))
    return frozenset(squeezed(line) for part in parts for line in part.splitlines())


def entry_texts(entry: polib.POEntry) -> Iterator[str]:
    yield from (entry.msgid, entry.msgstr, entry.comment, entry.tcomment)


def json_strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from json_strings(value)
    elif isinstance(data, list):
        # A notebook's text may be a list of lines.
        if data and all(isinstance(each, str) for each in data):
            yield "".join(data)
        for value in data:
            yield from json_strings(value)
