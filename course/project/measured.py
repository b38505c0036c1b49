"""The numbers of a service for card, statement and monitoring plan, measured on the test part.

They are the course's measures (course.dossier.artefacts.measures): rates with their interval and
count, for everybody and for groups of language, place, channel and ease of writing.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from course.dossier.artefacts.measures import ALL, BASELINE, Measure, ends_of_gap, measures
from course.dossier.fields import blank_group
from course.dossier.fields.faults import ArtefactError, t
from course.dossier.fields.parts import folded
from course.dossier.fields.reading import read_yaml
from course.language import LANGUAGES as SPOKEN
from course.language import current
from course.project.data import WEEK
from course.project.names import LANGUAGES
from course.project.project_files import LARGEST_TEXT, MEASURED, Files
from course.project.scoring import read_on_the_day, rightly, scale

TEST = "test"
ROUTED = "test, department"
"""The names of the data of a measure: of the urgency, and of the department."""

GAP = "equal opportunity difference"
"""The measure of the gap at which a fairness statement stops the service."""

ARRIVAL, ONE_LIST, EACH_LANGUAGE = "order-of-arrival", "one-list", "each-language"
"""The candidates of the fairness statement: in which order the comments of a day are read."""

GAROA_AND_HORTA = t("Garoa and Horta")
OTHER_DISTRICTS = t("six other districts")
NO_INTERNET = t("without internet")
INTERNET = t("with internet")
DIFFICULTY = t("writes with difficulty")
EASILY = t("writes easily")

COUNTED = ("district", "language", "channel", "gender")
"""The columns whose groups a datasheet counts."""

Audit = dict[str, Any]


def groups_of(comments: pd.DataFrame, lang: str | None = None) -> dict[str, "np.ndarray[Any, Any]"]:
    """The group of each comment by attribute, named in a language: the reader's by default."""
    place = np.where(
        comments["district"].astype(str).isin(["Garoa", "Horta"]),
        GAROA_AND_HORTA.read(lang),
        OTHER_DISTRICTS.read(lang),
    )
    names = {code: name.read(lang) for code, name in LANGUAGES.items()}
    channel = np.where(
        comments["channel"].astype(str).isin(["phone", "letter"]),
        NO_INTERNET.read(lang),
        INTERNET.read(lang),
    )
    low = comments["literacy"].astype(str) == "low"
    ease = np.where(low, DIFFICULTY.read(lang), EASILY.read(lang))
    return {
        "language": comments["language"].astype(str).map(names).to_numpy(dtype=str),
        "place": place,
        "channel": channel,
        "ease": ease,
    }


def group_names(lang: str | None = None) -> list[str]:
    """The names of all groups that are measured, in a language: the reader's by default.

    A brief that uses these names agrees with the numbers.
    """
    others = (GAROA_AND_HORTA, OTHER_DISTRICTS, NO_INTERNET, INTERNET, DIFFICULTY, EASILY)
    return [each.read(lang) for each in (*LANGUAGES.values(), *others)]


def language_of(names: Iterable[str | None]) -> str | None:
    """The language in which most of some names are names of measured groups; None without one."""
    given = {folded(each) for each in names}
    # The reader's language first: it wins where a name is the same in two languages.
    known = sorted(SPOKEN, key=lambda lang: lang != current())
    held = [len(given & {folded(each) for each in group_names(lang)}) for lang in known]
    return known[held.index(max(held))] if any(held) else None


def language_of_groups(project: Files) -> str | None:
    """The language in which a project's files name the measured groups; None before they do.

    Numbers that are measured by a colleague who reads another language keep these names, so that
    they still agree with the files.
    """
    brief, card = project.read("service-brief"), project.read("model-card")
    return language_of(
        [
            *((brief and brief.affected_groups) or []),
            *(each.group for each in (brief and brief.excluded) or []),
            *(each.group for each in (card and card.measures) or []),
        ]
    )


def fewest_urgent(urgent: int) -> int:
    """How many of some urgent cases a group needs, so that its recall says something."""
    return min(50, max(5, urgent // 10))


def of_large_groups(measures: Iterable[Measure]) -> list[Measure]:
    """The recalls of the groups with enough urgent cases; of all groups where none has."""
    recalls = [each for each in measures if each.metric == "recall" and each.value is not None]
    of_all = max((each.count or 0 for each in recalls if each.group == ALL), default=0)
    of_groups = [each for each in recalls if each.group != ALL]
    large = [each for each in of_groups if (each.count or 0) >= fewest_urgent(of_all)]
    return large or of_groups


def sure_gaps(measures: Iterable[Measure], attributes: Iterable[Sequence[str]]) -> list[str]:
    """The large groups whose recall differs from that of all others by more than chance.

    `attributes` holds the group names of each attribute. A group is compared with all others of
    its attribute together, as in table A of checkpoint 3. All intervals hold together in 95% of
    audits (Bonferroni). Of two groups, the gap of one is that of the other, so they are one
    comparison.
    """
    held = list(measures)
    large = [each.group for each in of_large_groups(held)]
    recalls = {each.group: each for each in held if each.metric == "recall" and each.count}
    gaps: dict[str, tuple[Measure, list[Measure]]] = {}
    comparisons = 0
    for groups in attributes:
        known = {name: recalls[name] for name in groups if name in recalls}
        compared = [name for name in known if name in large and len(known) > 1]
        comparisons += 1 if len(known) == 2 else len(compared)
        for group in compared:
            gaps[group] = known[group], [each for name, each in known.items() if name != group]
    ends = {group: ends_of_gap(*gap, comparisons) for group, gap in gaps.items()}
    return [group for group, (low, high) in ends.items() if low > 0 or high < 0]


def audit(
    comments: pd.DataFrame,
    decided: pd.DataFrame,
    *,
    share: float | None = None,
    chosen: str = ONE_LIST,
    per: str = WEEK,
    lang: str | None = None,
) -> Audit:
    """What is measured of decisions about comments whose truth is known.

    Parameters
    ----------
    comments : DataFrame
        With the columns of civic-comments, such as test_part().
    decided : DataFrame
        What Service.decide returned for them, in the same order.
    share : float, optional
        The share of a day's comments that is read on the day, from 0 to 1; a quarter by default.
    chosen : str
        The candidate whose numbers card and plan take: "order-of-arrival", "one-list" or
        "each-language".
    per : str
        The period that stands for a day.
    lang : str, optional
        The language in which groups are named; the reader's by default.

    Returns
    -------
    dict
        By the name of an artefact, what its `faults(measured)` takes. The urgency is measured as:
        is an urgent comment (high or critical in truth) read on the day it arrives?
    """
    urgent = (comments["severity"].astype(str).isin(["high", "critical"])).astype(int).to_numpy()
    groups = groups_of(comments, lang)
    part = scale().read_on_the_day if share is None else share
    read = {
        ARRIVAL: read_on_the_day(comments["date"], np.zeros(len(comments)), part, per),
        ONE_LIST: read_on_the_day(comments["date"], decided["urgency"], part, per),
        EACH_LANGUAGE: _each_language(comments, decided, part, per),
    }
    templates = comments.get("template")
    candidates = {
        name: _urgency(urgent, each.astype(int), groups, templates) for name, each in read.items()
    }
    of_chosen = candidates[chosen if chosen in candidates else ONE_LIST]
    numbers = [
        *_routing(comments, decided, groups, templates),
        *(each for each in of_chosen if each.metric in ("recall", "selection rate")),
    ]
    return {
        "own-datasheet": counted(comments),
        "model-card": numbers,
        "fairness-statement": candidates,
        "monitoring-plan": [*numbers, *largest_gaps(of_chosen)],
    }


def largest_gaps(measures: Iterable[Measure]) -> list[Measure]:
    """The gap between all groups of an attribute, without that of each group to the others."""
    return [each for each in measures if each.metric == GAP and each.group == ALL]


def counted(comments: pd.DataFrame, columns: Sequence[str] = COUNTED) -> dict[str, Any]:
    """The rows of a table, and of each group in it, as a datasheet takes them."""
    return {
        "rows": len(comments),
        "groups": {
            name: {str(key): int(n) for key, n in comments[name].value_counts().items()}
            for name in columns
        },
    }


def _each_language(
    comments: pd.DataFrame, decided: pd.DataFrame, share: float, per: str
) -> "np.ndarray[Any, Any]":
    """The same share of each language, ranked by urgency within each language and quarter."""
    read = np.zeros(len(comments), dtype=bool)
    language = comments["language"].astype(str).to_numpy()
    for name in set(language):
        here = language == name
        # In a week there are too few comments of a language for a share of them.
        read[here] = read_on_the_day(
            comments["date"][here], decided["urgency"].to_numpy()[here], share, "Q"
        )
    return read


def _urgency(
    urgent: "np.ndarray[Any, Any]",
    read: "np.ndarray[Any, Any]",
    groups: Mapping[str, "np.ndarray[Any, Any]"],
    templates: pd.Series | None,
) -> list[Measure]:
    measured = partial(measures, urgent, read, data=TEST, clusters=templates)
    found = measured(metrics=["selection rate"])
    for name, group in groups.items():
        metrics: list[Any] = ["recall"]
        if name == "language":
            metrics.append(GAP)
        found += _new(found, measured(groups=group, metrics=metrics))
    return found


def _routing(
    comments: pd.DataFrame,
    decided: pd.DataFrame,
    groups: Mapping[str, "np.ndarray[Any, Any]"],
    templates: pd.Series | None,
) -> list[Measure]:
    """The accuracy of the department, for everybody and for groups, and its baseline.

    A comment that is handed over is not rightly routed.
    """
    right = rightly(comments, decided).astype(int)
    ones = np.ones(len(right), dtype=int)
    most = comments["department"].astype(str).mode()[0]
    commonest = (comments["department"].astype(str) == most).astype(int).to_numpy()
    measured = partial(measures, data=ROUTED, clusters=templates, metrics=["accuracy"])
    found = [each.model_copy(update={"metric": BASELINE}) for each in measured(commonest, ones)]
    for group in groups.values():
        found += _new(found, measured(right, ones, groups=group))
    return found


def _new(found: Sequence[Measure], more: Sequence[Measure]) -> list[Measure]:
    known = {(each.metric, each.group) for each in found}
    return [each for each in more if (each.metric, each.group) not in known]


DAMAGES = (ArtefactError, AttributeError, KeyError, TypeError, ValueError)
"""What reading a damaged measured.yml raises."""


def stored(project: Files) -> Audit | None:
    """The numbers in measured.yml if they are of the model as it is now; else None."""
    try:
        return _stored(project)
    except DAMAGES:
        return None


def is_damaged(project: Files) -> bool:
    """Whether there is a measured.yml that cannot be read."""
    try:
        _stored(project)
    except DAMAGES:
        return True
    return False


def _stored(project: Files) -> Audit | None:
    text = project.saved(MEASURED)
    if text is ...:
        return None
    # Many groups make it longer than any artefact; its bytes are bounded where it is read.
    held, _ = read_yaml(text, longest=LARGEST_TEXT)
    return _numbers(held["numbers"]) if held["model"] == project.fingerprint() else None


def _numbers(held: Mapping[str, Any]) -> Audit:
    """The numbers as `measure` returned them, of a file in which each value is a text."""
    datasheet = held["own-datasheet"]
    return {
        "own-datasheet": {
            "rows": int(datasheet["rows"]),
            "groups": {
                column: {blank_group.stored(group): int(n) for group, n in counts.items()}
                for column, counts in datasheet["groups"].items()
            },
        },
        "model-card": [Measure(**each) for each in held["model-card"]],
        "fairness-statement": {
            name: [Measure(**each) for each in entries]
            for name, entries in held["fairness-statement"].items()
        },
        "monitoring-plan": [Measure(**each) for each in held["monitoring-plan"]],
    }
