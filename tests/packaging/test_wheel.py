"""The wheel carries the course and nothing that a learner must not see."""

from __future__ import annotations

import contextlib
import email
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from pathlib import Path, PurePosixPath

import pytest
from hatchling.build import build_sdist, build_wheel

from course.publishing.secrets import hidden_sentences, leaks, lines_of_strings, secret_lines
from course.start.opening import MADE
from hatch_build import is_left_by_working, shipped_files
from tests.packaging.hidden_comments import traces

ROOT = Path(__file__).resolve().parents[2]
SECRET_NAMES = {"hidden_checks.py", "answers.py", "lesson.py", "assignment.py"}
# Reads such files; is none.
READER = "course/checking/answers.py"
# Name the marks of a solution, to find them.
MARKING = {"course/publishing/secrets.py", "course/publishing/source.py"}
# What only the extras `instructor` and `dev` bring.
NOT_FOR_LEARNERS = ("jupytext", "nbgrader", "tqdm", "pytest", "playwright")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    """The wheel, built without network."""
    folder = tmp_path_factory.mktemp("wheel")
    with contextlib.chdir(ROOT):
        name = build_wheel(str(folder))
    return zipfile.ZipFile(folder / name)


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory) -> Path:
    """A folder that holds what an installed wheel holds."""
    folder = tmp_path_factory.mktemp("installed")
    wheel.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def sdist(tmp_path_factory) -> dict[str, bytes]:
    """The files of the source archive by their names, without their first folder."""
    folder = tmp_path_factory.mktemp("sdist")
    with contextlib.chdir(ROOT):
        name = build_sdist(str(folder))
    with tarfile.open(folder / name) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        return {each.name.partition("/")[2]: archive.extractfile(each).read() for each in members}


def metadata(wheel: zipfile.ZipFile) -> Message:
    """The wheel's METADATA."""
    (name,) = [n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")]
    return email.message_from_bytes(wheel.read(name))


def files_below(folder: str, *suffixes: str) -> set[str]:
    """Paths inside a folder of the repository, of files with one of the suffixes."""
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.suffix in suffixes
        and not any(part.startswith((".", "__pycache__")) for part in path.parts)
    }


def secrets_in(names: list[str]) -> list[str]:
    """Those of the names that are an assignment's hidden checks or answers."""
    return [name for name in names if PurePosixPath(name).name in SECRET_NAMES and name != READER]


def test_it_holds_both_packages(wheel):
    names = set(wheel.namelist())
    assert {"course/__init__.py", "course/syllabus.yml", "classroom/cli.py"} <= names
    for package in ("autograder", "classroom"):
        assert {f"{package}/{name}" for name in files_below(package, ".py")} <= names


def test_it_holds_every_released_notebook(wheel):
    released = files_below("release", ".ipynb", ".py", ".txt")
    assert released
    assert {f"course/_data/release/{name}" for name in released} <= set(wheel.namelist())


def test_it_holds_the_checks_of_a_module_once(wheel):
    released = [name for name in wheel.namelist() if name.startswith("course/_data/release/")]
    slugs = {name.split("/")[-1].removesuffix(".ipynb") for name in released if "ipynb" in name}
    held = [name for name in released if name.endswith(".py")]
    assert sorted(held) == [
        f"course/_data/release/checks/{slug}.py" for slug in sorted(slugs - {"start"})
    ]


def test_it_installs_the_controls_of_answer_cells_where_jupyterlab_looks(wheel):
    place = ".data/data/share/jupyter/labextensions/ai4gov-answers/"
    held = {name.split(place)[1] for name in wheel.namelist() if place in name}
    fonts = {f"static/{name}" for name in files_below("course/templates/fonts", ".woff2")}
    assert held == files_below("course/jupyter/labextension", ".js", ".json") | fonts


def test_what_somebody_left_in_the_release_folder_is_not_in_it():
    for name in MADE:
        assert is_left_by_working(PurePosixPath(name))
    assert is_left_by_working(PurePosixPath("ai4gov-2026-11-28-1012.zip"))
    assert not is_left_by_working(PurePosixPath("en/start.ipynb"))


def test_it_holds_every_data_set_with_its_descriptions_and_not_what_made_it(wheel):
    sheets = [name for name in files_below("datasets", ".yml") if name.endswith("/datasheet.yml")]
    assert sheets
    for sheet in sheets:
        folder = PurePosixPath(sheet).parent.name
        prefix = f"course/_data/datasets/{folder}/"
        held = {name.removeprefix(prefix) for name in wheel.namelist() if name.startswith(prefix)}
        data = {f"{folder}.csv", f"{folder}.csv.gz"} & held
        assert len(data) == 1, f"{folder} has no data"
        assert held - data == {"datasheet.yml", "croissant.json"}


def test_it_holds_every_framework(wheel):
    frameworks = files_below("course/frameworks", ".yml")
    assert frameworks
    assert {f"course/frameworks/{name}" for name in frameworks} <= set(wheel.namelist())


def test_it_holds_every_catalogue_and_template(wheel):
    catalogues = [
        name for name in files_below("course/locale", ".po") if "facilitator/" not in name
    ]
    assert catalogues
    names = set(wheel.namelist())
    assert {f"course/locale/{name}" for name in catalogues} <= names
    for package in ("classroom", "course"):
        found = files_below(package, ".html", ".j2", ".css", ".svg", ".woff2", ".ttf")
        # The extension's sources are for authors; what they are built into is installed.
        templates = {name for name in found if not name.startswith("jupyter/answers/")}
        assert templates
        assert {f"{package}/{name}" for name in templates} <= names


def test_it_holds_the_table_of_system_calls(wheel):
    (table,) = files_below("autograder", ".tbl")
    assert f"autograder/{table}" in wheel.namelist()


def test_it_holds_no_hidden_check_answer_source_or_test(wheel):
    names = [PurePosixPath(name) for name in wheel.namelist()]
    assert not secrets_in(wheel.namelist())
    tops = {name.parts[0] for name in names if not name.parts[0].endswith((".dist-info", ".data"))}
    assert tops == {"autograder", "classroom", "course"}
    assert not {"lesson.py", "assignment.py"} & {name.name for name in names}


def test_it_holds_nothing_that_a_machine_left_behind(wheel):
    rubbish = (".pyc", ".DS_Store", ".db", ".log", "-checkpoint.ipynb")
    assert not [name for name in wheel.namelist() if name.endswith(rubbish)]
    assert len(wheel.namelist()) == len(set(wheel.namelist()))


def test_the_source_archive_keeps_the_same_secrets(sdist):
    assert "course/__init__.py" in sdist
    assert {name.partition("/")[0] for name in sdist}.isdisjoint({"source", "tests"})
    assert not secrets_in(list(sdist))


@pytest.fixture(scope="module")
def archives(wheel, sdist) -> dict[str, dict[str, bytes]]:
    """The files of both archives by their names."""
    return {"wheel": {name: wheel.read(name) for name in wheel.namelist()}, "sdist": sdist}


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_a_finished_archive_holds_no_line_of_a_solution_hidden_check_or_facilitators_note(
    archives, kind
):
    files = {
        name: content for name, content in archives[kind].items() if name not in {READER, *MARKING}
    }
    lines = secret_lines(ROOT / "source", public_notes=True)
    # Those who grade need the messages of hidden checks in each language.
    for path in ROOT.glob("source/*/hidden_checks.py"):
        lines -= lines_of_strings(path)
    assert len(lines) > 1000
    assert not list(leaks(files, lines, hidden_sentences(ROOT / "source")))


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_a_finished_archive_holds_no_catalogue_of_the_facilitators_edition(archives, kind):
    assert not [name for name in archives[kind] if "/facilitator/" in name]


def test_neither_holds_the_hidden_comments_or_a_sentence_of_them(archives):
    for files in archives.values():
        assert not [trace for name, content in files.items() for trace in traces(name, content)]


@pytest.fixture
def small_house(tmp_path) -> Path:
    """A repository with one released assignment and one data set."""
    for name in (
        "release/checks/01-a.py",
        "release/en/01-a/01-a.ipynb",
        "release/en/01-a/.ipynb_checkpoints/01-a-checkpoint.ipynb",
        "datasets/d/d.csv",
        "datasets/d/make.py",
        "datasets/d/parameters.yml",
        "datasets/d/texts/en.yml",
        "source/01-a/hidden_checks.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def test_what_is_added_is_the_released_and_the_data_only(small_house):
    assert sorted(shipped_files(small_house).values()) == [
        "course/_data/datasets/d/d.csv",
        "course/_data/release/checks/01-a.py",
        "course/_data/release/en/01-a/01-a.ipynb",
    ]


@pytest.mark.parametrize("name", sorted(SECRET_NAMES))
def test_a_build_stops_at_a_secret_in_the_release(small_house, name):
    (small_house / "release/en/01-a" / name).touch()
    with pytest.raises(ValueError, match=name):
        shipped_files(small_house)


def test_a_build_stops_at_a_solution_in_a_released_file(small_house):
    path = small_house / "release/checks/01-a.py"
    path.write_text("rate = ...\n### BEGIN SOLUTION\nrate = 7 / 16\n### END SOLUTION\n")
    with pytest.raises(ValueError, match=r"01-a\.py.*BEGIN SOLUTION"):
        shipped_files(small_house)


def test_a_build_stops_at_a_line_of_a_hidden_check_in_a_released_file(small_house):
    line = "expect.true(expect.call(function, 8) == 21)"
    (small_house / "source/01-a/hidden_checks.py").write_text(f"def fibonacci(f):\n    {line}\n")
    (small_house / "release/checks/01-a.py").write_text(f"if True:\n        {line}\n")
    with pytest.raises(ValueError, match=r"01-a\.py.*== 21"):
        shipped_files(small_house)


def test_a_build_needs_no_package_but_hatchling():
    """pip builds a source archive in an environment that has nothing else."""
    code = """
import sys
for name in ("nbformat", "numpy", "pandas", "polib", "pydantic", "yaml"):
    sys.modules[name] = None  # importing it fails
import hatch_build
"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_a_build_without_a_release_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="ai4gov build"):
        shipped_files(tmp_path)


def test_it_says_what_it_is(wheel):
    said = metadata(wheel)
    assert said["Name"] == "ai4gov-course"
    assert said["Requires-Python"] == ">=3.11"
    assert set(said.get_all("Provides-Extra")) == {
        "cluster",
        "credentials",
        "dev",
        "hub",
        "instructor",
        "pdf",
        "postgres",
        "site",
    }
    assert said["License-Expression"] == "MIT AND CC-BY-4.0"
    assert set(said.get_all("License-File")) == {"LICENSE", "LICENSE-CONTENT"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert said["Version"] == project["version"]


def test_it_installs_the_command_ai4gov(wheel):
    (name,) = [n for n in wheel.namelist() if n.endswith(".dist-info/entry_points.txt")]
    assert "ai4gov = classroom.cli:main" in wheel.read(name).decode()


def run_installed(unpacked: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code where only the unpacked wheel is to be found, not the repository."""
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(unpacked)!r})\n{code}"],
        cwd=unpacked.parent,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_every_data_set_loads_from_an_installed_wheel_without_a_network(unpacked):
    code = """
import socket
def refuse(*arguments, **options):
    raise AssertionError("a data set opened a connection")
socket.socket = refuse
import course
from course.data.datasets import dataset_names
assert course.__file__.startswith(sys.path[0]), course.__file__
for name in dataset_names():
    described = course.describe_dataset(name).content
    print(name, len(course.load_dataset(name)) == described["file"]["rows"])
"""
    ran = run_installed(unpacked, code)
    assert ran.returncode == 0, ran.stderr
    names = sorted(path.parent.name for path in (ROOT / "datasets").glob("*/datasheet.yml"))
    assert ran.stdout.splitlines() == [f"{name} True" for name in names]


def test_the_command_works_with_what_a_learner_installs(unpacked):
    """`ai4gov start` must not need the grader's packages."""
    code = f"""
for name in {NOT_FOR_LEARNERS!r}:
    sys.modules[name] = None  # importing it fails
import classroom.cli
assert classroom.cli.__file__.startswith(sys.path[0]), classroom.cli.__file__
try:
    classroom.cli.main(["start", "--help"])
except SystemExit as end:
    assert not end.code
"""
    ran = run_installed(unpacked, code)
    assert ran.returncode == 0, ran.stderr
