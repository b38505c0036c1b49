"""An artefact as one page: HTML that needs no other file, no script and no network.

The templates escape every value except Markup, which is HTML already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from course.checking.messages import GENERAL
from course.checking.outcome import as_html
from course.dossier.contents import Section, sections
from course.dossier.faults import Fault
from course.dossier.parts import Document
from course.figures import ShownFigure
from course.language import Translator

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"

SHOWN_FAULTS = 6
"""So many faults are written out at the head; blank fields are marked in their places too."""


@dataclass(frozen=True)
class Incomplete:
    """The box at the head of an unfinished page."""

    heading: str
    sentences: Sequence[str]


@dataclass(frozen=True)
class Page:
    """All that the templates show."""

    lang: str
    title: str
    incomplete: Incomplete | None
    sections: Sequence[Section]
    figures_heading: str
    figures: Sequence[Markup]


def whole(
    artefact: Document, figures: Sequence[ShownFigure], measured: Any, lang: str | None
) -> str:
    """The page as a file; see Artefact.write."""
    return _render("page.html", _page(artefact, figures, measured, lang)) + "\n"


def body(artefact: Document) -> str:
    """The page as a piece of HTML that can stand in a notebook."""
    return _render("body.html", _page(artefact, (), None, None))


def _page(
    artefact: Document, figures: Sequence[ShownFigure], measured: Any, lang: str | None
) -> Page:
    t = Translator(GENERAL, lang)
    faults = artefact.faults(measured)
    return Page(
        t.lang,
        _title(artefact, t),
        _incomplete(faults, t) if faults else None,
        sections(artefact, t),
        t("Figures"),
        [Markup(figure._repr_html_()) for figure in figures],
    )


def _title(artefact: Document, t: Translator) -> str:
    kind, name = artefact.TITLE.read(t.lang), getattr(artefact, artefact.NAME)
    return t("{name}: {value}").format(name=kind, value=name) if name else kind


def _incomplete(faults: Sequence[Fault], t: Translator) -> Incomplete:
    """A page says at its head that the artefact is unfinished, so that nobody overlooks it."""
    heading = t("Incomplete. Still to do: {count}").format(count=t.number(len(faults)))
    sentences: list[str] = [Markup(as_html(each.read(t.lang))) for each in faults[:SHOWN_FAULTS]]
    if len(faults) > SHOWN_FAULTS:
        more = t("and {count} more.").format(count=t.number(len(faults) - SHOWN_FAULTS))
        sentences.append(more)
    return Incomplete(heading, sentences)


def _render(template: str, page: Page) -> str:
    return _environment().get_template(template).render(page=page)


@lru_cache
def _environment() -> "Environment":
    # Imported at the first page: most cells that import the dossier show none.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
