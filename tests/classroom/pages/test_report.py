"""What a report tells about a class, to people and to machines."""

import csv
import io
import json
import re
import shutil
import warnings
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_markdown_cell, new_notebook

from autograder import settings
from autograder.errors import CourseError
from classroom.pages.report import tables, write_report
from classroom.pages.report.titles import titles_by_cell
from course.checking.outcome import MIME
from tests.autograder import small_course
from tests.autograder.small_course import NAME, answer, check_cell, graded, outcome, written

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")

SCRIPT = "<script>alert(1)<_script>"
FORMULA = "=HYPERLINK(1)"
ANSWER = "an_answer_of_a_learner"
FLAGGED = "You asked how often a flag is wrong."
CHECKS = """
from course.checking import exercise, say

raise SystemExit("a report reads the checks and never runs them")
"""
HIDDEN_CHECKS = f"""{CHECKS}
say("06-everybody", "You divided by {{n}} people.")
"""


def cells(rate: tuple[str, str, float], count: tuple[str, str, float]) -> list:
    """A graded notebook with the state, code and points of its two checks."""
    made = []
    for name, out_of, (state, code, points) in (("rate", 2, rate), ("count", 3, count)):
        said = outcome(name, state, code, points, out_of, f"<p>{ANSWER}</p>")
        made += [answer(name, ANSWER), check_cell(name, f"check({name!r}, x)", out_of, said)]
    return [*made, written(ANSWER)]


RIGHT = ("right", "right", 2)
FLAG = ("not-yet", "06-flagged", 0)
UNTRIED = ("not-attempted", "not-attempted", 0)
FULL = ("right", "right", 3)
HALF = ("not-yet", "06-everybody", 1.5)  # said by the hidden checks alone

# By hand: points of rate, count and the text; who handed in, with what, in which language.
CLASS = {
    "amina": (cells(RIGHT, FULL), {"check-rate": 2, "check-count": 3}, 4, "en"),  # 9, graded
    "bruno": (cells(FLAG, HALF), {"check-rate": 0, "check-count": 1.5}, 2, "pt"),  # 3.5, graded
    "chloé": (cells(FLAG, FULL), {"check-rate": 0, "check-count": 3}, None, "fr"),  # 3, waits
    SCRIPT: (cells(UNTRIED, UNTRIED), {}, None, "es"),  # 0, waits
    FORMULA: (cells(FLAG, HALF), {"check-rate": 0, "check-count": 1.5}, 2, "en"),  # 3.5, attention
}


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        small_course.make(folder)
        for student, (notebook, points, read, lang) in CLASS.items():
            graded(folder, student, notebook, points=points, read=read, lang=lang)
    (folder / "submitted" / "dalia" / NAME).mkdir(parents=True)
    (folder / "attention").mkdir()
    reasons = {
        "emil": [f"{NAME}.ipynb is not a notebook", f"{SCRIPT}\nsecond line"],
        FORMULA: [{"code": "attention-time", "seconds": 300}],
    }
    (folder / "attention" / f"{NAME}.json").write_text(json.dumps(reasons))
    (folder / "checks" / NAME).mkdir(parents=True)
    (folder / "checks" / NAME / "checks.py").write_text(CHECKS)
    (folder / "checks" / NAME / "hidden_checks.py").write_text(HIDDEN_CHECKS)
    with (folder / settings.CONFIG).open("a") as file:
        file.write('c.Execute.checks_directory = "checks"\n')
    return folder


@pytest.fixture(scope="module")
def out(course) -> Path:
    write_report(course, course / "report", messages={"06-flagged": FLAGGED})
    return course / "report"


@pytest.fixture(scope="module")
def page(out) -> BeautifulSoup:
    return BeautifulSoup((out / "report.html").read_text(encoding="utf-8"), "html.parser")


def table(out: Path, name: str) -> list[dict]:
    with (out / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_under(page: BeautifulSoup, heading: str) -> list[list[str]]:
    rows = page.find("h3", string=heading).find_next("table").tbody("tr")
    return [[cell.get_text(" ", strip=True) for cell in row(["th", "td"])] for row in rows]


def test_every_submission_is_in_one_state_and_the_states_add_up(page):
    figures = {each.dt.string: each.dd.string for each in page.select(".assignment .figures div")}
    assert figures == {
        "Handed in": "7 of 7",
        "Graded": "2",
        "Waits for a person": "2",
        "Needs attention": "2",
        "Not graded yet": "1",
        # Of 9 of 9, 0 of 5, twice 3.5 of 9, and 3 of 5: the text of two is still to be read.
        "Median share": "39%",
    }


def test_the_page_begins_with_five_numbers_and_what_to_do(page):
    now = page.find("section", class_="now")
    figures = {each.dt.string: each.dd.string for each in now.select(".figures div")}
    assert figures["Handed in"] == "7 of 7" and figures["Waits for a person"] == "2"
    assert len(figures) == 5
    sentences = [each.get_text() for each in now.select("li")]
    # The mean of rate is 0.4 of 2, the lowest of what checks grade.
    assert "Go through “rate” with the class: the mean is 20% of its points." in sentences
    assert page.find("section") == now


def test_each_exercise_tells_how_many_were_right_and_its_mean_points(page, out):
    # rate: 2, 0, 0, 0, 0; count: 3, 1.5, 3, 0, 1.5; the text, once read: 4, 2, 2.
    assert [row[:-1] for row in rows_under(page, "The exercises")] == [
        ["rate", "1", "3", "0", "1", "0", "0", "0.4 of 2"],
        ["count", "2", "2", "2", "1", "0", "0", "1.8 of 3"],
        ["reflection", "0", "0", "0", "0", "3", "2", "2.67 of 4"],
    ]
    rate, _, text = table(out, "exercises.csv")
    assert (rate["right"], rate["not_yet"], rate["not_attempted"]) == ("1", "3", "1")
    assert (text["by_person"], text["waiting"], text["mean_points"]) == ("3", "2", "2.6667")


def test_the_most_frequent_messages_come_first_with_their_sentence(page, out):
    assert rows_under(page, "What was said most often") == [
        ["3", FLAGGED, "rate", "06-flagged"],
        ["2", "You divided by … people.", "count", "06-everybody"],
    ]
    assert [row["learners"] for row in table(out, "messages.csv")] == ["3", "2"]


def test_points_are_distributed_over_bands(page):
    counted = {label: count for label, count in rows_under(page, "Distribution of points")}
    # 9 of 9; 3 of 5, as a person has still to give 4; twice 3.5 of 9; 0 of 5.
    assert {label: count for label, count in counted.items() if count != "0"} == {
        "90–100%": "1",
        "60–70%": "1",
        "30–40%": "2",
        "0–10%": "1",
    }


def test_reasons_for_attention_are_listed_as_grading_left_them(page):
    assert rows_under(page, "Needs attention") == [
        [FORMULA, "The notebook was stopped after 300 seconds."],
        ["emil", f"{NAME}.ipynb is not a notebook {SCRIPT} second line"],
    ]


def test_learners_are_listed_with_points_language_and_state(page, out):
    rows = {row[0]: row[1:] for row in rows_under(page, "Learners")}
    assert rows["amina"] == ["English", "✓ Graded", "9 of 9", "100%", "–"]
    assert rows["chloé"] == ["Français", "… Waits for a person", "3 of 5", "60%", "4"]
    assert rows["dalia"] == ["–", "○ Not graded yet", "– of 9", "–", "–"]
    grades = {row["student"]: row for row in table(out, "grades.csv")}
    assert list(grades) == sorted(grades, key=lambda name: name.removeprefix("'"))
    assert grades["bruno"]["points"] == "3.5"
    assert grades["emil"]["state"] == "attention"
    assert grades["emil"]["points"] == ""


def test_no_student_runs_anything_on_the_page_or_in_a_spreadsheet(page, out):
    assert page("script") == []
    assert len(page("style")) == 1
    assert SCRIPT in page.get_text()
    assert "default-src 'none'" in page.find("meta", attrs={"http-equiv": True})["content"]
    assert not re.search(r'(src|href)="(?!#|data:image/svg)', str(page))
    assert "'" + FORMULA in (out / "grades.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_of_a_table_is_a_formula_whichever_delimiter_a_spreadsheet_takes(out, delimiter):
    cells = 0
    for name in ("grades.csv", "exercises.csv", "messages.csv"):
        with (out / name).open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file, delimiter=delimiter):
                cells += len(row)
                for cell in row:
                    number = re.fullmatch(r"-?[0-9]+([.][0-9]+)?", cell)
                    assert number or not FORMULA_START.match(cell), cell
    assert cells >= 15


HOSTILE_CELLS = {
    "a formula": "=1+1",
    "after a semicolon": "x;=cmd|'/C calc'!A0;y",
    "after a semicolon and spaces": "x;   =1+1",
    "after a comma": "x,=1+1,+2,-3,@SUM(A1)",
    "after a tab": "x\t=1+1",
    "after a line": "x\n=1+1\r\n+1\r@a",
    "after a quotation mark": 'x";=1+1;"',
    "behind a quotation mark": 'x;"=1+1;y',
    "after spaces": "   =1+1",
    "a tab first": "\t=1+1",
    "a carriage return first": "\r=1+1",
    "a wide sign": "x;\N{FULLWIDTH EQUALS SIGN}1+1",
    "a number that is none": "-1+1",
    "a minus": "-",
    "signs": "=;=;=,+,-,@",
}
FORMULA_START = re.compile(r"\s*[=+\-@\t\r\N{FULLWIDTH EQUALS SIGN}]")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("kind", HOSTILE_CELLS)
def test_a_hostile_text_in_a_table_makes_no_formula(kind, delimiter):
    text = tables.as_csv(("a", "b"), [("before", HOSTILE_CELLS[kind]), (HOSTILE_CELLS[kind], 0.5)])
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert delimiter != "," or [len(row) for row in rows] == [2, 2, 2]
    assert not [cell for row in rows for cell in row if FORMULA_START.match(cell)]


def test_texts_and_numbers_in_a_table_can_still_be_read():
    values = ("Half; the rest, later", -0.5, "-0.5", 1e-07, "amina", "chloé", "3 - 1 = 2", 1e22)
    text = tables.as_csv(("a",) * len(values), [values])
    assert list(csv.reader(io.StringIO(text)))[1] == [
        "Half; the rest, later", "-0.5", "-0.5", "1e-07", "amina", "chloé", "3 - 1 = 2", "1e+22",
    ]  # fmt: skip


@pytest.mark.timeout(60)
def test_a_long_text_in_a_table_does_not_take_for_ever():
    assert len(tables.as_csv(("a",), [(each * 200_000,) for each in (" ", "; ", "\n", "=", ";")]))


def test_nothing_that_a_learner_wrote_is_in_it(out):
    for path in out.iterdir():
        assert ANSWER not in path.read_text(encoding="utf-8")


def test_the_page_can_be_read_by_who_cannot_see_it(page):
    assert [len(page(name)) for name in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    assert all(th.get("scope") for th in page("th"))
    ids = [each["id"] for each in page(id=True)]
    assert len(ids) == len(set(ids))
    named = [each["aria-labelledby"] for each in page(attrs={"aria-labelledby": True})]
    assert set(named) <= set(ids)


def test_a_french_report_has_french_numbers_and_the_same_tables_for_machines(course, out, tmp_path):
    written_files = write_report(course, tmp_path / "fr", "fr")
    assert [path.name for path in written_files] == [
        "report.html",
        "grades.csv",
        "exercises.csv",
        "messages.csv",
        "competencies.csv",
        "wrong-answers.csv",
        "moodle.csv",
        "canvas.csv",
    ]
    page = BeautifulSoup(written_files[0].read_text(encoding="utf-8"), "html.parser")
    assert page.html["lang"] == "fr"
    assert "2,67" in page.get_text()
    assert "60\N{NO-BREAK SPACE}%" in page.get_text()
    for name in ("grades.csv", "exercises.csv", "moodle.csv", "canvas.csv"):
        assert (tmp_path / "fr" / name).read_bytes() == (out / name).read_bytes()
        assert b"\r" not in (out / name).read_bytes()


def test_the_same_class_gives_the_same_report(course, out, tmp_path):
    for path in write_report(course, tmp_path, messages={"06-flagged": FLAGGED}):
        assert path.read_bytes() == (out / path.name).read_bytes()


UNREAD = f"The graded {NAME}.ipynb cannot be read ({{}}): the report has only its points."
DEEP = '{"cells": [' + "[" * 200_000 + "]" * 200_000 + '], "metadata": {}}'
MANY = '{"cells": [' + '{"":0},' * 7_000_000 + '{}], "metadata": {}}'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (DEEP, "it is not a notebook"),
        (MANY, "it needs more than 1024 MB of memory"),
        ("\0" * 120_000_001, "ps1.ipynb is too large (120 MB)"),
    ],
    ids=["deep", "millions of mappings", "too large"],
)
def test_a_notebook_that_cannot_be_read_is_said_and_ends_no_report(course, tmp_path, content, why):
    path = course / "autograded" / "bruno" / NAME / f"{NAME}.ipynb"
    before = path.read_bytes()
    try:
        path.write_text(content)
        write_report(course, tmp_path)
    finally:
        path.write_bytes(before)
    rows = {row["student"]: row for row in table(tmp_path, "grades.csv")}
    assert (rows["bruno"]["points"], rows["bruno"]["why"]) == ("3.5", UNREAD.format(why))
    assert rows["amina"]["language"] == "en"


def test_names_that_a_terminal_would_obey_are_escaped_in_the_report(course, tmp_path):
    folders = [course / "submitted" / name for name in ("\x1b[2Jevil\nname\u202e", "jos\udce9")]
    for folder in folders:
        (folder / NAME).mkdir(parents=True)
    try:
        write_report(course, tmp_path)
    finally:
        for folder in folders:
            shutil.rmtree(folder)
    shown = {row["student"] for row in table(tmp_path, "grades.csv")}
    assert {r"\x1b[2Jevil\nname\u202e", r"jos\udce9"} <= shown
    report_page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert r"\x1b[2Jevil\nname\u202e" in report_page and r"jos\udce9" in report_page
    assert not set("\x1b\u202e") & set(report_page)


def test_a_damaged_notebook_or_note_costs_only_what_it_would_have_told(course, tmp_path):
    folder = course / "autograded" / "amina" / NAME
    before = (folder / f"{NAME}.ipynb").read_bytes()
    notes = course / "attention" / f"{NAME}.json"
    noted = notes.read_bytes()
    try:
        for content in ('{"cells": 3}', "[]", '{"cells": [{"metadata": []}], "metadata": 1}', "{"):
            (folder / f"{NAME}.ipynb").write_text(content)
            notes.write_text(content)
            write_report(course, tmp_path)
            amina = next(row for row in table(tmp_path, "grades.csv") if row["student"] == "amina")
            assert (amina["points"], amina["language"]) == ("9", "")
            assert amina["why"] == UNREAD.format("it is not a notebook")
    finally:
        (folder / f"{NAME}.ipynb").write_bytes(before)
        notes.write_bytes(noted)


def test_a_wrong_call_is_answered_in_one_line_and_writes_nothing(course, tmp_path):
    with pytest.raises(CourseError, match="no language 'xx'; a report can be in en, fr, es, pt"):
        write_report(course, tmp_path / "new", "xx")
    assert not (tmp_path / "new").exists()
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CourseError, match="cannot be written"):
        write_report(course, tmp_path / "file")
    with pytest.raises(CourseError, match="no nbgrader course"):
        write_report(tmp_path, tmp_path)


ROSTER = """\
id,name,email,language,cohort
amina,Amina Diallo,amina@example.org,en,lima
bruno,Bruno Sá,bruno@example.org,pt,lima
chloe,Chloé Roy,chloe@example.org,fr,dakar
zoe,Zoé Paz,zoe@example.org,es,lima
"""


@pytest.fixture
def roster(course):
    path = course / "roster.csv"
    path.write_text(ROSTER, encoding="utf-8")
    yield path
    path.unlink()


def shown(folder: Path) -> BeautifulSoup:
    return BeautifulSoup((folder / "report.html").read_text(encoding="utf-8"), "html.parser")


def test_who_is_on_the_class_list_and_has_not_handed_in_is_behind(course, roster, tmp_path):
    write_report(course, tmp_path)
    page = shown(tmp_path)
    rows = page.find(id="behind").find_next("table").tbody("tr")
    told = {row.th.get_text(): row("td")[-1].get_text() for row in rows}
    assert told["Zoé Paz (zoe)"] == told["Chloé Roy (chloe)"] == f"Not handed in: {NAME}"
    # Seven have handed in, five of them are not on the list.
    figures = {each.dt.string: each.dd.string for each in page.select(".figures div")}
    assert figures["Handed in"] == "7 of 9"


def test_a_report_on_a_cohort_has_its_learners_and_nobody_else(course, roster, tmp_path):
    write_report(course, tmp_path, cohort="lima")
    page = shown(tmp_path)
    grid = [row.th.get_text() for row in page.find(id="grid").find_next("table").tbody("tr")]
    assert grid == ["Amina Diallo (amina)", "Bruno Sá (bruno)", "Zoé Paz (zoe)"]
    assert "cohort lima" in page.header.get_text()
    assert [row["student"] for row in table(tmp_path, "grades.csv")] == ["amina", "bruno"]
    assert [row["SIS Login ID"] for row in table(tmp_path, "canvas.csv")] == [
        "", "amina", "bruno", "zoe",
    ]  # fmt: skip
    # Three learners: too few for anything but each learner's own results.
    assert table(tmp_path, "exercises.csv") == table(tmp_path, "messages.csv") == []


@pytest.mark.parametrize("name", ["cusco", "'; DROP"])
def test_an_unknown_cohort_is_answered_in_one_line(course, roster, tmp_path, name):
    with pytest.raises(CourseError, match=r"no cohort .* it has: dakar, lima"):
        write_report(course, tmp_path / "new", cohort=name)
    assert not (tmp_path / "new").exists()


def test_a_cohort_without_a_class_list_says_how_to_enter_one(course, tmp_path):
    with pytest.raises(CourseError, match=r"no cohort 'lima'.*ai4gov roster FILE"):
        write_report(course, tmp_path, cohort="lima")


def change_outcome(path: Path, name: str, **more: object) -> bytes:
    """Put more data into the outcome of a cell; returns the notebook as it was."""
    before = path.read_bytes()
    notebook = json.loads(before)
    cell = next(each for each in notebook["cells"] if each["id"] == f"check-{name}")
    cell["outputs"][0]["data"][MIME] |= more
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return before


def test_the_value_of_a_wrong_answer_that_no_message_names_is_shown_and_harmless(course, tmp_path):
    path = course / "autograded" / "bruno" / NAME / f"{NAME}.ipynb"
    value = f"{FORMULA};{SCRIPT}\x1b[2J" + "x" * 10_000
    before = change_outcome(path, "rate", code="form-wrong", value=value)
    try:
        write_report(course, tmp_path)
    finally:
        path.write_bytes(before)
    heading = shown(tmp_path).find("h3", string="Wrong answers that no message names")
    cells = [each.get_text() for each in heading.find_next("table").tbody.tr("td")]
    assert (cells[0], cells[2]) == ("1", "rate")
    assert cells[1].startswith(f"{FORMULA};{SCRIPT}\\x1b[2J") and len(cells[1]) < 250
    assert shown(tmp_path)("script") == []
    row = table(tmp_path, "wrong-answers.csv")[0]
    assert row["value"].startswith("'" + FORMULA)


def test_tries_are_taken_from_the_notebook_as_it_was_handed_in(course, tmp_path):
    graded_there = course / "autograded" / "amina" / NAME / f"{NAME}.ipynb"
    handed_in = course / "submitted" / "amina" / NAME / f"{NAME}.ipynb"
    handed_in.parent.mkdir(parents=True)
    handed_in.write_bytes(graded_there.read_bytes())
    change_outcome(handed_in, "rate", tries=12)
    change_outcome(handed_in, "count", tries="many")
    try:
        write_report(course, tmp_path)
    finally:
        shutil.rmtree(course / "submitted" / "amina")
    rows = shown(tmp_path).find(id="behind").find_next("table").tbody("tr")
    assert [row("td")[-1].get_text() for row in rows if row.th.get_text() == "amina"] == [
        "Many tries: 12 at “rate”"
    ]


def test_exercises_have_the_titles_of_the_release_in_the_language_of_the_report(course, tmp_path):
    with (course / settings.CONFIG).open("a") as file:
        file.write('c.CourseDirectory.release_directory = "release/en"\n')
    for lang, heading in (("en", "## 1. Which `share`? (Build, 2 points)"),
                          ("fr", "## 1. Quelle part ? (Construire, 2 points)")):  # fmt: skip
        folder = course / "release" / lang / NAME
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        cells = [new_markdown_cell(heading), check_cell("rate", "check()", 2)]
        nbformat.write(new_notebook(cells=cells), folder / f"{NAME}.ipynb")
    write_report(course, tmp_path / "en")
    write_report(course, tmp_path / "fr", "fr")
    write_report(course, tmp_path / "es", "es")
    titles = [
        shown(tmp_path / lang).find(id="assignment-1-exercises").find_next("table").tbody.th.string
        for lang in ("en", "fr", "es")
    ]
    assert titles == ["1. Which share?", "1. Quelle part ?", "1. Which share?"]
    assert table(tmp_path / "fr", "exercises.csv")[0]["title"] == "1. Which share?"


def test_the_files_of_a_report_are_closed_to_other_accounts(out):
    assert not [path.name for path in out.iterdir() if path.stat().st_mode & 0o007]


def test_a_french_title_keeps_its_no_break_spaces_and_nothing_else_that_is_unseen():
    cells = [
        {"cell_type": "markdown", "source": "## 1. Pour qui\u202f? \u202e (Décider, 1 point)"},
        {
            "cell_type": "code",
            "source": "",
            "metadata": {"nbgrader": {"grade": True, "grade_id": "a"}},
        },
    ]
    assert titles_by_cell(cells) == {"a": "1. Pour qui\u202f? \\u202e"}
