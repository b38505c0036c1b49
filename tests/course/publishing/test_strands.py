"""The strands, the minutes and the outline of a module."""

from __future__ import annotations

import json

import nbformat
import pytest

from course.publishing import PublishingError
from course.publishing.minutes import by_cell, estimate, words
from course.publishing.strands import strands
from course.syllabus import SyllabusError

MARKS = {"grade": True, "points": 2}


def markdown(text):
    return nbformat.v4.new_markdown_cell(text)


def check(name, points):
    cell = nbformat.v4.new_code_cell(f'check("{name}", {name})')
    cell.id = f"check-{name}"
    cell.metadata["nbgrader"] = {"grade": True, "points": points}
    return cell


ASSIGNMENT = nbformat.v4.new_notebook(
    cells=[
        markdown("# The assignment\n\nFive words of an introduction."),
        markdown("## 1. A first one (Decide, 1 point)\n\nWhich?"),
        check("first", 1),
        markdown(
            "## 2. Another (Build, 2 points)\n\nWrite it.\n\n## 3. Third (Decide, 0.5 points)"
        ),
        check("third", 0.5),
        markdown("## 4. A note (4 points, read by a person)"),
        check("loose", 4),
    ]
)


def test_an_exercise_belongs_to_the_strand_in_the_heading_above_it():
    found = strands(ASSIGNMENT)
    assert found.points == {"decide": {"first": 1, "third": 0.5}, "build": {}}
    assert found.without == ["loose"]
    assert found.texts["build"] == ["## 2. Another (Build, 2 points)\n\nWrite it.\n"]


def test_words_are_counted_without_addresses_comments_and_sources():
    text = "Two [words](https://example.org/a-b)<!--above--> more: it's four.\n\n"
    text += "## Sources\nNot these."
    assert words(text) == 5


def test_minutes_follow_the_formula():
    """600 words (2 min), 1 figure (2), 2 self-checks (10), 100 lines of code (7.5): 21.5, so 20."""
    code = ["show(fig)", "check('a', a)", "check('b', b)", "\n".join(["x = 1"] * 97)]
    cells = [markdown("word " * 600), *(nbformat.v4.new_code_cell(source) for source in code)]
    folded = nbformat.v4.new_code_cell("\n".join(["y = 1"] * 500))
    folded.metadata["jupyter"] = {"source_hidden": True}
    lesson = nbformat.v4.new_notebook(cells=[*cells, folded])
    assert estimate(lesson, None) == {"lesson": 20}
    # 40 minutes, and 110 words at 55 a minute; then two points at 7 minutes.
    text = markdown("## 1. One (Decide, 1 point)\n\n" + "word " * 107)
    build = markdown("## 2. Two (Build, 2 points)\n\n" + "word " * 500)
    assignment = nbformat.v4.new_notebook(cells=[text, check("a", 1), build, check("b", 2)])
    assert estimate(lesson, assignment) == {"lesson": 20, "decide": 40, "assignment": 55}


def test_the_minutes_of_the_cells_add_up_to_the_stated_ones_and_build_takes_none():
    text = markdown("## 1. One (Decide, 1 point)\n\n" + "word " * 300)
    build = markdown("## 2. Two (Build, 2 points)\n\n" + "word " * 300)
    note = markdown("*Your text* · *150 words*")
    note.metadata["nbgrader"] = {"solution": True}
    cells = [text, check("a", 1), build, check("b", 2), markdown("## 3. A note"), note]
    times = by_cell(nbformat.v4.new_notebook(cells=cells), 65)
    assert sum(times) == pytest.approx(65)
    assert times[2] == times[3] == 0
    assert times[5] > times[0] > 0


def test_the_build_writes_which_exercise_belongs_to_which_strand(mini_repository):
    mini_repository.change(
        "source/01-tiny/assignment.py", "## Choose", "## 1. Choose (Decide, 3 points)"
    )
    mini_repository.change(
        "source/01-tiny/assignment.py", "## Write code", "## 2. Write (Build, 1 point)"
    )
    built = mini_repository.build()
    outline = json.loads(built.files["course/outline/01-tiny.json"])
    assert outline == {
        "decide": {"decide": 3},
        "build": {"double": 1},
        "lesson": ["quick-half"],
        "drawn": {"decide": ["rate"], "quick-half": ["half"]},
    }


@pytest.fixture
def lesson_alone(mini_repository):
    mini_repository.change(
        "course/syllabus.yml", "{lesson: 3, decide: 4, assignment: 4}", "{lesson: 3}"
    )
    for name in ("assignment.py", "answers.py"):
        mini_repository.path(f"source/01-tiny/{name}").unlink()
    return mini_repository


def test_a_module_may_be_a_lesson_alone(lesson_alone):
    built = lesson_alone.build()
    assert "release/en/lessons/01-tiny/01-tiny.ipynb" in built.files
    assert not any("/en/01-tiny/" in name for name in built.files)
    start = built.files["release/en/start.ipynb"]
    assert "lessons/01-tiny/01-tiny.ipynb" in start and "(01-tiny/01-tiny.ipynb" not in start


def test_a_module_with_an_assignment_needs_its_file(mini_repository):
    mini_repository.path("source/01-tiny/assignment.py").unlink()
    with pytest.raises(PublishingError, match=r"assignment\.py"):
        mini_repository.build()


def test_minutes_of_other_names_are_refused(mini_repository):
    mini_repository.change("course/syllabus.yml", "decide: 4, ", "")
    with pytest.raises(SyllabusError, match="01-tiny: minutes: name `lesson`"):
        mini_repository.build()
