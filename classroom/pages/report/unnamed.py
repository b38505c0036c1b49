"""Wrong answers that no message names, in clusters: for authors who look for a missing message."""

import math
import re
from collections import Counter
from dataclasses import dataclass

from classroom.pages.report.results import AssignmentResults, Key
from course.checking import outcome

CLOSE = 1e-3
"""Numbers that differ by no more than this, relative to their size, are in one cluster."""

NUMBER = re.compile(r"[-+−]?\d+(\.\d+)?([eE][-+]?\d+)?")


@dataclass(frozen=True)
class Cluster:
    """Answers to one exercise that are alike: the most frequent one, and how many learners."""

    exercise: Key
    value: str
    learners: int
    different: int
    """How many different values are in it."""


def unnamed(results: AssignmentResults) -> list[Cluster]:
    """The clusters of an assignment; the most learners first.

    Numbers belong together where each is close to the next (single linkage); other values where
    they are the same but for capitals and spaces. An answer whose value was not kept has the value
    "".
    """
    found = []
    for key in results.exercises:
        values = Counter(
            each.value
            for each in results.answers(key)
            if each.state == outcome.NOT_YET and each.code in outcome.UNNAMED
        )
        for cluster in _clusters(list(values)):
            most = min(cluster, key=lambda value: (-values[value], value))
            learners = sum(values[value] for value in cluster)
            found.append(Cluster(key, most, learners, len(cluster)))
    order = {key: place for place, key in enumerate(results.exercises)}
    return sorted(found, key=lambda each: (-each.learners, order[each.exercise], each.value))


def _clusters(values: list[str]) -> list[list[str]]:
    numbers = sorted((number, value) for value in values if (number := _number(value)) is not None)
    clusters: list[list[str]] = []
    last = math.nan
    for number, value in numbers:
        if abs(number - last) <= CLOSE * max(abs(number), abs(last)):
            clusters[-1].append(value)
        else:
            clusters.append([value])
        last = number
    alike: dict[str, list[str]] = {}
    for value in values:
        if _number(value) is None:
            alike.setdefault(" ".join(value.casefold().split()), []).append(value)
    return [*clusters, *alike.values()]


def _number(value: str) -> float | None:
    if not NUMBER.fullmatch(value):
        return None
    number = float(value.replace("−", "-"))
    return number if math.isfinite(number) else None
