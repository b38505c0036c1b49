"""Assignments in the manner of public courses get the points of stock nbgrader, cell by cell.

Each costs stock nbgrader the start of seven kernels or more, so that a fixed sample is graded by
default; AI4GOV_CORPUS=all grades them all, and AI4GOV_CORPUS="08 09" those. AI4GOV_CORPUS_CACHE
names a folder that keeps stock's results.
"""

import os
from pathlib import Path

import pytest

from tests.autograder.corpus import compare, material

SAMPLE = ("01-temperatures", "03-household-budget")
WANTED = os.environ.get("AI4GOV_CORPUS", "").split()
CHOSEN = material.names() if WANTED == ["all"] else material.chosen(WANTED or SAMPLE)
CACHE = os.environ.get("AI4GOV_CORPUS_CACHE")


@pytest.fixture(scope="module", params=CHOSEN)
def graded(request, tmp_path_factory) -> tuple[material.Assignment, list[compare.Compared]]:
    """An assignment, and its test cells as both sides graded them."""
    assignment = material.read(request.param)
    course = tmp_path_factory.mktemp("corpus") / "course"
    return assignment, compare.compare(assignment, course, Path(CACHE) if CACHE else None)


@pytest.mark.weekly
@pytest.mark.timeout(1800)
def test_every_test_cell_gets_the_points_of_stock_unless_the_difference_is_listed(graded):
    _, compared = graded
    assert [(each.name, each.stock, each.ours) for each in compare.unexplained(compared)] == [], (
        "these cells differ and are not in known_differences.yml"
    )


@pytest.mark.weekly
@pytest.mark.timeout(1800)
def test_every_listed_difference_is_still_one(graded):
    _, compared = graded
    assert compare.outdated(compared) == [], "remove these from known_differences.yml"


@pytest.mark.weekly
@pytest.mark.timeout(1800)
def test_the_reference_gets_all_points_under_stock_and_each_mutant_loses_some(graded):
    assert compare.unsound(*graded) == []


@pytest.mark.parametrize("name", material.names())
def test_an_assignment_has_four_mutants_and_four_test_cells(name):
    assignment = material.read(name)
    assert len(assignment.mutants) == 4
    assert len(assignment.tests) >= 4
    assert material.NOISY in assignment.changes


def test_every_listed_difference_is_of_an_assignment_that_exists():
    listed = {
        pattern.partition("/")[0]
        for known in compare.known_differences()
        for pattern in known.cells
    }
    assert listed <= set(material.names())
