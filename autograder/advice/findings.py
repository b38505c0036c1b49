"""A finding of `doctor ASSIGNMENT` about a test cell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One fault of a test cell: what it is, and what to write instead.

    `rule` is the id under which docs/grading.md documents it.
    """

    notebook: str
    cell: str
    rule: str
    what: str
    write: str
