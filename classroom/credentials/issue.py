"""Issuing and revoking: from the gradebook to signed files and a status list."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbgrader.api import Student

from autograder.errors import CourseError
from autograder.grading.course import Course
from classroom.credentials.badge import Award, achievement_id, badge
from classroom.credentials.earned import EARNED, SHORT, WAITING, Standings, standings
from classroom.credentials.jws import sign
from classroom.credentials.key_pair import LONGEST_NAME, STATUS, School
from classroom.credentials.refusals import Rejected
from classroom.credentials.register import Issued, Register, register
from classroom.credentials.status_list import status_list
from classroom.credentials.timestamps import now, written
from classroom.credentials.verification_page import pages
from classroom.credentials.verify import read_badge
from classroom.hub.roster import roster_of
from course.files import write_atomic
from course.language import SOURCE

FILE_NAME = re.compile(r"[A-Za-z0-9._@-]{1,60}")
"""Students whose id can be a part of a file's name."""


@dataclass(frozen=True)
class Person:
    """A student as a credential names him or her."""

    name: str
    lang: str = SOURCE


@dataclass
class IssueResult:
    """What a call did: files by student, and whom it left out for which reason.

    `later` and `short` are students for each part; the other four are lines for people.
    """

    new: list[tuple[str, str]] = field(default_factory=list)
    before: list[tuple[str, str]] = field(default_factory=list)
    later: dict[str, list[str]] = field(default_factory=dict)
    short: dict[str, list[str]] = field(default_factory=dict)
    attention: list[str] = field(default_factory=list)
    revoked: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    unusable: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether nothing is left that the school has to decide."""
        return not (self.attention or self.lost or self.unusable)


def issue(
    folder: Path,
    what: str,
    school: School,
    out: Path,
    student: str | None = None,
    until: datetime | None = None,
) -> IssueResult:
    """Issue what was earned in a module, or in the whole course, and not issued before.

    Parameters
    ----------
    folder : Path
        The course, with its gradebook.
    what : str
        A module's slug, or "course".
    out : Path
        The folder for the credentials, a file for each; it is made when it is not there.
    student : str, optional
        Only this student. To name one is a person's decision: what was revoked is then issued
        anew, and what grading left to a person is certified.
    until : datetime, optional
        The end of their validity; without it they have none.

    Raises CourseError; then nothing is issued.
    """
    course = Course.open(folder)
    found = standings(course, what)
    people = _people(course)
    if student is not None:
        if student not in people:
            raise CourseError(f"no student {student!r} in the gradebook of {course.root}")
        found = {name: each for name, each in found.items() if name == student}
    _make(out)
    done = IssueResult()
    moment = now()
    with register(school.register) as kept:
        files = list(
            _issued(kept, course, what, school, found, people, done, moment, until, bool(student))
        )
        revoked = kept.revoked()
    for name, token in files:
        _write(out / name, token + "\n", private=True)
    publish(school, revoked, moment)
    return done


def _issued(
    kept: Register,
    course: Course,
    what: str,
    school: School,
    found: Standings,
    people: dict[str, Person],
    done: IssueResult,
    moment: datetime,
    until: datetime | None,
    named: bool,
) -> Iterator[tuple[str, str]]:
    """Enter new credentials into the register; yields each file's name and content."""
    for student in sorted(found):
        standing = found[student]
        for part, tally in standing.parts.items():
            subject = kept.subject(course.folders.course_id, student)
            achievement = achievement_id(school.issuer, what, part)
            known = kept.of(subject, achievement)
            valid = known if known and not known.revoked else None
            doubtful = standing.attention and not named
            if tally.state != EARNED or doubtful:
                if doubtful and student not in done.attention:
                    done.attention.append(student)
                if tally.state == WAITING:
                    done.later.setdefault(part, []).append(student)
                if tally.state == SHORT:
                    done.short.setdefault(part, []).append(student)
                if valid:
                    done.lost.append(f"{student}, {part}: {valid.id}")
                continue
            person = people[student]
            file = f"{what}-{part}-{student}.jwt"
            if not FILE_NAME.fullmatch(student) or not is_name(person.name):
                line = f"{student}: its id or name is not allowed in a credential"
                done.unusable += [line] if line not in done.unusable else []
            elif valid and valid.name != person.name:
                done.unusable.append(
                    f"{student}: it is issued to the name {valid.name!r}, and the class list "
                    f"has {person.name!r}; revoke {valid.id} first"
                )
            elif valid:
                done.before.append((student, part))
                yield file, valid.token
            elif known and not named:
                done.revoked.append(f"{student}, {part}")
            else:
                award = Award(what, part, tally, subject, person.name, person.lang)
                payload = badge(school.issuer, award, kept.free_place(), moment, until)
                token = sign(payload, school.key)
                place = int(payload["credentialStatus"]["statusListIndex"])
                kept.add(
                    subject,
                    Issued(payload["id"], achievement, person.name, place, token, ""),
                    written(moment),
                )
                done.new.append((student, part))
                yield file, token


def revoke(school: School, which: str) -> Issued:
    """Revoke a credential by its file or its id, and sign the status list. Raises CourseError."""
    moment = now()
    identifier = which if which.startswith("urn:uuid:") else _identifier(Path(which), school)
    with register(school.register) as kept:
        found = kept.find(identifier)
        if found is None:
            raise CourseError(f"{which}: {school.register} has no such credential")
        if not found.revoked:
            kept.revoke(identifier, written(moment))
        revoked = kept.revoked()
    publish(school, revoked, moment)
    return found


def renew(school: School) -> tuple[int, int]:
    """Sign the status list anew; returns how many credentials are issued, and revoked of them."""
    with register(school.register) as kept:
        revoked, count = kept.revoked(), kept.count()
    publish(school, revoked, now())
    return count, len(revoked)


def publish(school: School, revoked: Sequence[int], moment: datetime) -> None:
    """Write the status list, and the pages that verify, into the folder to publish."""
    listed = status_list(school.issuer.id, school.issuer.status, revoked, moment)
    _write(school.public / STATUS, sign(listed, school.key) + "\n")
    for name, content in pages(school.issuer).items():
        _write(school.public / name, content)


def is_name(name: str) -> bool:
    """Whether a credential can show a name: nothing in it is invisible or changes directions."""
    return bool(name) and len(name) <= LONGEST_NAME and name.isprintable()


def _people(course: Course) -> dict[str, Person]:
    """The students of the gradebook, by the class list where it has them."""
    with course.gradebook() as gradebook:
        found = {
            row.id: Person(_name(f"{row.first_name or ''} {row.last_name or ''}") or row.id)
            for row in gradebook.db.query(Student)
        }
    for each in roster_of(course.root):
        if each.id in found:
            found[each.id] = Person(_name(each.name) or found[each.id].name, each.lang)
    return found


def _name(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split(" ")).strip()


def _identifier(file: Path, school: School) -> str:
    try:
        return read_badge(file, school.issuer).id
    except Rejected as error:
        raise CourseError(f"{file}: {error}") from error


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CourseError(f"{out}: cannot be made ({error.strerror}); name another") from error


def _write(path: Path, content: str, private: bool = False) -> None:
    try:
        write_atomic(path, content, mode=0o600 if private else 0o644)
    except OSError as error:
        raise CourseError(
            f"{path}: cannot be written ({error.strerror}); what was issued is in the register: "
            "fix that and call again"
        ) from error
