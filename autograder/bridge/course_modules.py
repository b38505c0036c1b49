"""Modules that came with an assignment: both processes have them, with the instructor's code.

An instance of a class of such a module crosses by value if its attributes are plain, a function
by its name. Global variables that the module's functions change (a counter, a list of marks) are
copied as data. The code that a test runs is always the examiner's own.
"""

import ast
import importlib
import sys
import types
from collections.abc import Callable, Mapping
from typing import Any

from autograder.text import words

known: dict[str, list[str]] = {}
"""By module, the global names that its functions change. Set once in each process."""

CHANGING = words(
    "add append appendleft clear difference_update discard extend extendleft insert "
    "intersection_update pop popitem popleft remove reverse rotate setdefault sort subtract "
    "symmetric_difference_update update"
)
"""Methods of containers that change them."""


def modules_in(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The modules among the files of an assignment, each with the names that its functions change.

    Parameters
    ----------
    files : mapping
        Content by path in the assignment's folder. A file that Python cannot parse is left out.
    """
    found = {}
    for path, content in files.items():
        parts = path.removesuffix(".py").split("/")
        if not path.endswith(".py") or not all(part.isidentifier() for part in parts):
            continue
        if parts[-1] == "__init__":
            parts.pop()
        try:
            tree = ast.parse(content)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        if parts:
            found[".".join(parts)] = sorted(_changed_names(tree))
    return found


def _changed_names(tree: ast.Module) -> set[str]:
    """The names bound at a module's top level that its functions bind anew or change in place."""
    bound = {
        each.id
        for node in tree.body
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
    changed: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for each in ast.walk(node):
                changed |= _changed_by(each)
    return bound & changed


def _changed_by(node: ast.AST) -> set[str]:
    """The name that an assignment, a deletion or a method changes; or the names of a `global`."""
    if isinstance(node, ast.Global):
        return set(node.names)
    owner: ast.AST | None = None
    if isinstance(node, ast.Subscript | ast.Attribute) and not isinstance(node.ctx, ast.Load):
        owner = node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = node.func.value if node.func.attr in CHANGING else None
    while isinstance(owner, ast.Subscript | ast.Attribute):
        owner = owner.value
    return {owner.id} if isinstance(owner, ast.Name) else set()


def is_of_course(kind: Any) -> bool:
    """Whether a class or function claims to come from one of these modules."""
    return isinstance(getattr(kind, "__module__", None), str) and kind.__module__ in known


def owned(module: object, name: object, kinds: type | types.UnionType) -> Any:
    """This process's own class or function by its qualified name; None if there is none."""
    if not isinstance(module, str) or not isinstance(name, str) or module not in known:
        return None
    try:
        found: Any = importlib.import_module(module)
    except Exception:
        return None
    for part in name.split("."):
        found = vars(found).get(part) if isinstance(found, types.ModuleType | type) else None
    is_own = isinstance(found, kinds) and found.__module__ == module
    return found if is_own and found.__qualname__ == name else None


def name_of(function: object) -> list[str] | None:
    """Module and qualified name of a function of these modules; None for any other value."""
    if type(function) is not types.FunctionType or not is_of_course(function):
        return None
    module, name = function.__module__, function.__qualname__
    return [module, name] if owned(module, name, types.FunctionType) is function else None


def crosses_by_value(value: object) -> bool:
    """Whether an object's class is of these modules, and has all its state in attributes."""
    kind = type(value)
    if not is_of_course(kind) or owned(kind.__module__, kind.__qualname__, type) is not kind:
        return False
    if type(kind) is not type or not all(is_of_course(each) for each in kind.__mro__[:-1]):
        return False
    special = ("__slots__", "__getstate__", "__reduce__", "__reduce_ex__", "__del__", "__new__")
    return not any(name in vars(each) for each in kind.__mro__[:-1] for name in special)


def state() -> dict[str, dict[str, object]]:
    """The variables that the functions of loaded modules change, by module and name."""
    return {
        module: {name: vars(loaded)[name] for name in names if name in vars(loaded)}
        for module, names in known.items()
        if names and isinstance(loaded := sys.modules.get(module), types.ModuleType)
    }


def restore(received: object, is_plain: Callable[[object], bool]) -> None:
    """Copy the other process's `state` into the modules here, except values that are not plain."""
    for module, values in received.items() if isinstance(received, dict) else ():
        for name, value in values.items() if isinstance(values, dict) else ():
            if name in known.get(module, ()) and is_plain(value):
                setattr(importlib.import_module(module), name, value)


def has_state() -> bool:
    """Whether the modules have variables to copy."""
    return any(known.values())
