"""A dossier as a PDF file that is tagged for screen readers (PDF/UA-1), made without a network.

It needs the package typst, which learners do not get because of its size; `pip install
'ai4gov-course[pdf]'` installs it. The fonts are ours, and those of its wheel for
other scripts; nothing of the system is used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from json import dumps
from pathlib import Path
from typing import Any

from course.checking.messages import GENERAL
from course.dossier.documents.contents import Line, Measures, MeasureTable, Words, sections
from course.dossier.documents.page import artefact_title, dossier_title, faults_by_part
from course.dossier.fields.faults import Fault
from course.dossier.fields.parts import Document
from course.errors import UserError
from course.files import write_atomic
from course.language import Translator
from course.notebook.figures import ShownFigure
from course.templating import SHARED
from course.tokens import LIGHT

FIGURE = ("svg", "title", "subtitle", "source", "alt")
"""What the template shows of a figure."""
TEMPLATE = Path(__file__).parent / "templates" / "dossier.typ"

Data = dict[str, Any]


class PdfError(UserError):
    """A PDF that cannot be made or written."""


def write_pdf(
    path: str | Path,
    artefacts: Sequence[Document],
    *,
    title: str | None = None,
    measured: Mapping[str, Any] | None = None,
    figures: Mapping[str, Sequence[ShownFigure]] | None = None,
    faults: Sequence[Fault] | None = None,
    lang: str | None = None,
) -> None:
    """Write the artefacts as one PDF file, atomically; the arguments are those of page.dossier.

    Raises PdfError in one line, also without the package typst.
    """
    try:
        import typst
    except ImportError:
        raise PdfError(
            "A PDF needs the package typst: pip install typst, and call again. The HTML page can "
            "be printed without it."
        ) from None
    found = faults_by_part(artefacts, measured or {}, faults)
    shown = _page(artefacts, title, found, figures or {}, Translator(GENERAL, lang))
    made = typst.compile(
        TEMPLATE,
        ignore_system_fonts=True,
        # The text of a figure is text, measured in a font that comes with matplotlib.
        font_paths=[SHARED / "fonts", *([_fonts()] if figures else [])],
        format="pdf",
        sys_inputs={"dossier": dumps(shown), "colours": dumps(LIGHT)},
        pdf_standards="ua-1",
    )
    try:
        write_atomic(Path(path), made)
    except OSError as error:
        raise PdfError(
            f"{path}: {error.strerror}; look at the name and the folder of the file"
        ) from None


def _fonts() -> Path:
    from matplotlib import get_data_path

    return Path(get_data_path()) / "fonts" / "ttf"


def _page(
    artefacts: Sequence[Document],
    title: str | None,
    faults: Sequence[Sequence[Fault]],
    figures: Mapping[str, Sequence[ShownFigure]],
    t: Translator,
) -> Data:
    """All that the template shows, as plain data."""
    titles = [artefact_title(each, t) for each in artefacts]
    return {
        "lang": t.lang,
        "title": title or dossier_title(artefacts, t),
        "contents_heading": t("Contents"),
        "incomplete": _incomplete(titles, faults, t),
        "parts": [
            {
                "title": name,
                "sections": [_data(section) for section in sections(each, t)],
                "figures_heading": t("Figures"),
                "figures": [
                    {name: getattr(figure, name) for name in FIGURE}
                    for figure in figures.get(type(each).__name__, ())
                ],
            }
            for name, each in zip(titles, artefacts, strict=True)
        ],
    }


def _incomplete(
    titles: Sequence[str], faults: Sequence[Sequence[Fault]], t: Translator
) -> Data | None:
    count = sum(map(len, faults))
    if not count:
        return None
    return {
        "heading": t("Incomplete. Still to do: {count}").format(count=t.number(count)),
        "parts": [
            {"title": title, "sentences": [each.read(t.lang).replace("`", "") for each in found]}
            for title, found in zip(titles, faults, strict=True)
            if found
        ],
    }


def _data(content: Any) -> Any:
    """Contents as plain data, each with the kind by which the template shows it."""
    if is_dataclass(content):
        held = {each.name: _data(getattr(content, each.name)) for each in fields(content)}
        kind = {"kind": content.kind} if hasattr(content, "kind") else {}
        return {**held, **kind, **_further(content)}
    if isinstance(content, list | tuple):
        return [_data(each) for each in content]
    return content


def _further(content: Any) -> Data:
    """What the template cannot work out by itself."""
    if isinstance(content, Line):
        before, _, after = content.pattern.partition("{name}")
        return {"kind": "line", "around": [before, after.replace("{value}", "")]}
    if isinstance(content, Measures):
        return {"tables": [_table(content.caption, each) for each in content.tables]}
    return {}


def _table(caption: str, table: MeasureTable) -> Data:
    name = table.data.text if isinstance(table.data, Words) else ""
    return {**_data(table), "caption": caption.format(data=name)}
