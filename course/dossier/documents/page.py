"""Artefacts as one page: HTML that needs no other file, no script and no network.

The templates escape every value except Markup, which is HTML already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from course.checking.messages import GENERAL
from course.checking.outcome import as_html
from course.dossier.documents.contents import Section, sections
from course.dossier.fields.faults import Fault
from course.dossier.fields.labels import by_label
from course.dossier.fields.parts import Document
from course.dossier.fields.schema import file_name
from course.language import Translator
from course.notebook.figures import ShownFigure
from course.templating import render

FOLDER = Path(__file__).parent

SHOWN_FAULTS = 6
"""So many faults are written out at the head; blank fields are marked in their places too."""


@dataclass(frozen=True)
class Incomplete:
    """The box at the head of an unfinished page."""

    heading: str
    sentences: Sequence[str]


@dataclass(frozen=True)
class ArtefactPage:
    """All that the templates show."""

    lang: str
    title: str
    incomplete: Incomplete | None
    sections: Sequence[Section]
    figures_heading: str
    figures: Sequence[Markup]


@dataclass(frozen=True)
class DossierPart:
    """An artefact in a page with several; its headings have ids that begin with `anchor`."""

    anchor: str
    page: ArtefactPage


@dataclass(frozen=True)
class PartFaults:
    """The faults of one artefact at the head of the page."""

    anchor: str
    title: str
    sentences: Sequence[str]


@dataclass(frozen=True)
class IncompleteParts:
    """The box at the head of an unfinished dossier."""

    heading: str
    parts: Sequence[PartFaults]


@dataclass(frozen=True)
class DossierPage:
    """All that the template of a dossier shows."""

    lang: str
    title: str
    skip: str
    contents_heading: str
    incomplete: IncompleteParts | None
    parts: Sequence[DossierPart]


def dossier(
    artefacts: Sequence[Document],
    *,
    title: str | None = None,
    measured: Mapping[str, Any] | None = None,
    figures: Mapping[str, Sequence[ShownFigure]] | None = None,
    faults: Sequence[Fault] | None = None,
    lang: str | None = None,
) -> str:
    """One HTML page of several artefacts, in their order, with a table of contents.

    All faults are at the head: those that each artefact finds, or those in `faults`, such as the
    faults of a whole Dossier. `measured` and `figures` are by the name of the class, such as
    "ModelCard". `title` is by default the name of the first artefact's subject.
    """
    t = Translator(GENERAL, lang)
    parts, listed = [], []
    count = 0
    found = faults_by_part(artefacts, measured or {}, faults)
    for number, (each, own) in enumerate(zip(artefacts, found, strict=True), 1):
        page = _page_of(each, (figures or {}).get(type(each).__name__, ()), t)
        parts.append(DossierPart(f"part-{number}", page))
        if own:
            sentences = [Markup(as_html(fault.read(t.lang))) for fault in own]
            listed.append(PartFaults(f"part-{number}", page.title, sentences))
            count += len(own)
    heading = t("Incomplete. Still to do: {count}").format(count=t.number(count))
    shown = DossierPage(
        t.lang,
        title or dossier_title(artefacts, t),
        t("Go to the content"),
        t("Contents"),
        IncompleteParts(heading, listed) if listed else None,
        parts,
    )
    return render(FOLDER, "dossier.html", t, page=shown)


def faults_by_part(
    artefacts: Sequence[Document],
    measured: Mapping[str, Any],
    faults: Sequence[Fault] | None,
) -> list[list[Fault]]:
    """The faults of each artefact, in the order of the artefacts.

    Without `faults`, each artefact finds its own. A fault in `faults` belongs to the artefact whose
    file it names; one that names no file here is listed with the first artefact.
    """
    if faults is None:
        return [
            [
                by_label(fault, type(each))
                for fault in each.faults(measured.get(type(each).__name__))
            ]
            for each in artefacts
        ]
    names = [file_name(type(each)) for each in artefacts]
    found: list[list[Fault]] = [[] for _ in artefacts]
    for each in faults:
        if each.file in names:
            place = names.index(each.file)
            found[place].append(by_label(replace(each, file=""), type(artefacts[place])))
        else:
            found[0].append(each)
    return found


def dossier_title(artefacts: Sequence[Document], t: Translator) -> str:
    """The title of several artefacts: the name of what they are about."""
    names = (getattr(each, each.NAME) for each in artefacts)
    name = next((each for each in names if each), None)
    kind = t("Dossier")
    return t("{name}: {value}").format(name=kind, value=name) if name else kind


def whole(
    artefact: Document, figures: Sequence[ShownFigure], measured: Any, lang: str | None
) -> str:
    """The page as a file; see Artefact.write."""
    return _render("page.html", _page(artefact, figures, measured, lang)) + "\n"


def body(artefact: Document) -> str:
    """The page as a piece of HTML for a notebook."""
    return _render("body.html", _page(artefact, (), None, None))


def _page(
    artefact: Document, figures: Sequence[ShownFigure], measured: Any, lang: str | None
) -> ArtefactPage:
    t = Translator(GENERAL, lang)
    faults = artefact.faults(measured)
    return replace(
        _page_of(artefact, figures, t), incomplete=_incomplete(faults, t) if faults else None
    )


def _page_of(artefact: Document, figures: Sequence[ShownFigure], t: Translator) -> ArtefactPage:
    """The page without its faults."""
    return ArtefactPage(
        t.lang,
        artefact_title(artefact, t),
        None,
        sections(artefact, t),
        t("Figures"),
        [Markup(figure._repr_html_()) for figure in figures],
    )


def artefact_title(artefact: Document, t: Translator) -> str:
    """The kind of the artefact with the name of what it is about."""
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


def _render(template: str, page: ArtefactPage) -> str:
    return render(FOLDER, template, Translator(GENERAL, page.lang), page=page)
