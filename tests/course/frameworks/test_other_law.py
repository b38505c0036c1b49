"""Other law as dated data. Expected days are those of the instruments themselves."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from course.frameworks import FrameworkError, framework, texts
from course.frameworks.other_law import FORCES, other_law, read, what_binds

TODAY = date(2026, 11, 27)
INSTITUTIONS = ["executive", "court", "statistics-office", "regulator", "development-bank"]


def ids(jurisdiction, institution, on=TODAY, verified=True):
    return [
        each.id
        for each in what_binds(jurisdiction, institution, on, "en")
        if each.verified or not verified
    ]


@pytest.mark.parametrize(
    ("jurisdiction", "institution", "bound_by"),
    [
        ("brazil", "court", ["br-cnj-615"]),
        ("brazil", "executive", []),
        *[("colombia", institution, ["co-directiva-007"]) for institution in INSTITUTIONS],
        *[("european-union", institution, ["eu-gdpr-22"]) for institution in INSTITUTIONS],
        *[("chile", institution, []) for institution in INSTITUTIONS],
        ("canada", "executive", ["ca-directive"]),
        ("canada", "court", []),
        ("canada", "development-bank", []),
        ("united-states", "regulator", ["us-m-25-21"]),
        ("united-states", "court", []),
        ("united-kingdom", "statistics-office", ["uk-atrs"]),
        ("united-kingdom", "court", []),
        *[("council-of-europe", institution, []) for institution in INSTITUTIONS],
        *[("unesco", institution, []) for institution in INSTITUTIONS],
    ],
)
def test_what_verifiably_binds_an_institution_today(jurisdiction, institution, bound_by):
    assert ids(jurisdiction, institution) == bound_by


@pytest.mark.parametrize(
    ("jurisdiction", "day"),
    [
        ("european-union", date(2018, 5, 25)),
        ("colombia", date(2025, 9, 30)),
        ("canada", date(2020, 4, 1)),
        ("united-states", date(2025, 4, 3)),
        ("united-kingdom", date(2024, 12, 17)),
    ],
)
def test_an_instrument_binds_from_its_day_and_not_before(jurisdiction, day):
    assert ids(jurisdiction, "executive", day)
    assert not ids(jurisdiction, "executive", date.fromordinal(day.toordinal() - 1))


def test_chiles_new_data_law_applies_from_1_december_2026_and_is_not_graded():
    assert ids("chile", "executive", date(2026, 11, 30), verified=False) == []
    assert ids("chile", "executive", date(2026, 12, 1), verified=False) == ["cl-ley-21719"]
    assert ids("chile", "executive", date(2026, 12, 1)) == []


def instrument(name):
    return next(each for each in other_law("en").instruments if each.id == name)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2025, 3, 10), "later"),
        (date(2025, 3, 11), "unclear"),
        (date(2026, 11, 26), "unclear"),
        (TODAY, "in force"),
    ],
)
def test_between_adoption_and_a_source_for_its_force_an_instrument_is_unclear(on, state):
    """Resolution 615 is of 11 March 2025; only one article states since when it applies."""
    assert instrument("br-cnj-615").state(on) == state
    assert instrument("br-cnj-615").binds_on("court", on) == (state == "in force")


def test_bills_and_the_convention_are_not_in_force_and_recommendations_bind_nobody():
    for each in other_law("en").instruments:
        if each.force in ("bill", "treaty"):
            assert each.state(TODAY) == "not in force"
        if each.force != "binding":
            assert not any(each.binds_on(institution, TODAY) for institution in INSTITUTIONS)
    assert instrument("unesco-ethics").state(TODAY) == "in force"


def test_later_phases_begin_on_their_days():
    """M-25-21: minimum practices within a year; Canada: 24 June 2026."""
    memorandum = instrument("us-m-25-21")
    assert memorandum.phases_on(date(2026, 4, 2)) == ()
    assert [each.applies_from for each in memorandum.phases_on(date(2026, 4, 3))] == [
        date(2026, 4, 3)
    ]
    assert instrument("ca-directive").phases_on(date(2026, 6, 23)) == ()
    assert len(instrument("ca-directive").phases_on(date(2026, 6, 24))) == 1


def test_every_instrument_has_a_primary_source_and_says_why_it_is_not_verified():
    law = other_law("en")
    assert {each.jurisdiction for each in law.instruments} == set(law.jurisdictions)
    assert list(law.institutions) == INSTITUTIONS
    for each in law.instruments:
        assert each.primary and each.official and each.text and each.force in FORCES
        assert each.read in ("publisher", "several", "one")
        assert each.note or each.verified
        assert not (each.read == "one" and each.verified)
        assert bool(each.binds) == (each.force == "binding")
    assert law.checked_on >= TODAY and law.title and law.note


def test_official_names_and_sources_are_not_translated():
    found = set(texts(framework("other-law", "en")))
    for each in other_law("en").instruments:
        assert {each.title, each.text} <= found
        assert not found & {each.official, each.primary, each.url}


@pytest.mark.parametrize(
    ("jurisdiction", "institution", "message"),
    [
        ("peru", "court", "no jurisdiction is called 'peru'; there are: european-union, brazil"),
        ("brazil", "army", "no kind of institution is called 'army'; there are: executive, court"),
    ],
)
def test_an_unknown_name_is_answered_with_the_known_ones(jurisdiction, institution, message):
    with pytest.raises(FrameworkError, match=message) as raised:
        what_binds(jurisdiction, institution, TODAY)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"jurisdiction": "peru"}, "no jurisdiction in eu-gdpr-22 is called 'peru'"),
        ({"force": "strong"}, "no force in eu-gdpr-22 is called 'strong'"),
        ({"binds": ["army"]}, "no kind of institution in eu-gdpr-22 is called 'army'"),
        ({"colour": "red"}, "lacks or misnames a field"),
        ({"binds": None}, "lacks or misnames a field"),
        # A comma ends a text without quotation marks in {a: b}.
        ({"phases": [{"from": TODAY, "text": "half", "or half": None}]}, "misnames a field"),
    ],
)
def test_data_with_loose_ends_are_refused_in_one_line(fields, message):
    content = deepcopy(framework("other-law", "en"))
    content["instruments"][0].update(fields)
    with pytest.raises(FrameworkError, match=message) as raised:
        read(content)
    assert "\n" not in str(raised.value)
