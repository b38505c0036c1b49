"""The synthetic trial shows what was put into it, and which of the vendor's claims hold on it."""

import math
import re

import pandas as pd
import pytest

from course import describe_dataset, load_dataset, places
from tests.course.data.making import copied, refusal, tables

PREDICTIONS = places.datasets() / "vendor-predictions"
CLAIMS = places.datasets() / "vendor-claims"


@pytest.fixture(scope="module")
def trial():
    """The table with yes and no as truth values, except for the flags that were taken away."""
    table = load_dataset("vendor-predictions")
    return table.assign(**{name: table[name] == "yes" for name in ["critical", "flagged", "shown"]})


def counts(table):
    """Critical and flagged, critical, flagged."""
    both = table["critical"] & table["flagged"]
    return int(both.sum()), int(table["critical"].sum()), int(table["flagged"].sum())


def recall(table):
    found, critical, _ = counts(table)
    return found / critical


def false_positive_rate(table):
    return table.loc[~table["critical"], "flagged"].mean()


def accuracy(table):
    return (table["critical"] == table["flagged"]).mean()


def by(table, column, rate):
    return {name: rate(part) for name, part in table.groupby(column, observed=True)}


def sampling_error(share, count):
    """Standard error of a share among `count` independent cases."""
    return math.sqrt(share * (1 - share) / count)


# The figures that the course prints (module 12).


def test_accuracy_never_recall_and_precision_are_those_of_the_course(trial):
    assert counts(trial) == (238, 498, 412)
    # By hand: 238 + 9,502 - 174 right of 10,000; 9,502 of 10,000; 238 of 498; 238 of 412.
    assert round(accuracy(trial), 3) == 0.957
    assert round((~trial["critical"]).mean(), 3) == 0.950
    assert round(238 / 498, 3) == 0.478
    assert round(238 / 412, 3) == 0.578


def test_a_threshold_tuned_on_the_trial_flatters_as_the_course_says(trial):
    def f1(flagged):
        right = (flagged & trial["critical"]).sum()
        return 2 * right / (flagged.sum() + trial["critical"].sum())

    assert round(f1(trial["flagged"]), 3) == 0.523
    best = max(f1(trial["score"] >= step / 1000) for step in range(1000))
    assert round(best, 3) == 0.544


def test_a_flag_is_a_score_at_the_threshold_of_the_offer(trial):
    assert (trial["flagged"] == (trial["score"] >= 0.5)).all()


def test_the_vendor_chose_200_cases_of_practised_writers_and_one_critical_one_is_missed(trial):
    shown = trial[trial["shown"]]
    assert len(shown) == 200
    assert counts(shown) == (11, 12, 12)
    assert set(shown["literacy"]) == {"high"}
    assert set(shown["channel"]) == {"web form", "app"}
    assert "fr" not in set(shown["language"])
    assert shown["month"].max() < pd.Timestamp("2026-01-01")


def test_few_overrides_catch_few_of_the_wrong_flags(trial):
    flags = trial[trial["flagged"]]
    changed = flags["overridden"] == "yes"
    assert (changed & ~flags["critical"]).sum() == 12
    assert (changed & flags["critical"]).sum() == 3
    # By hand: 15 of 412 flags changed; 12 of the 174 wrong ones caught.
    assert round(15 / 412, 3) == 0.036
    assert round(12 / 174, 3) == 0.069
    assert trial.loc[~trial["flagged"], "overridden"].isna().all()


# Gaps that were put in are found again, within the error of drawing that many cases.


@pytest.mark.parametrize(
    ("group", "put_in"),
    [
        ({"literacy": "low"}, 0.24),
        ({"literacy": "high"}, 0.62),
        ({"literacy": "high", "channel": "web form"}, 0.62),
        ({"language": "en"}, 0.56),
        ({"language": "es"}, 0.48),
        ({"language": "fr"}, 0.30),
        ({"district": "Garoa"}, 0.32),
        ({"district": "Horta"}, 0.34),
    ],
)
def test_recall_of_a_group_is_what_was_put_in(trial, group, put_in):
    for column, value in group.items():
        trial = trial[trial[column] == value]
    critical = int(trial["critical"].sum())
    assert critical >= 40
    assert abs(recall(trial) - put_in) <= sampling_error(put_in, critical)


@pytest.mark.parametrize(
    ("column", "well", "badly"),
    [("language", "en", "fr"), ("literacy", "high", "low"), ("district", "Estrela", "Garoa")],
)
def test_a_gap_in_recall_is_larger_than_chance_explains(trial, column, well, badly):
    first, second = (trial[trial[column] == value] for value in (well, badly))
    together = recall(pd.concat([first, second]))
    error = math.hypot(
        *(sampling_error(together, part["critical"].sum()) for part in (first, second))
    )
    assert recall(first) - recall(second) > 3 * error


def test_only_messaging_has_more_false_alarms_than_the_other_channels(trial):
    rates = by(trial, "channel", false_positive_rate)
    others = int((~trial["critical"] & (trial["channel"] == "messaging")).sum())
    assert abs(rates.pop("messaging") - 0.04) <= sampling_error(0.04, others)
    assert max(rates.values()) < 0.015


def test_the_gap_between_women_and_men_goes_away_among_equally_practised_writers(trial):
    rates = by(trial, "gender", recall)
    assert round(rates["man"] - rates["woman"], 3) == 0.034
    women, men = (trial[trial["gender"] == value] for value in ("woman", "man"))
    gaps = by(men, "literacy", recall), by(women, "literacy", recall)
    weights = trial[trial["critical"]]["literacy"].value_counts(normalize=True)
    left = sum(weights[level] * (gaps[0][level] - gaps[1][level]) for level in weights.index)
    assert abs(left) < 0.02


def test_accuracy_hides_what_recall_shows(trial):
    right, found = by(trial, "language", accuracy), by(trial, "language", recall)
    assert max(right.values()) - min(right.values()) < 0.02
    assert max(found.values()) - min(found.values()) > 0.25


def test_a_low_score_is_safe_for_practised_writers_only(trial):
    low = trial[trial["score"] < 0.1]
    share = by(low, "literacy", lambda part: part["critical"].mean())
    says = by(low, "literacy", lambda part: part["score"].mean())
    assert share["low"] > 2 * says["low"]
    assert share["high"] < says["high"] / 2


def test_a_higher_score_means_more_critical_comments_but_fewer_than_it_says(trial):
    bands = pd.cut(trial["score"], [0, 0.1, 0.3, 0.6, 0.75, 0.9, 1], right=False)
    found = trial.groupby(bands, observed=True)
    shares = found["critical"].mean()
    assert shares.is_monotonic_increasing
    flagged = trial[trial["flagged"]]
    assert flagged["score"].mean() - flagged["critical"].mean() > 0.15


# Drift.


def test_an_alarm_set_on_the_first_half_year_rings_in_the_months_of_the_fever_only(trial):
    rates = list(by(trial, "month", recall).values())
    usual, later = pd.Series(rates[:6]), rates[6:]
    for ddof in (0, 1):
        limit = usual.mean() - 3 * usual.std(ddof=ddof)
        assert [rate < limit for rate in later] == [False, True, True, True, False, False]


def test_after_the_fever_recall_comes_back_but_not_to_where_it_was(trial):
    rates = list(by(trial, "month", recall).values())
    assert max(rates[7:10]) < min(rates[10:]) < max(rates[10:]) < sum(rates[:6]) / 6


def test_the_months_of_the_fever_do_not_show_in_who_writes(trial):
    fever = trial["month"].between("2026-02-01", "2026-04-01")
    for column in ["language", "channel", "literacy", "gender"]:
        before, during = (
            trial.loc[rows, column].value_counts(normalize=True) for rows in (~fever, fever)
        )
        assert (before - during).abs().max() < 0.03


# The vendor's claims. Counts by hand from the table; the claim's own number comes from the file.


@pytest.fixture(scope="module")
def claimed():
    return load_dataset("vendor-claims").drop_duplicates("claim").set_index("claim")["value"]


def test_each_claim_stands_in_each_language_with_the_same_number_group_and_metric():
    claims = load_dataset("vendor-claims")
    assert (
        claims.groupby("claim")["language"].apply(list).map(sorted).tolist()
        == [["en", "es", "fr", "pt"]] * 12
    )
    assert (claims.groupby("claim")[["metric", "value", "group"]].nunique() <= 1).all(axis=None)
    for _, claim in claims.groupby("claim"):
        digits = claim["statement"].map(lambda text: sorted(re.findall(r"\d+", text)))
        assert digits.map(tuple).nunique() == 1, claim["claim"].iloc[0]


def test_claims_that_hold_to_the_digit(trial, claimed):
    assert round((238 + 9328) / 10000, 3) == claimed["C01"]
    assert round(11 / 12, 2) == claimed["C02"]
    assert round(15 / 412, 3) == claimed["C11"]
    practised = trial[(trial["literacy"] == "high") & (trial["channel"] == "web form")]
    assert counts(practised)[:2] == (37, 60)
    assert round(37 / 60, 2) == claimed["C05"]


def test_the_claim_about_precision_holds_at_its_own_threshold_and_not_at_that_of_the_offer(
    trial, claimed
):
    chosen = trial[trial["score"] >= 0.62]
    assert (int(chosen["critical"].sum()), len(chosen)) == (215, 293)
    assert round(215 / 293, 2) == claimed["C03"]
    assert round(238 / 412, 2) == 0.58


def test_the_claim_of_parity_between_languages_holds_for_accuracy_and_not_for_recall(
    trial, claimed
):
    # By hand, right of all: English 3,113 of 3,240, French 1,118 of 1,181.
    right = by(trial, "language", accuracy)
    assert max(right, key=right.get) == "en"
    assert min(right, key=right.get) == "fr"
    assert right["en"] - right["fr"] == pytest.approx(3113 / 3240 - 1118 / 1181)
    assert claimed["C04"] >= 3113 / 3240 - 1118 / 1181
    # Found of critical: English 90 of 160, French 18 of 60.
    found = by(trial, "language", recall)
    assert found["en"] - found["fr"] == pytest.approx(90 / 160 - 18 / 60)


def test_the_claim_about_false_alarms_holds_in_every_channel_but_messaging(trial, claimed):
    rates = by(trial, "channel", false_positive_rate)
    assert [name for name, rate in rates.items() if rate > claimed["C06"]] == ["messaging"]
    assert rates["messaging"] == pytest.approx(76 / 1934)


def test_the_claim_of_parity_between_women_and_men_holds(trial, claimed):
    found = by(trial, "gender", recall)
    assert (found["man"], found["woman"]) == (102 / 203, 103 / 220)
    assert claimed["C07"] >= 102 / 203 - 103 / 220


def test_the_claim_about_low_scores_holds_for_all_and_not_for_low_literacy(trial, claimed):
    low = trial[trial["score"] < 0.1]
    assert (int(low["critical"].sum()), len(low)) == (126, 8526)
    assert claimed["C08"] > 126 / 8526
    least = low[low["literacy"] == "low"]
    assert (int(least["critical"].sum()), len(least)) == (81, 2354)
    assert claimed["C08"] < 81 / 2354


def test_the_claim_of_stability_does_not_hold_even_before_the_fever(trial, claimed):
    rates = pd.Series(by(trial, "month", recall))
    steps = rates.diff().abs()
    assert steps["2026-02-01"] == pytest.approx(22 / 33 - 18 / 52)
    assert (steps["2025-08-01":"2025-12-01"] > claimed["C10"]).any()


def test_two_claims_cannot_be_recomputed_from_the_table():
    claims = load_dataset("vendor-claims")
    claims = claims[claims["language"] == "fr"].set_index("claim")
    times = {"second", "seconds", "time"}
    assert not times & set(load_dataset("vendor-predictions").columns)
    assert claims.loc["C09", "metric"] == "speed"
    assert claims.loc["C09", ["value", "group", "condition"]].isna().all()
    assert "non publiées" in claims.loc["C12", "condition"]


def test_each_claim_about_a_group_names_columns_and_values_of_the_trial():
    table = load_dataset("vendor-predictions")
    groups = load_dataset("vendor-claims").drop_duplicates("claim")["group"].dropna()
    assert len(groups) == 5
    for group in groups:
        for piece in group.split("; "):
            column, _, value = piece.partition(": ")
            assert column in table.columns
            assert not value or value in set(table[column])


def test_the_claims_table_does_not_tell_which_claims_hold():
    assert list(load_dataset("vendor-claims").columns) == [
        "claim",
        "language",
        "statement",
        "metric",
        "value",
        "group",
        "condition",
    ]


@pytest.mark.parametrize("name", ["vendor-predictions", "vendor-claims"])
def test_the_sheet_says_synthetic_wherever_a_reader_begins(name):
    content = describe_dataset(name).content
    assert "synthetic" in content["title"].lower()
    assert content["summary"].startswith("Synthetic")
    assert any("invented" in harm or "synthetic" in harm for harm in content["known harms"])


# Making them again.


@pytest.mark.parametrize(
    ("name", "file", "before", "after"),
    [
        ("vendor-predictions", "parameters.yml", "count: 238", "count: 239"),
        ("vendor-predictions", "parameters.yml", "critical flagged: 11", "critical flagged: 400"),
        ("vendor-predictions", "parameters.yml", "literacy: low,", "literacy: none,"),
        ("vendor-predictions", "parameters.yml", "seed:", "seed: ["),
        ("vendor-claims", "claims.yml", "metric: speed", "measure: speed"),
        ("vendor-claims", "claims.yml", "- metric: accuracy", "- metric: ["),
        ("vendor-claims", "claims.yml", "    pt: ", "    de: "),
    ],
)
def test_numbers_that_do_not_agree_are_refused_in_one_line_and_nothing_is_written(
    name, file, before, after, tmp_path
):
    maker = copied(name, tmp_path)
    changed = maker.with_name(file)
    text = changed.read_text(encoding="utf-8")
    assert before in text
    changed.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert file in refusal(maker)
    assert tables(maker) == {}
