"""The schema of datasheet.yml, and the one line that names a fault in it with its place.

Building the course and showing a datasheet check the whole sheet. load_dataset reads a sound sheet
without this module, because importing pydantic takes a tenth of a second, and comes here for the
message when a sheet cannot be used.
"""

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from course.data.datasheet import DatasetError

Text = Annotated[str, Field(min_length=1)]
Sentences = Annotated[list[Text], Field(min_length=1)]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]


class Entries(BaseModel):
    """Entries of a datasheet. Unknown ones are refused, and no value is converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Source(Entries):
    """Where the data come from; further entries are free."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    publisher: Text
    address: Text


class DataFile(Entries):
    """The data file beside the sheet; sizes in bytes, "unpacked" where it is compressed."""

    name: Text
    rows: Count
    size: Count = Field(alias="bytes")
    sha256: Sha256
    unpacked_size: Count | None = Field(None, alias="unpacked bytes")
    unpacked_sha256: Sha256 | None = Field(None, alias="unpacked sha256")
    since: str = Field(alias="in the course since", pattern=r"^\d{4}-\d{2}-\d{2}$")


class Column(Entries):
    """A column of the table, by the name that the file and code use."""

    name: Text
    label: Text
    meaning: Text
    type: Literal["category", "integer", "decimal", "text", "date"]
    unit: Text | None = None
    values: list[Text] | None = Field(None, min_length=1)
    """All values of a category, in their order where `ordered` says that they have one."""
    labels: dict[str, Text] = {}
    """Names to read of some values; the others are read as they are written."""
    ordered: bool = False
    range: Annotated[list[int | float], Field(min_length=2, max_length=2)] | None = None
    """The smallest and the largest number."""
    missing: bool = False
    """Whether a cell can be empty."""
    unique: bool = False

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if self.type == "category":
            if self.values is None:
                raise _problem("a category needs `values`")
            if twice := _repeated(self.values):
                raise _problem(f"the value {twice!r} is listed twice")
            if unknown := sorted(set(self.labels) - set(self.values)):
                raise _problem(f"`labels` names {unknown[0]!r}, which is not among the `values`")
        elif self.values is not None or self.labels or self.ordered:
            raise _problem("only a category has `values`, `labels` and `ordered`")
        if self.range is not None:
            if self.type not in ("integer", "decimal"):
                raise _problem("only numbers have a `range`")
            if self.range[0] > self.range[1]:
                raise _problem("the `range` begins above its end")
        return self


class Groups(Entries):
    """Who is in the data, as {column: {group: rows}}, and who is not."""

    present: dict[str, dict[str, Count]]
    too_small: list[Text] = Field([], alias="too small for a rate")
    absent: Sentences


class Reference(Entries):
    """A source that the sheet rests on, and how much of it was read."""

    what: Text
    where: Text
    read: Text


class Sheet(Entries):
    """A whole datasheet: the seven parts of "Datasheets for Datasets", and the form of the file."""

    title: Text
    summary: Text
    source: Source
    licence: Sentences
    file: DataFile
    columns: Annotated[list[Column], Field(min_length=1)]
    groups: Groups
    known_harms: Sentences = Field(alias="known harms")
    motivation: Sentences
    composition: Sentences
    collection: Sentences
    preprocessing: Sentences
    uses: Sentences
    distribution: Sentences
    maintenance: Sentences
    references: list[Reference] = []
    unverified: list[Text] = []

    @model_validator(mode="after")
    def _groups_are_in_the_columns(self) -> Self:
        if twice := _repeated([column.name for column in self.columns]):
            raise _problem(f"two columns are called {twice!r}")
        columns = {column.name: column for column in self.columns}
        for name, counts in self.groups.present.items():
            if name not in columns:
                raise _problem(f"groups.present names {name!r}, which is no column")
            values = columns[name].values
            if values is not None and (unknown := sorted(set(counts) - set(values))):
                raise _problem(
                    f"groups.present.{name} names {unknown[0]!r}, "
                    "which is not among the column's `values`"
                )
        return self


def parse(content: object, path: Path) -> Sheet:
    """The datasheet with this content, as YAML gives it. `path` is named in the message.

    Raises DatasetError with the first fault and its place, such as
    "datasets/adult/datasheet.yml: columns[3].type (column 'sex'): ...".
    """
    try:
        return Sheet.model_validate(content)
    except ValidationError as error:
        first, *others = [_described(each, content) for each in error.errors(include_url=False)]
        more = f" (and {len(others)} more)" if others else ""
        raise DatasetError(f"{path}: {first}{more}") from None


def _problem(text: str) -> PydanticCustomError:
    # Braces in a text would be taken for places of values.
    return PydanticCustomError("datasheet", "{text}", {"text": text})


def _repeated(names: Sequence[str]) -> str | None:
    return next((name for place, name in enumerate(names) if name in names[:place]), None)


def _described(error: ErrorDetails, content: object) -> str:
    """A fault with its place, in one line."""
    place, column = _place(error["loc"], content)
    named = f"{place}{column}: " if place else ""
    return " ".join(f"{named}{_reason(error)}".split())


def _place(loc: tuple[int | str, ...], content: object) -> tuple[str, str]:
    """A place as "columns[3].type", list entries counted from 0, and the name of the column."""
    written, column = "", ""
    value: Any = content
    for key in loc:
        value = value[key] if _has(value, key) else None
        if isinstance(key, int):
            written += f"[{key}]"
        elif value is not None or not written or key in _KEYS:
            written += f".{key}" if written else key
        if loc[0] == "columns" and isinstance(value, Mapping) and not column:
            column = f" (column {value['name']!r})" if isinstance(value.get("name"), str) else ""
    return written, column


def _has(value: object, key: int | str) -> bool:
    if isinstance(value, Mapping):
        return key in value
    return isinstance(value, list) and isinstance(key, int) and key < len(value)


def _reason(error: ErrorDetails) -> str:
    match error["type"]:
        case "missing":
            return "missing; write it"
        case "extra_forbidden":
            near = difflib.get_close_matches(str(error["loc"][-1]), _KEYS, 1)
            return "no such entry" + (f"; did you mean {near[0]!r}?" if near else "")
        case "datasheet":
            return error["msg"]
        case "model_type":
            return "entries are needed here, each as its name, a colon and its value"
    given = repr(error["input"])
    given = given if len(given) <= 40 else given[:39] + "…"
    reason = f"{error['msg'].removeprefix('Input ')}, not {given}"
    if error["type"] == "string_type" and isinstance(error["input"], bool):
        reason += "; YAML reads yes and no as true and false, so put them in quotation marks"
    return reason


def _keys(model: type[BaseModel]) -> set[str]:
    """The names of all entries in a model and in those inside it."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        found.add(field.alias or name)
        inner = [field.annotation, *get_args(field.annotation)]
        for each in inner:
            if isinstance(each, type) and issubclass(each, BaseModel):
                found |= _keys(each)
    return found


_KEYS = _keys(Sheet)
