"""nbgrader's exchange, a folder that all learners of a machine can write in, made safe to use.

The classes are for `c.ExchangeFactory`. Folders of a course must belong to the account that grades;
hand-ins are read by inbound.py, each on its own: one that cannot be read is named, and all others
are collected. Languages are the matter of languages.py.
"""

import os
import secrets
import stat
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.exchange import ExchangeError, default
from nbgrader.utils import find_all_notebooks, notebook_hash

from autograder.errors import CourseError, Unreadable
from autograder.files import NotRead, bring_back, read_plain, replace_folder, students_in
from autograder.reasons import reason
from classroom.attention import read
from classroom.hub import inbound
from classroom.hub.inbound import MARK, SECRET, STAMP, InboundFolder, account_of
from classroom.hub.languages import (
    FetchLanguage,
    ListLanguages,
    ReleaseLanguages,
    SubmitLanguage,
)
from classroom.hub.learner_language import learner_language
from classroom.hub.variables import GRADERS_VARIABLE
from course.files import write_atomic
from course.language import LANGUAGES, SOURCE, Translator
from course.os_errors import os_fault, os_reason

MOST_TRIED = 5
"""So many of a learner's hand-ins are tried, the newest first."""

SETTINGS = ("nbgrader_config.*", "jupyter*config.*")
"""Files that are not collected. nbgrader and Jupyter run the settings of the folder in which an
instructor calls them, with the instructor's rights."""

ROOT_MODE = 0o1777
"""Everybody can write; only its owner can rename or remove what is there (the sticky bit)."""


class OwnFolders:
    """Make the folders of a course for the account that grades, and use no others."""

    coursedir: Any
    log: Any
    fail: Any
    root: str

    def ensure_root(self) -> None:
        """Make the exchange, or refuse one in which learners can rename the course's folder."""
        by_root = f"as root, call: install -d -m 1777 {self.root}"
        try:
            os.makedirs(self.root)
            os.chmod(self.root, ROOT_MODE)
        except FileExistsError:
            pass
        except OSError as error:
            self.fail(f"the exchange {self.root} cannot be made ({error.strerror}); {by_root}")
        found = os.stat(self.root)
        mode = stat.S_IMODE(found.st_mode)
        if mode & ROOT_MODE == ROOT_MODE or self.coursedir.groupshared:
            return
        if found.st_uid != os.geteuid():
            self.fail(
                f"the exchange {self.root} must let everybody write, and nobody rename the folders "
                f"of others (mode 1777); {by_root}"
            )
        os.chmod(self.root, mode | ROOT_MODE)

    def ensure_directory(self, path: str, mode: int) -> None:
        """Make a folder of the course, or refuse one that another account made, or a link."""
        if mode & stat.S_IWOTH:
            mode |= stat.S_ISVTX
        with suppress(FileExistsError):
            os.mkdir(path)
        found = os.lstat(path)
        if not stat.S_ISDIR(found.st_mode):
            self.fail(f"{path} is no folder: as root, remove it, and call again")
        if self.coursedir.groupshared:
            return
        if found.st_uid != os.geteuid():
            self.fail(
                f"{path} belongs to {account_of(found.st_uid)}, and was not made by this course: "
                "as root, move it away, and call again"
            )
        if stat.S_IMODE(found.st_mode) != mode:
            os.chmod(path, mode)


class TrustedCourse:
    """Use a course's folder in the exchange only if it is that of the account that grades."""

    coursedir: Any
    fail: Any
    root: str

    def start(self) -> Any:
        if fault := untrusted(Path(self.root), self.coursedir.course_id):
            self.fail(fault)
        return super().start()  # type: ignore[misc]


def graders_known() -> dict[str, str] | None:
    """The account that grades each course, by GRADERS_VARIABLE; None where it is not set."""
    written = os.environ.get(GRADERS_VARIABLE)
    if written is None:
        return None
    return dict(each.split("=", 1) for each in written.split() if "=" in each)


def untrusted(root: Path, course_id: str) -> str:
    """What is wrong with a course's folders in the exchange, in the learner's language.

    Empty if the course's folder belongs to the account that GRADERS_VARIABLE names, and nobody
    else can write there; where it is not set, to the owner of the exchange, unless that is root.
    """
    graders = graders_known()
    folder = root / course_id
    inner = [folder / name for name in ("outbound", "inbound", "feedback")]
    try:
        found, owner = folder.lstat(), root.stat().st_uid
        are_folders = all(
            stat.S_ISDIR(each.lstat().st_mode) for each in inner if os.path.lexists(each)
        )
    except OSError:
        return ""  # nbgrader says what is missing.
    account = account_of(found.st_uid)
    if graders is None:
        expected = account_of(owner) if owner else account
    else:
        expected = graders.get(course_id, "root")
    is_closed = stat.S_ISDIR(found.st_mode) and not found.st_mode & stat.S_IWOTH
    if is_closed and are_folders and account in (expected, "root"):
        return ""
    t = Translator("classroom", learner_language() or SOURCE)
    return t(
        "{folder} was made by {account}, and not by your course. Nothing was fetched or handed in. "
        "Tell your instructor."
    ).format(folder=folder, account=account)


class ExchangeReleaseAssignment(ReleaseLanguages, OwnFolders, default.ExchangeReleaseAssignment):
    """nbgrader's release, in each language."""


class ExchangeFetchAssignment(TrustedCourse, FetchLanguage, default.ExchangeFetchAssignment):
    """nbgrader's fetch, in the learner's language."""


class ExchangeFetchFeedback(TrustedCourse, default.ExchangeFetchFeedback):
    """nbgrader's fetch of feedback."""


class ExchangeList(ListLanguages, default.ExchangeList):
    """nbgrader's list, with each assignment once, and without what others than a course made."""

    assignments: list[str]

    def init_dest(self) -> None:
        if self.cached:
            super().init_dest()
            return
        root, found = Path(self.root), []
        course, assignment = self.coursedir.course_id, self.coursedir.assignment_id or "*"
        student = self.coursedir.student_id or "*"
        # A learner can make thousands of courses: look at those that are known, where some are.
        known = graders_known()
        if course:
            courses = [course]
        else:
            courses = [each.name for each in root.glob("*")] if known is None else list(known)
        for name in sorted(courses):
            if untrusted(root, name):
                continue
            if not self.inbound:
                found += sorted((root / name / "outbound").glob(assignment))
                continue
            with suppress(CourseError), inbound.open_inbound(root / name / "inbound") as opened:
                found += [
                    root / name / "inbound" / each.name
                    for each in inbound.entries(opened, self.timezone)
                    if isinstance(each, inbound.InboundFolder)
                    and assignment in ("*", each.assignment)
                    and student in ("*", each.student)
                    and inbound.WRITTEN_SECRET.fullmatch(
                        inbound.read_first(opened, each, SECRET, 300)
                    )
                ]
        self.assignments = sorted(map(str, found))


class ExchangeSubmit(TrustedCourse, SubmitLanguage, default.ExchangeSubmit):
    """nbgrader's submit, of a folder in any language that holds the assignment's notebooks."""

    def copy_files(self) -> None:
        super().copy_files()
        # nbgrader lets everybody write there who can tell the name.
        os.chmod(os.path.join(self.inbound_path, self.assignment_filename), 0o755)

    def released_notebooks(self) -> list[str]:
        found: list[str] = find_all_notebooks(self.release_path)
        return found


class ExchangeCollect(OwnFolders, default.ExchangeCollect):
    """Collect the newest hand-in of each learner, also from the exchange of earlier versions.

    Where the newest cannot be read, the one before is collected. After `start`, `refused` has the
    reasons why something was not collected, by the account that made it, and `untrue_times` the
    hand-ins whose stated time is not when their files changed: {student: (stated, changed)}, UTC.
    """

    def init_src(self) -> None:
        if not self.coursedir.course_id:
            self.fail("No course id specified. Re-run with --course flag.")
        self.refused: dict[str, list[dict[str, Any]]] = {}
        self.untrue_times: dict[str, tuple[datetime, datetime]] = {}
        courses = [self.coursedir.course_id, *earlier_courses(self, "inbound")]
        self._inbounds = [Path(self.root, name, "inbound") for name in courses]
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                self._due = gradebook.find_assignment(self.coursedir.assignment_id).duedate
            except MissingEntry:
                self._due = None

    def copy_files(self) -> None:
        found: dict[str, list[tuple[Path, InboundFolder]]] = {}
        for folder in self._inbounds:
            try:
                with inbound.open_inbound(folder, shared=self.coursedir.groupshared) as opened:
                    for each in self._hand_ins(opened):
                        found.setdefault(each.student, []).append((folder, each))
            except CourseError as error:
                self.fail(str(error))
        if not found:
            self.log.warning("No submissions of %s to collect", self.coursedir.assignment_id)
        for hand_ins in found.values():
            hand_ins.sort(key=lambda each: self._worth(each[1]), reverse=True)
            for folder, each in hand_ins[:MOST_TRIED]:
                if self._was_collected(folder, each):
                    break

    def _was_collected(self, folder: Path, found: InboundFolder) -> bool:
        """Collect a hand-in, if it is newer than what is here; whether it could be read."""
        try:
            with inbound.open_inbound(folder, shared=self.coursedir.groupshared) as opened:
                self._collect(opened, found)
        except NotRead as error:
            self._refuse(found.student, error.reason)
        except ExchangeError:
            raise
        except Exception as error:
            # Any fault is this hand-in's own; the others are collected.
            self._refuse(found.student, reason("collect-fault", error=os_fault(error)))
        else:
            return True
        return False

    def _hand_ins(self, opened: int) -> list[InboundFolder]:
        """The hand-ins of the assignment that are what they say; the others are refused."""
        assignment = self.coursedir.assignment_id
        wanted = self.coursedir.student_id or "*"
        kept = []
        for found in inbound.entries(opened, self.timezone):
            if isinstance(found, inbound.Strange):
                if f"+{assignment}+" in found.name:
                    self._refuse(account_of(found.owner), found.reason)
            elif found.assignment != assignment or wanted not in ("*", found.student):
                continue
            elif self.check_owner and (account := found.made_by):
                self._refuse(account, reason("collect-owner", student=found.student, owner=account))
            else:
                kept.append(found)
        return kept

    def _worth(self, found: InboundFolder) -> tuple[bool, datetime]:
        """What puts one of a learner's hand-ins before another: being in time, then its time."""
        in_time = not self.before_duedate or self._due is None or found.at <= self._due
        return in_time, found.at

    def _collect(self, opened: int, found: InboundFolder) -> None:
        student, assignment = found.student, found.assignment
        folders = self.coursedir
        folder = Path(folders.format_path(folders.submitted_directory, student, assignment))
        ignored = [*folders.ignore, MARK, *SETTINGS]
        # Of the one tried before, which could not be read.
        self.untrue_times.pop(student, None)
        # Also of what was collected before: a second call must not lose it.
        with suppress(OSError, NotRead):
            if changed := inbound.untrue_time(opened, found, ignored):
                self.untrue_times[student] = found.at, changed
        bring_back(folder)
        # A copy of the group's hand-in gives way to the member's own, whatever its time.
        if folder.is_dir() and not (folder / MARK).exists():
            before = folders.get_existing_timestamp(str(folder))
            is_newer = self.update and (before is None or found.at > before)
            if not is_newer and not (self.before_duedate and before != found.at):
                self.log.info("No newer submission to collect: %s %s", student, assignment)
                return
        self.log.info("Collecting submission: %s %s", student, assignment)
        files = inbound.read(
            opened,
            found,
            ignore=ignored,
            include=folders.include,
            largest_file=1000 * folders.max_file_size,
            largest=1000 * folders.max_dir_size,
        )
        # She can change a file between the look at the times, above, and the reading.
        if changed := inbound.untrue(found, files.changed):
            self.untrue_times[student] = found.at, changed
        # The name's time in nbgrader's form: what a learner writes there is not parsed again.
        stated = f"{found.at.isoformat(' ', 'microseconds')} UTC"
        content = files.content | {STAMP: stated.encode()}
        # What staff laid there for a learner can lack a secret.
        content.setdefault(SECRET, secrets.token_hex(64).encode())
        try:
            replace_folder(folder, content, shared=folders.groupshared)
        except OSError as error:
            self.fail(f"{folder} cannot be written ({error.strerror}); correct that and call again")

    def _refuse(self, account: str, why: dict[str, Any]) -> None:
        reasons = self.refused.setdefault(account, [])
        # A line for each kind of fault: a learner can make thousands of folders.
        if any(each["code"] == why["code"] for each in reasons):
            return
        reasons.append(why)
        self.log.error(
            "%s: %s was not collected. %s", account, self.coursedir.assignment_id, read(why)
        )


class ExchangeReleaseFeedback(OwnFolders, default.ExchangeReleaseFeedback):
    """Release each feedback page on its own, also to the exchange of earlier versions.

    After `start`, `refused` has the reasons why pages were not released, by student.
    """

    def init_dest(self) -> None:
        # The owner of the folder above can put another in place of `feedback`.
        if self.coursedir.course_id:
            self.ensure_directory(os.path.join(self.root, self.coursedir.course_id), 0o755)
        super().init_dest()

    def copy_files(self) -> None:
        self.refused: dict[str, list[dict[str, Any]]] = {}
        folders = [self.dest_path]
        for course in earlier_courses(self, "inbound"):
            folders.append(str(Path(self.root, course, "feedback")))
            self.ensure_directory(folders[-1], 0o711)
        excluded = set((self.coursedir.student_id_exclude or "").split(","))
        wanted = self.coursedir.student_id or "*"
        for student, page in feedback_pages(self.coursedir, self.coursedir.assignment_id):
            if student in excluded or wanted not in ("*", student):
                continue
            try:
                name = released_name(page)
                content = page.read_bytes()
                for folder in folders:
                    write_atomic(Path(folder, name), content, mode=0o644)
            except (OSError, ValueError, Unreadable) as error:
                why = reason("return-fault", file=page.name, error=os_reason(error))
                self.refused.setdefault(student, []).append(why)
                self.log.error("%s: %s", student, read(why))
            else:
                self.log.info("Feedback released: %s %s", student, page.name)


def feedback_pages(folders: Any, assignment: str) -> list[tuple[str, Path]]:
    """The feedback pages of an assignment in the course, each with its student."""
    step = folders.feedback_directory
    return [
        (student, page)
        for student in sorted(students_in(folders, step, assignment))
        for page in sorted(Path(folders.format_path(step, student, assignment)).glob("*.html"))
    ]


def released_name(page: Path) -> str:
    """The name of a feedback page in the exchange, which only its learner can tell.

    Raises ValueError for a page of a submission without a secret, and OSError, Unreadable.
    """
    try:
        secret = read_plain(page.with_name(SECRET), 1000).decode("ascii")
    except FileNotFoundError:
        secret = ""
    if not secret:
        raise ValueError("the hand-in has no secret, by which its learner finds the page")
    return f"{notebook_hash(secret=secret, notebook_id=page.stem)}.html"


def earlier_courses(exchange: Any, folder: str) -> list[str]:
    """The exchange courses of single languages, such as `ai4gov-fr`, that this account made."""
    root = getattr(exchange, "root", None)
    if not root:
        return []
    names = [f"{exchange.coursedir.course_id}-{lang}" for lang in LANGUAGES]
    return [
        name for name in names if _is_own(Path(root, name)) and _is_own(Path(root, name, folder))
    ]


def _is_own(folder: Path) -> bool:
    """Whether this account made a folder; a link is none."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()


def exchange_settings() -> dict[str, str]:
    """What to set in `c.ExchangeFactory`, on the instructor's side and on the learners'."""
    classes = {
        "release_assignment": ExchangeReleaseAssignment,
        "fetch_assignment": ExchangeFetchAssignment,
        "fetch_feedback": ExchangeFetchFeedback,
        "list": ExchangeList,
        "submit": ExchangeSubmit,
        "collect": ExchangeCollect,
        "release_feedback": ExchangeReleaseFeedback,
    }
    return {name: f"{each.__module__}.{each.__name__}" for name, each in classes.items()}
