"""The course's data sets: load the table of one, or describe it.

All files ship with the course; nothing is downloaded. The datasheet.yml beside a data file states
the type and meaning of each column.
"""

import difflib
import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from course import language, places
from course.data.datasheet import DatasetError, Datasheet, catalogue_of, in_language
from course.errors import UserError
from course.os_errors import os_reason


def load_dataset(name: str, lang: str | None = None) -> pd.DataFrame:
    """The table of a data set, with the column types of its datasheet.

    Categories keep the order of the datasheet, so `table["score_text"] >= "Medium"` works for
    ordered ones. Whole numbers are int64, or Int64 with <NA> where a column has empty cells. Each
    call returns a new table, which can be changed.

    With `lang` ("en", "fr", "es" or "pt") columns and categories have names to read in that
    language, for a table or a figure; without it they have the names for code, the same in every
    language.

    The bytes of the file are compared with the datasheet's checksum. Tests of the course compare
    the table with its schema (course/data/schemas.py).

    Raises DatasetError for a name or language that the course does not have, for a file that is
    missing or differs from its checksum, and for a faulty datasheet; and see `closed`.
    """
    if name in _closed:
        raise _closed[name]
    folder = _folder(name)
    try:
        table = _table(folder).copy()
        return table if lang is None else _labelled(table, name, _known_language(lang))
    except (AttributeError, LookupError, TypeError, ValueError):
        _sound_sheet(folder)
        raise


_closed: dict[str, UserError] = {}
"""The data sets that are closed now, with what to raise."""


@contextmanager
def closed(name: str, refusal: UserError) -> Iterator[None]:
    """While it lasts, load_dataset raises `refusal` for this data set.

    It is a reminder and no wall: who wants to can still read the file.
    """
    before = _closed.copy()
    _closed[name] = refusal
    try:
        yield
    finally:
        _closed.clear()
        _closed.update(before)


def describe_dataset(name: str, lang: str | None = None) -> Datasheet:
    """The datasheet of a data set: a page in a notebook, text elsewhere.

    It is in the language of the notebook, or in `lang`. Raises DatasetError for a name or language
    that the course does not have, and for a faulty datasheet.
    """
    folder = _folder(name)
    lang = language.current() if lang is None else _known_language(lang)
    return Datasheet(name, in_language(_sound_sheet(folder), name, lang), lang)


def dataset_names() -> list[str]:
    """The names that load_dataset takes, in alphabetical order."""
    return sorted(sheet.parent.name for sheet in places.datasets().glob(f"*/{places.DATASHEET}"))


def datasheet(name: str) -> dict[str, Any]:
    """The content of a data set's datasheet.yml, in English. Raises DatasetError."""
    return deepcopy(_sound_sheet(_folder(name)))


def citation(name: str) -> str:
    """Title, publisher and year of a data set, for the source line of a figure.

    In the language of the notebook. Raises DatasetError for a name that the course does not have.
    """
    sheet, said = _sheet(_folder(name)), partial(language.text, module=catalogue_of(name))
    # After a semicolon the sheets name who passed the data on.
    publisher = said(sheet["source"]["publisher"]).partition(";")[0].rstrip()
    year = re.search(r"\b(?:19|20)\d\d\b", str(sheet["source"].get("published", "")))
    published = f"{publisher}, {year[0]}" if year else publisher
    return f"{said(sheet['title'])} ({published})"


def _t() -> language.Translator:
    return language.Translator("course")


def _folder(name: str) -> Path:
    t = _t()
    names = dataset_names()
    if name in names:
        return places.datasets() / name
    if not names:
        raise DatasetError(
            t("There is no data set in {folder}; {mend}.").format(
                folder=places.datasets(), mend=_how_to_fix()
            )
        )
    near = difflib.get_close_matches(str(name).lower(), names, n=3)
    if near:
        raise DatasetError(
            t("The course has no data set {name!r}; did you mean {names}?").format(
                name=name, names=", ".join(map(repr, near))
            )
        )
    raise DatasetError(
        t("The course has no data set {name!r}; it has {names}.").format(
            name=name, names=", ".join(map(repr, names))
        )
    )


def _how_to_fix() -> str:
    t = _t()
    return t("get it again with `git checkout -- datasets`, or install the course again")


def _known_language(lang: str) -> str:
    if lang not in language.LANGUAGES:
        raise DatasetError(
            _t()("The course has no language {lang!r}; it has {languages}.").format(
                lang=lang, languages=", ".join(map(repr, language.LANGUAGES))
            )
        )
    return lang


@lru_cache
def _sheet(folder: Path) -> dict[str, Any]:
    path = folder / places.DATASHEET
    # The C parser is much the faster on a long sheet; PyYAML may be built without it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        sheet: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
        return sheet
    except (OSError, ValueError, yaml.YAMLError) as error:
        is_of_system = isinstance(error, OSError)
        reason = os_reason(error).read() if is_of_system else " ".join(str(error).split())
        raise DatasetError(
            _t()("{path} cannot be read ({reason}); {mend}.").format(
                path=path, reason=reason, mend=_how_to_fix()
            )
        ) from None


def _sound_sheet(folder: Path) -> dict[str, Any]:
    """The sheet of a data set. Raises DatasetError, with the place, where it breaks the schema."""
    # Not imported above: pydantic takes a tenth of a second, which load_dataset seldom needs.
    from course.data.datasheet_schema import parse

    sheet = _sheet(folder)
    parse(sheet, folder / places.DATASHEET)
    return sheet


@lru_cache
def _table(folder: Path) -> pd.DataFrame:
    sheet = _sheet(folder)
    content = _verified_bytes(folder, sheet["file"])
    columns = sheet["columns"]
    return pd.read_csv(
        io.BytesIO(content),
        # For bytes in memory pandas cannot infer this from a file name.
        compression="gzip" if sheet["file"]["name"].endswith(".gz") else None,
        dtype={
            column["name"]: column_type(column) for column in columns if column["type"] != "date"
        },
        parse_dates=[column["name"] for column in columns if column["type"] == "date"],
        # Only an empty cell is missing: "NA" or "None" may be somebody's answer.
        keep_default_na=False,
        na_values=[""],
    )


def _verified_bytes(folder: Path, described: dict[str, Any]) -> bytes:
    """The bytes of the data file. Raises DatasetError if their checksum is not the sheet's."""
    path = folder / str(described["name"])
    try:
        content = path.read_bytes()
    except OSError:
        raise DatasetError(
            _t()("The data set {name!r} is not complete: {path} cannot be read; {mend}.").format(
                name=folder.name, path=path, mend=_how_to_fix()
            )
        ) from None
    if hashlib.sha256(content).hexdigest() != described["sha256"]:
        raise DatasetError(
            _t()(
                "The data set {name!r} is damaged: {path} is not the file that its datasheet "
                "describes; {mend}."
            ).format(name=folder.name, path=path, mend=_how_to_fix())
        )
    return content


def column_type(column: dict[str, Any]) -> Any:
    """The pandas type of a column that holds no dates, by its entry in the datasheet."""
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
            raise ValueError(f"the column {column['name']!r} has the unknown type {other!r}")


def _labelled(table: pd.DataFrame, name: str, lang: str) -> pd.DataFrame:
    """The table with names to read for its columns and categories; `table` is changed."""
    columns = in_language(_sheet(places.datasets() / name), name, lang)["columns"]
    for column in columns:
        if "labels" in column:
            named = table[column["name"]].cat.rename_categories(column["labels"])
            table[column["name"]] = named
    return table.rename(columns={column["name"]: column["label"] for column in columns})
