"""`ai4gov new` begins a module that keeps every rule, builds and does what its answers promise."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
SLUG = "03-third-step"
FILES = ["answers.py", "assignment.py", "checks.py", "hidden_checks.py", "lesson.py"]

SYLLABUS = """# What this course holds.
modules:
  # The first one.
  - slug: 01-tiny
    part: "Part 1: small things"
    title: A tiny module  # for beginners
    decision: Is it small?
    minutes: {lesson: 3, decide: 4, assignment: 4}
    data: []

  # The last one.
  - {slug: 05-last, part: "Part 2: \\"more\\"", title: T, decision: D, minutes: {lesson: 3},
     data: []}

# Nothing follows.
"""


@pytest.fixture(autouse=True)
def in_the_checkout(mini_repository, monkeypatch):
    mini_repository.write("course/syllabus.yml", SYLLABUS)
    monkeypatch.chdir(mini_repository.root)


@pytest.fixture
def only_the_new_one(mini_repository, ai4gov):
    """A course whose one module is the new one, with the data set that it uses."""
    assert ai4gov("new", SLUG).status == 0
    shutil.rmtree(mini_repository.path("source/01-tiny"))
    stated = yaml.safe_load(mini_repository.path("course/syllabus.yml").read_text("utf-8"))
    modules = [module for module in stated["modules"] if module["slug"] == SLUG]
    mini_repository.write("course/syllabus.yml", yaml.safe_dump({"modules": modules}))
    shutil.copytree(ROOT / "datasets" / "gapminder", mini_repository.path("datasets/gapminder"))
    return mini_repository


def test_it_writes_the_five_files_and_says_what_to_call_next(mini_repository, ai4gov):
    answer = ai4gov("new", SLUG)
    assert (answer.status, answer.err) == (0, "")
    assert sorted(path.name for path in mini_repository.path(f"source/{SLUG}").iterdir()) == FILES
    for name in FILES:
        assert f"source/{SLUG}/{name}" in answer.out
        text = mini_repository.path(f"source/{SLUG}/{name}").read_text(encoding="utf-8")
        assert not re.search(r"@[A-Z]+@", text)
    for command in ("ai4gov build", "pytest", "ai4gov demo"):
        assert f"{command} " in answer.out


@pytest.mark.parametrize(
    ("slug", "part", "order"),
    [
        ("03-third-step", "Part 1: small things", ["01-tiny", "03-third-step", "05-last"]),
        ("00-before", "Part 1: small things", ["00-before", "01-tiny", "05-last"]),
        ("09-after", 'Part 2: "more"', ["01-tiny", "05-last", "09-after"]),
    ],
)
def test_the_syllabus_gets_an_entry_in_order_and_keeps_every_line(
    mini_repository, ai4gov, slug, part, order
):
    assert ai4gov("new", slug).status == 0
    now = mini_repository.path("course/syllabus.yml").read_text(encoding="utf-8")
    stated = yaml.safe_load(now)["modules"]
    assert [module["slug"] for module in stated] == order
    assert stated[order.index(slug)]["part"] == part
    lines = now.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if slug in line)
    assert "".join(lines[:start] + lines[start + 6 :]) == SYLLABUS
    for comment, entry in (("  # The first one.\n", "01-tiny"), ("  # The last one.\n", "05-last")):
        assert entry in lines[lines.index(comment) + 1]


def test_a_syllabus_without_a_last_line_break_is_continued(mini_repository, ai4gov):
    mini_repository.write("course/syllabus.yml", SYLLABUS.split("\n\n  # The last")[0])
    assert ai4gov("new", SLUG).status == 0
    stated = yaml.safe_load(mini_repository.path("course/syllabus.yml").read_text("utf-8"))
    assert [module["slug"] for module in stated["modules"]] == ["01-tiny", SLUG]


@pytest.mark.parametrize(
    ("slug", "named"),
    [
        ("01-tiny", "already"),
        ("01-other", "the number 01 is taken by 01-tiny"),
        ("05-other", "the number 05 is taken by 05-last"),
        ("03-there", "exists already"),
        ("third-step", "two digits"),
        ("3-third-step", "two digits"),
        ("03-Third-Step", "two digits"),
        ("03-third_step", "two digits"),
        ("03", "two digits"),
        ("03-", "two digits"),
        ("../03-third", "two digits"),
        ("03-third\n", "two digits"),
        ("03-" + "long" * 20, "at most 40"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(mini_repository, refused, slug, named):
    mini_repository.path("source/03-there").mkdir()
    assert named in refused(mini_repository.root, "new", slug)


def test_a_damaged_syllabus_is_named_and_nothing_is_written(mini_repository, refused):
    mini_repository.write("course/syllabus.yml", "modules: [\n  - slug: {")
    assert "syllabus.yml" in refused(mini_repository.root, "new", SLUG)


def test_without_a_checkout_there_is_nowhere_to_write(refused, tmp_path, monkeypatch):
    from course import places

    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(places, "REPOSITORY", tmp_path / "installed")
    monkeypatch.chdir(tmp_path / "empty")
    assert "checkout" in refused(tmp_path, "new", SLUG)


def test_its_files_are_formatted_and_linted_as_the_course_s_are(mini_repository, ai4gov):
    ai4gov("new", SLUG)
    shutil.copyfile(ROOT / "pyproject.toml", mini_repository.path("pyproject.toml"))
    for command in (["format", "--check"], ["check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", f"source/{SLUG}"],
            cwd=mini_repository.root, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout


def test_it_builds_without_a_breach_and_the_check_of_the_build_succeeds(only_the_new_one, ai4gov):
    answer = ai4gov("build")
    assert (answer.status, answer.err) == (0, "")
    assert "rule broken" not in answer.out
    assert ai4gov("build", "--check").status == 0
    page = only_the_new_one.path("release/fr/start.ipynb").read_text(encoding="utf-8")
    assert "Third step" in page


def test_notes_for_authors_are_in_no_notebook(only_the_new_one, ai4gov):
    ai4gov("build")
    assert "note=true" in only_the_new_one.path(f"source/{SLUG}/lesson.py").read_text("utf-8")
    for path in only_the_new_one.root.rglob("*.ipynb"):
        assert "note=true" not in path.read_text(encoding="utf-8")


def test_its_lesson_runs_and_its_prose_says_what_its_cells_show(only_the_new_one, ai4gov):
    from course.publishing.rules import RULES
    from tests.course.content.notebooks import read, run_notebook, wrong_numbers

    ai4gov("build")
    folder = only_the_new_one.path(f"release/en/lessons/{SLUG}")
    notebook = read(folder / f"{SLUG}.ipynb")
    outcomes = run_notebook(notebook, folder)
    assert [outcome["state"] for outcome in outcomes] == ["not-attempted"] * RULES.self_checks
    assert wrong_numbers(notebook) == []


def test_its_check_gives_each_answer_what_is_promised(only_the_new_one, ai4gov, monkeypatch):
    from classroom.demo import load_answers, load_answers_module
    from course.checking.notebook_check import GRADER_FOLDER
    from tests.course.content.notebooks import read

    ai4gov("build")
    root = only_the_new_one.root
    notebook = read(root / "build" / "source" / SLUG / f"{SLUG}.ipynb")
    monkeypatch.setenv(GRADER_FOLDER, str(root / "source" / SLUG))
    cells = {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "code"}
    promised = load_answers(root, SLUG)[0]
    for name, answers in promised.items():
        for source, code in [(cells[name], "right"), *((a.source, a.code) for a in answers)]:
            names: dict = {}
            exec(cells["setup"] + "\n" + source, names)
            got = eval(cells[f"check-{name}"], names)
            assert (name, source, got.message.code) == (name, source, code)
    lesson = read(root / "release" / "en" / "lessons" / SLUG / f"{SLUG}.ipynb")
    checks = [cell.source for cell in lesson.cells if cell.source.startswith("check(")]
    for name, answers in load_answers_module(root, SLUG).SELF_CHECKS.items():
        [call] = [source for source in checks if f'"{name}"' in source]
        for answer in answers:
            names = {}
            exec("from course import check\n" + answer.source, names)
            got = eval(call, names)
            assert (name, answer.source, got.message.code) == (name, answer.source, answer.code)
