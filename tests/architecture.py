"""The import graph of the packages: python -m tests.architecture [--root DIR] [PACKAGE ...]

Prints for each package its modules, the arrows between them, the cycles, and the levels: a module's
level is one more than the highest of those that it imports. Imports inside functions count, and so
do those for type checkers only. `--root` looks at another checkout, an earlier commit's say.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

from course.publishing.imports import Graph, graph

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("autograder", "classroom", "course")

GROUND = ("autograder",)
"""Modules directly in autograder/ that are not entry points: everything may import them."""

ENTRY_POINTS = {
    f"autograder.{name}" for name in ("__main__", "commands", "doctor", "execute", "settings")
}
"""Modules in autograder/ that people's commands and nbgrader start from."""


@dataclass(frozen=True)
class Border:
    """Modules that must not import others; both by the prefix of their names."""

    inside: tuple[str, ...]
    forbidden: tuple[str, ...]
    why: str
    except_from: tuple[str, ...] = ()


def _in(package: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{package}.{name}" for name in names)


RUNNING = _in("autograder", "sandbox", "bridge", "learner", "examiner", "advice")
"""What runs code of learners, or of a test on it."""

BORDERS = (
    Border(
        ("autograder",),
        ("course", "classroom"),
        "the grader grades any nbgrader course; what this one adds comes by an entry point",
    ),
    Border(
        ("course",),
        ("autograder", "classroom"),
        "what a learner's notebook imports grades nobody, and runs no class",
    ),
    Border(
        ("course",),
        ("course.publishing",),
        "the build is for authors; learners get no part of it",
        except_from=("course.publishing",),
    ),
    Border(
        _in("autograder", "linux"),
        _in("autograder", "records", "channel", "messages", "files", "bounded", "reasons"),
        "the layer over the kernel knows nothing of grading",
    ),
    Border(
        _in("autograder", "bridge"),
        _in("autograder", "learner", "examiner", "sandbox", "grading", "formgrader", "advice"),
        "both processes share the bridge, so it belongs to neither",
    ),
    Border(
        _in("autograder", "learner"),
        _in("autograder", "examiner", "sandbox", "grading", "formgrader", "advice"),
        "the learner's process is hostile once it has run a cell, and knows nothing of the rest",
    ),
    Border(
        _in("autograder", "examiner"),
        _in("autograder", "learner", "sandbox", "grading", "formgrader", "advice"),
        "the examiner decides, and takes nothing from the learner's side but messages",
    ),
    Border(
        _in("autograder", "sandbox"),
        _in("autograder", "grading", "formgrader", "advice"),
        "the wall does not depend on what is graded",
    ),
    Border(
        _in("autograder", "grading"),
        _in("autograder", "learner", "examiner", "formgrader", "advice"),
        "the coordinator talks to both processes through the sandbox only",
    ),
    Border(
        _in("autograder", "formgrader"),
        RUNNING,
        "pages are made of graded work and run nothing",
    ),
    Border(
        _in("classroom", "pages", "credentials", "desk", "project"),
        RUNNING,
        "what a person reads is made of files and of the gradebook; it runs nothing of a learner",
    ),
    Border(
        _in("classroom", "credentials"),
        _in("classroom", "pages"),
        "a credential comes from the gradebook alone",
    ),
    Border(
        _in("classroom", "hub", "pages", "project"),
        _in("classroom", "desk"),
        "the desk is one of the ways to call them, and none of them needs it",
    ),
)


def cycles(arrows: Graph) -> list[list[str]]:
    """The groups of modules that import each other, directly or not (Tarjan's components)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in sorted(arrows.get(name, ())):
            if other not in index:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            component = stack[stack.index(name) :]
            del stack[-len(component) :]
            if len(component) > 1:
                found.append(sorted(component))

    for name in sorted(arrows):
        if name not in index:
            visit(name)
    return found


def levels(arrows: Graph) -> dict[str, int]:
    """Each module's level; those of a cycle are on one level, as if they were one module."""
    one_of = {name: component[0] for component in cycles(arrows) for name in component}
    known: dict[str, int] = {}

    def level(name: str) -> int:
        group = one_of.get(name, name)
        if group not in known:
            members = [each for each in arrows if one_of.get(each, each) == group]
            below = {one_of.get(each, each) for member in members for each in arrows[member]}
            known[group] = 1 + max((level(each) for each in below - {group}), default=0)
        return known[group]

    return {name: level(name) for name in arrows}


def _is_below(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


def breaches(arrows: Graph) -> list[str]:
    """The imports that cross a border, and the cycles; each a line that says why."""
    found = [
        f"{name} imports {other}: {border.why}"
        for border in BORDERS
        for name, others in sorted(arrows.items())
        if _is_below(name, border.inside) and not _is_below(name, border.except_from)
        for other in sorted(others)
        if _is_below(other, border.forbidden)
    ]
    for name, others in sorted(arrows.items()):
        if is_ground(name):
            found += [
                f"{name} imports {other}: everything may import it, so it imports only its like"
                for other in sorted(others)
                if other.startswith("autograder.") and not is_ground(other)
            ]
    found += [f"a cycle of imports: {' -> '.join(cycle)}" for cycle in cycles(arrows)]
    return found


def is_ground(name: str) -> bool:
    """Whether a module is one of those that every package of the autograder may import."""
    if _is_below(name, ("autograder.linux",)):
        return True
    return (
        name.startswith("autograder.")
        and name.count(".") == 1
        and name
        not in ENTRY_POINTS
        | {
            f"autograder.{package}"
            for package in (
                "advice",
                "bridge",
                "examiner",
                "formgrader",
                "grading",
                "learner",
                "sandbox",
            )
        }
    )


def main() -> None:
    """Print the graph of each package, and what crosses a border."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("packages", nargs="*", default=PACKAGES)
    options = parser.parse_args()
    for package in options.packages:
        arrows = graph(options.root, [package])
        height = levels(arrows)
        print(
            f"{package}: {len(arrows)} modules, {sum(map(len, arrows.values()))} arrows, "
            f"{max(height.values())} levels, {len(cycles(arrows))} cycles"
        )
        for level in range(max(height.values()), 0, -1):
            print(f"  {level:>2}  {' '.join(n for n in height if height[n] == level)}")
    for breach in breaches(graph(options.root, options.packages)):
        print(breach)


if __name__ == "__main__":
    main()
