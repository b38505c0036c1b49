"""Every assignment of the course, in every language, runs untouched and with its answers.

Filled in, in one language, in a fresh kernel; else in one that has imported the libraries already.
"""

import shutil

import pytest

from autograder.demo import fill
from course.checking.exercises import load_suite
from course.language import LANGUAGES as ALL
from tests.content.notebooks import (
    LANGUAGES,
    ROOT,
    SLUGS,
    code,
    each_notebook,
    read,
    run_notebook,
    solutions,
    source_notebook,
)


@each_notebook
def test_an_assignment_filled_with_the_reference_answers_gets_all_its_points(slug, lang, tmp_path):
    folder = shutil.copytree(ROOT / "release" / lang / slug, tmp_path / slug)
    path = folder / f"{slug}.ipynb"
    fill(path, solutions(slug))
    outcomes = run_notebook(read(path), folder, fresh=lang == LANGUAGES[0])
    stated = load_suite(ROOT / "source" / slug / "checks.py").exercises
    graded = {name: exercise.points for name, exercise in stated.items() if exercise.points}
    assert {outcome["exercise"]: outcome["points"] for outcome in outcomes} == graded


@pytest.mark.parametrize("slug", SLUGS)
def test_the_code_of_an_assignment_is_the_same_in_every_language(slug):
    paths = [ROOT / "release" / lang / slug / f"{slug}.ipynb" for lang in ALL]
    assert code(paths[0])
    assert all(code(path) == code(paths[0]) for path in paths)


@each_notebook
def test_an_untouched_assignment_runs_and_is_not_attempted(slug, lang, tmp_path):
    folder = shutil.copytree(ROOT / "release" / lang / slug, tmp_path / slug)
    outcomes = run_notebook(read(folder / f"{slug}.ipynb"), folder)
    assert {outcome["state"] for outcome in outcomes} == {"not-attempted"}
    assert sum(outcome["points"] for outcome in outcomes) == 0


@pytest.mark.parametrize("slug", SLUGS)
def test_the_source_with_its_solutions_runs_and_gets_all_its_points(slug, tmp_path):
    shutil.copyfile(ROOT / "source" / slug / "checks.py", tmp_path / "checks.py")
    outcomes = run_notebook(source_notebook(slug), tmp_path)
    assert outcomes
    assert all(outcome["points"] == outcome["out_of"] for outcome in outcomes)
