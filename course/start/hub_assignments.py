"""What a hub knows of a learner's assignments: to hand in, handed in, feedback.

The package `autograder` finds it out, from nbgrader, under the entry point GROUP. What was found is
kept in a file in the learner's home, because nbgrader takes a second to load: a check that writes
the start page again reads the file.
"""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import entry_points
from pathlib import Path

from course.files import open_plain, write_atomic

GROUP = "ai4gov.handing_in"
"""The entry point: a function that takes the learner's home and returns a list of HandedIn."""

NAME = ".ai4gov-handing-in.json"
LARGEST_STATUS = 1_000_000

TO_FETCH, TO_HAND_IN, HANDED_IN = "to-fetch", "to-hand-in", "handed-in"
STATES = (TO_FETCH, TO_HAND_IN, HANDED_IN)

NO_FEEDBACK, FEEDBACK_WAITS, FEEDBACK_FETCHED = "", "waits", "fetched"
FEEDBACK = (NO_FEEDBACK, FEEDBACK_WAITS, FEEDBACK_FETCHED)


@dataclass(frozen=True)
class HandedIn:
    """One assignment, as the exchange and the learner's folders know it.

    `folder` and `page` are paths inside the home: the fetched assignment, and the newest feedback
    page that was fetched. `at` is the time of the latest submission, in UTC, as ISO 8601.
    `feedback` is "waits" when the exchange has a page that the learner has not fetched. `also` is
    the name under which the Assignment List offers a fetched assignment in another language.
    """

    assignment: str
    state: str
    at: str = ""
    feedback: str = NO_FEEDBACK
    folder: str = ""
    page: str = ""
    also: str = ""


@dataclass(frozen=True)
class Status:
    """All assignments of the hub, and when they were looked up."""

    found: tuple[HandedIn, ...] = ()
    looked_up: str = ""


def on_a_hub() -> bool:
    """Whether this is a server of a JupyterHub that has the course's package for graders."""
    return bool(os.environ.get("JUPYTERHUB_USER")) and bool(entry_points(group=GROUP))


def look_up(home: Path) -> Status | None:
    """Ask nbgrader, and keep what it says; None where there is no hub, or it does not answer."""
    if not on_a_hub():
        return None
    for point in entry_points(group=GROUP):
        try:
            find: Callable[[Path], list[HandedIn]] = point.load()
            status = Status(tuple(find(home)), datetime.now(UTC).isoformat(timespec="seconds"))
            write_atomic(home / NAME, json.dumps(asdict(status), ensure_ascii=False, indent=1))
            return status
        except Exception:
            # nbgrader may be missing or set up wrongly: the page then shows what was known.
            continue
    return kept(home)


def kept(home: Path) -> Status | None:
    """What was found last; None where nothing was, or its file cannot be read."""
    try:
        with open_plain(home / NAME) as file:
            content = file.read(LARGEST_STATUS + 1)
        if len(content) > LARGEST_STATUS:
            return None
        stated = json.loads(content)
        found = tuple(HandedIn(**each) for each in stated["found"])
        looked_up = stated["looked_up"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(looked_up, str) or not all(map(_is_valid, found)):
        return None
    return Status(found, looked_up)


def _is_valid(each: HandedIn) -> bool:
    return (
        all(isinstance(value, str) for value in asdict(each).values())
        and each.state in STATES
        and each.feedback in FEEDBACK
    )
