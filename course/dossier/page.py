"""An artefact as one page: HTML that needs no other file, no script and no network."""

import html
from collections.abc import Iterable, Sequence
from datetime import date

from course.checking.messages import GENERAL
from course.checking.outcome import as_html
from course.dossier.artefact import Artefact
from course.dossier.fairness_statement import NONE, Candidate
from course.dossier.faults import decimals
from course.dossier.measures import ALL, METRICS, Measure
from course.dossier.parts import Part
from course.figures import ShownFigure
from course.language import Translator, current

STYLE = """
.dossier { font: 15px/1.4 system-ui, sans-serif; color: #1A1A1A; max-width: 60em; }
"""


def whole(artefact: Artefact, figures: Sequence[ShownFigure] = (), lang: str | None = None) -> str:
    """The page as a file."""
    lang = lang or current()
    title = html.escape(_title(artefact, Translator(GENERAL, lang)))
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
{body(artefact, figures, lang)}
</body>
</html>
"""


def body(artefact: Artefact, figures: Sequence[ShownFigure] = (), lang: str | None = None) -> str:
    """What the page shows, as a piece that can stand in a notebook."""
    lang = lang or current()
    t = Translator(GENERAL, lang)
    pieces = [f'<article class="dossier" lang="{lang}"><style>{STYLE}</style>']
    pieces.append(f"<h1>{html.escape(_title(artefact, t))}</h1>")
    for each in artefact.faults():
        pieces.append(f"<p>{as_html(each.read(lang))}</p>")
    pieces.append(f"<pre>{html.escape(artefact.to_yaml())}</pre>")
    pieces += [figure._repr_html_() for figure in figures]
    pieces.append("</article>")
    return "\n".join(pieces)


def _title(artefact: Artefact, t: Translator) -> str:
    name = getattr(artefact, artefact.NAME)
    return f"{t(artefact.TITLE)}: {name}" if name else t(artefact.TITLE)
