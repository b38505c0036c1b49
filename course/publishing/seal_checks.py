"""Make the released checks.py: seal the answers, remove comments, keep all other text.

Sealed are the expected values and the values of typical mistakes in expect.close, expect.share,
expect.count and expect.choice. Messages stay readable, because learners have the catalogues too:
those about mistakes, and the sentence that says why a right answer is right. The text is changed
in place, so that the result does not depend on the version of Python that builds it.
"""

import ast
import io
import json
import re
import tokenize
from pathlib import Path
from types import UnionType
from typing import Any

from course.checking.sealing import choice_token, count_token, number_token, seal
from course.publishing import PublishingError

EXPECTED = {"close": "expected", "share": "expected", "count": "expected", "choice": "right"}
MISTAKES = {"close": "mistakes", "share": "mistakes", "count": "mistakes", "choice": "wrong"}

HEAD = '''"""The checks of {module}. Answers are hidden from a glance."""

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
    _refuse_other_names(tree, path)
    text = _Text(source)
    for comment in text.comments():
        text.replace(*comment, "")
    if ast.get_docstring(tree) is not None:
        text.replace(*text.span(tree.body[0]), "")
    sealed: set[ast.AST] = set()
    for function in tree.body:
        exercise = _exercise(function, path)
        if exercise is None:
            continue
        if isinstance(function, ast.FunctionDef) and ast.get_docstring(function) is not None:
            text.replace(*text.span(function.body[0]), "pass")
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and _compares(node):
                _seal_call(node, text, f"{module}/{exercise}", path)
                sealed.add(node)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _compares(node) and node not in sealed:
            raise PublishingError(
                f"{path}: line {node.lineno}: expect.{_expectation(node)} outside an exercise "
                "cannot be sealed; move it into the function of its exercise"
            )
    return HEAD.format(module=module) + text.edited().strip() + "\n"


def _refuse_other_names(tree: ast.Module, path: Path) -> None:
    """`expect` must be used as expect.NAME(...): under another name its answers stay unsealed."""
    used = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            renamed = any(each.name == "expect" and each.asname for each in node.names)
            wrong = renamed or node.module == "course.checking.expect"
        elif isinstance(node, ast.Import):
            wrong = any(each.name.startswith("course.checking") for each in node.names)
        elif isinstance(node, ast.Name) and node.id == "expect":
            wrong = id(node) not in used
        elif isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "expect":
            wrong = id(node) not in called
        else:
            continue
        if wrong:
            raise PublishingError(
                f"{path}: line {node.lineno}: write `from course.checking import expect` and "
                "expect.close(...) in full, or its answers cannot be sealed"
            )


def _exercise(node: ast.AST, path: Path) -> str | None:
    """The name given to @exercise("name", ...), for a function that has it."""
    for decorator in getattr(node, "decorator_list", ()):
        if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "exercise":
            named = [each.value for each in decorator.keywords if each.arg == "name"]
            name = next(iter([*decorator.args, *named]), None)
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                return name.value
            raise PublishingError(
                f"{path}: line {decorator.lineno}: the name of an exercise must be a literal, "
                'as in @exercise("gap")'
            )
    return None


def _expectation(call: ast.Call) -> str:
    """The name of an expectation, as in expect.close(...); empty for any other call."""
    function = call.func
    if isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "expect":
        return function.attr
    return ""


def _compares(call: ast.Call) -> bool:
    """Whether a call holds answers: expect.share(value) alone holds none."""
    kind = _expectation(call)
    only_form = kind == "share" and len(call.args) + len(call.keywords) == 1
    return kind in EXPECTED and not only_form


def _seal_call(call: ast.Call, text: "_Text", salt: str, path: Path) -> None:
    kind = _expectation(call)
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    expected = named.get(EXPECTED[kind]) or (call.args[1] if len(call.args) > 1 else None)
    mistakes = named.get(MISTAKES[kind]) or (call.args[2] if len(call.args) > 2 else None)
    spread = isinstance(mistakes, ast.Dict) and None in mistakes.keys
    if expected is None or spread or not isinstance(mistakes, ast.Dict | None):
        raise PublishingError(
            f"{path}: line {call.lineno}: expect.{kind} needs its expected value, and its "
            "mistakes as a dictionary written out"
        )
    if kind == "choice" and "right" not in named:
        raise PublishingError(f"{path}: line {call.lineno}: write right= in expect.choice")
    digits = _value(named["digits"], int, path) if "digits" in named else 3
    keys = [key for key in mistakes.keys if key is not None] if mistakes else []
    for node in [expected, *keys]:
        sealed = seal(_token(kind, node, digits, path), salt)
        text.replace(*text.span(node), f'Sealed("{sealed.salt}", "{sealed.digest}")')
    if kind == "choice" and "options" not in named:
        # By their keys, so that their order says nothing of the right one.
        listed = sorted(_value(node, str, path) for node in [expected, *keys])
        options = ", ".join(json.dumps(option, ensure_ascii=False) for option in listed)
        end = text.span(expected)[1]
        text.replace(end, end, f", options=[{options}]")


def _token(kind: str, node: ast.expr, digits: int, path: Path) -> str:
    if kind in ("close", "share"):
        return number_token(_value(node, int | float, path), digits)
    if kind == "count":
        return count_token(_value(node, int, path))
    return choice_token(_value(node, str, path))


def _value(node: ast.expr, wanted: type | UnionType, path: Path) -> Any:
    """The value of a literal in the code. Raises PublishingError unless it is a `wanted` one."""
    try:
        value = ast.literal_eval(node)
    except ValueError:
        value = None
    if not isinstance(value, wanted) or isinstance(value, bool):
        names = str(getattr(wanted, "__name__", wanted)).replace(" | ", " or ")
        raise PublishingError(
            f"{path}: line {node.lineno}: a literal of the type {names} is required here, "
            "to be sealed"
        )
    return value


class _Text:
    """Python text with places counted as `ast` counts them, and edits that do not disturb
    one another."""

    def __init__(self, source: str):
        # Lines as Python counts them: other line breaks can occur inside a text.
        self.lines = [line.encode() for line in re.findall(r"[^\n]*\n|[^\n]+", source)]
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
        """The spans of all comments; one alone on its line includes the end of the line."""
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
