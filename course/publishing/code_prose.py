"""Comments and docstrings in code that learners read and write: found, and put into a language.

Comments are found with `tokenize` and docstrings with `ast`. All other code stays the same, so a
notebook runs, and is graded, alike in every language.
"""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterator
from typing import NamedTuple

from nbformat import NotebookNode

from course.publishing import PublishingError

NOT_PROSE = re.compile(r"(fmt|noqa|type)\b|[\w.]+\(.*\)$")
"""Comments that are for programs, and a call to be made without its sign."""

QUOTES = '"""'


class Prose(NamedTuple):
    """A comment or a docstring: its text, and where it is in the lines of the code, from 0."""

    text: str
    first: tuple[int, int]
    last: tuple[int, int]


def is_read(cell: NotebookNode) -> bool:
    """Whether a code cell is one that learners are to read: an answer's, or one shown open.

    Locked code is taken from the source again when it is graded.
    """
    marks = cell.metadata.get("nbgrader")
    if cell.cell_type != "code":
        return False
    if marks:
        return bool(marks["solution"])
    return not cell.metadata.get("jupyter", {}).get("source_hidden", False)


def prose_in(source: str, place: str) -> list[Prose]:
    """The comments and docstrings of a cell outside its solution, in the order of the text."""
    plain = without_magics(source)
    try:
        found = [*_docstrings(plain), *_comments(plain)]
    except (SyntaxError, tokenize.TokenError) as error:
        raise PublishingError(f"{place}: not valid Python ({error})") from error
    solved = _solved(plain)
    return sorted(
        (each for each in found if each.first[0] not in solved), key=lambda each: each.first
    )


def translate_code(source: str, translate: Callable[[str], str], place: str) -> str:
    """The code of a cell with its comments and docstrings translated.

    Raises PublishingError where a translation would change more than these.
    """
    lines = source.split("\n")
    for text, (row, start), (last, end) in reversed(prose_in(source, place)):
        written = translate(text)
        lines[row : last + 1] = [lines[row][:start] + written + lines[last][end:]]
    made = "\n".join(lines)
    if _without_prose(made) != _without_prose(source):
        raise PublishingError(f"{place}: a translated comment or docstring changes the code")
    return made


def without_magics(source: str) -> str:
    """Code as Python reads it: with `pass` in place of IPython's lines, such as `%pip install`."""
    return re.sub(r"^(\s*)[%!].*$", r"\1pass", source, flags=re.MULTILINE)


def _comments(source: str) -> Iterator[Prose]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        text = token.string.lstrip("# ")
        if token.type != tokenize.COMMENT or NOT_PROSE.match(text) or not _has_words(text):
            continue
        row, end = token.end[0] - 1, token.end[1]
        yield Prose(text, (row, end - len(text)), (row, end))


def _docstrings(source: str) -> Iterator[Prose]:
    lines = source.split("\n")
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        match node.body[0]:
            case ast.Expr(ast.Constant(str(text))) as held:
                pass
            case _:
                continue
        # The columns of `ast` count bytes; before the quotes there are only spaces.
        row, start = held.lineno - 1, held.col_offset + len(QUOTES)
        last = row + text.count("\n")
        end = len(text.rpartition("\n")[2]) + (start if last == row else 0)
        written = "\n".join(lines[row : last + 1])[held.col_offset :]
        if _has_words(text) and written.startswith(QUOTES + text + QUOTES):
            yield Prose(text, (row, start), (last, end))


def _has_words(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", text))


def _solved(source: str) -> set[int]:
    """The lines from the begin to the end of solutions."""
    found, inside = set(), False
    for row, line in enumerate(source.split("\n")):
        inside = inside or "BEGIN SOLUTION" in line
        if inside:
            found.add(row)
        inside = inside and "END SOLUTION" not in line
    return found


def _without_prose(source: str) -> str:
    """What Python makes of code, without docstrings; empty where it cannot be read."""
    try:
        tree = ast.parse(without_magics(source))
    except SyntaxError:
        return ""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
            node.body[0] = ast.Pass()
    return ast.dump(tree)
