"""No personal data of real people is in the data sets that ship."""

import re

import pandas as pd
import pytest

from course import load_dataset
from course.data.datasets import dataset_names

every_dataset = pytest.mark.parametrize("name", dataset_names())

IDENTIFYING = re.compile(
    r"(^|_)(name|surname|first|last|dob|birth|birthdate|ssn|phone|mobile|email|mail|address|street"
    r"|postcode|zip|passport|licence|plate|iban|case_number|ip|photo)(_|$)"
)
PERMITTED = {
    # The name of a language, and the fictitious first names of invented people.
    ("udhr", "own_name"),
    ("interviews", "name"),
}
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\d-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)[ .-]?)?\d{2,4}(?:[ .-]\d{2,4}){1,4}(?![\d-])"
)
FICTITIOUS_PHONE = re.compile(r"555-01\d\d")
DATE = re.compile(r"(19|20)\d\d-\d\d-\d\d")
CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)")


@every_dataset
def test_no_column_is_named_like_something_that_identifies_a_person(name):
    columns = load_dataset(name).columns
    found = [c for c in columns if IDENTIFYING.search(c.lower()) and (name, c) not in PERMITTED]
    assert found == []


def test_the_columns_that_name_people_in_the_source_of_compas_are_gone():
    """The 53 columns of the source name people, their birth dates and their cases."""
    columns = set(load_dataset("compas").columns)
    assert not columns & {"id", "name", "first", "last", "dob", "c_case_number", "r_case_number"}


@every_dataset
def test_every_e_mail_address_ends_in_a_domain_kept_for_examples(name):
    """RFC 2606 keeps example.org for documentation: nobody can have an address there."""
    found = [address for text in _texts(name) for address in EMAIL.findall(text)]
    assert [address for address in found if not address.lower().endswith("@example.org")] == []


@every_dataset
def test_every_telephone_number_is_of_the_range_kept_for_fiction(name):
    """555-0100 to 555-0199 are kept for fiction in North America."""
    strange = []
    for text in _texts(name):
        without_dates = DATE.sub("", text)
        for number in PHONE.findall(without_dates):
            digits = re.sub(r"\D", "", number)
            if 7 <= len(digits) <= 15 and not FICTITIOUS_PHONE.search(number):
                strange.append((number, text[:80]))
    assert strange == []


@every_dataset
def test_no_number_looks_like_that_of_a_bank_card(name):
    assert [text[:80] for text in _texts(name) if CARD.search(text)] == []


def _texts(name):
    """Every different text of a data set's columns of words."""
    table = load_dataset(name)
    for column in table.columns:
        if pd.api.types.is_string_dtype(table[column].dtype):
            yield from table[column].dropna().unique()
