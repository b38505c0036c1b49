"""`ai4gov publish` writes all or nothing, over nobody's files, and from what is committed."""

from __future__ import annotations

import json
import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from classroom import cli
from course.publishing import PublishingError
from course.publishing.learners_repository import (
    RECORD,
    STAGING,
    UNNAMED,
    Edition,
    next_steps,
    publish,
)
from tests.packaging.copies import commit_all, git
from tests.system import need

FILES = {
    ".gitattributes": "* text=auto eol=lf\n",
    ".gitignore": "/build/\nprogress.json\n",
    "LICENSE": "MIT\n",
    "LICENSE-CONTENT": "CC BY 4.0\n",
    "binder/postBuild": "#!/bin/bash\n",
    "binder/runtime.txt": "python-3.13\n",
    "course/__init__.py": "",
    "course/publishing/__init__.py": "# For authors.\n",
    "requirements/learner.txt": "pandas==3.1.0\n",
    "requirements/all.txt": "nbgrader==0.9.6\n",
    "pyproject.toml": """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "tiny"
version = "1"
description = "A tiny course"
readme = "README.md"
requires-python = ">=3.11"
license = "MIT"
license-files = ["LICENSE"]
classifiers = []
dependencies = ["pandas"]
""",
}


@pytest.fixture
def repository(mini_repository):
    """A course of one tiny module, built and committed."""
    need("git")
    for name, text in FILES.items():
        mini_repository.write(name, text)
    mini_repository.write_build()
    commit_all(mini_repository.root)
    return mini_repository


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "learners"


@pytest.fixture
def refused(repository, folder, snapshot) -> Callable[..., str]:
    """A call that must be refused in one line and change nothing."""

    def call(**options: bool | str) -> str:
        before = snapshot(folder) if folder.is_dir() else None
        with pytest.raises(PublishingError) as raised:
            publish(repository.root, folder, **options)
        assert (snapshot(folder) if folder.is_dir() else None) == before
        assert len(str(raised.value).splitlines()) == 1
        return str(raised.value)

    return call


def change_and_commit(repository) -> None:
    """A new edition: one text of the lesson is another, and one file is gone."""
    repository.change("source/01-tiny/lesson.py", "Read this first.", "Read this last.")
    repository.path("binder/runtime.txt").unlink()
    repository.write_build()
    commit_all(repository.root)


# What it writes


def test_a_new_folder_gets_everything(repository, folder, snapshot):
    edition = publish(repository.root, folder)
    held = snapshot(folder)
    assert b"Read this first." in held["release/en/lessons/01-tiny/01-tiny.ipynb"]
    assert "course/publishing" not in held
    assert "requirements/all.txt" not in held
    assert "source" not in held
    files = {name for name, content in held.items() if content != b"a folder"}
    assert json.loads(held[RECORD])["files"] == sorted(files)
    assert (edition.files, edition.changed, edition.removed) == (len(files), len(files), 0)


def test_scripts_can_be_run(repository, folder):
    publish(repository.root, folder)
    assert os.access(folder / "binder" / "postBuild", os.X_OK)


def test_the_same_commit_writes_the_same_bytes_and_says_that_nothing_changed(
    repository, folder, snapshot
):
    publish(repository.root, folder)
    before = snapshot(folder)
    again = publish(repository.root, folder)
    assert (again.changed, again.removed) == (0, 0)
    assert snapshot(folder) == before


def test_an_edition_is_brought_up_to_date_and_the_person_s_git_stays(repository, folder, snapshot):
    publish(repository.root, folder)
    published = commit_all(folder)
    change_and_commit(repository)
    edition = publish(repository.root, folder)
    assert edition.removed == 1
    assert not (folder / "binder" / "runtime.txt").exists()
    assert git(folder, "rev-parse", "HEAD").strip() == published
    changed = git(folder, "status", "--porcelain").splitlines()
    assert " D binder/runtime.txt" in changed
    assert " M release/en/lessons/01-tiny/01-tiny.ipynb" in changed
    assert not [line for line in changed if line.startswith("??")]
    new = publish(repository.root, folder.with_name("other"))
    assert {k: v for k, v in snapshot(folder).items() if k.split("/")[0] != ".git"} == snapshot(
        new.folder
    )


def test_an_empty_clone_counts_as_an_empty_folder(repository, folder):
    folder.mkdir()
    git(folder, "init", "--quiet")
    publish(repository.root, folder)
    assert (folder / "release").is_dir()
    assert (folder / ".git").is_dir()


def test_its_address_stands_in_the_links_and_is_remembered(repository, folder):
    assert publish(repository.root, folder).repository == UNNAMED
    assert UNNAMED in (folder / "README.md").read_text(encoding="utf-8")
    publish(repository.root, folder, repository="ministry/course")
    again = publish(repository.root, folder)
    assert (again.changed, again.repository) == (0, "ministry/course")
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert "mybinder.org/v2/gh/ministry/course/HEAD" in text
    assert UNNAMED not in text


def test_what_working_in_the_release_left_behind_is_not_published(repository, folder):
    repository.write("release/en/progress.json", "{}")
    publish(repository.root, folder)
    assert not (folder / "release/en/progress.json").exists()


# What it refuses


@pytest.mark.parametrize("name", ["notes.txt", "release/en/notes.txt", ".github/workflow.yml"])
def test_a_folder_with_files_of_others_is_refused(repository, folder, refused, name):
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("mine")
    assert name in refused()


def test_a_file_that_was_put_into_an_edition_is_refused(repository, folder, refused):
    publish(repository.root, folder)
    (folder / "release" / "en" / "notes.txt").write_text("mine")
    assert "release/en/notes.txt" in refused()


def test_a_link_in_the_folder_is_refused(repository, folder, refused, tmp_path):
    folder.mkdir()
    (folder / "release").symlink_to(tmp_path)
    assert "release" in refused()


def test_a_file_in_place_of_the_folder_is_refused(repository, folder, refused):
    folder.write_text("mine")
    assert "not a folder" in refused()
    assert folder.read_text() == "mine"


@pytest.mark.parametrize("inside", ["learners", "release/learners", "."])
def test_a_folder_in_this_repository_is_refused(repository, inside):
    before = repository.files()
    with pytest.raises(PublishingError, match="outside"):
        publish(repository.root, repository.root / inside)
    assert repository.files() == before


def test_a_damaged_record_is_refused(repository, folder, refused):
    publish(repository.root, folder)
    (folder / RECORD).write_text("[]")
    assert RECORD in refused()


@pytest.mark.parametrize("name", ["LICENSE", "course/new.py", "pyproject.toml"])
def test_uncommitted_changes_are_refused_unless_they_are_wanted(repository, folder, refused, name):
    text = FILES.get(name, "") + "# New\n"
    repository.write(name, text)
    assert name in refused()
    edition = publish(repository.root, folder, allow_dirty=True)
    assert edition.commit.endswith(" with uncommitted changes")
    assert edition.commit in (folder / "README.md").read_text(encoding="utf-8")
    if name != "pyproject.toml":
        assert (folder / name).read_text() == text


def test_uncommitted_changes_of_what_is_not_published_do_not_matter(repository, folder):
    repository.write("requirements/all.txt", "nbgrader==0.9.7\n")
    repository.write("notes.txt", "mine")
    assert "uncommitted" not in publish(repository.root, folder).commit
    assert not (folder / "notes.txt").exists()


def test_a_stale_release_is_refused(repository, refused):
    repository.change("source/01-tiny/lesson.py", "Read this first.", "Read this last.")
    commit_all(repository.root)
    message = refused()
    assert "01-tiny" in message
    assert "ai4gov build" in message


def test_a_folder_without_git_is_refused(mini_repository, folder):
    need("git")
    with pytest.raises(PublishingError, match="git"):
        publish(mini_repository.root, folder)


def test_an_address_that_is_none_is_refused(refused):
    assert "OWNER/NAME" in refused(repository="https://example.org/ministry/course")


# Lines that are long enough to be known again.
HIDDEN = "expect.true(expect.call(function, 'ab') == 'abab', words)"
SOLUTION = "A model answer of ours, in one long sentence."
NOTE = "Ask the class which answer they chose, and why."
ANSWER = "double = lambda number: sum([number, number])"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("course/hidden_checks.py", ""),
        ("course/answers.py", ""),
        ("course/data/lesson.py", ""),
        ("course/assignment.py", ""),
        ("course/notes.py", "x = 1\n### BEGIN SOLUTION\n"),
        ("course/notes.txt", f"    {HIDDEN}\n"),
        ("binder/notes.ipynb", json.dumps({"source": ["a = 1\n", f"    {ANSWER}\n"]})),
        ("course/notes.md", f"{SOLUTION}\n"),
        ("course/guide.md", f"{NOTE}\n"),
        ("course/locale/fr/guide.po", f'msgid ""\n"{NOTE[:20]}"\n"{NOTE[20:]}"\nmsgstr ""\n'),
        ("course/gradebook.db", ""),
        ("course/data/roster.csv", ""),
        ("course/material.zip", ""),
        ("binder/material.tar.gz", ""),
        ("course/id_ed25519", "-----BEGIN OPENSSH PRIVATE KEY-----\n"),
        ("course/server.pem", "-----BEGIN RSA PRIVATE KEY-----\n"),
    ],
)
def test_a_secret_is_refused_and_nothing_is_written(repository, refused, name, text):
    change = repository.change
    first = "def double(function):\n"
    change("source/01-tiny/hidden_checks.py", first, f"{first}    words = None\n    {HIDDEN}\n")
    change("source/01-tiny/assignment.py", "A model answer of ours.", SOLUTION)
    note = f"# %% [markdown] facilitator=true\n# {NOTE}\n\n# %% [markdown]\n# ## Look closer"
    change("source/01-tiny/lesson.py", "# %% [markdown]\n# ## Look closer", note)
    change("source/01-tiny/answers.py", "double = lambda number: 2 * number", ANSWER)
    repository.write_build()
    repository.write(name, text + "\n")
    commit_all(repository.root)
    assert name in refused()


# All or nothing


class Cut(BaseException):
    """Stands in for a signal or an error at an unhappy moment."""


def cut_at(monkeypatch, number: int, stop: Callable[[], None]) -> None:
    """Have the rename of that number, from 0 on, stop instead; later ones work again."""
    rename, calls = Path.rename, iter(range(1000))

    def counted(path: Path, target: Path) -> Path:
        if next(calls) == number:
            stop()
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", counted)


def number_of_renames(monkeypatch, repository, folder) -> int:
    """How many entries are exchanged in an update of the folder."""
    calls: list[Path] = []
    with monkeypatch.context() as patch:
        rename = Path.rename
        patch.setattr(Path, "rename", lambda path, to: (calls.append(path), rename(path, to))[1])
        publish(repository.root, folder)
    return len(calls)


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), KeyboardInterrupt()])
def test_an_update_that_is_cut_off_changes_nothing(
    repository, folder, snapshot, monkeypatch, error
):
    def stop() -> None:
        raise error

    publish(repository.root, folder)
    commit_all(folder)
    renames = number_of_renames(monkeypatch, repository, folder)
    before = snapshot(folder)
    change_and_commit(repository)
    for number in range(0, renames, 3):
        with monkeypatch.context() as patch:
            cut_at(patch, number, stop)
            with pytest.raises((PublishingError, KeyboardInterrupt)):
                publish(repository.root, folder)
        assert snapshot(folder) == before


def test_a_first_edition_that_is_cut_off_leaves_no_folder(repository, folder, monkeypatch):
    def stop() -> None:
        raise Cut

    cut_at(monkeypatch, 3, stop)
    with pytest.raises(Cut):
        publish(repository.root, folder)
    assert not folder.exists()


def test_a_full_disk_changes_nothing(repository, folder, refused):
    publish(repository.root, folder)
    change_and_commit(repository)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (700, limits[1]))
    try:
        message = refused()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "cannot be written" in message


def test_after_a_kill_the_next_call_finishes_the_work(repository, folder, snapshot, monkeypatch):
    publish(repository.root, folder)
    renames = number_of_renames(monkeypatch, repository, folder)
    change_and_commit(repository)
    wanted = snapshot(publish(repository.root, folder.with_name("wanted")).folder)
    for number in range(0, renames, 4):
        child = os.fork()
        if not child:
            cut_at(monkeypatch, number, lambda: os._exit(9))
            publish(repository.root, folder)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert (folder / STAGING).is_dir()
        publish(repository.root, folder)
        assert snapshot(folder) == wanted


# The command


def test_the_command_says_what_it_wrote_and_how_to_send_it_out(
    repository, folder, capsys, monkeypatch
):
    monkeypatch.chdir(repository.root)
    assert cli.main(["publish", str(folder), "--repository", "ministry/course"]) == 0
    out = capsys.readouterr().out
    commit = git(repository.root, "rev-parse", "HEAD").strip()
    assert f"made from commit {commit}" in out
    lines = [line.strip() for line in out.splitlines()]
    steps = lines[lines.index("To send it out:") + 1 :]
    assert steps[0] == f"cd {folder}"
    assert "git init --initial-branch=main" in steps
    assert f'git commit -m "Publish the course as of {commit}"' in steps
    assert "git remote add origin https://github.com/ministry/course.git" in steps


@pytest.mark.parametrize("way", ["a new folder", "an empty clone", "a clone"])
def test_the_commands_that_it_prints_send_it_out(repository, folder, tmp_path, way):
    """Run as they stand there, but for the address."""
    origin = tmp_path / "origin.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(origin))
    if way != "a new folder":
        git(tmp_path, "clone", "--quiet", str(origin), str(folder))
    edition = publish(repository.root, folder, repository="ministry/course")
    send_out(edition, origin)
    if way == "a clone":
        change_and_commit(repository)
        edition = publish(repository.root, folder)
        send_out(edition, origin)
    git(tmp_path, "clone", "--quiet", str(origin), "elsewhere")
    assert git(tmp_path / "elsewhere", "log", "-1", "--format=%s").strip() == (
        f"Publish the course as of {edition.commit}"
    )
    assert (tmp_path / "elsewhere" / "release" / "fr" / "start.ipynb").is_file()


def send_out(edition: Edition, origin: Path) -> None:
    """Run the printed commands, with a folder in place of the address on the network."""
    import shlex

    _, *steps = next_steps(edition)
    for step in steps:
        words = shlex.split(step.replace("https://github.com/ministry/course.git", str(origin)))
        assert words[0] == "git"
        git(edition.folder, *words[1:])


def test_the_command_refuses_in_one_line(repository, folder, capsys, monkeypatch):
    monkeypatch.chdir(repository.root)
    repository.write("LICENSE", "Another\n")
    assert cli.main(["publish", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith("ai4gov: LICENSE: not committed")
    assert not folder.exists()
    assert cli.main(["publish", str(folder), "--allow-dirty"]) == 0
