"""Which tests `make quick` finds for a file that has changed."""

import pytest

from course.publishing.imports import graph, modules
from tests import quick
from tests.architecture import PACKAGES, ROOT

KNOWN = {name: path for each in (*PACKAGES, "tests") for name, path in modules(ROOT, each).items()}
ARROWS = graph(ROOT, (*PACKAGES, "tests"), at_run_time=True)


@pytest.mark.parametrize(
    ("path", "test"),
    [
        ("course/checking/messages.py", "tests.course.checking.test_messages"),
        ("autograder/linux/seccomp.py", "tests.autograder.test_seccomp"),
        ("tests/test_percent.py", "tests.test_percent"),
        ("course/locale/fr/course.po", "tests.course.content.test_terms"),
    ],
)
def test_the_first_test_of_a_file_is_named_like_it_or_about_translations(path, test):
    assert quick.tests_of(quick.starts(path, KNOWN), ARROWS)[0] == test


def test_a_template_leads_to_the_tests_of_the_module_that_names_it():
    begun = set(quick.starts("classroom/pages/templates/report.html", KNOWN))
    assert "classroom.pages.report.report_page" in begun
    nearest = quick.tests_of(begun, ARROWS)[: quick.FILES]
    assert {"tests.classroom.pages.test_report", "tests.classroom.pages.test_what_it_says"} <= set(
        nearest
    )


def test_a_test_that_needs_a_module_only_through_others_is_found_further_away():
    arrows = {
        "tests.a.test_far": {"course.b.middle"},
        "tests.a.test_near": {"course.b.first"},
        "tests.a.test_other": {"course.b.other"},
        "course.b.middle": {"course.b.first"},
        "course.b.first": set(),
        "course.b.other": set(),
    }
    found = quick.tests_of(["course.b.first"], arrows)
    assert found == ["tests.a.test_near", "tests.a.test_far"]


@pytest.mark.parametrize(
    "path",
    ["source/06-measuring-fairness/checks.py", "course/locale/pt/06-measuring-fairness.po"],
)
def test_a_source_and_a_translation_belong_to_their_module_of_the_course(path):
    assert quick.slugs_of([path, "course/locale/fr/course.po"]) == ["06-measuring-fairness"]
