"""Messages of a check to a learner: a stable code and one sentence that can be translated."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from course import language

GENERAL = "course"
"""The catalogue of the sentences that every module shares."""


@dataclass(frozen=True)
class Message:
    """One sentence for a learner.

    The code is stable, so that a report can count what a class gets wrong; the text is
    English and serves as the key of its translations.
    """

    code: str
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    module: str = ""
    """The module whose catalogue translates the text; filled in when a check runs."""

    def read(self, lang: str | None = None) -> str:
        """The sentence in a language (the learner's own when none is given)."""
        written = language.text(self.text, module=self.module, context=self.code, lang=lang)
        try:
            return written.format(**self.values)
        except (KeyError, IndexError, ValueError):
            # Fall back to English; the build refuses a translation with wrong placeholders.
            return self.text.format(**self.values)


def say(code: str, text: str, **values: object) -> Message:
    """The message `code` with its English `text`; `{name}` in the text takes a value.

    Write the text as a literal: the builder collects it for the translators.
    """
    return Message(code, text, values)


def general(code: str, **values: object) -> Message:
    """One of the sentences that every module shares."""
    return Message(code, SHARED[code].text, values, GENERAL)


SHARED = {
    message.code: message
    for message in (
        say(
            "form-text",
            "Your answer is text: hand over the number itself, without quotation marks.",
        ),
        say(
            "form-percent",
            "This looks like per cent; the exercise asks for a share between 0 and 1.",
        ),
        say(
            "form-rounded",
            "This looks rounded: keep all digits in your answer, and round only what you show.",
        ),
        say(
            "form-complement",
            "You have the share of all the others: read again which people the question is about.",
        ),
        say(
            "form-comma",
            "Python read two numbers here: write the decimal sign as a point, as in 0.5.",
        ),
        say(
            "form-series",
            "This is a whole table or list where one number is asked: pick out the value "
            "that the question is about.",
        ),
        say(
            "form-brackets",
            "You named a function but did not call it: add its brackets.",
        ),
        say(
            "form-nan",
            "The result is “not a number”: most often no row matched. Look at how the values "
            "are written in the table.",
        ),
        say("form-range", "A share lies between 0 and 1; yours is {value}."),
        say(
            "form-missing",
            "One of the answers still stands at three dots: replace them and run the cell again.",
        ),
        say("form-number", "A number is asked here; this is of the type {type}."),
        say(
            "form-whole",
            "A count of people is a whole number; yours is {value}.",
        ),
        say(
            "form-return",
            "Your function gives nothing back: end it with `return` and the result.",
        ),
        say("form-error", "With {arguments} your function stopped: {error}."),
        say("form-function", "A function is asked here; this is of the type {type}."),
        say("form-option", "“{value}” is not one of the options. They are: {options}."),
        say("form-table", "A table with the columns {columns} is asked here."),
        say(
            "form-length",
            "There should be {expected} rows here; yours has {length}.",
        ),
        say(
            "form-artefact",
            "The text of the document is asked here, between its quotation marks; this is of the "
            "type {type}.",
        ),
        say(
            "form-wrong",
            "Read the question again, slowly: who is counted, and out of whom?",
        ),
        say(
            "check-failed",
            "The check itself failed ({error}). The fault is ours: please report it.",
        ),
        say("check-unknown", "There is no exercise called “{name}” here. Did you mean {nearest}?"),
        say(
            "check-missing",
            "The file checks.py is not beside this notebook, so nothing can be checked. "
            "Open the notebook in the folder that it came in.",
        ),
        say("right", "Right."),
        say("right-visible", "The visible checks passed; more are run when your work is graded."),
        say(
            "not-attempted",
            "Write your answer in the cell above, run it, then run this cell again.",
        ),
        say(
            "name-missing",
            "Python does not know the name `{name}` yet: run the cell above, and write the name "
            "as the exercise asks.",
        ),
        say("state-right", "Right"),
        say("state-not-yet", "Not yet"),
        say("state-not-attempted", "Not attempted"),
        say("points", "{points} of {out_of} points"),
        say("hint", "Hint:"),
        say("progress-unsaved", "Your progress could not be saved ({reason})."),
    )
}
