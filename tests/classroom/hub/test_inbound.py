"""The exchange is a folder in which every learner can write: what she can make there does no harm.

As root, hand-ins are given to an account of the machine that is no learner of the class; an
ordinary user cannot do that, so some of these tests need root.
"""

from __future__ import annotations

import os
import pwd
import stat
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError
from traitlets.config import Config

from autograder import files
from autograder.errors import CourseError
from autograder.files import LARGEST_FOLDER, bring_back, replace_folder
from classroom.hub import inbound
from classroom.hub.exchange import ExchangeCollect, untrusted
from classroom.hub.inbound import parse_name
from classroom.hub.variables import GRADERS_VARIABLE as GRADERS
from tests.classroom.hub.exchange_course import SLUG, Course, hand_in

OTHER = "games"
"""An account that every Debian has: a learner here."""

SECRET = "0123456789abcdef" * 4


@pytest.fixture
def learner() -> str:
    """The learner whose account makes hand-ins: OTHER for root, else this account."""
    return OTHER if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


@pytest.fixture
def strict(monkeypatch) -> None:
    """Treat what this account makes as a learner's, where it cannot give folders away."""
    if os.geteuid() != 0:
        monkeypatch.setattr(inbound.InboundFolder, "by_staff", False)


def give(folder: Path, account: str) -> None:
    """Give a folder and all that is in it to a learner's account."""
    if os.geteuid() == 0:
        number = pwd.getpwnam(account).pw_uid
        for path in (folder, *folder.rglob("*")):
            os.chown(path, number, -1, follow_symlinks=False)


def as_learner(course: Course, who: str, time: str = "09:00") -> Path:
    """A hand-in as nbgrader makes it, before it is given away."""
    folder = hand_in(course, "tiny", who, "en", time)
    (folder / "submission_secret.txt").write_text(SECRET)
    return folder


class Collector:
    """One call of `collect` over an exchange: who is there afterwards, and what was refused."""

    def __init__(self, course: Course):
        c = Config()
        c.Exchange.root = str(course.exchange)
        c.CourseDirectory.root = str(course.root)
        c.CourseDirectory.course_id = "tiny"
        c.CourseDirectory.assignment_id = SLUG
        exchange = ExchangeCollect(
            coursedir=CourseDirectory(config=c), authenticator=Authenticator(config=c), config=c
        )
        exchange.update = True
        exchange.start()
        self.folder = course.root / "submitted"
        self.refused = {
            who: [each["code"] for each in reasons] for who, reasons in exchange.refused.items()
        }
        self.untrue_times = exchange.untrue_times

    @property
    def students(self) -> set[str]:
        return {path.parent.name for path in self.folder.glob(f"*/{SLUG}")}

    def files(self, student: str) -> set[str]:
        folder = self.folder / student / SLUG
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def link_to_a_file(folder: Path, course: Course) -> None:
    (folder / "h.txt").symlink_to(course.root / "release" / "en" / SLUG / f"{SLUG}.ipynb")


def link_to_a_folder(folder: Path, course: Course) -> None:
    (folder / "source").symlink_to(course.root / "release")


def dangling_link(folder: Path, course: Course) -> None:
    (folder / "z.txt").symlink_to("/nonexistent")


def link_to_itself(folder: Path, course: Course) -> None:
    (folder / "z").symlink_to(".")


def link_to_what_was_handed_in(folder: Path, course: Course) -> None:
    (course.root / "submitted").mkdir(exist_ok=True)
    (folder / "others").symlink_to(course.root / "submitted")


def endless_device(folder: Path, course: Course) -> None:
    (folder / "z.txt").symlink_to("/dev/zero")


def pipe(folder: Path, course: Course) -> None:
    os.mkfifo(folder / "z.txt")


def deep_folders(folder: Path, course: Course) -> None:
    (folder / "/".join("d" * 60)).mkdir(parents=True)


def too_much(folder: Path, course: Course) -> None:
    with (folder / "z.txt").open("wb") as file:
        file.truncate(LARGEST_FOLDER)


def many_files(folder: Path, course: Course) -> None:
    for number in range(20_001):
        (folder / str(number)).touch()


def no_secret(folder: Path, course: Course) -> None:
    (folder / "submission_secret.txt").unlink()


def odd_secret(folder: Path, course: Course) -> None:
    (folder / "submission_secret.txt").write_text("s3cret\n../../x")


OBSTACLES = {
    link_to_a_file: "folder-link",
    link_to_a_folder: "folder-link",
    dangling_link: "folder-link",
    link_to_itself: "folder-link",
    link_to_what_was_handed_in: "folder-link",
    endless_device: "folder-link",
    pipe: "folder-link",
    deep_folders: "folder-deep",
    too_much: "folder-large",
    many_files: "folder-full",
    no_secret: "collect-secret",
    odd_secret: "collect-secret",
}


@pytest.mark.parametrize("obstacle", OBSTACLES, ids=lambda each: each.__name__)
def test_an_obstacle_is_named_and_all_others_are_collected(course, learner, strict, obstacle):
    course.release()
    if os.geteuid() == 0:
        hand_in(course, "tiny", "awa", "fr", "09:00")
        hand_in(course, "tiny", "ze", "pt", "09:00")
    folder = as_learner(course, learner)
    obstacle(folder, course)
    give(folder, learner)
    found = Collector(course)
    assert found.refused == {learner: [OBSTACLES[obstacle]]}
    assert found.students == ({"awa", "ze"} if os.geteuid() == 0 else set())


def test_a_hand_in_without_an_obstacle_is_collected_with_all_its_files(course, learner, strict):
    course.release()
    folder = as_learner(course, learner)
    (folder / "project" / "notes").mkdir(parents=True)
    (folder / "project" / "notes" / "team.yml").write_text("title: ours\n")
    (folder / ".copied-from").write_text("awa 2030\n")
    give(folder, learner)
    found = Collector(course)
    assert found.refused == {}
    assert found.files(learner) == {
        f"{SLUG}.ipynb", "project", "project/notes", "project/notes/team.yml",
        "submission_secret.txt", "timestamp.txt",
    }  # fmt: skip


def test_a_folder_that_is_a_link_or_a_file_is_named(course, learner, strict):
    course.release()
    stamp = "2026-11-25 09:00:00.000000 UTC"
    place = course.exchange / "tiny" / "inbound"
    (place / f"{learner}+{SLUG}+{stamp}+link").symlink_to(course.root / "release")
    give(place / f"{learner}+{SLUG}+{stamp}+link", learner)
    assert Collector(course).refused == {learner: ["collect-no-folder"]}
    (place / f"{learner}+{SLUG}+{stamp}+link").unlink()
    (place / f"{learner}+{SLUG}+{stamp}+file").write_text("x")
    give(place / f"{learner}+{SLUG}+{stamp}+file", learner)
    assert Collector(course).refused == {learner: ["collect-no-folder"]}


def test_a_hard_link_to_a_file_of_another_account_is_refused(course, learner):
    if os.geteuid() != 0:
        pytest.skip("only root can make a hard link to the file of another account")
    course.release()
    folder = as_learner(course, learner)
    give(folder, learner)
    os.link(course.root / "release" / "en" / SLUG / f"{SLUG}.ipynb", folder / "h.txt")
    assert Collector(course).refused == {learner: ["folder-foreign"]}


@pytest.mark.parametrize("closed", ["z.txt", "z"])
def test_what_the_collecting_account_cannot_read_is_named(course, learner, strict, closed):
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    course.release()
    folder = as_learner(course, learner)
    (folder / "z").mkdir()
    (folder / "z.txt").touch()
    (folder / closed).chmod(0)
    found = Collector(course)
    (folder / closed).chmod(0o700)
    assert found.refused == {learner: ["folder-closed"]}


NAMES = {
    "awa+01+2026-12-01 10:00:00.5 UTC+a-_": ("awa", "01", datetime(2026, 12, 1, 10, 0, 0, 500_000)),
    "awa+01+2026-12-01 10:00:00 UTC": ("awa", "01", datetime(2026, 12, 1, 10)),
    "awa+01+2026-12-01 10:00:00 -03+x": ("awa", "01", datetime(2026, 12, 1, 13)),
    "a.b@c.org+01+2026-12-01 10:00:00+x": ("a.b@c.org", "01", datetime(2026, 12, 1, 10)),
    "awa+01+banana+x": None,
    "awa+01+": None,
    "awa+01+2026-13-01 10:00:00 UTC+x": None,
    "awa+01+0001-01-01 00:00:00 +2300+x": None,
    "awa+01+2026-12-01 10:00:00 CET+x": None,
    "awa+01+1999-12-31 23:59:59 UTC+x": None,
    "awa+01+9999-12-31 23:59:59 UTC+x": None,
    "..+01+2026-12-01 10:00:00 UTC+x": None,
    ".+01+2026-12-01 10:00:00 UTC+x": None,
    "*+01+2026-12-01 10:00:00 UTC+x": None,
    "awa+..+2026-12-01 10:00:00 UTC+x": None,
    "awa+01+2026-12-01 10:00:00 UTC+x+y": None,
    "awa+01+２０２６-12-01 10:00:00 UTC+x": None,
    "aw\na+01+2026-12-01 10:00:00 UTC+x": None,
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_the_name_of_a_hand_in_is_read_strictly(name):
    assert parse_name(name) == NAMES[name]


def test_a_stated_time_can_be_in_the_zone_of_the_exchange():
    name = "awa+01+2026-07-01 10:00:00 CEST+x"
    assert parse_name(name, "Europe/Paris") == ("awa", "01", datetime(2026, 7, 1, 8))
    assert parse_name(name, "America/Bogota") is None


def test_a_thousand_odd_names_of_one_account_are_one_reason(course, learner, strict):
    course.release()
    place = course.exchange / "tiny" / "inbound"
    for number in range(1000):
        (place / f"{learner}+{SLUG}+banana+{number}").mkdir()
        give(place / f"{learner}+{SLUG}+banana+{number}", learner)
    found = Collector(course)
    assert found.refused == {learner: ["collect-name"]}
    assert found.students == set()


def test_a_stated_time_that_the_file_system_contradicts_is_told(course, learner, strict):
    course.release()
    folder = as_learner(course, learner)
    give(folder, learner)
    # The name says 25 November 2026, 09:00; the folder has been made just now.
    stated, changed = Collector(course).untrue_times[learner]
    assert stated == datetime(2026, 11, 25, 9)
    assert abs(changed.timestamp() - folder.stat().st_ctime) < 24 * 3600


def test_a_stated_time_that_agrees_with_the_file_system_is_not_told(course, learner, strict):
    course.release()
    now = datetime.fromtimestamp(course.exchange.stat().st_ctime, UTC)
    folder = as_learner(course, learner)
    name = f"{learner}+{SLUG}+{now:%Y-%m-%d %H:%M:%S} UTC+abc"
    folder = folder.rename(folder.with_name(name))
    give(folder, learner)
    assert Collector(course).untrue_times == {}


def test_the_collected_time_is_that_of_the_name(course, learner, strict):
    course.release()
    folder = as_learner(course, learner)
    (folder / "timestamp.txt").write_text("9" * 50)
    give(folder, learner)
    collected = Collector(course).folder / learner / SLUG / "timestamp.txt"
    assert collected.read_text() == "2026-11-25 09:00:00.000000 UTC"


def test_an_untrue_time_is_told_each_time(course, learner, strict):
    course.release()
    give(as_learner(course, learner), learner)
    assert set(Collector(course).untrue_times) == {learner}
    assert set(Collector(course).untrue_times) == {learner}


def test_a_change_between_the_look_at_the_times_and_the_reading_is_told(
    course, learner, strict, monkeypatch
):
    course.release()
    stated = datetime.fromtimestamp(course.exchange.stat().st_ctime, UTC)
    folder = as_learner(course, learner)
    folder = folder.rename(folder.with_name(f"{learner}+{SLUG}+{stated:%F %T} UTC+abc"))
    give(folder, learner)
    look = inbound.untrue_time

    def then_she_changes_it(*arguments):
        found = look(*arguments)
        (folder / f"{SLUG}.ipynb").write_text("later")
        return found

    monkeypatch.setattr(inbound, "untrue_time", then_she_changes_it)
    # Ten minutes later, but shorter: nobody can set the time that the file system notes (ctime).
    needed = folder.stat().st_ctime - stated.timestamp() + 1
    monkeypatch.setattr(inbound, "TOLERANCE", timedelta(seconds=needed))
    time.sleep(needed)
    assert set(Collector(course).untrue_times) == {learner}


def test_the_untrue_time_of_a_hand_in_that_cannot_be_read_is_not_told_of_another(
    course, learner, strict
):
    course.release()
    now = datetime.fromtimestamp(course.exchange.stat().st_ctime, UTC)
    good = as_learner(course, learner, "09:00")
    good = good.rename(good.with_name(f"{learner}+{SLUG}+{now:%F %T} UTC+a"))
    bad = as_learner(course, learner, "10:00")
    bad = bad.rename(bad.with_name(f"{learner}+{SLUG}+{now + timedelta(hours=2):%F %T} UTC+b"))
    pipe(bad, course)
    for folder in (good, bad):
        give(folder, learner)
    found = Collector(course)
    assert (found.students, found.untrue_times) == ({learner}, {})


def test_a_name_that_a_changing_folder_lists_twice_is_read_once(
    course, learner, strict, monkeypatch
):
    """As XFS does for a name that is deleted and made again, here as a folder, in between."""
    course.release()
    folder = as_learner(course, learner)
    (folder / "a").mkdir()
    (folder / "a" / "b").write_text("x")
    give(folder, learner)
    scandir = os.scandir

    class Twice:
        def __init__(self, of):
            self.scanned = scandir(of)

        def __enter__(self):
            return [each for each in self.scanned for _ in range(2)]

        def __exit__(self, *_):
            self.scanned.close()

    monkeypatch.setattr(files.os, "scandir", Twice)
    counted = [entry.path for entry in files.walk(os.open(folder, os.O_RDONLY), [])]
    assert len(counted) == len(set(counted))


def test_where_the_newest_cannot_be_read_the_one_before_is_collected(course, learner, strict):
    course.release()
    give(as_learner(course, learner, "09:00"), learner)
    newest = as_learner(course, learner, "10:00")
    pipe(newest, course)
    give(newest, learner)
    found = Collector(course)
    assert found.refused == {learner: ["folder-link"]}
    stamp = found.folder / learner / SLUG / "timestamp.txt"
    assert stamp.read_text() == "2026-11-25 09:00:00.000000 UTC"


def test_a_file_under_another_learners_name_does_not_hide_her_hand_in(course, learner, strict):
    course.release()
    give(as_learner(course, learner), learner)
    # A file of root's that a learner has found in a folder of her own, and renamed.
    place = course.exchange / "tiny" / "inbound"
    (place / f"{learner}+{SLUG}+2026-11-26 09:00:00 UTC+x").write_text("root's")
    found = Collector(course)
    assert found.students == {learner}
    assert found.refused == {own_account(): ["collect-no-folder"]}


def test_an_entry_that_not_even_root_can_look_at_is_named_and_all_others_are_collected(
    course, learner, strict, monkeypatch
):
    """As a file system (FUSE) is that a learner has mounted in the inbound."""
    course.release()
    give(as_learner(course, learner), learner)
    mounted = as_learner(course, "mallory")
    scandir = os.scandir

    class Mounted:
        name = mounted.name

        def stat(self, follow_symlinks: bool = True) -> os.stat_result:
            raise PermissionError(13, "Permission denied")

    class Scanned:
        def __init__(self, folder: int):
            self.scanned = scandir(folder)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.scanned.close()

        def __iter__(self):
            return (Mounted() if each.name == mounted.name else each for each in self.scanned)

    monkeypatch.setattr(inbound.os, "scandir", Scanned)
    found = Collector(course)
    monkeypatch.undo()
    assert found.students == {learner}
    assert found.refused == {"?": ["collect-closed"]}


def test_an_account_without_a_name_is_no_learner(course):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to another account")
    course.release()
    folder = as_learner(course, "number 999983")
    os.chown(folder, 999983, -1)
    found = Collector(course)
    assert found.students == set()
    assert found.refused == {"number 999983": ["collect-owner"]}


def test_a_members_own_hand_in_takes_the_place_of_a_copy_that_says_a_later_time(
    course, learner, strict
):
    course.release()
    copy = course.root / "submitted" / learner / SLUG
    copy.mkdir(parents=True)
    (copy / ".copied-from").write_text("mallory 2026-12-31 00:00:00\n")
    (copy / "timestamp.txt").write_text("2026-12-31 00:00:00 UTC")
    give(as_learner(course, learner), learner)
    found = Collector(course)
    assert f"{SLUG}.ipynb" in found.files(learner)
    assert ".copied-from" not in found.files(learner)


def test_a_folder_in_the_place_of_the_time_stamp_is_left_out(course, learner, strict):
    course.release()
    folder = as_learner(course, learner)
    (folder / "timestamp.txt").unlink()
    (folder / "timestamp.txt").mkdir()
    (folder / "timestamp.txt" / "x").write_text("x")
    give(folder, learner)
    found = Collector(course)
    assert found.refused == {}
    stamp = found.folder / learner / SLUG / "timestamp.txt"
    assert stamp.read_text() == "2026-11-25 09:00:00.000000 UTC"


def test_settings_that_jupyter_would_run_in_the_folder_are_left_out(course, learner, strict):
    course.release()
    folder = as_learner(course, learner)
    (folder / "sub").mkdir()
    for name in (
        "nbgrader_config.py",
        "jupyter_server_config.json",
        "sub/jupyter_config.py",
        "me.py",
    ):
        (folder / name).write_text("1 / 0")
    give(folder, learner)
    assert {each for each in Collector(course).files(learner) if "." in each} == {
        f"{SLUG}.ipynb", "timestamp.txt", "submission_secret.txt", "me.py",
    }  # fmt: skip


def test_a_path_that_is_too_long_to_copy_is_named(course, learner, strict):
    course.release()
    folder = as_learner(course, learner)
    (folder / "/".join(["d" * 200] * 6)).mkdir(parents=True)
    give(folder, learner)
    assert Collector(course).refused == {learner: ["folder-path"]}


def test_a_course_that_cannot_be_written_stops_collecting_and_blames_no_learner(
    course, learner, strict, monkeypatch
):
    course.release()
    give(as_learner(course, learner), learner)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("classroom.hub.exchange.replace_folder", full)
    with pytest.raises(ExchangeError, match=r"cannot be written \(No space left on device\)"):
        Collector(course)


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    folder = tmp_path / "awa" / "01"
    replace_folder(folder, {"a/b.txt": b"old"})
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="No space left"):
        replace_folder(folder, {"c.txt": b"new"})
    monkeypatch.undo()
    assert (folder / "a" / "b.txt").read_bytes() == b"old"
    assert [each.name for each in folder.parent.iterdir()] == ["01"]


def test_what_a_kill_between_two_renames_moved_aside_is_brought_back(tmp_path):
    folder = tmp_path / "awa" / "01"
    scrap = folder.parent / ".new-01-abc"
    (scrap / "old").mkdir(parents=True)
    (scrap / "old" / "a.txt").write_text("hers")
    bring_back(folder)
    assert (folder / "a.txt").read_text() == "hers"
    os.utime(scrap, (0, 0))
    bring_back(folder)
    assert [each.name for each in folder.parent.iterdir()] == ["01"]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_release_keeps_learners_from_renaming_the_course_and_hand_ins(course):
    course.exchange.chmod(0o777)
    course.release()
    assert mode(course.exchange) == 0o1777
    assert mode(course.exchange / "tiny") == 0o755
    assert mode(course.exchange / "tiny" / "inbound") == 0o3733


def test_an_exchange_of_another_account_without_sticky_bit_is_refused(course):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to another account")
    course.exchange.chmod(0o777)
    os.chown(course.exchange, pwd.getpwnam(OTHER).pw_uid, -1)
    with pytest.raises(ExchangeError, match="install -d -m 1777"):
        course.release()
    assert not (course.exchange / "tiny").exists()


def test_a_release_does_not_use_a_course_folder_that_a_learner_made_first(course):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to another account")
    (course.exchange / "tiny").mkdir()
    give(course.exchange / "tiny", OTHER)
    with pytest.raises(ExchangeError, match=f"belongs to {OTHER}"):
        course.release()
    assert list((course.exchange / "tiny").iterdir()) == []


def test_a_release_does_not_follow_a_link_in_the_place_of_the_course(course, tmp_path):
    (tmp_path / "own").mkdir()
    (course.exchange / "tiny").symlink_to(tmp_path / "own")
    with pytest.raises(ExchangeError, match="is no folder"):
        course.release()
    assert list((tmp_path / "own").iterdir()) == []


def own_account() -> str:
    return pwd.getpwuid(os.geteuid()).pw_name


@pytest.mark.parametrize("step", ["FetchAssignment", "Submit", "FetchFeedback"])
def test_a_learner_uses_no_course_folder_of_another_account(course, monkeypatch, step):
    course.release()
    course.fetch()
    monkeypatch.setenv(GRADERS, "tiny=grade-tiny")
    if os.geteuid() == 0:
        give(course.exchange / "tiny", OTHER)
    with pytest.raises(ExchangeError, match="not by your course"):
        course.call(step, SLUG)
    assert course.listed() == {}


def test_the_folder_of_the_account_that_grades_is_used(course, monkeypatch):
    course.release()
    monkeypatch.setenv(GRADERS, f"other=x tiny={own_account()}")
    course.fetch()
    course.submit()
    assert course.listed() == {SLUG: "fetched"}


@pytest.mark.parametrize("graders", ["", "tiny", "garbage", "other=x"])
def test_a_list_of_graders_that_does_not_name_the_course_trusts_only_root(
    course, monkeypatch, graders
):
    course.release()
    monkeypatch.setenv(GRADERS, graders)
    fault = untrusted(course.exchange, "tiny")
    assert (fault == "") == (os.geteuid() == 0)
    if os.geteuid() == 0:
        give(course.exchange / "tiny", OTHER)
        assert f"was made by {OTHER}" in untrusted(course.exchange, "tiny")


def test_only_the_courses_of_the_graders_are_looked_for(course, monkeypatch):
    course.release()
    (course.exchange / "evil" / "outbound" / "01-evil").mkdir(parents=True)
    monkeypatch.setenv(GRADERS, f"tiny={own_account()}")
    assert course.call("List", course="") != []
    assert {each["course_id"] for each in course.call("List", course="")} == {"tiny"}


def test_what_was_handed_in_belongs_to_its_learner_alone(course):
    course.release()
    course.fetch()
    course.submit()
    (handed_in,) = (course.exchange / "tiny" / "inbound").iterdir()
    assert mode(handed_in) == 0o755


def test_the_list_of_hand_ins_leaves_out_what_it_cannot_read(course, learner, strict):
    course.release()
    give(as_learner(course, learner), learner)
    odd = as_learner(course, learner, "10:00")
    (odd / "submission_secret.txt").write_bytes(b"\xff\xfe")
    give(odd, learner)
    (listed,) = course.call("List", SLUG, inbound=True)
    (only,) = listed["submissions"]
    assert only["timestamp"] == "2026-11-25 09:00:00.000000 UTC"


def test_where_an_account_owns_the_exchange_only_its_courses_are_used(course, monkeypatch):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to another account")
    monkeypatch.delenv(GRADERS, raising=False)
    course.release()
    os.chown(course.exchange, pwd.getpwnam("mail").pw_uid, -1)
    give(course.exchange / "tiny", OTHER)
    assert f"was made by {OTHER}" in untrusted(course.exchange, "tiny")
    os.chown(course.exchange, pwd.getpwnam(OTHER).pw_uid, -1)
    assert untrusted(course.exchange, "tiny") == ""


def test_a_course_folder_in_which_others_can_write_is_not_used(course, monkeypatch):
    course.release()
    monkeypatch.setenv(GRADERS, f"tiny={own_account()}")
    (course.exchange / "tiny").chmod(0o777)
    assert "not by your course" in untrusted(course.exchange, "tiny")


def test_an_exchange_course_of_one_language_counts_only_if_this_account_made_it(course):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to another account")
    course.release()
    earlier = course.exchange / "tiny-fr" / "inbound"
    earlier.mkdir(parents=True)
    give(course.exchange / "tiny-fr", OTHER)
    earlier.chmod(0)
    hand_in(course, "tiny", "awa", "fr", "09:00")
    assert Collector(course).students == {"awa"}


def page(course: Course, student: str, secret: str | None = SECRET) -> None:
    folder = course.root / "feedback" / student / SLUG
    folder.mkdir(parents=True)
    (folder / f"{SLUG}.html").write_text(f"<p>{student}</p>")
    (folder / "timestamp.txt").write_text("2026-11-25 09:00:00.000000 UTC")
    if secret is not None:
        (folder / "submission_secret.txt").write_text(secret)


def test_feedback_without_a_secret_is_named_and_all_others_are_returned(course, caplog):
    course.release()
    page(course, "awa", "a" * 64)
    page(course, "ben", None)
    page(course, "chi", "c" * 64)
    before = os.umask(0o077)
    try:
        course.call("ReleaseFeedback", SLUG)
    finally:
        os.umask(before)
    pages = list((course.exchange / "tiny" / "feedback").iterdir())
    assert {each.read_text() for each in pages} == {"<p>awa</p>", "<p>chi</p>"}
    assert {mode(each) for each in pages} == {0o644}
    assert "ben: " in caplog.text
    assert "has no secret" in caplog.text


def test_feedback_never_goes_into_a_folder_that_a_learner_made(course):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to another account")
    course.release()
    mine = course.exchange / "tiny-fr"
    (mine / "inbound").mkdir(parents=True)
    (mine / "feedback").symlink_to(course.exchange / "tiny")
    give(mine, OTHER)
    page(course, "awa")
    course.call("ReleaseFeedback", SLUG)
    assert [each.name for each in (course.exchange / "tiny").glob("*.html")] == []
    assert len(list((course.exchange / "tiny" / "feedback").iterdir())) == 1


def test_feedback_never_goes_into_a_course_folder_that_a_learner_made_first(course):
    """Its owner could exchange the folder `feedback` in it at any moment."""
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to another account")
    made = course.exchange / "tiny"
    made.mkdir()
    give(made, OTHER)
    page(course, "awa")
    with pytest.raises(ExchangeError, match=f"belongs to {OTHER}, and was not made by this"):
        course.call("ReleaseFeedback", SLUG)
    assert list(made.iterdir()) == []


def test_an_inbound_that_is_closed_to_this_account_is_not_called_unreleased(tmp_path):
    (tmp_path / "inbound").symlink_to(tmp_path)
    with (
        pytest.raises(CourseError, match="does not belong to this account, as root, move it away"),
        inbound.open_inbound(tmp_path / "inbound"),
    ):
        pass
    with (
        pytest.raises(CourseError, match="does not exist; release an assignment first"),
        inbound.open_inbound(tmp_path / "none" / "inbound"),
    ):
        pass


def test_a_renamed_notebook_is_said_to_the_learner_and_nothing_is_handed_in(course, learner_of):
    course.release()
    learner_of("fr")
    course.fetch()
    notebook = course.home / SLUG / f"{SLUG}.ipynb"
    notebook.rename(notebook.with_name("my work.ipynb"))
    with pytest.raises(ExchangeError, match=f"Rien n’a été remis\u00a0: {SLUG}.ipynb"):
        course.submit()
    assert list((course.exchange / "tiny" / "inbound").iterdir()) == []
