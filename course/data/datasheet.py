"""A datasheet in the reader's language, as a page and as text.

course/data/datasets.py reads the file, course/data/datasheet_schema.py checks it.
"""

import html
import textwrap
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from course import language
from course.errors import UserError

PARTS = (
    "motivation",
    "composition",
    "collection",
    "preprocessing",
    "uses",
    "distribution",
    "maintenance",
)
"""The seven parts of "Datasheets for Datasets" (https://arxiv.org/abs/1803.09010), in order."""

NOT_PROSE = {"sha256"}
"""Entries of `source` that are not translated; addresses of pages are not either."""


class DatasetError(UserError):
    """A data set that is unknown, missing or damaged; the message is one line for people."""


def texts(content: dict[str, Any]) -> list[str]:
    """All texts of a datasheet that are translated, in the order of the sheet."""
    found: list[str] = []

    def collect(text: str) -> str:
        found.append(text)
        return text

    _mapped(content, collect)
    return found


def in_language(content: dict[str, Any], name: str, lang: str) -> dict[str, Any]:
    """A copy of a datasheet with its texts in a language, or in English where not translated.

    Names of columns and values stay as they are in the file, because code uses them.
    """
    return _mapped(content, lambda text: language.text(text, module=catalogue_of(name), lang=lang))


def catalogue_of(name: str) -> str:
    """The catalogue that holds the translations of a data set's datasheet."""
    return f"datasets/{name}"


def _mapped(content: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """A copy of a datasheet with each text changed."""
    sheet = deepcopy(content)
    sheet["title"], sheet["summary"] = change(sheet["title"]), change(sheet["summary"])
    sheet["source"] = {
        change(key): value if key in NOT_PROSE or _is_address(value) else change(str(value))
        for key, value in sheet["source"].items()
    }
    sheet["licence"] = [change(text) for text in sheet["licence"]]
    for column in sheet["columns"]:
        for key in ("label", "meaning", "unit"):
            if key in column:
                column[key] = change(column[key])
        if column["type"] == "category":
            labels = column.get("labels", {})
            column["labels"] = {
                value: change(labels.get(value, value)) for value in column["values"]
            }
    for key in ("too small for a rate", "absent"):
        if sheet["groups"].get(key):
            sheet["groups"][key] = [change(text) for text in sheet["groups"][key]]
    for key in ("known harms", *PARTS, "unverified"):
        if sheet.get(key):
            sheet[key] = [change(text) for text in sheet[key]]
    for entry in sheet.get("references", ()):
        entry["what"], entry["read"] = change(entry["what"]), change(entry["read"])
        if not _is_address(entry["where"]):
            entry["where"] = change(entry["where"])
    return sheet


def _is_address(text: object) -> bool:
    return str(text).startswith(("https://", "http://"))


@dataclass(frozen=True)
class Datasheet:
    """A datasheet to read: HTML in a notebook, plain text where there is none.

    `content` is the content of datasheet.yml, with its texts in the language `lang`.
    """

    name: str
    content: dict[str, Any]
    lang: str = language.SOURCE

    def __repr__(self) -> str:
        title = self.content["title"]
        lines = [title, "=" * len(title), _wrapped(self.content["summary"])]
        for heading, blocks in self.sections():
            lines += ["", heading, "-" * len(heading)]
            for block in blocks:
                lines.append(block.as_text() if isinstance(block, Grid) else _wrapped(block, "- "))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        pieces = [
            f'<article lang="{self.lang}" style="max-width: 60em">',
            f"<h2>{html.escape(self.content['title'])}</h2>",
            f"<p>{html.escape(self.content['summary'])}</p>",
        ]
        for heading, blocks in self.sections():
            pieces.append(f"<section><h3>{html.escape(heading)}</h3>")
            for block in blocks:
                pieces.append(as_html(block))
            pieces.append("</section>")
        pieces.append("</article>")
        return "\n".join(pieces)

    def sections(self) -> Iterator[tuple[str, list["str | Grid"]]]:
        """The headings of the page in order, each with its sentences and tables."""
        t = language.Translator("course", self.lang)
        content, groups = self.content, self.content["groups"]
        yield (
            t("Source"),
            [
                _entry(key[:1].upper() + key[1:], value, t)
                for key, value in content["source"].items()
            ],
        )
        yield t("Licence"), content["licence"]
        yield t("Columns"), [_columns(content["columns"], t)]
        yield (
            t("Groups present"),
            [_counts(name, counts, t) for name, counts in groups["present"].items()],
        )
        if groups.get("too small for a rate"):
            yield t("Groups too small for a rate"), groups["too small for a rate"]
        yield t("Who is absent"), groups["absent"]
        yield t("Known harms"), content["known harms"]
        headings = (
            t("Motivation"),
            t("Composition"),
            t("Collection"),
            t("Preprocessing"),
            t("Uses"),
            t("Distribution"),
            t("Maintenance"),
        )
        for part, heading in zip(PARTS, headings, strict=True):
            yield heading, content[part]
        yield t("The file"), _file(content["file"], t)
        if content.get("references"):
            yield t("What was read for this sheet"), [_references(content["references"], t)]
        if content.get("unverified"):
            yield t("Not verified"), content["unverified"]


@dataclass(frozen=True)
class Grid:
    """A small table; the first cell of each row is its heading."""

    caption: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def as_text(self) -> str:
        lines = [f"{self.caption}:"]
        for first, *others in self.rows:
            rest = " | ".join(cell for cell in others if cell)
            lines.append(_wrapped(f"{first}: {rest}", "- "))
        return "\n".join(lines)

    def as_html(self) -> str:
        # JupyterLab aligns cells to the right, which does not suit sentences.
        left = 'style="text-align: left; vertical-align: top"'
        head = "".join(f'<th scope="col" {left}>{html.escape(cell)}</th>' for cell in self.header)
        body = []
        for first, *others in self.rows:
            cells = "".join(f"<td {left}>{_linked(cell)}</td>" for cell in others)
            body.append(f'<tr><th scope="row" {left}>{html.escape(first)}</th>{cells}</tr>')
        return (
            f"<table><caption {left}>{html.escape(self.caption)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
        )


def as_html(block: str | Grid) -> str:
    """A sentence or table of a section as HTML."""
    return block.as_html() if isinstance(block, Grid) else f"<p>{_linked(block)}</p>"


def _file(described: dict[str, Any], t: language.Translator) -> list["str | Grid"]:
    names = {
        "name": t("Name"),
        "rows": t("Rows"),
        "bytes": t("Bytes"),
        "sha256": t("Checksum (SHA-256)"),
        "unpacked bytes": t("Bytes, unpacked"),
        "unpacked sha256": t("Checksum (SHA-256), unpacked"),
        "in the course since": t("In the course since"),
    }
    return [_entry(names.get(key, key), value, t) for key, value in described.items()]


def _entry(name: str, value: object, t: language.Translator) -> str:
    return t("{name}: {value}").format(name=name, value=value)


def _columns(columns: list[dict[str, Any]], t: language.Translator) -> Grid:
    shown = {
        t("Column"): [column["name"] for column in columns],
        t("Name to read"): [column["label"] for column in columns],
        t("Meaning"): [column["meaning"] for column in columns],
        t("Unit"): [column.get("unit", "") for column in columns],
        t("Values"): [_values(column, t) for column in columns],
    }
    filled = {heading: cells for heading, cells in shown.items() if any(cells)}
    return Grid(t("One line a column"), tuple(filled), list(zip(*filled.values(), strict=True)))


def _values(column: dict[str, Any], t: language.Translator) -> str:
    if "values" in column:
        labels = column["labels"]
        between = " < " if column.get("ordered") else ", "
        said = between.join(
            value if labels[value] == value else f"{value} ({labels[value]})"
            for value in column["values"]
        )
    elif "range" in column:
        lowest, highest = (_plain(value, t) for value in column["range"])
        said = t("{lowest} to {highest}").format(lowest=lowest, highest=highest)
    else:
        kinds = {
            "integer": t("whole number"),
            "decimal": t("decimal number"),
            "date": t("date"),
            "text": t("text"),
        }
        said = kinds.get(column["type"], column["type"])
    return t("{values}, or empty").format(values=said) if column.get("missing") else said


def _plain(value: float, t: language.Translator) -> str:
    """A number without thousands separators, because it can be a year."""
    written = str(abs(value))
    if t.lang != language.SOURCE:
        written = written.replace(".", ",")
    return ("\N{MINUS SIGN}" if value < 0 else "") + written


def _counts(column: str, counts: dict[str, int], t: language.Translator) -> Grid:
    rows = [(group, t.number(count)) for group, count in counts.items()]
    return Grid(t("Column {name}").format(name=column), (t("Group"), t("Rows")), rows)


def _references(references: list[dict[str, str]], t: language.Translator) -> Grid:
    rows = [(entry["what"], entry["where"], entry["read"]) for entry in references]
    header = (t("What"), t("Where"), t("What was read"))
    return Grid(t("What was read, where, and how much of it"), header, rows)


def _wrapped(text: str, bullet: str = "") -> str:
    return textwrap.fill(
        text,
        width=88,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _linked(text: str) -> str:
    """`text` as HTML, its https addresses as links."""
    words = []
    for word in text.split(" "):
        safe = html.escape(word)
        words.append(f'<a href="{safe}">{safe}</a>' if word.startswith("https://") else safe)
    return " ".join(words)
