"""What the server and the worker process tell each other: one JSON object a line."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LONGEST_COMMENT = 4000
"""Characters of a comment; the longest of civic-comments has about 1,000."""

LONGEST_REASON = 2000
LONGEST_LINE = 1_000_000
"""Characters of a reason, and bytes of a line that a worker may send."""

PERSON = "person"
"""In place of a department: the service hands the comment over."""

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class _StrictRecord(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Comment(_StrictRecord):
    """A comment as it was typed. Without a language, the worker detects it."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_COMMENT)]
    language: Literal["", "en", "fr", "es", "pt"] = ""
    district: Annotated[str, StringConstraints(max_length=80)] = ""


class Similar(_StrictRecord):
    """An earlier comment that is like the typed one."""

    comment: Name
    date: Name
    language: Name
    text: Annotated[str, StringConstraints(max_length=LONGEST_COMMENT)]
    department: Name
    """Where it was sent."""
    same: bool
    """Whether the service's `find_duplicates` says that both say the same."""


class Decision(_StrictRecord):
    """What the service gives for a comment, and its place among the comments of a day."""

    language: Literal["en", "fr", "es", "pt"]
    detected: bool
    department: Name
    confidence: Share
    urgency: Share
    reason: Annotated[str, StringConstraints(max_length=LONGEST_REASON)]
    quoted: Annotated[list[str], Field(max_length=50)] = []
    """The words of the comment that the reason quotes."""
    day: Name
    """The day whose comments it is compared with, such as 2026-06-30."""
    place: Annotated[int, Field(ge=1)]
    """1 for the most urgent."""
    comments: Annotated[int, Field(ge=1)]
    """The comments of that day, with the typed one."""
    capacity: Annotated[int, Field(ge=0)]
    """How many of them the team reads on the day."""
    similar: Annotated[list[Similar], Field(max_length=5)] = []
    searched: Annotated[int, Field(ge=0)] = 0
    """Among how many earlier comments similar ones were looked for."""
    note: Annotated[str, StringConstraints(max_length=400)] = ""
    """What went wrong with the search for similar comments; empty if nothing did."""


class ToWorker(_StrictRecord):
    """A line to the worker. Errors are written in the language `lang`."""

    comment: Comment
    lang: Literal["en", "fr", "es", "pt"]


class FromWorker(_StrictRecord):
    """A line from the worker: ready, a decision, or an error in one line for people."""

    ready: bool = False
    decision: Decision | None = None
    error: Annotated[str, StringConstraints(max_length=LONGEST_REASON)] = ""
    memory: bool = False
    """Whether the error is a lack of memory."""
