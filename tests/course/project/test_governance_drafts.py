"""The drafts of checkpoint 4: made from the team's own files, and never right as they are."""

import re

import pytest

from classroom.demo import load_answers_module
from course import check
from course.checking.exercises import load_suite
from course.checking.notebook_check import GRADER_FOLDER
from course.dossier.form.widgets import as_texts
from course.project.folder import Project
from course.project.project_files import KINDS
from course.publishing.source import read_notebook
from tests.course.content.notebooks import ROOT
from tests.course.project import example_own_project
from tests.course.project.example_project import put_before

SLUG = "capstone-4-governance"
FOLDER = ROOT / "source" / SLUG
EARLIER = ("service-brief", "choices", "measured.yml")


@pytest.fixture(scope="module")
def reference() -> dict[str, str]:
    """The texts of a whole project: the solutions of the notebook."""
    return load_answers_module(ROOT, SLUG).TEXTS


@pytest.fixture
def notebook(monkeypatch, tmp_path, reference):
    """Runs the cells of the released notebook, each form saved by `save(project, name, given)`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AI4GOV_LANG", "en")
    monkeypatch.setenv(GRADER_FOLDER, str(FOLDER))
    (tmp_path / "project").mkdir()
    for name in EARLIER:
        file = name if name.endswith(".yml") else f"{name}.yml"
        (tmp_path / "project" / file).write_text(reference[name], encoding="utf-8")

    def run(save):
        monkeypatch.setattr(
            Project, "edit", lambda self, name, measured=None, given=None: save(self, name, given)
        )
        cells = read_notebook(
            FOLDER / "assignment.py", SLUG, load_suite(FOLDER / "checks.py")
        ).cells
        names: dict = {"check": check}
        outcomes = {}
        for cell in cells:
            marks = cell.metadata.get("nbgrader", {})
            if cell.cell_type != "code":
                continue
            source = cell.source.split("### BEGIN SOLUTION")[0]
            if marks.get("solution") and cell.id in ("flip", "duties"):
                source = cell.source
            if marks.get("grade"):
                outcomes[cell.id.removeprefix("check-")] = eval(source, names)
            else:
                exec(source, names)
        return outcomes

    return run


def test_a_team_that_only_saves_the_drafts_earns_nothing_for_any_form(notebook):
    def save(project, name, given):
        project.write(name, as_saved(KINDS[name], given))

    outcomes = notebook(save)
    forms = {name for name in outcomes if name not in ("flip", "duties", "alarm-week")}
    assert {name: float(outcomes[name]) for name in forms} == dict.fromkeys(forms, 0)
    assert {outcomes[name].state for name in forms} == {"not-yet"}


def test_a_team_that_fills_the_blanks_and_keeps_the_wrong_statements_does_not_get_the_points(
    notebook, reference
):
    """Every field of the draft that is not blank stays; all others are those of the reference."""
    from course.dossier.fields.reading import read_yaml

    def save(project, name, given):
        whole = read_yaml(reference[name])[0]
        project.write(name, as_saved(KINDS[name], _kept(as_texts(dict(given)), whole)))

    outcomes = notebook(save)
    for name in ("classification", "assessment", "rights", "register", "oversight", "monitoring"):
        assert float(outcomes[name]) <= outcomes[name].out_of / 2, name
    assert float(outcomes["baselines"]) == 0


def test_the_drafts_take_names_groups_and_numbers_from_the_files_of_the_team(notebook, reference):
    drafts = {}

    def save(project, name, given):
        drafts[name] = as_texts(dict(given))

    notebook(save)
    assert {draft.get("system", draft.get("name")) for draft in drafts.values()} == {"Civicly"}
    groups = [each["group"] for each in drafts["fundamental-rights-assessment"]["affected"]]
    assert groups == [
        "English",
        "Spanish",
        "Portuguese",
        "French",
        "without internet",
        "writes with difficulty",
        "people without a fixed address",
    ]
    counted = drafts["fundamental-rights-assessment"]["affected"][3]["people_a_year"]
    assert int(counted) == 1010  # comments in French from July 2025 to June 2026
    french = [each for each in drafts["monitoring-plan"]["indicators"] if each["group"] == "French"]
    assert [each["baseline"] for each in french] == ["0.293"]


def test_the_draft_of_the_plan_watches_the_gap_at_which_the_statement_stops_the_service(
    notebook, tmp_path
):
    put_before(SLUG, tmp_path)
    drafts = {}

    def save(project, name, given):
        drafts[name] = as_texts(dict(given))

    notebook(save)
    last = drafts["monitoring-plan"]["indicators"][-1]
    assert (last["metric"], last["group"]) == ("equal opportunity difference", "all")
    # The number of the example's fairness statement. What happens then is the team's to write.
    assert last["alarm"] == {"when": "above", "number": "0.35", "window": "2"}
    assert last["then"] == ""


def as_saved(kind, given) -> str:
    """What the form would write for these fields."""
    from course.dossier.artefact import as_yaml
    from course.dossier.fields.faults import ArtefactError

    fields = as_texts(dict(given))
    try:
        return kind(**fields).to_yaml()
    except ArtefactError:
        return as_yaml(fields)


def _kept(draft, whole):
    """The draft with its blanks filled from a whole form; derived fields follow the whole one."""
    if isinstance(draft, dict) and isinstance(whole, dict):
        return {key: _kept(draft.get(key, ""), whole.get(key, "")) for key in {**draft, **whole}}
    if isinstance(draft, list) and isinstance(whole, list) and draft:
        if not isinstance(draft[0], dict):
            return draft
        more = whole[len(draft) :]
        return [*map(_kept, draft, [*whole, *draft[len(whole) :]]), *more]
    return draft or whole


def test_a_team_with_its_own_service_gets_drafts_that_say_nothing_of_civicly(notebook, tmp_path):
    for name in ("choices.yml", "measured.yml", "service-brief.yml"):
        (tmp_path / "project" / name).unlink()
    example_own_project.put(tmp_path / "project", ("capstone-1-brief", "capstone-2-data-and-model"))
    drafts = {}

    def save(project, name, given):
        drafts[name] = as_texts(dict(given))
        project.write(name, as_saved(KINDS[name], given))

    outcomes = notebook(save)
    assert set(drafts) == {
        "classification",
        "impact-assessment",
        "fundamental-rights-assessment",
        "risk-register",
        "oversight-plan",
        "monitoring-plan",
    }
    assert re.findall(r"civicly|marivelle|\bcomments?\b|\bdesk\b", str(drafts).lower()) == []
    assert [each["group"] for each in drafts["monitoring-plan"]["indicators"]] == [
        "all",
        "age group: under 30",
        "age group: 30 to 44",
        "housing: rent",
        "housing: for free",
    ]
    # Half of the six applications that people read by data.yml: one of the wrong statements.
    assert drafts["oversight-plan"]["cases_a_day"] == "3"
    forms = {name for name in outcomes if name not in ("flip", "duties", "alarm-week")}
    assert {name: float(outcomes[name]) for name in forms} == dict.fromkeys(forms, 0)


def test_the_drafts_never_promise_the_days_of_the_brief(notebook, tmp_path):
    brief = tmp_path / "project" / "service-brief.yml"
    text = brief.read_text("utf-8")
    assert "objection_days: 10\n" in text
    # The days that the drafts once promised to every team.
    brief.write_text(text.replace("objection_days: 10\n", "objection_days: 30\n"), "utf-8")
    drafts = {}

    def save(project, name, given):
        drafts[name] = as_texts(dict(given))

    notebook(save)
    assert drafts["fundamental-rights-assessment"]["complaint_days"] == "50"
    assert drafts["oversight-plan"]["appeal"]["days"] == "50"
