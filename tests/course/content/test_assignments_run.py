"""Every assignment of the course, in every language, runs untouched and with its answers.

Filled in, in one language, in a fresh kernel; else in one that has imported the libraries already.
"""

import json
import shutil

import pytest
from nbformat.v4 import new_code_cell

from classroom.demo import fill
from course.checking.exercises import load_suite
from course.language import LANGUAGES as ALL
from course.project.names import CHECKPOINTS
from course.start.home import copy_with_checks
from tests.course.content.notebooks import (
    ASSIGNED,
    LANGUAGES,
    ROOT,
    code,
    each_assignment,
    read,
    run_notebook,
    solutions,
    source_notebook,
)

MODELS_WEEKLY = [
    pytest.param(slug, marks=[pytest.mark.weekly] if slug in CHECKPOINTS else [])
    for slug in ASSIGNED
]
"""The checkpoints of the project each week only: their models take half a minute to learn."""


@each_assignment
def test_an_assignment_filled_with_the_reference_answers_gets_all_its_points(slug, lang, tmp_path):
    folder = copy_with_checks(ROOT / "release" / lang / slug, tmp_path / slug)
    path = folder / f"{slug}.ipynb"
    fill(path, solutions(slug))
    # The models of a checkpoint are fitted once in a session of tests: not in a fresh kernel.
    fresh = lang == LANGUAGES[0] and slug not in CHECKPOINTS
    outcomes = run_notebook(read(path), folder, fresh=fresh)
    stated = load_suite(ROOT / "source" / slug / "checks.py").exercises
    graded = {name: exercise.points for name, exercise in stated.items() if exercise.points}
    assert {outcome["exercise"]: outcome["points"] for outcome in outcomes} == graded


@pytest.mark.weekly
@pytest.mark.parametrize("slug", [slug for slug in ASSIGNED if slug in CHECKPOINTS])
def test_a_checkpoint_filled_in_runs_in_a_fresh_kernel(slug, tmp_path):
    folder = copy_with_checks(ROOT / "release" / "en" / slug, tmp_path / slug)
    path = folder / f"{slug}.ipynb"
    fill(path, solutions(slug))
    outcomes = run_notebook(read(path), folder, fresh=True)
    stated = load_suite(ROOT / "source" / slug / "checks.py").exercises
    graded = {name: exercise.points for name, exercise in stated.items() if exercise.points}
    assert {outcome["exercise"]: outcome["points"] for outcome in outcomes} == graded


@pytest.mark.parametrize("slug", ASSIGNED)
def test_the_code_of_an_assignment_is_the_same_in_every_language(slug):
    paths = [ROOT / "release" / lang / slug / f"{slug}.ipynb" for lang in ALL]
    assert code(paths[0])
    assert all(code(path) == code(paths[0]) for path in paths)


@each_assignment
def test_an_untouched_assignment_runs_and_is_not_attempted(slug, lang, tmp_path):
    folder = copy_with_checks(ROOT / "release" / lang / slug, tmp_path / slug)
    outcomes = run_notebook(read(folder / f"{slug}.ipynb"), folder)
    assert {outcome["state"] for outcome in outcomes} == {"not-attempted"}
    assert sum(outcome["points"] for outcome in outcomes) == 0


@pytest.mark.parametrize("slug", MODELS_WEEKLY)
def test_the_source_with_its_solutions_runs_and_gets_all_its_points(slug, tmp_path):
    shutil.copyfile(ROOT / "source" / slug / "checks.py", tmp_path / "checks.py")
    outcomes = run_notebook(source_notebook(slug), tmp_path)
    assert outcomes
    assert all(outcome["points"] == outcome["out_of"] for outcome in outcomes)


@pytest.mark.slow
@pytest.mark.parametrize("slug", MODELS_WEEKLY)
def test_points_stay_when_right_answers_are_run_again(slug, tmp_path):
    """Each answer and its check are run twice in one kernel, as a learner may run them."""
    folder = copy_with_checks(ROOT / "release" / "en" / slug, tmp_path / slug)
    (tmp_path / "start.ipynb").write_text("{}", encoding="utf-8")
    path = folder / f"{slug}.ipynb"
    fill(path, solutions(slug))
    notebook = read(path)
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if cell.id.startswith("check-"):
            answer = cell.id.removeprefix("check-")
            code_cells = [each for each in notebook.cells if each.cell_type == "code"]
            again = [each for each in code_cells if each.id in (answer, cell.id)]
            cells += [new_code_cell(each.source) for each in again]
    notebook.cells = cells
    outcomes = run_notebook(notebook, folder)
    graded = [outcome for outcome in outcomes if outcome["out_of"]]
    stated = load_suite(ROOT / "source" / slug / "checks.py").exercises
    names = [name for name, exercise in stated.items() if exercise.points]
    assert sorted(outcome["exercise"] for outcome in graded) == sorted(2 * names)
    assert all(outcome["points"] == outcome["out_of"] for outcome in graded)
    (kept,) = json.loads((tmp_path / "progress.json").read_text(encoding="utf-8")).values()
    assert {name: kept[name]["points"] for name in names} == {
        name: stated[name].points for name in names
    }
