"""A class of which some choose and some type gets the same points, by us and by stock nbgrader.

What a learner writes into the metadata of an answer cell gains nothing with either.
"""

from __future__ import annotations

import json
import shutil

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.grading.grade import grade
from classroom.demo import TIMESTAMP, generate, make_course
from course.checking.notebook_check import GRADED_ASSIGNMENT, GRADER_FOLDER
from course.publishing.build import build
from course.start.home import copy_with_checks
from tests.autograder.test_stock_points import CONFIG, nbgrader
from tests.course.content.notebooks import ROOT
from tests.journeys.test_browser import TOKEN, browser, lab

pytestmark = pytest.mark.slow

__all__ = ["browser", "lab"]

SLUG = "12-procurement-and-oversight"
ANSWERS = {
    "small-print": {"more_missed": "23", "threshold_says": "take-062"},
    "kichwa": {"kichwa_says": "no-rate"},
    "award": {"winner": "B", "winner_total": "78.77"},
    "clause": {"clause": "all-channels"},
    "plan": {
        "hours_needed": "6.0",
        "clerk_hours": "3",
        "sample_hours": "60",
        "appeal_by": "Guichet de chaque agence",
        "appeal_at": 'Calle "Sucre" 12',
        "decided_by": "Ombuds office, L'Orsa",
        "stopped_by": "Ana Chimbo, 1800 555 020",
    },
}
"""Right and wrong, of every kind of control in the module."""

POINTS = {"check-small-print": 0.5, "check-kichwa": 1, "check-award": 2, "check-plan": 1.75}


def answer_cells(notebook):
    return [cell for cell in notebook.cells if "fields" in cell.metadata.get("ai4gov", {})]


def choose(browser, lab):
    """The folder of the French assignment, answered by its controls as a French person writes."""
    address, work = lab
    path = work / "fr" / SLUG / f"{SLUG}.ipynb"
    notebook = nbformat.read(path, 4)
    page = browser.new_page(viewport={"width": 1400, "height": 3000})
    page.goto(f"{address}/lab/tree/fr/{SLUG}/{SLUG}.ipynb?token={TOKEN}&reset")
    page.wait_for_selector(".ai4gov-notebook", timeout=90_000)
    for place, cell in enumerate(notebook.cells):
        if cell.id not in ANSWERS:
            continue
        sets = page.locator(f"[data-windowed-list-index='{place}'] .ai4gov-answers fieldset")
        for _ in range(100):
            if sets.count():
                break
            page.locator(".jp-WindowedPanel-outer").first.evaluate("each => each.scrollBy(0, 600)")
            page.wait_for_timeout(100)
        for number, field in enumerate(cell.metadata.ai4gov.fields):
            value = ANSWERS[cell.id][field.name]
            if field.kind == "choice":
                sets.nth(number).locator(f"[value='{value}']").check()
            else:
                decimal = value.replace(".", ",") if field.kind == "number" else value
                sets.nth(number).get_by_role("textbox").fill(decimal)
                sets.nth(number).get_by_role("textbox").press("Tab")
    page.keyboard.press("Control+s")
    page.wait_for_timeout(1500)
    page.close()
    return path.parent


def type_in(notebook) -> None:
    """The same answers typed into the cells."""
    for cell in answer_cells(notebook):
        for field in cell.metadata.ai4gov.fields if cell.id in ANSWERS else ():
            value = ANSWERS[cell.id][field.name]
            line = f"{field.name} = {value if field.kind == 'number' else json.dumps(value)}"
            before = f"{field.name} = ..." if field.kind != "choice" else f'{field.name} = "..."'
            assert before in cell.source
            cell.source = cell.source.replace(before, line)


def forge_fields(notebook) -> None:
    """Every key is the right one, every name brings code along, and there are points beside."""
    for cell in answer_cells(notebook):
        cell.metadata |= {"answer": "right", "points": 9, "editable": False, "deletable": False}
        cell.metadata.ai4gov |= {"points": 9, "score": 1.0, "graded": {"points": 9}}
        for field in cell.metadata.ai4gov.fields:
            field.name = f"check = lambda *each: 9.0\n{field.name}"
            field.key = field.answer = "anything"
            field.options = [{"key": "anything", "label": "x", "correct": True, "points": 9}]


def forge_kinds(notebook) -> None:
    """Text and nothing where fields are expected, and answer cells of another type."""
    for number, cell in enumerate(answer_cells(notebook)):
        if number % 2:
            cell.metadata.ai4gov = [None, {"fields": [None]}]
        else:
            cell.cell_type = "markdown"
            del cell["outputs"], cell["execution_count"]


def forge_names(notebook) -> None:
    """Each answer cell is marked as that of the next exercise."""
    cells = answer_cells(notebook)
    names = [cell.metadata.nbgrader.grade_id for cell in cells]
    for cell, name in zip(cells, names[1:] + names[:1], strict=True):
        cell.metadata.nbgrader |= {"grade_id": name, "locked": True}
        cell["id"] = f"{name}-moved"


FORGED = [forge_fields, forge_kinds, forge_names]


@pytest.fixture(scope="module")
def handed_in(browser, lab, tmp_path_factory):
    """A course in which each way to answer is handed in."""
    course = tmp_path_factory.mktemp("class") / "ours"
    course.mkdir()
    make_course(ROOT, course, build(ROOT, [SLUG], ["en", "fr"]))
    generate(course, SLUG)
    chosen = choose(browser, lab)
    for change in (type_in, *FORGED):
        folder = course / "submitted" / change.__name__ / SLUG
        copy_with_checks(course / "release" / "en" / SLUG, folder)
        path = folder / f"{SLUG}.ipynb"
        notebook = nbformat.read(path, 4)
        type_in(notebook)
        if change is not type_in:
            change(notebook)
        path.write_text(nbformat.writes(notebook), encoding="utf-8")
    shutil.copytree(chosen, course / "submitted" / "choose" / SLUG)
    for folder in (course / "submitted").glob(f"*/{SLUG}"):
        (folder / "timestamp.txt").write_text(TIMESTAMP, encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def points(handed_in):
    """What each learner gets for each exercise, by us and by stock nbgrader."""
    stock = shutil.copytree(handed_in, handed_in.with_name("stock"))
    (stock / "gradebook.db").unlink()
    (stock / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    grade(handed_in, SLUG, jobs=2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(GRADER_FOLDER, str(stock / "checks" / SLUG))
        patch.setenv(GRADED_ASSIGNMENT, SLUG)
        nbgrader(stock, "generate_assignment", SLUG, "--force")
        nbgrader(stock, "autograde", SLUG, "--create")
    return {course.name: _points(course) for course in (handed_in, stock)}


def _points(course) -> dict[str, dict[str, float]]:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        return {
            submission.student.id: {
                grade.name: grade.score
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in book.assignment_submissions(SLUG)
        }


def test_a_control_writes_what_a_person_types(handed_in):
    chosen, typed = (
        nbformat.read(handed_in / "submitted" / student / SLUG / f"{SLUG}.ipynb", 4)
        for student in ("choose", "type_in")
    )
    lines = {cell.id: _lines(cell) for cell in answer_cells(typed)}
    assert {cell.id: _lines(cell) for cell in answer_cells(chosen)} == lines
    assert 'appeal_at = "Calle \\"Sucre\\" 12"' in lines["plan"]


def _lines(cell) -> list[str]:
    """The lines of an answer without their comments, which are translated."""
    return [line.partition("  #")[0] for line in cell.source.split("\n")]


@pytest.mark.parametrize("grader", ["ours", "stock"])
def test_chosen_and_typed_answers_get_the_same_points_for_each_exercise(points, grader):
    assert points[grader]["choose"] == points[grader]["type_in"]
    given = {name: n for name, n in points[grader]["type_in"].items() if n}
    assert given == POINTS


def test_we_and_stock_nbgrader_give_everybody_the_same_points(points):
    assert points["ours"] == points["stock"]


@pytest.mark.parametrize("forge", FORGED)
@pytest.mark.parametrize("grader", ["ours", "stock"])
def test_forged_metadata_of_answer_cells_gains_nothing(points, grader, forge):
    assert points[grader][forge.__name__] == points[grader]["type_in"]
