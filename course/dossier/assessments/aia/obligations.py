"""What each impact level asks for, after Canada's Directive on Automated Decision-Making.

The data are course/frameworks/aia-obligations.yml.
"""

from dataclasses import dataclass

from course.frameworks import framework

NAME = "aia-obligations"
"""The name of the framework."""


@dataclass(frozen=True)
class Obligation:
    """One thing that a level asks for, with its texts in the reader's language."""

    id: str
    topic: str
    """What it is about, such as "Staff training"."""
    kind: str
    """"duty", "advice" or "permission"."""
    text: str


def obligations(level: int, lang: str | None = None) -> list[Obligation]:
    """What a level from 1 to 4 asks for, in the reader's language or in `lang`.

    Raises ValueError for another level, such as None for an incomplete form.
    """
    _known(level)
    return [
        Obligation(duty["id"], topic["label"], duty["kind"], duty["text"])
        for topic in framework(NAME, lang)["topics"]
        for duty in topic["duties"]
        if level in duty["levels"]
    ]


def summary(level: int, lang: str | None = None) -> dict[str, str]:
    """One line for each topic: what the level asks for. Raises ValueError for another level."""
    _known(level)
    return {topic["label"]: topic["summary"][level] for topic in framework(NAME, lang)["topics"]}


def _known(level: object) -> None:
    if level not in (1, 2, 3, 4) or isinstance(level, bool):
        raise ValueError(f"an impact level is 1, 2, 3 or 4, not {level!r}")
