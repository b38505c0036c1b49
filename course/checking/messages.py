"""Messages of a check to a learner: a stable code and one sentence that can be translated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, runtime_checkable

from course import language

GENERAL = language.GENERAL


@runtime_checkable
class Readable(Protocol):
    """What has a text in each language."""

    def read(self, lang: str | None = None) -> str:
        """The text in a language (the reader's own when none is given)."""


@dataclass(frozen=True)
class Message:
    """One sentence for a learner.

    The code is stable, so that a report can count what a class gets wrong; the text is
    English and serves as the key of its translations.
    """

    code: str
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    """The values of the placeholders; one that can be read in a language is, such as a message."""
    module: str = ""
    """The module whose catalogue translates the text; filled in when a check runs."""

    def read(self, lang: str | None = None) -> str:
        """The sentence in a language (the learner's own when none is given)."""
        written = language.text(self.text, module=self.module, context=self.code, lang=lang)
        values = {
            name: value.read(lang) if isinstance(value, Readable) else value
            for name, value in self.values.items()
        }
        try:
            return written.format(**values)
        except (KeyError, IndexError, ValueError):
            # Fall back to English; the build refuses a translation with wrong placeholders.
            return self.text.format(**values)

    def of(self, module: str) -> "Message":
        """The message with its catalogue: that of `module`, unless it has one already."""
        return self if self.module else replace(self, module=module)


@dataclass(frozen=True)
class Several(Message):
    """The messages about one form, to be read together, each on a line of its own.

    Its code is that of the first.
    """

    messages: tuple[Message, ...] = ()

    def read(self, lang: str | None = None) -> str:
        """The sentences in a language; above more than one, how many there are."""
        lines = [message.read(lang) for message in self.messages]
        if len(lines) == 1:
            return lines[0]
        head = general("form-left", number=len(lines)).read(lang)
        return "\n".join([head, *(f"• {line}" for line in lines)])

    def of(self, module: str) -> Message:
        """The messages, each with its catalogue."""
        return several([message.of(module) for message in self.messages])


def several(messages: Sequence[Message]) -> Several:
    """Messages about one form as one; there is at least one."""
    first = messages[0]
    return Several(first.code, first.text, first.values, first.module, tuple(messages))


@dataclass(frozen=True)
class Named(Message):
    """A message about one of several answers, which begins with the answer's name."""

    name: str = ""

    def read(self, lang: str | None = None) -> str:
        """The sentence in a language, after the name."""
        sentence = Message(self.code, self.text, self.values, self.module)
        return general("form-named", name=self.name, sentence=sentence).read(lang)


def named(message: Message, name: str) -> Named:
    """The message, about the answer with this name."""
    return Named(message.code, message.text, message.values, message.module, name)


def joined(first: Message | None, other: Message) -> Message:
    """The message of an exercise in parts: the first one, and with it all that concern a form."""
    if first is None:
        return other
    if not (isinstance(first, Several) or isinstance(other, Several)):
        return first
    both = [
        message
        for each in (first, other)
        for message in (each.messages if isinstance(each, Several) else (each,))
    ]
    return several([each for place, each in enumerate(both) if each not in both[:place]])


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
            "Your answer is the text “{value}”, and a number is asked. Write it without quotation "
            "marks, without a per-cent sign, with a point as the decimal sign, and without a mark "
            "for thousands. `t.percent` and `t.number`, with which lessons show numbers, make a "
            "text too: leave them out.",
        ),
        say("form-left", "There are {number} things left to do:"),
        say(
            "form-percent",
            "This is right in per cent, and the exercise asks for a fraction: 25% is 0.25.",
        ),
        say(
            "form-rounded",
            "{value} looks rounded. Hand over the number as Python computed it, not rounded "
            "(decimals compared: {digits}).",
        ),
        say(
            "form-complement",
            "Your value and the one asked for add up to 1. Is yours the share of the others, those "
            "for whom the condition does not hold?",
        ),
        say(
            "form-sign",
            "Only the sign is wrong: take the two numbers of the subtraction in the other order.",
        ),
        say("form-named", "`{name}`: {sentence}"),
        say("question", "Question {number}"),
        say("your-answer", "your answer"),
        say("your-answer-to", "your answer to question {number}"),
        say(
            "form-comma",
            "Your answer holds {number} values, because Python reads a comma as a gap between two "
            "values. Write the decimal sign as a point, and no mark for thousands: 0.25, 1060.8. "
            "If you meant several results, give the name only the one that is asked for.",
        ),
        say(
            "form-series",
            "Your answer holds several values (it is of the type {type}), and one number is "
            "asked. Does the exercise ask for their mean or sum, or for one of them?",
        ),
        say(
            "form-brackets",
            "You named a function but did not call it: add its brackets.",
        ),
        say(
            "form-nan",
            "The result is “not a number” (NaN). Either no row matched your condition, or a "
            "missing value went into the calculation.",
        ),
        say(
            "form-range",
            "A share lies between 0 and 1; yours is {value}. Is it per cent, a count, or a "
            "fraction that is upside down? Or are brackets missing round a sum?",
        ),
        say(
            "form-missing",
            "An answer is still missing. Give it, and check again.",
        ),
        say(
            "form-none",
            "One of the answers is `None`, which means nothing: the line that should make it gives "
            "nothing back. `print`, for example, shows a value and gives nothing back: leave it "
            "out.",
        ),
        say("form-number", "A number is asked here; yours is of the type {type}."),
        say("form-whole", "The answer is a whole number; yours is {value}."),
        say(
            "form-whole-share",
            "{value} looks like a share. The answer is a count, and so a whole number.",
        ),
        say(
            "form-return",
            "Your function gives nothing back: end it with `return` and the result, without "
            "`print`. (`append` and `sort` change a list and give nothing back either.)",
        ),
        say("form-error", "With {arguments} your function stopped. {reason} ({error})"),
        say("form-error-python", "Python's own words:"),
        say(
            "form-error-name",
            "There is no column, label or key called `{name}` where your function looks for it. "
            "Check the spelling. A function is also tried with other tables and other groups: take "
            "them from its brackets, and do not name those of the lesson.",
        ),
        say("form-function", "A function is asked here; yours is of the type {type}."),
        say("form-option", "“{value}” is not one of the options. They are: {options}."),
        say("form-table", "A table with the columns {columns} is asked here."),
        say(
            "form-length",
            "{expected} rows or values are asked here; yours has {length}.",
        ),
        say(
            "form-values",
            "A list or column of {expected} numbers is asked here; yours is of the type {type}.",
        ),
        say(
            "form-marks",
            "Each value has to be true or false (`True` or `False`); one of yours is {value}.",
        ),
        say(
            "form-marks-missing",
            "One of your values is missing (NA). Each has to be true or false (`True` or `False`).",
        ),
        say(
            "form-one-column",
            "One column is asked here; yours is a table (columns: {columns}).",
        ),
        say(
            "form-artefact",
            "The text of the document is asked here, between its quotation marks; this is of the "
            "type {type}.",
        ),
        say(
            "form-wrong",
            "Your value is {value}, and another one is asked for. Its form: {form}.",
        ),
        say("form-a-number", "a number (decimals compared: {digits})"),
        say("form-a-share", "a share between 0 and 1 (decimals compared: {digits})"),
        say("form-a-whole", "a whole number"),
        say(
            "check-failed",
            "The check cannot read your answer ({error}). See whether it has the form that the "
            "exercise asks for. If it has, the fault is ours: please report it.",
        ),
        say(
            "check-values",
            "This check expects another number of values (expected: {takes}, in this cell: "
            "{given}). Write the line as it was in the course.",
        ),
        say(
            "checks-broken",
            "The checks of this notebook cannot be read ({error}). The fault is ours: please "
            "report it.",
        ),
        say(
            "cell-stopped",
            "The cell with your answer stopped with an error, so there is no new answer to "
            "check. {reason}",
        ),
        say(
            "name-outdated",
            "`{name}` comes from an earlier run: its cell no longer gives it. Give your answer in "
            "that cell again. In code, it needs exactly the name that is in the brackets of "
            "`check`.",
        ),
        say(
            "form-not-saved",
            "Fill in the form above and press “Save” below it. Then run the cell below the form, "
            "and this cell again.",
        ),
        say(
            "table-overwritten",
            "The line `{line}` has written over a column of `{table}`, because a single `=` gives "
            "a value. To compare, write `==` in it. Then run three cells: the first cell of the "
            "notebook, which restores the table; the cell with your answer; and this one.",
        ),
        say(
            "function-ignores",
            "Your function does not use all that it is given in its brackets (not used: {names}). "
            "Write this in place of the names or values of the lesson.",
        ),
        say(
            "function-outside",
            "Your function uses `{name}`, which belongs to the notebook. It should use only what "
            "it is given in its brackets ({names}).",
        ),
        say(
            "function-replaces",
            "Your function gives `{name}` a value of its own, so it never uses the one that it is "
            "given in its brackets. Delete the line that begins with `{name} =`.",
        ),
        say("check-unknown", "There is no exercise called “{name}” here. Did you mean {nearest}?"),
        say(
            "check-missing",
            "The file checks.py is not beside this notebook, so nothing can be checked. "
            "Open the notebook in the folder that it came in.",
        ),
        say("right", "Right."),
        say("right-visible", "More checks are run when your work is graded."),
        say(
            "not-attempted",
            "Give your answer above, and check again. In a cell with code, replace the three dots, "
            "run the cell, and run this one again.",
        ),
        say(
            "name-missing",
            "Python does not know `{name}` yet. Run the cell with your answer, and check "
            "again. In code, the answer needs exactly the name that is in the brackets of "
            "`check`.",
        ),
        say("state-right", "Right"),
        say("state-right-so-far", "Right so far"),
        say("state-not-yet", "Not yet"),
        say("state-not-attempted", "Not attempted"),
        say("points", "{points} of {out_of} points"),
        say("points-one", "{points} of 1 point"),
        say("hint", "Hint:"),
        say(
            "progress-kept",
            "An earlier answer of yours got {points} points; your progress keeps them.",
        ),
        say("progress-kept-one", "An earlier answer of yours got 1 point; your progress keeps it."),
        say("progress-unsaved", "Your progress could not be saved ({reason})."),
    )
}
