"""Files that a notebook writes lie beside the graded notebook, and can do no harm there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory

from autograder import settings
from autograder.bridge import written_files as written
from autograder.grading.grade import grade
from tests.autograder.stock_course import MIXED, SHORT, HandIn, make
from tests.autograder.test_hostile_folders import OURS

WRITES = """
import os
def one():
    return 1
os.makedirs("plots/small", exist_ok=True)
for name in ("table.csv", "plots/small/a.png", "chart.svg", "page.HTML"):
    open(name, "w").write("by the cell")
for name in ("again.ipynb", "own.py", "own.so", ".hidden.csv", "timestamp.txt", "model.pkl",
             "nbgrader_config.json", "x\\x1b.csv"):
    open(name, "w").write("not kept")
open("given.txt", "w").write("changed")
os.symlink("/etc/passwd", "passwd.txt")
os.mkfifo("pipe.txt")
1 / 0
"""
KEPT = {"table.csv", "plots/small/a.png", "chart.svg.txt", "page.HTML.txt"}


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".ipynb"
    }


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    made = make(tmp_path_factory.mktemp("written") / "course", OURS)
    hand_in = HandIn(made, SHORT).answer(one=WRITES)
    hand_in.files["given.txt"] = "handed in"
    hand_in.write(made, "ann", SHORT)
    return made


def by_grade(course: Path) -> None:
    grade(course, SHORT, force=True)


def by_nbgrader(course: Path) -> None:
    config = settings.load(course)
    coursedir = CourseDirectory(config=config)
    coursedir.assignment_id = SHORT
    converter = Autograde(coursedir=coursedir, config=config)
    converter.force = True
    converter.start()


@pytest.mark.parametrize("entry_point", [by_grade, by_nbgrader])
def test_what_a_cell_has_written_is_kept_although_the_cell_failed(course, entry_point, level):
    entry_point(course)
    found = files(course / "autograded" / "ann" / SHORT)
    expected = dict.fromkeys(KEPT, "by the cell") | {"given.txt": "handed in"}
    assert found.pop("timestamp.txt").startswith("2026-03-01")
    assert found == expected


def test_all_of_nbgrader_s_files_are_there_when_nothing_is_written(course, level):
    HandIn(course, MIXED).right().write(course, "bob", MIXED)
    grade(course, MIXED)
    handed_in = files(course / "submitted" / "bob" / MIXED)
    assert files(course / "autograded" / "bob" / MIXED) == handed_in


# What a box may say of files


@pytest.mark.parametrize(
    "name",
    [
        "../up.csv", "/etc/a.csv", "a/../b.csv", "./a.csv", "a//b.csv", "", ".", "..", ".a.csv",
        ".git/a.csv", "__pycache__/a.csv", "a.py", "a.csv.py", "a.pyc", "a.so", "a.ipynb", "a.exe",
        "a.pth", "a", "timestamp.txt", "TIMESTAMP.TXT", "more/timestamp.txt",
        "submission_secret.txt", "nbgrader_config.json", "jupyter_server_config.json",
        "a\0b.csv", "a\nb.csv", "a\u202eb.csv", "\ud800.csv", "a\\b.csv", "c:a.csv", " a.csv",
        "a .csv/", "x" * 200 + ".csv", "a/b/c/d/e.csv", "a.xhtml", "a.js", "a.svgz", None, 3, ["a"],
        "ps1.ipynb/a.csv", "a/PS1.IPYNB/b.csv", "timestamp.txt/a.csv", "nbgrader_x/a.csv",
        # More than the 255 bytes that a disk holds, in fewer than 100 characters.
        "\N{GRINNING FACE}" * 90 + ".csv", "\u5b57" * 84 + ".svg", "\u5b57" * 90 + "/a.csv",
    ],
)  # fmt: skip
def test_no_file_is_kept_under_a_name_that_a_program_acts_on(name):
    assert written.kept([name], [b"x"], ()) == {}


@pytest.mark.parametrize("name", ["a.csv", "A b.PNG", "été/ü.txt", "a/b/c/d.json", "_x.csv"])
def test_data_are_kept_under_their_names(name):
    assert written.kept([name], [b"x"], ()) == {name: b"x"}


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.XML", "a.htm"])
def test_what_a_browser_would_run_is_kept_as_plain_text(name):
    assert written.kept([name], [b"x"], ()) == {f"{name}.txt": b"x"}


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("a.csv", "a.csv"),
        ("a.svg", "a.svg.txt"),
        ("a.csv", "a.csv/b.txt"),
        ("a.csv/b.txt", "a.csv"),
    ],
)
def test_what_was_handed_in_is_not_replaced(name, given):
    assert written.kept([name], [b"x"], {given: b""}) == {}


@pytest.mark.parametrize("names", [["a.csv", "a.csv"], ["a.csv", "a.csv/b.csv"]])
def test_files_that_cannot_lie_beside_each_other_are_not_both_kept(names):
    assert written.kept(names, [b"x", b"y"], ()) == {"a.csv": b"x"}


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        (None, []),
        ({"a.csv": 0}, [b"x"]),
        (["a.csv"], []),
        (["a.csv"], [b"x" * (written.LARGEST_WRITTEN + 1)]),
        ([f"{n}.csv" for n in range(written.MOST + 1)], [b""] * (written.MOST + 1)),
    ],
)
def test_an_answer_beyond_the_bounds_is_dropped(names, parts):
    assert written.kept(names, parts, ()) == {}


def test_the_box_collects_no_more_than_may_be_kept(tmp_path):
    for number in range(written.MOST + 20):
        (tmp_path / f"{number}.csv").write_bytes(b"x" * (written.LARGEST_WRITTEN // 10))
    found = written.collect(str(tmp_path), ())
    assert 0 < len(found) <= written.MOST
    assert sum(map(len, found.values())) <= written.LARGEST_WRITTEN
    assert written.kept(list(found), list(found.values()), ()) == found


def test_the_box_leaves_out_what_it_cannot_read(tmp_path):
    (tmp_path / "a.csv").write_text("x")
    (tmp_path / "given.csv").write_text("x")
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "link.csv").symlink_to("a.csv")
    (tmp_path / "linked").symlink_to(tmp_path)
    assert written.collect(str(tmp_path), ["given.csv"]) == {"a.csv": b"x"}
