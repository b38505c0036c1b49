"""What an artefact's page shows, in the reader's language and without HTML.

templates/content.html has a macro for each `kind`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from pydantic.fields import FieldInfo

from course.dossier.artefacts.measures import METRICS, NONE, Candidate, Measure
from course.dossier.fields.blank_group import spoken
from course.dossier.fields.faults import LazyText, decimals
from course.dossier.fields.keys import ATTRIBUTES, KEYS, key_name, shown_name
from course.dossier.fields.options import OPTIONS
from course.dossier.fields.parts import Document, Part, is_placeholder, may_stay_empty
from course.language import Translator


@dataclass(frozen=True)
class Words:
    """A single value as text: "blank" is still to be written, "day" is an ISO date."""

    text: str
    kind: Literal["words", "blank", "day"] = "words"


@dataclass(frozen=True)
class Bullets:
    """A list, one entry below the other."""

    entries: "Sequence[Content]"
    kind: ClassVar = "bullets"


@dataclass(frozen=True)
class Line:
    """A name and its contents on one line; `pattern` is the translated "{name}: {value}"."""

    pattern: str
    label: str
    contents: "Sequence[Content]"


@dataclass(frozen=True)
class Lines:
    """The fields of a part, one below the other."""

    lines: Sequence[Line]
    kind: ClassVar = "lines"


@dataclass(frozen=True)
class Table:
    """Parts of one kind, a row for each; every row has as many cells as `head`."""

    head: Sequence[str]
    rows: "Sequence[Sequence[Content]]"
    kind: ClassVar = "table"


@dataclass(frozen=True)
class Measured:
    """The value of a measure, and its interval with the number of people on whom it rests."""

    value: str
    basis: str
    kind: ClassVar = "measured"


@dataclass(frozen=True)
class GroupRow:
    """The values of one metric for a group, a cell for each column of the table."""

    group: "Content"
    cells: Sequence[Words | Measured]


@dataclass(frozen=True)
class MetricRows:
    """One metric with a row for each group."""

    name: "Content"
    rows: Sequence[GroupRow]


@dataclass(frozen=True)
class MeasureTable:
    """The measures on one data set."""

    data: "Content"
    metrics: Sequence[MetricRows]


@dataclass(frozen=True)
class Measures:
    """Measures, a table for each data set; `caption` has a place for `{data}`."""

    caption: str
    head: Sequence[str]
    tables: Sequence[MeasureTable]
    is_comparison: bool
    """Whether several candidates are shown side by side."""
    kind: ClassVar = "measures"


@dataclass(frozen=True)
class Candidates:
    """What each candidate changes, and the measures of all side by side."""

    changes: Sequence[Line]
    measures: Measures
    kind: ClassVar = "candidates"


Content = Words | Bullets | Lines | Table | Measures | Candidates


@dataclass(frozen=True)
class Entry:
    """A field of a section; `title` is empty when the heading says the same."""

    title: str
    content: Content
    is_wide: bool
    """Whether it takes the whole width, as a table does."""


@dataclass(frozen=True)
class Section:
    """A heading with the fields below it."""

    heading: str
    entries: Sequence[Entry]


def sections(artefact: Document, t: Translator) -> list[Section]:
    """All sections of an artefact. The field that the page's title names is left out."""
    in_title = artefact.NAME if getattr(artefact, artefact.NAME) else ""
    fields = [
        Section(
            heading.read(t.lang),
            list(_entries(artefact, [name for name in names if name != in_title], heading, t)),
        )
        for heading, names in artefact.SECTIONS
    ]
    results = [
        Section(heading.read(t.lang), [Entry("", _content(value, t), is_wide=True)])
        for heading, value in artefact.results(t.lang)
    ]
    return fields + results


def entries(artefact: Document, names: Iterable[str], t: Translator) -> list[Entry]:
    """Some fields of an artefact, in this order."""
    return list(_entries(artefact, names, "", t))


def _entries(part: Part, names: Iterable[str], heading: str, t: Translator) -> Iterator[Entry]:
    """The fields of a part; the fields of a part inside it where that has the heading's title."""
    for name in names:
        field = type(part).model_fields[name]
        value: Any = getattr(part, name)
        if isinstance(part, Document):
            value = part.shown(name, t.lang)
        if may_stay_empty(field) and not value:
            continue
        titled = field.title != heading
        if not titled and isinstance(value, Part):
            yield from _entries(value, type(value).model_fields, "", t)
            continue
        if _holds(value, Candidate):
            content: Content = _candidates(value, getattr(part, "chosen", None), t)
        else:
            content = _content(_named(name, value), t)
        title = _title(field, t) if titled else ""
        yield Entry(title, content, is_wide=not titled or _holds(value, Part))


def _title(field: FieldInfo, t: Translator) -> str:
    return LazyText(field.title or "").read(t.lang)


def _holds(value: object, kind: type[Part]) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], kind)


def _content(value: object, t: Translator) -> Content:
    """The content of a field, whatever its type."""
    if value in (None, "", [], {}):
        return _blank(t)
    if isinstance(value, list):
        if _holds(value, Measure):
            return _measures({t("Value"): value}, t)
        if _holds(value, Part):
            return _table(value, t)
        return Bullets([_content(each, t) for each in value])
    if isinstance(value, dict):
        return Lines(
            [_line(spoken(_key(key, each, t), t.lang), each, t) for key, each in value.items()]
        )
    if isinstance(value, Part):
        return Lines(
            [
                _line(_title(field, t), _named(name, getattr(value, name)), t)
                for name, field in type(value).model_fields.items()
                if getattr(value, name) or not may_stay_empty(field)
            ]
        )
    return _words(value, t)


def _named(field: str, value: object) -> object:
    """The value of a field; the name of a key where the field holds one."""
    return key_name(field, value) if field in KEYS and isinstance(value, str) else value


def _key(key: str, value: object, t: Translator) -> str:
    """The key of an entry in a dictionary; the name of an attribute that stands for its groups."""
    is_attribute = isinstance(value, Part) and key in ATTRIBUTES
    return ATTRIBUTES[key].read(t.lang) if is_attribute else key


def _blank(t: Translator) -> Words:
    return Words(t("still blank"), "blank")


def _words(value: object, t: Translator) -> Words:
    """A single value: yes or no, a number, a day, the name of a metric, or a text."""
    if isinstance(value, bool):
        return Words(t("yes") if value else t("no"))
    if isinstance(value, int | float):
        return Words(t.number(value, decimals(value)))
    if isinstance(value, date):
        return Words(value.isoformat(), "day")
    if value == NONE:
        return Words(t("none"))
    if isinstance(value, LazyText):
        return Words(value.read(t.lang))
    text = str(value)
    if is_placeholder(text):
        return Words(text, "blank")
    names = METRICS | OPTIONS
    return Words(names[text].read(t.lang) if text in names else spoken(text, t.lang))


def _line(label: str, value: object, t: Translator) -> Line:
    """A label and its value on one line; a list follows on the same line."""
    values = value if isinstance(value, list) and value else [value]
    return Line(t("{name}: {value}"), label, [_content(each, t) for each in values])


def _table(parts: Sequence[Part], t: Translator) -> Table:
    fields = type(parts[0]).model_fields
    return Table(
        [_title(field, t) for field in fields.values()],
        [
            [_cell(_named(name, getattr(part, name)), field, t) for name, field in fields.items()]
            for part in parts
        ],
    )


def _cell(value: object, field: FieldInfo, t: Translator) -> Content:
    """The cell of a table; a field that can stay blank leaves it empty."""
    is_left_out = may_stay_empty(field) and value in (None, "", [], {})
    return Words("") if is_left_out else _content(value, t)


def _candidates(candidates: Sequence[Candidate], chosen: str | None, t: Translator) -> Candidates:
    changes: list[Line] = []
    columns: dict[str, Sequence[Measure]] = {}
    for number, candidate in enumerate(candidates, 1):
        name = shown_name("chosen", candidate.name, t.lang) or f"{number}"
        if chosen and candidate.name == chosen:
            name = t("{name} (chosen)").format(name=name)
        changes.append(Line(t("{name}: {value}"), name, [_content(candidate.change, t)]))
        columns[name] = candidate.measures or []
    return Candidates(changes, _measures(columns, t))


def _measures(columns: Mapping[str, Sequence[Measure]], t: Translator) -> Measures:
    """The measures of each column, which is a candidate or, for a model, the only one."""
    cells: dict[str | None, dict[str | None, dict[str | None, dict[str, Words | Measured]]]] = {}
    for name, measures in columns.items():
        for measure in measures:
            metrics = cells.setdefault(measure.data, {})
            groups = metrics.setdefault(measure.metric, {})
            groups.setdefault(measure.group, {})[name] = _measured(measure, t)
    return Measures(
        t("Measured on {data}, with 95% interval; n is the number of people or cases"),
        [t("Metric"), t("Group"), *columns],
        [
            MeasureTable(
                _content(_named("data", data), t),
                [
                    MetricRows(
                        _content(metric, t),
                        [
                            GroupRow(
                                _content(_named("group", group), t),
                                [row.get(n, Words("")) for n in columns],
                            )
                            for group, row in groups.items()
                        ],
                    )
                    for metric, groups in metrics.items()
                ],
            )
            for data, metrics in cells.items()
        ],
        is_comparison=len(columns) > 1,
    )


def _measured(measure: Measure, t: Translator) -> Words | Measured:
    if measure.value is None or measure.low is None or measure.high is None:
        return _blank(t)
    people = "?" if measure.count is None else t.number(measure.count)
    low, high = (t.percent(each, digits=1) for each in (measure.low, measure.high))
    basis = t("{low} to {high}, n = {count}").format(low=low, high=high, count=people)
    return Measured(t.percent(measure.value, digits=1), basis)
