"""Each module of the course keeps the rules; tests/course/publishing tests the rules themselves."""

import pytest

from course.places import Repository
from course.publishing.catalogue import calls
from course.publishing.rules import RULES, breaches
from course.publishing.targets import data_sets, read_sources
from course.syllabus import modules
from tests.course.content.notebooks import ROOT, SLUGS

REPOSITORY = Repository(ROOT)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_module_keeps_every_rule(slug):
    sources = read_sources(REPOSITORY, modules()[slug])
    assert breaches(sources, data_sets(REPOSITORY)) == []


def test_a_module_has_what_the_course_promises():
    """Lower numbers would be another course: who lowers one changes this test too."""
    assert RULES.self_checks >= 3
    assert RULES.figures >= 4
    assert RULES.points == 20
    assert RULES.exercises >= 8
    assert RULES.hidden_points >= 2
    assert RULES.right_answers >= 1
    assert RULES.mistakes >= 2


def test_message_codes_are_unique_in_the_course():
    seen: dict[str, str] = {}
    for path in sorted((ROOT / "source").glob("*/*checks.py")):
        for call in calls(path.read_text(encoding="utf-8"), ("say",), str(path)):
            code, text = call.args[0].value, call.args[1].value
            assert seen.setdefault(code, text) == text, f"{code} has two texts"
