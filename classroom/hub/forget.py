"""`ai4gov hub forget`: delete what a cohort holds of one learner, on the learner's request.

Root deletes in the exchange, where the folders belong to learners. The account that grades deletes
in the course, because nbgrader's settings are Python and root does not run another's. Nothing that
a link leads to is deleted. A call that was cut off can be repeated.

No table about the class stays that was made with the learner: from it and the same table without
her, her results could be computed. Those that can be made again are deleted, or made again.
"""

import csv
import fcntl
import glob
import json
import os
import pwd
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import notebook_hash
from sqlalchemy import make_url, text
from sqlalchemy.exc import SQLAlchemyError
from traitlets import TraitError

from autograder import settings
from autograder.errors import CourseError, Unreadable
from autograder.files import FOLDER, read_at, read_plain
from autograder.grading.course import Course
from autograder.reasons import readable_json
from autograder.settings import ATTENTION_FOLDER
from classroom.errors import USER_ERRORS
from classroom.hub import inbound
from classroom.hub.configure import Cohort
from classroom.hub.removal import count_files, remove
from classroom.hub.roster import IDENTIFIER, ROSTER, Learner, roster_of, roster_text
from classroom.pages.report import tables
from classroom.pages.report.write import write_report
from course.errors import describe
from course.files import write_atomic
from course.language import LANGUAGES, SOURCE

STEPS = ("submitted", "autograded", "feedback")
"""Folders of a course that have a folder for each learner."""

SECRET = "submission_secret.txt"
"""In each submission: with the notebook's name, it makes the name of the released feedback page."""

LARGEST_SECRET = 1000

STATISTICS = "statistics"
"""Earlier versions kept tables of the class here, made with a learner who was then deleted."""

REPORT = "report"
LOG = ".nbgrader.log"

MADE_AGAIN = (
    *(tables.GRADES, tables.EXERCISES, tables.MESSAGES, tables.COMPETENCIES, tables.UNNAMED),
    ("Username", "ID number", "First name", "Last name"),
    ("Student", "ID", "SIS Login ID", "Section"),
    ("assignment", "duedate", "timestamp", "student_id"),
)
"""How tables of a class begin: those of `ai4gov report`, and of `nbgrader export`."""

MOST_SEARCHED, LARGEST_SEARCHED = 20_000, 50_000_000
"""Files of a course, and bytes of each, that are searched for the learner's name."""

MOST_NAMED = 20

Found = TypeVar("Found")


@dataclass
class DeletionReport:
    """What was deleted, or would be, what is kept, and what could not be deleted; a line each."""

    deleted: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def require_login(login: str) -> None:
    """Raise CourseError for a name that cannot be a learner's."""
    if not IDENTIFIER.fullmatch(login):
        raise CourseError(f"{login!r} cannot be a learner's name: use letters, digits and . _ @ -")


def forget_in_exchange(
    exchange: Path, cohort: Cohort, login: str, *, delete: bool = False
) -> DeletionReport:
    """Find, and with `delete` remove, a learner's hand-ins and feedback pages in the exchange.

    Called before the course forgets the learner, because the pages are found by secrets that lie
    in the course and in the submissions.
    """
    require_login(login)
    done = DeletionReport()
    owner = Path(cohort.folder).stat().st_uid
    names = [cohort.course_id, *(f"{cohort.course_id}-{lang}" for lang in LANGUAGES)]
    for root in (exchange / name for name in names):
        if not _is_of(root, owner) or not _is_of(root / "inbound", owner):
            continue
        handed_in = sorted(_named(root / "inbound", login, done))
        sources = [*handed_in, *Path(cohort.folder).glob(f"*/{login}/*")]
        pages = {root / "feedback" / f"{name}.html" for name in _pages(sources)}
        _remove([*handed_in, *sorted(filter(Path.is_file, pages))], done, delete)
        if delete:
            # Look into inbound again: a logged-in learner can have added or renamed a hand-in.
            done.failed += [
                f"{path} (it was made or renamed meanwhile: end the server of {login})"
                for path in sorted(_named(root / "inbound", login, done))
                if path not in handed_in
            ]
    return done


def forget_in_course(folder: Path, login: str, *, delete: bool = False) -> DeletionReport:
    """What a course holds of a learner: the class list, the gradebook, folders, tables, the log.

    A course without a gradebook is one that has graded nobody. Raises CourseError.
    """
    require_login(login)
    config = settings.load(folder.resolve())
    done = DeletionReport()
    try:
        course = Course(CourseDirectory(config=config), config)
        with _alone(course.root):
            _InCourse(course, login, done, delete).forget()
    except TraitError as error:
        raise CourseError(f"c.CourseDirectory in {settings.CONFIG}: {describe(error)}") from error
    return done


def forget(
    cohorts: list[Cohort], exchange: Path, login: str, *, delete: bool = False
) -> dict[str, DeletionReport]:
    """Delete a learner's data in each cohort, as root: {course_id: what was deleted}.

    Without `delete` nothing is changed. Cohorts that hold nothing of the learner are left out; what
    could not be deleted in one of them is named. Raises CourseError.
    """
    require_login(login)
    found = {}
    for cohort in cohorts:
        done = forget_in_exchange(exchange, cohort, login, delete=delete)
        try:
            in_course = _as_account(cohort, login, delete)
        except CourseError as error:
            # The other cohorts are not to wait for this one.
            in_course = DeletionReport(failed=[str(error)])
        done.deleted += in_course.deleted
        done.kept += in_course.kept
        done.failed += in_course.failed
        if done.deleted or done.failed:
            found[cohort.course_id] = done
    return found


def elsewhere(login: str) -> list[str]:
    """What `forget` does not delete, each with how to do it."""
    lines = [
        f"the hub's record of {login}: as an administrator, Admin, Delete User",
        "credentials: they stay valid, and the register beside the school's key keeps the name; "
        "to take one back: ai4gov certify --revoke",
        "what the desk and the system's log say of earlier steps: restart the desk; journalctl",
        "copies outside the cohorts' folders: backups, what restore.sh moved aside "
        "(NAME.before-TIME), exported grades, reports and galleries written elsewhere",
    ]
    try:
        home = Path(pwd.getpwnam(login).pw_dir)
    except KeyError:
        return [f"no account {login} on this machine", *lines]
    if not home.is_dir():
        return [f"the account {login}: deluser {login}", *lines]
    count = count_files(home)
    return [
        f"the account and its home {home} ({count} files): deluser --remove-home {login}",
        *lines,
    ]


def _as_account(cohort: Cohort, login: str, delete: bool) -> DeletionReport:
    """`forget_in_course`, in a process of the account that owns the course."""
    owner = Path(cohort.folder).stat().st_uid
    if os.geteuid() == owner:
        return forget_in_course(Path(cohort.folder), login, delete=delete)
    account = pwd.getpwuid(owner)
    command = [sys.executable, "-P", "-m", "classroom.cli", "hub", "forget", login]
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
        # Without root's terminal, into which an account could type (TIOCSTI).
        start_new_session=True,
    )
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise CourseError(f"{cohort.folder}: {said}; correct that and call again")
    return DeletionReport(**json.loads(done.stdout.splitlines()[-1]))


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


def _is_of(folder: Path, owner: int) -> bool:
    """Whether a folder of the exchange is the cohort's own: learners can make others, and links.

    Nobody else can put another in its place: the exchange is sticky.
    """
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid in (0, owner)


def _named(inbound: Path, login: str, done: DeletionReport) -> Iterator[Path]:
    """The submissions of a learner: folders `login+assignment+time+chance`."""
    try:
        for path in inbound.iterdir():
            if path.name.startswith(f"{login}+"):
                yield path
    except FileNotFoundError:
        return
    except OSError as error:
        done.failed.append(f"{inbound} ({error.strerror})")


def _pages(folders: list[Path]) -> set[str]:
    """The names under which nbgrader released the feedback on these submissions."""
    secrets, notebooks = set(), set()
    for folder in folders:
        try:
            opened = os.open(folder, FOLDER | os.O_NOFOLLOW)
        except OSError:
            # A link, too: it could lead to the submission of another learner.
            continue
        try:
            names = map(Path, os.listdir(opened))
            notebooks |= {name.stem for name in names if name.suffix in (".ipynb", ".html")}
            secrets.add(read_at(opened, SECRET, LARGEST_SECRET).decode("utf-8", "replace"))
        except OSError:
            continue
        finally:
            os.close(opened)
    # Every secret with every name: a page has the name of the released notebook, which she may
    # have handed in under another.
    return {
        notebook_hash(secret=secret, notebook_id=name)
        for secret in secrets - {""}
        for name in notebooks
    }


def _remove(paths: list[Path], done: DeletionReport, delete: bool) -> None:
    for path in paths:
        count = count_files(path)
        faults = remove(path) if delete else []
        done.failed += faults
        if not faults:
            done.deleted.append(f"{path} ({count} file{'s' * (count != 1)})")


class _InCourse:
    """Forgets a learner in one course; what the learner is found by is deleted last."""

    def __init__(self, course: Course, login: str, done: DeletionReport, delete: bool):
        self.course, self.root = course, course.root
        self.login, self.done, self.delete = login, done, delete
        database = make_url(course.folders.db_url)
        is_file = database.get_backend_name() == "sqlite"
        self.database = Path(database.database or "") if is_file else None
        self.has_gradebook = self.database is None or self.database.is_file()

    def forget(self) -> None:
        words = self._words()
        steps = [self._step(step) for step in STEPS]
        folders = [self.course.folders.format_path(step, self.login, ".") for step in steps]
        here = [found for found in map(Path, folders) if os.path.lexists(found)]
        is_known = bool(words or here)
        _remove(here, self.done, self.delete)
        _remove(sorted((self.root / STATISTICS).glob("exercises-*.csv")), self.done, self.delete)
        self._in_attention()
        self._in_copies()
        self._in_files(words | {self.login}, is_known)
        lang = self._without_report() if is_known else ""
        self._in_gradebook()
        self._in_list()
        if lang and self.delete:
            self._renew_report(lang)

    def _step(self, name: str) -> str:
        return str(getattr(self.course.folders, f"{name}_directory"))

    def _words(self) -> set[str]:
        """What names the learner: id, name, e-mail; empty if the course does not know them."""
        words: set[str] = set()
        for each in self._listed():
            if each.id == self.login:
                words |= {each.id, each.name, each.email}
        nothing: set[str] = set()
        return (words | self._ask(self._words_in, nothing)) - {""}

    def _words_in(self, gradebook: Gradebook) -> set[str]:
        each = gradebook.find_student(self.login)
        name = " ".join(filter(None, (each.first_name, each.last_name)))
        return {self.login, name, each.email or ""}

    def _listed(self) -> list[Learner]:
        try:
            return roster_of(self.root)
        except CourseError as error:
            self.done.failed.append(str(error))
            return []

    def _ask(self, what: Callable[[Gradebook], Found], otherwise: Found) -> Found:
        """What a function finds in the gradebook; `otherwise` where it or the learner is not."""
        if not self.has_gradebook:
            return otherwise
        try:
            with self.course.gradebook() as gradebook:
                return what(gradebook)
        except MissingEntry:
            return otherwise
        # nbgrader ends the process for a gradebook of another version.
        except (SQLAlchemyError, SystemExit) as error:
            self.has_gradebook = False
            reason = " ".join(str(getattr(error, "orig", error)).split())
            self.done.failed.append(f"the gradebook of {self.root} ({reason})")
            return otherwise

    def _in_attention(self) -> None:
        for file in sorted((self.root / ATTENTION_FOLDER).glob("*.json")):
            try:
                reasons = json.loads(file.read_text(encoding="utf-8"))
                if self.login not in reasons:
                    continue
                del reasons[self.login]
                if self.delete:
                    write_atomic(file, readable_json(reasons, sort_keys=True))
            except (OSError, ValueError, TypeError) as error:
                self.done.failed.append(f"{file} ({describe(error)}; remove it)")
                continue
            self.done.deleted.append(f"the entry of {self.login} in {file}")

    def _in_copies(self) -> None:
        """Take the name out of the copies of the learner's hand-in that a group's members have."""
        found = 0
        for step in STEPS[:2]:
            pattern = self.course.folders.format_path(self._step(step), "*", "*")
            for mark in sorted(glob.glob(f"{pattern}/{inbound.MARK}")):
                try:
                    whose, _, time = read_plain(Path(mark), 200).decode("utf-8").partition(" ")
                    if whose != self.login:
                        continue
                    found += 1
                    if self.delete:
                        write_atomic(Path(mark), f"- {time}")
                except (OSError, ValueError, Unreadable) as error:
                    self.done.failed.append(f"{mark} ({describe(error)})")
        if found:
            self.done.kept.append(
                f"{found} cop{'y' if found == 1 else 'ies'} of a hand-in of the group, in folders "
                "of its other members: it is theirs too; the copies do not say whose it was"
            )

    def _in_files(self, words: set[str], is_known: bool) -> None:
        """Delete tables of the class and nbgrader's log; name the other files about the learner."""
        spelt = b"|".join(re.escape(word.encode()) for word in sorted(words, key=len, reverse=True))
        named = re.compile(rb"(?<![\w.@-])(?:" + spelt + rb")(?![\w@-])")
        again, about = [], []
        for path in self._searched():
            try:
                content = read_plain(path, LARGEST_SEARCHED)
            except (OSError, Unreadable) as error:
                self.done.kept.append(f"{path}: not searched ({describe(error)})")
                continue
            is_about = bool(named.search(content) or named.search(os.fsencode(path.name)))
            if (is_known and _is_made_again(path, content)) or (is_about and path.name == LOG):
                again.append(path)
            # A credential: what it holds is encoded.
            elif is_about or path.name.endswith(f"-{self.login}.jwt"):
                about.append(path)
        _remove(again, self.done, self.delete)
        self.done.kept += [
            f"{path}: look at it, it may be about {self.login}" for path in about[:MOST_NAMED]
        ]
        if len(about) > MOST_NAMED:
            self.done.kept.append(f"{len(about) - MOST_NAMED} further files of this kind")

    def _searched(self) -> Iterator[Path]:
        """The files of the course but for those of others, those of the course, and our own."""
        folders = self.course.folders
        ours = {*STEPS, "source", "source_with_tests", "solution", "release"}
        left_out = {self.root / getattr(folders, f"{step}_directory") for step in ours}
        left_out |= {self.root / name for name in (ATTENTION_FOLDER, REPORT, STATISTICS, "checks")}
        if self.database:
            left_out |= {Path(f"{self.database}{end}") for end in ("", "-journal", "-wal", "-shm")}
        left_out |= {self.root / ROSTER, self.root / settings.CONFIG}
        waiting, count = [self.root], 0
        while waiting:
            for path in sorted(waiting.pop().iterdir()):
                count += 1
                if path in left_out or path.is_symlink():
                    continue
                if path.is_dir():
                    waiting += [] if path.name.startswith(".") else [path]
                elif path.is_file():
                    yield path
                if count > MOST_SEARCHED:
                    self.done.kept.append(f"{self.root}: too many files to search all of them")
                    return

    def _without_report(self) -> str:
        """Delete the report in the course's folder; the language of its page, if there is one."""
        page = self.root / REPORT / "report.html"
        if not page.is_file():
            return ""
        found = re.search(r'<html lang="([a-z]+)"', page.read_text(encoding="utf-8")[:2000])
        self.done.failed += remove(page.parent) if self.delete else []
        self.done.deleted.append(f"the report in {page.parent}, which is written anew without them")
        return found[1] if found else SOURCE

    def _renew_report(self, lang: str) -> None:
        if not self._ask(lambda gradebook: bool(gradebook.students), False):
            return
        try:
            write_report(self.root, self.root / REPORT, lang)
        except (*USER_ERRORS, OSError) as error:
            self.done.failed.append(f"the report could not be written anew ({describe(error)})")

    def _in_gradebook(self) -> None:
        count = self._ask(self._delete_in, -1)
        if count >= 0:
            self.done.deleted.append(
                f"{self.login} in the gradebook, with points and comments of {count} "
                f"submission{'s' * (count != 1)}"
            )

    def _delete_in(self, gradebook: Gradebook) -> int:
        """How many submissions the gradebook has of the learner, which are deleted."""
        count = len(gradebook.find_student(self.login).submissions)
        if self.delete:
            gradebook.remove_student(self.login)
            if self.database:
                # SQLite leaves what was deleted in the file until the space is used again.
                gradebook.db.commit()
                gradebook.db.execute(text("VACUUM"))
        return count

    def _in_list(self) -> None:
        learners = self._listed()
        left = [each for each in learners if each.id != self.login]
        if len(left) == len(learners):
            return
        if self.delete:
            write_atomic(self.root / ROSTER, roster_text(left), mode=0o600)
        self.done.deleted.append(f"the line of {self.login} in {self.root / ROSTER}")


def _is_made_again(path: Path, content: bytes) -> bool:
    """Whether it is a table of a class, or the page that was written beside one."""
    if path.name == "report.html":
        return (path.parent / "grades.csv").is_file()
    if path.suffix != ".csv":
        return False
    line = content.partition(b"\n")[0].decode("utf-8-sig", "replace")
    heading = tuple(next(csv.reader([line]), ()))
    return any(heading[: len(each)] == each for each in MADE_AGAIN)
