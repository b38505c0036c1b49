"""Over the course, the right option is the longest, the shortest or in one place by chance only."""

from __future__ import annotations

import math
import re
from functools import cache

import pytest

from course.places import Repository
from course.publishing.choice_options import Shown, choices, put_in_order, shown
from course.publishing.targets import read_sources
from course.syllabus import modules
from tests.course.content.notebooks import ASSIGNED, ROOT

KEY = re.compile(r'^(?P<name>\w+) = "[\w-]*[a-z][\w-]*"(?P<comment> *#.*)?$', re.MULTILINE)
"""A line of a reference answer that gives the key of an option."""


@cache
def options() -> list[Shown]:
    """Every choice of the course that has a list of its own, in the order that learners see."""
    found = []
    for module in modules().values():
        sources = read_sources(Repository(ROOT), module)
        made = choices((sources.folder / "checks.py").read_text("utf-8"))
        for notebook in (sources.lesson, sources.assignment):
            if notebook is not None:
                put_in_order(notebook, made)
                found += shown(notebook, made)
    return found


GUESSES = {
    "the longest": lambda each: each.longest,
    "the shortest": lambda each: each.shortest,
    "the first": lambda each: each.place == 0,
    "the second": lambda each: each.place == 1,
    "the third": lambda each: each.place == 2,
    "the fourth": lambda each: each.place == 3,
}


@pytest.mark.parametrize("guess", GUESSES)
def test_a_guess_is_right_no_more_often_than_by_chance_and_one_standard_error(guess):
    chances = [1 / len(each.texts) for each in options()]
    error = math.sqrt(sum(chance * (1 - chance) for chance in chances))
    hits = sum(map(GUESSES[guess], options()))
    assert hits <= sum(chances) + error, f"{hits} of {len(chances)}: change ORDER, or the options"


def test_most_choices_have_a_list_that_can_be_measured():
    assert len(options()) >= 100


@pytest.mark.parametrize("slug", ASSIGNED)
def test_an_answer_cell_shows_a_key_with_its_quotation_marks(slug):
    source = (ROOT / "source" / slug / "assignment.py").read_text("utf-8")
    for answer in re.findall(r"BEGIN SOLUTION\n(.*?)### END SOLUTION", source, re.DOTALL):
        for key in KEY.finditer(answer):
            assert not re.search(rf"^{key['name']} = \.\.\.", source, re.MULTILINE), key["name"]
