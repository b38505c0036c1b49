"""The import graph of packages, read from their code without running it.

Imports inside functions count. `graph` is what a reader of the code depends on; `needed` is what
runs, so imports for type checkers count in the first only.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

Graph = dict[str, set[str]]
"""The modules that each module imports, by dotted names; those of the same packages only."""

Taken = tuple[str, str]
"""A module that code imports, and the name that it takes from it; no name for `import module`."""


def modules(root: Path, package: str) -> dict[str, Path]:
    """The modules of a package by their dotted names; a package's own name is its __init__."""
    found = {}
    for path in sorted((root / package).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it."""
    for module, name in _taken(path.read_text(encoding="utf-8")):
        yield module
        if name:
            yield f"{module}.{name}"


def graph(root: Path, packages: Iterable[str], at_run_time: bool = False) -> Graph:
    """Who imports whom, among the modules of the packages.

    `from package import module` is an import of the module, not of the package's __init__. At run
    time, imports for type checkers do not count, and a name that a package imports at its first use
    is an import of the module that has it.
    """
    known = {name: path for package in packages for name, path in modules(root, package).items()}
    found: Graph = {}
    for importer, path in known.items():
        homes = set()
        for module, name in _taken(path.read_text(encoding="utf-8"), at_run_time):
            home = _home(known, module, name)
            if at_run_time and home == module and home in known:
                code = known[home].read_text(encoding="utf-8")
                home = _home(known, *_postponed(code).get(name, (home, "")))
            homes.add(home)
        found[importer] = homes & known.keys() - {importer}
    return found


def needed(
    root: Path, package: str, sources: Iterable[str], cut: tuple[str, str] | None = None
) -> dict[str, Path]:
    """The modules of a package that run when the code in `sources` does, or may run.

    With a module, the __init__ of each package above it runs. A name that a package imports at its
    first use (by `__getattr__`, from the module that its TYPE_CHECKING block states) leads to that
    module only. Imports from the first package of `cut` into the second are not followed.
    """
    known = modules(root, package)
    inside, beyond = (f"{each}." for each in cut) if cut else ("", "")
    found: dict[str, Path] = {}
    pending = [each for source in sources for each in _taken(source, at_run_time=True)]
    while pending:
        module, name = pending.pop()
        home = _home(known, module, name)
        if home not in known:
            continue
        if home == module:
            postponed = _postponed(known[home].read_text(encoding="utf-8"))
            pending += [
                each for bound, each in postponed.items() if bound == name or name in ("", "*")
            ]
        parts = home.split(".")
        for above in (".".join(parts[: end + 1]) for end in range(len(parts))):
            if above in known and above not in found:
                found[above] = known[above]
                pending += [
                    each
                    for each in _taken(known[above].read_text(encoding="utf-8"), at_run_time=True)
                    if not (cut and above.startswith(inside) and ".".join(each).startswith(beyond))
                ]
    return found


def _home(known: Iterable[str], module: str, name: str) -> str:
    """The module that is imported: a module of a package, or the one that a name is taken from."""
    return whole if name and (whole := f"{module}.{name}") in known else module


@cache
def _taken(code: str, at_run_time: bool = False) -> tuple[Taken, ...]:
    found: list[Taken] = []
    pending: list[ast.AST] = [ast.parse(code)]
    while pending:
        node = pending.pop()
        if at_run_time and isinstance(node, ast.If) and _is_for_types(node):
            pending += node.orelse
        elif isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            if node.module and not node.level:
                found += [(node.module, alias.name) for alias in node.names]
        else:
            pending += ast.iter_child_nodes(node)
    return tuple(found)


@cache
def _postponed(code: str) -> dict[str, Taken]:
    """What a package imports only when somebody asks it for the name."""
    body = ast.parse(code).body
    if not any(isinstance(node, ast.FunctionDef) and node.name == "__getattr__" for node in body):
        return {}
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for block in body
        if isinstance(block, ast.If) and _is_for_types(block)
        for node in block.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def _is_for_types(node: ast.If) -> bool:
    return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
