"""The German credit table has the corrected words, and says that it knows nobody's sex."""

import re

import pandas as pd
import pytest

from course import describe_dataset, load_dataset, places

FOLDER = places.datasets() / "german-credit"
DATA = FOLDER / "german-credit.csv"
BAD = 2


@pytest.fixture(scope="module")
def table():
    return load_dataset("german-credit")


@pytest.fixture(scope="module")
def said():
    return " ".join(repr(describe_dataset("german-credit")).split())


def shares_of_bad(table, column):
    bad = table["credit_risk"] == BAD
    return bad.groupby(table[column], observed=True).mean().tolist()


# What has been published about the data.


def test_it_has_a_row_for_each_of_the_1000_loans_700_good_and_300_bad(table):
    assert table.shape == (1000, 21)
    assert table["credit_risk"].value_counts().to_dict() == {1: 700, 2: 300}


def test_the_columns_are_named_as_in_the_corrected_data(table):
    assert list(table.columns) == [
        "status",
        "duration",
        "credit_history",
        "purpose",
        "amount",
        "savings",
        "employment_duration",
        "installment_rate",
        "personal_status_sex",
        "other_debtors",
        "present_residence",
        "property",
        "age",
        "other_installment_plans",
        "housing",
        "number_credits",
        "job",
        "people_liable",
        "telephone",
        "foreign_worker",
        "credit_risk",
    ]


@pytest.mark.parametrize(
    "column, best, worst",
    [
        ("status", "200 DM or more, or salary for at least 1 year", "no checking account"),
        (
            "credit_history",
            "all credits at this bank paid back duly",
            "delay in paying off in the past",
        ),
    ],
)
def test_by_the_corrected_words_the_best_circumstances_go_with_the_best_loans(
    table, column, best, worst
):
    """The codes were scores, larger is better; Statlog's words turn that round."""
    words = list(table[column].cat.categories)
    shares = dict(zip(words, shares_of_bad(table, column), strict=True))
    assert (words[0], words[-1]) == (worst, best)
    assert min(shares, key=shares.get) == best
    assert max(shares, key=shares.get) == worst


def test_single_men_and_married_women_share_one_value_so_nobody_can_count_women(table):
    counts = table["personal_status_sex"].value_counts().to_dict()
    assert counts == {
        "male: divorced or separated": 50,
        "female: not single, or male: single": 310,
        "male: married or widowed": 548,
        "female: single": 92,
    }


def test_few_are_foreign_workers_not_nearly_all_as_the_statlog_table_has_it(table):
    assert (table["foreign_worker"] == "yes").sum() == 37


# Figures of module 08: 700 to learn and 300 to test, as many bad in each, seed 0.


@pytest.fixture(scope="module")
def judged(table):
    """The test people's outcome (True is bad) and the model's probability of it."""
    pytest.importorskip("sklearn")
    from sklearn.compose import make_column_transformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import train_test_split
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    bad = table["credit_risk"] == BAD
    features = table.drop(columns=["personal_status_sex", "credit_risk"])
    words = list(features.select_dtypes("category").columns)
    numbers = [name for name in features.columns if name not in words]
    learn, test, bad_learn, bad_test = train_test_split(
        features, bad, test_size=300, random_state=0, stratify=bad
    )
    columns = make_column_transformer(
        (OneHotEncoder(handle_unknown="ignore"), words), (StandardScaler(), numbers)
    )
    model = make_pipeline(columns, LogisticRegression(max_iter=1000)).fit(learn, bad_learn)
    return bad_test.to_numpy(), model.predict_proba(test)[:, 1]


def test_with_one_column_of_chance_a_model_has_58_columns(table):
    features = table.drop(columns=["personal_status_sex", "credit_risk"])
    assert pd.get_dummies(features).shape[1] + 1 == 58


def test_the_baseline_and_the_logistic_model_are_as_accurate_as_module_08_says(judged):
    bad, probability = judged
    assert round(float((~bad).mean()), 3) == 0.700
    assert round(float(((probability >= 0.5) == bad).mean()), 3) == 0.753


@pytest.mark.parametrize("threshold, cost", [(1 / 6, 128), (1 / 2, 286), (5 / 6, 416)])
def test_costs_of_five_and_one_are_those_of_module_08(judged, threshold, cost):
    bad, probability = judged
    refused = probability >= threshold
    assert 5 * (bad & ~refused).sum() + (~bad & refused).sum() == cost


def test_longer_loans_of_the_700_go_wrong_more_often_as_module_08_says(table):
    selection = pytest.importorskip("sklearn.model_selection")
    learn, _ = selection.train_test_split(
        table, test_size=300, random_state=0, stratify=table["credit_risk"]
    )
    quarters = pd.qcut(learn["duration"], 4)
    shares = (learn["credit_risk"] == BAD).groupby(quarters, observed=True).mean()
    assert shares.round(3).tolist()[:1] + shares.round(3).tolist()[-1:] == [0.203, 0.403]


# What the datasheet says.


def test_the_datasheet_says_plainly_that_there_is_no_comparison_of_women_and_men(said):
    assert "Do not use it to compare women and men. Sex cannot be recovered from it" in said
    assert "Not for: any comparison of women and men" in said
    sheet = describe_dataset("german-credit").content
    assert "no comparison of women and men" in sheet["summary"]
    assert "personal_status_sex" not in sheet["groups"]["present"]


def test_no_column_is_called_sex_or_gender(table):
    assert not {"sex", "gender"} & set(table.columns)


def test_the_datasheets_own_counts_are_right(table, said):
    foreign = table["foreign_worker"] == "yes"
    real, unknown = (
        round(100 * float((table["credit_risk"] == BAD)[table["property"] == kind].mean()), 1)
        for kind in ("real estate", "unknown or no property")
    )
    kinds = table["personal_status_sex"].astype(str)
    pieces = {
        "Foreign workers: 37, of whom 4": (table["credit_risk"][foreign] == BAD).sum() == 4,
        "bad most often (43.5 %)": real == 43.5,
        "least often (21.3 %)": unknown == 21.3,
        "598 are men, 92 are single women, 310 may be either": [
            kinds.str.match(start).sum() for start in ("male", "female: single", "female: not")
        ]
        == [598, 92, 310],
        "vacation (9), business (12) and radio or television (12)": [
            (table["purpose"] == purpose).sum()
            for purpose in ("vacation", "business", "radio or television")
        ]
        == [9, 12, 12],
        "All 1,000 rows differ": not table.duplicated().any(),
    }
    assert [piece for piece, true in pieces.items() if not true or piece not in said] == []


# The file.


def test_no_code_of_the_source_is_left_without_words():
    text = DATA.read_text(encoding="ascii")
    assert re.search(r"\bA\d{2,3}\b", text) is None
    assert "\r" not in text
    assert text.endswith("\n")
