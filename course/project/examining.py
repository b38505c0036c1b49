"""What the checks of the project ask of a service: its scores, and its numbers.

A check is given the service and the texts of the project (`Project.texts`), and decides by itself.
When graded, both come from the learner's process: the service is a proxy whose `decide` takes and
returns tables by value, and the texts are plain.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from course.checking.exercises import part
from course.checking.expect import NotYet
from course.checking.messages import GENERAL, Message, say
from course.checking.notebook_check import GRADER_FOLDER
from course.errors import UserError, describe
from course.project.data import WEEK, hidden_comments, test_part
from course.project.folder import Project, project_of
from course.project.measured import Audit, language_of_groups
from course.project.measuring import measured_by
from course.project.names import OWN, PERSON
from course.project.project_files import ProjectError
from course.project.scoring import Scores, scale, scores
from course.project.service import ServiceError, checked

STOPPED = say("project-service-stopped", "Your service stopped: {error}")
REFUSED = "project-refused"
"""The code of a message that is the service's or the project's own sentence."""

_kept: dict[str, tuple[Any, tuple[str, ...], Any]] = {}
"""What was found last, by what was asked: the service, what it depends on, and the result."""


def visible_scores(service: Any, texts: Mapping[str, str]) -> Scores:
    """The scores on the test part, or on the part of own data that is kept aside.

    Raises NotYet, with the service's own sentence, where it stops or returns another form.
    """
    found: Scores = _once(
        "visible", service, texts, lambda project: _scored(service, project, None)
    )
    return found


def hidden_scores(service: Any, texts: Mapping[str, str]) -> Scores:
    """The scores on the hidden comments, for hidden_checks.py; own data have no hidden ones.

    Raises NotYet as `visible_scores` does, and UserError without the file.
    """
    folder = os.environ.get(GRADER_FOLDER, ".")
    what = "visible" if project_of(dict(texts)).way == OWN else "hidden"
    found: Scores = _once(what, service, texts, lambda project: _scored(service, project, folder))
    return found


def audit_of(service: Any, texts: Mapping[str, str]) -> Audit:
    """The numbers of a service by artefact, measured now: what `Project.measure` returns.

    Raises NotYet as `visible_scores` does.
    """
    found: Audit = _once(
        "audit", service, texts, lambda project: measured_by(project, _decide(service))
    )
    return found


def alone_from(service: Any, texts: Mapping[str, str]) -> tuple[float, float]:
    """Between which confidences, from 0 to 1, a service begins to decide alone.

    Found on the test part, or on the part of own data that is kept aside.

    The first is the highest confidence below the second with which it hands over (0 where there is
    none), and the second the lowest one with which it decides alone. Raises NotYet as
    `visible_scores` does.
    """
    found: tuple[float, float] = _once(
        "alone", service, texts, lambda project: lowest_alone(_decide(service)(_cases(project)))
    )
    return found


def lowest_alone(decided: pd.DataFrame) -> tuple[float, float]:
    """The same for a table of decisions."""
    confidence = decided["confidence"].to_numpy(dtype=float)
    alone = (decided["department"].astype(str) != PERSON).to_numpy()
    lowest = float(confidence[alone].min(initial=1.0))
    return float(confidence[~alone & (confidence < lowest)].max(initial=0.0)), lowest


def _cases(project: Project) -> pd.DataFrame:
    """The cases on which a project's service is measured."""
    if project.way == OWN:
        from course.project.tabular import own_parts

        return own_parts(project)[2]
    return test_part()


def _scored(service: Any, project: Project, folder: str | None) -> Scores:
    if project.way == OWN:
        from course.project.tabular import scores_of

        return scores_of(project, _decide(service))
    table = test_part() if folder is None else hidden_comments(folder)
    found = scores(
        _decide(service),
        lambda comments: [tuple(pair) for pair in _asked(service.find_duplicates, comments)],
        table,
        per=WEEK if folder is None else "D",
    )
    return replace(found, ranges=scale().test_part) if folder is None else found


def _once(what: str, service: Any, texts: Mapping[str, str], make: Callable[[Project], Any]) -> Any:
    project = project_of(dict(texts))
    rests_on = (
        project.fingerprint(),
        str(project.saved("fairness-statement")),
        project.way,
        str(language_of_groups(project)),
    )
    known = _kept.get(what)
    if known is not None and known[0] is service and known[1] == rests_on:
        return known[2]
    try:
        found = make(project)
    except UserError as error:
        values = {"error": sentence_of(error)}
        raise NotYet(Message(REFUSED, "{error}", values, GENERAL)) from error
    _kept[what] = (service, rests_on, found)
    return found


def sentence_of(error: UserError) -> Message | str:
    """What an error says: as a message, which can be read in each language, where it has one."""
    own = isinstance(error, (ServiceError, ProjectError))
    return error.message if own else str(error)  # type: ignore[attr-defined]


def _decide(service: Any) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """The service's decide, whose result is checked on this side too."""
    options: list[str] = []

    def decide(comments: pd.DataFrame) -> pd.DataFrame:
        found = _asked(service.decide, comments)
        if not options:
            options.extend(str(each) for each in service.options)
        return checked(found, comments, options)

    return decide


def _asked(function: Callable[[pd.DataFrame], Any], comments: pd.DataFrame) -> Any:
    try:
        return function(comments)
    except UserError:
        raise
    except Exception as error:
        values = {"error": describe(error)}
        raise NotYet(Message(STOPPED.code, STOPPED.text, values, GENERAL)) from error


def so_far(share: float, otherwise: Message) -> None:
    """Give the share of the points that the table of a notebook shows, as `grow` does.

    For the last line of a visible check whose points depend on hidden comments; when graded it does
    nothing, and the hidden check decides.
    """
    if GRADER_FOLDER not in os.environ:
        grow(share, otherwise)


def grow(share: float, otherwise: Message) -> None:
    """Give an exercise this share of its points, in tenths, and the message for the rest.

    For a check that decides nothing else: `share` is that of Scores.share, from 0 to 1.
    """
    tenths = min(max(int(10 * share + 1e-9), 0), 10)
    if tenths:
        with part(tenths):
            pass
    if tenths < 10:
        with part(10 - tenths):
            raise NotYet(otherwise)
