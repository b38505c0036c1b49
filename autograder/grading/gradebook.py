"""The one writer: puts graded notebooks in place and their points into nbgrader's gradebook.

Each submission is one transaction, then one exchange of folders. Whatever is cut off in between is
found undone by the next run and done again; the folder in place means that the points are kept.
That holds after a power cut too: each step is on the disk before the next begins.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SolutionCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
    new_uuid,
)
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import Boolean, Connection, bindparam, event, insert, make_url, select, update
from sqlalchemy.exc import DBAPIError, OperationalError
from traitlets.config import Config

from autograder.errors import Stopped
from autograder.files import fsync
from autograder.records import CellScores

PATIENCE = 60.0
"""Seconds that a gradebook may be away or locked before grading stops."""

# nbgrader's tables. Its objects would load each other, a dozen statements a submission.
ASSIGNMENT, NOTEBOOK, CELL, STUDENT, SUBMISSION, SUBMITTED, GRADE, COMMENT = (
    kind.__table__
    for kind in (
        Assignment,
        Notebook,
        BaseCell,
        Student,
        SubmittedAssignment,
        SubmittedNotebook,
        Grade,
        Comment,
    )
)

GRADED_CELL = GradeCell.__mapper__.polymorphic_identity

# Columns that grading overwrites, one row each.
GIVE = (
    update(GRADE)
    .where(GRADE.c.id == bindparam("row"))
    .values(
        auto_score=bindparam("auto"),
        # Looked at in the database: a person may be giving points at this moment.
        needs_manual_grade=bindparam("open", type_=Boolean)
        | (bindparam("handed_in", type_=Boolean) & GRADE.c.manual_score.is_not(None)),
    )
)
SAY = (
    update(COMMENT)
    .where(COMMENT.c.id == bindparam("row"))
    .values(auto_comment=bindparam("comment"))
)
PENALISE = (
    update(SUBMITTED)
    .where(SUBMITTED.c.id == bindparam("row"))
    .values(late_submission_penalty=bindparam("penalty"))
)


def grade_rows(
    gradebook: Gradebook, assignment: Assignment
) -> Iterable[tuple[str, str, str, Grade]]:
    """Student, notebook, cell and grade, of all submissions of an assignment at once."""
    rows: Iterable[tuple[str, str, str, Grade]] = (
        gradebook.db.query(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Grade)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .filter(SubmittedAssignment.assignment_id == assignment.id)
    )
    return rows


@dataclass(frozen=True)
class _Cell:
    """A cell that has points or is commented on; its kind is the name of its table."""

    notebook: str
    name: str
    kind: str
    max_score: float


@dataclass(frozen=True)
class _Known:
    """An assignment as the gradebook knows it; read once, for it does not change in a run."""

    id: str
    due: datetime | None
    notebooks: dict[str, str]
    cells: dict[str, _Cell]


class Writer:
    """Writes into one course; only one of its kind at a time.

    Parameters
    ----------
    config : Config
        The course's configuration: how late work is penalised, what may be read by whom.
    patience : float
        Seconds that the gradebook may be away before grading stops.
    """

    def __init__(self, coursedir: CourseDirectory, config: Config, patience: float = PATIENCE):
        self._coursedir = coursedir
        self._gradebook = Gradebook(coursedir.db_url, coursedir.course_id)
        event.listen(self._gradebook.engine, "connect", _lastingly)
        self._gradebook.engine.dispose()
        self._patience = patience
        self._told = Autograde(coursedir=coursedir, config=config)
        self._penalties = AssignLatePenalties(config=config)
        self._penalties.init_plugin()
        self._known: dict[str, _Known] = {}

    def close(self) -> None:
        self._gradebook.close()

    def save(
        self,
        student: str,
        assignment: str,
        notebooks: dict[str, CellScores],
        files: dict[str, bytes],
        timestamp: datetime | None,
    ) -> tuple[float, float]:
        """Keep what grading one submission gave; returns its points and how many there are.

        Parameters
        ----------
        notebooks : dict
            By name, those that were graded. A notebook of the assignment that is not among them
            was not handed in and gets 0.
        files : dict
            Everything that belongs into autograded/, by path.
        timestamp : datetime, optional
            When it was handed in, in UTC.

        Raises Stopped when the gradebook stays away; what was not kept is graded next time.
        Other errors are this submission's own.
        """
        place = Path(
            self._coursedir.format_path(self._coursedir.autograded_directory, student, assignment)
        )
        new, _ = _beside(place)
        try:
            self._write_folder(new, files)
            points = self._patiently(
                lambda connection: self._record(
                    connection, student, assignment, notebooks, timestamp
                )
            )
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        _exchange(place)
        return points

    def _write_folder(self, folder: Path, files: dict[str, bytes]) -> None:
        """A new folder with these files, in place of what a cut-off run left there."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        mode = int(str(self._told.permissions), 8)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            path.chmod(mode)
        # The graded notebooks are nowhere else; other files are copies of what was handed in.
        fsync(*(folder / name for name in files if name.endswith(".ipynb")), folder)
        if self._coursedir.groupshared:
            for made in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
                made.chmod(0o2775)

    def _patiently(self, act: Callable[[Connection], tuple[float, float]]) -> tuple[float, float]:
        """One transaction, begun again while the gradebook is locked or away."""
        gives_up = time.monotonic() + self._patience
        pause = 0.1
        while True:
            try:
                with self._gradebook.engine.begin() as connection:
                    return act(connection)
            except DBAPIError as error:
                if not _is_away(error):
                    raise
                if not _may_pass(error) or time.monotonic() + pause > gives_up:
                    url = make_url(self._coursedir.db_url).render_as_string(hide_password=True)
                    reason = " ".join(str(error.orig).split())
                    raise Stopped(
                        f"{url}: points cannot be kept ({reason}); what was kept stays: "
                        "fix that and call again to go on"
                    ) from error
            time.sleep(pause)
            pause = min(2 * pause, 5.0)

    def _record(
        self,
        connection: Connection,
        student: str,
        assignment: str,
        notebooks: dict[str, CellScores],
        timestamp: datetime | None,
    ) -> tuple[float, float]:
        if assignment not in self._known:
            self._known[assignment] = _read_assignment(connection, assignment)
        known = self._known[assignment]
        self._require_student(connection, student)
        submission, extension, handed_in = _submission(connection, known, student, timestamp)
        names = {known.notebooks[row.notebook_id]: row.id for row in submission}
        grades = _of(connection, GRADE, list(names.values()))
        scores: dict[str, float] = dict.fromkeys(names, 0.0)
        given, said = [], []
        for grade in grades:
            cell = known.cells[grade.cell_id]
            graded = notebooks.get(cell.notebook)
            auto = grade.auto_score
            if graded is None:
                auto = 0.0
            elif cell.kind == GRADED_CELL:
                # A cell that is no longer there keeps no points of an earlier hand-in.
                auto = graded.scores.get(cell.name)
            if graded is None or cell.kind == GRADED_CELL:
                given.append(
                    {
                        "row": grade.id,
                        "auto": auto,
                        "open": auto is None,
                        "handed_in": graded is not None,
                    }
                )
            scores[cell.notebook] += _score(auto, grade.manual_score, grade.extra_credit)
        for comment in _of(connection, COMMENT, list(names.values())):
            cell = known.cells[comment.cell_id]
            if (graded := notebooks.get(cell.notebook)) is not None:
                said.append({"row": comment.id, "comment": graded.comments.get(cell.name)})
        late = _seconds_late(known.due, extension, handed_in)
        penalties = [
            {
                "row": row,
                "penalty": self._penalty(student, scores[name], late)
                if late > 0 and name in notebooks
                else None,
            }
            for name, row in names.items()
        ]
        for change, rows in ((GIVE, given), (SAY, said), (PENALISE, penalties)):
            if rows:
                connection.execute(change, rows)
        return sum(scores.values()), sum(known.cells[each.cell_id].max_score for each in grades)

    def _require_student(self, connection: Connection, student: str) -> None:
        if connection.scalar(select(STUDENT.c.id).where(STUDENT.c.id == student)) is None:
            if not self._told.create_student:
                raise LookupError(f"no student {student!r} in the gradebook")
            connection.execute(insert(STUDENT), {"id": student})

    def _penalty(self, student: str, score: float, late: float) -> float | None:
        """The penalty for being late, by the course's own rule."""
        penalty = self._penalties.plugin_inst.late_submission_penalty(student, score, late)
        if penalty is None:
            return None
        checked: float | None = self._penalties._check_late_penalty(
            SimpleNamespace(score=score), penalty
        )
        return checked


# Rows of the gradebook


def _read_assignment(connection: Connection, name: str) -> _Known:
    found = connection.execute(
        select(ASSIGNMENT.c.id, ASSIGNMENT.c.duedate).where(ASSIGNMENT.c.name == name)
    ).one()
    notebooks = {
        row.id: row.name
        for row in connection.execute(
            select(NOTEBOOK.c.id, NOTEBOOK.c.name).where(NOTEBOOK.c.assignment_id == found.id)
        )
    }
    points = {
        row.id: row.max_score
        for kind in (GradeCell, TaskCell)
        for row in connection.execute(select(kind.__table__.c.id, kind.__table__.c.max_score))
    }
    cells = connection.execute(select(CELL).where(CELL.c.notebook_id.in_(notebooks)))
    return _Known(
        found.id,
        found.duedate,
        notebooks,
        {
            row.id: _Cell(notebooks[row.notebook_id], row.name, row.type, points.get(row.id, 0.0))
            for row in cells
        },
    )


def _submission(
    connection: Connection, known: _Known, student: str, timestamp: datetime | None
) -> tuple[list[Any], timedelta | None, datetime | None]:
    """The submission's notebooks, its extension and its time; all are made where there are none."""
    whose = (SUBMISSION.c.assignment_id == known.id) & (SUBMISSION.c.student_id == student)
    found = connection.execute(select(SUBMISSION).where(whose)).one_or_none()
    if found is None:
        row = new_uuid()
        _make_submission(connection, known, student, row, timestamp)
        extension, before = None, None
    else:
        row, extension, before = found.id, found.extension, found.timestamp
        if timestamp is not None and timestamp != before:
            connection.execute(update(SUBMISSION).where(whose), {"timestamp": timestamp})
    notebooks = connection.execute(
        select(SUBMITTED.c.id, SUBMITTED.c.notebook_id).where(SUBMITTED.c.assignment_id == row)
    )
    return list(notebooks), extension, timestamp or before


def _make_submission(
    connection: Connection, known: _Known, student: str, submission: str, timestamp: datetime | None
) -> None:
    """A submission as nbgrader makes one: with all its cells, none of them graded."""
    connection.execute(
        insert(SUBMISSION),
        {
            "id": submission,
            "assignment_id": known.id,
            "student_id": student,
            "timestamp": timestamp,
        },
    )
    submitted = {name: new_uuid() for name in known.notebooks.values()}
    _add(
        connection,
        SUBMITTED,
        [
            {"id": submitted[name], "assignment_id": submission, "notebook_id": notebook}
            for notebook, name in known.notebooks.items()
        ],
    )
    for table, kinds in ((GRADE, (GradeCell, TaskCell)), (COMMENT, (SolutionCell, TaskCell))):
        wanted = {kind.__mapper__.polymorphic_identity for kind in kinds}
        rows = [
            {"cell_id": row, "notebook_id": submitted[cell.notebook]}
            for row, cell in known.cells.items()
            if cell.kind in wanted
        ]
        _add(connection, table, rows)


def _of(connection: Connection, table: Any, submitted: list[str]) -> list[Any]:
    return list(connection.execute(select(table).where(table.c.notebook_id.in_(submitted))))


def _add(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _score(auto: float | None, manual: float | None, extra: float | None) -> float:
    """The points of a cell, as nbgrader counts them."""
    given = manual if manual is not None else auto
    return 0.0 if given is None else given + (extra or 0.0)


def _seconds_late(
    due: datetime | None, extension: timedelta | None, handed_in: datetime | None
) -> float:
    if due is None or handed_in is None:
        return 0.0
    return max(0.0, (handed_in - due - (extension or timedelta())).total_seconds())


def _lastingly(connection: Any, _: object) -> None:
    """Have SQLite keep a transaction also if the power is cut just after it.

    By itself it does not wait until its journal is gone from the disk, and one that comes back
    takes the transaction back.
    """
    if "sqlite" in type(connection).__module__:
        connection.execute("PRAGMA synchronous = EXTRA")


def _is_away(error: DBAPIError) -> bool:
    """Whether the gradebook as a whole is at fault, not what was to be written."""
    return isinstance(error, OperationalError) or error.connection_invalidated


def _may_pass(error: DBAPIError) -> bool:
    """Whether waiting can help: a file is locked for moments, and a server may be restarting."""
    of_a_file = "sqlite" in type(error.orig).__module__
    return not of_a_file or "locked" in str(error.orig)


# Folders


def _beside(place: Path) -> tuple[Path, Path]:
    """Where the new folder waits and where the old one goes while they are exchanged."""
    return place.with_name(f".{place.name}.new"), place.with_name(f".{place.name}.old")


def _exchange(place: Path) -> None:
    """Put the new folder in place of the old one."""
    new, old = _beside(place)
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        os.replace(place, old)
    os.replace(new, place)
    shutil.rmtree(old, ignore_errors=True)


def finish_interrupted_swap(place: Path) -> None:
    """End what a run that was cut off had begun with a graded submission."""
    new, old = _beside(place)
    if old.exists() and new.exists() and not place.exists():
        # Cut off between the two steps of the exchange: the points are kept already.
        os.replace(new, place)
    shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
