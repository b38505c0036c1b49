"""The PDF: tagged for screen readers, in the dossier's language, and without what people wrote
taken for markup. The file itself is made where the package typst is installed."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from course.dossier import FairnessStatement, ModelCard
from course.dossier.documents.pdf import PdfError, write_pdf
from course.notebook.figures import ShownFigure
from tests.course.dossier.every_kind import OFFICE, Office
from tests.course.dossier.examples import CARD, STATEMENT, changed

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="72pt" viewBox="0 0 72 72">'
    '<text style="font: 10px \'DejaVu Sans\'" x="9" y="36">days</text></svg>'
)


def artefacts():
    return [
        ModelCard.from_yaml(CARD),
        FairnessStatement.from_yaml(STATEMENT),
        Office.from_yaml(OFFICE),
    ]


@pytest.mark.parametrize("lang", ["en", "fr", "es", "pt"])
def test_a_pdf_is_tagged_and_says_its_language_and_title(tmp_path, lang):
    path = tmp_path / "dossier.pdf"
    write_pdf(path, artefacts(), title="Our dossier", lang=lang)
    made = path.read_bytes()
    assert made.startswith(b"%PDF-")
    assert f"/Lang({lang})".encode() in made.replace(b"/Lang (", b"/Lang(")
    assert re.search(rb"/Marked true", made)
    assert b"/StructTreeRoot" in made
    # The identification of PDF/UA-1, ISO 14289-1, in the metadata.
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"Our dossier" in made
    assert b"/S/TH" in made.replace(b"/S /TH", b"/S/TH")


def test_figures_keep_their_alternative_texts_and_unfinished_dossiers_say_so(tmp_path):
    path = tmp_path / "dossier.pdf"
    figures = {"ModelCard": [ShownFigure(SVG, SVG, "A longer wait", "Women wait longer")]}
    write_pdf(path, artefacts(), figures=figures, lang="en")
    assert b"/Alt(Women wait longer)" in path.read_bytes().replace(b"/Alt (", b"/Alt(")
    write_pdf(path, [ModelCard(), FairnessStatement(), Office()], lang="en")
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("trap", ["#panic()", '#read("/etc/passwd") now', "$x", "*a* _b_ @c <d> e"])
def test_what_people_write_is_text_and_not_typst(tmp_path, trap):
    text = changed(CARD, ("name: Triage of housing claims", f"name: '{trap}'"),
                   ("  Puts incoming", f"  {trap} Puts incoming"))  # fmt: skip
    write_pdf(tmp_path / "dossier.pdf", [ModelCard.from_yaml(text)], lang="en")
    assert (tmp_path / "dossier.pdf").stat().st_size > 1000


def test_without_typst_one_line_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PdfError) as refused:
        write_pdf(tmp_path / "dossier.pdf", artefacts())
    assert "pip install typst" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


class FakeTypst:
    """Takes the place of typst where it is not installed, and keeps what it was given."""

    def compile(self, source: Path, **options: object) -> bytes:
        self.source, self.options = source, options
        return b"%PDF-"


def test_all_that_is_written_reaches_the_template_as_data(tmp_path, monkeypatch):
    import json

    typst = FakeTypst()
    monkeypatch.setitem(sys.modules, "typst", typst)
    text = changed(CARD, ("review_on: 2026-09-01", ""))
    card = ModelCard.from_yaml(text)
    write_pdf(tmp_path / "d.pdf", [card, *artefacts()[1:]], measured={"ModelCard": []}, lang="en")
    shown = json.loads(typst.options["sys_inputs"]["dossier"])
    assert typst.options["pdf_standards"] == "ua-1"
    assert typst.options["ignore_system_fonts"]
    assert b"Triage" not in typst.source.read_bytes()
    assert shown["title"] == "Dossier: Triage of housing claims"
    assert "Review on is still blank" in shown["incomplete"]["parts"][0]["sentences"][0]
    written = json.dumps(shown, ensure_ascii=False)
    for words in ("those who may lose their home", "75.0% to 81.0%, n = 900", "Harbour"):
        assert words in written
    assert "Measured on test data, with 95% interval" in written


def test_where_nothing_can_be_written_one_line_says_so(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", FakeTypst())
    with pytest.raises(PdfError) as refused:
        write_pdf(tmp_path / "no folder" / "d.pdf", artefacts())
    assert "look at the name" in str(refused.value)
