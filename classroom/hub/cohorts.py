"""The cohorts of a server: each a course folder, a gradebook and an account of its own."""

import os
import pwd
import re
import shutil
import subprocess
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polib
import yaml

from autograder.errors import CourseError
from classroom.hub.configure import Cohort
from classroom.hub.removal import FOLDER
from classroom.hub.roster import ROSTER, Learner, read_roster, roster_text
from course.files import write_atomic
from course.language import LANGUAGES
from course.places import Repository

if TYPE_CHECKING:
    # A hub that only reads which cohorts there are can do without what builds the course.
    from course.publishing import Built

COURSE_ID = re.compile(r"[a-z][a-z0-9-]{0,23}")
"""Also part of the account's name, which must be shorter than 32 characters."""

CONFIG = '''"""The nbgrader course of a cohort; `ai4gov hub cohort` wrote this file."""

import os

from classroom.settings import configure

c = get_config()
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
c.Exchange.root = {exchange!r}
configure(c, source="source", checks="checks", course_id={course_id!r})
'''

OF_THE_COURSE = ("source", "release", "checks")
"""Folders that an upgrade replaces; all others hold the work of the class."""


def cohorts_in(folder: Path | str) -> list[Cohort]:
    """The cohorts that files in a folder describe, one file each. Raises CourseError.

    Root must own the files: an account named there runs services of the hub.
    """
    found = []
    for file in sorted(Path(folder).glob("*.yml")):
        if file.stat().st_uid != 0 and os.geteuid() == 0:
            raise CourseError(f"{file}: not owned by root; chown root: {file}")
        try:
            written: Any = yaml.safe_load(file.read_text(encoding="utf-8"))
            found.append(Cohort(**written))
        except (OSError, ValueError, TypeError, yaml.YAMLError) as error:
            reason = " ".join(str(error).split())
            raise CourseError(f"{file}: does not describe a cohort ({reason})") from error
    return found


def change_cohort(
    course_id: str, *, instructors: Sequence[str], roster: Path | None, settings: Path
) -> Cohort | None:
    """Give an earlier cohort this class list, these instructors, or both; its course stays.

    Returns None, and changes nothing, where there is no whole cohort of this name or nothing to
    change. Raises CourseError.
    """
    _require(course_id)
    earlier = _earlier(course_id, settings)
    if earlier is None or not _is_whole(earlier) or not (instructors or roster):
        return None
    if roster:
        _write_roster(earlier, read_roster(roster))
    if instructors:
        earlier = replace(earlier, instructors=list(instructors))
        _write_settings(earlier, settings)
    return earlier


def make_cohort(
    repository: Repository,
    course_id: str,
    *,
    instructors: Sequence[str],
    roster: Path | None,
    place: Path,
    settings: Path,
) -> tuple[Cohort, list[str]]:
    """Make a cohort, or bring an earlier one up to date, and name what is not translated.

    Raises CourseError.

    Parameters
    ----------
    repository : Repository
        The checkout with the sources of the course.
    course_id : str
        Small letters, digits and hyphens; at most 24.
    instructors : sequence of str
        Names with which they log in to the hub; empty keeps those of an earlier cohort.
    roster : Path or None
        The class list; None keeps the earlier one.
    place : Path
        The server's folder: holds `cohorts/COURSE_ID` and `exchange`.
    settings : Path
        The folder of the hub's settings: holds `cohorts/COURSE_ID.yml`.

    An earlier cohort keeps its gradebook and all that learners handed in.
    """
    _require(course_id)
    learners = read_roster(roster) if roster else None
    earlier = _earlier(course_id, settings)
    if earlier and not instructors:
        instructors = earlier.instructors
    if not instructors:
        raise CourseError("no instructor: name at least one with --instructor NAME")
    account = f"grade-{course_id}"
    _require_account(account)
    folder = place / "cohorts" / course_id
    # First, because it can refuse, and to build a course takes a minute.
    make_exchange_folders(place / "exchange" / course_id, account)
    built = write_course(
        repository,
        folder,
        CONFIG.format(course_id=course_id, exchange=str(place / "exchange")),
    )
    cohort = Cohort(course_id, str(folder), account, list(instructors))
    if learners is not None:
        _write_roster(cohort, learners)
    own(folder, account)
    _write_settings(cohort, settings)
    return cohort, list(untranslated(built))


def _require(course_id: str) -> None:
    if os.geteuid() != 0:
        raise CourseError("a cohort has an account of its own: call this as root, with sudo")
    if not COURSE_ID.fullmatch(course_id):
        raise CourseError(
            f"{course_id!r} cannot be a cohort's name: use up to 24 small letters, digits and "
            "hyphens, with a letter first"
        )


def _earlier(course_id: str, settings: Path) -> Cohort | None:
    return {each.course_id: each for each in cohorts_in(settings / "cohorts")}.get(course_id)


def _is_whole(cohort: Cohort) -> bool:
    return has_account(cohort.account) and Path(cohort.folder, "nbgrader_config.py").is_file()


def has_account(name: str) -> bool:
    """Whether there is an account of this name on the machine."""
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _write_roster(cohort: Cohort, learners: Sequence[Learner]) -> None:
    """Write a class list, for its cohort's account only."""
    file, user = Path(cohort.folder, ROSTER), pwd.getpwnam(cohort.account)
    write_atomic(file, roster_text(learners), mode=0o600)
    os.chown(file, user.pw_uid, user.pw_gid, follow_symlinks=False)


def _write_settings(cohort: Cohort, settings: Path) -> None:
    file = settings / "cohorts" / f"{cohort.course_id}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(file, yaml.safe_dump(asdict(cohort), sort_keys=False))


def _require_account(name: str) -> None:
    """Make the system account that grades, if it is missing."""
    if has_account(name):
        return
    done = subprocess.run(
        ["useradd", "--system", "--create-home", "--shell", "/usr/sbin/nologin", name],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise CourseError(f"the account {name} cannot be made: {done.stderr.strip()}")
    Path(pwd.getpwnam(name).pw_dir).chmod(0o700)


EXCHANGE_FOLDERS = {"": 0o755, "outbound": 0o755, "inbound": 0o3733, "feedback": 0o711}
"""What nbgrader keeps in the exchange for a course, with modes: who can write in `inbound` can
neither list it nor rename what others handed in."""


def make_exchange_folders(folder: Path, account: str) -> None:
    """Make a course's folders in the exchange, as root, before a learner can. Raises CourseError.

    The exchange lets everybody write, and nobody rename the folder of another account.
    """
    owner = pwd.getpwnam(account)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.parent.chmod(0o1777)
    for name, mode in EXCHANGE_FOLDERS.items():
        path = folder / name
        with suppress(FileExistsError):
            path.mkdir(mode=0o700)
        try:
            # By its descriptor: the account can put a link in place of a folder of its own.
            opened = os.open(path, FOLDER | os.O_NOFOLLOW)
        except OSError:
            opened = -1
        try:
            if opened < 0 or os.fstat(opened).st_uid not in (0, owner.pw_uid):
                raise CourseError(
                    f"{path} was not made by this course: move it away, and call again"
                )
            os.fchown(opened, owner.pw_uid, owner.pw_gid)
            os.fchmod(opened, mode)
        finally:
            if opened >= 0:
                os.close(opened)


def write_course(repository: Repository, folder: Path, config: str) -> "Built":
    """Write the folders of a course beside their places, then put them there.

    `config` is the text of its nbgrader_config.py. Raises CourseError.
    """
    # A hub that only reads which cohorts there are can do without nbgrader.
    from classroom.demo import make_course
    from course.publishing.build import build, stale

    built = build(repository.root, [])
    # Learners get the lessons of release/ with the installed package.
    old = [name for name in stale(repository.root, built, False) if name.startswith("release/")]
    if old:
        raise CourseError(
            f"{repository.root}: {len(old)} files of release/ are not what source/ says "
            f"({old[0]}), so lessons and assignments would differ; call `ai4gov build` there, "
            "install the course again, and then call this again"
        )
    fresh = folder.with_name(f".{folder.name}-new")
    shutil.rmtree(fresh, ignore_errors=True)
    make_course(repository.root, fresh, built)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    for name in OF_THE_COURSE:
        shutil.rmtree(folder / name, ignore_errors=True)
        if (fresh / name).is_dir():
            os.replace(fresh / name, folder / name)
    shutil.rmtree(fresh)
    write_atomic(folder / "nbgrader_config.py", config)
    return built


def untranslated(built: "Built") -> Iterator[str]:
    """A line for each text that learners of a language get in English."""
    for lang, modules in built.coverage.items():
        for name, (done, all_) in modules.items():
            catalogue = built.files.get(f"course/locale/{lang}/{name}.po", "")
            for entry in polib.pofile(catalogue) if done < all_ and catalogue else ():
                if not entry.translated() and not entry.obsolete:
                    text = " ".join(entry.msgid.split())
                    yield f"not in {LANGUAGES[lang]}, {name}: {textwrap.shorten(text, 70)}"


def own(folder: Path, account: str) -> None:
    """Give a folder and all in it to an account, and close it to everybody else.

    Links are not followed, also not one that the account puts in place of a folder meanwhile
    (openat): what learners handed in lies in it.
    """
    user = pwd.getpwnam(account)
    for _, folders, files, parent in os.fwalk(folder):
        for name in (*folders, *files):
            os.chown(name, user.pw_uid, user.pw_gid, dir_fd=parent, follow_symlinks=False)
    os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o700)
