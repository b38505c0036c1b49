"""The table of Morocco's census agrees with what the statistical office published."""

import pytest

from course import describe_dataset, load_dataset

# Shares of people of 10 and over who cannot read and write: HCP, results of the census of 2024, as
# reported in December 2024 (moroccoworldnews.com/2024/12/166863). Each commune's share is rounded
# to one decimal, so a mean over people can differ by 0.1.
PUBLISHED = {
    ("total", "all"): 24.8,
    ("total", "female"): 32.4,
    ("total", "male"): 17.2,
    ("urban", "all"): 17.3,
    ("rural", "all"): 38.0,
}
PUBLISHED_BY_REGION = {
    "Béni Mellal-Khénifra": 32.0,
    "Marrakech-Safi": 28.8,
    "Oriental": 28.3,
    "Dakhla-Oued Ed-Dahab": 14.8,
    "Laâyoune-Sakia El Hamra": 15.3,
    "Casablanca-Settat": 19.6,
    "Rabat-Salé-Kénitra": 22.4,
}


def rows(area="total", sex="all"):
    table = load_dataset("morocco-census")
    return table[(table["area"] == area) & (table["sex"] == sex)]


def over_people(table):
    """The share that cannot read and write, each person counted once."""
    known = table.dropna(subset=["cannot_read_write", "people_10_plus"])
    weights = known["people_10_plus"]
    return (known["cannot_read_write"] * weights).sum() / weights.sum()


@pytest.mark.parametrize(("area", "sex"), PUBLISHED)
def test_the_shares_that_cannot_read_are_those_that_the_office_published(area, sex):
    assert over_people(rows(area, sex)) == pytest.approx(PUBLISHED[area, sex], abs=0.1)


@pytest.mark.parametrize("region", PUBLISHED_BY_REGION)
def test_the_share_of_a_region_is_the_one_that_the_office_published(region):
    table = rows()
    found = over_people(table[table["region"] == region])
    assert found == pytest.approx(PUBLISHED_BY_REGION[region], abs=0.1)


def test_it_has_1503_communes_each_for_all_for_women_and_for_men():
    for sex in ["all", "female", "male"]:
        table = rows(sex=sex)
        assert len(table) == table["code"].nunique() == 1503


def test_the_people_are_the_legal_population_without_those_counted_apart():
    """HCP published a legal population of 36,828,330 and 62.8 % of it in towns."""
    assert rows()["people"].sum() == 36_490_591
    assert 0 < 36_828_330 - rows()["people"].sum() < 0.01 * 36_828_330
    assert rows("urban")["people"].sum() / rows()["people"].sum() == pytest.approx(0.628, abs=5e-4)


def test_town_and_countryside_together_are_the_whole_commune():
    parts = load_dataset("morocco-census")
    parts = parts[(parts["sex"] == "all") & (parts["area"] != "total")]
    together = parts.groupby("code")["people"].sum()
    assert together.to_dict() == rows().set_index("code")["people"].to_dict()


def test_communes_and_people_give_the_two_shares_that_the_course_compares():
    women = rows(sex="female")
    assert round(women["cannot_read_write"].mean(), 1) == 47.3
    assert round(over_people(women), 1) == 32.4
    assert round(over_people(rows("rural", "female")), 1) == 48.4
    assert round(over_people(rows("urban", "male")), 1) == 10.8


def test_the_datasheet_says_who_is_counted_apart():
    absent = " ".join(describe_dataset("morocco-census").content["groups"]["absent"])
    assert "337,739" in absent
