"""The Adult table agrees with its documentation of 1996 and with figures published since."""

import gzip
import hashlib
import time

import pandas as pd
import pytest

from course import describe_dataset, load_dataset, places
from course.data import datasets

FOLDER = places.datasets() / "adult"
DATA = FOLDER / "adult.csv.gz"
RICH = ">50K"


@pytest.fixture(scope="module")
def table():
    return load_dataset("adult")


def share(condition):
    return round(float(condition.mean()), 4)


# The documentation that came with the data, adult.names, 1996.


def test_it_has_a_row_for_each_of_the_48842_people_and_says_which_file_it_is_from(table):
    assert table.shape == (48842, 16)
    assert table["split"].value_counts().to_dict() == {"train": 32561, "test": 16281}


def test_train_comes_first_so_that_the_first_32561_rows_are_the_training_file(table):
    assert (table["split"].iloc[:32561] == "train").all()
    assert (table["split"].iloc[32561:] == "test").all()


def test_45222_people_are_left_without_unknown_values_as_the_documentation_says(table):
    known = table.dropna()
    assert len(known) == 45222
    assert known["split"].value_counts().to_dict() == {"train": 30162, "test": 15060}


def test_the_shares_above_50000_are_those_of_the_documentation(table):
    assert share(table["income"] == RICH) == 0.2393
    assert share(table.dropna()["income"] == RICH) == 0.2478


def test_the_published_errors_stand_beside_the_always_no_rule_of_the_same_15060_rows(table):
    """It errs for 24.57 per cent; C4.5 with 15.54, NBTree and naive Bayes are well below."""
    test = table.dropna().query("split == 'test'")
    assert len(test) == 15060
    assert share(test["income"] == RICH) == 0.2457
    said = " ".join(repr(describe_dataset("adult")).split())
    assert "C4.5 15.54 %, NBTree 14.10 %, naive Bayes 16.12 %" in said


def test_a_pruned_decision_tree_errs_as_often_as_the_published_trees(table):
    """Between NBTree's 14.10 and C4.5's 15.54 per cent, give or take their error of .30."""
    tree = pytest.importorskip("sklearn.tree")
    known = table.dropna()
    features = pd.get_dummies(known.drop(columns=["income", "split"]))
    rich, train = known["income"] == RICH, known["split"] == "train"
    model = tree.DecisionTreeClassifier(ccp_alpha=2e-4, random_state=0)
    model.fit(features[train], rich[train])
    error = 100 * (1 - model.score(features[~train], rich[~train]))
    assert 14.10 - 0.30 < error < 15.54 + 0.30


# fairlearn's older quickstart (docs/quickstart.rst): a tree fitted to the whole table and measured
# on it. It prints four digits and leaves the rest off, as in 0.8443...


def test_fairlearns_older_quickstart_comes_out(table):
    tree = pytest.importorskip("sklearn.tree")
    features = pd.get_dummies(table.drop(columns=["income", "split"]))
    rich = table["income"] == RICH
    model = tree.DecisionTreeClassifier(min_samples_leaf=10, max_depth=4)
    said = pd.Series(model.fit(features, rich).predict(features))
    right = said == rich

    def cut(number):
        return int(number * 10_000) / 10_000

    women, men = table["sex"] == "Female", table["sex"] == "Male"
    assert [cut(right[who].mean()) for who in (right.index, women, men)] == [0.8443, 0.9251, 0.8042]
    assert [cut(said[who].mean()) for who in (said.index, women, men)] == [0.1638, 0.0635, 0.2135]


# Figures of modules 01, 03 and 07.


def test_occupation_is_missing_more_often_for_women(table):
    missing = table["occupation"].isna()
    assert missing.sum() == 2809
    assert share(missing) == 0.0575
    assert share(missing[table["sex"] == "Female"]) == 0.0786
    assert share(missing[table["sex"] == "Male"]) == 0.0470
    assert share(table["sex"][missing] == "Female") == 0.4532


def test_rows_with_a_gap_are_fewer_than_gaps(table):
    assert table.isna().any(axis=1).sum() == 3620
    assert table.isna().sum().sum() == 6465


def test_women_are_a_third_of_the_file(table):
    assert share(table["sex"] == "Female") == 0.3315


def test_unknown_employers_change_the_share_of_private_ones(table):
    private = table["workclass"] == "Private"
    assert share(private) == 0.6942
    assert share(private[table["workclass"].notna()]) == 0.7364


def test_one_person_may_stand_alone_by_age_sex_race_and_country(table):
    sizes = table.groupby(["age", "sex", "race", "native_country"], observed=True).size()
    assert (len(sizes), sizes.min(), sizes.max(), sizes.median()) == (2676, 1, 792, 1)
    assert (sizes == 1).sum() == 1414
    assert round(sizes.mean(), 1) == 17.9


def test_the_base_rate_of_the_test_file_is_that_of_modules_03_and_07(table):
    test = table[table["split"] == "test"]
    rich = test["income"] == RICH
    assert rich.sum() == 3846
    assert share(rich) == 0.2362
    assert share(rich[test["sex"] == "Female"]) == 0.1088
    assert share(rich[test["sex"] == "Male"]) == 0.2998


def test_the_logistic_model_of_module_03_is_right_and_wrong_as_often_as_noted(table):
    """Without fnlwgt and education, unknown as a value of its own: TN, FP, FN, TP."""
    pytest.importorskip("sklearn")
    from sklearn.compose import make_column_transformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import confusion_matrix
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    features = table.drop(columns=["income", "split", "fnlwgt", "education"])
    words = list(features.select_dtypes("category").columns)
    numbers = [name for name in features.columns if name not in words]
    for name in words:
        features[name] = features[name].astype(object).where(features[name].notna(), "unknown")
    rich = table["income"] == RICH
    columns = make_column_transformer(
        (OneHotEncoder(handle_unknown="ignore"), words), (StandardScaler(), numbers)
    )
    train = table["split"] == "train"
    model = make_pipeline(columns, LogisticRegression(max_iter=1000))
    model.fit(features[train], rich[train])
    matrix = confusion_matrix(rich[~train], model.predict(features[~train]))
    # A solver of another version may move a person or two across the line.
    assert matrix.ravel().tolist() == pytest.approx([11574, 861, 1541, 2305], abs=3)


# What the datasheet says.


def test_the_datasheets_own_counts_are_right(table):
    said = " ".join(repr(describe_dataset("adult")).split())
    source = table.drop(columns="split")
    pieces = {
        "55 people": (table["age"] == 90).sum() == 55,
        "99999 (244 people)": (table["capital_gain"] == 99999).sum() == 244,
        "99 (137 people)": (table["hours_per_week"] == 99).sum() == 137,
        "1 woman Husband, 3 men Wife": (
            (table["relationship"] == "Husband") & (table["sex"] == "Female")
        ).sum()
        == 1
        and ((table["relationship"] == "Wife") & (table["sex"] == "Male")).sum() == 3,
        "52 rows repeat": source.duplicated().sum() == 52,
        "24 inside train, 5 inside test": [
            source[table["split"] == part].duplicated().sum() for part in ("train", "test")
        ]
        == [24, 5],
        "48,785 of the 48,842 rows occur only once": (~table.duplicated(keep=False)).sum() == 48785,
        "38,989 even": (~source.drop(columns="fnlwgt").duplicated(keep=False)).sum() == 38989,
        "30.4 % of the men and 10.9 % of the women": [
            share(table["income"][table["sex"] == sex] == RICH) for sex in ("Male", "Female")
        ]
        == [0.3038, 0.1093],
        "fewer than 50": (table["native_country"].value_counts() < 50).sum() == 17,
        "Other and Amer-Indian-Eskimo: 155 and 185": [
            ((table["race"] == race) & (table["sex"] == "Female")).sum()
            for race in ("Other", "Amer-Indian-Eskimo")
        ]
        == [155, 185],
    }
    assert [piece for piece, true in pieces.items() if not true or piece not in said] == []


def test_education_and_its_number_say_the_same_and_have_the_same_order(table):
    numbers = table.groupby("education", observed=True)["education_num"].agg(["min", "max"])
    assert numbers["min"].tolist() == numbers["max"].tolist() == list(range(1, 17))
    assert (table["education"] >= "Bachelors").equals(table["education_num"] >= 13)


# The file.


def test_labels_have_no_point_and_unknown_is_an_empty_cell():
    text = gzip.decompress(DATA.read_bytes()).decode("ascii")
    assert "K." not in text
    assert "?" not in text
    assert "\r" not in text
    assert ", " not in text
    assert text.startswith("age,workclass,")
    assert text.endswith("\n")


def test_the_packed_file_carries_no_time_and_no_name():
    flags, stamp = DATA.read_bytes()[3], DATA.read_bytes()[4:8]
    assert flags == 0
    assert stamp == b"\0\0\0\0"


def test_unpacked_it_is_the_table_that_the_datasheet_describes():
    described = describe_dataset("adult").content["file"]
    unpacked = gzip.decompress(DATA.read_bytes())
    assert len(unpacked) == described["unpacked bytes"]
    assert hashlib.sha256(unpacked).hexdigest() == described["unpacked sha256"]


def test_loading_takes_less_than_three_tenths_of_a_second():
    datasets._table.cache_clear()
    datasets._sheet.cache_clear()
    started = time.process_time()
    load_dataset("adult")
    assert time.process_time() - started < 0.3
