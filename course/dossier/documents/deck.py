"""A slide deck made from the artefacts of a dossier: one HTML file that is read without a script.

A slide that no artefact fills is left out, and the last slide says so.
"""

import base64
import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from course.checking.messages import GENERAL
from course.dossier.documents import page
from course.dossier.documents.contents import (
    Bullets,
    Candidates,
    Content,
    Entry,
    Line,
    Lines,
    Measures,
    MeasureTable,
    MetricRows,
    Table,
    Words,
    entries,
)
from course.dossier.fields.faults import LazyText, t
from course.dossier.fields.parts import Document
from course.language import Translator
from course.templating import render

SCRIPT = Path(__file__).parent / "templates" / "deck.js"

ASK = "ask"
"""The last slide, which every deck has."""

SLIDES: dict[str, tuple[LazyText, LazyText]] = {
    "service": (
        t("The service"),
        t("Say in one sentence what the service does and for whom, before you name a technology."),
    ),
    "decision": (
        t("The decision"),
        t("Say who takes the decision, and what the output of the system changes for a person."),
    ),
    "affected": (
        t("Who is affected"),
        t("Name the groups. Say who was asked, and who could not be asked."),
    ),
    "alternatives": (
        t("Alternatives"),
        t("Say what was compared, the alternative without AI included, and give the reason."),
    ),
    "data": (
        t("Data"),
        t("Say who holds the data, and which people are missing from them."),
    ),
    "measured": (
        t("What was measured"),
        t(
            "Read one number aloud in words, with its interval and the number of people. Then "
            "name the group with the worst value."
        ),
    ),
    "risks": (
        t("Risks"),
        t("Name the most serious risk first, with its measure and the office that answers for it."),
    ),
    "class": (
        t("Class and level"),
        t(
            "State the class and the level with their sources and dates. Say what would change "
            "them."
        ),
    ),
    "oversight": (
        t("Oversight and redress"),
        t("Say who can stop the service, and how a person without internet contests a decision."),
    ),
    "contract": (
        t("Monitoring and contract"),
        t("Say what happens after an alarm and, if there is a contract, what it lets you check."),
    ),
    ASK: (
        t("What we ask of you"),
        t("Ask for one decision, by a date. Then take questions."),
    ),
}
"""Each slide in order: its heading, and what the speaker is advised to say."""

Shown = str | tuple[str, tuple[str, ...]]
"""A field, or a field with a list of parts and those of their fields that fit on a slide."""

FIELDS: dict[str, dict[str, tuple[Shown, ...]]] = {
    "ServiceBrief": {
        "service": ("task", "owner"),
        "decision": ("legal_basis",),
        "affected": ("affected_groups", ("excluded", ("group", "measure"))),
        "alternatives": (
            ("alternatives", ("name", "uses_ai", "total", "reason")),
            "chosen",
            "chosen_because",
        ),
    },
    "OwnDatasheet": {"data": ("summary", "rows", "absent")},
    "ModelCard": {
        "service": ("purpose", "not_for"),
        "decision": ("decision",),
        "affected": ("fails_for",),
        "data": ("data",),
        "measured": ("measures",),
        "oversight": ("human_check", "explanation", "contact"),
        "contract": ("review_on",),
    },
    "FairnessStatement": {
        "decision": ("decision", "decided_by"),
        "affected": ("price", "groups", "not_in_data"),
        "measured": ("candidates",),
        "contract": ("stop_if", "review_on"),
        "ask": ("chosen", "reason"),
    },
    "FundamentalRightsAssessment": {
        "affected": (("affected", ("group", "people_a_year")),),
        "risks": (("chains", ("right", "harm", "remedy")),),
    },
    "EthicalAssessment": {"affected": ("heard",)},
    "RiskRegister": {"risks": (("risks", ("risk", "groups", "level", "measure", "owner")),)},
    "Classification": {"class": ("classes", "judged_on", "law_checked_on")},
    "ImpactAssessment": {"class": ("level", "phase", "date")},
    "OversightPlan": {
        "oversight": (("watchers", ("who", "can_stop", "can_overrule")), "appeal", "switch_off"),
    },
    "ProcurementClauses": {
        "contract": (
            "contract_until",
            "awarded_to",
            ("clauses", ("topic", "measured_by", "otherwise")),
        ),
    },
    "MonitoringPlan": {
        "contract": (("indicators", ("metric", "group", "baseline", "then")), "review_on"),
    },
}
"""The fields on each slide, by the class of the artefact."""

MOST_ENTRIES = 4
"""So many entries of a list or rows of a table are on a slide; the notes have all."""

MOST_ROWS = 9
"""So many rows of measures are on a slide."""

LONGEST = 260
"""Characters of a text on a slide; the notes have all."""

MOST_LINES = 20
"""So many lines of text fit on a slide of 1280 by 720 pixels, beside its heading and its foot."""

LINE = 100
"""Characters of a line on a slide."""

SHORT = 40
"""Characters of an entry of a list that shares a line with others."""

FIRST = {
    "measured": ("FairnessStatement",),
    "risks": ("RiskRegister",),
    "oversight": ("OversightPlan",),
    "contract": ("FairnessStatement", "MonitoringPlan"),
}
"""On these slides, the artefacts that come first, because the slide may have no room for others."""


@dataclass(frozen=True)
class Block:
    """What one artefact says on a slide."""

    source: str
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Slide:
    """A slide with its speaker's notes."""

    anchor: str
    heading: str
    blocks: Sequence[Block]
    sentences: Sequence[str]
    advice: str
    is_shortened: bool
    full: Sequence[Block]
    """For the notes: everything, where the slide has only a part."""


@dataclass(frozen=True)
class Deck:
    """All that the template of the deck shows."""

    lang: str
    title: str
    slides: Sequence[Slide]
    notes_heading: str
    keys: str
    next: str
    previous: str
    more: str
    script: Markup
    script_hash: str
    remark: str


def deck(
    artefacts: Sequence[Document],
    *,
    title: str | None = None,
    asked: Sequence[str] = (),
    remark: str = "",
    lang: str | None = None,
) -> str:
    """The deck of some artefacts as one HTML file, of at most twelve slides.

    `asked` are the sentences that the last slide asks of the audience, in the reader's language.
    `remark` is shown on every slide, such as a sentence that the data are synthetic.
    """
    t = Translator(GENERAL, lang)
    blocks = {key: _blocks(artefacts, key, t) for key in SLIDES}
    keys = [key for key in SLIDES if blocks[key] or key == ASK]
    left_out = [SLIDES[key][0].read(t.lang) for key in SLIDES if key not in keys]
    last = [*asked, *_open_points(artefacts, t), *_left_out(left_out, t)]
    script = SCRIPT.read_text(encoding="utf-8")
    shown = Deck(
        t.lang,
        title or page.dossier_title(artefacts, t),
        [
            _slide(number, key, blocks[key], last if key == ASK else (), t)
            for number, key in enumerate(keys, 1)
        ],
        t("Speaker’s notes"),
        t("Arrow keys or Page Up and Page Down change the slide; N opens and closes all notes."),
        t("Next slide"),
        t("Previous slide"),
        t("More in the notes."),
        Markup(script),
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        remark,
    )
    return render(page.FOLDER, "deck.html", t, deck=shown)


def _slide(
    number: int, key: str, blocks: Sequence[Block], sentences: Sequence[str], t: Translator
) -> Slide:
    heading, advice = (each.read(t.lang) for each in SLIDES[key])
    whole = [replace(each, entries=list(map(_joined, each.entries))) for each in blocks]
    short = _fitting(whole)
    is_shortened = short != whole
    full = blocks if is_shortened else ()
    return Slide(f"slide-{number}", heading, short, sentences, advice, is_shortened, full)


def _blocks(artefacts: Sequence[Document], key: str, t: Translator) -> list[Block]:
    found = []
    first = FIRST.get(key, ())
    places = {name: place for place, name in enumerate(first, -len(first))}
    for each in sorted(artefacts, key=lambda each: places.get(type(each).__name__, 0)):
        fields = FIELDS.get(type(each).__name__, {}).get(key, ())
        shown = [entry for field in fields for entry in _entries(each, field, t)]
        if shown:
            found.append(Block(each.TITLE.read(t.lang), shown))
    return found


def _entries(artefact: Document, field: Shown, t: Translator) -> list[Entry]:
    if isinstance(field, str):
        return entries(artefact, [field], t)
    name, kept = field
    return [_with_columns(each, artefact, name, kept) for each in entries(artefact, [name], t)]


def _with_columns(entry: Entry, artefact: Document, name: str, kept: Sequence[str]) -> Entry:
    """An entry whose table has some of its columns."""
    parts, table = getattr(artefact, name), entry.content
    if not isinstance(table, Table):
        return entry
    numbers = [n for n, each in enumerate(type(parts[0]).model_fields) if each in kept]
    rows = [[row[n] for n in numbers] for row in table.rows]
    return replace(entry, content=Table([table.head[n] for n in numbers], rows))


def _open_points(artefacts: Sequence[Document], t: Translator) -> list[str]:
    """What is unfinished, so that nobody decides on it unawares."""
    unfinished = []
    for each in artefacts:
        if count := len(each.faults()):
            name, number = each.TITLE.read(t.lang), t.number(count)
            unfinished.append(t("{name}: {value}").format(name=name, value=number))
    if not unfinished:
        return []
    return [t("Still to do in the dossier: {parts}.").format(parts="; ".join(unfinished))]


def _left_out(headings: Sequence[str], t: Translator) -> list[str]:
    if not headings:
        return []
    names = "; ".join(headings)
    return [
        t("Not in this deck, because the dossier does not have it: {names}.").format(names=names)
    ]


def _fitting(blocks: Sequence[Block]) -> list[Block]:
    """The entries that fit on a slide, shortened; the first one always does."""
    found: list[Block] = []
    left = MOST_LINES
    for block in blocks:
        kept: list[Entry] = []
        for entry in map(_short, block.entries):
            lines = _lines(entry.content) + bool(entry.is_wide and entry.title) + (not kept)
            if lines <= left or not (found or kept):
                kept.append(entry)
                left -= lines
        if kept:
            found.append(replace(block, entries=kept))
    return found


def _lines(content: Content, width: int = LINE) -> int:
    """How many lines of a slide a content takes, about."""
    if isinstance(content, Words):
        return max(1, math.ceil(len(content.text) / width))
    if isinstance(content, Bullets):
        return sum(_lines(each, width) for each in content.entries)
    if isinstance(content, Lines):
        return sum(_lines(each, width) for line in content.lines for each in line.contents)
    if isinstance(content, Table):
        # A table has smaller letters.
        columns = 6 * width // 5 // max(1, len(content.head))
        return 1 + sum(max(_lines(cell, columns) for cell in row) for row in content.rows)
    measures = content if isinstance(content, Measures) else content.measures
    rows = sum(len(metric.rows) for table in measures.tables for metric in table.metrics)
    return 2 + rows + (len(content.changes) if isinstance(content, Candidates) else 0)


def _short(entry: Entry) -> Entry:
    return replace(entry, content=_short_content(entry.content))


def _short_content(content: Content) -> Content:
    """The content as far as it fits on a slide."""
    if isinstance(content, Words):
        return replace(content, text=_short_text(content.text))
    if isinstance(content, Bullets):
        return Bullets([_short_content(each) for each in content.entries[:MOST_ENTRIES]])
    if isinstance(content, Lines):
        return Lines([_short_line(each) for each in content.lines[:MOST_ENTRIES]])
    if isinstance(content, Table):
        return replace(content, rows=content.rows[:MOST_ENTRIES])
    if isinstance(content, Measures):
        return _short_measures(content)
    return replace(content, measures=_short_measures(content.measures))


def _joined(entry: Entry) -> Entry:
    """An entry in which a list of short texts is one text."""
    if not isinstance(entry.content, Bullets):
        return entry
    texts = [
        each.text
        for each in entry.content.entries
        if isinstance(each, Words) and each.kind == "words" and len(each.text) <= SHORT
    ]
    if len(texts) < len(entry.content.entries) or not texts:
        return entry
    return replace(entry, content=Words(" · ".join(texts)))


def _short_line(line: Line) -> Line:
    return replace(line, contents=[_short_content(each) for each in line.contents[:MOST_ENTRIES]])


def _short_text(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def _short_measures(measures: Measures) -> Measures:
    """The first data set, and of its metrics those with groups first, as many as fit."""
    tables: list[MeasureTable] = []
    for table in measures.tables[:1]:
        kept: list[MetricRows] = []
        rows = 0
        for metric in sorted(table.metrics, key=lambda each: len(each.rows) == 1):
            if not kept or rows + len(metric.rows) <= MOST_ROWS:
                kept.append(metric)
                rows += len(metric.rows)
        if len(kept) < len(table.metrics):
            table = replace(table, metrics=kept)
        tables.append(table)
    return replace(measures, tables=tables)
