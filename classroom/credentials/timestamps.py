"""Times as credentials write them: UTC, to the second, such as 2026-11-24T09:30:00Z."""

import re
from datetime import UTC, datetime

FORM = "%Y-%m-%dT%H:%M:%SZ"
SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}Z")


def now() -> datetime:
    """This second, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)


def written(moment: datetime) -> str:
    """A moment as a credential writes it."""
    return moment.astimezone(UTC).strftime(FORM)


def parsed(text: object) -> datetime:
    """The moment that a text of a credential names. Raises ValueError."""
    if not isinstance(text, str) or not SHAPE.fullmatch(text):
        raise ValueError("not a time")
    return datetime.strptime(text, FORM).replace(tzinfo=UTC)
