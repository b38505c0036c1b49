"""The notes that people read: the manually graded cells of nbgrader's gradebook.

A decision is kept as formgrader keeps it (manual_score, manual_comment, needs_manual_grade False),
so that either may be used. The criteria with and without a point are lines at the end of the
comment: the learner reads them in the feedback, and the desk reads the ticks back from them.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    GradeCell,
    Notebook,
    SolutionCell,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from autograder.errors import CourseError
from autograder.grading.course import Course
from classroom.hub.steps import language_handed_in
from course.errors import describe

LONGEST_COMMENT = 10_000
"""Characters of a comment."""

MOST_SUGGESTED = 8
"""Comments used before that are offered."""

TICKED, OPEN = "☑", "☐"
"""Beginnings of the lines for a criterion with its point, and for one without."""

TICKS = re.compile(rf"(?:\A|\n)((?:[{TICKED}{OPEN}] [^\n]*(?:\n|\Z))+)\Z")


class Changed(CourseError):
    """Somebody else has saved a decision, or the work has changed, since the page was opened."""


@dataclass(frozen=True)
class Note:
    """A note of one learner as the gradebook knows it; `id` is that of the grade."""

    id: str
    student: str
    assignment: str
    notebook: str
    cell: str
    out_of: float
    submission: str
    """The id of the submitted notebook, by which formgrader knows it."""
    waiting: bool
    auto_score: float | None
    score: float | None
    comment: str
    lang: str
    comment_cell: str

    @property
    def read(self) -> bool:
        """Whether a person has decided about it."""
        return self.score is not None and not self.waiting

    def version(self, digest: str) -> str:
        """A mark of the decision and the text, which changes when either of them does."""
        state = [self.waiting, self.auto_score, self.score, self.comment, digest]
        return hashlib.sha256(json.dumps(state).encode()).hexdigest()


def assignments_with_notes(course: Course) -> dict[str, tuple[int, int]]:
    """The assignments that have a note to read, each with how many wait and how many there are."""
    found = {}
    with course.gradebook() as gradebook:
        names = sorted(each.name for each in gradebook.assignments)
        for name in names:
            rows = _rows(gradebook.db, Assignment.name == name)
            if rows:
                found[name] = (sum(row.needs_manual_grade for row in rows), len(rows))
    return found


def notes_of(course: Course, assignment: str) -> list[Note]:
    """The notes of an assignment, by student."""
    with course.gradebook() as gradebook:
        rows = _rows(gradebook.db, Assignment.name == assignment)
    langs: dict[str, str] = {}
    for row in rows:
        if row.student_id not in langs:
            langs[row.student_id] = _language(course, row.student_id, assignment)
    return [_note(row, langs[row.student_id]) for row in rows]


def note(course: Course, id: str) -> Note | None:
    """The note with that id; None where the gradebook has none."""
    with course.gradebook() as gradebook:
        rows = _rows(gradebook.db, Grade.id == id)
    if not rows:
        return None
    return _note(rows[0], _language(course, rows[0].student_id, rows[0].assignment))


def _language(course: Course, student: str, assignment: str) -> str:
    return language_handed_in(course.autograded(student, assignment))


def _note(row: Any, lang: str) -> Note:
    return Note(
        id=row.id,
        student=row.student_id,
        assignment=row.assignment,
        notebook=row.notebook,
        cell=row.cell,
        out_of=row.max_score or 0,
        submission=row.submission,
        waiting=bool(row.needs_manual_grade),
        auto_score=row.auto_score,
        score=row.manual_score,
        comment=row.manual_comment or "",
        lang=lang,
        comment_cell=row.comment_cell,
    )


def _rows(db: Session, which: Any) -> Sequence[Any]:
    """The grades of cells that a person grades, each with its comment, by student.

    These are the graded cells that learners write in: solution cells, which have the comment, and
    task cells.
    """
    graded, task = GradeCell.__table__, TaskCell.__table__
    comment_cell = BaseCell.__table__.alias()
    solution, of_task = (kind.__mapper__.polymorphic_identity for kind in (SolutionCell, TaskCell))
    cell = BaseCell.__table__
    return db.execute(
        select(
            Grade.id,
            SubmittedAssignment.student_id,
            Assignment.name.label("assignment"),
            Notebook.name.label("notebook"),
            cell.c.name.label("cell"),
            func.coalesce(graded.c.max_score, task.c.max_score).label("max_score"),
            SubmittedNotebook.id.label("submission"),
            Grade.needs_manual_grade,
            Grade.auto_score,
            Grade.manual_score,
            Comment.manual_comment,
            comment_cell.c.id.label("comment_cell"),
        )
        .select_from(Grade)
        .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(cell, cell.c.id == Grade.cell_id)
        .join(
            comment_cell,
            (comment_cell.c.notebook_id == cell.c.notebook_id)
            & (comment_cell.c.name == cell.c.name)
            & comment_cell.c.type.in_([solution, of_task]),
        )
        .outerjoin(graded, graded.c.id == cell.c.id)
        .outerjoin(task, task.c.id == cell.c.id)
        .outerjoin(
            Comment,
            (Comment.notebook_id == SubmittedNotebook.id) & (Comment.cell_id == comment_cell.c.id),
        )
        .where(which)
        .order_by(SubmittedAssignment.student_id, Notebook.name, cell.c.name)
    ).all()


def save(course: Course, seen: Note, score: float, comment: str) -> None:
    """Keep a decision about a note in the gradebook, if it is still as it was seen.

    Two statements in one transaction, each with what was seen in its WHERE clause: of two readers
    who save at the same moment, the second gets Changed. Raises CourseError for a gradebook that
    cannot be written.
    """
    grade, said = Grade.__table__, Comment.__table__
    with course.gradebook() as gradebook:
        db = gradebook.db
        try:
            given = db.execute(
                update(grade)
                .where(
                    grade.c.id == seen.id,
                    grade.c.manual_score.is_not_distinct_from(seen.score),
                    grade.c.auto_score.is_not_distinct_from(seen.auto_score),
                    grade.c.needs_manual_grade == seen.waiting,
                )
                .values(manual_score=score, needs_manual_grade=False)
            )
            whose = (said.c.notebook_id == seen.submission) & (said.c.cell_id == seen.comment_cell)
            as_seen = said.c.manual_comment.is_not_distinct_from(seen.comment or None)
            if not seen.comment:
                as_seen |= said.c.manual_comment == ""
            kept = (
                given.rowcount
                and db.execute(
                    update(said).where(whose, as_seen).values(manual_comment=comment or None)
                ).rowcount
            )
            if not kept and not (given.rowcount and _made(db, seen, comment)):
                raise Changed("somebody else has saved this note since you opened it")
            db.commit()
        except DBAPIError as error:
            db.rollback()
            raise CourseError(
                f"the gradebook could not be written ({describe(error.orig or error)}); nothing "
                "was saved: save again"
            ) from error
        except BaseException:
            db.rollback()
            raise


def _made(db: Session, seen: Note, comment: str) -> bool:
    """Make the row of a comment; False if the gradebook has one, which is then not as seen."""
    said = Comment.__table__
    whose = (said.c.notebook_id == seen.submission) & (said.c.cell_id == seen.comment_cell)
    if db.execute(select(said.c.id).where(whose)).first():
        return False
    row = {"notebook_id": seen.submission, "cell_id": seen.comment_cell, "manual_comment": comment}
    db.execute(insert(said), row)
    return True


# Comments


def with_ticks(text: str, titles: Sequence[str], ticked: Sequence[bool]) -> str:
    """A comment with a line for each criterion at its end."""
    lines = [
        f"{TICKED if tick else OPEN} {title}" for title, tick in zip(titles, ticked, strict=True)
    ]
    return "\n\n".join(part for part in (text, "\n".join(lines)) if part)


def without_ticks(comment: str, number: int) -> tuple[str, list[bool] | None]:
    """The text of a comment, and the ticks at its end; None if it has no such lines."""
    found = TICKS.search(comment)
    lines = found[1].splitlines() if found else []
    if not found or not number or len(lines) < number:
        return comment.strip(), None
    kept = [*comment[: found.start()].split("\n"), *lines[:-number]]
    ticks = [line.startswith(TICKED) for line in lines[-number:]]
    return "\n".join(kept).strip(), ticks


def used_before(notes: Sequence[Note], about: Note) -> list[str]:
    """The comments on other notes of the same cell in the same language, most frequent first."""
    counted = Counter(
        text
        for each in notes
        if each.id != about.id
        and (each.notebook, each.cell, each.lang) == (about.notebook, about.cell, about.lang)
        and (text := _own_text(each.comment))
    )
    return [text for text, _ in counted.most_common(MOST_SUGGESTED)]


def _own_text(comment: str) -> str:
    found = TICKS.search(comment)
    return comment[: found.start()].strip() if found else comment.strip()
