"""Each exercise gives each answer what its author promises, in each language."""

import html
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest

from autograder.grading.plan import NOT_FOR_CHECKS
from classroom.demo import load_answers_module
from classroom.pages.feedback import make_page
from course import check, language
from course.checking.exercises import load_suite
from course.checking.messages import general
from course.checking.notebook_check import GRADED_ASSIGNMENT, GRADER_FOLDER
from course.checking.outcome import Outcome
from course.project.measured import group_names
from course.publishing.code_prose import is_read, prose_in
from course.publishing.source import read_notebook
from course.start.home import lay_checks
from course.start.progress import drawn_answers
from tests.course.content.english import english_of
from tests.course.content.notebooks import (
    ASSIGNED,
    LANGUAGES,
    ROOT,
    SLUGS,
    answers,
    is_translated,
    read,
)
from tests.course.project.example_project import put_before

pytestmark = pytest.mark.usefixtures("kept_fits")

CALL = re.compile(r'check\("([a-z0-9-]+)", \w+\)')


@lru_cache
def assignment(slug: str) -> SimpleNamespace:
    """An assignment with nothing answered: for each exercise, the names just before it.

    So each answer has to stand on its own, whatever became of the exercises before it.
    """
    folder = ROOT / "source" / slug
    suite = load_suite(folder / "checks.py")
    notebook = read_notebook(folder / "assignment.py", slug, suite)
    _, stands_in = answers(slug)
    with tempfile.TemporaryDirectory(prefix="ai4gov-") as place, chdir(place):
        put_before(slug, Path(place))
        return SimpleNamespace(suite=suite, **_run_untouched(notebook, stands_in))


def _run_untouched(notebook, stands_in: dict[str, str]) -> dict:
    """Run all but the answers, in a folder with the files of earlier checkpoints."""
    names: dict = {}
    before, references, calls = {}, {}, {}
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("solution"):
            before[cell.id] = copied(names)
            references[cell.id] = stands_in.get(cell.id, "") + cell.source
            continue
        if marks.get("grade"):
            calls[cell.id.removeprefix("check-")] = cell.source
            continue
        exec(cell.source, names)
    return {"before": before, "references": references, "calls": calls}


def copied(names: dict) -> dict:
    """Names with tables of their own, so that one answer cannot spoil the next."""
    return {
        name: value.copy() if hasattr(value, "iloc") else value for name, value in names.items()
    } | {"__builtins__": __builtins__}


@lru_cache(maxsize=1)
def answered(slug: str, name: str, source: str) -> dict:
    """The names after an answer was given; it is run once, and checked in every language."""
    names = copied(assignment(slug).before[name])
    exec(source, names)
    return names


def outcome(slug: str, name: str, source: str) -> Outcome:
    """What the check of an exercise makes of an answer, given the answers before it."""
    names = answered(slug, name, source) | {"check": check}
    return eval(assignment(slug).calls[name], names)


@cache
def graded(slug: str, name: str, source: str) -> Outcome:
    """The same as the grader judges it, kept for the pages; called in the grader's place."""
    assert GRADER_FOLDER in os.environ
    return outcome(slug, name, source)


def stub(reference: str) -> str:
    """An answer cell as it is released: what stands outside the solution."""
    lines, inside = [], False
    for line in reference.splitlines():
        inside = inside or "BEGIN SOLUTION" in line
        if not inside:
            lines.append(line)
        inside = inside and "END SOLUTION" not in line
    return "\n".join(lines)


@lru_cache
def lesson_calls(slug: str) -> dict[str, str]:
    """The checks that stand in a lesson, by exercise."""
    notebook = read_notebook(ROOT / "source" / slug / "lesson.py", slug, None)
    found = (CALL.match(cell.source) for cell in notebook.cells if cell.cell_type == "code")
    return {call[1]: call[0] for call in found if call}


@lru_cache
def drawn_names(slug: str) -> dict[str, list[str]]:
    """The names of the answers that controls draw in the released notebooks, by exercise."""
    found: dict[str, list[str]] = {}
    for folder in (slug, f"lessons/{slug}"):
        path, names = ROOT / "release" / "en" / folder / f"{slug}.ipynb", []
        for cell in read(path).cells if path.is_file() else ():
            names += [field["name"] for field in cell.metadata.get("ai4gov", {}).get("fields", ())]
            if call := re.match(r'check\("([a-z0-9-]+)"', cell.source):
                found[call[1]], names = names, []
    return found


def names_shown(slug: str, name: str, got: Outcome) -> set[tuple[str, str]]:
    """The names of drawn answers that a learner reads in an outcome, each with the language."""
    found = set()
    for got.lang in LANGUAGES:
        shown = got.as_html()
        names = drawn_names(slug)[name]
        found |= {(got.lang, each) for each in names if f"<code>{each}</code>" in shown}
    return found


EXERCISES = [(slug, name) for slug in SLUGS for name in answers(slug)[0]]
ANSWERS = [
    pytest.param(slug, name, answer, id=f"{slug}-{name}-{place}-{answer.code}")
    for slug, name in EXERCISES
    for place, answer in enumerate(answers(slug)[0][name])
]
SELF_CHECKS = [
    pytest.param(slug, name, answer, id=f"{slug}-{name}-{place}-{answer.code}")
    for slug in SLUGS
    for name, given in getattr(load_answers_module(ROOT, slug), "SELF_CHECKS", {}).items()
    for place, answer in enumerate(given)
]
PLACES = [("en", True), ("fr", False)]
"""Where an answer is checked: by the grader, and by a learner with a released folder.

A check says the same in every language, and the released checks are the same file, so the outcome
of one run is read in all languages. The two places need a run each: answers in released checks are
sealed, so nearly every one of them is other code than the grader's.
"""


@pytest.fixture(scope="module")
def graders_folder(tmp_path_factory):
    """Gives the files that the examiner gets of a module, in a folder of another name, as there."""

    @lru_cache
    def of(slug: str) -> Path:
        folder = tmp_path_factory.mktemp("examiner") / "scratch"
        ignored = shutil.ignore_patterns(*NOT_FOR_CHECKS)
        return shutil.copytree(ROOT / "source" / slug, folder, ignore=ignored)

    return of


@pytest.fixture
def checked(monkeypatch, tmp_path, graders_folder):
    """Gives what a call of a check returns in each place, with the place."""

    def in_each_place(
        slug: str, call: Callable[[], Outcome]
    ) -> Iterator[tuple[str, bool, Outcome]]:
        folder = ROOT / "release" / "fr"
        released = folder / slug if slug in ASSIGNED else folder / "lessons" / slug
        for lang, graded in PLACES:
            if graded:
                monkeypatch.setenv(GRADER_FOLDER, str(graders_folder(slug)))
                monkeypatch.setenv(GRADED_ASSIGNMENT, slug)
                monkeypatch.setenv("AI4GOV_LANG", lang)
            else:
                monkeypatch.delenv(GRADER_FOLDER, raising=False)
                monkeypatch.delenv(GRADED_ASSIGNMENT, raising=False)
                monkeypatch.delenv("AI4GOV_LANG", raising=False)
                for path in released.iterdir():
                    (tmp_path / path.name).write_bytes(path.read_bytes())
                lay_checks(released, tmp_path)
            monkeypatch.chdir(tmp_path)
            yield lang, graded, call()

    return in_each_place


@pytest.mark.parametrize(("slug", "name"), EXERCISES)
def test_the_reference_answer_earns_all_points(slug, name, checked):
    source = assignment(slug).references[name]
    for *place, got in checked(slug, lambda: outcome(slug, name, source)):
        assert (place, got.state, float(got)) == (place, "right", got.out_of)
        assert (place, got.out_of) == (place, assignment(slug).suite.exercises[name].points)


@pytest.mark.parametrize(("slug", "name"), EXERCISES)
def test_an_untouched_answer_is_not_attempted_and_earns_nothing(slug, name, checked):
    source = stub(assignment(slug).references[name])
    for *place, got in checked(slug, lambda: outcome(slug, name, source)):
        assert (place, got.state, float(got)) == (place, "not-attempted", 0)


@pytest.mark.parametrize(("slug", "name", "answer"), ANSWERS)
def test_an_answer_gets_the_points_and_the_message_that_are_promised(slug, name, answer, checked):
    is_hidden = assignment(slug).suite.exercises[name].hidden

    def judge() -> Outcome:
        return (graded if GRADER_FOLDER in os.environ else outcome)(slug, name, answer.source)

    for lang, is_graded, got in checked(slug, judge):
        place = lang, is_graded
        if answer.points is None:
            assert (place, got.state, float(got)) == (place, "right", got.out_of)
            continue
        if is_hidden and not is_graded and got.state == "right":
            # Only a hidden check sees this mistake, and a learner is told that there are some.
            assert (place, got.message.code) == (place, "right-visible")
            continue
        if is_hidden and not is_graded and got.message.code == "capstone-2-so-far":
            # Until it is graded, a service has the share of the points that its table shows.
            assert got.state == "not-yet" and 0 < got < got.out_of
            continue
        promised = ("not-yet", answer.code, answer.points)
        assert (place, got.state, got.message.code, float(got)) == (place, *promised)
        assert names_shown(slug, name, got) == set()
        english = got.message.read(language.SOURCE)
        for read_in in [each for each in LANGUAGES if is_translated(slug, each)]:
            assert got.message.read(read_in) != english, f"no translation in {read_in}"
            got.lang = read_in
            assert f'lang="{read_in}"' in got.as_html()


def page(slug: str, lang: str, outcomes: list[tuple[str, Outcome]]) -> str:
    """A feedback page with the outcomes of many answers below each exercise.

    Of code it shows the comments and docstrings that learners are to read.
    """
    notebook = nbformat.read(ROOT / "release" / lang / slug / f"{slug}.ipynb", nbformat.NO_CONVERT)
    graded_cells = {}
    for cell in notebook.cells:
        marks = cell.metadata.get("nbgrader", {})
        by_person = cell.cell_type == "markdown"
        if not by_person:
            prose = prose_in(cell.source, cell.id) if is_read(cell) else ()
            cell.source = "\n".join(each.text for each in prose)
        if not marks.get("grade"):
            continue
        graded_cells[marks["grade_id"]] = {
            **{"score": 0, "points": marks["points"], "task": False, "untouched": False},
            **{"waiting": by_person, "by_person": False},
        }
        if not by_person:
            cell["outputs"] = [
                nbformat.v4.new_output("display_data", said._repr_mimebundle_())
                for name, said in outcomes
                if f"check-{name}" == marks["grade_id"]
            ]
    data = {"student": "amina", "notebook": slug, "score": 0, "max_score": 20, "late_penalty": 1}
    data |= {"grades": graded_cells, "comments": {}}
    return make_page(nbformat.writes(notebook).encode(), data, ["### BEGIN", "### END"]).decode()


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != language.SOURCE])
@pytest.mark.parametrize("slug", ASSIGNED)
def test_a_graded_page_has_no_english_sentence_of_the_course(
    slug, lang, graders_folder, monkeypatch, tmp_path
):
    """With the message of every mistake, those of hidden checks too."""
    monkeypatch.setenv(GRADER_FOLDER, str(graders_folder(slug)))
    monkeypatch.setenv(GRADED_ASSIGNMENT, slug)
    monkeypatch.chdir(tmp_path)
    outcomes = [
        (name, graded(slug, name, answer.source))
        for name, given in answers(slug)[0].items()
        for answer in given
    ]
    for _, said in outcomes:
        said.lang = lang
    english = english_of(slug, lang)
    # Messages quote the answers, which are in English, and the groups of the example project.
    sources = [each.source for given in answers(slug)[0].values() for each in given]
    own = "\n".join([*sources, *group_names(language.SOURCE)])
    quoted = english.found_in(html.escape(own))
    assert english.found_in(page(slug, lang, outcomes)) - quoted == set()
    # The search finds them where they are.
    for _, said in outcomes:
        said.lang = language.SOURCE
    assert english.found_in(page(slug, lang, outcomes)) - quoted != set()


@pytest.mark.parametrize(("slug", "name", "answer"), SELF_CHECKS)
def test_a_self_check_of_the_lesson_says_what_is_promised(slug, name, answer, checked):
    names: dict = {"check": check}
    exec(answer.source, names)
    for *place, got in checked(slug, lambda: eval(lesson_calls(slug)[name], names)):
        assert (place, got.message.code) == (place, answer.code)
        assert names_shown(slug, name, got) == set()
        assert (place, got.state) == (place, "right" if answer.code == "right" else "not-yet")
        assert (place, got.out_of) == (place, 0)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_hint_and_no_reason_names_an_answer_that_a_control_draws(slug):
    suite = load_suite(ROOT / "source" / slug / "checks.py")
    for name, stated in suite.exercises.items():
        hints = [hint.of(slug) for hint in stated.hints]
        because = stated.because.of(slug) if stated.because else None
        got = Outcome(
            0,
            exercise=name,
            state="not-yet",
            out_of=1,
            message=general("not-attempted"),
            hints=hints,
            because=because,
        )
        got.drawn = drawn_answers(slug, name)
        assert names_shown(slug, name, got) == set()


def test_names_copied_for_an_answer_do_not_share_their_tables():
    import pandas as pd

    names = {"people": pd.DataFrame({"a": [1]}), "n": 1}
    twin = copied(names)["people"]
    twin.loc[0, "a"] = 2
    assert names["people"]["a"].tolist() == [1]
