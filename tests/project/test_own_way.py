"""A team with its own data goes through the five checkpoints, from the released notebooks."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import nbformat
import pytest

pytest.importorskip("fairlearn.metrics")
pytest.importorskip("matplotlib.pyplot")
pytest.importorskip("sklearn.ensemble")

from autograder import demo, demo_project
from autograder.grading.grade import grade
from autograder.records import Result
from course.checking.exercises import load_suite
from course.checking.expect import NotYet
from course.project import ServiceError, open_project, project_of, visible_scores
from course.project.names import CHECKPOINTS
from course.publishing.build import build
from tests.content.notebooks import ROOT, ForkingClient
from tests.project import example_own_project as example

BRIEF, DATA, FAIRNESS, GOVERNANCE, PRESENTATION = CHECKPOINTS

OUTCOME = """
counted = "Loans not repaid as agreed, as a share of the loans given to residents in a year"
today = 0.3
wanted = 0.24
by = "2028-06-30"
answers_for_it = "Head of the small-loans office, Ama Boateng"
"""

MODEL = (Path(__file__).parent / "own_model.py").read_text("utf-8").partition('"""\n')[2]
KEEP = "own, files = keep(train, decide, find_duplicates)\n"

ANSWERS = {
    BRIEF: {"outcome": OUTCOME},
    DATA: {"own-model": None, "gap": None},
    FAIRNESS: {},
    GOVERNANCE: {},
    PRESENTATION: {"written": 'title = "Early Talk: nobody falls into debt unheard"\n'
                              "pages = write_pages(title, everything)"},
}  # fmt: skip
"""The team's own answers in cells that no form fills; None leaves a cell as it was released."""

FOREIGN = re.compile(r"civicly|marivelle|\bcomments?\b|synthetic|\bdesk\b", re.IGNORECASE)
"""Words that belong to Civicly, and have no place in the papers of another service."""


@pytest.fixture
def texts() -> dict[str, str]:
    """All files of the example, by the names that checks take."""
    files = {
        name: example.own_table() if name == "data.csv" else (example.EXAMPLE / name).read_text()
        for names in example.WRITTEN_IN.values()
        for name in names
    }
    return demo_project._texts(files)


def answered(course: Path, slug: str, path: Path, own: dict[str, str | None]) -> None:
    """Fill a released notebook: reference answers, the team's own, and forms as they are."""
    writer = demo_project._Writer(ROOT, course, slug)
    notebook = nbformat.read(path, as_version=4)
    found = writer._answered(notebook) | own
    demo.fill(path, {name: source for name, source in found.items() if source is not None})


def exercise_points(course: Path, slug: str, student: str) -> dict[str, float]:
    """The points of each exercise in a graded notebook."""
    path = course / "autograded" / student / slug / f"{slug}.ipynb"
    return {
        demo.exercise_name(cell.metadata.nbgrader.grade_id): round(
            float(cell.outputs[-1]["data"]["text/plain"]), 3
        )
        for cell in nbformat.read(path, as_version=4).cells
        if demo.is_test(cell) and cell.outputs
    }


@pytest.mark.weekly
def test_a_team_without_code_takes_its_own_service_through_all_five_checkpoints(tmp_path):
    course, desk = tmp_path / "course", tmp_path / "desk"
    course.mkdir()
    demo.make_course(ROOT, course, build(ROOT, list(CHECKPOINTS)))
    config = demo.CONFIG.replace("timeout = 10", "timeout = 90")
    (course / "nbgrader_config.py").write_text(config, encoding="utf-8")
    given: dict[str, dict[str, float]] = {}
    for slug in CHECKPOINTS:
        here = shutil.copytree(ROOT / "release" / "en" / slug, desk / slug)
        # The forms of this checkpoint. The notebook takes all earlier files from beside it.
        example.put(here / "project", (slug,))
        answered(course, slug, here / f"{slug}.ipynb", ANSWERS[slug])
        notebook = nbformat.read(here / f"{slug}.ipynb", as_version=4)
        ForkingClient(
            notebook, timeout=180, kernel_name="python3", resources={"metadata": {"path": str(here)}}
        ).execute()
        shown = "\n".join(
            str(output.get("data", output)) for cell in notebook.cells
            for output in cell.get("outputs", []) if cell.id.startswith(("agree", "disagree"))
        )  # fmt: skip
        assert "Disagreements" not in shown, shown
        demo.generate(course, slug)
        handed_in(course, slug, here, "team")
        graded = grade(course, slug, jobs=1)
        assert [each.reasons for each in graded] == [[]] or not graded[0].reasons
        given[slug] = exercise_points(course, slug, "team")
        full = {
            name: each.points
            for name, each in load_suite(ROOT / "source" / slug / "checks.py").exercises.items()
            if each.points and ANSWERS[slug].get(name, "") is not None
        }
        assert {name: given[slug].get(name) for name in full} == full, slug
    for page in ("dossier.html", "deck.html"):
        text = re.sub(r"<(script|style).*?</\1>", "", (here / "project" / page).read_text(), flags=re.S)
        text = re.sub(r"<[^>]*>", " ", text)
        assert "Early Talk" in text
        assert FOREIGN.findall(text) == [], page


def handed_in(course: Path, slug: str, here: Path, student: str) -> None:
    """Hand in a folder, as a learner does."""
    target = course / "submitted" / student / slug
    shutil.copytree(here, target, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    (target / "timestamp.txt").write_text(demo.TIMESTAMP, encoding="utf-8")


@pytest.mark.weekly
def test_a_team_that_programs_earns_all_points_for_a_model_of_its_own_data(tmp_path):
    course, desk = tmp_path / "course", tmp_path / "desk"
    course.mkdir()
    demo.make_course(ROOT, course, build(ROOT, [DATA]))
    config = demo.CONFIG.replace("timeout = 10", "timeout = 90")
    (course / "nbgrader_config.py").write_text(config, encoding="utf-8")
    here = shutil.copytree(ROOT / "release" / "en" / DATA, desk / DATA)
    example.put(here / "project", (BRIEF, DATA))
    answered(course, DATA, here / f"{DATA}.ipynb", {"own-model": f"{MODEL}\n\n{KEEP}", "gap": KEEP})
    demo.generate(course, DATA)
    handed_in(course, DATA, here, "team")
    grade(course, DATA, jobs=1)
    points = exercise_points(course, DATA, "team")
    assert points["own-model"] == points["gap"] == 2
    assert sum(points.values()) == 16
