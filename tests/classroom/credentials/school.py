"""A school with a key, and a course whose gradebook holds a small class; no notebook is run."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import Gradebook

from course.start.progress import outline

SLUG = "06-measuring-fairness"
NAME = "National School of Administration"
URL = "https://school.example/credentials"

# Points of module 06 in course/outline: 6 for Decide, 10 for Build; the note has 4.
NOTE = 4.0


@dataclass
class Work:
    """One learner's points: a share of each strand, and what a person gave for the note.

    `note` None: a person has still to read it. `untouched`: nothing was written, so nbgrader gave
    0 points by itself. `open` names an exercise that was not graded yet, `look` one that a person
    has to look at.
    """

    decide: float = 1.0
    build: float = 1.0
    note: float | None = NOTE
    untouched: bool = False
    open: str = ""
    look: str = ""
    late: float = 0.0
    first: str = ""
    last: str = ""
    extra: dict[str, float] = field(default_factory=dict)


def make_course(folder: Path, work: dict[str, dict[str, Work]]) -> Path:
    """A course with these learners' points by module and student."""
    folder.mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "ai4gov"\n', encoding="utf-8"
    )
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "ai4gov") as gradebook:
        for slug, students in work.items():
            add_assignment(gradebook, slug)
            for student, each in students.items():
                give(gradebook, slug, student, each)
    return folder


def add_assignment(gradebook: Gradebook, slug: str) -> None:
    gradebook.add_assignment(slug)
    gradebook.add_notebook(slug, slug)
    for exercises in outline(slug).values():
        for name, points in exercises.items():
            gradebook.add_grade_cell(
                f"check-{name}", slug, slug, max_score=points, cell_type="code"
            )
    gradebook.add_grade_cell("reflection", slug, slug, max_score=NOTE, cell_type="markdown")
    gradebook.add_solution_cell("reflection", slug, slug)


def give(gradebook: Gradebook, slug: str, student: str, work: Work) -> None:
    """Put a learner's points into the gradebook, as grading does."""
    names = {"first_name": work.first or None, "last_name": work.last or None}
    gradebook.update_or_create_student(student, **names)
    submission = gradebook.add_submission(slug, student)
    shares = {"decide": work.decide, "build": work.build}
    points = {}
    for strand, exercises in outline(slug).items():
        left = shares[strand] * sum(exercises.values())
        for name, out_of in exercises.items():
            points[f"check-{name}"] = min(left, out_of)
            left -= points[f"check-{name}"]
    for grade in submission.notebooks[0].grades:
        if grade.name == "reflection":
            grade.auto_score = 0 if work.untouched else None
            grade.manual_score = None if work.untouched else work.note
            grade.needs_manual_grade = work.note is None and not work.untouched
        elif grade.name == f"check-{work.open}":
            grade.auto_score, grade.needs_manual_grade = None, False
        else:
            grade.auto_score = points[grade.name]
            grade.needs_manual_grade = grade.name == f"check-{work.look}"
        grade.extra_credit = work.extra.get(grade.name)
    submission.notebooks[0].late_submission_penalty = work.late
    gradebook.db.commit()
