"""The class list: who learns, in which language and cohort."""

import codecs
import csv
import io
import re
import unicodedata
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

LARGEST_ROSTER = 2**20
"""Bytes of a class list that are read."""

DELIMITERS = ",;\t"
"""Spreadsheets write semicolons where the comma is the decimal mark."""

COLUMNS = {
    "id": (
        "id", "student id", "username", "login", "identifiant", "matricule", "identificador",
        "usuario", "matrícula", "usuário",
    ),
    "name": (
        "name", "full name", "nom", "nom et prénom", "prénom et nom", "nombre",
        "apellidos y nombre", "nombre y apellidos", "nome", "nome completo",
    ),
    "first name": ("first name", "given name", "prénom"),
    "last name": (
        "last name", "family name", "surname", "nom de famille", "apellido", "apellidos",
        "sobrenome", "apelido",
    ),
    "email": ("email", "e-mail", "mail", "courriel", "correo", "correo electrónico"),
    "language": ("language", "lang", "langue", "idioma", "lengua", "língua"),
    "cohort": ("cohort", "cohorte", "groupe", "grupo", "turma"),
    "group": ("group", "team", "équipe", "equipe", "equipo"),
}  # fmt: skip
"""The columns of a class list, each with the headings by which it is recognised.

“nom” beside “prénom” is the family name, “nombre” beside “apellidos” the given name.
"""

LANGUAGE_NAMES = {
    "en": ("english", "anglais", "inglés", "inglês"),
    "fr": ("french", "français", "francés", "francês"),
    "es": ("spanish", "espagnol", "español", "espanhol"),
    "pt": ("portuguese", "portugais", "portugués", "português"),
}
"""The languages of the course, in each of them; codes such as fr-FR are known without this."""

MOST_FAULTS = 10
"""Faults of a list that are named at once."""

IDENTIFIER = re.compile(r"(?!-|\.{1,2}\Z)[A-Za-z0-9._@-]{1,60}")
"""An id is the name of a folder, so it is not `.` or `..`, and no command's option."""

SEPARATOR = re.compile(r"sep=([,;\t])")
NAMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}|")
"""A cohort or a group; empty for none."""


@dataclass(frozen=True, order=True)
class Learner:
    """A line of the class list.

    `id` is the name by which the learner logs in and hands in; `language` a code such as "fr";
    all but the `id` may be empty. Learners of one `group` hand in together: see groups.py.
    """

    id: str
    name: str = ""
    email: str = ""
    language: str = ""
    cohort: str = ""
    group: str = ""

    @property
    def lang(self) -> str:
        """The language in which to write to the learner; English where the list names none."""
        return self.language or SOURCE


def read_roster(file: Path) -> list[Learner]:
    """The learners of a class list, in its order. Raises CourseError, which names all faults.

    A CSV file as spreadsheets write it: in UTF-8, or in UTF-16 with its mark; commas, semicolons or
    tabs; a heading, before which `sep=;` can be. A column with the id is required; without one, the
    e-mail is the id. Empty lines count as nothing.
    """
    text = _decoded(file)
    first, _, rest = text.partition("\n")
    said = SEPARATOR.fullmatch(first.rstrip("\r"))
    if said:
        text = rest
    heading = text.partition("\n")[0]
    delimiter = said[1] if said else max(DELIMITERS, key=heading.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    learners: dict[str, Learner] = {}
    lines: dict[str, int] = {}
    faults: list[str] = []
    try:
        headings = next(rows, [])
        columns = _columns(file, headings)
        for row in rows:
            line = rows.line_num + bool(said)
            if not any(value.strip() for value in row):
                continue
            learner, wrong = _learner({name: row[k] for name, k in columns.items() if k < len(row)})
            if any(value.strip() for value in row[len(headings) :]):
                wrong.append("more values than the first line has columns; quote those with commas")
            if not wrong:
                # JupyterHub turns names into small letters.
                before = lines.setdefault(learner.id.lower(), line)
                if learner.id in learners:
                    wrong.append(f"{learner.id} is in the list twice; remove one line")
                elif before != line:
                    wrong.append(f"{learner.id} differs from line {before} in capitals only")
            faults += [f"line {line}: {each}" for each in wrong]
            learners[learner.id] = learner
    except csv.Error as error:
        faults.append(f"line {rows.line_num + bool(said)}: {error}")
    if faults:
        more = len(faults) - MOST_FAULTS
        shown = faults[:MOST_FAULTS] + ([f"and {more} more"] if more > 0 else [])
        raise CourseError(f"{file}: {'; '.join(shown)}")
    if not learners:
        raise CourseError(f"{file}: no learners in it; write one a line below the heading")
    return list(learners.values())


def _decoded(file: Path) -> str:
    """The text of a class list. Raises CourseError."""
    try:
        if file.stat().st_size > LARGEST_ROSTER:
            raise CourseError(f"{file}: larger than a class list can be ({LARGEST_ROSTER:,} bytes)")
        content = file.read_bytes()
        is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return content.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise CourseError(f"{file}: not in UTF-8; save it as “CSV UTF-8”") from error
    except OSError as error:
        raise CourseError(f"{file}: {error.strerror}") from error


def _plain(text: str) -> str:
    """A word without accents, capitals and marks, to compare what people type."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", letters)))


def _columns(file: Path, headings: list[str]) -> dict[str, int]:
    """Where each known column is. Raises CourseError."""
    known = {_plain(written): name for name, forms in COLUMNS.items() for written in forms}
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        name = known.get(_plain(heading))
        if name in found:
            raise CourseError(
                f"{file}: two columns for {name}: {headings[found[name]]} and {heading}"
            )
        if name:
            found[name] = place
    if "id" not in found and "email" in found:
        found["id"] = found["email"]
    if "id" not in found:
        understood = "; ".join(f"{name}: {', '.join(forms)}" for name, forms in COLUMNS.items())
        raise CourseError(
            f"{file}: no column “id” in its first line. The headings that are understood are "
            f"{understood}"
        )
    return found


def _learner(row: dict[str, str]) -> tuple[Learner, list[str]]:
    """The learner of a line, and what is wrong with it."""
    # Python 3.11 writes a carriage return in a value so that it cannot be read again.
    values = {name: " ".join(value.split()) for name, value in row.items()}
    faults = []
    if not IDENTIFIER.fullmatch(values.get("id", "")):
        faults.append(f"{values.get('id', '')!r} cannot be an id: use letters, digits and . _ @ -")
    lang = _language(values.get("language", ""))
    if lang is None:
        faults.append(f"no language {values['language']!r}; the course has {', '.join(LANGUAGES)}")
    for name in ("cohort", "group"):
        if not NAMED.fullmatch(values.get(name, "")):
            faults.append(f"{values[name]!r} cannot be a {name}: use letters, digits and . _ -")
    given, name, family = (values.pop(key, "") for key in ("first name", "name", "last name"))
    if not (given and family):
        # Of these two columns, at most one is there beside the name: the name is the other part.
        name = " ".join(filter(None, (given, name, family)))
    else:
        name = name or f"{given} {family}"
    return Learner(**{**values, "name": name, "language": lang or ""}), faults


def _language(text: str) -> str | None:
    """The code of a language that somebody typed; empty for none, None if it is not known."""
    written = _plain(text)
    code = written.partition(" ")[0]
    names = {_plain(name): lang for lang, forms in LANGUAGE_NAMES.items() for name in forms}
    if not text:
        return ""
    return code if code in LANGUAGES else names.get(written)


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
