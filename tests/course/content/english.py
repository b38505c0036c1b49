"""Finding the course's English sentences in a page of another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import polib
from bs4 import BeautifulSoup

from course import places

Words = tuple[str, ...]

FEWEST = 3
"""Words of a sentence, or of its part between two values: fewer may be a name."""


def words(text: str) -> Words:
    """The words of a text, without its punctuation; a name with hyphens is one word."""
    return tuple(re.findall(r"\w[\w-]*", text.lower()))


def pieces(text: str) -> Iterator[Words]:
    """The parts of a text that a reader meets as they are: between its values, line by line.

    Formulas and the targets of links are no words.
    """
    text = re.sub(r"\]\([^)]*\)", "]", re.sub(r"\${1,2}[^$]+\${1,2}", "\n", text))
    for part in re.split(r"\{[^{}]*\}|\n", text):
        if len(found := words(part)) >= FEWEST:
            yield found


class English:
    """The English sentences of some catalogues that a language translates."""

    def __init__(self, catalogues: Iterable[str], lang: str):
        entries = [
            entry
            for name in catalogues
            for entry in polib.pofile(places.locale() / lang / f"{name}.po")
            if entry.msgid != entry.msgstr
        ]
        # Titles of works, say, and lines of code stay English in a translation.
        kept = {piece for entry in entries for piece in pieces(entry.msgstr)}
        self.known: dict[Words, set[Words]] = {}
        for entry in entries:
            for piece in pieces(entry.msgid):
                if piece not in kept:
                    self.known.setdefault(piece[:FEWEST], set()).add(piece)

    def found_in(self, page: str) -> set[str]:
        """The sentences that are in the text of an HTML page."""
        read = words(BeautifulSoup(page, "html.parser").get_text(" "))
        return {
            " ".join(piece)
            for place in range(len(read))
            for piece in self.known.get(read[place : place + FEWEST], ())
            if read[place : place + len(piece)] == piece
        }


@lru_cache
def english_of(slug: str, lang: str) -> English:
    """The sentences that a page of a module can show."""
    return English((slug, "course", "classroom"), lang)
