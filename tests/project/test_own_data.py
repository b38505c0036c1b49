"""A team's own table: each fault has its own line, and all are told at once."""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd
import pytest

from course.dossier import ArtefactError
from course.project import OwnData, ServiceError, project_of
from course.project.own_table import kept_aside, read_table, table_faults

ROWS = 400


def table(**changed) -> pd.DataFrame:
    random = np.random.default_rng(1)
    columns = {
        "day": pd.date_range("2025-01-01", periods=ROWS).strftime("%Y-%m-%d"),
        "income": random.normal(1000, 300, ROWS).round(2).astype(str),
        "housing": random.choice(["rent", "own"], ROWS),
        "region": random.choice(["north", "south"], ROWS),
        "answer": random.choice(["grant", "refuse"], ROWS),
    } | changed
    return pd.DataFrame(columns)


def data(**changed) -> OwnData:
    return OwnData(**{
        "name": "Grants", "answer": "answer", "urgent_answer": "grant", "numbers": ["income"],
        "categories": ["housing"], "groups": ["region"], "date": "day", "arriving": 40,
        "read_a_day": 10,
    } | changed)  # fmt: skip


def codes(found_table: pd.DataFrame, **changed) -> list[str]:
    return [each.code for each in table_faults(data(**changed), found_table)]


def extra(values, **roles) -> list[str]:
    return codes(table(more=values), **(roles or {"left_out": ["more"]}))


def test_sound_data_have_no_fault():
    assert data().faults() == []
    assert codes(table()) == []


FAULTS = {
    "mail addresses": (lambda: extra(["x"] * 399 + ["ana@example.org"]), "table-mail"),
    "telephone numbers": (lambda: extra(["none"] * 399 + ["+55 11 5550-0142"]), "table-phone"),
    "identity numbers": (lambda: extra(["no"] * 399 + ["123.456.789-09"]), "table-identity"),
    "a heading of names": (
        lambda: codes(table(Nome=[f"P{n % 40}" for n in range(ROWS)]), left_out=["Nome"]),
        "table-names",
    ),
    "a column that is different in every row": (
        lambda: extra([f"case {n}" for n in range(ROWS)]), "table-every-row",
    ),
    "a running number declared as a number": (
        lambda: extra([str(n) for n in range(ROWS)], numbers=["income", "more"]),
        "table-every-row",
    ),
    "too few rows": (lambda: codes(table().head(150)), "table-rows"),
    "missing answers": (
        lambda: codes(table(answer=[""] * 3 + ["grant", "refuse"] * 198 + ["grant"])),
        "table-no-label",
    ),
    "an answer that nearly nobody has": (
        lambda: codes(table(answer=["appeal"] * 3 + ["grant", "refuse"] * 198 + ["grant"])),
        "table-rare-answer",
    ),
    "one answer only": (lambda: codes(table(answer=["grant"] * ROWS)), "table-one-answer"),
    "an urgent answer that is none": (
        lambda: codes(table(), urgent_answer="yes"), "table-urgent-answer",
    ),
    "a column that alone gives the answer": (
        lambda: codes(table(
            answer=["grant", "refuse"] * 200, more=["paid", "closed"] * 200
        ), categories=["housing", "more"]),
        "table-leak",
    ),
    "a number that alone gives the answer": (
        lambda: codes(table(
            answer=["grant"] * 200 + ["refuse"] * 200,
            more=[f"{n + 0.5}" for n in range(ROWS)],
            day=list(table()["day"].sample(ROWS, random_state=0)),
        ), numbers=["income", "more"]),
        "table-leak",
    ),
    "the same rows in both parts": (
        lambda: codes(table(
            income=["1000.5"] * ROWS, housing=["rent"] * ROWS,
        )), "table-both-parts",
    ),
    "a small group": (
        lambda: codes(table(region=["north"] * 390 + ["east"] * 10)), "table-small-group",
    ),
    "one group": (lambda: codes(table(region=["north"] * ROWS)), "table-one-group"),
    "a column that is not declared": (lambda: codes(table(more=["a", "b"] * 200)),
                                      "table-undeclared"),
    "a declared column that is missing": (
        lambda: codes(table().drop(columns="housing")), "table-missing-column",
    ),
    "numbers that are none": (
        lambda: codes(table(income=["about 900"] + ["900.5"] * 399)), "table-not-numbers",
    ),
    "days that are none": (lambda: codes(table(day=["1/2/2025"] * ROWS)), "table-not-dates"),
    "too many categories": (
        lambda: codes(table(housing=[f"h{n % 90}" for n in range(ROWS)])),
        "table-many-categories",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_of_a_table_is_told(name):
    find, code = FAULTS[name]
    assert code in find()


def test_all_faults_are_told_at_once_in_one_line_each():
    bad = table(
        answer=[""] * 3 + ["grant", "refuse"] * 198 + ["grant"],
        region=["north"] * 390 + ["east"] * 10,
        more=["ana@example.org"] * ROWS,
    )
    found = table_faults(data(), bad)
    assert {"table-no-label", "table-small-group", "table-mail", "table-undeclared"} <= {
        each.code for each in found
    }
    assert all("\n" not in each.read("en") for each in found)


def test_the_message_names_the_row_and_not_the_address():
    found = table_faults(data(left_out=["more"]), table(more=["x"] * 399 + ["ana@example.org"]))
    said = found[0].read("en")
    assert "row 401" in said
    assert "ana@" not in said


RULES = {
    "nothing to learn from": ({"numbers": None, "categories": None}, "data-no-columns"),
    "a column with two roles": ({"numbers": ["income", "housing"]}, "data-two-roles"),
    "the answer as a feature": ({"categories": ["housing", "answer"]}, "data-answer-used"),
    "a feature that is known later": ({"known_later": ["housing"]}, "data-later-used"),
    "everything is read": ({"read_a_day": 40}, "data-read-a-day"),
}


@pytest.mark.parametrize("name", RULES)
def test_what_cannot_be_in_data_yml_is_told(name):
    changed, code = RULES[name]
    assert code in [each.code for each in data(**changed).faults()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_with_each_delimiter_and_a_byte_order_mark(delimiter):
    text = table().to_csv(index=False, sep=delimiter)
    assert read_table(("\ufeff" + text).encode()).equals(table())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe\x00", "table-no-csv"),
        (b"a,b\x00\n1,2\n", "table-no-csv"),
        (b"a,a\n1,2\n", "table-same-name"),
        (b"x" * (5 * 2**20 + 1), "table-bytes"),
        (b"", "table-no-csv"),
    ],
)
def test_what_is_no_table_is_refused(content, code):
    with pytest.raises(ArtefactError) as raised:
        read_table(content)
    assert raised.value.faults[0].code == code


def test_the_newest_quarter_is_kept_aside_where_there_is_a_date():
    aside = kept_aside(data(), table())
    assert aside.sum() == 100
    assert aside[300:].all()


def test_without_a_date_the_rule_looks_at_the_row_alone():
    shown, whole = table(), data(date=None)
    aside = kept_aside(whole, shown)
    assert 0.15 < aside.mean() < 0.35
    assert (kept_aside(whole, shown.iloc[::-1]) == aside[::-1]).all()
    first = "\x1f".join(shown.iloc[0])
    assert aside[0] == (hashlib.sha256(first.encode()).digest()[0] < 64)


def project(found_table: pd.DataFrame, **changed):
    return project_of({
        "team": "way: own\n", "data": data(**changed).to_yaml(),
        "data.csv": found_table.to_csv(index=False),
        "choices": "system: Grants\nalone_from: 0.5\nwhy: Half of the work stays with people.\n",
    })  # fmt: skip


def test_a_service_does_not_learn_from_faulty_data():
    bad = project(table(more=["ana@example.org"] * ROWS))
    with pytest.raises(ServiceError, match="The data cannot be used yet"):
        bad.service()
    assert "table-mail" in bad.data_faults().codes()


def test_the_ready_pipeline_serves_own_data_and_shows_decide_no_answer():
    made = project(table())
    service = made.service()
    assert "answer" not in service.columns
    assert service.options == ("grant", "refuse")
    found = service.decide(table().head(50))
    assert set(found["department"]) <= {"grant", "refuse", "person"}
    measured = made.measure()
    assert measured["own-datasheet"]["rows"] == ROWS
    assert set(measured["fairness-statement"]) == {"order-of-arrival", "one-list", "each-group"}
    assert made.measured() == measured
    assert {each.group for each in measured["model-card"]} == {
        "all", "region: north", "region: south"
    }  # fmt: skip
