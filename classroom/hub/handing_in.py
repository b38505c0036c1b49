"""What nbgrader knows of a learner's assignments, for the start page (entry point of `course`).

Read from the exchange and the learner's own folders as the Assignment List reads them, so both say
the same. Nothing is written into the exchange.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from nbgrader.utils import parse_utc

from autograder.files import LONGEST_TIMESTAMP
from autograder.settings import personal
from classroom.hub.languages import assignment_and_language, language_of
from classroom.hub.learner_language import learner_language
from course.start.hub_assignments import (
    FEEDBACK_FETCHED,
    FEEDBACK_WAITS,
    HANDED_IN,
    NO_FEEDBACK,
    TO_FETCH,
    TO_HAND_IN,
    HandedIn,
)


def find(home: Path) -> list[HandedIn]:
    """The assignments of the learner whose server this is, in the order of their names.

    Raises what nbgrader raises where there is no exchange.
    """
    config = personal(home)
    # An absolute folder: the current folder is shared by all threads of a server.
    folder = ExchangeFactory(config=config).List(config=config).assignment_dir
    config.Exchange.assignment_dir = str(Path(home, folder))
    released, submitted = (_listed(config, cached=cached) for cached in (False, True))
    return list(_assignments(home.resolve(), released, submitted))


def _listed(config: Any, *, cached: bool) -> list[dict[str, Any]]:
    """What the Assignment List shows: what was released, or what this learner has submitted."""
    found = ExchangeFactory(config=config).List(
        coursedir=CourseDirectory(config=config),
        authenticator=Authenticator(config=config),
        config=config,
    )
    found.cached = cached
    found.inbound = found.remove = False
    entries: list[dict[str, Any]] = found.start() or []
    return entries


def _assignments(
    home: Path, released: Iterable[dict[str, Any]], submitted: Iterable[dict[str, Any]]
) -> Iterable[HandedIn]:
    handed_in = {assignment_and_language(each["assignment_id"])[0]: each for each in submitted}
    # A second language of an assignment is listed beside the first.
    folders: dict[str, list[Path]] = {}
    offered: dict[str, str] = {}
    for each in released:
        name, _ = assignment_and_language(each["assignment_id"])
        fetched = folders.setdefault(name, [])
        if each["status"] == "fetched":
            fetched.append(Path(each["path"]))
        else:
            offered[name] = each["assignment_id"]
    for name in sorted({*folders, *handed_in}):
        fetched = folders.get(name, [])
        # The folder in the learner's language, else the one that nbgrader lists last.
        fetched.sort(key=lambda folder: language_of(folder) == learner_language())
        state = TO_HAND_IN if fetched else TO_FETCH
        at = feedback = page = ""
        if name in handed_in:
            state = HANDED_IN
            at, feedback, page = _submissions(home, handed_in[name]["submissions"])
        folder = _inside(home, str(fetched[-1])) if fetched else ""
        yield HandedIn(
            name, state, at, feedback, folder, page, offered.get(name, "") if fetched else ""
        )


def _submissions(home: Path, submissions: list[dict[str, Any]]) -> tuple[str, str, str]:
    """(time of the latest submission, state of the feedback, newest fetched page)."""
    latest = max(submissions, key=lambda each: str(each["timestamp"]))
    feedback, page = NO_FEEDBACK, ""
    for each in sorted(submissions, key=lambda each: str(each["timestamp"])):
        fetched = [
            notebook["local_feedback_path"]
            for notebook in each["notebooks"]
            if notebook["has_local_feedback"]
        ]
        if fetched:
            feedback, page = FEEDBACK_FETCHED, _inside(home, fetched[0])
        if each["has_exchange_feedback"] and (not fetched or each["feedback_updated"]):
            feedback = FEEDBACK_WAITS
    return _time(str(latest["timestamp"])), feedback, page


def _time(stamp: str) -> str:
    """nbgrader's time of a submission, such as `2026-11-28 10:12:00.123 UTC`, as ISO 8601."""
    try:
        if len(stamp) > LONGEST_TIMESTAMP:
            return ""
        found: datetime = parse_utc(stamp)
        return found.replace(tzinfo=UTC).isoformat(timespec="seconds")
    except Exception:
        # Parsers of times raise many kinds of exceptions.
        return ""


def _inside(home: Path, path: str) -> str:
    """A path inside the home; empty where it is elsewhere."""
    found = Path(path).resolve()
    return found.relative_to(home).as_posix() if found.is_relative_to(home) else ""
