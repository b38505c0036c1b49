"""The records of a report: a class, its assignments, what was handed in, and each answer."""

import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from classroom.hub.roster import Learner
from classroom.pages.graded import exercise_name
from course.checking import outcome

GRADED = "graded"
WAITING = "waiting"
ATTENTION = "attention"
NOT_GRADED = "not-graded"
STATES = (GRADED, WAITING, ATTENTION, NOT_GRADED)
"""States of a submission; each submission is in one of them."""

BY_PERSON = "by-person"

Key = tuple[str, str]
"""An exercise of an assignment: its notebook, and the cell that has its points."""


@dataclass
class Response:
    """The result of one learner's exercise; `state` can also be by-person or waiting.

    `value` shows the answer where no message named its mistake. `hidden` says that only a hidden
    check failed. `tries` are the unsuccessful ones, 0 where the notebook does not tell.
    """

    points: float
    state: str
    code: str = ""
    value: str = ""
    hidden: bool = False
    tries: int = 0


@dataclass(frozen=True)
class ReleasedExercise:
    """An exercise as released: its points, its titles, and whether a person gives the points."""

    out_of: float
    title: str
    english: str
    by_hand: bool = False
    competencies: tuple[str, ...] = ()


@dataclass
class Submission:
    """One learner's submission for an assignment; points are None before it is graded.

    `points` are those given so far, less the penalty for being late; `waiting` are those of the
    exercises that a person has still to read.
    """

    student: str
    state: str = NOT_GRADED
    lang: str = ""
    points: float | None = None
    waiting: float = 0
    penalty: float = 0
    handed_in: date | None = None
    reasons: list[Any] = field(default_factory=list)
    answers: dict[Key, Response] = field(default_factory=dict)
    in_process: bool = False
    """Its tests ran in the learner's own process, where points can be forged."""

    @property
    def untouched(self) -> bool:
        """Whether it was graded, and no exercise was attempted."""
        checked = [
            each.state for each in self.answers.values() if each.state not in (BY_PERSON, WAITING)
        ]
        return bool(checked) and set(checked) == {outcome.NOT_ATTEMPTED}


@dataclass
class AssignmentResults:
    """An assignment, with what the learners of the report have handed in."""

    name: str
    title: str
    english: str
    learners: int
    """How many could have handed in."""
    exercises: dict[Key, ReleasedExercise]
    submissions: list[Submission]

    @property
    def out_of(self) -> float:
        return sum(each.out_of for each in self.exercises.values())

    @property
    def last(self) -> date | None:
        """The day of the last submission."""
        return max((each.handed_in for each in self.submissions if each.handed_in), default=None)

    @property
    def middle(self) -> date:
        """The median day of the submissions, by which assignments are put in order."""
        days = [each.handed_in for each in self.submissions if each.handed_in]
        return statistics.median_low(days) if days else date.max

    def reachable(self, submission: Submission) -> float:
        """The points that could have been given so far: without those that wait for a person."""
        return self.out_of - submission.waiting

    def share(self, submission: Submission) -> float | None:
        """The share of the points reached so far, from 0 to 1; None before any were given."""
        reachable = self.reachable(submission)
        if submission.points is None or reachable <= 0:
            return None
        return min(1, max(0, submission.points / reachable))

    def shares(self) -> list[float]:
        """The shares of all submissions that have one, in the order of the submissions."""
        shares = map(self.share, self.submissions)
        return [share for share in shares if share is not None]

    def answers(self, exercise: Key) -> list[Response]:
        """All answers to an exercise."""
        found = (each.answers.get(exercise) for each in self.submissions)
        return [answer for answer in found if answer]

    def count(self, exercise: Key, state: str) -> int:
        return sum(answer.state == state for answer in self.answers(exercise))

    def mean(self, exercise: Key) -> float | None:
        """The mean points of an exercise, without those that a person has still to read."""
        points = [each.points for each in self.answers(exercise) if each.state != WAITING]
        return statistics.fmean(points) if points else None

    def messages(self) -> list[tuple[str, Key, int]]:
        """Code, exercise and how many learners got it; the most frequent first."""
        counted = Counter(
            (answer.code, exercise)
            for each in self.submissions
            for exercise, answer in each.answers.items()
            if answer.state == outcome.NOT_YET and answer.code
        )
        ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0][0], item[0][1]))
        return [(code, exercise, times) for (code, exercise), times in ordered]


@dataclass
class ClassResults:
    """The learners that a report is about, and their assignments by the date of hand-in."""

    learners: list[Learner]
    assignments: list[AssignmentResults]
    cohort: str = ""
    """The one that was asked for; empty for everybody."""
    cohorts: tuple[str, ...] = ()
    """Those in the class list."""

    def submissions(self, student: str) -> list[tuple[AssignmentResults, Submission]]:
        """What a learner has handed in, in the order of the assignments."""
        return [
            (results, each)
            for results in self.assignments
            for each in results.submissions
            if each.student == student
        ]


SMALLEST_GROUP = 5
"""Learners; what a smaller group has done is shown by no language and no cohort."""


def shown_groups(sizes: dict[str, int]) -> list[str]:
    """The groups that may be shown beside the whole class, in their order.

    Groups below SMALLEST_GROUP are hidden. So is the next smallest one, while all that is hidden
    comes to less than SMALLEST_GROUP learners: it could be had by subtraction from the class.
    """
    hidden = {name for name, size in sizes.items() if size < SMALLEST_GROUP}
    rest = sorted((size, name) for name, size in sizes.items() if name not in hidden)
    while 0 < sum(sizes[name] for name in hidden) < SMALLEST_GROUP and rest:
        hidden.add(rest.pop(0)[1])
    return [name for name in sizes if name not in hidden]


def titles(results: AssignmentResults) -> dict[Key, str]:
    """The title of each exercise; with its name where several have the same."""
    counted = Counter(each.title for each in results.exercises.values())
    return {
        key: each.title
        if counted[each.title] == 1
        else f"{each.title} ({exercise_name(key[1])})".strip()
        for key, each in results.exercises.items()
    }


def in_order(assignments: Iterable[AssignmentResults]) -> list[AssignmentResults]:
    """Assignments by the median day on which they were handed in, then by name."""
    return sorted(assignments, key=lambda each: (each.middle, each.name))
