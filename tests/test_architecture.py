"""Who may import whom; `python -m tests.architecture` shows the graph."""

import subprocess
import sys
from copy import deepcopy

import pytest

from course.publishing.imports import graph, imports, modules
from tests.architecture import BORDERS, PACKAGES, ROOT, breaches, cycles, is_ground

INSTRUCTORS_ONLY = {"nbgrader", "nbconvert", "jupytext", "tqdm", "bleach", "nh3", "babel"}
GRAPH = graph(ROOT, PACKAGES)
LEARNERS = {
    name: path
    for name, path in modules(ROOT, "course").items()
    if not name.startswith("course.publishing")
}


def first_below(prefix: str) -> str:
    """A module of a package, or the module itself."""
    return next(name for name in sorted(GRAPH, reverse=True) if name.startswith(prefix))


def test_no_import_crosses_a_border_and_there_are_no_cycles():
    assert breaches(GRAPH) == []


@pytest.mark.parametrize("border", BORDERS, ids=lambda border: ",".join(border.inside))
def test_an_import_across_a_border_is_found(border):
    for forbidden in border.forbidden:
        arrows = deepcopy(GRAPH)
        importer, imported = first_below(border.inside[0]), first_below(forbidden)
        if importer.startswith("course.publishing"):
            importer = "course.start.opening"
        arrows[importer].add(imported)
        assert any(f"{importer} imports {imported}: " in each for each in breaches(arrows))


def test_what_everything_may_import_imports_no_package():
    ground = sorted(name for name in GRAPH if is_ground(name))
    assert {"autograder.records", "autograder.errors", "autograder.channel"} <= set(ground)
    arrows = deepcopy(GRAPH)
    arrows["autograder.records"].add("autograder.grading.run")
    found = breaches(arrows)
    assert any("autograder.records imports autograder.grading.run" in each for each in found)


def test_a_cycle_is_found_however_long_it_is():
    arrows = deepcopy(GRAPH)
    arrows["autograder.text"].add("autograder.commands")
    assert [each for each in breaches(arrows) if each.startswith("a cycle of imports")]
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]


@pytest.mark.parametrize("name", LEARNERS)
def test_what_learners_import_needs_no_instructors_package(name):
    imported = {each.split(".")[0] for each in imports(LEARNERS[name])}
    assert not imported & INSTRUCTORS_ONLY


@pytest.mark.parametrize("heavy", ["IPython", "pandas", "matplotlib", "nbgrader", "jupyterlab"])
def test_the_command_starts_without_heavy_packages(heavy):
    assert not is_loaded("classroom.cli", heavy)


@pytest.mark.parametrize(
    ("module", "other"),
    [
        ("classroom.pages.report", "autograder.sandbox"),
        ("classroom.pages.feedback", "autograder.sandbox"),
        ("autograder.settings", "autograder.sandbox"),
        ("autograder.grading.run", "autograder.grading.gradebook"),
        ("autograder.grading.run", "autograder.settings"),
        ("autograder.sandbox.supervisor", "autograder.settings"),
        # What the warm process has loaded, each box has to share.
        ("autograder.sandbox.forkserver", "nbformat"),
        ("autograder.sandbox.forkserver", "course.language"),
    ],
)
def test_importing_one_part_does_not_load_another(module, other):
    assert not is_loaded(module, other)


def is_loaded(module: str, other: str) -> bool:
    """Whether a fresh Python that imports `module` has loaded `other`."""
    program = f"import sys, {module}; sys.exit({other!r} in sys.modules)"
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode != 0
