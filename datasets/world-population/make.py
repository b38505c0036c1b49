"""Makes world-population.csv.gz: people by country, sex and age in four years, from the UN.

Usage: python datasets/world-population/make.py BOKEH_SAMPLEDATA_WHEEL_OR_CSV

The source is the file population.csv.gz inside the Python package bokeh-sampledata 2026.1
(python -m pip download --no-deps bokeh-sampledata==2026.1): World Population Prospects 2024 of the
United Nations, medium variant, every fifth year. Any other content is refused. Kept are countries
and areas, without the world and its regions, in four of the years. The same source gives the same
table and, with the same zlib, the same bytes; the result stands beside this script.
"""

import csv
import gzip
import hashlib
import io
import os
import sys
import zipfile
import zlib
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "world-population.csv.gz"
IN_WHEEL = "bokeh_sampledata/_data/population.csv.gz"
# Of the unpacked table, as the package's own list of its data sets gives it.
SOURCE_SHA256 = "39582d52f1f3480de0ef6663c6f7e150840a8fd28c35be58cde08bb0a7e1cefe"
# World Population Prospects 2024 estimates up to 2023 and projects from 2024.
YEARS = {"1995": "estimate", "2020": "estimate", "2025": "projection", "2050": "projection"}
# The source gives the world and its regions the codes 900 to 957 and 5500 to 5505.
FIRST_REGION = 900
COLUMNS = ("country", "code", "year", "basis", "sex", "age", "age_from", "people")


class SourceError(Exception):
    """A source that this script does not accept; the message is one line for people."""


def read_source(path: Path) -> str:
    """The text of the table, from the wheel that carries it or from the file, packed or not."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as wheel:
                content = wheel.read(IN_WHEEL)
        else:
            content = path.read_bytes()
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
    except KeyError:
        raise SourceError(f"{path} holds no {IN_WHEEL}; give bokeh-sampledata 2026.1") from None
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        raise SourceError(
            f"{path} cannot be read ({error}); give bokeh-sampledata 2026.1"
        ) from None
    found = hashlib.sha256(content).hexdigest()
    if found != SOURCE_SHA256:
        raise SourceError(
            f"{path} is not the source this table is made from: its sha256 is {found}, "
            f"expected {SOURCE_SHA256}; give bokeh-sampledata 2026.1"
        )
    return content.decode("utf-8")


def cut(text: str) -> bytes:
    """Countries and areas in the four years, rows in the order of the source."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in csv.DictReader(io.StringIO(text, newline="")):
        if int(row["LocID"]) >= FIRST_REGION or row["Year"] not in YEARS:
            continue
        writer.writerow(
            (
                row["Location"],
                row["LocID"],
                row["Year"],
                YEARS[row["Year"]],
                row["Sex"],
                row["AgeGrp"],
                row["AgeGrpStart"],
                row["Value"],
            )
        )
    return made.getvalue().encode("utf-8")


def write(content: bytes, target: Path) -> None:
    """Writes all of it or nothing: a run that is stopped leaves the old file as it was."""
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.write_bytes(content)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def packed(table: bytes) -> bytes:
    """The table compressed, without a file name and a time, so that it repeats."""
    made = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=made, mtime=0) as file:
        file.write(table)
    return made.getvalue()


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(
            "usage: python datasets/world-population/make.py BOKEH_SAMPLEDATA_WHEEL_OR_CSV",
            file=sys.stderr,
        )
        return 2
    try:
        table = cut(read_source(Path(arguments[0])))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    content = packed(table)
    write(content, TARGET)
    rows = table.count(b"\n") - 1
    print(
        f"{TARGET.name}: {rows} rows, {len(content)} bytes, "
        f"sha256 {hashlib.sha256(content).hexdigest()}; "
        f"unpacked {len(table)} bytes, sha256 {hashlib.sha256(table).hexdigest()}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
