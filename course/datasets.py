"""The course's data sets: a table to work on, and a page that says where it comes from.

Everything is read from the files that ship with the course; nothing is downloaded. What a
column means and which type it has stands in the data set's datasheet.yml, beside the data.
"""

import difflib
import hashlib
import html
import io
import textwrap
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from course import places

SHEET = "datasheet.yml"
PARTS = {
    "motivation": "Motivation",
    "composition": "Composition",
    "collection": "Collection",
    "preprocessing": "Preprocessing",
    "uses": "Uses",
    "distribution": "Distribution",
    "maintenance": "Maintenance",
}
"""The seven parts of "Datasheets for Datasets" (https://arxiv.org/abs/1803.09010), in order."""

MEND = "get it again with `git checkout -- datasets`, or install the course again"


class DatasetError(Exception):
    """A data set that is unknown, missing or damaged; the message is one line for people."""


def load_dataset(name: str) -> pd.DataFrame:
    """The table of a data set, with the column types that its datasheet names.

    Categories keep the order of the datasheet, so `table["score_text"] >= "Medium"` works
    where the datasheet says that they are ordered. Whole numbers are int64, or Int64 with
    <NA> where a column has empty cells. The table is yours: changing it does not change
    what the next call returns.

    Raises DatasetError for a name the course does not have, and for a file that is missing
    or differs from the one the datasheet describes.
    """
    return _table(_folder(name)).copy()


def describe_dataset(name: str) -> "Datasheet":
    """The datasheet of a data set, as a page in a notebook and as text elsewhere.

    Raises DatasetError for a name the course does not have.
    """
    folder = _folder(name)
    return Datasheet(folder.name, deepcopy(_sheet(folder)))


def dataset_names() -> list[str]:
    """The names that load_dataset takes, in alphabetical order."""
    return sorted(sheet.parent.name for sheet in places.datasets().glob(f"*/{SHEET}"))


def _folder(name: str) -> Path:
    names = dataset_names()
    if name in names:
        return places.datasets() / name
    if not names:
        raise DatasetError(f"There is no data set in {places.datasets()}; {MEND}.")
    near = difflib.get_close_matches(str(name).lower(), names, n=3)
    if near:
        raise DatasetError(
            f"The course has no data set {name!r}; did you mean {_quoted(near, ' or ')}?"
        )
    raise DatasetError(f"The course has no data set {name!r}; it has {_quoted(names, ', ')}.")


def _quoted(names: list[str], separator: str) -> str:
    return separator.join(repr(name) for name in names)


@lru_cache
def _sheet(folder: Path) -> dict[str, Any]:
    path = folder / SHEET
    # The C parser is much the faster on a long sheet; PyYAML may be built without it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise DatasetError(f"{path} cannot be read ({reason}); {MEND}.") from None


@lru_cache
def _table(folder: Path) -> pd.DataFrame:
    sheet = _sheet(folder)
    content = _checked(folder, sheet["file"])
    columns = sheet["columns"]
    return pd.read_csv(
        io.BytesIO(content),
        # A file in memory has no name that pandas could go by.
        compression="gzip" if sheet["file"]["name"].endswith(".gz") else None,
        dtype={column["name"]: _dtype(column) for column in columns if column["type"] != "date"},
        parse_dates=[column["name"] for column in columns if column["type"] == "date"],
        # Only an empty cell is missing: "NA" or "None" may be somebody's answer.
        keep_default_na=False,
        na_values=[""],
    )


def _checked(folder: Path, described: dict[str, Any]) -> bytes:
    """The bytes of the data file, once they are known to be those that the sheet describes."""
    path = folder / described["name"]
    try:
        content = path.read_bytes()
    except OSError:
        raise DatasetError(
            f"The data set {folder.name!r} is not complete: {path} cannot be read; {MEND}."
        ) from None
    if hashlib.sha256(content).hexdigest() != described["sha256"]:
        raise DatasetError(
            f"The data set {folder.name!r} is damaged: {path} is not the file that its datasheet "
            f"describes; {MEND}."
        )
    return content


def _dtype(column: dict[str, Any]) -> Any:
    match column["type"]:
        case "category":
            return pd.CategoricalDtype(column["values"], ordered=column.get("ordered", False))
        case "integer":
            return "Int64" if column.get("missing") else "int64"
        case "decimal":
            return "float64"
        case "text":
            return "str"
        case other:
            raise DatasetError(
                f"The datasheet's column {column['name']!r} has the unknown type {other!r}; "
                "use category, integer, decimal, text or date."
            )


@dataclass(frozen=True)
class Datasheet:
    """A datasheet to read: HTML in a notebook, plain text where there is none.

    `content` is what stands in datasheet.yml.
    """

    name: str
    content: dict[str, Any]

    def __repr__(self) -> str:
        title = self.content["title"]
        lines = [title, "=" * len(title), _wrapped(self.content["summary"])]
        for heading, blocks in _sections(self.content):
            lines += ["", heading, "-" * len(heading)]
            for block in blocks:
                lines.append(block.as_text() if isinstance(block, _Grid) else _wrapped(block, "- "))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        pieces = [
            '<article lang="en" style="max-width: 60em">',
            f"<h2>{html.escape(self.content['title'])}</h2>",
            f"<p>{html.escape(self.content['summary'])}</p>",
        ]
        for heading, blocks in _sections(self.content):
            pieces.append(f"<section><h3>{html.escape(heading)}</h3>")
            for block in blocks:
                pieces.append(
                    block.as_html() if isinstance(block, _Grid) else f"<p>{_linked(block)}</p>"
                )
            pieces.append("</section>")
        pieces.append("</article>")
        return "\n".join(pieces)


@dataclass(frozen=True)
class _Grid:
    """A small table inside a datasheet; the first cell of a row names the row."""

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
        # JupyterLab aligns cells to the right, which suits numbers but not sentences.
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


def _sections(content: dict[str, Any]) -> Iterator[tuple[str, list[str | _Grid]]]:
    """What a datasheet's page shows, in order: a heading and its sentences and tables."""
    groups = content["groups"]
    yield "Source", [f"{_heading(key)}: {value}" for key, value in content["source"].items()]
    yield "Licence", content["licence"]
    yield "Columns", [_columns(content["columns"])]
    yield "Groups present", [_counts(name, counts) for name, counts in groups["present"].items()]
    if groups.get("too small for a rate"):
        yield "Groups too small for a rate", groups["too small for a rate"]
    yield "Who is absent", groups["absent"]
    yield "Known harms", content["known harms"]
    for key, heading in PARTS.items():
        yield heading, content[key]
    yield "The file", [f"{_heading(key)}: {value}" for key, value in content["file"].items()]
    if content.get("references"):
        yield "What was read for this sheet", [_references(content["references"])]
    if content.get("unverified"):
        yield "Not verified", content["unverified"]


def _columns(columns: list[dict[str, Any]]) -> _Grid:
    rows = [
        (column["name"], column["meaning"], column.get("unit", ""), _values(column))
        for column in columns
    ]
    return _Grid("One line a column", ("Column", "Meaning", "Unit", "Values"), rows)


def _values(column: dict[str, Any]) -> str:
    if "values" in column:
        between = " < " if column.get("ordered") else ", "
        said = between.join(column["values"])
    elif "range" in column:
        lowest, highest = column["range"]
        said = f"{lowest} to {highest}"
    else:
        said = column["type"]
    return f"{said}, or empty" if column.get("missing") else said


def _counts(column: str, counts: dict[str, int]) -> _Grid:
    rows = [(group, f"{count:,}") for group, count in counts.items()]
    return _Grid(f"Column {column}", ("Group", "Rows"), rows)


def _references(references: list[dict[str, str]]) -> _Grid:
    rows = [(entry["what"], entry["where"], entry["read"]) for entry in references]
    return _Grid("What, where, and how much of it", ("What", "Where", "What was read"), rows)


def _heading(key: str) -> str:
    return key[:1].upper() + key[1:]


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
