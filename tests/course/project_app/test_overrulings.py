"""The file of what staff decided: written whole, counted by language, and refused when damaged."""

import csv
import io
import threading
from dataclasses import replace

import pandas as pd
import pytest

from course.project.app import overrulings
from course.project.app.overrulings import CONFIRMED, OVERRULED, OverrulingsError, Review, counts

ROW = Review(
    at="2026-11-28T10:12:00+00:00",
    answer=OVERRULED,
    language="es",
    district="Garoa",
    department="roads",
    confidence="0.820",
    urgency="later",
    staff_department="social",
    staff_urgency="today",
    reason="Es para servicios sociales, no para obras.",
    text='Mi vecino no puede salir, dice: "ayuda";\nnadie viene.',
)


def test_what_is_recorded_is_read_again_and_earlier_rows_stay(tmp_path):
    overrulings.record(tmp_path, ROW)
    overrulings.record(tmp_path, replace(ROW, answer=CONFIRMED, reason="", text=""))
    read = overrulings.read(tmp_path)
    assert read[0] == ROW
    assert [each.answer for each in read] == ["overruled", "confirmed"]


def test_the_file_is_a_table_that_pandas_reads(tmp_path):
    overrulings.record(tmp_path, ROW)
    table = pd.read_csv(tmp_path / "overrulings.csv")
    assert list(table.loc[0, ["language", "staff_department", "confidence"]]) == [
        "es",
        "social",
        0.82,
    ]
    assert table.loc[0, "text"] == ROW.text


def test_a_stop_while_the_file_is_written_leaves_the_old_one_whole(tmp_path, monkeypatch):
    overrulings.record(tmp_path, ROW)
    before = (tmp_path / "overrulings.csv").read_bytes()

    def stop(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", stop)
    with pytest.raises(OverrulingsError, match="No space left") as raised:
        overrulings.record(tmp_path, ROW)
    assert raised.value.kind == "unwritable"
    assert (tmp_path / "overrulings.csv").read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["overrulings.csv"]


def test_answers_at_the_same_time_are_all_kept(tmp_path):
    rows = [replace(ROW, reason=f"Reason number {number}") for number in range(24)]
    threads = [threading.Thread(target=overrulings.record, args=(tmp_path, row)) for row in rows]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(each.reason for each in overrulings.read(tmp_path)) == sorted(
        each.reason for each in rows
    )


HOSTILE = [
    *("=1+1", "@SUM(A1)", "+49 and more", "-2+3", "so;=1+1"),
    *("'=5 is what", "''-2", "x, '-y", "'quoted'"),
    *("abc\n=cmd|' /C calc'!A0", "abc\r=1", "a\n\n=1", "a\x0b=1", "a\u2028=1", "a\x85=1"),
    *("a|=1", "a\t=1", "\N{NO-BREAK SPACE}=1", "\N{ZERO WIDTH SPACE}=1", 'a;"=1+1;b', '"=1'),
    *("＝1", "a;\n'=1", "'\n'=1", "; ' =1", "\ufeff=1"),
]


@pytest.mark.parametrize("delimiter", ",;\t|")
@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_begins_a_formula_wherever_a_spreadsheet_divides(tmp_path, text, delimiter):
    overrulings.record(tmp_path, replace(ROW, reason=text, text=text))
    with (tmp_path / "overrulings.csv").open(encoding="utf-8", newline="") as file:
        content = file.read()
    # Quotation marks are obeyed, or each line is a row by itself.
    rows = [*csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)]
    rows += [line.split(delimiter) for line in content.splitlines()]
    cells = [cell.strip(' "\u00a0\u200b\ufeff\r\n\t') for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@＝"))]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_made_harmless_is_read_as_it_was_written(tmp_path, text):
    overrulings.record(tmp_path, replace(ROW, reason=text, text=text))
    assert overrulings.read(tmp_path)[0].text == text


def test_counts_are_over_all_and_by_language(tmp_path):
    confirmed = replace(ROW, answer=CONFIRMED)
    french = replace(confirmed, language="fr")
    found = counts([ROW, confirmed, confirmed, ROW, french])
    assert [(each.language, each.answered, each.overruled) for each in found] == [
        ("all", 5, 2),
        ("es", 4, 2),
        ("fr", 1, 0),
    ]
    assert [each.share for each in found] == [0.4, 0.5, 0.0]


@pytest.mark.parametrize(
    "content",
    [
        b"other,columns\n1,2\n",
        b"\xff\xfe not text",
        b"at,answer\n",
        b'at,"answer\n',
        b"x" * 300_000,
        (",".join(overrulings.COLUMNS) + "\n2026,overruled,es\n").encode(),
        (",".join(overrulings.COLUMNS) + "\n" + ",".join("x" * 11) + "\n").encode(),
    ],
)
def test_a_damaged_file_is_refused_in_one_line_and_stays_as_it_is(tmp_path, content):
    file = tmp_path / "overrulings.csv"
    file.write_bytes(content)
    with pytest.raises(OverrulingsError, match=r"^overrulings\.csv: .* a new one is begun$"):
        overrulings.record(tmp_path, ROW)
    assert file.read_bytes() == content


def test_a_link_is_neither_read_nor_replaced(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("x", encoding="utf-8")
    (tmp_path / "overrulings.csv").symlink_to(secret)
    with pytest.raises(OverrulingsError):
        overrulings.read(tmp_path)
    with pytest.raises(OverrulingsError):
        overrulings.record(tmp_path, ROW)
    assert (tmp_path / "overrulings.csv").is_symlink()


def test_a_full_file_says_so_and_stays_readable_by_open_project(tmp_path):
    from course.project import open_project

    long = replace(ROW, text="x" * 4000)
    with pytest.raises(OverrulingsError) as raised:
        for _ in range(200):
            overrulings.record(tmp_path / ".", long)
    assert raised.value.kind == "full"
    assert "overrulings.csv" in open_project(tmp_path).files
