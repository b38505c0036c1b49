"""An artefact as one page: HTML that needs no other file, no script and no network."""

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic.fields import FieldInfo

from course.checking.messages import GENERAL
from course.checking.outcome import as_html
from course.dossier.faults import Fault, Marked, decimals
from course.dossier.measures import ALL, METRICS, NONE, Candidate, Measure
from course.dossier.parts import Document, Part, is_placeholder, may_stay_empty
from course.figures import ShownFigure
from course.language import Translator

SHOWN_FAULTS = 6
"""So many are written out at the head; blank fields are marked in their places too."""

# Twice the class, and floats undone: JupyterLab has rules of its own for what a cell shows.
STYLE = """
.dossier { font: 15px/1.4 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: #1A1A1A;
  background: #FFF; max-width: 54em; margin: 0 auto; padding: 1em; overflow-wrap: anywhere; }
.dossier h1 { font-size: 1.6em; line-height: 1.2; margin: 0 0 .4em; }
.dossier h2 { font-size: 1.1em; margin: 1em 0 .3em; border-bottom: 2px solid #0B4F6C;
  color: #0B4F6C; break-after: avoid; }
.dossier dl { display: grid; grid-template-columns: 11em 1fr; gap: .15em 1em; margin: 0; }
.dossier dt, .dossier dd { float: none; width: auto; margin: 0; padding: 0; min-width: 0; }
.dossier dt { font-weight: 600; }
.dossier dd { white-space: pre-line; }
.dossier .wide { grid-column: 1 / -1; }
.dossier i { font-style: normal; color: #4A4A4A; }
.dossier dd div div { margin-left: 1em; }
.dossier ul { margin: 0; padding-left: 1.1em; }
.dossier table { border-collapse: collapse; width: 100%; margin: .2em 0; white-space: normal;
  overflow-wrap: normal; table-layout: auto; font-size: inherit; color: inherit; }
.dossier.dossier th, .dossier.dossier td { text-align: left; vertical-align: top;
  padding: .15em .5em .15em 0; border-bottom: 1px solid #C9CED3; background: none; }
.dossier.dossier tbody tr:nth-child(n) { background: none; }
.dossier caption { text-align: left; color: #4A4A4A; font-size: .85em; }
.dossier .several small { display: block; }
.dossier.dossier thead th { border-bottom: 2px solid #5A5F66; }
.dossier tbody th { font-weight: 400; }
.dossier tbody { break-inside: avoid; }
.dossier small { color: #4A4A4A; font-size: .85em; white-space: nowrap; }
.dossier .scroll { overflow-x: auto; }
.dossier .incomplete { border: 3px solid #B00020; padding: .5em .8em; margin: 0 0 1em; }
.dossier .incomplete h2 { color: #B00020; border: 0; margin: 0; font-size: 1.3em; }
.dossier .blank { color: #B00020; }
.dossier figure { margin: .5em 0; break-inside: avoid; }
.dossier figure img { max-width: 100%; }
@media (max-width: 40em) {
  .dossier { padding: .6em; }
  .dossier dl { grid-template-columns: 1fr; gap: 0; }
  .dossier dd { margin-bottom: .4em; }
  .dossier small { display: block; white-space: normal; }
  .dossier .several td { min-width: 6.5em; }
}
@media print {
  .dossier { font-size: 8pt; line-height: 1.25; padding: 0; max-width: none; }
  .dossier h1 { font-size: 1.4em; }
  .dossier h2 { margin-top: .5em; }
  .dossier.dossier th, .dossier.dossier td { padding-top: .05em; padding-bottom: .05em; }
  .dossier .figures { display: flex; gap: 4mm; margin: 0; }
  .dossier .figures figure { flex: 1; margin: 0; text-align: center; }
  .dossier figure img { max-height: 3cm; }
  .dossier figure:only-child img { max-height: 6cm; }
  .dossier .several small { display: inline; font-size: .8em; }
  .dossier .several th[scope=rowgroup] { width: 15%; }
}
"""

PAPER = "@page { size: A4; margin: 8mm 13mm; } body { margin: 0; }"


def whole(
    artefact: Document, figures: Sequence[ShownFigure], measured: Any, lang: str | None
) -> str:
    """The page as a file; see Artefact.write."""
    t = Translator(GENERAL, lang)
    # Nothing may be loaded or run, even if a text should slip through unescaped.
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    return f"""<!DOCTYPE html>
<html lang="{t.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_title(artefact, t)}</title>
<style>{PAPER}</style>
</head>
<body>
{body(artefact, figures, measured, lang)}
</body>
</html>
"""


def body(
    artefact: Document,
    figures: Sequence[ShownFigure] = (),
    measured: Any = None,
    lang: str | None = None,
) -> str:
    """What the page shows, as a piece that can stand in a notebook."""
    t = Translator(GENERAL, lang)
    pieces = [f'<article class="dossier" lang="{t.lang}">', f"<style>{STYLE}</style>"]
    pieces.append(f"<h1>{_title(artefact, t)}</h1>")
    if faults := artefact.faults(measured):
        pieces.append(_incomplete(faults, t))
    # What it is about stands in the title already.
    titled = artefact.NAME if getattr(artefact, artefact.NAME) else ""
    for heading, names in artefact.SECTIONS:
        shown = [name for name in names if name != titled]
        pieces.append(f"<section><h2>{html.escape(heading.read(t.lang))}</h2>")
        pieces += ["<dl>", *_fields(artefact, shown, heading, t), "</dl></section>"]
    if figures:
        pieces.append(f"<section><h2>{html.escape(t('Figures'))}</h2>")
        pieces.append('<div class="figures">')
        pieces += [f"<figure>{figure._repr_html_()}</figure>" for figure in figures]
        pieces.append("</div></section>")
    pieces.append("</article>")
    return "\n".join(pieces)


def _title(artefact: Document, t: Translator) -> str:
    kind, name = artefact.TITLE.read(t.lang), getattr(artefact, artefact.NAME)
    return html.escape(t("{name}: {value}").format(name=kind, value=name) if name else kind)


def _incomplete(faults: Sequence[Fault], t: Translator) -> str:
    """An unfinished artefact is never mistaken for a finished one."""
    head = t("Incomplete. Still to do: {count}").format(count=t.number(len(faults)))
    lines = [as_html(each.read(t.lang)) for each in faults[:SHOWN_FAULTS]]
    if len(faults) > SHOWN_FAULTS:
        more = t("and {count} more.").format(count=t.number(len(faults) - SHOWN_FAULTS))
        lines.append(html.escape(more))
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f'<section class="incomplete"><h2>{html.escape(head)}</h2><ul>{items}</ul></section>'


def _fields(part: Part, names: Iterable[str], heading: str, t: Translator) -> Iterator[str]:
    """Fields as pairs of a name and its content; a table takes the whole width.

    A field that is called like the heading above it is not named again.
    """
    for name in names:
        field, value = type(part).model_fields[name], getattr(part, name)
        if may_stay_empty(field) and not value:
            continue
        if field.title == heading and isinstance(value, Part):
            yield from _fields(value, type(value).model_fields, "", t)
            continue
        if _holds(value, Candidate):
            content = _candidates(value, getattr(part, "chosen", None), t)
        else:
            content = _content(value, t)
        alone = field.title == heading or _holds(value, Part)
        wide = ' class="wide"' if alone else ""
        if field.title != heading:
            yield f"<dt{wide}>{_title_of(field, t)}</dt>"
        yield f"<dd{wide}>{content}</dd>"


def _title_of(field: FieldInfo, t: Translator) -> str:
    return html.escape(Marked(field.title or "").read(t.lang))


def _holds(value: object, kind: type[Part]) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], kind)


def _content(value: Any, t: Translator) -> str:
    """What stands in a field, as HTML."""
    if value in (None, "", [], {}):
        return f'<em class="blank">{html.escape(t("still blank"))}</em>'
    if _holds(value, Measure):
        return _measure_table({t("Value"): value}, t)
    if _holds(value, Part):
        return _part_table(value, t)
    if isinstance(value, list):
        return f"<ul>{''.join(f'<li>{_content(each, t)}</li>' for each in value)}</ul>"
    if isinstance(value, dict):
        return "".join(_line(html.escape(key), each, t) for key, each in value.items())
    if isinstance(value, Part):
        return "".join(
            _line(_title_of(field, t), getattr(value, name), t)
            for name, field in type(value).model_fields.items()
            if getattr(value, name) or not may_stay_empty(field)
        )
    return _word(value, t)


def _line(label: str, value: object, t: Translator) -> str:
    """Inside a field: a name and its content on one line, a list too."""
    if isinstance(value, list):
        content = " · ".join(_content(each, t) for each in value) or _content(None, t)
    else:
        content = _content(value, t)
    return f"<div>{t('{name}: {value}').format(name=f'<i>{label}</i>', value=content)}</div>"


def _word(value: object, t: Translator) -> str:
    """A single value: yes or no, a number, a day, the name of a metric, or a text."""
    if isinstance(value, bool):
        return html.escape(t("yes") if value else t("no"))
    if isinstance(value, int | float):
        return html.escape(t.number(value, decimals(value)))
    if isinstance(value, date):
        return f"<time>{value.isoformat()}</time>"
    if value == NONE:
        return html.escape(t("none"))
    text = str(value)
    if is_placeholder(text):
        return f'<em class="blank">{html.escape(text)}</em>'
    return html.escape(METRICS[text].read(t.lang) if text in METRICS else text)


def _part_table(parts: Sequence[Part], t: Translator) -> str:
    fields = type(parts[0]).model_fields
    head = "".join(f'<th scope="col">{_title_of(field, t)}</th>' for field in fields.values())
    rows = "".join(
        f"<tr>{''.join(f'<td>{_content(getattr(part, n), t)}</td>' for n in fields)}</tr>"
        for part in parts
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _candidates(candidates: Sequence[Candidate], chosen: str | None, t: Translator) -> str:
    """What was changed in each, and their measures side by side."""
    changes, columns = [], {}
    for number, candidate in enumerate(candidates, 1):
        name = candidate.name or f"{number}"
        if chosen and candidate.name == chosen:
            name = t("{name} (chosen)").format(name=name)
        change = t("{name}: {value}").format(
            name=f"<b>{html.escape(name)}</b>", value=_content(candidate.change, t)
        )
        changes.append(f"<li>{change}</li>")
        columns[name] = candidate.measures or []
    return f"<ul>{''.join(changes)}</ul>{_measure_table(columns, t)}"


def _measure_table(columns: Mapping[str, Sequence[Measure]], t: Translator) -> str:
    """A row for each metric and group; a column for each candidate, or one for a model."""
    cells: dict[tuple, dict[str, str]] = {}
    for name, measures in columns.items():
        for measure in measures:
            key = (measure.data, measure.metric, measure.group)
            cells.setdefault(key, {})[name] = _measure(measure, t)
    head = "".join(
        f'<th scope="col">{html.escape(each)}</th>' for each in (t("Metric"), t("Group"), *columns)
    )
    kind = "several" if len(columns) > 1 else "one"
    tables = []
    for data in dict.fromkeys(data for data, _, _ in cells):
        caption = t("Measured on {data}, with 95% interval; n is the number of people")
        bodies = [
            _metric_rows(
                metric,
                [(g, row) for (d, m, g), row in cells.items() if (d, m) == (data, metric)],
                columns,
                t,
            )
            for metric in dict.fromkeys(metric for d, metric, _ in cells if d == data)
        ]
        tables.append(
            f'<div class="scroll" tabindex="0"><table class="{kind}">'
            f"<caption>{html.escape(caption).format(data=_content(data, t))}</caption>"
            f"<thead><tr>{head}</tr></thead>{''.join(bodies)}</table></div>"
        )
    return "".join(tables)


def _metric_rows(
    metric: str,
    groups: Sequence[tuple[str, Mapping[str, str]]],
    names: Iterable[str],
    t: Translator,
) -> str:
    """The rows of one metric, one for each group, its cells in the order of the columns."""
    rows = [
        f'<th scope="row">{_content(t("everybody") if group == ALL else group, t)}</th>'
        + "".join(f"<td>{cells.get(name, '')}</td>" for name in names)
        for group, cells in groups
    ]
    rows[0] = f'<th scope="rowgroup" rowspan="{len(rows)}">{_content(metric, t)}</th>{rows[0]}'
    return f"<tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody>"


def _measure(measure: Measure, t: Translator) -> str:
    """A value with its interval and the number of people on whom it rests."""
    if measure.value is None or measure.low is None or measure.high is None:
        return _content(None, t)
    people = "?" if measure.count is None else t.number(measure.count)
    low, high = (t.percent(each, digits=1) for each in (measure.low, measure.high))
    rest = t("{low} to {high}, n = {count}").format(low=low, high=high, count=people)
    return f"{t.percent(measure.value, digits=1)} <small>{html.escape(rest)}</small>"
