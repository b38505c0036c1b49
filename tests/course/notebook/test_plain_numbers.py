"""A notebook shows numbers as people write them, and keeps their values."""

from __future__ import annotations

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell

from course.checking import expect
from course.notebook.plain_numbers import show_plainly, shown_number


@pytest.fixture
def shown():
    shell = InteractiveShell()
    show_plainly(shell)
    return lambda value: shell.display_formatter.format(value)[0]["text/plain"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.23454301075268819, "0.2345"),
        (np.float64(0.23454301075268819), "0.2345"),
        (np.float32(0.9948193), "0.9948"),
        (180.0, "180.0"),
        (0.1 + 0.2, "0.3"),
        (-1.25, "-1.25"),
        (718276.5, "718276.5"),
        (0.0000123, "1.2e-05"),
        (0.0, "0.0"),
        (1e20, "1e+20"),
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
        (np.int64(5174), "5174"),
        (np.True_, "True"),
        (np.str_("en"), "'en'"),
        ((np.float64(1 / 3), np.int64(12)), "(0.3333, 12)"),
        ({"rate": 2 / 3}, "{'rate': 0.6667}"),
        (np.array([2 / 3, 1 / 3]), "[0.6667 0.3333]"),
        (7, "7"),
    ],
)
def test_a_number_below_a_cell_has_at_most_four_decimals_and_no_name_of_a_type(value, text, shown):
    assert shown(value) == text


@pytest.mark.parametrize("value", [0.23454301, 0.00049, 12.99996, -0.4772256])
def test_a_number_copied_from_below_a_cell_is_right_where_the_value_is(value):
    expect.close(float(shown_number(value)), value)
