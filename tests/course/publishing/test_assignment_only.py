"""A module that is an assignment only: built, ruled, shown and counted without a lesson."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from course.places import Repository
from course.publishing import PublishingError, rules
from course.publishing.new import new_module
from course.publishing.targets import module_table, read_sources, time_paragraph
from course.start.standing import NOT_BEGUN, next_step, standing
from course.syllabus import Module, SyllabusError, read_syllabus

SLUG = "capstone-1-second"
MINUTES = {"decide": 70, "assignment": 120}


@pytest.fixture
def checkpoint(mini_repository):
    """The module of `ai4gov new` as a checkpoint: its lesson, and what belongs to it, taken out."""
    root = mini_repository.root
    new_module(Repository(root), "02-second")
    folder = root / "source" / SLUG
    shutil.move(root / "source" / "02-second", folder)
    (folder / "lesson.py").unlink()
    for name in ("checks.py", "hidden_checks.py", "answers.py", "assignment.py"):
        text = (folder / name).read_text(encoding="utf-8").replace('"02-', '"capstone-1-')
        (folder / name).write_text(text, encoding="utf-8")
    checks = (folder / "checks.py").read_text(encoding="utf-8")
    without = re.sub(r'@exercise\(\s*"quick-.*?(?=\n@exercise)', "", checks, flags=re.DOTALL)
    (folder / "checks.py").write_text(without, encoding="utf-8")
    answers = (folder / "answers.py").read_text(encoding="utf-8")
    (folder / "answers.py").write_text(answers.partition("SELF_CHECKS")[0], encoding="utf-8")
    assignment = (folder / "assignment.py").read_text(encoding="utf-8")
    (folder / "assignment.py").write_text(
        assignment.replace("# **Names.**", "# {{time}}\n#\n# **Names.**", 1), encoding="utf-8"
    )
    syllabus = (root / "course/syllabus.yml").read_text(encoding="utf-8")
    syllabus = syllabus.replace("slug: 02-second", f"slug: {SLUG}")
    mini_repository.write(
        "course/syllabus.yml",
        re.sub(r"\{lesson: 25, decide: 50, assignment: 120\}", "{decide: 70, assignment: 120}",
               syllabus),
    )  # fmt: skip
    return mini_repository


def module(minutes: dict[str, int] = MINUTES) -> Module:
    return Module(SLUG, "Part 4: the project", "Second", "Shall we begin?", minutes, [])


def found(mini) -> list[rules.Breach]:
    repository = Repository(mini.root)
    sources = read_sources(repository, read_syllabus(repository.syllabus)[SLUG])
    return rules.breaches(sources, ["gapminder"])


def test_it_keeps_every_rule_without_a_lesson(checkpoint):
    assert found(checkpoint) == []


def test_the_build_releases_the_assignment_in_each_language_and_no_lesson(checkpoint):
    built = checkpoint.build()
    for lang in ("en", "fr", "es", "pt"):
        assert f"release/{lang}/{SLUG}/{SLUG}.ipynb" in built.files
    assert not [
        name for name in built.files if name.startswith("release") and "lessons/caps" in name
    ]
    assert f"build/source/{SLUG}/{SLUG}.ipynb" in built.files


def test_its_outline_has_both_strands_and_no_question_of_a_lesson(checkpoint):
    outline = json.loads(checkpoint.build().files[f"course/outline/{SLUG}.json"])
    assert outline["lesson"] == []
    assert sum(map(len, (outline["decide"], outline["build"]))) == 8


def test_its_times_stand_in_the_assignment(checkpoint):
    notebook = checkpoint.build().files[f"release/en/{SLUG}/{SLUG}.ipynb"]
    stated = "About 70 minutes for the *Decide* exercises and the text at the end, and 120"
    assert stated in notebook
    assert "{{time}}" not in notebook


def test_an_assignment_without_its_times_breaks_a_rule(checkpoint):
    checkpoint.change(f"source/{SLUG}/assignment.py", "# {{time}}\n#\n", "")
    assert ["no paragraph {{time}}" in each.problem for each in found(checkpoint)] == [True]


def test_a_lesson_that_the_syllabus_does_not_know_breaks_a_rule(checkpoint):
    checkpoint.write(f"source/{SLUG}/lesson.py", "# %%\n")
    assert [each.file for each in found(checkpoint)] == [f"source/{SLUG}/lesson.py"]


def test_the_code_of_a_message_begins_with_the_number_of_the_checkpoint(checkpoint):
    path = checkpoint.path(f"source/{SLUG}/checks.py")
    path.write_text(path.read_text("utf-8").replace('"capstone-1-', '"capstone-', 1), "utf-8")
    assert any("begins with capstone-1-" in each.problem for each in found(checkpoint))


def test_more_time_than_a_checkpoint_may_take_breaks_a_rule(checkpoint):
    checkpoint.change("course/syllabus.yml", "decide: 70, assignment: 120",
                      "decide: 70, assignment: 300")  # fmt: skip
    assert any("at most 240" in each.problem for each in found(checkpoint))


def test_a_missing_assignment_is_named_and_a_missing_lesson_is_not(checkpoint):
    checkpoint.path(f"source/{SLUG}/assignment.py").unlink()
    with pytest.raises(PublishingError) as raised:
        checkpoint.build()
    assert f"source/{SLUG}/assignment.py" in str(raised.value)
    assert f"source/{SLUG}/lesson.py" not in str(raised.value)


def test_the_syllabus_refuses_other_minutes(checkpoint):
    checkpoint.change("course/syllabus.yml", "decide: 70, assignment: 120", "assignment: 120")
    with pytest.raises(SyllabusError, match="or `decide` and `assignment`"):
        read_syllabus(checkpoint.path("course/syllabus.yml"))


def test_the_start_page_lists_it_without_a_lesson():
    line = module_table([module()], str, {"lesson": "{slug}", "decide": "{slug}"}).split("\n")[2]
    assert line == (f"| **P1 Second** | Shall we begin? |  | [70 min]({SLUG}) | 120 min |")


def test_its_time_is_that_of_the_assignment():
    assert "lesson" not in time_paragraph(str, module())


def test_who_has_not_begun_is_led_to_its_first_exercise(monkeypatch):
    points = {"decide": {"team": 2.0}, "build": {"model": 3.0}}
    monkeypatch.setattr("course.start.standing.outline", lambda slug: points)
    here = standing({}, [module()])
    (only,) = here.modules
    assert set(only.parts) == {"decide", "build"}
    assert only.state == NOT_BEGUN
    step = next_step(here)
    assert (step.part, step.exercise) == ("decide", "team")
    assert here.is_complete("decide") is False
    assert here.done("lesson") == (0, 0)
