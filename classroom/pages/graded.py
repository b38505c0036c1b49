"""Read graded notebooks: parts of them were written by a learner's process.

Feedback and report read submissions through this module only.
"""

import json
import re
from collections.abc import Container, Mapping
from typing import Any

from autograder.errors import Unreadable
from autograder.records import HOW_RUN
from autograder.text import printable
from course import language
from course.checking import outcome

MOST_TRIES = 999


def notebook_language(metadata: Mapping[str, Any]) -> str:
    """The language of a notebook, from its metadata; English if it names none of the course's."""
    ours = metadata.get("ai4gov")
    lang = ours.get("language") if isinstance(ours, dict) else None
    return lang if isinstance(lang, str) and lang in language.LANGUAGES else language.SOURCE


def outcome_data(cell: Mapping[str, Any]) -> dict[str, Any]:
    """The outcome that the check in a test cell left, as plain data; empty if there is none.

    Takes a cell as plain data from the file. Keys: state (right, not-yet, not-attempted), code;
    value (of an answer that no message names, at most outcome.LONGEST_VALUE characters), hidden
    (whether only a hidden check failed), tries (from 0 to MOST_TRIES).
    """
    for output in cell.get("outputs") or ():
        data = output.get("data") if isinstance(output, dict) else None
        found = data.get(outcome.MIME) if isinstance(data, dict) else None
        if isinstance(found, dict) and found.get("state") in list(outcome.STYLES):
            code = found.get("code")
            known = isinstance(code, str) and re.fullmatch(r"[a-z0-9-]{1,80}", code)
            value, tries = found.get("value"), found.get("tries")
            return {
                "state": found["state"],
                "code": code if known else "",
                "value": printable(value[: outcome.LONGEST_VALUE])
                if isinstance(value, str)
                else "",
                "hidden": found.get("hidden") is True,
                "tries": min(max(tries, 0), MOST_TRIES) if type(tries) is int else 0,
            }
    return {}


def read_graded(
    content: bytes, known: Container[str]
) -> tuple[str, dict[str, dict[str, Any]], str]:
    """Language, outcomes by cell and mode of a notebook; called in a worker process.

    Only the cells in `known` count, each at its first place. Raises Unreadable.
    """
    try:
        found = json.loads(content)
        cells: dict[str, dict[str, Any]] = {}
        for cell in found["cells"]:
            marks = cell["metadata"].get("nbgrader")
            name = marks.get("grade_id") if isinstance(marks, dict) else None
            if isinstance(name, str) and name in known:
                cells.setdefault(name, outcome_data(cell))
        mode = found["metadata"].get("ai4gov", {}).get(HOW_RUN, {}).get("mode", "")
        lang = notebook_language(found["metadata"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Unreadable("it is not a notebook") from None
    return lang, cells, mode if isinstance(mode, str) else ""


def exercise_name(cell: str) -> str:
    """The name of an exercise, from the cell that carries its points."""
    return cell.removeprefix("check-")


def exercise_state(points: float, out_of: float, data: Mapping[str, Any]) -> str:
    """The state of an exercise: right if it has all points, otherwise as its check said."""
    said: str = data.get("state", outcome.NOT_YET)
    if not out_of:
        return said
    if points >= out_of:
        return outcome.RIGHT
    return outcome.NOT_YET if said == outcome.RIGHT else said


def points_text(points: float, t: language.Translator) -> str:
    """Points to read: whole ones without decimals, others with two at most."""
    rounded = round(points, 2)
    digits = next(n for n in (0, 1, 2) if round(rounded, n) == rounded)
    return t.number(rounded, digits)
