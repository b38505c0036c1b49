"""The main job: a class of four languages, graded, each submission with what was promised."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from classroom import cli
from classroom.demo import ASSIGNMENT
from course.language import LANGUAGES, SOURCE
from tests.course.content.english import english_of
from tests.course.content.notebooks import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """`ai4gov demo`, run once; its folder, exit status and printed text."""
    import contextlib
    import io

    folder = tmp_path_factory.mktemp("demo") / "course"
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        status = cli.main(["demo", "--dir", str(folder), "--jobs", "2"])
    return folder, status, printed.getvalue()


def lines(printed: str) -> list[list[str]]:
    """The table's rows: submission, points, status and reason."""
    return [
        re.split(r"\s{2,}", line.strip())
        for line in printed.splitlines()
        if re.match(r"\d\d-[a-z-]+", line)
    ]


def test_every_submission_gets_what_its_answers_promise(demo):
    _, status, printed = demo
    assert "PROMISED" not in printed
    assert status == 0


def test_the_class_has_at_least_24_submissions_in_all_languages(demo):
    _, _, printed = demo
    students = [row[0] for row in lines(printed)]
    assert len(students) >= 24
    assert {name[-2:] for name in students} == set(LANGUAGES)


def test_readme_says_how_many_submissions_the_demo_grades(demo):
    _, _, printed = demo
    (stated,) = re.findall(r"grades (\d+) submissions", (ROOT / "README.md").read_text())
    assert len(lines(printed)) == int(stated)


@pytest.mark.parametrize(
    "kind",
    ["crashes-half-way", "endless-loop", "broken-json", "missing-notebook", "duplicated-test-cell"],
)
def test_an_accident_needs_attention_and_says_why(demo, kind):
    _, _, printed = demo
    (row,) = [row for row in lines(printed) if kind in row[0]]
    assert row[2] == "needs attention"
    assert len(row[3]) > 10


def test_warnings_cost_nothing_and_skip_tags_gain_nothing(demo):
    _, _, printed = demo
    points = {row[0]: row[1] for row in lines(printed)}
    (warned,) = [name for name in points if "warnings" in name]
    (skipped,) = [name for name in points if "skip-tags" in name]
    assert points[warned] == "16 of 20"
    assert points[skipped] == "0 of 20"


def test_each_graded_submission_has_a_page_in_its_language(demo):
    folder, _, printed = demo
    for row in lines(printed):
        page = folder / "feedback" / row[0] / ASSIGNMENT / f"{ASSIGNMENT}.html"
        if row[1] == "-":
            assert not page.exists()
        else:
            assert f'<html lang="{row[0][-2:]}">' in page.read_text(encoding="utf-8")


def test_no_page_says_an_english_sentence_of_the_course_to_another_learner(demo):
    folder, _, printed = demo
    for row in lines(printed):
        student, lang = row[0], row[0][-2:]
        path = folder / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html"
        if lang == SOURCE or not path.exists():
            continue
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        # The class hands in the solutions of the source, with their comments and notes.
        for own in page.select("pre, .written"):
            own.decompose()
        assert english_of(ASSIGNMENT, lang).found_in(str(page)) == set(), student


def test_the_report_lists_everybody_and_why_somebody_needs_attention(demo):
    folder, _, printed = demo
    report = (folder / "report" / "report.html").read_text(encoding="utf-8")
    for row in lines(printed):
        assert row[0] in report
    reasons = json.loads((folder / "attention" / f"{ASSIGNMENT}.json").read_text(encoding="utf-8"))
    assert len(reasons) == 5


def test_grading_again_grades_nothing_twice(demo, monkeypatch, capsys):
    folder, _, printed = demo
    monkeypatch.chdir(folder)
    cli.main(["grade", ASSIGNMENT])
    unchanged = int(re.search(r"(\d+) unchanged", capsys.readouterr().out)[1])
    assert unchanged == sum(row[1] != "-" for row in lines(printed))


def test_no_hidden_check_stands_in_any_page_or_released_file(demo):
    folder, _, _ = demo
    for path in [*(folder / "feedback").rglob("*"), *(folder / "release").rglob("*")]:
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert "0.51434" not in text, path
            assert path.name != "hidden_checks.py"
