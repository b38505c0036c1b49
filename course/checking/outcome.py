"""The outcome of a check: points for the grader, a sentence for the learner."""

import html
import re
from collections.abc import Sequence
from typing import Any

from course import language
from course.checking.messages import GENERAL, Message, general
from course.checking.questions import with_questions
from course.tokens import LIGHT

RIGHT = "right"
NOT_YET = "not-yet"
NOT_ATTEMPTED = "not-attempted"

RIGHT_SO_FAR = "right-visible"
"""Code of the message of a right answer of which the grader will check more."""

MIME = "application/vnd.ai4gov.outcome+json"
"""MIME type of an outcome's data in a notebook's outputs, from which reports are made."""

UNNAMED = {"form-wrong": "value", "form-error": "error", "form-nan": "", "check-failed": "error"}
"""Codes of messages that name no mistake, each with the part of the message that shows the answer.

A report collects these answers, so that authors see which mistakes have no message yet.
"""

LONGEST_VALUE = 200
"""Characters of a learner's answer that an outcome keeps for the report."""

# Inline styles are saved with a notebook and know no theme, so each ink has its own pale ground.
# A mark and a word beside each colour, for readers who cannot tell the colours apart.
STYLES = {
    RIGHT: ("✓", LIGHT["right"], LIGHT["right-ground"]),
    NOT_YET: ("→", LIGHT["not-yet"], LIGHT["not-yet-ground"]),
    NOT_ATTEMPTED: ("○", LIGHT["quiet"], LIGHT["paper"]),
}


def as_html(text: str) -> str:
    """A message as escaped HTML, with text between backticks as code; lines stay lines."""
    escaped = html.escape(text, quote=False).replace("\n", "<br>")
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escaped)


class Outcome(float):
    """The points of an answer, as a float that a notebook shows as a sentence.

    A notebook output of it has three forms: nbgrader reads the points from the plain text, the
    learner sees the HTML, and reports read the data under MIME.
    """

    exercise: str
    state: str
    out_of: float
    message: Message
    hints: Sequence[Message]
    because: Message | None
    """Why a right answer is right, where its exercise says so."""
    note: Message | None
    drawn: Sequence[str]
    """The answers that controls draw, by their names: no sentence shows these."""
    lang: str
    hidden: bool
    """Whether the answer holds all that checks.py asks, and fails a hidden check."""
    tries: int
    """Unsuccessful tries so far, as the learner's progress counts them; 0 when graded."""

    def __new__(
        cls,
        points: float,
        *,
        exercise: str,
        state: str,
        out_of: float,
        message: Message,
        hints: Sequence[Message] = (),
        because: Message | None = None,
    ) -> "Outcome":
        self = super().__new__(cls, points)
        self.exercise = exercise
        self.state = state
        self.out_of = out_of
        self.message = message
        self.hints = hints
        self.because = because
        self.note = None
        self.drawn = ()
        self.hidden = False
        self.tries = 0
        self.lang = language.current()
        return self

    def __repr__(self) -> str:
        return repr(float(self))

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, object]:
        return {
            "text/plain": repr(self),
            "text/html": self.as_html(),
            MIME: self.as_data() | self._for_reports(),
        }

    def as_data(self) -> dict[str, Any]:
        """The outcome as JSON data: exercise, state, code, points, out_of."""
        return {
            "exercise": self.exercise,
            "state": self.state,
            "code": self.message.code,
            "points": float(self),
            "out_of": self.out_of,
        }

    def _for_reports(self) -> dict[str, Any]:
        """For a report, beside as_data: `value`, `hidden` and `tries`, where there are any."""
        found: dict[str, Any] = {}
        if self.message.code in UNNAMED:
            value = self.message.values.get(UNNAMED[self.message.code], "")
            found["value"] = " ".join(str(value).split())[:LONGEST_VALUE]
        if self.hidden:
            found["hidden"] = True
        if self.tries:
            found["tries"] = self.tries
        return found

    def as_html(self) -> str:
        """The outcome as a framed text in the learner's language."""
        mark, ink, paper = STYLES[self.state]
        so_far = self.message.code == RIGHT_SO_FAR
        state = self._read(general("state-right-so-far" if so_far else "state-" + self.state))
        head = f'<strong style="color: {ink}">{mark} {state}</strong>'
        if self.out_of:
            head += f" ({self._points()})"
        lines = [head]
        if self.because:
            lines.append(self._read(self.because))
        if self.message.code != RIGHT:
            lines.append(self._read(self.message))
        lines += [
            f"<em>{self._read(general('hint'))}</em> {self._read(hint)}" for hint in self.hints
        ]
        if self.note:
            lines.append(self._read(self.note))
        body = "".join(f'<div style="margin: 2px 0">{line}</div>' for line in lines)
        return (
            f'<div lang="{self.lang}" class="ai4gov-outcome" data-state="{self.state}" '
            f'style="border-left: 5px solid {ink}; background: {paper}; '
            f'color: {LIGHT["ink"]}; padding: 6px 12px; max-width: 46em">{body}</div>'
        )

    def _read(self, message: Message) -> str:
        return as_html(with_questions(message.read(self.lang), self.drawn, self.lang))

    def _points(self) -> str:
        number = language.Translator(GENERAL, self.lang).number
        written = [number(value, 0 if value == int(value) else 2) for value in (self, self.out_of)]
        if self.out_of == 1:
            return self._read(general("points-one", points=written[0]))
        return self._read(general("points", points=written[0], out_of=written[1]))
