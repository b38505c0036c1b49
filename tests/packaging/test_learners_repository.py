"""The repository that `ai4gov publish` writes holds what a learner needs, and no answers."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from urllib.parse import unquote

import nbformat
import polib
import pytest
from hatchling.build import build_wheel
from packaging.requirements import Requirement

from course.language import LANGUAGES
from course.publishing.learners_repository import RECORD, Edition, publish
from tests.course.content.notebooks import source_notebook
from tests.packaging import hidden_comments
from tests.packaging.answer_search import haystack, needles
from tests.packaging.copies import ROOT, commit_all, fresh_clone, git

REPOSITORY = "ministry-of-tests/ai-course"
# What only the extras `instructor` and `dev` bring, and the package that is not published.
NOT_FOR_LEARNERS = (
    "autograder",
    "classroom",
    "jupytext",
    "nbgrader",
    "tqdm",
    "pytest",
    "playwright",
)


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """This repository, all of it committed."""
    return fresh_clone(tmp_path_factory.mktemp("clone") / "clone")


@pytest.fixture(scope="module")
def edition(clone, tmp_path_factory) -> Edition:
    return publish(clone, tmp_path_factory.mktemp("published") / "learners", REPOSITORY)


@pytest.fixture(scope="module")
def published(edition) -> Path:
    return edition.folder


@pytest.fixture(scope="module")
def wheel(published, tmp_path_factory) -> zipfile.ZipFile:
    """The wheel that Binder's last step builds, built without network."""
    folder = tmp_path_factory.mktemp("wheel")
    with contextlib.chdir(published):
        name = build_wheel(str(folder))
    return zipfile.ZipFile(folder / name)


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def tracked(folder: str) -> set[str]:
    """The paths of committed or committable files in a folder of this repository, from there."""
    listed = git(ROOT / folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return {name for name in listed.split("\0") if name and (ROOT / folder / name).is_file()}


# What is in it


def test_it_holds_these_folders_and_files_and_no_others(published):
    assert {path.name for path in published.iterdir()} == {
        *("release", "datasets", "course", "binder", "requirements"),
        *("README.md", "LICENSE", "LICENSE-CONTENT", "pyproject.toml", "start.cmd"),
        *(".gitignore", ".gitattributes", RECORD),
    }
    assert files_below(published / "requirements") == {"learner.txt"}
    assert files_below(published / "binder") == tracked("binder")


def test_it_holds_the_release_of_every_language_to_the_byte(published):
    assert files_below(published / "release") == tracked("release")
    for lang in LANGUAGES:
        assert (published / "release" / lang / "start.ipynb").is_file()
    for name in files_below(published / "release"):
        assert (published / "release" / name).read_bytes() == (ROOT / "release" / name).read_bytes()


def test_it_holds_each_data_set_with_its_two_descriptions_and_not_what_made_it(published):
    sheets = sorted(ROOT.glob("datasets/*/datasheet.yml"))
    assert sheets
    names = {sheet.parent.name for sheet in sheets}
    assert {path.name for path in (published / "datasets").iterdir()} == names
    for name in names:
        held = files_below(published / "datasets" / name)
        data = held & {f"{name}.csv", f"{name}.csv.gz"}
        assert len(data) == 1, name
        assert held - data == {"datasheet.yml", "croissant.json"}


def test_the_package_comes_without_what_is_for_authors_and_graders(published):
    held = files_below(published / "course")
    missing = {
        *(
            name
            for name in tracked("course")
            if name.startswith(("publishing/", "jupyter/answers/"))
        ),
        *(
            f"locale/{lang}/{name}.po"
            for lang in LANGUAGES
            if lang != "en"
            for name in ("classroom", "site")
        ),
        *(name for name in tracked("course") if "/facilitator/" in name),
        "checking/answers.py",
    }
    assert tracked("course") - held == missing
    assert not held - tracked("course")


def test_a_catalogue_holds_every_translation_but_those_of_hidden_checks(published):
    looked_at = 0
    for path in sorted((published / "course" / "locale").rglob("*.po")):
        ours = ROOT / path.relative_to(published)
        before, after = (
            {(entry.msgctxt, entry.msgid): entry.msgstr for entry in polib.pofile(str(each))}
            for each in (ours, path)
        )
        checks, hidden = (
            ROOT / "source" / path.stem / name for name in ("checks.py", "hidden_checks.py")
        )
        secret = {
            (code, text)
            for code, text in before
            if code and hidden.is_file() and f'"{code}"' in hidden.read_text()
            and f'"{code}"' not in checks.read_text()
        }  # fmt: skip
        looked_at += len(secret)
        assert after == {key: value for key, value in before.items() if key not in secret}, path
    assert looked_at > 50


def test_it_names_the_commit_it_was_made_from(clone, edition, published):
    commit = git(clone, "rev-parse", "HEAD").strip()
    assert edition.commit == commit
    assert json.loads((published / RECORD).read_text())["commit"] == commit
    assert commit in (published / "README.md").read_text()


# What is not in it


@pytest.fixture(scope="module")
def cloned_elsewhere(published, tmp_path_factory) -> Path:
    """What a learner gets: the published folder, committed as it says, and cloned."""
    place = tmp_path_factory.mktemp("elsewhere")
    origin = shutil.copytree(published, place / "origin")
    commit_all(origin)
    git(place, "clone", "--quiet", str(origin), "clone")
    return place / "clone"


def test_no_line_of_a_solution_hidden_check_or_answer_is_in_a_clone_of_it(cloned_elsewhere):
    everything = haystack(cloned_elsewhere)
    for kind, lines in needles(ROOT / "source").items():
        few = kind.endswith(("hidden checks", "notes"))
        assert len(lines) >= 10 or few, f"{kind}: too few lines to search for"
        assert not [line for line in lines if line in everything], kind


def test_the_search_finds_a_solution_in_a_notebook(tmp_path):
    """Otherwise the test above would pass whatever is published."""
    for kind, lines in needles(ROOT / "source").items():
        module, _, what = kind.partition(": ")
        if what == "solutions":
            folder = tmp_path / module
            folder.mkdir()
            nbformat.write(source_notebook(module), folder / "assignment.ipynb")
            assert [line for line in lines if line in haystack(folder)] == list(lines)


def test_the_search_finds_the_messages_of_hidden_checks_in_a_catalogue():
    everything = haystack(ROOT / "course" / "locale")
    hidden = {k: lines for k, lines in needles(ROOT / "source").items() if "hidden" in k}
    assert hidden
    assert all(any(line in everything for line in lines) for lines in hidden.values())


def test_neither_it_nor_its_wheel_holds_the_hidden_comments(cloned_elsewhere, wheel):
    """Binder builds from this repository, and installs that wheel."""
    assert not hidden_comments.traces_below(*(p for p in cloned_elsewhere.iterdir() if p.is_dir()))
    for name in wheel.namelist():
        assert not list(hidden_comments.traces(name, wheel.read(name)))


def test_no_file_has_the_name_or_the_marks_of_a_source(cloned_elsewhere):
    names = {path.name for path in cloned_elsewhere.rglob("*")}
    assert not names & {"hidden_checks.py", "answers.py", "lesson.py", "assignment.py", "source"}
    for mark in ("BEGIN SOLUTION", "BEGIN HIDDEN", "BEGIN MARK SCHEME"):
        found = subprocess.run(["git", "grep", "-l", mark], cwd=cloned_elsewhere, text=True)
        assert found.returncode == 1, found.stdout


def test_its_history_has_one_commit_and_nothing_of_ours(cloned_elsewhere):
    assert git(cloned_elsewhere, "rev-list", "--count", "HEAD").strip() == "1"


# What one can do with it


def test_every_data_set_of_a_clone_is_as_its_datasheet_says(cloned_elsewhere):
    """Its line ends came through git: a changed byte would be a wrong checksum."""
    code = """
import course
from course.data.datasets import dataset_names
assert course.__file__.startswith(sys.argv[1]), course.__file__
for name in dataset_names():
    sheet = course.describe_dataset(name).content
    print(name, len(course.load_dataset(name)) == sheet["file"]["rows"])
"""
    ran = run_with(cloned_elsewhere, code)
    assert ran.returncode == 0, ran.stderr
    names = sorted(path.parent.name for path in (ROOT / "datasets").glob("*/datasheet.yml"))
    assert ran.stdout.splitlines() == [f"{name} True" for name in names]


SLUG = "06-measuring-fairness"
ANSWER = """
from course import check
print(check("smallest-group", "native-american").message.code)
"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_check_answers_in_a_clone_where_the_notebook_lies(cloned_elsewhere, tmp_path, lang):
    release = shutil.copytree(cloned_elsewhere / "release", tmp_path / "release")
    ran = run_with(cloned_elsewhere, ANSWER, cwd=release / lang / SLUG)
    assert ran.stdout == "right\n", ran.stderr


def run_with(place: Path, code: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run code that finds `course` in a place, and none of the packages for instructors."""
    head = f"""
import sys
sys.path.insert(0, sys.argv[1])
for name in {NOT_FOR_LEARNERS!r}:
    sys.modules[name] = None  # importing it fails
"""
    return subprocess.run(
        [sys.executable, "-c", head + code, str(place)],
        cwd=cwd or place,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_its_wheel_holds_the_package_the_release_and_the_data(published, wheel):
    names = set(wheel.namelist())
    assert {f"course/{name}" for name in files_below(published / "course")} <= names
    for folder in ("release", "datasets"):
        held = {f"course/_data/{folder}/{name}" for name in files_below(published / folder)}
        assert held <= names
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"course"}


def test_its_wheel_asks_for_what_learners_need_and_has_a_version_of_its_own(wheel):
    (name,) = [n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")]
    metadata = wheel.read(name).decode()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = re.findall(r"^Requires-Dist: (.+)", metadata, re.MULTILINE)
    assert set(map(Requirement, asked)) == set(map(Requirement, project["dependencies"]))
    assert f"\nVersion: {project['version']}+learners\n" in metadata
    assert "\nLicense-Expression: MIT AND CC-BY-4.0\n" in metadata


def test_ai4gov_start_works_from_its_wheel_without_the_grader(wheel, tmp_path):
    installed = tmp_path / "installed"
    wheel.extractall(installed)
    (name,) = [n for n in wheel.namelist() if n.endswith(".dist-info/entry_points.txt")]
    assert "ai4gov = course.start.command:main" in wheel.read(name).decode()
    options = ["--lang", "fr", "--dir", "work", "--", "--allow-root", "--version"]
    code = f"""
import course.start.command
assert course.start.command.__file__.startswith(sys.argv[1]), course.start.command.__file__
course.start.command.main(["start", *{options!r}])
"""
    # Asked for its version, JupyterLab prints it and ends.
    ran = run_with(installed, code, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", ran.stdout.splitlines()[-1]), ran.stdout
    assert (tmp_path / "work" / "fr" / "start.ipynb").is_file()
    answered = run_with(installed, ANSWER, cwd=tmp_path / "work" / "fr" / SLUG)
    assert answered.stdout == "right\n", answered.stderr


@pytest.mark.parametrize("arguments", [["--lang", "tlh"], ["--dir", "a-file"]])
def test_its_command_refuses_a_wrong_call_in_one_line(published, tmp_path, arguments):
    (tmp_path / "a-file").touch()
    code = f"from course.start.command import main\nsys.exit(main(['start', *{arguments!r}]))"
    ran = run_with(published, code, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert len(ran.stderr.splitlines()) == 1, ran.stderr
    assert ran.stderr.startswith("ai4gov: ")


# Its README


@pytest.fixture(scope="module")
def readme(published) -> str:
    return (published / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_readme_opens_the_start_page_on_binder_and_with_nbgitpuller(readme, lang):
    binder = re.escape(f"https://mybinder.org/v2/gh/{REPOSITORY}/HEAD?urlpath=")
    pages = [unquote(page) for page in re.findall(rf"{binder}([^)]+)\)", readme)]
    assert f"ai4gov/start.html?lang={lang}" in pages
    (pull,) = re.findall(rf"git-pull\?(\S*%2F{lang}%2Fstart\.ipynb)`", readme)
    parameters = dict(each.split("=") for each in pull.split("&"))
    assert unquote(parameters["repo"]) == f"https://github.com/{REPOSITORY}"
    # nbgitpuller clones into a folder that has the repository's name.
    assert unquote(parameters["urlpath"]) == f"notebooks/ai-course/release/{lang}/start.ipynb"
    assert f"ai4gov start --lang {lang}" in readme


def test_its_readme_links_to_files_that_are_there(published, readme):
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in link]
    assert len(links) >= len(LANGUAGES) + 2
    assert not [link for link in links if not (published / link).is_file()]
    assert "{{" not in readme


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_readme_has_commands_for_windows_in_each_language(readme, lang):
    (block,) = [
        b for b in re.findall(r"```bat\n(.*?)```", readme, re.DOTALL) if f"-lang {lang}" in b
    ]
    first, *others = [line.strip() for line in block.strip().splitlines()]
    assert first == "py -m venv .venv"
    # Activating runs a script, which a policy for PowerShell can forbid; `/` is no path's there.
    assert all(line.startswith(".venv\\Scripts\\") and "/" not in line for line in others)
    assert readme.count("start.cmd") >= 2 * len(LANGUAGES)
    assert readme.count(f"https://github.com/{REPOSITORY}/archive/HEAD.zip") == len(LANGUAGES)


# Its start.cmd


@pytest.fixture(scope="module")
def script(cloned_elsewhere) -> bytes:
    """As git writes it for somebody who clones, or downloads the zip file."""
    return (cloned_elsewhere / "start.cmd").read_bytes()


def test_its_script_for_windows_is_one_that_windows_can_read(script):
    """cmd.exe looks for a label by bytes, and its code page is that of the country."""
    assert script.isascii()
    assert script.count(b"\n") == script.count(b"\r\n") > 20
    text = script.decode("ascii").lower()
    assert "powershell" not in text
    jumps, labels = (set(re.findall(each, text, re.M)) for each in (r"goto :(\w+)", r"^:(\w+)"))
    assert jumps <= labels


def test_its_script_for_windows_names_files_that_are_there(script, published):
    text = script.decode("ascii")
    named = re.findall(r"requirements\\[\w.]+|\.ai4gov-[\w.]+", text)
    assert len(set(named)) == 2
    assert not [name for name in named if not (published / name.replace("\\", "/")).is_file()]
    assert "%~dp0" in text
    # A path of a learner can hold spaces, "&" and brackets: each use is in quotation marks.
    for path in ("%~dp0", "%PLACE%", "%INSIDE%", "%USERPROFILE%"):
        for line in text.splitlines():
            before = line.split(path)[:-1]
            assert all(
                sum(part.count('"') for part in before[: n + 1]) % 2 for n in range(len(before))
            )
