"""A team's own table: each fault has its own line, and all are told at once."""

from __future__ import annotations

import hashlib
import time

import numpy as np
import pandas as pd
import pytest

from course import language
from course.dossier import ArtefactError
from course.dossier.fields.blank_group import NOT_STATED
from course.project import OwnData, ServiceError, project_of, tabular
from course.project.own_table import dates, kept_aside, read_table, table_faults
from course.project.ready import TESTED_SHARE
from course.project.tabular import own_parts

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
    "numbers without an end": (
        lambda: codes(table(income=["inf"] + [f"{n}.5" for n in range(399)])), "table-not-numbers",
    ),
    "an answer that hands over": (
        lambda: codes(table(answer=["person", "company"] * 200), urgent_answer="person"),
        "table-person-answer",
    ),
    "an answer that only the newest rows have": (
        lambda: codes(table(answer=["grant"] * 300 + ["refuse", "grant"] * 50)),
        "table-not-learned",
    ),
    "an urgent answer that no new row has": (
        lambda: codes(table(answer=["refuse", "grant"] * 150 + ["refuse"] * 100)),
        "table-not-measured",
    ),
    "urgent cases of one group only": (
        lambda: codes(table(region=["north"] * 240 + ["south"] * 60 + ["north"] * 100)),
        "table-not-compared",
    ),
    "urgent cases of one group only, in the second column of groups": (
        lambda: codes(
            table(more=["young"] * 240 + ["old"] * 60 + ["young"] * 100),
            groups=["region", "more"],
        ),
        "table-not-compared",
    ),
    "texts that are all blank": (lambda: extra([""] * ROWS, texts=["more"]), "table-no-words"),
    "texts without a word in common": (
        lambda: extra([f"r{n}" for n in range(ROWS)], texts=["more"]), "table-no-words",
    ),
    "groups of which few rows are blank": (
        lambda: codes(table(region=[""] * 40 + ["north", "south"] * 180)), "table-small-blank",
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


HEADINGS = {
    "table-identity": (
        [f"{43_555_000 + n % 150}" for n in range(ROWS)],
        ("National ID", "Passport No.", "social_security_number"),
        ("N° de sécurité sociale", "Numéro de sécurité sociale", "NIR", "Nº d'identité"),
        ("Cédula", "Nº de documento", "N.º de documento", "Documento de identidad",
         "Documento (CC)", "Cédula del solicitante"),
        ("CPF", "RG", "CPF do requerente", "Cartão do SUS"),
    ),
    "table-phone": (
        [f"{3_004_355_000 + n % 150}" for n in range(ROWS)],
        ("Mobile", "cell phone number", "Tel."),
        ("Téléphone portable", "GSM", "Numéro de téléphone"),
        ("Celular", "Móvil", "Teléfono del solicitante"),
        ("Telemóvel", "Telefone de contato"),
    ),
    "table-names": (
        [f"{('Ana', 'Rosa', 'José')[n % 3]} {'ABCDEFGHIJ'[n // 3 % 10]}ardoso da Silva"
         for n in range(ROWS)],
        ("full_name", "Applicant", "Name of the applicant"),
        ("Nom et prénom", "Demandeur", "Nom du demandeur"),
        ("Solicitante", "Nombre y apellidos", "Nombre del solicitante"),
        ("Nome completo", "Requerente"),
    ),
    "table-births": (
        [f"{1 + n % 28:02}/03/{1950 + n % 40}" for n in range(ROWS)],
        ("Date of birth", "DOB"), ("Date de naissance", "Né(e) le"), ("Fecha de nacimiento",),
        ("Data de nascimento",),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "heading"),
    [
        (code, each)
        for code, (_, *languages) in HEADINGS.items()
        for one in languages
        for each in one
    ],
)
def test_a_heading_of_personal_data_is_told_also_where_values_repeat(code, heading):
    found_table = table(**{heading: HEADINGS[code][0]})
    assert codes(found_table, left_out=[heading]) == [code]


FEW = [str(n % 15) for n in range(ROWS)]
TYPES = ["Persona jurídica", "Hogar con menores", "Adulto mayor", "Persona Natural"] * 100
SAYS_NOTHING_OF_ONE_PERSON = [
    *((name, FEW) for name in ("Number of documents", "Número de documentos", "Documento",
                               "Nombre de personnes", "nombre", "Solicitantes", "Contact number")),
    *((name, TYPES) for name in ("Type of document", "Tipo de documento", "Solicitante",
                                 "Applicant")),
    ("Mobile", ["yes", "no"] * 200), ("Teléfono", ["sí", "no"] * 200),
    ("Fecha de nacimiento", [str(1950 + n % 40) for n in range(ROWS)]),
    ("Fecha de solicitud", HEADINGS["table-births"][0]),
    ("Número del trámite", HEADINGS["table-identity"][0]),
    ("Institución", HEADINGS["table-names"][0]),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "values"), SAYS_NOTHING_OF_ONE_PERSON)
def test_counts_types_and_years_are_no_personal_data(heading, values):
    assert codes(table(**{heading: values}), left_out=[heading]) == []


def with_commas(values) -> list[str]:
    return [str(value).replace(".", ",") for value in values]


def with_income(values) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """A table whose rows differ by another number, and the columns that are numbers."""
    return table(income=values, rent=table()["income"]), {"numbers": ["income", "rent"]}


@pytest.mark.parametrize(
    "written",
    [
        with_commas(table()["income"]),
        ["0,73", "1,234", "12", "-,5"] * 100,
        ["1234,567", "0,5", ""] * 133 + ["2"],
    ],
)
def test_numbers_with_a_decimal_comma_are_read_as_numbers(written):
    held, roles = with_income(written)
    assert codes(held, **roles) == []
    _, known, aside = own_parts(project(held, **roles))
    read = [float(each.replace(",", ".") or "nan") for each in written]
    assert sorted(pd.concat([known, aside])["income"].dropna()) == sorted(
        each for each in read if each == each
    )


def test_whole_numbers_stay_whole():
    # Otherwise the order of rows without a date would change.
    held, roles = with_income([str(n) for n in range(200)] * 2)
    _, known, _ = own_parts(project(held, **roles))
    assert known["income"].dtype == int


@pytest.mark.parametrize(
    ("written", "code", "value", "count"),
    [
        (["1,234", "950"] * 200, "table-commas", "1,234", 200),
        (["0,73"] * 399 + ["1.5"], "table-commas", "0,73", 399),
        (["1.234,5"] + ["0,73"] * 399, "table-commas", "1.234,5", 400),
        (["1,234,567"] + ["0.5"] * 399, "table-commas", "1,234,567", 1),
        (["0,73"] * 399 + ["S/D"], "table-not-numbers", "S/D", 1),
        (["0,73"] * 399 + ["$ 0,73"], "table-not-numbers", "$ 0,73", 1),
    ],
)
def test_a_comma_that_cannot_be_read_is_told_and_nothing_else(written, code, value, count):
    held, roles = with_income(written)
    found = table_faults(data(**roles), held)
    assert [each.code for each in found] == [code]
    said = found[0].read("en")
    assert f"“{value}”: {count}." in said
    assert ("categories" in said) == (code == "table-not-numbers")


def test_a_message_about_one_row_is_true_of_one():
    said = {
        each.code: each.read("en")
        for each in table_faults(
            data(left_out=["more"]),
            table(
                answer=["", "appeal", *["grant", "refuse"] * 199],
                day=["", "1/2/2025", *table()["day"][2:]],
                income=["about", *table()["income"][1:]],
                more=["x"] * 399 + ["ana@example.org"],
                region=["", "east", *["north", "south"] * 199],
            ),
        )
    }
    about_one = {
        *("table-no-label", "table-rare-answer", "table-not-dates", "table-blank-dates"),
        *("table-not-numbers", "table-mail", "table-small-group", "table-small-blank"),
    }
    assert about_one <= said.keys()
    assert all(": 1" in said[code] and "1 rows" not in said[code] for code in about_one)
    assert "“”" not in " ".join(said.values())


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("write to ana@example.org.", True),
        ("a.b+c-d_e@sub-domain.example.fr", True),
        ("élodie@maison.fr", True),
        ("a@b@c.de", True),
        ("x@example", False),
        ("@example.org", False),
        ("at 5 @ 3.20 each", False),
        ("ana@.org", False),
        ("ana@example. org", False),
    ],
)
def test_a_mail_address_is_known_by_what_stands_around_its_at_sign(text, is_address):
    assert ("table-mail" in extra(["x"] * 399 + [text])) == is_address


@pytest.mark.parametrize("piece", ["a", "a.", "1", "a@", "a@a", "-", "@"])
def test_a_long_cell_is_searched_in_linear_time(piece):
    # A quadratic pattern takes about a minute of processor time for each, a linear one about 0.1 s.
    began = time.process_time()
    extra(["x"] * 399 + [(piece * 131_072)[:131_072]])
    assert time.process_time() - began < 15


def test_rows_are_compared_only_when_each_column_is_declared():
    same = table(income=["1000.5"] * ROWS, housing=["rent"] * ROWS, more=["a", "b"] * 200)
    assert codes(same) == ["table-undeclared"]
    assert codes(same, left_out=["more"]) == ["table-both-parts"]


def test_a_file_in_another_encoding_is_told_without_words_of_python():
    with pytest.raises(ArtefactError) as raised:
        read_table("Cédula;Año\n1;2\n".encode("cp1252"))
    assert "Error" not in raised.value.faults[0].read("en")
    assert "CSV UTF-8" in raised.value.faults[0].read("en")


NO_NUMBERS_OF_PEOPLE = (
    "05/06/2024", "01.02.2025", "01-02-2025", "5/6/2024 08:15:00", "05/06/24 12:30", "2024-06-05",
    "de 01/02/2024 a 05/06/2024", "31.12.2024.", "12 500 000", "-1 250 000,50", "125 500 000",
    "345 678 900,75 EUR", "R$ 12 500 000", "12 345 678 XOF",
)  # fmt: skip
NUMBERS_OF_PEOPLE = (
    "+55 11 5550-0142", "01 42 68 53 00", "01.42.68.53.00", "01.02.03.04.05", "0142685300",
    "612 345 678", "(11) 5550-0142", "555-123-4567", "+351 12 345 678", "0612-05-06-2024",
    "05/06/2024: 01 42 68 53 00", "12 500 000; 0142685300", "71 123 456", "01 234 567",
    "06-12-05 1234", "05/06/2024 612345678",
)  # fmt: skip


@pytest.mark.parametrize("written", NO_NUMBERS_OF_PEOPLE)
def test_days_and_amounts_are_no_telephone_numbers(written):
    assert extra(["none"] * 399 + [written]) == []


@pytest.mark.parametrize("written", NUMBERS_OF_PEOPLE)
def test_telephone_numbers_are_found_also_beside_days_and_amounts(written):
    assert extra(["none"] * 399 + [written]) == ["table-phone"]


def test_a_list_without_entries_can_be_given_as_none():
    found = OwnData(
        **data().model_dump(exclude_none=True) | {"known_later": "none", "left_out": "-"}
    )
    assert found.faults() == []
    assert (found.known_later, found.left_out) == (None, None)


@pytest.mark.parametrize(
    "changed", [{"left_out": ["day"]}, {"groups": ["region", "region"]}], ids=["date", "groups"]
)
def test_what_is_named_twice_is_measured_all_the_same(changed):
    made = project(table(), **changed)
    assert made.data_faults() == []
    assert made.measure()["own-datasheet"]["groups"].keys() == {"region"}


def test_a_column_of_days_that_are_known_later_is_no_fault():
    days = table()["day"].str.replace(r"(....)-(..)-(..)", r"\3/\2/\1", regex=True)
    assert codes(table(more=list(days[:200]) * 2), known_later=["more"]) == []


@pytest.mark.parametrize(
    "days",
    [
        ["2025-01-01T10:00:00+01:00"] * 200 + ["2025-06-01T10:00:00+02:00"] * 200,
        ["2025-01-01"] * 200 + ["2025-06-01T10:00:00+02:00"] * 200,
    ],
)
def test_days_can_have_different_time_zones(days):
    assert codes(table(day=days)) == []
    _, known, _ = own_parts(project(table(day=days)))
    assert known["day"].dt.tz is None
    assert dates(pd.Series(days)).iloc[-1] == pd.Timestamp("2025-06-01 08:00")


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
        (b"\n \n", "table-no-csv"),
        (b'a,b\n1,"2\n3,4\n', "table-no-csv"),
        (b"a,b\n1,2\n1,2,3\n", "table-long-row"),
        (b"," * 100 + b"a\n", "table-columns"),
        (b"a,b\n1," + b"2," * 150 + b"3\n", "table-long-row"),
    ],
)
def test_what_is_no_table_is_refused(content, code):
    with pytest.raises(ArtefactError) as raised:
        read_table(content)
    assert raised.value.faults[0].code == code


@pytest.mark.parametrize(
    ("content", "names", "cells"),
    [
        ("a,b\n1,2,\n3,4,\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
        ("a,b,,\n1,2,,\n", ["a", "b"], [["1", "2"]]),
        ('"income, yearly","rent, yearly"\n1,2\n', ["income, yearly", "rent, yearly"],
         [["1", "2"]]),
        ('"income, yearly";"rent, yearly"\n1;2\n', ["income, yearly", "rent, yearly"],
         [["1", "2"]]),
        ("\n \na,b\n\n1,2\n", ["a", "b"], [["1", "2"]]),
        ("sep=;\r\na;b\r\n1;2\r\n", ["a", "b"], [["1", "2"]]),
        ("sep=\t\na\tb;c;d\n1\t2\n", ["a", "b;c;d"], [["1", "2"]]),
        ("sep=,\n\na;,b\n1,2\n", ["a;", "b"], [["1", "2"]]),
        ('a,b\n"x\ny",2\n"q""q","no" \n', ["a", "b"], [["x\ny", "2"], ['q"q', "no"]]),
        (",a\n0,1\n", ["Unnamed: 0", "a"], [["0", "1"]]),
        ("a,b\n1\n", ["a", "b"], [["1", ""]]),
    ],
)  # fmt: skip
def test_the_cells_of_a_file_stay_under_their_names(content, names, cells):
    found = read_table(content.encode())
    assert list(found.columns) == names
    assert found.to_numpy().tolist() == cells


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


def test_own_data_are_read_and_checked_once_for_a_service_and_its_numbers(monkeypatch):
    read = []
    monkeypatch.setattr(
        tabular, "read_table", lambda content: read.append(1) or read_table(content)
    )
    made = project(table(housing=["flat", "house"] * 200))
    made.service().decide(table().head(50))
    made.measure()
    assert len(read) == 1
    taken = own_parts(made)[1]
    taken["income"] = 0.0
    assert (own_parts(made)[1]["income"] != 0).all()


def recall_in_order_of_arrival(found_table: pd.DataFrame, **changed) -> float:
    measured = project(found_table, **changed).measure()["fairness-statement"]["order-of-arrival"]
    return next(
        each.value for each in measured if (each.metric, each.group) == ("recall", "all")
    )  # fmt: skip


@pytest.mark.parametrize("date", ["day", None])
def test_the_order_of_arrival_does_not_follow_how_the_file_is_sorted(date):
    # The rows of a month have no order of their own.
    days = table()["day"].str.replace("-..$", "-01", regex=True)
    rows = table(day=days) if date else table().drop(columns="day")
    shuffled = recall_in_order_of_arrival(rows, date=date)
    for ascending in (True, False):
        by_answer = rows.sort_values(["answer", "income"], ascending=ascending)
        assert recall_in_order_of_arrival(by_answer, date=date) == shuffled
    assert 0.05 < shuffled < 0.5


def test_with_a_date_the_oldest_cases_are_read_first():
    answers = ["refuse", "grant"] * 150 + ["grant"] * 25 + ["refuse"] * 75
    assert recall_in_order_of_arrival(table(answer=answers)) == 1
    late = ["refuse", "grant"] * 150 + ["refuse"] * 75 + ["grant"] * 25
    assert recall_in_order_of_arrival(table(answer=late)) == 0


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_blank_group_has_one_name_for_every_reader(monkeypatch, lang):
    monkeypatch.setattr(language, "current", lambda: lang)
    measured = project(table(region=["", "south"] * 200)).measure()
    assert measured["own-datasheet"]["groups"] == {"region": {NOT_STATED: 200, "south": 200}}
    groups = {each.group for each in measured["model-card"]}
    assert groups == {"all", "region: not stated", "region: south"}


def test_a_cell_that_says_so_in_words_is_of_the_same_group_as_a_blank_one():
    measured = project(table(region=["", "Sin indicar", "south", "south"] * 100)).measure()
    assert measured["own-datasheet"]["groups"] == {"region": {NOT_STATED: 200, "south": 200}}


def test_a_rare_answer_of_the_part_that_is_learned_is_always_learned():
    # By chance, the confidence is adjusted on this row, and the answer is learned from no other.
    place = int(np.flatnonzero(np.random.default_rng(0).random(300) < TESTED_SHARE)[0])
    answers = np.array(["refuse", "later"] * 150 + ["grant"] * 50 + ["refuse", "later"] * 25)
    answers[place] = "grant"
    found = project(table(answer=answers))
    assert found.data_faults() == []
    assert found.service().options == ("grant", "later", "refuse")
    assert len(found.service().decide(table().head(20))) == 20


def test_the_reason_names_the_column_that_holds_the_value():
    from course.project.features import Columns, Features

    both = pd.DataFrame({
        "status": ["check_1"] * 50 + ["none"] * 50, "status_check": ["1", "2"] * 50,
        "rare": [str(n) for n in range(40)] + ["a"] * 60,
    })  # fmt: skip
    columns = Columns(answer="x", categories=["status", "status_check", "rare"])
    features = Features(columns)
    width = features.fit_transform(both).shape[1]
    assert features.names() == ["status"] * 2 + ["status_check"] * 2 + ["rare"] * 2
    assert len(features.names()) == width
