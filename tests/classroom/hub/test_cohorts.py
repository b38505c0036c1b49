"""A new cohort, a second one beside it, and an upgrade that keeps what a class has done."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from autograder.errors import CourseError
from autograder.grading.course import Course
from classroom.cli import main
from classroom.demo import generate
from classroom.hub.cohorts import (
    change_cohort,
    cohorts_in,
    make_cohort,
    make_exchange_folders,
    own,
    untranslated,
    write_course,
)
from course.places import Repository
from course.publishing import Built
from course.publishing import build as publishing
from tests.course.content.notebooks import ROOT
from tests.system import need

SLUG = "01-public-data"
NAMES = ("t-cohort", "t-later", "t-taken")

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="a cohort has an account of its own")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server's folders; the course in them has one module, in two languages."""
    need("useradd", "userdel")
    whole = publishing.build
    one = whole(ROOT, [SLUG], ["en", "fr"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "build", lambda root, slugs: one)
        # Whether release/ is up to date is a test of its own.
        patch.setattr(publishing, "stale", lambda root, built, whole: [])
        yield tmp_path_factory.mktemp("server")
    for name in NAMES:
        subprocess.run(["userdel", "--remove", f"grade-{name}"], capture_output=True)


def cohort(server: Path, name: str, rows: str = "", instructors: tuple[str, ...] = ()):
    file = None
    if rows:
        file = server / "class.csv"
        file.write_text(f"id,language\n{rows}\n")
    made, _ = make_cohort(
        Repository(ROOT), name, instructors=instructors, roster=file,
        place=server / "srv", settings=server / "etc",
    )  # fmt: skip
    return made


@pytest.fixture(scope="module")
def upgraded(server):
    """A cohort in which a learner has handed in and has a grade, made anew as by an upgrade."""
    made = cohort(server, NAMES[0], "awa,fr", ("prof",))
    folder = Path(made.folder)
    generate(folder, SLUG)
    with Course.open(folder).gradebook() as gradebook:
        gradebook.add_student("awa")
        gradebook.add_submission(SLUG, "awa")
    (folder / "submitted" / "awa").mkdir(parents=True)
    (folder / "submitted" / "awa" / "work").write_text("hers")
    (folder / "source" / "gone").mkdir()
    (folder / "nbgrader_config.py").write_text("an earlier version")
    cohort(server, NAMES[0])
    return folder


def test_an_upgrade_keeps_gradebook_handed_in_work_class_list_and_instructors(server, upgraded):
    with Course.open(upgraded).gradebook() as gradebook:
        assert [each.student.id for each in gradebook.assignment_submissions(SLUG)] == ["awa"]
    assert (upgraded / "submitted" / "awa" / "work").read_text() == "hers"
    assert "awa,,,fr," in (upgraded / "roster.csv").read_text()
    (found,) = (each for each in cohorts_in(server / "etc/cohorts") if each.course_id == NAMES[0])
    assert list(found.instructors) == ["prof"]


def test_an_upgrade_renews_sources_and_settings(upgraded):
    assert not (upgraded / "source" / "gone").exists()
    assert (upgraded / "source" / SLUG / f"{SLUG}.ipynb").is_file()
    assert NAMES[0] in (upgraded / "nbgrader_config.py").read_text()


def test_all_of_a_cohort_belongs_to_its_account_and_is_closed_to_others(upgraded):
    account = pwd.getpwnam(f"grade-{NAMES[0]}")
    assert {path.stat().st_uid for path in (upgraded, *upgraded.rglob("*"))} == {account.pw_uid}
    assert upgraded.stat().st_mode & 0o077 == 0
    assert account.pw_shell.endswith("nologin")


def test_a_new_cohort_has_a_gradebook_account_and_class_list_of_its_own(server, upgraded):
    made = cohort(server, NAMES[1], "ze,pt", ("olu",))
    folder = Path(made.folder)
    assert not (folder / "submitted").exists()
    assert "awa" not in (folder / "roster.csv").read_text()
    assert folder.stat().st_uid != upgraded.stat().st_uid
    assert {each.course_id for each in cohorts_in(server / "etc/cohorts")} == set(NAMES[:2])


def test_a_cohort_has_its_folders_in_the_exchange_before_learners_can_make_them(server, upgraded):
    exchange = server / "srv" / "exchange"
    account = pwd.getpwnam(f"grade-{NAMES[0]}").pw_uid
    modes = {"": 0o755, "outbound": 0o755, "inbound": 0o3733, "feedback": 0o711}
    assert stat.S_IMODE(exchange.stat().st_mode) == 0o1777
    for name, mode in modes.items():
        found = (exchange / NAMES[0] / name).stat()
        assert (found.st_uid, stat.S_IMODE(found.st_mode)) == (account, mode)


def test_a_cohort_whose_place_in_the_exchange_is_taken_is_refused_before_it_is_built(
    server, upgraded
):
    taken = server / "srv" / "exchange" / NAMES[2]
    taken.mkdir()
    os.chown(taken, 65534, 65534)
    with pytest.raises(CourseError, match=f"{taken}"):
        cohort(server, NAMES[2], instructors=("prof",))
    assert not (server / "srv" / "cohorts" / NAMES[2]).exists()


def with_a_link_before(name: str, folder: Path, target: Path, monkeypatch) -> None:
    """Put a link in place of a folder just before it is opened, listed or given rights."""

    def swapping(call):
        def swapped(path, *arguments, **settings):
            if not isinstance(path, int) and Path(path).name == name and not os.path.islink(folder):
                folder.rename(folder.with_name("before"))
                folder.symlink_to(target)
            return call(path, *arguments, **settings)

        return swapped

    for called in ("open", "scandir", "chmod"):
        monkeypatch.setattr(os, called, swapping(getattr(os, called)))


@pytest.mark.parametrize("name", ["inbound", "feedback"])
def test_a_link_that_the_account_puts_into_its_exchange_folder_opens_nothing(
    tmp_path, monkeypatch, name
):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    course = tmp_path / "exchange" / "ai4gov"
    course.mkdir(parents=True)
    with_a_link_before(name, course / name, closed, monkeypatch)
    with suppress(CourseError):
        make_exchange_folders(course, "games")
    assert (course / name).is_symlink()
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


def test_a_link_in_place_of_a_folder_of_a_course_gives_nothing_away(tmp_path, monkeypatch):
    others = tmp_path / "others"
    others.mkdir()
    (others / "work").write_text("root's")
    submitted = tmp_path / "course" / "submitted"
    submitted.mkdir(parents=True)
    with_a_link_before("submitted", submitted, others, monkeypatch)
    with suppress(OSError):
        own(submitted.parent, "games")
    assert submitted.is_symlink()
    assert (others / "work").stat().st_uid == 0


@pytest.mark.parametrize("name", ["", "../x", "A", "a" * 25, "1st"])
def test_a_name_that_cannot_be_a_cohort_s_makes_nothing(server, name):
    before = sorted(server.rglob("*"))
    with pytest.raises(CourseError, match="cannot be a cohort's name"):
        cohort(server, name, instructors=("prof",))
    assert sorted(server.rglob("*")) == before


def hub_cohort(server: Path, *arguments: str) -> int:
    places = ("--place", str(server / "srv"), "--settings", str(server / "etc"))
    return main(["hub", "cohort", NAMES[0], *arguments, *places])


def test_a_class_list_alone_changes_nothing_else_and_needs_no_checkout_and_no_restart(
    server, upgraded, tmp_path, monkeypatch, capsys
):
    (upgraded / "source" / "kept").mkdir()
    (tmp_path / "class.csv").write_text("id,language\nbo,es\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("classroom.cli._repository", lambda: pytest.fail("asked for a checkout"))
    assert hub_cohort(server, "--roster", "class.csv") == 0
    said = capsys.readouterr().out
    assert "read at the next login, without a restart" in said and "Restart the hub" not in said
    file = upgraded / "roster.csv"
    assert "bo,,,es," in file.read_text() and "awa" not in file.read_text()
    assert file.stat().st_uid == upgraded.stat().st_uid and file.stat().st_mode & 0o077 == 0
    assert (upgraded / "source" / "kept").is_dir()


def test_a_class_list_for_a_cohort_whose_folder_has_gone_makes_it_anew(server, tmp_path):
    (tmp_path / "class.csv").write_text("id\nbo\n")
    made = cohort(server, NAMES[1], "ze,pt", ("olu",))
    Path(made.folder, "nbgrader_config.py").unlink()
    given = {"instructors": (), "roster": tmp_path / "class.csv", "settings": server / "etc"}
    assert change_cohort(NAMES[1], **given) is None
    assert "ze" in Path(made.folder, "roster.csv").read_text()


def test_another_instructor_alone_leaves_course_and_class_list(server, upgraded, capsys):
    before = (upgraded / "roster.csv").read_text()
    assert hub_cohort(server, "--instructor", "prof", "--instructor", "olu") == 0
    assert "Restart the hub" in capsys.readouterr().out
    (found,) = (each for each in cohorts_in(server / "etc/cohorts") if each.course_id == NAMES[0])
    assert list(found.instructors) == ["prof", "olu"]
    assert (upgraded / "roster.csv").read_text() == before


def test_a_new_text_is_named_for_each_language_that_lacks_it():
    built = Built(
        files={"course/locale/fr/a.po": 'msgid "A new paragraph."\nmsgstr ""\n'},
        coverage={"fr": {"a": (0, 1)}, "es": {"a": (1, 1)}},
    )
    assert list(untranslated(built)) == ["not in Français, a: A new paragraph."]


def test_lessons_that_are_older_than_their_sources_make_no_cohort(server, monkeypatch):
    monkeypatch.setattr(publishing, "stale", lambda *given: ["release/fr/x.ipynb", "course/y.po"])
    with pytest.raises(CourseError, match=r"1 files of release/ .*release/fr/x\.ipynb"):
        write_course(Repository(ROOT), server / "new", "")
    assert not (server / "new").exists()
