"""The unemployment table agrees with what the Bureau of Labor Statistics published."""

import csv

import numpy as np
import pandas as pd
import pytest

from course import describe_dataset, load_dataset, places

FOLDER = places.datasets() / "us-unemployment"
DATA = FOLDER / "us-unemployment.csv"

# BLS, Current Population Survey, annual averages, table 26 of 2009 (aat26): unemployed persons in
# thousands and unemployment rates of 2008 and 2009. The means of twelve rounded months may miss a
# published rate by its last digit.
PUBLISHED = {
    "Mining and Extraction": {2008: (25, 3.1), 2009: (90, 11.6)},
    "Construction": {2008: (1030, 10.6), 2009: (1770, 19.0)},
    "Manufacturing": {2008: (945, 5.8), 2009: (1890, 12.1)},
}


def series(industry, column="count"):
    """One group's values, by month."""
    table = load_dataset("us-unemployment")
    return table[table["industry"] == industry].set_index("month")[column]


def explained_by_month(values):
    """The share of the variance of the monthly change that the calendar month explains."""
    change = values.diff().dropna()
    left = change - change.groupby(change.index.month).transform("mean")
    return 1 - (left**2).sum() / ((change - change.mean()) ** 2).sum()


@pytest.mark.parametrize("year", [2008, 2009])
@pytest.mark.parametrize("industry", PUBLISHED)
def test_the_yearly_means_are_those_the_bureau_published(industry, year):
    count, rate = PUBLISHED[industry][year]
    assert round(series(industry)[str(year)].mean()) == count
    assert series(industry, "rate")[str(year)].mean() == pytest.approx(rate, abs=0.1)


def test_the_groups_leave_out_a_part_of_the_published_national_total():
    """People who never worked are in the total of 8,924 and 14,265 thousand, and in no group."""
    total = load_dataset("us-unemployment").groupby("month")["count"].sum()
    assert 0.90 < total["2008"].mean() / 8924 < 0.95
    assert 0.90 < total["2009"].mean() / 14265 < 0.95
    assert round(total["2009"].mean()) == 13230


@pytest.mark.parametrize(("industry", "per_cent"), [("Government", 75), ("Construction", 67)])
def test_the_calendar_month_explains_most_of_the_change_where_the_course_says_so(
    industry, per_cent
):
    assert round(100 * explained_by_month(series(industry))) == per_cent


def test_a_naive_forecast_by_season_misses_construction_in_2007_by_99_thousand():
    misses = series("Construction").diff(12)["2007"].abs()
    assert misses.mean() == pytest.approx(99.0, abs=0.05)


def test_its_interval_for_four_in_five_covers_two_thirds_of_2007_and_nothing_of_2009():
    misses = series("Construction").diff(12)
    lowest, highest = misses[:"2006"].quantile([0.1, 0.9])
    covered = [round(misses[year].between(lowest, highest).mean(), 3) for year in ("2007", "2009")]
    assert covered == [0.667, 0]


def test_a_regression_on_trend_and_month_misses_construction_in_2007_by_59_thousand():
    values = series("Construction")[:"2007"]
    features = np.column_stack(
        [np.arange(len(values)), *(values.index.month == month for month in range(1, 13))]
    ).astype(float)
    known = values.index < "2007"
    weights = np.linalg.lstsq(features[known], values[known], rcond=None)[0]
    misses = (values - features @ weights)["2007"].abs()
    assert misses.mean() == pytest.approx(59.2, abs=0.05)


def test_every_group_has_each_of_the_122_months_in_order():
    months = pd.date_range("2000-01-01", "2010-02-01", freq="MS")
    table = load_dataset("us-unemployment")
    assert table["industry"].nunique() == 14
    for _, group in table.groupby("industry", observed=True):
        assert group["month"].tolist() == list(months)


def test_the_break_of_2008_and_2009_is_there():
    values = series("Construction")
    assert values["2009"].mean() > 2 * values["2007"].mean()


def test_the_datasheet_says_what_the_bureau_asks_to_be_said():
    assert "BLS.gov cannot vouch for the data" in " ".join(
        describe_dataset("us-unemployment").content["licence"]
    )


def test_the_datasheet_counts_the_months_in_which_a_group_is_too_small():
    mining = series("Mining and Extraction")
    assert (mining < 30).sum() == 74
    assert mining.idxmin() == pd.Timestamp("2005-10-01") and mining.min() == 2
    assert "fewer than 30 thousand in 74 of the 122 months" in " ".join(
        describe_dataset("us-unemployment").content["groups"]["too small for a rate"]
    )


def test_the_file_has_plain_line_ends_and_no_byte_order_mark():
    content = DATA.read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    with DATA.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == ["month", "industry", "count", "rate"]
