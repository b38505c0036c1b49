"""The scripts back a hub up and bring it back: the same points, owners and files."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from autograder.grading.course import Course
from tests.autograder.small_course import NAME, answer, check_cell, graded, make
from tests.course.content.notebooks import ROOT

SCRIPTS = ROOT / "deploy" / "jupyterhub"
ACCOUNTS = {"awa": "games", "bo": "mail"}
"""Accounts that every Debian has, in place of those of two learners."""

DATABASES = (".db", ".sqlite")
"""SQLite's copies have the same rows; a counter in them differs."""

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="the scripts are called by root")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A server's folders under a root of their own, with two graded learners."""
    root = tmp_path_factory.mktemp("made") / "server"
    course = root / "srv" / "ai4gov" / "cohorts" / "ai4gov"
    course.mkdir(parents=True, mode=0o700)
    make(course)
    for number, login in enumerate(ACCOUNTS):
        cells = [answer("rate", f"rate = {login!r}"), check_cell("rate", "...", 2)]
        graded(course, login, cells, points={"check-rate": 1 + number})
        handed_in = root / "srv/ai4gov/exchange/ai4gov/inbound" / f"{login}+{NAME}+time+x"
        handed_in.mkdir(parents=True)
        (handed_in / "work.ipynb").write_text(login)
        home = root / "home" / login / "ai4gov"
        home.mkdir(parents=True)
        (home / "my work.txt").write_text(f"what {login} wrote")
        for path in (handed_in, handed_in / "work.ipynb", home.parent, home, home / "my work.txt"):
            shutil.chown(path, ACCOUNTS[login])
    (root / "srv/ai4gov/exchange").chmod(0o1777)
    shutil.chown(course / "gradebook.db", "games")
    settings = root / "etc" / "ai4gov"
    settings.mkdir(parents=True, mode=0o700)
    (settings / "cookie_secret").write_text("secret")
    (settings / "cookie_secret").chmod(0o600)
    with sqlite3.connect(settings / "jupyterhub.sqlite") as hub:
        hub.execute("CREATE TABLE users (name TEXT)")
        hub.execute("INSERT INTO users VALUES ('awa')")
    return root


@pytest.fixture
def root(made, tmp_path):
    copy = tmp_path / "server"
    subprocess.run(["cp", "--archive", str(made), str(copy)], check=True)
    return copy


def call(
    script: str, root: Path, archive: Path, **settings: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPTS / script, archive],
        env=os.environ | {"AI4GOV_ROOT": str(root), "AI4GOV_PYTHON": sys.executable} | settings,
        capture_output=True,
        text=True,
    )


def back_up(root: Path) -> Path:
    archive = root.with_name("backup.tar.gz")
    done = call("backup.sh", root, archive)
    assert done.returncode == 0, done.stderr
    return archive


def tree(root: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """Each file and folder of a server: mode, owner, group, content."""
    found = {}
    for path in sorted(root.rglob("*")):
        if any(part.partition(".before-")[1] for part in path.relative_to(root).parts):
            continue
        status = path.lstat()
        content = path.read_bytes() if path.is_file() and path.suffix not in DATABASES else b""
        found[str(path.relative_to(root))] = (
            stat.S_IMODE(status.st_mode), status.st_uid, status.st_gid, content
        )  # fmt: skip
    return found


def points(root: Path) -> dict[str, float]:
    with Course.open(root / "srv/ai4gov/cohorts/ai4gov").gradebook() as gradebook:
        return {each.id: each.score for each in gradebook.students}


@pytest.fixture
def no_hub(monkeypatch, tmp_path):
    """A systemctl that says that the hub does not run."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "systemctl"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return program


def test_what_was_destroyed_is_there_again_with_the_same_points(root, no_hub):
    earned = points(root)
    assert earned == {"awa": 1, "bo": 2}
    # After a command has opened the course, which closes it to other accounts.
    before = tree(root)
    archive = back_up(root)
    for name in ("etc", "srv", "home"):
        shutil.rmtree(root / name)
    done = call("restore.sh", root, archive)
    assert done.returncode == 0, done.stderr
    assert points(root) == earned
    assert tree(root) == before
    with sqlite3.connect(root / "etc/ai4gov/jupyterhub.sqlite") as hub:
        assert hub.execute("SELECT name FROM users").fetchall() == [("awa",)]


def test_what_was_there_is_moved_aside_and_not_mixed_in(root, no_hub):
    archive = back_up(root)
    later = root / "srv/ai4gov/exchange/ai4gov/inbound/cy+later"
    later.mkdir()
    done = call("restore.sh", root, archive)
    assert done.returncode == 0, done.stderr
    assert not later.exists()
    (aside,) = (root / "srv").glob("ai4gov.before-*")
    assert (aside / "exchange/ai4gov/inbound/cy+later").is_dir()


def test_a_link_in_a_learner_s_home_leads_root_nowhere(root, no_hub, tmp_path):
    archive = back_up(root)
    target = tmp_path / "target"
    target.mkdir()
    shutil.rmtree(root / "home/awa/ai4gov")
    (root / "home/awa/ai4gov").symlink_to(target)
    assert call("restore.sh", root, archive).returncode == 0
    assert list(target.iterdir()) == []
    assert (root / "home/awa/ai4gov/my work.txt").read_text() == "what awa wrote"


def test_a_gradebook_is_saved_whole_while_somebody_writes_into_it(root, no_hub):
    file = root / "srv/ai4gov/cohorts/ai4gov/gradebook.db"
    writer = sqlite3.connect(file, isolation_level=None)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("UPDATE grade SET manual_score = 7 WHERE id IN (SELECT id FROM grade LIMIT 1)")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE grade SET manual_score = 99")
    archive = back_up(root)
    writer.close()
    for name in ("etc", "srv", "home"):
        shutil.rmtree(root / name)
    assert call("restore.sh", root, archive).returncode == 0
    with sqlite3.connect(file) as found:
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        scores = {row[0] for row in found.execute("SELECT manual_score FROM grade")}
    assert scores == {7, None}


def test_only_root_reads_the_archive(root):
    assert stat.S_IMODE(back_up(root).stat().st_mode) == 0o600


def test_a_damaged_archive_changes_nothing(root, no_hub):
    archive = back_up(root)
    archive.write_bytes(archive.read_bytes()[:-200])
    before = tree(root)
    done = call("restore.sh", root, archive)
    assert done.returncode == 1
    assert "nothing was changed" in done.stderr
    assert tree(root) == before


def test_nothing_is_restored_under_a_running_hub(root, no_hub):
    archive = back_up(root)
    no_hub.write_text("#!/bin/sh\nexit 0\n")
    before = tree(root)
    done = call("restore.sh", root, archive)
    assert done.returncode == 1
    assert "systemctl stop ai4gov-hub" in done.stderr
    assert tree(root) == before


SERVERS = """\
jupyter-awa-singleuser.service loaded active running /bin/bash -c cd ...
jupyter-bo.service loaded active running /bin/bash -c cd ...
"""
"""What systemctl lists for a server of this hub and for one of The Littlest JupyterHub."""


def test_nothing_is_restored_under_running_servers(root, no_hub):
    archive = back_up(root)
    no_hub.write_text(f"#!/bin/sh\n[ $1 = list-units ] || exit 3\ncat <<'END'\n{SERVERS}END\n")
    before = tree(root)
    done = call("restore.sh", root, archive)
    assert done.returncode == 1
    assert "servers are running (2)" in done.stderr
    assert "Call first: systemctl stop 'jupyter-*.service'" in done.stderr
    assert tree(root) == before


def test_nothing_is_restored_under_a_process_that_works_in_a_home(root, no_hub):
    """A server that is no unit of systemd; its current folder would be moved aside with it."""
    archive = back_up(root)
    before = tree(root)
    home = root / "home" / "awa" / "ai4gov"
    server = subprocess.Popen(["sleep", "60"], cwd=home)
    try:
        done = call("restore.sh", root, archive)
    finally:
        server.kill()
        server.wait()
    assert done.returncode == 1
    assert f"Process {server.pid} (sleep) works in {home}" in done.stderr
    assert tree(root) == before


def test_the_shell_that_calls_the_script_can_be_in_a_home(root, no_hub):
    archive = back_up(root)
    home = root / "home" / "awa"
    done = subprocess.run(
        ["bash", "-c", f"{SCRIPTS / 'restore.sh'} {archive}; exit $?"],
        cwd=home,
        env=os.environ | {"AI4GOV_ROOT": str(root), "AI4GOV_PYTHON": sys.executable},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_a_missing_account_is_named_before_anything_is_changed(root, no_hub):
    archive = back_up(root)
    getent = no_hub.with_name("getent")
    getent.write_text('#!/bin/sh\n[ "$2" != games ]\n')
    getent.chmod(0o755)
    before = tree(root)
    done = call("restore.sh", root, archive)
    assert done.returncode == 1
    assert "No such accounts here: games" in done.stderr
    assert tree(root) == before


def test_work_of_an_account_that_was_deleted_keeps_nobody_from_restoring(root, no_hub):
    left = root / "srv/ai4gov/exchange/ai4gov/inbound" / f"gone+{NAME}+time+x"
    left.mkdir()
    os.chown(left, 61234, 61234)
    done = call("restore.sh", root, back_up(root))
    assert done.returncode == 0, done.stderr
    assert left.stat().st_uid == 61234


def test_a_file_that_a_learner_keeps_closed_is_named_and_all_others_are_saved(root):
    closed = root / "home" / "awa" / "closed"
    closed.write_text("x")
    with closed.open("ab") as file:
        # A lease: who opens the file waits until its owner gives it back, or is refused.
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        handler = signal.signal(signal.SIGIO, signal.SIG_IGN)
        try:
            archive = root.with_name("backup.tar.gz")
            done = call("backup.sh", root, archive)
        finally:
            signal.signal(signal.SIGIO, handler)
    assert done.returncode == 0, done.stderr
    assert "home/awa/closed: " in done.stderr
    with tarfile.open(archive) as saved:
        assert "home/bo/ai4gov/my work.txt" in saved.getnames()


def test_files_that_a_learner_deletes_meanwhile_stop_no_backup(root, tmp_path):
    """`find` ends with 1 for a folder that has gone, or that root may not look at (FUSE)."""
    find = tmp_path / "find"
    find.write_text(
        '#!/bin/sh\n/usr/bin/find "$@"; [ "$1" != etc/ai4gov ] || [ "$2" = -maxdepth ]\n'
    )
    find.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    archive = root.with_name("backup.tar.gz")
    done = call("backup.sh", root, archive, PATH=path)
    assert done.returncode == 0, done.stderr
    with tarfile.open(archive) as saved:
        assert {"./owners", "home/bo/ai4gov/my work.txt"} <= set(saved.getnames())


def test_the_folder_of_the_backup_is_made_for_root_only(root):
    folder = root.with_name("backups")
    assert call("backup.sh", root, folder / "hub.tar.gz").returncode == 0
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_backup_never_writes_over_an_earlier_one(root):
    archive = back_up(root)
    before = archive.read_bytes()
    assert call("backup.sh", root, archive).returncode == 2
    assert archive.read_bytes() == before


def test_nothing_that_is_half_written_is_left_by_a_backup_that_fails(root):
    shutil.rmtree(root / "home")
    done = call("backup.sh", root, root.with_name("backup.tar.gz"))
    assert done.returncode != 0
    assert [path.name for path in root.parent.iterdir() if "backup" in path.name] == []


def test_the_archive_holds_each_database_once(root):
    with tarfile.open(back_up(root)) as archive:
        names = [name.removeprefix("./") for name in archive.getnames()]
    assert names.count("srv/ai4gov/cohorts/ai4gov/gradebook.db") == 1
    assert names.count("etc/ai4gov/jupyterhub.sqlite") == 1
