"""Options scored on weighted criteria, and their totals computed again."""

from collections.abc import Iterator, Mapping, Sequence

from course.checking.messages import say
from course.dossier.fields.faults import Fault, fault, t
from course.dossier.fields.parts import Amount, Part, Text, required

BEST_SCORE = 5
"""Scores run from 0, not met at all, to this, fully met."""

WEIGHTS = say(
    "score-weights", "`{where}`: the weights sum to {total}. Change them so that they sum to 100."
)
TWICE = say("score-name-twice", "`{where}`: “{name}” is here twice. Give each its own name.")
UNSCORED = say(
    "score-missing", "`{where}`: there is no score for the criterion “{name}”. Add it, from 0 to 5."
)
NO_CRITERION = say(
    "score-no-criterion",
    "`{where}`: “{name}” is not one of the criteria: {names}. Use the name of one, or add it to "
    "the criteria with its weight.",
)
OUTSIDE = say("score-range", "`{where}` says {value}: a score is between 0 and 5. Correct it.")
TOTAL = say(
    "score-total",
    "`{where}` says {value}; weights times scores, divided by 100, give {expected}. Correct the "
    "total, or the scores.",
)

SLACK = 0.005 + 1e-9
"""Tolerance for a total that is rounded to two decimals."""


class WeighedCriterion(Part):
    """A criterion with its weight."""

    name: Text = required(t("Criterion"), t("a short name of what is judged, such as `cost`."))
    weight: Amount = required(
        t("Weight"), t("how much it counts, a number; all weights together are 100.")
    )


Scores = dict[str, Amount] | None
"""A score for each criterion, by its name."""


def about_criteria(criteria: Sequence[WeighedCriterion], where: str) -> Iterator[Fault]:
    """The faults of the criteria: a name that is used twice, weights that do not sum to 100."""
    names = [each.name for each in criteria if each.name]
    for place, name in enumerate(names):
        if name in names[:place]:
            yield fault(TWICE, where, name=name)
    weights = [each.weight for each in criteria]
    if None not in weights:
        total = sum(weight for weight in weights if weight is not None)
        if abs(total - 100) > SLACK:
            yield fault(WEIGHTS, where, total=round(total, 2))


def about_scores(
    scores: Mapping[str, float | None] | None,
    total: float | None,
    criteria: Sequence[WeighedCriterion],
    where: str,
) -> Iterator[Fault]:
    """The faults of the scores of one option, which is at the place `where`."""
    if not scores:
        return
    names = [each.name for each in criteria if each.name]
    for name in names:
        if name not in scores:
            yield fault(UNSCORED, f"{where}.scores", name=name)
    for name, score in scores.items():
        if name not in names:
            yield fault(NO_CRITERION, f"{where}.scores.{name}", name=name, names=", ".join(names))
        elif score is not None and score > BEST_SCORE:
            yield fault(OUTSIDE, f"{where}.scores.{name}", value=score)
    expected = total_of(scores, criteria)
    if total is not None and expected is not None and abs(total - expected) > SLACK:
        yield fault(TOTAL, f"{where}.total", value=total, expected=round(expected, 2))


def total_of(
    scores: Mapping[str, float | None], criteria: Sequence[WeighedCriterion]
) -> float | None:
    """The weighted mean of the scores; None while a score or a weight is missing."""
    total = 0.0
    for each in criteria:
        score = scores.get(each.name or "")
        if score is None or each.weight is None:
            return None
        total += each.weight * score / 100
    return total
