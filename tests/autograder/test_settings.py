"""The settings that courses have, as nbgrader would read them."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from nbgrader.apps import AutogradeApp
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeCollect
from traitlets.config import Config

from autograder import channel as frames
from autograder import files, settings
from autograder.bridge import written_files as written
from autograder.errors import CourseError
from autograder.examiner import budget as asking
from autograder.execute import Execute
from autograder.grading.course import Course
from autograder.grading.grade import grade
from autograder.records import Limits, Plan, PlannedNotebook
from autograder.sandbox import supervisor
from classroom import demo
from tests.autograder.stock_course import ONE, SHORT, HandIn, make
from tests.autograder.test_hostile_folders import OURS


@pytest.mark.parametrize(
    ("config", "seconds"),
    [
        (Config(), 30),
        (Config(Execute={"timeout": 5}), 5),
        (Config(Execute={"timeout": None}), 300),
        (Config(Execute={"timeout": -1, "submission_timeout": 90}), 90),
        (Config(ExecutePreprocessor={"timeout": 60}), 60),
        (Config(NotebookClient={"timeout": 60}, Execute={"timeout": 7}), 7),
    ],
)
def test_a_cell_has_the_time_that_nbgrader_would_give_it(config, seconds):
    assert settings.limits(config, "any", "none").cell == seconds


DOCUMENTED = (Path(__file__).parents[2] / "docs" / "grading.md").read_text(encoding="utf-8")


def test_the_bounds_of_a_course_that_sets_none_are_those_that_are_documented():
    usual = settings.limits(Config(), "any", settings.minimum_level(Config(), None))
    assert replace(usual, hidden=()) == Limits(
        cell=30, notebook=300, output=2**20, memory=2 * 2**30, level="namespaces", mode="examiner"
    )
    known = Execute(config=Config())
    for name, here, shown in (
        ("timeout", usual.cell, "30"),
        ("submission_timeout", usual.notebook, "300"),
        ("memory", usual.memory, "2 GiB"),
        ("output_bytes", usual.output, "1 MiB"),
        ("isolation", usual.level, "`namespaces`"),
    ):
        assert getattr(known, name) == here
        assert f"| `c.Execute.{name}` | {shown} |" in DOCUMENTED


def test_what_a_course_says_of_its_bounds_is_heeded():
    told = {
        "timeout": 5, "submission_timeout": 50, "memory": 2**28, "output_bytes": 1000,
        "in_process": ["open"],
    }  # fmt: skip
    for name, mode in (("open", "in-process"), ("other", "examiner")):
        limits = settings.limits(Config(Execute=told), name, "cgroup")
        assert replace(limits, hidden=()) == Limits(
            cell=5, notebook=50, output=1000, memory=2**28, level="cgroup", mode=mode
        )
    assert settings.minimum_level(Config(Execute={"isolation": "landlock"}), None) == "landlock"
    assert settings.minimum_level(Config(Execute={"isolation": "landlock"}), "cgroup") == "cgroup"
    with pytest.raises(CourseError, match="no isolation level 'high'"):
        settings.minimum_level(Config(Execute={"isolation": "high"}), None)


SETTINGS = {
    # What is written, as Python and on a command line; what it means.
    "timeout": ("2.5", "2.5", 2.5),
    "submission_timeout": ("90", "90", 90),
    "memory": ("2**29", str(2**29), 2**29),
    "output_bytes": ("50_000", "50000", 50_000),
    "isolation": ("'limits'", "limits", "limits"),
    "in_process": ("['ps1']", "ps1", ["ps1"]),
    "kernel_name": ("'python3'", "python3", "python3"),
}
WAYS = ("Python", "JSON", "the user's Jupyter folder", "the machine's", "a command line")


def configured(way: str, setting: str, folder: Path, monkeypatch) -> Config:
    """A configuration with one setting, given in one of the ways."""
    python, typed, meant = SETTINGS[setting]
    course, user, machine = (folder / name for name in ("course", "user", "machine"))
    for each in (course, user, machine):
        each.mkdir()
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(user))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(machine))
    (course / "nbgrader_config.py").write_text("c = get_config()\n")
    if way == "a command line":
        app = AutogradeApp()
        app.parse_command_line(["ps1", f"--Execute.{setting}={typed}"])
        return app.config
    if way == "JSON":
        (course / "nbgrader_config.json").write_text(json.dumps({"Execute": {setting: meant}}))
    else:
        place = {"Python": course, "the user's Jupyter folder": user, "the machine's": machine}
        path = place[way] / "nbgrader_config.py"
        path.write_text(f"c = get_config()\nc.Execute.{setting} = {python}\n")
    return settings.load(course)


def in_force(config: Config, setting: str) -> object:
    """What a setting does to the grading of the assignment ps1."""
    limits = settings.limits(config, "ps1", settings.minimum_level(config, None))
    found = {
        "timeout": limits.cell,
        "submission_timeout": limits.notebook,
        "memory": limits.memory,
        "output_bytes": limits.output,
        "isolation": limits.level,
        "in_process": ["ps1"] if limits.mode == supervisor.IN_PROCESS else [],
        "kernel_name": settings.execute_settings(config).kernel_name,
    }
    return found[setting]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("setting", SETTINGS)
def test_each_setting_can_be_given_in_each_of_nbgrader_s_ways(setting, way, tmp_path, monkeypatch):
    config = configured(way, setting, tmp_path, monkeypatch)
    assert in_force(config, setting) == SETTINGS[setting][2]
    assert in_force(Config(), setting) != SETTINGS[setting][2]
    # What nbgrader makes of it when it registers the preprocessor.
    assert getattr(Execute(config=config), setting) == SETTINGS[setting][2]


def test_every_setting_that_is_documented_is_tested_in_each_way():
    table = DOCUMENTED.partition("## Bounds")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `c\.Execute\.(\w+)`", table, re.MULTILINE)) == set(SETTINGS)


def test_several_assignments_can_be_named_on_a_command_line():
    app = AutogradeApp()
    app.parse_command_line(["ps1", "--Execute.in_process=ps1", "--Execute.in_process=ps2"])
    assert settings.execute_settings(app.config).in_process == ["ps1", "ps2"]


@pytest.mark.parametrize(
    ("setting", "written"),
    [
        ("timeout", "soon"),
        ("submission_timeout", "-1"),
        ("submission_timeout", "inf"),
        ("submission_timeout", "nan"),
        ("memory", "2GB"),
        ("memory", "-5"),
        ("output_bytes", "many"),
        ("isolation", "high"),
    ],
)
def test_a_wrong_value_is_told_in_one_line_that_names_the_setting(setting, written):
    app = AutogradeApp()
    app.parse_command_line(["ps1", f"--Execute.{setting}={written}"])
    with pytest.raises(CourseError, match=setting) as caught:
        settings.limits(app.config, "ps1", settings.minimum_level(app.config, None))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("assignment", "mode"), [("ps1", "examiner"), ("ps12", "in-process")])
def test_a_single_name_is_that_of_one_assignment(assignment, mode):
    config = Config(Execute={"in_process": "ps12"})
    assert settings.limits(config, assignment, "none").mode == mode


@pytest.mark.weekly
def test_nbgrader_s_command_line_sets_the_time_of_a_cell(tmp_path, level):
    course = make(tmp_path / "course", OURS)
    loop = "def one():\n    return 1\nwhile True: pass"
    HandIn(course, SHORT).answer(one=loop).write(course, "ann", SHORT)
    command = [sys.executable, "-m", "nbgrader", "autograde", SHORT]
    wrong = subprocess.run(
        [*command, "--Execute.timeout=soon"], cwd=course, capture_output=True, text=True
    )
    assert wrong.returncode == 1 and "Traceback" not in wrong.stderr
    assert "a setting of c.Execute is wrong" in wrong.stderr
    subprocess.run([*command, "--Execute.timeout=1"], cwd=course, check=True)
    graded = (course / "autograded" / "ann" / SHORT / "short.ipynb").read_text()
    assert "stopped after 1 s" in graded


def test_all_folders_of_a_course_that_learners_may_not_see_are_hidden(tmp_path):
    course, elsewhere = tmp_path / "course", tmp_path / "elsewhere"
    (tmp_path / "link").symlink_to("course")
    course.mkdir()
    config = Config(
        CourseDirectory={
            "root": str(tmp_path / "link"),
            "source_directory": "from",
            "submitted_directory": str(elsewhere / "in"),
            "db_url": f"sqlite:///{elsewhere}/points.db",
        },
        Execute={"checks_directory": "checks"},
        Exchange={"root": str(elsewhere / "exchange")},
    )
    hidden = settings.limits(config, "any", "cgroup").hidden
    assert set(hidden) >= {
        str(course),
        str(course / "from"),
        str(course / "checks"),
        str(course / "autograded"),
        str(course / "feedback"),
        str(course / "attention"),
        str(elsewhere / "in"),
        str(elsewhere / "points.db"),
        str(elsewhere / "exchange"),
    }
    # nbgrader's own folder for what is handed out and handed in lies below /usr.
    assert "/usr/local/share/nbgrader/exchange" in settings.hidden_paths(Config())


def test_other_bounds_are_those_that_are_documented():
    for bound, most, words in (
        (frames.LARGEST, 64 * 2**20, "of more than 64 MB"),
        (files.LARGEST, 256 * 2**20, "more than 256 MB"),
        (files.MOST_FILES, 20_000, "more than 20,000 files"),
        (files.DEEPEST, 50, "more than 50 folders deep"),
        (files.LONGEST_TIMESTAMP, 100, "longer than 100 bytes"),
        (written.MOST, 100, "100 files and 16 MB together"),
        (written.LARGEST, 16 * 2**20, "100 files and 16 MB together"),
        (written.DEEPEST, 4, "in folders up to three deep"),
        (asking.TRIPS, 50_000, "more than 50,000 names, calls, attributes and items"),
        (supervisor.FULL_CELLS, 12, "twelve times that for all"),
        (supervisor.wall_limit(30), 125, "`time.sleep(1000)` is stopped after 125 seconds"),
        (supervisor.wall_limit(300), 1205, "a notebook after 1,205"),
        (supervisor.GRACE, 1, "ended one CPU second later"),
    ):
        assert bound == most and words in DOCUMENTED, words
    # A process that sends half a message holds the grader up no longer than a cell that sleeps.
    assert supervisor.wall_limit(30) > frames.PATIENCE + frames.LARGEST / frames.SLOWEST
    assert asking.TRIPS_OF_NOTEBOOK <= 10 * asking.TRIPS


def planned(kernel: dict, **execute: str) -> Plan:
    config = Config(Execute=execute)
    return Plan("any", {"nb": PlannedNotebook("nb", kernel, (), ())}, config=config)


def test_a_python_of_another_name_is_graded_only_when_the_course_says_so():
    kernel = {"name": "conda-env-ds-py", "language": "python"}
    with pytest.raises(CourseError, match="kernel_name"):
        settings.require_python(planned(kernel))
    settings.require_python(planned(kernel, kernel_name="python3"))
    with pytest.raises(CourseError, match="only Python"):
        settings.require_python(planned({"name": "ir", "language": "R"}, kernel_name="python3"))


def test_what_stands_in_the_user_s_jupyter_folder_is_heeded(tmp_path, monkeypatch):
    course, mine = tmp_path / "course", tmp_path / "mine"
    for folder, lines in (
        (course, "c.CourseDirectory.course_id = 'here'\n"),
        (mine, "c.CourseDirectory.course_id = 'mine'\nc.Execute.timeout = 7\n"),
    ):
        folder.mkdir()
        (folder / "nbgrader_config.py").write_text(f"c = get_config()\n{lines}")
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(mine))
    config = settings.load(course)
    assert (config.CourseDirectory.course_id, config.Execute.timeout) == ("here", 7)
    (mine / "nbgrader_config.py").write_text("1 / 0")
    with pytest.raises(CourseError, match="ZeroDivisionError"):
        settings.load(course)


def test_settings_in_json_count_beside_and_above_those_in_python_as_with_nbgrader(tmp_path):
    (tmp_path / "nbgrader_config.json").write_text('{"Execute": {"timeout": 7}}')
    assert settings.load(tmp_path).Execute.timeout == 7
    (tmp_path / "nbgrader_config.py").write_text(
        "c = get_config()\nc.Execute.timeout = 5\nc.Execute.memory = 9\n"
    )
    assert settings.load(tmp_path).Execute == {"timeout": 7, "memory": 9}
    (tmp_path / "nbgrader_config.json").write_text('{"Execute": ')
    with pytest.raises(CourseError, match=r"nbgrader_config.json: JSONDecodeError"):
        settings.load(tmp_path)


def test_a_course_that_the_user_s_settings_place_elsewhere_is_found_with_its_own_settings(
    tmp_path, monkeypatch
):
    course, mine = tmp_path / "course", tmp_path / "mine"
    course.mkdir()
    mine.mkdir()
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(mine))
    (mine / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.root = {str(course)!r}\n"
    )
    with pytest.raises(CourseError, match=f"no nbgrader course in {course}"):
        settings.load(tmp_path)
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.Execute.timeout = 7\n")
    config = settings.load(tmp_path)
    assert (config.CourseDirectory.root, config.Execute.timeout) == (str(course), 7)


def test_the_demo_is_played_in_its_own_folder_wherever_the_user_s_course_is(tmp_path, monkeypatch):
    demo_course, mine = tmp_path / "demo", tmp_path / "mine"
    demo_course.mkdir()
    mine.mkdir()
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(mine))
    (mine / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.root = '/real'\n")
    (demo_course / "nbgrader_config.py").write_text(demo.CONFIG)
    assert settings.load(demo_course).CourseDirectory.root == str(demo_course)


def test_a_setting_of_the_wrong_kind_is_told_in_one_line(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.ignore = 3\n")
    with pytest.raises(CourseError, match=r"c.CourseDirectory in nbgrader_config.py.*ignore"):
        Course.open(tmp_path)


@pytest.mark.parametrize("part", ["Autograde", "BaseConverter"])
def test_what_a_course_wants_called_before_or_after_is_not_left_out_in_silence(part):
    with pytest.raises(CourseError, match=f"{part}.post_convert_hook"):
        settings.require_known_steps(Config({part: {"post_convert_hook": print}}))
    settings.require_known_steps(Config())


@pytest.mark.weekly
def test_of_a_course_the_part_is_graded_that_its_settings_name_or_none(tmp_path):
    course = make(tmp_path / "course")
    for student in ("ann", "bea", "bob"):
        HandIn(course, SHORT).answer(one=ONE).write(course, student, SHORT)
    written = (course / "nbgrader_config.py").read_text()
    (course / "nbgrader_config.py").write_text(f"{written}c.CourseDirectory.student_id = 'b*'\n")
    assert [result.student for result in grade(course, SHORT)] == ["bea", "bob"]
    assert [result.student for result in grade(course, SHORT, student="ann")] == ["ann"]
    (course / "nbgrader_config.py").write_text(f"{written}c.CourseDirectory.notebook_id = 'x'\n")
    with pytest.raises(CourseError, match="notebook_id is 'x'"):
        grade(course, SHORT)


@pytest.mark.weekly
def test_a_gradebook_elsewhere_with_options_in_its_address_is_found(tmp_path):
    course = make(tmp_path / "course")
    (tmp_path / "my books").mkdir()
    shutil.move(course / "gradebook.db", tmp_path / "my books" / "g.db")
    address = f"sqlite:///{tmp_path}/my books/g.db?timeout=20"
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f"c.CourseDirectory.db_url = {json.dumps(address)}\n")
    HandIn(course, SHORT).answer(one=ONE).write(course, "ann", SHORT)
    (result,) = grade(course, SHORT)
    assert result.points == 3


@pytest.mark.parametrize("kept", [b"abc", b"", b"\xff", b"9" * 1000, "a pipe"])
def test_collecting_goes_on_after_a_time_that_is_none(tmp_path, kept, monkeypatch):
    """`nbgrader collect --update` reads the times of what it has collected before."""
    # It makes a gradebook by a command that lies beside Python.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    monkeypatch.setenv("PATH", path)
    config = Config(settings.grading_settings())
    config.CourseDirectory.root = str(tmp_path)
    config.CourseDirectory.course_id = "small"
    config.CourseDirectory.assignment_id = "ps1"
    config.Exchange.root = str(tmp_path / "exchange")
    config.ExchangeCollect.update = True
    config.ExchangeCollect.check_owner = False
    for student in ("ada", "eve"):
        inbound = tmp_path / "exchange" / "small" / "inbound"
        handed_in = inbound / f"{student}+ps1+2026-03-01 12:00:00 UTC+x"
        handed_in.mkdir(parents=True)
        (handed_in / "timestamp.txt").write_text("2026-03-01 12:00:00 UTC")
        (tmp_path / "submitted" / student / "ps1").mkdir(parents=True)
    before = tmp_path / "submitted" / "ada" / "ps1" / "timestamp.txt"
    os.mkfifo(before) if kept == "a pipe" else before.write_bytes(kept)
    coursedir = CourseDirectory(config=config)
    ExchangeCollect(coursedir=coursedir, config=config).start()
    for student in ("ada", "eve"):
        path = tmp_path / "submitted" / student / "ps1" / "timestamp.txt"
        assert path.read_text() == "2026-03-01 12:00:00 UTC"


def modes(folder: Path) -> dict[str, int]:
    """The rights to what a course holds, by name."""
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


@pytest.fixture
def open_course(tmp_path) -> Path:
    """A course whose class and answers all accounts of the machine can read."""
    (tmp_path / settings.CONFIG).write_text("c = get_config()\n", encoding="utf-8")
    for name in ("submitted", "autograded", "feedback", "attention", "source", "release"):
        (tmp_path / name).mkdir()
        (tmp_path / name).chmod(0o775)
    (tmp_path / "gradebook.db").touch()
    for name in ("gradebook.db", settings.CONFIG):
        (tmp_path / name).chmod(0o644)
    return tmp_path


def test_what_a_course_holds_of_its_class_is_closed_to_other_accounts_and_not_to_its_group(
    open_course,
):
    settings.load(open_course)
    assert modes(open_course) == {
        **dict.fromkeys(("submitted", "autograded", "feedback", "attention"), 0o770),
        "gradebook.db": 0o640,
        **dict.fromkeys(("source", "release"), 0o775),
        settings.CONFIG: 0o644,
    }


def test_what_a_command_makes_is_closed_when_it_ends(open_course):
    code = (
        "import os, sys, pathlib\n"
        "from autograder import settings\n"
        "os.umask(0o022)\n"
        "os.rmdir('submitted')\n"
        "settings.load(pathlib.Path())\n"
        "os.mkdir('submitted')\n"
        "sys.exit('an error')\n"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=open_course).returncode == 1
    assert modes(open_course)["submitted"] == 0o750


def test_nothing_behind_a_link_is_closed(open_course, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    elsewhere.chmod(0o755)
    (open_course / "feedback").rmdir()
    (open_course / "feedback").symlink_to(elsewhere)
    settings.load(open_course)
    assert elsewhere.stat().st_mode & 0o777 == 0o755
