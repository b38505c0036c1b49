"""A team with its own data goes through the five checkpoints, from the released notebooks."""

from __future__ import annotations

import io
import math
import re
import shutil
from pathlib import Path

import nbformat
import pandas as pd
import pytest

pytest.importorskip("fairlearn.metrics")
pytest.importorskip("matplotlib.pyplot")
pytest.importorskip("sklearn.ensemble")

from autograder.grading.grade import grade
from classroom import demo, demo_project
from course import check, language
from course.checking.exercises import load_suite
from course.checking.notebook_check import GRADER_FOLDER
from course.dossier import FairnessStatement
from course.language import LANGUAGES
from course.project import audit_of, measured, project_of, tabular, visible_scores
from course.project.choices import Choices, OwnChoices
from course.project.measured import of_large_groups
from course.project.names import CHECKPOINTS
from course.project.project_files import KINDS
from course.project.tabular import own_parts
from course.publishing.build import build
from course.start.home import copy_with_checks
from tests.course.content.notebooks import ROOT, ForkingClient
from tests.course.project import example_own_project as example
from tests.course.project.test_large_groups import recall

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

NEEDED = tuple(
    name.removesuffix(".yml")
    for names in example.WRITTEN_IN.values()
    for name in names
    if name.removesuffix(".yml") in KINDS
)

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


def share(texts: dict[str, str], name: str) -> float:
    """The share of a score's points for the service of a project."""
    return visible_scores(project_of(texts).service(), texts).share(name)


def with_answers(texts: dict[str, str], change) -> dict[str, str]:
    """The project with other answers in its table."""
    table = pd.read_csv(io.StringIO(texts["data.csv"]), dtype=str)
    table["outcome"] = change(table["outcome"])
    return texts | {"data.csv": table.to_csv(index=False)}


def test_the_example_agrees_in_all_its_files(texts):
    found = project_of(texts).disagreements(needed=NEEDED)
    assert found.sentences("en") == []


def test_a_service_that_learns_from_answers_drawn_by_chance_earns_next_to_nothing(texts):
    drawn = with_answers(texts, lambda answers: answers.sample(frac=1, random_state=3).to_numpy())
    # The rows kept aside hold about 80 cases at risk, so chance can give a few points.
    service = project_of(drawn).service()
    scores = visible_scores(service, drawn)
    assert scores.share("routing") < 0.5
    assert scores.share("urgent") < 0.5
    # Equally bad for all groups is not fair.
    assert scores.share("gap") <= scores.share("routing")


@pytest.mark.parametrize("name", ["routing", "hand-over"])
def test_a_service_that_hands_over_everything_earns_nothing(texts, name):
    everything = texts["choices"].replace("alone_from: 0.65", "alone_from: 1")
    assert share(texts | {"choices": everything}, name) == 0


def test_all_points_of_a_score_begin_above_what_knowing_nothing_reaches(texts):
    scores = visible_scores(project_of(texts).service(), texts)
    # 6 of 20 applications are read: by chance 30% of those at risk.
    assert scores.ranges["urgent"].baseline == pytest.approx(0.3)
    # By chance, a case is read first, or else it is among the 20% that are handed over.
    assert scores.ranges["never-alone"].baseline == pytest.approx(0.3 + 0.7 * 0.2)
    for name in ("routing", "urgent", "never-alone"):
        assert scores.ranges[name].good > scores.ranges[name].baseline + 0.15


def test_one_candidate_reads_the_same_share_of_each_group_of_the_first_column(texts):
    project = project_of(texts)
    _, _, aside = own_parts(project)
    decided = project.service().decide(aside)
    groups = aside["age group"].to_numpy()
    read = tabular._each_group(decided["urgency"].to_numpy(), groups, 0.3)
    for name in set(groups):
        here = groups == name
        assert read[here].sum() == math.ceil(0.3 * here.sum())
        # The most urgent ones within the group.
        urgency = decided["urgency"].to_numpy()[here]
        assert urgency[read[here]].min() >= urgency[~read[here]].max()


def test_the_choices_on_own_data_ask_nothing_about_comments(texts):
    assert project_of(texts).kind("choices") is OwnChoices
    assert project_of(texts | {"team": "way: civicly\n"}).kind("choices") is Choices
    fields = [OwnChoices.model_fields[name] for name in OwnChoices.model_fields]
    shown = " ".join(f"{each.title} {each.description}" for each in fields)
    assert FOREIGN.findall(shown) == []


TOLD = {
    "a group that the data do not show": (
        "service-brief", "housing: rent", "people who rent", "project-group-not-measured",
    ),
    "a plan that is silent about cases without a person": (
        "oversight-plan", "An application that was refused and that no person has read",
        "The list has a wrong date", "project-own-rule",
    ),
    "fewer cases than people read by the data": (
        "oversight-plan", "cases_a_day: '10'", "cases_a_day: '5'", "project-own-capacity",
    ),
    "another service": ("choices", "Early Talk", "Late Talk", "project-system-name"),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_what_does_not_agree_on_the_own_way_is_told(texts, case):
    name, old, new, code = TOLD[case]
    assert old in texts[name]
    changed = texts | {name: texts[name].replace(old, new)}
    if name == "choices":
        changed["measured.yml"] = "model: none\n"
    assert code in project_of(changed).disagreements().codes()


SHEETS = {
    "a count that is wrong": ("under 30: 371", "under 30: 370"),
    "an answer that is not described": ("name: outcome", "name: result"),
    "a column of groups that is not described": ("name: housing", "name: lodging"),
    "no use that is refused, but a “no”": (
        "Not to refuse anybody, not for a decision about a person of today, "
        "and not to compare women and men.", "There are no other such data.",
    ),
    "no use that is refused": ("Not to refuse anybody, not for a decision about a person of today, "
                               "and not to compare women and men.", "For the audit."),
}  # fmt: skip


@pytest.mark.parametrize("case", [None, *SHEETS])
def test_the_datasheet_of_own_data_is_held_against_the_data(texts, monkeypatch, case):
    monkeypatch.setenv(GRADER_FOLDER, str(ROOT / "source" / DATA))
    old, new = SHEETS[case] if case else ("", "")
    assert old in texts["own-datasheet"]
    changed = texts | {"own-datasheet": texts["own-datasheet"].replace(old, new)}
    assert float(check("datasheet", changed)) == (1 if case else 2)


def test_the_form_of_the_datasheet_begins_with_counts_and_names_of_columns(texts):
    project = project_of(texts)
    sheet = tabular.begun(project)
    described = [each["name"] for each in sheet["columns"]]
    assert set(described) == set(own_parts(project)[1].columns)
    assert {"outcome", "age group", "housing"} <= set(described)
    assert "telephone" not in described
    counts = tabular.counted_own(project)
    assert sheet["rows"] == str(counts["rows"])
    assert sheet["groups"]["housing"]["rent"] == str(counts["groups"]["housing"]["rent"])
    told = KINDS["own-datasheet"](**sheet).faults(counts)
    assert {f"columns.{n}.meaning" for n in range(1, len(described) + 1)} <= {
        each.where for each in told
    }


@pytest.mark.parametrize(("stated", "is_told"), [("0.6", False), ("0.65", True)])
def test_a_card_states_the_threshold_with_which_own_code_decides_on_own_data(
    texts, monkeypatch, stated, is_told
):
    monkeypatch.setenv(GRADER_FOLDER, str(ROOT / "source" / FAIRNESS))
    own = texts | {"model.py": MODEL}
    assert "threshold: 0.65" in own["model-card"] and "alone_from: 0.65" in own["choices"]
    card = own["model-card"].replace("threshold: 0.65", f"threshold: {stated}")
    told = check("card", card, project_of(own).service(), own).message.read("en")
    assert ("decides alone from a confidence of 0.6 on" in told) == is_told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_shows_the_keys_of_files(texts, tmp_path, lang):
    dossier = project_of(texts).dossier
    dossier.write(tmp_path / "dossier.html", lang=lang)
    dossier.write_deck(tmp_path / "deck.html", lang=lang)
    for page in ("dossier.html", "deck.html"):
        shown = (tmp_path / page).read_text(encoding="utf-8")
        assert not re.search("order-of-arrival|one-list|each-group", shown)
        assert not re.search(r">\s*(all|test|test, answer|minimal|high-risk)\s*<", shown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_faults_of_the_data_and_of_the_project_name_fields_as_the_forms_do(texts, lang):
    other = texts | {
        "data": texts["data"].replace("answer: outcome", "answer: result"),
        "oversight-plan": re.sub(r"cases_a_day: \S+", "cases_a_day: 1", texts["oversight-plan"]),
    }
    project = project_of(other)
    (read,) = [e.read(lang) for e in project.data_faults() if e.code == "table-missing-column"]
    assert f"`{language.text('What is predicted', module='course', lang=lang)}`" in read
    (read,) = [e.read(lang) for e in project.disagreements() if e.code == "project-own-capacity"]
    assert f"`{language.text('Cases a day', module='course', lang=lang)}`" in read


def test_a_brief_says_totals_as_the_language_writes_numbers(texts, monkeypatch):
    monkeypatch.setenv(GRADER_FOLDER, str(ROOT / "source" / BRIEF))
    worse = texts["service-brief"].replace(
        "chosen: Early Talk with open hours", "chosen: Short talk with each applicant"
    ).replace("chosen_because: It has the highest total, by little. If short talks help as much in "
              "the trial, we drop the list.", "chosen_because: It is cheap.")  # fmt: skip
    told = check("alternatives", texts | {"service-brief": worse}).message
    assert told.code == "capstone-1-not-the-best"
    assert "3,3" in told.read("es") and "3,4" in told.read("es") and "3.4" in told.read("en")


@pytest.mark.parametrize("near", [True, False])
def test_an_assessment_may_say_that_there_is_no_gap_where_none_is_sure(texts, monkeypatch, near):
    monkeypatch.setenv(GRADER_FOLDER, str(ROOT / "source" / GOVERNANCE))
    statement = FairnessStatement.from_yaml(texts["fairness-statement"])
    (one,) = [each for each in statement.candidates if each.name == "one-list"]
    numbers = [
        recall(each.group, 30 if near or place % 2 else 6, 60)
        for place, each in enumerate(one.measures)
        if each.metric == "recall"
    ]
    others = [each for each in statement.candidates if each.name != "one-list"]
    changed = {"candidates": [*others, one.model_copy(update={"measures": numbers})]}
    own = texts | {
        "fairness-statement": statement.model_copy(update=changed).to_yaml(),
        "impact-assessment": re.sub(
            "fairness-assessment: .*", "fairness-assessment: no-gap", texts["impact-assessment"]
        ),
    }
    told = check("assessment", own)
    assert float(told) == (2 if near else 1)
    assert ("capstone-4-gap-measured" in told_codes(told)) != near
    own["impact-assessment"] = own["impact-assessment"].replace("no-gap", "not-assessed")
    assert "capstone-4-gap-measured" in told_codes(check("assessment", own))


def test_a_card_need_not_name_a_group_of_a_few_cases(texts, monkeypatch):
    monkeypatch.setenv(GRADER_FOLDER, str(ROOT / "source" / FAIRNESS))
    service = project_of(texts).service()
    recalls = of_large_groups(audit_of(service, texts)["model-card"])
    lowest = min(recalls, key=lambda each: each.value)
    assert lowest.group in texts["model-card"].split("fails_for:")[1]
    assert float(check("card", texts["model-card"], service, texts)) == 3
    monkeypatch.setattr(measured, "fewest_urgent", lambda urgent: lowest.count + 1)
    told = check("card", texts["model-card"], service, texts)
    assert told_codes(told) == ["capstone-3-card-fails-for"]


def told_codes(told) -> list[str]:
    """The codes of all messages of a check."""
    return [each.code for each in getattr(told.message, "messages", (told.message,))]


def test_a_group_too_small_for_a_gap_is_told_as_such(texts, monkeypatch):
    monkeypatch.setenv(GRADER_FOLDER, str(ROOT / "source" / DATA))
    small = texts | {"data": texts["data"].replace("groups: [age group, housing]",
                                                   "groups: [housing]")
                     .replace("left_out: [", "left_out: [age group, ")}  # fmt: skip
    told = check("gap", project_of(small).service(), small)
    assert float(told) == 0
    assert "50 rows" in told.message.read("en")


@pytest.mark.weekly
def test_a_team_without_code_takes_its_own_service_through_all_five_checkpoints(tmp_path):
    course, desk = tmp_path / "course", tmp_path / "desk"
    course.mkdir()
    demo.make_course(ROOT, course, build(ROOT, list(CHECKPOINTS)))
    config = demo.CONFIG.replace("timeout = 10", "timeout = 90")
    (course / "nbgrader_config.py").write_text(config, encoding="utf-8")
    given: dict[str, dict[str, float]] = {}
    for slug in CHECKPOINTS:
        here = copy_with_checks(ROOT / "release" / "en" / slug, desk / slug)
        # The forms of this checkpoint. The notebook takes all earlier files from beside it.
        example.put(here / "project", (slug,))
        answered(course, slug, here / f"{slug}.ipynb", ANSWERS[slug])
        notebook = nbformat.read(here / f"{slug}.ipynb", as_version=4)
        ForkingClient(
            notebook,
            timeout=180,
            kernel_name="python3",
            resources={"metadata": {"path": str(here)}},
        ).execute()
        shown = "\n".join(
            str(output.get("data", output)) for cell in notebook.cells
            for output in cell.get("outputs", []) if cell.id.startswith(("agree", "disagree"))
        )  # fmt: skip
        assert "Disagreements" not in shown, shown
        demo.generate(course, slug)
        handed_in(course, slug, here, "team")
        graded = grade(course, slug, jobs=1)
        assert [list(each.reasons) for each in graded] == [[]]
        given[slug] = exercise_points(course, slug, "team")
        full = {
            name: each.points
            for name, each in load_suite(ROOT / "source" / slug / "checks.py").exercises.items()
            if each.points and ANSWERS[slug].get(name, "") is not None
        }
        assert {name: given[slug].get(name) for name in full} == full, slug
    for page in ("dossier.html", "deck.html"):
        text = re.sub(
            r"<(script|style).*?</\1>", "", (here / "project" / page).read_text(), flags=re.S
        )
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
    here = copy_with_checks(ROOT / "release" / "en" / DATA, desk / DATA)
    example.put(here / "project", (BRIEF, DATA))
    answered(course, DATA, here / f"{DATA}.ipynb", {"own-model": f"{MODEL}\n\n{KEEP}", "gap": KEEP})
    demo.generate(course, DATA)
    handed_in(course, DATA, here, "team")
    grade(course, DATA, jobs=1)
    points = exercise_points(course, DATA, "team")
    assert points["own-model"] == points["gap"] == 2
    assert sum(points.values()) == 16
