"""What learners must never get, and the search for it in files that are to be published.

One list for the wheel (hatch_build.py) and for the learners' repository. Standard library only:
the wheel is built in an environment that has nothing else. The search finds mistakes and no intent:
a secret that is encoded (base64, UTF-16), put on one line or shorter than SHORTEST passes. Which
files are published is for the lists in these two modules to say.
"""

import ast
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path, PurePosixPath

NAMES = frozenset(
    {"hidden_checks.py", "answers.py", "lesson.py", "assignment.py", "gradebook.db", "roster.csv"}
)
"""Names of files that are for authors and graders only: those of a module, and those of a class."""

PACKED = (".zip", ".tar", ".tgz", ".tar.gz", ".7z", ".xz", ".bz2")
"""How the names of archives end. They are not unpacked, so none is published."""

HIDDEN = "hidden"
"""How the names of a module's files and folders begin that only the grader reads: hidden checks,
the data beside them, and what the data were made from."""

MARKS = (
    "### BEGIN SOLUTION",
    "### BEGIN HIDDEN TESTS",
    "=== BEGIN MARK SCHEME ===",
)
"""Texts by which nbgrader finds what it has to take out of a notebook."""

KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")
"""The first line of a private key: of a school (PKCS #8), of OpenSSH, of RSA and others."""

SHORTEST = 30
"""Characters. A shorter line can occur in a released file by chance, such as `return result`."""

SAMPLE = 4
"""Of the sentences that hidden data were made from, one in this many is searched for."""

LARGEST_UNPACKED = 64 * 2**20
"""Bytes of a packed file that are searched."""

SENTENCE = re.compile(r'^ +text: "(.*)"$', re.MULTILINE)
QUOTED = re.compile(r'"(.*)"$', re.MULTILINE)
"""The string of an entry in a catalogue, once its lines are joined."""
STRING = re.compile(r'"([^"]+)"')
IMPORT = re.compile(r"from \S+ import |import \S+$")
FILLED_IN = re.compile(r"\[[^\]]*\]|\{[^}]*\}|<[^>]*>")

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
            secret |= _lines(folder / name) | lines_of_strings(folder / name)
        for name in ("lesson.py", "assignment.py"):
            ours, theirs = _divided(folder / name, public_notes)
            secret |= ours
            shown |= theirs | {each for line in theirs for each in STRING.findall(line)}
        shown |= _lines(folder / "checks.py") | lines_of_strings(folder / "checks.py")
    return frozenset(
        line for line in secret - shown if len(line) >= SHORTEST and not IMPORT.match(line)
    )


def hidden_sentences(source: Path) -> tuple[str, ...]:
    """A sample of what the comments in hidden data say, from source/*/hidden/texts/*.yml.

    Of each sentence pattern it is the longest part that is the same in all comments.
    """
    found = []
    for path in sorted(source.glob(f"*/{HIDDEN}/texts/*.yml")):
        for pattern in SENTENCE.findall(path.read_text(encoding="utf-8")):
            found.append(max(FILLED_IN.split(pattern), key=len).strip())
    return tuple(part for part in found[::SAMPLE] if len(part) >= SHORTEST)


def leaks(
    files: Mapping[str, bytes], lines: Set[str], sentences: Sequence[str] = ()
) -> Iterator[str]:
    """Describe each secret in files that are given by their paths, one line for each file.

    `lines` are those of `secret_lines`, and `sentences` those of `hidden_sentences`. Files that
    are neither UTF-8 text nor such a text packed by gzip are judged by their names only.
    """
    for path, content in files.items():
        name = PurePosixPath(path).name
        if name in NAMES or _is_hidden_data(path):
            yield f"{path}: a file of this name is for authors and graders only"
            continue
        if name.endswith(PACKED):
            yield f"{path}: an archive, which is not searched; publish what is in it, or nothing"
            continue
        try:
            text = _unpacked(content).decode()
        except (UnicodeDecodeError, OSError, EOFError, zlib.error):
            continue
        key = KEY.search(text)
        if mark := key[0] if key else next((each for each in MARKS if each in text), None):
            yield f"{path}: holds {mark!r}"
        else:
            text = _readable(path, text)
            if found := sorted(_stripped(text) & lines):
                yield f"{path}: holds a line of a solution or hidden check: {found[0]!r}"
            elif sentence := next((each for each in sentences if each in text), None):
                yield f"{path}: holds a sentence of hidden data: {sentence!r}"


def _is_hidden_data(path: str) -> bool:
    """True for data that only the grader reads, hidden-NAME, and for all in a folder hidden/."""
    *folders, name = PurePosixPath(path).parts
    data = name.startswith(f"{HIDDEN}-") and PurePosixPath(name).suffix in {".csv", ".gz"}
    return data or HIDDEN in folders


def _unpacked(content: bytes) -> bytes:
    """The content of a file packed by gzip; other files as they are."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    with gzip.open(io.BytesIO(content)) as packed:
        return packed.read(LARGEST_UNPACKED)


def _lines(path: Path) -> set[str]:
    """The lines of a file that may be missing."""
    return _stripped(path.read_text(encoding="utf-8")) if path.is_file() else set()


def _stripped(text: str) -> set[str]:
    """Lines without indentation, and without the comment sign before prose in py:percent."""
    return {line.strip().removeprefix("# ").strip() for line in text.splitlines()}


def lines_of_strings(path: Path) -> set[str]:
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


def _readable(path: str, text: str) -> str:
    """A text without what breaks its sentences: the strings of JSON and of a catalogue."""
    if path.endswith((".ipynb", ".json")):
        try:
            return "\n".join(_strings(json.loads(text)))
        except ValueError:
            pass  # Not JSON: search it as plain text.
    if path.endswith(".po"):
        strings = QUOTED.findall(text.replace('"\n"', ""))
        return "\n".join(strings).replace("\\n", "\n").replace('\\"', '"')
    return text


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
