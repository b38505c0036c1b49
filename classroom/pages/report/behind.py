"""Who is behind, and why: for a teacher who asks whom to write to today.

Each rule only says where to look. A learner can be behind for reasons that no gradebook knows.
"""

import statistics
from dataclasses import dataclass, field

from classroom.hub.roster import Learner
from classroom.pages.report.results import AssignmentResults, ClassResults, Key, Submission

DUE = 0.25
"""An assignment counts as due once this share of the class has handed it in."""

FALL = 0.2
"""Share of the points by which the last result is lower than those before: a fall."""

EARLIER = 2
"""Results that are needed before the last one."""

MANY_TRIES = 8
"""Unsuccessful tries at one exercise that are many."""


@dataclass
class Behind:
    """A learner with what is missing: assignments, a fall, exercises with many tries.

    `fall` is (the last assignment, by how much its share of the points is lower, from 0 to 2), both
    compared with the class; None if there is none.
    """

    learner: Learner
    not_handed_in: list[AssignmentResults] = field(default_factory=list)
    not_begun: list[AssignmentResults] = field(default_factory=list)
    fall: tuple[AssignmentResults, float] | None = None
    tries: list[tuple[AssignmentResults, Key, int]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.not_handed_in or self.not_begun or self.fall or self.tries)


def behind(found: ClassResults) -> list[Behind]:
    """The learners that are behind; those who miss most assignments first."""
    due = [
        each
        for each in found.assignments
        if each.learners and len(each.submissions) >= DUE * each.learners
    ]
    lines = [_of_learner(found, learner, due) for learner in found.learners]
    return sorted(
        filter(None, lines),
        key=lambda each: (
            -len(each.not_handed_in),
            -len(each.not_begun),
            each.fall is None,
            each.learner.id,
        ),
    )


def _of_learner(found: ClassResults, learner: Learner, due: list[AssignmentResults]) -> Behind:
    line = Behind(learner)
    handed_in = found.submissions(learner.id)
    names = {results.name for results, _ in handed_in}
    line.not_handed_in = [each for each in due if each.name not in names]
    line.not_begun = [results for results, each in handed_in if each.untouched]
    line.fall = _fall(handed_in)
    line.tries = [
        (results, key, answer.tries)
        for results, each in handed_in
        for key, answer in each.answers.items()
        if answer.tries >= MANY_TRIES
    ]
    return line


def _fall(
    handed_in: list[tuple[AssignmentResults, Submission]],
) -> tuple[AssignmentResults, float] | None:
    """The last assignment and how much lower it is, where it is lower by FALL or more.

    Each result is compared with the mean of the class in that assignment, so that a hard module is
    no fall of everybody.
    """
    compared = [
        (results, share - statistics.fmean(results.shares()))
        for results, each in handed_in
        if (share := results.share(each)) is not None
    ]
    if len(compared) <= EARLIER:
        return None
    last, now = compared[-1]
    before = statistics.fmean(difference for _, difference in compared[:-1])
    return (last, before - now) if before - now >= FALL else None
