"""What a report says of a class whose records are made up; and how the page can be used."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import polib
import pytest
from bs4 import BeautifulSoup

from classroom.hub.roster import Learner
from classroom.pages.report.behind import MANY_TRIES, behind
from classroom.pages.report.by_competency import by_competency, together
from classroom.pages.report.items import VERY_EASY, VERY_HARD, by_language, item_analysis
from classroom.pages.report.report_page import report_page
from classroom.pages.report.results import (
    BY_PERSON,
    GRADED,
    WAITING,
    AssignmentResults,
    ClassResults,
    ReleasedExercise,
    Response,
    Submission,
    in_order,
    shown_groups,
)
from classroom.pages.report.sentences import Sentences
from classroom.pages.report.unnamed import unnamed
from classroom.pages.report.write import analyse
from course import language
from course.checking.outcome import NOT_ATTEMPTED, NOT_YET, RIGHT
from tests.classroom.pages import made_up
from tests.course.content.notebooks import ROOT

A, B, NOTE = ("n", "check-a"), ("n", "check-b"), ("n", "reflection")


def handed_in(student: str, share: float, **more) -> Submission:
    """A submission of `results` with a share of the four points of exercise a."""
    state = RIGHT if share == 1 else NOT_YET
    answers = {A: Response(4 * share, state, "form-wrong", **more)}
    return Submission(student, GRADED, "en", 4 * share, handed_in=date(2026, 9, 1), answers=answers)


def results(name: str, submissions: list[Submission], learners: int = 0) -> AssignmentResults:
    exercises = {A: ReleasedExercise(4, "1. The first", "1. The first", competencies=("DG",))}
    return AssignmentResults(name, name, name, learners or len(submissions), exercises, submissions)


def the_class(*assignments: AssignmentResults) -> ClassResults:
    ids = sorted({each.student for one in assignments for each in one.submissions} | {"zoe"})
    return ClassResults([Learner(id) for id in ids], list(assignments))


# Who is behind


def test_who_has_not_handed_in_what_a_quarter_of_the_class_has_is_behind():
    due = results("one", [handed_in("ana", 1)], learners=4)
    early = results("two", [handed_in("ana", 1)], learners=5)
    found = behind(the_class(due, early))
    assert [(each.learner.id, [one.name for one in each.not_handed_in]) for each in found] == [
        ("zoe", ["one"])
    ]


def test_who_handed_in_an_untouched_notebook_has_not_begun():
    untouched = Submission("bo", GRADED, "en", 0, answers={A: Response(0, NOT_ATTEMPTED)})
    found = behind(the_class(results("one", [handed_in("ana", 1), untouched])))
    assert [each.learner.id for each in found if each.not_begun] == ["bo"]


@pytest.mark.parametrize(
    ("bo", "ana", "fall"),
    [
        ((1, 1, 0.5), (1, 1, 1), 0.25),
        ((1, 1, 0.5), (1, 1, 0.5), None),  # a hard module: everybody falls
        ((0.5, 0.5, 0.5), (1, 1, 1), None),  # low, and not falling
        ((1, 0.5), (1, 1), None),  # one result before the last is too few
    ],
)
def test_a_learner_falls_where_the_last_result_is_lower_compared_with_the_class(bo, ana, fall):
    modules = [
        results(f"m{place}", [handed_in("ana", first), handed_in("bo", second)])
        for place, (first, second) in enumerate(zip(ana, bo, strict=True))
    ]
    falls = {each.learner.id: each.fall for each in behind(the_class(*modules))}
    # By hand: bo was at the mean of the class, then a quarter below it (0.5 against 0.75).
    assert (falls.get("bo") or (None, None))[1] == fall
    assert falls.get("ana") is None


def test_many_tries_are_told_where_the_notebook_knows_them():
    found = behind(
        the_class(results("one", [handed_in("ana", 1, tries=MANY_TRIES), handed_in("bo", 0)]))
    )
    assert {each.learner.id: [tries for *_, tries in each.tries] for each in found} == {
        "ana": [MANY_TRIES],
        "zoe": [],
    }


# Points that wait, order, groups, competencies


def test_points_that_wait_for_a_person_are_not_lost():
    found = results("one", [])
    found.exercises[NOTE] = ReleasedExercise(6, "A note", "A note", True)
    waits = Submission("ana", WAITING, points=3, waiting=6)
    read = Submission("bo", GRADED, points=3)
    assert found.share(waits) == 3 / 4
    assert found.share(read) == 3 / 10
    assert found.share(Submission("cy", WAITING, points=0, waiting=10)) is None


def test_assignments_are_in_the_order_in_which_they_were_handed_in():
    early, late, never = (results(name, []) for name in ("z-early", "b-late", "a-never"))
    early.submissions = [
        Submission("a", handed_in=date(2026, 9, 1)), Submission("b", handed_in=date(2026, 12, 1)),
    ]  # fmt: skip
    late.submissions = [Submission("a", handed_in=date(2026, 10, 1))]
    assert [each.name for each in in_order([never, late, early])] == [
        "z-early",
        "b-late",
        "a-never",
    ]


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"en": 20, "fr": 10, "pt": 5}, ["en", "fr", "pt"]),
        ({"en": 20, "fr": 10, "pt": 3}, ["en"]),  # fr and pt together are 13: pt stays unknown
        ({"en": 20, "fr": 3, "pt": 2}, ["en"]),  # five are hidden together
        ({"en": 20, "pt": 4}, []),
        ({"en": 4}, []),
        ({}, []),
    ],
)
def test_a_small_group_is_hidden_so_that_no_subtraction_shows_it(sizes, shown):
    assert shown_groups(sizes) == shown


def test_points_add_up_by_competency_and_those_of_two_count_for_both():
    one = handed_in("ana", 0.5)
    one.answers[NOTE] = Response(3, BY_PERSON)
    two = handed_in("bo", 1)
    two.answers[NOTE] = Response(0, WAITING)
    found = results("one", [one, two])
    found.exercises[NOTE] = ReleasedExercise(4, "A note", "A note", True, ("PD", "DG"))
    reached = by_competency(the_class(found))
    # ana: 2 of 4 and 3 of 4; bo: 4 of 4, and a note that waits.
    assert list(reached) == ["PD", "DG"]
    assert reached["PD"]["ana"].share == 3 / 4
    assert reached["DG"]["ana"].share == 5 / 8
    assert reached["DG"]["bo"].share == 1
    assert together(reached["DG"]).share == 9 / 12


# Exercises


def test_exercises_that_nearly_all_or_hardly_any_solve_are_striking():
    people = [handed_in(f"p{number}", number % 2) for number in range(60)]
    for each in people:
        each.answers[B] = Response(1, RIGHT)
        each.answers[NOTE] = Response(0, NOT_YET)
    found = results("one", people)
    found.exercises |= {B: ReleasedExercise(1, "B", "B"), NOTE: ReleasedExercise(2, "C", "C")}
    assert [each.flags for each in item_analysis(found)] == [(), (VERY_EASY,), (VERY_HARD,)]


def test_who_began_nothing_and_what_a_person_grades_say_nothing_of_an_exercise():
    people = [handed_in(f"p{number}", number % 2) for number in range(20)]
    people += [Submission("un", GRADED, "en", 0, answers={A: Response(0, NOT_ATTEMPTED)})]
    found = results("one", people)
    found.exercises[NOTE] = ReleasedExercise(4, "A note", "A note", True)
    assert [(each.key, each.difficulty.n) for each in item_analysis(found)] == [(A, 20)]


def test_a_planted_gap_in_one_language_is_flagged_and_nothing_else():
    about = made_up.made_up()
    flagged = {
        (each.name, key[1].removeprefix("check-"), gap.group, gap.value < 0)
        for each in about.assignments
        for key, gap in by_language(each, looks=len(about.assignments)).gaps.items()
    }
    assert flagged == {(*made_up.PLANTED, "fr", True)}


def test_answers_that_are_alike_make_a_cluster():
    values = ["0.3703", "0.37", "0.3703", "0.5", "Error: x", "error:  X", "", "1e9", "nan"]
    people = [handed_in(f"p{number}", 0, value=value) for number, value in enumerate(values)]
    people.append(handed_in("named", 0, value="0.5"))
    people[-1].answers[A] = replace(people[-1].answers[A], code="01-a-named-mistake")
    found = [
        (each.value, each.learners, each.different) for each in unnamed(results("one", people))
    ]
    assert found == [
        ("0.3703", 3, 2),
        ("Error: x", 2, 2),
        ("", 1, 1),
        ("0.5", 1, 1),
        ("1e9", 1, 1),
        ("nan", 1, 1),
    ]


# The page


@pytest.fixture(scope="module")
def whole() -> str:
    return report_page(made_up.found(made_up.made_up()), "en")


@pytest.fixture(scope="module")
def page(whole) -> BeautifulSoup:
    return BeautifulSoup(whole, "html.parser")


def table_of(page: BeautifulSoup, anchor: str) -> list[list[str]]:
    rows = page.find(id=anchor).find_next("table")("tr")
    return [[cell.get_text(" ", strip=True) for cell in row(["th", "td"])] for row in rows]


def test_the_grid_has_every_learner_and_every_module_by_date(page):
    head, *rows, _ = table_of(page, "grid")
    assert head[1:] == [
        "01 What public data can tell",
        "03 Classification",
        "06 Measuring fairness",
        "11 Impact assessment",
        "Language",
        "Cohort",
    ]
    assert len(rows) == 60
    # p006 has handed in nothing.
    assert rows[5][1:5] == ["– Not handed in"] * 4


def test_the_title_is_no_course_id_and_exercises_have_titles(page):
    assert page.h1.string == page.title.string == "Class report"
    assert "Smallest group" in page.get_text()
    assert "smallest-group" not in page.get_text()


def test_what_a_learner_wrote_is_shown_and_does_nothing(whole, page):
    assert page("script") == []
    assert made_up.SCRIPT in page.find(id="assignment-1-unnamed").find_next("table").get_text()
    assert made_up.SCRIPT not in whole


def test_a_gap_is_marked_with_its_size_and_how_many_were_looked_at(page):
    heading = page.find(id="assignment-3-languages")
    note = heading.find_next("p").get_text()
    assert re.search(r"\d+ gaps were looked at", note) and "at most 5%" in note
    marked = [row for row in table_of(page, "assignment-3-languages")[1:] if row[-1]]
    assert len(marked) == 1 and re.match(
        r"Français: \d+ points lower \(\d+ to \d+\)", marked[0][-1]
    )


def test_a_language_with_few_learners_is_nowhere_in_what_is_by_language():
    about = made_up.made_up()
    few = [each.id for each in about.learners if each.language == "pt"][4:]
    for one in about.assignments:
        one.submissions = [each for each in one.submissions if each.student not in few]
    shown = BeautifulSoup(report_page(made_up.found(about), "en"), "html.parser")
    for anchor in ("group-1", "assignment-1-languages", "assignment-3-languages"):
        table = shown.find(id=anchor).find_next("table")
        assert "Português" not in table.get_text(), anchor
        assert "fewer than 5 learners" in table.find_previous("p").get_text(), anchor


def test_of_a_small_cohort_only_each_learner_is_shown():
    one = results("one", [handed_in(f"p{number}", number % 2) for number in range(3)])
    about = the_class(one)
    about.cohort = "lima"
    about.learners = about.learners[:3]
    shown = BeautifulSoup(report_page(analyse(about, {"one": Sentences({})}), "en"), "html.parser")
    assert "fewer than 5 learners" in shown.get_text()
    headings = {each.get_text() for each in shown("h3")}
    assert headings == {"Learners", "Competencies of each learner"}


@pytest.mark.parametrize("lang", [lang for lang in language.LANGUAGES if lang != "en"])
def test_the_page_is_whole_in_each_language(lang):
    shown = BeautifulSoup(report_page(made_up.found(made_up.made_up(30)), lang), "html.parser")
    english = [
        entry.msgid.split("{")[0]
        for entry in polib.pofile(str(ROOT / "course" / "locale" / lang / "classroom.po"))
        if all(place.startswith("classroom/pages/report/") for place, _ in entry.occurrences)
    ]
    long = [text for text in english if len(text) > 15]
    assert len(long) > 20
    assert shown.html["lang"] == lang
    assert [text for text in long if text in shown.get_text()] == []


def test_every_header_names_its_rows_or_columns_and_every_reference_leads_somewhere(page):
    assert all(each.get("scope") for each in page("th"))
    ids = [each["id"] for each in page(id=True)]
    assert len(ids) == len(set(ids))
    assert {each["aria-labelledby"] for each in page(attrs={"aria-labelledby": True})} <= set(ids)
    assert {each["href"].removeprefix("#") for each in page("a")} <= set(ids)


@pytest.mark.slow
def test_axe_finds_nothing_serious_and_nothing_scrolls_sideways_on_a_phone(tmp_path):
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    from tests.system import need

    need("chromium")
    file = tmp_path / "report.html"
    about = made_up.made_up(20, made_up.MODULES[2:])
    file.write_text(report_page(made_up.found(about), "en"), encoding="utf-8")
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for width in (1200, 390):
            # axe is put into the page, which its Content-Security-Policy would not let in.
            context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
            shown = context.new_page()
            shown.goto(Path(file).as_uri())
            found = Axe().run(shown).response["violations"]
            assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
            assert shown.evaluate("document.documentElement.scrollWidth") <= width
            # What scrolls can be reached, and scrolled, by keyboard.
            unreachable = shown.evaluate(
                "[...document.querySelectorAll('.scroll')].filter(e => e.tabIndex < 0).length"
            )
            assert unreachable == 0
            shown.keyboard.press("Tab")
            assert shown.evaluate("document.activeElement.className") == "skip"
            context.close()
        browser.close()
