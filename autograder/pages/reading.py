"""Read graded notebooks: parts of them were written by a learner's process.

Feedback and report read submissions through this module only.
"""

import re
from collections.abc import Mapping
from typing import Any

from course import language
from course.checking import outcome


def notebook_language(metadata: Mapping[str, Any]) -> str:
    """The language of a notebook, from its metadata; English if it names none of the course's."""
    ours = metadata.get("ai4gov")
    lang = ours.get("language") if isinstance(ours, dict) else None
    return lang if isinstance(lang, str) and lang in language.LANGUAGES else language.SOURCE


def outcome_data(cell: Mapping[str, Any]) -> dict[str, Any]:
    """The outcome that the check in a test cell left, as plain data; empty if there is none.

    Takes a cell as plain data from the file. Keys: state (right, not-yet, not-attempted), code.
    """
    for output in cell.get("outputs") or ():
        data = output.get("data") if isinstance(output, dict) else None
        found = data.get(outcome.MIME) if isinstance(data, dict) else None
        if isinstance(found, dict) and found.get("state") in list(outcome.STYLES):
            code = found.get("code")
            known = isinstance(code, str) and re.fullmatch(r"[a-z0-9-]{1,80}", code)
            return {"state": found["state"], "code": code if known else ""}
    return {}


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
