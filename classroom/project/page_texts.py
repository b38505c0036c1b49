"""Texts and numbers of the gallery, the jury's form and its results, in all languages at once.

A page has each text in every language, so that readers change the language where they are, and
nothing that a juror has written is lost by it.
"""

from course.language import LANGUAGES, Translator
from course.project.jury import CRITERIA

Texts = dict[str, str]
"""One text by language."""


def texts(message: str) -> Texts:
    """A text for translators in all languages."""
    return {lang: Translator("classroom", lang)(message) for lang in LANGUAGES}


def criteria() -> list[dict[str, object]]:
    """The jury's criteria in all languages: key, title, and levels by points."""
    return [
        {
            "key": each.key,
            "title": {lang: _capital(each.title.read(lang)) for lang in LANGUAGES},
            "levels": {
                points: {lang: level.read(lang) for lang in LANGUAGES}
                for points, level in each.levels.items()
            },
        }
        for each in CRITERIA
    ]


def numbers(value: float, digits: int = 0) -> Texts:
    """A number as each language writes it."""
    return {lang: Translator("classroom", lang).number(value, digits) for lang in LANGUAGES}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
