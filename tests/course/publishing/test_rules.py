"""Each rule of a module: a module that breaks it is reported, with file and cell."""

from __future__ import annotations

import dataclasses
import re
import shutil

import pytest

from course.places import Repository
from course.publishing import rules
from course.publishing.new import new_module
from course.publishing.targets import read_sources
from course.syllabus import read_syllabus

SLUG = "02-second"
LESSON, ASSIGNMENT, CHECKS, HIDDEN, ANSWERS = (
    f"source/{SLUG}/{name}.py"
    for name in ("lesson", "assignment", "checks", "hidden_checks", "answers")
)
SYLLABUS = "course/syllabus.yml"


@pytest.fixture
def module(mini_repository):
    """A module that keeps every rule, written by `ai4gov new`."""
    new_module(Repository(mini_repository.root), SLUG)
    return mini_repository


def found(mini) -> list[rules.Breach]:
    repository = Repository(mini.root)
    sources = read_sources(repository, read_syllabus(repository.syllabus)[SLUG])
    return rules.breaches(sources, ["gapminder"])


def replaced(mini, file: str, pattern: str, new: str, count: int = 1) -> None:
    text = mini.path(file).read_text(encoding="utf-8")
    changed, number = re.subn(pattern, new, text, count=count, flags=re.DOTALL | re.MULTILINE)
    assert number, f"{pattern!r} is not in {file}"
    mini.write(file, changed)


def test_a_module_from_the_template_breaks_no_rule(module):
    assert found(module) == []


# What is broken: the file, what to replace in it and by what; the file and the cell of the report,
# and a word of it.
BROKEN = {
    "a lesson whose minutes are not those of the formula": (
        SYLLABUS, "lesson: 25", "lesson: 30", SYLLABUS, SLUG,
        "minutes for lesson: 30; the formula of course/publishing/minutes.py gives 25",
    ),
    "an assignment that takes no time": (
        SYLLABUS, "assignment: 120", "assignment: 0", SYLLABUS, SLUG, "minutes for assignment: 0",
    ),
    "a Decide strand without its own time": (
        SYLLABUS, "decide: 50", "decide: 120", SYLLABUS, SLUG, "minutes for decide: 120",
    ),
    "data that the course does not have": (
        SYLLABUS, r"\[gapminder\]", "[gapminder, gapmimder]", SYLLABUS, SLUG, "'gapmimder'",
    ),
    "a lesson without the paragraph of the times": (
        LESSON, "{{time}}", "{{minutes}}", LESSON, "second", "no paragraph {{time}}",
    ),
    "an exercise of no strand": (
        ASSIGNMENT, r"\(Decide, 2 points\)", "(2 points)", ASSIGNMENT, "widest",
        "the heading above",
    ),
    "too few self-checks": (
        LESSON, r'^check\("quick-cause", figures_that_show_it\)$', "pass", LESSON, "",
        "self-checks: 2",
    ),
    "too few figures": (
        LESSON, r"^show\(\n    fig,\n    title=t\(\"In richer.*?\n\)$", "fig", LESSON, "",
        "figures: 3",
    ),
    "a figure without an alternative text": (
        LESSON, r"^    alt=t\(\n        \"Bars.*?\n    \),\n", "", LESSON, "figure-spread",
        "alternative text",
    ),
    "a figure with an empty text": (
        LESSON, r"^    alt=t\(\n        \"Bars.*?\n    \),\n", 'alt=t(" "),', LESSON,
        "figure-spread", "alternative text",
    ),
    "a figure without a title": (
        LESSON, r"^    title=t\(\"Most.*?\n", "", LESSON, "figure-spread",
        "a figure without a title",
    ),
    "a figure without a source": (
        LESSON, r"^    source=\"gapminder\",\n", "", LESSON, "figure-spread",
        "a figure without a source",
    ),
    "a self-check that is not in checks.py": (
        LESSON, r'check\("quick-cause"', 'check("quick-because"', LESSON, "quick-because",
        "checks.py",
    ),
    "more points than a module has": (
        ASSIGNMENT, "points=4", "points=5", ASSIGNMENT, "", "points: 21",
    ),
    "too few exercises": (
        ASSIGNMENT, r'# %% check="conclusion"\ncheck\("conclusion", conclusion\)', "", ASSIGNMENT,
        "",
        "graded exercises: 7",
    ),
    "an exercise that no cell asks for": (
        ASSIGNMENT, r'# %% check="conclusion"\ncheck\("conclusion", conclusion\)', "", CHECKS,
        "conclusion", "no cell",
    ),
    "too few points with a hidden check": (
        CHECKS, r"points=2,\n    hidden=True", "points=1,\n    hidden=True", CHECKS, "",
        "points for exercises with a hidden check: 1",
    ),
    "a code with the number of another module": (
        CHECKS, '"02-ratio"', '"06-ratio"', CHECKS, "06-ratio", "begins with 02-",
    ),
    "a code of a hidden check with the number of another module": (
        HIDDEN, '"02-other-numbers"', '"06-other-numbers"', HIDDEN, "06-other-numbers",
        "begins with",
    ),
    "a code with two texts": (
        CHECKS, '"02-ratio"', '"02-sign"', CHECKS, "02-sign", "different texts",
    ),
    "a code with another text in the hidden checks": (
        HIDDEN, '"02-other-numbers"', '"02-ratio"', HIDDEN, "02-ratio", "different texts",
    ),
    "a choice of two options": (
        CHECKS, r'"nothing": say\(.*?\n            \),\n', "", CHECKS, "line", "options: 2",
    ),
    "an exercise with a choice that does not say why": (
        CHECKS, r'    because=say\(\n        "02-widest-why".*?\n    \),\n', "", CHECKS, "widest",
        "no because=",
    ),
    "a self-check with a choice that does not say why": (
        CHECKS, r'    because=say\(\n        "02-quick-mean-why".*?\n    \),\n', "", CHECKS,
        "quick-mean", "no because=",
    ),
    "more code in an open cell than somebody reads": (
        LESSON, r'^check\("quick-cause", figures_that_show_it\)$',
        'check("quick-cause", figures_that_show_it)\n\n# %%\n' + "\n".join(["a = 1"] * 16),
        LESSON, "figure-income-4", "lines of code: 16",
    ),
    "an exercise without an answer": (
        ANSWERS, r'    "conclusion": \[.*?\n    \],\n', "", ANSWERS, "conclusion",
        "no answer in ANSWERS",
    ),
    "an answer to no exercise": (
        ANSWERS, '"conclusion": ', '"inference": ', ANSWERS, "inference", "no cell asks for it",
    ),
    "a self-check without an answer": (
        ANSWERS, r'    "quick-cause": \[.*?\n    \],\n', "", ANSWERS, "quick-cause",
        "no answer in SELF_CHECKS",
    ),
    "an exercise without another right answer": (
        ANSWERS, r"        right\('widest = \"Asia\"'\),\n", "", ANSWERS, "widest",
        "right answers beside the solution: 0",
    ),
    "mistakes that all get the same message": (
        ANSWERS, '"02-years"', '"02-all-years"', ANSWERS, "countries", "different messages: 1",
    ),
    "answers that cannot be read": (
        ANSWERS, "^ANSWERS = ", "1 / 0\nANSWERS = ", ANSWERS, "", "ZeroDivisionError",
    ),
    "answers in another form": (
        ANSWERS, "^BEFORE.*", "ANSWERS = SELF_CHECKS = 3\n", ANSWERS, "", "not a dictionary",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_rule_is_reported_with_file_and_cell(module, fault):
    file, pattern, new, reported, cell, word = BROKEN[fault]
    replaced(module, file, pattern, new)
    matching = [
        breach
        for breach in found(module)
        if breach.file == reported and word in breach.problem and breach.cell.startswith(cell)
    ]
    assert len(matching) == 1, found(module)
    assert bool(matching[0].cell) == bool(cell)


def test_missing_answers_are_reported(module):
    module.path(ANSWERS).unlink()
    assert [(breach.file, breach.problem.split(";")[0]) for breach in found(module)] == [
        (ANSWERS, "missing")
    ]


NUMBERS = [
    each.name
    for each in dataclasses.fields(rules.Rules)
    # Of modules without a lesson: see test_assignment_only.py.
    if each.name != "most_checkpoint_minutes"
]


@pytest.mark.parametrize("number", NUMBERS)
def test_each_number_of_the_rules_is_the_one_that_modules_are_held_to(module, monkeypatch, number):
    """The template meets each bound; a bound just beyond it is reported."""
    beyond = {
        "most_lesson_minutes": 24, "most_assignment_minutes": 119, "self_checks": 4, "figures": 5,
        "points": 21, "exercises": 9,
        "hidden_points": 3, "right_answers": 2, "mistakes": 4, "options": 4,
        "most_open_lines": 3,
    }  # fmt: skip
    monkeypatch.setattr(
        rules, "RULES", dataclasses.replace(rules.RULES, **{number: beyond[number]})
    )
    assert found(module)


def test_a_build_reports_breaches_and_the_files_are_made_all_the_same(mini_repository):
    built = mini_repository.build()
    assert "release/fr/01-tiny/01-tiny.ipynb" in built.files
    assert any(
        str(breach) == "source/01-tiny/lesson.py: self-checks: 1; a lesson has at least 3"
        for breach in built.breaches
    )


def test_all_missing_files_of_all_modules_are_named_at_once(module, refusal):
    shutil.rmtree(module.path(f"source/{SLUG}"))
    module.path("source/01-tiny/checks.py").unlink()
    message = refusal()
    for name in (LESSON, ASSIGNMENT, CHECKS, "source/01-tiny/checks.py"):
        assert name in message
    assert "source/01-tiny/lesson.py" not in message
