"""Faults: what is wrong in an artefact, where, and the sentence that a person reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from course import language
from course.checking.messages import GENERAL, Message, say
from course.language import Translator

LINE = say("dossier-line", "Line {line}: {sentence}")


class LazyText(str):
    """An English text that is put into the reader's language when it is shown."""

    def read(self, lang: str | None = None) -> str:
        """The text in a language (the reader's own when none is given)."""
        return language.text(self, module=GENERAL, lang=lang)


def t(text: str) -> LazyText:
    """Mark a literal for the translators, where the reader's language is not known yet."""
    return LazyText(text)


def translated(text: LazyText, **values: object) -> str:
    """A marked text in the reader's language, its `{names}` filled in."""
    return text.read().format(**values)


@dataclass(frozen=True)
class Fault(Message):
    """One thing that is wrong, as a message with a place.

    `code` is stable; `where` is the field's path, entries of a list counted from 1, as in
    "measures.2.value", and empty when the whole text is meant; `line` is the line of the
    YAML text, 0 where there is none.
    """

    where: str = ""
    line: int = 0
    meant: str = ""
    """The missing field that a misspelt one seems to stand for."""

    def read(self, lang: str | None = None) -> str:
        """The sentence in a language (the reader's own when none is given)."""
        shown = {
            name: _shown(value, Translator(GENERAL, lang)) for name, value in self.values.items()
        }
        sentence = Message(self.code, self.text, shown, self.module).read(lang)
        if not self.line:
            return sentence
        values = {"line": self.line, "sentence": sentence}
        return Message(LINE.code, LINE.text, values, GENERAL).read(lang)

    def concerns(self, fields: Sequence[str]) -> bool:
        """Whether it is about one of the artefact's fields, or about the text as a whole."""
        return not self.where or self.field in fields or self.meant in fields

    @property
    def field(self) -> str:
        """The artefact's field in which it lies."""
        return self.where.partition(".")[0]


def fault(said: Message, where: str = "", **values: object) -> Fault:
    """The fault of a message at a place; `{where}` in its text is that place."""
    return Fault(said.code, said.text, {"where": where, **values}, GENERAL, where)


def decimals(value: float) -> int:
    """How many digits a number has after its decimal mark: 2 for 0.75."""
    exponent = Decimal(repr(float(value))).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def short(value: object) -> str:
    """What somebody wrote, in a few characters, for a sentence."""
    written = " ".join(str(value).split())
    return written if len(written) <= 40 else written[:39] + "…"


def _shown(value: object, translator: Translator) -> object:
    if isinstance(value, LazyText):
        return value.read(translator.lang)
    if isinstance(value, float):
        return translator.number(value, decimals(value))
    return value


class ArtefactError(Exception):
    """A text that is no artefact; `faults` says why, most useful first."""

    def __init__(self, faults: Sequence[Fault]):
        super().__init__(faults[0].code)
        self.faults = list(faults)

    def __str__(self) -> str:
        return "\n".join(each.read() for each in self.faults)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentences, no stack trace."""
        return str(self).splitlines()
