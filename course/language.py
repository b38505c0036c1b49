"""The language a learner reads: which one it is, and texts and numbers written in it."""

import os
import re
from functools import lru_cache
from pathlib import Path

import polib

from course import places
from course.errors import UserError

SOURCE = "en"
LANGUAGES = {"en": "English", "fr": "Français", "es": "Español", "pt": "Português"}
GENERAL = "course"
"""The catalogue of the sentences that every module shares."""

MARKER = "language.txt"
"""File beside a released notebook that holds its language's code. No file: English."""

TEXT_LINE = re.compile(r'(#~ |#\| )?((msgid|msgstr|msgctxt)\b.*"|")')

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
THIN_NO_BREAK_SPACE = "\N{NARROW NO-BREAK SPACE}"
PERCENT_SPACE = {"en": "", "fr": NO_BREAK_SPACE, "es": NO_BREAK_SPACE, "pt": ""}


ELI = {"fr": "fra", "es": "spa", "pt": "por"}
"""Languages in addresses of the European Legislation Identifier."""

OFFICIAL_PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    (
        r"(//eur-lex\.europa\.eu/eli/\w+/\d+/\d+/oj)\b(?!/)",
        {lang: rf"\1/{code}" for lang, code in ELI.items()},
    ),
    (
        r"(//eur-lex\.europa\.eu/legal-content/)EN(?=/)",
        {lang: rf"\g<1>{lang.upper()}" for lang in ELI},
    ),
    (
        r"(//curia\.europa\.eu/\S*doclang=)EN\b",
        {lang: rf"\g<1>{lang.upper()}" for lang in ELI},
    ),
    (
        r"(//www\.ohchr\.org/)en(?=/instruments-mechanisms/instruments/)",
        {lang: rf"\g<1>{lang}" for lang in ("fr", "es")},
    ),
    (
        r"(//www\.un\.org/)en(?=/about-us/universal-declaration-of-human-rights)",
        {lang: rf"\g<1>{lang}" for lang in ("fr", "es")},
    ),
    (r"(//www\.tbs-sct\.canada\.ca/pol/doc-)eng(?=\.aspx)", {"fr": r"\g<1>fra"}),
)
"""English addresses of official texts, and how they are written in another language: only where
that language has an official page at an address of the same form."""


class CatalogueError(UserError):
    """A translation file that cannot be read; the message is one line for people."""


def current() -> str:
    """The language of the notebook that is running, as a code such as "fr".

    A grader says it in the environment (AI4GOV_LANG); a released folder says it in its
    marker file; without either it is English.
    """
    lang = os.environ.get("AI4GOV_LANG") or marked(Path.cwd())
    return lang if lang in LANGUAGES else SOURCE


def marked(folder: Path) -> str:
    """The language that a folder's marker file names; empty without one: English."""
    return first_line(folder / MARKER)


def first_line(file: Path) -> str:
    """What a file of one word holds; empty where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8-sig").strip()
    except (OSError, ValueError):
        return ""


Translations = dict[tuple[str | None, str], str]
"""Finished translations by context (None where a text has none) and English text."""


class Catalogues:
    """The translations below one folder, which holds one folder for each language.

    Each file is read once, at its first use.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self._files: dict[tuple[str, str], polib.POFile] = {}

    def path(self, module: str, lang: str) -> Path:
        """The file with the translations of a module into a language."""
        return self.folder / lang / f"{module}.po"

    def file(self, module: str, lang: str) -> polib.POFile:
        """The catalogue of a module, empty where there is no file. Raises CatalogueError."""
        if (module, lang) not in self._files:
            self._files[module, lang] = read_catalogue(self.path(module, lang))
        return self._files[module, lang]

    def translations(self, module: str, lang: str) -> Translations:
        """The finished translations of a module.

        Fuzzy entries are guesses that nobody has confirmed, so they do not count. Raises
        CatalogueError for a file that is not a catalogue.
        """
        return {
            (entry.msgctxt, entry.msgid): entry.msgstr
            for entry in self.file(module, lang)
            if entry.translated()
        }


def catalogue(module: str, lang: str) -> Translations:
    """The finished translations of a module of the installed course. Raises CatalogueError."""
    return catalogue_in(places.locale(), module, lang)


@lru_cache
def catalogue_in(folder: Path, module: str, lang: str) -> Translations:
    """The finished translations of a module that are below a folder, read once."""
    return Catalogues(folder).translations(module, lang)


def text(message: str, *, module: str, context: str | None = None, lang: str | None = None) -> str:
    """`message` in a language, from the catalogue of a module; English where it is missing."""
    lang = lang or current()
    if lang == SOURCE:
        return message
    return catalogue(module, lang).get((context, message), message)


def read_catalogue(path: Path) -> polib.POFile:
    """The catalogue in a file, empty when there is none. Raises CatalogueError."""
    if not path.is_file():
        return polib.POFile()
    try:
        written = path.read_text(encoding="utf-8")
        _refuse_cut_lines(written)
        return polib.pofile(written)
    except (OSError, ValueError) as error:
        reason = str(error).replace("\n", " ").removeprefix("Syntax error in po file")
        raise CatalogueError(
            f"{path}: not a readable .po catalogue ({reason.strip(' :')}); "
            "mend that line or restore the file from git"
        ) from error


def _refuse_cut_lines(written: str) -> None:
    """polib takes a text without its closing mark, and cuts its last letter off."""
    for number, line in enumerate(written.split("\n"), 1):
        stripped = line.strip()
        if TEXT_LINE.match(stripped) and not stripped.endswith('"'):
            raise ValueError(f"line {number}: no closing quotation mark")


def with_official_pages(text: str, lang: str) -> str:
    """A text with its links to official texts leading to their pages in a language."""
    for english, written in OFFICIAL_PAGES:
        if lang in written:
            text = re.sub(english, written[lang], text)
    return text


class Translator:
    """Texts and numbers of one module in the reader's language.

    Called with an English text, it returns that text in the language. The text must be a
    literal: that is how translators get to see it.
    """

    def __init__(self, module: str, lang: str | None = None):
        self.module = module
        self.lang = lang or current()

    def __call__(self, message: str) -> str:
        return text(message, module=self.module, lang=self.lang)

    def number(self, value: float, digits: int = 0) -> str:
        """A number to read, with the language's decimal mark: 0.45, or 0,45.

        Thousands are set apart by a comma in English. Elsewhere a point or a comma would be
        read in two ways beside Python's own output, so it is a thin space, from five figures.
        """
        value = round(value, digits) + 0.0
        written = f"{abs(value):,.{digits}f}"
        if self.lang != SOURCE:
            thousands = THIN_NO_BREAK_SPACE if abs(value) >= 10_000 else ""
            written = written.replace(",", thousands).replace(".", ",")
        return ("\N{MINUS SIGN}" if value < 0 else "") + written

    def percent(self, share: float, _position: int | None = None, *, digits: int = 0) -> str:
        """A share between 0 and 1 as a percentage to read: 45%, or 45 %.

        The second argument lets the method serve as a formatter of a matplotlib axis.
        """
        return self.number(100 * share, digits) + PERCENT_SPACE[self.lang] + "%"


def translator(module: str) -> Translator:
    """The translator of a module, for the texts in a notebook's code: `t("Share of people")`."""
    return Translator(module)
