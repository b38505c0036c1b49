"""Attacks that reach into the grader name what it has: one that sets another name tries nothing."""

import ast
import importlib
import inspect
import types
from functools import cache
from textwrap import dedent

import pytest

from autograder.learner.process import LearnerEnd
from tests.autograder.attacks.attacks import FOLDER

CELLS = [
    pytest.param(path, tree, id=path.stem)
    for path in sorted(FOLDER.rglob("*.py"))
    if "autograder" in (text := path.read_text("utf-8"))
    for tree in [ast.parse(text)]
]


@cache
def attributes(kind: type) -> frozenset[str]:
    """The names of a class, and those that its methods set in an object."""
    found = {*dir(kind)}
    for each in kind.__mro__[:-1]:
        for node in ast.walk(ast.parse(dedent(inspect.getsource(each)))):
            is_set = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
            if is_set and isinstance(node.value, ast.Name) and node.value.id == "self":
                found.add(node.attr)
    return frozenset(found)


def imported(tree: ast.AST) -> dict[str, object]:
    """What the cells import of the grader, by the name that they give it."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder"):
            module = importlib.import_module(node.module)
            for each in node.names:
                own = hasattr(module, each.name)
                inner = f"{node.module}.{each.name}"
                value = getattr(module, each.name) if own else importlib.import_module(inner)
                found[each.asname or each.name] = value
        elif isinstance(node, ast.Import):
            for each in node.names:
                if each.name.startswith("autograder"):
                    found[each.asname or "autograder"] = importlib.import_module(each.name)
    return found


def missing(tree: ast.AST) -> list[str]:
    """The attributes of what was imported, and of the learner's end, that there are not."""
    names = imported(tree)
    found = []

    def value_of(node: ast.AST) -> object:
        """What an expression stands for; None where that is not known."""
        if isinstance(node, ast.Name):
            return names.get(node.id)
        owner = value_of(node.value) if isinstance(node, ast.Attribute) else None
        if not isinstance(owner, types.ModuleType | type):
            return None
        if not hasattr(owner, node.attr):
            found.append(ast.unparse(node))
        return getattr(owner, node.attr, None)

    ends = [LearnerEnd]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = value_of(node.value)
            if isinstance(node.ctx, ast.Store) and isinstance(owner, type):
                ends.append(owner)
            value_of(node)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            is_end = node.value.id in ("self", "link")
            if is_end and not any(node.attr in attributes(each) for each in ends):
                found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize(("path", "tree"), CELLS)
def test_an_attack_names_only_what_the_grader_has(path, tree):
    assert missing(tree) == [], path


@pytest.mark.parametrize(
    "source",
    [
        "from autograder.learner import process as p\np.LearnerEnd._packed = 5",
        "from autograder.learner import process as p\np.run_cells = 5",
        "from autograder.learner import process\ndef f(self):\n    self.pending.append(1)",
    ],
)
def test_a_name_that_the_grader_does_not_have_is_found(source):
    assert missing(ast.parse(source)) != []
