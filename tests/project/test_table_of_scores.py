"""The table of scores in checkpoint 2, for a team whose own functions have a fault."""

from __future__ import annotations

import pandas as pd
import pytest

from course.checking.expect import NotYet
from course.language import Translator
from course.project import visible_scores
from course.project.service import own_service
from tests.content.notebooks import ROOT, read

SLUG = "capstone-2-data-and-model"
TEAM = {"team": "title: Civicly\nway: civicly\nmembers: [Ana]\nlanguage: fr\n"}


@pytest.fixture
def shown():
    """The function of the released French notebook that shows the table."""
    notebook = read(ROOT / "release" / "fr" / SLUG / f"{SLUG}.ipynb")
    (source,) = [each.source for each in notebook.cells if "def shown(" in each.source]
    names = {"NotYet": NotYet, "visible_scores": visible_scores, "t": Translator(SLUG, "fr")}
    exec(source, names)
    return names["shown"]


def no_department(model, comments):
    return pd.DataFrame({"confidence": 0.5, "urgency": 0.5, "reason": "x"}, index=comments.index)


def division(model, comments):
    return 1 / 0


@pytest.mark.parametrize(
    ("decide", "sentence"),
    [
        (no_department, "colonne «\N{NO-BREAK SPACE}department\N{NO-BREAK SPACE}»"),
        (division, "`decide` s’est arrêté sur une erreur"),
    ],
)
def test_a_fault_of_a_team_s_functions_is_one_sentence_in_its_language(
    shown, capsys, decide, sentence
):
    service = own_service(lambda comments: "nothing", decide)
    assert shown(service, TEAM) is None
    printed = capsys.readouterr().out.strip()
    assert "\n" not in printed
    assert sentence in printed
