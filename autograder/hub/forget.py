"""`ai4gov hub forget`: delete what a cohort holds of one learner, on the learner's request.

Root deletes in the exchange, where the folders belong to learners. The account that grades deletes
in the course, because nbgrader's settings are Python and root does not run another's. Nothing that
a link leads to is deleted. A call that was cut off can be repeated.
"""

import fcntl
import json
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import MissingEntry
from nbgrader.utils import notebook_hash
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from autograder.errors import CourseError, Unreadable
from autograder.files import read_plain
from autograder.grading.course import Course
from autograder.hub.configure import Cohort
from autograder.hub.roster import IDENTIFIER, ROSTER, roster_of, roster_text
from autograder.pages.report.write import write_report
from autograder.reasons import readable_json
from autograder.settings import ATTENTION_FOLDER
from course.errors import describe
from course.files import write_atomic
from course.language import LANGUAGES

STEPS = ("submitted", "autograded", "feedback")
"""Folders of a course that have a folder for each learner."""

SECRET = "submission_secret.txt"
"""In each submission: with the notebook's name, it makes the name of the released feedback page."""

LARGEST_SECRET = 1000
SMALLEST_CLASS = 5
"""Statistics of fewer learners are not kept, because they could be about a single person."""

STATISTICS = "statistics"


@dataclass
class Forgotten:
    """What was deleted, or would be, and what is kept; a line each."""

    deleted: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def require_login(login: str) -> None:
    """Raise CourseError for a name that cannot be a learner's."""
    if not IDENTIFIER.fullmatch(login) or login in (".", ".."):
        raise CourseError(f"{login!r} cannot be a learner's name: use letters, digits and . _ @ -")


def forget_in_exchange(
    exchange: Path, cohort: Cohort, login: str, *, delete: bool = False
) -> Forgotten:
    """What the exchange holds of a learner: what was handed in, and released feedback pages.

    Called before the course forgets the learner, because the pages are found by secrets that lie
    in the course and in the submissions.
    """
    require_login(login)
    done = Forgotten()
    names = [cohort.course_id, *(f"{cohort.course_id}-{lang}" for lang in LANGUAGES)]
    for root in (exchange / name for name in names):
        handed_in = sorted(_named(root / "inbound", login))
        sources = [*handed_in, *Path(cohort.folder).glob(f"*/{login}/*")]
        pages = {root / "feedback" / f"{name}.html" for name in _pages(sources)}
        _remove([*handed_in, *sorted(filter(Path.is_file, pages))], done, delete)
    return done


def forget_in_course(course: Path, login: str, *, delete: bool = False) -> Forgotten:
    """What a course holds of a learner: the class list, the gradebook, folders, reports.

    Statistics of the class are kept as they were with the learner, without names, if at least
    SMALLEST_CLASS learners have handed in. Raises CourseError.
    """
    require_login(login)
    opened, done = Course.open(course), Forgotten()
    with _alone(opened.root):
        if delete:
            _keep_statistics(opened, login, done)
        _forget_in_list(opened.root, login, done, delete)
        steps = [getattr(opened.folders, f"{step}_directory") for step in STEPS]
        folders = [opened.folders.format_path(step, login, ".") for step in steps]
        _remove([found for found in map(Path, folders) if os.path.lexists(found)], done, delete)
        _forget_attention(opened.root, login, done, delete)
        _forget_in_gradebook(opened, login, done, delete)
        _renew_report(opened, login, done, delete)
    return done


def forget(
    cohorts: list[Cohort], exchange: Path, login: str, *, delete: bool = False
) -> dict[str, Forgotten]:
    """Delete a learner's data in each cohort, as root: {course_id: what was deleted}.

    Without `delete` nothing is changed. Cohorts that hold nothing of the learner are left out.
    Raises CourseError.
    """
    require_login(login)
    found = {}
    for cohort in cohorts:
        done = forget_in_exchange(exchange, cohort, login, delete=delete)
        in_course = _as_account(cohort, login, delete)
        done.deleted += in_course.deleted
        done.kept += in_course.kept
        if done.deleted:
            found[cohort.course_id] = done
    return found


def elsewhere(login: str) -> list[str]:
    """What `forget` does not delete, each with how to do it."""
    lines = [
        f"the hub's record of {login}: as an administrator, Admin, Delete User",
        "credentials: they stay valid, and the register beside the school's key keeps the name; "
        "to take one back: ai4gov certify --revoke",
        "copies outside this server: backups, exported grades, reports written elsewhere",
    ]
    try:
        home = Path(pwd.getpwnam(login).pw_dir)
    except KeyError:
        return [f"no account {login} on this machine", *lines]
    if not home.is_dir():
        return [f"the account {login}: deluser {login}", *lines]
    count = sum(len(files) for _, _, files in os.walk(home))
    return [
        f"the account and its home {home} ({count} files): deluser --remove-home {login}",
        *lines,
    ]


def _as_account(cohort: Cohort, login: str, delete: bool) -> Forgotten:
    """`forget_in_course`, in a process of the account that owns the course."""
    owner = Path(cohort.folder).stat().st_uid
    if os.geteuid() == owner:
        return forget_in_course(Path(cohort.folder), login, delete=delete)
    account = pwd.getpwuid(owner)
    command = [sys.executable, "-P", "-m", "autograder.cli", "hub", "forget", login]
    done = subprocess.run(
        [*command, "--course", cohort.folder, "--json", *(["--yes"] if delete else [])],
        user=account.pw_uid,
        group=account.pw_gid,
        extra_groups=[],
        cwd=cohort.folder,
        env={"HOME": account.pw_dir, "PATH": os.environ.get("PATH", "/usr/bin:/bin")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise CourseError(f"{cohort.folder}: {said}; call again when that is corrected")
    return Forgotten(**json.loads(done.stdout.splitlines()[-1]))


@contextmanager
def _alone(course: Path) -> Iterator[None]:
    """Wait for no grading: refuse while `ai4gov grade` holds the same lock."""
    folder = os.open(course, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise CourseError(f"{course} is being graded; call again when that has ended") from None
    finally:
        os.close(folder)


def _named(inbound: Path, login: str) -> Iterator[Path]:
    """The submissions of a learner: folders `login+assignment+time+chance`."""
    try:
        for path in inbound.iterdir():
            if path.name.partition("+")[0] == login:
                yield path
    except FileNotFoundError:
        return
    except OSError as error:
        raise CourseError(f"{inbound}: {error.strerror}") from error


def _pages(folders: list[Path]) -> set[str]:
    """The names under which nbgrader released the feedback on these submissions."""
    found = set()
    for folder in folders:
        try:
            secret = read_plain(folder / SECRET, LARGEST_SECRET).decode("utf-8", "replace")
            notebooks = {
                path.stem for path in folder.iterdir() if path.suffix in (".ipynb", ".html")
            }
        except (OSError, Unreadable):
            continue
        if secret:
            found |= {notebook_hash(secret=secret, notebook_id=name) for name in notebooks}
    return found


def _remove(paths: list[Path], done: Forgotten, delete: bool) -> None:
    for path in paths:
        is_folder = path.is_dir() and not path.is_symlink()
        count = sum(len(files) for _, _, files in os.walk(path)) if is_folder else 1
        if delete:
            try:
                # rmtree opens each folder without following links (shutil.rmtree's documentation).
                shutil.rmtree(path) if is_folder else path.unlink()
            except OSError as error:
                raise CourseError(
                    f"{path}: cannot be deleted ({error.strerror}); correct that and call again"
                ) from error
        done.deleted.append(f"{path} ({count} file{'s' * (count != 1)})")


def _forget_in_list(course: Path, login: str, done: Forgotten, delete: bool) -> None:
    learners = roster_of(course)
    left = [each for each in learners if each.id != login]
    if len(left) == len(learners):
        return
    if delete:
        write_atomic(course / ROSTER, roster_text(left), mode=0o600)
    done.deleted.append(f"the line of {login} in {course / ROSTER}")


def _forget_attention(course: Path, login: str, done: Forgotten, delete: bool) -> None:
    for file in sorted((course / ATTENTION_FOLDER).glob("*.json")):
        try:
            reasons = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CourseError(f"{file}: cannot be read ({describe(error)}); remove it") from error
        if login in reasons:
            if delete:
                del reasons[login]
                write_atomic(file, readable_json(reasons, sort_keys=True))
            done.deleted.append(f"the entry of {login} in {file}")


def _forget_in_gradebook(course: Course, login: str, done: Forgotten, delete: bool) -> None:
    try:
        with course.gradebook() as gradebook:
            try:
                student = gradebook.find_student(login)
            except MissingEntry:
                return
            count = len(student.submissions)
            if delete:
                gradebook.remove_student(login)
                if gradebook.db.get_bind().dialect.name == "sqlite":
                    # SQLite leaves what was deleted in the file until the space is used again.
                    gradebook.db.commit()
                    gradebook.db.execute(text("VACUUM"))
    except SQLAlchemyError as error:
        reason = describe(getattr(error, "orig", error))
        raise CourseError(f"the gradebook of {course.root}: {reason}; call again") from error
    done.deleted.append(
        f"{login} in the gradebook, with points and comments of {count} "
        f"submission{'s' * (count != 1)}"
    )


def _keep_statistics(course: Course, login: str, done: Forgotten) -> None:
    """Write the report's table of exercises, which is about the class and names nobody."""
    if not (course.root / "autograded" / login).is_dir():
        return
    graded = {path.name for path in (course.root / "autograded").iterdir()}
    if len(graded) < SMALLEST_CLASS:
        done.kept.append(f"no statistics: fewer than {SMALLEST_CLASS} learners were graded")
        return
    file = course.root / STATISTICS / f"exercises-{datetime.now(UTC):%Y-%m-%d}.csv"
    try:
        with tempfile.TemporaryDirectory() as place:
            write_report(course.root, Path(place))
            file.parent.mkdir(exist_ok=True, mode=0o700)
            write_atomic(file, (Path(place) / "exercises.csv").read_bytes())
    except (CourseError, OSError) as error:
        done.kept.append(f"no statistics: they cannot be written ({describe(error)})")
        return
    done.kept.append(f"statistics of the class with {login}, without names: {file}")


def _renew_report(course: Course, login: str, done: Forgotten, delete: bool) -> None:
    """Write the report in the course's folder anew; its tables have a line for each learner."""
    out = course.root / "report"
    page = out / "report.html"
    if not page.is_file() or not done.deleted:
        return
    if delete:
        found = re.search(r'<html lang="([a-z]+)"', page.read_text(encoding="utf-8")[:2000])
        shutil.rmtree(out)
        with course.gradebook() as gradebook:
            anybody = bool(gradebook.students)
        if anybody:
            write_report(course.root, out, found[1] if found else "en")
    done.deleted.append(f"the report in {out}, which is written anew without {login}")
