"""Which cells of the notebook have run last, and which of them stopped with an error.

`check` looks here before it judges an answer: after an error in the answer cell, its names may
still hold the values of an earlier run. In a kernel, IPython's `post_run_cell` event records the
runs. A grader, which runs checks in another process than the learner's cells, records them itself.
"""

import ast
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

LONGEST_SOURCE = 20_000
"""Characters of a failed cell, and of its error, that are kept to explain the error."""

LONGEST_READ = 200_000
"""A cell with more characters is read by lines: a parser takes long for what is hostile."""

DEFINED = re.compile(r"(?:async )?(?:def|class) (\w+)")
NAME = re.compile(r"[^\W\d][\w-]*")


@dataclass(frozen=True)
class Failure:
    """A cell that stopped with an error: the error's class and text, and the cell's source."""

    kind: str
    text: str
    source: str = ""


@dataclass(frozen=True)
class _CellRun:
    place: int
    failure: Failure | None
    cell_id: str


class Runs:
    """The last run of each cell, by its id, and of each name, by the last cell that bound it."""

    def __init__(self) -> None:
        self._count = 0
        self._by_cell: dict[str, _CellRun] = {}
        self._by_name: dict[str, _CellRun] = {}
        self._overwritten: dict[str, str] = {}

    def record(self, source: str, failure: Failure | None = None, cell_id: str = "") -> None:
        """Note that a cell has run, with the error that stopped it, if any."""
        self._count += 1
        run = _CellRun(self._count, failure, cell_id)
        if cell_id:
            self._by_cell[cell_id] = run
        for name in names_bound(source):
            self._by_name[name] = run
            self._overwritten.pop(name, None)
        if found := overwriting(source[:LONGEST_READ]):
            self._overwritten[found[0]] = found[1]

    def overwritten(self) -> tuple[str, str] | None:
        """A table of which a column was written over by mistake, and the line that did it."""
        return next(iter(self._overwritten.items()), None)

    def failure(self, cell_id: str, names: Iterable[str]) -> Failure | None:
        """The error after which one of the names has no new value; None if there is none.

        `cell_id` is the answer cell's. Of its last run and the last run of a cell that binds the
        name, the later one counts.
        """
        of_cell = self._by_cell.get(cell_id)
        for name in [*names] or [""]:
            of_name = self._by_name.get(name)
            last = max(filter(None, (of_cell, of_name)), key=lambda run: run.place, default=None)
            if last is not None and last.failure is not None:
                return last.failure
        return None

    def outdated(self, cell_id: str, names: Iterable[str]) -> str | None:
        """The first name that an earlier run of this cell has bound, and its last run has not."""
        of_cell = self._by_cell.get(cell_id)
        for name in names if of_cell else ():
            of_name = self._by_name.get(name)
            if of_name and of_name.cell_id == cell_id and of_name is not of_cell:
                return name
        return None

    def names(self) -> set[str]:
        """All names that a cell has bound, or tried to bind."""
        return {*self._by_name}


runs = Runs()
"""The runs of this process's notebook."""

_left_to_grader = False


def leave_to_grader() -> None:
    """Ignore IPython's events: this process runs test cells, and a grader records the others."""
    global _left_to_grader
    _left_to_grader = True


def watch(shell: Any) -> None:
    """Record each cell that an IPython shell runs."""
    shell.events.register("post_run_cell", _ran)


def _ran(result: Any) -> None:
    info = getattr(result, "info", None)
    if _left_to_grader or info is None:
        return
    error = result.error_before_exec or result.error_in_exec
    failure = None if error is None else failure_of(error, info.raw_cell)
    # Only some front ends send the id of a cell, JupyterLab among them.
    runs.record(info.raw_cell, failure, getattr(info, "cell_id", None) or "")


def failure_of(error: BaseException, source: str) -> Failure:
    """The failure of a cell that this exception has stopped."""
    try:
        text = str(error)
    except Exception:
        text = ""
    return Failure(type(error).__name__, text[:LONGEST_SOURCE], source[:LONGEST_SOURCE])


def running() -> str:
    """The source of the cell that runs now; empty outside a notebook."""
    # Do not import IPython: in a notebook it is loaded already.
    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython else None
    cells = shell.user_ns.get("In") if shell is not None else None
    return cells[-1] if isinstance(cells, list) and cells else ""


def arguments_of_check(source: str, exercise: str) -> list[str]:
    """The names that a cell hands to `check` for an exercise, in their order."""
    with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Call(ast.Name("check"), [ast.Constant(value), *answers]):
                    if value == exercise:
                        inside = [part for answer in answers for part in ast.walk(answer)]
                        return [part.id for part in inside if isinstance(part, ast.Name)]
    return []


def names_bound(source: str) -> set[str]:
    """The names that a cell binds at its top level; read by lines where Python cannot read it.

    A name is read with `_` in place of `-` too: beginners write hyphens in names.
    """
    if len(source) <= LONGEST_READ:
        with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            return _bound_in(ast.parse(source))
    found: set[str] = set()
    for line in source[:LONGEST_READ].splitlines():
        if defined := DEFINED.match(line.strip()):
            found.add(defined[1])
        for name in NAME.findall(_assigned_to(line)):
            found |= {name.replace("-", "_"), *name.split("-")}
    return {name for name in found if name.isidentifier()}


def _bound_in(tree: ast.AST) -> set[str]:
    """The names that code binds outside of the functions, classes and comprehensions in it."""
    found: set[str] = set()
    nodes = [tree]
    while nodes:
        node = nodes.pop()
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                found.add(node.name)
                continue
            case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp():
                continue
            case ast.GeneratorExp():
                continue
            case ast.Name(ctx=ast.Store()):
                found.add(node.id)
            case ast.alias():
                found.add(node.asname or node.name.partition(".")[0])
        nodes += ast.iter_child_nodes(node)
    return found


def _assigned_to(line: str) -> str:
    """What comes before the sign of an assignment in a line; empty if there is none."""
    left, sign, right = line.partition("=")
    compares = right.startswith("=") or left.endswith(("<", ">", "!"))
    if not sign or compares or left.count("(") != left.count(")") or {*left} & {*"#\"'"}:
        return ""
    # An annotation, as in `share: float = 0.5`, binds nothing.
    return left.partition(":")[0].rstrip("+-*/%&|^@ \t")


def overwriting(source: str) -> tuple[str, str] | None:
    """The table and the line where a second `=` has written a text or a number over a column."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    for statement in statements:
        match statement:
            case ast.Assign([_, ast.Subscript(ast.Name(table))], ast.Constant()):
                return table, ast.get_source_segment(source, statement) or ""
    return None
