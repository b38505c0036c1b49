"""Tables of the project's notebooks, in cells that learners run and do not write."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from course.checking.expect import NotYet
from course.dossier.artefacts.measures import Measure
from course.dossier.fields.blank_group import spoken
from course.language import Translator
from course.project import visible_scores
from course.project.service import own_service
from tests.course.content.notebooks import ROOT, read

SLUG = "capstone-2-data-and-model"
FAIRNESS = "capstone-3-fairness"
TEAM = {"team": "title: Civicly\nway: civicly\nmembers: [Ana]\nlanguage: fr\n"}


def cell(slug: str, lang: str, holds: str) -> str:
    """The code of the released cell that holds a text."""
    notebook = read(ROOT / "release" / lang / slug / f"{slug}.ipynb")
    (source,) = [each.source for each in notebook.cells if holds in each.source]
    return source


@pytest.fixture
def shown():
    """The function of the released French notebook that shows the table."""
    source = cell(SLUG, "fr", "def shown(")
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


def test_a_group_without_a_value_has_one_row_with_all_its_numbers():
    measures = [
        Measure(
            metric=metric,
            group="Sexo: not stated",
            data="test",
            value=0.6,
            low=0.2,
            high=0.9,
            count=5,
        )
        for metric in ("accuracy", "recall")
    ]
    tables = []
    names = {
        "measured": None, "statement": ..., "service": None, "pd": pd, "display": tables.append,
        "t": Translator(FAIRNESS, "es"), "spoken": lambda group: spoken(group, "es"),
        "project": SimpleNamespace(way="own", texts=dict, measure=lambda: None),
        "audit_of": lambda service, texts: {"model-card": measures},
    }  # fmt: skip
    exec(
        cell(FAIRNESS, "es", 'audit_of(service, texts)\n    numbers = measured["model-card"]'),
        names,
    )
    (table,) = tables
    assert list(table.index) == ["Sexo: sin indicar"]
    assert table["casos urgentes"].tolist() == ["5"]
    assert not table.isna().any(axis=None)
