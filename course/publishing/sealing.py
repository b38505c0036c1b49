"""The checks as they are released: answers sealed, comments gone, the rest word for word.

Sealed are the expected values and the values of typical mistakes in expect.close,
expect.count and expect.choice. The text is changed in place, so that the result does not
depend on the version of Python that builds it.
"""

import ast
import io
import tokenize
from pathlib import Path

from course.checking.sealing import choice_token, count_token, number_token, seal
from course.publishing import PublishingError

EXPECTED = {"close": "expected", "count": "expected", "choice": "right"}
MISTAKES = {"close": "mistakes", "count": "mistakes", "choice": "wrong"}

HEAD = '''"""The checks of {module}. Answers are sealed: they can be recognised, not read."""

from course.checking import Sealed

MODULE = "{module}"

'''


def released_checks(path: Path, module: str) -> str:
    """The text of a released checks.py. Raises PublishingError with file and line."""
    source = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise PublishingError(f"{path}: line {error.lineno}: {error.msg}") from error
    text = _Text(source)
    for comment in text.comments():
        text.replace(*comment, "")
    if ast.get_docstring(tree) is not None:
        text.replace(*text.span(tree.body[0]), "")
    for function in tree.body:
        exercise = _exercise(function)
        if exercise is not None:
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and _expectation(node) in EXPECTED:
                    _seal_call(node, text, f"{module}/{exercise}", path)
    return HEAD.format(module=module) + text.edited().strip() + "\n"


def _exercise(node: ast.AST) -> str | None:
    """The name given to @exercise("name", ...), for a function that has it."""
    for decorator in getattr(node, "decorator_list", ()):
        if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "exercise":
            return ast.literal_eval(decorator.args[0])
    return None


def _expectation(call: ast.Call) -> str:
    """The name of an expectation, as in expect.close(...); empty for any other call."""
    function = call.func
    if isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "expect":
        return function.attr
    return ""


def _seal_call(call: ast.Call, text: "_Text", salt: str, path: Path) -> None:
    kind = _expectation(call)
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    expected = named.get(EXPECTED[kind]) or (call.args[1] if len(call.args) > 1 else None)
    mistakes = named.get(MISTAKES[kind]) or (call.args[2] if len(call.args) > 2 else None)
    if expected is None or not isinstance(mistakes, ast.Dict | None):
        raise PublishingError(
            f"{path}: line {call.lineno}: expect.{kind} needs its expected value, and its "
            "mistakes as a dictionary written out"
        )
    if kind == "choice" and "right" not in named:
        raise PublishingError(f"{path}: line {call.lineno}: write right= in expect.choice")
    digits = ast.literal_eval(named["digits"]) if "digits" in named else 3
    keys = [key for key in mistakes.keys if key is not None] if mistakes else []
    for node in [expected, *keys]:
        sealed = seal(_token(kind, node, digits, path), salt)
        text.replace(*text.span(node), f'Sealed("{sealed.salt}", "{sealed.digest}")')
    if kind == "choice":
        options = ", ".join(f'"{ast.literal_eval(node)}"' for node in _in_order([expected, *keys]))
        end = text.span(expected)[1]
        text.replace(end, end, f", options=[{options}]")


def _in_order(options: list[ast.expr]) -> list[ast.expr]:
    """Options by their keys, so that their order says nothing of the right one."""
    return sorted(options, key=lambda node: str(ast.literal_eval(node)))


def _token(kind: str, node: ast.expr, digits: int, path: Path) -> str:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        raise PublishingError(
            f"{path}: line {node.lineno}: an expected value must be a literal, to be sealed"
        ) from None
    if kind == "close":
        return number_token(value, digits)
    return count_token(value) if kind == "count" else choice_token(value)


class _Text:
    """Python text with places counted as `ast` counts them, and edits that do not disturb
    one another."""

    def __init__(self, source: str):
        self.lines = [line.encode() for line in source.splitlines(keepends=True)]
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.edits: list[tuple[int, int, str]] = []

    def span(self, node: ast.stmt | ast.expr) -> tuple[int, int]:
        """The first byte of a node and the one after its last."""
        assert node.end_lineno is not None and node.end_col_offset is not None
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[node.end_lineno - 1] + node.end_col_offset

    def comments(self) -> list[tuple[int, int]]:
        """The spans of all comments, each with the line break of a line it has to itself."""
        found = []
        source = b"".join(self.lines).decode()
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                row, column = token.start
                before = token.line[:column]
                start = self.starts[row - 1] + len(before.rstrip().encode())
                end = self.starts[row - 1] + len(token.line.rstrip("\n").encode())
                alone = not before.strip()
                found.append((self.starts[row - 1], self.starts[row]) if alone else (start, end))
        return found

    def replace(self, start: int, end: int, text: str) -> None:
        self.edits.append((start, end, text))

    def edited(self) -> str:
        made = b"".join(self.lines)
        for start, end, text in sorted(self.edits, key=lambda edit: edit[:2], reverse=True):
            made = made[:start] + text.encode() + made[end:]
        return made.decode()
