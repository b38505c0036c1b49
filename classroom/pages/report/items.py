"""Item analysis of an assignment, by exercise and by language."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from classroom.pages.report.results import (
    ATTENTION,
    BY_PERSON,
    SMALLEST_GROUP,
    WAITING,
    AssignmentResults,
    Key,
    Submission,
    shown_groups,
)
from classroom.pages.report.statistics import (
    EASY,
    HARD,
    WEAK,
    Estimate,
    Floats,
    Gap,
    difficulty,
    group_gaps,
    item_rest_correlation,
    rests,
)

VERY_EASY, VERY_HARD, WEAK_ITEM = "very-easy", "very-hard", "weak"


@dataclass(frozen=True)
class Item:
    """An exercise: its difficulty, its corrected item-rest correlation, and what is striking.

    `correlation` is None where too few learners differ. `flags` can hold VERY_EASY, VERY_HARD and
    WEAK_ITEM.
    """

    key: Key
    difficulty: Estimate
    correlation: Estimate | None
    flags: tuple[str, ...]


@dataclass(frozen=True)
class ByLanguage:
    """Mean shares of the points by exercise and language, and the gaps that are beyond chance.

    `sizes` has the languages that may be shown, with how many learners each has; `hidden` says
    whether there are others. A gap's `item` is the place of its exercise in `keys`.
    """

    keys: tuple[Key, ...] = ()
    sizes: dict[str, int] = field(default_factory=dict)
    means: dict[tuple[Key, str], float] = field(default_factory=dict)
    gaps: dict[Key, Gap] = field(default_factory=dict)
    hidden: bool = False
    tested: int = 0
    """How many gaps were looked at."""


def analysed(results: AssignmentResults) -> list[Submission]:
    """The submissions that tell something about the exercises.

    They are graded, need nobody's attention, and have at least one exercise attempted. An exercise
    that was not attempted counts as 0 points.
    """
    return [
        each
        for each in results.submissions
        if each.points is not None and each.state != ATTENTION and not each.untouched
    ]


def checked(results: AssignmentResults) -> list[Key]:
    """The exercises that a check grades: only they are the same for everybody at any time."""
    return [key for key, each in results.exercises.items() if not each.by_hand and each.out_of]


def item_analysis(results: AssignmentResults) -> list[Item]:
    """Every exercise that a check grades; empty where nobody's work can be analysed."""
    keys, points, scores = _matrix(results, analysed(results))
    if not len(points):
        return []
    rest = rests(points)
    found = []
    for j, key in enumerate(keys):
        hard, apart = difficulty(scores[:, j]), item_rest_correlation(scores[:, j], rest[:, j])
        flags = []
        if hard.low > EASY:
            flags.append(VERY_EASY)
        if hard.high < HARD:
            flags.append(VERY_HARD)
        if apart and apart.high < WEAK:
            flags.append(WEAK_ITEM)
        found.append(Item(key, hard, apart, tuple(flags)))
    return found


def by_language(results: AssignmentResults, looks: int) -> ByLanguage:
    """The exercises by language; `looks` is how many assignments the report looks at so."""
    submissions = [each for each in analysed(results) if each.lang]
    sizes = dict(sorted(Counter(each.lang for each in submissions).items()))
    shown = shown_groups(sizes)
    if len(sizes) < 2 or not shown:
        return ByLanguage(hidden=len(sizes) > 1)
    keys, points, scores = _matrix(results, submissions)
    labels = np.array([each.lang for each in submissions])
    means = {
        (key, lang): float(scores[labels == lang, j].mean())
        for j, key in enumerate(keys)
        for lang in shown
    }
    gaps = [
        each
        for each in group_gaps(
            scores, points, list(labels), smallest=SMALLEST_GROUP, looks=max(1, looks)
        )
        if each.group in shown
    ]
    return ByLanguage(
        tuple(keys),
        {lang: sizes[lang] for lang in shown},
        means,
        _most_striking(keys, gaps),
        len(shown) < len(sizes),
        len(gaps),
    )


def _most_striking(keys: Sequence[Key], gaps: list[Gap]) -> dict[Key, Gap]:
    """For each exercise with a gap beyond chance, the clearest one.

    Where an exercise is harder in one language, it is easier in all others than in the rest: only
    one language is named. Of two languages with the same gap, it is the one that does worse.
    """
    found: dict[Key, Gap] = {}
    for gap in sorted(gaps, key=lambda each: (round(_clearness(each), 6), -each.value)):
        if gap.beyond_chance:
            found[keys[gap.item]] = gap
    return found


def _clearness(gap: Gap) -> float:
    return abs(gap.value) / (gap.high - gap.low)


def can_be_compared(results: AssignmentResults) -> bool:
    """Whether gaps between languages are looked for: two groups are large enough."""
    sizes = Counter(each.lang for each in analysed(results) if each.lang)
    total = sum(sizes.values())
    return any(SMALLEST_GROUP <= size <= total - SMALLEST_GROUP for size in sizes.values())


def _matrix(
    results: AssignmentResults, submissions: Sequence[Submission]
) -> tuple[list[Key], Floats, Floats]:
    """The exercises, and by submission and exercise the points and the shares of the points."""
    keys = checked(results)
    points = np.array(
        [[_points(each, key) for key in keys] for each in submissions], dtype=np.float64
    ).reshape(len(submissions), len(keys))
    out_of = np.array([results.exercises[key].out_of for key in keys], dtype=np.float64)
    return keys, points, np.clip(points / out_of, 0, 1)


def _points(submission: Submission, key: Key) -> float:
    answer = submission.answers.get(key)
    return answer.points if answer and answer.state not in (WAITING, BY_PERSON) else 0.0
