"""The dossier as a whole: one without a fault, flawed ones, and what it reads and saves."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from course.dossier import (
    CROSS_CHECKS,
    Artefact,
    ArtefactError,
    Dossier,
    Fault,
    ModelCard,
    OversightPlan,
    RiskRegister,
)
from course.dossier.fields.faults import LazyText, t
from course.dossier.fields.parts import Text, required
from course.dossier.papers import ARTEFACTS, Papers
from course.notebook.figures import ShownFigure
from tests.course.dossier.civicly_numbers import measured
from tests.course.dossier.examples import CIVICLY, changed, civicly


def told(faults: list[Fault]) -> list[tuple[str, str, str]]:
    return [(each.code, each.file, each.where) for each in faults]


def with_changes(name: str, *changes: tuple[str, str]) -> Dossier:
    """The Civicly dossier with changes in one artefact."""
    artefacts = dict(Dossier.read(CIVICLY).artefacts)
    artefacts[name] = ARTEFACTS[name].from_yaml(civicly(name, *changes))
    return Dossier(artefacts)


def without(*names: str) -> Dossier:
    artefacts = Dossier.read(CIVICLY).artefacts
    return Dossier({name: each for name, each in artefacts.items() if name not in names})


def test_nothing_is_found_in_a_complete_dossier_whose_numbers_are_the_measured_ones():
    dossier = Dossier.read(CIVICLY)
    assert list(dossier.artefacts) == list(ARTEFACTS)
    assert told(dossier.faults(measured())) == []


# Each flaw: the depth, the artefact, the edit, and the faults that must be told.
FLAWS = {
    "a legal basis that is still to be confirmed": (
        1, "service-brief",
        [("legal_basis: City charter of Marivelle, article 12, on answers to residents "
          "(an invented text)", "legal_basis: to be confirmed")],
        [("dossier-placeholder", "legal_basis")],
    ),
    "a risk whose measure is none": (
        1, "risk-register",
        [("measure: Objections are taken at the counter, in the clinics, by telephone and by "
          "letter.", "measure: None.")],
        [("dossier-placeholder", "risks.3.measure")],
    ),
    "an automated step without a person": (
        2, "service-brief",
        [("    human_path:\n", ""),
         ("      where: Any comment can be moved to the head of the list at the counter or by "
          "telephone, 0800 555 0110.\n", ""),
         ("      who: Clerk on duty at the citizens' desk\n", ""),
         ("      days: 1\n", "")],
        [("brief-no-human-path", "steps.2")],
    ),
    "a group left out of the table": (
        2, "fairness-statement",
        [("    too_small: [speakers of other languages]\n", "")],
        [("cross-group-without-measure", "groups")],
    ),
    "an owner that is a vendor": (
        2, "risk-register",
        [("owner: Data protection officer of Marivelle", "owner: Support desk, LUMEN-WORDS Ltd")],
        [("cross-vendor-answers", "risks.4.owner")],
    ),
    "a review after the end of the contract": (
        2, "monitoring-plan",
        [("review_on: 2027-10-10", "review_on: 2029-01-01")],
        [("cross-review-after-contract", "review_on")],
    ),
    "days for an answer that differ": (
        2, "oversight-plan",
        [("  days: 10\n", "  days: 30\n")],
        [("cross-days", "appeal.days")],
    ),
    "a risk that is rated too low": (
        3, "risk-register",
        [("level: very high\n", "level: medium\n")],
        [("risk-level", "risks.2.level")],
    ),
    "an offer whose total is too high": (
        3, "procurement-clauses",
        [("total: 3.55", "total: 3.75")],
        [("score-total", "offers.2.total")],
    ),
    "more work than hours, hidden by a wrong sum": (
        3, "oversight-plan",
        [("minutes_a_case: 6", "minutes_a_case: 12")],
        [("oversight-hours-needed", "hours_needed"), ("oversight-too-few-hours", "hours_needed")],
    ),
    "a number right to the digit but for another group": (
        4, "monitoring-plan",
        [("baseline: 0.25", "baseline: 0.45")],
        [("cross-number-of-another-group", "indicators.4.baseline")],
    ),
    "a number that was not measured": (
        4, "fairness-statement",
        [("group: French, data: test, value: 0.25", "group: French, data: test, value: 0.24")],
        [("measure-untrue", "candidates.1.measures.9.value")],
    ),
    "a measured group left out of the card": (
        4, "model-card",
        [("  - {metric: recall, group: French, data: test, value: 0.45, low: 0.28, high: 0.63, "
          "count: 116}\n", "")],
        [("measure-group-left-out", "measures")],
    ),
    "rows that were counted otherwise": (
        4, "own-datasheet",
        [("en: 6349", "en: 6394"), ("es: 5959", "es: 5914")],
        [("datasheet-rows-untrue", "groups.language.en"),
         ("datasheet-rows-untrue", "groups.language.es")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("flaw", FLAWS)
def test_each_flaw_is_told_by_its_own_message_and_nothing_else_is(flaw):
    _, name, changes, expected = FLAWS[flaw]
    found = with_changes(name, *changes).faults(measured())
    assert told(found) == [(code, name, where) for code, where in expected]
    for each in found:
        assert each.read("en").startswith(f"{name}: ")
        assert "{" not in each.read("en")


def test_there_are_two_flaws_at_least_at_each_depth():
    depths = [depth for depth, *_ in FLAWS.values()]
    assert len(depths) >= 12
    assert all(depths.count(depth) >= 2 for depth in (1, 2, 3, 4))


@pytest.mark.parametrize("flaw", [flaw for flaw, (depth, *_) in FLAWS.items() if depth == 4])
def test_what_only_the_notebook_knows_is_not_told_without_it(flaw):
    _, name, changes, _ = FLAWS[flaw]
    found = with_changes(name, *changes).faults()
    assert {each.code for each in found} <= {"cross-number-of-another-group"}


# Cross-checks: how each is broken, and what just passes.

WHO = "who: Statistics office of Marivelle, two analysts"

BROKEN = {
    "cross-system-name": ("risk-register", [("system: Civicly", "system: Civicly 2")], "system"),
    "cross-group-without-risk": (
        "risk-register",
        [("groups: [without internet, people who never write]", "groups: [without internet]")],
        "risks",
    ),
    "cross-group-without-measure": (
        "fairness-statement", [("[people who never write]", "[people who sometimes write]")],
        "groups",
    ),
    "cross-group-without-indicator": (
        "monitoring-plan", [("group: people who never write", "group: all")], "indicators",
    ),
    "cross-right-without-risk": ("risk-register", [("rights: [12]", "rights: [19]")], "risks"),
    "cross-vendor-answers": (
        "monitoring-plan", [(WHO, "who: nimbus hosting, operations")], "indicators.1.who",
    ),
    "cross-review-after-contract": (
        "oversight-plan", [("review_on: 2027-10-08", "review_on: 2029-01-01")], "review_on",
    ),
    "cross-use-after-contract": (
        "fundamental-rights-assessment", [("used_until: 2028-12-31", "used_until: 2029-01-01")],
        "used_until",
    ),
    "cross-days": (
        "fundamental-rights-assessment", [("complaint_days: 10", "complaint_days: 11")],
        "complaint_days",
    ),
    "cross-number-of-another-group": (
        "monitoring-plan", [("baseline: 0.58", "baseline: 0.59")], "indicators.5.baseline",
    ),
    "cross-number": (
        "monitoring-plan", [("baseline: 0.58", "baseline: 0.56")], "indicators.5.baseline",
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", BROKEN)
def test_each_cross_check_is_told_when_it_is_broken(code):
    name, changes, where = BROKEN[code]
    assert told(with_changes(name, *changes).faults()) == [(code, name, where)]


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("risk-register", [("system: Civicly", "system: '  CIVICLY '")]),
        ("risk-register", [("people who never write]", "People  who never write]")]),
        ("monitoring-plan", [("group: people who never write", "group: People who never write")]),
        # The vendor's name inside another word is not the vendor.
        ("monitoring-plan", [(WHO, "who: Office for lumen wordsmiths")]),
        ("oversight-plan", [("review_on: 2027-10-08", "review_on: 2028-12-31")]),
        # Digits that say nothing more do not matter.
        ("monitoring-plan", [("baseline: 0.59", "baseline: 0.590")]),
        # A number of which the statement has nothing cannot be compared.
        ("monitoring-plan", [("data: test\n    baseline: 0.58", "data: pilot\n    baseline: 0.5")]),
        ("fundamental-rights-assessment", [("used_until: 2028-12-31", "used_until: 2028-12-30")]),
    ],
)  # fmt: skip
def test_what_just_agrees_passes(name, changes):
    assert told(with_changes(name, *changes).faults()) == []


def test_without_a_chosen_candidate_no_number_is_compared():
    name = "fairness-statement"
    dossier = with_changes(name, ("chosen: learned from readers", "chosen: none"))
    assert told(dossier.faults()) == []


def test_the_statement_has_the_number_of_each_group_that_it_names_wrongly():
    name, changes, _ = BROKEN["cross-number-of-another-group"]
    (found,) = with_changes(name, *changes).faults()
    said = found.read("en")
    assert "0.59" in said and "“English”" in said and "“Portuguese” is 0.58" in said


@pytest.mark.parametrize("name", ARTEFACTS)
def test_the_cross_checks_need_no_artefact_to_be_there(name):
    assert told(without(name).faults()) == [("dossier-artefact-missing", name, "")]
    assert told(without(name).faults(needed=[each for each in ARTEFACTS if each != name])) == []
    alone = Dossier({name: Dossier.read(CIVICLY).artefacts[name]})
    assert told(alone.faults(needed=[name])) == []


def test_an_empty_dossier_lacks_everything_and_empty_artefacts_only_have_blanks():
    lacking = [(each.code, each.file) for each in Dossier({}).faults()]
    assert lacking == [("dossier-artefact-missing", name) for name in ARTEFACTS]
    empty = Dossier({name: kind() for name, kind in ARTEFACTS.items()})
    assert {each.code for each in empty.faults()} == {"dossier-blank"}


def test_names_and_numbers_that_are_still_blank_are_only_incomplete():
    dossier = with_changes("service-brief", ("- group: without internet", "- group:"))
    assert told(dossier.faults(needed=[])) == [
        ("dossier-blank", "service-brief", "excluded.1.group")
    ]
    dossier = with_changes("monitoring-plan", ("baseline: 0.58", "baseline:"))
    assert told(dossier.faults()) == [("dossier-blank", "monitoring-plan", "indicators.5.baseline")]


def test_a_blank_field_is_not_called_wrong_as_well():
    dossier = with_changes("oversight-plan", ("review_on: 2027-10-08", "review_on: TODO"))
    assert told(dossier.faults()) == [("dossier-blank", "oversight-plan", "review_on")]


def test_every_cross_check_has_an_id_a_sentence_a_source_and_a_case_here():
    ids = [check.id for check in CROSS_CHECKS]
    assert len(set(ids)) == len(ids)
    of_classes = {"cross-class", "cross-level", "cross-high-risk-without-oversight"}
    assert set(ids) == set(BROKEN) | of_classes
    for check in CROSS_CHECKS:
        assert check.checks.endswith(".")
        assert check.source


# Class and level, which other artefacts state


class Classified(Artefact):
    """An artefact that gives classes, as the classification does."""

    TITLE = t("Class")
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]] = ((t("Class"), ("name",)),)
    name: Text = required(t("Name"), t("the name."))
    given: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    refused: bool = False

    def classified(self) -> Any:
        if self.refused:
            raise ArtefactError([Fault("classification", "No facts.")])
        return SimpleNamespace(classes=self.given, missing=self.missing)


class Scored(Classified):
    """An artefact that gives a level, as the impact assessment does."""

    level: int | None = None

    def score(self) -> Any:
        return SimpleNamespace(level=self.level)


def between(classification: Artefact | None, assessment: Artefact | None, plan: Artefact | None):
    papers = {
        "classification": classification,
        "impact-assessment": assessment,
        "oversight-plan": plan,
    }
    present = Papers({name: each for name, each in papers.items() if each})
    return [
        (each.code, each.file, each.where)
        for check in CROSS_CHECKS
        for each in check.faults(present)
        if check.id != "cross-system-name"
    ]


def plan(**fields: Any) -> OversightPlan:
    return OversightPlan(**fields)


HIGH = Classified(given=("high-risk-annex-iii", "transparency"))


@pytest.mark.parametrize(
    ("classification", "assessment", "written", "expected"),
    [
        (HIGH, None, plan(ai_act_classes=["minimal"]),
         [("cross-class", "oversight-plan", "ai_act_classes")]),
        (HIGH, None, plan(ai_act_classes=["transparency"]),
         [("cross-class", "oversight-plan", "ai_act_classes")]),
        (HIGH, None, plan(ai_act_classes=["Transparency", "high-risk-annex-iii"]), []),
        (HIGH, None, plan(), []),
        (HIGH, None, None, [("cross-high-risk-without-oversight", "oversight-plan", "")]),
        (Classified(given=("minimal",)), None, None, []),
        (Classified(given=("high-risk-annex-i",), missing=("a fact",)), None, None, []),
        (Classified(refused=True), None, None, []),
        (None, Scored(level=3), plan(impact_level=2),
         [("cross-level", "oversight-plan", "impact_level")]),
        (None, Scored(level=3), plan(impact_level=3), []),
        (None, Scored(level=3), plan(), []),
        (None, Scored(level=None), plan(impact_level=2), []),
        (None, None, plan(impact_level=2, ai_act_classes=["minimal"]), []),
    ],
)  # fmt: skip
def test_class_and_level_are_those_that_the_facts_and_answers_give(
    classification, assessment, written, expected
):
    assert between(classification, assessment, written) == expected


def test_what_a_cross_check_says_of_a_whole_artefact_is_said_once():
    """A dossier that knows the classification would call the plan missing as well."""
    (check,) = (each for each in CROSS_CHECKS if each.id == "cross-high-risk-without-oversight")
    found = check.faults(Papers({"classification": HIGH}))
    assert [each.read("en") for each in found] == [
        "oversight-plan: By `classification` the system is high-risk, and there is no oversight "
        "plan. Write `oversight-plan.yml`."
    ]


# Reading and saving


def test_a_saved_dossier_is_read_again_as_the_same(tmp_path):
    dossier = Dossier.read(CIVICLY)
    dossier.save(tmp_path / "new" / "folder")
    again = Dossier.read(tmp_path / "new" / "folder")
    assert again.artefacts == dossier.artefacts
    assert {path.stem for path in (tmp_path / "new" / "folder").iterdir()} == set(ARTEFACTS)


@pytest.fixture
def copy(tmp_path) -> Path:
    return Path(shutil.copytree(CIVICLY, tmp_path / "civicly"))


def refused(folder: Path) -> list[tuple[str, str, str, int]]:
    with pytest.raises(ArtefactError) as error:
        Dossier.read(folder)
    assert all(len(line) < 700 for line in str(error.value).splitlines())
    return [(each.code, each.file, each.where, each.line) for each in error.value.faults]


def test_the_faults_of_all_files_are_told_at_once_with_file_and_line(copy):
    card, register = copy / "model-card.yml", copy / "risk-register.yml"
    card.write_text(changed(card.read_text(), ("date: 2026-09-15", "date: September")))
    register.write_text(changed(register.read_text(), ("    risk: An", "    rsik: An")))
    assert refused(copy) == [
        ("dossier-date", "model-card", "date", 3),
        ("dossier-unknown-key", "risk-register", "risks.1.rsik", 19),
    ]


@pytest.mark.parametrize("name", ["risk_register.yml", "risk-register.yaml", "notes.yml"])
def test_a_file_of_another_name_is_not_passed_over(copy, name):
    (copy / name).write_text("system: Civicly\n")
    with pytest.raises(ArtefactError) as error:
        Dossier.read(copy)
    assert name in str(error.value)
    assert "risk-register.yml" in str(error.value)


def test_pages_and_pictures_beside_the_files_are_left_alone(copy):
    (copy / "dossier.html").write_text("<p>")
    assert told(Dossier.read(copy).faults()) == []


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "none", tmp_path / "file"):
        assert [code for code, *_ in refused(path)] == ["dossier-no-folder"]


def test_an_empty_folder_is_a_dossier_with_everything_to_do(tmp_path):
    assert Dossier.read(tmp_path).artefacts == {}


def test_where_no_folder_can_be_made_this_is_told_in_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ArtefactError) as error:
        Dossier.read(CIVICLY).save(tmp_path / "file" / "folder")
    assert [each.code for each in error.value.faults] == ["dossier-cannot-save"]


@pytest.mark.parametrize("artefacts", [{"notes": RiskRegister()}, {"risk-register": ModelCard()}])
def test_only_artefacts_under_their_own_names_make_a_dossier(artefacts):
    with pytest.raises(ArtefactError) as error:
        Dossier(artefacts)
    assert [each.code for each in error.value.faults] == ["dossier-unknown-file"]


# The page, the PDF and the slides of a whole dossier


def test_a_sound_dossier_is_written_as_a_page_that_lists_no_fault(tmp_path):
    path = tmp_path / "dossier.html"
    Dossier.read(CIVICLY).write(path, measured=measured(), lang="en")
    shown = path.read_text(encoding="utf-8")
    assert "<title>Dossier: Civicly</title>" in shown
    assert "Still to do" not in shown


def test_a_group_that_no_column_shows_needs_no_attribute_in_the_statement():
    named = [("    too_small: [people who never write]\n", ""),
             ("criterion:\n", "not_in_data: [People who never write]\ncriterion:\n")]  # fmt: skip
    assert told(with_changes("fairness-statement", *named).faults(measured())) == []
    left_out = with_changes("fairness-statement", named[0]).faults(measured())
    assert told(left_out) == [("cross-group-without-measure", "fairness-statement", "groups")]


def test_the_head_of_the_page_says_what_artefacts_do_not_agree_on_and_what_is_missing(tmp_path):
    name, changes, _ = BROKEN["cross-days"]
    artefacts = dict(with_changes(name, *changes).artefacts)
    del artefacts["model-card"]
    path = tmp_path / "dossier.html"
    Dossier(artefacts).write(path, measured=measured(), lang="en")
    shown = path.read_text(encoding="utf-8")
    head = shown[: shown.index("<nav")]
    assert "Incomplete. Still to do: 2" in head
    assert (
        "<code>Days for a complaint</code> promises" in head
        and "model-card: This artefact is still missing" in head
    )
    Dossier(artefacts).write(path, needed=["service-brief"], lang="en")
    assert "Incomplete. Still to do: 1" in path.read_text(encoding="utf-8")


def test_figures_are_shown_in_the_artefact_whose_name_they_are_given_by(tmp_path):
    figure = ShownFigure("<svg/>", "<svg/>", "A longer wait", "Recall by language")
    path = tmp_path / "dossier.html"
    Dossier.read(CIVICLY).write(path, figures={"model-card": [figure]}, lang="en")
    assert path.read_text(encoding="utf-8").count('alt="Recall by language"') == 1


def test_a_name_that_ends_in_pdf_gives_a_pdf(tmp_path):
    pytest.importorskip("typst")
    path = tmp_path / "dossier.pdf"
    Dossier.read(CIVICLY).write(path, lang="en")
    assert path.read_bytes().startswith(b"%PDF-")


def test_the_slides_are_named_after_the_system(tmp_path):
    path = tmp_path / "deck.html"
    Dossier.read(CIVICLY).write_deck(path, asked=["May we begin in May?"], lang="en")
    shown = path.read_text(encoding="utf-8")
    assert "<title>Dossier: Civicly</title>" in shown and "May we begin in May?" in shown


def test_nothing_is_written_of_an_empty_dossier_or_into_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(ArtefactError, match="still missing"):
        Dossier({}).write(tmp_path / "dossier.html")
    with pytest.raises(ArtefactError, match=r"No such file"):
        Dossier.read(CIVICLY).write(tmp_path / "nowhere" / "dossier.html")
    assert list(tmp_path.iterdir()) == []
