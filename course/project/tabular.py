"""A service on a team's own data: the ready pipeline for its table, its parts and its numbers."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from course.checking.messages import say
from course.dossier.artefacts.measures import BASELINE, Measure, measures
from course.dossier.fields.blank_group import stored
from course.dossier.fields.faults import ArtefactError, fault
from course.dossier.fields.labels import by_label
from course.project.agreement import DataFaults
from course.project.choices import AnyChoices
from course.project.measured import (
    ARRIVAL,
    GAP,
    ONE_LIST,
    TEST,
    Audit,
    _new,
    counted,
    largest_gaps,
)
from course.project.own_data import OwnData
from course.project.own_scale import columns_of, own_scores, read_first, share_read
from course.project.own_table import (
    dates,
    kept_aside,
    numbers_of,
    oldest_first,
    read_table,
    stated,
    table_faults,
)
from course.project.project_files import Files
from course.project.scoring import Scores, rightly
from course.project.service import Service, failure

Decide = Callable[[pd.DataFrame], pd.DataFrame]

EACH_GROUP = "each-group"
"""The candidate that reads the same share of each group of the first column of groups."""

ANSWERED = "test, answer"
"""The name of the data of a measure of the answer."""

NO_DATA = say(
    "service-no-data",
    "The project has no own data yet: put data.csv into the folder, and save data.yml.",
)
FAULTY = say("service-faulty-data", "The data cannot be used yet: {sentence}")


def data_faults(project: Files) -> DataFaults:
    """All faults of data.yml and data.csv. See Project.data_faults."""
    text, content = project.saved("data"), project.content("data.csv")
    own = [] if text is ... else OwnData.faults_by_label(text)
    found = [replace(each, file="data") for each in own]
    if text is ... or content is None:
        return DataFaults([*found, fault(NO_DATA)])
    data = project.read("data")
    try:
        table = read_table(content)
    except ArtefactError as error:
        return DataFaults([*found, *error.faults])
    about_table = table_faults(data, table) if data else ()
    return DataFaults([*found, *(by_label(each, OwnData) for each in about_table)])


def own_parts(project: Files) -> tuple[OwnData, pd.DataFrame, pd.DataFrame]:
    """What data.yml says, the part from which a service learns, and the part kept for measuring.

    Numbers are floats, the date a date, all else texts. Raises ServiceError while there is a fault
    in data.yml or data.csv.
    """
    text, content = project.saved("data"), project.content("data.csv")
    if project.read("data") is None or content is None:
        raise failure(NO_DATA)
    data, known, aside = _parts(text, content)
    return data, known.copy(), aside.copy()


@lru_cache(maxsize=1)
def _parts(text: str, content: bytes) -> tuple[OwnData, pd.DataFrame, pd.DataFrame]:
    """The same for the text of data.yml and the bytes of data.csv, read and checked only once."""
    data = OwnData.from_yaml(text)
    try:
        table = read_table(content)
    except ArtefactError as error:
        raise failure(FAULTY, sentence=error.faults[0]) from None
    found = [*data.faults(), *table_faults(data, table)]
    if found:
        raise failure(FAULTY, sentence=by_label(found[0], OwnData))
    aside = kept_aside(data, table)
    for name in data.numbers or []:
        table[name] = numbers_of(table[name])
    if data.date:
        table[data.date] = dates(table[data.date])
    table = table.drop(columns=[each for each in data.left_out or [] if each in table])
    known, kept = (table[rows].reset_index(drop=True) for rows in (~aside, aside))
    return data, known, kept


def how_of(project: Files) -> dict[str, Any]:
    """What a Service on own data is made with: its table, columns and answers."""
    data, known, _ = own_parts(project)
    hidden = {data.answer, *(data.known_later or [])}
    return {
        "learns_from": lambda: known.copy(),
        "columns": [name for name in known.columns if name not in hidden],
        "options": sorted(known[data.answer].unique()),
    }


def ready_own_service(project: Files, choices: AnyChoices) -> Service:
    """The ready pipeline on own data, with a team's choices."""
    from course.project.ready import decide_with, learn

    data, _, _ = own_parts(project)
    columns = columns_of(data)

    def train(rows: pd.DataFrame) -> Any:
        return learn(rows, choices, columns, urgent_answer=data.urgent_answer or "")

    def decide(model: Any, rows: pd.DataFrame) -> pd.DataFrame:
        return decide_with(model, rows, choices, named=str)

    return Service(train, decide, **how_of(project))


def scores_of(project: Files, decide: Decide) -> Scores:
    """The scores of a service on own data that apply, measured on the part that is kept aside.

    See own_scale.own_scores. Raises ServiceError.
    """
    data, known, aside = own_parts(project)
    return own_scores(data, known, aside, decide(aside))


def audit_own(project: Files, decide: Decide) -> Audit:
    """What is measured on own data, in the form of measured.audit. Raises ServiceError."""
    data, known, aside = own_parts(project)
    decided = decide(aside)
    answer = data.answer or ""
    urgent = (aside[answer] == data.urgent_answer).astype(int).to_numpy()
    groups = {name: group_names(name, aside[name]) for name in data.groups or []}
    share = share_read(data)
    urgency = decided["urgency"].to_numpy(dtype=float)
    read = {
        ARRIVAL: read_first(_arrival(data, aside), share),
        ONE_LIST: read_first(urgency, share),
        EACH_GROUP: _each_group(urgency, next(iter(groups.values())), share),
    }
    candidates = {name: _urgency(urgent, each.astype(int), groups) for name, each in read.items()}
    statement = project.read("fairness-statement")
    chosen = statement.chosen if statement and statement.chosen in candidates else ONE_LIST
    numbers = [
        *_answers(aside, decided, answer, groups),
        *(each for each in candidates[chosen] if each.metric in ("recall", "selection rate")),
    ]
    return {
        "own-datasheet": _counted(data, known, aside),
        "model-card": numbers,
        "fairness-statement": candidates,
        "monitoring-plan": [*numbers, *largest_gaps(candidates[chosen])],
    }


def counted_own(project: Files) -> dict[str, Any]:
    """The rows and groups of a team's own table, as a datasheet takes them. Raises ServiceError."""
    return _counted(*own_parts(project))


def begun(project: Files) -> dict[str, Any]:
    """What is known of the datasheet of a team's own data, as a form takes it. Raises ServiceError.

    Of columns that are left out, nothing is asked.
    """
    data, known, aside = own_parts(project)
    counts = _counted(data, known, aside)
    return {
        "name": data.name,
        "rows": str(counts["rows"]),
        "columns": [
            {"name": name, "meaning": "", "personal": "", "needed_for": ""}
            for name in known.columns
        ],
        "groups": {
            name: {group: str(number) for group, number in found.items()}
            for name, found in counts["groups"].items()
        },
    }


def _counted(data: OwnData, known: pd.DataFrame, aside: pd.DataFrame) -> dict[str, Any]:
    groups = list(dict.fromkeys(data.groups or []))
    return counted(pd.concat([known, aside])[groups].apply(stated), groups)


def group_names(column: str, values: pd.Series) -> "np.ndarray[Any, Any]":
    """Groups by column and value, as in “housing: rent”, so that no two columns share a name."""
    return (f"{column}: " + stated(values)).map(stored).to_numpy(dtype=str)


def _arrival(data: OwnData, aside: pd.DataFrame) -> "np.ndarray[Any, Any]":
    """An urgency by which the oldest case is read first, whatever the order of the file."""
    # A date that is listed as left out is no longer in the table.
    order = oldest_first(aside, aside.get(data.date or ""))
    return -np.argsort(order).astype(float)


def _each_group(
    urgency: "np.ndarray[Any, Any]", group: "np.ndarray[Any, Any]", share: float
) -> "np.ndarray[Any, Any]":
    """The same share of each group, the most urgent cases first within each."""
    read = np.zeros(len(urgency), dtype=bool)
    for name in np.unique(group):
        here = group == name
        read[here] = read_first(urgency[here], share)
    return read


def _urgency(
    urgent: "np.ndarray[Any, Any]",
    read: "np.ndarray[Any, Any]",
    groups: Mapping[str, "np.ndarray[Any, Any]"],
) -> list[Measure]:
    found = measures(urgent, read, data=TEST, metrics=["selection rate"])
    for place, group in enumerate(groups.values()):
        metrics: list[Any] = ["recall"]
        if place == 0:
            metrics.append(GAP)
        found += _new(found, measures(urgent, read, data=TEST, groups=group, metrics=metrics))
    return found


def _answers(
    aside: pd.DataFrame,
    decided: pd.DataFrame,
    answer: str,
    groups: Mapping[str, "np.ndarray[Any, Any]"],
) -> list[Measure]:
    right = rightly(aside, decided, answer).astype(int)
    ones = np.ones(len(right), dtype=int)
    commonest = (aside[answer] == aside[answer].mode()[0]).astype(int).to_numpy()
    found = [
        each.model_copy(update={"metric": BASELINE})
        for each in measures(commonest, ones, data=ANSWERED, metrics=["accuracy"])
    ]
    for group in groups.values():
        more = measures(right, ones, data=ANSWERED, groups=group, metrics=["accuracy"])
        found += _new(found, more)
    return found
