"""Names of groups in files, above all of the group of those of whom a column says nothing.

Files keep the English name, so that colleagues who read different languages agree with each other
and with the measured numbers. Pages, forms, tables and messages show the name in the reader's
language, and what somebody writes in a language of the course is kept as the same name.
"""

import re
from collections.abc import Mapping
from typing import Any

from course import language

NOT_STATED = "not stated"
"""The name of the group in files."""

WORDS = (NOT_STATED, "non indiqué", "sin indicar", "não informado")
"""What is read as this name, in the languages of the course."""

_AFTER_A_COLON = re.compile(rf"\s?:\s(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
_COLON = re.compile(r"(?<![\d\s:])\s*:\s*(?=[^\s:/])")
"""The colon of a name, with other spaces than a name in files has; not that of 10:30."""
_STORED = re.compile(rf"(^|: |, |\.){NOT_STATED}(?=$|, )")


def stored(value: Any) -> Any:
    """A name of a group as files keep it; also a list of names, and a dictionary by names.

    A name is the group alone, or the column, a colon and the group, as in “Sexo: sin indicar”. The
    first colon has a space behind it and none before, whatever a language's habit is.
    """
    if isinstance(value, str):
        value = _COLON.sub(": ", value, count=1)
        column, _, group = value.rpartition(":")
        if " ".join(group.split()).casefold() not in WORDS:
            return value
        return f"{column.strip()}: {NOT_STATED}" if column.strip() else NOT_STATED
    if isinstance(value, Mapping):
        return {stored(key): stored(each) for key, each in value.items()}
    return [stored(each) for each in value] if isinstance(value, list) else value


def stored_in(text: str) -> str:
    """A text whose names, such as “Sexo: sin indicar”, are written as files keep them."""
    return _AFTER_A_COLON.sub(f": {NOT_STATED}", text)


def spoken(value: Any, lang: str | None = None) -> Any:
    """What `stored` gives in the words of a language: the reader's own when none is given.

    A text can also be some names with commas between them, or a path that ends in one.
    """
    if isinstance(value, str):
        t = language.Translator("course", lang)
        return _STORED.sub(lambda found: found[1] + t("not stated"), value)
    if isinstance(value, Mapping):
        return {spoken(key, lang): spoken(each, lang) for key, each in value.items()}
    return [spoken(each, lang) for each in value] if isinstance(value, list) else value
