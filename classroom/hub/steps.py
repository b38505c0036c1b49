"""The five steps of an assignment's way: release, collect, grade, feedback, return.

Each is for all languages at once. Each makes what an earlier step should have made and has not,
and says what arrived, which can be less than what nbgrader says it has done. The lines about that,
and about faults in the instructor's notebooks, are in the language that a caller names; other
errors are in English.
"""

import filecmp
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.apps.api import NbGraderAPI
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError
from traitlets import TraitError

from autograder.errors import CourseError, Unreadable
from autograder.files import read_plain
from autograder.grading.course import Course
from autograder.settings import CONFIG, load
from classroom.attention import read
from classroom.hub.exchange import earlier_courses, feedback_pages, released_name
from classroom.hub.groups import copy_to_groups
from classroom.hub.inbound import InboundFolder, entries, open_inbound, read_first
from classroom.hub.languages import assignment_and_language, changed, released, translation
from classroom.hub.roster import Learner, roster_of
from classroom.hub.source_faults import source_fault
from classroom.hub.variables import GRADERS_VARIABLE
from course import places
from course.errors import describe
from course.language import LANGUAGES, MARKER, SOURCE, Translator

POINTERS = ("[ERROR] There was an error processing", "[ERROR] Please see the")
"""How the lines of nbgrader begin that only point to an error which it logged before."""

MOST_TIMES = 5
"""So many hand-ins with a time that is not true are shown with their times."""


@dataclass(frozen=True)
class StepResult:
    """What a step did: lines for people, and whether all of it succeeded."""

    lines: list[str]
    complete: bool = True


@dataclass(frozen=True)
class Collected:
    """Who has handed in an assignment, by what `collect` found."""

    new: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)


def about(course: Path, assignment: str) -> str:
    """The first line of each command: which course it is about."""
    config = load(course)
    folders = CourseDirectory(config=config)
    return f"{assignment} in the course {folders.course_id or '(no course id)'}, {folders.root}"


def release(
    course: Path, assignment: str, lang: str = SOURCE, *, again: bool = False
) -> StepResult:
    """Release an assignment in all languages; `again` replaces an earlier release of it.

    A language whose release folder has gone is withdrawn. What learners have fetched and handed in
    stays. Raises CourseError.
    """
    t = _translator(lang)
    api = _api(course)
    _require_exchange(api)
    earlier = _released(api)
    if assignment in earlier and not again:
        raise CourseError(
            f"{assignment} is handed out already; to hand out a corrected version, call: "
            f"ai4gov release {assignment} --again (what learners have fetched and handed in stays)"
        )
    prepare(course, assignment, lang, again=again)
    api = _api(course)
    failed = f"{assignment} was not released"
    _started(api, api.exchange.ReleaseAssignment, assignment, failed, force=again)
    found = {
        lang or SOURCE
        for name, lang in map(assignment_and_language, _released(api))
        if name == assignment
    }
    if not found:
        raise CourseError(
            f"{assignment} did not arrive in the exchange, or its folder does not belong to the "
            f"account that {GRADERS_VARIABLE} names for this course"
        )
    for name in _without_folder(api, assignment) & earlier:
        _withdraw(api, name)
        found.discard(str(assignment_and_language(name)[1]))
    missing = [lang for lang in LANGUAGES if lang not in found]
    there = [lang for lang in LANGUAGES if lang in found]
    lines = [t("released in: {languages}").format(languages=_named(there))]
    if missing:
        lines.append(
            t(
                "not in: {languages} (no such release folder); these learners get it in English"
            ).format(languages=_named(missing))
        )
    if assignment in earlier:
        lines.append(
            t(
                "Learners who have fetched it keep their folder; to get the new version, they "
                "rename that folder and fetch again. What was handed in stays."
            )
        )
    return StepResult(lines)


def collect(course: Path, assignment: str, lang: str = SOURCE) -> StepResult:
    """Collect what was handed in, in all languages. Raises CourseError."""
    t = _translator(lang)
    _require_exchange(_api(course))
    prepare(course, assignment, lang)
    api = _api(course)
    opened = Course.open(course)
    before = _handed_in(opened, assignment)
    exchange = _started(
        api, api.exchange.Collect, assignment, f"{assignment} was not collected", update=True
    )
    roster = roster_of(opened.root)
    copied = copy_to_groups(opened, assignment, roster, opened.students_who_handed_in(assignment))
    after = _handed_in(opened, assignment)
    found = Collected(
        new=sorted(set(after) - set(before)),
        newer=sorted(name for name in after if name in before and after[name] != before[name]),
        before=sorted(name for name in after if before.get(name) == after[name]),
    )
    lines = [
        t("{all} handed in: {new} new, {again} handed in again, {before} as before").format(
            all=t.number(len(after)),
            new=t.number(len(found.new)),
            again=t.number(len(found.newer)),
            before=t.number(len(found.before)),
        )
    ]
    if after:
        found_in = Counter(language_handed_in(opened.submitted(name, assignment)) for name in after)
        counts = ", ".join(
            f"{name} {t.number(found_in[k])}" for k, name in LANGUAGES.items() if found_in[k]
        )
        lines.append(t("by language: {counts}").format(counts=counts))
    refused = getattr(exchange, "refused", {})
    lines += [
        t("not collected, {account}: {reasons}").format(
            account=account, reasons=" ".join(read(each, lang) for each in reasons)
        )
        for account, reasons in sorted(refused.items())
    ]
    untrue = sorted(getattr(exchange, "untrue_times", {}).items())
    lines += [
        t(
            "{student}: {stated} is stated as the time of the hand-in, and its files were last "
            "changed on {changed} (UTC)"
        ).format(student=student, stated=f"{stated:%Y-%m-%d %H:%M}", changed=f"{at:%Y-%m-%d %H:%M}")
        for student, (stated, at) in untrue[:MOST_TIMES]
    ]
    if untrue:
        lines.append(t("Restoring or copying the exchange changes the time of files, too."))
    if len(untrue) > MOST_TIMES:
        names = ", ".join(student for student, _ in untrue[MOST_TIMES:])
        lines.append(t("The same of: {names}").format(names=names))
    lines += copied
    lines += _late(opened, assignment, after, t)
    lines += _missing(roster, set(after), t)
    return StepResult(lines, complete=not refused)


def return_feedback(course: Path, assignment: str, lang: str = SOURCE) -> StepResult:
    """Hand out the feedback pages, each to its learner. Raises CourseError."""
    t = _translator(lang)
    opened = Course.open(course)
    opened.require_assignment(assignment)
    api = _api(course)
    _require_exchange(api)
    pages = feedback_pages(opened.folders, assignment)
    if not pages:
        raise CourseError(
            f"no feedback pages of {assignment}; call first: ai4gov feedback {assignment}"
        )
    failed = f"the feedback of {assignment} was not returned"
    exchange = _started(api, api.exchange.ReleaseFeedback, assignment, failed)
    arrived = [student for student, page in pages if _has_arrived(api, opened, page)]
    lines = [
        t("{arrived} of {all} feedback pages are there for their learners").format(
            arrived=t.number(len(arrived)), all=t.number(len(pages))
        )
    ]
    lost = sorted({student for student, _ in pages} - set(arrived))
    refused = getattr(exchange, "refused", {})
    if lost:
        lines.append(t("not returned: {names}").format(names=", ".join(lost)))
    lines += [f"{student}: {read(each, lang)}" for student in refused for each in refused[student]]
    graded = opened.students_graded(assignment)
    without = sorted(graded - {student for student, _ in pages})
    if without:
        lines.append(t("graded, without a page: {names}").format(names=", ".join(without)))
    return StepResult(lines, complete=not lost and not without)


def released_languages(course: Path) -> dict[str, set[str]]:
    """The languages in which each assignment is in the exchange. Raises CourseError."""
    found: dict[str, set[str]] = {}
    try:
        names = _released(_api(course))
    except (ExchangeError, OSError, RuntimeError) as error:
        raise CourseError(f"the exchange cannot be read ({describe(error)})") from error
    for assignment, lang in map(assignment_and_language, names):
        found.setdefault(assignment, set()).add(lang or SOURCE)
    return found


def in_exchange(course: Path) -> dict[str, dict[str, str]]:
    """Who has handed in what, by what is in the exchange: {assignment: {student: language}}.

    Empty for an exchange that is not a folder. Raises CourseError.
    """
    api = _api(course)
    exchange = api.exchange.Collect(
        coursedir=api.coursedir, authenticator=api.authenticator, config=api.config
    )
    root = getattr(exchange, "root", None)
    if root is None:
        return {}
    if not Path(root).is_dir():
        raise CourseError(
            f"no exchange: {root} is not a folder; make it, or set c.Exchange.root in {CONFIG}, to "
            "release, collect and return"
        )
    courses = [api.coursedir.course_id, *earlier_courses(exchange, "inbound")]
    newest: dict[tuple[str, str], InboundFolder] = {}
    found: dict[str, dict[str, str]] = {}
    for inbound in (Path(root, name, "inbound") for name in courses):
        if not os.path.lexists(inbound):
            continue
        with open_inbound(inbound, shared=api.coursedir.groupshared) as folder:
            for each in entries(folder, exchange.timezone):
                if not isinstance(each, InboundFolder) or (exchange.check_owner and each.made_by):
                    continue
                key = (each.assignment, each.student)
                if key not in newest or each.at >= newest[key].at:
                    newest[key] = each
                    lang = _language(read_first(folder, each, MARKER, 100))
                    found.setdefault(each.assignment, {})[each.student] = lang
    return found


def returned(course: Path, assignment: str) -> set[str]:
    """The students whose feedback is in the exchange as it was last written."""
    graded, api = Course.open(course), _api(course)
    pages = feedback_pages(graded.folders, assignment)
    missing = {student for student, page in pages if not _has_arrived(api, graded, page)}
    return {student for student, _ in pages} - missing


def language_handed_in(folder: Path) -> str:
    """The language of a folder that a learner made; English where it names none of the course's."""
    try:
        return _language(read_plain(folder / MARKER, 100))
    except (OSError, Unreadable):
        return SOURCE


def _language(written: bytes) -> str:
    lang = written.decode("utf-8-sig", "replace").strip()
    return lang if lang in LANGUAGES else SOURCE


def prepare(course: Path, assignment: str, lang: str = SOURCE, *, again: bool = False) -> None:
    """Build and generate an assignment that the gradebook does not have; `again` also any other.

    The release folder stays as it was if nbgrader refuses. Raises CourseError.
    """
    config = load(course)
    folders = CourseDirectory(config=config)
    source = Path(folders.format_path(folders.source_directory, ".", assignment))
    release_folder = Path(folders.format_path(folders.release_directory, ".", assignment))
    if not again and release_folder.is_dir() and _in_gradebook(course, assignment):
        return
    repository = places.find_repository(Path(folders.root))
    if repository is None and not source.is_dir():
        there = sorted(each.name for each in source.parent.glob("*") if each.is_dir())
        raise _no_assignment(assignment, source, there)
    written_here = repository and (repository.source / assignment).is_dir()
    if not source.is_dir() or (again and written_here):
        _build(Path(folders.root), assignment, source)
    api = _api(course)
    with tempfile.TemporaryDirectory() as scratch:
        before = Path(scratch, assignment)
        if release_folder.is_dir():
            shutil.copytree(release_folder, before)
        done = api.generate_assignment(assignment, force=True, create=True)
        # After an error, nbgrader deletes the folder that it was to write.
        if before.is_dir() and not release_folder.is_dir():
            shutil.copytree(before, release_folder)
    if "submissions associated with it" in f"{done.get('log')}{done.get('error')}":
        raise CourseError(
            f"{assignment} was not generated: exercises or notebooks of it were added, removed or "
            "renamed, and the gradebook has submissions of it; give the new version another name"
        )
    if not done["success"]:
        t = _translator(lang)
        raise CourseError(
            t("{assignment} was not generated. {fault}").format(
                assignment=assignment, fault=source_fault(source, t) or _last_said(done)
            )
        )


def prepare_known(course: Path, assignment: str, lang: str = SOURCE) -> None:
    """Enter an assignment into the gradebook, if it is missing there and its sources are here."""
    try:
        folders = CourseDirectory(config=load(course))
    except (CourseError, TraitError):
        return
    source = Path(folders.format_path(folders.source_directory, ".", assignment))
    repository = places.find_repository(Path(folders.root))
    known = source.is_dir() or (repository and (repository.source / assignment).is_dir())
    if known and not _in_gradebook(course, assignment):
        prepare(course, assignment, lang)


def _require_exchange(api: NbGraderAPI) -> None:
    """Raise CourseError for an exchange folder that is not safe, or cannot be used or made."""
    exchange = api.exchange.ReleaseAssignment(
        coursedir=api.coursedir, authenticator=api.authenticator, config=api.config
    )
    if getattr(exchange, "root", None) is None:
        return
    try:
        exchange.ensure_root()
    except ExchangeError as error:
        raise CourseError(str(error)) from error


def _in_gradebook(course: Path, assignment: str) -> bool:
    try:
        with Course.open(course).gradebook() as gradebook:
            # Setting a due date first makes an assignment without notebooks.
            return bool(gradebook.find_assignment(assignment).notebooks)
    except (CourseError, MissingEntry):
        return False


def _no_assignment(assignment: str, source: Path, known: list[str]) -> CourseError:
    there = f"; the course has: {', '.join(known)}" if known else ""
    return CourseError(f"no assignment {assignment!r}: there is no folder {source}{there}")


def _build(root: Path, assignment: str, source: Path) -> None:
    """Make the files that nbgrader reads from the course's sources."""
    repository = places.find_repository(root)
    known = (
        sorted(each.name for each in repository.source.iterdir() if each.is_dir())
        if repository
        else []
    )
    if repository is None or assignment not in known:
        raise _no_assignment(assignment, source, known)
    from course.publishing import build as publishing

    built = publishing.build(repository.root, [assignment], [])
    publishing.write(repository.root, built, whole=False)


def _api(course: Path) -> NbGraderAPI:
    config = load(course)
    folders = CourseDirectory(config=config)
    if not folders.course_id:
        raise CourseError(f"{CONFIG}: c.CourseDirectory.course_id is not set; name the course")
    return NbGraderAPI(coursedir=folders, authenticator=Authenticator(config=config), config=config)


def _last_said(result: dict[str, Any]) -> str:
    """The last line that nbgrader logged about what failed."""
    logged = [line.strip() for line in (result.get("log") or "").splitlines()]
    said = [each for each in logged if each and not each.startswith(POINTERS)]
    return re.sub(r"^\[[A-Z]+\] ", "", said[-1]) if said else "nbgrader gave no reason"


def _started(api: NbGraderAPI, kind: Any, assignment: str, failed: str, **settings: object) -> Any:
    """Run one of nbgrader's exchange classes, and return its object. Raises CourseError.

    nbgrader's own API gives the log alone, whose last line need not be about what failed.
    """
    exchange = kind(coursedir=api.coursedir, authenticator=api.authenticator, parent=api)
    for name, value in settings.items():
        setattr(exchange, name, value)
    try:
        with changed(api.coursedir, assignment_id=assignment):
            exchange.start()
    except Exception as error:
        raise CourseError(f"{failed}: {describe(error)}") from error
    return exchange


def _released(api: NbGraderAPI) -> set[str]:
    return released(api.config, api.coursedir, api.authenticator)


def _without_folder(api: NbGraderAPI, assignment: str) -> set[str]:
    """The names of translations of an assignment for which there is no release folder."""
    folders = api.coursedir
    release = Path(folders.release_directory)
    return {
        translation(assignment, lang)
        for lang in LANGUAGES
        if not Path(folders.format_path(str(release.with_name(lang)), ".", assignment)).is_dir()
    }


def _withdraw(api: NbGraderAPI, name: str) -> None:
    """Take what was released under a name out of the exchange."""
    with changed(api.coursedir, assignment_id=name):
        listed = api.exchange.List(
            coursedir=api.coursedir, authenticator=api.authenticator, config=api.config
        )
        listed.remove = True
        listed.start()


def _handed_in(opened: Course, assignment: str) -> dict[str, str]:
    """The students who handed in, each with the time of it."""
    found = {}
    for student in opened.students_who_handed_in(assignment):
        stamp = opened.submitted(student, assignment) / "timestamp.txt"
        try:
            found[student] = read_plain(stamp, 200).decode("utf-8", "replace")
        except (OSError, ValueError):
            found[student] = ""
    return found


def _late(
    opened: Course, assignment: str, handed_in: dict[str, str], t: Translator
) -> Iterator[str]:
    """Who handed in after the due date, or after the later one that nbgrader has for them."""
    try:
        with opened.gradebook() as gradebook:
            due = gradebook.find_assignment(assignment).duedate
            extensions = {
                each.student_id: each.extension or timedelta()
                for each in gradebook.assignment_submissions(assignment)
            }
    except (CourseError, MissingEntry):
        # Collected before the gradebook knows the assignment: it has no due date yet.
        return
    late = [
        f"{student} ({at:%Y-%m-%d %H:%M})"
        for student, written in handed_in.items()
        if due and (at := _time(written)) and at > due + extensions.get(student, timedelta())
    ]
    if due and late:
        yield t("handed in after the due date, {due} UTC ({number}): {names}").format(
            due=f"{due:%Y-%m-%d %H:%M}", number=t.number(len(late)), names=", ".join(late)
        )


def _time(written: str) -> datetime | None:
    """The time in UTC that `collect` writes into timestamp.txt; None for another text."""
    stamp, _, zone = written.strip().rpartition(" ")
    try:
        return datetime.fromisoformat(stamp).replace(tzinfo=None) if zone == "UTC" else None
    except ValueError:
        return None


def _missing(roster: list[Learner], handed_in: set[str], t: Translator) -> Iterator[str]:
    missing = [each.id for each in roster if each.id not in handed_in]
    if missing:
        yield t("not handed in ({number} of {all}): {names}").format(
            number=t.number(len(missing)), all=t.number(len(roster)), names=", ".join(missing)
        )
    strangers = sorted(handed_in - {each.id for each in roster})
    if roster and strangers:
        yield t("handed in, and not in the class list: {names}").format(names=", ".join(strangers))


def _translator(lang: str) -> Translator:
    return Translator("classroom", lang)


def _named(langs: Iterable[str]) -> str:
    return ", ".join(LANGUAGES[lang] for lang in langs)


def _has_arrived(api: NbGraderAPI, opened: Course, page: Path) -> bool:
    """Whether a page, as it was last written, is where its learner fetches it."""
    exchange = api.exchange.ReleaseFeedback(
        coursedir=opened.folders, authenticator=api.authenticator, config=api.config
    )
    root = getattr(exchange, "root", None)
    if root is None:
        return True
    try:
        there = Path(root, opened.folders.course_id, "feedback", released_name(page))
        return there.is_file() and filecmp.cmp(page, there)
    except (OSError, ValueError, Unreadable):
        return False
