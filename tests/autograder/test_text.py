"""Names and texts of unknown origin, as they are printed and stored."""

import pytest

from autograder.text import printable


@pytest.mark.parametrize("text", ["amina", "chloé", "李雷", "O'Brien (2)", "a b", "", "👩"])
def test_an_ordinary_name_stays_as_it_is(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", r"\x1b[2Jgone"),
        ("two\nlines\r", r"two\nlines\r"),
        ("jos\udce9", r"jos\udce9"),
        ("\u202egpj", r"\u202egpj"),
        ("\x9b31m\x07", r"\x9b31m\x07"),
        ("a\u2028b\tc", r"a\u2028b\tc"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_what_a_terminal_would_obey_is_escaped(text, shown):
    assert printable(text) == shown
