"""The class list: who learns, in which language and cohort."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import CourseError
from course.files import write_atomic
from course.language import LANGUAGES, SOURCE

if TYPE_CHECKING:
    # A hub reads class lists where nbgrader is not installed.
    from autograder.grading.course import Course

ROSTER = "roster.csv"
"""The class list of a course, in its folder; learners cannot read it."""

LARGEST = 2**20
"""Bytes of a class list that are read."""

DELIMITERS = ",;\t"
"""Spreadsheets write semicolons where the comma is the decimal mark."""

COLUMNS = {
    "id": ("id", "student_id", "username", "identifiant", "identificador", "usuario", "usuário"),
    "name": ("name", "nom", "nombre", "nome"),
    "email": ("email", "e_mail", "mail", "courriel", "correo", "correo_electrónico"),
    "language": ("language", "lang", "langue", "idioma", "lengua", "língua"),
    "cohort": ("cohort", "cohorte", "groupe", "grupo", "turma"),
    "group": ("group", "team", "équipe", "equipe", "equipo"),
}
"""The columns of a class list, each with the headings by which it is recognised."""

IDENTIFIER = re.compile(r"(?!\.{1,2}\Z)[A-Za-z0-9._@-]{1,60}")
"""An id is the name of a folder, so it is not `.` or `..`."""

NAMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}|")
"""A cohort or a group; empty for none."""


@dataclass(frozen=True, order=True)
class Learner:
    """A line of the class list.

    `id` is the name by which the learner logs in and hands in; `language` a code such as "fr";
    the others may be empty. Learners of one `group` hand in together: see groups.py.
    """

    id: str
    name: str = ""
    email: str = ""
    language: str = SOURCE
    cohort: str = ""
    group: str = ""


def read_roster(file: Path) -> list[Learner]:
    """The learners of a class list, in its order. Raises CourseError for the first fault.

    A CSV file in UTF-8 with a heading; commas, semicolons or tabs. The column `id` is required.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise CourseError(f"{file}: larger than a class list can be ({LARGEST:,} bytes)")
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CourseError(f"{file}: not in UTF-8; save it as “CSV UTF-8”") from error
    except OSError as error:
        raise CourseError(f"{file}: {error.strerror}") from error
    heading = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=heading.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        columns = _columns(file, rows.fieldnames or [])
        learners: dict[str, Learner] = {}
        for row in rows:
            where = f"{file}, line {rows.line_num}"
            learner = _learner(where, {name: row.get(key) or "" for name, key in columns.items()})
            if learner.id in learners:
                raise CourseError(f"{where}: {learner.id} is in the list twice; remove one line")
            learners[learner.id] = learner
    except csv.Error as error:
        raise CourseError(f"{file}, line {rows.line_num}: {error}") from error
    if not learners:
        raise CourseError(f"{file}: no learners in it; write one a line below the heading")
    return list(learners.values())


def _columns(file: Path, headings: Iterable[str]) -> dict[str, str]:
    known = {written: name for name, forms in COLUMNS.items() for written in forms}
    found: dict[str, str] = {}
    for heading in headings:
        name = known.get(re.sub(r"[\s-]+", "_", (heading or "").strip().lower()))
        if name in found:
            raise CourseError(f"{file}: two columns for {name}: {found[name]} and {heading}")
        if name:
            found[name] = heading
    if "id" not in found:
        raise CourseError(
            f"{file}: no column “id” in its first line; the columns are: {', '.join(COLUMNS)}"
        )
    return found


def _learner(where: str, row: dict[str, str]) -> Learner:
    values = {name: value.strip() for name, value in row.items()}
    if not IDENTIFIER.fullmatch(values["id"]):
        raise CourseError(
            f"{where}: {values['id']!r} cannot be an id: use letters, digits and . _ @ -"
        )
    lang = values.get("language", "").lower()
    by_name = {name.lower(): code for code, name in LANGUAGES.items()}
    lang = by_name.get(lang, lang) or SOURCE
    if lang not in LANGUAGES:
        raise CourseError(f"{where}: no language {lang!r}; the course has {', '.join(LANGUAGES)}")
    for name in ("cohort", "group"):
        if not NAMED.fullmatch(values.get(name, "")):
            raise CourseError(
                f"{where}: {values[name]!r} cannot be a {name}: use letters, digits and . _ -"
            )
    return Learner(**{**values, "language": lang})


def write_roster(course: "Course", learners: Iterable[Learner]) -> Path:
    """Keep a class list in the course, and enter its learners into the gradebook.

    Learners who are in the gradebook and not in the list keep their work and points.
    """
    kept = list(learners)
    with course.gradebook() as gradebook:
        for each in kept:
            first, _, last = each.name.rpartition(" ")
            gradebook.update_or_create_student(
                each.id, first_name=first or None, last_name=last or None, email=each.email or None
            )
    file = course.root / ROSTER
    write_atomic(file, roster_text(kept))
    file.chmod(0o600)
    return file


def roster_text(learners: Iterable[Learner]) -> str:
    """A class list as CSV."""
    written = io.StringIO()
    names = [field.name for field in fields(Learner)]
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(names)
    rows.writerows([getattr(each, name) for name in names] for each in learners)
    return written.getvalue()


def roster_of(folder: Path) -> list[Learner]:
    """The class list of the course in a folder; empty where none was given."""
    file = folder / ROSTER
    return read_roster(file) if file.is_file() else []
