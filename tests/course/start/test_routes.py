"""A route is the part of the course for one kind of work: eight to twelve hours and a product."""

from __future__ import annotations

import re

import pytest

from course.routes import read_routes, routes
from course.start import chosen_route
from course.start.learner_pages import write_pages
from course.start.standing import DONE, along, beyond, next_step, standing
from course.syllabus import SyllabusError, modules
from tests.course.start.conftest import all_right

MODULES = list(modules().values())
ROUTES = routes().by_key
each_route = pytest.mark.parametrize("key", ROUTES)


def written(home, lang="en") -> str:
    return write_pages(home, lang, root=home).read_text(encoding="utf-8")


def strands(route, slug) -> list[str]:
    return [part for part in route.steps[slug] if part != "lesson"]


@each_route
def test_a_route_takes_eight_to_twelve_hours_and_begins_with_the_first_steps(key):
    assert 8 * 60 <= ROUTES[key].minutes(modules()) <= 12 * 60
    assert next(iter(ROUTES[key].steps)) == "00-first-steps"


@each_route
def test_the_product_of_a_route_is_made_in_its_last_module(key):
    route = ROUTES[key]
    last = modules()[[*route.steps][-1]]
    assert f"({last.number})" in route.product
    assert "decide" in route.steps[last.slug]


@pytest.mark.parametrize(
    ("true", "key"),
    [
        ({0}, "leader"),
        ({0, 1, 9}, "leader"),
        ({2, 3}, "policy"),
        ({4}, "buyer"),
        ({4, 5, 6}, "buyer"),
        ({6, 7}, "analyst"),
        ({8, 9}, "auditor"),
    ],
)
def test_ten_sentences_about_work_propose_a_route(true, key):
    assert len(routes().questions) == 10
    assert routes().proposed(true).key == key


@pytest.mark.parametrize("true", [set(), {99}])
def test_nothing_ticked_proposes_nothing(true):
    assert routes().proposed(true) is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("03-classification: [lesson]", "03-classification: [note]", "leader: 03-classification"),
        ("capstone-1-brief: [decide]", "capstone-9: [decide]", "leader: capstone-9"),
        ("capstone-1-brief: [decide]", "capstone-2-data-and-model: [decide]", "capstone-1-brief"),
        ("{leader: 3}", "{minister: 3}", "questions: no route minister"),
        ("routes:", "ways:", "not readable routes"),
    ],
)
def test_routes_that_cannot_be_taken_are_refused_in_one_line(before, after, said, tmp_path):
    from course import places

    stated = (places.PACKAGE / places.ROUTES).read_text(encoding="utf-8")
    (tmp_path / "routes.yml").write_text(stated.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SyllabusError) as error:
        read_routes(tmp_path / "routes.yml", modules())
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@each_route
def test_a_route_is_done_when_its_parts_are_right_and_the_rest_of_the_course_is_not(key):
    route = ROUTES[key]
    assert not along(standing({}, MODULES), route).is_done
    found = standing(
        {slug: all_right(slug, *strands(route, slug)) for slug in route.steps}, MODULES
    )
    assert along(found, route).is_done
    assert next_step(along(found, route)) is None
    assert not found.is_complete("decide")


@each_route
def test_a_route_leads_from_step_to_step_in_its_own_order(key):
    route, recorded, taken = ROUTES[key], {}, []
    while step := next_step(along(standing(recorded, MODULES), route)):
        taken.append(step.module.slug)
        recorded[step.module.slug] = all_right(step.module.slug, *strands(route, step.module.slug))
    assert taken == [*route.steps]


@each_route
def test_route_and_rest_together_are_the_course(key):
    found = standing({}, MODULES)
    one, other = along(found, ROUTES[key]), beyond(found, ROUTES[key])
    parts = sorted(
        (each.module.slug, name)
        for all_ in (one, other)
        for each in all_.modules
        for name in each.parts
    )
    assert parts == sorted(
        (each.module.slug, name) for each in found.modules for name in each.parts
    )


def test_before_a_choice_the_page_offers_the_routes_with_their_hours_and_no_total(home):
    page = written(home)
    assert [page.index(each.title) for each in ROUTES.values()] == sorted(
        page.index(each.title) for each in ROUTES.values()
    )
    assert "about 10 h" in page
    assert "Time left" not in page


def test_the_page_of_a_route_shows_its_modules_first_and_the_rest_behind_a_line(home):
    chosen_route.choose("buyer")
    page = written(home)
    route, rest = page.split("The rest of the course")
    titles = re.findall(r"<h3>(\d\d|P\d) ", route)
    assert titles == [modules()[slug].number for slug in ROUTES["buyer"].steps]
    assert "about 9 h" in route
    assert "<details><summary>All modules" in rest
    assert "01 What public data can tell" in rest


def test_the_record_names_the_route_and_what_was_made(home):
    from course.start import progress

    chosen_route.choose("auditor")
    route = ROUTES["auditor"]
    progress.write(
        home / progress.NAME, {slug: all_right(slug, *strands(route, slug)) for slug in route.steps}
    )
    written(home)
    record = (home / "completion-record.html").read_text(encoding="utf-8")
    assert "Route “Audit and review”: complete." in record
    assert "Made at the end: A fairness statement" in record
    assert {each.state for each in along(standing({}, MODULES), route).modules} != {DONE}


def test_the_record_of_a_route_shows_what_else_was_begun_and_nothing_untouched(home):
    from course.start import progress
    from course.start.learner_pages import learner_home, record_view

    chosen_route.choose("leader")
    on_it = next(slug for slug, parts in ROUTES["leader"].steps.items() if "build" not in parts
                 and progress.outline(slug).get("build"))  # fmt: skip
    progress.write(home / progress.NAME, {on_it: all_right(on_it, "build")})
    rows = record_view(learner_home(home, "en", None)).rows
    assert [row.build.startswith("✓") for row in rows if row.build] == [True]
    assert len(rows) == len(ROUTES["leader"].steps)


def test_an_unknown_route_is_refused_and_a_damaged_choice_counts_as_none(home):
    with pytest.raises(ValueError, match="no route 'king'"):
        chosen_route.choose("king")
    chosen_route.choose("buyer")
    chosen_route._file().write_text("\x00king", encoding="utf-8")
    assert chosen_route.chosen() == ""
