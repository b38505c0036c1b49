"""A learner's working folder is filled and renewed, never over the learner's own work."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

from course import check
from course.start.opening import StartError, copy_release, open_lab

RECORD = ".course-files.json"
NOTEBOOK = "en/01-tiny/01-tiny.ipynb"


@pytest.fixture
def release(installed_repository):
    """The folder of a release, written."""
    installed_repository.write_build()
    return installed_repository.path("release")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "learner" / "course"


def work(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name != RECORD}


def laid_out(released: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a release as learners get them: the checks beside each notebook of a module."""
    files = {name: text for name, text in released.items() if name.split("/")[0] != "checks"}
    for name in released:
        if name.endswith("/01-tiny.ipynb"):
            beside = name.replace("01-tiny.ipynb", "checks.py")
            files[beside] = released["checks/01-tiny.py"]
    return files


def test_a_new_folder_gets_the_whole_release(release, folder, snapshot):
    written, kept = copy_release(folder)
    assert work(snapshot(folder)) == laid_out(snapshot(release))
    assert written == sum(path.is_file() for path in folder.rglob("*")) - 1
    assert kept == []


@pytest.mark.parametrize("place", ["fr/01-tiny", "fr/lessons/01-tiny"])
def test_a_check_works_in_a_working_folder_without_the_release(
    installed_repository, release, folder, monkeypatch, place
):
    copy_release(folder)
    release.rename(release.with_name("gone"))
    monkeypatch.chdir(folder / place)
    assert check("quick-half", 0.5).message.code == "right"


def test_checks_that_the_course_has_corrected_are_renewed_beside_each_notebook(release, folder):
    copy_release(folder)
    (release / "checks/01-tiny.py").write_text("newer", encoding="utf-8")
    assert copy_release(folder) == (8, [])
    assert {path.read_text() for path in folder.rglob("checks.py")} == {"newer"}


def test_a_second_call_writes_nothing(release, folder, snapshot):
    copy_release(folder)
    before = snapshot(folder)
    assert copy_release(folder) == (0, [])
    assert snapshot(folder) == before


def test_work_of_a_learner_stays_though_the_course_has_something_newer(release, folder):
    copy_release(folder)
    (folder / NOTEBOOK).write_text("my work", encoding="utf-8")
    assert copy_release(folder) == (0, [])
    (release / NOTEBOOK).write_text("newer", encoding="utf-8")
    assert copy_release(folder) == (0, [NOTEBOOK])
    assert copy_release(folder) == (0, [NOTEBOOK])
    assert (folder / NOTEBOOK).read_text(encoding="utf-8") == "my work"


def test_what_nobody_touched_is_renewed(release, folder):
    copy_release(folder)
    (release / NOTEBOOK).write_text("newer", encoding="utf-8")
    assert copy_release(folder) == (1, [])
    assert (folder / NOTEBOOK).read_text(encoding="utf-8") == "newer"
    (release / NOTEBOOK).write_text("newest", encoding="utf-8")
    assert copy_release(folder) == (1, [])


def test_a_file_that_was_there_before_the_course_is_the_learner_s(release, folder):
    (folder / NOTEBOOK).parent.mkdir(parents=True)
    (folder / NOTEBOOK).write_text("mine", encoding="utf-8")
    _, kept = copy_release(folder)
    assert kept == [NOTEBOOK]
    assert (folder / NOTEBOOK).read_text(encoding="utf-8") == "mine"


def test_a_file_that_was_deleted_comes_back(release, folder):
    copy_release(folder)
    (folder / NOTEBOOK).unlink()
    assert copy_release(folder) == (1, [])
    assert (folder / NOTEBOOK).is_file()


def test_files_of_the_learner_s_own_are_left_alone(release, folder):
    copy_release(folder)
    (folder / "progress.json").write_text("{}", encoding="utf-8")
    (folder / "en" / "notes.txt").write_text("mine", encoding="utf-8")
    assert copy_release(folder) == (0, [])
    assert (folder / "en" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_work_put_back_to_what_was_released_is_renewed_again(release, folder):
    copy_release(folder)
    first = (folder / NOTEBOOK).read_bytes()
    (folder / NOTEBOOK).write_text("my work", encoding="utf-8")
    copy_release(folder)
    (folder / NOTEBOOK).write_bytes(first)
    (release / NOTEBOOK).write_text("newer", encoding="utf-8")
    assert copy_release(folder) == (1, [])


def test_a_copy_that_was_cut_off_is_finished_by_the_next_call(release, folder, snapshot):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (700, limits[1]))
    try:
        with pytest.raises(StartError) as raised:
            copy_release(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "\n" not in str(raised.value)
    _, kept = copy_release(folder)
    assert kept == []
    assert work(snapshot(folder)) == laid_out(snapshot(release))


def test_a_folder_where_a_file_should_be_is_told_in_one_line(release, folder):
    (folder / NOTEBOOK).mkdir(parents=True)
    with pytest.raises(StartError) as raised:
        copy_release(folder)
    assert "\n" not in str(raised.value)
    assert NOTEBOOK in str(raised.value)


def test_a_developer_s_leavings_in_the_release_do_not_reach_a_learner(release, folder):
    for name in (
        *("en/progress.json", "en/.ipynb_checkpoints/start.ipynb", "en/__pycache__/c.pyc"),
        "checks/.01-tiny.py.swp",
    ):
        (release / name).parent.mkdir(exist_ok=True)
        (release / name).write_text("{}", encoding="utf-8")
    copy_release(folder)
    assert not (folder / "en/progress.json").exists()
    assert not (folder / "en/.ipynb_checkpoints").exists()
    assert not (folder / "en/__pycache__").exists()
    assert not (folder / "checks").exists()


def test_root_is_told_how_to_start_before_jupyterlab_refuses(folder, monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(StartError, match="-- --allow-root"):
        open_lab(folder, "fr", browser=False, extra=[])
    # Asked for, JupyterLab is started: here the fixture stops it.
    with pytest.raises(AssertionError, match="--allow-root"):
        open_lab(folder, "fr", browser=False, extra=["--allow-root"])


def test_an_ordinary_user_gets_jupyterlab_on_the_start_page(folder, monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(
        AssertionError, match=r"course\.start\.lab.*/ai4gov/start\.html.*--no-browser"
    ):
        open_lab(folder, "fr", browser=False, extra=[])


def test_jupyterlab_starts_without_the_grammar_that_takes_half_of_its_start():
    source = (
        "import runpy, sys\nsys.argv[1:] = ['--version']\n"
        "try:\n    runpy.run_module('course.start.lab', run_name='__main__')\n"
        "except SystemExit:\n    print('jupyterlab' in sys.modules, 'lark' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True)
    assert done.stdout.split()[-2:] == ["True", "False"], done.stderr
