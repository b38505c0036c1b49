"""Faults: errors in an artefact, each with its place and a sentence for people."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of
from decimal import Decimal
from typing import Self

from course import language
from course.checking.messages import GENERAL, Message, say
from course.dossier.fields.blank_group import spoken
from course.errors import UserError
from course.language import Translator

LINE = say("dossier-line", "Line {line}: {sentence}")
IN_FILE = say("dossier-in-file", "{file}: {sentence}")

FIELD_NAME = re.compile(r"`([a-z_]+)`")
"""The name of a field in a message."""


class LazyText(str):
    """An English text that is translated when it is shown, not when it is written."""

    module: str
    """The module whose catalogue translates it."""

    def __new__(cls, text: str, module: str = GENERAL) -> Self:
        lazy = super().__new__(cls, text)
        lazy.module = module
        return lazy

    def read(self, lang: str | None = None) -> str:
        """The text in a language (the reader's own when none is given)."""
        return language.text(self, module=self.module, lang=lang)


def t(text: str) -> LazyText:
    """Mark a literal for translators where the reader's language is not known yet."""
    return LazyText(text)


@dataclass(frozen=True)
class Number:
    """A number that is shown as the reader's language writes it: 0.45, or 0,45."""

    value: float
    pattern: str = "{number}"
    """What is shown with it, such as a sign before it."""

    def read(self, lang: str | None = None) -> str:
        """The number in a language (the reader's own when none is given)."""
        shown = Translator(GENERAL, lang).number(self.value, decimals(self.value))
        return self.pattern.format(number=shown)


def translated(text: LazyText, **values: object) -> str:
    """A text in the reader's language, with values for its `{names}`."""
    return text.read().format(**values)


@dataclass(frozen=True)
class Fault(Message):
    """One error in an artefact, as a message with a place.

    `where` is the path of the field, with list entries counted from 1, as in "measures.2.value"; it
    is empty for an error in the whole text. `line` is a line of the YAML text, counted from 1, or 0
    when there is no text.
    """

    where: str = ""
    line: int = 0
    meant: str = ""
    """The field that a misspelt name probably means, if that field is missing."""
    file: str = ""
    """The name of the artefact in a dossier; empty where there is only one artefact."""
    titles: Mapping[str, LazyText] = field_of(default_factory=dict)
    """Titles of fields that replace their names in the sentence, where there is a form."""

    def read(self, lang: str | None = None) -> str:
        """The sentence in a language (the reader's own when none is given)."""
        shown = {name: _shown(value, lang) for name, value in self.values.items()}
        sentence = Message(self.code, self.text, shown, self.module).read(lang)
        if self.titles:
            sentence = FIELD_NAME.sub(lambda found: self._titled(found, lang), sentence)
        if self.line:
            values = {"line": self.line, "sentence": sentence}
            sentence = Message(LINE.code, LINE.text, values, GENERAL).read(lang)
        if self.file:
            values = {"file": self.file, "sentence": sentence}
            sentence = Message(IN_FILE.code, IN_FILE.text, values, GENERAL).read(lang)
        return sentence

    def _titled(self, found: re.Match[str], lang: str | None) -> str:
        title = self.titles.get(found[1])
        return f"`{title.read(lang)}`" if title else found[0]

    def concerns(self, fields: Sequence[str]) -> bool:
        """Whether the fault is in one of these fields, or in the text as a whole."""
        return not self.where or self.field in fields or self.meant in fields

    @property
    def field(self) -> str:
        """The field of the artefact that has the fault."""
        return self.where.partition(".")[0]


def fault(message: Message, where: str = "", **values: object) -> Fault:
    """A fault with this message at a place, which replaces `{where}` in the text."""
    return Fault(message.code, message.text, {"where": where, **values}, GENERAL, where)


def decimals(value: float) -> int:
    """The number of digits after the decimal point: 2 for 0.75."""
    exponent = Decimal(repr(float(value))).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def short(value: object) -> str:
    """A value on one line of at most 40 characters, for a message."""
    written = " ".join(str(value).split())
    return written if len(written) <= 40 else written[:39] + "…"


def _shown(value: object, lang: str | None) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Number(value)
    # A LazyText is a text as well, and is read in the language by the message.
    return spoken(value, lang) if type(value) is str else value


class ArtefactError(UserError):
    """A text that is no artefact: one line for each of its `faults`, the most useful first."""

    def __init__(self, faults: Sequence[Fault]):
        super().__init__(faults[0].code)
        self.faults = list(faults)

    def __str__(self) -> str:
        return "\n".join(each.read() for each in self.faults)

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a stack trace: the sentences."""
        return str(self).splitlines()
