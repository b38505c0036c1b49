"""Texts of people in a CSV file: no spreadsheet takes a part of one for a formula (CSV injection).

An apostrophe before the sign of a formula makes it text. Spreadsheets of some languages divide at
semicolons or tabs and not at commas, and some end a row at every line break, whatever the quotation
marks say; so each part between separators is treated as a cell.
"""

import re

SEPARATORS = re.compile("([;,|\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029])")
SIGNS = tuple(
    "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
    "\N{FULLWIDTH COMMERCIAL AT}\N{MINUS SIGN}"
)
"""With which a cell begins that a spreadsheet takes for a formula."""

QUOTES = "'\""
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters without width, which a spreadsheet may remove before it looks for a formula."""


def as_text(text: str) -> str:
    """The text with an apostrophe before each formula, and before each that has one already."""
    return "".join(
        part[: -len(cell)] + "'" + cell if (cell := _formula(part)) else part
        for part in SEPARATORS.split(text)
    )


def as_written(text: str) -> str:
    """The text that `as_text` was given."""
    return "".join(
        part[: -len(cell)] + cell[1:] if (cell := _formula(part)).startswith("'") else part
        for part in SEPARATORS.split(text)
    )


def _formula(part: str) -> str:
    """What a cell holds from its first visible character on, if that is a formula; else nothing."""
    cell = part.lstrip().lstrip(UNSEEN).lstrip()
    return cell if cell.lstrip(QUOTES + UNSEEN + " \xa0").startswith(SIGNS) else ""
