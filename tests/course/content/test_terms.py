"""The terms of course/locale/terms.yml: no translation has a word that they exclude."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import polib
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
LOCALE = ROOT / "course" / "locale"
TERMS = yaml.safe_load((LOCALE / "terms.yml").read_text(encoding="utf-8"))["terms"]
NEVER = [
    (lang, pattern, term.get("except", []))
    for term in TERMS
    for lang, patterns in term["never"].items()
    for pattern in patterns
]


@cache
def texts(lang: str) -> dict[str, list[str]]:
    """The translations of a language, by the name of their catalogue."""
    folder = LOCALE / lang
    return {
        path.relative_to(folder).with_suffix("").as_posix(): [
            entry.msgstr for entry in polib.pofile(path) if not entry.obsolete
        ]
        for path in sorted(folder.rglob("*.po"))
    }


@pytest.mark.parametrize(("lang", "pattern", "excepted"), NEVER)
def test_no_translation_has_a_word_that_the_terms_exclude(lang, pattern, excepted):
    found = [
        (name, text)
        for name, translations in texts(lang).items()
        for text in translations
        if name not in excepted and re.search(pattern, text)
    ]
    assert found == []


@pytest.mark.parametrize("term", TERMS, ids=[term["en"] for term in TERMS])
def test_each_term_has_a_word_in_every_language(term):
    assert all(term[lang].strip() for lang in ("fr", "es", "pt"))
