"""What stands in graded work: read with care, for a learner's process has written it.

Feedback and report read submissions through this module only.
"""

import re
from collections.abc import Mapping

from course import language
from course.checking import outcome


def notebook_language(metadata: Mapping) -> str:
    """The language of a notebook, from its metadata; English when it names none of ours."""
    ours = metadata.get("ai4gov")
    lang = ours.get("language") if isinstance(ours, dict) else None
    return lang if isinstance(lang, str) and lang in language.LANGUAGES else language.SOURCE


def outcome_data(cell: Mapping) -> dict:
    """The outcome that the check in a test cell left, as plain data; empty if there is none.

    Takes a cell as it stands in the file. Keys: state (right, not-yet, not-attempted), code.
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


def exercise_state(points: float, out_of: float, data: Mapping) -> str:
    """How an exercise stands: by its points in the gradebook, and below all by its outcome."""
    said = data.get("state", outcome.NOT_YET)
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
