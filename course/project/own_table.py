"""A team's own table: read from data.csv and checked, with all faults at once.

The checks find what can be found by looking at values. They do not prove that data are anonymous.
"""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from course.checking.messages import say
from course.dossier.fields.blank_group import NOT_STATED, stored
from course.dossier.fields.faults import ArtefactError, Fault, Number, fault, short
from course.project.names import PERSON
from course.project.own_data import OwnData
from course.project.own_headings import BIRTH, IDENTITY, NAME, PHONE, held_of_people
from course.project.project_files import LARGEST_BY_NAME, TABLE
from course.project.repeated import without_accents

FEWEST_ROWS, MOST_ROWS = 200, 50_000
MOST_BYTES = LARGEST_BY_NAME[TABLE]
MOST_COLUMNS = 100
FEWEST_OF_AN_ANSWER = 20
RAREST_ANSWER = 0.01
MOST_ANSWERS = 20
FEWEST_IN_A_GROUP = 50
FEWEST_WITH_A_WORD = 10
"""Rows that share a word at least, or the ready pipeline cannot count words."""
KEPT_ASIDE = 0.25
"""The share of the rows on which the service is measured."""

NEARLY_ALWAYS = 0.98
"""From which share of right answers on one column is said to give the answer by itself."""

FILE = "data.csv"

NO_CSV = say(
    "table-no-csv",
    "this is no CSV file that can be read. Save the table as “CSV UTF-8”, with the names of the "
    "columns in the first line.",
)
BYTES = say("table-bytes", "the file has {size} bytes; at most {most} are allowed.")
ROWS = say("table-rows", "rows in the file: {rows}. A service needs {fewest} to {most} of them.")
COLUMNS_MANY = say("table-columns", "the file has {count} columns; at most {most} are allowed.")
LONG_ROW = say(
    "table-long-row",
    "row {row} has {count} cells, and the line with the names of the columns has {expected}. Write "
    "a text that holds “{delimiter}” in quotation marks, or give each column a name.",
)
SAME_NAME = say("table-same-name", "two columns are called “{name}”. Rename one of them.")
MISSING_COLUMN = say(
    "table-missing-column",
    "`{where}` names the column “{name}”, and the file has none. Its columns are: {names}.",
)
UNDECLARED = say(
    "table-undeclared",
    "the column “{name}” is not in data.yml. Say there what it is, or list it under “Left out”.",
)
NO_LABEL = say(
    "table-no-label",
    "rows without an answer in the column “{name}”: {count}. Fill them in, or remove them.",
)
ONE_ANSWER = say(
    "table-one-answer", "all rows have the same answer “{value}”: there is nothing to learn."
)
MANY_ANSWERS = say(
    "table-many-answers",
    "the column “{name}” has {count} different answers; at most {most} can be learned. Group them.",
)
PERSON_ANSWER = say(
    "table-person-answer",
    "“{value}” is an answer here, and it is the word with which a service hands a case over. "
    "Rename this answer.",
)
RARE_ANSWER = say(
    "table-rare-answer",
    "rows with the answer “{value}”: {count}, too few to learn it, and to measure it. Put it "
    "together with another answer, or leave it out and say so.",
)
URGENT = say(
    "table-urgent-answer",
    "`urgent_answer` says “{value}”, and no row has this answer. The answers are: {options}.",
)
MAIL = say(
    "table-mail",
    "the column “{name}” holds mail addresses (cells: {count}, first in row {row}). Remove them.",
)
PHONE_NUMBERS = say(
    "table-phone",
    "the column “{name}” seems to hold telephone numbers (cells: {count}, first in row {row}). "
    "Remove them.",
)
IDENTITY_NUMBERS = say(
    "table-identity",
    "the column “{name}” seems to hold numbers of identity cards, taxes or accounts (cells: "
    "{count}, first in row {row}). Remove them.",
)
BIRTHS = say(
    "table-births",
    "the column “{name}” seems to hold dates of birth. Write the year only, or a group of ages.",
)
NAMES = say(
    "table-names",
    "the column “{name}” seems to hold names or addresses of people. Remove the column from the "
    "file, not from the list only.",
)
EVERY_ROW = say(
    "table-every-row",
    "the column “{name}” is different in every row, so it points to single persons. Remove it, or "
    "make it coarser (a year in place of a day, a district in place of a street).",
)
NOT_NUMBERS = say(
    "table-not-numbers",
    "the column “{name}” is declared as numbers; cells that hold something else, such as "
    "“{value}”: {count}. Correct them, or declare the column as categories.",
)
COMMAS = say(
    "table-commas",
    "the column “{name}” is declared as numbers; cells with a comma, such as “{value}”: {count}. "
    "Write a point before decimals, and nothing between thousands, as in 0.73 and 1234.5.",
)
NOT_DATES = say(
    "table-not-dates",
    "the column “{name}” is declared as the date; cells that hold no day, such as “{value}”: "
    "{count}. Write days as 2026-03-01.",
)
BLANK_DATES = say(
    "table-blank-dates",
    "the column “{name}” is declared as the date; blank cells in it: {count}. Fill them in, or "
    "remove these rows.",
)
MANY_CATEGORIES = say(
    "table-many-categories",
    "the column “{name}” has {count} different categories: a model would learn single rows by "
    "heart. Group them, or declare the column as text or number.",
)
LEAK = say(
    "table-leak",
    "the column “{name}” alone gives the answer in {share} of 100 rows. Was it written after the "
    "decision? Then list it under “Known later” and not for the model.",
)
BOTH_PARTS = say(
    "table-both-parts",
    "some rows of the part that is kept for measuring agree with a row of the other part in the "
    "answer and in all columns for the model (rows: {count}). Remove repeated rows, or list more "
    "columns for the model.",
)
NOT_LEARNED = say(
    "table-not-learned",
    "all rows with the answer “{value}” are in the part that is kept for measuring, so no service "
    "can learn it. Add other rows with it, or put it together with another answer.",
)
NOT_MEASURED = say(
    "table-not-measured",
    "no row with the urgent answer “{value}” is in the part that is kept for measuring, so nothing "
    "says whether urgent cases are found. Add other rows with it.",
)
NOT_COMPARED = say(
    "table-not-compared",
    "in the column “{name}”, fewer than two groups have the urgent answer “{value}” in the part "
    "that is kept for measuring, so nothing can be compared. Put groups together in another way, "
    "add rows, or remove the column from the groups.",
)
NO_WORDS = say(
    "table-no-words",
    "the columns of texts ({names}) have no word that {fewest} rows share in the part from which "
    "the service learns. Fill them in, or remove them from the texts.",
)
SMALL_GROUP = say(
    "table-small-group",
    "rows of the group “{group}” in the column “{name}”: {count}. Fewer than {fewest} give no "
    "rate. Put it together with another group.",
)
SMALL_BLANK = say(
    "table-small-blank",
    "blank cells in the column “{name}”: {count}. They are the group “{group}”, and fewer than "
    "{fewest} rows give no rate. Fill them in, or remove these rows.",
)
ONE_GROUP = say(
    "table-one-group",
    "the column “{name}” has fewer than two groups, so nothing can be compared.",
)

MAIL_ADDRESS = re.compile(r"(?<=[\w.+-])@[\w-]++\.[\w.-]")
"""A mail address from its @ on. A pattern that begins before the @ takes quadratic time."""
PHONE_NUMBER = re.compile(
    r"(?<![\w.])(?:\+\d[\d ()./-]{6,}\d|\(?0\d{1,4}\)?[ ./-]?\d[\d ./-]{5,}\d"
    r"|\(?\d{2,4}\)?[ -]\d{3,5}[ -]\d{3,4})(?![\w.])"
)
NO_PHONE_NUMBER = re.compile(
    r"""
    # A day with a year, in any order and with a sign between: 05/06/2024, 1.2.25, 2024-06-05.
    (?<!\d) (?<!\d[./-])
    (?: (?:19|20)\d\d ([./-]) (?:0?[1-9]|1[0-2]) \1 (?:0?[1-9]|[12]\d|3[01])
      | (?:0?[1-9]|[12]\d|3[01]) ([./-]) (?:0?[1-9]|[12]\d|3[01]) \2 (?:(?:19|20)\d\d|\d\d)
    )
    (?! \d | [./-]\d | [ ]\d{4} )
    # An amount in groups of three that zeros, decimals or a currency end. Without these, it could
    # be a telephone number: 71 123 456.
    | (?<![\w+.]) (?<![\d)][ -])
    [1-9]\d{0,2} (?: [ ]\d{3} )+
    (?: (?<=[ ]000) | (?= ,\d{1,2}(?!\d) | [ ]?[€$£] | [ ][A-Z]{3,4}\b ) )
    (?! \d | [ -]\d )
    """,
    re.VERBOSE,
)
"""Days and amounts, which PHONE_NUMBER would take for telephone numbers."""
IDENTITY_NUMBER = re.compile(
    r"(?<!\w)(?:\d{3}\.\d{3}\.\d{3}-\d{2}"  # Brazil: CPF
    r"|\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}"  # Brazil: CNPJ
    r"|\d{3}-\d{2}-\d{4}"  # United States: SSN
    r"|\d{8}-?[A-Z]|[XYZ]-?\d{7}-?[A-Z]"  # Spain: DNI, NIE
    r"|[A-Z]{4}\d{6}[A-Z0-9]{3,8}"  # Mexico: CURP, RFC
    r"|[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{2}"  # France: NIR
    r"|[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?"  # IBAN
    r"|MV-\d{5,})(?!\w)"
)


def read_table(content: bytes) -> pd.DataFrame:
    """The table in the bytes of a CSV file, all of its cells as texts; an empty cell is "".

    Commas, semicolons or tabs, or what a line such as “sep=;” says. Blank lines do not count, nor
    do empty cells beyond the last name. Raises ArtefactError for what cannot be read.
    """
    if len(content) > MOST_BYTES:
        raise ArtefactError([_fault(BYTES, size=len(content), most=MOST_BYTES)])
    try:
        text = content.decode("utf-8-sig")
        if "\0" in text:
            raise ValueError("NUL")
        text, delimiter = _from_heading(text)
        # Behind a quotation mark that is never closed, the last line is no line of its own.
        rows = list(csv.reader(io.StringIO(f"{text}\n{END}", newline=""), delimiter=delimiter))
        if rows.pop() != [END]:
            raise ValueError("quotation")
        rows = [[cell.strip() for cell in row] for row in rows]
        rows = [row for row in rows if len(row) > 1 or any(row)][: MOST_ROWS + 2]
        names, *cells = rows
    except (ValueError, csv.Error):  # Letters that are not in UTF-8 are a ValueError, too.
        raise ArtefactError([_fault(NO_CSV)]) from None
    for number, row in enumerate(cells, 2):
        if _used(row) > len(names):
            values = {"row": number, "count": len(row), "expected": len(names)}
            raise ArtefactError([_fault(LONG_ROW, delimiter=delimiter, **values)])
    used = max(map(_used, rows))
    if used > MOST_COLUMNS:
        raise ArtefactError([_fault(COLUMNS_MANY, count=used, most=MOST_COLUMNS)])
    headings = [name or f"Unnamed: {place}" for place, name in enumerate(names[:used])]
    for name, count in Counter(headings).items():
        if count > 1:
            raise ArtefactError([_fault(SAME_NAME, name=short(name))])
    whole = [(row + [""] * used)[:used] for row in cells]
    return pd.DataFrame(whole, columns=headings, dtype=str)


END = "\x1e"
"""A line that no table has."""


def _from_heading(text: str) -> tuple[str, str]:
    """A CSV text from the names of its columns on, and the delimiter of its cells."""
    text = BLANK_LINES.sub("", text)
    if line := SEPARATOR_LINE.match(text):
        return BLANK_LINES.sub("", text[line.end() :]), line[1]
    # A name in quotation marks can hold any of them.
    heading = re.split(r"[\r\n]", re.sub(r'"[^"]*"', "", text), maxsplit=1)[0]
    return text, max(",;\t", key=heading.count)


BLANK_LINES = re.compile(r"\A[\s,;]*[\r\n]")
SEPARATOR_LINE = re.compile(r"\A\"?sep=(\t|[^\s\"])\"?[^\S\r\n]*[\r\n]", re.IGNORECASE)
"""A first line by which Excel knows the delimiter."""


def _used(row: list[str]) -> int:
    """How many cells of a row there are up to the last one that holds something."""
    return max((place for place, cell in enumerate(row, 1) if cell), default=0)


def table_faults(data: OwnData, table: pd.DataFrame) -> list[Fault]:
    """Everything that speaks against learning from a table, all at once.

    `table` is what `read_table` returned. Never raises because of its content.
    """
    found = list(_about_size(table))
    found += _about_columns(data, table)
    found += _about_people(data, table)
    known = data.answer in table.columns if data.answer else False
    if known:
        found += _about_answers(data, table)
    found += _about_types(data, table)
    found += _about_groups(data, table)
    if known and len(table) >= FEWEST_ROWS:
        aside = kept_aside(data, table)
        found += _about_parts(data, table, aside)
        found += _about_leaks(data, table, aside)
    return found


def _fault(message: Any, **values: object) -> Fault:
    return replace(fault(message, str(values.pop("where", "")), **values), file="data")


def _about_size(table: pd.DataFrame) -> Iterator[Fault]:
    if not FEWEST_ROWS <= len(table) <= MOST_ROWS:
        # No more rows than these are read, so only this much is known.
        rows = len(table) if len(table) <= MOST_ROWS else Number(MOST_ROWS, "> {number}")
        yield _fault(ROWS, rows=rows, fewest=FEWEST_ROWS, most=MOST_ROWS)


def _about_columns(data: OwnData, table: pd.DataFrame) -> Iterator[Fault]:
    names = ", ".join(short(each) for each in table.columns)
    for field in ("answer", "texts", "numbers", "categories", "groups", "date", "known_later"):
        held = getattr(data, field)
        for name in [held] if isinstance(held, str) else held or []:
            if name and name not in table.columns:
                yield _fault(MISSING_COLUMN, where=field, name=short(name), names=names)
    declared = set(data.all_columns)
    for name in table.columns:
        if name not in declared:
            yield _fault(UNDECLARED, name=short(name))


def _about_people(data: OwnData, table: pd.DataFrame) -> Iterator[Fault]:
    for name in table.columns:
        column = held = table[name]
        told = False
        for pattern, message in (
            (MAIL_ADDRESS, MAIL),
            (IDENTITY_NUMBER, IDENTITY_NUMBERS),
            (PHONE_NUMBER, PHONE_NUMBERS),
        ):
            if message is PHONE_NUMBERS and (told or name == data.date):
                continue
            if message is PHONE_NUMBERS:
                column = column.str.replace(NO_PHONE_NUMBER, ";", regex=True)
            places = np.flatnonzero(column.str.contains(pattern))
            if len(places):
                told = True
                row = int(places[0]) + 2
                yield _fault(message, name=short(name), row=row, count=len(places))
        if not told and (found := _by_heading(name, held)):
            told = True
            yield found
        if not told and _is_different_everywhere(data, name, held):
            yield _fault(EVERY_ROW, name=short(name))


def _by_heading(name: str, column: pd.Series) -> Fault | None:
    """The fault of a column that holds personal data by its heading, also where values repeat."""
    kind = held_of_people(name, column)
    if kind is None:
        return None
    filled = np.flatnonzero(column != "")
    where = {"count": len(filled), "row": int(filled[0]) + 2}
    of_kind = {NAME: NAMES, BIRTH: BIRTHS, IDENTITY: IDENTITY_NUMBERS, PHONE: PHONE_NUMBERS}
    return _fault(of_kind[kind], name=short(name), **where)


def _is_different_everywhere(data: OwnData, name: str, column: pd.Series) -> bool:
    """Whether no two rows share a value, in a column that is neither text, date nor measurement."""
    if name in (data.texts or []) or name == data.date or len(column) < 2 or not column.is_unique:
        return False
    numbers = numbers_of(column)
    # A measurement with decimals can be different everywhere by itself; a running number cannot.
    measured = name in (data.numbers or []) and numbers.notna().all()
    return not (measured and (numbers % 1 != 0).any())


def _about_answers(data: OwnData, table: pd.DataFrame) -> Iterator[Fault]:
    answers = table[data.answer]
    blank = int((answers == "").sum())
    if blank:
        yield _fault(NO_LABEL, name=short(data.answer), count=blank)
    counts = answers[answers != ""].value_counts()
    if PERSON in counts.index:
        yield _fault(PERSON_ANSWER, value=PERSON)
    if len(counts) == 1:
        yield _fault(ONE_ANSWER, value=short(counts.index[0]))
    if len(counts) > MOST_ANSWERS:
        yield _fault(MANY_ANSWERS, name=short(data.answer), count=len(counts), most=MOST_ANSWERS)
        return
    fewest = max(FEWEST_OF_AN_ANSWER, RAREST_ANSWER * len(table))
    for value, count in counts.items():
        if count < fewest:
            yield _fault(RARE_ANSWER, value=short(value), count=int(count))
    if data.urgent_answer and data.urgent_answer not in counts.index:
        options = ", ".join(short(each) for each in counts.index)
        yield _fault(URGENT, value=short(data.urgent_answer), options=options)


def _about_types(data: OwnData, table: pd.DataFrame) -> Iterator[Fault]:
    for name in data.numbers or []:
        if name in table.columns:
            held = table[name][table[name] != ""]
            wrong = held[numbers_of(held).isna()]
            for message, part in _by_comma(wrong):
                value = short(part.iloc[0])
                yield _fault(message, name=short(name), count=len(part), value=value)
    for name in data.categories or []:
        if name in table.columns and (count := table[name].nunique()) > max(50, len(table) // 20):
            yield _fault(MANY_CATEGORIES, name=short(name), count=count)
    if data.date and data.date in table.columns:
        wrong = table[data.date][dates(table[data.date]).isna()]
        filled = wrong[wrong != ""]
        if len(filled):
            value = short(filled.iloc[0])
            yield _fault(NOT_DATES, name=short(data.date), count=len(filled), value=value)
        if len(filled) < len(wrong):
            yield _fault(BLANK_DATES, name=short(data.date), count=len(wrong) - len(filled))


def dates(column: pd.Series) -> pd.Series:
    """The days and times that a column holds, those with a time zone as UTC; NaT for no day."""
    found = pd.to_datetime(column, format="ISO8601", errors="coerce", utc=True)
    return found.dt.tz_localize(None)


def numbers_of(column: pd.Series) -> pd.Series:
    """The numbers that a column of texts holds; NaN for what is none, or cannot be computed.

    A comma is the sign of decimals where a cell shows that it stands for no thousands, as 0,73 and
    1234,5 do, and where no cell has a point.
    """
    with_comma = column.str.fullmatch(COMMA)
    shown = (with_comma & ~column.str.fullmatch(THOUSANDS)).any()
    if shown and not column.str.contains(POINT).any():
        column = column.where(~with_comma, column.str.replace(",", ".", regex=False))
    found = pd.to_numeric(column, errors="coerce")
    # scikit-learn computes its trees in floats of 32 bits. Whole numbers stay whole: the order of
    # rows without a date is made from how they are written.
    return found.where(found.astype(float).abs() <= np.finfo(np.float32).max)


COMMA = re.compile(r"[+-]?\d*,\d+")
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
"""Numbers that can be read in two ways: 1,234 is above a thousand, or a little above one."""
POINT = re.compile(r"\d\.\d|^[+-]?\.\d|\d,\d+,")
"""A sign of decimals or thousands beside which a comma has to be the other one."""


def _by_comma(wrong: pd.Series) -> Iterator[tuple[Any, pd.Series]]:
    """Cells that hold no number, apart where only the comma is the fault."""
    has_comma = wrong.str.fullmatch(r"[+-]?[\d.]*,[\d.,]*\d")
    for message, part in ((COMMAS, wrong[has_comma]), (NOT_NUMBERS, wrong[~has_comma])):
        if len(part):
            yield message, part


def _about_groups(data: OwnData, table: pd.DataFrame) -> Iterator[Fault]:
    for name in data.groups or []:
        if name not in table.columns:
            continue
        groups = stated(table[name])
        counts = groups.value_counts()
        if len(counts) < 2:
            yield _fault(ONE_GROUP, name=short(name))
        small = counts[counts < FEWEST_IN_A_GROUP]
        for group, count in small.head(5).items():
            values = {"name": short(name), "group": short(group)}
            is_blank = (table[name][groups == group] == "").all()
            message = SMALL_BLANK if is_blank else SMALL_GROUP
            yield _fault(message, count=int(count), fewest=FEWEST_IN_A_GROUP, **values)


def stated(groups: pd.Series) -> pd.Series:
    """The names of groups, with NOT_STATED for a blank, and for a cell that says so in words."""
    return groups.astype(str).replace("", NOT_STATED).map(stored)


def _about_parts(
    data: OwnData, table: pd.DataFrame, aside: "np.ndarray[Any, Any]"
) -> Iterator[Fault]:
    """What a part lacks: the one from which a service learns, or the one that is kept aside."""
    answers = table[data.answer]
    learned = set(answers[~aside])
    for value in sorted(set(answers[aside]) - learned - {""}):
        yield _fault(NOT_LEARNED, value=short(value))
    urgent = table[aside & (answers == data.urgent_answer)]
    if urgent.empty and data.urgent_answer in learned:
        yield _fault(NOT_MEASURED, value=short(data.urgent_answer))
    for name in data.groups or []:
        if name not in table.columns or stated(table[name]).nunique() < 2:
            continue
        if stated(urgent[name]).nunique() == 1:
            yield _fault(NOT_COMPARED, name=short(name), value=short(data.urgent_answer))
    texts = [name for name in data.texts or [] if name in table.columns]
    if texts and not _share_a_word(table.loc[~aside, texts].agg(" ".join, axis=1)):
        names = ", ".join(map(short, texts))
        yield _fault(NO_WORDS, names=names, fewest=FEWEST_WITH_A_WORD)


def _share_a_word(texts: Iterable[str]) -> bool:
    """Whether enough texts have a word in common, one of two letters or more."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = set(re.findall(r"\w\w+", without_accents([text])[0]))
        counts.update(words)
        if any(counts[word] >= FEWEST_WITH_A_WORD for word in words):
            return True
    return False


def _about_leaks(
    data: OwnData, table: pd.DataFrame, aside: "np.ndarray[Any, Any]"
) -> Iterator[Fault]:
    if aside.all() or not aside.any():
        return
    answers = table[data.answer]
    commonest = float((answers == answers.mode()[0]).mean())
    for name in data.learned_from:
        if name in (data.texts or []) or name not in table.columns:
            continue
        share = _right_by_one_column(table[name], answers, aside)
        # Both: nearly always right, and far fewer errors than the commonest answer makes.
        if share >= NEARLY_ALWAYS and 1 - share <= (1 - commonest) / 4:
            yield _fault(LEAK, name=short(name), share=int(100 * share))
    rows = table[[each for each in [*data.learned_from, data.answer] if each in table.columns]]
    # While columns are not declared, rows differ in what is not looked at yet.
    if rows.shape[1] > 1 and set(table.columns) <= set(data.all_columns):
        texts = rows.agg("\x1f".join, axis=1)
        both = int(texts[aside].isin(set(texts[~aside])).sum())
        if both > max(1, 0.02 * aside.sum()):
            yield _fault(BOTH_PARTS, count=both)


def _right_by_one_column(
    column: pd.Series, answers: pd.Series, aside: "np.ndarray[Any, Any]"
) -> float:
    """The share right of an answer learned from one column alone, on the rows kept aside."""
    numbers = numbers_of(column)
    if numbers.notna().mean() > 0.9 and column.nunique() > 30:
        from sklearn.tree import DecisionTreeClassifier

        values = numbers.fillna(numbers.median()).to_numpy().reshape(-1, 1)
        tree = DecisionTreeClassifier(max_leaf_nodes=8, random_state=0)
        tree.fit(values[~aside], answers[~aside])
        return float((tree.predict(values[aside]) == answers[aside]).mean())
    of = answers[~aside].groupby(column[~aside]).agg(lambda found: found.mode()[0])
    return float((column[aside].map(of) == answers[aside]).mean())


def kept_aside(data: OwnData, table: pd.DataFrame) -> "np.ndarray[Any, Any]":
    """Which rows are kept for measuring, as an array of bools: a quarter, by a fixed rule.

    With a date the newest quarter of the rows; else the rows whose content has one of the lowest
    quarter of hash values. The hash covers all columns of a row, so its position in the file
    does not matter.
    """
    if data.date and data.date in table.columns:
        days = dates(table[data.date])
        if days.notna().all():
            aside = np.zeros(len(table), dtype=bool)
            aside[oldest_first(table, days)[len(table) - round(KEPT_ASIDE * len(table)) :]] = True
            return aside
    return np.array([digest[0] < 256 * KEPT_ASIDE for digest in _digests(table)], dtype=bool)


def oldest_first(table: pd.DataFrame, days: pd.Series | None) -> "np.ndarray[Any, Any]":
    """The places of the rows of a table in the order of their days, from the oldest on.

    Rows of the same time, and all rows where there are no days, are in the order of a hash of what
    they hold, because a file can be sorted by the answer.
    """
    order = pd.DataFrame({"hash": _digests(table)})
    if days is not None:
        order.insert(0, "day", days.to_numpy())
    return order.sort_values(list(order.columns)).index.to_numpy()


def _digests(table: pd.DataFrame) -> list[bytes]:
    """The hash of what each row holds."""
    rows = table.itertuples(index=False, name=None)
    return [hashlib.sha256("\x1f".join(map(str, row)).encode()).digest() for row in rows]
