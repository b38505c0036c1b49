"""Points by competency: for the class and for each learner."""

from collections import defaultdict
from dataclasses import dataclass, field

from classroom.pages.report.results import WAITING, ClassResults, Key
from course.publishing.competencies import competencies


@dataclass
class Reached:
    """Points reached of those that could be reached, and in how many exercises."""

    points: float = 0
    out_of: float = 0
    exercises: set[tuple[str, Key]] = field(default_factory=set)

    @property
    def share(self) -> float | None:
        return self.points / self.out_of if self.out_of else None


def by_competency(found: ClassResults) -> dict[str, dict[str, Reached]]:
    """By the code of a competency, what each learner has reached; empty for another course.

    Points that wait for a person do not count, and neither does what was not handed in. Points of
    an exercise with two competencies count for both.
    """
    reached: dict[str, dict[str, Reached]] = {}
    for results in found.assignments:
        for submission in results.submissions:
            for key, answer in submission.answers.items():
                if answer.state == WAITING or key not in results.exercises:
                    continue
                exercise = results.exercises[key]
                for code in exercise.competencies:
                    one = reached.setdefault(code, defaultdict(Reached))[submission.student]
                    one.points += answer.points
                    one.out_of += exercise.out_of
                    one.exercises.add((results.name, key))
    return {code: dict(reached[code]) for code in competencies().domains if code in reached}


def together(of_learners: dict[str, Reached]) -> Reached:
    """What all learners have reached together."""
    whole = Reached()
    for each in of_learners.values():
        whole.points += each.points
        whole.out_of += each.out_of
        whole.exercises |= each.exercises
    return whole
