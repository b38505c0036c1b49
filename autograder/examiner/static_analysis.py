"""What the instructor's notebook and test cells tell by their source, of which nothing is run.

What a name in a test is, whether a learner's class may compare, what a test puts in a module.
"""

import ast
import re
import symtable
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from autograder.bridge.proxy import LIBRARIES
from autograder.records import SourceCell
from autograder.text import words

JUDGES = LIBRARIES | words("math cmath statistics random itertools functools operator re json")
"""Libraries that tests compare and compute with."""


@dataclass
class SourceFacts:
    """What the instructor's cells import, bind, read and define.

    `own` are imports of setup cells, and of JUDGES in others; `given` are the functions and
    constants of the setup that are bound nowhere else, as source: a learner's name does not hide
    them. `shared` are all other imports. `written` are the names that a test shares with the
    learner's code; `methods` those of each class. `bound` are the global names that a cell binds,
    and `mentions` the words in what binds each. `swallowing` are the names of what may be a
    context manager that ends an exception. `changed` are the global names that functions of the
    cells assign.
    """

    own: dict[str, tuple[str, str]] = field(default_factory=dict)
    shared: dict[str, tuple[str, str]] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    methods: dict[str, set[str]] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    bound: set[str] = field(default_factory=set)
    mentions: dict[str, set[str]] = field(default_factory=dict)
    swallowing: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, cells: Sequence[SourceCell]) -> "SourceFacts":
        """Learn from the source cells, each with its kind."""
        known = cls()
        bound: list[str] = []
        for cell in cells:
            if cell.kind == "test" or (tree := parsed(cell.source)) is None:
                continue
            for node in ast.walk(tree):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    for name, source in imports_of(node).items():
                        own = _is_own(cell.kind, *source)
                        (known.own if own else known.shared)[name] = source
                elif isinstance(node, ast.ClassDef):
                    known.methods[node.name] = _methods(node)
            here = list(_global_bindings(tree))
            bound += here
            known.bound |= {*here}
            known.written |= _globals(tree)
            known.changed |= {
                name
                for node in ast.walk(tree)
                if isinstance(node, ast.Global)
                for name in node.names
            }
            known.learn(tree)
            if cell.kind == "setup":
                judges = {n for n, (module, _) in known.own.items() if _is_judge(module)}
                known.given |= _given(tree, judges)
        known.given = {
            name: source for name, source in known.given.items() if bound.count(name) == 1
        }
        for name in bound:
            known.own.pop(name, None)
        known.written -= {*known.own, *known.shared}
        return known

    def learn(self, tree: ast.Module) -> None:
        """Keep which words the definitions of a cell mention, be it a test cell."""
        for node in tree.body:
            mentioned = {
                getattr(each, "id", None)
                or getattr(each, "attr", None)
                or getattr(each, "name", None)
                for each in ast.walk(node)
                if isinstance(each, ast.Name | ast.Attribute | ast.ClassDef | ast.FunctionDef)
            }
            swallows = any(map(_swallows, ast.walk(node)))
            for name in _bound_by(node):
                self.mentions.setdefault(name, set()).update(filter(None, mentioned))
                if swallows:
                    self.swallowing.add(name)

    def reached_from(self, words: frozenset[str]) -> frozenset[str]:
        """These words, and all that the definitions behind them mention, however indirectly."""
        found, waiting = set(words), list(words)
        while waiting:
            new = self.mentions.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return frozenset(found)


def _bound_by(node: ast.stmt) -> set[str]:
    """The names that a statement at the top level of a cell binds."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return set()
    return {
        each.id
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }


def _global_bindings(node: ast.AST, declared: set[str] | None = None) -> Iterator[str]:
    """The global names that a cell binds, once for each place; imports are left out.

    A local name of a function, class or comprehension hides nothing from a test. `declared` are
    the names that the function or class around declares global; None outside of one.
    """

    def is_global(name: str) -> bool:
        return declared is None or name in declared

    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load) and is_global(node.id):
        yield node.id
    inner = declared
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        if is_global(node.name):
            yield node.name
        inner = {
            name for each in ast.walk(node) if isinstance(each, ast.Global) for name in each.names
        }
    for name, value in ast.iter_fields(node):
        if isinstance(node, ast.comprehension) and name == "target":
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _global_bindings(child, inner)


def parsed(source: str) -> ast.Module | None:
    """The tree of a cell, with its magics taken out; None if it has none."""
    from IPython.core.inputtransformer2 import TransformerManager

    with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.parse(TransformerManager().transform_cell(source))
    return None


def _globals(tree: ast.Module) -> set[str]:
    """The global names that a cell binds or reads, in its functions too."""
    top = symtable.symtable(ast.unparse(tree), "<cell>", "exec")
    found, waiting = {symbol.get_name() for symbol in top.get_symbols()}, top.get_children()
    while waiting:
        scope = waiting.pop()
        found |= {symbol.get_name() for symbol in scope.get_symbols() if symbol.is_global()}
        waiting += scope.get_children()
    return found


TYPE_HINT = (
    ast.Expression, ast.Name, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.Constant,
    ast.BinOp, ast.BitOr, ast.Load,
)  # fmt: skip
"""What makes up the text of an annotation, beside the texts in `Literal`."""


def is_type_hint(value: object) -> bool:
    """Whether a value, if it is a text, only names types: evaluating it calls nothing."""
    if not isinstance(value, str):
        return True
    try:
        tree = ast.parse(value.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    literals = {
        id(each)
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal")
        for each in ast.walk(node.slice)
    }
    return all(
        isinstance(node, TYPE_HINT)
        and not getattr(node, "attr", "").startswith("_")
        and (id(node) in literals or is_type_hint(getattr(node, "value", None)))
        for node in ast.walk(tree)
    )


FIXED = (
    ast.Constant, ast.UnaryOp, ast.BinOp, ast.Tuple,
    ast.operator, ast.unaryop, ast.expr_context,
)  # fmt: skip
"""What makes up an expression whose value nothing can change, in place neither."""


def _is_fixed(node: ast.expr | None) -> bool:
    return node is not None and all(isinstance(each, FIXED) for each in ast.walk(node))


def _is_of_judges(node: ast.expr | None, names: set[str]) -> bool:
    """Whether a value compares or computes, and depends on nothing of the learner's.

    A judge's name, an attribute of one or of a unittest.TestCase, a TestCase, a lambda, a
    `functools.partial` of such values and of constants, or a tuple of them.
    """

    def is_sound(each: ast.expr) -> bool:
        return _is_fixed(each) or _is_of_judges(each, names)

    if isinstance(node, ast.Lambda):
        return True
    if isinstance(node, ast.Tuple):
        return all(map(is_sound, node.elts))
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "partial":
        return all(map(is_sound, [*node.args, *(each.value for each in node.keywords)]))
    while isinstance(node, ast.Attribute):
        node = node.value
    if isinstance(node, ast.Call):
        return not (node.args or node.keywords) and ast.unparse(node.func).endswith("TestCase")
    return isinstance(node, ast.Name) and node.id in names


def _given(tree: ast.Module, judges: set[str]) -> dict[str, str]:
    """The functions of a cell that change no global name, its constants, and judges' names.

    `judges` are the names of judges' modules.
    """
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            if not any(isinstance(each, ast.Global) for each in ast.walk(node)):
                found[node.name] = ast.unparse(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and (
            _is_fixed(node.value) or _is_of_judges(node.value, {*found, *judges})
        ):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for each in (each for target in targets for each in ast.walk(target)):
                if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
                    found[each.id] = ast.unparse(node)
    return found


def _is_judge(module: str) -> bool:
    return module.partition(".")[0] in JUDGES | {"unittest"}


def _is_own(kind: str, module: str, name: str) -> bool:
    """Whether an import of the instructor's is the examiner's, whatever the learner has there.

    A function that a solution imports may be one that the learner is asked to write.
    """
    judge = _is_judge(module)
    is_module = not name or f"{module}.{name}" in sys.modules
    return kind == "setup" or (judge and (kind != "solution" or is_module))


def imports_of(node: ast.Import | ast.ImportFrom) -> dict[str, tuple[str, str]]:
    if isinstance(node, ast.ImportFrom):
        if node.level or not node.module:
            return {}
        return {each.asname or each.name: (node.module, each.name) for each in node.names}
    return {
        each.asname or each.name.partition(".")[0]: (
            each.name if each.asname else each.name.partition(".")[0],
            "",
        )
        for each in node.names
    }


def _methods(node: ast.ClassDef) -> set[str]:
    found = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
    found |= {
        target.id
        for each in node.body
        if isinstance(each, ast.Assign)
        for target in each.targets
        if isinstance(target, ast.Name)
    }
    decorators = " ".join(map(ast.unparse, node.decorator_list))
    # What @dataclass makes itself compares with its like only, and a test has none of those.
    if "total_ordering" in decorators:
        found |= {"__lt__", "__le__", "__gt__", "__ge__"}
    return found


def _swallows(node: ast.AST) -> bool:
    """Whether a piece of the source may be what has a context manager end an exception."""
    if isinstance(node, ast.FunctionDef) and node.name == "__exit__":
        given = [each.value for each in ast.walk(node) if isinstance(each, ast.Return)]
        return any(value and getattr(value, "value", True) for value in given)
    if isinstance(node, ast.Try):
        return bool(node.handlers) and any(isinstance(each, ast.Yield) for each in ast.walk(node))
    name = getattr(node, "id", None) or getattr(node, "attr", None)
    return name in ("suppress", "ExitStack")


def words_in(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d]\w*", source))


def modules_in(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom) and each.module and not each.level:
            yield each.module


def patched(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The places in modules that a test puts something in: the owner as it is written, and a name.

    By `patch("module.name")`, `patch.object(module, "name")`, `setattr`, or by assigning.
    """
    for each in ast.walk(node):
        if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store):
            yield ast.unparse(each.value), each.attr
        elif isinstance(each, ast.Call):
            called = ast.unparse(each.func).rpartition(".")[2]
            texts = [arg.value for arg in each.args[:2] if isinstance(arg, ast.Constant)]
            if not texts or not isinstance(texts[0], str):
                continue
            if called == "patch":
                owner, _, name = texts[0].rpartition(".")
                yield owner, name
            elif called in ("object", "setattr") and len(each.args) > 1:
                yield ast.unparse(each.args[0]), texts[0]
