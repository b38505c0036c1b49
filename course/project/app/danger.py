"""Signs of a threat to life, or of a child in danger, in the words of a comment (danger.yml).

The page looks for them without the team's service, so that it says first that a person reads the
comment, also where the service fails, is still starting, or would decide alone. A list of words
misses some dangers and finds some that are none; the page says so.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

SIGNS = Path(__file__).with_name("danger.yml")


@dataclass(frozen=True)
class Danger:
    """The words of a comment that are signs; both are empty where there are none."""

    life: tuple[str, ...] = ()
    child: tuple[str, ...] = ()
    """The words that name a child, and those that name its danger."""

    def __bool__(self) -> bool:
        return bool(self.life or self.child)

    @property
    def words(self) -> tuple[str, ...]:
        """All words, each once, in the order of the comment's kinds of danger."""
        return tuple(dict.fromkeys((*self.life, *self.child)))


def danger(text: str) -> Danger:
    """The signs of danger in a comment, in any of the four languages; words are as written."""
    life, child, harm = (_found(kind, text) for kind in ("life", "child", "harm"))
    return Danger(life, (*child, *harm) if child and harm else ())


def _found(kind: str, text: str) -> tuple[str, ...]:
    plain, origin = _plain(text)
    found = []
    for match in _patterns()[kind].finditer(plain):
        found.append(text[origin[match.start()] : origin[match.end() - 1] + 1])
    return tuple(dict.fromkeys(found))


def _plain(text: str) -> tuple[str, list[int]]:
    """A text in small letters without accents, and from which character each of its letters is."""
    plain, origin = [], []
    for place, letter in enumerate(text):
        for part in unicodedata.normalize("NFKD", letter).casefold():
            if not unicodedata.combining(part):
                plain.append("'" if part == "’" else part)
                origin.append(place)
    return "".join(plain), origin


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """For each kind one pattern. A sign is a word, or the beginning of one if it ends in `*`."""
    content = yaml.safe_load(SIGNS.read_text(encoding="utf-8"))
    return {kind: _pattern([sign for each in content[kind].values() for sign in each])
            for kind in ("life", "child", "harm")}  # fmt: skip


def _pattern(signs: list[str]) -> re.Pattern[str]:
    # No part can match in two ways, so the time grows with the length of the text only.
    alternatives = "|".join(
        re.escape(_plain(sign.rstrip("*"))[0]) + (r"\w*" if sign.endswith("*") else r"\b")
        for sign in sorted(signs, key=len, reverse=True)
    )
    return re.compile(rf"\b(?:{alternatives})")
