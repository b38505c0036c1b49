"""The Gapminder table agrees with what the maker of the excerpt published, and with the course."""

import csv

import pytest

from course import describe_dataset, load_dataset, places

FOLDER = places.datasets() / "gapminder"
DATA = FOLDER / "gapminder.csv"

# The README of github.com/jennybc/gapminder prints these medians of life expectancy.
PUBLISHED_MEDIANS = {
    "all years": {
        "Africa": 47.7920,
        "Americas": 67.0480,
        "Asia": 61.7915,
        "Europe": 72.2410,
        "Oceania": 73.6650,
    },
    2007: {
        "Africa": 52.9265,
        "Americas": 72.8990,
        "Asia": 72.3960,
        "Europe": 78.6085,
        "Oceania": 80.7195,
    },
}


def rows_of(year):
    table = load_dataset("gapminder")
    return table if year == "all years" else table[table["year"] == year]


def test_it_has_142_countries_in_each_of_twelve_years():
    table = load_dataset("gapminder")
    assert table.shape == (1704, 6)
    assert sorted(table["year"].unique()) == list(range(1952, 2008, 5))
    assert (table.groupby("country")["year"].nunique() == 12).all()
    assert table["country"].nunique() == 142


@pytest.mark.parametrize("year", PUBLISHED_MEDIANS)
def test_the_medians_are_those_in_the_readme_of_the_excerpt(year):
    medians = rows_of(year).groupby("continent", observed=True)["lifeExp"].median()
    assert medians.to_dict() == pytest.approx(PUBLISHED_MEDIANS[year], abs=5e-5)


def test_china_in_1952_has_the_three_numbers_that_the_maker_filled_in():
    table = load_dataset("gapminder")
    china = table[(table["country"] == "China") & (table["year"] == 1952)].iloc[0]
    assert china["pop"] == 556263527
    assert china["gdpPercap"] == pytest.approx(400.4486, abs=5e-5)
    assert china["lifeExp"] == 44


def test_countries_and_people_give_the_two_life_expectancies_that_the_course_compares():
    table = rows_of(2007)
    assert round(table["lifeExp"].mean(), 2) == 67.01
    by_people = (table["lifeExp"] * table["pop"]).sum() / table["pop"].sum()
    assert round(by_people, 2) == 68.92


def test_countries_below_sixty_years_are_more_than_the_people_in_them():
    table = rows_of(2007)
    below = table["lifeExp"] < 60
    assert round(below.mean(), 4) == 0.3028
    assert round(table.loc[below, "pop"].sum() / table["pop"].sum(), 4) == 0.1277


def test_africa_has_the_mean_and_the_rows_that_the_course_names_with_and_without_one_year():
    every, last = (t[t["continent"] == "Africa"] for t in (rows_of("all years"), rows_of(2007)))
    assert (len(every), len(last)) == (624, 52)
    assert round(every["lifeExp"].mean(), 2) == 48.87
    assert round(last["lifeExp"].mean(), 2) == 54.81


def test_the_countries_that_the_datasheet_calls_absent_are_absent():
    there = set(load_dataset("gapminder")["country"])
    said = " ".join(describe_dataset("gapminder").content["groups"]["absent"])
    for name in ["Bhutan", "Russia", "Ukraine", "Kazakhstan", "Uzbekistan", "Samoa", "Tonga"]:
        assert name not in there
        assert name in said


def test_a_country_stays_on_one_continent():
    table = load_dataset("gapminder")
    assert (table.groupby("country")["continent"].nunique() == 1).all()


def test_the_file_has_plain_line_ends_and_no_byte_order_mark():
    content = DATA.read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    with DATA.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert header == ["country", "continent", "year", "lifeExp", "pop", "gdpPercap"]
