"""Figures in one frame: title, subtitle and source as text of the page, around the picture.

The picture is drawn twice, for a page and for a telephone, as SVG whose text stays text.
"""

import base64
import html
import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from course import language

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

WIDE, NARROW = 8.0, 4.0
"""The widths of the two drawings, in inches: 768 and 384 pixels of a page."""
BREAKPOINT = 700
"""Below this width of the window, in pixels, the browser shows the narrow drawing."""
PANEL = 3.4
"""The largest height of each panel, in inches, where the narrow drawing stacks them."""
LINE, TICK, BOX = 40, 17, 14
"""Characters in a line of the narrow drawing: of a panel's title, a tick label, a boxed text."""
LETTER = 0.6
"""The width of a letter in DejaVu Sans, as a share of the size of the font."""


@dataclass(frozen=True)
class ShownFigure:
    """A picture in two widths, as SVG, with the texts around it."""

    svg: str
    narrow: str
    title: str
    alt: str
    subtitle: str = ""
    source: str = ""

    def __repr__(self) -> str:
        return "\n".join(text for text in (self.title, self.alt) if text)

    def _repr_html_(self) -> str:
        title, subtitle, source, alt = (
            html.escape(text, quote=True)
            for text in (self.title, self.subtitle, self.source, self.alt)
        )
        # JupyterLab has margins for paragraphs and none for figures, a page the other way round.
        parts = ['<figure style="margin: .5em 0 1em; max-width: 768px; text-align: left">']
        if title or subtitle:
            parts.append('<figcaption style="margin: 0 0 .5em; line-height: 1.35">')
            if title:
                parts.append(f'<strong style="font-size: 1.1em">{title}</strong>')
            if subtitle:
                parts.append(f'<div style="margin: .15em 0 0">{subtitle}</div>')
            parts.append("</figcaption>")
        parts.append(
            f'<picture><source media="(max-width: {BREAKPOINT}px)" srcset="{_data(self.narrow)}">'
            f'<img src="{_data(self.svg)}" alt="{alt}" style="max-width: 100%; height: auto; '
            'background: white; border-radius: 4px"></picture>'
        )
        if source:
            parts.append(
                f'<div style="margin: .4em 0 0; font-size: .85em; line-height: 1.35">{source}</div>'
            )
        return "".join([*parts, "</figure>"])


def show(
    figure: "Figure",
    *,
    title: str,
    alt: str,
    subtitle: str = "",
    source: str | Sequence[str] = (),
) -> ShownFigure:
    """Draw a figure for a page and for a telephone, close it, and return it in its frame.

    A figure has no title of its own: text of the page wraps in every language. For the narrow
    drawing, panels in one row are put below each other, and labels are wrapped.

    Parameters
    ----------
    figure : matplotlib Figure
        With the constrained layout of the style course.figures.
    title : str
        The finding, as a sentence.
    alt : str
        The finding and its main numbers in one or two sentences, not "a bar chart".
    subtitle : str
        What is measured: the unit, of whom, and how many.
    source : str or sequence of str
        Names of the course's data sets, each shown with its title, publisher and year; "authors"
        for a drawing of ours, "made up" for numbers of ours that describe nothing; or texts.
    """
    from matplotlib import pyplot, rc_context

    # Text stays text, and no random salt changes the ids from one drawing to the next.
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "course"}):
        if figure.get_layout_engine() is None:
            figure.set_layout_engine("constrained")
        figure.set_size_inches(WIDE, figure.get_figheight())
        titles = {axes: axes.get_title(loc="left") for axes in _panels(figure)}
        _fit_below(figure, titles)
        wide = _svg(figure)
        _narrow(figure, titles)
        narrow = _svg(figure)
    pyplot.close(figure)
    return ShownFigure(wide, narrow, title, alt, subtitle, _source_line(source))


def _source_line(source: str | Sequence[str]) -> str:
    # Not imported above: it imports pandas, which a dossier with figures does not need.
    from course.data.datasets import citation, dataset_names

    t = language.Translator("course")
    known = {
        "authors": t("the authors of the course"),
        "made up": t("numbers made up by the authors of the course, for learning"),
        **{name: citation(name) for name in dataset_names() if name in source},
    }
    sources = [source] if isinstance(source, str) else source
    said = "; ".join(known.get(each, each) for each in sources)
    return t("{name}: {value}").format(name=t("Source"), value=said) if said else ""


def _svg(figure: "Figure") -> str:
    """The drawing as SVG, without the date and matplotlib's version."""
    file = io.StringIO()
    figure.savefig(file, format="svg", facecolor="white", metadata={"Date": None, "Creator": None})
    return file.getvalue()


def _data(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode('ascii')}"


def _panels(figure: "Figure") -> "list[Axes]":
    return [axes for axes in figure.axes if axes.get_subplotspec() is not None]


def _narrow(figure: "Figure", titles: "dict[Axes, str]") -> None:
    """Change a figure to the width of a telephone."""
    panels = list(titles)
    rows = _stack(figure, panels)
    height = figure.get_figheight()
    figure.set_size_inches(NARROW, rows * min(height, PANEL) if rows > 1 else height)
    for axes in panels:
        _wrap(axes.yaxis.label, LINE)
        _wrap_ticks(axes)
        for text in axes.texts:
            if text.get_bbox_patch() is not None:
                _wrap(text, BOX)
    for text in figure.texts:
        _wrap(text, LINE)
    taken = _legend_above(figure, panels)
    _lay_out(figure)
    missing = taken + sum(map(_missing_height, panels))
    figure.set_figheight(figure.get_figheight() + missing)
    _fit_below(figure, titles)


def _lay_out(figure: "Figure") -> None:
    engine = figure.get_layout_engine()
    if engine is not None:
        engine.execute(figure)


def _fit_below(figure: "Figure", titles: "dict[Axes, str]") -> None:
    """Wrap the title above and the label below each panel to its width, and thin out its ticks."""
    _lay_out(figure)
    places = {axes: axes.get_position() for axes in titles}
    for axes, place in places.items():
        beside = [
            other.x0 - 0.02
            for other in places.values()
            if other.x0 > place.x0 + 0.05 and other.y0 < place.y1 and place.y0 < other.y1
        ]
        label = axes.xaxis.label
        room = figure.get_figwidth() * 72 * (min(beside, default=1) - place.x0)
        # In one line again: the wide drawing may have wrapped it.
        label.set_text(label.get_text().replace("\n", " "))
        letters = int(room / (LETTER * float(label.get_fontsize())))
        _wrap(label, letters)
        # Titles of panels are bold, at the left by the style.
        axes.set_title(_wrapped(titles[axes], int(0.9 * letters)), loc="left")
        _thin_ticks(axes)


def _stack(figure: "Figure", panels: "Sequence[Axes]") -> int:
    """Put panels of one row below each other; the number of rows, or 1 if nothing changed."""
    grids = {axes.get_subplotspec().get_topmost_subplotspec().get_gridspec() for axes in panels}  # type: ignore[union-attr]
    if len(grids) != 1 or (grid := grids.pop()).nrows != 1 or grid.ncols == 1:
        return 1
    stacked = figure.add_gridspec(grid.ncols, 1)
    for axes in panels:
        spec = axes.get_subplotspec()
        assert spec is not None
        axes.set_subplotspec(stacked[spec.colspan.start : spec.colspan.stop, 0])
        # Panels that share an axis had labels at the first panel only.
        if axes.axison:
            axes.tick_params(labelleft=True)
    return int(grid.ncols)


def _wrap_ticks(axes: "Axes") -> None:
    """Wrap the names beside a vertical axis of categories."""
    labels = [label.get_text() for label in axes.get_yticklabels()]
    if any(len(label) > TICK for label in labels):
        axes.set_yticks(axes.get_yticks(), [_wrapped(label, TICK) for label in labels])


def _missing_height(axes: "Axes") -> float:
    """Inches that the names beside a vertical axis lack, if all are as high as the highest."""
    names = [label for label in axes.get_yticklabels() if label.get_text()]
    if not any("\n" in name.get_text() for name in names):
        return 0
    lines = max(name.get_text().count("\n") for name in names) + 1.4
    needed = len(names) * lines * 1.2 * float(names[0].get_fontsize()) / 72
    figure = axes.get_figure()
    assert figure is not None
    return max(0.0, needed - axes.get_position().height * float(figure.bbox.height) / figure.dpi)


def _thin_ticks(axes: "Axes") -> None:
    """Leave out every second number below an axis until none touches the next; turn names."""
    while True:
        low, high = sorted(axes.get_xlim())
        ticks = [
            (tick, label)
            for tick, label in zip(axes.get_xticks(), axes.get_xticklabels(), strict=True)
            if low <= tick <= high
        ]
        boxes = sorted(
            (label.get_window_extent() for _, label in ticks if label.get_text()),
            key=lambda box: float(box.x0),
        )
        if all(box.x1 + 2 < after.x0 for box, after in pairwise(boxes)) or len(ticks) < 2:
            return
        if any(character.isalpha() for _, label in ticks for character in label.get_text()):
            names = [label.get_text().replace("\n", " ") for _, label in ticks]
            axes.set_xticks([tick for tick, _ in ticks], names)
            for label in axes.get_xticklabels():
                label.set(rotation=45, ha="right", rotation_mode="anchor")
            return
        kept = ticks[::2]
        axes.set_xticks([tick for tick, _ in kept], [label.get_text() for _, label in kept])


def _legend_above(figure: "Figure", panels: "Sequence[Axes]") -> float:
    """Put the legend above the panels: within one it would cover what is drawn. Its inches."""
    legends = [legend for axes in panels if (legend := axes.get_legend()) is not None]
    legends += figure.legends
    if len(legends) != 1:
        return 0
    (legend,) = legends
    names = [text.get_text() for text in legend.get_texts()]
    legend.remove()
    above = figure.legend(
        [handle for handle in legend.legend_handles if handle is not None],
        [_wrapped(name, LINE) for name in names],
        title=legend.get_title().get_text() or None,
        loc="outside upper left",
        alignment="left",
        ncols=1 if max(map(len, names)) > TICK else 2,
    )
    return float(above.get_window_extent().height) / figure.dpi


def _wrap(text: "Text", width: int) -> None:
    text.set_text(_wrapped(text.get_text(), width))


def _wrapped(text: str, width: int) -> str:
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )
