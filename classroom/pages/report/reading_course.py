"""Read a course into the records of a report: gradebook, class list and graded notebooks."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import func

from autograder.bounded import BoundedError
from autograder.errors import CourseError, Unreadable
from autograder.files import LARGEST_GRADED, read_plain
from autograder.formgrader.page_worker import page_worker, why_unreadable
from autograder.grading.course import Course
from autograder.grading.gradebook import grade_rows
from autograder.reasons import reason
from autograder.records import IN_PROCESS
from autograder.settings import ATTENTION_FOLDER
from classroom.hub.roster import ROSTER, Learner, roster_of
from classroom.pages.graded import exercise_name, exercise_state
from classroom.pages.report.results import (
    ATTENTION,
    BY_PERSON,
    GRADED,
    WAITING,
    AssignmentResults,
    ClassResults,
    Key,
    ReleasedExercise,
    Response,
    Submission,
    in_order,
)
from classroom.pages.report.sentences import Sentences
from classroom.pages.report.titles import exercise_titles, module_title
from course import language
from course.checking import outcome
from course.os_errors import os_reason
from course.publishing.competencies import competencies


def read_class(
    course: Course, sentences: Mapping[str, Sentences], lang: str, cohort: str
) -> ClassResults:
    """Everybody of a class or of one cohort, with what they have handed in.

    `sentences` are those of each assignment's messages. Raises CourseError for an unknown cohort.
    """
    roster = roster_of(course.root)
    cohorts = tuple(sorted({each.cohort for each in roster if each.cohort}))
    if cohort and cohort not in cohorts:
        known = f"it has: {', '.join(cohorts)}" if cohorts else "it has none"
        raise CourseError(
            f"no cohort {cohort!r} in the class list {course.root / ROSTER}; {known}"
            + ("" if roster else " (enter a class list with: ai4gov roster FILE)")
        )
    with course.gradebook() as gradebook:
        enrolled = _enrolled(gradebook, roster)
        found = [
            _Reader(course, gradebook, each, sentences[each.name], lang).results()
            for each in gradebook.assignments
        ]
    everybody = {each.id: each for each in enrolled}
    for results in found:
        for each in results.submissions:
            everybody.setdefault(each.student, Learner(each.student))
    learners = {
        id: each for id, each in sorted(everybody.items()) if not cohort or each.cohort == cohort
    }
    for results in found:
        results.submissions = [each for each in results.submissions if each.student in learners]
        results.learners = len(learners)
    return ClassResults(list(learners.values()), in_order(found), cohort, cohorts)


def assignment_names(course: Course) -> list[str]:
    """The assignments that the gradebook knows."""
    with course.gradebook() as gradebook:
        return sorted(each.name for each in gradebook.assignments)


def _enrolled(gradebook: Gradebook, roster: list[Learner]) -> list[Learner]:
    """The class list; where there is none, the students of the gradebook."""
    if roster:
        return roster
    rows = gradebook.db.query(Student.id, Student.first_name, Student.last_name, Student.email)
    return [
        Learner(id, " ".join(filter(None, (first, last))), email or "")
        for id, first, last, email in rows
    ]


class _Reader:
    """Reads one assignment."""

    def __init__(
        self,
        course: Course,
        gradebook: Gradebook,
        assignment: Assignment,
        sentences: Sentences,
        lang: str,
    ):
        self.course, self.gradebook, self.assignment = course, gradebook, assignment
        self.name: str = assignment.name
        self.sentences, self.lang = sentences, lang

    def results(self) -> AssignmentResults:
        """The assignment with all that was handed in, by the students' names."""
        reasons = _reasons(self.course, self.name)
        rows = _handed_in(self.gradebook, self.assignment)
        graded = self.course.students_graded(self.name)
        found = set(rows) | set(reasons) | self.course.students_who_handed_in(self.name) | graded
        submissions = {student: Submission(student) for student in sorted(found)}
        cells = self._cells()
        order: dict[Key, int] = {}
        outcomes = self._outcomes(graded, submissions, cells, order)
        for student, notebook, cell, grade in grade_rows(self.gradebook, self.assignment):
            told = student in graded or (grade.auto_score, grade.manual_score) != (None, None)
            if told and (notebook, cell) in cells:
                submissions[student].answers[notebook, cell] = self._answer(
                    grade, cells[notebook, cell], outcomes.get((student, notebook, cell), {})
                )
        for student, submission in submissions.items():
            day, penalty = rows.get(student, (None, 0.0))
            submission.handed_in = day or self._day(student)
            _settle(submission, cells, reasons.get(student, []), penalty)
        cells = dict(
            sorted(cells.items(), key=lambda each: (order.get(each[0], len(order)), each[0]))
        )
        return AssignmentResults(
            name=self.name,
            title=module_title(self.name, self.lang),
            english=module_title(self.name, language.SOURCE),
            learners=0,
            exercises=cells,
            submissions=list(submissions.values()),
        )

    def _cells(self) -> dict[Key, ReleasedExercise]:
        """The graded cells, with their titles and competencies."""
        notebooks = sorted(self.assignment.notebooks, key=lambda each: each.name)
        names = [each.name for each in notebooks]
        english = exercise_titles(self.course, self.name, names, language.SOURCE)
        shown = exercise_titles(self.course, self.name, names, self.lang)
        mapped = competencies()
        found = {}
        for notebook in notebooks:
            by_hand = {cell.name for cell in [*notebook.solution_cells, *notebook.task_cells]}
            graded = [*notebook.grade_cells, *notebook.task_cells]
            for cell in sorted(graded, key=lambda each: each.name):
                key, name = (notebook.name, cell.name), exercise_name(cell.name)
                found[key] = ReleasedExercise(
                    cell.max_score,
                    shown.get(key, name),
                    english.get(key, name),
                    cell.name in by_hand,
                    mapped.of(self.name, name),
                )
        return found

    def _outcomes(
        self,
        graded: set[str],
        submissions: dict[str, Submission],
        cells: Mapping[Key, ReleasedExercise],
        order: dict[Key, int],
    ) -> dict[tuple[str, str, str], dict[str, Any]]:
        """What the graded notebooks tell of each cell; fills `order` and the submissions."""
        outcomes: dict[tuple[str, str, str], dict[str, Any]] = {}
        for student in sorted(graded):
            for notebook in sorted({of for of, _ in cells}):
                known = [cell for of, cell in cells if of == notebook]
                file = f"{notebook}.ipynb"
                read = _notebook(self.course.autograded(student, self.name), file, known)
                submission = submissions[student]
                submission.lang = submission.lang or read.lang
                submission.in_process |= read.mode == IN_PROCESS
                submission.reasons += read.reasons
                # The grader keeps no count of tries: the notebook as it was handed in has it.
                tried = _notebook(self.course.submitted(student, self.name), file, known).cells
                for cell, data in read.cells.items():
                    order.setdefault((notebook, cell), len(order))
                    tries = tried.get(cell, {}).get("tries", 0)
                    outcomes[student, notebook, cell] = data | {"tries": tries}
        return outcomes

    def _answer(self, grade: Grade, exercise: ReleasedExercise, data: dict[str, Any]) -> Response:
        points = grade.score or 0
        if grade.manual_score is not None:
            return Response(points, BY_PERSON)
        if exercise.by_hand and grade.auto_score is None:
            return Response(points, WAITING)
        # nbgrader gives a text that a person should read no points only when it is untouched.
        said = {"state": outcome.NOT_ATTEMPTED} if exercise.by_hand else data
        state = exercise_state(points, exercise.out_of, said)
        code = data.get("code", "")
        failed = state == outcome.NOT_YET
        return Response(
            points,
            state,
            code,
            data.get("value", "") if failed else "",
            failed and (data.get("hidden", False) or code in self.sentences.hidden),
            data.get("tries", 0),
        )

    def _day(self, student: str) -> date | None:
        """The day in the timestamp of a submission that the gradebook does not have yet."""
        path = self.course.submitted(student, self.name) / "timestamp.txt"
        try:
            written = read_plain(path, 200).decode("ascii", "replace")
            found = re.match(r"\s*(\d{4}-\d{2}-\d{2})", written, re.ASCII)
            return date.fromisoformat(found[1]) if found else None
        except (OSError, ValueError, Unreadable):
            return None


def _handed_in(
    gradebook: Gradebook, assignment: Assignment
) -> dict[str, tuple[date | None, float]]:
    """The day of each submission, and its penalty for being late."""
    rows = (
        gradebook.db.query(
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            func.sum(SubmittedNotebook.late_submission_penalty),
        )
        .outerjoin(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .filter(SubmittedAssignment.assignment_id == assignment.id)
        .group_by(SubmittedAssignment.id)
    ).all()
    return {
        student: (when.date() if when else None, penalty or 0) for student, when, penalty in rows
    }


def _settle(
    submission: Submission,
    cells: Mapping[Key, ReleasedExercise],
    reasons: list[Any],
    penalty: float,
) -> None:
    answers = submission.answers
    submission.reasons = [*reasons, *submission.reasons]
    submission.penalty = penalty
    submission.waiting = sum(
        cells[key].out_of for key, answer in answers.items() if answer.state == WAITING
    )
    if answers:
        submission.points = sum(answer.points for answer in answers.values()) - penalty
        waits = any(answer.state == WAITING for answer in answers.values())
        submission.state = WAITING if waits else GRADED
    if submission.reasons:
        submission.state = ATTENTION


@dataclass
class _Notebook:
    """What a notebook tells: its language, the outcome of each graded cell in its order, and where
    its tests ran; or why it cannot be read."""

    lang: str = ""
    cells: dict[str, dict[str, Any]] = field(default_factory=dict)
    mode: str = ""
    reasons: list[dict[str, Any]] = field(default_factory=list)


def _notebook(folder: Path, file: str, known: list[str]) -> _Notebook:
    """A learner's notebook, read in a worker process; empty if it is not there."""
    try:
        content = read_plain(folder / file, LARGEST_GRADED)
        return _Notebook(*page_worker().call("classroom.pages.graded:read_graded", content, known))
    except FileNotFoundError:
        return _Notebook()
    except OSError as error:
        why: str = os_reason(error)
    except BoundedError as error:
        why = str(why_unreadable(error))
    except Unreadable as error:
        why = str(error)
    return _Notebook(reasons=[reason("attention-unread", file=file, error=why)])


def _reasons(course: Course, assignment: str) -> dict[str, list[Any]]:
    """Why submissions need a person, as grading left it for the class."""
    try:
        found = json.loads(
            read_plain(Path(course.root, ATTENTION_FOLDER, f"{assignment}.json"), 10_000_000)
        )
    except (OSError, ValueError, RecursionError, Unreadable):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        student: reasons
        for student, reasons in found.items()
        if isinstance(reasons, list) and reasons
    }
