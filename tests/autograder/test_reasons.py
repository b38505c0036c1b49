"""Reasons for a person's attention are coded, and read in the language of the report."""

import pytest

from autograder.reasons import reason
from classroom.attention import REASONS, read


def test_a_reason_is_said_in_the_language_that_is_asked():
    found = reason("attention-time", seconds=300)
    assert read(found) == "The notebook was stopped after 300 seconds."
    assert read(found, "fr") != read(found)
    assert "300" in read(found, "fr")


@pytest.mark.parametrize("lang", ["fr", "es", "pt"])
@pytest.mark.parametrize("code", REASONS)
def test_every_reason_is_translated(code, lang):
    class Anything(dict):
        def __missing__(self, key):
            return "value"

    english = REASONS[code].text.format_map(Anything())
    names = ("cell", "seconds", "error", "files", "file", "name", "student", "owner", "most")
    values = dict.fromkeys(names, "value")
    assert read({"code": code, **values}) == english
    assert read({"code": code, **values}, lang) != english


@pytest.mark.parametrize(
    "found", ["two\nlines", {"code": "unknown"}, {"code": "attention-time"}, 3]
)
def test_what_is_no_reason_of_ours_is_shown_in_one_line(found):
    assert "\n" not in read(found)
    assert read(found)


def test_a_learners_words_in_a_reason_command_no_terminal():
    found = reason("attention-ours", cell="setup", error="\x1b]0;x\x07\x9b2J \u202eevil \ud800")
    assert read(found) == (
        "The cell “setup”, which is the instructor's, stopped (�]0;x��2J �evil �)."
    )
