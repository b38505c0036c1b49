"""States of modules and strands, points, time left, and the next step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.start import progress
from course.start.standing import BEGUN, DONE, NOT_BEGUN, next_step, places_in, standing
from course.syllabus import modules
from tests.course.start.conftest import all_right, entry

SLUG = "06-measuring-fairness"
MODULES = list(modules().values())


def of(recorded: dict, slug: str = SLUG):
    return next(each for each in standing(recorded, MODULES).modules if each.module.slug == slug)


def test_nothing_checked_means_that_nothing_is_begun_and_all_points_are_still_counted():
    found = standing({}, MODULES)
    assert {each.state for each in found.modules} == {NOT_BEGUN}
    # The syllabus: 13 modules and 5 checkpoints of 20 points each, of which a person gives 4.
    decide, build = found.points("decide"), found.points("build")
    assert (decide[0], build[0]) == (0, 0)
    assert decide[1] + build[1] == 18 * 16


def test_one_right_answer_begins_its_strand_and_no_other():
    each = of({SLUG: {"smallest-group": entry(1)}})
    assert (each.parts["decide"].state, each.parts["build"].state) == (BEGUN, NOT_BEGUN)
    assert each.parts["lesson"].state == NOT_BEGUN
    assert each.state == BEGUN


def test_a_check_of_an_untouched_answer_begins_nothing():
    assert of({SLUG: {"smallest-group": entry(0, "not-attempted")}}).state == NOT_BEGUN


def test_a_module_is_done_when_one_whole_strand_is_right():
    each = of({SLUG: all_right(SLUG, "decide")})
    assert (each.state, each.parts["build"].state) == (DONE, NOT_BEGUN)
    assert each.finished.isoformat() == "2026-11-20T10:00:00+00:00"


def test_a_strand_with_one_answer_not_right_is_not_done():
    done = all_right(SLUG, "decide")
    done["smallest-group"] = entry(0, "not-yet")
    assert of({SLUG: done}).state == BEGUN


def test_a_lesson_alone_is_done_when_its_questions_are_right():
    slug = "00-first-steps"
    assert of({slug: all_right(slug)}, slug).state == DONE


def test_without_recorded_times_a_strand_is_done_without_a_day():
    done = {name: {**each, "at": ""} for name, each in all_right(SLUG, "decide").items()}
    each = of({SLUG: done})
    assert (each.state, each.finished) == (DONE, None)


def test_a_carried_file_gives_no_more_points_than_there_are():
    assert of({SLUG: {"smallest-group": entry(1000)}}).parts["decide"].points == 1


def test_time_left_is_the_syllabus_less_what_is_right():
    minutes = [module.minutes for module in MODULES]
    whole = sum(each.get("lesson", 0) + each.get("assignment", 0) for each in minutes)
    assert standing({}, MODULES).minutes("lesson", "decide", "build") == whole
    left = standing({SLUG: all_right(SLUG, "decide", "build")}, MODULES)
    own = modules()[SLUG].minutes
    assert left.minutes("lesson", "decide", "build") == whole - own["lesson"] - own["assignment"]


def test_the_first_step_is_the_first_lesson():
    step = next_step(standing({}, MODULES))
    assert (step.module.slug, step.part, step.exercise) == ("00-first-steps", "lesson", "")


def test_after_a_lesson_its_assignment_is_next_in_the_order_of_the_notebook():
    slug = "01-public-data"
    recorded = {"00-first-steps": all_right("00-first-steps"), slug: all_right(slug)}
    order = [*progress.outline(slug)["build"], *progress.outline(slug)["decide"]]
    step = next_step(standing(recorded, MODULES), lambda _: order)
    assert (step.module.slug, step.exercise) == (slug, order[0])


def test_who_answers_decide_questions_only_is_led_to_the_next_decide_question():
    step = next_step(standing({SLUG: {"smallest-group": entry(1)}}, MODULES))
    assert (step.module.slug, step.part) == (SLUG, "decide")


def test_the_next_step_is_in_the_module_of_the_latest_answer():
    recorded = {
        "01-public-data": all_right("01-public-data", at="2026-11-01T10:00:00+00:00"),
        SLUG: all_right(SLUG, "decide", at="2026-11-21T10:00:00+00:00"),
    }
    assert next_step(standing(recorded, MODULES)).module.slug == "07-mitigating-unfairness"


def test_before_a_checkpoint_those_come_that_it_needs_and_that_were_not_begun():
    # As a reader of November did: checkpoints 1, 2 and 4, and then “Go on here” led to 5.
    brief, model, fairness, governance = (
        "capstone-1-brief", "capstone-2-data-and-model", "capstone-3-fairness",
        "capstone-4-governance",
    )  # fmt: skip
    days = [f"2026-11-{day}T10:00:00+00:00" for day in (20, 21, 22)]
    recorded = {
        slug: all_right(slug, "decide", at=at)
        for slug, at in zip((brief, model, governance), days, strict=True)
    }
    assert next_step(standing(recorded, MODULES)).module.slug == fairness
    # Somebody who begins with the governance is led to the brief.
    only = {governance: dict(list(all_right(governance, "decide").items())[:1])}
    assert next_step(standing(only, MODULES)).module.slug == brief
    # A checkpoint that was begun, and in which something is left, keeps nobody.
    first = dict(list(recorded[model].items())[:1])
    some = recorded | {model: first, fairness: all_right(fairness, "decide", at=days[2])}
    assert next_step(standing(some, MODULES)).module.slug == "capstone-5-presentation"


def test_after_the_last_module_the_earlier_ones_come():
    last = MODULES[-1].slug
    step = next_step(standing({last: all_right(last, "decide")}, MODULES))
    assert step.module.slug == "00-first-steps"


def everything(*strands: str) -> dict:
    return {
        module.slug: all_right(module.slug, *(() if module.lesson_only else strands))
        for module in MODULES
    }


def test_when_one_track_is_done_in_all_modules_the_other_one_is_next():
    found = standing(everything("decide"), MODULES)
    assert found.is_complete("decide") and not found.is_complete("build")
    assert next_step(found).part == "build"


def test_when_all_is_done_there_is_no_next_step():
    found = standing(everything("decide", "build"), MODULES)
    assert next_step(found) is None
    assert found.minutes("lesson", "decide", "build") == 0


def test_the_place_of_each_exercise_is_found_in_the_learner_s_notebook(home):
    notebook = home / "fr" / SLUG / f"{SLUG}.ipynb"
    place = places_in(notebook)["smallest-group"]
    # A heading of the French assignment: number, title, strand and points.
    assert place.heading.endswith("(Décider, 1 point)")
    assert place.cell.startswith("6-for-which-group")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"cells": 5}', '{"cells": [{}]}', "[" * 9999])
def test_a_notebook_that_cannot_be_read_has_no_places(tmp_path, content):
    (tmp_path / "n.ipynb").write_text(content, encoding="utf-8")
    assert places_in(tmp_path / "n.ipynb") == {}


def test_a_module_of_another_course_counts_for_nothing():
    other = replace(MODULES[1], slug="99-other")
    found = standing({"99-other": {"x": entry(5)}}, [other])
    assert found.points("decide") == (0, 0)
