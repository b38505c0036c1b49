"""The cohorts of a server: each a course folder, a gradebook and an account of its own."""

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from autograder.errors import CourseError
from autograder.hub.configure import Cohort
from autograder.hub.roster import ROSTER, read_roster, roster_text
from course.files import write_atomic
from course.places import Repository

COURSE_ID = re.compile(r"[a-z][a-z0-9-]{0,23}")
"""Also part of the account's name, which must be shorter than 32 characters."""

CONFIG = '''"""The nbgrader course of a cohort; `ai4gov hub cohort` wrote this file."""

import os

from autograder.settings import configure

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


def make_cohort(
    repository: Repository,
    course_id: str,
    *,
    instructors: Sequence[str],
    roster: Path | None,
    place: Path,
    settings: Path,
) -> Cohort:
    """Make a cohort, or bring an earlier one up to date. Raises CourseError.

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
    if os.geteuid() != 0:
        raise CourseError("a cohort has an account of its own: call this as root, with sudo")
    if not COURSE_ID.fullmatch(course_id):
        raise CourseError(
            f"{course_id!r} cannot be a cohort's name: use up to 24 small letters, digits and "
            "hyphens, with a letter first"
        )
    learners = read_roster(roster) if roster else None
    earlier = {each.course_id: each for each in cohorts_in(settings / "cohorts")}.get(course_id)
    if earlier and not instructors:
        instructors = earlier.instructors
    if not instructors:
        raise CourseError("no instructor: name at least one with --instructor NAME")
    account = f"grade-{course_id}"
    _require_account(account)
    folder = place / "cohorts" / course_id
    write_course(
        repository,
        folder,
        CONFIG.format(course_id=course_id, exchange=str(place / "exchange")),
    )
    if learners is not None:
        write_atomic(folder / ROSTER, roster_text(learners), mode=0o600)
    own(folder, account)
    cohort = Cohort(course_id, str(folder), account, list(instructors))
    file = settings / "cohorts" / f"{course_id}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    written = {
        "course_id": course_id,
        "folder": str(folder),
        "account": account,
        "instructors": list(instructors),
    }
    write_atomic(file, yaml.safe_dump(written, sort_keys=False))
    return cohort


def _require_account(name: str) -> None:
    """Make the system account that grades, if it is missing."""
    try:
        pwd.getpwnam(name)
    except KeyError:
        done = subprocess.run(
            ["useradd", "--system", "--create-home", "--shell", "/usr/sbin/nologin", name],
            capture_output=True,
            text=True,
        )
        if done.returncode:
            said = done.stderr.strip()
            raise CourseError(f"the account {name} cannot be made: {said}") from None
        Path(pwd.getpwnam(name).pw_dir).chmod(0o700)


def write_course(repository: Repository, folder: Path, config: str) -> None:
    """Write the folders of a course beside their places, then put them there.

    `config` is the text of its nbgrader_config.py.
    """
    # A hub that only reads which cohorts there are can do without nbgrader.
    from autograder.demo import make_course
    from course.publishing.build import build

    built = build(repository.root, [])
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


def own(folder: Path, account: str) -> None:
    """Give a folder and all in it to an account, and close it to everybody else.

    Links are not followed: what learners handed in lies in it.
    """
    user = pwd.getpwnam(account)
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            os.chown(Path(place, name), user.pw_uid, user.pw_gid, follow_symlinks=False)
    os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o700)
