"""The table of the world's population agrees with what the United Nations published."""

import csv
import gzip

import pytest

from course import load_dataset, places

DATA = places.datasets() / "world-population" / "world-population.csv.gz"

# World Population Prospects 2024, medium variant, 1 July, as lists that reprint it give them: in
# whole people, or in thousands with one or two decimals.
PUBLISHED_2025 = {
    "India": 1_463_865_525,
    "China": 1_416_096_094,
    "United States of America": 347_275_807,
    "Pakistan": 255_219_554,
    "Brazil": 212_812_405,
    "Philippines": 116_786_962,
    "Colombia": 53_425_635,
    "Argentina": 45_851_377,
    "Canada": 40_126_723,
    "Angola": 39_040_038,
    "Morocco": 38_430_770,
    "Paraguay": 7_013_078,
}
COHORT = [
    "Angola",
    "Antigua and Barbuda",
    "Argentina",
    "Brazil",
    "Canada",
    "Chile",
    "Colombia",
    "Côte d'Ivoire",
    "Dominican Republic",
    "Ecuador",
    "Gambia",
    "Guatemala",
    "Liberia",
    "Morocco",
    "Pakistan",
    "Paraguay",
    "Philippines",
    "Samoa",
    "Togo",
]


@pytest.fixture(scope="module")
def table():
    return load_dataset("world-population")


def test_every_country_has_each_year_sex_and_age_once(table):
    assert table.shape == (237 * 4 * 2 * 21, 8)
    assert not table.duplicated(["country", "year", "sex", "age"]).any()
    assert table["country"].nunique() == table["code"].nunique() == 237


@pytest.mark.parametrize("country", PUBLISHED_2025)
def test_a_country_has_the_people_that_the_united_nations_published_for_2025(table, country):
    rows = table[(table["country"] == country) & (table["year"] == 2025)]
    # 42 numbers were rounded to whole people before they are added up.
    assert rows["people"].sum() == pytest.approx(PUBLISHED_2025[country], abs=21)


@pytest.mark.parametrize(
    ("year", "billions"), [(1995, 5.76), (2020, 7.89), (2025, 8.23), (2050, 9.66)]
)
def test_countries_add_up_to_the_world_without_regions_counted_twice(table, year, billions):
    assert round(table.loc[table["year"] == year, "people"].sum() / 1e9, 2) == billions


def test_sixteen_per_cent_are_65_or_older_in_2050(table):
    people = table[table["year"] == 2050]
    older = people.loc[people["age_from"] >= 65, "people"].sum() / people["people"].sum()
    assert round(older, 2) == 0.16


def test_years_after_2023_are_marked_as_projections(table):
    assert (table["basis"].eq("projection") == table["year"].gt(2023)).all()


def test_ages_are_in_order_and_begin_where_their_names_say(table):
    assert (table["age"] >= "15-19").equals(table["age_from"] >= 15)
    begin = table["age"].astype(str).str.extract(r"^(\d+)")[0].astype(int)
    assert begin.equals(table["age_from"])


@pytest.mark.parametrize("country", COHORT)
def test_the_countries_of_the_learners_are_there(table, country):
    assert (table["country"] == country).sum() == 4 * 2 * 21


def test_the_file_has_plain_line_ends_and_no_byte_order_mark():
    content = gzip.decompress(DATA.read_bytes())
    assert b"\r" not in content
    assert content.endswith(b"\n")
    header = next(csv.reader([content.decode("utf-8").partition("\n")[0]]))
    assert header == ["country", "code", "year", "basis", "sex", "age", "age_from", "people"]
