"""Wrong ideas and other right forms that were written without a look at the checks.

An answers.py promises a message for each mistake; here a wrong idea only has to be refused, and a
right form to earn all points. `ideas/NN-slug.py` holds one cell for each, named by its exercise. A
cell of the kind "base" is run before each idea on its exercise, which then says only its change.
"""

from __future__ import annotations

import pytest

from course.checking.notebook_check import GRADER_FOLDER
from tests import percent
from tests.course.content.notebooks import ROOT, SLUGS, answers
from tests.course.content.test_answers import outcome

IDEAS = [
    (path.stem, cell)
    for path in percent.files(ROOT / "tests" / "course" / "content" / "ideas")
    if path.stem in SLUGS
    for cell in percent.read(path).cells
]


def by_exercise(kind: str) -> list:
    """For each exercise its ideas of one kind."""
    found: dict[tuple[str, str], list[percent.Cell]] = {}
    for slug, cell in IDEAS:
        cell.require_options("kind", "idea")
        if cell.options["kind"] == kind:
            found.setdefault((slug, cell.name), []).append(cell)
    return [
        pytest.param(slug, name, cells, id=f"{slug}-{name}")
        for (slug, name), cells in found.items()
    ]


@pytest.fixture
def graded(monkeypatch):
    """Has checks of a module run as the grader runs them."""
    return lambda slug: monkeypatch.setenv(GRADER_FOLDER, str(ROOT / "source" / slug))


@pytest.mark.parametrize(("slug", "name", "cells"), by_exercise("wrong"))
def test_a_wrong_idea_does_not_earn_all_points(slug, name, cells, graded):
    graded(slug)
    passed, failed = [], []
    for cell in cells:
        got = outcome(slug, name, before(slug, name) + cell.source)
        if got.state == "right":
            passed.append(cell.options["idea"])
        if got.message.code == "check-failed":
            failed.append(cell.options["idea"])
    assert (passed, failed) == ([], [])


@pytest.mark.parametrize(("slug", "name", "cells"), by_exercise("right"))
def test_another_right_form_earns_all_points(slug, name, cells, graded):
    graded(slug)
    refused = {}
    for cell in cells:
        got = outcome(slug, name, before(slug, name) + cell.source)
        if (got.state, float(got)) != ("right", got.out_of):
            refused[cell.options["idea"]] = got.message.read("en")
    assert refused == {}


def before(slug: str, name: str) -> str:
    """What stands in for the exercises before this one, and what its ideas begin with."""
    bases = [
        cell.source + "\n"
        for module, cell in IDEAS
        if (module, cell.name, cell.options["kind"]) == (slug, name, "base")
    ]
    return answers(slug)[1].get(name, "") + "".join(bases)
