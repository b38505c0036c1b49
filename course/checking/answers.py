"""Answers of an answers.py: right ones, and typical mistakes with the message each must get."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AnswerCase:
    """Code of an answer cell, with the expected message and points.

    `source` is the Python code, `code` the code of the message, and `points` the points that the
    answer must earn; None means all of them.
    """

    source: str
    code: str
    points: float | None


def right(source: str) -> AnswerCase:
    """A right answer other than the reference answer in the notebook."""
    return AnswerCase(source, "right", None)


def mistake(code: str, source: str, *, points: float = 0) -> AnswerCase:
    """A typical mistake, the message it must get and the points it still earns."""
    return AnswerCase(source, code, points)
