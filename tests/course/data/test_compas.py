"""The COMPAS cut agrees with what ProPublica published, and names nobody."""

import csv
import re

import pytest

from course import describe_dataset, load_dataset, places

FOLDER = places.datasets() / "compas"
DATA = FOLDER / "compas.csv"

# ProPublica, "How We Analyzed the COMPAS Recidivism Algorithm", 23 May 2016: Medium and High
# count as higher risk, the outcome is a new charge within two years.
PUBLISHED = {
    "African-American": {"n": 3696, "TN": 990, "FP": 805, "FN": 532, "TP": 1369},
    "Caucasian": {"n": 2454, "TN": 1139, "FP": 349, "FN": 461, "TP": 505},
}
PUBLISHED_RATES = {
    None: (32.35, 37.40),
    "African-American": (44.85, 27.99),
    "Caucasian": (23.45, 47.72),
}


def outcomes(group):
    table = load_dataset("compas")
    if group is not None:
        table = table[table["race"] == group]
    flagged = table["score_text"] >= "Medium"
    charged = table["two_year_recid"] == 1
    return {
        "n": len(table),
        "TN": int((~flagged & ~charged).sum()),
        "FP": int((flagged & ~charged).sum()),
        "FN": int((~flagged & charged).sum()),
        "TP": int((flagged & charged).sum()),
    }


def test_it_has_a_row_for_each_of_the_7214_people():
    assert len(load_dataset("compas")) == 7214


@pytest.mark.parametrize("group", PUBLISHED)
def test_the_four_outcomes_are_those_of_the_published_table(group):
    assert outcomes(group) == PUBLISHED[group]


@pytest.mark.parametrize("group", PUBLISHED_RATES)
def test_the_error_rates_are_those_of_the_published_table(group):
    found = outcomes(group)
    false_positive_rate = 100 * found["FP"] / (found["FP"] + found["TN"])
    false_negative_rate = 100 * found["FN"] / (found["FN"] + found["TP"])
    assert (round(false_positive_rate, 2), round(false_negative_rate, 2)) == PUBLISHED_RATES[group]


def test_propublicas_filter_leaves_the_6172_people_of_its_notebook():
    near = load_dataset("compas")["days_b_screening_arrest"].abs() <= 30
    assert near.sum() == 6172


def test_score_words_follow_the_score():
    table = load_dataset("compas")
    for score, words in [("decile_score", "score_text"), ("v_decile_score", "v_score_text")]:
        limits = table.groupby(words, observed=True)[score].agg(["min", "max"])
        assert limits.to_dict("index") == {
            "Low": {"min": 1, "max": 4},
            "Medium": {"min": 5, "max": 7},
            "High": {"min": 8, "max": 10},
        }


def test_only_the_twelve_columns_that_name_nobody_are_shipped():
    with DATA.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == [
            "sex",
            "age_cat",
            "race",
            "priors_count",
            "c_charge_degree",
            "days_b_screening_arrest",
            "decile_score",
            "score_text",
            "v_decile_score",
            "v_score_text",
            "is_recid",
            "two_year_recid",
        ]


def test_every_cell_is_a_small_number_or_a_known_category():
    """So there is no place for a name, a date, a case number or the text of a charge."""
    known = {"Female", "Male", "Less than 25", "25 - 45", "Greater than 45", "F", "M"}
    known |= {"African-American", "Asian", "Caucasian", "Hispanic", "Native American", "Other"}
    known |= {"Low", "Medium", "High", ""}
    with DATA.open(encoding="utf-8", newline="") as file:
        cells = {cell for row in list(csv.reader(file))[1:] for cell in row}
    assert [c for c in cells - known if not re.fullmatch(r"-?\d{1,4}", c)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}", id="dates"),
        pytest.param(r"\d{2,}[A-Z]{2}\d*", id="case numbers"),
        pytest.param(r"\d{5,}", id="long numbers"),
        pytest.param(r"(?m)^[a-z]+ [a-z]+,", id="names, in small letters in the source"),
    ],
)
def test_nothing_in_the_file_looks_like(pattern):
    _, rows = DATA.read_text(encoding="utf-8").split("\n", 1)
    assert re.search(pattern, rows) is None


def test_rows_are_in_an_order_that_links_to_nobody():
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert rows == sorted(rows)


def test_the_file_has_plain_line_ends_and_no_byte_order_mark():
    content = DATA.read_bytes()
    assert b"\r" not in content
    assert content.startswith(b"sex,")
    assert content.endswith(b"\n")


def test_the_datasheet_says_how_many_rows_occur_once():
    counts = load_dataset("compas").value_counts(dropna=False, sort=False)
    once = int((counts == 1).sum())
    assert f"{once:,} of the 7,214 rows occur only once" in " ".join(
        describe_dataset("compas").content["licence"]
    )


def test_the_datasheet_says_where_the_two_outcomes_differ():
    table = load_dataset("compas")
    assert (table["is_recid"] != table["two_year_recid"]).sum() == 220
    assert "differs from is_recid for 220 people" in " ".join(
        repr(describe_dataset("compas")).split()
    )
