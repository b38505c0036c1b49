"""Answers that authors write down: right ones, and typical mistakes with what each must get."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """Code for an answer cell, and what the check must make of it.

    `code` is the code of the message; `points` what the answer must earn, None for all.
    """

    source: str
    code: str
    points: float | None


def right(source: str) -> Answer:
    """Another right answer than the reference in the notebook."""
    return Answer(source, "right", None)


def mistake(code: str, source: str, *, points: float = 0) -> Answer:
    """A typical mistake: the message it must get, and the points it still earns."""
    return Answer(source, code, points)
