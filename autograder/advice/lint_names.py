"""Resolve the names in an assignment's cells, for the rules in lint_tests.

Whose a name is and what it may hold is read from the source; nothing is run.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.examiner.static_analysis import FIXED, SourceFacts, imports_of, parsed
from autograder.records import SOLUTION, TEST, SourceCell
from autograder.text import words

FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FOREIGN = words("torch tensorflow jax polars astropy pint uncertainties")
"""Libraries whose objects have operators and do not cross by value."""


def at_module_level(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a cell in the order of the source, without bodies of functions and the like."""
    yield tree
    if not isinstance(tree, SCOPES + COMPREHENSIONS):
        for child in ast.iter_child_nodes(tree):
            yield from at_module_level(child)


def bound(tree: ast.AST) -> set[str]:
    """The global names that a cell binds, imports included."""
    found: set[str] = set()
    for node in at_module_level(tree):
        if isinstance(node, FUNCTION | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= set(imports_of(node))
    return found


def assigned(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Each global name that a cell assigns to on its own, with the expression."""
    for node in at_module_level(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value
        elif (
            isinstance(node, ast.AnnAssign | ast.NamedExpr)
            and isinstance(node.target, ast.Name)
            and node.value is not None
        ):
            yield node.target.id, node.value


def names_in(*nodes: ast.AST) -> set[str]:
    """The names that are read in pieces of source."""
    return {
        each.id
        for node in nodes
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)
    }


def read_first(tree: ast.AST) -> list[str]:
    """The global names that a cell reads before it binds them, in the order of the source.

    What a function reads counts where it is defined.
    """
    visitor = _ReadFirst()
    visitor.visit(tree)
    return list(visitor.found)


class _ReadFirst(ast.NodeVisitor):
    """Visits a cell in the order in which it runs; each `if` and loop as if all of it ran."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}
        self.known: set[str] = set()

    def _visit(self, *parts: Any) -> None:
        for part in parts:
            for node in part if isinstance(part, list) else [part]:
                if node is not None:
                    self.visit(node)

    def _within(self, local: set[str], *parts: Any) -> None:
        """Visit a scope of its own, whose local names hide global ones."""
        before = self.known
        self.known = before | local
        self._visit(*parts)
        self.known = before

    def visit_Name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.known.add(node.id)
        elif node.id not in self.known:
            self.found[node.id] = None

    def visit_Assign(self, node: ast.Assign) -> None:
        self._visit(node.value, node.targets)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name) and node.target.id not in self.known:
            self.found[node.target.id] = None
        self._visit(node.value, node.target)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._visit(node.annotation, node.value)
        if node.value is not None:
            self.visit(node.target)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._visit(node.value, node.target)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self._visit(node.iter, node.target, node.body, node.orelse)

    visit_AsyncFor = visit_For

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        self.known |= {node.name} if node.name else set()
        self.generic_visit(node)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        self.known |= set(imports_of(node))

    visit_ImportFrom = visit_Import

    def _visit_function(self, node: Any) -> None:
        given = node.args
        self._visit(getattr(node, "decorator_list", []), given.defaults, given.kw_defaults)
        local = {each.arg for each in ast.walk(given) if isinstance(each, ast.arg)}
        body = node.body if isinstance(node.body, list) else [node.body]
        declared = {
            name for each in body for one in ast.walk(each) if isinstance(one, ast.Global)
            for name in one.names
        }  # fmt: skip
        self.known |= {node.name} if hasattr(node, "name") else set()
        self._within(local | (set().union(*map(bound, body)) - declared), body)

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = _visit_function

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._visit(node.decorator_list, node.bases, node.keywords)
        self._within(set(), node.body)
        self.known.add(node.name)

    def _visit_comprehension(self, node: Any) -> None:
        first, *others = node.generators
        self._visit(first.iter)
        targets = [each.target for each in node.generators]
        local = {each.id for one in targets for each in ast.walk(one) if isinstance(each, ast.Name)}
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        conditions = [each for one in node.generators for each in one.ifs]
        self._within(local, [each.iter for each in others], conditions, results)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_comprehension


def root(node: ast.AST | None) -> str:
    """The name at the left end of `name.attribute[item](...)`; empty for anything else."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Await):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def dotted(node: ast.AST) -> str:
    """`module.name` as it is written; empty for an expression that is not a chain of names."""
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return node.id if isinstance(node, ast.Name) else ""


@dataclass
class Known:
    """The names that the cells of an assignment bind, test cells excepted."""

    instructor: SourceFacts
    answers: set[str] = field(default_factory=set)
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    values: dict[str, list[ast.expr]] = field(default_factory=dict)
    computed: set[str] = field(default_factory=set)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)
    only_solution: set[str] = field(default_factory=set)
    files: frozenset[str] = frozenset()
    seeds: bool = False

    @classmethod
    def read(cls, cells: Sequence[SourceCell], files: frozenset[str]) -> "Known":
        known = cls(SourceFacts.read(cells), files=files)
        setup: set[str] = set()
        for cell in cells:
            tree = parsed(cell.source) if cell.kind != TEST else None
            if tree is None:
                continue
            known._read(tree, cell.kind)
            if cell.kind != SOLUTION:
                setup |= bound(tree)
        own = known.instructor
        known.computed = setup - known.answers - set(known.imports) - set(own.given) - set(own.own)
        known.computed -= set(known.functions) | set(known.classes)
        return known

    def _read(self, tree: ast.Module, kind: str) -> None:
        imported: dict[str, tuple[str, str]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                imported |= imports_of(node)
            elif isinstance(node, ast.Call) and dotted(node.func).endswith("random.seed"):
                self.seeds = True
        elsewhere = set(self.imports) - self.only_solution
        self.imports |= imported
        if kind != SOLUTION:
            self.only_solution -= set(imported)
            return
        self.only_solution |= set(imported) - elsewhere
        self.answers |= bound(tree) - set(imported)
        for name, value in assigned(tree):
            self.values.setdefault(name, []).append(value)
        for node in at_module_level(tree):
            if isinstance(node, ast.FunctionDef):
                self.functions[node.name] = node
            elif isinstance(node, ast.ClassDef):
                self.classes[node.name] = node

    # Kinds of expressions

    def kind_of(self, node: ast.AST, local: dict[str, list[ast.expr]] | None = None) -> str:
        """The class of the learner's whose object an expression is, if that can be seen."""
        return self._kind_of(node, local or {}, frozenset())

    def _kind_of(
        self, node: ast.AST, local: dict[str, list[ast.expr]], seen: frozenset[str]
    ) -> str:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id
            if name in self.classes:
                return name
            if name in self.functions and name not in seen:
                returned = [
                    each.value
                    for each in ast.walk(self.functions[name])
                    if isinstance(each, ast.Return) and each.value
                ]
                kinds = {self._kind_of(each, {}, seen | {name}) for each in returned}
                return kinds.pop() if len(kinds) == 1 else ""
        elif isinstance(node, ast.Name) and node.id not in seen:
            values = local.get(node.id) or self.values.get(node.id, [])
            kinds = {self._kind_of(each, local, seen | {node.id}) for each in values}
            return kinds.pop() if len(kinds) == 1 else ""
        elif isinstance(node, ast.BinOp):
            left = self._kind_of(node.left, local, seen)
            method = f"__{OPERATORS.get(type(node.op), '')}__"
            return left if left and self.has(left, method) else ""
        return ""

    def has(self, kind: str, *methods: str) -> bool:
        """Whether a class of the solution's, or one that it is derived from, has a method."""
        waiting, seen = [kind], set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            if self.instructor.methods.get(name, set()) & set(methods):
                return True
            if name in self.classes:
                waiting += [root(base) for base in self.classes[name].bases]
        return False

    def bases(self, kind: str) -> set[str]:
        """The last parts of the names of all classes that a class is derived from."""
        found: set[str] = set()
        waiting = [kind]
        while waiting:
            name = waiting.pop()
            for base in self.classes[name].bases if name in self.classes else ():
                last = ast.unparse(base).rpartition(".")[2]
                if last not in found:
                    found.add(last)
                    waiting.append(last)
        return found

    def is_foreign(self, name: str, seen: frozenset[str] = frozenset()) -> str:
        """The library without values here by which a name of the solution's is computed."""
        for used in sorted(set().union(*map(names_in, self.values.get(name, ())))):
            module = self.imports.get(used, ("", ""))[0].partition(".")[0]
            if module in FOREIGN:
                return module
            inner = "" if used in {*seen, name} else self.is_foreign(used, seen | {name})
            if inner:
                return inner
        return ""


OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "truediv", ast.Mod: "mod",
    ast.FloorDiv: "floordiv", ast.Pow: "pow", ast.MatMult: "matmul", ast.BitAnd: "and",
    ast.BitOr: "or", ast.BitXor: "xor", ast.LShift: "lshift", ast.RShift: "rshift",
    ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge",
}  # fmt: skip
MIRRORED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le", "eq": "eq", "ne": "ne"}


class TestCell:
    """A test cell, its names, and the cells that run after it."""

    __test__ = False

    def __init__(
        self, cell: SourceCell, tree: ast.Module, known: Known, later: Sequence[SourceCell]
    ):
        self.name: str = cell.id
        self.source: str = cell.source
        self.tree = tree
        self.nodes = list(ast.walk(tree))
        self.level = list(at_module_level(tree))
        self.later = later
        self.bound = bound(tree)
        self.values: dict[str, list[ast.expr]] = {}
        for name, value in assigned(tree):
            self.values.setdefault(name, []).append(value)
        self.imports: dict[str, tuple[str, str]] = {}
        for node in self.nodes:
            if isinstance(node, ast.Import | ast.ImportFrom):
                self.imports |= imports_of(node)
        self.answers = known.answers - (self.bound - set(read_first(tree)))
        self.calls = [node for node in self.nodes if isinstance(node, ast.Call)]
        self.parents = {child: node for node in self.nodes for child in ast.iter_child_nodes(node)}

    def uses(self, *nodes: ast.AST) -> bool:
        """Whether something of the learner's is named in pieces of the test."""
        return bool(names_in(*nodes) & self.answers)

    def calls_answer(self, *nodes: ast.AST) -> bool:
        """Whether something of the learner's is called in pieces of the test."""
        return any(
            isinstance(each, ast.Call) and root(each.func) in self.answers
            for node in nodes
            for each in ast.walk(node)
        )

    def observed(self, *nodes: ast.AST) -> bool:
        """Whether pieces of the test are computed from something of the learner's."""
        names = names_in(*nodes)
        return bool(names & self.answers) or any(
            self.uses(value) for name in names for value in self.values.get(name, ())
        )

    def comparisons(self) -> Iterator[tuple[ast.expr, ast.expr, ast.AST]]:
        """Each pair of expressions that is compared, with the piece of source that compares."""
        for node in self.nodes:
            if isinstance(node, ast.Compare):
                sides = [node.left, *node.comparators]
                for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
                    if isinstance(operator, tuple(COMPARED)):
                        yield left, right, node
            elif isinstance(node, ast.Call) and len(node.args) > 1:
                name = dotted(node.func).rpartition(".")[2]
                if name in COMPARING or name.startswith("assert"):
                    yield node.args[0], node.args[1], node


COMPARED = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)
COMPARING = frozenset({"allclose", "isclose", "array_equal", "equals", "array_equiv"})


def is_plain(node: ast.expr | None, local: dict[str, list[ast.expr]] | None = None) -> bool:
    """Whether an expression is a literal, or a name for one."""
    if isinstance(node, ast.Name):
        values = (local or {}).get(node.id, [])
        return bool(values) and all(map(is_plain, values))
    displays = (*FIXED, ast.List, ast.Dict, ast.Set)
    return node is not None and all(isinstance(each, displays) for each in ast.walk(node))
